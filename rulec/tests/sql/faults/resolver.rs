// SPDX-License-Identifier: Apache-2.0

//! Faults in the resolved tree.

use engine::wide::Rounding;
use rulec::hir::{
    Aggregate, AggregateFn, ArithOp, CompareOp, ConflictUpdate, Expr, ExprKind, Function, RowMatch,
    RuleSet, StatementKind,
};

/// A change of a rule set; it returns whether there was anything to change.
type Change = fn(&mut RuleSet) -> bool;

/// The faults by name.
pub const RESOLVER: &[(&str, Change)] = &[
    ("the operands of `-` are swapped", |rules| {
        kinds(rules, |kind| match kind {
            ExprKind::Arith(ArithOp::Sub, left, right) => swap(left, right),
            _ => false,
        })
    }),
    ("`<` is `<=`", |rules| {
        kinds(rules, |kind| match kind {
            ExprKind::Compare(op @ CompareOp::Lt, ..) => set(op, CompareOp::Le),
            _ => false,
        })
    }),
    ("the last operand of `and` is dropped", |rules| {
        kinds(rules, |kind| match kind {
            ExprKind::And(list) => {
                list.pop();
                if let [only] = list.as_slice() {
                    *kind = only.kind.clone();
                }
                true
            }
            _ => false,
        })
    }),
    ("`or` is `and`", |rules| {
        kinds(rules, |kind| match kind {
            ExprKind::Or(list) => {
                let list = std::mem::take(list);
                set(kind, ExprKind::And(list))
            }
            _ => false,
        })
    }),
    ("`not` is ignored", |rules| {
        exprs(rules, |expr| match &mut expr.kind {
            ExprKind::Not(inner) => {
                let inner = (**inner).clone();
                set(&mut expr.kind, inner.kind)
            }
            _ => false,
        })
    }),
    ("`coalesce` takes the last value first", |rules| {
        kinds(rules, |kind| match kind {
            ExprKind::Coalesce(list) => reverse(list),
            _ => false,
        })
    }),
    ("`case` tries its last arm first", |rules| {
        kinds(rules, |kind| match kind {
            ExprKind::Case { arms, .. } if arms.len() > 1 => reverse(arms),
            _ => false,
        })
    }),
    ("`%` is `/`", |rules| {
        kinds(rules, |kind| match kind {
            ExprKind::Arith(op @ ArithOp::Rem, left, _) if left.ty.is_integer() => {
                set(op, ArithOp::Div)
            }
            _ => false,
        })
    }),
    ("`greatest` is `least`", |rules| {
        kinds(rules, |kind| match kind {
            ExprKind::Function(function @ Function::Greatest, _) => set(function, Function::Least),
            _ => false,
        })
    }),
    ("`round` rounds toward zero", |rules| {
        kinds(rules, |kind| match kind {
            ExprKind::Round(rounding @ Rounding::HalfAway, _) => {
                set(rounding, Rounding::TowardZero)
            }
            _ => false,
        })
    }),
    ("the columns of a key are swapped", |rules| {
        row_matches(rules, |row| match row.key.as_mut_slice() {
            [first, second] if first.ty == second.ty => swap(first, second),
            _ => false,
        })
    }),
    ("what a `where` says besides the key is dropped", |rules| {
        row_matches(rules, |row| row.residual.take().is_some())
    }),
    ("the filter of an aggregate is dropped", |rules| {
        aggregates(rules, |aggregate| aggregate.filter.take().is_some())
    }),
    ("`count(x)` counts NULL", |rules| {
        aggregates(rules, |aggregate| {
            let counts = aggregate.calls.iter_mut().filter(|c| c.function == AggregateFn::Count);
            any(counts, |call| call.argument.take().is_some())
        })
    }),
    ("`min` is `max`", |rules| {
        aggregates(rules, |aggregate| {
            let least = aggregate.calls.iter_mut().filter(|c| c.function == AggregateFn::Min);
            any(least, |call| set(&mut call.function, AggregateFn::Max))
        })
    }),
    ("the guard of a rule is dropped", |rules| {
        any(&mut rules.rules, |rule| rule.guard.take().is_some())
    }),
    ("the guard of an `on` block is dropped", |rules| {
        any(&mut rules.blocks, |block| block.guard.take().is_some())
    }),
    ("an `insert` ignores `on conflict`", |rules| {
        upserts(rules, |kind| match kind {
            StatementKind::Upsert { table, values, .. } => {
                let (table, values) = (*table, std::mem::take(values));
                set(kind, StatementKind::Insert { table, values })
            }
            _ => false,
        })
    }),
    ("`do update` is `do nothing`", |rules| {
        upserts(rules, |kind| match kind {
            StatementKind::Upsert { update, .. } => update.take().is_some(),
            _ => false,
        })
    }),
    ("the `where` of `do update` is dropped", |rules| {
        upserts(rules, |kind| match kind {
            StatementKind::Upsert { update: Some(update), .. } => update.condition.take().is_some(),
            _ => false,
        })
    }),
    ("the row that is there and the proposed one are swapped", |rules| {
        upserts(rules, |kind| match kind {
            StatementKind::Upsert { update: Some(update), .. } => {
                swap(&mut update.row, &mut update.excluded)
            }
            _ => false,
        })
    }),
    ("the last statement of a block is dropped", |rules| {
        any(&mut rules.blocks, |block| {
            block.statements.len() > 1 && block.statements.pop().is_some()
        })
    }),
    ("the values of an `update` are swapped", |rules| {
        any(rules.blocks.iter_mut().flat_map(|block| &mut block.statements), |statement| {
            match &mut statement.kind {
                StatementKind::Update { set, .. } => match set.as_mut_slice() {
                    [(_, first), (_, second)] if first.ty == second.ty => swap(first, second),
                    _ => false,
                },
                _ => false,
            }
        })
    }),
];

