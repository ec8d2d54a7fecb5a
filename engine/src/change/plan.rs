// SPDX-License-Identifier: Apache-2.0

//! How the definitions of two programs match: tables, columns and messages by their names.
//!
//! Tables that a compiler derives are not matched, whether hidden or not: they follow from the rows
//! of the others.

use super::refusal::Refusal;
use crate::parameter;
use crate::program::Program;
use crate::schema::{ColumnDef, ColumnId, DefaultValue, MessageDef, TableDef, TableId, Type};

/// How to get from one program to another without losing data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The tables of the running program that rule files declare.
    pub(super) tables: Vec<Matched>,
    /// The most rows of each declared table of the running program.
    pub(super) rows_max: Vec<u32>,
    /// The kind byte in the new program of each message of the running one, if a client can send
    /// it.
    kinds: Vec<u8>,
}

/// A table of both programs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Matched {
    /// In the running program.
    pub(super) from: TableId,
    /// In the new program.
    pub(super) to: TableId,
    /// For each column in the new program, where rows that exist have its value.
    pub(super) columns: Vec<Origin>,
    /// The order in which rows are copied, if windows depend on it.
    pub(super) by_time: Option<ByTime>,
}

/// Where a row that exists has the value of a column of the new program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// In this column of the running program.
    Column(ColumnId),
    /// Nowhere: the column is new and has its default, or NULL without one.
    New(Option<DefaultValue>),
}

impl Origin {
    /// The column of the running program, unless the column is new.
    fn column(&self) -> Option<ColumnId> {
        match self {
            Origin::Column(column) => Some(*column),
            Origin::New(_) => None,
        }
    }
}

/// Rows are copied by a time, then by key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ByTime {
    /// The column of the time in the running program; none if the column is new.
    pub(super) time: Option<ColumnId>,
    /// The columns of the key in the running program, in the order of the key.
    pub(super) key: Vec<ColumnId>,
}

impl Plan {
    /// Matches the definitions of a running program with those of a new one.
    ///
    /// # Errors
    /// Everything that would lose data, by name: tables first, then messages.
    pub fn new(running: &Program, next: &Program) -> Result<Plan, Vec<Refusal>> {
        let mut refusals = Vec::new();
        let mut tables = Vec::new();
        for (from, table) in (0..).map(TableId).zip(running.declared_tables()) {
            if table.is_derived() {
                continue;
            }
            let Some(to) = next.table(&table.name) else {
                refusals.extend(missing_table(table));
                continue;
            };
            let before = refusals.len();
            let columns = matched_columns(table, &next.tables[usize::from(to.0)], &mut refusals);
            if refusals.len() == before {
                let by_time = next.window_time(to).map(|time| ByTime {
                    time: columns[usize::from(time.0)].column(),
                    key: table.key.clone(),
                });
                tables.push(Matched { from, to, columns, by_time });
            }
        }
        let kinds = running
            .declared_messages()
            .iter()
            .map(|message| match_message(message, next).map_err(|it| refusals.extend(it)))
            .map(|kind| kind.unwrap_or_default())
            .collect();
        let rows_max = running.declared_tables().iter().map(|table| table.rows_max).collect();
        if refusals.is_empty() { Ok(Plan { tables, rows_max, kinds }) } else { Err(refusals) }
    }

    /// The kind byte in the new program of a frame of the running one, for a frame that was written
    /// before the change and is answered after it. None if no client can send such a frame.
    pub fn kind(&self, kind: u8) -> Option<u8> {
        self.kinds.get(usize::from(kind)).copied()
    }
}

/// What a table that is missing loses.
fn missing_table(table: &TableDef) -> Vec<Refusal> {
    match table.name == parameter::TABLE {
        // The first column is its key.
        true => table.columns.iter().skip(1).map(|c| Refusal::Parameter(c.name.clone())).collect(),
        false => vec![Refusal::Table(table.name.clone())],
    }
}

