// SPDX-License-Identifier: Apache-2.0

//! A small trading desk, assembled by hand: two declared tables, a hidden table with every kind of
//! aggregate, and two messages. The assembler issues each instruction when the previous one has
//! completed, which is slow and always valid.

#![allow(dead_code, reason = "every test file uses a part of it")]

use engine::calendar::Zone;
use engine::dictionary::DictionaryDef;
use engine::frame::{FieldValue, Layout};
use engine::isa::{Chain, ChainOp, Instruction, Opcode, Operand, Space};
use engine::machine::{BUSES, FRAME_BYTES_MAX, TRANSMIT_CYCLES};
use engine::ports::bus;
use engine::program::{Entry, FrameKind, Program, Transaction};
use engine::rule::RuleDef;
use engine::schema::{
    ColumnDef, ColumnId, ColumnKind, HiddenDef, MessageDef, MessageId, RuleId, TableDef, TableId,
    Type,
};
use engine::validate::validate;
use engine::value::Value;
use engine::verdict::Reason;

pub const ACCOUNT: TableId = TableId(0);
pub const ORDER_LOG: TableId = TableId(1);
pub const GROUPS: TableId = TableId(2);
pub const ORDER: FrameKind = FrameKind::Message(MessageId(0));
pub const CANCEL: FrameKind = FrameKind::Message(MessageId(1));

/// The balance covers the order.
pub const FUNDS: RuleId = RuleId(0);
/// At most a hundred shares are on order.
pub const POSITION: RuleId = RuleId(1);
/// The price is at most ten ticks above the account's cheapest live order.
pub const NEAR: RuleId = RuleId(2);
/// The cancelled order exists.
pub const KNOWN: RuleId = RuleId(3);

const NONE: Operand = Operand::NONE;
const W32: Operand = Operand::immediate(1);
const W64: Operand = Operand::immediate(2);
/// Constants of the program: 0, 10, 100.
const ZERO: Operand = Operand::new(Space::Constant, 0);
const TEN: Operand = Operand::new(Space::Constant, 1);
const HUNDRED: Operand = Operand::new(Space::Constant, 2);

/// Assembles one transaction.
struct Assembler {
    instructions: Vec<Instruction>,
    entries: Vec<Entry>,
    /// The number of slots used in each memory bank.
    slots: [u16; BUSES],
    lane_predicates: u16,
    logic_predicates: u16,
    cycle: u16,
    verdict_ready: u16,
}

impl Assembler {
    fn new(kind: u8, fields: &[ColumnDef]) -> Assembler {
        Assembler {
            instructions: Vec::new(),
            entries: Vec::new(),
            slots: std::array::from_fn(|bus| u16::from(bus < fields.len())),
            lane_predicates: 0,
            logic_predicates: 1024,
            cycle: Layout::new(kind, fields).parsed(),
            verdict_ready: 0,
        }
    }

    fn push(&mut self, opcode: Opcode, unit: u8, operands: [Operand; 6]) {
        let instruction = Instruction::new(opcode, unit, self.cycle, operands);
        self.cycle = instruction.ready();
        self.instructions.push(instruction);
    }

    /// The next slot of the memory bank that a unit writes.
    fn slot(&mut self, opcode: Opcode, unit: u8, column: u16) -> Operand {
        let bus = bus(opcode.signature().unit, unit, column);
        let place = &mut self.slots[usize::from(bus)];
        *place += 1;
        Operand::slot((*place - 1) * BUSES as u16 + u16::from(bus))
    }

    fn entry(&mut self, entry: Entry) -> Operand {
        self.entries.push(entry);
        Operand::new(Space::Entry, self.entries.len() as u16 - 1)
    }

    /// An operation of lane 0 with a value as its result.
    fn lane(&mut self, opcode: Opcode, a: Operand, b: Operand, width: Operand) -> Operand {
        let dst = self.slot(opcode, 0, 0);
        self.push(opcode, 0, [dst, a, b, NONE, NONE, width]);
        dst
    }

    /// A comparison of lane 0, to an entry or a new predicate.
    fn test(
        &mut self,
        opcode: Opcode,
        a: Operand,
        rest: [Operand; 2],
        to: Option<Operand>,
    ) -> Operand {
        let dst = to.unwrap_or_else(|| {
            self.lane_predicates += 1;
            Operand::new(Space::Predicate, self.lane_predicates - 1)
        });
        let [b, c] = rest;
        self.push(opcode, 0, [dst, a, b, c, NONE, NONE]);
        dst
    }

