// SPDX-License-Identifier: Apache-2.0

//! The register indices of a transaction's operands.
//!
//! A transaction writes each slot, local and predicate at most once, so that each gets its own
//! index in one dense numbering.
//!
//! In a validated program every operand has an index. An operand that is out of range reads as
//! NULL or is written to a register that is never read.

use super::indices::{
    CONSTANTS, ENTRIES, FIRST_TRUTH, NULL, TRUE, TRUTHS, TruthIndex, VALUES, ValueIndex,
};
use crate::isa::{Operand, Space};
use crate::machine::{CONSTANTS_MAX, ENTRIES_MAX, LANES, LOCALS_PER_LANE};
use crate::machine::{PREDICATES_ALL, SLOTS};

const LOCALS: usize = LANES * LOCALS_PER_LANE;
const _: () = assert!(
    CONSTANTS as usize + CONSTANTS_MAX + SLOTS + LOCALS < VALUES,
    "every value of a transaction has an index, and one index is never read"
);
const _: () = assert!(
    FIRST_TRUTH as usize + PREDICATES_ALL + 2 <= TRUTHS,
    "every truth has an index; one more is for the steps of chains, and one is never read"
);

/// A value that is never read.
const NO_VALUE: ValueIndex = VALUES as ValueIndex - 1;
/// A truth that is never read.
const NO_TRUTH: TruthIndex = TRUTHS as TruthIndex - 1;
/// The truth between two steps of a chain. Only the next step reads it, so that all chains share
/// it.
pub const STEP: TruthIndex = TRUTHS as TruthIndex - 2;

/// The register indices of the operands of a transaction.
pub struct Places {
    constants: usize,
    slots: Vec<Option<ValueIndex>>,
    locals: Vec<Option<ValueIndex>>,
    predicates: Vec<Option<TruthIndex>>,
    next_value: ValueIndex,
    next_truth: TruthIndex,
}

impl Places {
    /// The indices of a transaction, with its fields after the constants.
    pub fn new(constants: usize, fields: usize) -> Places {
        let constants = constants.min(CONSTANTS_MAX);
        let mut places = Places {
            constants,
            slots: vec![None; SLOTS],
            locals: vec![None; LOCALS],
            predicates: vec![None; PREDICATES_ALL],
            next_value: CONSTANTS + constants as ValueIndex,
            next_truth: FIRST_TRUTH,
        };
        for slot in places.slots.iter_mut().take(fields) {
            *slot = Some(places.next_value);
            places.next_value += 1;
        }
        places
    }

    /// The index of the first field.
    pub fn first_field(&self) -> ValueIndex {
        CONSTANTS + self.constants as ValueIndex
    }

    /// The index of the next value that is written.
    pub fn next_value(&self) -> ValueIndex {
        self.next_value
    }

    /// The entry of a slot or a local in the maps, if the operand is one.
    fn entry(&mut self, lane: Option<u8>, operand: Operand) -> Option<&mut Option<ValueIndex>> {
        let index = usize::from(operand.index);
        match (operand.space, lane) {
            (Space::Slot, _) => self.slots.get_mut(index),
            (Space::Local, Some(lane)) if index < LOCALS_PER_LANE => {
                self.locals.get_mut(usize::from(lane) * LOCALS_PER_LANE + index)
            }
            (
                Space::Local
                | Space::None
                | Space::Constant
                | Space::Predicate
                | Space::Entry
                | Space::Immediate
                | Space::Wide,
                _,
            ) => None,
        }
    }

    /// Makes an operand another name of a value.
    pub fn rename(&mut self, lane: Option<u8>, operand: Operand, value: ValueIndex) {
        if let Some(entry) = self.entry(lane, operand) {
            *entry = Some(value);
        }
    }

    /// The index of a value that is read; `lane` is the lane that reads it, if one does.
    pub fn read(&mut self, lane: Option<u8>, operand: Operand) -> ValueIndex {
        if operand.space == Space::Constant && usize::from(operand.index) < self.constants {
            return CONSTANTS + operand.index;
        }
        self.entry(lane, operand).and_then(|entry| *entry).unwrap_or(NULL)
    }

    /// The index of a value that is written; `lane` is the lane that writes it, if one does.
    pub fn write(&mut self, lane: Option<u8>, operand: Operand) -> ValueIndex {
        let next = self.next_value;
        let Some(entry) = self.entry(lane, operand) else {
            return NO_VALUE;
        };
        let place = *entry.get_or_insert(next);
        self.next_value += ValueIndex::from(place == next);
        place
    }

    /// The index of a predicate that is read; an absent predicate is [`TRUE`].
    pub fn predicate(&self, operand: Operand) -> TruthIndex {
        if operand.space != Space::Predicate {
            return TRUE;
        }
        let known = self.predicates.get(usize::from(operand.index)).copied().flatten();
        known.unwrap_or(NO_TRUTH)
    }

    /// The index of a predicate or an entry that is written.
    pub fn write_truth(&mut self, operand: Operand) -> TruthIndex {
        let index = usize::from(operand.index);
        match operand.space {
            Space::Entry if index < ENTRIES_MAX => ENTRIES + operand.index,
            Space::Predicate if index < PREDICATES_ALL => {
                let place = self.predicates[index].unwrap_or(self.next_truth);
                self.next_truth += TruthIndex::from(self.predicates[index].is_none());
                self.predicates[index] = Some(place);
                place
            }
            Space::Entry
            | Space::Predicate
            | Space::None
            | Space::Slot
            | Space::Constant
            | Space::Local
            | Space::Immediate
            | Space::Wide => NO_TRUTH,
        }
    }
}
