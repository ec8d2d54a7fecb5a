// SPDX-License-Identifier: Apache-2.0

//! The library of the command line: what commands need and no other crate does.
//!
//! | module | holds |
//! | --- | --- |
//! | [`lobster`] | a recorded order flow as data and events of the broker's rule set |
//! | [`waves`] | a VCD file, read, and drawn as SVG |
//! | [`cocotb`] | what the cocotb bench of the emitted Verilog sends and expects |

pub mod cocotb;
pub mod lobster;
pub mod waves;
