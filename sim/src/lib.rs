// SPDX-License-Identifier: Apache-2.0

//! Simulation of the emitted Verilog with Verilator.
//!
//! | module | provides |
//! | --- | --- |
//! | [`rtl`] | the core with a program, as an executor like the reference and the twin |
//! | [`core_model`] | the core as a model that takes frames and returns answers with their cycles |
//! | [`readback`] | the tables of a core |
//! | [`stages`] | the stages of a message, and the cycles of each |
//! | [`kernel`] | any module as a model with ports that are driven by name |
//! | [`record`] | a record of the inputs of a run |
//! | [`replay`] | the repetition of a recorded run, with coverage or waves |
//! | [`coverage`] | the lines and toggles of the Verilog that runs have reached |
//!
//! The crate `tools` finds and launches Verilator and the other hardware tools.
//!
//! # Example
//! ```no_run
//! use engine::build::Build;
//! use engine::frame::FieldValue::Number;
//! use engine::machine::FRAME_BYTES_MAX;
//! use engine::program::FrameKind;
//! use sim::rtl::with_rtl;
//! use std::sync::Arc;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let rules = "
//!     create message trade_order ( price int8 not null, quantity int not null );
//!     rule small ( trade_order.price * trade_order.quantity <= 1000 )
//! ";
//! let (program, diagnostics) = rulec::compile(rules);
//! let program = program.ok_or_else(|| format!("{diagnostics:?}"))?;
//! let program = Arc::new(program.for_hardware());
//! let kind = FrameKind::Message(program.message("trade_order").ok_or("there are no orders")?);
//! let layout = program.layout(kind);
//! let mut buffer = [0; FRAME_BYTES_MAX];
//! let frame = layout.write(1, &[Number(20), Number(30)], &mut buffer)?;
//! with_rtl(program, Build::SMALL, &mut |step| eprintln!("{step}"), |rtl| {
//!     let answer = rtl.answer(frame);
//!     println!("{:?} after {} cycles", answer.verdict, answer.verdict_cycles);
//! })?;
//! # Ok(())
//! # }
//! ```
//!
//! `sim/examples/simulate.rs` is a whole program, with a table and a change of its rows.

mod binding;
pub mod core_model;
pub mod coverage;
pub mod kernel;
pub mod readback;
pub mod record;
pub mod replay;
pub mod rtl;
pub mod stages;
