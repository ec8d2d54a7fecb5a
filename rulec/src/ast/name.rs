// SPDX-License-Identifier: Apache-2.0

//! Names and types as written.

use crate::span::Span;

/// A name and its span.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// The text: folded to lower case, or as written between double quotes.
    pub text: String,
    /// The span.
    pub span: Span,
}

/// A type as written: its name in lower case (`int4` stays `int4`) and its numbers in parentheses.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeName {
    /// The name, which may be unknown.
    pub name: Name,
    /// The numbers in parentheses, if any.
    pub args: Vec<(i64, Span)>,
}
