// SPDX-License-Identifier: Apache-2.0

//! Suggestions: the known name that is most similar to an unknown one.

/// The greatest length of a name that gets a suggestion: the comparison is quadratic.
const LENGTH_MAX: usize = 64;

/// The least Jaro-Winkler similarity of a suggestion that is more than an edit or two away.
const LIKENESS_MIN: f64 = 0.88;

/// The candidate most similar to `name`, if one is similar enough.
pub(super) fn closest<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    if name.len() > LENGTH_MAX {
        return None;
    }
    let edits_max = (name.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .filter(|candidate| candidate.len() <= LENGTH_MAX)
        .map(|candidate| (candidate, strsim::jaro_winkler(name, candidate)))
        .filter(|(candidate, likeness)| {
            *likeness >= LIKENESS_MIN || strsim::damerau_levenshtein(name, candidate) <= edits_max
        })
        .max_by(|(_, left), (_, right)| left.total_cmp(right))
        .map(|(candidate, _)| candidate)
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
    fn misspelt_names_are_found_and_strange_ones_are_not() {
        let known = ["account_id", "price", "quantity"];
        assert_eq!(closest("acount_id", known), Some("account_id"));
        assert_eq!(closest("pirce", known), Some("price"));
        assert_eq!(closest("qty_of_something", known), None);
        assert_eq!(closest(&"p".repeat(100_000), known), None);
    }

    #[test]
    fn lists_read_as_prose() {
        assert_eq!(list(["a"]), "`a`");
        assert_eq!(list(["a", "b", "c"]), "`a`, `b` and `c`");
        assert_eq!(alternatives(["a", "b"]), "`a` or `b`");
    }
}
