// SPDX-License-Identifier: Apache-2.0

//! Checks the scans of a transaction: their lists, row programs and accumulators.

use super::error::{Kind, Place, Problem, ProgramError};
use super::scope::{Scope, operands};
use crate::isa::{Gate, Instruction, Opcode, Operand, Role, Space, UnitClass, Use};
use crate::machine::{
    SCAN_ACCUMULATORS_MAX, SCAN_CAPTURES_MAX, SCAN_CYCLES_MAX, SCAN_ROWS_MAX, SCAN_STEPS_MAX,
    SET_ROWS_MAX,
};
use crate::scan::{Changes, Function, List, ROW_REGISTERS, Scan};
use crate::schema::{TableDef, TableId};
use crate::value::Value;

/// The registers of a row program: what each holds, if it is written.
struct Registers<'s, 'p> {
    scope: &'s Scope<'p>,
    slots: Vec<Option<Kind>>,
    wides: Vec<Option<Kind>>,
    predicates: Vec<bool>,
}

pub(super) fn check(scope: &Scope<'_>) -> Result<(), ProgramError> {
    for (index, scan) in scope.transaction.scans.iter().enumerate() {
        let place = Place::Scan(scope.index, index);
        let list = list_of(scope, scan).ok_or_else(|| place.error(Problem::NoList))?;
        place.at_most("captures", scan.captures.len(), SCAN_CAPTURES_MAX)?;
        place.at_most("steps", scan.steps.len(), SCAN_STEPS_MAX)?;
        place.at_most("accumulators", scan.accumulators.len(), SCAN_ACCUMULATORS_MAX)?;
        place.at_most("rows of a scan", list.bound as usize, SCAN_ROWS_MAX as usize)?;
        place.at_most("cycles", scan.latency(list.bound) as usize, SCAN_CYCLES_MAX)?;
        let since_fits = scan.since.is_none() || list.time.is_some();
        place.ensure(since_fits, || Problem::NoList)?;
        let mut registers = Registers::new(scope, scan, list);
        for (step, instruction) in scan.steps.iter().enumerate() {
            registers.step(Place::Step(scope.index, index, step), &scan.steps, instruction)?;
        }
        registers.accumulators(place, scan)?;
        if scan.changes.is_some() {
            place.at_most("changed rows", list.bound as usize, SET_ROWS_MAX as usize)?;
        }
        registers.changes(place, scan, (list, base_of(scope, scan)))?;
    }
    Ok(())
}

fn list_of<'p>(scope: &Scope<'p>, scan: &Scan) -> Option<&'p List> {
    let table = scope.program.tables.get(usize::from(scan.list.0))?;
    table.hidden.as_ref()?.list.as_ref()
}

/// The base table of the list of a scan.
fn base_of<'p>(scope: &Scope<'p>, scan: &Scan) -> &'p TableDef {
    let table = &scope.program.tables[usize::from(scan.list.0)];
    let base = table.hidden.as_ref().map_or(scan.list, |hidden| hidden.base);
    &scope.program.tables[usize::from(base.0)]
}

impl<'s, 'p> Registers<'s, 'p> {
    /// The registers with what the scan gives the row program.
    fn new(scope: &'s Scope<'p>, scan: &Scan, list: &List) -> Registers<'s, 'p> {
        let slots = scan.first_column() + list.columns.len();
        let wides = scan.captures.len() - scan.first_column();
        let first = |count: usize| {
            let given = (0..ROW_REGISTERS).map(|index| (index < count).then_some(Kind::Data));
            given.collect()
        };
        let predicates = vec![false; ROW_REGISTERS];
        Registers { scope, slots: first(slots), wides: first(wides), predicates }
    }

    fn step(
        &mut self,
        place: Place,
        all: &[Instruction],
        step: &Instruction,
    ) -> Result<(), ProgramError> {
        let opcode = step.opcode;
        place.ensure(is_step(opcode), || Problem::NoStep(opcode))?;
        place.ensure(step.gate == Gate::Accept, || Problem::Gate(step.gate))?;
        super::instruction::step(self.scope, place, all, step)?;
        let mut any = None;
        for (operand, role, _) in operands(step) {
            let found = self.read(place, operand, role)?;
            let Some(found) = found else { continue };
            let expected = match role {
                Role::ReadAny => {
                    let expected = any.unwrap_or(found);
                    any = Some(expected);
                    expected
                }
                Role::ReadRow => Kind::Row(TableId(step.unit.into())),
                Role::ReadKey if operand.space == Space::Wide => Kind::Pair,
                _ => Kind::Data,
            };
            place.ensure(found == expected, || Problem::Kind { operand, found, expected })?;
        }
        let kind = match opcode.signature().roles[0] {
            Role::WriteAny => any.unwrap_or(Kind::Data),
            Role::WriteRow => Kind::Row(TableId(step.unit.into())),
            Role::WritePair => Kind::Pair,
            _ => Kind::Data,
        };
        self.write(place, step.operands[0], kind)
    }

