// SPDX-License-Identifier: Apache-2.0

//! Checks single assignment, readiness and kinds, in one pass over the list.
//!
//! Every result takes at least one cycle, and the list is sorted by cycle. A result that is ready
//! for an instruction was therefore written by an instruction listed before it.

use super::error::{Kind, Place, Problem, ProgramError};
use super::scope::{Scope, operands};
use crate::isa::{Gate, Instruction, Opcode, Operand, Phase, Role, Space};
use crate::machine::{
    LANES, LOCALS_PER_LANE, PREDICATES_ALL, SCAN_DISTINCT_MAX, SCAN_TOP_MAX, SLOTS, WIDES,
};
use crate::scan::{Accumulator, Function};
use crate::schema::TableId;
use crate::value::Value;

#[derive(Clone, Copy)]
struct Written {
    ready: u16,
    kind: Kind,
    side: Side,
}

/// The side of the verdict to which a result belongs. What an accepted message reserves, and what
/// its commit computes, is not there for the effects of a reject, and the other way round.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Both,
    Accept,
    Reject,
}

impl Side {
    /// The side of an instruction without regard to its operands.
    fn of(instruction: &Instruction) -> Side {
        let reserves = matches!(instruction.opcode, Opcode::Reserve | Opcode::Level);
        match (instruction.gate, instruction.opcode.signature().phase) {
            (Gate::Reject, _) => Side::Reject,
            (Gate::Accept, Phase::Commit) => Side::Accept,
            (Gate::Accept, Phase::Check) if reserves => Side::Accept,
            (Gate::Accept, Phase::Check | Phase::Verdict | Phase::Settle) => Side::Both,
        }
    }

    /// The side of an instruction that reads an operand of another side; none if it must not.
    fn reads(self, operand: Side) -> Option<Side> {
        match (self, operand) {
            (side, Side::Both) => Some(side),
            (Side::Both, Side::Accept) => Some(Side::Accept),
            (Side::Accept, Side::Accept) | (Side::Reject, Side::Reject) => Some(self),
            (Side::Both | Side::Accept, Side::Reject) | (Side::Reject, Side::Accept) => None,
        }
    }
}

/// The cycle in which each verdict entry is ready, if an instruction writes it.
pub(super) type EntriesReady = Vec<Option<u16>>;

struct Flow<'s, 'p> {
    scope: &'s Scope<'p>,
    slots: Vec<Option<Written>>,
    locals: Vec<Option<Written>>,
    predicates: Vec<Option<Written>>,
    wides: Vec<Option<Written>>,
    entries: EntriesReady,
    inserted: Vec<Operand>,
    /// The side of the current instruction.
    side: Side,
}

pub(super) fn check(scope: &Scope<'_>) -> Result<EntriesReady, ProgramError> {
    let mut flow = Flow {
        scope,
        slots: vec![None; SLOTS],
        locals: vec![None; LANES * LOCALS_PER_LANE],
        predicates: vec![None; PREDICATES_ALL],
        wides: vec![None; WIDES],
        entries: vec![None; scope.transaction.entries.len() + scope.transaction.effects.len()],
        inserted: Vec::new(),
        side: Side::Both,
    };
    for field in 0..scope.layout.field_count() {
        flow.slots[field] = Some(Written {
            ready: scope.layout.field_ready(field),
            kind: Kind::Data,
            side: Side::Both,
        });
    }
    for (index, instruction) in scope.transaction.instructions.iter().enumerate() {
        flow.side = Side::of(instruction);
        let any = flow.reads(index, instruction)?;
        flow.writes(index, instruction, any)?;
    }
    Ok(flow.entries)
}

impl Flow<'_, '_> {
    /// Checks the operands that an instruction reads; returns the kind of its `ReadAny` operands.
    fn reads(&mut self, index: usize, instruction: &Instruction) -> Result<Kind, ProgramError> {
        let mut any = None;
        for (operand, role, field) in operands(instruction) {
            let place = self.scope.place(index, field);
            if operand.is_some() {
                self.read_as(place, instruction, (operand, role), &mut any)?;
            }
        }
        Ok(any.unwrap_or(Kind::Data))
    }

