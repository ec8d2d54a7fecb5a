// SPDX-License-Identifier: Apache-2.0

//! Ports: the resources that an instruction occupies, and the cycles in which it does.
//!
//! Compiler, validator and the wiring of the hardware follow this module: each bus, operand port
//! and memory port carries one item a cycle. Slots are divided into memory banks by the bus that
//! writes them:
//!
//! ```text
//!  slot index:  12       5 4     0
//!              +----------+-------+
//!              |   place  |  bus  |        place < SLOTS_PER_BUS, bus < BUSES
//!              +----------+-------+
//! ```
//! A memory bank has one write port. A read port of a unit is one memory for each memory bank and a
//! multiplexer.

use crate::frame::Layout;
use crate::isa::{Instruction, Operand, Role, Space, UnitClass};
use crate::machine::{BUSES, KEY_PORTS, WRITE_PORTS};

/// A resource that carries one instruction or one result in a cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Port {
    /// The issue of a lane.
    Lane(u8),
    /// The issue of a logic unit.
    Logic(u8),
    /// The issue of the divider.
    Divider,
    /// The issue of the wide unit.
    Wide,
    /// The write port of the wide registers.
    WideRegisters,
    /// The issue of the text unit.
    Text,
    /// The issue of the scan unit of a list.
    Scan(u8),
    /// The issue of the verdict tree.
    Verdict,
    /// The key index of a table, for reads and writes.
    Index(u8),
    /// The allocator of a table, for rows or for levels.
    Allocator(u8),
    /// The row address of a table's read ports: all fetches of a cycle read the same row.
    Row(u8),
    /// The read port of a column.
    Read(u8, u16),
    /// The write port of a column.
    Write(u8, u16),
    /// The operands of a key operation: up to four values and a predicate.
    KeyOperands(u8),
    /// The operands of a column's write side: a row, a value and a predicate.
    WriteOperands(u8),
    /// The value output of a lane, the divider or the wide unit.
    Value(UnitClass, u8),
    /// The truth output of a lane, a logic unit, the wide unit or the text unit.
    Truth(UnitClass, u8),
    /// A result bus.
    Bus(u8),
}

/// A port in a cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The port.
    pub port: Port,
    /// The cycle.
    pub cycle: u16,
    /// The row, for a port that several instructions may use in one cycle if they use the same row.
    pub row: Option<Operand>,
}

impl Claim {
    /// Returns whether two claims to one port in one cycle are compatible.
    pub fn agrees(&self, other: &Claim) -> bool {
        self.row.is_some() && self.row == other.row
    }
}

/// The bus that carries a unit's results to slots. It is also defined for units that write no slot.
pub fn bus(unit: UnitClass, number: u8, column: u16) -> u8 {
    let (number, column) = (usize::from(number), usize::from(column));
    let place = match unit {
        UnitClass::Lane | UnitClass::Logic | UnitClass::Verdict => number,
        UnitClass::Divider => BUSES - 1,
        UnitClass::Wide => BUSES - 2,
        UnitClass::Text => BUSES - 3,
        // Columns of a few tables usually arrive together; this puts them on different buses.
        UnitClass::Column | UnitClass::Writer => 5 * number + column,
        UnitClass::Scan => 7 * number + 3,
        UnitClass::Index | UnitClass::Commit => BUSES - 1 - number % BUSES,
        UnitClass::Allocator => BUSES / 2 - 1 + BUSES - number % BUSES,
    };
    (place % BUSES) as u8
}

/// The bus that writes a slot.
pub fn bus_of_slot(slot: u16) -> u8 {
    (usize::from(slot) % BUSES) as u8
}

/// A field that arrives on its bus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldClaim {
    /// The bus.
    pub port: Port,
    /// The first cycle in which the field can be read.
    pub cycle: u16,
    /// Its slot, whose number is that of the field.
    pub slot: u16,
}

/// The bus claims of the fields of a frame.
pub fn field_claims(layout: &Layout) -> impl Iterator<Item = FieldClaim> {
    (0..layout.field_count()).map(|field| FieldClaim {
        port: Port::Bus(bus_of_slot(field as u16)),
        cycle: layout.field_ready(field),
        slot: field as u16,
    })
}

impl Instruction {
    /// The column that the instruction names, if it names one.
    pub fn column(&self) -> Option<u16> {
        let field = self
            .opcode
            .signature()
            .roles
            .iter()
            .position(|r| matches!(r, Role::ColumnNumber | Role::CopyNumber))?;
        Some(self.operands[field].index)
    }

