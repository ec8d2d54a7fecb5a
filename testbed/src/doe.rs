// SPDX-License-Identifier: Apache-2.0

//! The engine on a card, as the shell around it uses it, and the software twin as such an engine.

use engine::executor::{Executor, digest};
use engine::registers::{self, Register};
use engine::schema::TableId;
use engine::twin::{Prepared, Twin};
use engine::verdict::{Reason, Verdict};
use std::sync::Arc;

/// The engine's answer to a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The verdict.
    pub verdict: Verdict,
    /// Cycles from the first beat in to the verdict out; 0 if the engine counts none.
    pub verdict_cycles: u32,
    /// Cycles from the first beat in to the end of the commit; 0 if the engine counts none.
    pub commit_cycles: u32,
}

/// An engine of a card. Without a program it rejects every frame as malformed.
pub trait Doe {
    /// Answers a message.
    fn message(&mut self, frame: &[u8], session: u16) -> Answer;

    /// Answers a frame of a hidden message, which the host sends.
    fn step(&mut self, frame: &[u8]) -> Answer;

    /// Loads a row.
    fn row(&mut self, frame: &[u8]) -> Verdict;

    /// Loads the program of an image beside the one that runs.
    ///
    /// # Errors
    /// A message that says why the program cannot replace the running one. A program that was
    /// loaded before is kept then.
    fn prepare(&mut self, image: &[u8]) -> Result<(), String>;

    /// Makes the loaded program run from the next message on; returns false if there is none.
    fn swap(&mut self) -> bool;

    /// The digest of a table, or `None` if the program has no such table.
    fn digest(&self, table: TableId) -> Option<u64>;

    /// Reads one of the engine's own registers; returns `None` if that is not allowed.
    fn read(&mut self, register: Register) -> Option<u32>;

    /// Writes one of the engine's own registers; returns false if that is not allowed.
    fn write(&mut self, register: Register, value: u32) -> bool;

    /// Flips a bit in the tables, as radiation does; `place` chooses the bit. Returns false if the
    /// engine cannot do that.
    fn flip_bit(&mut self, place: u64) -> bool;
}

/// The software twin as the engine of a card.
#[derive(Default)]
pub struct TwinDoe {
    twin: Option<Twin>,
    ready: Ready,
    bank: bool,
    counts: Counts,
}

/// The program that is loaded beside the one that runs.
#[derive(Default)]
enum Ready {
    /// No program.
    #[default]
    Nothing,
    /// The first program, with new tables.
    First(Box<Twin>),
    /// Another program for the same tables.
    Next(Box<Prepared>),
}

/// The counters that registers show.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    frames: u64,
    accepts: u64,
    rejects: u64,
    malformed: u64,
    /// The high half of the counter whose low half was read last.
    high: u32,
}

impl TwinDoe {
    /// An engine of this twin, which has a program and may have rows.
    pub fn with(twin: Twin) -> TwinDoe {
        TwinDoe { twin: Some(twin), ..TwinDoe::default() }
    }

    fn answer(&mut self, by: impl FnOnce(&mut Twin) -> Verdict) -> Answer {
        let verdict = self.twin.as_mut().map_or(Verdict::refused(Reason::Malformed), by);
        self.counts.frames += 1;
        match verdict.reason {
            None => self.counts.accepts += 1,
            Some(Reason::Malformed) => self.counts.malformed += 1,
            Some(_) => self.counts.rejects += 1,
        }
        Answer { verdict, verdict_cycles: 0, commit_cycles: 0 }
    }

    /// The twin, if it has a program.
    pub fn into_twin(self) -> Option<Twin> {
        self.twin
    }
}

impl Doe for TwinDoe {
    fn message(&mut self, frame: &[u8], _session: u16) -> Answer {
        self.answer(|twin| twin.execute(frame))
    }

    fn step(&mut self, frame: &[u8]) -> Answer {
        self.answer(|twin| twin.step(frame))
    }

    fn row(&mut self, frame: &[u8]) -> Verdict {
        self.twin.as_mut().map_or(Verdict::refused(Reason::Malformed), |twin| twin.load(frame))
    }

    fn prepare(&mut self, image: &[u8]) -> Result<(), String> {
        let program = Arc::new(engine::image::decode(image).map_err(|error| error.to_string())?);
        self.ready = match &self.twin {
            None => Ready::First(Box::new(Twin::new(program).map_err(|error| error.to_string())?)),
            Some(twin) => Ready::Next(Box::new(
                Prepared::new(twin.family(), program).map_err(|error| error.to_string())?,
            )),
        };
        Ok(())
    }

    fn swap(&mut self) -> bool {
        match std::mem::take(&mut self.ready) {
            Ready::Nothing => return false,
            Ready::First(twin) => self.twin = Some(*twin),
            Ready::Next(mut next) => {
                if self.twin.as_mut().is_none_or(|twin| twin.take_over(&mut next).is_err()) {
                    return false;
                }
            }
        }
        self.bank = !self.bank;
        true
    }

    fn digest(&self, table: TableId) -> Option<u64> {
        let twin = self.twin.as_ref()?;
        (usize::from(table.0) < twin.program().tables.len()).then(|| digest(twin, table))
    }

    fn read(&mut self, register: Register) -> Option<u32> {
        let Counts { frames, accepts, rejects, malformed, high } = self.counts;
        let mut low = |count: u64| {
            self.counts.high = (count >> 32) as u32;
            count as u32
        };
        Some(match register {
            registers::ID => registers::ID_VALUE,
            registers::VERSION => registers::VERSION_VALUE,
            registers::STATUS => u32::from(self.bank) << registers::STATUS_BANK,
            registers::FRAMES_LOW => low(frames),
            registers::ACCEPTS_LOW => low(accepts),
            registers::REJECTS_LOW => low(rejects),
            registers::MALFORMED_LOW => low(malformed),
            registers::FRAMES_HIGH
            | registers::ACCEPTS_HIGH
            | registers::REJECTS_HIGH
            | registers::MALFORMED_HIGH => high,
            // The twin has no clock, no program memories and no scan port.
            _ => return None,
        })
    }

    fn write(&mut self, _register: Register, _value: u32) -> bool {
        false
    }

    fn flip_bit(&mut self, place: u64) -> bool {
        self.twin.as_mut().is_some_and(|twin| twin.flip_bit(place))
    }
}
