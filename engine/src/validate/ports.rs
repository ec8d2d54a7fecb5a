// SPDX-License-Identifier: Apache-2.0

//! Resources: what instructions occupy of the machine, each port by one in a cycle.

use super::{Problem, ProgramError, Scope};
use crate::isa::{Role, Space};
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
            match taken.insert((port, cycle), (claim, index)) {
                Some((before, other)) if !before.agrees(&claim) => {
                    return Err(place.error(Problem::Port { port, cycle, other }));
                }
                _ => {}
            }
        }
        let operand = instruction.operands[0];
        let writes = matches!(
            instruction.opcode.signature().roles[0],
            Role::Write | Role::WriteAny | Role::WriteSlot | Role::WriteRow
        );
        let (found, expected) = (bus_of_slot(operand.index), instruction.bus());
        let fits = !writes || operand.space != Space::Slot || found == expected;
        scope.place(index, "dst").ensure(fits, || Problem::Bus { operand, found, expected })?;
    }
    Ok(())
}
