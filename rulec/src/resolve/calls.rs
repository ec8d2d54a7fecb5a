// SPDX-License-Identifier: Apache-2.0

//! Calls: the aggregates, and the choice between them and the functions of one row.

use super::functions::Scalar;
use super::literals::constant;
use super::operators::{self, QUOTIENT_SCALE_MIN, quotient};
use super::scope::{Item, Place};
use super::{digits, foreign_functions, queries, suggest, time_functions};
use crate::ast::{self, CallArgs};
use crate::diagnostic::Diagnostic;
use crate::hir::{AggregateFn, Call, CompareOp, Expr, ExprKind, RowVar};
use crate::interval::{Interval, Intervals};
use crate::span::Span;
use engine::schema::Type;

/// The most digits of an argument of `sum` or `avg`: a sum of any number of rows then has at most
/// 38.
const SUMMED_DIGITS_MAX: u8 = 30;

/// The type of an exact sum of numbers of this type.
pub(super) fn exact_sum(argument: Type) -> Type {
    Type::Decimal { precision: digits::DIGITS_MAX, scale: argument.scale() }
}

/// An aggregate function of the language.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Function {
    Sum,
    Count,
    Avg,
    Min,
    Max,
}

impl Function {
    const ALL: [(&str, Function); 5] = [
        ("sum", Function::Sum),
        ("count", Function::Count),
        ("avg", Function::Avg),
        ("min", Function::Min),
        ("max", Function::Max),
    ];

    /// The aggregate function with this name.
    fn of(name: &str) -> Option<Function> {
        Function::ALL.iter().find(|(text, _)| *text == name).map(|(_, function)| *function)
    }
}

/// The names of all functions of the language: the aggregates, then those of one row.
pub fn function_names() -> impl Iterator<Item = &'static str> {
    Function::ALL.iter().map(|(name, _)| *name).chain(Scalar::names())
}

/// What is written after the name of a function.
#[derive(Clone, Copy)]
pub(super) struct Arguments<'a> {
    pub args: &'a CallArgs,
    /// `distinct` before the arguments.
    pub distinct: bool,
    /// The condition of `filter (where …)`.
    pub filter: &'a Option<Box<ast::Expr>>,
}

/// Whether the expression calls an aggregate, not counting subqueries. A select of such an
/// expression is over many rows.
pub(super) fn has_aggregate(expr: &ast::Expr) -> bool {
    queries::parsed(expr, false).any(|node| {
        if let ast::ExprKind::Call { function, .. } = &node.kind {
            Function::of(&function.text).is_some()
        } else {
            false
        }
    })
}

