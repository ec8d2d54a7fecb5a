// SPDX-License-Identifier: Apache-2.0

//! The verdict tree: finds the lowest entry that is not true and blocks, the map of all such
//! entries, and the map of those that are not true and warn. Later it finds the lowest entry of the
//! effects of a reject that is not true.
//!
//! Entries start out true and each is written at most once. So only those that are *not* true are
//! stored, and of them only the lowest and one bit each. There is no register file of entries. A
//! port turns its entry into a *rank*, an unsigned number that is larger for a lower entry and zero
//! for a true one; the verdict is the maximum. Any unit may write any entry.
//!
//! ```text
//!    13        12      11       10      3 2       0
//! +--------+---------+--------+---------+---------+
//! | effect | verdict | blocks | ~ index | outcome |   0 for an entry that is true
//! +--------+---------+--------+---------+---------+
//! ```
//! The entries below `entry_count` are those of the verdict; the others are those of the effects.
//! An entry of the verdict blocks unless its bit in `silent` is set; entries from 128 on always do.
//! The maximum is over bits 11 to 0, so that it is an entry that blocks if there is one. The
//! maximum for the effects has bit 13 in place of bit 11.
//!
//! ```text
//!             t - 1        t                            t + 1                t + 2
//!  write ── rank ──▶ │ maximum of 7 ranks  ──▶ │ 8 groups,        ──▶ │ decided, accept, first,
//!                    │ and the earlier one     │ the largest          │ outcome, failing, warning
//!  judge ────────────────────────────────────▶ │ ───────────────────▶ │
//! ```
//!
//! Latency 3 cycles in the sense of `engine::isa`: for a judgement in cycle t, the outputs are in
//! registers during t + 2 and can be read from t + 3 on. A judgement in t counts everything that
//! was written up to t - 1. The same holds for `settle`. II 1 for writes on every port, for
//! `clear`, for `judge` and for `settle`, together and in any order; never stalls.
//!
//! `clear` starts a transaction: writes of its cycle belong to the new transaction, a judgement of
//! its cycle to the old one. `entry_count`, `rule_count`, `silent` and `warns` are those of the
//! transaction from the first write to the cycle after its judgement. `decided` and `settled` are
//! high for one cycle; the other outputs are constant until the next judgement or settle. An
//! accepted message has `first` 0, `outcome` true and `failing` 0. After `reset` nothing is
//! accepted.

mod rank;

use engine::isa::Opcode;
use engine::machine::{ENTRIES_MAX, LANES, LOGIC_UNITS, RULES_PER_MESSAGE_MAX};
use engine::value::Truth;
use rank::{Group, Lowest, PORTS_PER_GROUP, WritePort};
use rust_hdl::prelude::*;

/// Write ports for allocators and level stores.
pub const ALLOCATOR_PORTS: usize = 16;
/// Write ports of the entries: lanes, logic units, allocators and level stores. They are equal; the
/// core chooses their order.
pub const WRITE_PORTS: usize = LANES + LOGIC_UNITS + ALLOCATOR_PORTS;

const GROUPS: usize = 8;
/// Cycles that a judgement spends in registers: the two stages after the ranks.
const STAGES: u16 = 2;

const _: () = assert!(WRITE_PORTS == GROUPS * PORTS_PER_GROUP);
const _: () = assert!(ENTRIES_MAX == 256, "an index has eight bits");
const _: () = assert!(RULES_PER_MESSAGE_MAX == 128, "the failing rules are two words of 64 bits");
const _: () = assert!(
    Opcode::Verdict as u8 == 23 && Truth::True as u8 == 1 && Truth::DivisionByZero as u8 == 4
);
const _: () = assert!(engine::isa::INSTRUCTION_SET[Opcode::Verdict as usize].latency == STAGES + 1);

