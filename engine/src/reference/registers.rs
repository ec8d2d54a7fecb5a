// SPDX-License-Identifier: Apache-2.0

//! The state of one message: slots, locals, wide values, predicates, verdict entries and
//! reservations.

use super::dictionary::Texts;
use super::scanned::Scanned;
use crate::isa::{Instruction, Operand, Space};
use crate::machine::{LANES, LOCALS_PER_LANE, PREDICATES_ALL, SLOTS, WIDES};
use crate::program::{Entry, Program, Transaction};
use crate::scan::{ROW_REGISTERS, Scan};
use crate::schema::RuleId;
use crate::value::{Truth, Value};
use crate::wide::WideValue;
use std::collections::BTreeMap;

/// The registers of one message. A validated program writes each at most once, and before it is
/// read.
#[derive(Debug)]
pub(super) struct Registers<'p> {
    texts: Texts<'p>,
    constants: &'p [Value],
    slots: Vec<Value>,
    locals: Vec<Value>,
    wides: Vec<WideValue>,
    predicates: Vec<Truth>,
    /// Outcomes of the verdict entries, then of those of the effects. They are false, hence a
    /// reject, until they are written.
    pub(super) entries: Vec<Truth>,
    /// Rows that the message has reserved, by table.
    pub(super) reserved: Vec<u32>,
    /// Levels that the message will add, by table and column.
    pub(super) levels_added: BTreeMap<(u8, u16), u32>,
    /// Rows that the message will add to the list of a group, by table and key.
    pub(super) members_added: BTreeMap<(u8, Vec<i64>), u32>,
    /// The scans of the transaction.
    pub(super) scans: &'p [Scan],
    /// The results of the scans that are done, by number.
    pub(super) scanned: BTreeMap<u16, Scanned>,
    verdict_entries: &'p [Entry],
    /// The rule that the verdict names, once it is known.
    named: Option<RuleId>,
}

