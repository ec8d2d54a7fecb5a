// SPDX-License-Identifier: Apache-2.0

//! Types, conversions and access paths of accepted files, which the golden cases do not show.

use super::Paths;
use super::resolve;
use crate::hir::{
    Aggregate, AggregateFn, ArithOp, Expr, ExprKind, RowMatch, RuleSet, StatementKind,
};
use crate::parse::parse_text;
use engine::schema::{ColumnId, Type};

const DECLARATIONS: &str = "
    create table t (
        k int not null primary key,
        k8 int8, s smallint, d decimal(10, 2), e decimal(8, 4), c char(4), f boolean, at timestamp
    );
    create table pair (a int, b char(8), n int8 not null, primary key (b, a));
    create message m (
        i int not null, i8 int8 not null, s smallint not null, d decimal(10, 2) not null,
        e decimal(8, 4) not null, c char(4) not null, f boolean not null, at timestamp not null,
        n int
    );
";

fn resolve_text(text: &str) -> (Option<RuleSet>, Vec<String>) {
    let (file, faults) = parse_text(text);
    assert!(faults.is_empty(), "{text}: {faults:?}");
    let (set, diagnostics) = resolve(&file, Paths::default());
    (
        set,
        diagnostics
            .iter()
            .map(|diagnostic| format!("{}: {}", diagnostic.code, diagnostic.message))
            .collect(),
    )
}

fn accept(text: &str) -> RuleSet {
    let (set, diagnostics) = resolve_text(&format!("{DECLARATIONS}{text}"));
    set.unwrap_or_else(|| panic!("{text}: {diagnostics:?}"))
}

fn refuse(text: &str) -> Vec<String> {
    let (set, diagnostics) = resolve_text(&format!("{DECLARATIONS}{text}"));
    assert!(set.is_none(), "{text}: accepted");
    diagnostics
}

/// The resolved form of an expression over message `m`.
fn expr(text: &str) -> Expr {
    let mut set = accept(&format!("rule r (({text}) is null where m.i = 0)"));
    match set.rules.remove(0).condition.kind {
        ExprKind::IsNull(inner) => *inner,
        other => panic!("{text}: {other:?}"),
    }
}

fn row_of(expr: &Expr) -> &RowMatch {
    match &expr.kind {
        ExprKind::Lookup { row, .. } | ExprKind::Exists { row, .. } => row,
        other => panic!("not by key: {other:?}"),
    }
}

fn aggregate_of(expr: &Expr) -> &Aggregate {
    match &expr.kind {
        ExprKind::Aggregate(aggregate) => aggregate,
        other => panic!("not an aggregate: {other:?}"),
    }
}

#[test]
fn a_literal_counts_the_digits_that_it_has() {
    let decimal = |precision, scale| Type::Decimal { precision, scale };
    for (text, ty) in [
        ("1 - m.d", decimal(11, 2)),
        ("m.e * 10", decimal(10, 4)),
        ("coalesce(null, 5, m.d)", decimal(10, 2)),
        ("case when m.f then 123456789 else m.e end", decimal(13, 4)),
        ("7::decimal * m.e", decimal(9, 4)),
        ("1 / m.d", decimal(19, 16)),
        ("m.i - m.d", decimal(13, 2)),
    ] {
        assert_eq!(expr(text).ty, ty, "{text}");
    }
    // The argument of a sum has at most 30 digits.
    accept("rule r (coalesce((select sum(k * d * (1 - e)) from t where k8 = m.i8), 0) < 5)");
}

#[test]
fn char_without_a_length_is_that_of_sql() {
    let one = Type::Char(1);
    assert_eq!(expr("cast(m.c as char(4))").ty, Type::Char(4));
    assert_eq!(expr("'abc'::char").ty, one);
    let set = accept("create table one (k int primary key, c char); rule r (m.i > 0)");
    assert_eq!(
        set.tables.iter().find(|table| table.name == "one").map(|t| t.columns[1].ty),
        Some(one)
    );
    // In a signature, the length of a text has no meaning.
    let set = accept(
        "create function is_one(a char) returns char as $$
             select case when a = 'abcd' then a end
         $$ language sql;
         rule r (is_one(m.c) is not null)",
    );
    assert!(set.rules[0].condition.nodes().all(|node| node.ty != one));
}

