// SPDX-License-Identifier: Apache-2.0

//! Functions, aggregates and casts.

use crate::compare::{coerced, common, comparison, midnight, scaled};
use crate::error::QueryError;
use crate::functions::QUOTIENT_SCALE;
use crate::literal::adapted;
use crate::translate::{Result, Translator};
use crate::ty::{Ty, Typed};
use sqlparser::ast::{
    DataType, DuplicateTreatment, ExactNumberInfo, Expr, Function, FunctionArg, FunctionArgExpr,
    FunctionArguments, Spanned, TimezoneInfo,
};

const AGGREGATES: [&str; 5] = ["count", "sum", "avg", "min", "max"];
const FUNCTIONS: &str = "abs, ceil, coalesce, floor, greatest, least, length, lower, mod, nullif, \
                         round, sign, substr, trunc, upper, and the aggregates count, sum, avg, \
                         min, max";

impl Translator<'_> {
    /// A call.
    pub fn call(&mut self, call: &Function, at: &Expr) -> Result<Typed> {
        let name = call.name.to_string().to_ascii_lowercase();
        if call.over.is_some() || !call.within_group.is_empty() || call.null_treatment.is_some() {
            return Err(self.unserved(at, "a function over a window"));
        }
        let FunctionArguments::List(list) = &call.args else {
            return Err(self.unserved(at, "such a call"));
        };
        if !list.clauses.is_empty() {
            return Err(self.unserved(at, "an `order by` in a call"));
        }
        let distinct = match list.duplicate_treatment {
            Some(DuplicateTreatment::Distinct) => "DISTINCT ",
            Some(DuplicateTreatment::All) | None => "",
        };
        if AGGREGATES.contains(&name.as_str()) {
            return self.aggregate(&name, distinct, &list.args, call.filter.as_deref(), at);
        }
        let arguments = list.args.iter().map(|argument| match argument {
            FunctionArg::Unnamed(FunctionArgExpr::Expr(expr)) => Ok(expr),
            _ => Err(self.unserved(at, "such an argument")),
        });
        let arguments = arguments.collect::<Result<Vec<&Expr>>>()?;
        if !distinct.is_empty() || call.filter.is_some() {
            return Err(QueryError::at(at.span(), format!("`{name}` is no aggregate")));
        }
        self.function(&name, &arguments, at)
    }

    fn function(&mut self, name: &str, arguments: &[&Expr], at: &Expr) -> Result<Typed> {
        match (name, arguments) {
            ("coalesce", [_, ..]) => self.first(arguments, "coalesce", at),
            ("greatest", [_, ..]) => self.extreme(arguments, "max", at),
            ("least", [_, ..]) => self.extreme(arguments, "min", at),
            ("nullif", [left, right]) => {
                let (a, b) = (self.expr(left)?, self.expr(right)?);
                let a =
                    if a.ty == Ty::Quoted { adapted(a, b.ty, left.span(), self.zone)? } else { a };
                let equal =
                    comparison("=", (a.clone(), left.span()), (b, right.span()), self.zone)?;
                Ok(Typed::new(
                    format!("(CASE WHEN {} THEN NULL ELSE {} END)", equal.sql, a.sql),
                    a.ty,
                ))
            }
            ("abs", [number]) => {
                let number = self.numeric(number)?;
                Ok(Typed::new(format!("q_abs({})", number.sql), number.ty))
            }
            ("sign", [number]) => {
                let number = self.numeric(number)?;
                Ok(Typed::new(format!("sign({})", number.sql), Ty::Int))
            }
            ("mod", [left, right]) => {
                let (left, right) = (self.numeric(left)?, self.numeric(right)?);
                let (left, right, ty) = crate::expr::same_scale(left, right);
                Ok(Typed::new(format!("q_rem({}, {})", left.sql, right.sql), ty))
            }
            ("round" | "trunc", [number, digits]) => {
                let (found, kept) = (self.numeric(number)?, self.numeric(digits)?);
                let kept = kept.constant.and_then(|kept| u8::try_from(kept).ok());
                let kept = kept.ok_or_else(|| {
                    QueryError::at(digits.span(), "the number of digits is a literal from 0")
                })?;
                Ok(shortened(&format!("q_{name}"), found, kept))
            }
            ("round" | "trunc" | "ceil" | "ceiling" | "floor", [number]) => {
                self.rounded(name.trim_end_matches("ing"), number)
            }
            ("length" | "char_length", [text]) => {
                let text = self.text(text)?;
                Ok(Typed::new(format!("length({})", text.sql), Ty::Int))
            }
            ("lower" | "upper", [text]) => {
                let text = self.text(text)?;
                Ok(Typed::new(format!("{name}({})", text.sql), Ty::Text))
            }
            ("substr" | "substring", [text, from]) => self.substring(text, Some(from), None),
            ("substr" | "substring", [text, from, length]) => {
                self.substring(text, Some(from), Some(length))
            }
            _ => {
                let message =
                    format!("there is no function `{name}` of {} values", arguments.len());
                Err(QueryError::at(at.span(), message).help(format!("there are {FUNCTIONS}")))
            }
        }
    }

    fn first(&mut self, arguments: &[&Expr], function: &str, at: &Expr) -> Result<Typed> {
        let same = self.alike(arguments, at.span())?;
        match &same[..] {
            [(only, _)] => Ok(only.clone()),
            all => {
                let list: Vec<&str> = all.iter().map(|(typed, _)| typed.sql.as_str()).collect();
                let ty = all.first().map_or(Ty::Null, |(first, _)| first.ty);
                Ok(Typed::new(format!("{function}({})", list.join(", ")), ty))
            }
        }
    }

    /// The greatest or least of the values that are not NULL.
    fn extreme(&mut self, arguments: &[&Expr], function: &str, at: &Expr) -> Result<Typed> {
        let same = self.alike(arguments, at.span())?;
        let ty = same.first().map_or(Ty::Null, |(first, _)| first.ty);
        // Tables of a compound see no columns of the query around them; this reads each value where
        // it is.
        let (mut sql, first) =
            (String::new(), same.first().map_or("NULL", |(typed, _)| &typed.sql));
        for (index, (typed, _)) in same.iter().enumerate() {
            let value = &typed.sql;
            sql = match index {
                0 => first.to_owned(),
                _ => format!("coalesce({function}({sql}, {value}), {sql}, {value})"),
            };
        }
        Ok(Typed::new(sql, ty))
    }

    /// To a whole number.
    pub fn rounded(&mut self, name: &str, number: &Expr) -> Result<Typed> {
        let found = self.numeric(number)?;
        if name == "ceil" {
            let negative = Typed::new(format!("q_sub(0, {})", found.sql), found.ty);
            let below = shortened("q_floor", negative, 0);
            return Ok(Typed::new(format!("q_sub(0, {})", below.sql), below.ty));
        }
        Ok(shortened(&format!("q_{name}"), found, 0))
    }

    /// A part of a text, from a place that counts from 1.
    pub fn substring(
        &mut self,
        text: &Expr,
        from: Option<&Expr>,
        length: Option<&Expr>,
    ) -> Result<Typed> {
        let text = self.text(text)?.sql;
        let mut whole = |part: Option<&Expr>| match part {
            None => Ok(None),
            Some(part) => match self.numeric(part)? {
                Typed { sql, ty: Ty::Int, .. } => Ok(Some(sql)),
                _ => Err(QueryError::at(part.span(), "a place in a text is an integer")),
            },
        };
        let from = whole(from)?.unwrap_or("1".to_owned());
        // A part that begins before the text is shorter by what is before it.
        let sql = match whole(length)? {
            None => format!("substr({text}, max({from}, 1))"),
            Some(length) => {
                format!("substr({text}, max({from}, 1), max(0, {length} + min({from}, 1) - 1))")
            }
        };
        Ok(Typed::new(sql, Ty::Text))
    }

    fn aggregate(
        &mut self,
        name: &str,
        distinct: &str,
        arguments: &[FunctionArg],
        filter: Option<&Expr>,
        at: &Expr,
    ) -> Result<Typed> {
        let scope = self.scopes.here();
        if scope.in_aggregate || !scope.may_aggregate {
            let place = if scope.in_aggregate { "within an aggregate" } else { "here" };
            return Err(QueryError::at(at.span(), format!("there is no aggregate {place}")));
        }
        (scope.has_aggregate, scope.in_aggregate) = (true, true);
        let found = self.aggregate_of_rows(name, distinct, arguments, filter, at);
        self.scopes.here().in_aggregate = false;
        found
    }

    fn aggregate_of_rows(
        &mut self,
        name: &str,
        distinct: &str,
        arguments: &[FunctionArg],
        filter: Option<&Expr>,
        at: &Expr,
    ) -> Result<Typed> {
        let filter = match filter {
            Some(condition) => format!(" FILTER (WHERE {})", self.condition(condition)?),
            None => String::new(),
        };
        let argument = match arguments {
            [FunctionArg::Unnamed(FunctionArgExpr::Wildcard)] if name == "count" => {
                return Ok(Typed::new(format!("count(*){filter}"), Ty::Int));
            }
            [FunctionArg::Unnamed(FunctionArgExpr::Expr(argument))] => argument,
            _ => return Err(QueryError::at(at.span(), format!("`{name}` has one argument"))),
        };
        match name {
            "count" => {
                let found = self.expr(argument)?;
                let found = adapted(found, Ty::Text, argument.span(), self.zone)?;
                Ok(Typed::new(format!("count({distinct}{}){filter}", found.sql), Ty::Int))
            }
            "sum" => {
                let found = self.numeric(argument)?;
                Ok(Typed::new(format!("q_sum({distinct}{}){filter}", found.sql), found.ty))
            }
            "avg" => {
                let found = self.numeric(argument)?;
                let scale = found.ty.scale().unwrap_or(0);
                let to = scale.max(QUOTIENT_SCALE);
                let digits = to - scale;
                // SQLite has `distinct` for one argument only.
                let values = format!("({distinct}{}){filter}", found.sql);
                let sql = match distinct {
                    "" => format!("q_average({}, {digits}){filter}", found.sql),
                    _ => format!("q_quotient(q_sum{values}, nullif(count{values}, 0), {digits})"),
                };
                Ok(Typed::new(sql, Ty::Decimal(to)))
            }
            _ => {
                let found = self.expr(argument)?;
                let found = adapted(found, Ty::Text, argument.span(), self.zone)?;
                if found.ty == Ty::Boolean {
                    return Err(QueryError::at(
                        argument.span(),
                        format!("`{name}` has no BOOLEAN"),
                    ));
                }
                Ok(Typed::new(format!("{name}({}){filter}", found.sql), found.ty))
            }
        }
    }

    /// A type, and the bounds of its values.
    pub fn type_of(&self, ty: &DataType, at: &Expr) -> Result<(Ty, Option<(i64, i64)>)> {
        let integer = |bits: u32| Some((-(1_i64 << (bits - 1)), (1_i64 << (bits - 1)) - 1));
        Ok(match ty {
            DataType::SmallInt(None) | DataType::Int2(None) => (Ty::Int, integer(16)),
            DataType::Int(None) | DataType::Integer(None) | DataType::Int4(None) => {
                (Ty::Int, integer(32))
            }
            DataType::BigInt(None) | DataType::Int8(None) => (Ty::Int, None),
            DataType::Boolean | DataType::Bool => (Ty::Boolean, None),
            DataType::Text | DataType::Varchar(None) => (Ty::Text, None),
            DataType::Date => (Ty::Date, None),
            DataType::Time(None, TimezoneInfo::None) => (Ty::Time, None),
            DataType::Timestamp(None, TimezoneInfo::None) => (Ty::Timestamp, None),
            DataType::Decimal(info) | DataType::Numeric(info) | DataType::Dec(info) => {
                let (precision, scale) = match *info {
                    ExactNumberInfo::None => return Ok((Ty::Decimal(0), None)),
                    ExactNumberInfo::Precision(precision) => (precision, 0),
                    ExactNumberInfo::PrecisionAndScale(precision, scale) => (precision, scale),
                };
                let scale = u8::try_from(scale).ok().filter(|_| (1..=18).contains(&precision));
                let scale = scale.filter(|scale| u64::from(*scale) <= precision);
                let scale = scale.ok_or_else(|| {
                    QueryError::at(at.span(), "a DECIMAL has 1 to 18 digits, with its scale")
                })?;
                let most = 10_i64.pow(precision as u32) - 1;
                (Ty::Decimal(scale), Some((-most, most)))
            }
            _ => return Err(self.unserved(at, &format!("the type {ty}"))),
        })
    }

    /// `cast(… as …)`.
    pub fn cast(&mut self, operand: &Expr, data_type: &DataType, at: &Expr) -> Result<Typed> {
        let (ty, bounds) = self.type_of(data_type, at)?;
        let is_bare = matches!(
            data_type,
            DataType::Decimal(ExactNumberInfo::None)
                | DataType::Numeric(ExactNumberInfo::None)
                | DataType::Dec(ExactNumberInfo::None)
        );
        let found = self.expr(operand)?;
        let found = adapted(found, ty, operand.span(), self.zone)?;
        let cast = match (found.ty, ty) {
            (Ty::Null, ty) => Typed { ty, ..found },
            (a, b) if a == b && bounds.is_none() => found,
            (Ty::Int | Ty::Decimal(_), Ty::Decimal(_)) if is_bare => {
                let scale = found.ty.scale().unwrap_or(0);
                Typed { ty: Ty::Decimal(scale), ..found }
            }
            (Ty::Int | Ty::Decimal(_), Ty::Int | Ty::Decimal(_)) => {
                let (from, to) = (found.ty.scale().unwrap_or(0), ty.scale().unwrap_or(0));
                let exact = match from <= to {
                    true => scaled(found, to - from),
                    false => shortened("q_round", found, to),
                };
                let sql = match bounds {
                    Some((low, high)) => format!("q_in_range({}, {low}, {high})", exact.sql),
                    None => exact.sql,
                };
                Typed::new(sql, ty)
            }
            (Ty::Boolean, Ty::Int) => Typed { ty, ..found },
            (Ty::Int, Ty::Boolean) => Typed::new(format!("({} <> 0)", found.sql), ty),
            (Ty::Int, Ty::Text) => Typed::new(format!("CAST({} AS TEXT)", found.sql), ty),
            (a, Ty::Text) if a.is_text() => Typed { ty, ..found },
            (Ty::Date, Ty::Timestamp) => midnight(&found, self.zone),
            (Ty::Timestamp, Ty::Date) => self.of_timestamp(&found, "q_floor_div", ty),
            (Ty::Timestamp, Ty::Time) => self.of_timestamp(&found, "q_floor_rem", ty),
            (a, b) => return Err(self.unserved(at, &format!("a cast of {a} to {b}"))),
        };
        Ok(cast)
    }

    /// Expressions for `union` and the like, of the types of the other side.
    pub fn as_targets(
        &self,
        typed: Typed,
        target: Option<&Ty>,
        at: &impl Spanned,
    ) -> Result<Typed> {
        let ty = match (target, typed.ty) {
            (Some(ty), _) => *ty,
            (None, Ty::Quoted) => Ty::Text,
            (None, ty) => ty,
        };
        let ty = common(&[ty, typed.ty], at.span())?;
        coerced(typed, ty, at.span(), self.zone)
    }
}

/// A number with at most so many digits after the point, as a function of SQLite makes it.
fn shortened(function: &str, typed: Typed, to: u8) -> Typed {
    let from = typed.ty.scale().unwrap_or(0);
    let ty = if typed.ty == Ty::Int { Ty::Int } else { Ty::Decimal(from.min(to)) };
    match from.checked_sub(to) {
        None | Some(0) => typed,
        Some(digits) => Typed::new(format!("{function}({}, {digits})", typed.sql), ty),
    }
}
