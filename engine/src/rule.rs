// SPDX-License-Identifier: Apache-2.0

//! Rules: their names, severities, modes and attributes.

use crate::schema::{MessageId, RuleId};
use bytemuck::checked::try_cast;
use bytemuck::{CheckedBitPattern, NoUninit};

/// A rule, for the reader of verdicts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleDef {
    /// Its name.
    pub name: String,
    /// The message it belongs to.
    pub message: MessageId,
    /// Its declared severity, which is its mode until that is changed.
    pub severity: Severity,
    /// What a reader should know about it.
    pub attributes: Attributes,
}

/// The declared severity of a rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, NoUninit, CheckedBitPattern)]
#[repr(u8)]
pub enum Severity {
    /// The rule rejects a message that it does not hold for.
    #[default]
    Block = 0,
    /// The rule is reported and never rejects.
    Warn = 1,
}

/// What a rule does at run time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Mode {
    /// If it is FALSE, NULL or an error, the message is rejected.
    Block = 0,
    /// If it is FALSE, NULL or an error, its bit is set in the map of warnings.
    Warn = 1,
    /// Nothing.
    Off = 2,
}

/// Texts about a rule, for its readers. They have no effect on verdicts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attributes {
    /// A stable identifier, such as that of a rule book.
    pub id: Option<String>,
    /// What the trader is told.
    pub text: Option<String>,
    /// The same in English.
    pub text_en: Option<String>,
    /// The regulation or decision that the rule comes from.
    pub source: Option<String>,
}

/// The reason why a mode cannot be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ModeError {
    /// The program has no such rule.
    #[error("the program has no rule {}", .0.0)]
    Rule(RuleId),
    /// The executor has no modes.
    #[error("this executor has no rule modes: its rules keep their declared severity")]
    Fixed,
}

impl RuleDef {
    /// A blocking rule without attributes.
    pub fn new(name: impl Into<String>, message: MessageId) -> RuleDef {
        RuleDef {
            name: name.into(),
            message,
            severity: Severity::Block,
            attributes: Attributes::default(),
        }
    }
}

impl Attributes {
    /// The attributes with their names.
    pub fn named(&self) -> [(&'static str, Option<&str>); 4] {
        let Attributes { id, text, text_en, source } = self;
        [("id", id), ("text", text), ("text_en", text_en), ("source", source)]
            .map(|(name, value)| (name, value.as_deref()))
    }
}

impl Severity {
    /// The severity with a code.
    pub fn from_code(code: u8) -> Option<Severity> {
        try_cast(code).ok()
    }
}

impl From<Severity> for Mode {
    fn from(severity: Severity) -> Mode {
        match severity {
            Severity::Block => Mode::Block,
            Severity::Warn => Mode::Warn,
        }
    }
}

impl Mode {
    /// Every mode, by ascending code.
    pub const ALL: [Mode; 3] = [Mode::Block, Mode::Warn, Mode::Off];

    /// The mode with a code.
    pub fn from_code(code: u8) -> Option<Mode> {
        Mode::ALL.get(usize::from(code)).copied()
    }

    /// Its stable text, as in files.
    pub fn text(self) -> &'static str {
        match self {
            Mode::Block => "block",
            Mode::Warn => "warn",
            Mode::Off => "off",
        }
    }

    /// The mode with a text.
    pub fn from_text(text: &str) -> Option<Mode> {
        Mode::ALL.into_iter().find(|mode| mode.text() == text)
    }
}

impl std::fmt::Display for Mode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.text())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modes_have_codes_and_texts() {
        for mode in Mode::ALL {
            assert_eq!(Mode::from_code(mode as u8), Some(mode));
            assert_eq!(Mode::from_text(mode.text()), Some(mode));
        }
        assert_eq!((Mode::from_code(3), Severity::from_code(2)), (None, None));
    }
}
