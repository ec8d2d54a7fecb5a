// SPDX-License-Identifier: Apache-2.0

//! Checks each instruction by itself: its unit, the spaces and ranges of its operands, its
//! immediates and its key.

use super::error::{Place, Problem, ProgramError};
use super::scope::{Scope, operands};
use crate::isa::{Chain, Instruction, Opcode, Operand, Role, Space, UnitClass};
use crate::machine::{
    LANES, LOCALS_PER_LANE, LOGIC_UNITS, PREDICATES_ALL, PredicateWriter, SLOTS, WIDE_DIGITS,
    WIDE_POWER_MAX, WIDES, predicate_bank,
};
use crate::program::{Entry, Transaction};
use crate::schema::{ColumnId, ColumnKind, TableDef, TableId, Type};
use crate::value::{Tag, Width};
use crate::wide::Rounding;

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
    let all = &scope.transaction.instructions;
    key(scope, scope.place(index, "a"), all, instruction)?;
    scales(scope.place(index, "e"), instruction)?;
    chain_operands(scope.place(index, "e"), instruction)
}

/// Checks a step of a row program, which is one of `others`, by itself. Its registers are checked
/// where they are known.
pub(super) fn step(
    scope: &Scope<'_>,
    place: Place,
    others: &[Instruction],
    step: &Instruction,
) -> Result<(), ProgramError> {
    unit_at(scope, place, step)?;
    for (operand, role, _) in operands(step) {
        let has_bank = role == Role::WriteTruth && operand.space == Space::Predicate;
        let in_registers = operand.space != Space::Local && operand.space != Space::Entry;
        place.ensure(in_registers, || Problem::Space(operand))?;
        if !has_bank {
            self::operand(scope, place, step, operand, role)?;
        }
    }
    key(scope, place, others, step)?;
    scales(place, step)?;
    chain_operands(place, step)
}

fn unit(scope: &Scope<'_>, index: usize, instruction: &Instruction) -> Result<(), ProgramError> {
    unit_at(scope, scope.place(index, "unit"), instruction)
}

fn unit_at(scope: &Scope<'_>, place: Place, instruction: &Instruction) -> Result<(), ProgramError> {
    let tables = scope.program.tables.len();
    let limit = match instruction.opcode.signature().unit {
        UnitClass::Lane => LANES,
        UnitClass::Logic => LOGIC_UNITS,
        UnitClass::Divider | UnitClass::Wide | UnitClass::Text | UnitClass::Verdict => 1,
        UnitClass::Index
        | UnitClass::Column
        | UnitClass::Allocator
        | UnitClass::Scan
        | UnitClass::Commit
        | UnitClass::Writer => tables,
    };
    let found = instruction.unit;
    place.ensure(usize::from(found) < limit, || Problem::Unit { found, limit })?;
    let is_hidden = || table(scope, instruction).hidden.is_some();
    match table_class(instruction.opcode) {
        Some(TableClass::Hidden) => place.ensure(is_hidden(), || Problem::TableClass("declared")),
        Some(TableClass::List) => {
            let is_list =
                table(scope, instruction).hidden.as_ref().is_some_and(|h| h.list.is_some());
            place.ensure(is_list, || Problem::NoList)
        }
        Some(TableClass::Declared) => place.ensure(!is_hidden(), || Problem::TableClass("hidden")),
        None => Ok(()),
    }
}

/// The class of tables that an opcode is restricted to.
enum TableClass {
    Declared,
    Hidden,
    List,
}

