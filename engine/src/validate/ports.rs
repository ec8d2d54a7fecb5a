//! Resources: what a unit issues and what its write ports carry in one cycle.

use super::{Problem, ProgramError, Scope};
use crate::isa::{Instruction, Role, Space, UnitClass};
use crate::machine::PUBLISH_PORTS;
use std::collections::BTreeMap;

/// A unit that issues one instruction a cycle: its class, its number and, where columns have their own, the column.
type IssuePort = (UnitClass, u8, u16);

/// A port by which results leave a lane, a logic unit or the divider: the unit, and whether it carries truths.
type ResultPort = (UnitClass, u8, bool);

pub(super) fn check(scope: &Scope<'_>) -> Result<(), ProgramError> {
    let mut issued: BTreeMap<(IssuePort, u16), usize> = BTreeMap::new();
    let mut left: BTreeMap<(ResultPort, u16), usize> = BTreeMap::new();
    let mut published: BTreeMap<u16, usize> = BTreeMap::new();
    for (index, instruction) in scope.transaction.instructions.iter().enumerate() {
        let place = scope.place(index, "cycle");
        let issue = (issue_port(instruction), instruction.cycle);
        if let Some(other) = issued.insert(issue, index) {
            return Err(place.error(Problem::Issue(other)));
        }
        if let Some(port) = result_port(instruction) {
            let leaves = instruction.cycle + instruction.opcode.signature().latency;
            if let Some(other) = left.insert((port, leaves), index) {
                return Err(place.error(Problem::Writeback(other)));
            }
        }
        if is_published(instruction) {
            let cycle = instruction.ready();
            let results = published.entry(cycle).or_default();
            *results += 1;
            place.ensure(*results <= PUBLISH_PORTS, || Problem::Publish { cycle, limit: PUBLISH_PORTS })?;
        }
    }
    Ok(())
}

/// Columns have a read port and a write port of their own; everything else of a table it has once.
fn issue_port(instruction: &Instruction) -> IssuePort {
    let signature = instruction.opcode.signature();
    let column = match signature.unit {
        UnitClass::Column | UnitClass::Writer => {
            let number = signature.roles.iter().position(|r| *r == Role::ColumnNumber);
            number.map_or(0, |field| instruction.operands[field].index)
        }
        _ => 0,
    };
    (signature.unit, instruction.unit, column)
}

fn result_port(instruction: &Instruction) -> Option<ResultPort> {
    let signature = instruction.opcode.signature();
    let truths = match signature.roles[0] {
        Role::WriteTruth => true,
        Role::Write | Role::WriteAny => false,
        // Its operations differ in latency and share one way out.
        Role::WriteSlot if signature.unit == UnitClass::Divider => false,
        _ => return None,
    };
    Some((signature.unit, instruction.unit, truths))
}

fn is_published(instruction: &Instruction) -> bool {
    instruction.opcode.signature().unit == UnitClass::Lane && instruction.operands[0].space == Space::Slot
}
