// SPDX-License-Identifier: Apache-2.0

//! Helpers of the integration tests: programs made by hand and an executor that only stores rows.

#![allow(dead_code, reason = "every test uses some of it")]

pub mod rules;

use engine::executor::{Cell, Executor};
use engine::frame::{FieldValue, Layout};
use engine::program::{FrameKind, Program, RuleDef};
use engine::schema::{
    ColumnDef, ColumnId, ColumnKind, HiddenDef, MessageDef, MessageId, TableDef, TableId, Type,
};
use engine::takeover::TakeoverError;
use engine::verdict::{Reason, Verdict};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A column; a `?` after its name makes it nullable.
pub fn column(name: &str, ty: Type) -> ColumnDef {
    ColumnDef {
        name: name.trim_end_matches('?').into(),
        ty,
        nullable: name.ends_with('?'),
        kind: ColumnKind::Data,
    }
}

pub fn columns(columns: &[(&str, Type)]) -> Vec<ColumnDef> {
    columns.iter().map(|(name, ty)| column(name, *ty)).collect()
}

pub fn table(name: &str, of: &[(&str, Type)], key: &[u16], rows_max: u32) -> TableDef {
    TableDef {
        name: name.into(),
        columns: columns(of),
        key: key.iter().map(|i| ColumnId(*i)).collect(),
        rows_max,
        hidden: None,
    }
}

fn message(name: &str, fields: &[(&str, Type)]) -> MessageDef {
    MessageDef { name: name.into(), fields: columns(fields) }
}

fn rule(name: &str, message: u16) -> RuleDef {
    RuleDef { name: name.into(), message: MessageId(message) }
}

fn program(tables: Vec<TableDef>, messages: Vec<MessageDef>, rules: Vec<RuleDef>) -> Program {
    Program {
        tables,
        messages,
        rules,
        strings: Vec::new(),
        constants: Vec::new(),
        transactions: Vec::new(),
    }
}

/// A program with a table of every type, a small table, a hidden table, and two messages that share
/// field names.
pub fn small_program() -> Program {
    let price = Type::Decimal { precision: 8, scale: 2 };
    let mut hidden =
        table("t$sum", &[("name", Type::Char(4)), ("total", price), ("low", price)], &[0], 10);
    hidden.columns[1].kind = ColumnKind::Sum;
    hidden.columns[2].kind = ColumnKind::Min;
    hidden.hidden = Some(HiddenDef {
        base: TableId(0),
        definition: "sum(price), min(price) of t by name".into(),
    });
    program(
        vec![
            table(
                "t",
                &[
                    ("id", Type::Int4),
                    ("name", Type::Char(4)),
                    ("price?", price),
                    ("open?", Type::Boolean),
                    ("ts?", Type::Timestamp),
                    ("note?", Type::Char(16)),
                ],
                &[0],
                3,
            ),
            table("other", &[("k", Type::Int2)], &[0], 10),
            hidden,
        ],
        vec![
            message("bid", &[("id", Type::Int4), ("price", price), ("ts", Type::Timestamp)]),
            message("drop", &[("id", Type::Int4), ("why?", Type::Char(8))]),
        ],
        vec![rule("cheap", 0), rule("known", 1)],
    )
}

/// The tables, messages and rules of broker.rules, without instructions.
pub fn broker_program() -> Program {
    use Type::{Char, Int2, Int4, Int8};
    program(
        vec![
            table(
                "account_info",
                &[("account_id", Int4), ("available_balance", Int8), ("total_balance", Int8)],
                &[0],
                32,
            ),
            table(
                "account_ticket_info",
                &[
                    ("account_id", Int4),
                    ("ticket_id", Char(16)),
                    ("avail_quantity", Int4),
                    ("total_quantity", Int4),
                    ("avg_price", Int8),
                ],
                &[0, 1],
                65_536,
            ),
            table("ticket_info", &[("ticket_id", Char(16)), ("position_max", Int4)], &[0], 4096),
            table(
                "order_log",
                &[
                    ("order_id", Int8),
                    ("account_id", Int4),
                    ("ticket_id", Char(16)),
                    ("direction", Int2),
                    ("price", Int8),
                    ("quantity", Int4),
                    ("remaining", Int4),
                    ("status", Int2),
                    ("ts", Int8),
                ],
                &[0],
                1_048_576,
            ),
        ],
        vec![
            message(
                "trade_order",
                &[
                    ("order_id", Int8),
                    ("account_id", Int4),
                    ("ticket_id", Char(16)),
                    ("direction", Int4),
                    ("price", Int8),
                    ("quantity", Int4),
                    ("ts", Int8),
                ],
            ),
            message(
                "fill",
                &[("order_id", Int8), ("price", Int8), ("quantity", Int4), ("ts", Int8)],
            ),
            message("exchange_reject", &[("order_id", Int8), ("ts", Int8)]),
            message("cancel", &[("order_id", Int8), ("quantity", Int4), ("ts", Int8)]),
        ],
        Vec::new(),
    )
}

