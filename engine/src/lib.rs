// SPDX-License-Identifier: Apache-2.0

//! The database offload engine: the machine that risk rules run on, defined once.
//!
//! The engine does no I/O, starts no thread and reads no clock. It holds
//!
//! * the definitions that everyone else derives from: [`machine`] (sizes and latencies), [`isa`]
//!   (instructions and their encoding), [`ports`] (what they occupy), [`microcode`] (the words of
//!   the program memories), [`overlap`] (when the next frame may be taken), [`value`] (arithmetic
//!   and logic), [`schema`], [`frame`] and [`answer`] (the wire layouts), [`registers`] and
//!   [`shell`] (what the host reads and writes of the engine and of the card around it) and
//!   [`verdict`];
//! * the [`program`] and its [`image`], which is validated field by field when it is loaded
//!   ([`validate`]), and which program may follow another on the same tables ([`takeover`]);
//! * two executors of a program: the [`reference`] interpreter, plain and obviously right, and the
//!   software [`twin`], fast.

pub mod answer;
pub mod build;
pub mod executor;
pub mod frame;
pub mod image;
pub mod isa;
pub mod layout;
pub mod machine;
pub mod microcode;
pub mod names;
pub mod overlap;
pub mod ports;
pub mod program;
pub mod reference;
pub mod registers;
pub mod schema;
pub mod shell;
pub mod takeover;
pub mod twin;
pub mod validate;
pub mod value;
pub mod verdict;
