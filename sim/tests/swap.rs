// SPDX-License-Identifier: Apache-2.0

//! A rule set takes over from another on the core while messages come: each message is decided by
//! the rule set in force, a message waits for a change no longer than for the commit before it, and
//! what the tables hold stays as the reference and the twin have it.
//!
//! | variable | does |
//! | --- | --- |
//! | `RISKGATE_SEED=n` | begins with that seed |

use engine::build::Build;
use engine::executor::{Executor, digest};
use engine::frame::{FieldValue, Layout};
use engine::machine::FRAME_BYTES_MAX;
use engine::microcode;
use engine::program::{FrameKind, Program};
use engine::reference::Reference;
use engine::schema::{MessageId, TableId};
use engine::twin::{Prepared, Twin};
use engine::verdict::Verdict;
use sim::core_model::{Answer, CoreModel, beats};
use sim::kernel::Kernel;
use sim::readback::OwnedCell;
use std::collections::VecDeque;
use std::sync::Arc;
use testkit::generate::{Frame, Frames, RuleFile, family};
use testkit::rng::Rng;

/// Takeovers of a run, and those of one family.
const SWAPS_MIN: usize = 48;
const SWAPS_PER_FAMILY: usize = 12;
const FRAMES_BETWEEN_MAX: usize = 12;

/// Two rule sets on one table, whose transactions take different times and keep each other's
/// aggregates.
const DECLARATIONS: &str = "
create table account ( id INT not null, owner char(8) not null, balance INT8 not null, primary key (id) ) with (rows = 64);
create message trade ( id INT not null, owner char(8) not null, amount INT8 not null );
";
const FUNDS: &str = "
Rule funds ( coalesce((select balance from account where id = trade.id), 0) >= trade.amount )
Rule nobody ( trade.owner <> 'NOBODY' )
on trade ( update account set balance = balance - trade.amount where id = trade.id; )
";
const HOLDINGS: &str = "
Rule somebody ( trade.owner <> 'SOMEBODY' )
Rule small ( trade.amount < 6 )
Rule owned ( coalesce((select sum(balance) from account where owner = trade.owner), 0) * 3 / 2 >= trade.amount )
on trade where trade.amount > 3 ( update account set balance = balance - 1 where id = trade.id; )
";

fn programs(texts: &[String]) -> Option<Vec<Arc<Program>>> {
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    Some(rulec::compile_family(&texts).0?.into_iter().map(Arc::new).collect())
}

/// The executors of the engine, side by side.
struct Pair {
    reference: Reference,
    twin: Twin,
    /// Of each member, made ready for the twin; while one runs, what ran before stands in its
    /// place.
    prepared: Vec<Prepared>,
    programs: Vec<Arc<Program>>,
    in_force: usize,
}

impl Pair {
    fn new(programs: &[Arc<Program>]) -> Pair {
        let twin = Twin::new(Arc::clone(&programs[0])).expect("it is sound");
        let prepare = |program: &Arc<Program>| Prepared::new(twin.family(), Arc::clone(program));
        let prepared =
            programs.iter().map(|program| prepare(program).expect("it is of the family")).collect();
        let reference = Reference::new(Arc::clone(&programs[0])).expect("it is sound");
        Pair { reference, twin, prepared, programs: programs.to_vec(), in_force: 0 }
    }

    fn swap(&mut self, next: usize) {
        if next != self.in_force {
            self.in_force = next;
            self.reference.swap(Arc::clone(&self.programs[next])).expect("it is of the family");
            let next = &self.programs[next];
            let ready = self
                .prepared
                .iter_mut()
                .find(|p| Arc::ptr_eq(p.program(), next))
                .expect("all were prepared");
            self.twin.take_over(ready).expect("it is of the family");
        }
    }

    fn answer(&mut self, bytes: &[u8], by_loader: bool) -> Verdict {
        let [reference, twin] =
            [&mut self.reference as &mut dyn Executor, &mut self.twin].map(|executor| {
                match by_loader {
                    true => executor.load(bytes),
                    false => executor.execute(bytes),
                }
            });
        assert_eq!(reference, twin);
        reference
    }
}

#[test]
fn core_twin_and_reference_agree_whichever_rule_set_is_in_force() {
    let first = std::env::var("RISKGATE_SEED").map_or(0, |seed| seed.parse().expect("a number"));
    testkit::kernels::run(
        "core_twin_and_reference_agree_whichever_rule_set_is_in_force",
        &hdl::small_core(),
        |kernel| {
            let (mut swaps, mut accepts, mut changed, mut loading) = (0, 0, 0, 0);
            let mut seed = first;
            while swaps < SWAPS_MIN {
                let (files, programs) = family_that_fits(&mut seed);
                let outcome = run_family(kernel, seed, &files, &programs);
                swaps += outcome.swaps;
                accepts += outcome.accepts;
                changed += outcome.decided_otherwise;
                loading += outcome.while_loading;
                seed += 1;
            }
            println!(
                "{swaps} swaps, {accepts} accepts, {changed} frames decided otherwise, {loading} frames beside a load"
            );
            assert!(accepts > 50 && changed > 10 && loading > 50, "{accepts} {changed} {loading}");
        },
    );
}

