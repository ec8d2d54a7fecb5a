// SPDX-License-Identifier: Apache-2.0

//! Initial rows, loaded into a twin and kept as frames for the cards.

use engine::executor::{Cell, Executor};
use engine::program::Program;
use engine::rule::{Mode, ModeError};
use engine::schema::{RuleId, TableId};
use engine::takeover::TakeoverError;
use engine::twin::Twin;
use engine::verdict::Verdict;
use std::sync::Arc;

/// A twin that keeps the frame of every row that it accepts.
pub struct Recorder {
    /// The twin.
    pub twin: Twin,
    /// The frames, concatenated.
    pub frames: Vec<u8>,
}

impl Executor for Recorder {
    fn program(&self) -> &Program {
        self.twin.program()
    }

    fn execute(&mut self, frame: &[u8]) -> Verdict {
        self.twin.execute(frame)
    }

    fn step(&mut self, frame: &[u8]) -> Verdict {
        self.twin.step(frame)
    }

    fn load(&mut self, frame: &[u8]) -> Verdict {
        let verdict = self.twin.load(frame);
        if verdict.is_accept() {
            self.frames.extend_from_slice(frame);
        }
        verdict
    }

    fn mode(&self, rule: RuleId) -> Option<Mode> {
        self.twin.mode(rule)
    }

    /// The cards have no way to take a mode before the first message.
    fn set_mode(&mut self, _: RuleId, _: Mode) -> Result<(), ModeError> {
        Err(ModeError::Fixed)
    }

    fn swap(&mut self, program: Arc<Program>) -> Result<(), TakeoverError> {
        self.twin.swap(program)
    }

    fn visit_rows(&self, table: TableId, visit: &mut dyn FnMut(&[Cell<'_>])) {
        self.twin.visit_rows(table, visit);
    }
}
