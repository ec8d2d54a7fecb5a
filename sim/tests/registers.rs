// SPDX-License-Identifier: Apache-2.0

//! The register file against a model of the map, cycle by cycle: AW, W and AR in any order with
//! idle cycles and back-pressure, every address, every set of strobes, resets in the middle;
//! program words come out exactly once each.

use engine::registers::{self, Access, REGISTERS, Register};
use hdl::emit::{Emitted, emit_with};
use hdl::kernels::registers::{Registers, UNUSED};
use rand::RngExt;
use sim::kernel::Kernel;
use std::collections::VecDeque;
use testkit::rng::Rng;

const ALL_BYTES: u8 = 15;
const OKAY: u128 = 0;
const SLVERR: u128 = 2;
const COUNTERS: [Register; 5] = [
    registers::FRAMES_LOW,
    registers::ACCEPTS_LOW,
    registers::REJECTS_LOW,
    registers::MALFORMED_LOW,
    registers::CYCLES_LOW,
];

/// What comes from the core in a cycle.
#[derive(Clone, Copy, Debug, Default)]
struct Inputs {
    busy: bool,
    bank: bool,
    fault: bool,
    scan_data: u128,
    frame_taken: bool,
    verdict_taken: bool,
    accept: bool,
    malformed: bool,
}

impl Inputs {
    fn random(rng: &mut Rng) -> Inputs {
        let accept: bool = rng.random();
        let malformed = !accept && rng.random::<bool>();
        let [busy, bank, frame_taken, verdict_taken] = rng.random();
        let fault = rng.random_bool(0.001);
        Inputs {
            busy,
            bank,
            fault,
            scan_data: rng.random(),
            frame_taken,
            verdict_taken,
            accept,
            malformed,
        }
    }

    fn drive(self, kernel: &mut Kernel<'_>) {
        kernel.set("busy", self.busy);
        kernel.set("bank", self.bank);
        kernel.set("fault", self.fault);
        kernel.set("scan_data", self.scan_data);
        kernel.set("frame_taken", self.frame_taken);
        kernel.set("verdict_taken", self.verdict_taken);
        kernel.set("verdict_accept", self.accept);
        kernel.set("verdict_malformed", self.malformed);
    }
}

/// The registers as the map states them.
#[derive(Clone, Debug)]
struct Model {
    /// What was written, by word.
    words: [u32; registers::WORDS],
    counters: [u64; 5],
    high_halves: [u32; 5],
    had_fault: bool,
}

/// A word for a program memory: memory, address, data.
type ProgramWord = (u32, u32, u64);

#[derive(Clone, Copy, Debug)]
struct Write {
    address: u16,
    data: u32,
    strobes: u8,
}

fn at(address: u16) -> Option<&'static Register> {
    REGISTERS.iter().find(|register| register.offset == address)
}

impl Model {
    fn new(count: u64) -> Model {
        Model {
            words: [0; registers::WORDS],
            counters: [count; 5],
            high_halves: [0; 5],
            had_fault: false,
        }
    }

    fn word(&self, register: Register) -> u32 {
        self.words[register.index()]
    }

    /// Carries out a write; its response, and the word that it issues.
    fn write(&mut self, write: Write) -> (u128, Option<ProgramWord>) {
        let allowed = |register: &&Register| {
            register.access == Access::ReadWrite && write.strobes == ALL_BYTES
        };
        let Some(register) = at(write.address).filter(allowed) else { return (SLVERR, None) };
        let bits = match *register {
            registers::CONTROL => 1,
            registers::PROGRAM_MEMORY | registers::PROGRAM_ADDRESS => 16,
            _ => 32,
        };
        self.words[register.index()] = write.data & (u32::MAX >> (32 - bits));
        if *register != registers::PROGRAM_DATA_HIGH {
            return (OKAY, None);
        }
        let address = self.word(registers::PROGRAM_ADDRESS);
        self.words[registers::PROGRAM_ADDRESS.index()] = address.wrapping_add(1) & 0xffff;
        let data = u64::from(write.data) << 32 | u64::from(self.word(registers::PROGRAM_DATA_LOW));
        (OKAY, Some((self.word(registers::PROGRAM_MEMORY), address, data)))
    }

