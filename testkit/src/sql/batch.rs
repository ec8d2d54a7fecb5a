// SPDX-License-Identifier: Apache-2.0

//! A batch of cases: one schema, several messages, several events for each message.

use super::construct::{Construct, Constructs};
use super::function::Function;
use super::functions::functions;
use super::schema::{Column, Table, cell, fields, tables};
use super::scope::Maker;
use super::tree::{Expr, Junction, Statement};
use super::types::{Kind, Ty, Value};
use super::write::Dialect;
use crate::rng::Rng;
use std::fmt::Write;

/// The table into which a message writes the value of its expression.
pub const RESULT: &str = "result";

/// Rows that a table can hold; no case fills one.
const ROWS_MAX: usize = 256;

/// Tables, messages and events.
#[derive(Clone, Debug)]
pub struct Batch {
    /// The tables with their rows.
    pub tables: Vec<Table>,
    /// The fields of every message, after `seq`.
    pub fields: Vec<Column>,
    /// The parameters: names, values as literals, and kinds.
    pub parameters: Vec<(String, String, Kind)>,
    /// The functions.
    pub functions: Vec<Function>,
    /// The messages.
    pub messages: Vec<Message>,
    /// The events in order. `seq` of an event is its index.
    pub events: Vec<Event>,
}

/// A message, which tests one thing.
#[derive(Clone, Debug)]
pub struct Message {
    /// Its name.
    pub name: String,
    /// What it tests.
    pub body: Body,
    /// The constructs in it.
    pub used: Constructs,
}

/// What a message tests.
#[derive(Clone, Debug)]
pub enum Body {
    /// The value of an expression, which goes into that column of the result table.
    Value(Expr, Column),
    /// The verdict of a rule: condition and guard.
    Rule(Expr, Option<Expr>),
    /// The effect of statements, under a guard.
    Statements(Option<Expr>, Vec<Statement>),
}

/// An event: a message with the values of its fields, without `seq`.
#[derive(Clone, Debug)]
pub struct Event {
    /// The message.
    pub message: usize,
    /// The values.
    pub values: Vec<Value>,
}

impl Batch {
    /// The columns of the result table after `seq`.
    pub fn result_columns() -> Vec<Column> {
        let decimal = |scale| Ty::Dec { digits: 18, scale };
        let types = [
            Ty::Bool,
            Ty::Int8,
            decimal(0),
            decimal(2),
            decimal(4),
            decimal(6),
            Ty::Char(16),
            Ty::Time,
        ];
        let names = ["vb", "vi", "vd0", "vd2", "vd4", "vd6", "vc", "vt"];
        let column = |(name, ty): (&str, Ty)| Column::new(name, ty, true);
        names.into_iter().zip(types).map(column).collect()
    }

    /// Returns a random batch of the constructs in `served`, with that many messages, and that many
    /// events for each.
    pub fn random(messages: usize, events: usize, served: Constructs, rng: &mut Rng) -> Batch {
        let tables = tables(served, rng);
        let fields = fields(served, rng);
        let functions = functions(&tables, served, rng);
        let integer = *rng.pick(&["3", "-1", "0", "32768"]);
        let decimal = *rng.pick(&["1.25", "-0.50", "0.00"]);
        let parameters = vec![
            ("limit_i".to_owned(), integer.to_owned(), Kind::Int),
            ("limit_d".to_owned(), decimal.to_owned(), Kind::Dec(2)),
        ];
        let mut batch = Batch {
            tables,
            fields,
            parameters,
            functions,
            messages: Vec::new(),
            events: Vec::new(),
        };
        for index in 0..messages {
            let message = batch.message(format!("m{index}"), served, rng);
            batch.messages.push(message);
        }
        for _ in 0..events {
            for message in 0..messages {
                let values = batch.fields.iter().map(|field| cell(field, 11, rng)).collect();
                batch.events.push(Event { message, values });
            }
        }
        batch
    }

    fn message(&self, name: String, served: Constructs, rng: &mut Rng) -> Message {
        let mut maker = Maker {
            rng,
            tables: &self.tables,
            message: Some((&name, &self.fields)),
            parameters: Vec::new(),
            constants: &self.parameters,
            functions: &self.functions,
            rows: Vec::new(),
            row_alone: false,
            queries: 3,
            served,
            used: Constructs::default(),
        };
        let body = match maker.rng.weighted(&[45, 20, 35]) {
            0 => maker.value_body(),
            1 => maker.rule_body(),
            _ => {
                let guard = maker.choose(Construct::Guard, 20).then(|| maker.condition(1));
                Body::Statements(guard, maker.statements())
            }
        };
        let used = maker.used;
        Message { name, body, used }
    }

    /// A batch with those messages only.
    pub fn with_messages(&self, mut keep: impl FnMut(usize) -> bool) -> Batch {
        let mut batch = self.clone();
        batch.messages.clear();
        let mut moved = vec![None; self.messages.len()];
        for (index, message) in self.messages.iter().enumerate() {
            if !keep(index) {
                continue;
            }
            moved[index] = Some(batch.messages.len());
            batch.messages.push(message.clone());
        }
        batch.events.clear();
        for event in &self.events {
            if let Some(message) = moved[event.message] {
                batch.events.push(Event { message, values: event.values.clone() });
            }
        }
        batch
    }

