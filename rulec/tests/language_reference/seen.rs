// SPDX-License-Identifier: Apache-2.0

//! Which constructs a syntax tree has.

use crate::constructs as c;
use rulec::ast::{
    CallArgs, Column, ConflictAction, Expr, ExprKind, File, FromItem, Item, Join, Select, Source,
    Statement, Step, TypeName,
};
use std::collections::BTreeSet;

/// The constructs of some examples.
#[derive(Default)]
pub struct Seen {
    /// By name; those of functions, types and words as well.
    pub names: BTreeSet<String>,
}

impl Seen {
    pub fn add(&mut self, name: &str) {
        self.names.insert(name.to_owned());
    }

    fn all(&mut self, names: Vec<&'static str>) {
        names.into_iter().for_each(|name| self.add(name));
    }

    fn when(&mut self, condition: bool, name: &str) {
        if condition {
            self.add(name);
        }
    }

    /// The tokens and comments of a text.
    pub fn text(&mut self, text: &str) {
        use rulec::lex::TokenKind;
        for token in rulec::lex::lex(text).0 {
            match token.kind {
                TokenKind::Keyword(keyword) => self.add(&format!("keyword {}", keyword.text())),
                TokenKind::Symbol(symbol) => self.add(&format!("symbol {}", symbol.text())),
                TokenKind::QuotedName => self.add("quoted name"),
                TokenKind::Decimal => self.when(token.text.contains(['e', 'E']), "exponent"),
                TokenKind::Name
                | TokenKind::Integer
                | TokenKind::String
                | TokenKind::Dollar
                | TokenKind::Error
                | TokenKind::End => {}
            }
        }
        self.when(text.contains("-- "), "line comment");
        self.when(text.contains("/*"), "block comment");
    }

    pub fn file(&mut self, file: &File) {
        self.when(file.has_end, "end");
        file.items.iter().for_each(|item| self.item(item));
    }

    fn item(&mut self, item: &Item) {
        self.add(c::item(item));
        match item {
            Item::Table(table) => {
                self.all(c::table(table));
                table.columns.iter().for_each(|column| self.column(column));
                self.exprs(table.lists.iter().filter_map(|list| list.condition.as_ref()));
            }
            Item::Message(message) => message.fields.iter().for_each(|field| self.column(field)),
            Item::Parameter(parameter) => {
                self.ty(&parameter.ty);
                self.expr(&parameter.value);
            }
            Item::Function(function) => {
                self.all(c::function(function));
                function.arguments.iter().for_each(|argument| self.ty(&argument.ty));
                self.ty(&function.returns);
                self.select(&function.body);
            }
            Item::Rule(rule) => {
                self.all(c::rule(rule));
                self.expr(&rule.condition);
                rule.guard.iter().for_each(|guard| self.expr(guard));
            }
            Item::On(on) => {
                self.all(c::on(on));
                on.guard.iter().for_each(|guard| self.expr(guard));
                on.statements.iter().for_each(|statement| self.statement(statement));
            }
            Item::OnReject(on) => {
                self.all(c::on_reject(on));
                on.guard.iter().for_each(|guard| self.expr(guard));
                on.statements.iter().for_each(|statement| self.statement(statement));
            }
            Item::Job(job) => {
                self.all(c::job(job));
                job.condition.iter().for_each(|condition| self.expr(condition));
                job.statements.iter().for_each(|statement| self.statement(statement));
            }
            Item::Test(test) => test.steps.iter().for_each(|step| self.step(step)),
            Item::Include(_) | Item::TimeZone(_) => {}
        }
    }

    fn column(&mut self, column: &Column) {
        self.all(c::column(column));
        self.ty(&column.ty);
        column.default.iter().for_each(|value| self.expr(value));
        column.stamp.iter().for_each(|(stamp, _)| self.add(c::stamp(stamp)));
    }

    fn ty(&mut self, ty: &TypeName) {
        self.add(&format!("type {}", ty.name.text));
    }

    fn step(&mut self, step: &Step) {
        self.add(c::step(step));
        match step {
            Step::Given { row, .. } | Step::ExpectRow { row, .. } => {
                row.iter().for_each(|(_, value)| self.expr(value));
            }
            Step::When { message, fields, expected, .. } => {
                self.when(message.text == "mode", "when mode");
                self.when(message.text == "parameter", "when parameter");
                self.when(message.text == "job", "when job");
                fields.iter().for_each(|(_, value)| self.expr(value));
                self.add(c::expected(expected));
            }
            Step::ExpectEmpty { .. } => {}
        }
    }

