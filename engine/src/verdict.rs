// SPDX-License-Identifier: Apache-2.0

//! The answer to a message: accept, or reject with a rule and a stable reason.

use crate::rule::Mode;
use crate::schema::RuleId;
use crate::value::Truth;

macro_rules! reasons {
    ($($variant:ident = $code:literal, $text:literal, $doc:literal;)*) => {
        /// The reason why a message is rejected. Codes and texts are stable: journals and scripts
        /// contain them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Reason { $(#[doc = $doc] $variant = $code,)* }

        impl Reason {
            /// Every reason, by ascending code.
            pub const ALL: &[Reason] = &[$(Reason::$variant),*];

            /// Its stable text, as in the verdicts file.
            pub fn text(self) -> &'static str {
                match self { $(Reason::$variant => $text,)* }
            }

            /// Its meaning, in one sentence.
            pub fn meaning(self) -> &'static str {
                match self { $(Reason::$variant => $doc,)* }
            }
        }
    };
}

reasons! {
    False = 1, "false",
        "The rule's expression was FALSE.";
    Null = 2, "null",
        "The rule's expression or guard was NULL.";
    Overflow = 3, "overflow",
        "A result that the verdict or a write depends on did not fit its type.";
    DivisionByZero = 4, "division_by_zero",
        "A divisor that the verdict or a write depends on was zero.";
    NullViolation = 5, "null_violation",
        "A write would put NULL into a `not null` column.";
    DuplicateKey = 6, "duplicate_key",
        "An insert would give a table a second row with one key.";
    TableFull = 7, "table_full",
        "An insert found the table at its capacity.";
    GroupsFull = 8, "groups_full",
        "A hidden table had no room for another group.";
    LevelsFull = 9, "levels_full",
        "There was no room for another distinct value under `min`, `max` or `count(distinct)`.";
    DictionaryFull = 10, "dictionary_full",
        "The dictionary had no room for the message's new strings.";
    Malformed = 11, "malformed",
        "The frame did not parse.";
    GroupFull = 12, "group_full",
        "A group had no room for another row within its stated bound.";
    WindowFull = 13, "window_full",
        "A row that the rule asks for was pushed out of its window by rows written later.";
    ManyRows = 14, "many_rows",
        "A subquery that gives one value found a second row.";
}

impl Reason {
    /// The reason with a code.
    pub fn from_code(code: u8) -> Option<Reason> {
        Reason::ALL.iter().copied().find(|r| *r as u8 == code)
    }

    /// The reason of a verdict entry that has this outcome: none if it is true, `otherwise` if it
    /// is false.
    pub fn of(outcome: Truth, otherwise: Reason) -> Option<Reason> {
        match outcome {
            Truth::True => None,
            Truth::False => Some(otherwise),
            Truth::Null => Some(Reason::Null),
            Truth::Overflow => Some(Reason::Overflow),
            Truth::DivisionByZero => Some(Reason::DivisionByZero),
        }
    }
}

impl std::fmt::Display for Reason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.text())
    }
}

/// The answer to one message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The reason of the reject; none if the message is accepted.
    pub reason: Option<Reason>,
    /// The first failing rule in file order that blocks, if a rule is the cause.
    pub rule: Option<RuleId>,
    /// Every failing rule that blocks: bit i for the i-th rule of the message in file order.
    pub failing: u128,
    /// Every failing rule that warns: bit i for the i-th rule of the message in file order.
    pub warnings: u128,
    /// The reason why the effects of the reject were not done; none if they were, or if there are
    /// none.
    pub effects: Option<Reason>,
}

impl Verdict {
    /// The verdict of an accepted message without warnings.
    pub const ACCEPT: Verdict =
        Verdict { reason: None, rule: None, failing: 0, warnings: 0, effects: None };

    /// The verdict of a message that is rejected before any rule is evaluated.
    pub const fn refused(reason: Reason) -> Verdict {
        Verdict { reason: Some(reason), ..Verdict::ACCEPT }
    }

    /// Adds a failing rule with its mode. `bit` is its place among the rules of the message.
    #[inline]
    pub fn add_rule(&mut self, bit: usize, rule: RuleId, reason: Reason, mode: Mode) {
        let map = 1_u128.checked_shl(bit as u32).unwrap_or(0);
        match mode {
            Mode::Block => {
                self.failing |= map;
                if self.reason.is_none() {
                    (self.reason, self.rule) = (Some(reason), Some(rule));
                }
            }
            Mode::Warn => self.warnings |= map,
            Mode::Off => {}
        }
    }

    /// Adds a failing check.
    #[inline]
    pub fn add_check(&mut self, reason: Reason) {
        self.reason = self.reason.or(Some(reason));
    }

    /// Returns whether the message is accepted.
    pub fn is_accept(&self) -> bool {
        self.reason.is_none()
    }
}
