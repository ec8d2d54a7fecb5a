// SPDX-License-Identifier: Apache-2.0

//! Conditions that cannot both be TRUE of one row.
//!
//! A statement that changes a row only where its status is not 0 takes nothing out of an aggregate
//! over rows whose status is 0: it need not look for the old group of the row.

use crate::hir::{CompareOp, Expr, ExprKind};
use engine::schema::ColumnId;

/// The greatest number of conditions of each side that are looked at.
const CONDITIONS_MAX: usize = 32;
/// The greatest number of tests of one disjunction; one of more says nothing.
const TESTS_MAX: usize = 32;

/// The values of a column where a condition is TRUE: intervals in ascending order that do not
/// overlap, both ends included.
type Values = Vec<(i128, i128)>;

/// Whether no row meets both conditions. They are about the same row, whatever variables denote it.
pub(super) fn contradict(one: &Expr, other: &Expr) -> bool {
    let tests = |expr| conjuncts(expr).iter().take(CONDITIONS_MAX).filter_map(test_of);
    let others: Vec<(ColumnId, Values)> = tests(other).collect();
    tests(one).any(|(column, values)| {
        let of_column = others.iter().filter(|(other, _)| *other == column);
        of_column.into_iter().any(|(_, others)| intersection(&values, others).is_empty())
    })
}

fn conjuncts(expr: &Expr) -> &[Expr] {
    if let ExprKind::And(all) = &expr.kind { all } else { std::slice::from_ref(expr) }
}

/// The column that a condition tests, and the values for which it is TRUE, if it tests one column
/// against numbers.
fn test_of(expr: &Expr) -> Option<(ColumnId, Values)> {
    if let ExprKind::Compare(op, left, right) = &expr.kind {
        if left.ty.scale() != right.ty.scale() {
            return None;
        }
        return match (number_of(left), number_of(right)) {
            (None, Some(number)) => Some((column_of(left)?, where_true(*op, number))),
            (Some(number), None) => Some((column_of(right)?, where_true(op.mirrored(), number))),
            (None, None) | (Some(_), Some(_)) => None,
        };
    }
    if let ExprKind::Not(operand) = &expr.kind {
        // Where the negation is TRUE, the operand is FALSE, and so the column is not NULL.
        let (column, values) = test_of(operand)?;
        return Some((column, complement(&values)));
    }
    if let ExprKind::Or(list) = &expr.kind {
        return test_of_any(list);
    }
    // A column of type BOOLEAN.
    Some((column_of(expr)?, vec![(1, 1)]))
}

/// The test of a disjunction of tests of one column.
fn test_of_any(list: &[Expr]) -> Option<(ColumnId, Values)> {
    let (first, others) = list.split_first().filter(|(_, others)| others.len() < TESTS_MAX)?;
    let (column, mut values) = test_of(first)?;
    for other in others {
        let (_, more) = test_of(other).filter(|(of, _)| *of == column)?;
        values = union(&values, &more);
    }
    Some((column, values))
}

/// The value of a literal, perhaps with another type.
fn number_of(expr: &Expr) -> Option<i128> {
    let of = with_type(expr);
    if let ExprKind::Number(number) = &of.kind { Some(*number) } else { None }
}

/// The column that an expression is, perhaps with another type.
fn column_of(expr: &Expr) -> Option<ColumnId> {
    let of = with_type(expr);
    if let ExprKind::Column(_, column) = &of.kind { Some(*column) } else { None }
}

/// What is converted, if only its type changes.
fn with_type(expr: &Expr) -> &Expr {
    if let ExprKind::Convert(of) = &expr.kind
        && of.ty.scale() == expr.ty.scale()
    {
        return with_type(of);
    }
    expr
}

fn where_true(op: CompareOp, number: i128) -> Values {
    let below = (i128::MIN, number.saturating_sub(1));
    let above = (number.saturating_add(1), i128::MAX);
    match op {
        CompareOp::Eq => vec![(number, number)],
        CompareOp::Ne => vec![below, above],
        CompareOp::Lt => vec![below],
        CompareOp::Le => vec![(i128::MIN, number)],
        CompareOp::Gt => vec![above],
        CompareOp::Ge => vec![(number, i128::MAX)],
    }
}

