// SPDX-License-Identifier: Apache-2.0

//! Microcode: a program as the words that the program memories of the units hold.
//!
//! Every unit has its own program memory. All of them are read at the same address: the base of the
//! transaction plus the cycle. Loading a program is a list of [`Write`]s. [`Memory`] numbers the
//! memories; every word has 64 bits. There are two program banks, so that a program can be loaded
//! while another one runs ([`beside()`]).
//!
//! [`parts`] defines the words of each unit part by part. The packer here writes them and the
//! kernels of `hdl` read them through these parts. [`crate::layout`] defines the words of
//! [`Memory::Layout`]. A text is two words of eight characters each, the first character lowest,
//! padded with blanks.
//!
//! [`crate::build::place`] gives each table its unit, and with it the key port of the same number.
//! A constant is in a memory next to that of the operation, under the same address: `LaneX`,
//! `LaneY`, and `LaneHigh` for the upper bound of a `range`, whose lower bound is y.

mod beside;
mod compute;
mod error;
mod fit;
mod load;
mod memory;
mod modes;
mod operand;
pub mod parts;
mod tables;

pub use beside::{Held, beside};
pub use error::{MicrocodeError, RESERVES_MAX};
pub use load::{blanks, load, words};
pub use memory::{Memory, TEXT_CYCLES, Write};
pub use modes::{mode_word, mode_words};
pub use tables::{ColumnOperation, KeyOperation, fetch_part};
