//! The emitted Verilog under Verilator.
//!
//! * `yosys`: what the Verilog becomes on a Xilinx UltraScale+ device;
//! * `verilator`: the simulator itself, fetched once, pinned, and launched in the way that the bindings expect;
//! * `cocotb`: the top under a bench in Python, with AXI models of other people, in Icarus Verilog;
//! * `core_model`: the core as an executor of frames;
//! * `kernel`: a module built into a model whose ports are driven by name, for the tests of single kernels.

pub mod cocotb;
pub mod core_model;
pub mod icarus;
pub mod kernel;
pub mod pypi;
pub mod verilator;
pub mod yosys;
