// SPDX-License-Identifier: Apache-2.0

//! Upserts whose `where` decides whether the row changes.

use super::written::is_written;
use crate::diagnostic::Diagnostic;
use crate::hir::{ConflictUpdate, RuleSet, StatementKind};

/// Warns about every `do update` with a `where`: where it is not TRUE, the message is accepted and
/// nothing changes.
pub(super) fn warn(set: &RuleSet, diagnostics: &mut Vec<Diagnostic>) {
    for statement in set.blocks.iter().flat_map(|block| &block.statements) {
        let StatementKind::Upsert { update: Some(update), .. } = &statement.kind else { continue };
        let ConflictUpdate { condition: Some(condition), .. } = update else { continue };
        if !is_written(set, &statement.kind) {
            continue;
        }
        let warning = Diagnostic::warning(
            "silent-conflict",
            "where this condition is not TRUE, nothing changes and the message still passes",
            condition.span,
            "FALSE and NULL do not reject",
        );
        let table = statement.kind.table();
        let name = &set.tables[usize::from(table.0)].name;
        let column = update.set.first().map_or("…", |(id, _)| set.column_name(table, *id));
        diagnostics.push(warning.help(format!(
            "to reject such a message, write the condition as a rule; to keep the old values, \
             write so: `set {column} = case when … then … else {name}.{column} end`"
        )));
    }
}
