//! The sequencer: from the first beat of a frame it steps through the transaction of the frame's kind.
//!
//! ```text
//!  cycle      0                1                     2                        length
//!        start, kind ──▶ │ address = base ──▶ │ word of cycle 2 stands ──▶ …  │ not busy: the next start
//! ```
//! A transaction takes as many cycles as its entry in the transaction table says, whatever happens in it. A frame
//! whose kind has no entry in the running bank is *unknown*: nothing runs, and it is busy until `finish`.
//!
//! A transaction runs by the bank that is wanted in the cycle in which it starts, and by no other until it ends. So the change of
//! bank waits for the transaction under way and for no cycle more, and no frame waits for it.

use crate::prim::lookup_table::LookupTable;
use rust_hdl::prelude::*;

/// The sequencer.
#[derive(LogicBlock, Default)]
pub struct Sequencer {
    pub clock: Signal<In, Clock>,
    pub reset: Signal<In, Bit>,
    /// The first beat of a frame is taken in this cycle.
    pub start: Signal<In, Bit>,
    pub kind: Signal<In, Bits<8>>,
    /// The frame of an unknown kind is dealt with.
    pub finish: Signal<In, Bit>,
    pub bank_wanted: Signal<In, Bit>,
    pub table_write: Signal<In, Bit>,
    pub table_address: Signal<In, Bits<8>>,
    pub table_data: Signal<In, Bits<64>>,
    /// Address of the program memories.
    pub address: Signal<Out, Bits<11>>,
    /// What the program memories yield in this cycle is to be executed.
    pub live: Signal<Out, Bit>,
    pub busy: Signal<Out, Bit>,
    pub unknown: Signal<Out, Bit>,
    /// The bank that runs; while none does, the one that a transaction which starts in this cycle will run by.
    pub bank: Signal<Out, Bit>,
    entries: LookupTable<8>,
    running: DFF<Bit>,
    running_bank: DFF<Bit>,
    refusing: DFF<Bit>,
    executing: DFF<Bit>,
    program_counter: DFF<Bits<10>>,
    cycles_left: DFF<Bits<10>>,
}

impl Logic for Sequencer {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, running, running_bank, refusing, executing, program_counter, cycles_left);
        self.entries.clock.next = self.clock.val();
        self.entries.write.next = self.table_write.val();
        self.entries.write_address.next = self.table_address.val();
        self.entries.write_data.next = self.table_data.val();
        self.bank.next = self.bank_wanted.val();
        if self.running.q.val() | self.refusing.q.val() {
            self.bank.next = self.running_bank.q.val();
        }
        self.running_bank.d.next = self.bank.val();
        self.entries.read_address.next =
            bit_cast::<8, 7>(self.kind.val().get_bits::<7>(0)) | (bit_cast::<8, 1>(self.bank.val().into()) << 7);
        self.executing.d.next = self.running.q.val();
        if self.running.q.val() {
            self.program_counter.d.next = self.program_counter.q.val() + 1;
            self.cycles_left.d.next = self.cycles_left.q.val() - 1;
            if self.cycles_left.q.val() == 1 {
                self.running.d.next = false;
            }
        }
        if self.refusing.q.val() & self.finish.val() {
            self.refusing.d.next = false;
        }
        if self.start.val() {
            if self.entries.read_data.val().get_bit(0) & !self.kind.val().get_bit(7) {
                self.running.d.next = true;
                self.program_counter.d.next = self.entries.read_data.val().get_bits::<10>(1);
                self.cycles_left.d.next = self.entries.read_data.val().get_bits::<10>(16) - 1;
            } else {
                self.refusing.d.next = true;
            }
        }
        self.address.next = bit_cast::<11, 10>(self.program_counter.q.val())
            | (bit_cast::<11, 1>(self.running_bank.q.val().into()) << 10);
        self.live.next = self.executing.q.val() & self.running.q.val();
        self.busy.next = self.running.q.val() | self.refusing.q.val();
        self.unknown.next = self.refusing.q.val();
        if self.reset.val() {
            self.running.d.next = false;
            self.refusing.d.next = false;
            self.executing.d.next = false;
        }
    }
}
