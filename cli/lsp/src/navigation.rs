// SPDX-License-Identifier: Apache-2.0

//! Definitions, uses and the outline of a document.

use crate::view::View;
use lsp_types::{
    DocumentHighlight, DocumentSymbol, Location, Position, SymbolKind as ProtocolKind,
};
use rulec::symbols::{Symbol, SymbolId, SymbolKind};

/// The place where the name at a position is defined.
pub fn definition(view: &View<'_>, position: Position) -> Option<Location> {
    let (_, symbol) = view.symbol_at(position)?;
    view.location(symbol.definition)
}

/// The places where the symbol at a position is named, with or without its definition.
pub fn references(view: &View<'_>, position: Position, with_definition: bool) -> Vec<Location> {
    let Some((found, symbol)) = view.symbol_at(position) else { return Vec::new() };
    let uses = view.analysis.symbols.uses(found.symbol);
    let uses = uses.filter(|used| with_definition || used.span != symbol.definition);
    uses.filter_map(|used| view.location(used.span)).collect()
}

/// The places in the document where the symbol at a position is named.
pub fn highlights(view: &View<'_>, position: Position) -> Vec<DocumentHighlight> {
    let Some(found) = view.name_at(position) else { return Vec::new() };
    let uses = view.analysis.symbols.uses(found.symbol).filter(|used| view.has(used.span));
    uses.map(|used| DocumentHighlight { range: view.range(used.span), kind: None }).collect()
}

/// The tables, messages, parameters, functions, rules, jobs and tests of the document, with what
/// belongs to them.
pub fn outline(view: &View<'_>) -> Vec<DocumentSymbol> {
    let symbols = &view.analysis.symbols;
    let is_item = |symbol: &Symbol| {
        let is_within = matches!(symbol.kind, SymbolKind::Alias | SymbolKind::Value);
        symbol.owner.is_none() && !is_within && view.has(symbol.definition)
    };
    let items = symbols.all().filter(|(_, symbol)| is_item(symbol));
    items.map(|(id, symbol)| outlined(view, id, symbol)).collect()
}

#[expect(deprecated, reason = "the field `deprecated` has no default")]
fn outlined(view: &View<'_>, id: SymbolId, symbol: &Symbol) -> DocumentSymbol {
    let symbols = &view.analysis.symbols;
    let members = symbols.members(id).iter().map(|id| (*id, symbols.get(*id)));
    let whole = members.clone().fold(symbol.definition, |whole, (_, m)| whole.to(m.definition));
    let children: Vec<DocumentSymbol> =
        members.map(|(id, member)| outlined(view, id, member)).collect();
    DocumentSymbol {
        name: symbol.name.clone(),
        detail: Some(symbol.kind.text().to_owned()),
        kind: match symbol.kind {
            SymbolKind::Table => ProtocolKind::STRUCT,
            SymbolKind::Message => ProtocolKind::EVENT,
            SymbolKind::Column | SymbolKind::Field => ProtocolKind::FIELD,
            SymbolKind::Parameter => ProtocolKind::CONSTANT,
            SymbolKind::Function => ProtocolKind::FUNCTION,
            SymbolKind::Rule => ProtocolKind::CLASS,
            SymbolKind::Job | SymbolKind::Test => ProtocolKind::METHOD,
            SymbolKind::Argument | SymbolKind::Alias | SymbolKind::Value => ProtocolKind::VARIABLE,
        },
        tags: None,
        deprecated: None,
        range: view.range(whole),
        selection_range: view.range(symbol.definition),
        children: (!children.is_empty()).then_some(children),
    }
}
