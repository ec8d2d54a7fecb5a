// SPDX-License-Identifier: Apache-2.0

//! The tables and messages of a file, collected before anything that refers to them is resolved.

use super::catalog::{Catalog, Column, ColumnDefault, Key, Message, Table};
use super::duplicates::duplicate;
use super::limits::FIELD_BYTES_MAX;
use super::suggest::Suggestions;
use super::type_names;
use crate::ast;
use crate::diagnostic::Diagnostic;
use crate::span::Span;
use engine::machine::{
    COLUMNS_MAX, FIELDS_MAX, KEY_COLUMNS_MAX, MESSAGES_MAX, ROWS_DEFAULT, ROWS_MAX, TABLES_MAX,
};
use engine::schema::{ColumnId, Type};
use std::collections::{BTreeMap, BTreeSet};

/// The names that no table or message can have: those of what an operator sends, and of the files
/// that hold what was changed.
const RESERVED: &[&str] = &["job", "mode", "parameter"];

/// The code of the errors for a file that exceeds a limit of the machine.
pub(super) const TOO_MANY: &str = "too-many";

/// Collects the declarations of a file.
pub(super) fn declare(file: &ast::File, diagnostics: &mut Vec<Diagnostic>) -> Catalog {
    let mut catalog = Catalog::new(changed_tables(file));
    for item in &file.items {
        match item {
            ast::Item::Table(table) => {
                if is_new(&catalog, &table.name, "table", diagnostics) {
                    let table = declare_table(table, &catalog.suggestions, diagnostics);
                    catalog.add_table(table);
                }
            }
            ast::Item::Message(message) => {
                if is_new(&catalog, &message.name, "message", diagnostics) {
                    catalog.add_message(declare_message(message, diagnostics));
                }
            }
            ast::Item::Rule(_)
            | ast::Item::On(_)
            | ast::Item::Parameter(_)
            | ast::Item::Function(_)
            | ast::Item::OnReject(_)
            | ast::Item::Job(_)
            | ast::Item::Include(_)
            | ast::Item::TimeZone(_)
            | ast::Item::Test(_) => {}
        }
    }
    if let Some(table) = catalog.tables.get(TABLES_MAX) {
        diagnostics.push(too_many("tables", TABLES_MAX, table.name.span));
    }
    if let Some(message) = catalog.messages.get(MESSAGES_MAX) {
        diagnostics.push(too_many("messages", MESSAGES_MAX, message.name.span));
    }
    catalog
}

/// The names of the tables whose rows are updated or deleted.
fn changed_tables(file: &ast::File) -> BTreeSet<String> {
    let mut changed = BTreeSet::new();
    for item in &file.items {
        let (ast::Item::On(ast::On { statements, .. })
        | ast::Item::OnReject(ast::OnReject { statements, .. })
        | ast::Item::Job(ast::Job { statements, .. })) = item
        else {
            continue;
        };
        for statement in statements {
            match statement {
                ast::Statement::Insert { table, conflict: Some(_), .. }
                | ast::Statement::Update { table, .. }
                | ast::Statement::Delete { table, .. } => {
                    changed.insert(table.text.clone());
                }
                ast::Statement::Insert { .. } => {}
            }
        }
    }
    changed
}

/// The error for the first item that exceeds a limit of the machine.
pub(super) fn too_many(what: &str, max: usize, first_too_many: Span) -> Diagnostic {
    let message = format!("there are more than {max} {what}");
    Diagnostic::error(TOO_MANY, message, first_too_many, "the machine has no room for this one")
}

