// SPDX-License-Identifier: Apache-2.0

//! The statements of blocks.

use super::expr::{clause, doc, parenthesised, separated};
use super::layout::{Doc, Piece};
use super::quoting::{name_text, names};
use super::select::{from, table_and_alias};
use crate::ast::{Assignment, Conflict, ConflictAction, Expr, FromItem, Name, Statement};

/// The statement without the `;` after it.
pub(super) fn statement_doc(statement: &Statement) -> Doc {
    match statement {
        Statement::Insert { table, alias, columns, values, conflict, .. } => {
            let head = insert_head(table, alias.as_ref(), columns.as_deref());
            let values = parenthesised(values.iter().map(doc).collect());
            let head = head.then(Piece::Line).join(Doc::text("values ").join(values).group());
            match conflict {
                Some(conflict) => head.then(Piece::Line).join(conflict_doc(conflict)),
                None => head,
            }
        }
        Statement::Update { table, alias, set, from, condition, .. } => {
            let head = Doc::text("update ")
                .join(table_and_alias(table, alias))
                .then(Piece::Line)
                .join(set_doc(set));
            where_doc(joined_doc(head, "from", from), condition)
        }
        Statement::Delete { table, alias, using, condition, .. } => {
            let head = Doc::text("delete from ").join(table_and_alias(table, alias));
            where_doc(joined_doc(head, "using", using), condition)
        }
    }
}

fn insert_head(table: &Name, alias: Option<&Name>, columns: Option<&[Name]>) -> Doc {
    let head = Doc::text(format!("insert into {}", name_text(table)));
    let head = match alias {
        Some(alias) => head.append(format!(" as {}", name_text(alias))),
        None => head,
    };
    match columns {
        Some(columns) => {
            let columns = columns.iter().map(|column| Doc::text(name_text(column))).collect();
            head.append(" ").join(parenthesised(columns).group())
        }
        None => head,
    }
}

fn conflict_doc(conflict: &Conflict) -> Doc {
    let columns = match conflict.columns.as_slice() {
        [] => String::new(),
        columns => format!(" ({})", names(columns)),
    };
    let head = Doc::text(format!("on conflict{columns} do "));
    match &conflict.action {
        ConflictAction::Nothing => head.append("nothing"),
        ConflictAction::Update { set, condition } => {
            where_doc(head.append("update ").join(set_doc(set)), condition)
        }
    }
}

fn set_doc(set: &[Assignment]) -> Doc {
    let assignment = |(column, value): &Assignment| {
        Doc::text(format!("{} = ", name_text(column))).join(doc(value).nest()).group()
    };
    Doc::text("set ").join(separated(set.iter().map(assignment).collect()).nest()).group()
}

fn joined_doc(head: Doc, keyword: &str, items: &[FromItem]) -> Doc {
    if items.is_empty() { head } else { head.then(Piece::Line).join(from(keyword, items)) }
}

fn where_doc(head: Doc, condition: &Option<Expr>) -> Doc {
    match condition {
        Some(condition) => head.then(Piece::Line).join(clause("where", condition)),
        None => head,
    }
}