    fn chain(&mut self, a: Operand, b: Operand, chain: Chain, to: Option<Operand>) -> Operand {
        let dst = to.unwrap_or_else(|| {
            self.logic_predicates += 1;
            Operand::new(Space::Predicate, self.logic_predicates - 1)
        });
        let how = Operand::immediate(chain.encode());
        self.push(Opcode::Chain, 0, [dst, a, b, NONE, NONE, how]);
        dst
    }

    /// A lookup, find or open.
    fn key(&mut self, opcode: Opcode, table: TableId, key: &[Operand], when: Operand) -> Operand {
        let dst = self.slot(opcode, table.0 as u8, 0);
        let mut operands = [dst, NONE, NONE, NONE, NONE, when];
        operands[1..=key.len()].copy_from_slice(key);
        self.push(opcode, table.0 as u8, operands);
        dst
    }

    fn fetch(&mut self, table: TableId, row: Operand, column: u16) -> Operand {
        let dst = self.slot(Opcode::Fetch, table.0 as u8, column);
        let column = Operand::immediate(column);
        self.push(Opcode::Fetch, table.0 as u8, [dst, row, column, NONE, NONE, NONE]);
        dst
    }

    fn reserve(&mut self, table: TableId, when: Operand, full: Reason) -> Operand {
        let (dst, entry) =
            (self.slot(Opcode::Reserve, table.0 as u8, 0), self.entry(Entry::Check(full)));
        self.push(Opcode::Reserve, table.0 as u8, [dst, when, entry, NONE, NONE, NONE]);
        dst
    }

    fn level(&mut self, group: Operand, column: u16, value: Operand) {
        let entry = self.entry(Entry::Check(Reason::LevelsFull));
        let column = Operand::immediate(column);
        self.push(Opcode::Level, GROUPS.0 as u8, [entry, NONE, group, column, value, NONE]);
    }

    fn verdict(&mut self) {
        let count = Operand::immediate(self.entries.len() as u16);
        self.push(Opcode::Verdict, 0, [NONE, count, NONE, NONE, NONE, NONE]);
        self.verdict_ready = self.cycle;
    }

    fn insert(&mut self, table: TableId, row: Operand, key: Operand) {
        self.push(Opcode::Insert, table.0 as u8, [row, key, NONE, NONE, NONE, NONE]);
    }

    fn write(&mut self, table: TableId, row: Operand, column: u16, value: Operand) {
        let column = Operand::immediate(column);
        self.push(Opcode::Write, table.0 as u8, [NONE, row, column, value, NONE, NONE]);
    }

    fn fold(&mut self, group: Operand, column: u16, value: Operand, remove: bool) {
        let (column, sign) = (Operand::immediate(column), Operand::immediate(remove.into()));
        self.push(Opcode::Fold, GROUPS.0 as u8, [NONE, group, column, value, sign, NONE]);
    }

    fn finish(self) -> Transaction {
        let verdict_cycles = self.verdict_ready + TRANSMIT_CYCLES;
        Transaction {
            instructions: self.instructions,
            entries: self.entries,
            effects: Vec::new(),
            scans: Vec::new(),
            verdict_cycles,
            commit_cycles: self.cycle.max(verdict_cycles),
        }
    }
}

fn column(name: &str, ty: Type, nullable: bool, kind: ColumnKind) -> ColumnDef {
    ColumnDef { name: name.into(), ty, nullable, kind }
}

fn data(name: &str, ty: Type) -> ColumnDef {
    column(name, ty, false, ColumnKind::Data)
}