/// The verdict tree.
#[derive(LogicBlock)]
pub struct Verdict {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset, active high.
    pub reset: Signal<In, Bit>,
    /// A transaction starts: writes of this cycle belong to it already.
    pub clear: Signal<In, Bit>,
    /// For each port: an entry is written.
    pub valid: [Signal<In, Bit>; WRITE_PORTS],
    /// For each port: the number of the entry.
    pub index: [Signal<In, Bits<8>>; WRITE_PORTS],
    /// For each port: the truth of the entry.
    pub truth: [Signal<In, Bits<3>>; WRITE_PORTS],
    /// One bit for each of the first 128 entries: it does not block.
    pub silent: Signal<In, Bits<128>>,
    /// One bit for each of the first 128 entries: it warns.
    pub warns: Signal<In, Bits<128>>,
    /// The number of entries of the verdict; those of the effects follow.
    pub entry_count: Signal<In, Bits<9>>,
    /// The number of entries that are rules, the first ones.
    pub rule_count: Signal<In, Bits<8>>,
    /// Judges the entries of the verdict written up to the cycle before.
    pub judge: Signal<In, Bit>,
    /// Settles the effects by their entries written up to the cycle before.
    pub settle: Signal<In, Bit>,
    /// With `settle`: the effects are wanted.
    pub wanted: Signal<In, Bit>,
    /// The outputs are new. High for one cycle.
    pub decided: Signal<Out, Bit>,
    /// No entry that blocks is not true.
    pub accept: Signal<Out, Bit>,
    /// The first entry that is not true and blocks, 0 if the message is accepted.
    pub first: Signal<Out, Bits<8>>,
    /// The truth of that entry, true if the message is accepted.
    pub outcome: Signal<Out, Bits<3>>,
    /// The first such entry is a rule.
    pub by_rule: Signal<Out, Bit>,
    /// One bit for each of the first 128 entries: it is not true and blocks.
    pub failing: Signal<Out, Bits<128>>,
    /// One bit for each of the first 128 entries: it is not true and warns.
    pub warning: Signal<Out, Bits<128>>,
    /// The outputs of the effects are new. High for one cycle.
    pub settled: Signal<Out, Bit>,
    /// The effects are wanted, and all of their entries are true.
    pub is_done: Signal<Out, Bit>,
    /// The first entry of the effects that is not true, 0 if there is none.
    pub settled_entry: Signal<Out, Bits<8>>,
    /// The truth of that entry, true if there is none.
    pub settled_outcome: Signal<Out, Bits<3>>,
    ports: [WritePort; WRITE_PORTS],
    groups: [Group; GROUPS],
    lowest: Lowest,
    lowest_effect: Lowest,
    ranks: [DFF<Bits<12>>; GROUPS],
    ranks_effect: [DFF<Bits<12>>; GROUPS],
    low: DFF<Bits<64>>,
    high: DFF<Bits<64>>,
    cleared: DFF<Bit>,
    judged: DFF<Bit>,
    settling: DFF<Bit>,
    wanted_q: DFF<Bit>,
    settled_q: DFF<Bit>,
    is_done_q: DFF<Bit>,
    settled_entry_q: DFF<Bits<8>>,
    settled_outcome_q: DFF<Bits<3>>,
    by_rule_q: DFF<Bit>,
    decided_q: DFF<Bit>,
    accept_q: DFF<Bit>,
    first_q: DFF<Bits<8>>,
    outcome_q: DFF<Bits<3>>,
    failing_low: DFF<Bits<64>>,
    failing_high: DFF<Bits<64>>,
    warning_low: DFF<Bits<64>>,
    warning_high: DFF<Bits<64>>,
    low_now: Signal<Local, Bits<64>>,
    high_now: Signal<Local, Bits<64>>,
    index_lowest: Signal<Local, Bits<8>>,
}

