// SPDX-License-Identifier: Apache-2.0

//! The groups that one message opens.

use crate::hir::{RuleSet, StatementKind};
use engine::schema::{MessageId, TableId};
use std::collections::BTreeMap;

/// The groups of a hidden table that one message opens, at most.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Opened {
    /// Those that it opens before it closes others. A row that changes groups opens the new one
    /// before it closes the old one. If each row is alone in its group, this needs as many
    /// additional groups as one message has updates.
    pub(super) early: u32,
    /// All of them: each statement that writes a row takes the room of a group that is not there
    /// before the message.
    pub(super) all: u32,
}

/// For each table, the most groups that one message opens.
pub(super) fn groups_opened(rules: &RuleSet) -> BTreeMap<TableId, Opened> {
    let mut sides: BTreeMap<(TableId, MessageId, bool), Opened> = BTreeMap::new();
    for block in &rules.blocks {
        for statement in &block.statements {
            let (table, early) = match &statement.kind {
                StatementKind::Update { table, .. } | StatementKind::Upsert { table, .. } => {
                    (*table, 1)
                }
                StatementKind::Insert { table, .. } => (*table, 0),
                StatementKind::Rows { .. } | StatementKind::Delete { .. } => continue,
            };
            let side = sides.entry((table, block.message, block.side.is_reject())).or_default();
            (side.early, side.all) = (side.early + early, side.all + 1);
        }
    }
    let mut opened: BTreeMap<TableId, Opened> = BTreeMap::new();
    for ((table, _, _), side) in sides {
        let most = opened.entry(table).or_default();
        *most = Opened { early: side.early.max(most.early), all: side.all.max(most.all) };
    }
    opened
}