    fn statement(&mut self, statement: &Statement) {
        self.add(c::statement(statement));
        match statement {
            Statement::Insert { alias, columns, values, conflict, .. } => {
                self.when(alias.is_some(), "insert as alias");
                self.when(columns.is_some(), "insert with columns");
                self.when(columns.is_none(), "insert without columns");
                values.iter().for_each(|value| self.expr(value));
                let Some(conflict) = conflict else { return };
                self.all(c::conflict(conflict));
                self.add(c::action(&conflict.action));
                if let ConflictAction::Update { set, condition } = &conflict.action {
                    set.iter().for_each(|(_, value)| self.expr(value));
                    condition.iter().for_each(|condition| self.expr(condition));
                }
            }
            Statement::Update { alias, set, from, condition, .. } => {
                self.when(alias.is_some(), "update alias");
                self.when(!from.is_empty(), "update … from");
                set.iter().for_each(|(_, value)| self.expr(value));
                self.from(from);
                condition.iter().for_each(|condition| self.expr(condition));
            }
            Statement::Delete { alias, using, condition, .. } => {
                self.when(alias.is_some(), "delete alias");
                self.when(!using.is_empty(), "delete … using");
                self.from(using);
                condition.iter().for_each(|condition| self.expr(condition));
            }
        }
    }

    fn select(&mut self, select: &Select) {
        self.all(c::select(select));
        for item in &select.items {
            self.all(c::item_of_select(item));
            self.add(c::value(&item.value));
            item.value.expr().into_iter().for_each(|value| self.expr(value));
        }
        self.from(&select.from);
        select.condition.iter().for_each(|condition| self.expr(condition));
        for order in &select.order {
            self.all(c::order(order));
            self.expr(&order.value);
        }
    }

    fn from(&mut self, items: &[FromItem]) {
        for (index, item) in items.iter().enumerate() {
            self.all(c::item_of_from(item));
            self.add(c::source(&item.source));
            // The first item is joined with nothing.
            if index > 0 {
                self.add(c::join(&item.join));
            }
            if let Source::Query(select) = &item.source {
                self.select(select);
            }
            if let Join::On(condition) = &item.join {
                self.expr(condition);
            }
        }
    }

    pub fn expr(&mut self, expr: &Expr) {
        use ExprKind as K;
        self.add(c::expr(&expr.kind));
        match &expr.kind {
            K::Integer(_) | K::Decimal(_) | K::String(_) | K::Boolean(_) | K::Null => {}
            K::Default | K::Name(_) | K::Qualified(..) => {}
            K::Typed { ty, .. } => self.add(&format!("{} literal", ty.text)),
            K::Negate(inner) | K::Not(inner) => self.expr(inner),
            K::Binary(op, left, right) => {
                self.add(c::operator(op));
                self.exprs([&**left, right]);
            }
            K::IsTruth { operand, truth, .. } => {
                self.add(c::truth(truth));
                self.expr(operand);
            }
            K::IsNull { operand, .. } => self.expr(operand),
            K::IsDistinct { left, right, .. } => self.exprs([&**left, right]),
            K::Between { operand, low, high, .. } => self.exprs([&**operand, low, high]),
            K::In { operand, list, .. } => {
                self.expr(operand);
                self.exprs(list);
            }
            K::InSelect { operand, select, .. } => {
                self.expr(operand);
                self.select(select);
            }
            K::Like { operand, pattern, .. } => self.exprs([&**operand, pattern]),
            K::Cast { operand, ty } => {
                self.ty(ty);
                self.expr(operand);
            }
            K::Extract { source, .. } => self.expr(source),
            K::Case { operand, arms, otherwise } => {
                self.exprs(operand.as_deref());
                self.exprs(arms.iter().flat_map(|(when, then)| [when, then]));
                self.exprs(otherwise.as_deref());
                self.when(otherwise.is_some(), "case … else");
                self.when(otherwise.is_none(), "case without else");
            }
            K::Call { function, args, distinct, filter } => {
                self.add(&format!("function {}", function.text));
                self.add(c::arguments(args));
                self.when(*distinct, "distinct argument");
                self.when(filter.is_some(), "filter (where …)");
                if let CallArgs::List(args) = args {
                    self.exprs(args);
                }
                self.exprs(filter.as_deref());
            }
            K::Subquery(select) | K::Exists(select) => self.select(select),
        }
    }

    fn exprs<'a>(&mut self, list: impl IntoIterator<Item = &'a Expr>) {
        list.into_iter().for_each(|expr| self.expr(expr));
    }
}
