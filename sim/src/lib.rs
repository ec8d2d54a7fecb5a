// SPDX-License-Identifier: Apache-2.0

//! The emitted Verilog under Verilator.
//!
//! * `record`, `replay`: a run of a kernel, kept, and repeated by a model with coverage or waves;
//! * `coverage`: what of the Verilog runs have reached;
//! * `formal`: proofs about kernels;
//! * `yosys`: what a module becomes on a Xilinx UltraScale+ device; `hierarchy`: what the core
//!   does, module by module;
//! * `verilator`: the simulator itself, fetched once, pinned, and launched in the way that the
//!   bindings expect;
//! * `core_model`: the core as an executor of frames; `program_port`: how programs get into it,
//!   also while others run; `readback`: its tables, read back; `stages`: what a message's cycles
//!   were spent on;
//! * `rtl`: the core with a program, behind the interface of every other executor;
//! * `cocotb`: the top under a bench in Python, with AXI models of other people, in Icarus Verilog;
//! * `kernel`: a module built into a model whose ports are driven by name, for the tests of single
//!   kernels.

mod binding;
pub mod cocotb;
pub mod core_model;
pub mod coverage;
pub mod formal;
pub mod hierarchy;
pub mod icarus;
pub mod kernel;
pub mod nextpnr;
mod program_port;
pub mod pypi;
pub mod readback;
pub mod record;
pub mod replay;
pub mod rtl;
pub mod stages;
mod stdout_redirect;
pub mod verilator;
pub mod yosys;
