//! The core: from the beats of an order to the beat of its verdict, by the program that is loaded.
//!
//! ```text
//!  s_axis_order ─▶ parse ─┬─fields─▶ slots ◀──buses── lanes ──┐
//!                         │            └──operands──▶ lanes   ├─entries─▶ verdict ─▶ egress ─▶ m_axis_verdict
//!                         └─start─▶ sequencer ──address──▶ program memories of lanes and logic units
//!                                    predicates ◀──────────▶ lanes, logic units
//! ```
//! Latency: a beat taken in cycle 0 is answered in the cycle that the transaction's `verdict_cycles` states, always, and
//! the next frame is taken from `commit_cycles` on. What the frame contains changes neither.
//!
//! A frame that does not parse is answered at the same time as one that does; one whose kind has no transaction, as soon
//! as its end is seen. The way out holds one verdict: while it is not taken, no frame starts.

use crate::emit::Unused;
use crate::kernels::divider;
use crate::kernels::divider_unit::DividerUnit;
use crate::kernels::egress::Egress;
use crate::kernels::lane_unit::LaneUnit;
use crate::kernels::logic_unit::LogicUnit;
use crate::kernels::parse::{self, Parse};
use crate::kernels::sequencer::Sequencer;
use crate::kernels::verdict::{Verdict, WRITE_PORTS};
use crate::prim::banked_file::BankedFile;
use crate::prim::memory::Memory;
use engine::machine::{BUSES, FIELDS_MAX, LANES, LOGIC_UNITS};
use engine::microcode::Memory as MicrocodeMemory;
use rust_hdl::prelude::*;

/// Read ports of the slots: two a lane, three of the divider.
const SLOT_READS: usize = 2 * LANES + 3;
/// Read ports of the predicates: one a lane, four a logic unit.
const PREDICATE_READS: usize = LANES + 4 * LOGIC_UNITS;
const ENTRY_WRITES: usize = LANES + LOGIC_UNITS;

const _: () = assert!(BUSES == LANES && FIELDS_MAX == LANES, "bus i carries field i and the results of lane i");
const _: () = assert!(ENTRY_WRITES <= WRITE_PORTS && WRITE_PORTS == 56 && LANES == 32 && LOGIC_UNITS == 8);
const _: () = assert!(MicrocodeMemory::Logic(0).number() == 128 && MicrocodeMemory::Verdict.number() == 136);
const _: () = assert!(MicrocodeMemory::Divider.number() == 140 && BUSES == 32);
const _: () = assert!(MicrocodeMemory::Transaction.number() == 137 && MicrocodeMemory::Layout.number() == 138);

/// The core.
#[derive(LogicBlock)]
pub struct Core {
    pub clock: Signal<In, Clock>,
    pub reset: Signal<In, Bit>,
    pub s_axis_order_tdata: Signal<In, Bits<512>>,
    pub s_axis_order_tkeep: Signal<In, Bits<64>>,
    pub s_axis_order_tlast: Signal<In, Bit>,
    pub s_axis_order_tuser: Signal<In, Bits<16>>,
    pub s_axis_order_tvalid: Signal<In, Bit>,
    pub s_axis_order_tready: Signal<Out, Bit>,
    pub m_axis_verdict_tdata: Signal<Out, Bits<512>>,
    pub m_axis_verdict_tvalid: Signal<Out, Bit>,
    pub m_axis_verdict_tready: Signal<In, Bit>,
    /// A word for a program memory, see `engine::microcode`.
    pub program_write: Signal<In, Bit>,
    pub program_memory: Signal<In, Bits<8>>,
    pub program_address: Signal<In, Bits<16>>,
    pub program_data: Signal<In, Bits<64>>,
    /// The bank that is to run from the next transaction on, and the one that runs.
    pub bank_wanted: Signal<In, Bit>,
    pub bank: Signal<Out, Bit>,
    pub busy: Signal<Out, Bit>,
    parse: Parse,
    sequencer: Sequencer,
    lanes: [LaneUnit; LANES],
    logic_units: [LogicUnit; LOGIC_UNITS],
    divider_unit: DividerUnit,
    slots: BankedFile<BUSES, SLOT_READS, 10, 66>,
    lane_predicates: BankedFile<LANES, PREDICATE_READS, 10, 3>,
    logic_predicates: BankedFile<LOGIC_UNITS, PREDICATE_READS, 9, 3>,
    verdict: Verdict,
    verdict_words: Memory<11>,
    egress: Egress,
    well_formed: DFF<Bit>,
    kind: DFF<Bits<7>>,
    session: DFF<Bits<16>>,
    sequence_number: DFF<Bits<32>>,
    decided: DFF<Bit>,
    accept: DFF<Bit>,
    first: DFF<Bits<8>>,
    outcome: DFF<Bits<3>>,
    failing: DFF<Bits<128>>,
    lane_memory: Signal<Local, Bits<32>>,
    logic_memory: Signal<Local, Bits<8>>,
    refused: Signal<Local, Bit>,
}

