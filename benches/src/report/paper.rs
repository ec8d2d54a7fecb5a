// SPDX-License-Identifier: Apache-2.0

//! The figures that the paper states, for comparison.
//!
//! The paper states them for a Xilinx U200: the check of a buy order takes about 2,000 ns with
//! 1,000 orders in the log and less than 2,500 ns with 1,000,000. The other operations take 2,000
//! to 2,700 ns. It has no cancels. The paper's figures are pictures; these numbers are from its
//! text.

use super::numbers::grouped;
use crate::workload::Operation;
use serde::Serialize;

/// A figure or a range of figures, in nanoseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PaperFigure {
    /// The lower end.
    pub low_ns: u64,
    /// The upper end.
    pub high_ns: u64,
}

impl std::fmt::Display for PaperFigure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&grouped(self.low_ns))?;
        if self.high_ns != self.low_ns {
            write!(f, " to {}", grouped(self.high_ns))?;
        }
        Ok(())
    }
}

/// Figure 10: the most and the least of an operation differ by less than this, in nanoseconds.
pub const SPREAD_MAX_NS: u64 = 100;
/// The update of an order takes as long as the other operations.
pub const UPDATE: PaperFigure = PaperFigure { low_ns: 2_000, high_ns: 2_700 };
/// Figure 11: the first and the last number of rules, and how many nanoseconds more the last one
/// takes ("some hundred").
pub const RULES_MORE: (u64, (u64, u64)) = (4, (128, 100));
/// Figure 12: the same for the depth of a condition.
pub const NESTING_MORE: (u64, (u64, u64)) = (2, (20, 50));

/// The figure that the paper states for an operation.
pub fn paper_figure(operation: Operation) -> Option<PaperFigure> {
    let figure = |high_ns| Some(PaperFigure { low_ns: 2_000, high_ns });
    match operation {
        Operation::BuyOrder => figure(2_500),
        Operation::BuyCancel | Operation::SellCancel => None,
        _ => figure(2_700),
    }
}