    /// Checks an operand that an instruction reads in a role; `any` is the kind of the `ReadAny`
    /// operands before it.
    fn read_as(
        &mut self,
        place: Place,
        instruction: &Instruction,
        (operand, role): (Operand, Role),
        any: &mut Option<Kind>,
    ) -> Result<(), ProgramError> {
        match role {
            Role::ReadKey if operand.space == Space::Wide => {
                self.read_wide(place, operand, Kind::Pair, instruction.cycle)?;
            }
            Role::Read | Role::ReadKey | Role::ReadConstant | Role::ReadText => {
                let found = self.read(place, instruction, operand)?;
                is_kind(place, operand, found, Kind::Data)?;
            }
            Role::ReadAny => self.read_any(place, instruction, operand, any)?,
            Role::ReadRow => self.read_row(place, instruction, operand)?,
            Role::ReadMember => {
                let base = self.base(TableId(instruction.unit.into()));
                let found = self.read(place, instruction, operand)?;
                is_kind(place, operand, found, Kind::Row(base))?;
            }
            Role::ReadScan => {
                let found = self.read(place, instruction, operand)?;
                let is_scan = self.is_scan(found, instruction);
                place.ensure(is_scan, || Problem::NoScan(operand))?;
            }
            Role::ReadFolded if operand.space != Space::Wide => {
                let found = self.read(place, instruction, operand)?;
                is_kind(place, operand, found, Kind::Data)?;
            }
            Role::ReadWide | Role::ReadFolded => {
                self.read_wide(place, operand, Kind::Data, instruction.cycle)?;
            }
            Role::ReadPredicate | Role::ReadPredicateOptional => {
                let written = self.predicates[usize::from(operand.index)];
                self.read_written(place, operand, written, instruction.cycle)?;
            }
            Role::Unused
            | Role::Write
            | Role::WriteAny
            | Role::WriteSlot
            | Role::WriteRow
            | Role::WriteWide
            | Role::WritePair
            | Role::WriteTruth
            | Role::WriteEntry
            | Role::ColumnNumber
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
            | Role::WriteScan
            | Role::ScanNumber
            | Role::CyclesNumber
            | Role::ResultNumber
            | Role::PlaceNumber
            | Role::LimitNumber
            | Role::CopyNumber => {}
        }
        Ok(())
    }

    /// Checks that an operand is of the kind of those before it, if there are any.
    fn read_any(
        &mut self,
        place: Place,
        instruction: &Instruction,
        operand: Operand,
        any: &mut Option<Kind>,
    ) -> Result<(), ProgramError> {
        if self.is_null_constant(operand) {
            return Ok(());
        }
        let found = self.read(place, instruction, operand)?;
        is_kind(place, operand, found, any.unwrap_or(found.as_row()))?;
        *any = Some(found.as_row());
        Ok(())
    }

    fn is_null_constant(&self, operand: Operand) -> bool {
        operand.space == Space::Constant
            && self.scope.program.constants[usize::from(operand.index)] == Value::NULL
    }

    /// Checks that an operand is ready and on the side of the instruction.
    fn read_written(
        &mut self,
        place: Place,
        operand: Operand,
        written: Option<Written>,
        cycle: u16,
    ) -> Result<(), ProgramError> {
        let written = written.ok_or_else(|| place.error(Problem::Unwritten(operand)))?;
        let ready = written.ready;
        place.ensure(ready <= cycle, || Problem::NotReady { operand, ready, cycle })?;
        let side = self.side.reads(written.side);
        self.side = side.ok_or_else(|| place.error(Problem::Side(operand)))?;
        Ok(())
    }

