// SPDX-License-Identifier: Apache-2.0

//! The testbed with the emitted Verilog on its cards: every message is answered once and as the
//! twin answers it, also when cards fail. The design is the small build. `RISKGATE_RTL_ORDERS` is
//! the number of messages for each pattern of links and segments, `RISKGATE_RTL_FAILOVERS` the
//! number of runs with a card that fails.

use engine::build::Build;
use engine::frame::{FieldValue, ModeChange};
use engine::job::StepCounts;
use engine::machine::FRAME_BYTES_MAX;
use engine::program::{FrameKind, Program};
use engine::rule::Mode;
use engine::schema::{MessageId, RuleId};
use engine::twin::Twin;
use host::driver::DriverConfig;
use host::supervisor::{Control, Role};
use sim::rtl::with_rtl;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use testbed::bench::{BenchConfig, CardEnd, Outcome, run_card};
use testbed::doe::{Doe, TwinDoe};
use testbed::faults::FaultPlan;
use testbed::pcie::LinkConfig;
use testbed::trade::RtlDoe;
use testbed::trader::Segmentation;
use testkit::rigs::jobs::{JOBS, run_jobs};
use testkit::rigs::{Kept, SESSIONS, number, patterns, program, random_fault, run_program};
use testkit::rng::Rng;

/// The rules of the tests with twins, with a table of orders that fits the small build.
fn small_program(more: &str) -> Arc<Program> {
    let rules = testkit::rigs::RULES.replace("rows = 4096", "rows = 512") + more;
    Arc::new(Program::clone(&program(&rules)).for_hardware())
}

fn run_rtl_card(program: &Arc<Program>, end: CardEnd) {
    let card = with_rtl(Arc::clone(program), Build::SMALL, &mut |_| (), |rtl| {
        run_card(&mut RtlDoe::new(rtl), end)
    });
    card.unwrap_or_else(|error| panic!("{error}"));
}

fn config(seed: u64, cards: Vec<Option<FaultPlan>>) -> BenchConfig {
    BenchConfig {
        cards,
        link: LinkConfig { depth: 32, latency_looks: (seed % 4) as u32, stalls: 0.1, seed },
        driver: DriverConfig { h2c_slots: 128, c2h_slots: 64 },
        sessions: SESSIONS,
        window: 64,
        segmentation: Segmentation::WILD,
        watchdog: Duration::from_millis(400),
        // Loading a model and clearing its tables takes some seconds, on a busy machine more than
        // twenty.
        setup_patience: Duration::from_secs(120),
        seed,
        ..BenchConfig::default()
    }
}

/// Builds the model before a card has to wait for it; false without Verilator.
fn has_model(test: &str) -> bool {
    if tools::verilator::or_skip(test).is_none() {
        return false;
    }
    let made = with_rtl(small_program(""), Build::SMALL, &mut |_| (), |_| ());
    made.unwrap_or_else(|error| panic!("{error}"));
    true
}

/// A run in which the program replaces itself several times.
fn run_rtl(config: &BenchConfig, messages: u32) -> Outcome {
    let program = small_program("");
    let mut asked = 0;
    let outcome = run_program(
        &program,
        config,
        (messages, 0.01),
        &mut Kept::default(),
        &|_, end| run_rtl_card(&program, end),
        &mut |_, acknowledged, control| {
            if acknowledged > 70 * (asked + 1) {
                asked += 1;
                control.send(Control::Swap(Arc::clone(&program))).expect("the supervisor runs");
            }
        },
    );
    let outcome =
        outcome.unwrap_or_else(|error| panic!("seed {}, {:?}: {error}", config.seed, config.cards));
    assert!(outcome.summary.swaps > 0);
    outcome
}

