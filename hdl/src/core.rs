// SPDX-License-Identifier: Apache-2.0

//! The core: from the beats of an order to the beat of its verdict, by the program that is loaded.
//!
//! ```text
//!  s_axis_order ─▶ parse ─┬─fields─▶ slots ◀──buses── lanes, divider, table units ──┐
//!                         │            └──operands──▶ all units                     │ entries
//!                         └─start─▶ sequencer ──address──▶ program memories         ▼
//!                                   predicates ◀───▶ lanes, logic units          verdict
//!                                   column ports ──▶ columns of table units         ▼
//!                                                             m_axis_verdict ◀── egress
//! ```
//! Latency: a frame whose first beat is taken in cycle 0 is answered in the cycle that
//! `verdict_cycles` of its transaction states. The next frame is taken from the release of the
//! transaction on (`engine::overlap`), which can be before its commit is over. The content of the
//! frame changes neither.
//!
//! A malformed frame is answered in the same cycle as a well-formed one. A frame whose kind has no
//! transaction is answered when its end has been seen. The egress holds one verdict: until it is
//! taken, no frame starts.
//!
//! Tables change after the verdict, and only if the message is accepted. The kernel `decision`
//! tells this to every port that changes something, from the cycle in which the verdict can be read
//! until the next frame starts. If a rule rejects the message, `decision` lets the operations of
//! that side take place instead, and their changes once they are settled; the answer leaves then.
//! The frames of the host are rows of tables. They are taken between orders, which have priority,
//! and are answered to the host. `clear` empties all tables; it takes as many cycles as the largest
//! table has rows. `fault` is high if an index could not take a key, see `key_index`; then no frame
//! is taken until `clear`. A `reset` during a commit leaves tables half changed, so it must be
//! followed by `clear` and by the rows.
//!
//! The scan ports read tables back while no transaction runs: a bucket of an index, or the columns
//! of a row. The result is available in the next cycle.
//!
//! `probe` shows the progress of the message under way, for measurements of its stages, see
//! [`crate::probe`].

use crate::emit::Unused;
use crate::kernels;
use crate::kernels::column_ports::ColumnPorts;
use crate::kernels::decision::Decision;
use crate::kernels::dictionary::Dictionary;
use crate::kernels::divider;
use crate::kernels::divider_unit::DividerUnit;
use crate::kernels::egress::Egress;
use crate::kernels::group_unit::GroupUnit;
use crate::kernels::lane_unit::LaneUnit;
use crate::kernels::logic_unit::LogicUnit;
use crate::kernels::modes::Modes;
use crate::kernels::parse::{self, Parse};
use crate::kernels::read_back::ReadBack;
use crate::kernels::sequencer::Sequencer;
use crate::kernels::table_unit::TableUnit;
use crate::kernels::verdict::{Verdict, WRITE_PORTS as ENTRY_PORTS};
use crate::prim::banked_file::BankedFile;
use crate::prim::memory::{Memory, READ_CYCLES};
use crate::prim::result_buses::ResultBuses;
use crate::word_parts::{ShapeWord, VerdictWord};
use engine::build::{Build, GROUP_UNITS, LEVELS, TABLE_UNITS, UNITS};
use engine::machine::{
    BUSES, FIELDS_MAX, ISSUE_CYCLES, LANES, LOGIC_UNITS, WRITE_PORTS as COLUMN_PORTS,
};
use engine::microcode::Memory as MicrocodeMemory;
use rust_hdl::prelude::*;

/// Read ports of the slots that each unit has: of a lane x and y; of the divider a, b, c; of a
/// table or group unit the row, the row that is fetched, and a, b, c, d of a key; of a column port
/// row and value.
const SLOTS_OF_LANE: usize = 2;
const SLOTS_OF_DIVIDER: usize = 3;
const SLOTS_OF_UNIT: usize = 6;
const SLOTS_OF_PORT: usize = 2;
/// First read port of the slots of each kind of unit, in the order of the ports.
const LANE_SLOTS: usize = 0;
const DIVIDER_SLOTS: usize = LANE_SLOTS + SLOTS_OF_LANE * LANES;
const TABLE_SLOTS: usize = DIVIDER_SLOTS + SLOTS_OF_DIVIDER;
const GROUP_SLOTS: usize = TABLE_SLOTS + SLOTS_OF_UNIT * TABLE_UNITS;
const PORT_SLOTS: usize = GROUP_SLOTS + SLOTS_OF_UNIT * GROUP_UNITS;
/// All read ports of the slots.
const SLOT_READS: usize = PORT_SLOTS + SLOTS_OF_PORT * COLUMN_PORTS;

/// Read ports of the predicates that each unit has: of a lane one; of a logic unit a, b, c, d; of a
/// table or group unit those of its key operation and its reserve; of a column port one; of the
/// verdict one.
const PREDICATES_OF_LOGIC_UNIT: usize = 4;
const PREDICATES_OF_UNIT: usize = 2;
/// First read port of the predicates of each kind of unit, in the order of the ports.
const LOGIC_PREDICATES: usize = LANES;
const TABLE_PREDICATES: usize = LOGIC_PREDICATES + PREDICATES_OF_LOGIC_UNIT * LOGIC_UNITS;
const GROUP_PREDICATES: usize = TABLE_PREDICATES + PREDICATES_OF_UNIT * TABLE_UNITS;
const PORT_PREDICATES: usize = GROUP_PREDICATES + PREDICATES_OF_UNIT * GROUP_UNITS;
const VERDICT_PREDICATE: usize = PORT_PREDICATES + COLUMN_PORTS;
/// All read ports of the predicates.
const PREDICATE_READS: usize = VERDICT_PREDICATE + 1;

/// First write port of the entries of each kind of unit, in the order of the ports. A level store
/// has one port.
const LOGIC_ENTRIES: usize = LANES;
const TABLE_ENTRIES: usize = LOGIC_ENTRIES + LOGIC_UNITS;
const GROUP_ENTRIES: usize = TABLE_ENTRIES + TABLE_UNITS;
const LEVEL_ENTRIES: usize = GROUP_ENTRIES + GROUP_UNITS;
/// The first write port of the entries that no unit has.
const UNUSED_ENTRIES: usize = LEVEL_ENTRIES + LEVELS * GROUP_UNITS;

/// The last result bus, which the divider shares with the last lane.
const DIVIDER_BUS: usize = BUSES - 1;

