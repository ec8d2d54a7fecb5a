// SPDX-License-Identifier: Apache-2.0

//! The egress kernel against a model of one beat. A presented answer stays unchanged on its own
//! stream until it is taken there, under every mixture of idle cycles and back-pressure. `ready` is
//! exact, and the beat is the one that `engine::answer` reads.
//!
//! The test keeps the kernel's contract: it starts a transaction only in a cycle that is `ready`,
//! and the verdict comes in that cycle or later.

use engine::answer::{
    self, ACCEPT, Answered, BANK, DICTIONARY_FULL, EFFECT_ENTRY, EFFECT_OUTCOME, EFFECTS, ENTRY,
    FAILING, KIND, MALFORMED, OUTCOME, SESSION, WARNING,
};
use engine::program::Entry;
use engine::schema::RuleId;
use engine::value::Truth;
use engine::verdict::{Reason, Verdict};
use hdl::emit::{Emitted, emit};
use rand::RngExt;
use sim::kernel::Kernel;
use testkit::rng::Rng;

const SEED: u64 = 0xe9_7e55;
const WORDS: usize = 8;
/// The streams of answers: to orders, and to the host.
const STREAMS: [&str; 2] = ["m_axis_verdict", "m_axis_c2h"];

fn emitted() -> Emitted {
    emit("egress", "the way out", &mut hdl::kernels::egress::Egress::default())
}

/// The inputs of the kernel.
#[derive(Clone, Copy, Debug)]
struct Given {
    host: bool,
    accept: bool,
    malformed: bool,
    texts_full: bool,
    entry: u8,
    outcome: u8,
    failing: u128,
    warning: u128,
    /// The entry and the outcome of effects, if there are any.
    effects: Option<(u8, u8)>,
    kind: u8,
    session: u16,
    sequence: u32,
    bank: bool,
}

impl Given {
    fn random(rng: &mut Rng) -> Given {
        Given {
            host: rng.random(),
            accept: rng.random(),
            malformed: rng.random_bool(0.2),
            texts_full: rng.random_bool(0.2),
            entry: rng.random(),
            outcome: rng.random_range(0..8),
            failing: rng.random(),
            warning: rng.random(),
            effects: rng.random_bool(0.5).then(|| (rng.random(), rng.random_range(0..8))),
            kind: rng.random_range(0..128),
            session: rng.random(),
            sequence: rng.random(),
            bank: rng.random(),
        }
    }

    fn drive(&self, kernel: &mut Kernel<'_>) {
        kernel.set("host", self.host);
        kernel.set("accept", self.accept);
        kernel.set("malformed", self.malformed);
        kernel.set("texts_full", self.texts_full);
        kernel.set("entry", self.entry);
        kernel.set("outcome", self.outcome);
        kernel.set("failing", self.failing);
        kernel.set("warning", self.warning);
        kernel.set("effects", self.effects.is_some());
        // Without effects their entry is noise.
        let (entry, outcome) = self.effects.unwrap_or((self.entry, self.outcome));
        kernel.set("effect_entry", entry);
        kernel.set("effect_outcome", outcome);
        kernel.set("kind", self.kind);
        kernel.set("session", self.session);
        kernel.set("sequence_number", self.sequence);
        kernel.set("bank", self.bank);
    }

    /// The beat, bit by bit, at the places that `engine::answer` defines. A malformed frame has no
    /// judgement.
    fn beat(&self) -> Vec<u64> {
        let mut beat = vec![0; WORDS];
        let mut put = |at: usize, width: usize, value: u128| {
            (0..width).for_each(|bit| {
                beat[(at + bit) / 64] |= ((value >> bit & 1) as u64) << ((at + bit) % 64)
            });
        };
        put(0, 32, self.sequence.into());
        put(SESSION, 16, self.session.into());
        put(KIND, 7, self.kind.into());
        put(MALFORMED, 1, self.malformed.into());
        put(BANK, 1, self.bank.into());
        put(DICTIONARY_FULL, 1, (self.texts_full && !self.malformed).into());
        if !self.malformed && !self.texts_full {
            put(ACCEPT, 1, self.accept.into());
            put(ENTRY, 8, self.entry.into());
            put(OUTCOME, 3, self.outcome.into());
            put(FAILING, 128, self.failing);
            put(WARNING, 128, self.warning);
            put(EFFECTS, 1, self.effects.is_some().into());
            let (entry, outcome) = self.effects.unwrap_or_default();
            put(EFFECT_ENTRY, 8, entry.into());
            put(EFFECT_OUTCOME, 3, outcome.into());
        }
        beat
    }
}

