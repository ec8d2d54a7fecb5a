// SPDX-License-Identifier: Apache-2.0

//! The places of items.

use super::shape::{At, ColumnLine, Kind, Part, Shape, Style, Unit};
use super::statements::span_of;
use super::widths::INDENT;
use crate::ast::{
    Column, Expr, File, Function, Item, Job, Name, Rule, Statement, Step, Table, Test, TypeName,
};
use crate::lex::{Keyword, Symbol, TokenKind};
use crate::span::Span;

/// Adds the places of all items.
pub(super) fn add(shape: &mut Shape, file: &File) {
    let items = shape.group(Kind::Items, 0);
    for item in &file.items {
        let start = start_of(shape, item);
        shape.place(start, items, Part::Between);
        item_places(shape, start, item);
    }
    if file.has_end {
        let end = shape.back(shape.tokens.len() - 1, TokenKind::Keyword(Keyword::End));
        shape.place(end, items, Part::Between);
    }
    shape.place(shape.tokens.len() - 1, items, Part::Between);
}

/// The first token of an item.
fn start_of(shape: &Shape, item: &Item) -> At {
    let words_before = |span: Span, count: usize| shape.at(span) - count;
    match item {
        Item::Table(table) => words_before(table.name.span, 2),
        Item::Message(message) => words_before(message.name.span, 2),
        Item::Parameter(parameter) => shape.at(parameter.span),
        Item::Function(function) => shape.at(function.span),
        Item::Rule(rule) => shape.at(rule.span),
        Item::On(on) => words_before(on.message.span, 1),
        Item::OnReject(on) => shape.at(on.span),
        Item::Job(job) => shape.at(job.span),
        Item::Include(include) => words_before(include.span, 1),
        Item::TimeZone(zone) => words_before(zone.span, 3),
        Item::Test(test) => shape.at(test.span),
    }
}

fn item_places(shape: &mut Shape, start: At, item: &Item) {
    match item {
        Item::Table(table) => table_places(shape, start, table),
        Item::Message(message) => columns(shape, start, &message.name, &message.fields),
        Item::Parameter(parameter) => {
            type_places(shape, &parameter.ty);
            shape.expr(&parameter.value, Unit { start, is_where: false });
        }
        Item::Function(function) => function_places(shape, start, function),
        Item::Rule(rule) => rule_places(shape, start, rule),
        Item::On(on) => block(shape, start, on.guard.as_ref(), &on.statements),
        Item::OnReject(on) => {
            let by = shape.at(on.message.span) + 1;
            if !on.rules.is_empty() {
                parts(shape, start, INDENT, 2, &[by]);
                let list = shape.group(Kind::List { word: by }, shape.rank(by, 2));
                for (index, rule) in on.rules.iter().enumerate() {
                    let part = if index == 0 { Part::Open } else { Part::Between };
                    shape.place(shape.at(rule.span), list, part);
                }
            }
            block(shape, start, on.guard.as_ref(), &on.statements);
        }
        Item::Job(Job { condition, statements, .. }) => {
            block(shape, start, condition.as_ref(), statements);
        }
        Item::Include(_) => {}
        Item::TimeZone(zone) => {
            let sign = shape.at(zone.span);
            let is_sign = matches!(shape.tokens[sign].kind, TokenKind::Symbol(_));
            shape.tight[sign + 1] |= is_sign;
        }
        Item::Test(test) => test_places(shape, start, test),
    }
}

/// Parts of the item at `start`, which can have lines. The rank of a block is 1.
fn parts(shape: &mut Shape, start: At, indent: usize, rank: usize, members: &[At]) {
    let group = shape.group(Kind::Parts { start, indent }, rank);
    for &member in members {
        shape.place(member, group, Part::Between);
    }
}

fn table_places(shape: &mut Shape, start: At, table: &Table) {
    columns(shape, start, &table.name, &table.columns);
    let open = shape.at(table.name.span) + 1;
    options(shape, start, shape.close_of(open) + 1);
    for condition in table.lists.iter().filter_map(|list| list.condition.as_ref()) {
        let start = shape.at(condition.span);
        shape.expr(condition, Unit { start, is_where: false });
    }
}

/// The `with` of an item, if there is one at `at`.
fn options(shape: &mut Shape, start: At, at: At) {
    if shape.is(at, TokenKind::Keyword(Keyword::With)) {
        parts(shape, start, 0, 0, &[at]);
    }
}