fn table_class(opcode: Opcode) -> Option<TableClass> {
    match opcode {
        Opcode::Open
        | Opcode::Find
        | Opcode::Close
        | Opcode::Fold
        | Opcode::Level
        | Opcode::WideFetch => Some(TableClass::Hidden),
        Opcode::Insert | Opcode::Write | Opcode::Delete => Some(TableClass::Declared),
        Opcode::Lookup | Opcode::Fetch | Opcode::Reserve => None,
        crate::scan_opcodes!() => Some(TableClass::List),
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
        | crate::wide_opcodes!()
        | Opcode::Like
        | Opcode::Named
        | Opcode::Settle
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
        Role::WidthNumber => {
            let width = Width::decode(operand.index);
            let saturates_quotient = width == Some(Width::S64) && instruction.opcode == Opcode::Div;
            meaning(place, operand, width.is_some() && !saturates_quotient)
        }
        Role::ChainNumber => meaning(place, operand, Chain::decode(operand.index).is_some()),
        Role::SignNumber => meaning(place, operand, operand.index <= 1),
        Role::CountNumber => count(scope, place, instruction, operand),
        Role::EntryNumber => {
            let entry = scope.transaction.entries.get(usize::from(operand.index));
            meaning(place, operand, matches!(entry, Some(Entry::Rule(_))))
        }
        Role::ReadText => text(scope, place, operand).map(|_| ()),
        Role::TextBytesNumber => text_bytes(scope, place, instruction, operand),
        Role::ReadFolded => folded(scope, place, instruction, operand),
        Role::PowerNumber => meaning(place, operand, operand.index <= WIDE_DIGITS as u16),
        Role::DividendPowerNumber => {
            meaning(place, operand, operand.index <= WIDE_POWER_MAX as u16)
        }
        Role::DigitsNumber => {
            meaning(place, operand, (1..=WIDE_DIGITS as u16).contains(&operand.index))
        }
        Role::RoundingNumber => meaning(place, operand, Rounding::decode(operand.index).is_some()),
        Role::ScanNumber => scan_number(scope, place, instruction, operand),
        Role::CyclesNumber => scan_cycles(scope, place, instruction, operand),
        Role::CopyNumber => copy(scope, place, instruction, operand),
        // They depend on the scan that is read.
        Role::ResultNumber | Role::PlaceNumber | Role::LimitNumber => Ok(()),
        Role::Unused
        | Role::ReadScan
        | Role::ReadMember
        | Role::WriteScan
        | Role::Read
        | Role::ReadKey
        | Role::ReadRow
        | Role::ReadAny
        | Role::ReadWide
        | Role::WriteWide
        | Role::WritePair
        | Role::ReadPredicate
        | Role::ReadPredicateOptional
        | Role::Write
        | Role::WriteAny
        | Role::WriteSlot
        | Role::WriteRow
        | Role::WriteEntry => Ok(()),
    }
}

/// Checks that the entries of the verdict or of the effects are counted.
fn count(
    scope: &Scope<'_>,
    place: Place,
    instruction: &Instruction,
    operand: Operand,
) -> Result<(), ProgramError> {
    let is_settle = instruction.opcode == Opcode::Settle;
    let Transaction { entries, effects, .. } = scope.transaction;
    let entries = if is_settle { effects } else { entries };
    let (found, expected) = (operand.index.into(), entries.len() as u64);
    place.ensure(found == expected, || Problem::Count {
        what: "number of entries",
        found,
        expected,
    })
}

/// Checks that the list of an instruction has a column.
fn copy(
    scope: &Scope<'_>,
    place: Place,
    instruction: &Instruction,
    operand: Operand,
) -> Result<(), ProgramError> {
    let list = table(scope, instruction).hidden.as_ref().and_then(|h| h.list.as_ref());
    let columns = list.map_or(0, |list| list.columns.len());
    meaning(place, operand, usize::from(operand.index) < columns)
}

/// The spaces that an operand of a role may be in.
fn spaces(role: Role, in_lane: bool) -> &'static [Space] {
    match role {
        Role::Unused => &[Space::None],
        Role::Read | Role::ReadAny if in_lane => &[Space::Slot, Space::Constant, Space::Local],
        Role::Read | Role::ReadAny => &[Space::Slot, Space::Constant],
        Role::ReadKey => &[Space::None, Space::Slot, Space::Constant, Space::Wide],
        Role::ReadConstant | Role::ReadText => &[Space::Constant],
        Role::ReadWide | Role::WriteWide | Role::WritePair => &[Space::Wide],
        Role::ReadFolded => &[Space::Slot, Space::Constant, Space::Wide],
        Role::ReadRow
        | Role::ReadMember
        | Role::ReadScan
        | Role::WriteSlot
        | Role::WriteRow
        | Role::WriteScan => &[Space::Slot],
        Role::ReadPredicate => &[Space::Predicate],
        Role::ReadPredicateOptional => &[Space::None, Space::Predicate],
        Role::Write | Role::WriteAny => &[Space::Slot, Space::Local],
        Role::WriteTruth => &[Space::Predicate, Space::Entry],
        Role::WriteEntry => &[Space::Entry],
        Role::ColumnNumber
        | Role::WidthNumber
        | Role::ChainNumber
        | Role::SignNumber
        | Role::CountNumber
        | Role::EntryNumber
        | Role::PowerNumber
        | Role::DividendPowerNumber
        | Role::DigitsNumber
        | Role::RoundingNumber
        | Role::TextBytesNumber
        | Role::ScanNumber
        | Role::CyclesNumber
        | Role::ResultNumber
        | Role::PlaceNumber
        | Role::LimitNumber
        | Role::CopyNumber => &[Space::Immediate],
    }
}

