// SPDX-License-Identifier: Apache-2.0

//! Expressions: parentheses by precedence, line breaks by width.

use super::layout::{Doc, Piece};
use super::quoting::{function_text, name_text, string, type_text};
use super::select::subquery;
use crate::ast::{BinaryOp, CallArgs, Expr, ExprKind, Name};
use crate::precedence::Level;

/// The expression, without parentheses around it.
pub(super) fn doc(expr: &Expr) -> Doc {
    match &expr.kind {
        ExprKind::Integer(digits) | ExprKind::Decimal(digits) => Doc::text(digits.clone()),
        ExprKind::String(text) => Doc::text(string(text)),
        ExprKind::Boolean(value) => Doc::text(value.to_string()),
        ExprKind::Null => Doc::text("null"),
        ExprKind::Default => Doc::text("default"),
        ExprKind::Name(name) => Doc::text(name_text(name)),
        ExprKind::Qualified(qualifier, name) => {
            Doc::text(format!("{}.{}", name_text(qualifier), name_text(name)))
        }
        ExprKind::Negate(operand) => negate(operand),
        ExprKind::Not(operand) => Doc::text("not ").join(at_least(operand, Level::Not)),
        ExprKind::Binary(op, left, right) => binary(*op, left, right),
        ExprKind::IsNull { operand, negated } => {
            at_least(operand, Level::Is).append(if *negated { " is not null" } else { " is null" })
        }
        ExprKind::IsTruth { operand, truth, negated } => {
            let is = if *negated { "is not" } else { "is" };
            at_least(operand, Level::Is).append(format!(" {is} {}", truth.text()))
        }
        ExprKind::IsDistinct { left, right, negated } => {
            let is = if *negated { " is not distinct from " } else { " is distinct from " };
            at_least(left, Level::Is).append(is).join(at_least(right, Level::Comparison))
        }
        ExprKind::Between { operand, low, high, negated } => {
            let head = at_least(operand, Level::Sum).append(if *negated {
                " not between "
            } else {
                " between "
            });
            head.join(at_least(low, Level::Sum)).append(" and ").join(at_least(high, Level::Sum))
        }
        ExprKind::In { operand, list, negated } => {
            in_of(operand, *negated).join(parenthesised(list.iter().map(doc).collect())).group()
        }
        ExprKind::InSelect { operand, select, negated } => {
            in_of(operand, *negated).join(subquery(select))
        }
        ExprKind::Like { operand, pattern, negated } => {
            let like = if *negated { " not like " } else { " like " };
            at_least(operand, Level::Sum).append(like).join(at_least(pattern, Level::Sum))
        }
        ExprKind::Cast { operand, ty } => {
            at_least(operand, Level::Cast).append(format!("::{}", type_text(ty)))
        }
        ExprKind::Typed { ty, text, .. } => Doc::text(format!("{} {}", ty.text, string(text))),
        ExprKind::Extract { field, source } => {
            let head = format!("extract({} from ", name_text(field));
            Doc::text(head).join(doc(source).nest()).append(")").group()
        }
        ExprKind::Case { operand, arms, otherwise } => {
            case(operand.as_deref(), arms, otherwise.as_deref())
        }
        ExprKind::Call { function, args, distinct, filter } => {
            let call = call(function, args, *distinct);
            match filter {
                Some(filter) => {
                    call.append(" filter (").join(clause("where", filter)).append(")").group()
                }
                None => call,
            }
        }
        ExprKind::Subquery(select) => subquery(select),
        ExprKind::Exists(select) => Doc::text("exists ").join(subquery(select)),
    }
}

/// `operand [not] in `.
fn in_of(operand: &Expr, negated: bool) -> Doc {
    at_least(operand, Level::Sum).append(if negated { " not in " } else { " in " })
}

