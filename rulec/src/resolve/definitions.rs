// SPDX-License-Identifier: Apache-2.0

//! Parameters and functions: their declarations, and their uses in expressions.
//!
//! A parameter is a column of a hidden table of one row, which a separate message changes. Until
//! the first change there is no row, and the parameter has the value of its declaration.
//!
//! A call of a function is replaced by its body. The body sees the arguments, tables, parameters
//! and the functions before it; it sees no message and no row of its caller. It is resolved once on
//! its own, so that its errors are reported once, and then for every call with the arguments that
//! are given.

use super::calls::Arguments;
use super::catalog::Catalog;
use super::defined::{Function, Parameter};
use super::duplicates::duplicate;
use super::lengths;
use super::literals::{self, constant};
use super::rescale::convert;
use super::scope::{Bound, Item, Owner, Unseen};
use super::type_names::{self, Target};
use crate::ast::{self, CallArgs};
use crate::diagnostic::{Diagnostic, has_error};
use crate::hir::{
    Block, Column, ConflictUpdate, Expr, ExprKind, Message, RowMatch, RowVar, Side, Statement,
    StatementKind, Table,
};
use crate::span::Span;
use engine::parameter::{MESSAGE_PREFIX, TABLE};
use engine::schema::{ColumnId, FieldId, MessageId, TableId, Type};
use std::collections::BTreeMap;

/// Collects the parameters and functions of a file.
pub(super) fn declare(
    file: &ast::File,
    catalog: &mut Catalog,
    vars: &mut u32,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for item in &file.items {
        if let ast::Item::Parameter(parameter) = item {
            match declare_parameter(parameter, catalog, vars, diagnostics) {
                Some(declared) => catalog.add_parameter(declared),
                None => drop(catalog.broken_parameters.insert(parameter.name.text.clone())),
            }
        }
    }
    for item in &file.items {
        if let ast::Item::Function(function) = item {
            match declare_function(function, catalog, vars, diagnostics) {
                Some(declared) => catalog.add_function(declared),
                None => drop(catalog.broken_functions.insert(function.name.text.clone())),
            }
        }
    }
}