    /// What a read sees.
    fn read(&self, address: u16, inputs: Inputs) -> (u128, u32) {
        let Some(register) = at(address) else { return (SLVERR, 0) };
        let value = match *register {
            registers::ID => 0x5249_534b,
            registers::VERSION => registers::VERSION_VALUE,
            registers::STATUS => {
                u32::from(inputs.busy)
                    | u32::from(inputs.bank) << 1
                    | u32::from(self.had_fault) << 2
            }
            registers::SCAN_DATA_0 => inputs.scan_data as u32,
            registers::SCAN_DATA_1 => (inputs.scan_data >> 32) as u32,
            registers::SCAN_DATA_2 => (inputs.scan_data >> 64) as u32,
            registers::SCAN_DATA_3 => (inputs.scan_data >> 96) as u32,
            _ => match COUNTERS.iter().position(|low| low.index() == register.index() & !1) {
                Some(counter) if register.index() % 2 == 0 => self.counters[counter] as u32,
                Some(counter) => self.high_halves[counter],
                None => self.word(*register),
            },
        };
        (OKAY, value)
    }

    fn count(&mut self, inputs: Inputs) {
        let Inputs { frame_taken, verdict_taken, accept, malformed, .. } = inputs;
        let rejected = !accept && !malformed;
        let counts = [
            frame_taken,
            verdict_taken && accept,
            verdict_taken && rejected,
            verdict_taken && malformed,
            true,
        ];
        for (counter, counts) in self.counters.iter_mut().zip(counts) {
            *counter = counter.wrapping_add(counts.into());
        }
        self.had_fault |= inputs.fault;
    }
}

/// How often things happen in a cycle.
#[derive(Clone, Copy, Debug)]
struct Odds {
    offered: f64,
    taken: f64,
    reset: f64,
}

/// A channel that the host drives: what is to come, and what stands until it is taken.
#[derive(Debug)]
struct Channel<T> {
    to_come: VecDeque<T>,
    offered: Option<T>,
    /// Taken, and not answered.
    taken: VecDeque<T>,
}

impl<T: Copy> Channel<T> {
    fn new(items: impl IntoIterator<Item = T>) -> Channel<T> {
        Channel { to_come: items.into_iter().collect(), offered: None, taken: VecDeque::new() }
    }

    fn offer(&mut self, odds: f64, rng: &mut Rng) -> Option<T> {
        if self.offered.is_none() && rng.random_bool(odds) {
            self.offered = self.to_come.pop_front();
        }
        self.offered
    }

    fn take(&mut self, ready: bool) {
        if ready && let Some(item) = self.offered.take() {
            self.taken.push_back(item);
        }
    }

    /// A reset loses what is under way.
    fn reset(&mut self) {
        self.offered = None;
        self.taken.clear();
    }

    fn is_over(&self) -> bool {
        self.to_come.is_empty() && self.offered.is_none() && self.taken.is_empty()
    }
}

/// An answering channel, B or R: what stood in the cycle before, if it was not taken.
#[derive(Default)]
struct Answers {
    stands: Option<(u128, u128)>,
}

impl Answers {
    /// The answer if it is a new one; one that was not taken must stand as it was.
    fn look(&mut self, valid: bool, answer: (u128, u128), ready: bool) -> Option<(u128, u128)> {
        let before = self.stands.take();
        if let Some(before) = before {
            assert!(
                valid && answer == before,
                "{before:?} must stand until it is taken, not become {answer:?}"
            );
        }
        self.stands = (valid && !ready).then_some(answer);
        (valid && before.is_none()).then_some(answer)
    }
}

/// What a run has seen.
#[derive(Debug, Default)]
struct Tally {
    writes: [u64; 2],
    reads: [u64; 2],
    program_words: u64,
    resets: u64,
}