fn upserts(rules: &mut RuleSet, mut change: impl FnMut(&mut StatementKind) -> bool) -> bool {
    let statements = rules.blocks.iter_mut().flat_map(|block| &mut block.statements);
    any(statements, |statement| match statement.kind {
        StatementKind::Upsert { .. } => change(&mut statement.kind),
        _ => false,
    })
}

fn set<T>(place: &mut T, value: T) -> bool {
    *place = value;
    true
}

fn swap<T>(left: &mut T, right: &mut T) -> bool {
    std::mem::swap(left, right);
    true
}

fn reverse<T>(list: &mut [T]) -> bool {
    list.reverse();
    true
}

/// Applies a change to each of the items; returns whether one was changed.
fn any<T>(items: impl IntoIterator<Item = T>, mut change: impl FnMut(T) -> bool) -> bool {
    items.into_iter().fold(false, |is_changed, item| change(item) | is_changed)
}

fn kinds(rules: &mut RuleSet, mut change: impl FnMut(&mut ExprKind) -> bool) -> bool {
    exprs(rules, |expr| change(&mut expr.kind))
}

fn aggregates(rules: &mut RuleSet, mut change: impl FnMut(&mut Aggregate) -> bool) -> bool {
    exprs(rules, |expr| match &mut expr.kind {
        ExprKind::Aggregate(aggregate) => change(aggregate),
        _ => false,
    })
}

/// Changes the ways to rows, of subqueries and of statements.
fn row_matches(rules: &mut RuleSet, mut change: impl FnMut(&mut RowMatch) -> bool) -> bool {
    let statements = rules.blocks.iter_mut().flat_map(|block| &mut block.statements);
    let of_statements = any(statements, |statement| match &mut statement.kind {
        StatementKind::Update { row, .. } | StatementKind::Delete { row, .. } => change(row),
        _ => false,
    });
    let of_subqueries = exprs(rules, |expr| match &mut expr.kind {
        ExprKind::Lookup { row, .. } | ExprKind::Exists { row, .. } => change(row),
        _ => false,
    });
    of_statements | of_subqueries
}

/// Changes every expression of a rule set.
fn exprs(rules: &mut RuleSet, mut change: impl FnMut(&mut Expr) -> bool) -> bool {
    let mut roots: Vec<&mut Expr> = Vec::new();
    for rule in &mut rules.rules {
        roots.push(&mut rule.condition);
        roots.extend(&mut rule.guard);
    }
    for block in &mut rules.blocks {
        roots.extend(&mut block.guard);
        for statement in &mut block.statements {
            roots.extend(statement_exprs(&mut statement.kind));
        }
    }
    any(roots, |root| in_expr(root, &mut change))
}

fn statement_exprs(kind: &mut StatementKind) -> Vec<&mut Expr> {
    match kind {
        StatementKind::Insert { values, .. } => values.iter_mut().collect(),
        StatementKind::Upsert { values, update, .. } => {
            let mut found: Vec<&mut Expr> = values.iter_mut().collect();
            if let Some(ConflictUpdate { set, condition, .. }) = update {
                found.extend(set.iter_mut().map(|(_, value)| value));
                found.extend(condition);
            }
            found
        }
        StatementKind::Update { row, set, .. } => {
            row_exprs(row).chain(set.iter_mut().map(|(_, value)| value)).collect()
        }
        StatementKind::Rows { rows, set, .. } => {
            [rows].into_iter().chain(set.iter_mut().flatten().map(|(_, value)| value)).collect()
        }
        StatementKind::Delete { row, .. } => row_exprs(row).collect(),
    }
}

fn row_exprs(row: &mut RowMatch) -> impl Iterator<Item = &mut Expr> {
    row.key.iter_mut().chain(&mut row.residual)
}

fn in_expr(expr: &mut Expr, change: &mut dyn FnMut(&mut Expr) -> bool) -> bool {
    let in_parts = any(parts(expr), |part| in_expr(part, change));
    change(expr) | in_parts
}

fn parts(expr: &mut Expr) -> Vec<&mut Expr> {
    match &mut expr.kind {
        ExprKind::Number(_)
        | ExprKind::Text(_)
        | ExprKind::Null
        | ExprKind::Field(_)
        | ExprKind::Column(..)
        | ExprKind::Call(_) => Vec::new(),
        ExprKind::Arith(_, left, right)
        | ExprKind::Compare(_, left, right)
        | ExprKind::Distinct(left, right) => vec![left, right],
        ExprKind::And(list)
        | ExprKind::Or(list)
        | ExprKind::Coalesce(list)
        | ExprKind::Function(_, list)
        | ExprKind::Calendar(_, list) => list.iter_mut().collect(),
        ExprKind::Not(inner)
        | ExprKind::IsNull(inner)
        | ExprKind::Like(inner, _)
        | ExprKind::Convert(inner)
        | ExprKind::Round(_, inner) => vec![inner],
        ExprKind::Case { arms, otherwise } => {
            let arms = arms.iter_mut().flat_map(|(when, then)| [when, then]);
            arms.chain(otherwise.as_deref_mut()).collect()
        }
        ExprKind::Lookup { row, value, .. } => row_exprs(row).chain([&mut **value]).collect(),
        ExprKind::Exists { row, .. } => row_exprs(row).collect(),
        ExprKind::Aggregate(aggregate) => {
            let Aggregate { group, filter, condition, calls, value, .. } = &mut **aggregate;
            let group = group.iter_mut().map(|(_, value)| value);
            let arguments = calls.iter_mut().filter_map(|call| call.argument.as_mut());
            group.chain(filter).chain(condition).chain(arguments).chain([value]).collect()
        }
    }
}
