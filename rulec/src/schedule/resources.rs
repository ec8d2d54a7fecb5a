// SPDX-License-Identifier: Apache-2.0

//! Resources of the machine: ports in each cycle, and registers.
//!
//! [`engine::ports`] defines the ports that an instruction occupies. This file records which are
//! taken.

use super::exhausted::Exhausted;
use super::queue::Contended;
use engine::frame::Layout;
use engine::isa::{Instruction, Opcode, Operand, Space};
use engine::machine::{self, PredicateWriter};
use engine::ports::{Claim, FieldClaim, Port, bus_of_slot, field_claims};
use std::collections::HashMap;

/// The kind of register that a result of a lane needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wants {
    /// A register of the lane.
    Local,
    /// A slot.
    Slot,
    /// A predicate of the lane.
    Predicate,
    /// A verdict entry.
    Entry(Operand),
}

/// The ports and registers taken so far.
pub(super) struct Resources {
    lanes: Vec<Lane>,
    /// The number of predicates that each logic unit has written.
    logic: Vec<usize>,
    /// The number of slots taken in each bank of slots.
    slots: Vec<usize>,
    /// The number of wide values taken.
    wides: usize,
    /// The number of predicates that the wide unit has written.
    wide_predicates: usize,
    /// The number of predicates that the text unit has written.
    text_predicates: usize,
    claims: HashMap<(Port, u16), Claim>,
    /// The first cycle in which the scan unit of each list is free.
    scans: HashMap<u8, u16>,
    /// The number of lanes and of logic units that issue in each cycle.
    issued: HashMap<u16, (usize, usize)>,
}

#[derive(Clone, Default)]
struct Lane {
    issued: usize,
    locals: usize,
    /// The number of registers that the clusters on this lane need in total.
    locals_kept: usize,
    predicates: usize,
}

impl Resources {
    /// All resources free, except for the slots and buses of the fields, on `lanes` lanes.
    pub(super) fn new(layout: &Layout, lanes: usize) -> Resources {
        let mut slots = vec![0; machine::BUSES];
        let mut claims = HashMap::new();
        for FieldClaim { port, cycle, slot } in field_claims(layout) {
            slots[usize::from(bus_of_slot(slot))] += 1;
            claims.insert((port, cycle), Claim { port, cycle, row: None });
        }
        Resources {
            lanes: vec![Lane::default(); lanes],
            logic: vec![0; machine::LOGIC_UNITS],
            slots,
            wides: 0,
            wide_predicates: 0,
            text_predicates: 0,
            claims,
            scans: HashMap::new(),
            issued: HashMap::new(),
        }
    }

    /// Whether every port that an instruction occupies is free.
    pub(super) fn is_free(&self, instruction: &Instruction) -> bool {
        let free_from = self.scans.get(&instruction.unit).copied().unwrap_or(0);
        if instruction.opcode == Opcode::Scan && instruction.cycle < free_from {
            return false;
        }
        instruction.claims().all(|claim| {
            self.claims.get(&(claim.port, claim.cycle)).is_none_or(|taken| taken.agrees(&claim))
        })
    }

    /// Whether something is left in a cycle of what instructions compete for.
    pub(super) fn is_left(&self, contended: Contended, cycle: u16) -> bool {
        let (lanes, logic_units) = self.issued.get(&cycle).copied().unwrap_or_default();
        match contended {
            Contended::Lane => lanes < self.lanes.len(),
            Contended::Logic => logic_units < self.logic.len(),
            Contended::Nothing => true,
        }
    }

    /// Takes the ports of an instruction and the register of its result.
    pub(super) fn take(&mut self, instruction: &Instruction) {
        self.claims.extend(instruction.claims().map(|claim| ((claim.port, claim.cycle), claim)));
        if instruction.opcode == Opcode::Scan {
            self.scans.insert(instruction.unit, instruction.ready());
        }
        let result = instruction.operands[0];
        for claim in instruction.claims() {
            match (claim.port, result.space) {
                (Port::Lane(lane), space) => {
                    self.issued.entry(claim.cycle).or_default().0 += 1;
                    let lane = &mut self.lanes[usize::from(lane)];
                    lane.issued += 1;
                    lane.locals += usize::from(space == Space::Local);
                    lane.predicates += usize::from(space == Space::Predicate);
                }
                (Port::Logic(unit), space) => {
                    self.issued.entry(claim.cycle).or_default().1 += 1;
                    self.logic[usize::from(unit)] += usize::from(space == Space::Predicate);
                }
                (Port::WideRegisters, _) => self.wides += 1,
                (Port::Wide, Space::Predicate) => self.wide_predicates += 1,
                (Port::Text, Space::Predicate) => self.text_predicates += 1,
                (Port::Bus(bus), _) => self.slots[usize::from(bus)] += 1,
                _ => {}
            }
        }
    }

    /// Keeps registers of a lane for the rest of a cluster whose first instruction it takes.
    pub(super) fn keep_locals(&mut self, lane: u8, locals: usize) {
        self.lanes[usize::from(lane)].locals_kept += locals;
    }