// The numbers in `update` that the HDL crate takes only as literals. Those are numbers of program
// memories, the bits of the decoded numbers, and the ports of the table units on the result buses
// and for reading back.
const _: () = assert!(
    ISSUE_CYCLES == READ_CYCLES,
    "a transaction is addressed in the cycle of its first beat"
);
const _: () = assert!(
    BUSES == LANES && FIELDS_MAX == LANES,
    "bus i carries field i and the results of lane i"
);
const _: () = assert!(UNUSED_ENTRIES <= ENTRY_PORTS && LANES == 32 && LOGIC_UNITS == 8);
const _: () = assert!(UNITS == 8 && TABLE_UNITS == 6 && GROUP_UNITS == 2 && COLUMN_PORTS == 8);
const _: () = assert!(LEVELS == 2, "the level stores of a group unit have numbered ports");
const _: () = assert!(
    MicrocodeMemory::Lane(31).number() == 31
        && MicrocodeMemory::LaneX(0).number() == 32
        && MicrocodeMemory::LaneY(0).number() == 64
        && MicrocodeMemory::LaneHigh(31).number() == 127,
    "lane in bits 0 to 4, memory of the lane in bits 5 and 6"
);
const _: () = assert!(MicrocodeMemory::Logic(0).number() == 16 << 3, "unit in bits 0 to 2");
const _: () = assert!(
    MicrocodeMemory::Verdict.number() == 136
        && MicrocodeMemory::Transaction.number() == 137
        && MicrocodeMemory::Layout.number() == 138
        && MicrocodeMemory::Mode.number() == 139
);
const _: () = assert!(
    MicrocodeMemory::Divider.number() == 35 << 2
        && MicrocodeMemory::DividerConstant(2).number() == (35 << 2) + 3,
    "memory of the divider in bits 0 and 1"
);
const _: () = assert!(
    MicrocodeMemory::Table(0, 0).number() == 18 << 3
        && MicrocodeMemory::Table(TABLE_UNITS as u8, 0).number() == 24 << 3
        && MicrocodeMemory::TableSecond(0).number() == 26 << 3
        && MicrocodeMemory::Writer(0, 0).number() == 27 << 3
        && MicrocodeMemory::Writer(4, 0).number() == 28 << 3
        && MicrocodeMemory::Unit(0).number() == 29 << 3,
    "eight memories for each bit of `group_memory`"
);
const _: () =
    assert!(MicrocodeMemory::TextLow.number() == 240 && MicrocodeMemory::TextHigh.number() == 241);
const _: () =
    assert!(crate::probe::FIELD == 0 && crate::probe::TABLE == 1 && crate::probe::DECIDED == 2);

/// The whole core of a build.
#[derive(LogicBlock)]
pub struct Core {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset, active high.
    pub reset: Signal<In, Bit>,
    /// A beat of an order's frame.
    pub s_axis_order_tdata: Signal<In, Bits<512>>,
    /// The bytes of the beat that belong to the frame.
    pub s_axis_order_tkeep: Signal<In, Bits<64>>,
    /// The beat is the last of its frame.
    pub s_axis_order_tlast: Signal<In, Bit>,
    /// The session that the frame comes from.
    pub s_axis_order_tuser: Signal<In, Bits<16>>,
    /// The beat is valid.
    pub s_axis_order_tvalid: Signal<In, Bit>,
    /// The core takes the beat.
    pub s_axis_order_tready: Signal<Out, Bit>,
    /// The beat with the answer to an order, see `engine::answer`.
    pub m_axis_verdict_tdata: Signal<Out, Bits<512>>,
    /// The beat is valid; it does not change until it is taken.
    pub m_axis_verdict_tvalid: Signal<Out, Bit>,
    /// The receiver takes the beat.
    pub m_axis_verdict_tready: Signal<In, Bit>,
    /// A beat of a frame from the host, a row of a table.
    pub s_axis_h2c_tdata: Signal<In, Bits<512>>,
    /// The bytes of the beat that belong to the frame.
    pub s_axis_h2c_tkeep: Signal<In, Bits<64>>,
    /// The beat is the last of its frame.
    pub s_axis_h2c_tlast: Signal<In, Bit>,
    /// The beat is valid.
    pub s_axis_h2c_tvalid: Signal<In, Bit>,
    /// The core takes the beat; orders go first.
    pub s_axis_h2c_tready: Signal<Out, Bit>,
    /// The beat with the answer to the host, see `engine::answer`.
    pub m_axis_c2h_tdata: Signal<Out, Bits<512>>,
    /// The beat is valid; it does not change until it is taken.
    pub m_axis_c2h_tvalid: Signal<Out, Bit>,
    /// The host takes the beat.
    pub m_axis_c2h_tready: Signal<In, Bit>,
    /// Writes a word into a program memory, see `engine::microcode`.
    pub program_write: Signal<In, Bit>,
    /// The number of the program memory.
    pub program_memory: Signal<In, Bits<8>>,
    /// The address in the program memory.
    pub program_address: Signal<In, Bits<16>>,
    /// The word.
    pub program_data: Signal<In, Bits<64>>,
    /// The program bank for the next transaction.
    pub bank_wanted: Signal<In, Bit>,
    /// The program bank that runs.
    pub bank: Signal<Out, Bit>,
    /// A transaction or a clear runs.
    pub busy: Signal<Out, Bit>,
    /// Empties all tables and the dictionary; a pulse of one cycle.
    pub clear: Signal<In, Bit>,
    /// A structure could not take what was accepted: no frame is taken until `clear`.
    pub fault: Signal<Out, Bit>,
    /// What is read back, see `engine::registers`: SCAN_TARGET.
    pub scan_target: Signal<In, Bits<32>>,
    /// The bucket of an index, or the row, that is read back.
    pub scan_address: Signal<In, Bits<24>>,
    /// What was read in the cycle before.
    pub scan_data: Signal<Out, Bits<128>>,
    /// The progress of the message under way, see [`crate::probe`].
    pub probe: Signal<Out, Bits<3>>,
    parse: Parse,
    sequencer: Sequencer,
    lanes: [LaneUnit; LANES],
    logic_units: [LogicUnit; LOGIC_UNITS],
    divider_unit: DividerUnit,
    table_units: [TableUnit; TABLE_UNITS],
    group_units: [GroupUnit; GROUP_UNITS],
    column_ports: ColumnPorts,
    read_back: ReadBack,
    dictionary: Dictionary,
    text_low: DFF<Bits<64>>,
    result_buses: ResultBuses,
    slots: BankedFile<BUSES, SLOT_READS, 10, 66>,
    lane_predicates: BankedFile<LANES, PREDICATE_READS, 10, 3>,
    logic_predicates: BankedFile<LOGIC_UNITS, PREDICATE_READS, 9, 3>,
    modes: Modes,
    verdict: Verdict,
    verdict_words: Memory<11>,
    settle_truth: Signal<Local, Bits<3>>,
    /// The message is decided, or its effects are settled; its changes are allowed.
    over: Signal<Local, Bit>,
    permit: Signal<Local, Bit>,
    decision: Decision,
    egress: Egress,
    /// A frame is under way; `host_before` says that it is the host's.
    within: DFF<Bit>,
    host_before: DFF<Bit>,
    from_host: Signal<Local, Bit>,
    frame_valid: Signal<Local, Bit>,
    /// The message under way is from the host.
    to_host: DFF<Bit>,
    kind: DFF<Bits<7>>,
    session: DFF<Bits<16>>,
    sequence_number: DFF<Bits<32>>,
    first: DFF<Bits<8>>,
    outcome: DFF<Bits<3>>,
    failing: DFF<Bits<128>>,
    warning: DFF<Bits<128>>,
    lane_memory: Signal<Local, Bits<32>>,
    logic_memory: Signal<Local, Bits<8>>,
    /// One bit for each eight program memories.
    group_memory: Signal<Local, Bits<32>>,
    part_memory: Signal<Local, Bits<8>>,
    refused: Signal<Local, Bit>,
    clearing: DFF<Bit>,
    clear_address: DFF<Bits<24>>,
    clear_last: Constant<Bits<24>>,
    faulty: Signal<Local, Bits<8>>,
    field_stands: Signal<Local, Bit>,
    table_answers: Signal<Local, Bit>,
}

