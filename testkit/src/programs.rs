// SPDX-License-Identifier: Apache-2.0

//! Programs with tables, messages and rules but without instructions, made by hand.

use engine::calendar::Zone;
use engine::dictionary::DictionaryDef;
use engine::program::Program;
use engine::rule::RuleDef;
use engine::schema::{
    ColumnDef, ColumnId, ColumnKind, HiddenDef, MessageDef, MessageId, TableDef, TableId, Type,
};

/// A column; a `?` after its name makes it nullable.
pub fn column(name: &str, ty: Type) -> ColumnDef {
    ColumnDef {
        name: name.trim_end_matches('?').into(),
        ty,
        nullable: name.ends_with('?'),
        kind: ColumnKind::Data,
    }
}

fn columns(columns: &[(&str, Type)]) -> Vec<ColumnDef> {
    columns.iter().map(|(name, ty)| column(name, *ty)).collect()
}

fn table(name: &str, of: &[(&str, Type)], key: &[u16], rows_max: u32) -> TableDef {
    TableDef {
        name: name.into(),
        columns: columns(of),
        key: key.iter().map(|i| ColumnId(*i)).collect(),
        rows_max,
        defaults: Vec::new(),
        hidden: None,
    }
}

fn message(name: &str, fields: &[(&str, Type)]) -> MessageDef {
    MessageDef { name: name.into(), fields: columns(fields) }
}

fn rule(name: &str, message: u16) -> RuleDef {
    RuleDef::new(name, MessageId(message))
}

fn program(tables: Vec<TableDef>, messages: Vec<MessageDef>, rules: Vec<RuleDef>) -> Program {
    Program {
        tables,
        messages,
        rules,
        strings: Vec::new(),
        dictionary: DictionaryDef::OF_HARDWARE,
        constants: Vec::new(),
        transactions: Vec::new(),
        zone: Zone::UTC,
        jobs: Vec::new(),
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
        list: None,
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
    let money = Type::Decimal { precision: 18, scale: 5 };
    program(
        vec![
            table(
                "account_info",
                &[("account_id", Int4), ("available_balance", money), ("total_balance", money)],
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
                    ("cost", Int8),
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
            table(
                "execution",
                &[
                    ("exec_id", Int8),
                    ("order_id", Int8),
                    ("account_id", Int4),
                    ("ticket_id", Char(16)),
                    ("direction", Int2),
                    ("price", Int8),
                    ("quantity", Int4),
                    ("cost", Int8),
                    ("state", Int2),
                ],
                &[0],
                65_536,
            ),
        ],
        broker_messages(),
        Vec::new(),
    )
}

fn broker_messages() -> Vec<MessageDef> {
    use Type::{Char, Int2, Int4, Int8};
    vec![
        message(
            "trade_order",
            &[
                ("order_id", Int8),
                ("account_id", Int4),
                ("ticket_id", Char(16)),
                ("direction", Int2),
                ("price", Int8),
                ("quantity", Int4),
                ("ts", Int8),
                ("order_type?", Int2),
            ],
        ),
        message(
            "fill",
            &[
                ("order_id", Int8),
                ("price", Int8),
                ("quantity", Int4),
                ("ts", Int8),
                ("exec_id?", Int8),
            ],
        ),
        message("exchange_reject", &[("order_id", Int8), ("ts", Int8)]),
        message("cancel", &[("order_id", Int8), ("quantity", Int4), ("ts", Int8)]),
    ]
}
