// SPDX-License-Identifier: Apache-2.0

//! The names and attributes that a file declares, as program images, data files and listings can
//! hold them.

use crate::ast::{self, Item, Name, Text};
use crate::diagnostic::{Diagnostic, shortened};
use crate::span::Span;
use engine::validate::{ATTRIBUTE_BYTES_MAX, NAME_BYTES_MAX, is_declared_name, is_name_character};

/// Reports the names and attributes that no program can have.
pub(super) fn check(file: &ast::File, diagnostics: &mut Vec<Diagnostic>) {
    for item in &file.items {
        match item {
            Item::Table(table) => {
                let columns = table.columns.iter().map(|column| &column.name);
                diagnostics.extend(std::iter::once(&table.name).chain(columns).filter_map(name));
            }
            Item::Message(message) => {
                let fields = message.fields.iter().map(|field| &field.name);
                diagnostics.extend(std::iter::once(&message.name).chain(fields).filter_map(name));
            }
            Item::Parameter(parameter) => diagnostics.extend(name(&parameter.name)),
            Item::Job(job) => diagnostics.extend(name(&job.name)),
            Item::Rule(rule) => {
                diagnostics.extend(name(&rule.name));
                diagnostics.extend(attributes(&rule.attributes));
            }
            // These are not in a program.
            Item::Function(_)
            | Item::On(_)
            | Item::OnReject(_)
            | Item::Include(_)
            | Item::TimeZone(_)
            | Item::Test(_) => {}
        }
    }
}

/// The error for a name that no program can have.
fn name(name: &Name) -> Option<Diagnostic> {
    let text = name.text.as_str();
    if is_declared_name(text) {
        return None;
    }
    let error = |message: String, label: String| {
        Some(Diagnostic::error("declared-name", message, name.span, label))
    };
    if text.len() > NAME_BYTES_MAX {
        let message = format!("the name `{}` has {} bytes", shortened(text), text.len());
        let label = format!("a name has at most {NAME_BYTES_MAX}");
        let help = match text.is_ascii() {
            true => "write a shorter name",
            false => "write a shorter name; a Chinese character has three bytes",
        };
        return Some(error(message, label)?.help(help));
    }
    let message = format!("`{text}` cannot be a name");
    match text.chars().find(|c| !is_name_character(*c)) {
        Some(wrong) => {
            let label = format!("it contains `{wrong}`");
            Some(error(message, label)?.help("write a name of letters, digits and `_`"))
        }
        None => {
            let help = format!("write a letter or `_` first, as in `\"_{text}\"`");
            Some(error(message, "it begins with a digit".to_owned())?.help(help))
        }
    }
}

/// The errors for attributes that no program can have.
fn attributes(attributes: &ast::Attributes) -> impl Iterator<Item = Diagnostic> {
    let ast::Attributes { id, text, text_en, source } = attributes;
    let named = [("id", id), ("text", text), ("text_en", text_en), ("source", source)];
    named.into_iter().filter_map(|(name, text)| attribute(name, text.as_ref()?))
}

fn attribute(name: &str, Text { text, span }: &Text) -> Option<Diagnostic> {
    let error = |message: String, span: Span, label: &str| {
        Some(Diagnostic::error("rule-attribute", message, span, label))
    };
    if text.len() > ATTRIBUTE_BYTES_MAX {
        let message = format!("attribute `{name}` has {} bytes", text.len());
        let label = format!("an attribute has at most {ATTRIBUTE_BYTES_MAX}");
        return Some(error(message, *span, &label)?.help("shorten the text"));
    }
    text.contains(char::is_control).then_some(())?;
    let message = format!("attribute `{name}` contains a tab or another control character");
    Some(error(message, *span, "")?.help("write blanks instead of tabs"))
}
