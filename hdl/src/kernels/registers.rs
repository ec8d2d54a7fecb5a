// SPDX-License-Identifier: Apache-2.0

//! The register file: the host's side of the engine as a conventional AXI4-Lite slave of 32 bits.
//!
//! The map is that of `engine::registers`. Address and data of a write can come in any order. In
//! each direction one transaction is under way, and the address of the next can wait. One cycle,
//! between the request and its answer, decodes the access and checks that it is allowed:
//!
//! ```text
//!  cycle   t                        t + 1               t + 2
//!      the later of AW and W, or  │ registers are    │ B is valid until it is taken
//!      AR is taken                │ written or read  │ R is valid until it is taken
//! ```
//! Latency 2, II 2. It stalls while an answer is not taken. A read in the cycle of a write to the
//! same register yields the old value. A word for a program memory leaves with `program_write` high
//! for one cycle, together with its B. Every output comes from a register.

use crate::emit::Unused;
use engine::registers::{self, ID_VALUE, READABLE, VERSION_VALUE, WRITABLE};
use rust_hdl::prelude::*;

/// Counters in the order of the map: frames, accepts, rejects, malformed, cycles.
const COUNTERS: usize = 5;

const _: () =
    assert!(registers::WORDS == 32 && registers::ADDRESS_BITS == 12 && registers::BYTES == 4);
const _: () = assert!(registers::ID.index() == 0 && registers::VERSION.index() == 1);
const _: () = assert!(registers::STATUS.index() == 2 && registers::CONTROL.index() == 3);
const _: () =
    assert!(registers::PROGRAM_MEMORY.index() == 4 && registers::PROGRAM_ADDRESS.index() == 5);
const _: () =
    assert!(registers::PROGRAM_DATA_LOW.index() == 6 && registers::PROGRAM_DATA_HIGH.index() == 7);
const _: () = assert!(registers::SCAN_TARGET.index() == 8 && registers::SCAN_ADDRESS.index() == 9);
const _: () = assert!(registers::SCAN_DATA_0.index() == 12 && registers::SCAN_DATA_3.index() == 15);
const _: () = assert!(registers::FRAMES_LOW.index() == 16 && registers::ACCEPTS_LOW.index() == 18);
const _: () =
    assert!(registers::REJECTS_LOW.index() == 20 && registers::MALFORMED_LOW.index() == 22);
const _: () = assert!(registers::CYCLES_LOW.index() == 24 && registers::CYCLES_HIGH.index() == 25);
const _: () = assert!(
    registers::STATUS_BUSY == 0 && registers::STATUS_BANK == 1 && registers::STATUS_FAULT == 2
);
const _: () = assert!(registers::CONTROL_BANK == 0 && registers::CONTROL_CLEAR == 1);

/// Signals some of whose bits are unused.
pub const UNUSED: [Unused; 3] = [
    Unused { signal: "s_axil_awprot", reason: "No access is restricted; AXI requires the port." },
    Unused { signal: "s_axil_arprot", reason: "No access is restricted; AXI requires the port." },
    Unused { signal: "written", reason: "Not every word of the map can be written." },
];

