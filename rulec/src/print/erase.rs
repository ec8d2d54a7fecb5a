// SPDX-License-Identifier: Apache-2.0

//! Trees without spans, so that two of them can be compared.

use crate::ast::{
    Assignment, Attributes, Column, Conflict, ConflictAction, Expected, Expr, File, FromItem,
    Function, Item, Join, List, Name, Part, Rule, Select, SelectValue, Source, Statement, Step,
    TypeName,
};
use crate::span::Span;

/// Resets every span of the tree. Two texts have the same meaning if their trees are equal after
/// this.
pub fn erase_spans(file: &mut File) {
    file.items.iter_mut().for_each(item);
}

fn list(list: &mut List) {
    list.group.iter_mut().chain(&mut list.time).for_each(name);
    list.condition.iter_mut().for_each(expr);
    list.bound.1 = Span::default();
    list.span = Span::default();
}

fn item(item: &mut Item) {
    match item {
        Item::Table(table) => {
            name(&mut table.name);
            table.columns.iter_mut().for_each(column);
            table.key.iter_mut().for_each(name);
            if let Some((_, span)) = &mut table.rows {
                *span = Span::default();
            }
            table.lists.iter_mut().for_each(list);
        }
        Item::Message(message) => {
            name(&mut message.name);
            message.fields.iter_mut().for_each(column);
        }
        Item::Parameter(parameter) => {
            parameter.span = Span::default();
            name(&mut parameter.name);
            type_name(&mut parameter.ty);
            expr(&mut parameter.value);
        }
        Item::Function(declared) => function(declared),
        Item::Rule(declared) => rule(declared),
        Item::On(on) => {
            name(&mut on.message);
            on.guard.iter_mut().for_each(expr);
            on.statements.iter_mut().for_each(statement);
        }
        Item::OnReject(on) => {
            on.span = Span::default();
            name(&mut on.message);
            on.rules.iter_mut().for_each(name);
            on.guard.iter_mut().for_each(expr);
            on.statements.iter_mut().for_each(statement);
        }
        Item::Job(job) => {
            job.span = Span::default();
            name(&mut job.name);
            name(&mut job.table);
            job.alias.iter_mut().for_each(name);
            job.condition.iter_mut().for_each(expr);
            job.statements.iter_mut().for_each(statement);
        }
        Item::Include(include) => include.span = Span::default(),
        Item::TimeZone(zone) => zone.span = Span::default(),
        Item::Test(test) => {
            test.span = Span::default();
            name(&mut test.name);
            test.steps.iter_mut().for_each(step);
        }
    }
}

fn function(function: &mut Function) {
    function.span = Span::default();
    name(&mut function.name);
    for argument in &mut function.arguments {
        name(&mut argument.name);
        type_name(&mut argument.ty);
    }
    type_name(&mut function.returns);
    select(&mut function.body);
}

fn rule(rule: &mut Rule) {
    rule.span = Span::default();
    name(&mut rule.name);
    rule.message.iter_mut().for_each(name);
    expr(&mut rule.condition);
    rule.guard.iter_mut().for_each(expr);
    let Attributes { id, text, text_en, source } = &mut rule.attributes;
    for attribute in [id, text, text_en, source].into_iter().flatten() {
        attribute.span = Span::default();
    }
}

fn step(step: &mut Step) {
    match step {
        Step::Given { table, row, span } | Step::ExpectRow { table, row, span } => {
            *span = Span::default();
            name(table);
            row.iter_mut().for_each(assignment);
        }
        Step::When { message, fields, expected, expected_span, span } => {
            (*expected_span, *span) = (Span::default(), Span::default());
            name(message);
            fields.iter_mut().for_each(assignment);
            match expected {
                Expected::Accept => {}
                Expected::Reject { rule, .. } => rule.iter_mut().for_each(name),
                Expected::Warn(rule) => name(rule),
            }
        }
        Step::ExpectEmpty { table, span } => {
            *span = Span::default();
            name(table);
        }
    }
}

fn name(name: &mut Name) {
    name.span = Span::default();
}

fn column(column: &mut Column) {
    name(&mut column.name);
    type_name(&mut column.ty);
    column.default.iter_mut().for_each(expr);
    if let Some((_, span)) = &mut column.stamp {
        *span = Span::default();
    }
}

fn type_name(ty: &mut TypeName) {
    name(&mut ty.name);
    for (_, span) in &mut ty.args {
        *span = Span::default();
    }
}

fn statement(statement: &mut Statement) {
    match statement {
        Statement::Insert { table, alias, columns, values, conflict, span } => {
            *span = Span::default();
            name(table);
            alias.iter_mut().for_each(name);
            columns.iter_mut().flatten().for_each(name);
            values.iter_mut().for_each(expr);
            conflict.iter_mut().for_each(on_conflict);
        }
        Statement::Update { table, alias, set, from, condition, span } => {
            *span = Span::default();
            name(table);
            alias.iter_mut().for_each(name);
            set.iter_mut().for_each(assignment);
            from.iter_mut().for_each(from_item);
            condition.iter_mut().for_each(expr);
        }
        Statement::Delete { table, alias, using, condition, span } => {
            *span = Span::default();
            name(table);
            alias.iter_mut().for_each(name);
            using.iter_mut().for_each(from_item);
            condition.iter_mut().for_each(expr);
        }
    }
}

fn assignment((column, value): &mut Assignment) {
    name(column);
    expr(value);
}

fn on_conflict(conflict: &mut Conflict) {
    conflict.span = Span::default();
    conflict.columns.iter_mut().for_each(name);
    match &mut conflict.action {
        ConflictAction::Nothing => {}
        ConflictAction::Update { set, condition } => {
            set.iter_mut().for_each(assignment);
            condition.iter_mut().for_each(expr);
        }
    }
}

fn select(select: &mut Select) {
    select.span = Span::default();
    for item in &mut select.items {
        match &mut item.value {
            SelectValue::Star(span) => *span = Span::default(),
            SelectValue::Expr(value) => expr(value),
        }
        item.alias.iter_mut().for_each(name);
    }
    select.from.iter_mut().for_each(from_item);
    select.condition.iter_mut().for_each(expr);
    select.order.iter_mut().for_each(|order| expr(&mut order.value));
    if let Some((_, span)) = &mut select.limit {
        *span = Span::default();
    }
}

fn from_item(item: &mut FromItem) {
    item.span = Span::default();
    match &mut item.source {
        Source::Table(table) => name(table),
        Source::Query(query) => select(query),
    }
    item.alias.iter_mut().for_each(name);
    match &mut item.join {
        Join::List | Join::Cross => {}
        Join::On(condition) => expr(condition),
        Join::Using(columns) => columns.iter_mut().for_each(name),
    }
}

fn expr(node: &mut Expr) {
    node.span = Span::default();
    node.kind.each_part(&mut |part| match part {
        Part::Operand(operand) => expr(operand),
        Part::Query(query) | Part::Rows(query) => select(query),
        Part::Name(part) => name(part),
        Part::Type(part) => type_name(part),
        Part::Span(span) => *span = Span::default(),
    });
}
