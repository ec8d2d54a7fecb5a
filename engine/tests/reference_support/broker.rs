// SPDX-License-Identifier: Apache-2.0

//! The sample program, a small broker: accounts, orders, and aggregates of the live orders of an
//! account in a ticket.

use super::{Assembler, aggregate, column};
use engine::calendar::Zone;
use engine::dictionary::DictionaryDef;
use engine::isa::{Chain, ChainOp, Opcode, Operand, Space};
use engine::program::{Entry, Program, Transaction};
use engine::rule::RuleDef;
use engine::schema::{
    ColumnId, ColumnKind, DefaultValue, HiddenDef, MessageDef, MessageId, RuleId, TableDef,
    TableId, Type,
};
use engine::value::Value;
use engine::verdict::Reason;

pub const ACCOUNT: TableId = TableId(0);
pub const ORDER_LOG: TableId = TableId(1);
/// The groups of `order_log` by account and ticket: rows, and count, sum, min and max of the price.
pub const GROUPS: TableId = TableId(2);
pub const ORDER: MessageId = MessageId(0);
pub const CANCEL: MessageId = MessageId(1);

const NONE: Operand = Operand::NONE;
const KINDS: [(&str, ColumnKind); 5] = [
    ("$rows", ColumnKind::Rows),
    ("$count", ColumnKind::Count),
    ("$sum", ColumnKind::Sum),
    ("$min", ColumnKind::Min),
    ("$max", ColumnKind::Max),
];

const fn constant(index: u16) -> Operand {
    Operand::new(Space::Constant, index)
}

/// The program. `rows` is the capacity of the order log and of its groups.
///
/// An order is accepted if its price is above zero or NULL, if the account can pay for it, and if
/// no order of that account in that ticket has a higher price. It is then logged and paid. A cancel
/// of a known order refunds the account and deletes the order.
pub fn program(rows: u32) -> Program {
    let tables = tables(rows);
    let messages = vec![
        MessageDef { name: "trade_order".into(), fields: tables[1].columns.clone() },
        MessageDef { name: "cancel".into(), fields: vec![column("order_id", Type::Int8, false)] },
    ];
    let rule = |name: &str, message| RuleDef::new(name, message);
    Program {
        transactions: vec![
            order(&messages[0]),
            cancel(&messages[1]),
            load_account(&tables[0]),
            load_order(&tables[1]),
        ],
        zone: Zone::UTC,
        jobs: Vec::new(),
        tables,
        messages,
        rules: vec![
            rule("price_positive", ORDER),
            rule("known_order", CANCEL),
            rule("funds", ORDER),
            rule("no_better_order", ORDER),
        ],
        strings: vec!["AMZN".into(), "".into()],
        dictionary: DictionaryDef::OF_HARDWARE,
        constants: vec![Value::new(0), Value::NULL, Value::new(i64::MAX)],
    }
}

fn tables(rows: u32) -> Vec<TableDef> {
    let account =
        vec![column("account_id", Type::Int4, false), column("balance", Type::Int8, true)];
    let order_log = vec![
        column("order_id", Type::Int8, false),
        column("account_id", Type::Int4, false),
        column("ticket_id", Type::Char(8), false),
        column("price", Type::Int8, true),
        column("quantity", Type::Int4, false),
    ];
    let mut groups = vec![order_log[1].clone(), order_log[2].clone()];
    groups.extend(KINDS.map(|(name, kind)| aggregate(name, Type::Int8, true, kind)));
    let declared = |name: &str, columns, rows_max, defaults| TableDef {
        name: name.into(),
        columns,
        key: vec![ColumnId(0)],
        rows_max,
        defaults,
        hidden: None,
    };
    let none = (ColumnId(1), DefaultValue::Number(0));
    let ticket = (ColumnId(2), DefaultValue::Text("AMZN".into()));
    let one = (ColumnId(4), DefaultValue::Number(1));
    vec![
        declared("account", account, 16, vec![none]),
        declared("order_log", order_log, rows, vec![ticket, one]),
        TableDef {
            name: "order_log$1".into(),
            columns: groups,
            key: vec![ColumnId(0), ColumnId(1)],
            rows_max: rows,
            defaults: Vec::new(),
            hidden: Some(HiddenDef {
                base: ORDER_LOG,
                definition: "of price, by account_id and ticket_id".into(),
                list: None,
            }),
        },
    ]
}

fn slots<const N: usize>() -> [Operand; N] {
    std::array::from_fn(|i| Operand::slot(i as u16))
}

