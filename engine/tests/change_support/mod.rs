// SPDX-License-Identifier: Apache-2.0

//! An executor whose definitions change while messages come, for the tests of changes.

#![allow(dead_code, reason = "every test file uses a part of it")]

use engine::change::{Change, Filling, Plan, Refusal, Rows, Step};
use engine::executor::Cell;
use engine::frame::FieldValue;
use engine::machine::FRAME_BYTES_MAX;
use engine::program::{FrameKind, Program};
use engine::reference::Reference;
use engine::schema::TableId;
use engine::twin::Twin;
use engine::verdict::Verdict;

pub fn change(rules: &str) -> Change {
    let (compiled, diagnostics) = rulec::compile_change(rules);
    let compiled =
        compiled.unwrap_or_else(|| panic!("{}", diagnostics[0].render("new.rules", rules, false)));
    let filler = compiled.filler.expect("it was asked for");
    Change::new(compiled.programs[0].clone(), filler).expect("it is its filler")
}

/// An executor with a change that is being prepared.
pub struct Desk<E: Rows> {
    pub running: E,
    pub filling: Option<Filling<E>>,
}

impl<E: Rows> Desk<E> {
    pub fn new(running: E) -> Desk<E> {
        Desk { running, filling: None }
    }

    /// Sends a message whose fields are numbers.
    pub fn send<const N: usize>(&mut self, message: &str, values: [i64; N]) -> Verdict {
        self.send_values(message, &values.map(FieldValue::Number))
    }

    pub fn send_values(&mut self, message: &str, values: &[FieldValue<'_>]) -> Verdict {
        let program = self.running.program();
        let kind = FrameKind::Message(program.message(message).expect("there is such a message"));
        let layout = program.layout(kind);
        let mut buffer = [0; FRAME_BYTES_MAX];
        let frame = layout.write(1, values, &mut buffer).expect("the values fit");
        let verdict = self.running.execute(frame);
        self.filling.iter_mut().for_each(|filling| filling.follow(&mut self.running));
        verdict
    }

    pub fn begin(&mut self, change: &Change) {
        let plan = Plan::new(self.running.program(), change.program()).expect("nothing is lost");
        let mut filling = Filling::new(plan, change).expect("it is sound");
        filling.begin(&mut self.running);
        self.filling = Some(filling);
    }

    pub fn step(&mut self) -> Step {
        self.filling.as_mut().map_or(Step::Done, |filling| filling.step(&self.running))
    }

    /// Makes the steps that are left. Returns what the last one did.
    pub fn steps(&mut self) -> Step {
        loop {
            match self.step() {
                Step::Copied => {}
                end => return end,
            }
        }
    }

    pub fn finish(&mut self) -> Result<(), Refusal> {
        let filling = self.filling.take().expect("a change is being prepared");
        filling.finish(&mut self.running).map(drop)
    }

    pub fn rows(&self, table: &str) -> Vec<String> {
        let table = self.running.program().table(table).expect("there is such a table");
        let mut rows = Vec::new();
        self.running.visit_rows(table, &mut |row| rows.push(row_text(row)));
        rows
    }
}

pub fn row_text(row: &[Cell<'_>]) -> String {
    let cell = |cell: &Cell<'_>| match *cell {
        Cell::Null => "-".to_owned(),
        Cell::Number(number) => number.to_string(),
        Cell::Text(text) => text.to_owned(),
        Cell::Sum(count, sum) => format!("{sum}/{count}"),
        Cell::Levels(levels) => format!("{levels:?}"),
        Cell::Texts(texts) => format!("{texts:?}"),
    };
    row.iter().map(cell).collect::<Vec<String>>().join(" ")
}

/// An executor of the same kind that has loaded the rows of another one, by time and then by key.
pub fn fresh<E: Rows>(change: &Change, from: &E, make: fn(Program) -> E) -> Desk<E> {
    let program: &Program = change.program();
    let mut fresh = make(program.clone());
    for (id, table) in (0..).map(TableId).zip(program.declared_tables()) {
        if table.is_derived() {
            continue;
        }
        let mut rows: Vec<Vec<Option<i64>>> = Vec::new();
        from.visit_rows(id, &mut |row| {
            let number = |cell: &Cell<'_>| match *cell {
                Cell::Number(number) => Some(number),
                _ => None,
            };
            rows.push(row.iter().map(number).collect());
        });
        if let Some(time) = program.window_time(id) {
            rows.sort_by_key(|row| row[usize::from(time.0)]);
        }
        let kind = FrameKind::Row(id);
        let layout = program.layout(kind);
        for row in rows {
            let values: Vec<FieldValue<'_>> =
                row.iter().map(|cell| cell.map_or(FieldValue::Null, FieldValue::Number)).collect();
            let mut buffer = [0; FRAME_BYTES_MAX];
            let frame = layout.write(1, &values, &mut buffer).expect("the values fit");
            assert!(fresh.load(frame).is_accept());
        }
    }
    Desk::new(fresh)
}

pub fn twin(program: Program) -> Twin {
    Twin::new(program).expect("it is sound")
}

pub fn reference(program: Program) -> Reference {
    Reference::new(program).expect("it is sound")
}

/// Defines a test for both executors.
macro_rules! on_both {
    ($($(#[$attribute:meta])* $name:ident)*) => {
        mod on_twin {
            use crate::change_support::twin;
            $($(#[$attribute])* #[test] fn $name() { super::$name(twin); })*
        }
        mod on_reference {
            use crate::change_support::reference;
            $($(#[$attribute])* #[test] fn $name() { super::$name(reference); })*
        }
    };
}

pub const FILLS: &str = "
    create table fill_log (id int primary key, account int not null, ts int8 not null,
                           quantity int not null) with (rows = 200 LISTS);
    create message fill (id int not null, account int not null, ts int8 not null,
                         quantity int not null);
    create message amend (id int not null, quantity int not null);
    create message again (id int not null, ts int8 not null);
    create message bust (id int not null);
    create message ask (account int not null, ts int8 not null);
    on fill (insert into fill_log values (fill.id, fill.account, fill.ts, fill.quantity));
    on amend (update fill_log set quantity = amend.quantity where id = amend.id);
    on again (update fill_log set ts = again.ts where id = again.id);
    on bust (delete from fill_log where id = bust.id);
";

pub fn fills(lists: &str, rules: &str) -> String {
    FILLS.replace(" LISTS", lists) + rules
}
