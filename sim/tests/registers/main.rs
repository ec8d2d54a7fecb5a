// SPDX-License-Identifier: Apache-2.0

//! The register file against a model of the register map, cycle by cycle: AW, W and AR in any order
//! with idle cycles and back-pressure, every address, every set of strobes, resets at any time.
//! Every program word leaves the register file exactly once.

mod channels;
mod model;

use channels::{Answers, Channel};
use engine::registers::{self, Access, REGISTERS, Register};
use hdl::emit::{Emitted, emit_with};
use hdl::kernels::registers::{Registers, UNUSED};
use model::{ALL_BYTES, COUNTERS, Inputs, Model, ProgramWord, SLVERR, Write};
use rand::RngExt;
use sim::kernel::Kernel;
use testkit::rng::Rng;

/// The probabilities of events in a cycle.
#[derive(Clone, Copy, Debug)]
struct Odds {
    offered: f64,
    taken: f64,
    reset: f64,
}

/// The counts of a run.
#[derive(Debug, Default)]
struct Tally {
    writes: [u64; 2],
    reads: [u64; 2],
    program_words: u64,
    resets: u64,
}

/// The host's side of the register file, and the model that it is compared with.
///
/// Addresses and data of writes have separate channels, each with its own idle cycles.
struct Host {
    aw: Channel<Write>,
    w: Channel<Write>,
    ar: Channel<u16>,
    b: Answers,
    r: Answers,
    model: Model,
    /// The model and the inputs before the last clock edge.
    before: (Model, Inputs),
    tally: Tally,
    seed: u64,
}

impl Host {
    fn new(writes: &[Write], reads: &[u16], count: u64, seed: u64) -> Host {
        let model = Model::new(count);
        Host {
            aw: Channel::new(writes.iter().copied()),
            w: Channel::new(writes.iter().copied()),
            ar: Channel::new(reads.iter().copied()),
            b: Answers::default(),
            r: Answers::default(),
            before: (model.clone(), Inputs::default()),
            model,
            tally: Tally::default(),
            seed,
        }
    }

    fn is_over(&self) -> bool {
        self.aw.is_over() && self.w.is_over() && self.ar.is_over()
    }

    /// Drives all channels for a cycle.
    fn drive(&mut self, kernel: &mut Kernel<'_>, offered: f64, ready: [bool; 2], rng: &mut Rng) {
        let address = self.aw.offer(offered, rng);
        let data = self.w.offer(offered, rng);
        let read = self.ar.offer(offered, rng);
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
    }

    /// Compares all outputs with the model, and takes what the kernel takes.
    fn compare(&mut self, kernel: &Kernel<'_>, ready: [bool; 2]) {
        self.compare_read(kernel, ready[1]);
        let issued = self.compare_write(kernel, ready[0]);
        let seed = self.seed;
        let word = kernel.is_high("program_write").then(|| {
            let [memory, address] =
                ["program_memory", "program_address"].map(|port| kernel.get(port) as u32);
            (memory, address, kernel.get("program_data") as u64)
        });
        assert_eq!(word, issued, "the word for a program memory, seed {seed}");
        self.tally.program_words += u64::from(word.is_some());
        for (port, register) in [
            ("bank_wanted", registers::CONTROL),
            ("scan_target", registers::SCAN_TARGET),
            ("scan_address", registers::SCAN_ADDRESS),
        ] {
            assert_eq!(kernel.get(port), self.model.word(register).into(), "{port}, seed {seed}");
        }
        self.aw.take(kernel.is_high("s_axil_awready"));
        self.w.take(kernel.is_high("s_axil_wready"));
        self.ar.take(kernel.is_high("s_axil_arready"));
    }

    /// Compares a new answer to a read. It was made at the last clock edge, so it shows the state
    /// before that edge.
    fn compare_read(&mut self, kernel: &Kernel<'_>, ready: bool) {
        let answer = (kernel.get("s_axil_rresp"), kernel.get("s_axil_rdata"));
        let valid = kernel.is_high("s_axil_rvalid");
        let Some((response, value)) = self.r.look(valid, answer, ready) else { return };
        let (model, inputs) = &self.before;
        let address = self.ar.taken.pop_front().expect("an R has an AR before it");
        let expected = model.read(address, *inputs);
        assert_eq!(
            (response, value as u32),
            expected,
            "read of {address:#05x}, seed {}",
            self.seed
        );
        if let Some(counter) = COUNTERS.iter().position(|low| low.offset == address) {
            self.model.high_halves[counter] = (model.counters[counter] >> 32) as u32;
        }
        self.tally.reads[usize::from(response == SLVERR)] += 1;
    }

    /// Compares a new answer to a write, and returns the program word that the write issues.
    fn compare_write(&mut self, kernel: &Kernel<'_>, ready: bool) -> Option<ProgramWord> {
        let answer = (kernel.get("s_axil_bresp"), 0);
        let (response, _) = self.b.look(kernel.is_high("s_axil_bvalid"), answer, ready)?;
        let write = self.aw.taken.pop_front().expect("a B has an AW before it");
        self.w.taken.pop_front().expect("a B has a W before it");
        let (expected, issued) = self.model.write(write);
        assert_eq!(response, expected, "{write:x?}, seed {}", self.seed);
        self.tally.writes[usize::from(response == SLVERR)] += 1;
        issued
    }

    /// Follows a reset, after which the counters start at `count`.
    fn reset(&mut self, count: u64) {
        self.model = Model::new(count);
        // The two halves of a write must stay together: both channels continue after the last write
        // that either has started.
        let left = self.aw.to_come.len().min(self.w.to_come.len());
        self.aw.to_come.drain(..self.aw.to_come.len() - left);
        self.w.to_come.drain(..self.w.to_come.len() - left);
        [&mut self.aw, &mut self.w].into_iter().for_each(Channel::reset);
        self.ar.reset();
        (self.b, self.r) = (Answers::default(), Answers::default());
        self.tally.resets += 1;
    }
}

/// Carries out writes and reads in parallel. The counters start at `count`.
fn run(
    kernel: &mut Kernel<'_>,
    writes: &[Write],
    reads: &[u16],
    odds: Odds,
    count: u64,
    seed: u64,
) -> Tally {
    let mut rng = Rng::seeded(seed);
    let mut host = Host::new(writes, reads, count, seed);
    let mut reset = true;
    while reset || !host.is_over() {
        let inputs = Inputs::random(&mut rng);
        inputs.drive(kernel);
        let ready: [bool; 2] = std::array::from_fn(|_| rng.random_bool(odds.taken));
        kernel.set("reset", reset);
        // What is offered in a reset is lost, so nothing is offered in the first one.
        let is_first_reset = host.tally.resets == 0;
        host.drive(kernel, if is_first_reset { 0.0 } else { odds.offered }, ready, &mut rng);
        kernel.settle_low();
        if !reset || !is_first_reset {
            host.compare(kernel, ready);
        }
        host.before = (host.model.clone(), inputs);
        host.model.count(inputs);
        if reset {
            host.reset(count);
        }
        kernel.step();
        reset = rng.random_bool(if reset && odds.reset > 0.0 { 0.5 } else { odds.reset });
    }
    host.tally
}

/// The kernel with counters that start at `count` after a reset instead of 0, so that they exceed
/// 32 bits.
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
