// SPDX-License-Identifier: Apache-2.0

//! Instructions of lanes, logic units and the divider, which access no table.

use super::registers::Registers;
use crate::isa::{Chain, ChainOp, Instruction, Opcode, Operand};
use crate::value::{Truth, Value, Width};

/// Executes an instruction of a lane, a logic unit or the divider.
pub(super) fn execute(instruction: &Instruction, registers: &mut Registers<'_>) {
    match result(instruction, registers) {
        Outcome::Value(value) => registers.set_value(instruction, value),
        Outcome::Truth(truth) => registers.set_truth(instruction.operands[0], truth),
    }
}

/// The result of an instruction.
enum Outcome {
    Value(Value),
    Truth(Truth),
}

impl From<Value> for Outcome {
    fn from(value: Value) -> Outcome {
        Outcome::Value(value)
    }
}

impl From<Truth> for Outcome {
    fn from(truth: Truth) -> Outcome {
        Outcome::Truth(truth)
    }
}

fn result(instruction: &Instruction, registers: &Registers<'_>) -> Outcome {
    let [_, a, b, c, _, e] = instruction.operands;
    let value = |operand: Operand| registers.value(instruction, operand);
    let truth = |operand: Operand| registers.truth(operand);
    match instruction.opcode {
        Opcode::Move => value(a).into(),
        Opcode::Add => value(a).add(value(b), width(e)).into(),
        Opcode::Sub => value(a).sub(value(b), width(e)).into(),
        Opcode::Mul => value(a).mul(value(b), width(e)).into(),
        Opcode::Range => value(a).range(value(b).bits, value(c).bits).into(),
        Opcode::Select => Value::select(truth(a), value(b), value(c)).into(),
        Opcode::Coalesce => value(a).coalesce(value(b)).into(),
        Opcode::Truth => truth(a).to_value().into(),
        Opcode::Div => value(a).div(value(b), width(e)).into(),
        Opcode::Rem => value(a).rem(value(b)).into(),
        Opcode::MulDiv => value(a).mul_div_round(value(c), value(b)).into(),
        Opcode::Eq => value(a).compare(value(b), |a, b| a == b).when(truth(c)).into(),
        Opcode::Ne => value(a).compare(value(b), |a, b| a != b).when(truth(c)).into(),
        Opcode::Lt => value(a).compare(value(b), |a, b| a < b).when(truth(c)).into(),
        Opcode::Le => value(a).compare(value(b), |a, b| a <= b).when(truth(c)).into(),
        Opcode::IsNull => value(a).is_null().when(truth(b)).into(),
        Opcode::NotNull => value(a).is_null().not().when(truth(b)).into(),
        Opcode::Clean => value(a).is_clean().when(truth(b)).into(),
        Opcode::Chain => chain(instruction, registers).into(),
        Opcode::Lookup
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
        | Opcode::Close => {
            unreachable!("a lane, a logic unit or the divider has no such instruction")
        }
    }
}

fn chain(instruction: &Instruction, registers: &Registers<'_>) -> Truth {
    let [_, a, b, c, d, e] = instruction.operands;
    let chain = Chain::decode(e.index).expect("a validated chain can be decoded");
    let operands = [a, b, c, d].map(|operand| registers.truth(operand));
    let operand = |i: usize| {
        if chain.negate[i] { operands[i].not() } else { operands[i] }
    };
    let mut result = operand(0);
    for (i, op) in chain.ops.iter().enumerate() {
        let operand = operand(i + 1);
        result = match op {
            None => result,
            Some(ChainOp::And) => result.and(operand),
            Some(ChainOp::Or) => result.or(operand),
            Some(ChainOp::When) => result.when(operand),
        };
    }
    if chain.or_false { result.or_false() } else { result }
}

fn width(immediate: Operand) -> Width {
    Width::decode(immediate.index).expect("a validated width can be decoded")
}
