// SPDX-License-Identifier: Apache-2.0

//! Operands of instructions as the words hold them.

use crate::isa::{Operand, Space};
use crate::layout::Part;
use crate::machine::{
    LANES, LOGIC_UNITS, PREDICATES_PER_LANE, PREDICATES_PER_LOGIC_UNIT, PredicateWriter,
    predicate_bank,
};
use crate::program::Program;
use crate::value::Value;

const LANE_PREDICATES: usize = LANES * PREDICATES_PER_LANE;

/// The value of a constant operand, 0 for any other operand.
pub(super) fn constant(program: &Program, operand: Operand) -> Value {
    match operand.space {
        Space::Constant => program.constants[usize::from(operand.index)],
        Space::None
        | Space::Slot
        | Space::Local
        | Space::Predicate
        | Space::Entry
        | Space::Immediate
        | Space::Wide => Value::new(0),
    }
}

/// An operand that is a slot or a constant: its slot, and that it is a constant, which an absent
/// operand is too.
pub(super) fn slot_or_constant(operand: Operand, slot: Part, constant: Part) -> u64 {
    match operand.space {
        Space::Slot => slot.put(operand.index.into()),
        Space::None
        | Space::Constant
        | Space::Local
        | Space::Predicate
        | Space::Entry
        | Space::Immediate
        | Space::Wide => constant.put(1),
    }
}

/// An optional predicate: its address, and that there is one.
pub(super) fn guard(operand: Operand, predicate: Part, guarded: Part) -> u64 {
    predicate.put(predicate_address(operand)) | guarded.put(operand.is_some().into())
}

/// The address of a predicate in the predicate files. Neighbouring addresses belong to different
/// writers: `place * LANES + lane` below 1,024, then `place * LOGIC_UNITS + unit`.
pub(super) fn predicate_address(operand: Operand) -> usize {
    let index = usize::from(operand.index);
    match index.checked_sub(LANE_PREDICATES) {
        None => index % PREDICATES_PER_LANE * LANES + index / PREDICATES_PER_LANE,
        Some(own) => {
            LANE_PREDICATES
                + own % PREDICATES_PER_LOGIC_UNIT * LOGIC_UNITS
                + own / PREDICATES_PER_LOGIC_UNIT
        }
    }
}

/// The number of a predicate among those that a logic unit writes.
pub(super) fn place_in_unit(operand: Operand, unit: u8) -> usize {
    usize::from(operand.index) - predicate_bank(PredicateWriter::Logic(unit)).start
}
