// SPDX-License-Identifier: Apache-2.0

//! The verdicts file: `seq,message,verdict,rule,reason,warnings,effects`, one line per event.

use crate::cell::push_text;
use crate::output::{OutputError, OutputFile};
use crate::settings::Sent;
use engine::program::Program;
use engine::schema::MessageId;
use engine::verdict::Verdict;
use std::fmt::Write as _;
use std::path::Path;

/// The header of the file.
pub const HEADER: &str = "seq,message,verdict,rule,reason,warnings,effects\n";

/// Appends one line. `rule` is empty if no rule caused the verdict, `reason` if the message was
/// accepted. `warnings` has the names of the rules that warned, joined by `|`, and `effects` the
/// reason why the effects of the reject were not done.
pub fn push_line(
    out: &mut String,
    program: &Program,
    sequence: u32,
    sent: impl Into<Sent>,
    verdict: &Verdict,
) {
    let sent = sent.into();
    // Writing to a string cannot fail.
    let _ = write!(out, "{sequence},");
    push_text(out, sent.name(program));
    match verdict.reason {
        None => out.push_str(",accept,,,"),
        Some(reason) => {
            out.push_str(",reject,");
            if let Some(rule) = verdict.rule {
                push_text(out, &program.rules[usize::from(rule.0)].name);
            }
            let _ = write!(out, ",{reason},");
        }
    }
    if verdict.warnings != 0 {
        let message = sent.message().unwrap_or(MessageId(u16::MAX));
        let names: Vec<&str> = warnings(program, message, verdict).collect();
        push_text(out, &names.join("|"));
    }
    let _ = writeln!(out, ",{}", verdict.effects.map_or("", |reason| reason.text()));
}

/// The names of the rules that warned about a message, in file order.
pub fn warnings<'p>(
    program: &'p Program,
    message: MessageId,
    verdict: &Verdict,
) -> impl Iterator<Item = &'p str> {
    let map = verdict.warnings;
    let has_bit = move |bit: u32| map.checked_shr(bit).is_some_and(|map| map & 1 == 1);
    let rules = program.rules_of(message).zip(0_u32..).filter(move |(_, bit)| has_bit(*bit));
    rules.map(|(rule, _)| program.rules[usize::from(rule.0)].name.as_str())
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
        sent: impl Into<Sent>,
        verdict: &Verdict,
    ) -> Result<(), OutputError> {
        self.line.clear();
        push_line(&mut self.line, program, sequence, sent, verdict);
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