/// The columns of a table or message, after its name.
fn columns(shape: &mut Shape, start: At, name: &Name, columns: &[Column]) {
    let open = shape.at(name.span) + 1;
    shape.style(open, Style::Columns(start));
    let mut lines = Vec::new();
    for column in columns {
        type_places(shape, &column.ty);
        if let Some(default) = &column.default {
            let start = shape.at(default.span);
            shape.expr(default, Unit { start, is_where: false });
        }
        if let Some((_, span)) = column.stamp {
            let stamped = shape.at(span);
            shape.style(stamped + 1, Style::Solid);
        }
        let ty = shape.at(column.ty.name.span);
        let after = if column.ty.args.is_empty() { ty + 1 } else { shape.close_of(ty + 1) + 1 };
        lines.push(ColumnLine { name: shape.at(column.name.span), ty, marks: after });
    }
    shape.columns.insert(open, lines);
}

/// The numbers of a type follow its name, on the same line.
pub(super) fn type_places(shape: &mut Shape, ty: &TypeName) {
    if !ty.args.is_empty() {
        let open = shape.at(ty.name.span) + 1;
        shape.tight[open] = true;
        shape.style(open, Style::Solid);
    }
}

fn function_places(shape: &mut Shape, start: At, function: &Function) {
    let open = shape.at(function.name.span) + 1;
    shape.tight[open] = true;
    function.arguments.iter().for_each(|argument| type_places(shape, &argument.ty));
    type_places(shape, &function.returns);
    let returns = shape.at(function.returns.name.span) - 1;
    let body = shape.back(shape.at(function.body.span), TokenKind::Dollar);
    let head = (returns..body).filter(|&at| {
        at == returns || at + 1 == body || shape.is_word(at, "language") && at > returns + 1
    });
    let head: Vec<At> = head.collect();
    parts(shape, start, INDENT, 2, &head);
    let after = shape.close_of(body) + 1;
    if shape.is_word(after, "language") {
        parts(shape, start, 0, 2, &[after]);
    }
    shape.query(&function.body);
}

fn rule_places(shape: &mut Shape, start: At, rule: &Rule) {
    let before = rule.message.as_ref().unwrap_or(&rule.name);
    let open = shape.at(before.span) + 1;
    shape.style(open, Style::Block(start));
    let first = open + 1;
    shape.expr(&rule.condition, Unit { start: first, is_where: false });
    if let Some(guard) = &rule.guard {
        let word = shape.where_of(guard);
        shape.guards.insert(open, word);
        let group = shape.group(Kind::Parts { start: first, indent: 0 }, shape.rank(first, 0));
        shape.place(word, group, Part::Between);
        shape.expr(guard, Unit { start: word, is_where: true });
    }
    options(shape, start, shape.close_of(open) + 1);
}

/// The `where` of an item, and the statements of its block.
fn block(shape: &mut Shape, start: At, guard: Option<&Expr>, statements: &[Statement]) {
    if let Some(guard) = guard {
        let word = shape.where_of(guard);
        parts(shape, start, INDENT, 2, &[word]);
        shape.expr(guard, Unit { start: word, is_where: true });
    }
    if let Some(first) = statements.first() {
        let open = shape.at(span_of(first)) - 1;
        shape.style(open, Style::Block(start));
    }
    statements.iter().for_each(|statement| shape.statement(statement));
}

fn test_places(shape: &mut Shape, start: At, test: &Test) {
    let open = shape.at(test.name.span) + 1;
    shape.style(open, Style::Block(start));
    for step in &test.steps {
        let (span, row) = match step {
            Step::Given { row, span, .. } | Step::ExpectRow { row, span, .. } => (*span, row),
            Step::When { fields, expected_span, span, .. } => {
                let (step, expect) = (shape.at(*span), shape.at(*expected_span) - 1);
                let group =
                    shape.group(Kind::Parts { start: step, indent: INDENT }, shape.rank(step, 0));
                shape.place(expect, group, Part::Between);
                (*span, fields)
            }
            Step::ExpectEmpty { .. } => continue,
        };
        let step = shape.at(span);
        if shape.is(step + 2, TokenKind::Symbol(Symbol::Open)) {
            shape.style(step + 2, Style::Row(step));
        }
        for (column, value) in row {
            let start = shape.at(column.span);
            shape.expr(value, Unit { start, is_where: false });
        }
    }
}