/// The register file.
#[derive(LogicBlock)]
pub struct Registers {
    /// The clock; everything happens at its rising edge.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset, active high.
    pub reset: Signal<In, Bit>,
    /// The address of a write, in bytes.
    pub s_axil_awaddr: Signal<In, Bits<12>>,
    /// Protection bits of a write; ignored.
    pub s_axil_awprot: Signal<In, Bits<3>>,
    /// The address is valid.
    pub s_axil_awvalid: Signal<In, Bit>,
    /// The register file takes the address.
    pub s_axil_awready: Signal<Out, Bit>,
    /// The data of a write.
    pub s_axil_wdata: Signal<In, Bits<32>>,
    /// The bytes that are written; all four must be.
    pub s_axil_wstrb: Signal<In, Bits<4>>,
    /// The data is valid.
    pub s_axil_wvalid: Signal<In, Bit>,
    /// The register file takes the data.
    pub s_axil_wready: Signal<Out, Bit>,
    /// The answer to a write: 0 OKAY, 2 SLVERR.
    pub s_axil_bresp: Signal<Out, Bits<2>>,
    /// The answer is valid; it does not change until it is taken.
    pub s_axil_bvalid: Signal<Out, Bit>,
    /// The host takes the answer.
    pub s_axil_bready: Signal<In, Bit>,
    /// The address of a read, in bytes.
    pub s_axil_araddr: Signal<In, Bits<12>>,
    /// Protection bits of a read; ignored.
    pub s_axil_arprot: Signal<In, Bits<3>>,
    /// The address is valid.
    pub s_axil_arvalid: Signal<In, Bit>,
    /// The register file takes the address.
    pub s_axil_arready: Signal<Out, Bit>,
    /// The data of a read, 0 with an error.
    pub s_axil_rdata: Signal<Out, Bits<32>>,
    /// The answer to a read: 0 OKAY, 2 SLVERR.
    pub s_axil_rresp: Signal<Out, Bits<2>>,
    /// The answer is valid; it does not change until it is taken.
    pub s_axil_rvalid: Signal<Out, Bit>,
    /// The host takes the answer.
    pub s_axil_rready: Signal<In, Bit>,
    /// Writes a word into a program memory, see `engine::microcode`. High for one cycle.
    pub program_write: Signal<Out, Bit>,
    /// The number of the program memory.
    pub program_memory: Signal<Out, Bits<16>>,
    /// The address in the program memory.
    pub program_address: Signal<Out, Bits<16>>,
    /// The word.
    pub program_data: Signal<Out, Bits<64>>,
    /// The program bank for the next transaction.
    pub bank_wanted: Signal<Out, Bit>,
    /// Empties all tables and the dictionary. High for one cycle.
    pub clear: Signal<Out, Bit>,
    /// The program bank that runs.
    pub bank: Signal<In, Bit>,
    /// A transaction or a clear runs.
    pub busy: Signal<In, Bit>,
    /// Something is wrong in this cycle; the status keeps it until a reset.
    pub fault: Signal<In, Bit>,
    /// What is read back, see `engine::registers`: SCAN_TARGET.
    pub scan_target: Signal<Out, Bits<32>>,
    /// The bucket or row that is read back.
    pub scan_address: Signal<Out, Bits<32>>,
    /// What was read back.
    pub scan_data: Signal<In, Bits<128>>,
    /// The last beat of a frame is taken.
    pub frame_taken: Signal<In, Bit>,
    /// The beat of a verdict is taken.
    pub verdict_taken: Signal<In, Bit>,
    /// With `verdict_taken`: the message is accepted.
    pub verdict_accept: Signal<In, Bit>,
    /// With `verdict_taken`: the frame was malformed.
    pub verdict_malformed: Signal<In, Bit>,
    readable: Constant<Bits<32>>,
    writable: Constant<Bits<32>>,
    id: Constant<Bits<32>>,
    version: Constant<Bits<32>>,
    aw_ready: DFF<Bit>,
    aw_held: DFF<Bit>,
    aw_address: DFF<Bits<12>>,
    w_ready: DFF<Bit>,
    w_held: DFF<Bit>,
    w_data: DFF<Bits<32>>,
    w_strobes: DFF<Bits<4>>,
    b_valid: DFF<Bit>,
    b_error: DFF<Bit>,
    ar_ready: DFF<Bit>,
    ar_held: DFF<Bit>,
    ar_address: DFF<Bits<12>>,
    r_valid: DFF<Bit>,
    r_error: DFF<Bit>,
    r_data: DFF<Bits<32>>,
    wanted: DFF<Bit>,
    clears: DFF<Bit>,
    issue: DFF<Bit>,
    memory: DFF<Bits<16>>,
    address: DFF<Bits<16>>,
    issued_address: DFF<Bits<16>>,
    data_low: DFF<Bits<32>>,
    data_high: DFF<Bits<32>>,
    target: DFF<Bits<32>>,
    place: DFF<Bits<32>>,
    had_fault: DFF<Bit>,
    counters: [DFF<Bits<64>>; COUNTERS],
    high_halves: [DFF<Bits<32>>; COUNTERS],
    aw_stays: Signal<Local, Bit>,
    w_stays: Signal<Local, Bit>,
    ar_stays: Signal<Local, Bit>,
    write_now: Signal<Local, Bit>,
    read_now: Signal<Local, Bit>,
    write_word: Signal<Local, Bits<32>>,
    read_word: Signal<Local, Bits<32>>,
    write_allowed: Signal<Local, Bit>,
    read_allowed: Signal<Local, Bit>,
    /// The word that is written in this cycle, one bit a word; `read` is the same for reads.
    written: Signal<Local, Bits<32>>,
    read: Signal<Local, Bits<32>>,
    rejected: Signal<Local, Bit>,
    /// The counters that count in this cycle.
    counted: Signal<Local, Bits<5>>,
    words: [Signal<Local, Bits<32>>; registers::WORDS],
}

