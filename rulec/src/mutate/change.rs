// SPDX-License-Identifier: Apache-2.0

//! The kinds of changes that mutants make.

/// What a mutant changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// The rule is `true`.
    Dropped,
    /// The condition of the rule is negated.
    Flipped,
    /// The rule has no guard.
    Unguarded,
    /// A number, a length of time or a `limit` is another one.
    Bound,
    /// A comparison includes its bound, or no longer does.
    Strictness,
}

impl Change {
    /// The name of the kind.
    pub fn text(self) -> &'static str {
        match self {
            Change::Dropped => "dropped",
            Change::Flipped => "flipped",
            Change::Unguarded => "unguarded",
            Change::Bound => "bound",
            Change::Strictness => "strictness",
        }
    }
}
