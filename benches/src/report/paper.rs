// SPDX-License-Identifier: Apache-2.0

//! The paper's figures, beside which ours are shown.
//!
//! The chapter states them for a Xilinx U200: a buy order's check takes about 2,000 ns with 1,000
//! orders in the log and stays below 2,500 ns with 1,000,000; the other operations lie between
//! 2,000 and 2,700 ns. It has no cancels. Its figures are pictures; what is here is what its text
//! says of them.

use super::text::grouped;
use crate::workload::Operation;
use serde::Serialize;

/// A figure or a range of figures, in nanoseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PaperFigure {
    /// The least.
    pub low_ns: u64,
    /// The most.
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

/// Its Figure 10: the most of an operation is less than so far from its least.
pub const SPREAD_MAX_NS: u64 = 100;
/// The update of an order, as long as the other operations.
pub const UPDATE: PaperFigure = PaperFigure { low_ns: 2_000, high_ns: 2_700 };
/// Its Figure 11: rules at the beginning and at the end, the latter with how many nanoseconds more:
/// "some hundred".
pub const RULES_MORE: (u64, (u64, u64)) = (4, (128, 100));
/// Its Figure 12: the same for the depth of a condition.
pub const NESTING_MORE: (u64, (u64, u64)) = (2, (20, 50));

/// What the paper states for an operation.
pub fn paper_figure(operation: Operation) -> Option<PaperFigure> {
    let figure = |high_ns| Some(PaperFigure { low_ns: 2_000, high_ns });
    match operation {
        Operation::BuyOrder => figure(2_500),
        Operation::BuyCancel | Operation::SellCancel => None,
        _ => figure(2_700),
    }
}
