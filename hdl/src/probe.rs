// SPDX-License-Identifier: Apache-2.0

//! The port on which the core shows the progress of the message under way, cycle by cycle.
//!
//! A bench measures with it how long the stages of a message take. A design leaves the port open,
//! and synthesis removes the logic that drives it.
//!
//! ```text
//!  first beat
//!      │ input conversion
//!  last field in its slot
//!      │ extraction
//!  last answer of a table
//!      │ rule calculation
//!  decided
//!      │ output conversion
//!  beat of the verdict
//! ```

/// The name of the port of the core.
pub const NAME: &str = "probe";
/// The bit that says that a field, or the code of a text, is written to its slot at the end of this
/// cycle.
pub const FIELD: usize = 0;
/// The bit that says that the answer of a table or group, or the columns of a row, are written to
/// their slots at the end of this cycle.
pub const TABLE: usize = 1;
/// The bit that says that the message is decided and its answer goes to the egress.
pub const DECIDED: usize = 2;