/// The reserves and checks of a new order, the verdict, then the order and its aggregates.
fn log_order(asm: &mut Assembler, verdict_and_more: impl FnOnce(&mut Assembler)) {
    let [order_id, account_id, ticket_id, price, quantity] = slots();
    let known = asm.lookup(ORDER_LOG, &[order_id], NONE);
    let check = Entry::Check;
    asm.require(check(Reason::DuplicateKey), Opcode::IsNull, 1, [known, NONE, NONE]);
    let row = asm.reserve(check(Reason::TableFull), ORDER_LOG, NONE);
    let group = asm.lookup(GROUPS, &[account_id, ticket_id], NONE);
    let is_new = asm.truth(Opcode::IsNull, 2, [group, NONE, NONE]);
    asm.reserve(check(Reason::GroupsFull), GROUPS, is_new);
    for level in [5, 6] {
        asm.level(check(Reason::LevelsFull), GROUPS, [NONE, group, price], level);
    }
    verdict_and_more(asm);
    asm.insert(ORDER_LOG, row, &[order_id], NONE);
    for (field, value) in [(1, account_id), (2, ticket_id), (3, price), (4, quantity)] {
        asm.write(ORDER_LOG, row, field, [value, NONE]);
    }
    let group = asm.open(GROUPS, &[account_id, ticket_id], NONE);
    for aggregate in 3..7 {
        asm.fold(GROUPS, group, aggregate, price, false);
    }
}

fn order(message: &MessageDef) -> Transaction {
    let mut asm = Assembler::new(0, &message.fields);
    let [_, account_id, ticket_id, price, quantity] = slots();
    let zero = constant(0);
    // Rule 0: (price > 0 or price is null).
    let positive = asm.truth(Opcode::Lt, 0, [zero, price, NONE]);
    let null = asm.truth(Opcode::IsNull, 1, [price, NONE, NONE]);
    let or = Chain { ops: [Some(ChainOp::Or), None, None], ..Chain::default() };
    let rule = |index| Entry::Rule(RuleId(index));
    asm.require_chain(rule(0), 0, [positive, null, NONE, NONE], or);
    // Rule 2: balance >= price * quantity, with NULL in the price counting as zero.
    let account = asm.lookup(ACCOUNT, &[account_id], NONE);
    let balance = asm.fetch(ACCOUNT, account, 1);
    let money = asm.value(Opcode::Mul, 3, [price, quantity, NONE]);
    let money = asm.value(Opcode::Coalesce, 3, [money, zero, NONE]);
    asm.require(rule(2), Opcode::Le, 4, [money, balance, NONE]);
    // Rule 3: max(price) <= price when there is a price and a group with one.
    let group = asm.lookup(GROUPS, &[account_id, ticket_id], NONE);
    let best = asm.fetch(GROUPS, group, 6);
    let known = asm.truth(Opcode::NotNull, 5, [best, NONE, NONE]);
    let bounded = asm.truth(Opcode::Le, 5, [best, price, NONE]);
    let when = Chain { ops: [Some(ChainOp::Or), Some(ChainOp::When), None], ..Chain::default() };
    asm.require_chain(rule(3), 1, [bounded, null, known, NONE], when);
    // The update of the account: its new balance is checked for overflow.
    let left = asm.value(Opcode::Sub, 6, [balance, money, NONE]);
    asm.require(Entry::Check(Reason::Overflow), Opcode::Clean, 6, [left, NONE, NONE]);
    log_order(&mut asm, |asm| {
        asm.verdict();
        asm.write(ACCOUNT, account, 1, [left, NONE]);
    });
    asm.finish()
}

fn cancel(message: &MessageDef) -> Transaction {
    let mut asm = Assembler::new(1, &message.fields);
    let [order_id] = slots();
    let order = asm.lookup(ORDER_LOG, &[order_id], NONE);
    // Rule 1: the order exists.
    asm.require(Entry::Rule(RuleId(1)), Opcode::NotNull, 0, [order, NONE, NONE]);
    let [account_id, ticket_id, price, quantity] =
        [1, 2, 3, 4].map(|field| asm.fetch(ORDER_LOG, order, field));
    let account = asm.lookup(ACCOUNT, &[account_id], NONE);
    let balance = asm.fetch(ACCOUNT, account, 1);
    let money = asm.value(Opcode::Mul, 1, [price, quantity, NONE]);
    let money = asm.value(Opcode::Coalesce, 1, [money, constant(0), NONE]);
    let more = asm.value(Opcode::Add, 2, [balance, money, NONE]);
    asm.require(Entry::Check(Reason::Overflow), Opcode::Clean, 2, [more, NONE, NONE]);
    asm.verdict();
    asm.write(ACCOUNT, account, 1, [more, NONE]);
    asm.delete(ORDER_LOG, order, NONE);
    let group = asm.find(GROUPS, &[account_id, ticket_id], NONE);
    for aggregate in 3..7 {
        asm.fold(GROUPS, group, aggregate, price, true);
    }
    asm.close(GROUPS, group);
    asm.finish()
}

fn load_account(table: &TableDef) -> Transaction {
    let mut asm = Assembler::new(2, &table.columns);
    let [account_id, balance] = slots();
    let known = asm.lookup(ACCOUNT, &[account_id], NONE);
    let duplicate = Entry::Check(Reason::DuplicateKey);
    asm.require(duplicate, Opcode::IsNull, 1, [known, NONE, NONE]);
    let row = asm.reserve(Entry::Check(Reason::TableFull), ACCOUNT, NONE);
    asm.verdict();
    asm.insert(ACCOUNT, row, &[account_id], NONE);
    asm.write(ACCOUNT, row, 1, [balance, NONE]);
    asm.finish()
}

fn load_order(table: &TableDef) -> Transaction {
    let mut asm = Assembler::new(3, &table.columns);
    log_order(&mut asm, Assembler::verdict);
    asm.finish()
}
