// SPDX-License-Identifier: Apache-2.0

//! The final form of a list of diagnostics: in the order of the text, and of bounded size.
//!
//! Names and lists of names come from the text and have any length and number, but diagnostics that
//! quote them must stay short.

use super::{Diagnostic, ERRORS_MAX, Severity};
use crate::span::Span;

/// The greatest length of a message, label or help, in characters. A longer text is cut.
pub(crate) const CHARACTERS_MAX: usize = 600;

/// The code of the note that errors are not shown.
const TOO_MANY: &str = "too-many-errors";

/// Sorts the diagnostics by their place, removes those after the last error that is shown, and cuts
/// long texts. Further diagnostics can be added to the result before it is arranged again.
pub(crate) fn sort_and_cut(diagnostics: &mut Vec<Diagnostic>) {
    let all = diagnostics.len();
    diagnostics.retain(|diagnostic| diagnostic.code != TOO_MANY);
    let was_cut = diagnostics.len() < all;
    diagnostics.sort_by_key(|diagnostic| (diagnostic.primary.0, diagnostic.severity));
    let mut errors = 0;
    let shown = diagnostics.iter().position(|diagnostic| {
        errors += usize::from(diagnostic.severity == Severity::Error);
        errors > ERRORS_MAX
    });
    diagnostics.truncate(shown.unwrap_or(diagnostics.len()));
    if shown.is_some() || was_cut {
        let last = diagnostics.last().map_or(Span::default(), |diagnostic| diagnostic.primary.0);
        let message = format!("there are more than {ERRORS_MAX} errors; the others are not shown");
        diagnostics.push(Diagnostic::note(TOO_MANY, message, last, ""));
    }
    for diagnostic in diagnostics {
        cut(&mut diagnostic.message);
        cut(&mut diagnostic.primary.1);
        diagnostic.related.iter_mut().for_each(|(_, label)| cut(label));
        diagnostic.help.iter_mut().for_each(cut);
    }
}

fn cut(text: &mut String) {
    if let Some((at, _)) = text.char_indices().nth(CHARACTERS_MAX) {
        text.truncate(at);
        text.push('…');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_sorted_and_bounded() {
        let error = |at: usize| {
            Diagnostic::error("unknown-name", "x".repeat(at * 10), Span::new(at, at + 1), "")
        };
        let mut diagnostics: Vec<Diagnostic> = (0..200).rev().map(error).collect();
        sort_and_cut(&mut diagnostics);
        assert_eq!(diagnostics.len(), ERRORS_MAX + 1);
        assert_eq!(diagnostics[0].primary.0, Span::new(0, 1));
        assert_eq!(diagnostics[ERRORS_MAX].code, "too-many-errors");
        let mut long = vec![error(200)];
        sort_and_cut(&mut long);
        assert_eq!(long[0].message.chars().count(), CHARACTERS_MAX + 1);
    }
}