// Arrays have a default up to 32 elements only, and the derive wants one for every element type.
impl Default for Core {
    fn default() -> Core {
        Core {
            clock: Default::default(),
            reset: Default::default(),
            s_axis_order_tdata: Default::default(),
            s_axis_order_tkeep: Default::default(),
            s_axis_order_tlast: Default::default(),
            s_axis_order_tuser: Default::default(),
            s_axis_order_tvalid: Default::default(),
            s_axis_order_tready: Default::default(),
            m_axis_verdict_tdata: Default::default(),
            m_axis_verdict_tvalid: Default::default(),
            m_axis_verdict_tready: Default::default(),
            program_write: Default::default(),
            program_memory: Default::default(),
            program_address: Default::default(),
            program_data: Default::default(),
            bank_wanted: Default::default(),
            bank: Default::default(),
            busy: Default::default(),
            parse: Default::default(),
            sequencer: Default::default(),
            lanes: std::array::from_fn(|_| LaneUnit::default()),
            logic_units: std::array::from_fn(|_| LogicUnit::default()),
            divider_unit: Default::default(),
            slots: Default::default(),
            lane_predicates: Default::default(),
            logic_predicates: Default::default(),
            verdict: Default::default(),
            verdict_words: Default::default(),
            egress: Default::default(),
            well_formed: Default::default(),
            kind: Default::default(),
            session: Default::default(),
            sequence_number: Default::default(),
            decided: Default::default(),
            accept: Default::default(),
            first: Default::default(),
            outcome: Default::default(),
            failing: Default::default(),
            lane_memory: Default::default(),
            logic_memory: Default::default(),
            refused: Default::default(),
        }
    }
}

