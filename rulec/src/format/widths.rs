// SPDX-License-Identifier: Apache-2.0

//! The widths of the layout.

/// The greatest width of a line, where the text allows it, in columns.
pub const WIDTH_MAX: usize = 100;
/// The width of one level of indentation, in columns.
pub(super) const INDENT: usize = 4;