    fn read_wide(
        &mut self,
        place: Place,
        operand: Operand,
        expected: Kind,
        cycle: u16,
    ) -> Result<(), ProgramError> {
        let written = self.wides[usize::from(operand.index)];
        self.read_written(place, operand, written, cycle)?;
        is_kind(place, operand, written.map_or(expected, |w| w.kind), expected)
    }

    fn read(
        &mut self,
        place: Place,
        instruction: &Instruction,
        operand: Operand,
    ) -> Result<Kind, ProgramError> {
        let index = usize::from(operand.index);
        let written = match operand.space {
            Space::Slot => self.slots[index],
            Space::Local => self.locals[local_index(instruction, operand)],
            // A constant is always ready.
            Space::Constant
            | Space::None
            | Space::Predicate
            | Space::Entry
            | Space::Immediate
            | Space::Wide => return Ok(Kind::Data),
        };
        self.read_written(place, operand, written, instruction.cycle)?;
        let kind = written.map_or(Kind::Data, |w| w.kind);
        let is_group = matches!(kind, Kind::Reserved(table) if self.is_hidden(table));
        place.ensure(!is_group, || Problem::ReservedGroup(operand))?;
        Ok(kind)
    }

    /// The base table of a list; the table itself if it is not hidden.
    fn base(&self, table: TableId) -> TableId {
        let hidden = self.scope.program.tables[usize::from(table.0)].hidden.as_ref();
        hidden.map_or(table, |hidden| hidden.base)
    }

    /// Whether a kind is a scan over the list of an instruction that has the accumulator that the
    /// instruction reads, and the place in it.
    fn is_scan(&self, kind: Kind, instruction: &Instruction) -> bool {
        let Kind::Scan(number) = kind else { return false };
        let scan = &self.scope.transaction.scans[usize::from(number)];
        let [_, _, accumulator, place, ..] = instruction.operands;
        let place_fits = |one: &Accumulator| {
            let places = if one.function.is_top() { SCAN_TOP_MAX } else { 1 };
            usize::from(place.index) < places
        };
        let reads = match instruction.opcode {
            Opcode::Result | Opcode::WideResult => {
                scan.accumulators.get(usize::from(accumulator.index)).is_some_and(place_fits)
            }
            Opcode::Apply => scan.changes.is_some(),
            Opcode::Within => {
                let one = scan.accumulators.get(usize::from(accumulator.index));
                let limit = usize::from(place.index);
                one.is_some_and(|one| match one.function {
                    Function::Distinct => limit <= SCAN_DISTINCT_MAX,
                    function => function.is_top(),
                })
            }
            _ => true,
        };
        scan.list == TableId(instruction.unit.into()) && reads
    }

    /// Checks that what a scan reads is ready when it issues.
    fn captures(&mut self, index: usize, instruction: &Instruction) -> Result<(), ProgramError> {
        let place = self.scope.place(index, "b");
        let scan = &self.scope.transaction.scans[usize::from(instruction.operands[2].index)];
        let since = scan.since.map(|since| since.time);
        for operand in scan.captures.iter().copied().chain(since) {
            if operand.space == Space::Wide {
                self.read_wide(place, operand, Kind::Data, instruction.cycle)?;
                continue;
            }
            let found = self.read(place, instruction, operand)?;
            is_kind(place, operand, found, Kind::Data)?;
        }
        Ok(())
    }

    fn is_hidden(&self, table: TableId) -> bool {
        self.scope.program.tables[usize::from(table.0)].hidden.is_some()
    }

    fn read_row(
        &mut self,
        place: Place,
        instruction: &Instruction,
        operand: Operand,
    ) -> Result<(), ProgramError> {
        let table = TableId(instruction.unit.into());
        let found = self.read(place, instruction, operand)?;
        is_kind(place, operand, found, Kind::Row(table))?;
        if instruction.opcode == Opcode::Insert {
            let alone = !self.inserted.contains(&operand);
            let fit = found == Kind::Reserved(table) && alone;
            place.ensure(fit, || Problem::NotReserved(operand))?;
            self.inserted.push(operand);
        }
        Ok(())
    }