fn declare_parameter(
    parameter: &ast::Parameter,
    catalog: &Catalog,
    vars: &mut u32,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Parameter> {
    let name = &parameter.name;
    if let Some(earlier) = catalog.parameter(&name.text) {
        let what = format!("a parameter `{}`", name.text);
        let earlier = catalog.parameters[earlier].name.span;
        diagnostics.push(duplicate(&what, name.span, earlier));
        return None;
    }
    let ty = type_names::type_of(&parameter.ty).map_err(|error| diagnostics.push(*error)).ok()?;
    let mut item = Item::new(catalog, Owner::Nothing(Unseen::Parameter), vars, diagnostics);
    let value = item.expr(&parameter.value)?;
    if literals::is_null(&value) {
        let message = format!("parameter `{}` cannot be NULL", name.text);
        return item.refuse(Diagnostic::error("null-violation", message, value.span, ""));
    }
    let value = item.assigned(lengths::plain(&value).clone(), ty, &name.text)?;
    if !matches!(value.kind, ExprKind::Number(_) | ExprKind::Text(_)) {
        return item.refuse(
            Diagnostic::error(
                "parameter-value",
                "the value of a parameter is a literal",
                value.span,
                "this is computed",
            )
            .help("write the first value as a literal; a message changes it later"),
        );
    }
    Some(Parameter { name: name.clone(), ty, value })
}

fn declare_function(
    function: &ast::Function,
    catalog: &Catalog,
    vars: &mut u32,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Function> {
    let name = &function.name;
    if let Some(earlier) = catalog.function(&name.text) {
        let what = format!("a function `{}`", name.text);
        diagnostics.push(duplicate(&what, name.span, earlier.name.span));
        return None;
    }
    let mut target =
        |ty| type_names::signature_of(ty).map_err(|error| diagnostics.push(*error)).ok();
    let mut arguments: Vec<(ast::Name, Target)> = Vec::new();
    for argument in &function.arguments {
        arguments.push((argument.name.clone(), target(&argument.ty)?));
    }
    let returns = target(&function.returns)?;
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for (argument, _) in &arguments {
        if let Some(earlier) = seen.insert(&argument.text, argument.span) {
            let what = format!("an argument `{}` of `{}`", argument.text, name.text);
            diagnostics.push(duplicate(&what, argument.span, earlier));
            return None;
        }
    }
    let declared = Function { name: name.clone(), arguments, returns, body: function.body.clone() };
    // Arguments of the declared types, which can be NULL, stand for those of the calls.
    let values = declared.arguments.iter().map(|(argument, target)| {
        let ty = match target {
            Target::Type(ty) => *ty,
            Target::Decimal => Type::Decimal { precision: Type::PRECISION_MAX, scale: 6 },
        };
        // A column of no row: it is typed, and nothing is known of its value.
        let kind = ExprKind::Column(RowVar(u32::MAX), ColumnId(0));
        Expr { kind, ty, nullable: true, span: argument.span }
    });
    let values = values.collect();
    let before = diagnostics.len();
    let mut item = Item::new(catalog, Owner::Nothing(Unseen::Function), vars, diagnostics);
    item.body(&declared, values);
    (!has_error(&diagnostics[before..])).then_some(declared)
}

impl Item<'_> {
    /// Resolves a call of a declared function; `None` if there is none with this name.
    pub(super) fn function_call(
        &mut self,
        name: &ast::Name,
        arguments: Arguments<'_>,
        span: Span,
    ) -> Option<Option<Expr>> {
        let catalog = self.catalog;
        let function = catalog.function(&name.text)?;
        Some(self.declared_call(function, arguments, span))
    }

    fn declared_call(
        &mut self,
        function: &Function,
        arguments: Arguments<'_>,
        span: Span,
    ) -> Option<Expr> {
        let given: &[ast::Expr] = match arguments.args {
            CallArgs::List(args) if !arguments.distinct && arguments.filter.is_none() => args,
            CallArgs::Star | CallArgs::List(_) => &[],
        };
        if given.len() != function.arguments.len() {
            let count = function.arguments.len();
            let message = format!("`{}` takes {count} arguments", function.name.text);
            return self.refuse(
                Diagnostic::error("arguments", message, span, "")
                    .related(function.name.span, "declared here"),
            );
        }
        let values: Vec<Option<Expr>> = given.iter().map(|arg| self.expr(arg)).collect();
        let mut bound = Vec::with_capacity(values.len());
        for (value, (argument, target)) in values.into_iter().zip(&function.arguments) {
            bound.push(self.argument(value?, *target, &argument.text)?);
        }
        // The body is known to be free of errors but for what depends on the arguments. Its
        // warnings have been reported.
        let mut found = std::mem::take(self.diagnostics);
        let value = self.body(function, bound);
        std::mem::swap(self.diagnostics, &mut found);
        let errors = found.into_iter().filter(|found| has_error(std::slice::from_ref(found)));
        self.diagnostics.extend(errors.map(|error| error.related(span, "called here")));
        value.map(|value| Expr { span, ..value })
    }

    /// A value at the type of an argument. As in PostgreSQL, the digits of a DECIMAL and the length
    /// of a CHAR in a signature have no meaning.
    fn argument(&mut self, value: Expr, target: Target, name: &str) -> Option<Expr> {
        match target {
            Target::Decimal | Target::Type(Type::Decimal { .. }) if value.ty.is_number() => {
                Some(value)
            }
            Target::Type(ty @ Type::Char(_)) => {
                let of_value = if let Type::Char(_) = value.ty { value.ty } else { ty };
                self.assigned(value, of_value, name)
            }
            Target::Decimal => {
                let ty = Type::Decimal { precision: Type::PRECISION_MAX, scale: 0 };
                self.assigned(value, ty, name)
            }
            Target::Type(ty) => self.assigned(value, ty, name),
        }
    }

    /// The value of the body of a function with these arguments.
    fn body(&mut self, function: &Function, values: Vec<Expr>) -> Option<Expr> {
        let names = function.arguments.iter().map(|(name, _)| name.text.clone());
        let bound = names.zip(values).map(|(name, value)| Bound { name, value }).collect();
        let outer = self.enter_function(&function.name.text, bound);
        let body = &function.body;
        let value = if body.from.is_empty() {
            match (body.items.as_slice(), &body.condition) {
                ([item], None) => item.value.expr().and_then(|value| self.expr(value)),
                _ => self.not_served("a function of several values without `from`", body.span),
            }
        } else {
            self.subquery(body, body.span)
        };
        self.leave_function(outer);
        let value = value?;
        self.argument(value, function.returns, &function.name.text)
    }

    /// The value of a parameter, if there is one with this name.
    pub(super) fn parameter(&mut self, name: &ast::Name) -> Option<Expr> {
        let catalog = self.catalog;
        let index = catalog.parameter(&name.text)?;
        let Parameter { ty, value, .. } = &catalog.parameters[index];
        let (ty, span) = (*ty, name.span);
        let var = self.fresh_var();
        // The first column is the key.
        let column = ExprKind::Column(var, ColumnId(index as u16 + 1));
        let column = Expr { kind: column, ty, nullable: true, span };
        let row = RowMatch { var, key: vec![key(span)], residual: None };
        let table = catalog.parameter_table();
        let kind = ExprKind::Lookup { table, row: Box::new(row), value: Box::new(column) };
        let current = Expr { kind, ty, nullable: true, span };
        let first = Expr { span, ..value.clone() };
        Some(Expr { kind: ExprKind::Coalesce(vec![current, first]), ty, nullable: false, span })
    }
}

/// The key of the one row of parameters.
fn key(span: Span) -> Expr {
    constant(ExprKind::Number(1), Type::Boolean, span)
}

/// The table of the parameters, the messages that change them, and their blocks. `tables` and
/// `messages` are how many of them the file declares.
pub(super) fn parameter_items(
    parameters: &[Parameter],
    (tables, messages): (usize, usize),
    vars: &mut u32,
) -> (Option<Table>, Vec<Message>, Vec<Block>) {
    if parameters.is_empty() {
        return (None, Vec::new(), Vec::new());
    }
    let span = parameters[0].name.span;
    let column = |name: &str, ty, nullable| Column { name: name.to_owned(), ty, nullable };
    let mut columns = vec![column("row", Type::Boolean, false)];
    columns.extend(parameters.iter().map(|p| column(&p.name.text, p.ty, true)));
    let table = Table {
        name: TABLE.to_owned(),
        columns,
        key: vec![ColumnId(0)],
        rows_max: 1,
        defaults: Vec::new(),
        span,
    };
    let id = TableId(tables as u16);
    let mut changes = Vec::new();
    let mut blocks = Vec::new();
    for (index, parameter) in parameters.iter().enumerate() {
        let (ty, span) = (parameter.ty, parameter.name.span);
        let field = Expr { kind: ExprKind::Field(FieldId(0)), ty, nullable: false, span };
        let mut values = vec![key(span)];
        values.extend(parameters.iter().enumerate().map(|(other, p)| match other == index {
            true => field.clone(),
            false => Expr { ty: p.ty, ..literals::null(span) },
        }));
        let set = vec![(ColumnId(index as u16 + 1), field)];
        let (row, excluded) = (RowVar(*vars), RowVar(*vars + 1));
        *vars += 2;
        let update = Some(ConflictUpdate { row, excluded, set, condition: None });
        let kind = StatementKind::Upsert { table: id, values, update, when: None };
        let message = MessageId((messages + index) as u16);
        let statements = vec![Statement { kind, span, with_next: false }];
        blocks.push(Block { message, side: Side::Accept, guard: None, statements, row: None });
        changes.push(Message {
            name: format!("{MESSAGE_PREFIX}{}", parameter.name.text),
            fields: vec![column("value", ty, false)],
            span,
        });
    }
    (Some(table), changes, blocks)
}

impl Catalog {
    /// The table of the parameters, which follows the declared ones.
    fn parameter_table(&self) -> TableId {
        TableId(self.tables.len() as u16)
    }
}

/// A value converted as an assignment converts it; kept here for arguments and parameters.
impl Item<'_> {
    fn assigned(&mut self, value: Expr, ty: Type, name: &str) -> Option<Expr> {
        if value.ty.is_number() && ty.is_number() && !matches!(value.kind, ExprKind::Number(_)) {
            return Some(if value.ty == ty { value } else { convert(value, ty) });
        }
        let zone = &self.catalog.zone;
        self.check(super::conversions::assign(value, ty, name, zone))
    }
}
