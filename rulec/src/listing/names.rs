// SPDX-License-Identifier: Apache-2.0

//! Names for registers, columns and constants, and instructions written with them.

use engine::isa::{Chain, ChainOp, Gate, Instruction, Opcode, Operand, Role, Space};
use engine::program::{FrameKind, Program, Transaction};
use engine::value::{Tag, Width};
use std::collections::HashMap;

/// Names for the contents of the registers of one transaction.
pub(super) struct Names<'a> {
    pub(super) program: &'a Program,
    pub(super) transaction: &'a Transaction,
    slots: HashMap<Operand, String>,
}

impl<'a> Names<'a> {
    pub(super) fn new(
        program: &'a Program,
        kind: FrameKind,
        transaction: &'a Transaction,
    ) -> Names<'a> {
        let mut slots = HashMap::new();
        for (i, field) in program.fields(kind).iter().enumerate() {
            slots.insert(Operand::slot(i as u16), field.name.clone());
        }
        for instruction in &transaction.instructions {
            if matches!(instruction.opcode, Opcode::Fetch | Opcode::WideFetch) {
                let table = &program.tables[usize::from(instruction.unit)];
                let column = &table.columns[usize::from(instruction.operands[2].index)];
                slots.insert(instruction.operands[0], format!("{}.{}", table.name, column.name));
            }
        }
        Names { program, transaction, slots }
    }

    /// The columns of the key of an instruction.
    pub(super) fn key(&self, all: &[Instruction], instruction: &Instruction) -> Vec<String> {
        let pair = |pair| all.iter().find(|i| i.opcode == Opcode::Pair && i.operands[0] == pair);
        let columns =
            instruction.key_operands().enumerate().flat_map(|(at, operand)| match pair(operand) {
                Some(pair) => vec![self.operand(pair, 1), self.operand(pair, 2)],
                None => vec![self.operand(instruction, 1 + at)],
            });
        columns.collect()
    }

    fn operand(&self, instruction: &Instruction, i: usize) -> String {
        let operand = instruction.operands[i];
        let role = instruction.opcode.signature().roles[i];
        if role == Role::ColumnNumber {
            let table = &self.program.tables[usize::from(instruction.unit)];
            return table.columns[usize::from(operand.index)].name.clone();
        }
        if role == Role::WidthNumber {
            return match Width::decode(operand.index) {
                Some(Width::W16) => "16 bit".into(),
                Some(Width::W32) => "32 bit".into(),
                Some(Width::S64) => "64 bit, saturating".into(),
                Some(Width::W64) | None => "64 bit".into(),
            };
        }
        if operand.space == Space::Constant {
            let value = self.program.constants[usize::from(operand.index)];
            return match value.tag {
                Tag::Value => value.bits.to_string(),
                Tag::Null => "null".into(),
                Tag::Overflow => "overflow".into(),
                Tag::DivisionByZero => "division_by_zero".into(),
            };
        }
        match self.slots.get(&operand) {
            Some(name) => format!("{operand}[{name}]"),
            None => operand.to_string(),
        }
    }

    pub(super) fn instruction(&self, instruction: &Instruction) -> String {
        let signature = instruction.opcode.signature();
        if instruction.opcode == Opcode::Chain {
            return self.chain(instruction);
        }
        let mut text = signature.mnemonic.to_string();
        let mut first = true;
        for i in 0..6 {
            if instruction.operands[i].is_some() {
                text += if first { " " } else { ", " };
                text += &self.operand(instruction, i);
                first = false;
            }
        }
        match instruction.gate {
            Gate::Accept => text,
            Gate::Reject => text + ", on reject",
        }
    }

    fn chain(&self, instruction: &Instruction) -> String {
        let chain = Chain::decode(instruction.operands[5].index).unwrap_or_default();
        let mut text = format!("chain {} =", instruction.operands[0]);
        for i in 0..4 {
            if i > 0 {
                match chain.ops[i - 1] {
                    Some(ChainOp::And) => text += " and",
                    Some(ChainOp::Or) => text += " or",
                    Some(ChainOp::When) => text += " when",
                    None => break,
                }
            }
            text += if chain.negate[i] { " not " } else { " " };
            text += &instruction.operands[i + 1].to_string();
        }
        if chain.or_false {
            text += ", null as false";
        }
        text
    }
}
