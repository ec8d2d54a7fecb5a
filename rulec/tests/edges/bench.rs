// SPDX-License-Identifier: Apache-2.0

//! A rule file with windows and groups, on both executors and on the oracle.

use crate::oracle::{Ask, Bounds, Found, Oracle, Row, Write};
use engine::executor::{Cell, Executor, digest};
use engine::frame::FieldValue;
use engine::machine::FRAME_BYTES_MAX;
use engine::program::{FrameKind, Program};
use engine::reference::Reference;
use engine::schema::{MessageId, TableId};
use engine::twin::Twin;
use engine::verdict::{Reason, Verdict};
use rulec::diagnostic::Severity;
use std::sync::Arc;

/// The declarations without the bounds, and the messages that write.
const RULES: &str = include_str!("edges.rules");
/// The messages that ask, with their fields and conditions.
const QUESTIONS: [(&str, &str, &str); 6] = [
    ("later", "account_id int8, bound int8", "account_id = m.account_id and ts > m.bound"),
    ("since", "account_id int8, bound int8", "account_id = m.account_id and ts >= m.bound"),
    ("later_of_all", "bound int8", "m.bound < ts"),
    ("since_of_all", "bound int8", "m.bound <= ts"),
    ("of_group", "account_id int8, least int8", "account_id = m.account_id and amount >= m.least"),
    (
        "of_live",
        "account_id int8, least int8",
        "account_id = m.account_id and live > 0 and amount >= m.least",
    ),
];
const TRADE: TableId = TableId(0);
const HELD: TableId = TableId(1);
const ANSWER: TableId = TableId(2);

/// A message or a row of a file.
#[derive(Clone, Debug)]
pub enum Event {
    /// One statement.
    Do(Write),
    /// Two statements of one message: a delete and an insert.
    Replace { gone: i64, row: Row },
    /// Two inserts.
    Both(Row, Row),
    /// Two updates: of the account of a row, and of the time of a row.
    Pair { first: i64, account: Option<i64>, second: i64, ts: Option<i64> },
    /// The effect of a reject: an insert.
    Effect(Row),
    /// A row that is loaded.
    Load(Row),
    /// A question, as a statement that stores the answer.
    Ask(Ask),
    /// A question about the count and the sum, as a rule that compares them with these.
    Judge(Ask, i64, i64),
}

/// Both executors and the oracle.
pub struct Bench {
    program: Arc<Program>,
    reference: Reference,
    twin: Twin,
    pub oracle: Oracle,
}

/// What an event must lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// An accept.
    Accept,
    /// An accept with an answer.
    Found(Found),
    /// A reject for one of these reasons; by a rule or not.
    Reject { reasons: Vec<Reason>, by_rule: bool },
    /// A reject by the rule, and one of these reasons why its effect was not done.
    Effect { reasons: Vec<Reason> },
}

impl Bench {
    pub fn new(bounds: Bounds) -> Bench {
        Bench::of(bounds, Bench::program(bounds))
    }

    /// The compiled rule file with these bounds.
    pub fn program(bounds: Bounds) -> Program {
        let names = ["{rows}", "{window}", "{window_of_all}", "{group}", "{live}"];
        let Bounds { rows, window, window_of_all, group, live } = bounds;
        let values = [rows, window, window_of_all, group, live];
        let mut text = names
            .iter()
            .zip(values)
            .fold(RULES.to_owned(), |text, (name, value)| text.replace(name, &value.to_string()));
        QUESTIONS.iter().for_each(|question| text.push_str(&question_text(*question)));
        let (program, diagnostics) = rulec::compile(&text);
        let error = diagnostics.iter().find(|found| found.severity == Severity::Error);
        let shown = || error.map(|error| error.render("edges.rules", &text, false));
        program.unwrap_or_else(|| panic!("{}", shown().unwrap_or_default()))
    }

    /// The executors of a program and the oracle of these bounds.
    pub fn of(bounds: Bounds, program: Program) -> Bench {
        let program = Arc::new(program);
        let mut bench = Bench {
            reference: Reference::new(Arc::clone(&program)).expect("a valid program"),
            twin: Twin::new(Arc::clone(&program)).expect("a valid program"),
            oracle: Oracle::new(bounds),
            program,
        };
        let none = [Some(0), None, None, None, None];
        let frame = bench.frame(FrameKind::Row(ANSWER), &none);
        bench.executors().for_each(|executor| assert!(executor.load(&frame).is_accept()));
        bench
    }

    fn executors(&mut self) -> impl Iterator<Item = &mut dyn Executor> {
        [&mut self.reference as &mut dyn Executor, &mut self.twin].into_iter()
    }

