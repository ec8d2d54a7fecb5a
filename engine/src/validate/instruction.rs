// SPDX-License-Identifier: Apache-2.0

//! Each instruction by itself: its unit, the space and range of its operands, its immediates and
//! its key.

use super::{Place, Problem, ProgramError, Scope, operands};
use crate::isa::{Chain, Instruction, Opcode, Operand, Role, Space, UnitClass};
use crate::machine::{
    LANES, LOCALS_PER_LANE, LOGIC_UNITS, PREDICATES, PredicateWriter, SLOTS, predicate_bank,
};
use crate::schema::{ColumnId, ColumnKind, TableDef};
use crate::value::{Tag, Width};

pub(super) fn check(
    scope: &Scope<'_>,
    index: usize,
    instruction: &Instruction,
) -> Result<(), ProgramError> {
    unit(scope, index, instruction)?;
    for (operand, role, field) in operands(instruction) {
        let place = scope.place(index, field);
        self::operand(scope, place, instruction, operand, role)?;
    }
    key(scope, index, instruction)?;
    chain_operands(scope, index, instruction)
}

fn unit(scope: &Scope<'_>, index: usize, instruction: &Instruction) -> Result<(), ProgramError> {
    let place = scope.place(index, "unit");
    let tables = scope.program.tables.len();
    let limit = match instruction.opcode.signature().unit {
        UnitClass::Lane => LANES,
        UnitClass::Logic => LOGIC_UNITS,
        UnitClass::Divider | UnitClass::Verdict => 1,
        UnitClass::Index
        | UnitClass::Column
        | UnitClass::Allocator
        | UnitClass::Commit
        | UnitClass::Writer => tables,
    };
    let found = instruction.unit;
    place.ensure(usize::from(found) < limit, || Problem::Unit { found, limit })?;
    let is_hidden = || table(scope, instruction).hidden.is_some();
    match instruction.opcode {
        Opcode::Open | Opcode::Find | Opcode::Close | Opcode::Fold | Opcode::Level => {
            place.ensure(is_hidden(), || Problem::TableClass("declared"))
        }
        Opcode::Insert | Opcode::Write | Opcode::Delete => {
            place.ensure(!is_hidden(), || Problem::TableClass("hidden"))
        }
        _ => Ok(()),
    }
}

/// The table of a table unit.
fn table<'p>(scope: &Scope<'p>, instruction: &Instruction) -> &'p TableDef {
    &scope.program.tables[usize::from(instruction.unit)]
}

fn operand(
    scope: &Scope<'_>,
    place: Place,
    instruction: &Instruction,
    operand: Operand,
    role: Role,
) -> Result<(), ProgramError> {
    let in_lane = instruction.opcode.signature().unit == UnitClass::Lane;
    let fits = match (role, operand.space) {
        (Role::Unused | Role::ReadOptional | Role::ReadPredicateOptional, Space::None) => {
            operand == Operand::NONE
        }
        (Role::Read | Role::ReadAny | Role::ReadOptional, Space::Slot | Space::Constant) => true,
        (Role::Read | Role::ReadAny | Role::ReadOptional, Space::Local) => in_lane,
        (Role::Write | Role::WriteAny, Space::Slot | Space::Local) => true,
        (Role::ReadRow | Role::WriteSlot | Role::WriteRow, Space::Slot) => true,
        (Role::ReadConstant, Space::Constant) => true,
        (Role::ReadPredicate | Role::ReadPredicateOptional, Space::Predicate) => true,
        (Role::WriteTruth, Space::Predicate | Space::Entry) => true,
        (Role::WriteEntry, Space::Entry) => true,
        (
            Role::ColumnNumber
            | Role::WidthNumber
            | Role::ChainNumber
            | Role::SignNumber
            | Role::CountNumber,
            Space::Immediate,
        ) => true,
        _ => false,
    };
    place.ensure(fits, || Problem::Space(operand))?;
    range(scope, place, operand)?;
    match role {
        Role::ReadConstant => bound(scope, place, operand),
        Role::WriteTruth => bank(place, instruction, operand),
        Role::ColumnNumber => column(scope, place, instruction, operand),
        Role::WidthNumber => meaning(place, operand, Width::decode(operand.index).is_some()),
        Role::ChainNumber => meaning(place, operand, Chain::decode(operand.index).is_some()),
        Role::SignNumber => meaning(place, operand, operand.index <= 1),
        Role::CountNumber => {
            let (found, expected) = (operand.index.into(), scope.transaction.entries.len() as u64);
            place.ensure(found == expected, || Problem::Count {
                what: "number of entries",
                found,
                expected,
            })
        }
        _ => Ok(()),
    }
}

