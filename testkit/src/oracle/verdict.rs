// SPDX-License-Identifier: Apache-2.0

//! The verdict that the engine must give.

use super::value::Error;
use engine::verdict::Reason;

/// The verdict that the engine must give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// The possible reasons; empty for an accept. There is more than one only where two hidden
    /// tables refuse a row, because the compiler chooses the order of hidden tables.
    pub reasons: Vec<Reason>,
    /// The first failing rule.
    pub rule: Option<usize>,
    /// All failing rules that block, one bit each.
    pub failing: u128,
    /// All failing rules that warn, one bit each.
    pub warnings: u128,
    /// The possible reasons why the effects of the reject were not done; empty if they were, or if
    /// there are none.
    pub effects: Vec<Reason>,
}

impl Expected {
    /// An accept without warnings.
    pub const ACCEPT: Expected =
        Expected { reasons: Vec::new(), rule: None, failing: 0, warnings: 0, effects: Vec::new() };

    /// Returns a reject that no rule caused.
    pub fn refused(reasons: Vec<Reason>) -> Expected {
        Expected { reasons, ..Expected::ACCEPT }
    }
}

/// The reason for an error.
pub(super) fn reason_of(error: Error) -> Reason {
    match error {
        Error::Overflow => Reason::Overflow,
        Error::DivisionByZero => Reason::DivisionByZero,
    }
}
