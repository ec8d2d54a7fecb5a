// SPDX-License-Identifier: Apache-2.0

//! The verdict tree against its definition: the lowest entry below the count that is not true and
//! blocks decides; the maps have those that block and those that warn. The entries from the count
//! on settle the effects of a reject.

use engine::isa::{INSTRUCTION_SET, Opcode};
use engine::machine::ENTRIES_MAX;
use engine::value::Truth;
use hdl::emit::{Emitted, emit};
use hdl::kernels::verdict::{Verdict, WRITE_PORTS};
use rand::RngExt;
use rand::seq::SliceRandom;
use sim::kernel::Kernel;
use std::collections::VecDeque;
use testkit::rng::Rng;

const SEED: u64 = 0x5eed_0001;

/// The cycles from `judge` to the cycle in which the outputs are presented; they can be read in the
/// next one.
const STANDS_CYCLES: usize = INSTRUCTION_SET[Opcode::Verdict as usize].latency as usize - 1;

/// Numbers of entries of a verdict near every limit: of the words of the map, of the map, of the
/// entries.
const COUNTS: [usize; 10] = [0, 1, 63, 64, 65, 127, 128, 129, 255, 256];

const NOT_TRUE: [Truth; 4] = [Truth::False, Truth::Null, Truth::Overflow, Truth::DivisionByZero];

fn emitted() -> Emitted {
    emit("verdict", "the verdict tree", &mut Verdict::default())
}

/// The names of the ports of each write port: valid, index and truth.
fn write_ports() -> Vec<[String; 3]> {
    let ports = emitted().ports;
    let named = |prefix: &str| {
        ports.iter().filter(|p| p.name.starts_with(prefix)).map(|p| p.name.clone()).collect()
    };
    let [valid, index, truth]: [Vec<String>; 3] = ["valid", "index", "truth"].map(named);
    (0..WRITE_PORTS).map(|p| [&valid, &index, &truth].map(|names| names[p].clone())).collect()
}

/// The outputs of the kernel for a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Decision {
    accept: bool,
    first: u8,
    outcome: Truth,
    by_rule: bool,
    failing: u128,
    warning: u128,
}

/// The outputs of the kernel for the effects of a reject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Settled {
    is_done: bool,
    entry: u8,
    outcome: Truth,
}

impl Settled {
    /// The definition: the first entry from the number `count` on that is not true.
    fn of(entries: &[Truth], count: usize, wanted: bool) -> Settled {
        let mut effects = entries.iter().enumerate().skip(count);
        match effects.find(|(_, outcome)| **outcome != Truth::True) {
            Some((index, outcome)) => {
                Settled { is_done: false, entry: index as u8, outcome: *outcome }
            }
            None => Settled { is_done: wanted, entry: 0, outcome: Truth::True },
        }
    }

    fn read(kernel: &Kernel<'_>) -> Settled {
        Settled {
            is_done: kernel.is_high("is_done"),
            entry: kernel.get("settled_entry") as u8,
            outcome: Truth::ALL[kernel.get("settled_outcome") as usize],
        }
    }
}

/// What holds for a whole message: the modes of its entries, and how many entries belong to its
/// verdict and how many of those are rules.
#[derive(Clone, Copy, Debug)]
struct Message {
    modes: Modes,
    entries: usize,
    rules: usize,
}

impl Message {
    /// A message whose entries all belong to the verdict, and whose first 128 are rules.
    const FULL: Message = Message { modes: Modes::BLOCK, entries: ENTRIES_MAX, rules: 128 };

    fn random(rng: &mut Rng) -> Message {
        let [entries, rules] = [(); 2].map(|()| COUNTS[rng.random_range(0..COUNTS.len())]);
        Message { modes: Modes::random(rng), entries, rules: rules.min(entries).min(128) }
    }
}

/// The modes of the first entries, one bit for each in either map. A bit of `warns` without that of
/// `silent` does not occur in a program; the kernel treats the maps separately.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Modes {
    silent: u128,
    warns: u128,
}

impl Modes {
    const BLOCK: Modes = Modes { silent: 0, warns: 0 };

    fn random(rng: &mut Rng) -> Modes {
        match rng.random_range(0..4) {
            0 => Modes::default(),
            1 => Modes { silent: u128::MAX, warns: u128::MAX },
            _ => Modes { silent: rng.random(), warns: rng.random() },
        }
    }
}

impl Decision {
    const ACCEPT: Decision = Decision {
        accept: true,
        first: 0,
        outcome: Truth::True,
        by_rule: false,
        failing: 0,
        warning: 0,
    };