/// Whether no table or message has this name yet. They share one namespace, because `name.column`
/// must be unambiguous.
fn is_new(
    catalog: &Catalog,
    name: &ast::Name,
    what: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> bool {
    if RESERVED.contains(&name.text.as_str()) {
        let message = format!("no {what} can be called `{}`", name.text);
        let error = Diagnostic::error("reserved-name", message, name.span, "a reserved name");
        diagnostics.push(error.help(format!(
            "in an events file, rows of this name change the running rules; write `{}s`",
            name.text
        )));
        return false;
    }
    let (earlier, earlier_is) = match (catalog.table(&name.text), catalog.message(&name.text)) {
        (Some(id), _) => (catalog.table_of(id).name.span, "table"),
        (None, Some(id)) => (catalog.message_of(id).name.span, "message"),
        (None, None) => return true,
    };
    let mut diagnostic = duplicate(&format!("a {earlier_is} `{}`", name.text), name.span, earlier);
    if what != earlier_is {
        diagnostic = diagnostic.help(format!(
            "a table and a message cannot share a name, since `{}.x` could then be either",
            name.text
        ));
    }
    diagnostics.push(diagnostic);
    false
}

fn declare_table(
    table: &ast::Table,
    suggestions: &Suggestions,
    diagnostics: &mut Vec<Diagnostic>,
) -> Table {
    let what = format!("table `{}`", table.name.text);
    let columns = declare_columns(&table.columns, &what, "column", COLUMNS_MAX, diagnostics);
    let rows_max = declare_rows(table.rows, diagnostics);
    let mut declared = Table::new(table.name.clone(), columns, rows_max);
    if !table.key.is_empty() {
        match declare_key(&declared, &table.key, suggestions, diagnostics) {
            Some(key) => declared.set_key(key),
            None => declared.key = Key::Broken,
        }
    }
    declared
}

fn declare_rows(rows: Option<(i64, Span)>, diagnostics: &mut Vec<Diagnostic>) -> u32 {
    let Some((rows, span)) = rows else {
        return ROWS_DEFAULT;
    };
    match u32::try_from(rows) {
        Ok(rows) if (1..=ROWS_MAX).contains(&rows) => rows,
        _ => {
            let message = format!("a table cannot hold {rows} rows");
            let label = format!("must be 1 to {ROWS_MAX}");
            diagnostics.push(Diagnostic::error("rows-range", message, span, label));
            ROWS_DEFAULT
        }
    }
}

/// The declared key, or `None` if it has errors, which are reported.
fn declare_key(
    table: &Table,
    names: &[ast::Name],
    suggestions: &Suggestions,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Vec<ColumnId>> {
    let mut key: Vec<(ColumnId, Span)> = Vec::new();
    let mut seen: BTreeMap<ColumnId, Span> = BTreeMap::new();
    let mut sound = true;
    for name in names {
        let Some(id) = table.column(&name.text) else {
            let message = format!("table `{}` has no column `{}`", table.name.text, name.text);
            let error = Diagnostic::error("unknown-name", message, name.span, "unknown column");
            let columns = table.column_names();
            let owner = &table.name.text;
            diagnostics.push(suggestions.propose_or_all(error, name, owner, columns));
            sound = false;
            continue;
        };
        if let Some(earlier) = seen.get(&id) {
            let message = format!("column `{}` is in the primary key twice", name.text);
            diagnostics.push(
                Diagnostic::error("duplicate-name", message, name.span, "named again here")
                    .related(*earlier, "first named here"),
            );
            sound = false;
            continue;
        }
        let column = table.column_of(id);
        if column.null_written {
            let message = format!("column `{}` of the primary key cannot be `null`", name.text);
            diagnostics.push(
                Diagnostic::error(
                    "nullable-key",
                    message,
                    column.name.span,
                    "declared `null` here",
                )
                .related(name.span, "and in the key here")
                .help(
                    "a row is found by its key, so no part of it may be missing: write `not null`",
                ),
            );
            sound = false;
        }
        seen.insert(id, name.span);
        key.push((id, name.span));
    }
    if key.len() > KEY_COLUMNS_MAX {
        let message = format!("the primary key of `{}` has {} columns", table.name.text, key.len());
        let label = format!("at most {KEY_COLUMNS_MAX} fit the key index");
        diagnostics.push(Diagnostic::error("key-too-wide", message, key[KEY_COLUMNS_MAX].1, label));
        sound = false;
    }
    sound.then(|| key.into_iter().map(|(id, _)| id).collect())
}

fn declare_message(message: &ast::Message, diagnostics: &mut Vec<Diagnostic>) -> Message {
    let what = format!("message `{}`", message.name.text);
    let fields = declare_columns(&message.fields, &what, "field", FIELDS_MAX, diagnostics);
    let bytes: usize = fields.iter().filter_map(|field| field.ty).map(Type::wire_bytes).sum();
    if bytes > FIELD_BYTES_MAX {
        let text = format!("the fields of {what} take {bytes} bytes");
        let label = format!("a frame carries at most {FIELD_BYTES_MAX}");
        diagnostics.push(
            Diagnostic::error("frame-too-long", text, message.name.span, label)
                .help("leave fields out, make a CHAR(n) shorter or an INT8 an INT"),
        );
    }
    Message::new(message.name.clone(), fields)
}

/// The error for a stamped field whose type is not that of its stamp.
fn wrong_stamp(stamp: ast::Stamp, ty: Type, span: Span) -> Option<Diagnostic> {
    let stamped = match stamp {
        ast::Stamp::Received => Type::Timestamp,
        ast::Stamp::Session => Type::Int4,
        ast::Stamp::Peer => Type::Int8,
        ast::Stamp::Identity => Type::Char(Type::CHAR_LEN_MAX),
    };
    let message = format!("a field stamped `{}` is {stamped}", stamp.text());
    (ty != stamped).then(|| {
        Diagnostic::error("stamp-type", message, span, format!("the field is {ty}"))
            .help(format!("declare the field as {stamped}"))
    })
}

fn declare_columns(
    columns: &[ast::Column],
    owner: &str,
    kind: &str,
    max: usize,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Column> {
    let mut declared: Vec<Column> = Vec::new();
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for column in columns {
        let ty = match type_names::type_of(&column.ty) {
            Ok(ty) => Some(ty),
            Err(diagnostic) => {
                diagnostics.push(*diagnostic);
                None
            }
        };
        if let Some(earlier) = seen.get(column.name.text.as_str()) {
            let what = format!("a {kind} `{}` in {owner}", column.name.text);
            diagnostics.push(duplicate(&what, column.name.span, *earlier));
            continue;
        }
        if let (Some((stamp, span)), Some(ty)) = (column.stamp, ty) {
            diagnostics.extend(wrong_stamp(stamp, ty, span));
        }
        seen.insert(&column.name.text, column.name.span);
        declared.push(Column {
            name: column.name.clone(),
            ty,
            nullable: column.nullable.unwrap_or(true),
            null_written: column.nullable == Some(true),
            // Until it is resolved, nothing is reported that depends on it.
            default: match column.default {
                Some(_) => ColumnDefault::Broken,
                None => ColumnDefault::None,
            },
        });
    }
    if let Some(first_too_many) = declared.get(max) {
        let message = format!("{owner} has {} {kind}s", declared.len());
        let label = format!("at most {max} are possible");
        diagnostics.push(Diagnostic::error(TOO_MANY, message, first_too_many.name.span, label));
    }
    declared
}