/// Carries out writes and reads beside each other. `count` is where counters begin.
fn run(
    kernel: &mut Kernel<'_>,
    writes: &[Write],
    reads: &[u16],
    odds: Odds,
    count: u64,
    seed: u64,
) -> Tally {
    let mut rng = Rng::seeded(seed);
    // Addresses and data go their own ways: each channel has its own idle cycles.
    let mut aw = Channel::new(writes.iter().copied());
    let mut w = Channel::new(writes.iter().copied());
    let mut ar = Channel::new(reads.iter().copied());
    let (mut b, mut r) = (Answers::default(), Answers::default());
    let mut model = Model::new(count);
    let mut tally = Tally::default();
    let mut before = (model.clone(), Inputs::default());
    let mut reset = true;
    while reset || !(aw.is_over() && w.is_over() && ar.is_over()) {
        let inputs = Inputs::random(&mut rng);
        inputs.drive(kernel);
        let ready: [bool; 2] = std::array::from_fn(|_| rng.random_bool(odds.taken));
        kernel.set("reset", reset);
        // What is offered in a reset is lost; in the first one nothing is.
        let offered = if tally.resets == 0 { 0.0 } else { odds.offered };
        let address = aw.offer(offered, &mut rng);
        let data = w.offer(offered, &mut rng);
        let read = ar.offer(offered, &mut rng);
        kernel.set("s_axil_awvalid", address.is_some());
        kernel
            .set("s_axil_awaddr", address.map_or(rng.random_range(0..4096), |write| write.address));
        kernel.set("s_axil_awprot", rng.random_range(0..8_u8));
        kernel.set("s_axil_wvalid", data.is_some());
        kernel.set("s_axil_wdata", data.map_or(rng.random(), |write| write.data));
        kernel.set("s_axil_wstrb", data.map_or(ALL_BYTES, |write| write.strobes));
        kernel.set("s_axil_arvalid", read.is_some());
        kernel.set("s_axil_araddr", read.unwrap_or(0));
        kernel.set("s_axil_arprot", rng.random_range(0..8_u8));
        kernel.set("s_axil_bready", ready[0]);
        kernel.set("s_axil_rready", ready[1]);
        kernel.settle_low();
        if !reset || tally.resets > 0 {
            // An answer that stands for the first time was made at the edge before, from what there
            // was before it.
            let response = (kernel.get("s_axil_rresp"), kernel.get("s_axil_rdata"));
            if let Some((response, value)) =
                r.look(kernel.is_high("s_axil_rvalid"), response, ready[1])
            {
                let address = ar.taken.pop_front().expect("an R has an AR before it");
                let expected = before.0.read(address, before.1);
                assert_eq!(
                    (response, value as u32),
                    expected,
                    "read of {address:#05x}, seed {seed}"
                );
                if let Some(counter) = COUNTERS.iter().position(|low| low.offset == address) {
                    model.high_halves[counter] = (before.0.counters[counter] >> 32) as u32;
                }
                tally.reads[usize::from(response == SLVERR)] += 1;
            }
            let mut issued = None;
            let response = (kernel.get("s_axil_bresp"), 0);
            if let Some((response, _)) = b.look(kernel.is_high("s_axil_bvalid"), response, ready[0])
            {
                let write = aw.taken.pop_front().expect("a B has an AW before it");
                w.taken.pop_front().expect("a B has a W before it");
                let expected = model.write(write);
                assert_eq!(response, expected.0, "{write:x?}, seed {seed}");
                issued = expected.1;
                tally.writes[usize::from(response == SLVERR)] += 1;
            }
            let word = kernel.is_high("program_write").then(|| {
                let [memory, address] =
                    ["program_memory", "program_address"].map(|port| kernel.get(port) as u32);
                (memory, address, kernel.get("program_data") as u64)
            });
            assert_eq!(word, issued, "the word for a program memory, seed {seed}");
            tally.program_words += u64::from(word.is_some());
            for (port, register) in [
                ("bank_wanted", registers::CONTROL),
                ("scan_target", registers::SCAN_TARGET),
                ("scan_address", registers::SCAN_ADDRESS),
            ] {
                assert_eq!(kernel.get(port), model.word(register).into(), "{port}, seed {seed}");
            }
            aw.take(kernel.is_high("s_axil_awready"));
            w.take(kernel.is_high("s_axil_wready"));
            ar.take(kernel.is_high("s_axil_arready"));
        }
        before = (model.clone(), inputs);
        model.count(inputs);
        if reset {
            model = Model::new(count);
            // Halves of a write must stay together: both channels go on behind what either has
            // begun.
            let behind = aw.to_come.len().min(w.to_come.len());
            aw.to_come.drain(..aw.to_come.len() - behind);
            w.to_come.drain(..w.to_come.len() - behind);
            [&mut aw, &mut w].into_iter().for_each(Channel::reset);
            ar.reset();
            (b, r) = (Answers::default(), Answers::default());
            tally.resets += 1;
        }
        kernel.step();
        reset = rng.random_bool(if reset && odds.reset > 0.0 { 0.5 } else { odds.reset });
    }
    tally
}

/// The kernel with counters that begin at `count` after a reset rather than at 0, so that they get
/// beyond 32 bits.
fn kernel(count: u64) -> Emitted {
    let about = "what the host reads and writes, over AXI-Lite";
    let mut emitted = emit_with("registers", about, &mut Registers::default(), &UNUSED);
    if count > 0 {
        let name = format!("registers_from_{count:x}");
        let (at_zero, late) = ("_q <= 0;\n", format!("_q <= 64'h{count:x};\n"));
        let mut text = emitted.verilog.replace("module registers (", &format!("module {name} ("));
        for counter in 0..COUNTERS.len() {
            let was = format!("counters_{counter}{at_zero}");
            assert!(text.contains(&was), "the counter is reset to zero");
            text = text.replace(&was, &format!("counters_{counter}{late}"));
        }
        emitted = Emitted { name, verilog: text, ports: emitted.ports };
    }
    emitted
}

