// SPDX-License-Identifier: Apache-2.0

//! Rules, and the blocks that run after a verdict.

use super::{Expr, Name, Statement};
use crate::span::Span;

/// `[warn] rule name [on message] (condition [where guard]) [with (attributes)]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// `warn`: the rule never rejects.
    pub warn: bool,
    /// Its name.
    pub name: Name,
    /// The message after `on`, if written.
    pub message: Option<Name>,
    /// The condition that must be TRUE.
    pub condition: Expr,
    /// When it applies.
    pub guard: Option<Expr>,
    /// The attributes.
    pub attributes: Attributes,
    /// The span from `rule`, or `warn`, to the closing parenthesis of the condition.
    pub span: Span,
}

/// The attributes of a rule. They are text for people, and have no effect on verdicts.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Attributes {
    /// The identifier of the rule outside of the file.
    pub id: Option<Text>,
    /// What the rule demands.
    pub text: Option<Text>,
    /// What the rule demands, in English.
    pub text_en: Option<Text>,
    /// Where the rule comes from.
    pub source: Option<Text>,
}

/// The text of a string and its span, quotes included.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// The text, with `''` replaced by `'`.
    pub text: String,
    /// The span.
    pub span: Span,
}

/// `on message [where guard] (statements)`.
#[derive(Clone, Debug, PartialEq)]
pub struct On {
    /// The message.
    pub message: Name,
    /// The condition under which the block runs.
    pub guard: Option<Expr>,
    /// The statements in order.
    pub statements: Vec<Statement>,
}

/// `on reject of message [by rules] [where guard] (statements)`.
#[derive(Clone, Debug, PartialEq)]
pub struct OnReject {
    /// The message.
    pub message: Name,
    /// The rules after `by`; empty for all.
    pub rules: Vec<Name>,
    /// The condition under which the block runs.
    pub guard: Option<Expr>,
    /// The statements in order.
    pub statements: Vec<Statement>,
    /// The span from `on` to the parenthesis of the statements.
    pub span: Span,
}
