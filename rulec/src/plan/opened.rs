// SPDX-License-Identifier: Apache-2.0

//! The groups that messages open beside those that a table needs at rest.

use crate::hir::{RuleSet, StatementKind};
use engine::schema::{MessageId, TableId};
use std::collections::BTreeMap;

/// The groups that one message can open of a table, at most.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Opened {
    /// Those that it opens before it closes others. A row that changes groups opens the new one
    /// before it closes the old one. If each row is alone in its group, this needs as many
    /// additional groups as one message has updates.
    pub early: u32,
    /// The rows that enter groups. Each of them takes room as if it opened a group that no other
    /// row of the message does.
    pub rows: u32,
}

/// The groups that one message can open, for each table that messages change.
pub(super) fn groups_opened(rules: &RuleSet) -> BTreeMap<TableId, Opened> {
    let mut of_messages: BTreeMap<(TableId, MessageId, bool), Opened> = BTreeMap::new();
    for block in &rules.blocks {
        for statement in &block.statements {
            let (early, rows) = match &statement.kind {
                StatementKind::Update { .. } => (1, 1),
                // It has room for both ways.
                StatementKind::Upsert { .. } => (1, 2),
                StatementKind::Insert { .. } => (0, 1),
                StatementKind::Rows { .. } | StatementKind::Delete { .. } => continue,
            };
            let side = (statement.kind.table(), block.message, block.side.is_reject());
            let opened = of_messages.entry(side).or_default();
            opened.early += early;
            opened.rows += rows;
        }
    }
    let mut of_tables: BTreeMap<TableId, Opened> = BTreeMap::new();
    for ((table, _, _), Opened { early, rows }) in of_messages {
        let most = of_tables.entry(table).or_default();
        *most = Opened { early: most.early.max(early), rows: most.rows.max(rows) };
    }
    of_tables
}
