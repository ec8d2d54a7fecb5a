// SPDX-License-Identifier: Apache-2.0

//! Instructions of the units that access no table.

use super::registers::Registers;
use crate::isa::{Chain, ChainOp, Instruction, Opcode, Operand};
use crate::machine::WIDE_DIGITS;
use crate::value::{Truth, Value, Width};
use crate::wide::{Rounding, WideValue};
use std::cmp::Ordering;

/// Executes an instruction of a unit that accesses no table.
pub(super) fn execute(instruction: &Instruction, registers: &mut Registers<'_>) {
    match result(instruction, registers) {
        Outcome::Value(value) => registers.set_value(instruction, value),
        Outcome::Wide(wide) => registers.set_wide(instruction.operands[0], wide),
        Outcome::Truth(truth) => registers.set_truth(instruction.operands[0], truth),
    }
}

/// The result of an instruction.
enum Outcome {
    Value(Value),
    Wide(WideValue),
    Truth(Truth),
}

impl From<Value> for Outcome {
    fn from(value: Value) -> Outcome {
        Outcome::Value(value)
    }
}

impl From<WideValue> for Outcome {
    fn from(wide: WideValue) -> Outcome {
        Outcome::Wide(wide)
    }
}

impl From<Truth> for Outcome {
    fn from(truth: Truth) -> Outcome {
        Outcome::Truth(truth)
    }
}

fn result(instruction: &Instruction, registers: &Registers<'_>) -> Outcome {
    let [_, a, b, c, d, e] = instruction.operands;
    let value = |operand: Operand| registers.value(instruction, operand);
    let wide = |operand: Operand| registers.wide(operand);
    let truth = |operand: Operand| registers.truth(operand);
    let number = |operand: Operand| u32::from(operand.index);
    // A comparison of wide values, when its guard holds.
    let compare = |holds: fn(Ordering) -> bool| {
        wide(a).compare(number(d), wide(b), number(e), holds).when(truth(c))
    };
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
        Opcode::Widen => WideValue::from(value(a)).scale(number(b), WIDE_DIGITS).into(),
        Opcode::WideAdd => wide(a).add(wide(b)).into(),
        Opcode::WideSub => wide(a).sub(wide(b)).into(),
        Opcode::WideMul => wide(a).mul(wide(b)).into(),
        Opcode::WideDiv => wide(a).div(number(c), wide(b)).into(),
        Opcode::WideRem => wide(a).rem(wide(b)).into(),
        Opcode::WideScale => wide(a).scale(number(b), number(c)).into(),
        Opcode::WideRound => wide(a).round(number(b), rounding(c), number(d)).into(),
        Opcode::WideSelect => WideValue::select(truth(a), wide(b), wide(c)).into(),
        Opcode::WideCoalesce => wide(a).coalesce(wide(b)).into(),
        Opcode::WideEq => compare(Ordering::is_eq).into(),
        Opcode::WideNe => compare(Ordering::is_ne).into(),
        Opcode::WideLt => compare(Ordering::is_lt).into(),
        Opcode::WideLe => compare(Ordering::is_le).into(),
        Opcode::WideIsNull => wide(a).is_null().when(truth(b)).into(),
        Opcode::WideNotNull => wide(a).is_null().not().when(truth(b)).into(),
        Opcode::WideClean => wide(a).is_clean().when(truth(b)).into(),
        Opcode::Narrow => wide(a).narrow(value(b).bits, value(c).bits).into(),
        Opcode::Pair => WideValue::pair(value(a), value(b)).into(),
        Opcode::Like => like(instruction, registers).into(),
        Opcode::Named => Truth::from(registers.names_entry(a)).into(),
        Opcode::Lookup
        | Opcode::Fetch
        | Opcode::WideFetch
        | Opcode::Reserve
        | Opcode::Level
        | Opcode::Verdict
        | crate::scan_opcodes!()
        | Opcode::Settle
        | Opcode::Insert
        | Opcode::Write
        | Opcode::Delete
        | Opcode::Find
        | Opcode::Open
        | Opcode::Fold
        | Opcode::Close => {
            unreachable!("no unit without a table has such an instruction")
        }
    }
}

fn like(instruction: &Instruction, registers: &Registers<'_>) -> Truth {
    let [_, a, b, bytes, guard, _] = instruction.operands;
    let (text, prefix) = (registers.value(instruction, a), registers.value(instruction, b));
    let padded = |code| {
        let text = registers.text(code);
        (0..usize::from(bytes.index)).map(move |i| *text.as_bytes().get(i).unwrap_or(&b' '))
    };
    text.compare(prefix, |a, b| padded(a).eq(padded(b))).when(registers.truth(guard))
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

fn rounding(immediate: Operand) -> Rounding {
    Rounding::decode(immediate.index).expect("a validated rounding can be decoded")
}

fn width(immediate: Operand) -> Width {
    Width::decode(immediate.index).expect("a validated width can be decoded")
}