impl Logic for Core {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, well_formed, kind, session, sequence_number);
        dff_setup!(self, clock, decided, accept, first, outcome, failing);

        // Frames in: a frame starts when nothing runs and its verdict will find room. A kind without a transaction is dealt
        // with before its verdict has reached the way out, which does not look full yet.
        self.parse.clock.next = self.clock.val();
        self.parse.reset.next = self.reset.val();
        self.parse.s_axis_tdata.next = self.s_axis_order_tdata.val();
        self.parse.s_axis_tkeep.next = self.s_axis_order_tkeep.val();
        self.parse.s_axis_tlast.next = self.s_axis_order_tlast.val();
        self.parse.s_axis_tvalid.next = self.s_axis_order_tvalid.val();
        self.s_axis_order_tready.next = self.parse.s_axis_tready.val();
        self.parse.accept.next = !self.sequencer.busy.val() & self.egress.ready.val() & !self.decided.q.val();
        self.parse.bank.next = self.sequencer.bank.val();
        self.parse.rows_wanted.next = false;
        self.parse.s_axis_tuser.next = self.s_axis_order_tuser.val();
        self.parse.cfg_valid.next = self.program_write.val() & (self.program_memory.val() == 138);
        self.parse.cfg_address.next = self.program_address.val().get_bits::<14>(0);
        self.parse.cfg_data.next = self.program_data.val();
        if self.parse.start.val() {
            self.kind.d.next = self.parse.kind.val().get_bits::<7>(0);
            self.session.d.next = self.parse.session.val();
            self.sequence_number.d.next = self.parse.sequence_number.val();
            self.well_formed.d.next = false;
        }
        if self.parse.done.val() {
            // A kind without a transaction may still have the layout of an earlier program.
            self.well_formed.d.next =
                !self.parse.malformed.val() & !self.parse.gapped.val() & !self.sequencer.unknown.val();
        }

        self.sequencer.clock.next = self.clock.val();
        self.sequencer.reset.next = self.reset.val();
        self.sequencer.start.next = self.parse.start.val();
        self.sequencer.kind.next = self.parse.kind.val();
        self.refused.next = self.sequencer.unknown.val() & self.parse.done.val();
        self.sequencer.finish.next = self.refused.val();
        self.sequencer.bank_wanted.next = self.bank_wanted.val();
        self.sequencer.table_write.next = self.program_write.val() & (self.program_memory.val() == 137);
        self.sequencer.table_address.next = self.program_address.val().get_bits::<8>(0);
        self.sequencer.table_data.next = self.program_data.val();
        self.bank.next = self.sequencer.bank.val();
        self.busy.next = self.sequencer.busy.val();

        // Program words: memories 0 to 127 are the lanes', four a lane, then come the logic units'.
        self.lane_memory.next = 0.into();
        self.logic_memory.next = 0.into();
        if self.program_write.val() & !self.program_memory.val().get_bit(7) {
            self.lane_memory.next = bits::<32>(1) << self.program_memory.val().get_bits::<5>(0);
        }
        if self.program_write.val() & (self.program_memory.val().get_bits::<5>(3) == 16) {
            self.logic_memory.next = bits::<8>(1) << self.program_memory.val().get_bits::<3>(0);
        }

        self.slots.clock.next = self.clock.val();
        self.lane_predicates.clock.next = self.clock.val();
        self.logic_predicates.clock.next = self.clock.val();
        for i in 0..32 {
            self.lanes[i].clock.next = self.clock.val();
            self.lanes[i].reset.next = self.reset.val();
            self.lanes[i].live.next = self.sequencer.live.val();
            self.lanes[i].address.next = self.sequencer.address.val();
            self.lanes[i].program_write.next = 0.into();
            if self.lane_memory.val().get_bit(i) {
                self.lanes[i].program_write.next = bits::<4>(1) << self.program_memory.val().get_bits::<2>(5);
            }
            self.lanes[i].program_address.next = self.program_address.val().get_bits::<11>(0);
            self.lanes[i].program_data.next = self.program_data.val();
            self.slots.read_address[2 * i].next = self.lanes[i].x_slot.val();
            self.slots.read_address[2 * i + 1].next = self.lanes[i].y_slot.val();
            self.lanes[i].x_slot_data.next = self.slots.read_data[2 * i].val();
            self.lanes[i].y_slot_data.next = self.slots.read_data[2 * i + 1].val();
            self.lane_predicates.read_address[i].next = self.lanes[i].predicate.val().get_bits::<10>(0);
            self.logic_predicates.read_address[i].next = self.lanes[i].predicate.val().get_bits::<9>(0);
            self.lanes[i].predicate_data.next = self.lane_predicates.read_data[i].val();
            if self.lanes[i].predicate.val().get_bit(10) {
                self.lanes[i].predicate_data.next = self.logic_predicates.read_data[i].val();
            }

            // Bus i: field i, then the results of lane i.
            self.slots.write[i].next = self.parse.field_valid[i].val() | self.lanes[i].bus_valid.val();
            self.slots.write_address[i].next = self.lanes[i].bus_slot.val();
            self.slots.write_data[i].next = self.lanes[i].bus_data.val();
            if self.parse.field_valid[i].val() {
                self.slots.write_address[i].next = 0.into();
                self.slots.write_data[i].next = self.parse.field_data[i].val();
            }
            self.lane_predicates.write[i].next = self.lanes[i].predicate_valid.val();
            self.lane_predicates.write_address[i].next = self.lanes[i].truth_address.val();
            self.lane_predicates.write_data[i].next = self.lanes[i].truth.val();
            self.verdict.valid[i].next = self.lanes[i].entry_valid.val();
            self.verdict.index[i].next = self.lanes[i].truth_address.val().get_bits::<8>(0);
            self.verdict.truth[i].next = self.lanes[i].truth.val();
        }

        for i in 0..8 {
            self.logic_units[i].clock.next = self.clock.val();
            self.logic_units[i].live.next = self.sequencer.live.val();
            self.logic_units[i].address.next = self.sequencer.address.val();
            self.logic_units[i].program_write.next = self.logic_memory.val().get_bit(i);
            self.logic_units[i].program_address.next = self.program_address.val().get_bits::<11>(0);
            self.logic_units[i].program_data.next = self.program_data.val();
            self.lane_predicates.read_address[4 * i + 32].next = self.logic_units[i].a.val().get_bits::<10>(0);
            self.lane_predicates.read_address[4 * i + 33].next = self.logic_units[i].b.val().get_bits::<10>(0);
            self.lane_predicates.read_address[4 * i + 34].next = self.logic_units[i].c.val().get_bits::<10>(0);
            self.lane_predicates.read_address[4 * i + 35].next = self.logic_units[i].d.val().get_bits::<10>(0);
            self.logic_predicates.read_address[4 * i + 32].next = self.logic_units[i].a.val().get_bits::<9>(0);
            self.logic_predicates.read_address[4 * i + 33].next = self.logic_units[i].b.val().get_bits::<9>(0);
            self.logic_predicates.read_address[4 * i + 34].next = self.logic_units[i].c.val().get_bits::<9>(0);
            self.logic_predicates.read_address[4 * i + 35].next = self.logic_units[i].d.val().get_bits::<9>(0);
            self.logic_units[i].a_data.next = self.lane_predicates.read_data[4 * i + 32].val();
            self.logic_units[i].b_data.next = self.lane_predicates.read_data[4 * i + 33].val();
            self.logic_units[i].c_data.next = self.lane_predicates.read_data[4 * i + 34].val();
            self.logic_units[i].d_data.next = self.lane_predicates.read_data[4 * i + 35].val();
            if self.logic_units[i].a.val().get_bit(10) {
                self.logic_units[i].a_data.next = self.logic_predicates.read_data[4 * i + 32].val();
            }
            if self.logic_units[i].b.val().get_bit(10) {
                self.logic_units[i].b_data.next = self.logic_predicates.read_data[4 * i + 33].val();
            }
            if self.logic_units[i].c.val().get_bit(10) {
                self.logic_units[i].c_data.next = self.logic_predicates.read_data[4 * i + 34].val();
            }
            if self.logic_units[i].d.val().get_bit(10) {
                self.logic_units[i].d_data.next = self.logic_predicates.read_data[4 * i + 35].val();
            }
            self.logic_predicates.write[i].next = self.logic_units[i].predicate_valid.val();
            self.logic_predicates.write_address[i].next = self.logic_units[i].predicate_address.val();
            self.logic_predicates.write_data[i].next = self.logic_units[i].truth.val();
            self.verdict.valid[i + 32].next = self.logic_units[i].entry_valid.val();
            self.verdict.index[i + 32].next = self.logic_units[i].entry.val();
            self.verdict.truth[i + 32].next = self.logic_units[i].truth.val();
        }

        // The divider has the last bus too; programs are validated for that.
        self.divider_unit.clock.next = self.clock.val();
        self.divider_unit.reset.next = self.reset.val();
        self.divider_unit.live.next = self.sequencer.live.val();
        self.divider_unit.address.next = self.sequencer.address.val();
        self.divider_unit.program_write.next = 0.into();
        if self.program_write.val() & (self.program_memory.val().get_bits::<6>(2) == 35) {
            self.divider_unit.program_write.next = bits::<4>(1) << self.program_memory.val().get_bits::<2>(0);
        }
        self.divider_unit.program_address.next = self.program_address.val().get_bits::<11>(0);
        self.divider_unit.program_data.next = self.program_data.val();
        self.slots.read_address[64].next = self.divider_unit.a_slot.val();
        self.slots.read_address[65].next = self.divider_unit.b_slot.val();
        self.slots.read_address[66].next = self.divider_unit.c_slot.val();
        self.divider_unit.a_slot_data.next = self.slots.read_data[64].val();
        self.divider_unit.b_slot_data.next = self.slots.read_data[65].val();
        self.divider_unit.c_slot_data.next = self.slots.read_data[66].val();
        if self.divider_unit.bus_valid.val() {
            self.slots.write[31].next = true;
            self.slots.write_address[31].next = self.divider_unit.bus_slot.val();
            self.slots.write_data[31].next = self.divider_unit.bus_data.val();
        }

        // The verdict, and a register behind it in which the answer is put together.
        for i in 40..56 {
            self.verdict.valid[i].next = false;
            self.verdict.index[i].next = 0.into();
            self.verdict.truth[i].next = 0.into();
        }
        self.verdict_words.clock.next = self.clock.val();
        self.verdict_words.read_address.next = self.sequencer.address.val();
        self.verdict_words.write.next = self.program_write.val() & (self.program_memory.val() == 136);
        self.verdict_words.write_address.next = self.program_address.val().get_bits::<11>(0);
        self.verdict_words.write_data.next = self.program_data.val();
        self.verdict.clock.next = self.clock.val();
        self.verdict.reset.next = self.reset.val();
        self.verdict.clear.next = self.parse.start.val();
        self.verdict.judge.next = self.sequencer.live.val() & self.verdict_words.read_data.val().get_bit(0);
        self.verdict.count.next = self.verdict_words.read_data.val().get_bits::<9>(1);
        self.decided.d.next = (self.verdict.decided.val() | self.refused.val()) & !self.reset.val();
        self.accept.d.next = self.verdict.accept.val();
        self.first.d.next = self.verdict.first.val();
        self.outcome.d.next = self.verdict.outcome.val();
        self.failing.d.next = self.verdict.failing.val();
        self.egress.clock.next = self.clock.val();
        self.egress.reset.next = self.reset.val();
        self.egress.valid.next = self.decided.q.val();
        self.egress.accept.next = self.accept.q.val();
        self.egress.malformed.next = !self.well_formed.q.val();
        self.egress.entry.next = self.first.q.val();
        self.egress.outcome.next = self.outcome.q.val();
        self.egress.failing.next = self.failing.q.val();
        self.egress.kind.next = self.kind.q.val();
        self.egress.session.next = self.session.q.val();
        self.egress.sequence_number.next = self.sequence_number.q.val();
        self.m_axis_verdict_tdata.next = self.egress.m_axis_tdata.val();
        self.m_axis_verdict_tvalid.next = self.egress.m_axis_tvalid.val();
        self.egress.m_axis_tready.next = self.m_axis_verdict_tready.val();
    }
}

/// Signals some of whose bits have no meaning.
pub fn unused() -> Vec<Unused> {
    let own = [
        Unused { signal: "entries_read_data", reason: "A word has 64 bits, a transaction's entry fewer." },
        Unused { signal: "word", reason: "A word has 64 bits, not all of which a unit has a meaning for." },
        Unused {
            signal: "lane_value_dst",
            reason: "A slot, the longest, has ten bits; a destination has room for more.",
        },
        Unused {
            signal: "lane_truth_dst",
            reason: "A predicate of a lane has ten bits; a destination has room for more.",
        },
        Unused { signal: "divider_target", reason: "A slot has ten bits; a destination has room for more." },
        Unused { signal: "write_address", reason: "A bank has its own write port; which bank is known." },
        Unused { signal: "verdict_words_read_data", reason: "A word has 64 bits, a verdict fewer." },
        Unused { signal: "program_address", reason: "Layout words have the longest addresses, 14 bits." },
        Unused { signal: "parse_text", reason: "Text goes to the dictionary, which is not there yet." },
        Unused { signal: "parse_text_valid", reason: "Text goes to the dictionary, which is not there yet." },
    ];
    own.into_iter().chain(parse::UNUSED).chain(divider::UNUSED).collect()
}