fn range(scope: &Scope<'_>, place: Place, operand: Operand) -> Result<(), ProgramError> {
    let limit = match operand.space {
        Space::None | Space::Immediate => return Ok(()),
        Space::Slot => SLOTS,
        Space::Constant => scope.program.constants.len(),
        Space::Local => LOCALS_PER_LANE,
        Space::Predicate => PREDICATES_ALL,
        Space::Wide => WIDES,
        Space::Entry => scope.transaction.entries.len() + scope.transaction.effects.len(),
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
    let writer = match instruction.opcode.signature().unit {
        UnitClass::Lane => PredicateWriter::Lane(instruction.unit),
        UnitClass::Logic => PredicateWriter::Logic(instruction.unit),
        UnitClass::Wide => PredicateWriter::Wide,
        UnitClass::Text => PredicateWriter::Text,
        UnitClass::Divider
        | UnitClass::Index
        | UnitClass::Column
        | UnitClass::Allocator
        | UnitClass::Scan
        | UnitClass::Verdict
        | UnitClass::Commit
        | UnitClass::Writer => return Err(place.error(Problem::Bank(operand))),
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
        ColumnKind::Sum => !matches!(instruction.opcode, Opcode::Write | Opcode::Level),
        ColumnKind::Min | ColumnKind::Max | ColumnKind::Distinct => {
            !matches!(instruction.opcode, Opcode::Write | Opcode::WideFetch)
        }
        ColumnKind::Count => {
            !matches!(instruction.opcode, Opcode::Write | Opcode::Level | Opcode::WideFetch)
        }
        ColumnKind::Rows => !matches!(
            instruction.opcode,
            Opcode::Write | Opcode::Level | Opcode::Fold | Opcode::WideFetch
        ),
        ColumnKind::Data if instruction.opcode == Opcode::Write => may_write(),
        ColumnKind::Data => {
            !matches!(instruction.opcode, Opcode::Level | Opcode::Fold | Opcode::WideFetch)
        }
    };
    place.ensure(fit, || Problem::ColumnUnfit(operand.index))
}

/// The string of the program whose code is a constant.
fn text<'p>(scope: &Scope<'p>, place: Place, operand: Operand) -> Result<&'p str, ProgramError> {
    let code = scope.program.constants.get(usize::from(operand.index)).and_then(|c| c.get());
    let text = code.and_then(|code| scope.program.strings.get(usize::try_from(code).ok()?));
    text.map(String::as_str).ok_or_else(|| place.error(Problem::NoText(operand)))
}

/// Checks that a number of bytes is that of a text, and not less than the text it belongs to.
fn text_bytes(
    scope: &Scope<'_>,
    place: Place,
    instruction: &Instruction,
    operand: Operand,
) -> Result<(), ProgramError> {
    let roles = instruction.opcode.signature().roles;
    let prefix = roles.iter().zip(instruction.operands).find(|(role, _)| **role == Role::ReadText);
    let prefix = prefix.map_or(Ok(""), |(_, operand)| text(scope, place, operand))?;
    let bytes = usize::from(operand.index);
    meaning(place, operand, (prefix.len()..=Type::CHAR_LEN_MAX.into()).contains(&bytes))
}