impl Core {
    /// The core of a build.
    pub fn new(build: &Build) -> Core {
        Core {
            table_units: build.tables.map(|bits| TableUnit::new(bits.into())),
            group_units: build.groups.map(|bits| GroupUnit::new(bits.into(), build.levels)),
            dictionary: Dictionary::new(build.texts),
            clear_last: Constant::new((u64::from(build.clear_cycles()) - 1).into()),
            ..Core::default()
        }
    }
}

// The standard library implements `Default` only for arrays of up to 32 elements, and requires it
// of the element type.
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
            s_axis_h2c_tdata: Default::default(),
            s_axis_h2c_tkeep: Default::default(),
            s_axis_h2c_tlast: Default::default(),
            s_axis_h2c_tvalid: Default::default(),
            s_axis_h2c_tready: Default::default(),
            m_axis_c2h_tdata: Default::default(),
            m_axis_c2h_tvalid: Default::default(),
            m_axis_c2h_tready: Default::default(),
            program_write: Default::default(),
            program_memory: Default::default(),
            program_address: Default::default(),
            program_data: Default::default(),
            bank_wanted: Default::default(),
            bank: Default::default(),
            busy: Default::default(),
            clear: Default::default(),
            fault: Default::default(),
            scan_target: Default::default(),
            scan_address: Default::default(),
            scan_data: Default::default(),
            probe: Default::default(),
            parse: Default::default(),
            sequencer: Default::default(),
            lanes: std::array::from_fn(|_| LaneUnit::default()),
            logic_units: std::array::from_fn(|_| LogicUnit::default()),
            divider_unit: Default::default(),
            table_units: std::array::from_fn(|_| TableUnit::default()),
            group_units: std::array::from_fn(|_| GroupUnit::default()),
            column_ports: Default::default(),
            read_back: Default::default(),
            dictionary: Default::default(),
            text_low: Default::default(),
            result_buses: Default::default(),
            slots: Default::default(),
            lane_predicates: Default::default(),
            logic_predicates: Default::default(),
            modes: Default::default(),
            verdict: Default::default(),
            verdict_words: Default::default(),
            settle_truth: Default::default(),
            over: Default::default(),
            permit: Default::default(),
            decision: Default::default(),
            egress: Default::default(),
            within: Default::default(),
            host_before: Default::default(),
            from_host: Default::default(),
            frame_valid: Default::default(),
            to_host: Default::default(),
            kind: Default::default(),
            session: Default::default(),
            sequence_number: Default::default(),
            first: Default::default(),
            outcome: Default::default(),
            failing: Default::default(),
            warning: Default::default(),
            lane_memory: Default::default(),
            logic_memory: Default::default(),
            group_memory: Default::default(),
            part_memory: Default::default(),
            refused: Default::default(),
            clearing: Default::default(),
            clear_address: Default::default(),
            clear_last: Constant::new(0.into()),
            faulty: Default::default(),
            field_stands: Default::default(),
            table_answers: Default::default(),
        }
    }
}

