// SPDX-License-Identifier: Apache-2.0

//! The groups that a message opens in addition to those that its table needs at rest.

use crate::hir::{RuleSet, StatementKind};
use engine::schema::{MessageId, TableId};
use std::collections::BTreeMap;

/// For each table, the greatest number of groups that one message opens before it closes others. A
/// row that changes groups opens the new one before it closes the old one. If each row is alone in
/// its group, this needs as many additional groups as one message has updates.
pub(super) fn groups_opened_early(rules: &RuleSet) -> BTreeMap<TableId, u32> {
    let mut updates: BTreeMap<(TableId, MessageId, bool), u32> = BTreeMap::new();
    for block in &rules.blocks {
        for statement in &block.statements {
            match &statement.kind {
                StatementKind::Update { table, .. } | StatementKind::Upsert { table, .. } => {
                    let side = (*table, block.message, block.side.is_reject());
                    *updates.entry(side).or_default() += 1;
                }
                StatementKind::Insert { .. }
                | StatementKind::Rows { .. }
                | StatementKind::Delete { .. } => {}
            }
        }
    }
    let mut opened = BTreeMap::new();
    for ((table, _, _), count) in updates {
        let most: &mut u32 = opened.entry(table).or_default();
        *most = count.max(*most);
    }
    opened
}
