// SPDX-License-Identifier: Apache-2.0

//! Limits of what a rule file can resolve to.

/// The most columns that an aggregate may group by: they are the key of its hidden table.
pub const GROUP_COLUMNS_MAX: usize = engine::machine::KEY_COLUMNS_MAX;
/// The most bytes that the fields of a message may take in a frame.
pub const FIELD_BYTES_MAX: usize = engine::machine::FRAME_BYTES_MAX - engine::frame::HEADER_BYTES;
/// The deepest nesting of subqueries.
pub const SUBQUERY_DEPTH_MAX: usize = 8;
/// The most nodes that one rule or block may resolve to. `between`, `in` and simple `case` copy
/// their operand, so nested copies would otherwise grow without bound.
pub const NODES_MAX: usize = 200_000;
/// The deepest nesting of expressions. The parser enforces the same limit; this one protects
/// against trees that do not come from the parser.
pub const DEPTH_MAX: usize = crate::parse::HEIGHT_MAX as usize;
