// SPDX-License-Identifier: Apache-2.0

//! The layout of `riskgate fmt`.

use crate::view::View;
use lsp_types::TextEdit;
use rulec::span::Span;

/// The changes that format a document; none if it has errors of syntax, which are reported as
/// diagnostics. Only the lines from the first to the last that changes are replaced.
pub fn format(view: &View<'_>) -> Vec<TextEdit> {
    let text = view.text();
    let Ok(formatted) = rulec::format::format(text) else { return Vec::new() };
    if formatted == text {
        return Vec::new();
    }
    let same = |pair: &(&str, &str)| pair.0 == pair.1;
    let (old, new) = (text.split_inclusive('\n'), formatted.split_inclusive('\n'));
    let before: usize =
        old.clone().zip(new.clone()).take_while(same).map(|(line, _)| line.len()).sum();
    let rest = text[before..].split_inclusive('\n').rev();
    let new_rest = formatted[before..].split_inclusive('\n').rev();
    let after: usize = rest.zip(new_rest).take_while(same).map(|(line, _)| line.len()).sum();
    let changed = Span::new(before, text.len() - after);
    let span = view.analysis.source(view.source).spanned(changed);
    let new_text = formatted[before..formatted.len() - after].to_owned();
    vec![TextEdit { range: view.range(span), new_text }]
}
