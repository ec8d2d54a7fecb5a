// SPDX-License-Identifier: Apache-2.0

//! The errors for a subquery or a statement that does not find one row by its whole key.

use super::catalog::{Key, Table};
use super::conjuncts::{Conjunct, is_given};
use super::scope::Item;
use super::suggest;
use crate::diagnostic::Diagnostic;
use crate::hir::{ExprKind, RowVar};
use crate::span::Span;
use engine::schema::{ColumnId, TableId};

/// The construct that selects a row, for messages.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Seeker {
    Subquery,
    Update,
    Delete,
}

impl Seeker {
    fn name(self) -> &'static str {
        match self {
            Seeker::Subquery => "this subquery",
            Seeker::Update => "this update",
            Seeker::Delete => "this delete",
        }
    }
}

impl Item<'_> {
    /// Rejects a lookup without the whole key, and reports what is missing.
    pub fn refuse_row<T>(
        &mut self,
        table: TableId,
        var: RowVar,
        conjuncts: &[Conjunct],
        seeker: Seeker,
        span: Span,
    ) -> Option<T> {
        let table = self.catalog.table_of(table);
        if matches!(table.key, Key::Broken | Key::Undeclared) {
            return None;
        }
        let diagnostic = not_by_key(table, var, conjuncts, seeker, span);
        self.refuse(diagnostic)
    }
}

fn not_by_key(
    table: &Table,
    var: RowVar,
    conjuncts: &[Conjunct],
    seeker: Seeker,
    span: Span,
) -> Diagnostic {
    let name = &table.name.text;
    let key = table.key_columns();
    let names = |ids: &[ColumnId]| {
        suggest::list(ids.iter().map(|id| table.column_of(*id).name.text.as_str()))
    };
    let missing: Vec<ColumnId> =
        key.iter().copied().filter(|column| !is_given(*column, conjuncts)).collect();
    let example: Vec<String> =
        missing.iter().map(|id| format!("{} = …", table.column_of(*id).name.text)).collect();
    let example = example.join(" and ");
    let key_is = format!("its primary key is {}", names(key));

    if let Some(refused) = inexact(table, conjuncts, &missing) {
        return refused;
    }
    if conjuncts.is_empty() {
        let message = format!("{} does not say which row of `{name}` it is about", seeker.name());
        return Diagnostic::error("no-index", message, span, "no condition on the key")
            .related(table.name.span, key_is)
            .help(format!("write `where {example}`{}", or_aggregate(seeker)));
    }
    let on_key = conjuncts.iter().map(|conjunct| &conjunct.condition).find_map(|condition| {
        condition.nodes().find_map(|node| match node.kind {
            ExprKind::Column(v, column) if v == var && missing.contains(&column) => {
                Some((condition.span, column))
            }
            _ => None,
        })
    });
    if let Some((at, column)) = on_key {
        let column = &table.column_of(column).name.text;
        let message = format!("no index can find a row of `{name}` by this condition");
        let label = format!(
            "`{column}` is in the key, and must be equal to something that does not depend on \
             the row"
        );
        return Diagnostic::error("no-index", message, at, label)
            .related(table.name.span, key_is)
            .help(format!("write `{example}`{}", or_aggregate(seeker)));
    }
    let effect = match seeker {
        Seeker::Subquery => "return",
        Seeker::Update => "change",
        Seeker::Delete => "remove",
    };
    let message = format!("{} may {effect} several rows of `{name}`", seeker.name());
    let verb = if missing.len() == 1 { "is" } else { "are" };
    let label = format!("{} of its primary key {verb} not given", names(&missing));
    Diagnostic::error("many-rows", message, span, label)
        .related(table.name.span, key_is)
        .help(format!("add `and {example}`{}", or_aggregate(seeker)))
}

fn inexact(table: &Table, conjuncts: &[Conjunct], missing: &[ColumnId]) -> Option<Diagnostic> {
    conjuncts.iter().find_map(|conjunct| {
        let equated = conjunct.equates.as_ref()?;
        let unusable = equated.value.is_none() && missing.contains(&equated.column);
        unusable.then(|| inexact_value(table, equated.column, conjunct.condition.span))
    })
}

/// The error for a lookup of a value that has more digits than the column.
pub(super) fn inexact_value(table: &Table, column: ColumnId, span: Span) -> Diagnostic {
    let column = table.column_of(column);
    let ty = column.ty.map(|ty| ty.to_string()).unwrap_or_default();
    let message = format!(
        "no index can find `{}` by a value with more digits after the point",
        column.name.text
    );
    Diagnostic::error("no-index", message, span, format!("`{}` is {ty}", column.name.text))
        .related(column.name.span, "declared here")
        .help("give both sides the same number of digits after the point in their declarations")
}

fn or_aggregate(seeker: Seeker) -> &'static str {
    match seeker {
        Seeker::Subquery => {
            "; `sum`, `count`, `avg`, `min` and `max` give one value of several rows"
        }
        Seeker::Update | Seeker::Delete => {
            "; a statement changes one row by its key, or those of a table or group of at most 64 \
             rows; a `job` changes more"
        }
    }
}