fn tables(rows_max: u32) -> Vec<TableDef> {
    let price = column("price", Type::Int8, true, ColumnKind::Data);
    let table = |name: &str, columns, key: &[u16], hidden| TableDef {
        name: name.into(),
        columns,
        key: key.iter().map(|c| ColumnId(*c)).collect(),
        rows_max,
        hidden,
    };
    let account = vec![data("account", Type::Int4), data("balance", Type::Int8)];
    let order_log = vec![
        data("order_id", Type::Int8),
        data("account", Type::Int4),
        data("ticket", Type::Char(8)),
        price,
        data("quantity", Type::Int4),
    ];
    let groups = vec![
        data("account", Type::Int4),
        data("ticket", Type::Char(8)),
        column("rows", Type::Int8, false, ColumnKind::Rows),
        column("priced", Type::Int8, false, ColumnKind::Count),
        column("quantity", Type::Int8, true, ColumnKind::Sum),
        column("low", Type::Int8, true, ColumnKind::Min),
        column("high", Type::Int8, true, ColumnKind::Max),
    ];
    let hidden =
        HiddenDef { base: ORDER_LOG, definition: "by account and ticket".into(), list: None };
    vec![
        table("account", account, &[0], None),
        table("order_log", order_log, &[0], None),
        table("order_log$0", groups, &[0, 1], Some(hidden)),
    ]
}

/// The desk, with a capacity of `rows_max` rows for each table.
pub fn desk(rows_max: u32) -> Program {
    let tables = tables(rows_max);
    let rule = |name: &str, message| RuleDef::new(name, MessageId(message));
    let cancel = vec![data("order_id", Type::Int8)];
    let transactions = vec![
        order(&tables[1].columns),
        cancelled(&cancel),
        load_account(&tables[0].columns),
        load_order(&tables[1].columns),
    ];
    let message = |name: &str, fields| MessageDef { name: name.into(), fields };
    let program = Program {
        messages: vec![message("order", tables[1].columns.clone()), message("cancel", cancel)],
        tables,
        rules: vec![rule("funds", 0), rule("position", 0), rule("near", 0), rule("known", 1)],
        strings: vec!["AMZN".into()],
        dictionary: DictionaryDef::OF_HARDWARE,
        constants: [0, 10, 100].map(Value::new).to_vec(),
        transactions,
        zone: Zone::UTC,
        jobs: Vec::new(),
    };
    validate(&program).expect("the desk is a valid program");
    program
}

/// The checks and commits that add a row to the order log and its group. Other entries come first.
fn log_order(a: &mut Assembler, before_commit: impl FnOnce(&mut Assembler)) {
    let [id, account, ticket, price, quantity] = [0, 1, 2, 3, 4].map(Operand::slot);
    let known = a.key(Opcode::Lookup, ORDER_LOG, &[id], NONE);
    let entry = a.entry(Entry::Check(Reason::DuplicateKey));
    a.test(Opcode::IsNull, known, [NONE; 2], Some(entry));
    let group = a.key(Opcode::Lookup, GROUPS, &[account, ticket], NONE);
    let new_group = a.test(Opcode::IsNull, group, [NONE; 2], None);
    let row = a.reserve(ORDER_LOG, NONE, Reason::TableFull);
    a.reserve(GROUPS, new_group, Reason::GroupsFull);
    a.level(group, 5, price);
    a.level(group, 6, price);
    a.verdict();
    before_commit(a);
    a.insert(ORDER_LOG, row, id);
    for (column, value) in [(1, account), (2, ticket), (3, price), (4, quantity)] {
        a.write(ORDER_LOG, row, column, value);
    }
    let group = a.key(Opcode::Open, GROUPS, &[account, ticket], NONE);
    for (column, value) in [(3, price), (4, quantity), (5, price), (6, price)] {
        a.fold(group, column, value, false);
    }
}

fn order(fields: &[ColumnDef]) -> Transaction {
    let mut a = Assembler::new(0, fields);
    let [account, ticket, price, quantity] = [1, 2, 3, 4].map(Operand::slot);
    let [funds, position, near] = [FUNDS, POSITION, NEAR].map(|rule| a.entry(Entry::Rule(rule)));
    let holder = a.key(Opcode::Lookup, ACCOUNT, &[account], NONE);
    let balance = a.fetch(ACCOUNT, holder, 1);
    let cost = a.lane(Opcode::Mul, price, quantity, W64);
    a.test(Opcode::Le, cost, [balance, NONE], Some(funds));

    let group = a.key(Opcode::Lookup, GROUPS, &[account, ticket], NONE);
    let on_order = a.fetch(GROUPS, group, 4);
    let on_order = a.lane(Opcode::Coalesce, on_order, ZERO, NONE);
    let total = a.lane(Opcode::Add, on_order, quantity, W64);
    a.test(Opcode::Le, total, [HUNDRED, NONE], Some(position));

    let low = a.fetch(GROUPS, group, 5);
    let is_first = a.test(Opcode::IsNull, low, [NONE; 2], None);
    let limit = a.lane(Opcode::Add, low, TEN, W64);
    let is_near = a.test(Opcode::Le, price, [limit, NONE], None);
    let either = Chain { ops: [Some(ChainOp::Or), None, None], ..Chain::default() };
    a.chain(is_first, is_near, either, Some(near));

    let left = a.lane(Opcode::Sub, balance, cost, W64);
    let fits = a.entry(Entry::Check(Reason::Overflow));
    a.test(Opcode::Clean, left, [NONE; 2], Some(fits));
    log_order(&mut a, |a| a.write(ACCOUNT, holder, 1, left));
    a.finish()
}