fn number(expr: &Expr) -> i128 {
    match expr.kind {
        ExprKind::Number(value) => value,
        ref other => panic!("not a number: {other:?}"),
    }
}

#[test]
fn types_of_arithmetic() {
    for (text, ty) in [
        ("1", "INT"),
        ("2147483647", "INT"),
        ("2147483648", "INT8"),
        ("-2147483648", "INT"),
        ("-2147483649", "INT8"),
        ("-9223372036854775808", "INT8"),
        ("- -5", "INT"),
        ("-(-2147483648)", "INT8"),
        ("1.25", "DECIMAL(3,2)"),
        ("0.05", "DECIMAL(2,2)"),
        ("-12.0", "DECIMAL(3,1)"),
        ("'abc  '", "CHAR(3)"),
        ("m.s + m.s", "INT8"),
        ("-m.s", "INT8"),
        ("m.s + 1", "INT8"),
        ("m.i * m.i", "INT8"),
        ("m.i % m.i8", "INT8"),
        ("m.i / 2", "INT8"),
        ("m.d + 1", "DECIMAL(11,2)"),
        ("m.d - m.e", "DECIMAL(13,4)"),
        ("m.d * m.e", "DECIMAL(18,6)"),
        ("m.d / m.e", "DECIMAL(28,16)"),
        ("m.i / m.d", "DECIMAL(28,16)"),
        ("m.d % 0.125", "DECIMAL(3,3)"),
        ("m.d * m.d * m.d * m.d", "DECIMAL(38,8)"),
        ("m.d * m.d * m.d / m.d", "DECIMAL(38,12)"),
        ("round(m.e, 2)", "DECIMAL(7,2)"),
        ("trunc(m.e)", "DECIMAL(4,0)"),
        ("floor(m.i)", "INT"),
        ("greatest(m.i, m.d)", "DECIMAL(12,2)"),
        ("nullif(m.s, m.i)", "SMALLINT"),
        ("sign(m.d)", "INT"),
        ("9223372036854775808", "DECIMAL(19,0)"),
        ("5 * 60 * 1000000000", "INT8"),
        ("-m.d", "DECIMAL(10,2)"),
        ("abs(m.s)", "INT8"),
        ("abs(m.i)", "INT8"),
        ("abs(m.i8)", "INT8"),
        ("abs(m.d)", "DECIMAL(10,2)"),
        ("abs(-5)", "INT"),
        ("abs(2147483648)", "INT8"),
        ("abs(-2147483648)", "INT8"),
        ("abs(-12.0)", "DECIMAL(3,1)"),
        ("m.i8 + abs(null)", "INT8"),
    ] {
        assert_eq!(expr(text).ty.to_string(), ty, "{text}");
    }
}

#[test]
fn types_of_times_choices_and_subqueries() {
    for (text, ty) in [
        ("m.at + 5", "TIMESTAMP"),
        ("m.at - m.i8", "TIMESTAMP"),
        ("m.at - m.at", "INT8"),
        ("m.at - null", "TIMESTAMP"),
        ("null + m.i8", "INT8"),
        ("coalesce(m.s, m.i8)", "INT8"),
        ("coalesce(null, m.at, 0)", "TIMESTAMP"),
        ("case when m.f then m.d else 1 end", "DECIMAL(10,2)"),
        ("case when m.f then 'ab' else m.c end", "CHAR(4)"),
        ("case m.i when 1 then null else m.f end", "BOOLEAN"),
        ("m.i > 0.5", "BOOLEAN"),
        ("m.f", "BOOLEAN"),
        ("(select sum(s) from t where k8 = m.i)", "INT8"),
        ("(select sum(d) from t where k8 = m.i)", "DECIMAL(38,2)"),
        ("(select avg(d) from t where k8 = m.i)", "DECIMAL(14,6)"),
        ("(select avg(k) from t where k8 = m.i)", "DECIMAL(16,6)"),
        ("(select min(d) from t where k8 = m.i)", "DECIMAL(10,2)"),
        ("(select max(at) from t where k8 = m.i)", "TIMESTAMP"),
        ("(select count(c) from t where k8 = m.i)", "INT8"),
        ("(select abs(sum(s)) from t where k8 = m.i)", "INT8"),
        ("(select sum(abs(d)) from t where k8 = m.i)", "DECIMAL(38,2)"),
        ("(select max(k) - min(k) from t where k8 = m.i)", "INT8"),
        ("(select d from t where k = m.i)", "DECIMAL(10,2)"),
    ] {
        assert_eq!(expr(text).ty.to_string(), ty, "{text}");
    }
}

