//! The database offload engine in hardware.
//!
//! * `kernels`: one kernel a file, described in Rust HDL;
//! * `prim`: memories and other primitives that a vendor's tools map to cells of their own;
//! * `emit`: from a kernel to Verilog that can be read and taken away.
//!
//! Sizes, latencies and encodings come from `engine`; nothing here states them again.

// The derive macros of Rust HDL make items that cannot be documented.
#![allow(missing_docs)]

pub mod emit;
pub mod kernels;
pub mod prim;

use emit::Emitted;

/// Everything that is checked in under `hdl/verilog`.
pub fn all() -> Vec<Emitted> {
    kernels::all()
}