// The standard library implements `Default` only for arrays of up to 32 elements.
impl Default for Verdict {
    fn default() -> Verdict {
        Verdict {
            clock: Default::default(),
            reset: Default::default(),
            clear: Default::default(),
            valid: std::array::from_fn(|_| Default::default()),
            index: std::array::from_fn(|_| Default::default()),
            truth: std::array::from_fn(|_| Default::default()),
            silent: Default::default(),
            warns: Default::default(),
            entry_count: Default::default(),
            rule_count: Default::default(),
            judge: Default::default(),
            settle: Default::default(),
            wanted: Default::default(),
            decided: Default::default(),
            accept: Default::default(),
            first: Default::default(),
            outcome: Default::default(),
            by_rule: Default::default(),
            failing: Default::default(),
            warning: Default::default(),
            settled: Default::default(),
            is_done: Default::default(),
            settled_entry: Default::default(),
            settled_outcome: Default::default(),
            ports: std::array::from_fn(|_| Default::default()),
            groups: Default::default(),
            lowest: Default::default(),
            lowest_effect: Default::default(),
            ranks: Default::default(),
            ranks_effect: Default::default(),
            low: Default::default(),
            high: Default::default(),
            cleared: Default::default(),
            judged: Default::default(),
            settling: Default::default(),
            wanted_q: Default::default(),
            settled_q: Default::default(),
            is_done_q: Default::default(),
            settled_entry_q: Default::default(),
            settled_outcome_q: Default::default(),
            by_rule_q: Default::default(),
            decided_q: Default::default(),
            accept_q: Default::default(),
            first_q: Default::default(),
            outcome_q: Default::default(),
            failing_low: Default::default(),
            failing_high: Default::default(),
            warning_low: Default::default(),
            warning_high: Default::default(),
            low_now: Default::default(),
            high_now: Default::default(),
            index_lowest: Default::default(),
        }
    }
}

