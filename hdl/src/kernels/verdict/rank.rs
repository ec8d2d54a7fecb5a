// SPDX-License-Identifier: Apache-2.0

//! Ranks of entries: how a write port makes one, and the largest of several.

use crate::prim::bit_of::BitOf;
use rust_hdl::prelude::*;

/// Write ports of a group.
pub const PORTS_PER_GROUP: usize = 7;

/// A write port: the rank of its entry, one cycle later.
#[derive(LogicBlock, Default)]
pub struct WritePort {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset, active high.
    pub reset: Signal<In, Bit>,
    /// An entry is written.
    pub valid: Signal<In, Bit>,
    /// The number of the entry.
    pub index: Signal<In, Bits<8>>,
    /// Its truth.
    pub truth: Signal<In, Bits<3>>,
    /// One bit for each of the first 128 entries: it does not block.
    pub silent: Signal<In, Bits<128>>,
    /// The entries below this number are those of the verdict.
    pub entry_count: Signal<In, Bits<9>>,
    /// The rank of the entry one cycle later; 0 without one, or if it is true.
    pub rank: Signal<Out, Bits<14>>,
    is_silent: BitOf,
    place: Signal<Local, Bits<14>>,
    held: DFF<Bits<14>>,
}

impl Logic for WritePort {
    #[hdl_gen]
    fn update(&mut self) {
        self.held.clock.next = self.clock.val();
        self.is_silent.word.next = self.silent.val();
        self.is_silent.number.next = self.index.val().get_bits::<7>(0);
        self.place.next =
            (bit_cast::<14, 8>(self.index.val() ^ 0xff) << 3) | bit_cast::<14, 3>(self.truth.val());
        self.held.d.next = 0.into();
        if self.valid.val() & (self.truth.val() != 1) & !self.reset.val() {
            self.held.d.next = self.place.val() | 0x1800;
            if self.is_silent.chosen.val() & !self.index.val().get_bit(7) {
                self.held.d.next = self.place.val() | 0x1000;
            }
            if bit_cast::<9, 8>(self.index.val()) >= self.entry_count.val() {
                self.held.d.next = self.place.val() | 0x2000;
            }
        }
        self.rank.next = self.held.q.val();
    }
}

/// The largest of eight ranks, in three levels of comparisons.
#[derive(LogicBlock, Default)]
pub struct Lowest {
    /// Rank 0.
    pub a: Signal<In, Bits<12>>,
    /// Rank 1.
    pub b: Signal<In, Bits<12>>,
    /// Rank 2.
    pub c: Signal<In, Bits<12>>,
    /// Rank 3.
    pub d: Signal<In, Bits<12>>,
    /// Rank 4.
    pub e: Signal<In, Bits<12>>,
    /// Rank 5.
    pub f: Signal<In, Bits<12>>,
    /// Rank 6.
    pub g: Signal<In, Bits<12>>,
    /// Rank 7.
    pub h: Signal<In, Bits<12>>,
    /// The largest rank, in the same cycle.
    pub rank: Signal<Out, Bits<12>>,
    ab: Signal<Local, Bits<12>>,
    cd: Signal<Local, Bits<12>>,
    ef: Signal<Local, Bits<12>>,
    gh: Signal<Local, Bits<12>>,
    abcd: Signal<Local, Bits<12>>,
    efgh: Signal<Local, Bits<12>>,
}

impl Logic for Lowest {
    #[hdl_gen]
    fn update(&mut self) {
        self.ab.next = self.a.val();
        if self.b.val() > self.a.val() {
            self.ab.next = self.b.val();
        }
        self.cd.next = self.c.val();
        if self.d.val() > self.c.val() {
            self.cd.next = self.d.val();
        }
        self.ef.next = self.e.val();
        if self.f.val() > self.e.val() {
            self.ef.next = self.f.val();
        }
        self.gh.next = self.g.val();
        if self.h.val() > self.g.val() {
            self.gh.next = self.h.val();
        }
        self.abcd.next = self.ab.val();
        if self.cd.val() > self.ab.val() {
            self.abcd.next = self.cd.val();
        }
        self.efgh.next = self.ef.val();
        if self.gh.val() > self.ef.val() {
            self.efgh.next = self.gh.val();
        }
        self.rank.next = self.abcd.val();
        if self.efgh.val() > self.abcd.val() {
            self.rank.next = self.efgh.val();
        }
    }
}

