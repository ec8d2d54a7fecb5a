//! What the machine has, cycle by cycle: issue slots, write ports, registers.

use super::Exhausted;
use crate::flow::Arg;
use engine::isa::{Operand, Space, UnitClass};
use engine::machine::{self, PredicateWriter};
use std::collections::HashSet;

/// Where a lane result is to go.
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

/// Reservations so far.
pub(super) struct Resources {
    lanes: Vec<Lane>,
    logic: Vec<Logic>,
    slots: usize,
    /// Results published in a cycle.
    published: Vec<usize>,
    /// Ports of units outside the lanes, by class, table, column and cycle.
    ports: HashSet<(UnitClass, u8, u16, u16)>,
    /// Cycles in which the divider yields a result.
    quotients: HashSet<u16>,
}

#[derive(Clone, Default)]
struct Lane {
    issued: HashSet<u16>,
    values_written: HashSet<u16>,
    truths_written: HashSet<u16>,
    locals: usize,
    /// Registers that clusters on this lane have or will have.
    locals_kept: usize,
    predicates: usize,
}

#[derive(Clone, Default)]
struct Logic {
    issued: HashSet<u16>,
    predicates: usize,
}

impl Resources {
    pub(super) fn new(fields: usize) -> Resources {
        Resources {
            lanes: vec![Lane::default(); machine::LANES],
            logic: vec![Logic::default(); machine::LOGIC_UNITS],
            slots: fields,
            published: vec![0; machine::CYCLES_MAX * 2],
            ports: HashSet::new(),
            quotients: HashSet::new(),
        }
    }

    /// A lane that can issue in `cycle` and take the result, the least used first; only `fixed` if that is given.
    /// A lane that takes a cluster's first instruction keeps `locals` registers for the rest of it.
    pub(super) fn lane(
        &mut self,
        fixed: Option<u8>,
        cycle: u16,
        latency: u16,
        wants: Wants,
        locals: usize,
    ) -> Result<Option<(u8, Operand)>, Exhausted> {
        let written = cycle + latency;
        let on_bus = usize::from(written + machine::PUBLISH_CYCLES);
        if wants == Wants::Slot && self.published[on_bus] >= machine::PUBLISH_PORTS {
            return Ok(None);
        }
        let has_registers = |lane: &Lane| {
            let keeps_locals = fixed.is_some() || lane.locals_kept + locals <= machine::LOCALS_PER_LANE;
            keeps_locals && (wants != Wants::Predicate || lane.predicates < machine::PREDICATES_PER_LANE)
        };
        let candidates = match fixed {
            Some(lane) => usize::from(lane)..usize::from(lane) + 1,
            None => 0..machine::LANES,
        };
        if !candidates.clone().any(|i| has_registers(&self.lanes[i])) {
            let limit = machine::LANES * machine::PREDICATES_PER_LANE;
            return Err(match wants {
                Wants::Predicate => Exhausted { what: "comparisons of one message", limit },
                _ => Exhausted { what: "values within one lane", limit: machine::LOCALS_PER_LANE },
            });
        }
        let is_truth = matches!(wants, Wants::Predicate | Wants::Entry(_));
        let can_issue = |lane: &Lane| {
            let port = if is_truth { &lane.truths_written } else { &lane.values_written };
            has_registers(lane) && !lane.issued.contains(&cycle) && !port.contains(&written)
        };
        let best = candidates.filter(|i| can_issue(&self.lanes[*i])).min_by_key(|i| self.lanes[*i].issued.len());
        let Some(index) = best else { return Ok(None) };
        let result = match wants {
            Wants::Slot => {
                self.published[on_bus] += 1;
                self.slot()?
            }
            Wants::Entry(entry) => entry,
            Wants::Local => {
                self.lanes[index].locals += 1;
                Operand::new(Space::Local, self.lanes[index].locals as u16 - 1)
            }
            Wants::Predicate => {
                let bank = machine::predicate_bank(PredicateWriter::Lane(index as u8));
                self.lanes[index].predicates += 1;
                Operand::new(Space::Predicate, (bank.start + self.lanes[index].predicates - 1) as u16)
            }
        };
        let lane = &mut self.lanes[index];
        lane.issued.insert(cycle);
        if fixed.is_none() {
            lane.locals_kept += locals;
        }
        if is_truth {
            lane.truths_written.insert(written)
        } else {
            lane.values_written.insert(written)
        };
        Ok(Some((index as u8, result)))
    }

    /// A logic unit that can issue in `cycle`, and a predicate of it unless the result is an entry.
    pub(super) fn logic(&mut self, cycle: u16, entry: Option<Operand>) -> Result<Option<(u8, Operand)>, Exhausted> {
        let room = |unit: &Logic| entry.is_some() || unit.predicates < machine::PREDICATES_PER_LOGIC_UNIT;
        if !self.logic.iter().any(room) {
            let limit = machine::LOGIC_UNITS * machine::PREDICATES_PER_LOGIC_UNIT;
            return Err(Exhausted { what: "combinations of conditions of one message", limit });
        }
        let free = |unit: &Logic| room(unit) && !unit.issued.contains(&cycle);
        let best = (0..self.logic.len()).filter(|i| free(&self.logic[*i])).min_by_key(|i| self.logic[*i].predicates);
        let Some(index) = best else { return Ok(None) };
        let unit = &mut self.logic[index];
        unit.issued.insert(cycle);
        let result = entry.unwrap_or_else(|| {
            let bank = machine::predicate_bank(PredicateWriter::Logic(index as u8));
            unit.predicates += 1;
            Operand::new(Space::Predicate, (bank.start + unit.predicates - 1) as u16)
        });
        Ok(Some((index as u8, result)))
    }

    /// Takes the port of a unit for a cycle; false if it is taken. The divider's operations differ in latency, so
    /// that the cycle in which a quotient comes out must be free too.
    pub(super) fn port(&mut self, unit: UnitClass, table: u8, column: Arg, cycle: u16, latency: u16) -> bool {
        let column = if let Arg::Immediate(column) = column { column } else { 0 };
        let port = (unit, table, column, cycle);
        if self.ports.contains(&port) || (unit == UnitClass::Divider && !self.quotients.insert(cycle + latency)) {
            return false;
        }
        self.ports.insert(port)
    }

    /// A slot.
    pub(super) fn slot(&mut self) -> Result<Operand, Exhausted> {
        if self.slots >= machine::SLOTS {
            return Err(Exhausted { what: "values that one message shares among lanes", limit: machine::SLOTS });
        }
        self.slots += 1;
        Ok(Operand::slot(self.slots as u16 - 1))
    }
}
