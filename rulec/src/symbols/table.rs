// SPDX-License-Identifier: Apache-2.0

//! The symbols of a file, and the places where they are named.

use crate::ast;
use crate::span::Span;
use std::collections::BTreeMap;

/// The number of a symbol of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SymbolId(u32);

/// What a symbol is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SymbolKind {
    /// A table.
    Table,
    /// A column of a table.
    Column,
    /// A message.
    Message,
    /// A field of a message.
    Field,
    /// A parameter.
    Parameter,
    /// A function.
    Function,
    /// An argument of a function.
    Argument,
    /// A rule.
    Rule,
    /// A job.
    Job,
    /// A test.
    Test,
    /// The alias of a row.
    Alias,
    /// A selected value with a name, from `as`.
    Value,
}

impl SymbolKind {
    /// The noun for the kind.
    pub fn text(self) -> &'static str {
        match self {
            SymbolKind::Table => "table",
            SymbolKind::Column => "column",
            SymbolKind::Message => "message",
            SymbolKind::Field => "field",
            SymbolKind::Parameter => "parameter",
            SymbolKind::Function => "function",
            SymbolKind::Argument => "argument",
            SymbolKind::Rule => "rule",
            SymbolKind::Job => "job",
            SymbolKind::Test => "test",
            SymbolKind::Alias => "alias",
            SymbolKind::Value => "value",
        }
    }
}

/// Something with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    /// What it is.
    pub kind: SymbolKind,
    /// Its name, folded as in [`ast::Name`].
    pub name: String,
    /// The place of the name in its definition.
    pub definition: Span,
    /// The table, message or function that it belongs to; the table of an alias.
    pub owner: Option<SymbolId>,
    /// The item of the file that it is in.
    pub item: usize,
}

/// How a name is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// As a name.
    Name,
    /// As a string, as in `when parameter (parameter = 'name', value = 1)`.
    String,
}

impl Written {
    /// The text that writes a name: in quotes where that is needed.
    pub fn text(self, name: &str) -> String {
        match self {
            Written::Name => crate::print::plain_or_quoted(name),
            Written::String => crate::print::literal(name),
        }
    }
}

/// A place where a symbol is named, its definition among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The place, quotes included.
    pub span: Span,
    /// The symbol.
    pub symbol: SymbolId,
    /// How the name is written there.
    pub written: Written,
}

/// The symbols of a file and of those that it includes.
#[derive(Clone, Debug, Default)]
pub struct Symbols {
    symbols: Vec<Symbol>,
    /// In the order of the text.
    occurrences: Vec<Occurrence>,
    /// The tables, messages, parameters, functions, rules and jobs by name: the first of each name.
    declared: BTreeMap<(SymbolKind, String), SymbolId>,
    /// The columns, fields and arguments of each symbol, in the order of the text.
    members: BTreeMap<SymbolId, Vec<SymbolId>>,
}

impl Symbols {
    /// A symbol.
    ///
    /// # Panics
    /// If the id is of another file.
    pub fn get(&self, id: SymbolId) -> &Symbol {
        &self.symbols[id.0 as usize]
    }

    /// All symbols, each with its id.
    pub fn all(&self) -> impl Iterator<Item = (SymbolId, &Symbol)> {
        (0..).map(SymbolId).zip(&self.symbols)
    }

    /// The name at an offset: a byte of it is there, or its end is.
    pub fn at(&self, offset: u32) -> Option<&Occurrence> {
        let after = self.occurrences.partition_point(|o| o.span.start <= offset);
        let found = self.occurrences[..after].iter().rev();
        let mut found = found.take_while(|o| o.span.end >= offset);
        let first = found.next()?;
        // At the border of two names, such as in `a=b` without blanks, none is preferred.
        Some(found.find(|o| o.span == first.span).unwrap_or(first))
    }

    /// The places where a symbol is named, its definition among them, in the order of the text.
    pub fn uses(&self, id: SymbolId) -> impl Iterator<Item = &Occurrence> {
        self.occurrences.iter().filter(move |o| o.symbol == id)
    }

    /// All places where a symbol is named, in the order of the text.
    pub fn occurrences(&self) -> &[Occurrence] {
        &self.occurrences
    }

    /// The table, message, parameter, function, rule or job with this name.
    pub fn declared(&self, kind: SymbolKind, name: &str) -> Option<SymbolId> {
        self.declared.get(&(kind, name.to_owned())).copied()
    }

    /// The columns of a table, the fields of a message, or the arguments of a function.
    pub fn members(&self, id: SymbolId) -> &[SymbolId] {
        self.members.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The member with this name.
    pub fn member(&self, id: SymbolId, name: &str) -> Option<SymbolId> {
        self.members(id).iter().copied().find(|member| self.get(*member).name == name)
    }

    /// Another symbol that is named by one of the names of a symbol, with the place: the columns of
    /// two tables in `using (name)`. The two can only be renamed together.
    pub fn bound_to(&self, id: SymbolId) -> Option<(SymbolId, Span)> {
        self.uses(id).find_map(|used| {
            let same = |o: &&Occurrence| o.span == used.span && o.symbol != id;
            self.occurrences.iter().find(same).map(|other| (other.symbol, used.span))
        })
    }

    /// Whether two files have the same symbols in the same order, except for their names and
    /// places. Renaming keeps this, unless the new name collides with another.
    pub fn has_the_shape_of(&self, other: &Symbols) -> bool {
        let symbol = |s: &Symbol| (s.kind, s.owner, s.item);
        let ids = |o: &Occurrence| (o.symbol, o.written);
        self.symbols.iter().map(symbol).eq(other.symbols.iter().map(symbol))
            && self.occurrences.iter().map(ids).eq(other.occurrences.iter().map(ids))
    }

    /// Brings the places into the order of the text, each once.
    pub(super) fn sort(&mut self) {
        let key = |o: &Occurrence| (o.span.start, o.span.end, o.symbol);
        self.occurrences.sort_by_key(key);
        self.occurrences.dedup_by_key(|o| key(o));
    }

    /// Adds a symbol at its definition. Its name denotes it, if none of its kind has it yet.
    pub(super) fn declare(&mut self, kind: SymbolKind, name: &ast::Name, item: usize) -> SymbolId {
        let id = self.add(kind, name, None, item);
        self.declared.entry((kind, name.text.clone())).or_insert(id);
        id
    }

    /// Adds a symbol at its definition.
    pub(super) fn add(
        &mut self,
        kind: SymbolKind,
        name: &ast::Name,
        owner: Option<SymbolId>,
        item: usize,
    ) -> SymbolId {
        let id = SymbolId(self.symbols.len() as u32);
        let (name, definition) = (name.text.clone(), name.span);
        self.symbols.push(Symbol { kind, name, definition, owner, item });
        self.note(definition, id, Written::Name);
        id
    }

    /// Adds a member of a symbol at its definition.
    pub(super) fn add_member(
        &mut self,
        kind: SymbolKind,
        name: &ast::Name,
        owner: SymbolId,
        item: usize,
    ) -> SymbolId {
        let id = self.add(kind, name, Some(owner), item);
        self.members.entry(owner).or_default().push(id);
        id
    }

    /// Adds a place where a symbol is named.
    pub(super) fn note(&mut self, span: Span, symbol: SymbolId, written: Written) {
        self.occurrences.push(Occurrence { span, symbol, written });
    }
}