    fn frame(&self, kind: FrameKind, fields: &[Option<i64>]) -> Vec<u8> {
        let number = |field: &Option<i64>| field.map_or(FieldValue::Null, FieldValue::Number);
        let values: Vec<FieldValue<'_>> = fields.iter().map(number).collect();
        let layout = self.program.layout(kind);
        let mut buffer = [0; FRAME_BYTES_MAX];
        layout.write(0, &values, &mut buffer).expect("the values fit").to_vec()
    }

    fn message(&self, name: &str, fields: &[Option<i64>]) -> Vec<u8> {
        let mut messages = self.program.messages.iter();
        let id = messages.position(|message| message.name == name).expect("a message of the file");
        self.frame(FrameKind::Message(MessageId(id as u16)), fields)
    }

    fn frame_of(&self, event: &Event) -> Vec<u8> {
        let whole = |row: &Row| {
            let Row { id, account, amount, ts, live } = *row;
            [Some(id), account, Some(amount), ts, Some(live)]
        };
        match event {
            Event::Load(row) => self.frame(FrameKind::Row(HELD), &whole(row)),
            Event::Do(Write::Put(row)) => self.message("put", &whole(row)),
            Event::Do(Write::Merge(row)) => self.message("merge", &whole(row)),
            Event::Do(Write::Remove { id }) => self.message("remove", &[Some(*id)]),
            Event::Do(Write::Move { id, account }) => self.message("move", &[Some(*id), *account]),
            Event::Do(Write::Retime { id, ts }) => self.message("retime", &[Some(*id), *ts]),
            Event::Do(Write::Amend { id, amount, live }) => {
                self.message("amend", &[Some(*id), Some(*amount), Some(*live)])
            }
            Event::Effect(row) => self.message("refused", &whole(row)),
            Event::Replace { gone, row } => {
                let fields: Vec<Option<i64>> =
                    [Some(*gone)].into_iter().chain(whole(row)).collect();
                self.message("replace", &fields)
            }
            Event::Both(first, second) => {
                self.message("both", &[whole(first), whole(second)].concat())
            }
            Event::Pair { first, account, second, ts } => {
                self.message("pair", &[Some(*first), *account, Some(*second), *ts])
            }
            Event::Ask(ask) => self.ask(*ask, &[]),
            Event::Judge(ask, rows, total) => self.ask(*ask, &[Some(*rows), Some(*total)]),
        }
    }

    /// The frame of a question; with what is expected if a rule asks.
    fn ask(&self, ask: Ask, expected: &[Option<i64>]) -> Vec<u8> {
        let (name, fields) = match ask {
            Ask::Window { account, bound, inclusive: false } => ("later", vec![account, bound]),
            Ask::Window { account, bound, inclusive: true } => ("since", vec![account, bound]),
            Ask::WindowOfAll { bound, inclusive: false } => ("later_of_all", vec![bound]),
            Ask::WindowOfAll { bound, inclusive: true } => ("since_of_all", vec![bound]),
            Ask::Group { account, least } => ("of_group", vec![account, Some(least)]),
            Ask::Live { account, least } => ("of_live", vec![account, Some(least)]),
        };
        let name = if expected.is_empty() { name.to_owned() } else { format!("judge_{name}") };
        self.message(&name, &[&fields, expected].concat())
    }

    /// What the oracle expects of an event, which it carries out.
    pub fn expected(&mut self, event: &Event) -> Expected {
        let writes = match event {
            Event::Do(write) => vec![*write],
            Event::Replace { gone, row } => vec![Write::Remove { id: *gone }, Write::Put(*row)],
            Event::Both(first, second) => vec![Write::Put(*first), Write::Put(*second)],
            Event::Pair { first, account, second, ts } => vec![
                Write::Move { id: *first, account: *account },
                Write::Retime { id: *second, ts: *ts },
            ],
            Event::Load(row) => vec![Write::Put(*row)],
            Event::Effect(row) => {
                let reasons = self.oracle.message(&[Write::Put(*row)]).err().unwrap_or_default();
                return Expected::Effect { reasons };
            }
            Event::Ask(ask) => {
                let (found, is_whole) = self.oracle.ask(*ask);
                let refused =
                    Expected::Reject { reasons: vec![Reason::WindowFull], by_rule: false };
                return if is_whole { Expected::Found(found) } else { refused };
            }
            Event::Judge(ask, rows, total) => {
                let ((found, sum, ..), is_whole) = self.oracle.ask(*ask);
                // A rule that is FALSE of the rows that are kept is so first.
                let is_true = (found, sum.unwrap_or(0)) == (*rows, *total);
                let reasons = match (is_true, is_whole) {
                    (true, true) => return Expected::Accept,
                    (true, false) => vec![Reason::WindowFull],
                    (false, _) => vec![Reason::False],
                };
                return Expected::Reject { reasons, by_rule: true };
            }
        };
        match self.oracle.message(&writes) {
            Ok(()) => Expected::Accept,
            Err(reasons) => Expected::Reject { reasons, by_rule: false },
        }
    }

