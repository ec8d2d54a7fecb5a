// SPDX-License-Identifier: Apache-2.0

//! The verdict tree against its definition: the lowest entry below the count that is not true and
//! blocks decides; the maps have those that block and those that warn.

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

/// Counts near every limit: of the words of the map, of the map, of the entries.
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
    failing: u128,
    warning: u128,
}

/// The modes of the first entries, one bit for each in either map. A bit of `warns` without that of
/// `silent` does not occur in a program; the kernel treats the maps separately.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Modes {
    silent: u128,
    warns: u128,
}

impl Modes {
    fn random(rng: &mut Rng) -> Modes {
        match rng.random_range(0..4) {
            0 => Modes::default(),
            1 => Modes { silent: u128::MAX, warns: u128::MAX },
            _ => Modes { silent: rng.random(), warns: rng.random() },
        }
    }
}

impl Decision {
    const ACCEPT: Decision =
        Decision { accept: true, first: 0, outcome: Truth::True, failing: 0, warning: 0 };

    /// The definition, evaluated entry by entry.
    fn of(entries: &[Truth], modes: Modes) -> Decision {
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
                decision =
                    Decision { accept: false, first: index as u8, outcome: *outcome, ..decision };
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
    /// The number of entries of the message to judge.
    judge: Option<usize>,
}

/// The kernel and its definition, cycle by cycle.
struct Bench<'k, 'r> {
    kernel: &'k mut Kernel<'r>,
    entries: [Truth; ENTRIES_MAX],
    modes: Modes,
    /// The judgements in progress, one a cycle.
    under_way: VecDeque<Option<Decision>>,
    /// The outputs; `None` from a reset to the first decision, when it is only known that nothing
    /// is accepted.
    held: Option<Decision>,
    ports: Vec<[String; 3]>,
    driven: Vec<usize>,
    decisions: usize,
}

impl<'k, 'r> Bench<'k, 'r> {
    fn new(kernel: &'k mut Kernel<'r>) -> Bench<'k, 'r> {
        let mut bench = Bench {
            kernel,
            entries: [Truth::True; ENTRIES_MAX],
            modes: Modes::default(),
            under_way: VecDeque::new(),
            held: None,
            ports: write_ports(),
            driven: Vec::new(),
            decisions: 0,
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
    fn judge(&mut self, count: usize) -> Decision {
        self.cycle(Inputs { judge: Some(count), ..Inputs::default() });
        for _ in 1..STANDS_CYCLES {
            assert!(!self.kernel.is_high("decided"), "early");
            self.idle(1);
        }
        assert!(self.kernel.is_high("decided"), "late");
        Decision::read(self.kernel)
    }

    /// Starts a transaction with other modes, after the last judgement.
    fn clear(&mut self, modes: Modes) {
        self.idle(STANDS_CYCLES);
        self.modes = modes;
        self.cycle(Inputs { clear: true, ..Inputs::default() });
    }

    /// Runs one cycle and compares every output with the definition.
    fn cycle(&mut self, inputs: Inputs) {
        self.drive(&inputs);
        self.kernel.step();
        self.under_way.resize(STANDS_CYCLES - 1, None);
        let judged = inputs.judge.map(|count| Decision::of(&self.entries[..count], self.modes));
        self.under_way.push_back(judged);
        if inputs.clear || inputs.reset {
            self.entries = [Truth::True; ENTRIES_MAX];
        }
        if inputs.reset {
            self.under_way = VecDeque::from([None; STANDS_CYCLES]);
            self.held = None;
        } else {
            for (_, entry, truth) in inputs.writes {
                self.entries[usize::from(entry)] = truth;
            }
        }
        let decided = self.under_way.pop_front().flatten();
        self.held = decided.or(self.held);
        let at = self.kernel.cycles();
        assert_eq!(self.kernel.is_high("decided"), decided.is_some(), "cycle {at}");
        match self.held {
            Some(held) => assert_eq!(Decision::read(self.kernel), held, "cycle {at}"),
            None => assert!(!self.kernel.is_high("accept"), "cycle {at}: accepted after reset"),
        }
        self.decisions += usize::from(decided.is_some());
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
        self.kernel.set("silent", self.modes.silent);
        self.kernel.set("warns", self.modes.warns);
        self.kernel.set("judge", inputs.judge.is_some());
        self.kernel.set("count", inputs.judge.unwrap_or(0) as u16);
    }
}

/// Each entry with each truth other than true, through every port: it decides if it is below the
/// count.
#[test]
fn every_entry_decides_alone() {
    testkit::kernels::run("every_entry_decides_alone", &emitted(), |kernel| {
        let mut bench = Bench::new(kernel);
        for entry in 0..=255_u8 {
            for (i, truth) in NOT_TRUE.into_iter().enumerate() {
                let position = usize::from(entry);
                bench.clear(Modes::default());
                bench.write((4 * position + i) % WRITE_PORTS, entry, truth);
                assert!(bench.judge(position).accept, "entry {entry} is not below {entry}");
                for count in [position + 1, ENTRIES_MAX] {
                    let decision = bench.judge(count);
                    assert_eq!(
                        (decision.accept, decision.first, decision.outcome),
                        (false, entry, truth)
                    );
                    assert_eq!(decision.failing, if entry < 128 { 1 << entry } else { 0 });
                }
            }
        }
    });
}

/// A silent entry does not decide, whatever its port; if it warns, its bit is in the map of those
/// that do. Entries from 128 on always decide.
#[test]
fn a_silent_entry_does_not_decide() {
    testkit::kernels::run("a_silent_entry_does_not_decide", &emitted(), |kernel| {
        let mut bench = Bench::new(kernel);
        let silent = u128::MAX;
        for entry in 0..=255_u8 {
            for warns in [0, u128::MAX] {
                bench.clear(Modes { silent, warns });
                bench.write(usize::from(entry) % WRITE_PORTS, entry, Truth::Null);
                let decision = bench.judge(ENTRIES_MAX);
                let bit = 1_u128.checked_shl(entry.into()).unwrap_or(0);
                assert_eq!((decision.accept, decision.failing), (entry < 128, 0));
                assert_eq!(decision.warning, bit & warns);
            }
        }
        // The lowest entry that blocks decides, not the lowest.
        bench.clear(Modes { silent: 0b0110, warns: 0b0100 });
        for entry in [2, 1, 3, 4] {
            bench.write(7, entry, Truth::False);
        }
        let outcome = Truth::False;
        let third =
            Decision { accept: false, first: 3, outcome, failing: 0b1_1000, warning: 0b0100 };
        assert_eq!(bench.judge(ENTRIES_MAX), third);
        assert_eq!(bench.judge(3), Decision { warning: 0b0100, ..Decision::ACCEPT });
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
            bench.judge(ENTRIES_MAX);
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
        bench.cycle(Inputs { clear: true, writes: late, judge: Some(10), ..Inputs::default() });
        bench.cycle(Inputs { judge: Some(10), ..Inputs::default() });
        let rejected = Decision { accept: false, ..Decision::ACCEPT };
        let first = Decision { first: 9, outcome: Truth::Null, failing: 1 << 9, ..rejected };
        assert_eq!(Decision::read(bench.kernel), first);
        bench.idle(1);
        let second = Decision { first: 2, outcome: Truth::False, failing: 1 << 2, ..rejected };
        assert_eq!(Decision::read(bench.kernel), second);
        bench.clear(Modes::default());
        assert!(bench.judge(10).accept);
    });
}

/// Random transactions at every rate: writes, clears and judgements up to one a cycle, idle
/// periods, and resets at any time. No entry is written twice in a transaction, as in validated
/// programs.
#[test]
fn streams_agree_with_the_definition() {
    testkit::kernels::run("streams_agree_with_the_definition", &emitted(), |kernel| {
        let mut rng = Rng::seeded(SEED);
        println!("seed {SEED:#x}");
        let mut bench = Bench::new(kernel);
        let mut free: Vec<u8> = (0..=255).collect();
        free.shuffle(&mut rng);
        for _ in 0..200 {
            let [clears, judges, busy, truths] =
                [1, 2, 3, 4].map(|_| [0.02, 0.3, 1.0][rng.random_range(0..3)]);
            let ports_max = [1, 4, WRITE_PORTS][rng.random_range(0..3)];
            bench.clear(Modes::random(&mut rng));
            free = (0..=255).collect();
            free.shuffle(&mut rng);
            for _ in 0..100 {
                let mut inputs = Inputs {
                    reset: rng.random_bool(0.005),
                    clear: rng.random_bool(clears),
                    judge: rng
                        .random_bool(judges)
                        .then(|| COUNTS[rng.random_range(0..COUNTS.len())]),
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
    });
}
