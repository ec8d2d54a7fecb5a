// SPDX-License-Identifier: Apache-2.0

//! Rules, each of which belongs to the one message that it names.

use super::catalog::Catalog;
use super::duplicates::duplicate;
use super::scope::{Item, Owner};
use super::statements::unknown_message;
use super::suggest;
use crate::ast;
use crate::diagnostic::Diagnostic;
use crate::hir::Rule;
use crate::print::plain_or_quoted;
use engine::rule::{Attributes, Severity};
use std::collections::BTreeMap;

/// Resolves the rules of a file; those with errors are left out.
pub(super) fn resolve(
    file: &ast::File,
    catalog: &Catalog,
    vars: &mut u32,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Rule> {
    let written: Vec<&ast::Rule> = file
        .items
        .iter()
        .filter_map(|item| if let ast::Item::Rule(rule) = item { Some(rule) } else { None })
        .collect();
    let mut seen = BTreeMap::new();
    let mut rules = Vec::new();
    for rule in written {
        match seen.get(rule.name.text.as_str()) {
            Some(earlier) => {
                let what = format!("a rule `{}`", rule.name.text);
                diagnostics.push(duplicate(&what, rule.name.span, *earlier));
            }
            None => {
                seen.insert(rule.name.text.as_str(), rule.name.span);
            }
        }
        let owner = match &rule.message {
            None => Owner::Open,
            Some(name) => match catalog.message(&name.text) {
                Some(id) => Owner::Block(id, name.span),
                None => {
                    diagnostics.push(unknown_message(catalog, name));
                    Owner::Unknown
                }
            },
        };
        rules.extend(resolve_rule(rule, Item::new(catalog, owner, vars, diagnostics)));
    }
    rules
}

fn resolve_rule(rule: &ast::Rule, mut item: Item<'_>) -> Option<Rule> {
    let condition = item.condition(&rule.condition, "a rule");
    let guard = rule.guard.as_ref().map(|guard| item.condition(guard, "the guard of a rule"));
    let guard = match guard {
        Some(guard) => Some(guard?),
        None => None,
    };
    let condition = condition?;
    let (Owner::Rule(message, _) | Owner::Block(message, _)) = item.owner else {
        if matches!(item.owner, Owner::Unknown) {
            return None;
        }
        let text = format!("rule `{}` names no message", rule.name.text);
        let messages = suggest::list(item.catalog.message_names());
        let name = plain_or_quoted(&rule.name.text);
        let help = match item.catalog.messages.as_slice() {
            [] => "declare what arrives with `create message`, and name a field of it in the rule"
                .to_owned(),
            [only] => {
                let message = plain_or_quoted(&only.name.text);
                format!("write `rule {name} on {message} (…)` to check it when `{message}` arrives")
            }
            _ => format!(
                "write `rule {name} on message (…)` to check it when that message arrives; there \
                 are {messages}"
            ),
        };
        return item.refuse(
            Diagnostic::error("no-message", text, rule.name.span, "when should this be checked?")
                .help(help),
        );
    };
    let severity = if rule.warn { Severity::Warn } else { Severity::Block };
    let text = |text: &Option<ast::Text>| text.as_ref().map(|text| text.text.clone());
    let ast::Attributes { id, text: message_text, text_en, source } = &rule.attributes;
    Some(Rule {
        name: rule.name.text.clone(),
        message,
        condition,
        guard,
        severity,
        attributes: Attributes {
            id: text(id),
            text: text(message_text),
            text_en: text(text_en),
            source: text(source),
        },
        span: rule.span,
    })
}