    /// Runs an event on both executors and the oracle.
    ///
    /// # Errors
    /// The answers, if they differ.
    pub fn run(&mut self, event: &Event) -> Result<Expected, String> {
        let expected = self.expected(event);
        let frame = self.frame_of(event);
        let is_load = matches!(event, Event::Load(_));
        let mut second = frame.clone();
        second[2] = self.program.transaction_index(FrameKind::Row(TRADE)) as u8;
        let mut found = Vec::new();
        for executor in self.executors() {
            let verdict = if is_load { executor.load(&frame) } else { executor.execute(&frame) };
            if is_load && verdict.is_accept() {
                assert!(executor.load(&second).is_accept(), "a window takes every row");
            }
            found.push((verdict, answer(executor)));
        }
        let is_met = is_met(&expected, &found[0].0, found[0].1);
        if !is_met || found[0] != found[1] {
            let [reference, twin] = [&found[0], &found[1]];
            return Err(format!(
                "{event:?}\nexpected  {expected:?}\nreference {reference:?}\ntwin      {twin:?}"
            ));
        }
        Ok(expected)
    }

    /// Compares the tables.
    ///
    /// # Errors
    /// The first one that differs.
    pub fn compare_tables(&mut self) -> Result<(), String> {
        let expected = self.oracle.rows();
        for executor in self.executors() {
            for table in [TRADE, HELD] {
                let found = rows(executor, table);
                if found != expected {
                    return Err(format!("rows\nexpected {expected:?}\nfound    {found:?}"));
                }
            }
        }
        for (index, table) in self.program.tables.iter().enumerate() {
            let id = TableId(index as u16);
            if digest(&self.reference, id) != digest(&self.twin, id) {
                return Err(format!("the digests of {} differ", table.name));
            }
        }
        Ok(())
    }
}

/// The messages of a question: one whose statement stores the answer, and one with a rule.
fn question_text((name, fields, condition): (&str, &str, &str)) -> String {
    let table = if name.starts_with("of_") { "held" } else { "trade" };
    let of = |message: &str, value: &str| {
        let condition = condition.replace("m.", &format!("{message}."));
        format!("(select {value} from {table} where {condition})")
    };
    let calls = [
        ("found", "count(*)"),
        ("total", "sum(amount)"),
        ("least", "min(amount)"),
        ("latest", "max(ts)"),
    ];
    let set = calls.map(|(column, call)| format!("{column} = {}", of(name, call))).join(", ");
    let judge = format!("judge_{name}");
    let (count, sum) = (of(&judge, "count(*)"), of(&judge, "sum(amount)"));
    format!(
        "create message {name} ({fields});
         on {name} (update answer set {set} where id = 0)
         create message {judge} ({fields}, expected int8 not null, expected_total int8 not null);
         rule {judge}_is_exact on {judge} (
             {count} = {judge}.expected and coalesce({sum}, 0) = {judge}.expected_total
         )\n"
    )
}

fn is_met(expected: &Expected, verdict: &Verdict, answer: Found) -> bool {
    let is_one = |reasons: &[Reason], reason: Option<Reason>| match reason {
        None => reasons.is_empty(),
        Some(reason) => reasons.contains(&reason),
    };
    match expected {
        Expected::Accept => *verdict == Verdict::ACCEPT,
        Expected::Found(found) => *verdict == Verdict::ACCEPT && answer == *found,
        Expected::Reject { reasons, by_rule } => {
            is_one(reasons, verdict.reason) && verdict.rule.is_some() == *by_rule
        }
        Expected::Effect { reasons } => {
            verdict.reason == Some(Reason::False) && is_one(reasons, verdict.effects)
        }
    }
}

fn number(cell: &Cell<'_>) -> Option<i64> {
    match cell {
        Cell::Null => None,
        Cell::Number(number) => Some(*number),
        Cell::Text(_) | Cell::Sum(..) | Cell::Levels(_) | Cell::Texts(_) => {
            panic!("the columns are numbers")
        }
    }
}

/// The answer that the last question stored.
fn answer(executor: &dyn Executor) -> Found {
    let mut found = (0, None, None, None);
    executor.visit_rows(ANSWER, &mut |row| {
        let [_, rows, total, least, latest] = row else { panic!("there are five columns") };
        found = (number(rows).unwrap_or(0), number(total), number(least), number(latest));
    });
    found
}

fn rows(executor: &dyn Executor, table: TableId) -> Vec<Row> {
    let mut rows = Vec::new();
    executor.visit_rows(table, &mut |row| {
        let [id, account, amount, ts, live] = row else { panic!("there are five columns") };
        let value = |cell| number(cell).expect("it is not nullable");
        let (id, amount, live) = (value(id), value(amount), value(live));
        rows.push(Row { id, account: number(account), amount, ts: number(ts), live });
    });
    rows
}