/// A mode changes between messages, as on a card with the twin.
#[test]
fn a_card_with_the_emitted_verilog_changes_modes() {
    if !has_model("a_card_with_the_emitted_verilog_changes_modes") {
        return;
    }
    let text = "create message m (a int not null);
        rule small (m.a < 10);
        warn rule positive (m.a > 0);";
    let program = Arc::new(rulec::compile(text).0.expect("it compiles").for_hardware());
    let layout = program.layout(FrameKind::Message(MessageId(0)));
    let message = |a| {
        let mut bytes = [0; FRAME_BYTES_MAX];
        layout.write(0, &[FieldValue::Number(a)], &mut bytes).expect("it fits").to_vec()
    };
    let control = |rule, mode| {
        ModeChange { rule: RuleId(rule), mode }.write(0, &mut [0; FRAME_BYTES_MAX]).to_vec()
    };
    let frames = [
        message(-1),
        control(1, Mode::Block),
        message(-1),
        control(0, Mode::Off),
        message(10),
        control(2, Mode::Off),
        control(0, Mode::Warn),
        message(10),
    ];
    let answers = |doe: &mut dyn Doe| frames.clone().map(|frame| doe.message(&frame, 0).verdict);
    let twin = Twin::new(Arc::clone(&program)).expect("the program is sound");
    let expected = answers(&mut TwinDoe::with(twin));
    let accepted = expected.map(|verdict| verdict.is_accept());
    assert_eq!(accepted, [true, true, false, true, true, false, true, true]);
    let found = with_rtl(program, Build::SMALL, &mut |_| (), |rtl| answers(&mut RtlDoe::new(rtl)));
    assert_eq!(found.unwrap_or_else(|error| panic!("{error}")), expected);
}

#[test]
fn every_message_is_answered_once_by_the_emitted_verilog() {
    if !has_model("every_message_is_answered_once_by_the_emitted_verilog") {
        return;
    }
    let messages = number("RISKGATE_RTL_ORDERS", 300);
    let mut all = [0; 3];
    for (link, segmentation) in patterns() {
        let seed = link.seed;
        let link = LinkConfig { depth: 32, ..link };
        let outcome = run_rtl(
            &BenchConfig { link, segmentation, ..config(seed, vec![None, None]) },
            messages,
        );
        let summary = &outcome.summary;
        println!(
            "seed {seed}: {} accepted, {} rejected, {} refused, {} changes of program",
            summary.accepted, summary.rejected, summary.refused, summary.swaps
        );
        assert!(summary.retired.is_empty(), "{:?}", summary.retired);
        let counts = [summary.accepted, summary.rejected, summary.refused];
        all.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
    }
    assert!(all[0] > 300 && all[1] > 100 && all[2] > 10, "accepted, rejected, refused: {all:?}");
}

#[test]
fn steps_of_jobs_are_made_once_where_a_card_with_emitted_verilog_fails() {
    if !has_model("steps_of_jobs_are_made_once_where_a_card_with_emitted_verilog_fails") {
        return;
    }
    let program = small_program(JOBS);
    let mut steps = StepCounts::default();
    for seed in 0..number("RISKGATE_RTL_FAILOVERS", 12).div_ceil(3).into() {
        let cards = vec![random_fault(&mut Rng::seeded(seed)), None];
        let config = BenchConfig { orders_during_jobs: seed % 2 == 1, ..config(seed, cards) };
        let (_, repeated) = run_jobs(&program, &config, 200, &|_, end| run_rtl_card(&program, end));
        steps.done += repeated.steps.done;
        steps.failed += repeated.steps.failed;
    }
    assert!(steps.done > 10 && steps.failed > 10, "{steps:?}");
}

#[test]
fn a_standby_and_the_twin_take_over_from_emitted_verilog_that_fails() {
    if !has_model("a_standby_and_the_twin_take_over_from_emitted_verilog_that_fails") {
        return;
    }
    let runs: u64 = number("RISKGATE_RTL_FAILOVERS", 12).into();
    let (mut ends, mut changes, mut without) = (BTreeMap::<String, u64>::new(), 0, Vec::new());
    for seed in 0..runs {
        let mut rng = Rng::seeded(seed);
        // In every second run both cards fail, and the twin answers at the end.
        let cards = vec![random_fault(&mut rng), random_fault(&mut rng).filter(|_| seed % 2 == 1)];
        let outcome = run_rtl(&config(seed, cards), 250);
        for retired in outcome.summary.retired {
            *ends.entry(retired.why).or_default() += 1;
            changes += u64::from(retired.role == Role::Active);
            without.extend(retired.without_service);
        }
    }
    without.sort();
    println!("{runs} runs, {changes} changes of the active card");
    if let (Some(median), Some(longest)) = (without.get(without.len() / 2), without.last()) {
        println!(
            "  without service: median {median:?}, longest {longest:?}; for a hang this includes \
             the watchdog"
        );
    }
    ends.iter().for_each(|(why, count)| println!("  {count:>5}  {why}"));
    assert!(changes * 4 > runs, "most faults must occur while the card is active");
}
