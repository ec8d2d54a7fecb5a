// SPDX-License-Identifier: Apache-2.0

//! The engine on a card, as the shell around it uses it, and the software twin as such an engine.

use engine::change::{Change, Changeable, Filled};
use engine::executor::{Executor, digest};
use engine::registers::{self, Register};
use engine::schema::TableId;
use engine::shell::ChangeState;
use engine::twin::{Prepared, Twin};
use engine::verdict::{Reason, Verdict};
use host::preparation::Preparation;
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

/// How a request to change the program ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Swapped {
    /// No program was loaded that could run.
    No,
    /// The program that was loaded runs.
    Done,
    /// The change that was loaded is refused, with this verdict, for this reason in words.
    Refused(Verdict, String),
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

    /// Takes the memory of a change to a program with other definitions, while messages are
    /// answered; [`Doe::change_state`] says how far it is. Returns false if the engine makes no
    /// such changes, as hardware.
    fn load_change(&mut self, _change: &[u8]) -> bool {
        false
    }

    /// The state of the change that was loaded.
    fn change_state(&mut self) -> ChangeState {
        ChangeState::Nothing
    }

    /// Begins the change that was loaded; after that, copies one row with every call.
    fn fill(&mut self) -> Filled {
        Filled::Nothing
    }

    /// Makes the program that was loaded last run from the next message on.
    fn swap(&mut self) -> Swapped;

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
    twin: Option<Changeable<Twin>>,
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
    /// A program with other tables, whose memory is being taken.
    Preparing(Preparation),
    /// A program with other tables, which is with the twin; the thread takes back the memory.
    Change(Preparation),
    /// A change that cannot be made.
    Refused,
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
    /// An engine of this twin, which has a program and may have rows and a change.
    pub fn with(twin: impl Into<Changeable<Twin>>) -> TwinDoe {
        TwinDoe { twin: Some(twin.into()), ..TwinDoe::default() }
    }

    fn answer(&mut self, by: impl FnOnce(&mut Changeable<Twin>) -> Verdict) -> Answer {
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
        self.twin.map(Changeable::into_running)
    }

    /// Makes the change that the twin was given.
    fn change(&mut self) -> Option<Swapped> {
        match self.twin.as_mut()?.finish()? {
            Ok(retired) => {
                if let Ready::Change(preparation) = std::mem::take(&mut self.ready) {
                    preparation.release(retired);
                }
                self.bank = !self.bank;
                Some(Swapped::Done)
            }
            Err(refusal) => {
                self.ready = Ready::Nothing;
                Some(Swapped::Refused(refusal.verdict(), refusal.to_string()))
            }
        }
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
                Prepared::new(twin.running().family(), program)
                    .map_err(|error| error.to_string())?,
            )),
        };
        self.twin.iter_mut().for_each(|twin| twin.cancel());
        Ok(())
    }

    fn load_change(&mut self, change: &[u8]) -> bool {
        self.ready = match &mut self.twin {
            None => Ready::Refused,
            Some(twin) => {
                twin.cancel();
                let (running, bytes) = (Arc::clone(twin.running().family()), change.to_vec());
                Ready::Preparing(Preparation::start(running, move || {
                    Change::decode(&bytes).map_err(|error| error.to_string())
                }))
            }
        };
        true
    }

    fn change_state(&mut self) -> ChangeState {
        if let (Ready::Preparing(preparation), Some(twin)) = (&self.ready, &mut self.twin) {
            match preparation.take() {
                None => return ChangeState::Preparing,
                Some(Err(_)) => self.ready = Ready::Refused,
                Some(Ok(filling)) => {
                    twin.prepare(filling);
                    if let Ready::Preparing(preparation) = std::mem::take(&mut self.ready) {
                        self.ready = Ready::Change(preparation);
                    }
                }
            }
        }
        let is_preparing = self.twin.as_ref().is_some_and(Changeable::is_preparing);
        match self.ready {
            Ready::Refused => ChangeState::Refused,
            Ready::Preparing(_) => ChangeState::Preparing,
            _ if is_preparing => ChangeState::Ready,
            Ready::Nothing | Ready::First(_) | Ready::Next(_) | Ready::Change(_) => {
                ChangeState::Nothing
            }
        }
    }

    fn fill(&mut self) -> Filled {
        self.twin.as_mut().map_or(Filled::Nothing, Changeable::fill)
    }

    fn swap(&mut self) -> Swapped {
        if let Some(swapped) = self.change() {
            return swapped;
        }
        match std::mem::take(&mut self.ready) {
            Ready::Nothing | Ready::Preparing(_) | Ready::Change(_) | Ready::Refused => {
                return Swapped::No;
            }
            Ready::First(twin) => self.twin = Some((*twin).into()),
            Ready::Next(mut next) => {
                let twin = self.twin.as_mut().map(Changeable::running_mut);
                if twin.is_none_or(|twin| twin.take_over(&mut next).is_err()) {
                    return Swapped::No;
                }
            }
        }
        self.bank = !self.bank;
        Swapped::Done
    }

    fn digest(&self, table: TableId) -> Option<u64> {
        let twin = self.twin.as_ref()?.running();
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
        self.twin.as_mut().is_some_and(|twin| twin.running_mut().flip_bit(place))
    }
}