/// The first family from a seed on that the hardware has room for.
fn family_that_fits(seed: &mut u64) -> (Vec<RuleFile>, Vec<Arc<Program>>) {
    loop {
        let files = family(3, &mut Rng::new(*seed, 3));
        let texts: Vec<String> = files.iter().map(RuleFile::text).collect();
        let fits = |program: &Arc<Program>| microcode::load(program, 0, &Build::SMALL).is_ok();
        match programs(&texts) {
            Some(programs) if programs.iter().all(fits) => return (files, programs),
            _ => *seed += 1,
        }
    }
}

#[derive(Default)]
struct Outcome {
    swaps: usize,
    accepts: usize,
    /// Frames on which the rule sets of the family are of different opinions.
    decided_otherwise: usize,
    /// Frames answered while words of the next program were written.
    while_loading: usize,
}

fn run_family(
    kernel: &mut Kernel<'_>,
    seed: u64,
    files: &[RuleFile],
    programs: &[Arc<Program>],
) -> Outcome {
    let mut rng = Rng::new(seed, 4);
    let rules = rulec::resolve::resolve(&rulec::parse::parse_text(&files[0].text()).0)
        .0
        .expect("it was resolved");
    let count = SWAPS_PER_FAMILY * FRAMES_BETWEEN_MAX;
    let mut frames: VecDeque<Frame> = Frames::new(&rules, &mut rng).random(count, &mut rng).into();
    frames.retain(|frame| !frame.bytes.is_empty());
    let mut core = CoreModel::new(kernel, Build::SMALL, Arc::clone(&programs[0])).expect("it fits");
    let mut pair = Pair::new(programs);
    let mut outcome = Outcome::default();
    let mut in_force = 0;
    for _ in 0..SWAPS_PER_FAMILY {
        let next = (in_force + rng.between(1, programs.len() - 1)) % programs.len();
        core.prepare(Arc::clone(&programs[next])).expect("it is of the family");
        for _ in 0..rng.between(0, FRAMES_BETWEEN_MAX) {
            let Some(frame) = frames.pop_front() else { break };
            outcome.while_loading += usize::from(core.words_left() > 0);
            let Answer { verdict, .. } = match frame.by_loader {
                true => core.load(&frame.bytes),
                false => core.execute(&frame.bytes, 1),
            };
            let mut other = pair.reference.clone();
            other.swap(Arc::clone(&programs[next])).expect("it is of the family");
            let expected = pair.answer(&frame.bytes, frame.by_loader);
            assert_eq!(verdict, expected, "seed {seed}, rule set {in_force}: {frame:?}");
            outcome.accepts += usize::from(verdict.is_accept());
            outcome.decided_otherwise +=
                usize::from(!frame.by_loader && other.execute(&frame.bytes) != expected);
        }
        core.take_over();
        pair.swap(next);
        in_force = next;
        outcome.swaps += 1;
    }
    compare_tables(&mut core, &pair, seed);
    outcome
}

fn compare_tables(core: &mut CoreModel<'_, '_>, pair: &Pair, seed: u64) {
    let program = Arc::clone(core.program());
    for (index, table) in program.tables.iter().enumerate() {
        let id = TableId(index as u16);
        let mut expected = Vec::new();
        pair.reference.visit_rows(id, &mut |row| {
            expected.push(row.iter().map(OwnedCell::from).collect::<Vec<_>>())
        });
        let mut found = core.rows(id);
        expected.sort();
        found.sort();
        assert_eq!(found, expected, "seed {seed}, table `{}`", table.name);
        assert_eq!(
            digest(&pair.reference, id),
            digest(&pair.twin, id),
            "seed {seed}, table `{}`",
            table.name
        );
    }
}

