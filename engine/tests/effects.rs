// SPDX-License-Identifier: Apache-2.0

//! The effects of a reject, on the reference interpreter and the twin.

use engine::calendar::Zone;
use engine::dictionary::DictionaryDef;
use engine::executor::{Cell, Executor};
use engine::frame::{FieldValue, Layout};
use engine::isa::{Chain, ChainOp, Opcode, Operand, Space};
use engine::machine::FRAME_BYTES_MAX;
use engine::program::{Entry, FrameKind, Program, Transaction};
use engine::reference::Reference;
use engine::rule::{Mode, RuleDef};
use engine::schema::{ColumnDef, ColumnId, ColumnKind, MessageDef, MessageId, RuleId, TableDef};
use engine::schema::{TableId, Type};
use engine::twin::Twin;
use engine::value::Value;
use engine::verdict::{Reason, Verdict};
use testkit::machine::Assembler;

const NONE: Operand = Operand::NONE;
const LOG: TableId = TableId(0);
/// The rules of an order: its quantity is at most 100, and it has a price.
const QUANTITY: RuleId = RuleId(0);
const PRICE: RuleId = RuleId(1);

fn column(name: &str, ty: Type, nullable: bool) -> ColumnDef {
    ColumnDef { name: name.into(), ty, nullable, kind: ColumnKind::Data }
}

/// An accepted order enters the log with its ticket. One that the rule about the quantity rejects
/// enters the log too, with twice its price; the price must fit 16 bits then.
fn program(rows_max: u32) -> Program {
    let fields = vec![
        column("id", Type::Int8, false),
        column("ticket", Type::Char(8), false),
        column("price", Type::Int8, true),
        column("quantity", Type::Int8, false),
    ];
    let log = vec![
        column("id", Type::Int8, false),
        column("ticket", Type::Char(8), true),
        column("price", Type::Int8, true),
    ];
    let transactions = vec![order(&fields), load(&log)];
    let rule = |name: &str| RuleDef::new(name, MessageId(0));
    Program {
        tables: vec![TableDef {
            name: "log".into(),
            columns: log,
            key: vec![ColumnId(0)],
            rows_max,
            hidden: None,
        }],
        messages: vec![MessageDef { name: "order".into(), fields }],
        rules: vec![rule("quantity"), rule("price")],
        strings: Vec::new(),
        dictionary: DictionaryDef::OF_HARDWARE,
        constants: [100, 0].map(Value::new).to_vec(),
        transactions,
        zone: Zone::UTC,
        jobs: Vec::new(),
    }
}

fn order(fields: &[ColumnDef]) -> Transaction {
    let [id, ticket, price, quantity] = [0, 1, 2, 3].map(Operand::slot);
    let [hundred, zero] = [0, 1].map(|index| Operand::new(Space::Constant, index));
    let mut a = Assembler::new(0, fields);
    let entry = a.entry(Entry::Rule(QUANTITY));
    a.issue(Opcode::Le, 0, [entry, quantity, hundred, NONE, NONE, NONE]);
    let entry = a.entry(Entry::Rule(PRICE));
    a.issue(Opcode::NotNull, 0, [entry, price, NONE, NONE, NONE, NONE]);
    let known = a.issue(Opcode::Lookup, 0, [NONE, id, NONE, NONE, NONE, NONE]);
    let entry = a.entry(Entry::Check(Reason::DuplicateKey));
    a.issue(Opcode::IsNull, 0, [entry, known, NONE, NONE, NONE, NONE]);
    let row = reserve(&mut a, NONE);
    a.verdict();
    insert(&mut a, row, [id, ticket, price], NONE);
    a.begin_effects();
    let named = a.issue(Opcode::Named, 0, [NONE, Operand::immediate(0), NONE, NONE, NONE, NONE]);
    let known = a.issue(Opcode::Lookup, 0, [NONE, id, NONE, NONE, NONE, NONE]);
    let entry = a.entry(Entry::Check(Reason::DuplicateKey));
    a.issue(Opcode::IsNull, 0, [entry, known, named, NONE, NONE, NONE]);
    let width = Operand::immediate(0);
    let twice = a.issue(Opcode::Add, 0, [NONE, price, price, NONE, NONE, width]);
    let entry = a.entry(Entry::Check(Reason::Overflow));
    a.issue(Opcode::Clean, 0, [entry, twice, named, NONE, NONE, NONE]);
    let row = reserve(&mut a, named);
    let positive = a.issue(Opcode::Lt, 0, [NONE, zero, quantity, NONE, NONE, NONE]);
    let and = Chain { ops: [Some(ChainOp::And), None, None], ..Chain::default() };
    let how = Operand::immediate(and.encode());
    let wanted = a.issue(Opcode::Chain, 0, [NONE, named, positive, NONE, NONE, how]);
    a.settle(wanted);
    insert(&mut a, row, [id, ticket, twice], wanted);
    a.finish()
}

