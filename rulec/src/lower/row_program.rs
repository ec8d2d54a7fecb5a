// SPDX-License-Identifier: Apache-2.0

//! The state of lowering a scan: its row program, and the checks that follow it.

use crate::flow::{Flow, NodeId};
use crate::hir::RowVar;
use engine::schema::TableId;
use engine::verdict::Reason;

/// The row program that is being lowered.
pub(super) struct RowProgram {
    /// The dataflow around it.
    pub outside: Flow,
    /// The rows that it sees: the scanned one, and those that it finds for it.
    pub rows: Vec<RowVar>,
    /// The captures: a node outside, and whether it is wide.
    pub captures: Vec<(NodeId, bool)>,
}

/// A check of a scan that follows the rule or the statement that it is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ScanCheck {
    /// No row that was pushed out of the list is one that the scan asked for.
    Sound(TableId, NodeId),
    /// An accumulator took at most so many rows or distinct values.
    Within {
        /// The list.
        table: TableId,
        /// The scan.
        scan: NodeId,
        accumulator: u16,
        most: u16,
        reason: Reason,
    },
}