#[test]
fn nullability_of_expressions() {
    for (text, nullable) in [
        ("m.i", false),
        ("m.n", true),
        ("m.n + 1", true),
        ("abs(m.i)", false),
        ("abs(m.n)", true),
        ("coalesce(m.n, 0)", false),
        ("coalesce(m.n, m.n)", true),
        ("m.n is null", false),
        ("case when m.n > 0 then 1 else 2 end", false),
        ("case when m.i > 0 then 1 end", true),
        ("m.i > 0 and m.n > 0", true),
        ("(select k from t where k = m.i)", true),
        ("exists (select k from t where k = m.i)", false),
        ("exists (select k from t where k8 = m.i)", false),
        ("(select count(d) from t where k8 = m.i)", false),
        ("(select sum(d) from t where k8 = m.i)", true),
        ("(select coalesce(max(d), 0) from t where k8 = m.i)", false),
    ] {
        assert_eq!(expr(text).nullable, nullable, "{text}");
    }
}

#[test]
fn operands_keep_their_scales() {
    let ExprKind::Compare(_, left, right) = expr("m.d > 1").kind else { panic!() };
    assert_eq!((left.ty.scale(), right.ty.scale(), number(&right)), (2, 0, 1));
    let ExprKind::Arith(ArithOp::Add, left, right) = expr("m.d + m.e").kind else { panic!() };
    assert_eq!((left.ty.scale(), right.ty.scale()), (2, 4));
    let ExprKind::Compare(_, left, right) = expr("m.at > 5").kind else { panic!() };
    assert_eq!((left.ty, right.ty), (Type::Timestamp, Type::Timestamp));
}

#[test]
fn constants_are_folded() {
    for (text, value) in [
        ("100000 * 100000", 10_000_000_000),
        ("7 / 2 - 7 % 2", 2),
        ("1.25 + 2", 325),
        ("1.5 * 1.5", 225),
        ("1 / 8.0", 1_250_000_000_000_000),
        ("-9223372036854775807 - 1", i64::MIN.into()),
    ] {
        assert_eq!(number(&expr(text)), value, "{text}");
    }
    for text in ["9223372036854775807 + 1", "1 / 0", "2 % (3 - 3)", "1.5 / 0"] {
        let refused = refuse(&format!("rule r (m.i > {text})"));
        assert!(refused[0].starts_with("constant-overflow"), "{text}: {refused:?}");
    }
}

#[test]
fn quotients_say_their_shift() {
    let shift = |text: &str| match expr(text).kind {
        ExprKind::Arith(ArithOp::DivRound { shift }, ..) => shift,
        other => panic!("{text}: {other:?}"),
    };
    assert_eq!(shift("m.d / m.e"), 16 + 4 - 2);
    assert_eq!(shift("m.e / m.d"), 16 + 2 - 4);
    assert_eq!(shift("m.i / 0.000000001"), 16 + 9);
    assert_eq!(shift("0.000000000000000001 / m.i"), 0);
    // The dividend has 38 digits, and so no room for more.
    assert_eq!(shift("m.d * m.d * m.d * m.d / m.d"), 0);
}

#[test]
fn logic_is_flat() {
    let ExprKind::And(list) =
        expr("m.f and (m.i > 0 and m.i between 1 and 2) and (m.f or m.f or m.f)").kind
    else {
        panic!()
    };
    assert_eq!(list.len(), 5);
    assert!(matches!(&list[4].kind, ExprKind::Or(list) if list.len() == 3));
    assert!(matches!(expr("m.i not in (1, 2)").kind, ExprKind::Not(_)));
    assert!(matches!(expr("m.i in (1)").kind, ExprKind::Compare(..)));
}

