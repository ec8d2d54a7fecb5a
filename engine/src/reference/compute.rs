// SPDX-License-Identifier: Apache-2.0

//! Instructions that touch no table: lanes, logic units and the divider.

use super::registers::Registers;
use crate::isa::{Chain, ChainOp, Instruction, Opcode, Operand};
use crate::value::{Truth, Value, Width};

/// Executes an instruction of a lane, a logic unit or the divider; false if it is of none of them.
pub(super) fn execute(instruction: &Instruction, registers: &mut Registers<'_>) -> bool {
    if let Some(value) = value_result(instruction, registers) {
        registers.set_value(instruction, value);
        return true;
    }
    if let Some(truth) = truth_result(instruction, registers) {
        registers.set_truth(instruction.operands[0], truth);
        return true;
    }
    false
}

fn value_result(instruction: &Instruction, registers: &Registers<'_>) -> Option<Value> {
    let [_, a, b, c, _, e] = instruction.operands;
    let value = |operand: Operand| registers.value(instruction, operand);
    Some(match instruction.opcode {
        Opcode::Move => value(a),
        Opcode::Add => value(a).add(value(b), width(e)),
        Opcode::Sub => value(a).sub(value(b), width(e)),
        Opcode::Mul => value(a).mul(value(b), width(e)),
        Opcode::Range => value(a).range(value(b).bits, value(c).bits),
        Opcode::Select => Value::select(registers.truth(a), value(b), value(c)),
        Opcode::Coalesce => value(a).coalesce(value(b)),
        Opcode::Truth => registers.truth(a).to_value(),
        Opcode::Div => value(a).div(value(b), width(e)),
        Opcode::Rem => value(a).rem(value(b)),
        Opcode::MulDiv => value(a).mul_div_round(value(c), value(b)),
        _ => return None,
    })
}

fn truth_result(instruction: &Instruction, registers: &Registers<'_>) -> Option<Truth> {
    let [_, a, b, c, _, _] = instruction.operands;
    let value = |operand: Operand| registers.value(instruction, operand);
    let guard = |operand: Operand| registers.truth(operand);
    Some(match instruction.opcode {
        Opcode::Eq => value(a).compare(value(b), |a, b| a == b).when(guard(c)),
        Opcode::Ne => value(a).compare(value(b), |a, b| a != b).when(guard(c)),
        Opcode::Lt => value(a).compare(value(b), |a, b| a < b).when(guard(c)),
        Opcode::Le => value(a).compare(value(b), |a, b| a <= b).when(guard(c)),
        Opcode::IsNull => value(a).is_null().when(guard(b)),
        Opcode::NotNull => value(a).is_null().not().when(guard(b)),
        Opcode::Clean => value(a).is_clean().when(guard(b)),
        Opcode::Chain => chain(instruction, registers),
        _ => return None,
    })
}

fn chain(instruction: &Instruction, registers: &Registers<'_>) -> Truth {
    let [_, a, b, c, d, e] = instruction.operands;
    let chain = Chain::decode(e.index).expect("a validated chain says how it combines");
    let operands = [a, b, c, d].map(|operand| registers.truth(operand));
    let perhaps_negated = |i: usize| {
        if chain.negate[i] { operands[i].not() } else { operands[i] }
    };
    let mut result = perhaps_negated(0);
    for (i, op) in chain.ops.iter().enumerate() {
        let operand = perhaps_negated(i + 1);
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
    Width::decode(immediate.index).expect("a validated instruction has a width that exists")
}
