// SPDX-License-Identifier: Apache-2.0

//! What the core shows of the message under way, cycle by cycle, so that a bench can say how long
//! its stages take. A design leaves the port open, and a synthesizer drops what drives it.
//!
//! ```text
//!  first beat ───────▶ last field in its slot ───▶ last answer of a table ───▶ decided ───▶ beat of the verdict
//!             input conversion            extraction            rule calculation     output conversion
//! ```

/// Name of the core's port.
pub const NAME: &str = "probe";
/// Bit of it: a field, or the code of a text, is written to its slot at the end of this cycle.
pub const FIELD: usize = 0;
/// Bit of it: what a table or group found, or a row's columns, are written to their slots at the
/// end of this cycle.
pub const TABLE: usize = 1;
/// Bit of it: the message is decided, and what it is answered goes to the way out.
pub const DECIDED: usize = 2;