#[test]
fn by_key_with_a_residual() {
    let found = expr("(select n from pair where n > 0 and a = m.i and m.c = b and a = 7 and m.f)");
    let row = row_of(&found);
    // The parts are in the order of the key, which is the order of the columns, not of the text.
    assert!(row.key.iter().all(|part| matches!(part.kind, ExprKind::Field(_))));
    assert_eq!(row.key.iter().map(|part| part.ty).collect::<Vec<_>>(), [Type::Int4, Type::Char(4)]);
    assert!(
        matches!(&row.residual, Some(Expr { kind: ExprKind::And(list), .. }) if list.len() == 3)
    );
}

#[test]
fn keys_are_looked_up_at_the_scale_of_the_column() {
    let set =
        "create table p (d decimal(10, 2) primary key, n int); create message q (i int not null);
        rule r ((select n from p where d = q.i) is null)
        rule s ((select n from p where d = 1.5) is null where q.i = 0)";
    let (set, diagnostics) = resolve_text(set);
    let set = set.unwrap_or_else(|| panic!("{diagnostics:?}"));
    let key = |rule: usize| match &set.rules[rule].condition.kind {
        ExprKind::IsNull(inner) => row_of(inner).key[0].clone(),
        other => panic!("{other:?}"),
    };
    // No row has a key that its column cannot hold.
    let ExprKind::Case { arms, otherwise: None } = key(0).kind else { panic!() };
    assert!(matches!(arms[0].1.kind, ExprKind::Convert(_)) && arms[0].1.ty.scale() == 2);
    assert_eq!(number(&key(1)), 150);
}

#[test]
fn exists_by_key_or_by_count() {
    assert!(matches!(
        expr("exists (select 1 from pair where a = 1 and b = m.c)").kind,
        ExprKind::Exists { .. }
    ));
    let counted = expr("exists (select 1 from pair where a = m.i)");
    let aggregate = aggregate_of(&counted);
    assert_eq!(aggregate.calls[0].function, AggregateFn::Count);
    assert!(matches!(aggregate.value.kind, ExprKind::Compare(..)));
}

#[test]
fn aggregates_know_group_filter_and_condition() {
    let found = expr(
        "(select sum(n) from pair
            where n > 5 and b = m.c and a = 1 and m.f and m.i > 0 and a = m.i)",
    );
    let aggregate = aggregate_of(&found);
    assert_eq!(
        aggregate.group.iter().map(|(column, _)| *column).collect::<Vec<_>>(),
        [ColumnId(0), ColumnId(1)]
    );
    for part in [&aggregate.filter, &aggregate.condition] {
        assert!(matches!(part, Some(Expr { kind: ExprKind::And(list), .. }) if list.len() == 2));
    }
}

#[test]
fn average_is_a_guarded_quotient() {
    let found = expr("(select avg(e) from t where k8 = m.i)");
    let aggregate = aggregate_of(&found);
    assert_eq!(
        aggregate.calls.iter().map(|call| call.function).collect::<Vec<_>>(),
        [AggregateFn::Sum, AggregateFn::Count]
    );
    let ExprKind::Case { arms, otherwise: None } = &aggregate.value.kind else { panic!() };
    assert!(matches!(arms[0].1.kind, ExprKind::Arith(ArithOp::DivRound { shift: 2 }, ..)));
}

#[test]
fn correlated_subqueries_in_lookups() {
    expr("(select (select n from pair where a = t.k and b = t.c) from t where k = m.i)");
    expr("(select (select sum(n) from pair where a = t.k) from t where k = m.i)");
    expr("(select n from pair where a = (select k from t where k = m.i) and b = m.c)");
    expr("(select max(n) from pair where a = (select k from t where k = m.i))");
    let refused = refuse(
        "rule r ((select n from pair
            where a = (select k from t where t.k = pair.a) and b = m.c) > 0)",
    );
    assert!(refused[0].starts_with("no-index"), "{refused:?}");
}

