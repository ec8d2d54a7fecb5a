// SPDX-License-Identifier: Apache-2.0

//! A line of prose.

/// A line of a comment or a text: its number in the file, from 1, and what it says.
pub type Line = (usize, String);