    /// The definition, evaluated entry by entry.
    fn of(entries: &[Truth], message: Message) -> Decision {
        let (entries, modes) = (&entries[..message.entries], message.modes);
        let mut decision = Decision::ACCEPT;
        for (index, outcome) in
            entries.iter().enumerate().filter(|(_, outcome)| **outcome != Truth::True)
        {
            let bit = 1_u128.checked_shl(index as u32).unwrap_or(0);
            decision.warning |= bit & modes.warns;
            if modes.silent & bit != 0 {
                continue;
            }
            if decision.accept {
                let (first, by_rule) = (index as u8, index < message.rules);
                decision =
                    Decision { accept: false, first, outcome: *outcome, by_rule, ..decision };
            }
            decision.failing |= bit;
        }
        decision
    }

    fn read(kernel: &Kernel<'_>) -> Decision {
        Decision {
            accept: kernel.is_high("accept"),
            first: kernel.get("first") as u8,
            outcome: Truth::ALL[kernel.get("outcome") as usize],
            by_rule: kernel.is_high("by_rule"),
            failing: kernel.get("failing"),
            warning: kernel.get("warning"),
        }
    }
}

/// The inputs of a cycle.
#[derive(Clone, Debug, Default)]
struct Inputs {
    reset: bool,
    clear: bool,
    /// The write port, entry and truth of each write.
    writes: Vec<(usize, u8, Truth)>,
    judge: bool,
    /// Settles the effects; whether they are wanted.
    settle: Option<bool>,
}

/// The kernel and its definition, cycle by cycle.
struct Bench<'k, 'r> {
    kernel: &'k mut Kernel<'r>,
    entries: [Truth; ENTRIES_MAX],
    message: Message,
    /// The judgements in progress, one a cycle, and the effects that are settled.
    under_way: VecDeque<(Option<Decision>, Option<Settled>)>,
    /// The outputs; `None` from a reset to the first decision, when it is only known that nothing
    /// is accepted.
    held: Option<Decision>,
    settled: Option<Settled>,
    ports: Vec<[String; 3]>,
    driven: Vec<usize>,
    decisions: usize,
    settlements: usize,
}

impl<'k, 'r> Bench<'k, 'r> {
    fn new(kernel: &'k mut Kernel<'r>) -> Bench<'k, 'r> {
        let mut bench = Bench {
            kernel,
            entries: [Truth::True; ENTRIES_MAX],
            message: Message::FULL,
            under_way: VecDeque::new(),
            held: None,
            settled: None,
            ports: write_ports(),
            driven: Vec::new(),
            decisions: 0,
            settlements: 0,
        };
        bench.cycle(Inputs { reset: true, ..Inputs::default() });
        bench
    }

    fn idle(&mut self, cycles: usize) {
        (0..cycles).for_each(|_| self.cycle(Inputs::default()));
    }

    /// Performs writes, each in its own cycle.
    fn write(&mut self, port: usize, entry: u8, truth: Truth) {
        self.cycle(Inputs { writes: vec![(port, entry, truth)], ..Inputs::default() });
    }

    /// The decision on the writes so far, in its exact cycle.
    fn judge(&mut self) -> Decision {
        self.cycle(Inputs { judge: true, ..Inputs::default() });
        for _ in 1..STANDS_CYCLES {
            assert!(!self.kernel.is_high("decided"), "early");
            self.idle(1);
        }
        assert!(self.kernel.is_high("decided"), "late");
        Decision::read(self.kernel)
    }

    /// The outcome of the effects after the writes so far, in its exact cycle.
    fn settle(&mut self, wanted: bool) -> Settled {
        self.cycle(Inputs { settle: Some(wanted), ..Inputs::default() });
        for _ in 1..STANDS_CYCLES {
            assert!(!self.kernel.is_high("settled"), "early");
            self.idle(1);
        }
        assert!(self.kernel.is_high("settled"), "late");
        Settled::read(self.kernel)
    }

    /// Starts another message, after the last judgement.
    fn clear(&mut self, message: Message) {
        self.idle(STANDS_CYCLES);
        self.message = message;
        self.cycle(Inputs { clear: true, ..Inputs::default() });
    }

