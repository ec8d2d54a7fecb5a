// SPDX-License-Identifier: Apache-2.0

//! A rule set takes over from another on the core while messages come. The rule set in force
//! decides each message, a message waits for a change no longer than for the commit before it, and
//! the tables stay equal to those of the reference and the twin.
//!
//! | variable | does |
//! | --- | --- |
//! | `RISKGATE_SEED=n` | starts with seed n |

use engine::build::Build;
use engine::executor::{Executor, digest};
use engine::frame::FieldValue;
use engine::machine::FRAME_BYTES_MAX;
use engine::microcode;
use engine::program::{FrameKind, Program};
use engine::reference::Reference;
use engine::schema::{MessageId, TableId};
use engine::twin::{Prepared, Twin};
use engine::verdict::Verdict;
use rulec::resolve::Paths;
use sim::core_model::{Answer, CoreModel, beats};
use sim::kernel::Kernel;
use sim::readback::OwnedCell;
use std::collections::VecDeque;
use std::sync::Arc;
use testkit::generate::{Frame, Frames, RuleFile, family};
use testkit::rng::Rng;

/// The number of takeovers of a run, and of one family.
const SWAPS_MIN: usize = 48;
const SWAPS_PER_FAMILY: usize = 12;
const FRAMES_BETWEEN_MAX: usize = 12;

/// Two rule sets on one table. Their transactions take different times, and each keeps the
/// aggregates that the other reads.
const DECLARATIONS: &str = "
create table account (
    id INT not null, owner char(8) not null, balance INT8 not null, primary key (id)
) with (rows = 64);
create message trade ( id INT not null, owner char(8) not null, amount INT8 not null );
";
const FUNDS: &str = "
Rule funds ( coalesce((select balance from account where id = trade.id), 0) >= trade.amount )
Rule nobody ( trade.owner <> 'NOBODY' )
on trade ( update account set balance = balance - trade.amount where id = trade.id; )
on reject of trade by funds ( update account set balance = balance + 2 where id = trade.id )
";
const HOLDINGS: &str = "
Rule somebody ( trade.owner <> 'SOMEBODY' )
Rule small ( trade.amount < 6 )
Rule owned (
    coalesce((select sum(balance) from account where owner = trade.owner), 0) * 3 / 2
        >= trade.amount
)
on trade where trade.amount > 3 ( update account set balance = balance - 1 where id = trade.id; )
";

fn programs(texts: &[String]) -> Option<Vec<Arc<Program>>> {
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let programs = rulec::compile_family(&texts).0?;
    Some(programs.into_iter().map(|program| Arc::new(program.for_hardware())).collect())
}

/// The executors of the engine, side by side.
struct Pair {
    reference: Reference,
    twin: Twin,
    /// The members of the family, prepared for the twin. The entry of the running member holds the
    /// member that ran before it.
    prepared: Vec<Prepared>,
    programs: Vec<Arc<Program>>,
    in_force: usize,
}

impl Pair {
    fn new(programs: &[Arc<Program>]) -> Pair {
        let twin = Twin::new(Arc::clone(&programs[0])).expect("it is valid");
        let prepare = |program: &Arc<Program>| Prepared::new(twin.family(), Arc::clone(program));
        let prepared =
            programs.iter().map(|program| prepare(program).expect("it is of the family")).collect();
        let reference = Reference::new(Arc::clone(&programs[0])).expect("it is valid");
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
                "{swaps} swaps, {accepts} accepts, {changed} frames decided otherwise, \
                 {loading} frames during a load"
            );
            assert!(accepts > 50 && changed > 10 && loading > 50, "{accepts} {changed} {loading}");
        },
    );
}

