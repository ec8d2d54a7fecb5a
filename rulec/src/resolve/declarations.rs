// SPDX-License-Identifier: Apache-2.0

//! The tables and messages of a file, collected before anything that refers to them is resolved.
//!
//! A column whose type is an error stays in its table without a type, so that references to it are
//! not reported as further errors.

use super::defined::{Function, Parameter, Window};
use super::duplicates::duplicate;
use super::limits::FIELD_BYTES_MAX;
use super::name_index::NameIndex;
use super::suggest::Suggestions;
use super::type_names;
use super::zone::FileZone;
use crate::diagnostic::Diagnostic;
use crate::span::Span;
use crate::{ast, hir};
use engine::machine::{
    COLUMNS_MAX, FIELDS_MAX, KEY_COLUMNS_MAX, MESSAGES_MAX, ROWS_DEFAULT, ROWS_MAX, TABLES_MAX,
};
use engine::schema::{ColumnId, FieldId, MessageId, TableId, Type};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// The names that no table or message can have: those of what an operator sends, and of the files
/// that hold what was changed.
const RESERVED: &[&str] = &["job", "mode", "parameter"];

/// The code of the errors for a file that exceeds a limit of the machine.
pub(super) const TOO_MANY: &str = "too-many";

/// The declarations of a file.
pub(super) struct Catalog {
    /// The tables in file order, duplicates left out.
    pub tables: Vec<Table>,
    /// The messages in file order, duplicates left out.
    pub messages: Vec<Message>,
    /// The time zone of the file.
    pub zone: FileZone,
    /// The parameters in file order, duplicates and those with errors left out.
    pub parameters: Vec<Parameter>,
    /// The names of parameters with errors, which are reported.
    pub broken_parameters: BTreeSet<String>,
    /// The functions in file order, duplicates and those with errors left out.
    pub functions: Vec<Function>,
    /// The names of functions with errors, which are reported.
    pub broken_functions: BTreeSet<String>,
    /// The windows that the rules and blocks resolved so far ask for.
    pub windows: RefCell<Vec<Window>>,
    /// The lists that are stated, then those of all rows of a table that is scanned.
    pub lists: RefCell<Vec<hir::List>>,
    /// The tables whose rows are updated or deleted.
    pub changed: BTreeSet<String>,
    /// Whether every aggregate is scanned that can be.
    pub scans_all: bool,
    /// The search for names that were meant.
    pub suggestions: Suggestions,
    table_places: NameIndex,
    message_places: NameIndex,
    parameter_places: NameIndex,
    function_places: NameIndex,
}

/// A table.
pub(super) struct Table {
    pub name: ast::Name,
    pub columns: Vec<Column>,
    pub key: Key,
    pub rows_max: u32,
    places: NameIndex,
}

/// The primary key of a table.
pub(super) enum Key {
    /// No key is declared; it follows from the lookups.
    Undeclared,
    /// The columns, in column order.
    Columns(Vec<ColumnId>),
    /// The key has an error, which is reported. No further errors are reported about lookups.
    Broken,
}

/// A message.
pub(super) struct Message {
    pub name: ast::Name,
    pub fields: Vec<Column>,
    places: NameIndex,
}

/// A column or field.
pub(super) struct Column {
    pub name: ast::Name,
    /// `None` if the written type is an error.
    pub ty: Option<Type>,
    pub nullable: bool,
    /// Whether `null` is written explicitly.
    pub null_written: bool,
}

impl Catalog {
    /// The table with this name.
    pub fn table(&self, name: &str) -> Option<TableId> {
        self.table_places.place(name).map(|index| TableId(index as u16))
    }

    /// The message with this name.
    pub fn message(&self, name: &str) -> Option<MessageId> {
        self.message_places.place(name).map(|index| MessageId(index as u16))
    }

    /// The place of the parameter with this name.
    pub fn parameter(&self, name: &str) -> Option<usize> {
        self.parameter_places.place(name)
    }

    /// The function with this name.
    pub fn function(&self, name: &str) -> Option<&Function> {
        self.function_places.place(name).map(|index| &self.functions[index])
    }

    /// Adds a parameter, whose name is new.
    pub fn add_parameter(&mut self, parameter: Parameter) {
        self.parameter_places.add(&parameter.name.text);
        self.parameters.push(parameter);
    }

    /// Adds a function, whose name is new.
    pub fn add_function(&mut self, function: Function) {
        self.function_places.add(&function.name.text);
        self.functions.push(function);
    }

    /// The table with an id that [`Catalog::table`] returned.
    pub fn table_of(&self, id: TableId) -> &Table {
        &self.tables[usize::from(id.0)]
    }

    /// The message with an id that [`Catalog::message`] returned.
    pub fn message_of(&self, id: MessageId) -> &Message {
        &self.messages[usize::from(id.0)]
    }

    /// The names of all tables.
    pub fn table_names(&self) -> impl Iterator<Item = &str> {
        self.tables.iter().map(|table| table.name.text.as_str())
    }