/// The kernel and its model.
struct Bench<'k, 'r> {
    kernel: &'k mut Kernel<'r>,
    rng: Rng,
    /// The beat that is presented, and whether it is for the host.
    held: Option<(bool, Vec<u64>)>,
    taken: usize,
}

impl<'k, 'r> Bench<'k, 'r> {
    fn new(kernel: &'k mut Kernel<'r>, seed: u64) -> Bench<'k, 'r> {
        let mut bench = Bench { kernel, rng: Rng::seeded(seed), held: None, taken: 0 };
        bench.reset(true);
        bench
    }

    /// The beat on the stream of verdicts.
    fn beat(&self) -> [u64; 8] {
        let words = self.kernel.get_words("m_axis_verdict_tdata");
        std::array::from_fn(|word| words[word])
    }

    /// Runs a cycle of `reset` with any other inputs; no beat is presented after it.
    fn reset(&mut self, presents: bool) {
        self.kernel.set("reset", true);
        self.kernel.set("valid", presents);
        for stream in STREAMS {
            self.kernel.set(&format!("{stream}_tready"), self.rng.random::<bool>());
        }
        self.kernel.step();
        self.kernel.set("reset", false);
        self.held = None;
    }

    /// The first half of a cycle: compares every output with the model, and returns whether a
    /// transaction may start. `tready` of the idle stream is random and has no effect.
    fn look(&mut self, tready: bool) -> bool {
        let held_on = self.held.as_ref().map(|(host, _)| usize::from(*host));
        for (number, stream) in STREAMS.iter().enumerate() {
            let other = self.rng.random();
            self.kernel.set(
                &format!("{stream}_tready"),
                if held_on == Some(number) { tready } else { other },
            );
        }
        self.kernel.settle_low();
        let at = self.kernel.cycles();
        for (number, stream) in STREAMS.iter().enumerate() {
            let is_held = held_on == Some(number);
            assert_eq!(
                self.kernel.is_high(&format!("{stream}_tvalid")),
                is_held,
                "{stream}, cycle {at}"
            );
            if let (true, Some((_, beat))) = (is_held, &self.held) {
                assert_eq!(
                    &self.kernel.get_words(&format!("{stream}_tdata")),
                    beat,
                    "{stream}, cycle {at}"
                );
            }
        }
        let ready = self.kernel.is_high("ready");
        assert_eq!(ready, self.held.is_none() || tready, "cycle {at}");
        ready
    }

    /// The second half: a beat that finds `tready` is taken, and a new answer is presented.
    fn finish(&mut self, tready: bool, presented: Option<&Given>) {
        // Inputs that are not valid are noise.
        let noise = Given::random(&mut self.rng);
        presented.unwrap_or(&noise).drive(self.kernel);
        self.kernel.set("valid", presented.is_some());
        self.kernel.step();
        if tready {
            self.taken += usize::from(self.held.take().is_some());
        }
        if let Some(given) = presented {
            assert!(self.held.is_none(), "the neighbour keeps the contract");
            self.held = Some((given.host, given.beat()));
        }
    }
}

#[test]
fn a_verdict_stands_unchanged_until_it_is_taken_once() {
    testkit::kernels::run(
        "a_verdict_stands_unchanged_until_it_is_taken_once",
        &emitted(),
        |kernel| {
            println!("seed {SEED:#x}");
            let mut bench = Bench::new(kernel, SEED);
            for starts in [0.05, 0.5, 1.0] {
                for takes in [0.02, 0.3, 0.7, 1.0] {
                    for delay_max in [0, 1, 5] {
                        let mut presented = 0;
                        let mut waiting: Option<u32> = None;
                        bench.reset(true);
                        bench.taken = 0;
                        for _ in 0..4_000 {
                            let tready = bench.rng.random_bool(takes);
                            let ready = bench.look(tready);
                            if waiting.is_none() && ready && bench.rng.random_bool(starts) {
                                waiting = Some(bench.rng.random_range(0..=delay_max));
                            }
                            let given = (waiting == Some(0)).then(|| Given::random(&mut bench.rng));
                            bench.finish(tready, given.as_ref());
                            presented += usize::from(given.is_some());
                            waiting = waiting.and_then(|cycles| cycles.checked_sub(1));
                        }
                        assert_eq!(presented, bench.taken + usize::from(bench.held.is_some()));
                        assert!(presented > 20, "starts {starts}, takes {takes}: {presented}");
                    }
                }
            }
        },
    );
}