fn load(fields: &[ColumnDef]) -> Transaction {
    let mut a = Assembler::new(1, fields);
    let row = reserve(&mut a, NONE);
    a.verdict();
    insert(&mut a, row, [0, 1, 2].map(Operand::slot), NONE);
    a.finish()
}

fn reserve(a: &mut Assembler, when: Operand) -> Operand {
    let entry = a.entry(Entry::Check(Reason::TableFull));
    a.issue(Opcode::Reserve, 0, [NONE, when, entry, NONE, NONE, NONE])
}

fn insert(a: &mut Assembler, row: Operand, [id, ticket, price]: [Operand; 3], when: Operand) {
    a.issue(Opcode::Insert, 0, [row, id, NONE, NONE, NONE, when]);
    for (column, value) in [(1, ticket), (2, price)] {
        a.issue(Opcode::Write, 0, [NONE, row, Operand::immediate(column), value, NONE, when]);
    }
}

/// Both executors, which must agree.
struct Pair {
    reference: Reference,
    twin: Twin,
    layout: Layout,
}

impl Pair {
    fn new(rows_max: u32) -> Pair {
        let program = program(rows_max);
        Pair {
            layout: program.layout(FrameKind::Message(MessageId(0))),
            reference: Reference::new(program.clone()).expect("the program is valid"),
            twin: Twin::new(program).expect("the program is valid"),
        }
    }

    fn order(&mut self, id: i64, ticket: &str, price: Option<i64>, quantity: i64) -> Verdict {
        let mut buffer = [0; FRAME_BYTES_MAX];
        let values = [
            FieldValue::Number(id),
            FieldValue::Text(ticket.as_bytes()),
            price.map_or(FieldValue::Null, FieldValue::Number),
            FieldValue::Number(quantity),
        ];
        let frame = self.layout.write(0, &values, &mut buffer).expect("the values fit");
        let verdict = self.reference.execute(frame);
        assert_eq!(self.twin.execute(frame), verdict);
        verdict
    }

    fn set_mode(&mut self, rule: RuleId, mode: Mode) {
        for executor in [&mut self.reference as &mut dyn Executor, &mut self.twin] {
            executor.set_mode(rule, mode).expect("there is such a rule");
        }
    }

    fn log(&self) -> Vec<String> {
        let [reference, twin] = [&self.reference as &dyn Executor, &self.twin].map(|executor| {
            let mut rows = Vec::new();
            executor.visit_rows(LOG, &mut |row| {
                let cells = row.iter().map(|cell| match cell {
                    Cell::Number(number) => number.to_string(),
                    Cell::Text(text) => (*text).to_owned(),
                    Cell::Null => "null".to_owned(),
                    Cell::Sum(..) | Cell::Levels(_) | Cell::Texts(_) => "aggregate".to_owned(),
                });
                rows.push(cells.collect::<Vec<_>>().join(" "));
            });
            rows
        });
        assert_eq!(reference, twin);
        reference
    }
}

