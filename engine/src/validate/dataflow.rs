// SPDX-License-Identifier: Apache-2.0

//! Single assignment, readiness and kinds: one reading of the list in order.
//!
//! Every result takes at least a cycle and the list rises by cycle, so that whatever is ready for
//! an instruction was written by one listed before it.

use super::{Kind, Place, Problem, ProgramError, Scope, operands};
use crate::isa::{Instruction, Opcode, Operand, Role, Space};
use crate::machine::{LANES, LOCALS_PER_LANE, PREDICATES, SLOTS};
use crate::schema::TableId;
use crate::value::Value;

#[derive(Clone, Copy)]
struct Written {
    ready: u16,
    kind: Kind,
}

/// When each verdict entry is there, if anything writes it.
pub(super) type EntriesReady = Vec<Option<u16>>;

struct Flow<'s, 'p> {
    scope: &'s Scope<'p>,
    slots: Vec<Option<Written>>,
    locals: Vec<Option<Written>>,
    predicates: Vec<Option<u16>>,
    entries: EntriesReady,
    inserted: Vec<Operand>,
}

pub(super) fn check(scope: &Scope<'_>) -> Result<EntriesReady, ProgramError> {
    let mut flow = Flow {
        scope,
        slots: vec![None; SLOTS],
        locals: vec![None; LANES * LOCALS_PER_LANE],
        predicates: vec![None; PREDICATES],
        entries: vec![None; scope.transaction.entries.len()],
        inserted: Vec::new(),
    };
    for field in 0..scope.layout.field_count() {
        flow.slots[field] =
            Some(Written { ready: scope.layout.field_ready(field), kind: Kind::Data });
    }
    for (index, instruction) in scope.transaction.instructions.iter().enumerate() {
        let any = flow.reads(index, instruction)?;
        flow.writes(index, instruction, any)?;
    }
    Ok(flow.entries)
}

impl Flow<'_, '_> {
    /// Checks what an instruction reads; the result is the kind of its `ReadAny` operands.
    fn reads(&mut self, index: usize, instruction: &Instruction) -> Result<Kind, ProgramError> {
        let mut any = None;
        for (operand, role, field) in operands(instruction) {
            let place = self.scope.place(index, field);
            match (role, operand.space) {
                (_, Space::None) => {}
                (Role::Read | Role::ReadOptional | Role::ReadConstant, _) => {
                    let found = self.read(place, instruction, operand)?;
                    is_kind(place, operand, found, Kind::Data)?;
                }
                (Role::ReadAny, _) => {
                    if self.is_null_constant(operand) {
                        continue;
                    }
                    let found = self.read(place, instruction, operand)?;
                    is_kind(place, operand, found, any.unwrap_or(found.as_row()))?;
                    any = Some(found.as_row());
                }
                (Role::ReadRow, _) => self.read_row(place, instruction, operand)?,
                (Role::ReadPredicate | Role::ReadPredicateOptional, _) => {
                    let ready = self.predicates[usize::from(operand.index)];
                    is_ready(place, operand, ready, instruction.cycle)?;
                }
                _ => {}
            }
        }
        Ok(any.unwrap_or(Kind::Data))
    }

    fn is_null_constant(&self, operand: Operand) -> bool {
        operand.space == Space::Constant
            && self.scope.program.constants[usize::from(operand.index)] == Value::NULL
    }

    fn read(
        &self,
        place: Place,
        instruction: &Instruction,
        operand: Operand,
    ) -> Result<Kind, ProgramError> {
        let index = usize::from(operand.index);
        let written = match operand.space {
            Space::Slot => self.slots[index],
            Space::Local => self.locals[local_index(instruction, operand)],
            // A constant, which is there from the start.
            _ => return Ok(Kind::Data),
        };
        is_ready(place, operand, written.map(|w| w.ready), instruction.cycle)?;
        let kind = written.map_or(Kind::Data, |w| w.kind);
        match kind {
            Kind::Reserved(table) if self.is_hidden(table) => {
                Err(place.error(Problem::ReservedGroup(operand)))
            }
            _ => Ok(kind),
        }
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
        let ready = instruction.ready();
        let table = TableId(instruction.unit.into());
        for (operand, role, field) in operands(instruction) {
            let place = self.scope.place(index, field);
            let kind = match role {
                Role::Write | Role::WriteSlot => Kind::Data,
                Role::WriteAny => any,
                Role::WriteRow if instruction.opcode == Opcode::Reserve => Kind::Reserved(table),
                Role::WriteRow => Kind::Row(table),
                Role::WriteTruth | Role::WriteEntry => {
                    self.write_truth(place, operand, ready)?;
                    continue;
                }
                _ => continue,
            };
            let target = match operand.space {
                Space::Slot => &mut self.slots[usize::from(operand.index)],
                _ => &mut self.locals[local_index(instruction, operand)],
            };
            let fresh = target.replace(Written { ready, kind }).is_none();
            place.ensure(fresh, || Problem::WrittenTwice(operand))?;
        }
        Ok(())
    }

    fn write_truth(
        &mut self,
        place: Place,
        operand: Operand,
        ready: u16,
    ) -> Result<(), ProgramError> {
        let target = match operand.space {
            Space::Predicate => &mut self.predicates[usize::from(operand.index)],
            _ => &mut self.entries[usize::from(operand.index)],
        };
        let fresh = target.replace(ready).is_none();
        place.ensure(fresh, || Problem::WrittenTwice(operand))
    }
}

impl Kind {
    /// A copy of a reserved row is a row like any other.
    fn as_row(self) -> Kind {
        match self {
            Kind::Reserved(table) => Kind::Row(table),
            other => other,
        }
    }
}

fn local_index(instruction: &Instruction, operand: Operand) -> usize {
    usize::from(instruction.unit) * LOCALS_PER_LANE + usize::from(operand.index)
}

fn is_ready(
    place: Place,
    operand: Operand,
    ready: Option<u16>,
    cycle: u16,
) -> Result<(), ProgramError> {
    let ready = ready.ok_or_else(|| place.error(Problem::Unwritten(operand)))?;
    place.ensure(ready <= cycle, || Problem::NotReady { operand, ready, cycle })
}

fn is_kind(
    place: Place,
    operand: Operand,
    found: Kind,
    expected: Kind,
) -> Result<(), ProgramError> {
    place.ensure(found.as_row() == expected, || Problem::Kind { operand, found, expected })
}