/// At full rate without back-pressure, a beat leaves in every cycle.
#[test]
fn a_verdict_a_cycle_passes() {
    testkit::kernels::run("a_verdict_a_cycle_passes", &emitted(), |kernel| {
        let mut bench = Bench::new(kernel, SEED + 1);
        for _ in 0..500 {
            assert!(bench.look(true));
            let given = Given::random(&mut bench.rng);
            bench.finish(true, Some(&given));
        }
        assert_eq!(bench.taken, 499);
    });
}

#[test]
fn a_reset_in_the_middle_leaves_no_answer() {
    testkit::kernels::run("a_reset_in_the_middle_leaves_no_answer", &emitted(), |kernel| {
        let mut bench = Bench::new(kernel, SEED + 2);
        for round in 0..200 {
            bench.look(true);
            let given = Given::random(&mut bench.rng);
            bench.finish(true, Some(&given));
            for _ in 0..round % 4 {
                bench.look(false);
                bench.finish(false, None);
            }
            bench.reset(round % 3 == 0);
            assert!(bench.look(false), "there is room after a reset");
        }
        assert_eq!(bench.taken, 0);
    });
}

/// The host reads exactly what the kernel was given.
#[test]
fn the_host_reads_what_was_given() {
    let rules = "create table refused ( a INT not null, primary key (a) ) with (rows = 2);
        create message quote ( a INT not null );
        Rule first ( quote.a > 0 )
        Rule second ( quote.a < 100 )
        Rule third ( quote.a <> 7 )
        on reject of quote ( insert into refused values (quote.a) )";
    let program = rulec::compile(rules).0.expect("the rules compile").for_hardware();
    let (entries, effects) = (&program.transactions[0].entries, &program.transactions[0].effects);
    let full = Entry::Check(Reason::TableFull);
    let full = effects.iter().position(|entry| *entry == full).expect("an insert needs room");
    let full = (entries.len() + full) as u8;
    testkit::kernels::run("the_host_reads_what_was_given", &emitted(), |kernel| {
        let mut bench = Bench::new(kernel, SEED + 3);
        let base = Given {
            host: false,
            accept: true,
            malformed: false,
            texts_full: false,
            entry: 0,
            outcome: Truth::True as u8,
            failing: 0,
            warning: 0,
            effects: None,
            kind: 0,
            session: 0xbeef,
            sequence: 0x0102_0304,
            bank: true,
        };
        let second = Verdict {
            reason: Some(Reason::False),
            rule: Some(RuleId(1)),
            failing: 0b110,
            ..Verdict::ACCEPT
        };
        let warned = Verdict { warnings: 0b101, ..Verdict::ACCEPT };
        let rejected =
            Given { accept: false, entry: 1, outcome: Truth::False as u8, failing: 0b110, ..base };
        let settled = |entry, outcome| Given { effects: Some((entry, outcome as u8)), ..rejected };
        for (given, verdict) in [
            (settled(0, Truth::True), second),
            (settled(full, Truth::False), Verdict { effects: Some(Reason::TableFull), ..second }),
            (settled(full, Truth::Null), Verdict { effects: Some(Reason::Null), ..second }),
            (base, Verdict::ACCEPT),
            (rejected, second),
            // The answer has no bits of entries after the rules.
            (Given { warning: 0b1101, ..base }, warned),
            (Given { warning: 0b1001, ..rejected }, Verdict { warnings: 1, ..second }),
            (Given { warning: 1, malformed: true, ..base }, Verdict::refused(Reason::Malformed)),
            (Given { malformed: true, ..rejected }, Verdict::refused(Reason::Malformed)),
            (Given { malformed: true, bank: false, ..base }, Verdict::refused(Reason::Malformed)),
            (Given { texts_full: true, ..base }, Verdict::refused(Reason::DictionaryFull)),
            (
                Given { texts_full: true, malformed: true, ..base },
                Verdict::refused(Reason::Malformed),
            ),
        ] {
            bench.finish(true, Some(&given));
            bench.look(false);
            let beat = bench.beat();
            let expected = Answered { verdict, session: 0xbeef, sequence: 0x0102_0304 };
            assert_eq!(answer::read(&program, &beat), Some(expected), "{given:?}");
            assert_eq!(answer::bank(&beat), usize::from(given.bank), "{given:?}");
        }
        // An entry of the verdict is none of the effects.
        bench.finish(true, Some(&settled(0, Truth::False)));
        bench.look(false);
        assert_eq!(answer::read(&program, &bench.beat()), None);
    });
}