/// Orders come without a cycle between them, and the wanted bank changes when it likes: an order is
/// decided by the program of the bank that is wanted in the cycle in which its first beat is taken.
/// The next one is taken when that one is released, or if it is the first by the other bank, when
/// all commits are over, and not a cycle later.
#[test]
fn a_change_of_bank_waits_for_no_pause_and_an_order_for_the_commit_before_it() {
    const ORDERS: usize = 600;
    testkit::kernels::run(
        "a_change_of_bank_waits_for_no_pause_and_an_order_for_the_commit_before_it",
        &hdl::small_core(),
        |kernel| {
            let texts = [FUNDS, HOLDINGS].map(|rules| format!("{DECLARATIONS}{rules}"));
            let programs = programs(&texts).expect("the rules compile");
            let mut rng = Rng::new(1, 5);
            let mut pair = Pair::new(&programs);
            let mut core =
                CoreModel::new(kernel, Build::SMALL, Arc::clone(&programs[0])).expect("it fits");
            for id in 0..8 {
                let row = [
                    FieldValue::Number(id),
                    FieldValue::Text(["ANNA", "BERT"][id as usize % 2].as_bytes()),
                    FieldValue::Number(90),
                ];
                let bytes = frame(&programs[0], FrameKind::Row(TableId(0)), id as u32, &row);
                assert_eq!(
                    (core.load(&bytes).verdict, pair.answer(&bytes, true)),
                    (Verdict::ACCEPT, Verdict::ACCEPT)
                );
            }
            core.prepare(Arc::clone(&programs[1])).expect("it is of the family");
            while core.words_left() > 0 {
                core.idle();
            }
            drop(core);

            let order = |rng: &mut Rng, sequence: usize| {
                let owner = *rng.pick(&["ANNA", "BERT", "CARL", "NOBODY", "SOMEBODY"]);
                let (id, amount) = (rng.below(9) as i64, rng.below(9) as i64);
                let fields = [
                    FieldValue::Number(id),
                    FieldValue::Text(owner.as_bytes()),
                    FieldValue::Number(amount),
                ];
                frame(&programs[0], FrameKind::Message(MessageId(0)), sequence as u32, &fields)
            };
            let (mut taken, mut answered, mut wanted) = (0, 0, 0);
            let releases = [0, 1]
                .map(|bank: usize| u64::from(engine::overlap::releases(&programs[bank])[0].cycles));
            let commits =
                [0, 1].map(|bank: usize| u64::from(programs[bank].transactions[0].commit_cycles));
            // When the last order is released and all commits are over, and the bank that it ran
            // by.
            let (mut released, mut quiet, mut ran) = (0, 0, 0);
            let (mut changes, mut waits, mut decided) = (0_u64, 0, [0; 2]);
            let mut expected: VecDeque<(usize, Verdict)> = VecDeque::new();
            let mut bytes = order(&mut rng, taken);
            kernel.set("s_axis_order_tvalid", true);
            kernel.set("m_axis_verdict_tready", true);
            kernel.set("s_axis_order_tuser", 0_u16);
            while answered < ORDERS {
                if rng.percent(4) {
                    wanted = 1 - wanted;
                    changes += 1;
                    kernel.set("bank_wanted", wanted as u8);
                }
                let [beat] = &beats(&bytes)[..] else { panic!("an order is one beat") };
                kernel.set_words("s_axis_order_tdata", &beat.words);
                kernel.set("s_axis_order_tkeep", beat.keep);
                kernel.set("s_axis_order_tlast", true);
                kernel.settle_low();
                let cycle = kernel.cycles();
                let is_wanted = cycle >= released && (cycle >= quiet || wanted == ran);
                assert_eq!(kernel.is_high("s_axis_order_tready"), is_wanted, "order {taken}");
                waits += u64::from(cycle >= released && !is_wanted);
                if is_wanted {
                    assert_eq!(kernel.get("bank"), wanted as u128, "order {taken}");
                    pair.swap(wanted);
                    expected.push_back((wanted, pair.answer(&bytes, false)));
                    decided[wanted] += 1;
                    (released, quiet, ran) =
                        (cycle + releases[wanted], quiet.max(cycle + commits[wanted]), wanted);
                    taken += 1;
                    bytes = order(&mut rng, taken);
                }
                if kernel.is_high("m_axis_verdict_tvalid") {
                    let words: [u64; 8] = kernel
                        .get_words("m_axis_verdict_tdata")
                        .try_into()
                        .expect("a beat has 512 bits");
                    let (bank, verdict) = expected.pop_front().expect("an order was taken");
                    assert_eq!(engine::answer::bank(&words), bank, "order {answered}");
                    let answer = engine::answer::read(&programs[bank], &words)
                        .expect("the core answers by its program");
                    assert_eq!(
                        (answer.sequence, answer.verdict),
                        (answered as u32, verdict),
                        "by the rule set {bank}"
                    );
                    answered += 1;
                }
                kernel.step();
            }
            let longest = u64::from(engine::overlap::DRAIN_CYCLES_MAX);
            assert!(
                waits > 0 && waits <= changes * longest,
                "{waits} cycles for {changes} changes"
            );
            assert!(
                changes > 100 && decided.iter().all(|count| *count > ORDERS / 4),
                "{changes} {decided:?}"
            );
        },
    );
}

fn frame(program: &Program, kind: FrameKind, sequence: u32, values: &[FieldValue<'_>]) -> Vec<u8> {
    let layout = Layout::new(program.transaction_index(kind) as u8, program.fields(kind));
    layout.write(sequence, values, &mut [0; FRAME_BYTES_MAX]).expect("values fit").to_vec()
}