/// Seven ports: the largest of their ranks and the earlier ones, for the verdict and for the
/// effects, and the map of their entries of this cycle.
///
/// The map covers the first 128 entries. A mark is bit 12 and the index of a rank. The index in it
/// is inverted, so that the entries below 128 have bit 7 set, and those of the low word also bit 6.
#[derive(LogicBlock, Default)]
pub struct Group {
    /// Rank 0.
    pub a: Signal<In, Bits<14>>,
    /// Rank 1.
    pub b: Signal<In, Bits<14>>,
    /// Rank 2.
    pub c: Signal<In, Bits<14>>,
    /// Rank 3.
    pub d: Signal<In, Bits<14>>,
    /// Rank 4.
    pub e: Signal<In, Bits<14>>,
    /// Rank 5.
    pub f: Signal<In, Bits<14>>,
    /// Rank 6.
    pub g: Signal<In, Bits<14>>,
    /// The largest rank of the cycles before.
    pub earlier: Signal<In, Bits<12>>,
    /// The largest rank of an effect in the cycles before.
    pub earlier_effect: Signal<In, Bits<12>>,
    /// The largest of all eight ranks.
    pub rank: Signal<Out, Bits<12>>,
    /// The largest of all eight ranks of effects.
    pub rank_effect: Signal<Out, Bits<12>>,
    /// The entries 0 to 63 that the ports report, one bit each.
    pub low: Signal<Out, Bits<64>>,
    /// The entries 64 to 127 that the ports report, one bit each.
    pub high: Signal<Out, Bits<64>>,
    marks: [Signal<Local, Bits<9>>; PORTS_PER_GROUP],
    lowest: Lowest,
    lowest_effect: Lowest,
}

impl Logic for Group {
    #[hdl_gen]
    fn update(&mut self) {
        self.lowest.a.next = self.a.val().get_bits::<12>(0);
        self.lowest_effect.a.next = bit_cast::<12, 11>(self.a.val().get_bits::<11>(0))
            | (bit_cast::<12, 1>(self.a.val().get_bit(13).into()) << 11);
        self.lowest.b.next = self.b.val().get_bits::<12>(0);
        self.lowest_effect.b.next = bit_cast::<12, 11>(self.b.val().get_bits::<11>(0))
            | (bit_cast::<12, 1>(self.b.val().get_bit(13).into()) << 11);
        self.lowest.c.next = self.c.val().get_bits::<12>(0);
        self.lowest_effect.c.next = bit_cast::<12, 11>(self.c.val().get_bits::<11>(0))
            | (bit_cast::<12, 1>(self.c.val().get_bit(13).into()) << 11);
        self.lowest.d.next = self.d.val().get_bits::<12>(0);
        self.lowest_effect.d.next = bit_cast::<12, 11>(self.d.val().get_bits::<11>(0))
            | (bit_cast::<12, 1>(self.d.val().get_bit(13).into()) << 11);
        self.lowest.e.next = self.e.val().get_bits::<12>(0);
        self.lowest_effect.e.next = bit_cast::<12, 11>(self.e.val().get_bits::<11>(0))
            | (bit_cast::<12, 1>(self.e.val().get_bit(13).into()) << 11);
        self.lowest.f.next = self.f.val().get_bits::<12>(0);
        self.lowest_effect.f.next = bit_cast::<12, 11>(self.f.val().get_bits::<11>(0))
            | (bit_cast::<12, 1>(self.f.val().get_bit(13).into()) << 11);
        self.lowest.g.next = self.g.val().get_bits::<12>(0);
        self.lowest_effect.g.next = bit_cast::<12, 11>(self.g.val().get_bits::<11>(0))
            | (bit_cast::<12, 1>(self.g.val().get_bit(13).into()) << 11);
        self.lowest.h.next = self.earlier.val();
        self.lowest_effect.h.next = self.earlier_effect.val();
        self.rank.next = self.lowest.rank.val();
        self.rank_effect.next = self.lowest_effect.rank.val();
        self.marks[0].next = bit_cast::<9, 8>(self.a.val().get_bits::<8>(3))
            | (bit_cast::<9, 1>(self.a.val().get_bit(12).into()) << 8);
        self.marks[1].next = bit_cast::<9, 8>(self.b.val().get_bits::<8>(3))
            | (bit_cast::<9, 1>(self.b.val().get_bit(12).into()) << 8);
        self.marks[2].next = bit_cast::<9, 8>(self.c.val().get_bits::<8>(3))
            | (bit_cast::<9, 1>(self.c.val().get_bit(12).into()) << 8);
        self.marks[3].next = bit_cast::<9, 8>(self.d.val().get_bits::<8>(3))
            | (bit_cast::<9, 1>(self.d.val().get_bit(12).into()) << 8);
        self.marks[4].next = bit_cast::<9, 8>(self.e.val().get_bits::<8>(3))
            | (bit_cast::<9, 1>(self.e.val().get_bit(12).into()) << 8);
        self.marks[5].next = bit_cast::<9, 8>(self.f.val().get_bits::<8>(3))
            | (bit_cast::<9, 1>(self.f.val().get_bit(12).into()) << 8);
        self.marks[6].next = bit_cast::<9, 8>(self.g.val().get_bits::<8>(3))
            | (bit_cast::<9, 1>(self.g.val().get_bit(12).into()) << 8);
        self.low.next = 0.into();
        self.high.next = 0.into();
        for i in 0..PORTS_PER_GROUP {
            if self.marks[i].val().get_bit(8) & self.marks[i].val().get_bit(7) {
                if self.marks[i].val().get_bit(6) {
                    self.low.next = self.low.val()
                        | (bits::<64>(1) << (self.marks[i].val().get_bits::<6>(0) ^ 63));
                } else {
                    self.high.next = self.high.val()
                        | (bits::<64>(1) << (self.marks[i].val().get_bits::<6>(0) ^ 63));
                }
            }
        }
    }
}
