// SPDX-License-Identifier: Apache-2.0

//! Frames: the wire layout of a message, derived from its definition. The host writes frames, and
//! every executor parses them.
//!
//! ```text
//!  byte 0        2      3      4                8                 12
//!      +--------+------+------+----------------+-----------------+---------+---------+----
//!      | length | kind | zero |    sequence    | NULL bit a field| field 0 | field 1 | ...
//!      +--------+------+------+----------------+-----------------+---------+---------+----
//! ```
//! All numbers are little-endian, and fields are packed in order. The bytes of a NULL field are
//! zero. CHAR(n) is n bytes, padded with blanks. A frame has exactly the length of its layout.

mod control;
mod header;
mod layout;

pub use control::{CONTROL_BYTES, CONTROL_KIND, JOB_BYTES, JobStart, ModeChange};
pub use header::{
    HEADER_BYTES, Header, KIND_AT, LENGTH_AT, LENGTH_BYTES, NULLS_AT, RESERVED_AT, SEQUENCE_AT,
    kind, sequence, set_sequence, set_stated_length, stated_length,
};
pub use layout::{FieldValue, FrameError, Layout, trim};
