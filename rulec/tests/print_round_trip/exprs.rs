// SPDX-License-Identifier: Apache-2.0

//! Random expressions and subqueries.

use proptest::prelude::*;
use rulec::ast::{
    BinaryOp, CallArgs, Expr, ExprKind, FromItem, Join, Name, Order, Select, SelectItem,
    SelectValue, Source, Truth, TypeName,
};
use rulec::span::Span;

pub const NOWHERE: Span = Span { start: 0, end: 0 };

pub fn name() -> impl Strategy<Value = Name> {
    // Words with a special meaning, which are names where the grammar does not expect them.
    const WORDS: &[&str] = &[
        "a",
        "account_id",
        "_x1",
        "key",
        "rows",
        "message",
        "int",
        "timestamp",
        "coalesce",
        "default",
        "over",
        "using",
        "desc",
        "nulls",
        "reject",
        "of",
        "by",
        "warn",
        "test",
        "empty",
        "expect",
        "overflow",
        "stamped",
        "$$",
        "filter",
        "like",
        "unknown",
        "date",
        "interval",
        "extract",
        "cast",
        "any",
        "row",
        "order",
        "select",
        "Price",
        "账户",
        "a \"b\" 'c'",
        "1",
    ];
    prop::sample::select(WORDS).prop_map(|text| Name { text: text.to_owned(), span: NOWHERE })
}

pub fn number() -> impl Strategy<Value = (i64, Span)> {
    (0..=i64::MAX).prop_map(|value| (value, NOWHERE))
}

pub fn expr_of(kind: ExprKind) -> Expr {
    Expr { kind, span: NOWHERE }
}

pub fn leaf() -> impl Strategy<Value = ExprKind> {
    prop_oneof![
        "[0-9]{1,20}".prop_map(ExprKind::Integer),
        "([0-9]{1,5}\\.[0-9]{0,5}|\\.[0-9]{1,5})(e[+-]?[0-9]{1,3})?".prop_map(ExprKind::Decimal),
        (prop::sample::select(TYPED), "[ -~账]{0,6}").prop_map(|(ty, text)| ExprKind::Typed {
            ty: Name { text: ty.to_owned(), span: NOWHERE },
            text,
            text_span: NOWHERE,
        }),
        "[ -~账]{0,6}".prop_map(ExprKind::String),
        any::<bool>().prop_map(ExprKind::Boolean),
        Just(ExprKind::Null),
        name().prop_map(ExprKind::Name),
        (name(), name()).prop_map(|(qualifier, name)| ExprKind::Qualified(qualifier, name)),
        (name(), prop::option::of(Just(true))).prop_map(|(function, condition)| ExprKind::Call {
            function,
            args: CallArgs::Star,
            distinct: false,
            filter: condition.map(|value| Box::new(expr_of(ExprKind::Boolean(value)))),
        }),
    ]
}

pub fn truth() -> impl Strategy<Value = Truth> {
    prop::sample::select(&[Truth::True, Truth::False, Truth::Unknown][..])
}

pub const TYPED: &[&str] = &["date", "time", "timestamp", "interval"];

pub fn type_name() -> impl Strategy<Value = TypeName> {
    (name(), prop::collection::vec(number(), 0..3)).prop_map(|(name, args)| TypeName { name, args })
}

pub fn operator() -> impl Strategy<Value = BinaryOp> {
    use BinaryOp::{Add, And, Div, Eq, Ge, Gt, Le, Lt, Mul, Ne, Or, Rem, Sub};
    const ALL: &[BinaryOp] = &[Add, And, Div, Eq, Ge, Gt, Le, Lt, Mul, Ne, Or, Rem, Sub];
    prop::sample::select(ALL)
}

pub type Inner = BoxedStrategy<Expr>;

pub fn select_item(inner: &Inner, star: bool) -> impl Strategy<Value = SelectItem> + use<> {
    let stars = u32::from(star);
    let value = prop_oneof![
        stars => Just(SelectValue::Star(NOWHERE)),
        4 => inner.clone().prop_map(SelectValue::Expr),
    ];
    (value, prop::option::of(name())).prop_map(|(value, alias)| {
        let alias = alias.filter(|_| matches!(value, SelectValue::Expr(_)));
        SelectItem { value, alias }
    })
}

pub fn join(inner: &Inner) -> impl Strategy<Value = Join> + use<> {
    prop_oneof![
        Just(Join::List),
        Just(Join::Cross),
        inner.clone().prop_map(Join::On),
        prop::collection::vec(name(), 1..3).prop_map(Join::Using),
    ]
}