// The constants of Rust HDL have no default.
impl Default for Registers {
    fn default() -> Registers {
        Registers {
            clock: Default::default(),
            reset: Default::default(),
            s_axil_awaddr: Default::default(),
            s_axil_awprot: Default::default(),
            s_axil_awvalid: Default::default(),
            s_axil_awready: Default::default(),
            s_axil_wdata: Default::default(),
            s_axil_wstrb: Default::default(),
            s_axil_wvalid: Default::default(),
            s_axil_wready: Default::default(),
            s_axil_bresp: Default::default(),
            s_axil_bvalid: Default::default(),
            s_axil_bready: Default::default(),
            s_axil_araddr: Default::default(),
            s_axil_arprot: Default::default(),
            s_axil_arvalid: Default::default(),
            s_axil_arready: Default::default(),
            s_axil_rdata: Default::default(),
            s_axil_rresp: Default::default(),
            s_axil_rvalid: Default::default(),
            s_axil_rready: Default::default(),
            program_write: Default::default(),
            program_memory: Default::default(),
            program_address: Default::default(),
            program_data: Default::default(),
            bank_wanted: Default::default(),
            clear: Default::default(),
            bank: Default::default(),
            busy: Default::default(),
            fault: Default::default(),
            scan_target: Default::default(),
            scan_address: Default::default(),
            scan_data: Default::default(),
            frame_taken: Default::default(),
            verdict_taken: Default::default(),
            verdict_accept: Default::default(),
            verdict_malformed: Default::default(),
            readable: Constant::new(u64::from(READABLE).into()),
            writable: Constant::new(u64::from(WRITABLE).into()),
            id: Constant::new(u64::from(ID_VALUE).into()),
            version: Constant::new(u64::from(VERSION_VALUE).into()),
            aw_ready: Default::default(),
            aw_held: Default::default(),
            aw_address: Default::default(),
            w_ready: Default::default(),
            w_held: Default::default(),
            w_data: Default::default(),
            w_strobes: Default::default(),
            b_valid: Default::default(),
            b_error: Default::default(),
            ar_ready: Default::default(),
            ar_held: Default::default(),
            ar_address: Default::default(),
            r_valid: Default::default(),
            r_error: Default::default(),
            r_data: Default::default(),
            wanted: Default::default(),
            clears: Default::default(),
            issue: Default::default(),
            memory: Default::default(),
            address: Default::default(),
            issued_address: Default::default(),
            data_low: Default::default(),
            data_high: Default::default(),
            target: Default::default(),
            place: Default::default(),
            had_fault: Default::default(),
            counters: Default::default(),
            high_halves: Default::default(),
            aw_stays: Default::default(),
            w_stays: Default::default(),
            ar_stays: Default::default(),
            write_now: Default::default(),
            read_now: Default::default(),
            write_word: Default::default(),
            read_word: Default::default(),
            write_allowed: Default::default(),
            read_allowed: Default::default(),
            written: Default::default(),
            read: Default::default(),
            rejected: Default::default(),
            counted: Default::default(),
            words: Default::default(),
        }
    }
}

