// SPDX-License-Identifier: Apache-2.0

//! Upserts whose `where` decides whether the row changes.

use super::written::is_written;
use crate::diagnostic::Diagnostic;
use crate::form::{same, same_of_row};
use crate::hir::{Block, ConflictUpdate, Expr, ExprKind, Rule, RuleSet, StatementKind};
use engine::rule::Severity;

/// Warns about every `do update` with a `where` that no rule demands: where it is not TRUE, the
/// message is accepted and nothing changes.
pub(super) fn warn(set: &RuleSet, diagnostics: &mut Vec<Diagnostic>) {
    let statements =
        set.blocks.iter().flat_map(|block| block.statements.iter().map(move |s| (block, s)));
    for (block, statement) in statements {
        let StatementKind::Upsert { update: Some(update), .. } = &statement.kind else { continue };
        let ConflictUpdate { condition: Some(condition), .. } = update else { continue };
        if !is_written(set, &statement.kind) || is_demanded(set, block, &statement.kind) {
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

/// Whether a rule rejects the message where the row that is there does not meet the condition of an
/// upsert. Rules see the state before the message, so nothing else may change the table.
fn is_demanded(set: &RuleSet, block: &Block, upsert: &StatementKind) -> bool {
    let of_message = set.blocks.iter().filter(|other| other.message == block.message);
    let statements = of_message.flat_map(|block| &block.statements);
    let changes = statements.filter(|other| other.kind.table() == upsert.table()).count();
    let mut rules = set.rules.iter().filter(|rule| {
        rule.message == block.message && rule.severity == Severity::Block && rule.guard.is_none()
    });
    changes == 1 && rules.any(|rule| demands(set, rule, upsert))
}

/// Whether a rule is `coalesce((select condition from table where key = …), true)` for the row and
/// the condition of an upsert.
fn demands(set: &RuleSet, rule: &Rule, upsert: &StatementKind) -> bool {
    let StatementKind::Upsert { table, values, update: Some(update), .. } = upsert else {
        return false;
    };
    let (ExprKind::Coalesce(list), Some(condition)) = (&rule.condition.kind, &update.condition)
    else {
        return false;
    };
    let [Expr { kind: ExprKind::Lookup { table: read, row, value }, .. }, otherwise] = &list[..]
    else {
        return false;
    };
    let key = set.tables[usize::from(table.0)].key.iter();
    let mut keys = key.map(|column| &values[usize::from(column.0)]).zip(&row.key);
    read == table
        && row.residual.is_none()
        && matches!(otherwise.kind, ExprKind::Number(1))
        && keys.all(|(written, read)| same(written, read))
        && same_of_row((value, row.var), (condition, update.row))
}