fn call(function: &Name, args: &CallArgs, distinct: bool) -> Doc {
    let function = function_text(function);
    match args {
        CallArgs::Star => Doc::text(format!("{function}(*)")),
        CallArgs::List(args) if args.is_empty() => Doc::text(format!("{function}()")),
        CallArgs::List(args) => {
            let mut args: Vec<Doc> = args.iter().map(doc).collect();
            if distinct {
                args[0] = Doc::text("distinct ").join(std::mem::take(&mut args[0]));
            }
            Doc::text(function).join(parenthesised(args)).group()
        }
    }
}

/// The expression as an operand that must have at least `level`: in parentheses if it is looser.
fn at_least(expr: &Expr, level: Level) -> Doc {
    if Level::of_expr(&expr.kind) >= level {
        return doc(expr);
    }
    let inside = Doc::new().then(Piece::Soft).join(doc(expr)).nest();
    Doc::text("(").join(inside).then(Piece::Soft).append(")").group()
}

/// `-x`; a space keeps two signs from becoming a comment.
fn negate(operand: &Expr) -> Doc {
    let sign = if matches!(operand.kind, ExprKind::Negate(_)) { "- " } else { "-" };
    Doc::text(sign).join(at_least(operand, Level::Unary))
}

/// A chain of operators of one level: it breaks in front of each of them, or of none.
fn binary(op: BinaryOp, left: &Expr, right: &Expr) -> Doc {
    let level = Level::of(op);
    let mut chain = vec![(op, right)];
    let mut first = left;
    while let ExprKind::Binary(op, left, right) = &first.kind {
        if Level::of(*op) != level || !level.chains() {
            break;
        }
        chain.push((*op, right));
        first = left;
    }
    let first = at_least(first, if level.chains() { level } else { level.tighter() });
    let operators = chain.into_iter().rev().fold(Doc::new(), |doc, (op, right)| {
        doc.then(Piece::Line).append(format!("{} ", op.text())).join(link(right, level.tighter()))
    });
    first.join(operators).group()
}

/// An operand after an operator of a chain. If it is a chain itself, it is indented, so that its
/// operators are not aligned with the looser ones.
fn link(operand: &Expr, level: Level) -> Doc {
    let is_chain =
        matches!(operand.kind, ExprKind::Binary(..)) && Level::of_expr(&operand.kind) >= level;
    if is_chain { doc(operand).nest() } else { at_least(operand, level) }
}

fn case(operand: Option<&Expr>, arms: &[(Expr, Expr)], otherwise: Option<&Expr>) -> Doc {
    let head = match operand {
        Some(operand) => Doc::text("case ").join(doc(operand)),
        None => Doc::text("case"),
    };
    let mut inside = Doc::new();
    for (when, then) in arms {
        let arm = doc(when).then(Piece::Line).append("then ").join(doc(then).nest());
        inside = inside.then(Piece::Line).join(Doc::text("when ").join(arm.nest()).group());
    }
    if let Some(otherwise) = otherwise {
        inside = inside.then(Piece::Line).join(Doc::text("else ").join(doc(otherwise).nest()));
    }
    head.join(inside.nest()).then(Piece::Line).append("end").group()
}

/// `(a, b)`.
pub(super) fn parenthesised(elements: Vec<Doc>) -> Doc {
    let inside = Doc::new().then(Piece::Soft).join(separated(elements)).nest();
    Doc::text("(").join(inside).then(Piece::Soft).append(")")
}

/// `a, b`.
pub(super) fn separated(elements: Vec<Doc>) -> Doc {
    elements.into_iter().enumerate().fold(Doc::new(), |doc, (index, element)| {
        let doc = if index > 0 { doc.append(",").then(Piece::Line) } else { doc };
        doc.join(element)
    })
}

/// A keyword and its expression, which is indented where it breaks.
pub(super) fn clause(keyword: &str, expr: &Expr) -> Doc {
    Doc::text(format!("{keyword} ")).join(doc(expr).nest()).group()
}
