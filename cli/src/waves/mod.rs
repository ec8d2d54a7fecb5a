// SPDX-License-Identifier: Apache-2.0

//! Waves of a simulation: selected signals of a VCD file, and a picture of them.
//!
//! A cycle is 4 ns in the file, as `sim::replay` writes it, and starts with the rising edge of the
//! clock.

mod svg;
mod vcd;

pub use svg::draw;
pub use vcd::{Signal, Waves, WavesError};

/// The length of a cycle in the time units of the file.
pub const CYCLE_TIME: u64 = 4;