impl Logic for Core {
    // The HDL crate accepts names only as bounds of a loop. So a loop with one pass, such as
    // `for slot in TABLE_SLOTS..(TABLE_SLOTS + 1)`, names the number of a port in its body.
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, within, host_before, to_host, kind, session, sequence_number);
        dff_setup!(
            self,
            clock,
            first,
            outcome,
            failing,
            warning,
            clearing,
            clear_address,
            text_low
        );

        self.over.next = self.decision.decided.val() | self.decision.settled.val();
        self.permit.next = self.decision.permit.val() | self.decision.permit_effects.val();
        self.faulty.next = bit_cast::<8, 1>(self.table_units[0].fault.val().into())
            | (bit_cast::<8, 1>(self.table_units[1].fault.val().into()) << 1)
            | (bit_cast::<8, 1>(self.table_units[2].fault.val().into()) << 2)
            | (bit_cast::<8, 1>(self.table_units[3].fault.val().into()) << 3)
            | (bit_cast::<8, 1>(self.table_units[4].fault.val().into()) << 4)
            | (bit_cast::<8, 1>(self.table_units[5].fault.val().into()) << 5)
            | (bit_cast::<8, 1>(self.group_units[0].fault.val().into()) << 6)
            | (bit_cast::<8, 1>(self.group_units[1].fault.val().into()) << 7);
        self.fault.next = self.faulty.val().any() | self.dictionary.fault.val();

        // Frames in. A frame starts when nothing runs, the last message is decided, and there will
        // be room for its own verdict. A message that is decided in this cycle has not reached the
        // egress, which does not look full yet.
        self.parse.clock.next = self.clock.val();
        self.parse.reset.next = self.reset.val();
        // A frame of the host is taken while there is no order.
        self.from_host.next = self.s_axis_h2c_tvalid.val() & !self.s_axis_order_tvalid.val();
        if self.within.q.val() {
            self.from_host.next = self.host_before.q.val();
        }
        self.host_before.d.next = self.from_host.val();
        self.frame_valid.next = self.s_axis_order_tvalid.val();
        self.parse.s_axis_tdata.next = self.s_axis_order_tdata.val();
        self.parse.s_axis_tkeep.next = self.s_axis_order_tkeep.val();
        self.parse.s_axis_tlast.next = self.s_axis_order_tlast.val();
        self.parse.s_axis_tuser.next = self.s_axis_order_tuser.val();
        self.s_axis_order_tready.next = self.parse.s_axis_tready.val() & !self.from_host.val();
        self.s_axis_h2c_tready.next = self.parse.s_axis_tready.val() & self.from_host.val();
        if self.from_host.val() {
            self.frame_valid.next = self.s_axis_h2c_tvalid.val();
            self.parse.s_axis_tdata.next = self.s_axis_h2c_tdata.val();
            self.parse.s_axis_tkeep.next = self.s_axis_h2c_tkeep.val();
            self.parse.s_axis_tlast.next = self.s_axis_h2c_tlast.val();
            self.parse.s_axis_tuser.next = 0.into();
        }
        self.parse.s_axis_tvalid.next = self.frame_valid.val();
        if self.frame_valid.val() & self.parse.s_axis_tready.val() {
            self.within.d.next = !self.parse.s_axis_tlast.val();
        }
        if self.reset.val() {
            self.within.d.next = false;
        }
        self.parse.accept.next = self.sequencer.free.val()
            & self.egress.ready.val()
            & !self.decision.pending.val()
            & !self.clearing.q.val()
            & !self.clear.val()
            & !self.faulty.val().any()
            & !self.dictionary.fault.val();
        self.parse.bank.next = self.sequencer.bank.val();
        self.parse.rows_wanted.next = self.from_host.val();
        self.parse.cfg_valid.next = self.program_write.val() & (self.program_memory.val() == 138);
        self.parse.cfg_address.next = self.program_address.val().get_bits::<14>(0);
        self.parse.cfg_data.next = self.program_data.val();
        if self.parse.start.val() {
            self.kind.d.next = self.parse.kind.val().get_bits::<7>(0);
            self.session.d.next = self.parse.session.val();
            self.sequence_number.d.next = self.parse.sequence_number.val();
            self.to_host.d.next = self.from_host.val();
        }

        self.sequencer.clock.next = self.clock.val();
        self.sequencer.reset.next = self.reset.val();
        self.sequencer.start.next = self.parse.start.val();
        self.sequencer.kind.next = self.parse.kind.val();
        self.refused.next = self.sequencer.unknown.val() & self.parse.done.val();
        self.sequencer.finish.next = self.refused.val();
        self.sequencer.bank_wanted.next = self.bank_wanted.val();
        self.sequencer.table_write.next =
            self.program_write.val() & (self.program_memory.val() == 137);
        self.sequencer.table_address.next = self.program_address.val().get_bits::<8>(0);
        self.sequencer.table_data.next = self.program_data.val();
        self.bank.next = self.sequencer.bank.val();
        self.busy.next = self.sequencer.busy.val() | self.clearing.q.val();

        // Reading back uses the memories while nothing runs.
        self.read_back.target.next = self.scan_target.val();
        self.read_back.busy.next = self.sequencer.busy.val() | self.clearing.q.val();
        self.scan_data.next = self.read_back.data.val();

        // Program words. The memories 0 to 127 belong to the lanes, four each; the logic units
        // follow.
        self.lane_memory.next = 0.into();
        self.logic_memory.next = 0.into();
        if self.program_write.val() & !self.program_memory.val().get_bit(7) {
            self.lane_memory.next = bits::<32>(1) << self.program_memory.val().get_bits::<5>(0);
        }
        if self.program_write.val() & (self.program_memory.val().get_bits::<5>(3) == 16) {
            self.logic_memory.next = bits::<8>(1) << self.program_memory.val().get_bits::<3>(0);
        }
        // From memory 144 on: eight of each table unit, second words of fetches, two of each
        // column port, configurations.
        self.group_memory.next = 0.into();
        self.part_memory.next = bits::<8>(1) << self.program_memory.val().get_bits::<3>(0);
        if self.program_write.val() {
            self.group_memory.next = bits::<32>(1) << self.program_memory.val().get_bits::<5>(3);
        }
        self.column_ports.program_write.next = 0.into();
        if self.group_memory.val().get_bit(27) {
            self.column_ports.program_write.next = bit_cast::<16, 8>(self.part_memory.val());
        }
        if self.group_memory.val().get_bit(28) {
            self.column_ports.program_write.next = bit_cast::<16, 8>(self.part_memory.val()) << 8;
        }

        self.slots.clock.next = self.clock.val();
        self.lane_predicates.clock.next = self.clock.val();
        self.logic_predicates.clock.next = self.clock.val();
        for i in 0..LANES {
            self.lanes[i].clock.next = self.clock.val();
            self.lanes[i].reset.next = self.reset.val();
            self.lanes[i].live.next = self.sequencer.live.val();
            self.lanes[i].address.next = self.sequencer.address.val();
            self.lanes[i].program_write.next = 0.into();
            if self.lane_memory.val().get_bit(i) {
                self.lanes[i].program_write.next =
                    bits::<4>(1) << self.program_memory.val().get_bits::<2>(5);
            }
            self.lanes[i].program_address.next = self.program_address.val().get_bits::<11>(0);
            self.lanes[i].program_data.next = self.program_data.val();
            self.slots.read_address[2 * i].next = self.lanes[i].x_slot.val();
            self.slots.read_address[2 * i + 1].next = self.lanes[i].y_slot.val();
            self.lanes[i].x_slot_data.next = self.slots.read_data[2 * i].val();
            self.lanes[i].y_slot_data.next = self.slots.read_data[2 * i + 1].val();
            self.lane_predicates.read_address[i].next =
                self.lanes[i].predicate.val().get_bits::<10>(0);
            self.logic_predicates.read_address[i].next =
                self.lanes[i].predicate.val().get_bits::<9>(0);
            self.lanes[i].predicate_data.next = self.lane_predicates.read_data[i].val();
            if self.lanes[i].predicate.val().get_bit(10) {
                self.lanes[i].predicate_data.next = self.logic_predicates.read_data[i].val();
            }

            // Bus i carries field i, then the results of lane i and those of table units for its
            // slots.
            self.slots.write[i].next = self.parse.field_valid[i].val()
                | self.dictionary.code_valid.val().get_bit(i)
                | self.lanes[i].bus_valid.val()
                | self.result_buses.valid.val().get_bit(i);
            self.slots.write_address[i].next = self.lanes[i].bus_slot.val();
            self.slots.write_data[i].next = self.lanes[i].bus_data.val();
            if self.result_buses.valid.val().get_bit(i) {
                self.slots.write_address[i].next = self.result_buses.slot[i].val();
                self.slots.write_data[i].next = self.result_buses.data[i].val();
            }
            if self.parse.field_valid[i].val() {
                self.slots.write_address[i].next = 0.into();
                self.slots.write_data[i].next = self.parse.field_data[i].val();
            }
            if self.dictionary.code_valid.val().get_bit(i) {
                self.slots.write_address[i].next = 0.into();
                self.slots.write_data[i].next = self.dictionary.code.val();
            }
            self.dictionary.text_valid[i].next = self.parse.text_valid[i].val();
            self.dictionary.text_null[i].next = self.parse.field_data[i].val().get_bit(64);
            self.dictionary.text[i].next = self.parse.text[i].val();
            self.lane_predicates.write[i].next = self.lanes[i].predicate_valid.val();
            self.lane_predicates.write_address[i].next = self.lanes[i].truth_address.val();
            self.lane_predicates.write_data[i].next = self.lanes[i].truth.val();
            self.verdict.valid[i].next = self.lanes[i].entry_valid.val();
            self.verdict.index[i].next = self.lanes[i].truth_address.val().get_bits::<8>(0);
            self.verdict.truth[i].next = self.lanes[i].truth.val();
        }

        for first in LOGIC_PREDICATES..(LOGIC_PREDICATES + 1) {
            for entry in LOGIC_ENTRIES..(LOGIC_ENTRIES + 1) {
                for i in 0..LOGIC_UNITS {
                    self.logic_units[i].clock.next = self.clock.val();
                    self.logic_units[i].live.next = self.sequencer.live.val();
                    self.logic_units[i].address.next = self.sequencer.address.val();
                    self.logic_units[i].program_write.next = self.logic_memory.val().get_bit(i);
                    self.logic_units[i].program_address.next =
                        self.program_address.val().get_bits::<11>(0);
                    self.logic_units[i].program_data.next = self.program_data.val();
                    self.lane_predicates.read_address[first + 4 * i].next =
                        self.logic_units[i].a.val().get_bits::<10>(0);
                    self.lane_predicates.read_address[first + 4 * i + 1].next =
                        self.logic_units[i].b.val().get_bits::<10>(0);
                    self.lane_predicates.read_address[first + 4 * i + 2].next =
                        self.logic_units[i].c.val().get_bits::<10>(0);
                    self.lane_predicates.read_address[first + 4 * i + 3].next =
                        self.logic_units[i].d.val().get_bits::<10>(0);
                    self.logic_predicates.read_address[first + 4 * i].next =
                        self.logic_units[i].a.val().get_bits::<9>(0);
                    self.logic_predicates.read_address[first + 4 * i + 1].next =
                        self.logic_units[i].b.val().get_bits::<9>(0);
                    self.logic_predicates.read_address[first + 4 * i + 2].next =
                        self.logic_units[i].c.val().get_bits::<9>(0);
                    self.logic_predicates.read_address[first + 4 * i + 3].next =
                        self.logic_units[i].d.val().get_bits::<9>(0);
                    self.logic_units[i].first.next = self.verdict.first.val();
                    self.logic_units[i].a_data.next =
                        self.lane_predicates.read_data[first + 4 * i].val();
                    self.logic_units[i].b_data.next =
                        self.lane_predicates.read_data[first + 4 * i + 1].val();
                    self.logic_units[i].c_data.next =
                        self.lane_predicates.read_data[first + 4 * i + 2].val();
                    self.logic_units[i].d_data.next =
                        self.lane_predicates.read_data[first + 4 * i + 3].val();
                    if self.logic_units[i].a.val().get_bit(10) {
                        self.logic_units[i].a_data.next =
                            self.logic_predicates.read_data[first + 4 * i].val();
                    }
                    if self.logic_units[i].b.val().get_bit(10) {
                        self.logic_units[i].b_data.next =
                            self.logic_predicates.read_data[first + 4 * i + 1].val();
                    }
                    if self.logic_units[i].c.val().get_bit(10) {
                        self.logic_units[i].c_data.next =
                            self.logic_predicates.read_data[first + 4 * i + 2].val();
                    }
                    if self.logic_units[i].d.val().get_bit(10) {
                        self.logic_units[i].d_data.next =
                            self.logic_predicates.read_data[first + 4 * i + 3].val();
                    }
                    self.logic_predicates.write[i].next = self.logic_units[i].predicate_valid.val();
                    self.logic_predicates.write_address[i].next =
                        self.logic_units[i].predicate_address.val();
                    self.logic_predicates.write_data[i].next = self.logic_units[i].truth.val();
                    self.verdict.valid[entry + i].next = self.logic_units[i].entry_valid.val();
                    self.verdict.index[entry + i].next = self.logic_units[i].entry.val();
                    self.verdict.truth[entry + i].next = self.logic_units[i].truth.val();
                }
            }
        }

        // The divider shares the last bus with a lane. Validation rejects programs in which they
        // collide.
        self.divider_unit.clock.next = self.clock.val();
        self.divider_unit.reset.next = self.reset.val();
        self.divider_unit.live.next = self.sequencer.live.val();
        self.divider_unit.address.next = self.sequencer.address.val();
        self.divider_unit.program_write.next = 0.into();
        if self.program_write.val() & (self.program_memory.val().get_bits::<6>(2) == 35) {
            self.divider_unit.program_write.next =
                bits::<4>(1) << self.program_memory.val().get_bits::<2>(0);
        }
        self.divider_unit.program_address.next = self.program_address.val().get_bits::<11>(0);
        self.divider_unit.program_data.next = self.program_data.val();
        for first in DIVIDER_SLOTS..(DIVIDER_SLOTS + 1) {
            self.slots.read_address[first].next = self.divider_unit.a_slot.val();
            self.slots.read_address[first + 1].next = self.divider_unit.b_slot.val();
            self.slots.read_address[first + 2].next = self.divider_unit.c_slot.val();
            self.divider_unit.a_slot_data.next = self.slots.read_data[first].val();
            self.divider_unit.b_slot_data.next = self.slots.read_data[first + 1].val();
            self.divider_unit.c_slot_data.next = self.slots.read_data[first + 2].val();
        }
        for bus in DIVIDER_BUS..(DIVIDER_BUS + 1) {
            if self.divider_unit.bus_valid.val() {
                self.slots.write[bus].next = true;
                self.slots.write_address[bus].next = self.divider_unit.bus_slot.val();
                self.slots.write_data[bus].next = self.divider_unit.bus_data.val();
            }
        }

        // Table units. Each has six read ports of the slots: the row, the row that is fetched, and
        // four values of a key. It has two of the predicates.
        self.clearing.d.next = self.clearing.q.val() | self.clear.val();
        self.clear_address.d.next = 0.into();
        if self.clearing.q.val() {
            self.clear_address.d.next = self.clear_address.q.val() + 1;
            if self.clear_address.q.val() == self.clear_last.val() {
                self.clearing.d.next = false;
            }
        }
        for slot in TABLE_SLOTS..(TABLE_SLOTS + 1) {
            for predicate in TABLE_PREDICATES..(TABLE_PREDICATES + 1) {
                for entry in TABLE_ENTRIES..(TABLE_ENTRIES + 1) {
                    for u in 0..TABLE_UNITS {
                        self.table_units[u].clock.next = self.clock.val();
                        self.table_units[u].reset.next = self.reset.val();
                        self.table_units[u].clear.next = self.clearing.q.val();
                        self.table_units[u].clear_address.next = self.clear_address.q.val();
                        self.table_units[u].live.next = self.sequencer.live.val();
                        self.table_units[u].permit.next = self.decision.permit.val();
                        self.table_units[u].effects.next = self.decision.effects.val();
                        self.table_units[u].permit_effects.next =
                            self.decision.permit_effects.val();
                        self.table_units[u].finish.next = self.over.val();
                        self.table_units[u].address.next = self.sequencer.address.val();
                        self.table_units[u].program_write.next = 0.into();
                        if self.group_memory.val().get_bit(u + 18) {
                            self.table_units[u].program_write.next = self.part_memory.val();
                        }
                        self.table_units[u].second_write.next =
                            self.group_memory.val().get_bit(26) & self.part_memory.val().get_bit(u);
                        self.table_units[u].configure.next =
                            self.group_memory.val().get_bit(29) & self.part_memory.val().get_bit(u);
                        self.table_units[u].program_address.next =
                            self.program_address.val().get_bits::<11>(0);
                        self.table_units[u].program_data.next = self.program_data.val();
                        self.slots.read_address[slot + 6 * u].next =
                            self.table_units[u].row_slot.val();
                        self.slots.read_address[slot + 6 * u + 2].next =
                            self.table_units[u].a_slot.val();
                        self.table_units[u].a_data.next =
                            self.slots.read_data[slot + 6 * u + 2].val();
                        self.slots.read_address[slot + 6 * u + 3].next =
                            self.table_units[u].b_slot.val();
                        self.table_units[u].b_data.next =
                            self.slots.read_data[slot + 6 * u + 3].val();
                        self.slots.read_address[slot + 6 * u + 4].next =
                            self.table_units[u].c_slot.val();
                        self.table_units[u].c_data.next =
                            self.slots.read_data[slot + 6 * u + 4].val();
                        self.slots.read_address[slot + 6 * u + 5].next =
                            self.table_units[u].d_slot.val();
                        self.table_units[u].d_data.next =
                            self.slots.read_data[slot + 6 * u + 5].val();
                        self.slots.read_address[slot + 6 * u + 1].next =
                            self.table_units[u].fetch_slot.val();
                        self.table_units[u].row_data.next =
                            self.slots.read_data[slot + 6 * u].val();
                        self.table_units[u].fetch_data.next =
                            self.slots.read_data[slot + 6 * u + 1].val();
                        self.lane_predicates.read_address[predicate + 2 * u].next =
                            self.table_units[u].predicate.val().get_bits::<10>(0);
                        self.lane_predicates.read_address[predicate + 2 * u + 1].next =
                            self.table_units[u].reserve_predicate.val().get_bits::<10>(0);
                        self.logic_predicates.read_address[predicate + 2 * u].next =
                            self.table_units[u].predicate.val().get_bits::<9>(0);
                        self.logic_predicates.read_address[predicate + 2 * u + 1].next =
                            self.table_units[u].reserve_predicate.val().get_bits::<9>(0);
                        self.table_units[u].predicate_data.next =
                            self.lane_predicates.read_data[predicate + 2 * u].val();
                        self.table_units[u].reserve_predicate_data.next =
                            self.lane_predicates.read_data[predicate + 2 * u + 1].val();
                        if self.table_units[u].predicate.val().get_bit(10) {
                            self.table_units[u].predicate_data.next =
                                self.logic_predicates.read_data[predicate + 2 * u].val();
                        }
                        if self.table_units[u].reserve_predicate.val().get_bit(10) {
                            self.table_units[u].reserve_predicate_data.next =
                                self.logic_predicates.read_data[predicate + 2 * u + 1].val();
                        }
                        self.result_buses.answer[u].next = self.table_units[u].answer.val();
                        self.result_buses.answer_slot[u].next =
                            self.table_units[u].answer_slot.val();
                        self.result_buses.answer_data[u].next =
                            self.table_units[u].answer_data.val();
                        self.result_buses.reserved[u].next = self.table_units[u].reserved.val();
                        self.result_buses.reserved_slot[u].next =
                            self.table_units[u].reserved_slot.val();
                        self.result_buses.reserved_data[u].next =
                            self.table_units[u].reserved_data.val();
                        self.result_buses.fetched[u].next = self.table_units[u].fetched.val();
                        self.result_buses.fetched_tag[u].next =
                            self.table_units[u].fetched_tag.val();
                        self.result_buses.fetched_first[u].next =
                            self.table_units[u].fetched_first.val();
                        self.result_buses.fetched_second[u].next =
                            self.table_units[u].fetched_second.val();
                        self.result_buses.fetched_values[u].next =
                            self.table_units[u].fetched_values.val();
                        self.verdict.valid[entry + u].next = self.table_units[u].reserved.val();
                        self.verdict.index[entry + u].next =
                            self.table_units[u].reserved_entry.val();
                        self.verdict.truth[entry + u].next =
                            self.table_units[u].reserved_truth.val();
                        self.table_units[u].scan.next = self.read_back.scan.val();
                        self.read_back.taken[u].next = self.table_units[u].scan_taken.val();
                        self.read_back.key[u].next = self.table_units[u].scan_key.val();
                        self.read_back.row[u].next = self.table_units[u].scan_row.val();
                        self.read_back.cell[u].next = self.table_units[u].scan_data.val();
                        self.read_back.rows[u].next = self.table_units[u].rows.val();
                        self.table_units[u].scan_fetch.next = self.read_back.fetch.val();
                        self.table_units[u].scan_address.next = self.scan_address.val();
                        self.table_units[u].scan_slot.next = self.read_back.slot.val();
                        self.table_units[u].scan_column.next = self.read_back.column.val();
                        self.table_units[u].write_columns.next = self.column_ports.columns.val();
                        self.table_units[u].write_rows.next = self.column_ports.rows.val();
                        self.table_units[u].write_values.next = self.column_ports.values.val();
                        self.table_units[u].write.next = self.column_ports.write[u].val();
                    }
                }
            }
        }
        for slot in GROUP_SLOTS..(GROUP_SLOTS + 1) {
            for predicate in GROUP_PREDICATES..(GROUP_PREDICATES + 1) {
                for entry in GROUP_ENTRIES..(GROUP_ENTRIES + 1) {
                    for level in LEVEL_ENTRIES..(LEVEL_ENTRIES + 1) {
                        for u in 0..GROUP_UNITS {
                            self.group_units[u].clock.next = self.clock.val();
                            self.group_units[u].reset.next = self.reset.val();
                            self.group_units[u].clear.next = self.clearing.q.val();
                            self.group_units[u].clear_address.next = self.clear_address.q.val();
                            self.group_units[u].live.next = self.sequencer.live.val();
                            self.group_units[u].permit.next = self.decision.permit.val();
                            self.group_units[u].effects.next = self.decision.effects.val();
                            self.group_units[u].permit_effects.next =
                                self.decision.permit_effects.val();
                            self.group_units[u].finish.next = self.over.val();
                            self.group_units[u].address.next = self.sequencer.address.val();
                            self.group_units[u].program_write.next = 0.into();
                            if self.group_memory.val().get_bit(u + 24) {
                                self.group_units[u].program_write.next = self.part_memory.val();
                            }
                            self.group_units[u].second_write.next =
                                self.group_memory.val().get_bit(26)
                                    & self.part_memory.val().get_bit(u + 6);
                            self.group_units[u].configure.next =
                                self.group_memory.val().get_bit(29)
                                    & self.part_memory.val().get_bit(u + 6);
                            self.group_units[u].program_address.next =
                                self.program_address.val().get_bits::<11>(0);
                            self.group_units[u].program_data.next = self.program_data.val();
                            self.slots.read_address[slot + 6 * u].next =
                                self.group_units[u].row_slot.val();
                            self.slots.read_address[slot + 6 * u + 2].next =
                                self.group_units[u].a_slot.val();
                            self.group_units[u].a_data.next =
                                self.slots.read_data[slot + 6 * u + 2].val();
                            self.slots.read_address[slot + 6 * u + 3].next =
                                self.group_units[u].b_slot.val();
                            self.group_units[u].b_data.next =
                                self.slots.read_data[slot + 6 * u + 3].val();
                            self.slots.read_address[slot + 6 * u + 4].next =
                                self.group_units[u].c_slot.val();
                            self.group_units[u].c_data.next =
                                self.slots.read_data[slot + 6 * u + 4].val();
                            self.slots.read_address[slot + 6 * u + 5].next =
                                self.group_units[u].d_slot.val();
                            self.group_units[u].d_data.next =
                                self.slots.read_data[slot + 6 * u + 5].val();
                            self.slots.read_address[slot + 6 * u + 1].next =
                                self.group_units[u].fetch_slot.val();
                            self.group_units[u].row_data.next =
                                self.slots.read_data[slot + 6 * u].val();
                            self.group_units[u].fetch_data.next =
                                self.slots.read_data[slot + 6 * u + 1].val();
                            self.lane_predicates.read_address[predicate + 2 * u].next =
                                self.group_units[u].predicate.val().get_bits::<10>(0);
                            self.lane_predicates.read_address[predicate + 2 * u + 1].next =
                                self.group_units[u].reserve_predicate.val().get_bits::<10>(0);
                            self.logic_predicates.read_address[predicate + 2 * u].next =
                                self.group_units[u].predicate.val().get_bits::<9>(0);
                            self.logic_predicates.read_address[predicate + 2 * u + 1].next =
                                self.group_units[u].reserve_predicate.val().get_bits::<9>(0);
                            self.group_units[u].predicate_data.next =
                                self.lane_predicates.read_data[predicate + 2 * u].val();
                            self.group_units[u].reserve_predicate_data.next =
                                self.lane_predicates.read_data[predicate + 2 * u + 1].val();
                            if self.group_units[u].predicate.val().get_bit(10) {
                                self.group_units[u].predicate_data.next =
                                    self.logic_predicates.read_data[predicate + 2 * u].val();
                            }
                            if self.group_units[u].reserve_predicate.val().get_bit(10) {
                                self.group_units[u].reserve_predicate_data.next =
                                    self.logic_predicates.read_data[predicate + 2 * u + 1].val();
                            }
                            self.result_buses.answer[u + 6].next = self.group_units[u].answer.val();
                            self.result_buses.answer_slot[u + 6].next =
                                self.group_units[u].answer_slot.val();
                            self.result_buses.answer_data[u + 6].next =
                                self.group_units[u].answer_data.val();
                            self.result_buses.reserved[u + 6].next =
                                self.group_units[u].reserved.val();
                            self.result_buses.reserved_slot[u + 6].next =
                                self.group_units[u].reserved_slot.val();
                            self.result_buses.reserved_data[u + 6].next =
                                self.group_units[u].reserved_data.val();
                            self.result_buses.fetched[u + 6].next =
                                self.group_units[u].fetched.val();
                            self.result_buses.fetched_tag[u + 6].next =
                                self.group_units[u].fetched_tag.val();
                            self.result_buses.fetched_first[u + 6].next =
                                self.group_units[u].fetched_first.val();
                            self.result_buses.fetched_second[u + 6].next =
                                self.group_units[u].fetched_second.val();
                            self.result_buses.fetched_values[u + 6].next =
                                self.group_units[u].fetched_values.val();
                            self.verdict.valid[entry + u].next = self.group_units[u].reserved.val();
                            self.verdict.index[entry + u].next =
                                self.group_units[u].reserved_entry.val();
                            self.verdict.truth[entry + u].next =
                                self.group_units[u].reserved_truth.val();
                            self.group_units[u].scan.next = self.read_back.scan.val();
                            self.read_back.taken[u + 6].next = self.group_units[u].scan_taken.val();
                            self.read_back.key[u + 6].next = self.group_units[u].scan_key.val();
                            self.read_back.row[u + 6].next = self.group_units[u].scan_row.val();
                            self.read_back.cell[u + 6].next = self.group_units[u].scan_data.val();
                            self.read_back.rows[u + 6].next = self.group_units[u].rows.val();
                            self.read_back.level_taken[u].next =
                                self.group_units[u].scan_level_taken.val();
                            self.read_back.level[u].next = self.group_units[u].scan_level.val();
                            self.read_back.level_count[u].next =
                                self.group_units[u].scan_level_count.val();
                            self.group_units[u].scan_fetch.next = self.read_back.fetch.val();
                            self.group_units[u].scan_address.next = self.scan_address.val();
                            self.group_units[u].scan_slot.next = self.read_back.slot.val();
                            self.group_units[u].scan_column.next = self.read_back.column.val();
                            self.group_units[u].fold_out.next = self.column_ports.fold_out.val();
                            self.group_units[u].fold_rows.next = self.column_ports.rows.val();
                            self.group_units[u].fold_values.next = self.column_ports.values.val();
                            self.group_units[u].forget.next =
                                self.parse.start.val() | self.decision.decided.val();
                            self.group_units[u].ask_group.next = self.column_ports.ask_group.val();
                            self.group_units[u].ask_words.next = self.column_ports.ask_words.val();
                            self.group_units[u].scan_store.next = self.read_back.store.val();
                            self.group_units[u].level.next = self.column_ports.level[u].val();
                            self.group_units[u].ask.next = self.column_ports.ask[u].val();
                            self.verdict.valid[level + 2 * u].next =
                                self.group_units[u].level_valid_0.val();
                            self.verdict.index[level + 2 * u].next =
                                self.group_units[u].level_entry_0.val();
                            self.verdict.truth[level + 2 * u].next =
                                self.group_units[u].level_truth_0.val();
                            self.verdict.valid[level + 2 * u + 1].next =
                                self.group_units[u].level_valid_1.val();
                            self.verdict.index[level + 2 * u + 1].next =
                                self.group_units[u].level_entry_1.val();
                            self.verdict.truth[level + 2 * u + 1].next =
                                self.group_units[u].level_truth_1.val();
                            self.group_units[u].fold.next = self.column_ports.fold[u].val();
                        }
                    }
                }
            }
        }
        self.column_ports.clock.next = self.clock.val();
        self.column_ports.reset.next = self.reset.val();
        self.column_ports.live.next = self.sequencer.live.val();
        self.column_ports.permit.next = self.decision.permit.val();
        self.column_ports.effects.next = self.decision.effects.val();
        self.column_ports.permit_effects.next = self.decision.permit_effects.val();
        self.column_ports.address.next = self.sequencer.address.val();
        self.column_ports.program_address.next = self.program_address.val().get_bits::<11>(0);
        self.column_ports.program_data.next = self.program_data.val();
        for slot in PORT_SLOTS..(PORT_SLOTS + 1) {
            for predicate in PORT_PREDICATES..(PORT_PREDICATES + 1) {
                for p in 0..COLUMN_PORTS {
                    self.slots.read_address[slot + 2 * p].next =
                        self.column_ports.row_slot[p].val();
                    self.slots.read_address[slot + 2 * p + 1].next =
                        self.column_ports.value_slot[p].val();
                    self.column_ports.row_data[p].next = self.slots.read_data[slot + 2 * p].val();
                    self.column_ports.value_data[p].next =
                        self.slots.read_data[slot + 2 * p + 1].val();
                    self.lane_predicates.read_address[predicate + p].next =
                        self.column_ports.predicate[p].val().get_bits::<10>(0);
                    self.logic_predicates.read_address[predicate + p].next =
                        self.column_ports.predicate[p].val().get_bits::<9>(0);
                    self.column_ports.predicate_data[p].next =
                        self.lane_predicates.read_data[predicate + p].val();
                    if self.column_ports.predicate[p].val().get_bit(10) {
                        self.column_ports.predicate_data[p].next =
                            self.logic_predicates.read_data[predicate + p].val();
                    }
                }
            }
        }

        // A text of the program is two words.
        self.dictionary.clock.next = self.clock.val();
        self.dictionary.reset.next = self.reset.val();
        self.dictionary.clear.next = self.clearing.q.val();
        self.dictionary.clear_address.next = self.clear_address.q.val();
        self.dictionary.start.next = self.parse.start.val();
        self.dictionary.finish.next = self.over.val();
        self.dictionary.permit.next = self.permit.val();
        if self.program_write.val() & (self.program_memory.val() == 240) {
            self.text_low.d.next = self.program_data.val();
        }
        self.dictionary.load.next = self.program_write.val() & (self.program_memory.val() == 241);
        self.dictionary.load_text.next = bit_cast::<128, 64>(self.text_low.q.val())
            | (bit_cast::<128, 64>(self.program_data.val()) << 64);
        self.dictionary.scan.next = self.read_back.scan.val();
        self.dictionary.scan_address.next = self.scan_address.val();
        self.dictionary.scan_slot.next = self.read_back.slot.val();

        self.read_back.text_taken.next = self.dictionary.scan_taken.val();
        self.read_back.text.next = self.dictionary.scan_text.val();
        self.read_back.code.next = self.dictionary.scan_code.val();

        // The modes of the rules of the frame that starts.
        self.modes.clock.next = self.clock.val();
        self.modes.start.next = self.parse.start.val();
        self.modes.kind.next = self.parse.kind.val().get_bits::<7>(0);
        self.modes.bank.next = self.sequencer.bank.val();
        self.modes.write.next = self.program_write.val() & (self.program_memory.val() == 139);
        self.modes.write_address.next = self.program_address.val().get_bits::<10>(0);
        self.modes.write_data.next = self.program_data.val();

        // The verdict, followed by the register that holds the answer.
        for i in UNUSED_ENTRIES..ENTRY_PORTS {
            self.verdict.valid[i].next = false;
            self.verdict.index[i].next = 0.into();
            self.verdict.truth[i].next = 0.into();
        }
        self.verdict_words.clock.next = self.clock.val();
        self.verdict_words.read_address.next = self.sequencer.address.val();
        self.verdict_words.write.next =
            self.program_write.val() & (self.program_memory.val() == 136);
        self.verdict_words.write_address.next = self.program_address.val().get_bits::<11>(0);
        self.verdict_words.write_data.next = self.program_data.val();
        self.verdict.clock.next = self.clock.val();
        self.verdict.reset.next = self.reset.val();
        self.verdict.clear.next = self.parse.start.val();
        self.verdict.silent.next = self.modes.silent.val();
        self.verdict.warns.next = self.modes.warns.val();
        self.verdict.judge.next =
            self.sequencer.live.val() & self.verdict_words.read_data.val().get_value_issues();
        // The effects of a reject are settled like a verdict, if their predicate is true.
        for predicate in VERDICT_PREDICATE..(VERDICT_PREDICATE + 1) {
            self.lane_predicates.read_address[predicate].next =
                self.verdict_words.read_data.val().get_value_predicate().get_bits::<10>(0);
            self.logic_predicates.read_address[predicate].next =
                self.verdict_words.read_data.val().get_value_predicate().get_bits::<9>(0);
            self.settle_truth.next = self.lane_predicates.read_data[predicate].val();
            if self.verdict_words.read_data.val().get_value_predicate().get_bit(10) {
                self.settle_truth.next = self.logic_predicates.read_data[predicate].val();
            }
        }
        self.verdict.settle.next =
            self.sequencer.live.val() & self.verdict_words.read_data.val().get_value_settles();
        self.verdict.wanted.next = !self.verdict_words.read_data.val().get_value_guarded()
            | (self.settle_truth.val() == 1);
        self.verdict.entry_count.next = self.sequencer.shape.val().get_value_entry_count();
        self.verdict.rule_count.next = self.sequencer.shape.val().get_value_rule_count();
        self.decision.clock.next = self.clock.val();
        self.decision.reset.next = self.reset.val();
        self.decision.start.next = self.parse.start.val();
        self.decision.done.next = self.parse.done.val();
        // A kind without a transaction can still have the layout of an earlier program.
        self.decision.sound.next =
            !self.parse.malformed.val() & !self.parse.gapped.val() & !self.sequencer.unknown.val();
        self.decision.judged.next = self.verdict.decided.val();
        self.decision.accept.next = self.verdict.accept.val();
        self.decision.by_rule.next = self.verdict.by_rule.val();
        self.decision.has_effects.next = self.sequencer.shape.val().get_value_has_effects();
        self.decision.settles.next = self.verdict.settled.val();
        self.decision.is_done.next = self.verdict.is_done.val();
        self.decision.refused.next = self.refused.val();
        self.decision.full.next = self.dictionary.full.val();
        self.first.d.next = self.verdict.first.val();
        self.outcome.d.next = self.verdict.outcome.val();
        self.failing.d.next = self.verdict.failing.val();
        self.warning.d.next = self.verdict.warning.val();
        if self.reset.val() {
            self.clearing.d.next = false;
        }
        self.egress.clock.next = self.clock.val();
        self.egress.reset.next = self.reset.val();
        self.egress.valid.next = self.decision.answers.val();
        self.egress.host.next = self.to_host.q.val();
        self.egress.accept.next = self.decision.accepted.val();
        self.egress.malformed.next = !self.decision.well_formed.val();
        self.egress.texts_full.next = self.dictionary.full.val();
        self.egress.entry.next = self.first.q.val();
        self.egress.outcome.next = self.outcome.q.val();
        self.egress.failing.next = self.failing.q.val();
        self.egress.warning.next = self.warning.q.val();
        self.egress.effects.next = self.decision.effects.val();
        self.egress.effect_entry.next = self.verdict.settled_entry.val();
        self.egress.effect_outcome.next = self.verdict.settled_outcome.val();
        self.egress.kind.next = self.kind.q.val();
        self.egress.session.next = self.session.q.val();
        self.egress.sequence_number.next = self.sequence_number.q.val();
        self.egress.bank.next = self.sequencer.bank.val();
        self.m_axis_verdict_tdata.next = self.egress.m_axis_verdict_tdata.val();
        self.m_axis_verdict_tvalid.next = self.egress.m_axis_verdict_tvalid.val();
        self.egress.m_axis_verdict_tready.next = self.m_axis_verdict_tready.val();
        self.m_axis_c2h_tdata.next = self.egress.m_axis_c2h_tdata.val();
        self.m_axis_c2h_tvalid.next = self.egress.m_axis_c2h_tvalid.val();
        self.egress.m_axis_c2h_tready.next = self.m_axis_c2h_tready.val();

        self.field_stands.next = self.dictionary.code_valid.val().any();
        for i in 0..FIELDS_MAX {
            self.field_stands.next = self.field_stands.val() | self.parse.field_valid[i].val();
        }
        self.table_answers.next = false;
        for u in 0..TABLE_UNITS {
            self.table_answers.next = self.table_answers.val()
                | self.table_units[u].answer.val()
                | self.table_units[u].fetched.val();
        }
        for u in 0..GROUP_UNITS {
            self.table_answers.next = self.table_answers.val()
                | self.group_units[u].answer.val()
                | self.group_units[u].fetched.val();
        }
        self.probe.next = bit_cast::<3, 1>(self.field_stands.val().into())
            | (bit_cast::<3, 1>(self.table_answers.val().into()) << 1)
            | (bit_cast::<3, 1>(self.decision.decided.val().into()) << 2);
    }
}

/// Signals some of whose bits are unused.
pub fn unused() -> Vec<Unused> {
    let own = [
        Unused {
            signal: "entries_read_data",
            reason: "A word has 64 bits, an entry of the table fewer.",
        },
        Unused { signal: "word", reason: "A word has 64 bits, not all of which a unit uses." },
        Unused { signal: "lane_value_dst", reason: "A slot has ten bits, a destination more." },
        Unused {
            signal: "lane_truth_dst",
            reason: "A predicate of a lane has ten bits, a destination more.",
        },
        Unused { signal: "divider_target", reason: "A slot has ten bits, a destination more." },
        Unused {
            signal: "verdict_words_read_data",
            reason: "A word has 64 bits, a verdict fewer.",
        },
        Unused {
            signal: "program_address",
            reason: "The longest addresses, those of layout words, have 14 bits.",
        },
    ];
    own.into_iter()
        .chain(parse::UNUSED)
        .chain(divider::UNUSED)
        .chain(kernels::tables_unused())
        .collect()
}