fn complement(values: &Values) -> Values {
    let mut found = Vec::with_capacity(values.len() + 1);
    let mut next = Some(i128::MIN);
    for (low, high) in values {
        if let Some(first) = next.filter(|first| first < low) {
            found.push((first, low - 1));
        }
        next = high.checked_add(1);
    }
    found.extend(next.map(|first| (first, i128::MAX)));
    found
}

fn intersection(one: &Values, other: &Values) -> Values {
    let pairs = one.iter().flat_map(|a| other.iter().map(move |b| (a.0.max(b.0), a.1.min(b.1))));
    pairs.filter(|(low, high)| low <= high).collect()
}

fn union(one: &Values, other: &Values) -> Values {
    complement(&intersection(&complement(one), &complement(other)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hir::RowVar;
    use crate::span::Span;
    use engine::schema::Type;

    fn expr(kind: ExprKind, ty: Type) -> Expr {
        Expr { kind, ty, nullable: false, span: Span::default() }
    }

    fn number(value: i128) -> Expr {
        expr(ExprKind::Number(value), Type::Int4)
    }

    fn column(var: u32, column: u16) -> Expr {
        let column = expr(ExprKind::Column(RowVar(var), ColumnId(column)), Type::Int2);
        expr(ExprKind::Convert(Box::new(column)), Type::Int4)
    }

    fn compare(op: CompareOp, left: Expr, right: Expr) -> Expr {
        expr(ExprKind::Compare(op, Box::new(left), Box::new(right)), Type::Boolean)
    }

    fn equals(of: u16, value: i128) -> Expr {
        compare(CompareOp::Eq, column(1, of), number(value))
    }

    fn not(operand: Expr) -> Expr {
        expr(ExprKind::Not(Box::new(operand)), Type::Boolean)
    }

    fn all(list: Vec<Expr>) -> Expr {
        expr(ExprKind::And(list), Type::Boolean)
    }

    fn any(list: Vec<Expr>) -> Expr {
        expr(ExprKind::Or(list), Type::Boolean)
    }

    #[test]
    fn conditions_on_one_column_contradict() {
        let live = compare(CompareOp::Eq, column(7, 3), number(0));
        let filter = all(vec![equals(2, 5), live]);
        let less = |value| compare(CompareOp::Lt, number(value), column(1, 3));
        for statement in [
            compare(CompareOp::Ne, column(1, 3), number(0)),
            not(equals(3, 0)),
            equals(3, 4),
            any(vec![equals(3, 1), equals(3, 2)]),
            not(any(vec![equals(3, 0), equals(3, 2)])),
            less(0),
            all(vec![equals(9, 0), less(3)]),
            not(compare(CompareOp::Le, column(1, 3), number(0))),
        ] {
            assert!(contradict(&statement, &filter), "{statement:?}");
            assert!(contradict(&filter, &statement), "{statement:?}");
        }
    }

    #[test]
    fn conditions_that_one_row_can_meet_do_not() {
        let filter = all(vec![equals(2, 5), equals(3, 0)]);
        for statement in [
            equals(4, 1),
            equals(3, 0),
            any(vec![equals(3, 1), equals(3, 0)]),
            any(vec![equals(3, 1), equals(4, 1)]),
            not(equals(3, 1)),
            compare(CompareOp::Ne, column(1, 3), column(1, 4)),
            compare(CompareOp::Ge, column(1, 3), number(0)),
            compare(CompareOp::Le, column(1, 3), number(0)),
        ] {
            assert!(!contradict(&statement, &filter), "{statement:?}");
        }
    }

    #[test]
    fn sets_of_values_are_exact() {
        let sets: Vec<Values> = vec![
            vec![],
            vec![(i128::MIN, i128::MAX)],
            vec![(-2, 1), (3, 3)],
            vec![(i128::MIN, -1), (2, 4), (6, i128::MAX)],
        ];
        let has = |set: &Values, value: i128| set.iter().any(|(l, h)| (*l..=*h).contains(&value));
        for (one, other) in sets.iter().flat_map(|one| sets.iter().map(move |other| (one, other))) {
            for value in (-9..9).chain([i128::MIN, i128::MAX]) {
                let (a, b) = (has(one, value), has(other, value));
                assert_eq!(has(&complement(one), value), !a);
                assert_eq!(has(&intersection(one, other), value), a && b);
                assert_eq!(has(&union(one, other), value), a || b);
            }
        }
    }
}
