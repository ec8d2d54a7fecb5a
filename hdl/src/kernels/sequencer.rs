// SPDX-License-Identifier: Apache-2.0

//! The sequencer: from the first beat of a frame it steps through the transaction of the frame's
//! kind.
//!
//! ```text
//!  cycle      0                1                     2                        release                 commit
//!        kind ──▶ address = base, start ──▶ │ word of cycle 2 stands ──▶ …  │ free: the next start …  │ not busy
//! ```
//! A transaction runs for as many cycles as its entry in the transaction table says, whatever
//! happens in it: then it issues nothing any more. Its last writes may be on their way for some
//! cycles yet, up to the end of its commit, which the entry says too. The next frame may start
//! meanwhile (`engine::overlap`), unless it is to run by the other bank, whose program was not
//! considered when the entry was made. It is busy up to the end of every commit. A frame whose kind
//! has no entry in the running bank is *unknown*: nothing runs, and it is busy until `finish`.
//!
//! A transaction runs by the bank that is wanted in the cycle in which it starts, and by no other
//! until it ends. So the change of bank waits for the transaction under way, and the first frame
//! behind it for the end of that one's commit and for no cycle more.

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
    /// Address of the program memories, whose word stands two cycles later. While nothing runs it
    /// is where the transaction of `kind` begins.
    pub address: Signal<Out, Bits<11>>,
    /// What the program memories yield in this cycle is to be executed.
    pub live: Signal<Out, Bit>,
    /// A transaction runs, or its commit is not over.
    pub busy: Signal<Out, Bit>,
    /// A frame may start.
    pub free: Signal<Out, Bit>,
    pub unknown: Signal<Out, Bit>,
    /// The bank that runs; while none does, the one that a transaction which starts in this cycle
    /// will run by.
    pub bank: Signal<Out, Bit>,
    entries: LookupTable<8>,
    running: DFF<Bit>,
    running_bank: DFF<Bit>,
    refusing: DFF<Bit>,
    executing: DFF<Bit>,
    /// What is addressed in the next cycle if the transaction goes on.
    program_counter: DFF<Bits<10>>,
    address_in_bank: Signal<Local, Bits<10>>,
    cycles_left: DFF<Bits<10>>,
    /// To the end of the last commit.
    commit_left: DFF<Bits<10>>,
    commit_next: Signal<Local, Bits<10>>,
}

impl Logic for Sequencer {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clock,
            running,
            running_bank,
            refusing,
            executing,
            program_counter,
            cycles_left,
            commit_left
        );
        self.entries.clock.next = self.clock.val();
        self.entries.write.next = self.table_write.val();
        self.entries.write_address.next = self.table_address.val();
        self.entries.write_data.next = self.table_data.val();
        self.bank.next = self.bank_wanted.val();
        if self.running.q.val() | self.refusing.q.val() {
            self.bank.next = self.running_bank.q.val();
        }
        self.entries.read_address.next = bit_cast::<8, 7>(self.kind.val().get_bits::<7>(0))
            | (bit_cast::<8, 1>(self.bank.val().into()) << 7);
        self.executing.d.next = self.running.q.val();
        if self.running.q.val() {
            self.cycles_left.d.next = self.cycles_left.q.val() - 1;
            if self.cycles_left.q.val() == 1 {
                self.running.d.next = false;
            }
        }
        self.commit_next.next = 0.into();
        if self.commit_left.q.val().any() {
            self.commit_next.next = self.commit_left.q.val() - 1;
        }
        self.commit_left.d.next = self.commit_next.val();
        if self.refusing.q.val() & self.finish.val() {
            self.refusing.d.next = false;
        }
        if self.start.val() {
            self.running_bank.d.next = self.bank.val();
            if self.entries.read_data.val().get_bit(0) & !self.kind.val().get_bit(7) {
                self.running.d.next = true;
                self.cycles_left.d.next = self.entries.read_data.val().get_bits::<10>(16) - 1;
                // The one before may be on its way for longer.
                if self.entries.read_data.val().get_bits::<10>(26) > self.commit_next.val() {
                    self.commit_left.d.next = self.entries.read_data.val().get_bits::<10>(26) - 1;
                }
            } else {
                self.refusing.d.next = true;
            }
        }
        // Where a transaction begins is addressed before it is known whether one starts in this
        // cycle, so that `start` selects nothing.
        self.address_in_bank.next = self.entries.read_data.val().get_bits::<10>(1);
        if self.running.q.val() {
            self.address_in_bank.next = self.program_counter.q.val();
        }
        self.program_counter.d.next = self.address_in_bank.val() + 1;
        self.address.next = bit_cast::<11, 10>(self.address_in_bank.val())
            | (bit_cast::<11, 1>(self.bank.val().into()) << 10);
        self.live.next = self.executing.q.val() & self.running.q.val();
        self.busy.next =
            self.running.q.val() | self.refusing.q.val() | self.commit_left.q.val().any();
        self.free.next = !self.running.q.val()
            & !self.refusing.q.val()
            & (!self.commit_left.q.val().any()
                | (self.running_bank.q.val() == self.bank_wanted.val()));
        self.unknown.next = self.refusing.q.val();
        if self.reset.val() {
            self.running.d.next = false;
            self.refusing.d.next = false;
            self.executing.d.next = false;
            self.commit_left.d.next = 0.into();
        }
    }
}
