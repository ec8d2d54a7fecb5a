// SPDX-License-Identifier: Apache-2.0

//! What lives for one message: slots, locals, predicates, verdict entries, and what it has
//! reserved.

use crate::isa::{Instruction, Operand, Space};
use crate::machine::{LANES, LOCALS_PER_LANE, PREDICATES, SLOTS};
use crate::program::{Program, Transaction};
use crate::value::{Truth, Value};
use std::collections::BTreeMap;

/// The registers during one message. A validated program writes each at most once, and before it is
/// read.
#[derive(Debug)]
pub(super) struct Registers<'p> {
    constants: &'p [Value],
    slots: Vec<Value>,
    locals: Vec<Value>,
    predicates: Vec<Truth>,
    /// Outcomes of the verdict entries; false, hence a reject, until written.
    pub(super) entries: Vec<Truth>,
    /// Rows that the message has reserved, by table.
    pub(super) reserved: Vec<u32>,
    /// Levels that it will add, by table and column.
    pub(super) levels_added: BTreeMap<(u8, u16), u32>,
}

impl<'p> Registers<'p> {
    /// The registers as a message finds them, with its fields in the first slots.
    pub(super) fn new(
        program: &'p Program,
        transaction: &Transaction,
        mut slots: Vec<Value>,
    ) -> Registers<'p> {
        slots.resize(SLOTS, Value::NULL);
        Registers {
            constants: &program.constants,
            slots,
            locals: vec![Value::NULL; LANES * LOCALS_PER_LANE],
            predicates: vec![Truth::Null; PREDICATES],
            entries: vec![Truth::False; transaction.entries.len()],
            reserved: vec![0; program.tables.len()],
            levels_added: BTreeMap::new(),
        }
    }

    /// The value of an operand of an instruction.
    pub(super) fn value(&self, instruction: &Instruction, operand: Operand) -> Value {
        let index = usize::from(operand.index);
        match operand.space {
            Space::Slot => self.slots[index],
            Space::Constant => self.constants[index],
            Space::Local => self.locals[local_index(instruction, index)],
            _ => unreachable!("a validated instruction reads values where values are"),
        }
    }

    /// The truth of a predicate operand; one that is left out counts as true.
    pub(super) fn truth(&self, operand: Operand) -> Truth {
        match operand.space {
            Space::None => Truth::True,
            Space::Predicate => self.predicates[usize::from(operand.index)],
            _ => unreachable!("a validated instruction reads predicates where predicates are"),
        }
    }

    /// The values of the key operands `a` to `d` that are there.
    pub(super) fn key(&self, instruction: &Instruction) -> Vec<Value> {
        instruction.operands[1..5]
            .iter()
            .filter(|operand| operand.is_some())
            .map(|operand| self.value(instruction, *operand))
            .collect()
    }

    /// Writes the value result of an instruction.
    pub(super) fn set_value(&mut self, instruction: &Instruction, value: Value) {
        let target = instruction.operands[0];
        let index = usize::from(target.index);
        match target.space {
            Space::Slot => self.slots[index] = value,
            Space::Local => self.locals[local_index(instruction, index)] = value,
            _ => unreachable!("a validated instruction writes values where values are"),
        }
    }

    /// Writes a truth to a predicate or to an entry.
    pub(super) fn set_truth(&mut self, target: Operand, truth: Truth) {
        let index = usize::from(target.index);
        match target.space {
            Space::Predicate => self.predicates[index] = truth,
            Space::Entry => self.entries[index] = truth,
            _ => unreachable!("a validated instruction writes truths where truths are"),
        }
    }
}

/// Locals are private: those of a lane lie behind those of the lanes before it.
fn local_index(instruction: &Instruction, index: usize) -> usize {
    usize::from(instruction.unit) * LOCALS_PER_LANE + index
}
