// SPDX-License-Identifier: Apache-2.0

//! The warning about an overflow, with values of the operands that lead to it.

use super::overflow_place::Overflow;
use super::rows::Rows;
use crate::diagnostic::Diagnostic;
use crate::hir::{ArithOp, Expr, ExprKind, Function};
use crate::interval::Interval;
use engine::schema::{MessageId, Type};

/// The warning about an overflow while a message is decided.
pub(super) fn diagnostic(
    rows: &Rows<'_>,
    message: MessageId,
    overflow: &Overflow<'_>,
) -> Diagnostic {
    let set = rows.set;
    let Overflow { expr, operands, range, .. } = overflow;
    let values = example(expr, operands, *range);
    let names = operand_names(rows, message, operands);
    let shown: Vec<String> = operands
        .iter()
        .zip(values)
        .zip(names)
        .filter(|(((operand, _), _), _)| !matches!(operand.kind, ExprKind::Number(_)))
        .map(|(((operand, _), value), name)| {
            format!("{name} is {}", number(value, operand.ty.scale()))
        })
        .collect();
    let what = match &expr.kind {
        ExprKind::Convert(_) => format!("this value might not fit {}", expr.ty),
        _ if matches!(expr.ty, Type::Decimal { .. }) => {
            "this might have more than 38 digits".into()
        }
        _ => "this might not fit 64 bits".to_owned(),
    };
    let label = match shown.is_empty() {
        true => "`overflow`".to_owned(),
        false => format!("`overflow` where {}", shown.join(" and ")),
    };
    let warning = Diagnostic::warning("may-overflow", what, expr.span, label);
    let owner = &set.messages[usize::from(message.0)].name;
    let field = operands.iter().flat_map(|(operand, _)| operand.nodes()).find_map(|node| {
        if let ExprKind::Field(id) = node.kind { Some(set.field_name(message, id)) } else { None }
    });
    match (&expr.kind, field) {
        (ExprKind::Convert(_), Some(field)) => warning.help(format!(
            "state in a rule what `{owner}.{field}` can be, or use a wider type than {}",
            expr.ty
        )),
        (_, Some(field)) if !matches!(expr.ty, Type::Decimal { .. }) => warning.help(format!(
            "state in a rule what `{owner}.{field}` can be, or compute in 38 digits: \
             `{owner}.{field}::decimal`"
        )),
        (_, Some(field)) => {
            warning.help(format!("state in a rule what `{owner}.{field}` can be, or round it"))
        }
        (_, None) if !matches!(expr.ty, Type::Decimal { .. }) => {
            warning.help("compute in 38 digits: write `::decimal` after an operand")
        }
        (_, None) => warning,
    }
}

/// What each operand is called.
fn operand_names(
    rows: &Rows<'_>,
    message: MessageId,
    operands: &[(&Expr, Interval)],
) -> Vec<String> {
    let names =
        |(operand, _): &(&Expr, Interval)| rows.name(message, operand).ok_or_else(|| noun(operand));
    let names: Vec<Result<String, &str>> = operands.iter().map(names).collect();
    let sides = match &names[..] {
        [Err(left), Err(right)] if left == right => ["left ", "right "],
        _ => ["", ""],
    };
    let text = |(name, side): (Result<String, &str>, &str)| match name {
        Ok(name) => name,
        Err(noun) => format!("the {side}{noun}"),
    };
    names.into_iter().zip(sides).map(text).collect()
}