impl Logic for Verdict {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, low, high, cleared, judged, decided_q, accept_q, by_rule_q);
        dff_setup!(self, clock, settling, wanted_q, settled_q, is_done_q);
        dff_setup!(self, clock, settled_entry_q, settled_outcome_q);
        dff_setup!(self, clock, first_q, outcome_q, failing_low, failing_high);
        dff_setup!(self, clock, warning_low, warning_high);
        for i in 0..WRITE_PORTS {
            self.ports[i].clock.next = self.clock.val();
            self.ports[i].reset.next = self.reset.val();
            self.ports[i].valid.next = self.valid[i].val();
            self.ports[i].index.next = self.index[i].val();
            self.ports[i].truth.next = self.truth[i].val();
            self.ports[i].silent.next = self.silent.val();
            self.ports[i].entry_count.next = self.entry_count.val();
        }

        // Stage 1: every group combines the ranks of its ports with the earlier ones, unless those
        // were cleared.
        self.cleared.d.next = self.clear.val() | self.reset.val();
        for i in 0..GROUPS {
            self.groups[i].a.next = self.ports[7 * i].rank.val();
            self.groups[i].b.next = self.ports[7 * i + 1].rank.val();
            self.groups[i].c.next = self.ports[7 * i + 2].rank.val();
            self.groups[i].d.next = self.ports[7 * i + 3].rank.val();
            self.groups[i].e.next = self.ports[7 * i + 4].rank.val();
            self.groups[i].f.next = self.ports[7 * i + 5].rank.val();
            self.groups[i].g.next = self.ports[7 * i + 6].rank.val();
            self.groups[i].earlier.next = self.ranks[i].q.val();
            self.groups[i].earlier_effect.next = self.ranks_effect[i].q.val();
            if self.cleared.q.val() {
                self.groups[i].earlier.next = 0.into();
                self.groups[i].earlier_effect.next = 0.into();
            }
            self.ranks[i].clock.next = self.clock.val();
            self.ranks[i].d.next = self.groups[i].rank.val();
            self.ranks_effect[i].clock.next = self.clock.val();
            self.ranks_effect[i].d.next = self.groups[i].rank_effect.val();
        }
        self.low_now.next = self.groups[0].low.val();
        self.high_now.next = self.groups[0].high.val();
        for i in 1..GROUPS {
            self.low_now.next = self.low_now.val() | self.groups[i].low.val();
            self.high_now.next = self.high_now.val() | self.groups[i].high.val();
        }
        self.low.d.next = self.low_now.val();
        self.high.d.next = self.high_now.val();
        if !self.cleared.q.val() {
            self.low.d.next = self.low_now.val() | self.low.q.val();
            self.high.d.next = self.high_now.val() | self.high.q.val();
        }
        self.judged.d.next = self.judge.val() & !self.reset.val();
        self.settling.d.next = self.settle.val() & !self.reset.val();
        self.wanted_q.d.next = self.wanted.val();

        // Stage 2: the lowest entry of all groups decides.
        self.lowest.a.next = self.ranks[0].q.val();
        self.lowest_effect.a.next = self.ranks_effect[0].q.val();
        self.lowest.b.next = self.ranks[1].q.val();
        self.lowest_effect.b.next = self.ranks_effect[1].q.val();
        self.lowest.c.next = self.ranks[2].q.val();
        self.lowest_effect.c.next = self.ranks_effect[2].q.val();
        self.lowest.d.next = self.ranks[3].q.val();
        self.lowest_effect.d.next = self.ranks_effect[3].q.val();
        self.lowest.e.next = self.ranks[4].q.val();
        self.lowest_effect.e.next = self.ranks_effect[4].q.val();
        self.lowest.f.next = self.ranks[5].q.val();
        self.lowest_effect.f.next = self.ranks_effect[5].q.val();
        self.lowest.g.next = self.ranks[6].q.val();
        self.lowest_effect.g.next = self.ranks_effect[6].q.val();
        self.lowest.h.next = self.ranks[7].q.val();
        self.lowest_effect.h.next = self.ranks_effect[7].q.val();
        self.index_lowest.next = self.lowest.rank.val().get_bits::<8>(3) ^ 0xff;
        self.decided_q.d.next = self.judged.q.val();
        if self.judged.q.val() {
            self.accept_q.d.next = true;
            self.first_q.d.next = 0.into();
            self.outcome_q.d.next = 1.into();
            self.by_rule_q.d.next = false;
            if self.lowest.rank.val().get_bit(11) {
                self.accept_q.d.next = false;
                self.by_rule_q.d.next = self.index_lowest.val() < self.rule_count.val();
                self.first_q.d.next = self.index_lowest.val();
                self.outcome_q.d.next = self.lowest.rank.val().get_bits::<3>(0);
            }
            self.failing_low.d.next = self.low.q.val() & !self.silent.val().get_bits::<64>(0);
            self.failing_high.d.next = self.high.q.val() & !self.silent.val().get_bits::<64>(64);
            self.warning_low.d.next = self.low.q.val() & self.warns.val().get_bits::<64>(0);
            self.warning_high.d.next = self.high.q.val() & self.warns.val().get_bits::<64>(64);
        }
        self.settled_q.d.next = self.settling.q.val();
        if self.settling.q.val() {
            self.is_done_q.d.next = self.wanted_q.q.val();
            self.settled_entry_q.d.next = 0.into();
            self.settled_outcome_q.d.next = 1.into();
            if self.lowest_effect.rank.val().get_bit(11) {
                self.is_done_q.d.next = false;
                self.settled_entry_q.d.next = self.lowest_effect.rank.val().get_bits::<8>(3) ^ 0xff;
                self.settled_outcome_q.d.next = self.lowest_effect.rank.val().get_bits::<3>(0);
            }
        }
        if self.reset.val() {
            self.settled_q.d.next = false;
            self.decided_q.d.next = false;
            self.accept_q.d.next = false;
        }

        self.decided.next = self.decided_q.q.val();
        self.accept.next = self.accept_q.q.val();
        self.first.next = self.first_q.q.val();
        self.outcome.next = self.outcome_q.q.val();
        self.by_rule.next = self.by_rule_q.q.val();
        self.settled.next = self.settled_q.q.val();
        self.is_done.next = self.is_done_q.q.val();
        self.settled_entry.next = self.settled_entry_q.q.val();
        self.settled_outcome.next = self.settled_outcome_q.q.val();
        self.failing.next = (bit_cast::<128, 64>(self.failing_high.q.val()) << 64)
            | bit_cast::<128, 64>(self.failing_low.q.val());
        self.warning.next = (bit_cast::<128, 64>(self.warning_high.q.val()) << 64)
            | bit_cast::<128, 64>(self.warning_low.q.val());
    }
}
