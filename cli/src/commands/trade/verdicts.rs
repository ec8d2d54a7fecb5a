// SPDX-License-Identifier: Apache-2.0

//! The verdicts file of a run, written from the records of its journal.

use super::super::Failure;
use engine::program::Program;
use engine::shell::{LogKind, LogRecord};
use files::settings::Sent;
use files::verdicts::VerdictWriter;
use std::sync::Arc;
use testbed::trade::Judges;

/// The verdicts file, if one is requested, and the rule set in force at the latest record.
pub struct Verdicts {
    writer: Option<VerdictWriter>,
    judges: Judges,
}

impl Verdicts {
    /// A file before the first record of a run that starts with the first of `programs`.
    pub fn new(writer: Option<VerdictWriter>, programs: &[Arc<Program>]) -> Verdicts {
        Verdicts { writer, judges: Judges::new(programs) }
    }

    /// Notes the next record and writes its verdict if it is a message.
    pub fn write(&mut self, record: &LogRecord) -> Result<(), Failure> {
        match (&mut self.writer, self.judges.note(record).map_err(Failure::of)?) {
            (Some(writer), Some(judged)) if judged.kind == LogKind::Message => writer
                .write(judged.program, judged.event as u32, sent(record), &judged.verdict)
                .map_err(Failure::of),
            _ => Ok(()),
        }
    }

    /// The number of events so far.
    pub fn events(&self) -> u64 {
        self.judges.events()
    }

    /// The number of changes of the rule set so far.
    pub fn changes(&self) -> u64 {
        self.judges.changes()
    }

    /// Completes the file.
    pub fn finish(self) -> Result<(), Failure> {
        self.writer.map_or(Ok(()), VerdictWriter::finish).map_err(Failure::of)
    }
}

/// What the frame of a record is.
fn sent(record: &LogRecord) -> Sent {
    Sent::of_kind(engine::frame::kind(record.frame()).unwrap_or(0))
}
