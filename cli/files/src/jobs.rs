// SPDX-License-Identifier: Apache-2.0

//! The file of the rows on which a step of a job failed: `seq,job,key,rule,reason`, one line each.

use crate::cell::{push_text, push_value};
use crate::output::{OutputError, OutputFile};
use engine::frame::FieldValue;
use engine::job::of_step;
use engine::program::{FrameKind, Program};
use engine::verdict::Verdict;
use std::fmt::Write as _;
use std::path::Path;

/// The header of the file.
pub const HEADER: &str = "seq,job,key,rule,reason\n";

/// Appends a line for a step that failed. `sequence` is the number of the event that started the
/// job. `key` has the columns of the row's key as in a dump of the table, joined by `|`.
pub fn push_line(
    out: &mut String,
    program: &Program,
    sequence: u32,
    step: &[u8],
    verdict: &Verdict,
) {
    let Some(job) = of_step(program, step) else { return };
    let job = &program.jobs[usize::from(job.0)];
    let layout = program.layout(FrameKind::Message(job.step));
    let columns = (0..layout.field_count()).map(|field| {
        let mut text = String::new();
        match layout.read(step, field).unwrap_or(FieldValue::Null) {
            FieldValue::Text(bytes) => text += &String::from_utf8_lossy(bytes),
            value => push_value(&mut text, &value, layout.field_type(field)),
        }
        text
    });
    let key = columns.collect::<Vec<String>>().join("|");
    // Writing to a string cannot fail.
    let _ = write!(out, "{sequence},");
    push_text(out, &job.name);
    out.push(',');
    push_text(out, &key);
    out.push(',');
    if let Some(rule) = verdict.rule {
        push_text(out, &program.rules[usize::from(rule.0)].name);
    }
    let _ = writeln!(out, ",{}", verdict.reason.map_or("", |reason| reason.text()));
}

/// A writer of the file.
pub struct JobsWriter {
    file: OutputFile,
    line: String,
}

impl JobsWriter {
    /// Starts the file.
    ///
    /// # Errors
    /// An error if the path cannot be written.
    pub fn create(path: &Path) -> Result<JobsWriter, OutputError> {
        let mut file = OutputFile::create(path)?;
        file.put(HEADER.as_bytes())?;
        Ok(JobsWriter { file, line: String::new() })
    }

    /// Writes a step that failed, see [`push_line`].
    ///
    /// # Errors
    /// An error if the line cannot be written.
    pub fn write(
        &mut self,
        program: &Program,
        sequence: u32,
        step: &[u8],
        verdict: &Verdict,
    ) -> Result<(), OutputError> {
        self.line.clear();
        push_line(&mut self.line, program, sequence, step, verdict);
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