    /// The bus that carries its result if the result goes to a slot.
    pub fn bus(&self) -> u8 {
        bus(self.opcode.signature().unit, self.unit, self.column().unwrap_or(0))
    }

    /// Every port that the instruction occupies.
    pub fn claims(&self) -> impl Iterator<Item = Claim> + use<> {
        let signature = self.opcode.signature();
        let (unit, column) = (self.unit, self.column());
        let key = Port::KeyOperands((usize::from(unit) % KEY_PORTS) as u8);
        let write = column.map(|c| Port::WriteOperands((usize::from(c) % WRITE_PORTS) as u8));
        let issue = match signature.unit {
            UnitClass::Lane => [Some(Port::Lane(unit)), None],
            UnitClass::Logic => [Some(Port::Logic(unit)), None],
            UnitClass::Divider => [Some(Port::Divider), None],
            UnitClass::Wide => [Some(Port::Wide), None],
            UnitClass::Text => [Some(Port::Text), None],
            UnitClass::Scan => [Some(Port::Scan(unit)), None],
            UnitClass::Verdict => [Some(Port::Verdict), None],
            UnitClass::Index | UnitClass::Commit => [Some(Port::Index(unit)), Some(key)],
            UnitClass::Allocator => [Some(Port::Allocator(unit)), write],
            UnitClass::Column => [Some(Port::Row(unit)), column.map(|c| Port::Read(unit, c))],
            UnitClass::Writer => [column.map(|c| Port::Write(unit, c)), write],
        };
        let row = (signature.unit == UnitClass::Column).then_some(self.operands[1]);
        let shared = move |port| if matches!(port, Port::Row(_)) { row } else { None };
        let leaves = self.cycle + signature.latency;
        let to = signature.roles[0];
        let way_out = match signature.unit {
            UnitClass::Lane | UnitClass::Logic | UnitClass::Divider | UnitClass::Wide
                if to.writes_value() =>
            {
                Some(Port::Value(signature.unit, unit))
            }
            UnitClass::Lane
            | UnitClass::Logic
            | UnitClass::Divider
            | UnitClass::Wide
            | UnitClass::Text
                if to.writes_truth() =>
            {
                Some(Port::Truth(signature.unit, unit))
            }
            UnitClass::Wide | UnitClass::Column | UnitClass::Scan if to.writes_wide() => {
                Some(Port::WideRegisters)
            }
            UnitClass::Lane
            | UnitClass::Logic
            | UnitClass::Divider
            | UnitClass::Wide
            | UnitClass::Text
            | UnitClass::Index
            | UnitClass::Column
            | UnitClass::Allocator
            | UnitClass::Scan
            | UnitClass::Verdict
            | UnitClass::Commit
            | UnitClass::Writer => None,
        };
        let on_bus = (to.writes_value() && self.operands[0].space == Space::Slot)
            .then(|| Port::Bus(self.bus()));
        let (cycle, ready) = (self.cycle, self.ready());
        let issue =
            issue.into_iter().flatten().map(move |port| Claim { port, cycle, row: shared(port) });
        let out = way_out.into_iter().map(move |port| Claim { port, cycle: leaves, row: None });
        issue.chain(out).chain(on_bus.into_iter().map(move |port| Claim {
            port,
            cycle: ready,
            row: None,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::isa::Opcode;
    use crate::machine::LANES;

    #[test]
    fn lanes_have_buses_of_their_own() {
        let buses: std::collections::BTreeSet<u8> =
            (0..LANES as u8).map(|l| bus(UnitClass::Lane, l, 0)).collect();
        assert_eq!(buses.len(), LANES);
    }

    #[test]
    fn fetches_share_a_row_and_nothing_else() {
        let fetch = |row: u16, column: u16| {
            let operands = [
                Operand::slot(7),
                Operand::slot(row),
                Operand::immediate(column),
                Operand::NONE,
                Operand::NONE,
                Operand::NONE,
            ];
            Instruction::new(Opcode::Fetch, 3, 6, operands)
        };
        let conflict = |a: Instruction, b: Instruction| {
            a.claims().any(|x| {
                b.claims().any(|y| (x.port, x.cycle) == (y.port, y.cycle) && !x.agrees(&y))
            })
        };
        assert!(!conflict(fetch(1, 0), fetch(1, 1)));
        assert!(conflict(fetch(1, 0), fetch(2, 1)), "one row a table and cycle");
        assert!(conflict(fetch(1, 0), fetch(1, 0)), "one read port a column");
    }
}
