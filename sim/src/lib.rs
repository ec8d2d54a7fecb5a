// SPDX-License-Identifier: Apache-2.0

//! The emitted Verilog under Verilator.
//!
//! * `rtl`: the core with a program, as an executor with the interface of all other executors;
//! * `core_model`: the core as a model that takes frames and returns answers; `program_port`: loads
//!   programs into it, also while another program runs; `readback`: reads its tables; `stages`: the
//!   stages of a message, with the cycles spent on each;
//! * `kernel`: any module as a model with ports that are driven by name, for the tests of single
//!   kernels; `binding`: the ports of a model, bound to the functions of its shared library;
//! * `record`, `replay`: a recorded run, and its repetition by a model with coverage or waves;
//! * `coverage`: the lines and toggles of the Verilog that runs have reached.
//!
//! The crate `tools` finds and launches Verilator and the other hardware tools.

mod binding;
pub mod core_model;
pub mod coverage;
pub mod kernel;
pub mod readback;
pub mod record;
pub mod replay;
pub mod rtl;
pub mod stages;
