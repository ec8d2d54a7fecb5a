// SPDX-License-Identifier: Apache-2.0

//! Primitives: memories and other blocks that Rust HDL cannot describe, or that a vendor's tools
//! map to dedicated cells.
//!
//! Each primitive is written out in Verilog, next to a model in Rust. Everything else is described
//! in Rust HDL.

pub mod banked_file;
pub mod best_of;
pub mod bit_of;
pub mod columns;
pub mod encode;
pub mod entries;
pub mod hash;
pub mod held_memory;
pub mod join;
pub mod lookup_table;
pub mod map_way;
pub mod memory;
pub mod multiply;
pub mod number;
pub mod product;
pub mod queue;
pub mod result_buses;
pub mod row_memory;
pub mod transpose;
pub mod window;
