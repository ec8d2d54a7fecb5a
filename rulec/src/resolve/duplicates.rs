// SPDX-License-Identifier: Apache-2.0

//! The error for a second definition.

use crate::diagnostic::Diagnostic;
use crate::span::Span;

/// The error for a second definition of something.
pub(super) fn duplicate(what: &str, again: Span, earlier: Span) -> Diagnostic {
    Diagnostic::error(
        "duplicate-name",
        format!("there already is {what}"),
        again,
        "defined again here",
    )
    .related(earlier, "first defined here")
}