    /// Runs one cycle and compares every output with the definition.
    fn cycle(&mut self, inputs: Inputs) {
        self.drive(&inputs);
        self.kernel.step();
        self.under_way.resize(STANDS_CYCLES - 1, (None, None));
        let judged = inputs.judge.then(|| Decision::of(&self.entries, self.message));
        let effects =
            inputs.settle.map(|wanted| Settled::of(&self.entries, self.message.entries, wanted));
        self.under_way.push_back((judged, effects));
        if inputs.clear || inputs.reset {
            self.entries = [Truth::True; ENTRIES_MAX];
        }
        if inputs.reset {
            self.under_way = VecDeque::from([(None, None); STANDS_CYCLES]);
            (self.held, self.settled) = (None, None);
        } else {
            for (_, entry, truth) in inputs.writes {
                self.entries[usize::from(entry)] = truth;
            }
        }
        let (decided, settled) = self.under_way.pop_front().unwrap_or_default();
        self.held = decided.or(self.held);
        self.settled = settled.or(self.settled);
        let at = self.kernel.cycles();
        assert_eq!(self.kernel.is_high("settled"), settled.is_some(), "cycle {at}");
        if let Some(settled) = self.settled {
            assert_eq!(Settled::read(self.kernel), settled, "cycle {at}");
        }
        assert_eq!(self.kernel.is_high("decided"), decided.is_some(), "cycle {at}");
        match self.held {
            Some(held) => assert_eq!(Decision::read(self.kernel), held, "cycle {at}"),
            None => assert!(!self.kernel.is_high("accept"), "cycle {at}: accepted after reset"),
        }
        self.decisions += usize::from(decided.is_some());
        self.settlements += usize::from(settled.is_some());
    }

    fn drive(&mut self, inputs: &Inputs) {
        for port in self.driven.drain(..) {
            self.kernel.set(&self.ports[port][0], false);
        }
        for (port, entry, truth) in &inputs.writes {
            let [valid, index, outcome] = &self.ports[*port];
            self.kernel.set(valid, true);
            self.kernel.set(index, *entry);
            self.kernel.set(outcome, *truth as u8);
            self.driven.push(*port);
        }
        self.kernel.set("reset", inputs.reset);
        self.kernel.set("clear", inputs.clear);
        self.kernel.set("silent", self.message.modes.silent);
        self.kernel.set("warns", self.message.modes.warns);
        self.kernel.set("entry_count", self.message.entries as u16);
        self.kernel.set("rule_count", self.message.rules as u8);
        self.kernel.set("judge", inputs.judge);
        self.kernel.set("settle", inputs.settle.is_some());
        self.kernel.set("wanted", inputs.settle.unwrap_or(false));
    }
}

/// Each entry with each truth other than true, through every port: it decides if it is below the
/// count, and otherwise forbids the effects.
#[test]
fn every_entry_decides_alone() {
    testkit::kernels::run("every_entry_decides_alone", &emitted(), |kernel| {
        let mut bench = Bench::new(kernel);
        for entry in 0..=255_u8 {
            for (i, truth) in NOT_TRUE.into_iter().enumerate() {
                let position = usize::from(entry);
                let port = (4 * position + i) % WRITE_PORTS;
                bench.clear(Message { entries: position, ..Message::FULL });
                bench.write(port, entry, truth);
                assert_eq!(bench.judge(), Decision::ACCEPT, "entry {entry} is not below {entry}");
                let forbidden = Settled { is_done: false, entry, outcome: truth };
                assert_eq!(bench.settle(true), forbidden);
                for (entries, rules) in [(position + 1, position.min(127)), (ENTRIES_MAX, 128)] {
                    bench.clear(Message { entries, rules, ..Message::FULL });
                    bench.write(port, entry, truth);
                    let decision = bench.judge();
                    assert_eq!(
                        (decision.accept, decision.first, decision.outcome),
                        (false, entry, truth)
                    );
                    assert_eq!(decision.by_rule, position < rules);
                    assert_eq!(decision.failing, if entry < 128 { 1 << entry } else { 0 });
                    let done = Settled { is_done: true, entry: 0, outcome: Truth::True };
                    assert_eq!(bench.settle(true), done);
                    assert_eq!(bench.settle(false), Settled { is_done: false, ..done });
                }
            }
        }
    });
}

/// A silent entry does not decide, whatever its port; its bit is in the map of those that warn if
/// it warns. Entries from 128 on always decide.
#[test]
fn a_silent_entry_does_not_decide() {
    testkit::kernels::run("a_silent_entry_does_not_decide", &emitted(), |kernel| {
        let mut bench = Bench::new(kernel);
        let silent = u128::MAX;
        for entry in 0..=255_u8 {
            for warns in [0, u128::MAX] {
                bench.clear(Message { modes: Modes { silent, warns }, ..Message::FULL });
                bench.write(usize::from(entry) % WRITE_PORTS, entry, Truth::Null);
                let decision = bench.judge();
                let bit = 1_u128.checked_shl(entry.into()).unwrap_or(0);
                assert_eq!((decision.accept, decision.failing), (entry < 128, 0));
                assert_eq!(decision.warning, bit & warns);
            }
        }
        // The lowest entry that blocks decides, not the lowest.
        let modes = Modes { silent: 0b0110, warns: 0b0100 };
        let warned = Decision { warning: 0b0100, ..Decision::ACCEPT };
        let third = Decision {
            accept: false,
            first: 3,
            outcome: Truth::False,
            by_rule: true,
            failing: 0b1_1000,
            ..warned
        };
        for (entries, decision) in [(ENTRIES_MAX, third), (3, warned)] {
            bench.clear(Message { modes, entries, ..Message::FULL });
            for entry in [2, 1, 3, 4] {
                bench.write(7, entry, Truth::False);
            }
            assert_eq!(bench.judge(), decision);
        }
        // Modes are no matter of effects.
        assert_eq!(bench.settle(true).entry, 3);
    });
}

