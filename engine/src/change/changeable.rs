// SPDX-License-Identifier: Apache-2.0

//! An executor with the change that is prepared for it.

use super::filling::{Filling, Retired, Step};
use super::refusal::Refusal;
use super::rows::Rows;
use crate::program::Program;
use crate::verdict::{Reason, Verdict};

/// An executor that answers frames, and the change that is prepared for it, if there is one. Every
/// frame is followed by the tables that are being filled.
pub struct Changeable<E: Rows> {
    running: E,
    next: Option<Next<E>>,
}

/// A change with its memory.
struct Next<E: Rows> {
    filling: Filling<E>,
    /// Whether rows are copied; until then nothing follows a frame.
    has_begun: bool,
}

/// What [`Changeable::fill`] did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filled {
    /// There is no change.
    Nothing,
    /// It began the change; no row is copied yet.
    Begun,
    /// It copied a row, or found the next ones.
    Copied,
    /// No row was left to copy, or the change is refused.
    Done,
}

impl<E: Rows> From<E> for Changeable<E> {
    fn from(running: E) -> Changeable<E> {
        Changeable { running, next: None }
    }
}

impl<E: Rows> Changeable<E> {
    /// The executor.
    pub fn running(&self) -> &E {
        &self.running
    }

    /// The executor. Frames that write rows must not be given to it directly while a change is
    /// prepared.
    pub fn running_mut(&mut self) -> &mut E {
        &mut self.running
    }

    /// The executor; a change that is prepared is abandoned.
    pub fn into_running(mut self) -> E {
        self.cancel();
        self.running
    }

    /// The program that runs.
    pub fn program(&self) -> &Program {
        self.running.program()
    }

    /// Answers a message.
    pub fn execute(&mut self, frame: &[u8]) -> Verdict {
        let verdict = self.running.execute(frame);
        self.follow();
        verdict
    }

    /// Answers a frame of a hidden message.
    pub fn step(&mut self, frame: &[u8]) -> Verdict {
        let verdict = self.running.step(frame);
        self.follow();
        verdict
    }

    /// Loads a row.
    pub fn load(&mut self, frame: &[u8]) -> Verdict {
        let verdict = self.running.load(frame);
        self.follow();
        verdict
    }

    /// Takes the memory of a change to another program. A change that is prepared is abandoned.
    pub fn prepare(&mut self, filling: Filling<E>) {
        self.cancel();
        self.next = Some(Next { filling, has_begun: false });
    }

    /// Whether a change is prepared.
    pub fn is_preparing(&self) -> bool {
        self.next.is_some()
    }

    /// Begins the change that is prepared; after that, copies one row with every call.
    pub fn fill(&mut self) -> Filled {
        let Some(Next { filling, has_begun }) = &mut self.next else { return Filled::Nothing };
        if !std::mem::replace(has_begun, true) {
            filling.begin(&mut self.running);
            return Filled::Begun;
        }
        match filling.step(&self.running) {
            Step::Copied => Filled::Copied,
            Step::Done | Step::Refused(_) => Filled::Done,
        }
    }

    /// Makes the change that is prepared, with the rows that are left; see [`Filling::finish`].
    /// None if there is no change.
    ///
    /// # Errors
    /// [`Refusal`] if the change is refused; the executor then goes on as it was.
    pub fn finish(&mut self) -> Option<Result<Retired<E>, Refusal>> {
        let Next { mut filling, has_begun } = self.next.take()?;
        if !has_begun {
            filling.begin(&mut self.running);
        }
        Some(filling.finish(&mut self.running))
    }

    /// Abandons the change that is prepared, if there is one.
    pub fn cancel(&mut self) {
        if let Some(Next { filling, has_begun: true }) = self.next.take() {
            filling.cancel(&mut self.running);
        }
    }

    fn follow(&mut self) {
        if let Some(Next { filling, has_begun: true }) = &mut self.next {
            filling.follow(&mut self.running);
        }
    }
}

impl Filled {
    /// The verdict by which a member answers: accept, or reason `false` if there was nothing to do.
    pub fn verdict(self) -> Verdict {
        match self {
            Filled::Begun | Filled::Copied => Verdict::ACCEPT,
            Filled::Nothing | Filled::Done => Verdict::refused(Reason::False),
        }
    }
}

impl Refusal {
    /// The verdict by which a member answers that the change is refused.
    pub fn verdict(&self) -> Verdict {
        match self {
            Refusal::Row { reason, .. } => Verdict::refused(*reason),
            Refusal::Table(_)
            | Refusal::Column { .. }
            | Refusal::Parameter(_)
            | Refusal::Type { .. }
            | Refusal::NotNull { .. }
            | Refusal::NoValue { .. }
            | Refusal::Key(_)
            | Refusal::Rows { .. }
            | Refusal::Message(_)
            | Refusal::Fields { .. }
            | Refusal::Counted { .. } => Verdict::refused(Reason::False),
        }
    }
}
