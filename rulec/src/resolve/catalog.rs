// SPDX-License-Identifier: Apache-2.0

//! The catalog: what a file declares, by name.
//!
//! A column whose type is an error stays in its table without a type, so that references to it are
//! not reported as further errors.

use super::defined::{Function, Parameter, Window};
use super::name_index::NameIndex;
use super::suggest::Suggestions;
use super::zone::FileZone;
use crate::{ast, hir};
use engine::schema::{ColumnId, FieldId, MessageId, TableId, Type};
use std::cell::RefCell;
use std::collections::BTreeSet;

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
    /// A catalog without declarations, of a file that changes rows of these tables.
    pub fn new(changed: BTreeSet<String>) -> Catalog {
        Catalog {
            tables: Vec::new(),
            messages: Vec::new(),
            zone: FileZone::default(),
            parameters: Vec::new(),
            functions: Vec::new(),
            broken_functions: BTreeSet::new(),
            broken_parameters: BTreeSet::new(),
            windows: RefCell::default(),
            lists: RefCell::default(),
            changed,
            scans_all: false,
            suggestions: Suggestions::default(),
            table_places: NameIndex::default(),
            message_places: NameIndex::default(),
            parameter_places: NameIndex::default(),
            function_places: NameIndex::default(),
        }
    }

    /// Adds a table, whose name is new.
    pub fn add_table(&mut self, table: Table) {
        self.table_places.add(&table.name.text);
        self.tables.push(table);
    }

    /// Adds a message, whose name is new.
    pub fn add_message(&mut self, message: Message) {
        self.message_places.add(&message.name.text);
        self.messages.push(message);
    }

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

    /// The table whose rows a window counts, if a table is that of a window; else the table itself.
    pub fn counted_table(&self, table: TableId) -> TableId {
        let windows = self.windows.borrow();
        let index = usize::from(table.0).checked_sub(usize::from(self.window_table(0).0));
        index.and_then(|index| windows.get(index)).map_or(table, |window| window.base)
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
    /// A table without a declared key.
    pub fn new(name: ast::Name, columns: Vec<Column>, rows_max: u32) -> Table {
        Table { name, places: places_of(&columns), columns, key: Key::Undeclared, rows_max }
    }

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
    /// A message.
    pub fn new(name: ast::Name, fields: Vec<Column>) -> Message {
        Message { name, places: places_of(&fields), fields }
    }

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
