// SPDX-License-Identifier: Apache-2.0

//! Items and parts of items that have a syntax but no meaning yet.

use crate::ast::{File, Item};
use crate::diagnostic::Diagnostic;
use crate::span::Span;

/// Reports every such item.
pub(super) fn check(file: &File, diagnostics: &mut Vec<Diagnostic>) {
    for (what, span) in file.items.iter().filter_map(part) {
        let message = format!("{what} is not served");
        diagnostics.push(Diagnostic::error("not-served", message, span, "not served"));
    }
}

/// The name and the place of what is not served.
fn part(item: &Item) -> Option<(&'static str, Span)> {
    match item {
        Item::Table(_)
        | Item::Message(_)
        | Item::On(_)
        | Item::OnReject(_)
        | Item::Job(_)
        | Item::Rule(_)
        | Item::Parameter(_)
        | Item::Function(_)
        | Item::Test(_)
        | Item::TimeZone(_) => None,
        // The files have been read before, where there are files.
        Item::Include(include) => Some(("`include`", include.span)),
    }
}
