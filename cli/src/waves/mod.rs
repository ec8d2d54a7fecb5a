// SPDX-License-Identifier: Apache-2.0

//! Waves of a simulation: a few signals out of a VCD file, and a picture of them.
//!
//! A cycle is 4 ns in the file, as `sim::replay` writes it, and begins with the rising edge of the
//! clock.

mod svg;
mod vcd;

pub use svg::draw;
pub use vcd::{Signal, Waves, WavesError};

/// Units of time of a cycle.
pub const CYCLE_TIME: u64 = 4;