#[test]
fn writes_are_at_the_type_of_the_column() {
    let set = accept(
        "on m (
            update t set d = m.e, at = 7, k8 = m.i, c = 'x', s = 2.5, e = m.i8 where k = m.i;
            insert into t (k, d) values (m.i, 1.005)
        )",
    );
    let StatementKind::Update { set: assignments, .. } = &set.blocks[0].statements[0].kind else {
        panic!()
    };
    for (column, value) in assignments {
        let column = &set.tables[0].columns[usize::from(column.0)];
        assert!(value.ty == column.ty || column.name == "c", "{}", column.name);
    }
    assert_eq!(
        assignments.iter().map(|(column, _)| column.0).collect::<Vec<_>>(),
        [1, 2, 3, 4, 5, 7]
    );
    assert_eq!(number(&assignments[1].1), 3);
    let StatementKind::Insert { values, .. } = &set.blocks[0].statements[1].kind else { panic!() };
    assert_eq!(values.len(), 8);
    assert_eq!(number(&values[3]), 101);
    assert!(matches!(values[1].kind, ExprKind::Null) && values[1].ty == Type::Int8);
}

#[test]
fn decimal_arithmetic_is_range_checked_when_written() {
    let set = accept(
        "create table w (k int primary key, a decimal(18, 2), b decimal(18, 2)); on m (
        update w set a = m.d + m.d, b = w.a where k = 1)",
    );
    let StatementKind::Update { set: assignments, .. } = &set.blocks[0].statements[0].kind else {
        panic!()
    };
    assert!(matches!(assignments[0].1.kind, ExprKind::Convert(_)));
    assert!(matches!(assignments[1].1.kind, ExprKind::Column(..)));
}

#[test]
fn aggregates_may_be_read_beside_and_before_the_change() {
    accept(
        "on m (
        update t set k8 = (select sum(o.k8) from t o where o.c = m.c) where k = m.i;
        update t set d = (select count(*) from t o where o.s = m.s) where k = m.i)",
    );
    accept(
        "on m (delete from t where k = 1) create message other (i int not null);
        on other where (select count(*) from t where k8 = other.i) > 0 (delete from t where k = 1)",
    );
}

#[test]
fn inferred_keys_follow_from_the_first_lookup() {
    let text = "create table u (a int, b int, c int8); create message m (i int not null);
        rule counted ((select count(*) from u where c = m.i) < 5)
        rule found (exists (select 1 from u where m.i = b and a = 3 and c > 0))
        rule later (exists (select 1 from u where c = m.i))";
    let (set, diagnostics) = resolve_text(text);
    let set = set.unwrap_or_else(|| panic!("{diagnostics:?}"));
    assert_eq!(set.tables[0].key, [ColumnId(0), ColumnId(1)]);
    assert!(!set.tables[0].columns[0].nullable && set.tables[0].columns[2].nullable);
    assert!(diagnostics[0].starts_with("inferred-key"));
}

#[test]
fn errors_do_not_cascade() {
    for text in [
        "rule r (m.nothing + 1 > 'x' and m.f)",
        "rule r (nothing.a > 0)",
        "rule r ((select x from nothing where y = 1) > 0)",
        "create table w (k int primary key, a intt);
        rule r ((select a from w where k = m.i) > 'x')",
        "create table w (k int, b int, primary key (kk));
        rule r ((select b from w where k = m.i) > 0)",
        "create table pair (z int primary key); rule r (exists (select 1 from t where k = m.i))",
        "on nothing (insert into pair values (nothing.a, 'x', nothing.b))",
    ] {
        assert_eq!(refuse(text).len(), 1, "{text}: {:?}", refuse(text));
    }
}

#[test]
fn deep_and_wide_input_is_bounded() {
    let sum = vec!["m.i"; 500].join(" + ");
    accept(&format!("rule r ({sum} > 0)"));
    let sum = vec!["m.n"; 500].join(" + ");
    accept(&format!("rule r (({sum}) is null or {sum} > 0)"));
    let chain = vec!["m.f"; 500].join(" and ");
    let set = accept(&format!("rule r ({chain})"));
    assert!(matches!(&set.rules[0].condition.kind, ExprKind::And(list) if list.len() == 500));
    let nested = (0..24).fold("m.f".to_owned(), |inner, _| {
        format!("case {inner} when true then true else false end")
    });
    accept(&format!(
        "rule r ({})",
        (0..10).fold("m.f".to_owned(), |inner, _| format!("(({inner}) in (true, m.f))"))
    ));
    // A simple `case` of one arm uses each copy once, and so stays small.
    accept(&format!("rule r ({nested})"));
}