    fn writes(
        &mut self,
        index: usize,
        instruction: &Instruction,
        any: Kind,
    ) -> Result<(), ProgramError> {
        let (ready, side) = (instruction.ready(), self.side);
        let table = TableId(instruction.unit.into());
        for (operand, role, field) in operands(instruction) {
            let place = self.scope.place(index, field);
            let kind = match role {
                Role::Write | Role::WriteSlot => Kind::Data,
                Role::WriteAny => any,
                Role::WriteRow if instruction.opcode == Opcode::Reserve => Kind::Reserved(table),
                Role::WriteRow => Kind::Row(table),
                Role::WriteScan => {
                    self.captures(index, instruction)?;
                    Kind::Scan(instruction.operands[2].index)
                }
                Role::WriteTruth | Role::WriteEntry => {
                    self.write_truth(place, operand, ready)?;
                    continue;
                }
                Role::WriteWide | Role::WritePair => {
                    let kind = if role == Role::WritePair { Kind::Pair } else { Kind::Data };
                    self.write_wide(place, operand, Written { ready, kind, side })?;
                    continue;
                }
                Role::Unused
                | Role::Read
                | Role::ReadKey
                | Role::ReadRow
                | Role::ReadAny
                | Role::ReadConstant
                | Role::ReadWide
                | Role::ReadFolded
                | Role::ReadText
                | Role::ReadPredicate
                | Role::ReadPredicateOptional
                | Role::ColumnNumber
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
                | Role::ReadScan
                | Role::ReadMember
                | Role::ScanNumber
                | Role::CyclesNumber
                | Role::ResultNumber
                | Role::PlaceNumber
                | Role::LimitNumber
                | Role::CopyNumber => continue,
            };
            let target = if operand.space == Space::Slot {
                &mut self.slots[usize::from(operand.index)]
            } else {
                &mut self.locals[local_index(instruction, operand)]
            };
            let fresh = target.replace(Written { ready, kind, side }).is_none();
            place.ensure(fresh, || Problem::WrittenTwice(operand))?;
        }
        Ok(())
    }

    fn write_wide(
        &mut self,
        place: Place,
        operand: Operand,
        written: Written,
    ) -> Result<(), ProgramError> {
        let fresh = self.wides[usize::from(operand.index)].replace(written).is_none();
        place.ensure(fresh, || Problem::WrittenTwice(operand))
    }

    fn write_truth(
        &mut self,
        place: Place,
        operand: Operand,
        ready: u16,
    ) -> Result<(), ProgramError> {
        let index = usize::from(operand.index);
        let fresh = if operand.space == Space::Predicate {
            let written = Written { ready, kind: Kind::Data, side: self.side };
            self.predicates[index].replace(written).is_none()
        } else {
            let other = match index < self.scope.transaction.entries.len() {
                true => Side::Reject,
                false => Side::Accept,
            };
            place.ensure(self.side != other, || Problem::Side(operand))?;
            self.entries[index].replace(ready).is_none()
        };
        place.ensure(fresh, || Problem::WrittenTwice(operand))
    }
}

impl Kind {
    /// The kind of a copy: a copy of a reserved row is a row.
    fn as_row(self) -> Kind {
        match self {
            Kind::Reserved(table) | Kind::Row(table) => Kind::Row(table),
            Kind::Data | Kind::Pair | Kind::Scan(_) => self,
        }
    }
}

fn local_index(instruction: &Instruction, operand: Operand) -> usize {
    usize::from(instruction.unit) * LOCALS_PER_LANE + usize::from(operand.index)
}

fn is_kind(
    place: Place,
    operand: Operand,
    found: Kind,
    expected: Kind,
) -> Result<(), ProgramError> {
    place.ensure(found.as_row() == expected, || Problem::Kind { operand, found, expected })
}