    /// The kind of what an operand reads; none if it reads nothing, or NULL as a constant.
    fn read(
        &self,
        place: Place,
        operand: Operand,
        role: Role,
    ) -> Result<Option<Kind>, ProgramError> {
        if !role.reads() || !operand.is_some() {
            return Ok(None);
        }
        let index = usize::from(operand.index);
        let written = match operand.space {
            Space::Constant => {
                let constant = self.scope.program.constants.get(index);
                let is_null = constant == Some(&Value::NULL) && role == Role::ReadAny;
                return Ok((!is_null).then_some(Kind::Data));
            }
            Space::Slot => self.slots.get(index).copied().flatten(),
            Space::Wide => self.wides.get(index).copied().flatten(),
            Space::Predicate => {
                self.predicates.get(index).filter(|written| **written).map(|_| Kind::Data)
            }
            Space::None | Space::Local | Space::Entry | Space::Immediate => None,
        };
        let kind = written.ok_or_else(|| place.error(Problem::Unwritten(operand)))?;
        Ok((role.usage() != Use::ReadsTruth).then_some(kind))
    }

    fn write(&mut self, place: Place, operand: Operand, kind: Kind) -> Result<(), ProgramError> {
        let limit = ROW_REGISTERS;
        let index = usize::from(operand.index);
        place.ensure(index < limit, || Problem::Index { operand, limit })?;
        let is_fresh = match operand.space {
            Space::Slot => self.slots[index].replace(kind).is_none(),
            Space::Wide => self.wides[index].replace(kind).is_none(),
            Space::Predicate => !std::mem::replace(&mut self.predicates[index], true),
            Space::None | Space::Constant | Space::Local | Space::Entry | Space::Immediate => {
                return Err(place.error(Problem::Space(operand)));
            }
        };
        place.ensure(is_fresh, || Problem::WrittenTwice(operand))
    }

    /// Checks that accumulators and filter read what the row program writes.
    fn accumulators(&self, place: Place, scan: &Scan) -> Result<(), ProgramError> {
        let predicates = scan.accumulators.iter().filter_map(|one| one.when).chain(scan.filter);
        for predicate in predicates {
            self.read_as(place, predicate, &[Space::Predicate], Role::ReadPredicate)?;
        }
        for one in &scan.accumulators {
            let is_fitting = match one.function {
                Function::Any => one.argument.is_none() && one.order.is_none(),
                Function::Count => one.order.is_none(),
                Function::Sum | Function::Min | Function::Max | Function::Distinct => {
                    one.argument.is_some() && one.order.is_none()
                }
                Function::Ascending | Function::Descending => {
                    one.argument.is_some() && one.order.is_some()
                }
            };
            place.ensure(is_fitting, || Problem::None("operands of an accumulator"))?;
            if let Some(argument) = one.argument {
                let spaces = [Space::Slot, Space::Constant, Space::Wide];
                self.read_as(place, argument, &spaces, Role::Read)?;
            }
            if let Some(order) = one.order {
                self.read_as(place, order, &[Space::Slot, Space::Constant], Role::Read)?;
            }
        }
        Ok(())
    }

    /// Checks that columns exist that are not of the key, each once, and what is written to them. A
    /// row whose time changes would have to enter its list again.
    fn changes(
        &self,
        place: Place,
        scan: &Scan,
        (list, base): (&List, &TableDef),
    ) -> Result<(), ProgramError> {
        let Some(Changes::Write(writes)) = &scan.changes else { return Ok(()) };
        for (index, (column, value)) in writes.iter().enumerate() {
            let exists = usize::from(column.0) < base.columns.len();
            let is_first = writes[..index].iter().all(|(other, _)| other != column);
            let fits =
                exists && is_first && !base.key.contains(column) && list.time != Some(*column);
            place.ensure(fits, || Problem::ColumnUnfit(column.0))?;
            self.read_as(place, *value, &[Space::Slot, Space::Constant], Role::Read)?;
        }
        Ok(())
    }

    fn read_as(
        &self,
        place: Place,
        operand: Operand,
        spaces: &[Space],
        role: Role,
    ) -> Result<(), ProgramError> {
        place.ensure(spaces.contains(&operand.space), || Problem::Space(operand))?;
        let limit = self.scope.program.constants.len();
        let exists = operand.space != Space::Constant || usize::from(operand.index) < limit;
        place.ensure(exists, || Problem::Index { operand, limit })?;
        let Some(found) = self.read(place, operand, role)? else { return Ok(()) };
        let expected = Kind::Data;
        place.ensure(found == expected, || Problem::Kind { operand, found, expected })
    }
}

/// Whether an instruction can be a step of a row program: it changes nothing and needs no verdict.
fn is_step(opcode: Opcode) -> bool {
    match opcode.signature().unit {
        UnitClass::Lane
        | UnitClass::Logic
        | UnitClass::Divider
        | UnitClass::Wide
        | UnitClass::Text
        | UnitClass::Index
        | UnitClass::Column => opcode != Opcode::Named && opcode != Opcode::Move,
        UnitClass::Allocator
        | UnitClass::Scan
        | UnitClass::Verdict
        | UnitClass::Commit
        | UnitClass::Writer => false,
    }
}
