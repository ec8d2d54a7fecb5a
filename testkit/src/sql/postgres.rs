// SPDX-License-Identifier: Apache-2.0

//! A batch as a script for `psql`.
//!
//! A message is a function in PL/pgSQL whose parameter has the name of the message, so that
//! `m0.f1` denotes the field as in the rule file. An exception handler returns the error and undoes
//! the statements, so a function is a transaction. Each event prints one line.

use super::batch::{Batch, Body, Message};
use super::schema::{Column, Table};
use super::types::{Ty, Value};
use super::write::Dialect;
use std::fmt::Write;

/// Settings of a connection.
pub const SETTINGS: &str = "\
set client_min_messages = error;
set check_function_bodies = off;
set plan_cache_mode = force_generic_plan;
set jit = off;
";

/// The functions that scripts need, once for each database.
///
/// `rg_div` is an exact quotient at a scale, rounded half away from zero: PostgreSQL's own scale
/// of a quotient depends on the values. `rg_opaque` is its argument, which the planner does not
/// know.
pub const FUNCTIONS: &str = "\
create function rg_div(l numeric, r numeric, s int) returns numeric
language sql immutable strict as $$
    select sign(l) * sign(r) * div(2 * abs(l) * ('1e' || s)::numeric + abs(r), 2 * abs(r))
        * ('1e-' || s)::numeric
$$;
create function rg_opaque(x anyelement) returns anyelement language plpgsql as $$
begin return x; end
$$;
";

impl Batch {
    /// The script of the batch. It leaves nothing in the database, and prints one line for each
    /// event.
    pub fn postgres(&self) -> String {
        self.script(Dialect::Postgres, false)
    }

    /// The script with a message's function in that dialect of PostgreSQL. With `fill`, a table
    /// that is empty at the last event gets a row before it.
    pub fn script(&self, dialect: Dialect, fill: bool) -> String {
        let mut text = String::from("begin;\n");
        for table in &self.tables {
            create(table, &mut text);
        }
        for function in &self.functions {
            text += &function.text(dialect);
        }
        let fields: Vec<String> = self.fields.iter().map(typed).collect();
        let _ = writeln!(text, "create type mt as ({});", fields.join(", "));
        for message in &self.messages {
            text += &message.postgres(dialect);
        }
        dump(&self.tables, &mut text);
        for (index, event) in self.events.iter().enumerate() {
            if fill && index + 1 == self.events.len() {
                self.tables.iter().for_each(|table| fill_row(table, &mut text));
            }
            let message = &self.messages[event.message];
            let values = event.values.iter().zip(&self.fields);
            let values: Vec<String> = values.map(|(value, field)| value.sql(field.ty)).collect();
            let call = format!("{}(row({})::mt)", message.name, values.join(", "));
            let _ = match message.body {
                Body::Value(..) | Body::Rule(..) => writeln!(text, "select {call};"),
                Body::Statements(..) => {
                    writeln!(text, "select {call} as answer \\gset\nselect :'answer' || dump();")
                }
            };
        }
        text + "rollback;\n"
    }
}

fn typed(column: &Column) -> String {
    format!("{} {}", column.name, column.ty.sql_name())
}

fn create(table: &Table, text: &mut String) {
    let columns = table.columns.iter().map(|column| {
        let not = if column.nullable { "" } else { " not null" };
        format!("{}{not}{}, ", typed(column), column.default_text())
    });
    let columns: String = columns.collect();
    let (name, key) = (&table.name, table.key_names().join(", "));
    let _ = writeln!(text, "create table {name} ({columns}primary key ({key}));");
    if !table.rows.is_empty() {
        let rows = table.rows.iter().map(|row| row_literal(row, &table.columns));
        let rows: Vec<String> = rows.collect();
        let _ = writeln!(text, "insert into {name} values {};", rows.join(", "));
    }
}

fn row_literal(row: &[Value], columns: &[Column]) -> String {
    let cells = row.iter().zip(columns).map(|(value, column)| value.sql(column.ty));
    format!("({})", cells.collect::<Vec<String>>().join(", "))
}

/// Adds a row to a table if it is empty.
fn fill_row(table: &Table, text: &mut String) {
    let cells = table.columns.iter().map(|column| match column.ty {
        Ty::Bool => "true",
        Ty::Char(_) => "'~'",
        Ty::Int2 | Ty::Int4 | Ty::Int8 | Ty::Dec { .. } | Ty::Time => "99",
    });
    let cells: Vec<&str> = cells.collect();
    let (name, cells) = (&table.name, cells.join(", "));
    let _ =
        writeln!(text, "insert into {name} select {cells} where not exists (select from {name});");
}

/// A function that returns every row of every table, as [`Batch::dump_line`] writes it.
fn dump(tables: &[Table], text: &mut String) {
    let parts = tables.iter().map(|table| {
        let cells = table.columns.iter().map(|c| format!("coalesce({}::text, '~')", c.name));
        let cells: Vec<String> = cells.collect();
        let row = format!("';{}|' || {}", table.name, cells.join(" || '|' || "));
        format!("coalesce((select string_agg({row}, '') from {}), '')", table.name)
    });
    let parts: Vec<String> = parts.collect();
    let _ = writeln!(
        text,
        "create function dump() returns text language plpgsql as $f$ begin return {}; end $f$;",
        parts.join(" || ")
    );
}

impl Batch {
    /// A row as the last part of an event's line has it, without the `;` before it.
    pub fn dump_line(table: &Table, row: &[Value]) -> String {
        let cells = row.iter().zip(&table.columns).map(|(value, column)| value.plain(column.ty));
        format!("{}|{}", table.name, cells.collect::<Vec<String>>().join("|"))
    }
}

impl Message {
    /// The function of the message.
    pub fn postgres(&self, write: Dialect) -> String {
        let body = match &self.body {
            Body::Value(value, column) => {
                let value = write.expr(value);
                let ty = match column.ty {
                    Ty::Time => Ty::Int8.name(),
                    other => other.name(),
                };
                format!("return coalesce('=' || cast({value} as {ty})::text, 'null');")
            }
            Body::Rule(condition, guard) => {
                let guard = guard.as_ref().map_or("true".to_owned(), |g| write.expr(g));
                let condition = write.expr(condition);
                format!(
                    "g := {guard};\n\
                     if g is null then return 'null'; elsif not g then return 'accept'; end if;\n\
                     g := {condition};\n\
                     return case g when true then 'accept' when false then 'false' else 'null' end;"
                )
            }
            Body::Statements(guard, statements) => {
                let guard = guard.as_ref().map_or("true".to_owned(), |g| write.expr(g));
                let list: String = statements.iter().map(|s| write.statement(s) + ";\n").collect();
                format!(
                    "g := {guard};\n\
                     if g is not true then return 'accept'; end if;\n\
                     {list}return 'accept';"
                )
            }
        };
        let name = &self.name;
        format!(
            "create function {name}({name} mt) returns text language plpgsql as $f$\n\
             #variable_conflict use_column\n\
             declare g boolean;\nbegin\n{body}\n\
             exception when others then return 'error ' || sqlstate;\nend $f$;\n"
        )
    }
}
