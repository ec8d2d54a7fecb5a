// SPDX-License-Identifier: Apache-2.0

//! The words of lanes, logic units and the divider.

use super::operand::{constant, place_in_unit, predicate_address, slot_or_constant};
use super::parts::{divider, lane, logic};
use crate::isa::{Instruction, Opcode, Operand, Role, Space};
use crate::program::Program;
use crate::value::{Value, Width};

/// The operation of a lane, and the constants of x, y and the upper bound.
///
/// The operands x and y are a and b of the instruction; of a `select`, whose a is the predicate, b
/// and c. The lower bound of a `range` is the constant of y.
pub(super) fn lane_word(program: &Program, instruction: &Instruction) -> (u64, [Value; 3]) {
    let [dst, a, b, c, _, e] = instruction.operands;
    let roles = instruction.opcode.signature().roles;
    let none = Operand::NONE;
    let (x, y, high) = match instruction.opcode {
        Opcode::Select => (b, c, none),
        Opcode::Range => (a, b, c),
        Opcode::Truth => (none, none, none),
        Opcode::Move | Opcode::IsNull | Opcode::NotNull | Opcode::Clean => (a, none, none),
        Opcode::Add
        | Opcode::Sub
        | Opcode::Mul
        | Opcode::Coalesce
        | Opcode::Eq
        | Opcode::Ne
        | Opcode::Lt
        | Opcode::Le => (a, b, none),
        Opcode::Chain
        | Opcode::Div
        | Opcode::Rem
        | Opcode::MulDiv
        | crate::wide_opcodes!()
        | Opcode::Like
        | Opcode::Named
        | Opcode::Settle
        | Opcode::Lookup
        | Opcode::Fetch
        | Opcode::WideFetch
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
        | crate::scan_opcodes!() => unreachable!("not an instruction of a lane"),
    };
    let predicates = [Role::ReadPredicate, Role::ReadPredicateOptional];
    let predicate =
        roles.iter().zip(instruction.operands).find(|(role, _)| predicates.contains(role));
    let predicate = predicate.map_or(none, |(_, operand)| operand);
    let guarded = predicate.is_some() && roles.contains(&Role::ReadPredicateOptional);
    let width = if roles[5] == Role::WidthNumber { e.index } else { 0 };
    let word = lane::OPCODE.put(instruction.opcode as usize)
        | lane::ISSUES.put(1)
        | lane::WIDTH.put(width.into())
        | lane_target(dst)
        | lane::X.put(index(x))
        | lane::X_SPACE.put(source(x))
        | lane::Y.put(index(y))
        | lane::Y_SPACE.put(source(y))
        | lane::PREDICATE.put(predicate_address(predicate))
        | lane::GUARDED.put(guarded.into())
        | lane::X_TAG.put(constant(program, x).tag as usize)
        | lane::Y_TAG.put(constant(program, y).tag as usize);
    (word, [x, y, high].map(|operand| constant(program, operand)))
}

fn index(operand: Operand) -> usize {
    if operand.space == Space::Constant { 0 } else { operand.index.into() }
}

fn source(operand: Operand) -> usize {
    match operand.space {
        Space::Slot => lane::FROM_SLOT,
        Space::Local => lane::FROM_LOCAL,
        Space::None
        | Space::Constant
        | Space::Predicate
        | Space::Entry
        | Space::Immediate
        | Space::Wide => lane::FROM_CONSTANT,
    }
}

fn lane_target(dst: Operand) -> u64 {
    let (space, index) = match dst.space {
        Space::Slot => (lane::TO_SLOT, dst.index.into()),
        Space::Local => (lane::TO_LOCAL, dst.index.into()),
        Space::Predicate => (lane::TO_PREDICATE, predicate_address(dst)),
        Space::None | Space::Constant | Space::Entry | Space::Immediate | Space::Wide => {
            (lane::TO_ENTRY, dst.index.into())
        }
    };
    lane::TARGET_SPACE.put(space) | lane::TARGET_INDEX.put(index)
}

/// The operation of the divider and its constants.
pub(super) fn divider_word(program: &Program, instruction: &Instruction) -> (u64, [Value; 3]) {
    let [dst, a, b, c, _, e] = instruction.operands;
    let width = if instruction.opcode == Opcode::Div { e.index } else { Width::W64 as u16 };
    let constants = [a, b, c].map(|operand| constant(program, operand));
    let mut word = divider::OPERATION.put(instruction.opcode as usize - Opcode::Div as usize)
        | divider::ISSUES.put(1)
        | divider::WIDTH.put(width.into())
        | divider::TARGET.put(dst.index.into());
    for (i, (operand, constant)) in [a, b, c].into_iter().zip(constants).enumerate() {
        word |= slot_or_constant(operand, divider::SLOTS[i], divider::CONSTANTS[i])
            | divider::TAGS[i].put(constant.tag as usize);
    }
    (word, constants)
}

/// The operation of a logic unit.
pub(super) fn logic_word(instruction: &Instruction) -> u64 {
    let [dst, a, b, c, d, mode] = instruction.operands;
    let target = match dst.space {
        Space::Entry => logic::TARGET.put(dst.index.into()) | logic::TO_ENTRY.put(1),
        Space::None
        | Space::Slot
        | Space::Constant
        | Space::Local
        | Space::Predicate
        | Space::Immediate
        | Space::Wide => {
            logic::PLACE.put(place_in_unit(dst, instruction.unit)) | logic::TO_PREDICATE.put(1)
        }
    };
    if instruction.opcode == Opcode::Named {
        // A chain of one operand, which is not a predicate.
        return target | logic::OPERANDS[0].put(logic::NAMED + usize::from(a.index));
    }
    let operands = logic::OPERANDS.iter().zip([a, b, c, d]);
    operands.fold(logic::MODE.put(mode.index.into()) | target, |word, (part, operand)| {
        word | part.put(predicate_address(operand))
    })
}
