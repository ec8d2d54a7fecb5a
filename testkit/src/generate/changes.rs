// SPDX-License-Identifier: Apache-2.0

//! Random rule files that follow each other while the tables keep their rows: each adds to the
//! declarations of the one before, and has rules, blocks and jobs of its making.

use super::rule_files::{REJECTS_PERCENT, RuleFile, of_schema};
use super::schema::{Column, Schema, Table, lists, message, random_type, schema, table};
use crate::rng::Rng;
use engine::schema::Type;

/// The most tables that are asked, and the most columns of a table that grows.
const TABLES_MAX: usize = 6;
const COLUMNS_MAX: usize = 12;
const MESSAGES_MAX: usize = 6;

/// What the tables of rule files have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lists {
    /// No lists.
    None,
    /// Groups with a bound.
    Groups,
    /// Groups with a bound, and windows.
    Windows,
}

/// Returns random rule files, each of which can follow the one before.
pub fn changes(members: usize, with: Lists, rng: &mut Rng) -> Vec<RuleFile> {
    let mut schema = schema(rng);
    for table in &mut schema.tables {
        change_defaults(table, 25, rng);
    }
    let mut files = Vec::with_capacity(members);
    if with != Lists::None {
        add_lists(&mut schema, with, rng);
        schema.add_by_rows(rng);
    }
    for _ in 0..members {
        files.push(of_schema(&schema, REJECTS_PERCENT, rng));
        grow(&mut schema, rng);
        if with != Lists::None {
            add_lists(&mut schema, with, rng);
        }
    }
    files
}

fn add_lists(schema: &mut Schema, with: Lists, rng: &mut Rng) {
    for table in schema.tables.iter_mut().filter(|table| !table.by_rows) {
        table.lists = lists(table, rng);
        table.lists.retain(|list| with == Lists::Windows || list.time.is_none());
    }
}

/// Adds to the declarations, and changes nothing that could lose a row.
fn grow(schema: &mut Schema, rng: &mut Rng) {
    let (asked, count) = (schema.asked(), schema.tables.len());
    for (index, table) in schema.tables.iter_mut().enumerate() {
        grow_table(table, rng);
        if index < asked && rng.percent(30) {
            table.insert_only = !table.insert_only;
        }
    }
    if asked < TABLES_MAX && rng.percent(40) {
        let at = rng.between(0, asked);
        schema.tables.insert(at, table(count, rng));
    }
    if schema.messages.len() < MESSAGES_MAX && rng.percent(40) {
        let at = rng.between(0, schema.messages.len());
        let message = message(schema.messages.len(), rng);
        schema.messages.insert(at, message);
    }
}

fn grow_table(table: &mut Table, rng: &mut Rng) {
    if !table.by_rows && rng.percent(40) {
        table.rows += rng.between(1, 100);
    }
    for (index, column) in table.columns.iter_mut().enumerate() {
        if rng.percent(15) {
            column.ty = widened(column.ty);
        }
        if !table.key.contains(&index) && rng.percent(10) {
            column.nullable = true;
        }
    }
    change_defaults(table, 10, rng);
    for _ in 0..rng.weighted(&[45, 35, 20]) {
        if table.columns.len() < COLUMNS_MAX {
            add_column(table, rng);
        }
    }
}

/// Gives some columns outside of the key another default, or none. One that cannot be NULL keeps
/// one: it is new to a later file too, if the change to this one is refused.
fn change_defaults(table: &mut Table, percent: usize, rng: &mut Rng) {
    for (index, column) in table.columns.iter_mut().enumerate() {
        if table.key.contains(&index) || !rng.percent(percent) {
            continue;
        }
        match column.default {
            Some(_) if column.nullable && rng.percent(30) => column.default = None,
            _ => column.add_default(rng),
        }
    }
}

/// Adds a column at any place.
fn add_column(table: &mut Table, rng: &mut Rng) {
    let letter = &table.columns[0].name[..1];
    let name = format!("{letter}{}", table.columns.len());
    let at = rng.between(0, table.columns.len());
    let mut column = Column { name, ty: random_type(rng), nullable: true, default: None };
    if rng.percent(55) {
        column.add_default(rng);
        column.nullable = rng.percent(40);
    }
    table.columns.insert(at, column);
    table.key.iter_mut().filter(|column| **column >= at).for_each(|column| *column += 1);
}

/// A type that holds every value of another one.
fn widened(ty: Type) -> Type {
    match ty {
        Type::Int2 => Type::Int4,
        Type::Int4 => Type::Int8,
        Type::Char(1..=8) => Type::Char(9),
        Type::Decimal { precision: precision @ 2..=12, scale } => {
            Type::Decimal { precision: precision + 1, scale }
        }
        other => other,
    }
}