fn cancelled(fields: &[ColumnDef]) -> Transaction {
    let mut a = Assembler::new(1, fields);
    let known = a.entry(Entry::Rule(KNOWN));
    let row = a.key(Opcode::Lookup, ORDER_LOG, &[Operand::slot(0)], NONE);
    a.test(Opcode::NotNull, row, [NONE; 2], Some(known));
    let [account, ticket, price, quantity] = [1, 2, 3, 4].map(|c| a.fetch(ORDER_LOG, row, c));
    let holder = a.key(Opcode::Lookup, ACCOUNT, &[account], NONE);
    let balance = a.fetch(ACCOUNT, holder, 1);
    let cost = a.lane(Opcode::Mul, price, quantity, W64);
    let left = a.lane(Opcode::Add, balance, cost, W64);
    a.verdict();
    a.write(ACCOUNT, holder, 1, left);
    let group = a.key(Opcode::Find, GROUPS, &[account, ticket], NONE);
    for (column, value) in [(3, price), (4, quantity), (5, price), (6, price)] {
        a.fold(group, column, value, true);
    }
    a.push(Opcode::Close, GROUPS.0 as u8, [NONE, group, NONE, NONE, NONE, NONE]);
    a.push(Opcode::Delete, ORDER_LOG.0 as u8, [NONE, row, NONE, NONE, NONE, NONE]);
    a.finish()
}

fn load_account(fields: &[ColumnDef]) -> Transaction {
    let mut a = Assembler::new(2, fields);
    let [account, balance] = [0, 1].map(Operand::slot);
    let known = a.key(Opcode::Lookup, ACCOUNT, &[account], NONE);
    let entry = a.entry(Entry::Check(Reason::DuplicateKey));
    a.test(Opcode::IsNull, known, [NONE; 2], Some(entry));
    let row = a.reserve(ACCOUNT, NONE, Reason::TableFull);
    a.verdict();
    a.insert(ACCOUNT, row, account);
    a.write(ACCOUNT, row, 1, balance);
    a.finish()
}

fn load_order(fields: &[ColumnDef]) -> Transaction {
    let mut a = Assembler::new(3, fields);
    log_order(&mut a, |_| {});
    a.finish()
}

/// An order of a test; a missing price is NULL.
#[derive(Clone, Debug)]
pub struct Order<'t> {
    pub id: i64,
    pub account: i64,
    pub ticket: &'t str,
    pub price: Option<i64>,
    pub quantity: i64,
}

/// Frames of a program.
pub struct Frames {
    layouts: Vec<Layout>,
}

impl Frames {
    pub fn new(program: &Program) -> Frames {
        Frames { layouts: program.frame_kinds().map(|kind| program.layout(kind)).collect() }
    }

    /// A frame of the transaction with an index.
    pub fn frame<'b>(
        &self,
        transaction: usize,
        values: &[FieldValue<'_>],
        buffer: &'b mut [u8; FRAME_BYTES_MAX],
    ) -> &'b [u8] {
        self.layouts[transaction].write(0, values, buffer).expect("the values fit their fields")
    }

    /// An order, as a message (0) or as a row (3).
    pub fn order_as<'b>(
        &self,
        transaction: usize,
        order: &Order<'_>,
        buffer: &'b mut [u8; FRAME_BYTES_MAX],
    ) -> &'b [u8] {
        let values = [
            FieldValue::Number(order.id),
            FieldValue::Number(order.account),
            FieldValue::Text(order.ticket.as_bytes()),
            order.price.map_or(FieldValue::Null, FieldValue::Number),
            FieldValue::Number(order.quantity),
        ];
        self.frame(transaction, &values, buffer)
    }
}
