// SPDX-License-Identifier: Apache-2.0

//! The register file as the register map defines it.

use engine::registers::{self, Access, REGISTERS, Register};
use rand::RngExt;
use sim::kernel::Kernel;
use testkit::rng::Rng;

pub const ALL_BYTES: u8 = 15;
pub const OKAY: u128 = 0;
pub const SLVERR: u128 = 2;
pub const COUNTERS: [Register; 5] = [
    registers::FRAMES_LOW,
    registers::ACCEPTS_LOW,
    registers::REJECTS_LOW,
    registers::MALFORMED_LOW,
    registers::CYCLES_LOW,
];

/// The inputs from the core in a cycle.
#[derive(Clone, Copy, Debug, Default)]
pub struct Inputs {
    pub busy: bool,
    pub bank: bool,
    pub fault: bool,
    pub scan_data: u128,
    pub frame_taken: bool,
    pub verdict_taken: bool,
    pub accept: bool,
    pub malformed: bool,
}

impl Inputs {
    pub fn random(rng: &mut Rng) -> Inputs {
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

    pub fn drive(self, kernel: &mut Kernel<'_>) {
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

/// The registers as the map defines them.
#[derive(Clone, Debug)]
pub struct Model {
    /// The values written, by word.
    pub words: [u32; registers::WORDS],
    pub counters: [u64; 5],
    pub high_halves: [u32; 5],
    pub had_fault: bool,
}

/// A word for a program memory: memory, address and data.
pub type ProgramWord = (u32, u32, u64);

#[derive(Clone, Copy, Debug)]
pub struct Write {
    pub address: u16,
    pub data: u32,
    pub strobes: u8,
}

pub fn at(address: u16) -> Option<&'static Register> {
    REGISTERS.iter().find(|register| register.offset == address)
}

impl Model {
    pub fn new(count: u64) -> Model {
        Model {
            words: [0; registers::WORDS],
            counters: [count; 5],
            high_halves: [0; 5],
            had_fault: false,
        }
    }

    pub fn word(&self, register: Register) -> u32 {
        self.words[register.index()]
    }

    /// Carries out a write, and returns its response and the program word that it issues.
    pub fn write(&mut self, write: Write) -> (u128, Option<ProgramWord>) {
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

    /// The response and value of a read.
    pub fn read(&self, address: u16, inputs: Inputs) -> (u128, u32) {
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

    /// Updates the counters for a cycle.
    pub fn count(&mut self, inputs: Inputs) {
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