    /// The tables of the rule file: those of the batch, then the result table.
    pub fn all_tables(&self) -> Vec<Table> {
        let seq = Column::new("seq", Ty::Int8, false);
        let columns = std::iter::once(seq).chain(Batch::result_columns()).collect();
        let result =
            Table { name: RESULT.to_owned(), columns, key: 1, rows: Vec::new(), window: None };
        self.tables.iter().cloned().chain([result]).collect()
    }

    /// The fields of the messages, `seq` included.
    pub fn all_fields(&self) -> Vec<Column> {
        let seq = Column::new("seq", Ty::Int8, false);
        std::iter::once(seq).chain(self.fields.iter().cloned()).collect()
    }

    /// The rule file.
    pub fn rules(&self) -> String {
        let mut text = String::new();
        for table in self.all_tables() {
            let _ = write!(text, "create table {} (\n{}", table.name, declared(&table.columns));
            let key = table.key_names().join(", ");
            let window = table.window.map_or(String::new(), |(group, time)| {
                let [group, time] = [group, time].map(|column| &table.columns[column].name);
                format!(", window ({group} by {time}) = {ROWS_MAX}")
            });
            let _ = writeln!(text, "    primary key ({key})\n) with (rows = {ROWS_MAX}{window});");
        }
        for (name, value, kind) in &self.parameters {
            let ty = if matches!(kind, Kind::Dec(_)) { "decimal(6,2)" } else { "int8" };
            let _ = writeln!(text, "create parameter {name} {ty} = {value};");
        }
        for function in &self.functions {
            text += &function.text(Dialect::Rules);
        }
        for message in &self.messages {
            let fields = declared(&self.all_fields());
            let _ = writeln!(text, "create message {} (\n{fields});", message.name);
            text += &message.rules();
        }
        text
    }
}

fn declared(columns: &[Column]) -> String {
    let line = |column: &Column| {
        let not = if column.nullable { "" } else { " not null" };
        let default = column.default_text();
        format!("    {} {}{not}{default},\n", column.name, column.ty.name())
    };
    columns.iter().map(line).collect()
}

impl Message {
    /// Its rule or `on` block.
    pub fn rules(&self) -> String {
        let (name, write) = (&self.name, Dialect::Rules);
        match &self.body {
            Body::Value(value, column) => format!(
                "on {name} (\n    insert into {RESULT} (seq, {}) values ({name}.seq, {})\n);\n",
                column.name,
                write.expr(value)
            ),
            Body::Rule(condition, guard) => {
                let guard = guard.as_ref();
                let guard =
                    guard.map_or(String::new(), |g| format!("\n    where {}", write.expr(g)));
                format!("rule rule_{name} (\n    {}{guard}\n);\n", write.expr(condition))
            }
            Body::Statements(guard, statements) => {
                let guard = guard.as_ref();
                let guard = guard.map_or(String::new(), |g| format!(" where {}", write.expr(g)));
                let list: Vec<String> =
                    statements.iter().map(|s| format!("    {}", write.statement(s))).collect();
                format!("on {name}{guard} (\n{}\n);\n", list.join(";\n"))
            }
        }
    }
}

impl Maker<'_> {
    fn value_body(&mut self) -> Body {
        let depth = self.rng.between(1, 3);
        let has_time = self.name(&|ty| ty == Ty::Time).is_some();
        let kinds = [Kind::Int, Kind::Dec(0), Kind::Bool, Kind::Char, Kind::Time];
        let kind = kinds[self.rng.weighted(&[42, 28, 16, 8, 4 * usize::from(has_time)])];
        let value = self.of_kind(kind, depth);
        let names = match value.kind() {
            Kind::Bool => vec!["vb"],
            Kind::Int => vec!["vi", "vi", "vi", "vd2"],
            Kind::Dec(_) => vec!["vd0", "vd2", "vd4", "vd6"],
            Kind::Char => vec!["vc"],
            Kind::Time => vec!["vt"],
        };
        let name = *self.rng.pick(&names);
        let column = Batch::result_columns().into_iter().find(|column| column.name == name);
        Body::Value(value, column.expect("the result table has the column"))
    }

    fn rule_body(&mut self) -> Body {
        self.note(Construct::Rule);
        let depth = self.rng.between(1, 3);
        let mut condition = self.condition(depth);
        let names_message = |part: &Expr| matches!(part, Expr::Field(..));
        if !condition.any(&names_message)
            && let Some((message, fields)) = self.message
        {
            // A rule belongs to the message that it names.
            let (field, ty) = (fields[0].name.clone(), fields[0].ty);
            let named = Expr::Field(message.to_owned(), field, ty);
            let known = Expr::Is("is not null", Box::new(named));
            condition = Expr::Logic(Junction::And, vec![condition, known]);
        }
        let guard = self.choose(Construct::Guard, 25).then(|| self.condition(1));
        Body::Rule(condition, guard)
    }
}
