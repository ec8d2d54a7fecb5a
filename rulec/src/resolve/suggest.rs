// SPDX-License-Identifier: Apache-2.0

//! Suggestions: the known name that is most similar to an unknown one.

use crate::ast::Name;
use crate::diagnostic::{Diagnostic, Edit};
use crate::print::plain_or_quoted;
use engine::names::{Tolerance, nearest};

/// The candidate most similar to `name`, if one is similar enough.
pub(super) fn closest<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    nearest(name, candidates, Tolerance::Strict)
}

/// A help text with the candidate most similar to `name`.
pub(super) fn did_you_mean<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    closest(name, candidates).map(|candidate| format!("did you mean `{candidate}`?"))
}

/// A diagnostic about an unknown name, with the remedy to write the candidate most similar to it.
pub(super) fn propose<'a>(
    diagnostic: Diagnostic,
    name: &Name,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Diagnostic {
    match closest(&name.text, candidates) {
        Some(candidate) => {
            let text = plain_or_quoted(candidate);
            let edit = Edit { span: name.span, text };
            let help = Some(format!("did you mean `{}`?", edit.text));
            Diagnostic { help, edits: vec![edit], ..diagnostic }
        }
        None => diagnostic,
    }
}

/// [`propose`], or otherwise all candidates; `owner` is the table or message that has them.
pub(super) fn propose_or_all<'a>(
    diagnostic: Diagnostic,
    name: &Name,
    owner: &str,
    candidates: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let proposed = propose(diagnostic, name, candidates.clone());
    let all = list(candidates);
    if proposed.help.is_some() || all.is_empty() {
        return proposed;
    }
    proposed.help(format!("`{owner}` has {all}"))
}

/// A list of names in prose: `a`, `b` and `c`.
pub(super) fn list<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    joined(names, "and")
}

/// A choice of names in prose: `a`, `b` or `c`.
pub(super) fn alternatives<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    joined(names, "or")
}

fn joined<'a>(names: impl IntoIterator<Item = &'a str>, word: &str) -> String {
    let quoted: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} {word} {last}", rest.join(", ")),
        None => String::new(),
    }
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
