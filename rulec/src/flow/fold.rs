// SPDX-License-Identifier: Apache-2.0

//! Arithmetic on constants, which needs no instruction.

use super::node::{Arg, NodeId, Op};
use engine::isa::Opcode;
use engine::value::{Value, Width};

/// The result of arithmetic on constants, computed by the machine's own arithmetic. `constant_of`
/// gives a node as a constant, if it is one.
pub(super) fn fold(op: &Op, constant_of: impl Fn(NodeId) -> Option<Value>) -> Option<Value> {
    let constant = |i: usize| match op.args[i] {
        Arg::Node(id) => constant_of(id),
        Arg::None | Arg::Immediate(_) => None,
    };
    let (a, b) = (constant(1)?, constant(2)?);
    let width = match op.args[5] {
        Arg::Immediate(bits) => Width::decode(bits)?,
        Arg::None | Arg::Node(_) => Width::W64,
    };
    match op.opcode {
        Opcode::Add => Some(a.add(b, width)),
        Opcode::Sub => Some(a.sub(b, width)),
        Opcode::Mul => Some(a.mul(b, width)),
        Opcode::Div => Some(a.div(b, width)),
        Opcode::Rem => Some(a.rem(b)),
        Opcode::MulDiv => Some(a.mul_div_round(constant(3)?, b)),
        Opcode::Range => Some(a.range(b.bits, constant(3)?.bits)),
        Opcode::Coalesce => Some(a.coalesce(b)),
        Opcode::Move
        | Opcode::Select
        | Opcode::Truth
        | Opcode::Eq
        | Opcode::Ne
        | Opcode::Lt
        | Opcode::Le
        | Opcode::IsNull
        | Opcode::NotNull
        | Opcode::Clean
        | Opcode::Chain
        | engine::wide_opcodes!()
        | Opcode::Like
        | Opcode::Named
        | Opcode::Settle
        | Opcode::WideFetch
        | Opcode::Lookup
        | Opcode::Fetch
        | Opcode::Reserve
        | Opcode::Level
        | Opcode::Verdict
        | Opcode::Insert
        | Opcode::Write
        | Opcode::Delete
        | Opcode::Find
        | Opcode::Open
        | Opcode::Fold
        | Opcode::Close
        | engine::scan_opcodes!() => None,
    }
}