impl<'p> Registers<'p> {
    /// The initial registers of a message, with its fields in the first slots.
    pub(super) fn new(
        program: &'p Program,
        transaction: &'p Transaction,
        texts: Texts<'p>,
        mut slots: Vec<Value>,
    ) -> Registers<'p> {
        slots.resize(SLOTS, Value::NULL);
        Registers {
            texts,
            constants: &program.constants,
            slots,
            locals: vec![Value::NULL; LANES * LOCALS_PER_LANE],
            wides: vec![WideValue::NULL; WIDES],
            predicates: vec![Truth::Null; PREDICATES_ALL],
            entries: vec![Truth::False; transaction.entries.len() + transaction.effects.len()],
            reserved: vec![0; program.tables.len()],
            levels_added: BTreeMap::new(),
            members_added: BTreeMap::new(),
            scans: &transaction.scans,
            scanned: BTreeMap::new(),
            verdict_entries: &transaction.entries,
            named: None,
        }
    }

    /// The registers of a row program, whose first slots and wide values are given.
    pub(super) fn of_row(&self, slots: &[Value], wides: &[WideValue]) -> Registers<'p> {
        let (mut all_slots, mut all_wides) = (slots.to_vec(), wides.to_vec());
        all_slots.resize(ROW_REGISTERS, Value::NULL);
        all_wides.resize(ROW_REGISTERS, WideValue::NULL);
        Registers {
            texts: self.texts,
            constants: self.constants,
            slots: all_slots,
            locals: Vec::new(),
            wides: all_wides,
            predicates: vec![Truth::Null; ROW_REGISTERS],
            entries: Vec::new(),
            reserved: Vec::new(),
            levels_added: BTreeMap::new(),
            members_added: BTreeMap::new(),
            scans: &[],
            scanned: BTreeMap::new(),
            verdict_entries: &[],
            named: None,
        }
    }

    /// Starts the effects of a reject by a rule. They start from the state before the message: what
    /// its own statements would have taken is free again.
    pub(super) fn start_effects(&mut self, named: RuleId) {
        self.named = Some(named);
        self.reserved.fill(0);
        self.levels_added.clear();
        self.members_added.clear();
    }

    /// Whether effects of a reject have started.
    pub(super) fn has_effects(&self) -> bool {
        self.named.is_some()
    }

    /// Whether the verdict names the rule of an entry.
    pub(super) fn names_entry(&self, entry: Operand) -> bool {
        let Some(named) = self.named else { return false };
        self.verdict_entries[usize::from(entry.index)] == Entry::Rule(named)
    }

    /// The value of an operand of an instruction.
    pub(super) fn value(&self, instruction: &Instruction, operand: Operand) -> Value {
        let index = usize::from(operand.index);
        match operand.space {
            Space::Slot => self.slots[index],
            Space::Constant => self.constants[index],
            Space::Local => self.locals[local_index(instruction, index)],
            Space::None | Space::Predicate | Space::Entry | Space::Immediate | Space::Wide => {
                unreachable!("a validated operand that is read as a value is one")
            }
        }
    }

    /// The value of a slot or a constant.
    pub(super) fn operand(&self, operand: Operand) -> Value {
        match operand.space {
            Space::Slot => self.slots[usize::from(operand.index)],
            _ => self.constants[usize::from(operand.index)],
        }
    }

    /// The truth of a predicate operand; an absent operand counts as true.
    pub(super) fn truth(&self, operand: Operand) -> Truth {
        match operand.space {
            Space::None => Truth::True,
            Space::Predicate => self.predicates[usize::from(operand.index)],
            Space::Slot
            | Space::Constant
            | Space::Local
            | Space::Entry
            | Space::Immediate
            | Space::Wide => {
                unreachable!("a validated operand that is read as a predicate is one")
            }
        }
    }

    /// The columns of the key of an instruction.
    pub(super) fn key(&self, instruction: &Instruction) -> Vec<Value> {
        let mut columns = Vec::new();
        for operand in instruction.key_operands() {
            match operand.space {
                Space::Wide => columns.extend(self.wide(operand).columns()),
                Space::Slot
                | Space::Constant
                | Space::Local
                | Space::None
                | Space::Predicate
                | Space::Entry
                | Space::Immediate => columns.push(self.value(instruction, operand)),
            }
        }
        columns
    }

    /// Writes the value result of an instruction.
    pub(super) fn set_value(&mut self, instruction: &Instruction, value: Value) {
        let target = instruction.operands[0];
        let index = usize::from(target.index);
        match target.space {
            Space::Slot => self.slots[index] = value,
            Space::Local => self.locals[local_index(instruction, index)] = value,
            Space::None
            | Space::Constant
            | Space::Predicate
            | Space::Entry
            | Space::Immediate
            | Space::Wide => {
                unreachable!("a validated value is written to a slot or a local")
            }
        }
    }

    /// The text with a code, which may be that of a new text of the message.
    pub(super) fn text(&self, code: i64) -> &str {
        self.texts.text(code)
    }

    /// The texts that the message sees.
    pub(super) fn texts(&self) -> Texts<'p> {
        self.texts
    }

    /// The wide value of an operand.
    pub(super) fn wide(&self, operand: Operand) -> WideValue {
        self.wides[usize::from(operand.index)]
    }

    /// Writes a wide value.
    pub(super) fn set_wide(&mut self, target: Operand, wide: WideValue) {
        self.wides[usize::from(target.index)] = wide;
    }

    /// Writes a truth to a predicate or to an entry.
    pub(super) fn set_truth(&mut self, target: Operand, truth: Truth) {
        let index = usize::from(target.index);
        match target.space {
            Space::Predicate => self.predicates[index] = truth,
            Space::Entry => self.entries[index] = truth,
            Space::None
            | Space::Slot
            | Space::Constant
            | Space::Local
            | Space::Immediate
            | Space::Wide => {
                unreachable!("a validated truth is written to a predicate or an entry")
            }
        }
    }
}

/// The index of a local. Locals are private to a lane, and stored by lane.
fn local_index(instruction: &Instruction, index: usize) -> usize {
    usize::from(instruction.unit) * LOCALS_PER_LANE + index
}
