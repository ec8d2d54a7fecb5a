// SPDX-License-Identifier: Apache-2.0

//! The semantic errors of a file with syntax errors.
//!
//! The items that could be parsed are resolved, so that one run reports errors of both kinds. Items
//! that could not be parsed are missing, and their absence is no error: a name that one of them may
//! declare is not reported as unknown.

use crate::ast::{File, Lost};
use crate::diagnostic::{Diagnostic, Severity, has_error};
use crate::source::SourceSet;

/// The codes of errors about a name that is not declared; the place is the name.
const UNKNOWN: [&str; 2] = ["unknown-name", "unknown-function"];

/// Adds the diagnostics of the resolver to those of the parser, without those that are only
/// consequences of what is missing.
pub(crate) fn add(
    diagnostics: &mut Vec<Diagnostic>,
    semantic: Vec<Diagnostic>,
    sources: &SourceSet,
    file: &File,
) {
    let is_whole = !has_error(diagnostics);
    let is_consequence = |found: &Diagnostic| match &file.lost {
        // Warnings and notes depend on the whole file.
        _ if found.severity != Severity::Error => !is_whole,
        None => false,
        Some(lost) => UNKNOWN.contains(&found.code) && may_be_lost(lost, found, sources),
    };
    diagnostics.extend(semantic.into_iter().filter(|found| !is_consequence(found)));
}

fn may_be_lost(lost: &Lost, unknown: &Diagnostic, sources: &SourceSet) -> bool {
    let (source, span) = sources.locate(unknown.primary.0);
    let written = source.text.get(span.range()).unwrap_or_default();
    let name = match written.strip_prefix('"').and_then(|name| name.strip_suffix('"')) {
        Some(quoted) => quoted.replace("\"\"", "\""),
        None => written.to_ascii_lowercase(),
    };
    lost.may_declare(&name)
}
