// SPDX-License-Identifier: Apache-2.0

//! What is shown for the name under the cursor.

use crate::view::View;
use engine::program::{FrameKind, Program};
use lsp_types::{Hover, HoverContents, MarkupContent, MarkupKind, Position};
use rulec::ast::{self, Item};
use rulec::listing;
use rulec::print::{print_argument, print_column, print_item};
use rulec::symbols::{Symbol, SymbolKind};
use rulec::typed::expression_at;

/// The most lines of a definition that are shown.
const LINES_MAX: usize = 40;

/// What is shown at a position: for a name its definition, with types; for a rule or message also
/// its latency; elsewhere the type of the expression.
pub fn hover(view: &View<'_>, position: Position) -> Option<Hover> {
    let (span, text) = match view.symbol_at(position) {
        Some((found, symbol)) => (found.span, of_symbol(view, position, symbol)),
        None => of_expression(view, position)?,
    };
    Some(Hover {
        contents: HoverContents::Markup(MarkupContent { kind: MarkupKind::Markdown, value: text }),
        range: view.has(span).then(|| view.range(span)),
    })
}

/// The type of the smallest expression at a position.
fn of_expression(view: &View<'_>, position: Position) -> Option<(rulec::span::Span, String)> {
    let rules = view.analysis.rules()?;
    let found = expression_at(&rules, view.place(position))?;
    let nullable = if found.nullable { "" } else { " not null" };
    Some((found.span, code(&format!("{}{nullable}", found.ty))))
}

fn of_symbol(view: &View<'_>, position: Position, symbol: &Symbol) -> String {
    let item = view.analysis.file.items.get(symbol.item);
    match symbol.kind {
        SymbolKind::Table | SymbolKind::Parameter | SymbolKind::Function | SymbolKind::Job => {
            item.map_or_else(String::new, |item| code(&print_item(item)))
        }
        SymbolKind::Message => {
            let text = item.map_or_else(String::new, |item| code(&print_item(item)));
            let latency = view.analysis.program.as_ref().and_then(|p| of_message(p, &symbol.name));
            join(text, latency)
        }
        SymbolKind::Column | SymbolKind::Field | SymbolKind::Argument => {
            let owner = symbol.owner.map(|owner| view.analysis.symbols.get(owner));
            let owner =
                owner.map(|o| format!("{} of {} `{}`", symbol.kind.text(), o.kind.text(), o.name));
            let declared = item.and_then(|item| member_text(item, &symbol.name));
            join(code(&declared.unwrap_or_else(|| symbol.name.clone())), owner)
        }
        SymbolKind::Rule => {
            let attributes = match item {
                Some(Item::Rule(rule)) => of_attributes(&rule.attributes),
                _ => None,
            };
            let head = match item {
                Some(Item::Rule(ast::Rule { warn: true, .. })) => "warn rule",
                _ => "rule",
            };
            let text = join(code(&format!("{head} {}", symbol.name)), attributes);
            let latency = view.analysis.program.as_ref().and_then(|p| of_rule(p, &symbol.name));
            join(text, latency)
        }
        SymbolKind::Test => code(&format!("test {}", symbol.name)),
        SymbolKind::Alias => {
            let table = symbol.owner.map(|table| &view.analysis.symbols.get(table).name);
            match table {
                Some(table) => format!("alias of a row of table `{table}`"),
                None => "alias of the rows of a query".to_owned(),
            }
        }
        SymbolKind::Value => {
            let ty = of_expression(view, position).map(|(_, text)| text);
            join(format!("the value `{}` of a query", symbol.name), ty)
        }
    }
}

/// The declaration of a column, field or argument.
fn member_text(item: &Item, name: &str) -> Option<String> {
    let column = |columns: &[ast::Column]| {
        columns.iter().find(|column| column.name.text == name).map(print_column)
    };
    match item {
        Item::Table(table) => column(&table.columns),
        Item::Message(message) => column(&message.fields),
        Item::Function(function) => {
            let mut arguments = function.arguments.iter();
            arguments.find(|argument| argument.name.text == name).map(print_argument)
        }
        _ => None,
    }
}

/// What a rule demands, in words.
fn of_attributes(attributes: &ast::Attributes) -> Option<String> {
    let ast::Attributes { id, text, text_en, source } = attributes;
    let parts = [id, text, text_en, source].into_iter().flatten();
    let parts: Vec<&str> = parts.map(|part| part.text.as_str()).collect();
    (!parts.is_empty()).then(|| parts.join("  \n"))
}

/// The latency of a message.
fn of_message(program: &Program, name: &str) -> Option<String> {
    let kind = FrameKind::Message(program.message(name)?);
    Some(format!("message `{name}`: {}", listing::latency(program, kind)))
}

/// The latency of the message of a rule, which all its rules have in common.
fn of_rule(program: &Program, name: &str) -> Option<String> {
    let rule = program.rules.iter().find(|rule| rule.name == name)?;
    of_message(program, &program.messages[usize::from(rule.message.0)].name)
}

fn join(text: String, more: Option<String>) -> String {
    match more {
        Some(more) => format!("{text}\n\n{more}"),
        None => text,
    }
}

/// A part of a rule file, shortened.
fn code(text: &str) -> String {
    let mut lines: Vec<&str> = text.lines().take(LINES_MAX).collect();
    if text.lines().count() > LINES_MAX {
        lines.push("…");
    }
    format!("```riskgate\n{}\n```", lines.join("\n"))
}