/// Every port carries every bit of an index and of a truth, and all ports write in one cycle.
#[test]
fn every_port_writes_every_entry() {
    testkit::kernels::run("every_port_writes_every_entry", &emitted(), |kernel| {
        let mut bench = Bench::new(kernel);
        for shift in 0..ENTRIES_MAX {
            let entry = |port: usize| ((port * 5 + shift) % ENTRIES_MAX) as u8;
            let writes =
                (0..WRITE_PORTS).map(|p| (p, entry(p), NOT_TRUE[(p + shift) % 4])).collect();
            bench.cycle(Inputs { clear: true, writes, ..Inputs::default() });
            bench.judge();
            bench.settle(true);
        }
    });
}

/// A write in the cycle before the judgement counts, a write in the same cycle does not. `clear`
/// takes effect before the writes of its cycle and after the judgement of its cycle.
#[test]
fn a_judgement_sees_what_was_written_before_it() {
    testkit::kernels::run("a_judgement_sees_what_was_written_before_it", &emitted(), |kernel| {
        let mut bench = Bench::new(kernel);
        bench.write(3, 9, Truth::Null);
        let late = vec![(3, 2, Truth::False)];
        bench.cycle(Inputs { clear: true, writes: late, judge: true, ..Inputs::default() });
        bench.cycle(Inputs { judge: true, ..Inputs::default() });
        let rejected = Decision { accept: false, by_rule: true, ..Decision::ACCEPT };
        let first = Decision { first: 9, outcome: Truth::Null, failing: 1 << 9, ..rejected };
        assert_eq!(Decision::read(bench.kernel), first);
        bench.idle(1);
        let second = Decision { first: 2, outcome: Truth::False, failing: 1 << 2, ..rejected };
        assert_eq!(Decision::read(bench.kernel), second);
        bench.clear(Message::FULL);
        assert!(bench.judge().accept);
    });
}

/// Random transactions at every rate: writes, clears, judgements and settlements up to one a cycle,
/// idle periods, and resets at any time. No entry is written twice in a transaction, as in
/// validated programs.
#[test]
fn streams_agree_with_the_definition() {
    testkit::kernels::run("streams_agree_with_the_definition", &emitted(), |kernel| {
        let mut rng = Rng::seeded(SEED);
        println!("seed {SEED:#x}");
        let mut bench = Bench::new(kernel);
        let mut free: Vec<u8> = (0..=255).collect();
        free.shuffle(&mut rng);
        for _ in 0..200 {
            let [clears, judges, settles, busy, truths] =
                [(); 5].map(|_| [0.02, 0.3, 1.0][rng.random_range(0..3)]);
            let ports_max = [1, 4, WRITE_PORTS][rng.random_range(0..3)];
            bench.clear(Message::random(&mut rng));
            free = (0..=255).collect();
            free.shuffle(&mut rng);
            for _ in 0..100 {
                let mut inputs = Inputs {
                    reset: rng.random_bool(0.005),
                    clear: rng.random_bool(clears),
                    judge: rng.random_bool(judges),
                    settle: rng.random_bool(settles).then(|| rng.random_bool(0.8)),
                    ..Inputs::default()
                };
                if inputs.clear || inputs.reset {
                    free = (0..=255).collect();
                    free.shuffle(&mut rng);
                }
                if rng.random_bool(busy) {
                    let mut ports: Vec<usize> = (0..WRITE_PORTS).collect();
                    ports.shuffle(&mut rng);
                    ports.truncate(rng.random_range(0..=ports_max).min(free.len()));
                    inputs.writes = ports
                        .into_iter()
                        .filter_map(|port| {
                            let failing = rng.random_bool(truths);
                            let truth = if failing {
                                NOT_TRUE[rng.random_range(0..4)]
                            } else {
                                Truth::True
                            };
                            Some((port, free.pop()?, truth))
                        })
                        .collect();
                }
                bench.cycle(inputs);
            }
        }
        assert!(bench.decisions > 5_000, "{} decisions", bench.decisions);
        assert!(bench.settlements > 5_000, "{} settlements", bench.settlements);
    });
}