impl Item<'_> {
    /// Resolves `function(args)`.
    pub fn call(
        &mut self,
        function: &ast::Name,
        arguments: Arguments<'_>,
        span: Span,
    ) -> Option<Expr> {
        let name = function.text.as_str();
        if let Some(aggregate) = Function::of(name) {
            return self.aggregate_call(aggregate, function, arguments, span);
        }
        let args = arguments.args;
        if arguments.distinct || arguments.filter.is_some() {
            let message = format!("`{name}` is not an aggregate");
            let label = "`distinct` and `filter` belong to aggregates";
            return self.refuse(Diagnostic::error("arguments", message, span, label));
        }
        if let Some(scalar) = Scalar::of(name) {
            return self.scalar_call(scalar, function, args, span);
        }
        if let Some(value) = self.function_call(function, arguments, span) {
            return value;
        }
        // The arguments are still resolved, to report their errors as well.
        if let CallArgs::List(args) = args {
            for arg in args {
                self.expr(arg);
            }
        }
        if self.catalog.broken_functions.contains(name) {
            return None;
        }
        self.refuse(unknown_function(function))
    }

    fn aggregate_call(
        &mut self,
        aggregate: Function,
        function: &ast::Name,
        Arguments { args, distinct, filter }: Arguments<'_>,
        span: Span,
    ) -> Option<Expr> {
        let name = function.text.as_str();
        let Some(row) = self.rows.last_mut().filter(|row| row.place != Place::Single) else {
            let message =
                format!("`{name}` is an aggregate, and there is nothing here to aggregate over");
            return self.refuse(
                Diagnostic::error(
                    "aggregate-misplaced",
                    message,
                    span,
                    "not in the value of a `select`",
                )
                .help(aggregate_elsewhere(aggregate, name, args)),
            );
        };
        if row.place == Place::Argument {
            let message = format!("`{name}` is within another aggregate call");
            return self.refuse(
                Diagnostic::error(
                    "aggregate-nested",
                    message,
                    span,
                    "an aggregate of an aggregate",
                )
                .help("store the inner aggregate in a column of another table"),
            );
        }
        let argument = match args {
            CallArgs::Star if aggregate == Function::Count && !distinct => None,
            CallArgs::List(args) if args.len() == 1 => Some(&args[0]),
            CallArgs::Star | CallArgs::List(_) => {
                return self.refuse(wrong_arguments(function, args, span));
            }
        };
        let (var, from) = (row.var, row.from);
        self.set_place(from, Place::Argument);
        let filter = filter.as_ref().map(|filter| self.condition(filter, "a `filter`"));
        let argument = argument.map(|argument| self.expr(argument));
        self.set_place(from, Place::Group);
        let filter = transpose(filter)?;
        let argument = transpose(argument)?;
        for part in argument.iter().chain(&filter) {
            self.check_argument(part, var, name);
        }
        let argument = match filter {
            Some(filter) => Some(filtered(filter, argument, span)),
            None => argument,
        };
        match argument {
            Some(argument) => self.aggregate_of(aggregate, distinct, argument, span, name),
            None => Some(self.count(None, span)),
        }
    }

    /// Sets how the rows of a `from` are used, whose columns a value over groups can read only in
    /// calls.
    pub fn set_place(&mut self, from: usize, place: Place) {
        self.rows.iter_mut().filter(|row| row.from == from).for_each(|row| row.place = place);
    }

    /// The call of the aggregate over an argument that has been resolved.
    fn aggregate_of(
        &mut self,
        aggregate: Function,
        distinct: bool,
        argument: Expr,
        span: Span,
        name: &str,
    ) -> Option<Expr> {
        match aggregate {
            Function::Count if distinct => {
                self.check_stored(&argument, "count(distinct …)")?;
                Some(self.push_call(AggregateFn::Distinct, Some(argument), Type::Int8, span))
            }
            Function::Count => Some(self.count(Some(argument), span)),
            Function::Sum | Function::Avg if distinct => self.refuse(Diagnostic::error(
                "not-served",
                format!("`{name}(distinct …)` is not served"),
                span,
                "only `count` takes `distinct`",
            )),
            Function::Sum => self.sum(argument, span, name),
            Function::Avg => self.average(argument, span),
            // The extreme of distinct values is that of all values.
            Function::Min => self.extreme(AggregateFn::Min, argument, span, name),
            Function::Max => self.extreme(AggregateFn::Max, argument, span, name),
        }
    }

    /// Notes where an argument depends on more than the row. A hidden table is kept as rows change,
    /// when no message of this kind is available.
    fn check_argument(&mut self, argument: &Expr, var: RowVar, name: &str) {
        let subquery = argument.nodes().find(|node| queries::is_subquery(&node.kind));
        let Some(foreign) = subquery.or(queries::foreign(argument, var)) else { return };
        let is_refused = self.rows.last().is_some_and(|row| !row.refusals.is_empty());
        if subquery.is_some() && is_refused {
            return;
        }
        let what = match foreign.kind {
            ExprKind::Field(_) => "a field of the message",
            ExprKind::Column(..) => "another row",
            _ => "a parameter, or read from another row",
        };
        let refusal = Diagnostic::error(
            "aggregate-argument",
            format!("`{name}` can only be over the columns of its row"),
            foreign.span,
            format!("this is {what}"),
        )
        .help(
            "aggregates are kept up to date while rows come and go, before the message is \
             there: combine the two outside the call",
        );
        self.rows.last_mut().into_iter().for_each(|row| row.refusals.push(refusal.clone()));
    }

    /// Adds a call to the calls of the row, and returns the expression for its result.
    fn push_call(
        &mut self,
        function: AggregateFn,
        argument: Option<Expr>,
        ty: Type,
        span: Span,
    ) -> Expr {
        let index = self.rows.last_mut().map_or(0, |row| {
            row.calls.push(Call::new(function, argument));
            row.calls.len() - 1
        });
        let nullable = match function {
            AggregateFn::Count | AggregateFn::Distinct => false,
            AggregateFn::Any => false,
            AggregateFn::Sum | AggregateFn::Min | AggregateFn::Max | AggregateFn::Nth { .. } => {
                true
            }
        };
        Expr { kind: ExprKind::Call(index), ty, nullable, span }
    }

    fn count(&mut self, argument: Option<Expr>, span: Span) -> Expr {
        self.push_call(AggregateFn::Count, argument, Type::Int8, span)
    }

    fn sum(&mut self, argument: Expr, span: Span, name: &str) -> Option<Expr> {
        if !argument.ty.is_number() {
            return self.refuse(not_aggregable(&argument, name, "numbers"));
        }
        let ty = if argument.ty.is_integer() { Type::Int8 } else { exact_sum(argument.ty) };
        self.sum_of_type(argument, ty, span, name)
    }

    fn sum_of_type(&mut self, argument: Expr, ty: Type, span: Span, name: &str) -> Option<Expr> {
        if digits::digits(&argument) > SUMMED_DIGITS_MAX {
            let message = format!("`{name}` is over at most {SUMMED_DIGITS_MAX} digits");
            let label = format!("this is {}", argument.ty);
            return self.refuse(
                Diagnostic::error("aggregate-type", message, argument.span, label)
                    .help("round the argument, or declare its columns with fewer digits"),
            );
        }
        Some(self.push_call(AggregateFn::Sum, Some(argument), ty, span))
    }

    /// `case when count(x) > 0 then sum(x) / count(x) end`, with a rounded quotient.
    fn average(&mut self, argument: Expr, span: Span) -> Option<Expr> {
        if !argument.ty.is_number() {
            return self.refuse(not_aggregable(&argument, "avg", "numbers"));
        }
        let copy = self.copy(&argument)?;
        let scale = argument.ty.scale().max(QUOTIENT_SCALE_MIN);
        // An average lies among the values.
        let ty = digits::decimal(digits::whole_digits(&argument), scale);
        let exact = exact_sum(argument.ty);
        let sum = self.sum_of_type(argument, exact, span, "avg")?;
        let count = self.count(Some(copy), span);
        let zero = constant(ExprKind::Number(0), Type::Int8, span);
        let zone = &self.catalog.zone;
        let some =
            self.check(operators::compare(CompareOp::Gt, ">", count.clone(), zero, span, zone))?;
        let value = Expr { ty, ..self.check(quotient(sum, count, scale, span))? };
        Some(Expr {
            kind: ExprKind::Case { arms: vec![(some, value)], otherwise: None },
            ty,
            nullable: true,
            span,
        })
    }

    /// Checks that every value of an argument fits 64 bits, as one that a hidden table keeps must.
    pub fn check_stored(&mut self, argument: &Expr, name: &str) -> Option<()> {
        if Interval::WORD.includes(Intervals::new(&[]).of(argument)) {
            return Some(());
        }
        let message = format!("`{name}` is over numbers that fit 64 bits");
        let label = format!("this is {}", argument.ty);
        self.refuse(
            Diagnostic::error("aggregate-type", message, argument.span, label)
                .help("round the argument, or declare its columns with fewer digits"),
        )
    }

    fn extreme(
        &mut self,
        function: AggregateFn,
        argument: Expr,
        span: Span,
        name: &str,
    ) -> Option<Expr> {
        let ty = argument.ty;
        if !ty.is_ordered() {
            return self.refuse(not_aggregable(&argument, name, "numbers, dates and times"));
        }
        self.check_stored(&argument, name)?;
        Some(self.push_call(function, Some(argument), ty, span))
    }
}

