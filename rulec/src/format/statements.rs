// SPDX-License-Identifier: Apache-2.0

//! The places of statements and queries.

use super::shape::{At, Kind, Part, Shape, Unit};
use super::widths::INDENT;
use crate::ast::{
    Assignment, ConflictAction, Expr, FromItem, Join, Select, SelectItem, SelectValue, Source,
    Statement,
};
use crate::lex::{Keyword, TokenKind};
use crate::span::Span;

impl Shape<'_> {
    pub(super) fn statement(&mut self, statement: &Statement) {
        let start = self.at(span_of(statement));
        match statement {
            Statement::Insert { values, conflict, .. } => {
                let word = self.back(self.at(values[0].span), TokenKind::Keyword(Keyword::Values));
                let mut clauses = vec![word];
                values.iter().for_each(|value| self.element(value));
                if let Some(conflict) = conflict {
                    clauses.push(self.at(conflict.span));
                    if let ConflictAction::Update { set, condition } = &conflict.action {
                        self.set(set);
                        clauses.extend(self.condition(condition));
                    }
                }
                self.clauses(start, &clauses);
            }
            Statement::Update { set, from, condition, .. } => {
                let word = self.at(set[0].0.span) - 1;
                self.set(set);
                let mut clauses = vec![word];
                clauses.extend(self.from(start, from));
                clauses.extend(self.condition(condition));
                let rank = self.rank(start, 0);
                let group = self.group(Kind::Update { start, set: word }, rank);
                clauses.iter().for_each(|&clause| self.place(clause, group, Part::Between));
            }
            Statement::Delete { using, condition, .. } => {
                let mut clauses = self.from(start, using);
                clauses.extend(self.condition(condition));
                self.clauses(start, &clauses);
            }
        }
    }

    /// The clauses of the query or statement at `start`.
    fn clauses(&mut self, start: At, clauses: &[At]) {
        let rank = self.rank(start, 0);
        let group = self.group(Kind::Parts { start, indent: 0 }, rank);
        clauses.iter().for_each(|&clause| self.place(clause, group, Part::Between));
    }

    /// The assignments after a `set`.
    fn set(&mut self, set: &[Assignment]) {
        let first = self.at(set[0].0.span);
        let group = self.group(Kind::List { word: first - 1 }, self.rank(first, 1));
        for (index, (column, value)) in set.iter().enumerate() {
            let start = self.at(column.span);
            self.place(start, group, if index == 0 { Part::Open } else { Part::Between });
            self.expr(value, Unit { start, is_where: false });
        }
    }

    /// The `where` of a condition.
    pub(super) fn where_of(&self, condition: &Expr) -> At {
        self.back(self.at(condition.span), TokenKind::Keyword(Keyword::Where))
    }

    fn condition(&mut self, condition: &Option<Expr>) -> Option<At> {
        let condition = condition.as_ref()?;
        let word = self.where_of(condition);
        self.expr(condition, Unit { start: word, is_where: true });
        Some(word)
    }

    /// The tables of a `from` or `using` in the construct at `start`. Returns the word.
    fn from(&mut self, start: At, items: &[FromItem]) -> Vec<At> {
        let Some(first) = items.first() else { return Vec::new() };
        let word = self.at(first.span) - 1;
        let rank = self.rank(word, 1);
        let group = self.group(Kind::Parts { start, indent: INDENT }, rank);
        for item in items {
            let at = self.at(item.span);
            let join = if self.is(at - 1, TokenKind::Keyword(Keyword::Join)) { at - 1 } else { at };
            let kind_of_join = ["inner", "cross"].iter().any(|word| self.is_word(join - 1, word));
            let join = join - usize::from(kind_of_join && join < at);
            if at - 1 > word {
                self.place(join, group, Part::Between);
            }
            if let Source::Query(query) = &item.source {
                self.query(query);
            }
            if let Join::On(condition) = &item.join {
                self.expr(condition, Unit { start: join, is_where: false });
            }
        }
        vec![word]
    }

    pub(super) fn query(&mut self, query: &Select) {
        let start = self.at(query.span);
        let list = self.group(Kind::List { word: start }, self.rank(start, 1));
        for (index, item) in query.items.iter().enumerate() {
            let at = self.item(item);
            if index > 0 {
                self.place(self.outer(at), list, Part::Between);
            }
        }
        let mut clauses = self.from(start, &query.from);
        clauses.extend(self.condition(&query.condition));
        if let Some(first) = query.order.first() {
            let by = self.outer(self.at(first.value.span)) - 1;
            clauses.push(by - 1);
            let group = self.group(Kind::List { word: by }, self.rank(start, 1));
            for (index, order) in query.order.iter().enumerate() {
                let at = self.outer(self.at(order.value.span));
                if index > 0 {
                    self.place(at, group, Part::Between);
                }
                self.element(&order.value);
            }
        }
        if let Some((_, span)) = query.limit {
            clauses.push(self.at(span) - 1);
        }
        self.clauses(start, &clauses);
    }

    /// A selected column. Returns its first token without parentheses.
    fn item(&mut self, item: &SelectItem) -> At {
        match &item.value {
            SelectValue::Star(span) => self.at(*span),
            SelectValue::Expr(value) => {
                self.element(value);
                self.at(value.span)
            }
        }
    }
}

/// The span of a statement.
pub(super) fn span_of(statement: &Statement) -> Span {
    match statement {
        Statement::Insert { span, .. }
        | Statement::Update { span, .. }
        | Statement::Delete { span, .. } => *span,
    }
}
