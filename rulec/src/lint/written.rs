// SPDX-License-Identifier: Apache-2.0

//! Which statements an author wrote.

use crate::hir::{RuleSet, StatementKind};

/// Whether a statement is written in the file, and not one that keeps the table of a window.
pub(super) fn is_written(set: &RuleSet, statement: &StatementKind) -> bool {
    !set.tables[usize::from(statement.table().0)].name.contains('$')
}
