// SPDX-License-Identifier: Apache-2.0

//! The texts by which aggregates and lists over the same rows are found, and which listings show.

use crate::hir::{Aggregate, ArithOp, CompareOp, Expr, ExprKind, Function, List, RuleSet};
use engine::schema::{ColumnId, TableId};
use engine::wide::Rounding;
use std::borrow::Cow;

/// The text that is equal for two aggregates exactly if they share a hidden table. The conjuncts of
/// the filter are sorted, because their order has no meaning.
pub(super) fn identity(rules: &RuleSet, aggregate: &Aggregate) -> String {
    let group: Vec<u16> = aggregate.group.iter().map(|(column, _)| column.0).collect();
    format!("{} {group:?} {}", aggregate.table.0, filter_text(rules, aggregate, describe))
}

fn filter_text(
    rules: &RuleSet,
    aggregate: &Aggregate,
    text: fn(&RuleSet, TableId, &Expr) -> String,
) -> String {
    let conjuncts = aggregate.conjuncts().iter();
    let mut conjuncts: Vec<String> = conjuncts.map(|e| text(rules, aggregate.table, e)).collect();
    conjuncts.sort();
    conjuncts.join(" and ")
}

/// The rows of an aggregate as text: their table, their group and the filter.
pub(super) fn definition(rules: &RuleSet, aggregate: &Aggregate) -> String {
    let base = &rules.tables[usize::from(aggregate.table.0)];
    let mut text = format!("of {}", base.name);
    let group: Vec<&str> =
        aggregate.group.iter().map(|(c, _)| base.columns[usize::from(c.0)].name.as_str()).collect();
    if !group.is_empty() {
        text += &format!(" by {}", group.join(", "));
    }
    let filter = filter_text(rules, aggregate, shown);
    if !filter.is_empty() {
        text += &format!(" where {filter}");
    }
    text
}

/// The text that is equal for two lists exactly if they share a hidden table.
pub(super) fn list_identity(rules: &RuleSet, list: &List) -> String {
    let filter = list.filter.as_ref().map(|filter| describe(rules, list.table, filter));
    format!("{} {:?} {filter:?} {} {:?}", list.table.0, list.group, list.bound, list.time)
}

/// The rows of a list as text.
pub(super) fn list_definition(rules: &RuleSet, list: &List) -> String {
    let base = &rules.tables[usize::from(list.table.0)];
    let name = |column: &ColumnId| base.columns[usize::from(column.0)].name.as_str();
    let group: Vec<&str> = list.group.iter().map(name).collect();
    let mut definition = match &list.time {
        Some(time) => {
            let rows = if list.bound == 1 { "row".into() } else { format!("{} rows", list.bound) };
            format!("the last {rows} of {} by {}", base.name, name(time))
        }
        None => format!("the rows of {}", base.name),
    };
    if !group.is_empty() {
        definition += &format!(" of each {}", group.join(", "));
    }
    if let Some(filter) = &list.filter {
        definition += &format!(" where {}", shown(rules, list.table, filter));
    }
    definition
}

/// The text of an expression over the columns of one row and constants. Expressions with equal text
/// have equal values: the text includes conversions, and the types of arithmetic where they
/// determine overflow.
pub(super) fn describe(rules: &RuleSet, table: TableId, expr: &Expr) -> String {
    // The debug text shares nothing.
    text_of(rules, table, expr, |other| format!("{other:?}"))
}

/// The text of an expression for people.
pub(super) fn shown(rules: &RuleSet, table: TableId, expr: &Expr) -> String {
    text_of(rules, table, expr, |other| match other.kind {
        ExprKind::Field(_) => "a field".into(),
        _ => "(select …)".into(),
    })
}

/// The text of an expression. `other` gives that of what reads more than one row and constants.
fn text_of(rules: &RuleSet, table: TableId, expr: &Expr, other: fn(&Expr) -> String) -> String {
    let text = |e: &Expr| text_of(rules, table, e, other);
    let all = |list: &[Expr], with: &str| list.iter().map(text).collect::<Vec<_>>().join(with);
    match &expr.kind {
        ExprKind::Number(n) if expr.ty.scale() > 0 => format!("{n}e-{}", expr.ty.scale()),
        ExprKind::Number(n) => n.to_string(),
        ExprKind::Text(t) => format!("'{}'", t.replace('\'', "''")),
        ExprKind::Null => "null".into(),
        ExprKind::Column(_, column) => {
            rules.tables[usize::from(table.0)].columns[usize::from(column.0)].name.clone()
        }
        ExprKind::Arith(op, l, r) => {
            format!("({} {} {})::{}", text(l), arith_sign(*op), text(r), expr.ty)
        }
        ExprKind::Distinct(l, r) => format!("({} is distinct from {})", text(l), text(r)),
        ExprKind::Like(e, prefix) => {
            format!("({} like '{}%')", text(e), prefix.replace('\'', "''"))
        }
        ExprKind::Function(function, list) => {
            let name = match function {
                Function::Abs => "abs",
                Function::Sign => "sign",
                Function::Greatest => "greatest",
                Function::Least => "least",
            };
            format!("{name}({})", all(list, ", "))
        }
        ExprKind::Calendar(function, list) => {
            format!("{}({})::{}", function.name(), all(list, ", "), expr.ty)
        }
        ExprKind::Round(rounding, e) => {
            let name = match rounding {
                Rounding::HalfAway => "round",
                Rounding::TowardZero => "trunc",
                Rounding::Floor => "floor",
                Rounding::Ceiling => "ceil",
            };
            format!("{name}({}, {})", text(e), expr.ty.scale())
        }
        ExprKind::Compare(op, l, r) => {
            format!("{} {} {}", text(l), compare_sign(*op), text(r))
        }
        ExprKind::And(list) => format!("({})", all(list, " and ")),
        ExprKind::Or(list) => format!("({})", all(list, " or ")),
        ExprKind::Not(e) => format!("not ({})", text(e)),
        ExprKind::IsNull(e) => format!("({} is null)", text(e)),
        ExprKind::Case { arms, otherwise } => {
            let arms: String =
                arms.iter().map(|(c, v)| format!(" when {} then {}", text(c), text(v))).collect();
            let otherwise =
                otherwise.as_ref().map_or(String::new(), |e| format!(" else {}", text(e)));
            format!("case{arms}{otherwise} end")
        }
        ExprKind::Coalesce(list) => format!("coalesce({})", all(list, ", ")),
        ExprKind::Convert(e) => format!("{}::{}", text(e), expr.ty),
        // The resolver accepts none of these in a filter or an argument.
        ExprKind::Field(_)
        | ExprKind::Lookup { .. }
        | ExprKind::Exists { .. }
        | ExprKind::Aggregate(_)
        | ExprKind::Call(_) => other(expr),
    }
}

/// The sign of an operation, in the text of an expression.
fn arith_sign(op: ArithOp) -> Cow<'static, str> {
    match op {
        ArithOp::Add => "+".into(),
        ArithOp::Sub => "-".into(),
        ArithOp::Mul => "*".into(),
        ArithOp::Div => "/".into(),
        ArithOp::Rem => "%".into(),
        ArithOp::DivRound { shift } => format!("/e{shift}").into(),
    }
}

/// The sign of a comparison, in the text of an expression.
fn compare_sign(op: CompareOp) -> &'static str {
    match op {
        CompareOp::Eq => "=",
        CompareOp::Ne => "<>",
        CompareOp::Lt => "<",
        CompareOp::Le => "<=",
        CompareOp::Gt => ">",
        CompareOp::Ge => ">=",
    }
}
