// SPDX-License-Identifier: Apache-2.0

//! Equality of expressions by their form.

use crate::hir::{Aggregate, Expr, ExprKind, RowMatch, RowVar};

/// Row variables that denote one row.
type Pairs = Vec<(RowVar, RowVar)>;

/// Whether two ways to a row are equal by their form.
pub(crate) fn same_row(left: &RowMatch, right: &RowMatch) -> bool {
    let mut pairs = vec![(left.var, right.var)];
    alike_rows(left, right, &mut pairs)
}

/// Whether two expressions are equal by their form.
pub(crate) fn same(left: &Expr, right: &Expr) -> bool {
    alike(left, right, &mut Vec::new())
}

/// Whether two expressions are equal by their form, where these row variables denote one row.
pub(crate) fn same_of_row(left: (&Expr, RowVar), right: (&Expr, RowVar)) -> bool {
    alike(left.0, right.0, &mut vec![(left.1, right.1)])
}

fn alike_rows(left: &RowMatch, right: &RowMatch, pairs: &mut Pairs) -> bool {
    let residuals = alike_parts(left.residual.as_ref(), right.residual.as_ref(), pairs);
    residuals && all_alike(&left.key, &right.key, pairs)
}

fn all_alike(left: &[Expr], right: &[Expr], pairs: &mut Pairs) -> bool {
    left.len() == right.len()
        && left.iter().zip(right).all(|(left, right)| alike(left, right, pairs))
}

/// Whether two expressions have one form, where each pair of row variables in `pairs` denotes one
/// row.
fn alike(left: &Expr, right: &Expr, pairs: &mut Pairs) -> bool {
    use ExprKind as K;
    if left.ty != right.ty {
        return false;
    }
    match (&left.kind, &right.kind) {
        (K::Number(a), K::Number(b)) => a == b,
        (K::Text(a), K::Text(b)) => a == b,
        (K::Null, K::Null) => true,
        (K::Field(a), K::Field(b)) => a == b,
        (K::Column(u, a), K::Column(v, b)) => a == b && (u == v || pairs.contains(&(*u, *v))),
        (K::Arith(o, a, b), K::Arith(p, c, d)) => {
            o == p && alike(a, c, pairs) && alike(b, d, pairs)
        }
        (K::Compare(o, a, b), K::Compare(p, c, d)) => {
            o == p && alike(a, c, pairs) && alike(b, d, pairs)
        }
        (K::Distinct(a, b), K::Distinct(c, d)) => alike(a, c, pairs) && alike(b, d, pairs),
        (K::Like(a, p), K::Like(b, q)) => p == q && alike(a, b, pairs),
        (K::Function(f, a), K::Function(g, b)) => f == g && all_alike(a, b, pairs),
        (K::Round(r, a), K::Round(s, b)) => r == s && alike(a, b, pairs),
        (K::And(a), K::And(b)) | (K::Or(a), K::Or(b)) | (K::Coalesce(a), K::Coalesce(b)) => {
            all_alike(a, b, pairs)
        }
        (K::Not(a), K::Not(b)) | (K::IsNull(a), K::IsNull(b)) | (K::Convert(a), K::Convert(b)) => {
            alike(a, b, pairs)
        }
        (K::Lookup { table: t, row: r, value: a }, K::Lookup { table: u, row: s, value: b }) => {
            let value = |pairs: &mut Pairs| alike_rows(r, s, pairs) && alike(a, b, pairs);
            t == u && with_rows(r.var, s.var, pairs, value)
        }
        (K::Exists { table: t, row: r }, K::Exists { table: u, row: s }) => {
            t == u && with_rows(r.var, s.var, pairs, |pairs| alike_rows(r, s, pairs))
        }
        (K::Aggregate(a), K::Aggregate(b)) => {
            with_rows(a.var, b.var, pairs, |pairs| alike_aggregates(a, b, pairs))
        }
        (K::Calendar(f, a), K::Calendar(g, b)) => f == g && all_alike(a, b, pairs),
        (K::Call(a), K::Call(b)) => a == b,
        (
            K::Number(_)
            | K::Text(_)
            | K::Null
            | K::Field(_)
            | K::Column(..)
            | K::Arith(..)
            | K::Compare(..)
            | K::Distinct(..)
            | K::Calendar(..)
            | K::Like(..)
            | K::Function(..)
            | K::Round(..)
            | K::And(_)
            | K::Or(_)
            | K::Not(_)
            | K::IsNull(_)
            | K::Case { .. }
            | K::Coalesce(_)
            | K::Convert(_)
            | K::Lookup { .. }
            | K::Exists { .. }
            | K::Aggregate(_)
            | K::Call(_),
            _,
        ) => false,
    }
}

/// Compares while `left` and `right` denote one row.
fn with_rows(
    left: RowVar,
    right: RowVar,
    pairs: &mut Pairs,
    compare: impl FnOnce(&mut Pairs) -> bool,
) -> bool {
    pairs.push((left, right));
    let equal = compare(pairs);
    pairs.pop();
    equal
}

/// Whether two aggregates have one form, where `pairs` has their row variables.
fn alike_aggregates(left: &Aggregate, right: &Aggregate, pairs: &mut Pairs) -> bool {
    let mut groups = left.group.iter().zip(&right.group);
    let mut calls = left.calls.iter().zip(&right.calls);
    left.table == right.table
        && left.group.len() == right.group.len()
        && groups.all(|((c, x), (d, y))| c == d && alike(x, y, pairs))
        && alike_parts(left.filter.as_ref(), right.filter.as_ref(), pairs)
        && alike_parts(left.condition.as_ref(), right.condition.as_ref(), pairs)
        && left.calls.len() == right.calls.len()
        && calls.all(|(x, y)| {
            x.function == y.function && alike_parts(x.argument.as_ref(), y.argument.as_ref(), pairs)
        })
        && alike(&left.value, &right.value, pairs)
}

fn alike_parts(left: Option<&Expr>, right: Option<&Expr>, pairs: &mut Pairs) -> bool {
    match (left, right) {
        (None, None) => true,
        (Some(left), Some(right)) => alike(left, right, pairs),
        (None, Some(_)) | (Some(_), None) => false,
    }
}
