// SPDX-License-Identifier: Apache-2.0

//! Random files, items and statements.

use crate::exprs::{NOWHERE, expr, expr_of, from_items, name, number, select, type_name};
use engine::verdict::Reason;
use proptest::prelude::*;
use rulec::ast::{
    Argument, Assignment, Attributes, Column, Conflict, ConflictAction, Expected, Expr, ExprKind,
    File, Function, Include, Item, Job, List, Message, On, OnReject, Parameter, Rule, Select,
    Stamp, Statement, Step, Table, Test, Text, TimeZone,
};

pub fn column() -> impl Strategy<Value = Column> {
    let default = prop::option::weighted(0.3, expr());
    (name(), type_name(), any::<Option<bool>>(), default).prop_map(
        |(name, ty, nullable, default)| Column { name, ty, nullable, default, stamp: None },
    )
}

pub fn field() -> impl Strategy<Value = Column> {
    let stamp = prop::option::weighted(0.2, prop::sample::select(Stamp::ALL));
    (column(), stamp).prop_map(|(column, stamp)| Column {
        default: None,
        stamp: stamp.map(|stamp| (stamp, NOWHERE)),
        ..column
    })
}

/// A value that is written to a column.
pub fn assigned() -> impl Strategy<Value = Expr> {
    prop_oneof![1 => Just(expr_of(ExprKind::Default)), 5 => expr()]
}

/// What a `set` assigns.
pub fn set() -> impl Strategy<Value = Vec<Assignment>> {
    prop::collection::vec((name(), assigned()), 1..3)
}

pub fn assignments() -> impl Strategy<Value = Vec<Assignment>> {
    prop::collection::vec((name(), expr()), 1..3)
}

pub fn conflict() -> impl Strategy<Value = Conflict> {
    let columns = |least: usize| prop::collection::vec(name(), least..3);
    prop_oneof![
        columns(0).prop_map(|columns| Conflict {
            columns,
            action: ConflictAction::Nothing,
            span: NOWHERE
        }),
        (columns(1), set(), prop::option::of(expr())).prop_map(|(columns, set, condition)| {
            Conflict { columns, action: ConflictAction::Update { set, condition }, span: NOWHERE }
        }),
    ]
}

pub fn statement() -> impl Strategy<Value = Statement> {
    let names = prop::collection::vec(name(), 1..4);
    let values = prop::collection::vec(assigned(), 1..3);
    let target = || (name(), prop::option::of(name()));
    let condition = || prop::option::of(expr());
    let others = || prop_oneof![2 => Just(Vec::new()), 1 => from_items(&expr(), true)];
    prop_oneof![
        (target(), prop::option::of(names), values, prop::option::weighted(0.3, conflict()))
            .prop_map(|((table, alias), columns, values, conflict)| Statement::Insert {
                table,
                alias,
                columns,
                values,
                conflict,
                span: NOWHERE
            }),
        (target(), set(), others(), condition()).prop_map(
            |((table, alias), set, from, condition)| Statement::Update {
                table,
                alias,
                set,
                from,
                condition,
                span: NOWHERE
            }
        ),
        (target(), others(), condition()).prop_map(|((table, alias), using, condition)| {
            Statement::Delete { table, alias, using, condition, span: NOWHERE }
        }),
    ]
}

pub fn text() -> impl Strategy<Value = Option<Text>> {
    prop::option::of("[ -~账]{0,6}".prop_map(|text| Text { text, span: NOWHERE }))
}

pub fn rule_item() -> impl Strategy<Value = Item> {
    let attributes = (text(), text(), text(), text())
        .prop_map(|(id, text, text_en, source)| Attributes { id, text, text_en, source });
    let attributes = prop_oneof![Just(Attributes::default()), attributes];
    let head = (any::<bool>(), name(), prop::option::weighted(0.3, name()));
    (head, expr(), prop::option::of(expr()), attributes).prop_map(
        |((warn, name, message), condition, guard, attributes)| {
            Item::Rule(Rule { warn, name, message, condition, guard, attributes, span: NOWHERE })
        },
    )
}

