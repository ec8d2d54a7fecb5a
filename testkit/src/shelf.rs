// SPDX-License-Identifier: Apache-2.0

//! An executor that only stores rows, for tests of what is loaded and dumped.

use engine::executor::{Cell, Executor};
use engine::frame::FieldValue;
use engine::modes::Modes;
use engine::program::{FrameKind, Program};
use engine::rule::{Mode, ModeError};
use engine::schema::{MessageId, RuleId, TableId};
use engine::takeover::TakeoverError;
use engine::verdict::{Reason, Verdict};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A cell that owns its text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Held {
    /// NULL.
    Null,
    /// A number, as the engine stores it.
    Number(i64),
    /// A text without the blanks at its end.
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

    /// The number.
    ///
    /// # Panics
    /// If the cell is not a number.
    pub fn number(&self) -> i64 {
        match self {
            Held::Number(number) => *number,
            other => panic!("{other:?} is not a number"),
        }
    }

    /// The text.
    ///
    /// # Panics
    /// If the cell is not a text.
    pub fn text(&self) -> &str {
        match self {
            Held::Text(text) => text,
            other => panic!("{other:?} is not a text"),
        }
    }
}

/// An executor that stores the rows loaded into it and accepts every message with a valid frame.
pub struct Shelf {
    /// The program.
    pub program: Program,
    /// The rows of every table, by key.
    pub tables: Vec<BTreeMap<Vec<Held>, Vec<Held>>>,
    /// The modes of the rules.
    pub modes: Modes,
}

impl Shelf {
    /// An executor without rows.
    pub fn new(program: Program) -> Shelf {
        let tables = vec![BTreeMap::new(); program.tables.len()];
        Shelf { modes: Modes::new(&program), program, tables }
    }

    /// The rows of a table in key order.
    ///
    /// # Panics
    /// If the program has no such table.
    pub fn rows(&self, table: &str) -> Vec<&Vec<Held>> {
        let id = self.program.table(table).expect("the table is declared");
        self.tables[usize::from(id.0)].values().collect()
    }

    fn read(&self, kind: FrameKind, frame: &[u8]) -> Option<Vec<Held>> {
        let layout = self.program.layout(kind);
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

    /// No program of these tests has a job.
    fn step(&mut self, _: &[u8]) -> Verdict {
        Verdict::refused(Reason::Malformed)
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

    fn mode(&self, rule: RuleId) -> Option<Mode> {
        self.modes.get(rule)
    }

    fn set_mode(&mut self, rule: RuleId, mode: Mode) -> Result<(), ModeError> {
        self.modes.set(rule, mode)
    }

    fn swap(&mut self, program: Arc<Program>) -> Result<(), TakeoverError> {
        engine::takeover::check(&self.program, &program)?;
        let mut modes = Modes::new(&program);
        modes.carry(&program, &self.modes, &self.program);
        self.modes = modes;
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
