// SPDX-License-Identifier: Apache-2.0

//! Renaming: every place where a symbol is named, in all files that are compiled together.

use crate::analysis::parse;
use crate::diagnostics::workspace_edit;
use crate::view::View;
use lsp_types::{Position, PrepareRenameResponse, WorkspaceEdit};
use rulec::diagnostic::{Diagnostic, Severity};
use rulec::lex::Keyword;
use rulec::resolve::{Paths, resolve};
use rulec::source::Parsed;
use rulec::symbols::{Occurrence, Symbol, Symbols};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Why nothing is renamed, in words for the user.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct RenameError(String);

/// The name at a position that can be renamed.
pub fn prepare(view: &View<'_>, position: Position) -> Option<PrepareRenameResponse> {
    let (found, symbol) = view.symbol_at(position)?;
    let range = view.range(found.span);
    Some(PrepareRenameResponse::RangeWithPlaceholder { range, placeholder: symbol.name.clone() })
}

/// The changes that give the symbol at a position another name.
///
/// The changed text is compiled before it is returned: every name must still denote what it did,
/// and there must be no further error.
///
/// # Errors
/// [`RenameError`] if there is no name at the position, or the new one cannot be used.
pub fn rename(
    view: &View<'_>,
    position: Position,
    name: &str,
) -> Result<WorkspaceEdit, RenameError> {
    let refuse = |text: String| Err(RenameError(text));
    let Some((found, symbol)) = view.symbol_at(position) else {
        return refuse("there is no name here that can be changed".to_owned());
    };
    let name = folded(name)?;
    let symbols = &view.analysis.symbols;
    if let Some((other, at)) = symbols.bound_to(found.symbol) {
        let (file, line, _) = view.analysis.report.sources.position(at);
        let other = symbols.get(other);
        return refuse(format!(
            "`{}` is also the name of another {}, which `using` in line {line} of {file} compares \
             with it; write that join with `on` first",
            other.name,
            other.kind.text()
        ));
    }
    let edits = symbols.uses(found.symbol).map(|used| (*used, used.written.text(&name)));
    let edits: Vec<(Occurrence, String)> = edits.collect();
    check(view, symbol, &name, &edits)?;
    let changes = edits.into_iter().map(|(used, text)| (used.span, text));
    workspace_edit(view, changes)
        .ok_or_else(|| RenameError("the path of a file cannot be written as a URI".to_owned()))
}

/// The new name as the language reads it: in small letters, unless it is quoted.
fn folded(name: &str) -> Result<String, RenameError> {
    let name = name.trim();
    if let Some(inner) = name.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        return Ok(inner.replace("\"\"", "\""));
    }
    if let Some(keyword) = Keyword::of(name) {
        let keyword = keyword.text();
        let text =
            format!("`{keyword}` is a keyword; write `\"{keyword}\"` if it must be the name");
        return Err(RenameError(text));
    }
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    if name.is_empty() || name.starts_with(|c: char| c.is_numeric()) || !name.chars().all(is_name) {
        return Err(RenameError(format!("`{name}` is not a name")));
    }
    Ok(name.to_ascii_lowercase())
}

/// Compiles the changed texts.
fn check(
    view: &View<'_>,
    symbol: &Symbol,
    name: &str,
    edits: &[(Occurrence, String)],
) -> Result<(), RenameError> {
    let texts = changed_texts(view, edits);
    let root = &view.analysis.paths()[0];
    let of = |path: &Path| {
        let changed = texts.get(path).map(|text| text.clone().into_bytes());
        changed.or_else(|| view.workspace.unsaved(path))
    };
    let before = parse(root, &|path| view.workspace.unsaved(path));
    let (Some(before), Some(after)) = (before, parse(root, &of)) else {
        return Err(RenameError("the file can no longer be read".to_owned()));
    };
    let (known, found) = (errors(&before), errors(&after));
    if let Some(new) = found.get(known.len()).and(found.iter().find(|error| {
        !known.iter().any(|other| other.code == error.code && other.message == error.message)
    })) {
        let (file, line, _) = after.sources.position(new.primary.0);
        let text = format!("{} (line {line} of {file})", new.message);
        return Err(RenameError(format!("`{name}` cannot be the name: {text}")));
    }
    let symbols = Symbols::of(&after.file);
    if found.len() != known.len() || !symbols.has_the_shape_of(&view.analysis.symbols) {
        let kind = symbol.kind.text();
        return Err(RenameError(format!(
            "`{name}` is already a name where the {kind} `{}` is used; choose another",
            symbol.name
        )));
    }
    Ok(())
}

/// The errors of the syntax and of the names and types.
fn errors(parsed: &Parsed) -> Vec<Diagnostic> {
    let (_, found) = resolve(&parsed.file, Paths::default());
    let all = parsed.diagnostics.iter().cloned().chain(found);
    all.filter(|one| one.severity == Severity::Error).collect()
}

/// The texts with the changes, by path.
fn changed_texts(view: &View<'_>, edits: &[(Occurrence, String)]) -> BTreeMap<PathBuf, String> {
    let mut texts = BTreeMap::new();
    let sources = &view.analysis.report.sources;
    // From the end to the start, so that the places before stay as they are.
    for (used, text) in edits.iter().rev() {
        let (source, within) = sources.locate(used.span);
        let path = &view.analysis.paths()[sources.index_of(used.span)];
        let changed = texts.entry(path.clone()).or_insert_with(|| source.text.clone());
        changed.replace_range(within.range(), text);
    }
    texts
}