    /// The lanes that have a register for a result, each with that register, least used lane first;
    /// only `fixed` if it is given. A lane that is not fixed must also be able to keep `locals`
    /// registers.
    pub(super) fn lanes(
        &self,
        fixed: Option<u8>,
        wants: Wants,
        locals: usize,
    ) -> Result<Vec<(u8, Operand)>, Exhausted> {
        let result = |index: u8| {
            let lane = &self.lanes[usize::from(index)];
            let keeps_locals =
                fixed.is_some() || lane.locals_kept + locals <= machine::LOCALS_PER_LANE;
            let result = match wants {
                Wants::Slot => self.slot_of(index)?,
                Wants::Entry(entry) => entry,
                Wants::Local => Operand::new(Space::Local, lane.locals as u16),
                Wants::Predicate => {
                    let mut bank = machine::predicate_bank(PredicateWriter::Lane(index));
                    Operand::new(Space::Predicate, bank.nth(lane.predicates)? as u16)
                }
            };
            keeps_locals.then_some((index, result))
        };
        let candidates = match fixed {
            Some(lane) => lane..lane + 1,
            None => 0..self.lanes.len() as u8,
        };
        let mut lanes: Vec<(u8, Operand)> = candidates.filter_map(result).collect();
        if lanes.is_empty() {
            let comparisons = self.lanes.len() * machine::PREDICATES_PER_LANE;
            return Err(match wants {
                Wants::Predicate => Exhausted::of("comparisons of one message", comparisons),
                Wants::Slot => Exhausted::of("values that one lane shares", machine::SLOTS_PER_BUS),
                Wants::Local | Wants::Entry(_) => {
                    Exhausted::of("values within one lane", machine::LOCALS_PER_LANE)
                }
            });
        }
        lanes.sort_by_key(|(lane, _)| self.lanes[usize::from(*lane)].issued);
        Ok(lanes)
    }

    /// The logic units that have a predicate for a result, each with that predicate, least used
    /// unit first. If the result is an entry, all units with `entry`.
    pub(super) fn logic_units(
        &self,
        entry: Option<Operand>,
    ) -> Result<Vec<(u8, Operand)>, Exhausted> {
        let result = |unit: u8| {
            let mut bank = machine::predicate_bank(PredicateWriter::Logic(unit));
            let predicate = || {
                Some(Operand::new(
                    Space::Predicate,
                    bank.nth(self.logic[usize::from(unit)])? as u16,
                ))
            };
            entry.or_else(predicate).map(|result| (unit, result))
        };
        let mut units: Vec<(u8, Operand)> =
            (0..machine::LOGIC_UNITS as u8).filter_map(result).collect();
        if units.is_empty() {
            let limit = machine::LOGIC_UNITS * machine::PREDICATES_PER_LOGIC_UNIT;
            return Err(Exhausted::of("combinations of conditions of one message", limit));
        }
        units.sort_by_key(|(unit, _)| self.logic[usize::from(*unit)]);
        Ok(units)
    }

    /// A free wide register.
    pub(super) fn wide(&self) -> Result<Operand, Exhausted> {
        if self.wides < machine::WIDES {
            Ok(Operand::new(Space::Wide, self.wides as u16))
        } else {
            Err(Exhausted::of("DECIMAL values of more than 64 bits of one message", machine::WIDES))
        }
    }

    /// A free predicate of the wide unit.
    pub(super) fn wide_predicate(&self) -> Result<Operand, Exhausted> {
        let mut bank = machine::predicate_bank(PredicateWriter::Wide);
        let predicate = bank.nth(self.wide_predicates);
        predicate.map(|index| Operand::new(Space::Predicate, index as u16)).ok_or(Exhausted::of(
            "comparisons of DECIMAL values of more than 64 bits of one message",
            machine::PREDICATES_OF_WIDE_UNIT,
        ))
    }

    /// A free predicate of the text unit.
    pub(super) fn text_predicate(&self) -> Result<Operand, Exhausted> {
        let mut bank = machine::predicate_bank(PredicateWriter::Text);
        let predicate = bank.nth(self.text_predicates);
        let exhausted =
            Exhausted::of("`like` conditions of one message", machine::PREDICATES_OF_TEXT_UNIT);
        predicate.map(|index| Operand::new(Space::Predicate, index as u16)).ok_or(exhausted)
    }

    /// A free slot in the bank of a bus.
    pub(super) fn slot(&self, bus: u8) -> Result<Operand, Exhausted> {
        self.slot_of(bus).ok_or(Exhausted::of(
            "values that one message reads from one unit",
            machine::SLOTS_PER_BUS,
        ))
    }

    fn slot_of(&self, bus: u8) -> Option<Operand> {
        let place = self.slots[usize::from(bus)];
        (place < machine::SLOTS_PER_BUS)
            .then(|| Operand::slot((place * machine::BUSES + usize::from(bus)) as u16))
    }
}
