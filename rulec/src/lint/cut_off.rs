// SPDX-License-Identifier: Apache-2.0

//! Files that may have been cut off. A file that ends with `end;` is complete; without it, what a
//! file declares and does not use is the only sign.

use crate::ast::{File, Item};
use crate::diagnostic::Diagnostic;
use crate::hir::{Expr, ExprKind, RuleSet, Statement, Table};
use crate::span::Span;

/// Warns about a file without `end;` that has no rules, or tables that nothing reads or writes.
pub(super) fn warn(file: &File, bytes: usize, set: &RuleSet, diagnostics: &mut Vec<Diagnostic>) {
    if file.has_end || file.items.is_empty() {
        return;
    }
    let declared = file.items.iter().filter(|item| matches!(item, Item::Table(_))).count();
    let used = used_tables(set);
    // What an included file declares can be for the other files that include it.
    let is_own = |table: &Table| (table.span.end as usize) <= bytes;
    let declared = set.tables.iter().take(declared).zip(&used);
    let mut unused = declared.filter(|(table, used)| is_own(table) && !**used);
    let end = Span::new(bytes, bytes);
    let warning = |message: String| {
        Diagnostic::warning("may-be-cut-off", message, end, "the file ends here")
            .help("if the file is complete, end it with `end;`")
    };
    let found = if set.messages.is_empty() {
        warning("the file declares no message, and may have been cut off".to_owned())
    } else if set.rules.is_empty() {
        warning("the file has no rules, and may have been cut off".to_owned())
    } else if let Some((table, _)) = unused.next() {
        let message = format!(
            "nothing reads or writes table `{}`, and the file may have been cut off",
            table.name
        );
        warning(message).related(table.span, "declared here")
    } else {
        return;
    };
    diagnostics.push(found);
}

/// Whether each table is read or written by a rule, a block or a job.
fn used_tables(set: &RuleSet) -> Vec<bool> {
    let mut used = vec![false; set.tables.len()];
    let of_rules = set.rules.iter().flat_map(|rule| rule.guard.iter().chain([&rule.condition]));
    let guards = set.blocks.iter().filter_map(|block| block.guard.as_ref());
    let statements: Vec<&Statement> =
        set.blocks.iter().flat_map(|block| &block.statements).collect();
    let of_statements = statements.iter().flat_map(|statement| statement.kind.expressions());
    for node in of_rules.chain(guards).chain(of_statements).flat_map(Expr::nodes) {
        let table = match &node.kind {
            ExprKind::Lookup { table, .. } | ExprKind::Exists { table, .. } => *table,
            ExprKind::Aggregate(aggregate) => aggregate.table,
            ExprKind::Number(_)
            | ExprKind::Text(_)
            | ExprKind::Null
            | ExprKind::Field(_)
            | ExprKind::Column(..)
            | ExprKind::Arith(..)
            | ExprKind::Compare(..)
            | ExprKind::Distinct(..)
            | ExprKind::Calendar(..)
            | ExprKind::Function(..)
            | ExprKind::Like(..)
            | ExprKind::Round(..)
            | ExprKind::And(_)
            | ExprKind::Or(_)
            | ExprKind::Not(_)
            | ExprKind::IsNull(_)
            | ExprKind::Case { .. }
            | ExprKind::Coalesce(_)
            | ExprKind::Convert(_)
            | ExprKind::Call(_) => continue,
        };
        used[usize::from(table.0)] = true;
    }
    for row in set.blocks.iter().filter_map(|block| block.row) {
        used[usize::from(row.table.0)] = true;
    }
    for statement in statements {
        used[usize::from(statement.kind.table().0)] = true;
    }
    // The table of a window is named after the one whose rows are counted.
    for (index, table) in set.tables.iter().enumerate() {
        let Some((base, _)) = table.name.split_once('$').filter(|_| used[index]) else { continue };
        if let Some(base) = set.tables.iter().position(|table| table.name == base) {
            used[base] = true;
        }
    }
    used
}