impl Logic for Registers {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clock, aw_ready, aw_held, aw_address, w_ready, w_held, w_data, w_strobes);
        dff_setup!(
            self, clock, b_valid, b_error, ar_ready, ar_held, ar_address, r_valid, r_error, r_data
        );
        dff_setup!(
            self,
            clock,
            wanted,
            clears,
            issue,
            memory,
            address,
            issued_address,
            data_low,
            data_high
        );
        dff_setup!(self, clock, target, place, had_fault);

        // A write takes effect when address and data are available and its answer has room.
        self.write_now.next = self.aw_held.q.val()
            & self.w_held.q.val()
            & (!self.b_valid.q.val() | self.s_axil_bready.val());
        self.aw_stays.next = self.aw_held.q.val() & !self.write_now.val();
        self.w_stays.next = self.w_held.q.val() & !self.write_now.val();
        if self.s_axil_awvalid.val() & self.aw_ready.q.val() {
            self.aw_stays.next = true;
            self.aw_address.d.next = self.s_axil_awaddr.val();
        }
        if self.s_axil_wvalid.val() & self.w_ready.q.val() {
            self.w_stays.next = true;
            self.w_data.d.next = self.s_axil_wdata.val();
            self.w_strobes.d.next = self.s_axil_wstrb.val();
        }
        self.aw_held.d.next = self.aw_stays.val() & !self.reset.val();
        self.w_held.d.next = self.w_stays.val() & !self.reset.val();
        self.aw_ready.d.next = !self.aw_stays.val() & !self.reset.val();
        self.w_ready.d.next = !self.w_stays.val() & !self.reset.val();

        self.write_word.next = bits::<32>(1) << self.aw_address.q.val().get_bits::<5>(2);
        self.write_allowed.next = (self.aw_address.q.val().get_bits::<5>(7) == 0)
            & (self.aw_address.q.val().get_bits::<2>(0) == 0)
            & (self.w_strobes.q.val() == 15)
            & ((self.write_word.val() & self.writable.val()) != 0);
        self.written.next = 0.into();
        if self.s_axil_bready.val() {
            self.b_valid.d.next = false;
        }
        if self.write_now.val() {
            self.b_valid.d.next = true;
            self.b_error.d.next = !self.write_allowed.val();
            if self.write_allowed.val() {
                self.written.next = self.write_word.val();
            }
        }

        // The effects of writes.
        self.issue.d.next = false;
        self.clears.d.next = false;
        if self.written.val().get_bit(3) {
            self.wanted.d.next = self.w_data.q.val().get_bit(0);
            self.clears.d.next = self.w_data.q.val().get_bit(1) & !self.reset.val();
        }
        if self.written.val().get_bit(4) {
            self.memory.d.next = self.w_data.q.val().get_bits::<16>(0);
        }
        if self.written.val().get_bit(5) {
            self.address.d.next = self.w_data.q.val().get_bits::<16>(0);
        }
        if self.written.val().get_bit(6) {
            self.data_low.d.next = self.w_data.q.val();
        }
        if self.written.val().get_bit(7) {
            self.data_high.d.next = self.w_data.q.val();
            self.issue.d.next = !self.reset.val();
            self.issued_address.d.next = self.address.q.val();
            self.address.d.next = self.address.q.val() + 1;
        }
        if self.written.val().get_bit(8) {
            self.target.d.next = self.w_data.q.val();
        }
        if self.written.val().get_bit(9) {
            self.place.d.next = self.w_data.q.val();
        }

        // A read takes effect when its address is available and its answer has room.
        self.read_now.next =
            self.ar_held.q.val() & (!self.r_valid.q.val() | self.s_axil_rready.val());
        self.ar_stays.next = self.ar_held.q.val() & !self.read_now.val();
        if self.s_axil_arvalid.val() & self.ar_ready.q.val() {
            self.ar_stays.next = true;
            self.ar_address.d.next = self.s_axil_araddr.val();
        }
        self.ar_held.d.next = self.ar_stays.val() & !self.reset.val();
        self.ar_ready.d.next = !self.ar_stays.val() & !self.reset.val();
        self.read_word.next = bits::<32>(1) << self.ar_address.q.val().get_bits::<5>(2);
        self.read_allowed.next = (self.ar_address.q.val().get_bits::<5>(7) == 0)
            & (self.ar_address.q.val().get_bits::<2>(0) == 0)
            & ((self.read_word.val() & self.readable.val()) != 0);
        self.read.next = 0.into();
        if self.s_axil_rready.val() {
            self.r_valid.d.next = false;
        }
        if self.read_now.val() {
            self.r_valid.d.next = true;
            self.r_error.d.next = !self.read_allowed.val();
            self.r_data.d.next = 0.into();
            if self.read_allowed.val() {
                self.read.next = self.read_word.val();
            }
        }
        for i in 0..32 {
            if self.read.val().get_bit(i) {
                self.r_data.d.next = self.words[i].val();
            }
        }

        // The values for reads. Words without a register are never read.
        self.words[0].next = self.id.val();
        self.words[1].next = self.version.val();
        self.words[2].next = bit_cast::<32, 1>(self.busy.val().into())
            | (bit_cast::<32, 1>(self.bank.val().into()) << 1)
            | (bit_cast::<32, 1>(self.had_fault.q.val().into()) << 2);
        self.words[3].next = bit_cast::<32, 1>(self.wanted.q.val().into());
        self.words[4].next = bit_cast::<32, 16>(self.memory.q.val());
        self.words[5].next = bit_cast::<32, 16>(self.address.q.val());
        self.words[6].next = self.data_low.q.val();
        self.words[7].next = self.data_high.q.val();
        self.words[8].next = self.target.q.val();
        self.words[9].next = self.place.q.val();
        self.words[10].next = 0.into();
        self.words[11].next = 0.into();
        self.words[12].next = self.scan_data.val().get_bits::<32>(0);
        self.words[13].next = self.scan_data.val().get_bits::<32>(32);
        self.words[14].next = self.scan_data.val().get_bits::<32>(64);
        self.words[15].next = self.scan_data.val().get_bits::<32>(96);
        for i in 26..32 {
            self.words[i].next = 0.into();
        }

        // Counters: a read of a low half holds the high half for the next read.
        self.rejected.next = !self.verdict_accept.val() & !self.verdict_malformed.val();
        self.counted.next = bit_cast::<5, 1>(self.frame_taken.val().into()) | 16;
        if self.verdict_taken.val() {
            self.counted.next = bit_cast::<5, 1>(self.frame_taken.val().into())
                | (bit_cast::<5, 1>(self.verdict_accept.val().into()) << 1)
                | (bit_cast::<5, 1>(self.rejected.val().into()) << 2)
                | (bit_cast::<5, 1>(self.verdict_malformed.val().into()) << 3)
                | 16;
        }
        for i in 0..5 {
            self.counters[i].clock.next = self.clock.val();
            self.high_halves[i].clock.next = self.clock.val();
            self.counters[i].d.next = self.counters[i].q.val();
            self.high_halves[i].d.next = self.high_halves[i].q.val();
            if self.counted.val().get_bit(i) {
                self.counters[i].d.next = self.counters[i].q.val() + 1;
            }
            if self.read.val().get_bit(2 * i + 16) {
                self.high_halves[i].d.next = self.counters[i].q.val().get_bits::<32>(32);
            }
            self.words[2 * i + 16].next = self.counters[i].q.val().get_bits::<32>(0);
            self.words[2 * i + 17].next = self.high_halves[i].q.val();
            if self.reset.val() {
                self.counters[i].d.next = 0.into();
                self.high_halves[i].d.next = 0.into();
            }
        }
        if self.fault.val() {
            self.had_fault.d.next = true;
        }

        self.s_axil_awready.next = self.aw_ready.q.val();
        self.s_axil_wready.next = self.w_ready.q.val();
        self.s_axil_bvalid.next = self.b_valid.q.val();
        // SLVERR is 2, OKAY 0.
        self.s_axil_bresp.next = bit_cast::<2, 1>(self.b_error.q.val().into()) << 1;
        self.s_axil_arready.next = self.ar_ready.q.val();
        self.s_axil_rvalid.next = self.r_valid.q.val();
        self.s_axil_rresp.next = bit_cast::<2, 1>(self.r_error.q.val().into()) << 1;
        self.s_axil_rdata.next = self.r_data.q.val();
        self.program_write.next = self.issue.q.val();
        self.program_memory.next = self.memory.q.val();
        self.program_address.next = self.issued_address.q.val();
        self.program_data.next = bit_cast::<64, 32>(self.data_low.q.val())
            | (bit_cast::<64, 32>(self.data_high.q.val()) << 32);
        self.bank_wanted.next = self.wanted.q.val();
        self.clear.next = self.clears.q.val();
        self.scan_target.next = self.target.q.val();
        self.scan_address.next = self.place.q.val();

        if self.reset.val() {
            self.b_valid.d.next = false;
            self.r_valid.d.next = false;
            self.wanted.d.next = false;
            self.memory.d.next = 0.into();
            self.address.d.next = 0.into();
            self.data_low.d.next = 0.into();
            self.data_high.d.next = 0.into();
            self.target.d.next = 0.into();
            self.place.d.next = 0.into();
            self.had_fault.d.next = false;
        }
    }
}
