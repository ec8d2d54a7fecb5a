// SPDX-License-Identifier: Apache-2.0

//! The search for the known name that an unknown name was probably meant to be.

/// How much a candidate may differ from a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tolerance {
    /// For names in a rule file: a Jaro-Winkler similarity of at least 0.88, or few edits (a third
    /// of the characters, at least one). Names of more than 64 bytes match nothing: the comparison
    /// is quadratic.
    Strict,
    /// For names on a command line and in files: a Jaro-Winkler similarity above 0.75.
    Loose,
}

const STRICT_BYTES_MAX: usize = 64;
const STRICT_SIMILARITY_MIN: f64 = 0.88;
const LOOSE_SIMILARITY_ABOVE: f64 = 0.75;

/// The candidate that is most similar to `name` by Jaro-Winkler; none if no candidate is within
/// the tolerance.
///
/// ```
/// use engine::names::{Tolerance, nearest};
///
/// let columns = ["account_id", "price", "quantity"];
/// assert_eq!(nearest("pirce", columns, Tolerance::Strict), Some("price"));
/// assert_eq!(nearest("currency", columns, Tolerance::Strict), None);
/// ```
pub fn nearest<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    tolerance: Tolerance,
) -> Option<&'a str> {
    if !has_length(name, tolerance) {
        return None;
    }
    candidates
        .into_iter()
        .filter(|candidate| has_length(candidate, tolerance))
        .map(|candidate| (candidate, strsim::jaro_winkler(name, candidate)))
        .filter(|(candidate, similarity)| match tolerance {
            Tolerance::Strict => {
                *similarity >= STRICT_SIMILARITY_MIN || is_few_edits_from(name, candidate)
            }
            Tolerance::Loose => *similarity > LOOSE_SIMILARITY_ABOVE,
        })
        .max_by(|(_, left), (_, right)| left.total_cmp(right))
        .map(|(candidate, _)| candidate)
}

/// The candidate with the fewest edits (Damerau-Levenshtein) from `name` and their number; of
/// candidates with equally many edits the first in alphabetical order.
pub fn fewest_edits<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<(usize, &'a str)> {
    let edits = |candidate| (strsim::damerau_levenshtein(name, candidate), candidate);
    candidates.into_iter().map(edits).min()
}

fn has_length(name: &str, tolerance: Tolerance) -> bool {
    match tolerance {
        Tolerance::Strict => name.len() <= STRICT_BYTES_MAX,
        Tolerance::Loose => true,
    }
}

fn is_few_edits_from(name: &str, candidate: &str) -> bool {
    let edits_max = (name.chars().count() / 3).max(1);
    strsim::damerau_levenshtein(name, candidate) <= edits_max
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn misspelt_names_are_found_and_strange_ones_are_not() {
        let known = ["account_id", "price", "quantity"];
        let strict = |name: &str| nearest(name, known, Tolerance::Strict);
        assert_eq!(strict("acount_id"), Some("account_id"));
        assert_eq!(strict("pirce"), Some("price"));
        assert_eq!(strict("qty_of_something"), None);
        assert_eq!(strict(&"p".repeat(100_000)), None);
    }

    #[test]
    fn loose_names_may_differ_more() {
        let known = ["verdicts", "events"];
        assert_eq!(nearest("verdict", known, Tolerance::Loose), Some("verdicts"));
        assert_eq!(nearest("output", known, Tolerance::Loose), None);
    }

    #[test]
    fn fewest_edits_prefers_the_first_in_alphabetical_order() {
        assert_eq!(fewest_edits("fron", ["on", "from", "iron"]), Some((1, "from")));
        assert_eq!(fewest_edits("x", []), None);
    }
}
