// SPDX-License-Identifier: Apache-2.0

//! Checks resources: each port carries one instruction or one result in a cycle.

use super::error::{Problem, ProgramError};
use super::scope::Scope;
use crate::isa::{Instruction, Opcode, Space};
use crate::ports::{Claim, Port, bus_of_slot, field_claims};
use std::collections::BTreeMap;

pub(super) fn check(scope: &Scope<'_>) -> Result<(), ProgramError> {
    let mut taken: BTreeMap<(Port, u16), (Claim, usize)> = BTreeMap::new();
    let fields: BTreeMap<(Port, u16), u16> =
        field_claims(&scope.layout).map(|c| ((c.port, c.cycle), c.slot)).collect();
    for (index, instruction) in scope.transaction.instructions.iter().enumerate() {
        let place = scope.place(index, "cycle");
        for claim in instruction.claims() {
            let (port, cycle) = (claim.port, claim.cycle);
            if let Some(field) = fields.get(&(port, cycle)) {
                return Err(place.error(Problem::FieldBus { field: *field, cycle }));
            }
            let before = taken.insert((port, cycle), (claim, index));
            if let Some((_, other)) = before.filter(|(before, _)| !before.agrees(&claim)) {
                return Err(place.error(Problem::Port { port, cycle, other }));
            }
        }
        if let Some(other) = busy_scan(&scope.transaction.instructions[..index], instruction) {
            let (port, cycle) = (Port::Scan(instruction.unit), instruction.cycle);
            return Err(place.error(Problem::Port { port, cycle, other }));
        }
        let operand = instruction.operands[0];
        let writes = instruction.opcode.signature().roles[0].writes_value();
        let (found, expected) = (bus_of_slot(operand.index), instruction.bus());
        let fits = !writes || operand.space != Space::Slot || found == expected;
        scope.place(index, "dst").ensure(fits, || Problem::Bus { operand, found, expected })?;
    }
    Ok(())
}

/// The scan whose unit is not free yet when another scan issues.
fn busy_scan(before: &[Instruction], scan: &Instruction) -> Option<usize> {
    let is_busy = |earlier: &Instruction| {
        earlier.opcode == Opcode::Scan && earlier.unit == scan.unit && earlier.ready() > scan.cycle
    };
    if scan.opcode != Opcode::Scan {
        return None;
    }
    before.iter().position(is_busy)
}
