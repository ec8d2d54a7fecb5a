// SPDX-License-Identifier: Apache-2.0

//! The diagnostics of the compiler as those of the protocol.

use crate::view::View;
use crate::workspace::Workspace;
use lsp_types::{
    CodeAction, CodeActionKind, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity,
    NumberOrString, Range, TextEdit, Uri, WorkspaceEdit,
};
use rulec::diagnostic::{self, Severity};
use rulec::span::Span;
use std::collections::{BTreeMap, HashMap};

/// The name of the server in an editor.
const SOURCE: &str = "riskgate";

/// The diagnostics of every open document, and of every other file that has some. A file that two
/// root files include gets those of both, each once.
pub fn of_files(workspace: &Workspace) -> BTreeMap<Uri, Vec<Diagnostic>> {
    let mut of_files: BTreeMap<Uri, Vec<Diagnostic>> =
        workspace.documents().map(|open| (open.uri.clone(), Vec::new())).collect();
    for analysis in workspace.analyses() {
        for found in &analysis.report.diagnostics {
            let source = analysis.source_of(found.primary.0);
            let view = View { workspace, analysis, source };
            let Some(uri) = view.uri(found.primary.0) else { continue };
            let of_file = of_files.entry(uri).or_default();
            let found = converted(&view, found);
            if !of_file.contains(&found) {
                of_file.push(found);
            }
        }
    }
    of_files
}

fn converted(view: &View<'_>, found: &diagnostic::Diagnostic) -> Diagnostic {
    let (span, label) = &found.primary;
    let mut message = found.message.clone();
    if !label.is_empty() {
        message += &format!("\n{label}");
    }
    if let Some(help) = &found.help {
        message += &format!("\nhelp: {help}");
    }
    let related = found.related.iter().filter_map(|(span, label)| {
        let message = if label.is_empty() { "see here".to_owned() } else { label.clone() };
        Some(DiagnosticRelatedInformation { location: view.location(*span)?, message })
    });
    let related: Vec<_> = related.collect();
    Diagnostic {
        range: view.range(*span),
        severity: Some(match found.severity {
            Severity::Error => DiagnosticSeverity::ERROR,
            Severity::Warning => DiagnosticSeverity::WARNING,
            Severity::Note => DiagnosticSeverity::INFORMATION,
        }),
        code: Some(NumberOrString::String(found.code.to_owned())),
        source: Some(SOURCE.to_owned()),
        message,
        related_information: (!related.is_empty()).then_some(related),
        ..Diagnostic::default()
    }
}

/// The remedies of the diagnostics in a range that are changes of the text.
pub fn actions(view: &View<'_>, range: Range) -> Vec<CodeAction> {
    let overlaps = |span: Span| {
        let there = view.range(span);
        view.has(span) && there.start <= range.end && range.start <= there.end
    };
    let found = view.analysis.report.diagnostics.iter();
    let found = found.filter(|one| !one.edits.is_empty() && overlaps(one.primary.0));
    let action = |one: &diagnostic::Diagnostic| {
        let edits = one.edits.iter().map(|edit| (edit.span, edit.text.clone()));
        Some(CodeAction {
            title: one.help.clone().unwrap_or_else(|| one.message.clone()),
            kind: Some(CodeActionKind::QUICKFIX),
            diagnostics: Some(vec![converted(view, one)]),
            edit: Some(workspace_edit(view, edits)?),
            is_preferred: Some(true),
            ..CodeAction::default()
        })
    };
    found.filter_map(action).collect()
}

/// A change of the text, of all files that it is in.
pub fn workspace_edit(
    view: &View<'_>,
    edits: impl Iterator<Item = (Span, String)>,
) -> Option<WorkspaceEdit> {
    let mut changes: HashMap<Uri, Vec<TextEdit>> = HashMap::new();
    for (span, new_text) in edits {
        let edit = TextEdit { range: view.range(span), new_text };
        changes.entry(view.uri(span)?).or_default().push(edit);
    }
    Some(WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() })
}