/// The argument of an aggregate with a filter: NULL, which no aggregate counts, where the filter
/// does not hold.
fn filtered(filter: Expr, argument: Option<Expr>, span: Span) -> Expr {
    let argument = argument.unwrap_or_else(|| constant(ExprKind::Number(1), Type::Int4, span));
    let ty = argument.ty;
    let kind = ExprKind::Case { arms: vec![(filter, argument)], otherwise: None };
    Expr { kind, ty, nullable: true, span }
}

/// The value that was resolved, if there is one; `None` if it has an error.
fn transpose(resolved: Option<Option<Expr>>) -> Option<Option<Expr>> {
    match resolved {
        Some(resolved) => resolved.map(Some),
        None => Some(None),
    }
}

fn not_aggregable(argument: &Expr, name: &str, defined_on: &str) -> Diagnostic {
    let message = format!("`{name}` is not defined on {}", argument.ty);
    let label = format!("this is {}", argument.ty);
    let diagnostic = Diagnostic::error("aggregate-type", message, argument.span, label);
    match argument.ty {
        Type::Boolean => diagnostic.help(format!(
            "`{name}` is over {defined_on}; to count the rows where a condition holds, put it \
             into the `where` of a `count(*)`"
        )),
        _ => {
            diagnostic.help(format!("`{name}` is over {defined_on}; only `count` is over anything"))
        }
    }
}