/// The first family, from a seed on, that fits the hardware. What no hardware has is left out of
/// its members.
fn family_that_fits(seed: &mut u64) -> (Vec<RuleFile>, Vec<Arc<Program>>) {
    let fits = |program: &Arc<Program>| microcode::load(program, 0, &Build::SMALL).is_ok();
    let runs = |text: &str| {
        let program = rulec::compile(text).0.map(Program::for_hardware);
        program.is_some_and(|program| fits(&Arc::new(program)))
    };
    loop {
        let members = family(3, &mut Rng::new(*seed, 3));
        let files: Vec<RuleFile> = members.iter().map(|member| member.keep(runs)).collect();
        let texts: Vec<String> = files.iter().map(RuleFile::text).collect();
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
    /// Frames that another rule set of the family decides differently.
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
    let rules =
        rulec::resolve::resolve(&rulec::parse::parse_text(&files[0].text()).0, Paths::default())
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

/// The cycles in which the core can take the next order, as the programs state them.
#[derive(Default)]
struct Expectation {
    releases: [u64; 2],
    commits: [u64; 2],
    /// The cycle in which the last order is released.
    released: u64,
    /// The cycle in which all commits have ended.
    quiet: u64,
    /// The program bank that the last order ran by.
    ran: usize,
    /// The program bank and verdict of every order that is taken and not yet answered.
    answers: VecDeque<(usize, Verdict)>,
    answered: usize,
}

impl Expectation {
    fn of(programs: &[Arc<Program>]) -> Expectation {
        let release = |bank: usize| engine::overlap::releases(&programs[bank])[0].cycles;
        let commit = |bank: usize| programs[bank].transactions[0].commit_cycles;
        Expectation {
            releases: [0, 1].map(|bank| u64::from(release(bank))),
            commits: [0, 1].map(|bank| u64::from(commit(bank))),
            ..Expectation::default()
        }
    }

    /// Whether the core takes an order by a program bank in a cycle.
    fn is_taken(&self, cycle: u64, bank: usize) -> bool {
        cycle >= self.released && (cycle >= self.quiet || bank == self.ran)
    }

    /// Notes an order that is taken.
    fn take(&mut self, cycle: u64, bank: usize, verdict: Verdict) {
        self.released = cycle + self.releases[bank];
        self.quiet = self.quiet.max(cycle + self.commits[bank]);
        self.ran = bank;
        self.answers.push_back((bank, verdict));
    }

    /// Compares the verdict on the stream, if there is one.
    fn compare(&mut self, kernel: &Kernel<'_>, programs: &[Arc<Program>]) {
        if !kernel.is_high("m_axis_verdict_tvalid") {
            return;
        }
        let words = kernel.get_words("m_axis_verdict_tdata");
        let words: [u64; 8] = words.try_into().expect("a beat has 512 bits");
        let (bank, verdict) = self.answers.pop_front().expect("an order was taken");
        assert_eq!(engine::answer::bank(&words), bank, "order {}", self.answered);
        let answer = engine::answer::read(&programs[bank], &words);
        let answer = answer.expect("the core answers by its program");
        assert_eq!(
            (answer.sequence, answer.verdict),
            (self.answered as u32, verdict),
            "by the rule set {bank}"
        );
        self.answered += 1;
    }
}

/// Loads the rows of eight accounts, then all words of the second program.
fn load_accounts(kernel: &mut Kernel<'_>, programs: &[Arc<Program>], pair: &mut Pair) {
    let mut core = CoreModel::new(kernel, Build::SMALL, Arc::clone(&programs[0])).expect("it fits");
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
}

/// A random order.
fn order(program: &Program, sequence: usize, rng: &mut Rng) -> Vec<u8> {
    let owner = *rng.pick(&["ANNA", "BERT", "CARL", "NOBODY", "SOMEBODY"]);
    let (id, amount) = (rng.below(9) as i64, rng.below(9) as i64);
    let fields =
        [FieldValue::Number(id), FieldValue::Text(owner.as_bytes()), FieldValue::Number(amount)];
    frame(program, FrameKind::Message(MessageId(0)), sequence as u32, &fields)
}

/// Offers an order, which is one beat.
fn offer(kernel: &mut Kernel<'_>, bytes: &[u8]) {
    let [beat] = &beats(bytes)[..] else { panic!("an order is one beat") };
    kernel.set_words("s_axis_order_tdata", &beat.words);
    kernel.set("s_axis_order_tkeep", beat.keep);
    kernel.set("s_axis_order_tlast", true);
}

/// Orders come without a cycle between them, while the selected program bank changes at random. An
/// order is decided by the program bank that is selected in the cycle in which its first beat is
/// taken. The core takes the next order exactly in the cycle in which the previous one is released,
/// or, if the order is the first by the other program bank, in the cycle in which all commits have
/// ended.
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
            load_accounts(kernel, &programs, &mut pair);

            let mut expected = Expectation::of(&programs);
            let (mut taken, mut wanted) = (0, 0);
            let (mut changes, mut waits, mut decided) = (0_u64, 0, [0; 2]);
            let mut bytes = order(&programs[0], taken, &mut rng);
            kernel.set("s_axis_order_tvalid", true);
            kernel.set("m_axis_verdict_tready", true);
            kernel.set("s_axis_order_tuser", 0_u16);
            while expected.answered < ORDERS {
                if rng.percent(4) {
                    wanted = 1 - wanted;
                    changes += 1;
                    kernel.set("bank_wanted", wanted as u8);
                }
                offer(kernel, &bytes);
                kernel.settle_low();
                let cycle = kernel.cycles();
                let is_taken = expected.is_taken(cycle, wanted);
                assert_eq!(kernel.is_high("s_axis_order_tready"), is_taken, "order {taken}");
                waits += u64::from(cycle >= expected.released && !is_taken);
                if is_taken {
                    assert_eq!(kernel.get("bank"), wanted as u128, "order {taken}");
                    pair.swap(wanted);
                    expected.take(cycle, wanted, pair.answer(&bytes, false));
                    decided[wanted] += 1;
                    taken += 1;
                    bytes = order(&programs[0], taken, &mut rng);
                }
                expected.compare(kernel, &programs);
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
    let layout = program.layout(kind);
    layout.write(sequence, values, &mut [0; FRAME_BYTES_MAX]).expect("values fit").to_vec()
}
