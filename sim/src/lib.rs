//! The emitted Verilog under Verilator.
//!
//! * `verilator`: the simulator itself, fetched once, pinned, and launched in the way that the bindings expect;
//! * `kernel`: a module built into a model whose ports are driven by name, for the tests of single kernels.

pub mod kernel;
pub mod verilator;
