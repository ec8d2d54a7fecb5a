// SPDX-License-Identifier: Apache-2.0

//! The database offload engine, the machine that executes risk rules.
//!
//! The engine does no I/O, starts no thread and reads no clock. It contains
//!
//! * the definitions that the other crates read: [`machine`] (sizes and latencies), [`isa`]
//!   (instructions and their encoding), [`ports`] (the resources of an instruction), [`microcode`]
//!   (the words of the program memories), [`overlap`] (when the next frame may be taken), [`value`]
//!   and [`wide`] (arithmetic and logic), [`calendar`] (dates and times), [`schema`], [`scan`]
//!   (lists of rows and scans over them), [`rule`], [`job`], [`dictionary`] (texts and their
//!   codes), [`frame`] and [`answer`] (the wire layouts), [`registers`] and [`shell`] (the
//!   registers of the engine and of the card around it), and [`verdict`];
//! * the [`program`] and its [`image`], the validator ([`validate`]), the relation of programs
//!   that can replace each other on the same tables ([`takeover`]), and the change to a program
//!   with other tables ([`change`]);
//! * two executors of a program: the [`mod@reference`] interpreter, written for clarity, and the
//!   software [`twin`], written for speed.
//!
//! # Example
//!
//! The twin and the reference interpreter answer a frame. The folder `examples` has longer ones.
//!
//! ```
//! use engine::executor::Executor;
//! use engine::frame::{FieldValue, Layout};
//! use engine::machine::FRAME_BYTES_MAX;
//! use engine::reference::Reference;
//! use engine::twin::Twin;
//! use engine::verdict::Reason;
//!
//! let rules = "
//!     create message trade_order (price int8, quantity int not null);
//!     rule size (trade_order.quantity <= 100)
//! ";
//! let program = rulec::compile(rules).0.expect("the rules compile");
//!
//! let layout = Layout::new(0, &program.messages[0].fields);
//! let mut buffer = [0; FRAME_BYTES_MAX];
//! let values = [FieldValue::Null, FieldValue::Number(101)];
//! let frame = layout.write(1, &values, &mut buffer)?;
//!
//! let verdict = Twin::new(program.clone())?.execute(frame);
//! assert_eq!(verdict.reason, Some(Reason::False));
//! assert_eq!(verdict, Reference::new(program)?.execute(frame));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![deny(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the order path takes no lock, reads no clock and iterates in no hash order"
)]

pub mod answer;
pub mod build;
pub mod calendar;
pub mod change;
pub mod dictionary;
pub mod executor;
pub mod frame;
pub mod image;
pub mod isa;
pub mod job;
pub mod layout;
pub mod machine;
#[allow(clippy::disallowed_types, reason = "microcode is made before orders run")]
pub mod microcode;
pub mod modes;
pub mod names;
pub mod overlap;
pub mod parameter;
pub mod ports;
pub mod program;
pub mod reference;
pub mod registers;
pub mod requirements;
pub mod rule;
pub mod scan;
pub mod schema;
pub mod shell;
pub mod takeover;
pub mod twin;
pub mod validate;
pub mod value;
pub mod verdict;
pub mod wide;
