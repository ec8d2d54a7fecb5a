// SPDX-License-Identifier: Apache-2.0

//! A batch on the executors of the compiled program.

use engine::executor::{Cell, Executor};
use engine::frame::FieldValue;
use engine::machine::FRAME_BYTES_MAX;
use engine::program::{FrameKind, Program};
use engine::reference::Reference;
use engine::schema::TableId;
use engine::twin::Twin;
use rulec::diagnostic::Severity;
use std::collections::HashMap;
use std::sync::Arc;
use testkit::sql::{Batch, Body, RESULT, Value};

/// Compiles a batch.
///
/// # Errors
/// Returns the first error of the compiler: its code, and its text with its place.
pub fn compile(batch: &Batch) -> Result<Program, (String, String)> {
    let text = batch.rules();
    let (program, diagnostics) = rulec::compile(&text);
    program.ok_or_else(|| {
        let error = diagnostics.iter().find(|found| found.severity == Severity::Error);
        let error = error.expect("there is a program exactly if there is no error");
        (error.code.to_owned(), error.render("case.rules", &text, false))
    })
}

/// Runs a batch on reference interpreter and twin, and returns one line for each event, as the
/// script for PostgreSQL prints it.
///
/// # Errors
/// If the two executors disagree.
pub fn run(batch: &Batch, program: Program) -> Result<Vec<String>, String> {
    let program = Arc::new(program);
    let mut reference = Reference::new(Arc::clone(&program)).map_err(|e| e.to_string())?;
    let mut twin = Twin::new(program).map_err(|e| e.to_string())?;
    let lines = run_on(batch, &mut reference);
    let others = run_on(batch, &mut twin);
    for (event, (line, other)) in lines.iter().zip(&others).enumerate() {
        if line != other {
            let message = batch.messages[batch.events[event].message].rules();
            return Err(format!("{message}\nreference {line}\ntwin      {other}"));
        }
    }
    Ok(lines)
}

fn run_on(batch: &Batch, executor: &mut dyn Executor) -> Vec<String> {
    let program = executor.program().clone();
    for table in batch.all_tables() {
        let kind = FrameKind::Row(table_id(&program, &table.name));
        let layout = program.layout(kind);
        for row in &table.rows {
            let mut buffer = [0; FRAME_BYTES_MAX];
            let values: Vec<FieldValue<'_>> = row.iter().map(field_value).collect();
            let frame = layout.write(0, &values, &mut buffer).expect("the row fits its table");
            let verdict = executor.load(frame);
            assert!(verdict.is_accept(), "a row of {} is {:?}", table.name, verdict.reason);
        }
    }
    let mut lines: Vec<String> = Vec::with_capacity(batch.events.len());
    for (seq, event) in batch.events.iter().enumerate() {
        let name = &batch.messages[event.message].name;
        let message = program.message(name).expect("the program has the batch's messages");
        let kind = FrameKind::Message(message);
        let layout = program.layout(kind);
        let mut buffer = [0; FRAME_BYTES_MAX];
        let values = event.values.iter().map(field_value);
        let values: Vec<FieldValue<'_>> =
            std::iter::once(FieldValue::Number(seq as i64)).chain(values).collect();
        let frame = layout.write(seq as u32, &values, &mut buffer).expect("the values fit");
        let verdict = executor.execute(frame);
        let mut line = verdict.reason.map_or("accept", |reason| reason.text()).to_owned();
        if let Body::Statements(..) = batch.messages[event.message].body {
            line += &dump(batch, executor);
        }
        lines.push(line);
    }
    let values = results(batch, executor);
    for (seq, event) in batch.events.iter().enumerate() {
        let is_value = matches!(batch.messages[event.message].body, Body::Value(..));
        if is_value && lines[seq] == "accept" {
            lines[seq] = values.get(&seq).cloned().unwrap_or_else(|| "no row".to_owned());
        }
    }
    lines
}

/// The values in the result table, by `seq`.
fn results(batch: &Batch, executor: &dyn Executor) -> HashMap<usize, String> {
    let tables = batch.all_tables();
    let table = tables.iter().find(|table| table.name == RESULT);
    let columns = &table.expect("a batch has a result table").columns;
    let mut found = HashMap::new();
    executor.visit_rows(table_id(executor.program(), RESULT), &mut |row| {
        let Cell::Number(seq) = row[0] else { panic!("seq is a number") };
        let event = &batch.events[seq as usize];
        let Body::Value(_, column) = &batch.messages[event.message].body else { return };
        let at = columns.iter().position(|other| other.name == column.name);
        let value = cell_value(row[at.expect("the result table has the column")]);
        let text = match value {
            Value::Null => "null".to_owned(),
            value => format!("={}", value.plain(column.ty)),
        };
        found.insert(seq as usize, text);
    });
    found
}

/// Every row of every table of the batch.
fn dump(batch: &Batch, executor: &dyn Executor) -> String {
    let mut text = String::new();
    for table in &batch.tables {
        executor.visit_rows(table_id(executor.program(), &table.name), &mut |row| {
            let row: Vec<Value> = row.iter().copied().map(cell_value).collect();
            text += &format!(";{}", Batch::dump_line(table, &row));
        });
    }
    text
}

fn table_id(program: &Program, name: &str) -> TableId {
    program.table(name).expect("the program has the batch's tables")
}

fn cell_value(cell: Cell<'_>) -> Value {
    match cell {
        Cell::Null => Value::Null,
        Cell::Number(held) => Value::Number(held),
        Cell::Text(text) => Value::Text(text.to_owned()),
        Cell::Sum(..) | Cell::Levels(_) | Cell::Texts(_) => {
            panic!("a declared table has an aggregated cell")
        }
    }
}

fn field_value(value: &Value) -> FieldValue<'_> {
    match value {
        Value::Null => FieldValue::Null,
        Value::Number(held) => FieldValue::Number(*held),
        Value::Text(text) => FieldValue::Text(text.as_bytes()),
    }
}
