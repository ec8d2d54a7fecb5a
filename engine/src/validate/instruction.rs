// SPDX-License-Identifier: Apache-2.0

//! Checks each instruction by itself: its unit, the spaces and ranges of its operands, its
//! immediates and its key.

use super::error::{Place, Problem, ProgramError};
use super::scope::{Scope, operands};
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
    match table_class(instruction.opcode) {
        Some(TableClass::Hidden) => place.ensure(is_hidden(), || Problem::TableClass("declared")),
        Some(TableClass::Declared) => place.ensure(!is_hidden(), || Problem::TableClass("hidden")),
        None => Ok(()),
    }
}

/// The class of tables that an opcode is restricted to.
enum TableClass {
    Declared,
    Hidden,
}

fn table_class(opcode: Opcode) -> Option<TableClass> {
    match opcode {
        Opcode::Open | Opcode::Find | Opcode::Close | Opcode::Fold | Opcode::Level => {
            Some(TableClass::Hidden)
        }
        Opcode::Insert | Opcode::Write | Opcode::Delete => Some(TableClass::Declared),
        Opcode::Lookup | Opcode::Fetch | Opcode::Reserve => None,
        // These run on no table.
        Opcode::Move
        | Opcode::Add
        | Opcode::Sub
        | Opcode::Mul
        | Opcode::Range
        | Opcode::Select
        | Opcode::Coalesce
        | Opcode::Truth
        | Opcode::Eq
        | Opcode::Ne
        | Opcode::Lt
        | Opcode::Le
        | Opcode::IsNull
        | Opcode::NotNull
        | Opcode::Clean
        | Opcode::Chain
        | Opcode::Div
        | Opcode::Rem
        | Opcode::MulDiv
        | Opcode::Verdict => None,
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
    let fits = spaces(role, in_lane).contains(&operand.space)
        && (operand.is_some() || operand == Operand::NONE);
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
        Role::Unused
        | Role::Read
        | Role::ReadOptional
        | Role::ReadRow
        | Role::ReadAny
        | Role::ReadPredicate
        | Role::ReadPredicateOptional
        | Role::Write
        | Role::WriteAny
        | Role::WriteSlot
        | Role::WriteRow
        | Role::WriteEntry => Ok(()),
    }
}

/// The spaces that an operand of a role may be in.
fn spaces(role: Role, in_lane: bool) -> &'static [Space] {
    match role {
        Role::Unused => &[Space::None],
        Role::Read | Role::ReadAny if in_lane => &[Space::Slot, Space::Constant, Space::Local],
        Role::Read | Role::ReadAny => &[Space::Slot, Space::Constant],
        Role::ReadOptional if in_lane => &[Space::None, Space::Slot, Space::Constant, Space::Local],
        Role::ReadOptional => &[Space::None, Space::Slot, Space::Constant],
        Role::ReadConstant => &[Space::Constant],
        Role::ReadRow | Role::WriteSlot | Role::WriteRow => &[Space::Slot],
        Role::ReadPredicate => &[Space::Predicate],
        Role::ReadPredicateOptional => &[Space::None, Space::Predicate],
        Role::Write | Role::WriteAny => &[Space::Slot, Space::Local],
        Role::WriteTruth => &[Space::Predicate, Space::Entry],
        Role::WriteEntry => &[Space::Entry],
        Role::ColumnNumber
        | Role::WidthNumber
        | Role::ChainNumber
        | Role::SignNumber
        | Role::CountNumber => &[Space::Immediate],
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

/// Checks that the bound of a range is a value; NULL and errors have no bits to compare.
fn bound(scope: &Scope<'_>, place: Place, operand: Operand) -> Result<(), ProgramError> {
    let constant = scope.program.constants[usize::from(operand.index)];
    place.ensure(constant.tag == Tag::Value, || Problem::Bound(operand))
}

fn bank(place: Place, instruction: &Instruction, operand: Operand) -> Result<(), ProgramError> {
    let writer = if instruction.opcode.signature().unit == UnitClass::Lane {
        PredicateWriter::Lane(instruction.unit)
    } else {
        PredicateWriter::Logic(instruction.unit)
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
    let in_key = table.key.iter().position(|c| *c == ColumnId(operand.index));
    let may_write = || in_key.is_none_or(|position| completes_key(scope, instruction, position));
    let fit = match column.kind {
        ColumnKind::Min | ColumnKind::Max => instruction.opcode != Opcode::Write,
        ColumnKind::Count | ColumnKind::Sum => {
            !matches!(instruction.opcode, Opcode::Write | Opcode::Level)
        }
        ColumnKind::Rows => {
            !matches!(instruction.opcode, Opcode::Write | Opcode::Level | Opcode::Fold)
        }
        ColumnKind::Data if instruction.opcode == Opcode::Write => may_write(),
        ColumnKind::Data => !matches!(instruction.opcode, Opcode::Level | Opcode::Fold),
    };
    place.ensure(fit, || Problem::ColumnUnfit(operand.index))
}

/// Returns whether a write of a key column is on the row of an insert, with the key value of the
/// insert.
fn completes_key(scope: &Scope<'_>, write: &Instruction, position: usize) -> bool {
    let [_, row, _, value, ..] = write.operands;
    scope.transaction.instructions.iter().any(|insert| {
        insert.opcode == Opcode::Insert
            && insert.unit == write.unit
            && insert.operands[0] == row
            && insert.operands[1 + position] == value
    })
}

/// Checks that a key has as many values as the key of the table, from `a` on and without a gap.
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
