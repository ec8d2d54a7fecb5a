// SPDX-License-Identifier: Apache-2.0

//! The plots of the page: functions from numbers to SVG.
//!
//! [`canvas`] is the drawing area, [`palette`] the colours, [`scale`] converts numbers to
//! positions.

pub mod canvas;
mod log_sizes;
mod operations;
pub mod palette;
pub mod scale;
mod verdicts;

pub use log_sizes::{latency_against_log_size, short};
pub use operations::latency_by_operation;
pub use verdicts::rejects_by_rule;