fn unknown_function(function: &ast::Name) -> Diagnostic {
    let name = function.text.as_str();
    let message = format!("there is no function `{name}`");
    let unknown = Diagnostic::error("unknown-function", message, function.span, "unknown function");
    if let Some(help) = time_functions::instead_of(name).or_else(|| foreign_functions::help(name)) {
        let edits = foreign_functions::edits(function);
        return Diagnostic { edits, ..unknown.help(help) };
    }
    let known = || Function::ALL.iter().map(|(name, _)| *name).chain(Scalar::names());
    let proposed = suggest::propose(unknown, function, known());
    match proposed.help {
        Some(_) => proposed,
        None => proposed.help(format!("there are {}", suggest::list(known()))),
    }
}

fn wrong_arguments(function: &ast::Name, args: &CallArgs, span: Span) -> Diagnostic {
    match (function.text.as_str(), args) {
        (name, CallArgs::Star) => {
            arity(function, &format!("only `count` takes `*`, not `{name}`"), span)
        }
        ("count", _) => arity(function, "`count` takes `*` or one value", span),
        (name, _) => arity(function, &format!("`{name}` takes one value"), span),
    }
}

/// The help for an aggregate outside a subquery. With several arguments `max` and `min` were meant
/// as functions of one row.
fn aggregate_elsewhere(aggregate: Function, name: &str, args: &CallArgs) -> String {
    let several = matches!(args, CallArgs::List(list) if list.len() > 1);
    match (several, aggregate) {
        (true, Function::Max) => {
            "write `greatest(a, b)` for the larger of two values that are not NULL".to_owned()
        }
        (true, Function::Min) => {
            "write `least(a, b)` for the smaller of two values that are not NULL".to_owned()
        }
        _ => format!("aggregate in a separate subquery: `(select {name}(…) from … where …)`"),
    }
}

fn arity(function: &ast::Name, message: &str, span: Span) -> Diagnostic {
    let help = match function.text.as_str() {
        "count" => "`count(*)` counts rows, `count(x)` those where `x` is not NULL".to_owned(),
        name => format!("write for example `{name}(x)`"),
    };
    Diagnostic::error("arguments", message, span, "").help(help)
}
