// SPDX-License-Identifier: Apache-2.0

//! Round trip: parsing the printed text of any tree gives the tree again.

use engine::verdict::Reason;
use proptest::prelude::*;
use rulec::ast::{
    Argument, Assignment, Attributes, BinaryOp, CallArgs, Column, Conflict, ConflictAction,
    Expected, Expr, ExprKind, File, FromItem, Function, Include, Item, Join, Message, Name, On,
    OnReject, Order, Parameter, Rule, Select, SelectItem, SelectValue, Source, Stamp, Statement,
    Step, Table, Test, Text, TimeZone, Truth, TypeName,
};
use rulec::parse::parse_text;
use rulec::print::{erase_spans, print};
use rulec::span::Span;

const NOWHERE: Span = Span { start: 0, end: 0 };

fn name() -> impl Strategy<Value = Name> {
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

fn number() -> impl Strategy<Value = (i64, Span)> {
    (0..=i64::MAX).prop_map(|value| (value, NOWHERE))
}

fn expr_of(kind: ExprKind) -> Expr {
    Expr { kind, span: NOWHERE }
}

fn leaf() -> impl Strategy<Value = ExprKind> {
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

fn truth() -> impl Strategy<Value = Truth> {
    prop::sample::select(&[Truth::True, Truth::False, Truth::Unknown][..])
}

const TYPED: &[&str] = &["date", "time", "timestamp", "interval"];

fn type_name() -> impl Strategy<Value = TypeName> {
    (name(), prop::collection::vec(number(), 0..3)).prop_map(|(name, args)| TypeName { name, args })
}

fn operator() -> impl Strategy<Value = BinaryOp> {
    use BinaryOp::{Add, And, Div, Eq, Ge, Gt, Le, Lt, Mul, Ne, Or, Rem, Sub};
    const ALL: &[BinaryOp] = &[Add, And, Div, Eq, Ge, Gt, Le, Lt, Mul, Ne, Or, Rem, Sub];
    prop::sample::select(ALL)
}

type Inner = BoxedStrategy<Expr>;

fn select_item(inner: &Inner, star: bool) -> impl Strategy<Value = SelectItem> + use<> {
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

fn join(inner: &Inner) -> impl Strategy<Value = Join> + use<> {
    prop_oneof![
        Just(Join::List),
        Just(Join::Cross),
        inner.clone().prop_map(Join::On),
        prop::collection::vec(name(), 1..3).prop_map(Join::Using),
    ]
}

/// The items of a `from`, with queries in them if `nested`.
fn from_items(inner: &Inner, nested: bool) -> BoxedStrategy<Vec<FromItem>> {
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
fn select(inner: &Inner, single: bool, nested: bool) -> BoxedStrategy<Box<Select>> {
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

fn expr() -> impl Strategy<Value = Expr> {
    leaf().prop_map(expr_of).prop_recursive(10, 200, 4, |inner| {
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
    })
}

fn column() -> impl Strategy<Value = Column> {
    (name(), type_name(), any::<Option<bool>>()).prop_map(|(name, ty, nullable)| Column {
        name,
        ty,
        nullable,
        stamp: None,
    })
}

fn field() -> impl Strategy<Value = Column> {
    let stamp = prop::option::weighted(0.2, prop::sample::select(Stamp::ALL));
    (column(), stamp)
        .prop_map(|(column, stamp)| Column { stamp: stamp.map(|stamp| (stamp, NOWHERE)), ..column })
}

fn assignments() -> impl Strategy<Value = Vec<Assignment>> {
    prop::collection::vec((name(), expr()), 1..3)
}

fn conflict() -> impl Strategy<Value = Conflict> {
    let columns = |least: usize| prop::collection::vec(name(), least..3);
    prop_oneof![
        columns(0).prop_map(|columns| Conflict {
            columns,
            action: ConflictAction::Nothing,
            span: NOWHERE
        }),
        (columns(1), assignments(), prop::option::of(expr())).prop_map(
            |(columns, set, condition)| Conflict {
                columns,
                action: ConflictAction::Update { set, condition },
                span: NOWHERE
            }
        ),
    ]
}

fn statement() -> impl Strategy<Value = Statement> {
    let names = prop::collection::vec(name(), 1..4);
    let values = prop::collection::vec(expr(), 1..3);
    let target = || (name(), prop::option::of(name()));
    let condition = || prop::option::of(expr());
    let others = || prop_oneof![2 => Just(Vec::new()), 1 => from_items(&expr().boxed(), true)];
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
        (target(), assignments(), others(), condition()).prop_map(
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

fn text() -> impl Strategy<Value = Option<Text>> {
    prop::option::of("[ -~账]{0,6}".prop_map(|text| Text { text, span: NOWHERE }))
}

fn rule_item() -> impl Strategy<Value = Item> {
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

fn function() -> impl Strategy<Value = Item> {
    let argument = (name(), type_name()).prop_map(|(name, ty)| Argument { name, ty });
    let arguments = prop::collection::vec(argument, 0..3);
    let body = (select(&expr().boxed(), true, true), any::<bool>()).prop_map(|(body, from)| {
        let from = if from { body.from } else { Vec::new() };
        Select { from, ..*body }
    });
    (name(), arguments, type_name(), body).prop_map(|(name, arguments, returns, body)| {
        Item::Function(Function { name, arguments, returns, body, span: NOWHERE })
    })
}

fn expected() -> impl Strategy<Value = Expected> {
    let reason = prop::option::of(prop::sample::select(Reason::ALL));
    prop_oneof![
        Just(Expected::Accept),
        (prop::option::of(name()), reason)
            .prop_map(|(rule, reason)| Expected::Reject { rule, reason }),
        name().prop_map(Expected::Warn),
    ]
}

fn step() -> impl Strategy<Value = Step> {
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

fn item() -> impl Strategy<Value = Item> {
    let columns = || prop::collection::vec(column(), 1..5);
    let fields = prop::collection::vec(field(), 1..5);
    let key = prop::collection::vec(name(), 0..3);
    let statements = || prop::collection::vec(statement(), 1..4);
    let rules = prop::collection::vec(name(), 0..3);
    let guard = || prop::option::of(expr());
    prop_oneof![
        2 => (name(), columns(), key, prop::option::of(number())).prop_map(
            |(name, columns, key, rows)| Item::Table(Table { name, columns, key, rows })
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
        1 => (name(), type_name(), expr()).prop_map(|(name, ty, value)| {
            Item::Parameter(Parameter { name, ty, value, span: NOWHERE })
        }),
        2 => function(),
        1 => "[ -~账]{0,6}".prop_map(|path| Item::Include(Include { path, span: NOWHERE })),
        1 => (-20..20_i64).prop_map(|hours| Item::TimeZone(TimeZone { hours, span: NOWHERE })),
        1 => (name(), prop::collection::vec(step(), 1..4))
            .prop_map(|(name, steps)| Item::Test(Test { name, steps, span: NOWHERE })),
    ]
}

fn file() -> impl Strategy<Value = File> {
    (prop::collection::vec(item(), 0..4), any::<bool>())
        .prop_map(|(items, has_end)| File { items, has_end })
}

fn assert_round_trip(file: &File) -> Result<(), TestCaseError> {
    let text = print(file);
    let (mut again, diagnostics) = parse_text(&text);
    let errors: Vec<String> =
        diagnostics.iter().map(|diagnostic| diagnostic.render("printed", &text, false)).collect();
    prop_assert!(errors.is_empty(), "{}", errors.join("\n"));
    erase_spans(&mut again);
    prop_assert_eq!(file, &again, "{}", text);
    prop_assert!(
        text.lines().all(|line| line.trim_end() == line || line.contains('\'')),
        "trailing spaces:\n{}",
        text
    );
    Ok(())
}

/// The number of cases of each test. `ROUND_TRIP_CASES=100000` runs the full number.
fn cases() -> ProptestConfig {
    let cases = std::env::var("ROUND_TRIP_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig::with_cases(cases.unwrap_or(1000))
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn printed_and_parsed_a_file_is_the_same(file in file()) {
        assert_round_trip(&file)?;
    }

    /// There are as few parentheses as precedence allows: without any one pair, the meaning
    /// changes.
    #[test]
    fn every_pair_of_grouping_parentheses_is_needed(condition in expr()) {
        let file = File { items: vec![rule(condition)], has_end: false };
        let text = print(&file);
        for (open, close) in grouping(&text) {
            let mut without = text.clone();
            without.replace_range(close..=close, " ");
            without.replace_range(open..=open, " ");
            let (mut other, _) = parse_text(&without);
            erase_spans(&mut other);
            prop_assert_ne!(&file, &other, "{} is not needed in {}", &text[open..=close], text);
        }
    }
}

fn rule(condition: Expr) -> Item {
    let name = Name { text: "r".to_owned(), span: NOWHERE };
    Item::Rule(Rule {
        warn: false,
        name,
        message: None,
        condition,
        guard: None,
        attributes: Attributes::default(),
        span: NOWHERE,
    })
}

/// The pairs of parentheses of a text without parentheses in strings.
fn grouping(text: &str) -> Vec<(usize, usize)> {
    if text.contains('\'') {
        return Vec::new();
    }
    let (mut open, mut pairs) = (Vec::new(), Vec::new());
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => open.push(at),
            b')' => pairs.extend(open.pop().map(|start| (start, at))),
            _ => {}
        }
    }
    pairs
}
