// SPDX-License-Identifier: Apache-2.0

//! Suggestions: the known name that is most similar to an unknown one.

use crate::diagnostic::arrange::CHARACTERS_MAX;
use engine::names::{Tolerance, nearest};
use std::cell::Cell;

/// The most names that unknown names of one file are compared with. A file with more mistakes gets
/// no more suggestions, so that the work does not grow with the mistakes times the names.
const COMPARISONS_MAX: usize = 1 << 17;

/// The search for the known names that unknown names of a file were probably meant to be.
pub(super) struct Suggestions {
    /// How many names can still be compared.
    left: Cell<usize>,
}

impl Default for Suggestions {
    fn default() -> Suggestions {
        Suggestions { left: Cell::new(COMPARISONS_MAX) }
    }
}

impl Suggestions {
    /// The candidate most similar to `name`, if one is similar enough.
    pub fn closest<'a>(
        &self,
        name: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Option<&'a str> {
        let compared = candidates.into_iter().take_while(|_| self.spend());
        nearest(name, compared, Tolerance::Strict)
    }

    /// Whether another name may be looked at; it counts as one that was compared.
    pub fn spend(&self) -> bool {
        let left = self.left.get();
        self.left.set(left.saturating_sub(1));
        left > 0
    }

    /// A help text with the candidate most similar to `name`.
    pub fn did_you_mean<'a>(
        &self,
        name: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Option<String> {
        self.closest(name, candidates).map(|candidate| format!("did you mean `{candidate}`?"))
    }

    /// A help text with the candidate most similar to `name`, or otherwise with all candidates;
    /// `owner` is the table or message that has them.
    pub fn did_you_mean_or_all<'a>(
        &self,
        name: &str,
        owner: &str,
        candidates: impl Iterator<Item = &'a str> + Clone,
    ) -> Option<String> {
        self.did_you_mean(name, candidates.clone()).or_else(|| {
            let all = list(candidates);
            (!all.is_empty()).then(|| format!("`{owner}` has {all}"))
        })
    }
}

/// A help text with the word of the language most similar to `name`.
pub(super) fn did_you_mean<'a>(
    name: &str,
    words: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    Suggestions::default().did_you_mean(name, words)
}

/// A list of names in prose: `a`, `b` and `c`.
pub(super) fn list<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    joined(names, "and")
}

/// A choice of names in prose: `a`, `b` or `c`.
pub(super) fn alternatives<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    joined(names, "or")
}

/// The names in prose. No more of them are written than a diagnostic shows.
fn joined<'a>(names: impl IntoIterator<Item = &'a str>, word: &str) -> String {
    let mut names = names.into_iter().peekable();
    let mut text = String::new();
    while let Some(name) = names.next() {
        if !text.is_empty() {
            text += &if names.peek().is_some() { ", ".to_owned() } else { format!(" {word} ") };
        }
        text += &format!("`{name}`");
        if text.len() > CHARACTERS_MAX * 4 {
            break;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_read_as_prose() {
        assert_eq!(list(["a"]), "`a`");
        assert_eq!(list(["a", "b", "c"]), "`a`, `b` and `c`");
        assert_eq!(alternatives(["a", "b"]), "`a` or `b`");
    }
}