/// The items of a `from`, with queries in them if `nested`.
pub fn from_items(inner: &Inner, nested: bool) -> BoxedStrategy<Vec<FromItem>> {
    let table = (name(), prop::option::of(name()))
        .prop_map(|(table, alias)| (Source::Table(table), alias))
        .boxed();
    let source = if nested {
        let query = (select(inner, false, false), name())
            .prop_map(|(query, alias)| (Source::Query(query), Some(alias)));
        prop_oneof![4 => table, 1 => query].boxed()
    } else {
        table
    };
    let item = (source, join(inner)).prop_map(|((source, alias), join)| FromItem {
        source,
        alias,
        join,
        span: NOWHERE,
    });
    prop::collection::vec(item, 1..3)
        .prop_map(|mut items| {
            items[0].join = Join::List;
            items
        })
        .boxed()
}

/// A subquery: of one expression if `single`, otherwise of any columns.
pub fn select(inner: &Inner, single: bool, nested: bool) -> BoxedStrategy<Box<Select>> {
    let items = prop::collection::vec(select_item(inner, !single), 1..if single { 2 } else { 4 });
    let order = (inner.clone(), any::<bool>(), any::<Option<bool>>())
        .prop_map(|(value, descending, nulls_first)| Order { value, descending, nulls_first });
    let order = prop_oneof![3 => Just(Vec::new()), 1 => prop::collection::vec(order, 1..3)];
    let limit = prop::option::weighted(0.2, number());
    (items, from_items(inner, nested), prop::option::of(inner.clone()), order, limit)
        .prop_map(|(items, from, condition, order, limit)| {
            Box::new(Select { items, from, condition, order, limit, span: NOWHERE })
        })
        .boxed()
}

/// A small expression, so that a file can have many of them.
pub fn expr() -> BoxedStrategy<Expr> {
    expr_up_to(5, 16)
}

/// An expression of this depth and about this size at most.
pub fn expr_up_to(depth: u32, size: u32) -> BoxedStrategy<Expr> {
    let tree = leaf().prop_map(expr_of).prop_recursive(depth, size, 4, |inner| {
        let boxed = || inner.clone().prop_map(Box::new);
        let exprs = || prop::collection::vec(inner.clone(), 1..4);
        let arms = prop::collection::vec((inner.clone(), inner.clone()), 1..3);
        let condition = || prop::option::of(inner.clone());
        prop_oneof![
            1 => boxed().prop_map(ExprKind::Negate),
            1 => boxed().prop_map(ExprKind::Not),
            6 => (operator(), boxed(), boxed())
                .prop_map(|(op, left, right)| ExprKind::Binary(op, left, right)),
            1 => (boxed(), any::<bool>())
                .prop_map(|(operand, negated)| ExprKind::IsNull { operand, negated }),
            1 => (boxed(), boxed(), boxed(), any::<bool>()).prop_map(
                |(operand, low, high, negated)| ExprKind::Between { operand, low, high, negated }
            ),
            1 => (boxed(), exprs(), any::<bool>())
                .prop_map(|(operand, list, negated)| ExprKind::In { operand, list, negated }),
            1 => (boxed(), truth(), any::<bool>()).prop_map(|(operand, truth, negated)| {
                ExprKind::IsTruth { operand, truth, negated }
            }),
            1 => (boxed(), boxed(), any::<bool>()).prop_map(|(left, right, negated)| {
                ExprKind::IsDistinct { left, right, negated }
            }),
            1 => (boxed(), boxed(), any::<bool>()).prop_map(|(operand, pattern, negated)| {
                ExprKind::Like { operand, pattern, negated }
            }),
            1 => (boxed(), select(&inner, true, true), any::<bool>()).prop_map(
                |(operand, select, negated)| ExprKind::InSelect { operand, select, negated }
            ),
            1 => (boxed(), type_name()).prop_map(|(operand, ty)| ExprKind::Cast { operand, ty }),
            1 => (name(), boxed())
                .prop_map(|(field, source)| ExprKind::Extract { field, source }),
            1 => (prop::option::of(boxed()), arms, prop::option::of(boxed()))
                .prop_map(|(operand, arms, otherwise)| ExprKind::Case { operand, arms, otherwise }),
            1 => (name(), prop::collection::vec(inner.clone(), 0..4), any::<bool>(), condition())
                .prop_map(|(function, args, distinct, filter)| ExprKind::Call {
                    function,
                    distinct: distinct && !args.is_empty(),
                    args: CallArgs::List(args),
                    filter: filter.map(Box::new),
                }),
            1 => select(&inner, true, true).prop_map(ExprKind::Subquery),
            1 => select(&inner, false, true).prop_map(ExprKind::Exists),
        ]
        .prop_map(expr_of)
    });
    tree.boxed()
}
