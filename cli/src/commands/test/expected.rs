// SPDX-License-Identifier: Apache-2.0

//! What a step of a test expects.

use engine::executor::Cell;
use engine::schema::MessageId;
use rulec::suite::{Constant, Expected, StepKind};

/// The verdict that a step expects, and the message that it sends. A change of a mode and the start
/// of a job have no message of the program.
pub fn expectation(kind: &StepKind) -> Option<(Expected, Option<MessageId>)> {
    match kind {
        StepKind::When { message, expected, .. } => Some((*expected, Some(*message))),
        StepKind::Mode { expected, .. } | StepKind::Job { expected, .. } => Some((*expected, None)),
        StepKind::Given { .. } | StepKind::ExpectRow { .. } | StepKind::ExpectEmpty { .. } => None,
    }
}

/// Whether a cell has the value.
pub fn is_equal(cell: &Cell<'_>, value: &Constant) -> bool {
    match (cell, value) {
        (Cell::Null, Constant::Null) => true,
        (Cell::Number(cell), Constant::Number(number)) => cell == number,
        (Cell::Text(cell), Constant::Text(text)) => cell == text,
        _ => false,
    }
}
