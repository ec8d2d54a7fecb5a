// SPDX-License-Identifier: Apache-2.0

//! What can be written at the cursor.

use crate::view::View;
use lsp_types::{CompletionItem, CompletionItemKind, Position};
use rulec::ast::Item;
use rulec::lex::Keyword;
use rulec::print::{print_argument, print_column};
use rulec::resolve::function_names;
use rulec::symbols::{Context, SymbolId, SymbolKind, Symbols, Written, context_at};
use rulec::vocabulary::{FORMS, TYPES, WORDS};

/// The order in which an editor shows completions: what the item names first, words last.
#[derive(Clone, Copy)]
enum Rank {
    Member,
    Declared,
    Word,
}

/// What can be written at a position: after a dot the columns of the row or the fields of the
/// message, after `from` the tables, and elsewhere names and words. The editor filters by what is
/// already written.
pub fn complete(view: &View<'_>, position: Position) -> Vec<CompletionItem> {
    let symbols = &view.analysis.symbols;
    let Some(context) = context_at(view.text(), view.offset(position)) else {
        return Vec::new();
    };
    if let Some(qualifier) = &context.qualifier {
        let owner = owner_of(symbols, &context, qualifier);
        return owner.map_or_else(Vec::new, |owner| members(view, owner));
    }
    if context.is_table {
        return declared(view, &[SymbolKind::Table]);
    }
    let mut rows: Vec<SymbolId> = Vec::new();
    for (_, owner) in &context.rows {
        rows.extend(table_or_message(symbols, owner));
    }
    let function = context.declared.as_deref();
    rows.extend(function.and_then(|name| symbols.declared(SymbolKind::Function, name)));
    rows.sort_unstable();
    rows.dedup();
    let mut found: Vec<CompletionItem> =
        rows.into_iter().flat_map(|owner| members(view, owner)).collect();
    found.extend(declared(
        view,
        &[
            SymbolKind::Table,
            SymbolKind::Message,
            SymbolKind::Parameter,
            SymbolKind::Function,
            SymbolKind::Rule,
            SymbolKind::Job,
        ],
    ));
    let keywords = Keyword::ALL.iter().map(|(text, _)| *text).chain(WORDS);
    found.extend(keywords.map(|word| item(word, CompletionItemKind::KEYWORD, Rank::Word)));
    let functions = function_names().chain(FORMS);
    found.extend(functions.map(|name| item(name, CompletionItemKind::FUNCTION, Rank::Word)));
    let types = TYPES.iter().filter(|name| !WORDS.contains(name));
    found.extend(types.map(|name| item(name, CompletionItemKind::STRUCT, Rank::Word)));
    found
}

/// What a name before a dot denotes: the table of a row, a message, or the function that is being
/// written.
fn owner_of(symbols: &Symbols, context: &Context, name: &str) -> Option<SymbolId> {
    let row = context.rows.iter().rev().find(|(row, _)| row == name);
    let row = row.and_then(|(_, table)| table_or_message(symbols, table));
    let visited = context.rows.first().filter(|_| context.declared.as_deref() == Some(name));
    let excluded = context.rows.last().filter(|_| name == "excluded");
    let of_row = |row: Option<&(String, String)>| {
        row.and_then(|(_, table)| symbols.declared(SymbolKind::Table, table))
    };
    row.or_else(|| symbols.declared(SymbolKind::Message, name))
        .or_else(|| symbols.declared(SymbolKind::Function, name))
        .or_else(|| of_row(visited))
        .or_else(|| of_row(excluded))
}

fn table_or_message(symbols: &Symbols, name: &str) -> Option<SymbolId> {
    let table = symbols.declared(SymbolKind::Table, name);
    table.or_else(|| symbols.declared(SymbolKind::Message, name))
}

/// The columns, fields or arguments of a symbol, each with its declaration.
fn members(view: &View<'_>, owner: SymbolId) -> Vec<CompletionItem> {
    let symbols = &view.analysis.symbols;
    let details: Vec<String> = match view.analysis.file.items.get(symbols.get(owner).item) {
        Some(Item::Table(table)) => table.columns.iter().map(print_column).collect(),
        Some(Item::Message(message)) => message.fields.iter().map(print_column).collect(),
        Some(Item::Function(function)) => function.arguments.iter().map(print_argument).collect(),
        _ => Vec::new(),
    };
    let members = symbols.members(owner).iter().map(|id| symbols.get(*id)).zip(details);
    let member = |(symbol, detail): (&rulec::symbols::Symbol, String)| {
        let name = Written::Name.text(&symbol.name);
        let found = item(&name, CompletionItemKind::FIELD, Rank::Member);
        CompletionItem { detail: Some(detail), ..found }
    };
    members.map(member).collect()
}

/// What the file declares, of some kinds.
fn declared(view: &View<'_>, kinds: &[SymbolKind]) -> Vec<CompletionItem> {
    let found = view.analysis.symbols.all().filter(|(_, symbol)| kinds.contains(&symbol.kind));
    let declared = |(_, symbol): (SymbolId, &rulec::symbols::Symbol)| {
        let kind = match symbol.kind {
            SymbolKind::Table => CompletionItemKind::STRUCT,
            SymbolKind::Message => CompletionItemKind::EVENT,
            SymbolKind::Parameter => CompletionItemKind::CONSTANT,
            SymbolKind::Function => CompletionItemKind::FUNCTION,
            _ => CompletionItemKind::REFERENCE,
        };
        let found = item(&Written::Name.text(&symbol.name), kind, Rank::Declared);
        CompletionItem { detail: Some(symbol.kind.text().to_owned()), ..found }
    };
    found.map(declared).collect()
}

fn item(label: &str, kind: CompletionItemKind, rank: Rank) -> CompletionItem {
    CompletionItem {
        label: label.to_owned(),
        kind: Some(kind),
        sort_text: Some(format!("{}{label}", rank as u8)),
        ..CompletionItem::default()
    }
}