/// A cell that owns its text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Held {
    Null,
    Number(i64),
    Text(String),
}

impl Held {
    fn of(value: FieldValue<'_>) -> Held {
        match value {
            FieldValue::Null => Held::Null,
            FieldValue::Number(number) => Held::Number(number),
            FieldValue::Text(text) => Held::Text(String::from_utf8_lossy(text).into_owned()),
        }
    }

    pub fn number(&self) -> i64 {
        match self {
            Held::Number(number) => *number,
            other => panic!("{other:?} is no number"),
        }
    }

    pub fn text(&self) -> &str {
        match self {
            Held::Text(text) => text,
            other => panic!("{other:?} is no text"),
        }
    }
}

/// An executor that stores the rows loaded into it and accepts every message with a valid frame.
pub struct Shelf {
    pub program: Program,
    pub tables: Vec<BTreeMap<Vec<Held>, Vec<Held>>>,
}

impl Shelf {
    pub fn new(program: Program) -> Shelf {
        let tables = vec![BTreeMap::new(); program.tables.len()];
        Shelf { program, tables }
    }

    pub fn rows(&self, table: &str) -> Vec<&Vec<Held>> {
        let id = self.program.table(table).expect("the table is declared");
        self.tables[usize::from(id.0)].values().collect()
    }

    fn read(&self, kind: FrameKind, frame: &[u8]) -> Option<Vec<Held>> {
        let layout =
            Layout::new(self.program.transaction_index(kind) as u8, self.program.fields(kind));
        layout.check_header(frame).ok()?;
        let fields = (0..layout.field_count()).map(|i| layout.read(frame, i).ok().map(Held::of));
        fields.collect()
    }
}

impl Executor for Shelf {
    fn program(&self) -> &Program {
        &self.program
    }

    fn execute(&mut self, frame: &[u8]) -> Verdict {
        let kind = engine::frame::kind(frame).unwrap_or(u8::MAX);
        let kind = FrameKind::Message(MessageId(kind.into()));
        match self.read(kind, frame) {
            Some(_) => Verdict::ACCEPT,
            None => Verdict::refused(Reason::Malformed),
        }
    }

    fn load(&mut self, frame: &[u8]) -> Verdict {
        let kind = usize::from(engine::frame::kind(frame).expect("it has a header"));
        let index = kind - self.program.messages.len();
        let Some(row) = self.read(FrameKind::Row(TableId(index as u16)), frame) else {
            return Verdict::refused(Reason::Malformed);
        };
        let table = &self.program.tables[index];
        let key: Vec<Held> = table.key.iter().map(|c| row[usize::from(c.0)].clone()).collect();
        if self.tables[index].contains_key(&key) {
            return Verdict::refused(Reason::DuplicateKey);
        }
        if self.tables[index].len() == table.rows_max as usize {
            return Verdict::refused(Reason::TableFull);
        }
        self.tables[index].insert(key, row);
        Verdict::ACCEPT
    }

    fn swap(&mut self, program: Arc<Program>) -> Result<(), TakeoverError> {
        engine::takeover::check(&self.program, &program)?;
        self.program = Arc::unwrap_or_clone(program);
        Ok(())
    }

    fn visit_rows(&self, table: TableId, visit: &mut dyn FnMut(&[Cell<'_>])) {
        let def = &self.program.tables[usize::from(table.0)];
        if def.hidden.is_some() {
            visit(&[Cell::Text("a,b"), Cell::Sum(3, 325), Cell::Levels(&[(100, 2), (125, 1)])]);
            return;
        }
        for row in self.tables[usize::from(table.0)].values() {
            let cells: Vec<Cell<'_>> = row
                .iter()
                .map(|held| match held {
                    Held::Null => Cell::Null,
                    Held::Number(number) => Cell::Number(*number),
                    Held::Text(text) => Cell::Text(text),
                })
                .collect();
            visit(&cells);
        }
    }
}