/// Checks that only a sum takes a wide value.
fn folded(
    scope: &Scope<'_>,
    place: Place,
    instruction: &Instruction,
    operand: Operand,
) -> Result<(), ProgramError> {
    let column = instruction.column().map(usize::from);
    let kind = column.and_then(|c| table(scope, instruction).columns.get(c)).map(|c| c.kind);
    let fits = operand.space != Space::Wide || kind == Some(ColumnKind::Sum);
    place.ensure(fits, || Problem::Space(operand))
}

/// Returns whether a write of a key column is on the row of an insert, with the key value of the
/// insert.
fn completes_key(scope: &Scope<'_>, write: &Instruction, position: usize) -> bool {
    let [_, row, _, value, ..] = write.operands;
    scope.transaction.instructions.iter().any(|insert| {
        insert.opcode == Opcode::Insert
            && insert.unit == write.unit
            && insert.operands[0] == row
            && key_columns(&scope.transaction.instructions, insert).get(position) == Some(&value)
    })
}

/// Checks that a scan exists, is over the list of the instruction, and is run once.
fn scan_number(
    scope: &Scope<'_>,
    place: Place,
    instruction: &Instruction,
    operand: Operand,
) -> Result<(), ProgramError> {
    let scan = scope.transaction.scans.get(usize::from(operand.index));
    let fits = scan.is_some_and(|scan| scan.list == TableId(instruction.unit.into()));
    let all = scope.transaction.instructions.iter();
    let runs = all.filter(|i| i.opcode == Opcode::Scan && i.operands[2] == operand).count();
    meaning(place, operand, fits && runs == 1)
}

/// Checks the cycles that a scan states.
fn scan_cycles(
    scope: &Scope<'_>,
    place: Place,
    instruction: &Instruction,
    operand: Operand,
) -> Result<(), ProgramError> {
    let list = table(scope, instruction).hidden.as_ref().and_then(|h| h.list.as_ref());
    let scan = scope.transaction.scans.get(usize::from(instruction.operands[2].index));
    let expected = list.zip(scan).map_or(0, |(list, scan)| scan.latency(list.bound));
    place.ensure(u32::from(operand.index) == expected, || Problem::Count {
        what: "number of cycles",
        found: operand.index.into(),
        expected: expected.into(),
    })
}

/// The columns of the key of an instruction, with those of pairs.
fn key_columns(all: &[Instruction], instruction: &Instruction) -> Vec<Operand> {
    let pair = |pair| all.iter().find(|i| i.opcode == Opcode::Pair && i.operands[0] == pair);
    let mut columns = Vec::new();
    for operand in instruction.key_operands() {
        match pair(operand) {
            Some(pair) => columns.extend([pair.operands[1], pair.operands[2]]),
            None => columns.push(operand),
        }
    }
    columns
}

/// Checks that a key has as many values as the key of the table, from `a` on and without a gap.
fn key(
    scope: &Scope<'_>,
    place: Place,
    all: &[Instruction],
    instruction: &Instruction,
) -> Result<(), ProgramError> {
    let has_key = instruction.opcode.signature().roles.contains(&Role::ReadKey);
    if !has_key {
        return Ok(());
    }
    let expected = table(scope, instruction).key.len();
    let given = instruction.operands[1..5].iter().map(|o| o.is_some());
    let present = given.clone().filter(|given| *given).count();
    let from_the_left = given.take(present).all(|given| given);
    let found = key_columns(all, instruction).len();
    place.ensure(found == expected && from_the_left, || Problem::KeyArity { found, expected })
}

/// Checks that a wide comparison multiplies at most one side.
fn scales(place: Place, instruction: &Instruction) -> Result<(), ProgramError> {
    let [.., d, e] = instruction.operands;
    if instruction.opcode.signature().roles[4] != Role::PowerNumber {
        return Ok(());
    }
    let one_side = d.index == 0 || e.index == 0;
    place.ensure(one_side, || Problem::Immediate(e.index))
}

fn chain_operands(place: Place, instruction: &Instruction) -> Result<(), ProgramError> {
    if instruction.opcode != Opcode::Chain {
        return Ok(());
    }
    let [_, _, b, c, d, e] = instruction.operands;
    let there = [b, c, d].map(Operand::is_some);
    let joined = Chain::decode(e.index).map(|chain| chain.ops.map(|op| op.is_some()));
    place.ensure(joined == Some(there), || Problem::ChainOperators)
}
