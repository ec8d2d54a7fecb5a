// SPDX-License-Identifier: Apache-2.0

//! The tests of a rule file, resolved: plain data that any executor can run.
//!
//! A test starts with empty tables. Its steps run in order: rows are loaded, messages are answered
//! and their verdicts compared, and rows are looked for.

use crate::span::Span;
use engine::frame::{FieldValue, FrameError, JobStart, ModeChange};
use engine::job::JobId;
use engine::machine::FRAME_BYTES_MAX;
use engine::program::{FrameKind, Program};
use engine::rule::Mode;
use engine::schema::{ColumnId, MessageId, RuleId, TableId};
use engine::verdict::{Reason, Verdict};

/// A test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Test {
    /// Its name.
    pub name: String,
    /// The span from `test` to the closing parenthesis.
    pub span: Span,
    /// The steps in order, at least one.
    pub steps: Vec<Step>,
}

/// A step of a test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it does.
    pub kind: StepKind,
    /// The whole step.
    pub span: Span,
}

/// What a step does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepKind {
    /// Loads a row.
    Given {
        /// The table.
        table: TableId,
        /// A value for each column, in column order.
        row: Vec<Constant>,
    },
    /// Sends a message.
    When {
        /// The message; also that of a parameter.
        message: MessageId,
        /// A value for each field, in wire order. NULL in a field that cannot be NULL makes a
        /// malformed frame.
        fields: Vec<Constant>,
        /// The verdict that is expected.
        expected: Expected,
        /// The place of that.
        expected_span: Span,
    },
    /// Changes the mode of a rule.
    Mode {
        /// The rule.
        rule: RuleId,
        /// The new mode.
        mode: Mode,
        /// The verdict that is expected.
        expected: Expected,
        /// The place of that.
        expected_span: Span,
    },
    /// Starts a job, and makes all its steps.
    Job {
        /// The job.
        job: JobId,
        /// The verdict on the start that is expected.
        expected: Expected,
        /// The place of that.
        expected_span: Span,
    },
    /// Expects a row with these values.
    ExpectRow {
        /// The table.
        table: TableId,
        /// The columns that are compared, in the order of the text.
        cells: Vec<(ColumnId, Constant)>,
    },
    /// Expects that a table has no row.
    ExpectEmpty {
        /// The table.
        table: TableId,
    },
}

/// A value in the encoding of the machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Constant {
    /// NULL.
    Null,
    /// A value of any type but text.
    Number(i64),
    /// Text without trailing blanks.
    Text(String),
}

/// The verdict that a step expects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// The message is accepted, with or without warnings.
    Accept,
    /// The message is rejected.
    Reject {
        /// The rule that the verdict names; any or none, if absent.
        rule: Option<RuleId>,
        /// The reason; any, if absent.
        reason: Option<Reason>,
    },
    /// The message is accepted, and the rule is in the map of its warnings.
    Warn(RuleId),
}

impl Constant {
    /// The value as a field of a frame.
    pub fn value(&self) -> FieldValue<'_> {
        match self {
            Constant::Null => FieldValue::Null,
            Constant::Number(number) => FieldValue::Number(*number),
            Constant::Text(text) => FieldValue::Text(text.as_bytes()),
        }
    }
}

impl Step {
    /// The frame that the step sends, if it sends one; `program` is that of its rule file.
    ///
    /// # Errors
    /// [`FrameError`] if the values are not those of the program.
    pub fn frame<'b>(
        &self,
        program: &Program,
        sequence: u32,
        buffer: &'b mut [u8; FRAME_BYTES_MAX],
    ) -> Result<Option<&'b [u8]>, FrameError> {
        let (kind, constants) = match &self.kind {
            StepKind::Given { table, row } => (FrameKind::Row(*table), row),
            StepKind::When { message, fields, .. } => (FrameKind::Message(*message), fields),
            StepKind::Mode { rule, mode, .. } => {
                let change = ModeChange { rule: *rule, mode: *mode };
                return Ok(Some(change.write(sequence, buffer)));
            }
            StepKind::Job { job, .. } => {
                return Ok(Some(JobStart { job: *job }.write(sequence, buffer)));
            }
            StepKind::ExpectRow { .. } | StepKind::ExpectEmpty { .. } => return Ok(None),
        };
        let values: Vec<FieldValue<'_>> = constants.iter().map(Constant::value).collect();
        let layout = program.layout(kind);
        layout.write(sequence, &values, buffer).map(Some)
    }
}

impl Expected {
    /// Whether a verdict is the expected one. `message` is the message that was answered, by which
    /// the maps of the verdict are read.
    pub fn is_met(self, verdict: &Verdict, program: &Program, message: MessageId) -> bool {
        match self {
            Expected::Accept => verdict.is_accept(),
            Expected::Reject { rule, reason } => {
                !verdict.is_accept()
                    && rule.is_none_or(|rule| verdict.rule == Some(rule))
                    && reason.is_none_or(|reason| verdict.reason == Some(reason))
            }
            Expected::Warn(rule) => {
                let mut rules = program.rules_of(message).zip(0_u32..);
                let bit = rules.find(|(other, _)| *other == rule).map(|(_, bit)| bit);
                let has_bit = |bit| verdict.warnings.checked_shr(bit).is_some_and(|m| m & 1 == 1);
                verdict.is_accept() && bit.is_some_and(has_bit)
            }
        }
    }
}
