// SPDX-License-Identifier: Apache-2.0

//! The verdicts file: `seq,message,verdict,rule,reason`, one line per event.

use crate::cell::push_text;
use crate::output::{OutputError, OutputFile};
use engine::program::Program;
use engine::schema::MessageId;
use engine::verdict::Verdict;
use std::fmt::Write as _;
use std::path::Path;

/// The header of the file.
pub const HEADER: &str = "seq,message,verdict,rule,reason\n";

/// Appends one line. `rule` is empty if no rule caused the verdict, `reason` if the message was
/// accepted.
pub fn push_line(
    out: &mut String,
    program: &Program,
    sequence: u32,
    message: MessageId,
    verdict: &Verdict,
) {
    // Writing to a string cannot fail.
    let _ = write!(out, "{sequence},");
    push_text(out, &program.messages[usize::from(message.0)].name);
    match verdict.reason {
        None => out.push_str(",accept,,\n"),
        Some(reason) => {
            out.push_str(",reject,");
            if let Some(rule) = verdict.rule {
                push_text(out, &program.rules[usize::from(rule.0)].name);
            }
            let _ = writeln!(out, ",{reason}");
        }
    }
}

/// A writer of the verdicts file.
pub struct VerdictWriter {
    file: OutputFile,
    line: String,
}

impl VerdictWriter {
    /// Starts the file.
    ///
    /// # Errors
    /// An error if the path cannot be written.
    pub fn create(path: &Path) -> Result<VerdictWriter, OutputError> {
        let mut file = OutputFile::create(path)?;
        file.put(HEADER.as_bytes())?;
        Ok(VerdictWriter { file, line: String::new() })
    }

    /// Writes the verdict of an event.
    ///
    /// # Errors
    /// An error if the line cannot be written.
    pub fn write(
        &mut self,
        program: &Program,
        sequence: u32,
        message: MessageId,
        verdict: &Verdict,
    ) -> Result<(), OutputError> {
        self.line.clear();
        push_line(&mut self.line, program, sequence, message, verdict);
        self.file.put(self.line.as_bytes())
    }

    /// Completes the file.
    ///
    /// # Errors
    /// An error if the file cannot be completed; it does not appear then.
    pub fn finish(self) -> Result<(), OutputError> {
        self.file.finish()
    }
}