pub fn function() -> impl Strategy<Value = Item> {
    let argument = (name(), type_name()).prop_map(|(name, ty)| Argument { name, ty });
    let arguments = prop::collection::vec(argument, 0..3);
    let body = (select(&expr(), true, true), any::<bool>()).prop_map(|(body, from)| {
        let from = if from { body.from } else { Vec::new() };
        Select { from, ..*body }
    });
    (name(), arguments, type_name(), body).prop_map(|(name, arguments, returns, body)| {
        Item::Function(Function { name, arguments, returns, body, span: NOWHERE })
    })
}

pub fn expected() -> impl Strategy<Value = Expected> {
    let reason = prop::option::of(prop::sample::select(Reason::ALL));
    prop_oneof![
        Just(Expected::Accept),
        (prop::option::of(name()), reason)
            .prop_map(|(rule, reason)| Expected::Reject { rule, reason }),
        name().prop_map(Expected::Warn),
    ]
}

pub fn step() -> impl Strategy<Value = Step> {
    let span = NOWHERE;
    prop_oneof![
        (name(), assignments()).prop_map(move |(table, row)| Step::Given { table, row, span }),
        (name(), assignments(), expected()).prop_map(move |(message, fields, expected)| {
            Step::When { message, fields, expected, expected_span: span, span }
        }),
        (name(), assignments()).prop_map(move |(table, row)| Step::ExpectRow { table, row, span }),
        name().prop_map(move |table| Step::ExpectEmpty { table, span }),
    ]
}

fn lists() -> impl Strategy<Value = Vec<List>> {
    let group = (prop::collection::vec(name(), 1..3), prop::option::of(expr()), number()).prop_map(
        |(group, condition, bound)| List { group, time: None, condition, bound, span: NOWHERE },
    );
    let names = prop::collection::vec(name(), 0..3);
    let window = (names, name(), number()).prop_map(|(group, time, bound)| List {
        group,
        time: Some(time),
        condition: None,
        bound,
        span: NOWHERE,
    });
    prop::collection::vec(prop_oneof![group, window], 0..3)
}

pub fn item() -> impl Strategy<Value = Item> {
    let columns = || prop::collection::vec(column(), 1..5);
    let fields = prop::collection::vec(field(), 1..5);
    let key = prop::collection::vec(name(), 0..3);
    let statements = || prop::collection::vec(statement(), 1..4);
    let rules = prop::collection::vec(name(), 0..3);
    let guard = || prop::option::of(expr());
    let target = (name(), prop::option::of(name()));
    // A union has at most ten members.
    let short = prop_oneof![
        "[ -~账]{0,6}".prop_map(|path| Item::Include(Include { path, span: NOWHERE })),
        (-20..20_i64).prop_map(|hours| Item::TimeZone(TimeZone { hours, span: NOWHERE })),
    ];
    prop_oneof![
        2 => (name(), columns(), key, prop::option::of(number()), lists()).prop_map(
            |(name, columns, key, rows, lists)| {
                Item::Table(Table { name, columns, key, rows, lists })
            }
        ),
        2 => (name(), fields).prop_map(|(name, fields)| Item::Message(Message { name, fields })),
        4 => rule_item(),
        4 => (name(), guard(), statements()).prop_map(|(message, guard, statements)| {
            Item::On(On { message, guard, statements })
        }),
        2 => (name(), rules, guard(), statements()).prop_map(
            |(message, rules, guard, statements)| {
                Item::OnReject(OnReject { message, rules, guard, statements, span: NOWHERE })
            }
        ),
        2 => (name(), target, guard(), statements()).prop_map(
            |(name, (table, alias), condition, statements)| {
                Item::Job(Job { name, table, alias, condition, statements, span: NOWHERE })
            }
        ),
        1 => (name(), type_name(), expr()).prop_map(|(name, ty, value)| {
            Item::Parameter(Parameter { name, ty, value, span: NOWHERE })
        }),
        2 => function(),
        2 => short,
        1 => (name(), prop::collection::vec(step(), 1..4))
            .prop_map(|(name, steps)| Item::Test(Test { name, steps, span: NOWHERE })),
    ]
}

pub fn file() -> impl Strategy<Value = File> {
    (prop::collection::vec(item(), 0..4), any::<bool>()).prop_map(|(items, has_end)| File {
        items,
        has_end,
        lost: None,
    })
}