    /// The names of all messages.
    pub fn message_names(&self) -> impl Iterator<Item = &str> {
        self.messages.iter().map(|message| message.name.text.as_str())
    }

    /// The table of a window: they follow the declared tables and that of the parameters.
    pub fn window_table(&self, index: usize) -> TableId {
        let parameters = usize::from(!self.parameters.is_empty());
        TableId((self.tables.len() + parameters + index) as u16)
    }

    /// The tables and messages of the resolved tree. They are complete only if there was no error.
    pub fn finish(self) -> (Vec<hir::Table>, Vec<hir::Message>) {
        let columns = |columns: Vec<Column>| -> Vec<hir::Column> {
            let column = |c: Column| {
                Some(hir::Column { name: c.name.text, ty: c.ty?, nullable: c.nullable })
            };
            columns.into_iter().filter_map(column).collect()
        };
        let tables = self.tables.into_iter().map(|table| hir::Table {
            name: table.name.text,
            columns: columns(table.columns),
            key: match table.key {
                Key::Columns(key) => key,
                Key::Undeclared | Key::Broken => Vec::new(),
            },
            rows_max: table.rows_max,
            span: table.name.span,
        });
        let messages = self.messages.into_iter().map(|message| hir::Message {
            name: message.name.text,
            fields: columns(message.fields),
            span: message.name.span,
        });
        (tables.collect(), messages.collect())
    }
}

impl Table {
    /// The column with this name.
    pub fn column(&self, name: &str) -> Option<ColumnId> {
        self.places.place(name).map(|index| ColumnId(index as u16))
    }

    /// The column with an id that [`Table::column`] returned.
    pub fn column_of(&self, id: ColumnId) -> &Column {
        &self.columns[usize::from(id.0)]
    }

    /// The names of its columns.
    pub fn column_names(&self) -> impl Iterator<Item = &str> + Clone {
        self.columns.iter().map(|column| column.name.text.as_str())
    }

    /// The columns of the key; empty if the key has an error, which is reported.
    pub fn key_columns(&self) -> &[ColumnId] {
        match &self.key {
            Key::Columns(columns) => columns,
            Key::Undeclared | Key::Broken => &[],
        }
    }

    /// Makes these columns the primary key.
    pub fn set_key(&mut self, mut columns: Vec<ColumnId>) {
        columns.sort_unstable();
        for id in &columns {
            self.columns[usize::from(id.0)].nullable = false;
        }
        self.key = Key::Columns(columns);
    }
}

impl Message {
    /// The field with this name.
    pub fn field(&self, name: &str) -> Option<FieldId> {
        self.places.place(name).map(|index| FieldId(index as u16))
    }

    /// The field with an id that [`Message::field`] returned.
    pub fn field_of(&self, id: FieldId) -> &Column {
        &self.fields[usize::from(id.0)]
    }

    /// The names of its fields.
    pub fn field_names(&self) -> impl Iterator<Item = &str> + Clone {
        self.fields.iter().map(|field| field.name.text.as_str())
    }
}

fn places_of(columns: &[Column]) -> NameIndex {
    NameIndex::of(columns.iter().map(|column| column.name.text.as_str()))
}

/// Collects the declarations of a file.
pub(super) fn declare(file: &ast::File, diagnostics: &mut Vec<Diagnostic>) -> Catalog {
    let mut catalog = Catalog {
        tables: Vec::new(),
        messages: Vec::new(),
        zone: FileZone::default(),
        parameters: Vec::new(),
        functions: Vec::new(),
        broken_functions: BTreeSet::new(),
        broken_parameters: BTreeSet::new(),
        windows: RefCell::default(),
        lists: RefCell::default(),
        changed: changed_tables(file),
        scans_all: false,
        suggestions: Suggestions::default(),
        table_places: NameIndex::default(),
        message_places: NameIndex::default(),
        parameter_places: NameIndex::default(),
        function_places: NameIndex::default(),
    };
    for item in &file.items {
        match item {
            ast::Item::Table(table) => {
                if is_new(&catalog, &table.name, "table", diagnostics) {
                    let table = declare_table(table, &catalog.suggestions, diagnostics);
                    catalog.table_places.add(&table.name.text);
                    catalog.tables.push(table);
                }
            }
            ast::Item::Message(message) => {
                if is_new(&catalog, &message.name, "message", diagnostics) {
                    let message = declare_message(message, diagnostics);
                    catalog.message_places.add(&message.name.text);
                    catalog.messages.push(message);
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
        | ast::Item::OnReject(ast::OnReject { statements, .. })) = item
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
    let mut declared = Table {
        name: table.name.clone(),
        places: places_of(&columns),
        columns,
        key: Key::Undeclared,
        rows_max: declare_rows(table.rows, diagnostics),
    };
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
    Message { name: message.name.clone(), places: places_of(&fields), fields }
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
        });
    }
    if let Some(first_too_many) = declared.get(max) {
        let message = format!("{owner} has {} {kind}s", declared.len());
        let label = format!("at most {max} are possible");
        diagnostics.push(Diagnostic::error(TOO_MANY, message, first_too_many.name.span, label));
    }
    declared
}
