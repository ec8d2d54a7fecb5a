// SPDX-License-Identifier: Apache-2.0

//! The emitted Verilog as the engine of a card.

use crate::doe::{Answer, Doe, Swapped};
use engine::executor::{Executor, digest};
use engine::frame::{self, CONTROL_KIND};
use engine::program::Program;
use engine::registers::{self, Register};
use engine::schema::TableId;
use engine::verdict::Verdict;
use sim::rtl::Rtl;
use std::sync::Arc;

/// The simulated design with its program. The model starts with a program, which must be the first
/// one that the card loads.
pub struct RtlDoe<'a, 'k, 'r> {
    rtl: &'a mut Rtl<'k, 'r>,
    ready: Option<Arc<Program>>,
}

impl<'a, 'k, 'r> RtlDoe<'a, 'k, 'r> {
    /// The design as an engine.
    pub fn new(rtl: &'a mut Rtl<'k, 'r>) -> RtlDoe<'a, 'k, 'r> {
        RtlDoe { rtl, ready: None }
    }
}

fn counted(answer: &sim::core_model::Answer) -> Answer {
    Answer {
        verdict: answer.verdict,
        verdict_cycles: answer.verdict_cycles as u32,
        commit_cycles: answer.commit_cycles as u32,
    }
}

impl Doe for RtlDoe<'_, '_, '_> {
    fn message(&mut self, frame: &[u8], session: u16) -> Answer {
        if frame::kind(frame) == Some(CONTROL_KIND) {
            // The driver carries it out: it does not reach the core.
            let verdict = self.rtl.execute(frame);
            return Answer { verdict, verdict_cycles: 0, commit_cycles: 0 };
        }
        counted(&self.rtl.answer_from(frame, session))
    }

    fn step(&mut self, frame: &[u8]) -> Answer {
        counted(&self.rtl.answer_step(frame))
    }

    fn row(&mut self, frame: &[u8]) -> Verdict {
        self.rtl.load(frame)
    }

    fn prepare(&mut self, image: &[u8]) -> Result<(), String> {
        let program = engine::image::decode(image).map_err(|error| error.to_string())?;
        engine::takeover::check(self.rtl.program(), &program).map_err(|error| error.to_string())?;
        self.ready = Some(Arc::new(program));
        Ok(())
    }

    fn swap(&mut self) -> Swapped {
        // The model already runs the first program.
        let is_done = self.ready.take().is_some_and(|program| {
            *program == *self.rtl.program() || self.rtl.swap(program).is_ok()
        });
        if is_done { Swapped::Done } else { Swapped::No }
    }

    fn digest(&self, table: TableId) -> Option<u64> {
        (usize::from(table.0) < self.rtl.program().tables.len()).then(|| digest(self.rtl, table))
    }

    fn read(&mut self, register: Register) -> Option<u32> {
        // The model is the core without its register block. A driver needs these two registers.
        match register {
            registers::ID => Some(registers::ID_VALUE),
            registers::VERSION => Some(registers::VERSION_VALUE),
            _ => None,
        }
    }

    fn write(&mut self, _register: Register, _value: u32) -> bool {
        false
    }

    fn flip_bit(&mut self, place: u64) -> bool {
        // Only the program memories of the model can be written from outside, so it flips a bit
        // there.
        self.rtl.flip_bit(place)
    }
}