fn rejected(rule: RuleId, failing: u128, effects: Option<Reason>) -> Verdict {
    Verdict { rule: Some(rule), failing, effects, ..Verdict::refused(Reason::False) }
}

#[test]
fn effects_belong_to_the_rule_that_the_verdict_names() {
    let mut pair = Pair::new(8);
    assert_eq!(pair.order(1, "A", Some(5), 100), Verdict::ACCEPT);
    assert_eq!(pair.order(2, "B", Some(5), 101), rejected(QUANTITY, 0b01, None));
    assert_eq!(pair.log(), ["1 A 5", "2 B 10"]);
    // Another rule is named, or no rule: nothing happens.
    assert_eq!(pair.order(3, "C", None, 1), rejected(PRICE, 0b10, None));
    assert_eq!(pair.order(3, "C", None, 101), rejected(QUANTITY, 0b11, None));
    assert_eq!(pair.order(1, "C", Some(1), 1), Verdict::refused(Reason::DuplicateKey));
    assert_eq!(pair.log(), ["1 A 5", "2 B 10", "3 C null"]);
}

#[test]
fn effects_that_fail_change_nothing_and_leave_the_verdict() {
    let mut pair = Pair::new(2);
    assert_eq!(pair.order(1, "A", Some(5), 1), Verdict::ACCEPT);
    let texts = pair.twin.string_count();
    for (id, price, reason) in [
        (1, 5, Reason::DuplicateKey),
        (2, 20_000, Reason::Overflow),
        (1, 20_000, Reason::DuplicateKey),
    ] {
        let verdict = pair.order(id, "NEW", Some(price), 101);
        assert_eq!(verdict, rejected(QUANTITY, 0b01, Some(reason)));
    }
    assert_eq!((pair.log(), pair.twin.string_count()), (vec!["1 A 5".to_owned()], texts));
    // The order has reserved the last row, and is rejected: the effects find the row free.
    assert_eq!(pair.order(2, "NEW", Some(1), 101), rejected(QUANTITY, 0b01, None));
    assert_eq!(
        pair.order(3, "NEW", Some(1), 101),
        rejected(QUANTITY, 0b01, Some(Reason::TableFull))
    );
    assert_eq!(pair.log(), ["1 A 5", "2 NEW 2"]);
    assert_eq!(pair.twin.string_count(), texts + 1);
}

#[test]
fn effects_that_are_not_wanted_keep_no_text() {
    let mut pair = Pair::new(2);
    pair.set_mode(PRICE, Mode::Off);
    let texts = pair.twin.string_count();
    assert_eq!(pair.order(1, "A", None, 1), Verdict::ACCEPT);
    assert_eq!(pair.twin.string_count(), texts + 1);
    pair.set_mode(PRICE, Mode::Block);
    assert_eq!(pair.order(2, "B", None, 1), rejected(PRICE, 0b10, None));
    assert_eq!(pair.twin.string_count(), texts + 1);
    assert_eq!(pair.log(), ["1 A null"]);
}

#[test]
fn a_rule_that_does_not_block_has_no_effects() {
    let mut pair = Pair::new(8);
    pair.set_mode(QUANTITY, Mode::Warn);
    let warned = Verdict { warnings: 0b01, ..Verdict::ACCEPT };
    assert_eq!(pair.order(1, "A", Some(5), 101), warned);
    assert_eq!(pair.log(), ["1 A 5"]);
    let other = Verdict { warnings: 0b01, ..rejected(PRICE, 0b10, None) };
    assert_eq!(pair.order(2, "A", None, 101), other);
    pair.set_mode(QUANTITY, Mode::Off);
    assert_eq!(pair.order(3, "A", Some(6), 101), Verdict::ACCEPT);
    assert_eq!(pair.log(), ["1 A 5", "3 A 6"]);
}