/// For each column of a table of the new program, where rows that exist have its value.
fn matched_columns(
    running: &TableDef,
    next: &TableDef,
    refusals: &mut Vec<Refusal>,
) -> Vec<Origin> {
    let table = || running.name.clone();
    let find = |columns: &[ColumnDef], name: &str| columns.iter().position(|c| c.name == name);
    for column in &running.columns {
        let name = || column.name.clone();
        let Some(found) = find(&next.columns, &column.name).map(|at| &next.columns[at]) else {
            refusals.push(match running.name == parameter::TABLE {
                true => Refusal::Parameter(name()),
                false => Refusal::Column { table: table(), column: name() },
            });
            continue;
        };
        if !holds(found.ty, column.ty) {
            let (running, next) = (column.ty, found.ty);
            refusals.push(Refusal::Type { table: table(), column: name(), running, next });
        }
        if column.nullable && !found.nullable {
            refusals.push(Refusal::NotNull { table: table(), column: name() });
        }
    }
    let key = |table: &TableDef| -> Vec<String> {
        table.key.iter().map(|c| table.columns[usize::from(c.0)].name.clone()).collect()
    };
    if key(running) != key(next) {
        refusals.push(Refusal::Key(table()));
    }
    if next.rows_max < running.rows_max {
        let (running, next) = (running.rows_max, next.rows_max);
        refusals.push(Refusal::Rows { table: table(), running, next });
    }
    let matched = (0..).map(ColumnId).zip(&next.columns).map(|(id, column)| {
        if let Some(at) = find(&running.columns, &column.name) {
            return Origin::Column(ColumnId(at as u16));
        }
        let default = next.default_of(id);
        if default.is_none() && !column.nullable {
            refusals.push(Refusal::NoValue { table: table(), column: column.name.clone() });
        }
        Origin::New(default.cloned())
    });
    matched.collect()
}

/// The kind byte of a message in the new program.
fn match_message(message: &MessageDef, next: &Program) -> Result<u8, Option<Refusal>> {
    let Some(found) = next.message(&message.name) else {
        // A parameter that is missing is reported as a column of its table.
        let is_parameter = message.name.starts_with(parameter::MESSAGE_PREFIX);
        return Err((!is_parameter).then(|| Refusal::Message(message.name.clone())));
    };
    let fields = &next.messages[usize::from(found.0)].fields;
    let longest = fields.len().max(message.fields.len());
    match (0..longest).find(|at| fields.get(*at) != message.fields.get(*at)) {
        None => Ok(found.0 as u8),
        Some(at) => {
            let is_new = |field: &&ColumnDef| message.fields.iter().all(|f| f.name != field.name);
            let field = fields.get(at).filter(is_new).or(message.fields.get(at));
            let field = field.or(fields.get(at)).map(|field| field.name.clone());
            let (message, field) = (message.name.clone(), field.unwrap_or_default());
            Err(Some(Refusal::Fields { message, field }))
        }
    }
}

/// Whether a column of a type holds every value of another type as it is.
fn holds(next: Type, running: Type) -> bool {
    match (next, running) {
        (Type::Char(next), Type::Char(running)) => next >= running,
        (
            Type::Decimal { precision: next, scale: next_scale },
            Type::Decimal { precision, scale },
        ) => next_scale == scale && next >= precision,
        (next, running) if next.is_integer() && running.is_integer() => {
            next.wire_bytes() >= running.wire_bytes()
        }
        (next, running) => next == running,
    }
}

impl Program {
    /// The column by which the rows of a table enter its windows, if it has any. Rows are loaded by
    /// this time, then by key.
    pub fn window_time(&self, table: TableId) -> Option<ColumnId> {
        let hidden = self.tables.iter().filter_map(|table| table.hidden.as_ref());
        let lists = hidden.filter(|hidden| hidden.base == table);
        lists.filter_map(|hidden| hidden.list.as_ref()).find_map(|list| list.time)
    }
}
