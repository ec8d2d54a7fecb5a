// SPDX-License-Identifier: Apache-2.0

//! Suggestions: the known name that is most similar to an unknown one.

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

/// A help text with the candidate most similar to `name`, or otherwise with all candidates; `owner`
/// is the table or message that has them.
pub(super) fn did_you_mean_or_all<'a>(
    name: &str,
    owner: &str,
    candidates: impl Iterator<Item = &'a str> + Clone,
) -> Option<String> {
    did_you_mean(name, candidates.clone()).or_else(|| {
        let all = list(candidates);
        (!all.is_empty()).then(|| format!("`{owner}` has {all}"))
    })
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