fn random_write(rng: &mut Rng) -> Write {
    let strobes = if rng.random_bool(0.9) { ALL_BYTES } else { rng.random_range(0..16) };
    Write { address: random_address(rng), data: rng.random(), strobes }
}

fn random_address(rng: &mut Rng) -> u16 {
    match rng.random_range(0..10) {
        0 => rng.random_range(0..4096),
        1 => rng.random_range(0..0x80),
        2..6 => registers::PROGRAM_MEMORY.offset + 4 * rng.random_range(0..4),
        _ => REGISTERS[rng.random_range(0..REGISTERS.len())].offset,
    }
}

#[test]
fn random_accesses_do_what_the_map_says() {
    for count in [0, 0xffff_ff00] {
        testkit::kernels::run("random_accesses_do_what_the_map_says", &kernel(count), |kernel| {
            let odds = [
                (1.0, 1.0, 0.0),
                (0.5, 0.5, 0.01),
                (0.1, 0.9, 0.002),
                (0.9, 0.1, 0.002),
                (0.3, 0.3, 0.0),
            ];
            for (seed, (offered, taken, reset)) in odds.into_iter().enumerate() {
                let mut rng = Rng::seeded(seed as u64);
                let writes: Vec<Write> = (0..10_000).map(|_| random_write(&mut rng)).collect();
                let reads: Vec<u16> = (0..10_000).map(|_| random_address(&mut rng)).collect();
                let tally = run(
                    kernel,
                    &writes,
                    &reads,
                    Odds { offered, taken, reset },
                    count,
                    seed as u64,
                );
                println!("from {count:#x}, seed {seed}: {tally:?}");
                assert!(
                    tally.writes.into_iter().chain(tally.reads).all(|seen| seen > 500),
                    "{tally:?}"
                );
                assert!(
                    tally.program_words > 300 && (reset == 0.0 || tally.resets > 10),
                    "{tally:?}"
                );
            }
        });
    }
}

#[test]
fn every_address_answers() {
    testkit::kernels::run("every_address_answers", &kernel(0), |kernel| {
        let addresses: Vec<u16> = (0..4096).collect();
        let writes = |strobes| {
            addresses.iter().map(move |address| Write { address: *address, data: !0, strobes })
        };
        let odds = Odds { offered: 0.9, taken: 0.9, reset: 0.0 };
        let tally = run(kernel, &writes(ALL_BYTES).collect::<Vec<_>>(), &addresses, odds, 0, 1);
        let writable =
            REGISTERS.iter().filter(|register| register.access == Access::ReadWrite).count() as u64;
        assert_eq!(tally.writes, [writable, 4096 - writable]);
        assert_eq!(tally.reads, [REGISTERS.len() as u64, 4096 - REGISTERS.len() as u64]);
        for strobes in 0..ALL_BYTES {
            let writes: Vec<Write> =
                REGISTERS.iter().map(|r| Write { address: r.offset, data: !0, strobes }).collect();
            let tally =
                run(kernel, &writes, &[registers::PROGRAM_ADDRESS.offset], odds, 0, strobes.into());
            assert_eq!((tally.writes[0], tally.program_words), (0, 0), "strobes {strobes:#06b}");
        }
    });
}

#[test]
fn words_that_follow_one_another_take_two_writes_each() {
    testkit::kernels::run(
        "words_that_follow_one_another_take_two_writes_each",
        &kernel(0),
        |kernel| {
            let write = |register: Register, data: u32| Write {
                address: register.offset,
                data,
                strobes: ALL_BYTES,
            };
            let mut writes = vec![
                write(registers::PROGRAM_MEMORY, 7),
                write(registers::PROGRAM_ADDRESS, 0xfff0),
            ];
            for word in 0..100 {
                writes.push(write(registers::PROGRAM_DATA_LOW, word));
                writes.push(write(registers::PROGRAM_DATA_HIGH, !word));
            }
            let odds = Odds { offered: 0.7, taken: 0.7, reset: 0.0 };
            let tally = run(kernel, &writes, &[], odds, 0, 1);
            assert_eq!((tally.program_words, tally.writes), (100, [202, 0]));
        },
    );
}
