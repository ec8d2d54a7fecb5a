// SPDX-License-Identifier: Apache-2.0

//! Random programs of the machine, assembled without the compiler: every instruction on random
//! operands, rules of every severity, effects of rejects, and random frames for them.
//!
//! The compiler emits instructions in the few ways that its lowering knows. Two executors that
//! agree on these programs agree on the instructions themselves.

mod assembler;
mod compute;
mod frames;
mod program;

pub use assembler::Assembler;
pub use frames::random_frame;
pub use program::{LOG, ROWS, hardware_program, random_program};
