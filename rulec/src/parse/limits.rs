// SPDX-License-Identifier: Apache-2.0

//! Limits that keep the stack of the parser, and of later passes, bounded.

/// The deepest nesting of expressions. Parentheses, `not`, `-`, `case`, calls, lists and subqueries
/// each add a level.
pub const NESTING_MAX: u32 = 128;
/// The greatest height of the tree of one expression, subqueries included. A chain of operators is
/// as tall as it is long.
pub const HEIGHT_MAX: u32 = 512;
