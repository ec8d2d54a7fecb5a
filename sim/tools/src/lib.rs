// SPDX-License-Identifier: Apache-2.0

//! Wrappers around the hardware tools that Riskgate runs.
//!
//! Every tool is a pinned version that is fetched at its first use into [`target_folder()`], or a
//! program of the user's own; nothing is installed on the machine.
//!
//! | module | tool |
//! | --- | --- |
//! | [`verilator`] | Verilator: simulates and lints Verilog |
//! | [`yosys`] | Yosys: maps a module to a Xilinx UltraScale+ device and counts its cells |
//! | [`hierarchy`] | Yosys, run on every module of a large design separately |
//! | [`nextpnr`] | nextpnr: places and routes a module on an ECP5 and reports its clock |
//! | [`formal`] | SymbiYosys with Yices: runs the proofs of [`hdl::proofs`] |
//! | [`icarus`] | Icarus Verilog: found on the path or unpacked from Debian's package |
//! | [`cocotb`] | cocotb: runs a Python bench on the emitted top in Icarus Verilog |
//! | [`pypi`] | pip: fetches a pinned package of PyPI into a folder |
//! | [`stdout_redirect`] | none: keeps the output of tools away from standard output |

pub mod cocotb;
pub mod formal;
pub mod hierarchy;
pub mod icarus;
pub mod nextpnr;
pub mod pypi;
pub mod stdout_redirect;
mod target_folder;
pub mod verilator;
pub mod yosys;

pub use target_folder::target_folder;
