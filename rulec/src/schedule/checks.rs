// SPDX-License-Identifier: Apache-2.0

//! The check phase: list scheduling, cycle by cycle.

use super::exhausted::Exhausted;
use super::queue::{Contended, Queue};
use super::resources::Wants;
use super::scheduler::Scheduler;
use engine::isa::{Gate, Operand, Phase, Space, UnitClass};
use std::collections::HashMap;

impl Scheduler<'_> {
    /// Places all instructions of the check phase that execute on one side, from cycle `first` on.
    pub(super) fn place_checks(&mut self, gate: Gate, first: u16) -> Result<(), Exhausted> {
        let urgency = self.urgency();
        let mut nodes: Vec<usize> = (0..self.flow.len())
            .filter(|i| {
                self.live[*i]
                    && self.gate(*i) == gate
                    && self.op(*i).is_some_and(|op| op.opcode.signature().phase == Phase::Check)
            })
            .collect();
        nodes.sort_by_key(|i| (std::cmp::Reverse(urgency[*i]), *i));
        let mut queue = self.queue(&nodes);
        let mut members: HashMap<usize, Vec<usize>> = HashMap::new();
        for (rank, node) in nodes.iter().enumerate() {
            members.entry(self.clusters.of(*node)).or_default().push(rank);
        }
        let mut cycle = first;
        while !queue.is_empty() {
            self.within_cycles(cycle)?;
            queue.enter(cycle);
            let mut from = 0;
            while let Some((rank, node)) =
                queue.next(from, |contended| self.resources.is_left(contended, cycle))
            {
                from = rank + 1;
                let cluster = self.clusters.of(node);
                let had_lane = self.clusters.lane(cluster).is_some();
                if !self.place(node, cycle)? {
                    continue;
                }
                queue.placed(rank, cycle, self.places[node].map_or(cycle, |place| place.ready));
                if !had_lane && self.clusters.lane(cluster).is_some() {
                    // The others of the cluster go to the same lane.
                    for rank in members.remove(&cluster).into_iter().flatten() {
                        queue.set_contended(rank, Contended::Nothing);
                    }
                }
            }
            cycle += 1;
        }
        Ok(())
    }

    /// The queue of nodes in the order in which they are tried, each waiting for its operands and
    /// for the allocation before it.
    fn queue(&self, nodes: &[usize]) -> Queue {
        let mut ranks = vec![None; self.flow.len()];
        nodes.iter().enumerate().for_each(|(rank, node)| ranks[*node] = Some(rank));
        let contended = |node: usize| match self.op(node).map(|op| op.opcode.signature().unit) {
            Some(UnitClass::Lane) if self.clusters.lane(self.clusters.of(node)).is_none() => {
                Contended::Lane
            }
            Some(UnitClass::Logic) => Contended::Logic,
            _ => Contended::Nothing,
        };
        let after = self.allocation_order();
        let mut queue = Queue::new(nodes.iter().map(|node| (*node, contended(*node))));
        for (rank, node) in nodes.iter().enumerate() {
            let Some(op) = self.op(*node) else { continue };
            for read in self.flow.reads(&op).map(|read| read.0 as usize) {
                match (ranks[read], self.places[read]) {
                    (Some(other), None) => queue.wait_for(rank, other, false),
                    (_, Some(place)) => queue.wait_until(rank, place.ready),
                    (None, None) => {}
                }
            }
            if let Some(other) = after[*node].and_then(|before| ranks[before]) {
                queue.wait_for(rank, other, true);
            }
        }
        queue.start();
        queue
    }

    /// The number of cycles from each node to the verdict, and to the end of the instructions that
    /// depend on it.
    fn urgency(&self) -> Vec<(u16, u16)> {
        let mut urgency = vec![(0, 0); self.flow.len()];
        for i in (0..self.flow.len()).rev().filter(|i| self.live[*i]) {
            let Some(op) = self.op(i) else { continue };
            let latency = self.latency(&op);
            let own: &mut (u16, u16) = &mut urgency[i];
            own.1 += latency;
            if own.0 > 0 || self.entry[i].is_some() {
                own.0 += latency;
            }
            let own = *own;
            for read in self.flow.reads(&op) {
                let of = &mut urgency[read.0 as usize];
                *of = (of.0.max(own.0), of.1.max(own.1));
            }
        }
        urgency
    }

    /// For each allocation, the one that must precede it. A reserve counts the rows that earlier
    /// reserves of its table took, and a level counts earlier levels. Reserves and levels do not
    /// count each other.
    fn allocation_order(&self) -> Vec<Option<usize>> {
        let mut order = vec![None; self.flow.len()];
        let mut last = HashMap::new();
        for (i, slot) in order.iter_mut().enumerate().filter(|(i, _)| self.live[*i]) {
            if let Some(op) =
                self.op(i).filter(|op| op.opcode.signature().unit == UnitClass::Allocator)
            {
                // Those of the effects count from zero.
                *slot = last.insert((op.table, op.opcode, self.gate(i)), i);
            }
        }
        order
    }

    /// Places a node of the check phase in a cycle, if a unit and a register are free.
    fn place(&mut self, node: usize, cycle: u16) -> Result<bool, Exhausted> {
        let Some(op) = self.op(node) else { return Ok(false) };
        let entry = self.entry[node].map(|e| Operand::new(Space::Entry, e));
        match op.opcode.signature().unit {
            UnitClass::Lane => {
                let cluster = self.clusters.of(node);
                let wants = if op.yields_truth() {
                    entry.map_or(Wants::Predicate, Wants::Entry)
                } else if self.clusters.is_published(node) {
                    Wants::Slot
                } else {
                    Wants::Local
                };
                let (fixed, locals) = (self.clusters.lane(cluster), self.clusters.locals(cluster));
                let lanes = self.resources.lanes(fixed, wants, locals)?;
                let lane = lanes
                    .into_iter()
                    .find(|(unit, result)| self.try_place(node, cycle, *unit, *result));
                let Some((lane, _)) = lane else { return Ok(false) };
                if fixed.is_none() {
                    self.resources.keep_locals(lane, locals);
                }
                self.clusters.set_lane(cluster, lane);
                Ok(true)
            }
            UnitClass::Logic => {
                let units = self.resources.logic_units(entry)?;
                Ok(units
                    .into_iter()
                    .any(|(unit, result)| self.try_place(node, cycle, unit, result)))
            }
            UnitClass::Divider
            | UnitClass::Wide
            | UnitClass::Text
            | UnitClass::Index
            | UnitClass::Column
            | UnitClass::Allocator
            | UnitClass::Scan
            | UnitClass::Verdict
            | UnitClass::Commit
            | UnitClass::Writer => {
                let result = self.result_of(&op, entry)?;
                Ok(self.try_place(node, cycle, op.table, result))
            }
        }
    }
}
