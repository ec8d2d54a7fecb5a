// SPDX-License-Identifier: Apache-2.0

//! The sequencer: from the first beat of a frame on, it steps through the transaction of the
//! frame's kind.
//!
//! ```text
//!  cycle      0                     1 2                       release          commit
//!        kind ──▶ address = base, ──▶ │ word of cycle 2 ──▶ …  │ free: the    … │ not busy
//!                 start               │ is read                │ next start     │
//! ```
//! A transaction runs for as many cycles as its entry in the transaction table states, whatever
//! happens in it; then it issues nothing more. Its last writes can still be under way until the end
//! of its commit, which the entry states too. The next frame may start meanwhile
//! (`engine::overlap`), unless it uses the other program bank, whose program was not considered
//! when the entry was made. The sequencer is busy until the end of every commit. A frame whose kind
//! has no entry in the running bank is *unknown*: nothing runs, and the sequencer is busy until
//! `finish`.
//!
//! A transaction runs by the program bank that is wanted in the cycle of its start, until it ends.
//! So a change of the bank waits for the transaction under way, and the first frame afterwards
//! waits for the end of its commit and for no cycle more.

use crate::prim::lookup_table::LookupTable;
use crate::word_parts::TransactionWord;
use engine::microcode::parts::transaction;
use rust_hdl::prelude::*;

const _: () = assert!(transaction::SHAPE.bits == 18);

/// The sequencer.
#[derive(LogicBlock, Default)]
pub struct Sequencer {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset, active high.
    pub reset: Signal<In, Bit>,
    /// The first beat of a frame is taken in this cycle.
    pub start: Signal<In, Bit>,
    /// The kind of that frame.
    pub kind: Signal<In, Bits<8>>,
    /// The frame of an unknown kind is dealt with.
    pub finish: Signal<In, Bit>,
    /// The program bank for the next transaction.
    pub bank_wanted: Signal<In, Bit>,
    /// Writes a word of the transaction table.
    pub table_write: Signal<In, Bit>,
    /// Program bank and kind of the word.
    pub table_address: Signal<In, Bits<8>>,
    /// The word, see `engine::microcode::parts::transaction`.
    pub table_data: Signal<In, Bits<64>>,
    /// The address of all program memories, whose word is available two cycles later. While nothing
    /// runs it is the base of the transaction of `kind`.
    pub address: Signal<Out, Bits<11>>,
    /// The words that the program memories yield in this cycle are executed.
    pub live: Signal<Out, Bit>,
    /// A transaction runs, or its commit is not over.
    pub busy: Signal<Out, Bit>,
    /// A frame may start.
    pub free: Signal<Out, Bit>,
    /// The kind of the frame has no transaction; high until `finish`.
    pub unknown: Signal<Out, Bit>,
    /// The program bank that runs; while nothing runs, the one for a transaction that starts in
    /// this cycle.
    pub bank: Signal<Out, Bit>,
    /// The numbers of entries and rules of the transaction, and whether its rejects have effects:
    /// `engine::microcode::parts::transaction::SHAPE` of its entry, from the cycle after its start
    /// to the next start.
    pub shape: Signal<Out, Bits<18>>,
    entries: LookupTable<8>,
    running: DFF<Bit>,
    running_bank: DFF<Bit>,
    refusing: DFF<Bit>,
    executing: DFF<Bit>,
    /// The address of the next cycle if the transaction continues.
    program_counter: DFF<Bits<10>>,
    address_in_bank: Signal<Local, Bits<10>>,
    cycles_left: DFF<Bits<10>>,
    shape_q: DFF<Bits<18>>,
    /// Cycles to the end of the last commit.
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
            commit_left,
            shape_q
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
            self.shape_q.d.next = self.entries.read_data.val().get_value_shape();
            if self.entries.read_data.val().get_value_known() & !self.kind.val().get_bit(7) {
                self.running.d.next = true;
                self.cycles_left.d.next = self.entries.read_data.val().get_value_release() - 1;
                // The commit of the last transaction can take longer.
                if self.entries.read_data.val().get_value_commit() > self.commit_next.val() {
                    self.commit_left.d.next = self.entries.read_data.val().get_value_commit() - 1;
                }
            } else {
                self.refusing.d.next = true;
            }
        }
        // The base of a transaction is addressed before it is known whether one starts in this
        // cycle, so that `start` selects nothing.
        self.address_in_bank.next = self.entries.read_data.val().get_value_base();
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
        self.shape.next = self.shape_q.q.val();
        if self.reset.val() {
            self.running.d.next = false;
            self.refusing.d.next = false;
            self.executing.d.next = false;
            self.commit_left.d.next = 0.into();
        }
    }
}