/// What an expression without a name is.
fn noun(expr: &Expr) -> &'static str {
    match &expr.kind {
        ExprKind::Arith(ArithOp::Add, ..) => "sum",
        ExprKind::Arith(ArithOp::Sub, ..) => "difference",
        ExprKind::Arith(ArithOp::Mul, ..) => "product",
        ExprKind::Arith(ArithOp::Div | ArithOp::DivRound { .. }, ..) => "quotient",
        ExprKind::Arith(ArithOp::Rem, ..) => "remainder",
        ExprKind::Function(Function::Abs, _) => "`abs`",
        ExprKind::Function(Function::Sign, _) => "`sign`",
        ExprKind::Function(Function::Greatest, _) => "`greatest`",
        ExprKind::Function(Function::Least, _) => "`least`",
        ExprKind::Case { .. } => "`case`",
        ExprKind::Coalesce(_) => "`coalesce`",
        ExprKind::Aggregate(_) | ExprKind::Call(_) => "aggregate",
        ExprKind::Convert(inner) | ExprKind::Round(_, inner) => noun(inner),
        ExprKind::Lookup { value, .. } => noun(value),
        ExprKind::Number(_)
        | ExprKind::Text(_)
        | ExprKind::Null
        | ExprKind::Field(_)
        | ExprKind::Column(..)
        | ExprKind::Compare(..)
        | ExprKind::Distinct(..)
        | ExprKind::Like(..)
        | ExprKind::Calendar(..)
        | ExprKind::And(_)
        | ExprKind::Or(_)
        | ExprKind::Not(_)
        | ExprKind::IsNull(_)
        | ExprKind::Exists { .. } => "operand",
    }
}

/// A value of each operand that together overflow, as small as possible.
fn example(expr: &Expr, operands: &[(&Expr, Interval)], range: Interval) -> Vec<i128> {
    let ends = |interval: &Interval| [interval.low, interval.high];
    let ([(_, left)] | [(_, left), _]) = operands else { return Vec::new() };
    let Some((_, right)) = operands.get(1) else {
        let operand = operands[0].0;
        let same_scale = operand.ty.scale() == expr.ty.scale();
        let outside = ends(left).into_iter().find(|end| !range.contains(*end) || !same_scale);
        let is_field = matches!(operand.kind, ExprKind::Field(_));
        return vec![match outside {
            Some(end) if is_field && same_scale && end < range.low => range.low - 1,
            Some(_) if is_field && same_scale => range.high.saturating_add(1),
            Some(end) => end,
            None => left.high,
        }];
    };
    let ExprKind::Arith(op, ..) = &expr.kind else { return Vec::new() };
    let result = |l: i128, r: i128| match op {
        ArithOp::Add => l.saturating_add(r),
        ArithOp::Sub => l.saturating_sub(r),
        ArithOp::Mul => l.saturating_mul(r),
        ArithOp::Div | ArithOp::Rem | ArithOp::DivRound { .. } => 0,
    };
    let corners =
        [left.high, left.low].into_iter().flat_map(|l| [right.high, right.low].map(|r| (l, r)));
    let overflows = |(l, r): &(i128, i128)| !range.contains(result(*l, *r));
    let Some((l, r)) = corners.into_iter().find(overflows) else { return Vec::new() };
    // Of a product, two factors of like size.
    let root = range.high.isqrt() + 1;
    let smaller = r.clamp(-root, root);
    let r = if *op == ArithOp::Mul
        && overflows(&(l, smaller))
        && (right.low..=right.high).contains(&smaller)
    {
        smaller
    } else {
        r
    };
    // The smallest left operand with which this right one overflows, by bisection.
    let (mut inside, mut outside) = (0_i128.clamp(left.low, left.high), l);
    if overflows(&(inside, r)) {
        return vec![inside, r];
    }
    while inside.abs_diff(outside) > 1 {
        let middle = inside + (outside - inside) / 2;
        if overflows(&(middle, r)) {
            outside = middle;
        } else {
            inside = middle;
        }
    }
    vec![outside, r]
}

/// A stored number as it is written.
pub(super) fn number(value: i128, scale: u8) -> String {
    let digits = value.unsigned_abs().to_string();
    let scale = usize::from(scale);
    let sign = if value < 0 { "-" } else { "" };
    if scale == 0 {
        return format!("{sign}{digits}");
    }
    let digits = format!("{digits:0>width$}", width = scale + 1);
    let (whole, fraction) = digits.split_at(digits.len() - scale);
    format!("{sign}{whole}.{fraction}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_their_scale() {
        assert_eq!(number(-5, 2), "-0.05");
        assert_eq!(number(12345, 2), "123.45");
        assert_eq!(number(7, 0), "7");
    }
}