fn range(scope: &Scope<'_>, place: Place, operand: Operand) -> Result<(), ProgramError> {
    let limit = match operand.space {
        Space::None | Space::Immediate => return Ok(()),
        Space::Slot => SLOTS,
        Space::Constant => scope.program.constants.len(),
        Space::Local => LOCALS_PER_LANE,
        Space::Predicate => PREDICATES,
        Space::Entry => scope.transaction.entries.len(),
    };
    place.ensure(usize::from(operand.index) < limit, || Problem::Index { operand, limit })
}

fn meaning(place: Place, operand: Operand, exists: bool) -> Result<(), ProgramError> {
    place.ensure(exists, || Problem::Immediate(operand.index))
}

/// The bounds of a range are values: NULL has no bits to compare with.
fn bound(scope: &Scope<'_>, place: Place, operand: Operand) -> Result<(), ProgramError> {
    let constant = scope.program.constants[usize::from(operand.index)];
    place.ensure(constant.tag == Tag::Value, || Problem::Bound(operand))
}

fn bank(place: Place, instruction: &Instruction, operand: Operand) -> Result<(), ProgramError> {
    let writer = match instruction.opcode.signature().unit {
        UnitClass::Lane => PredicateWriter::Lane(instruction.unit),
        _ => PredicateWriter::Logic(instruction.unit),
    };
    let own = operand.space == Space::Entry
        || predicate_bank(writer).contains(&usize::from(operand.index));
    place.ensure(own, || Problem::Bank(operand))
}

fn column(
    scope: &Scope<'_>,
    place: Place,
    instruction: &Instruction,
    operand: Operand,
) -> Result<(), ProgramError> {
    let table = table(scope, instruction);
    let limit = table.columns.len();
    let column = table.columns.get(usize::from(operand.index));
    let column = column.ok_or_else(|| place.error(Problem::Index { operand, limit }))?;
    let fit = match (instruction.opcode, column.kind) {
        (Opcode::Level, kind) => matches!(kind, ColumnKind::Min | ColumnKind::Max),
        (Opcode::Fold, kind) => !matches!(kind, ColumnKind::Data | ColumnKind::Rows),
        (Opcode::Write, ColumnKind::Data) => {
            match table.key.iter().position(|c| *c == ColumnId(operand.index)) {
                None => true,
                Some(position) => completes_key(scope, instruction, position),
            }
        }
        (Opcode::Write, _) => false,
        _ => true,
    };
    place.ensure(fit, || Problem::ColumnUnfit(operand.index))
}

/// A key column is written only where its row comes in, and with what the row comes in under.
fn completes_key(scope: &Scope<'_>, write: &Instruction, position: usize) -> bool {
    let [_, row, _, value, ..] = write.operands;
    scope.transaction.instructions.iter().any(|insert| {
        insert.opcode == Opcode::Insert
            && insert.unit == write.unit
            && insert.operands[0] == row
            && insert.operands[1 + position] == value
    })
}

/// A key has as many values as the table's, from `a` on and without a gap.
fn key(scope: &Scope<'_>, index: usize, instruction: &Instruction) -> Result<(), ProgramError> {
    if !matches!(instruction.opcode, Opcode::Lookup | Opcode::Insert | Opcode::Find | Opcode::Open)
    {
        return Ok(());
    }
    let expected = table(scope, instruction).key.len();
    let given = instruction.operands[1..5].iter().map(|o| o.is_some());
    let found = given.clone().filter(|given| *given).count();
    let from_the_left = given.take(found).all(|given| given);
    scope
        .place(index, "a")
        .ensure(found == expected && from_the_left, || Problem::KeyArity { found, expected })
}

fn chain_operands(
    scope: &Scope<'_>,
    index: usize,
    instruction: &Instruction,
) -> Result<(), ProgramError> {
    if instruction.opcode != Opcode::Chain {
        return Ok(());
    }
    let [_, _, b, c, d, e] = instruction.operands;
    let there = [b, c, d].map(Operand::is_some);
    let joined = Chain::decode(e.index).map(|chain| chain.ops.map(|op| op.is_some()));
    scope.place(index, "e").ensure(joined == Some(there), || Problem::ChainOperators)
}
