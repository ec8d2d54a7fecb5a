// SPDX-License-Identifier: Apache-2.0

//! Expressions.

use crate::compare::{DAY, coerced, common, comparison, scaled};
use crate::error::QueryError;
use crate::functions::QUOTIENT_SCALE;
use crate::literal::{adapted, constant, number};
use crate::translate::{Result, Translator};
use crate::ty::{Column, Ty, Typed, quoted_name};
use sqlparser::ast::{BinaryOperator, Expr, InTarget, Query, Spanned, UnaryOperator, Value};
use sqlparser::tokenizer::Span;

impl Translator<'_> {
    /// An expression. In a query with groups, one that `group by` has is as it is there.
    pub fn expr(&mut self, expr: &Expr) -> Result<Typed> {
        let scope = self.scopes.here();
        if let Some(groups) = scope.groups.take_if(|_| !scope.in_aggregate) {
            let of_row = self.within(expr, |inner| inner.kind(expr));
            let is_group = of_row
                .as_ref()
                .is_ok_and(|typed| typed.constant.is_none() && groups.contains(&typed.sql));
            self.scopes.here().groups = Some(groups);
            if is_group {
                return of_row;
            }
        }
        self.within(expr, |inner| inner.kind(expr))
    }

    fn kind(&mut self, expr: &Expr) -> Result<Typed> {
        match expr {
            Expr::Identifier(name) => self.scopes.column(name),
            Expr::CompoundIdentifier(parts) => match &parts[..] {
                [table, name] => self.scopes.qualified(table, name),
                _ => Err(self.unserved(expr, "a name of more than two parts")),
            },
            Expr::Nested(inner) => self.within(expr, |within| within.kind(inner)),
            Expr::Value(value) => self.value(&value.value, expr),
            Expr::TypedString(typed) => {
                let ty = self.type_of(&typed.data_type, expr)?.0;
                let Value::SingleQuotedString(text) = &typed.value.value else {
                    return Err(self.unserved(expr, "such a literal"));
                };
                adapted(Typed::new(text, Ty::Quoted), ty, expr.span(), self.zone)
            }
            Expr::UnaryOp { op, expr: operand } => self.unary(*op, operand),
            Expr::BinaryOp { left, op, right } => self.binary(left, op, right),
            Expr::IsNull(operand) => self.is(operand, "IS NULL", None),
            Expr::IsNotNull(operand) => self.is(operand, "IS NOT NULL", None),
            Expr::IsUnknown(operand) => self.is(operand, "IS NULL", Some(Ty::Boolean)),
            Expr::IsNotUnknown(operand) => self.is(operand, "IS NOT NULL", Some(Ty::Boolean)),
            Expr::IsTrue(operand) => self.is(operand, "IS TRUE", Some(Ty::Boolean)),
            Expr::IsNotTrue(operand) => self.is(operand, "IS NOT TRUE", Some(Ty::Boolean)),
            Expr::IsFalse(operand) => self.is(operand, "IS FALSE", Some(Ty::Boolean)),
            Expr::IsNotFalse(operand) => self.is(operand, "IS NOT FALSE", Some(Ty::Boolean)),
            Expr::IsDistinctFrom(left, right) => self.distinct(left, "IS NOT", right),
            Expr::IsNotDistinctFrom(left, right) => self.distinct(left, "IS", right),
            Expr::Between { expr: operand, negated, low, high } => {
                let lower = self.compared(operand, ">=", low)?;
                let upper = self.compared(operand, "<=", high)?;
                let not = if *negated { "NOT " } else { "" };
                Ok(Typed::new(format!("({not}({} AND {}))", lower.sql, upper.sql), Ty::Boolean))
            }
            Expr::In { expr: operand, target, negated, global: false } => {
                self.membership(operand, target, *negated, expr)
            }
            Expr::Like { negated, any: false, expr: operand, pattern, escape_char: None } => {
                self.like(operand, pattern, *negated)
            }
            Expr::Case { operand, conditions, else_result, .. } => {
                let arms: Vec<_> =
                    conditions.iter().map(|arm| (&arm.condition, &arm.result)).collect();
                self.case(operand.as_deref(), &arms, else_result.as_deref(), expr)
            }
            Expr::Cast { expr: operand, data_type, format: None, .. } => {
                self.cast(operand, data_type, expr)
            }
            Expr::Function(function) => self.call(function, expr),
            Expr::Ceil { expr: operand, .. } => self.rounded("ceil", operand),
            Expr::Floor { expr: operand, .. } => self.rounded("floor", operand),
            Expr::Substring { expr: text, substring_from, substring_for, .. } => {
                self.substring(text, substring_from.as_deref(), substring_for.as_deref())
            }
            Expr::Exists { subquery, negated } => {
                let sql = self.query(subquery, None)?.sql;
                let not = if *negated { "NOT " } else { "" };
                Ok(Typed::new(format!("({not}EXISTS ({sql}))"), Ty::Boolean))
            }
            Expr::Subquery(query) => {
                // In SQLite a second row is no error.
                let (sql, column) = self.one_column(query, None, expr)?;
                let name = quoted_name(&column.name);
                Ok(Typed::new(format!("(SELECT q_only({name}) FROM ({sql}))"), column.ty))
            }
            other => Err(self.unserved(other, "this expression")),
        }
    }

    /// The error for something that is not served.
    pub fn unserved(&self, at: &impl Spanned, what: &str) -> QueryError {
        QueryError::at(at.span(), format!("{what} is not served"))
            .help("docs/src/query.md says what a query can contain")
    }

    fn value(&mut self, value: &Value, at: &Expr) -> Result<Typed> {
        match value {
            Value::Number(text, false) => number(text, at.span()),
            Value::SingleQuotedString(text) => Ok(Typed::new(text, Ty::Quoted)),
            Value::Boolean(true) => Ok(Typed::new("1", Ty::Boolean)),
            Value::Boolean(false) => Ok(Typed::new("0", Ty::Boolean)),
            Value::Null => Ok(Typed::new("NULL", Ty::Null)),
            _ => Err(self.unserved(at, "such a literal")),
        }
    }

    /// A condition.
    pub fn condition(&mut self, expr: &Expr) -> Result<String> {
        let found = self.expr(expr)?;
        Ok(coerced(found, Ty::Boolean, expr.span(), self.zone)?.sql)
    }

    /// A number.
    pub fn numeric(&mut self, expr: &Expr) -> Result<Typed> {
        let found = self.expr(expr)?;
        self.as_number(found, expr.span())
    }

    fn as_number(&self, found: Typed, span: Span) -> Result<Typed> {
        let found = match found.ty {
            Ty::Null => Typed { ty: Ty::Int, ..found },
            Ty::Quoted => adapted(found, Ty::Decimal(0), span, self.zone)?,
            _ => found,
        };
        match found.ty.scale() {
            Some(_) => Ok(found),
            None => Err(QueryError::at(span, format!("this is {}, not a number", found.ty))),
        }
    }

    fn unary(&mut self, op: UnaryOperator, operand: &Expr) -> Result<Typed> {
        match op {
            UnaryOperator::Not => {
                Ok(Typed::new(format!("(NOT {})", self.condition(operand)?), Ty::Boolean))
            }
            UnaryOperator::Plus => self.numeric(operand),
            UnaryOperator::Minus => {
                let found = self.numeric(operand)?;
                let known = found.constant.and_then(|value| constant(-value, found.ty));
                Ok(known.unwrap_or(Typed::new(format!("q_sub(0, {})", found.sql), found.ty)))
            }
            _ => Err(self.unserved(operand, "this operator")),
        }
    }

    fn binary(&mut self, left: &Expr, op: &BinaryOperator, right: &Expr) -> Result<Typed> {
        match op {
            BinaryOperator::And | BinaryOperator::Or => {
                let word = if *op == BinaryOperator::And { "AND" } else { "OR" };
                let (left, right) = (self.condition(left)?, self.condition(right)?);
                Ok(Typed::new(format!("({left} {word} {right})"), Ty::Boolean))
            }
            BinaryOperator::Eq => self.compared(left, "=", right),
            BinaryOperator::NotEq => self.compared(left, "<>", right),
            BinaryOperator::Lt => self.compared(left, "<", right),
            BinaryOperator::LtEq => self.compared(left, "<=", right),
            BinaryOperator::Gt => self.compared(left, ">", right),
            BinaryOperator::GtEq => self.compared(left, ">=", right),
            BinaryOperator::StringConcat => {
                let (left, right) = (self.text(left)?, self.text(right)?);
                Ok(Typed::new(format!("({} || {})", left.sql, right.sql), Ty::Text))
            }
            BinaryOperator::Plus => self.sum("q_add", left, right),
            BinaryOperator::Minus => self.sum("q_sub", left, right),
            BinaryOperator::Multiply => {
                let (left, right) = (self.numeric(left)?, self.numeric(right)?);
                let ty = match (left.ty, right.ty) {
                    (Ty::Int, Ty::Int) => Ty::Int,
                    (a, b) => Ty::Decimal(a.scale().unwrap_or(0) + b.scale().unwrap_or(0)),
                };
                Ok(Typed::new(format!("q_mul({}, {})", left.sql, right.sql), ty))
            }
            BinaryOperator::Divide => self.quotient(left, right),
            BinaryOperator::Modulo => {
                let (left, right) = (self.numeric(left)?, self.numeric(right)?);
                let (left, right, ty) = same_scale(left, right);
                Ok(Typed::new(format!("q_rem({}, {})", left.sql, right.sql), ty))
            }
            _ => Err(self.unserved(right, "the operator before this")),
        }
    }

    /// A comparison.
    pub fn compared(&mut self, left: &Expr, op: &str, right: &Expr) -> Result<Typed> {
        let (a, b) = (self.expr(left)?, self.expr(right)?);
        comparison(op, (a, left.span()), (b, right.span()), self.zone)
    }

    fn distinct(&mut self, left: &Expr, op: &str, right: &Expr) -> Result<Typed> {
        let (a, b) = (self.expr(left)?, self.expr(right)?);
        let ty = common(&[a.ty, b.ty], right.span())?;
        let (a, b) =
            (coerced(a, ty, left.span(), self.zone)?, coerced(b, ty, right.span(), self.zone)?);
        Ok(Typed::new(format!("({} {op} {})", a.sql, b.sql), Ty::Boolean))
    }

    fn is(&mut self, operand: &Expr, test: &str, ty: Option<Ty>) -> Result<Typed> {
        let sql = match ty {
            Some(_) => self.condition(operand)?,
            None => {
                let found = self.expr(operand)?;
                adapted(found, Ty::Text, operand.span(), self.zone)?.sql
            }
        };
        Ok(Typed::new(format!("({sql} {test})"), Ty::Boolean))
    }

    /// `+` and `-`, also of dates and times.
    fn sum(&mut self, function: &str, left: &Expr, right: &Expr) -> Result<Typed> {
        let (a, b) = (self.expr(left)?, self.expr(right)?);
        let is_plus = function == "q_add";
        let ty = match (a.ty, b.ty) {
            (Ty::Date, Ty::Int) => Some(Ty::Date),
            (Ty::Timestamp, Ty::Int) => Some(Ty::Timestamp),
            (Ty::Int, Ty::Date) if is_plus => Some(Ty::Date),
            (Ty::Int, Ty::Timestamp) if is_plus => Some(Ty::Timestamp),
            (Ty::Date, Ty::Date) | (Ty::Timestamp, Ty::Timestamp) if !is_plus => Some(Ty::Int),
            _ => None,
        };
        if let Some(ty) = ty {
            return Ok(Typed::new(format!("{function}({}, {})", a.sql, b.sql), ty));
        }
        let (a, b) = (self.as_number(a, left.span())?, self.as_number(b, right.span())?);
        let (a, b, ty) = same_scale(a, b);
        Ok(Typed::new(format!("{function}({}, {})", a.sql, b.sql), ty))
    }

    /// Of integers cut towards zero; with a DECIMAL rounded, with at least six digits after the
    /// point.
    fn quotient(&mut self, left: &Expr, right: &Expr) -> Result<Typed> {
        let (a, b) = (self.numeric(left)?, self.numeric(right)?);
        if (a.ty, b.ty) == (Ty::Int, Ty::Int) {
            return Ok(Typed::new(format!("q_div({}, {})", a.sql, b.sql), Ty::Int));
        }
        let (of_a, of_b) = (a.ty.scale().unwrap_or(0), b.ty.scale().unwrap_or(0));
        let scale = QUOTIENT_SCALE.max(of_a).max(of_b);
        let digits = scale + of_b - of_a;
        let sql = format!("q_quotient({}, {}, {digits})", a.sql, b.sql);
        Ok(Typed::new(sql, Ty::Decimal(scale)))
    }

    /// A text.
    pub fn text(&mut self, expr: &Expr) -> Result<Typed> {
        let found = self.expr(expr)?;
        let found = adapted(found, Ty::Text, expr.span(), self.zone)?;
        match found.ty {
            Ty::Char(_) | Ty::Text | Ty::Null => Ok(found),
            ty => Err(QueryError::at(expr.span(), format!("this is {ty}, not a text"))),
        }
    }

    /// `like` sees the blanks at the end of a CHAR.
    fn like(&mut self, operand: &Expr, pattern: &Expr, negated: bool) -> Result<Typed> {
        let (text, like) = (self.text(operand)?, self.text(pattern)?);
        let text = match text.ty {
            Ty::Char(length) => format!("q_pad({}, {length})", text.sql),
            _ => text.sql,
        };
        let not = if negated { "NOT " } else { "" };
        // As in PostgreSQL, a backslash takes the meaning from the character after it.
        Ok(Typed::new(format!("({text} {not}LIKE {} ESCAPE '\\')", like.sql), Ty::Boolean))
    }

    fn membership(
        &mut self,
        operand: &Expr,
        target: &InTarget,
        negated: bool,
        at: &Expr,
    ) -> Result<Typed> {
        let not = if negated { "NOT " } else { "" };
        match target {
            InTarget::List(values) => {
                let mut equal = Vec::with_capacity(values.len());
                for value in values {
                    equal.push(self.compared(operand, "=", value)?.sql);
                }
                Ok(Typed::new(format!("({not}({}))", any_of(&equal)), Ty::Boolean))
            }
            InTarget::Subquery(query) => {
                let found = self.expr(operand)?;
                let (_, column) = self.one_column(query, None, at)?;
                let ty = common(&[found.ty, column.ty], at.span())?;
                let found = coerced(found, ty, operand.span(), self.zone)?;
                let (sql, _) = self.one_column(query, Some(ty), at)?;
                Ok(Typed::new(format!("({} {not}IN ({sql}))", found.sql), Ty::Boolean))
            }
            InTarget::Unnest(_) | InTarget::Table { .. } => {
                Err(self.unserved(at, "this form of `in`"))
            }
        }
    }

    /// A query for one column, of the type that is asked for.
    fn one_column(&mut self, query: &Query, ty: Option<Ty>, at: &Expr) -> Result<(String, Column)> {
        let types = ty.map(|ty| [ty]);
        let output = self.query(query, types.as_ref().map(|types| &types[..]))?;
        match &output.columns[..] {
            [column] => Ok((output.sql, column.clone())),
            columns => {
                let message = format!("the query has {} columns, and one is needed", columns.len());
                Err(QueryError::at(at.span(), message))
            }
        }
    }

    fn case(
        &mut self,
        operand: Option<&Expr>,
        arms: &[(&Expr, &Expr)],
        otherwise: Option<&Expr>,
        at: &Expr,
    ) -> Result<Typed> {
        let mut conditions = Vec::with_capacity(arms.len());
        for (when, _) in arms {
            conditions.push(match operand {
                Some(operand) => self.compared(operand, "=", when)?.sql,
                None => self.condition(when)?,
            });
        }
        let results = arms.iter().map(|(_, then)| *then).chain(otherwise);
        let results = self.alike(&results.collect::<Vec<_>>(), at.span())?;
        let mut sql = String::from("CASE");
        for (when, (then, _)) in conditions.iter().zip(&results) {
            sql += &format!(" WHEN {when} THEN {}", then.sql);
        }
        if otherwise.is_some() {
            sql += &format!(" ELSE {}", results.last().map_or("NULL", |(last, _)| &last.sql));
        }
        let ty = results.first().map_or(Ty::Null, |(first, _)| first.ty);
        Ok(Typed::new(format!("({sql} END)"), ty))
    }

    /// Expressions as ones of their common type.
    pub fn alike(&mut self, exprs: &[&Expr], at: Span) -> Result<Vec<(Typed, Span)>> {
        let mut found = Vec::with_capacity(exprs.len());
        for expr in exprs {
            found.push((self.expr(expr)?, expr.span()));
        }
        let types: Vec<Ty> = found.iter().map(|(typed, _)| typed.ty).collect();
        let ty = common(&types, at)?;
        let same =
            found.into_iter().map(|(typed, span)| Ok((coerced(typed, ty, span, self.zone)?, span)));
        same.collect()
    }

    /// The DATE or TIME of a TIMESTAMP in the zone of the rules.
    pub fn of_timestamp(&self, typed: &Typed, function: &str, ty: Ty) -> Typed {
        let local = format!("q_add({}, {})", typed.sql, self.zone.offset());
        Typed::new(format!("{function}({local}, {DAY})"), ty)
    }
}

/// Whether one of some conditions holds. SQLite limits the depth of an expression, so a long list
/// is a balanced tree.
fn any_of(conditions: &[String]) -> String {
    match conditions {
        [] => "0".to_owned(),
        [condition] => condition.clone(),
        _ => {
            let (left, right) = conditions.split_at(conditions.len() / 2);
            format!("({}) OR ({})", any_of(left), any_of(right))
        }
    }
}

/// Two numbers with the same digits after the point.
pub fn same_scale(left: Typed, right: Typed) -> (Typed, Typed, Ty) {
    if (left.ty, right.ty) == (Ty::Int, Ty::Int) {
        return (left, right, Ty::Int);
    }
    let (a, b) = (left.ty.scale().unwrap_or(0), right.ty.scale().unwrap_or(0));
    let scale = a.max(b);
    (scaled(left, scale - a), scaled(right, scale - b), Ty::Decimal(scale))
}
