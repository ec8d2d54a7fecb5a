// SPDX-License-Identifier: Apache-2.0

//! Scheduling: every instruction of a dataflow gets its cycle, its unit and its registers.
//!
//! It is list scheduling. Cycle by cycle, the instructions whose operands are ready are taken by
//! the length of the path from them to the verdict (then to the end), and placed if their unit, its
//! write port and a register are free. Values that only one lane needs stay in that lane: an
//! expression is a *cluster* of lane instructions that go to one lane, and only what leaves the
//! cluster is published to a slot. The commit follows behind the verdict in its own order.

mod clusters;
mod commit;
mod resources;

use crate::flow::{Arg, Flow, Node, NodeId, Op};
use clusters::Clusters;
use engine::frame::Layout;
use engine::isa::{Instruction, Opcode, Operand, Phase, Role, Space, UnitClass};
use engine::machine;
use engine::ports::bus;
use engine::program::{Entry, Transaction};
use engine::value::Value;
use resources::{Resources, Wants};
use std::collections::HashMap;

/// What of the machine a program needs more of than there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exhausted {
    /// The capacity, in words.
    pub what: &'static str,
    /// How many there are.
    pub limit: usize,
}

/// The constants of a program, each once.
#[derive(Clone, Debug, Default)]
pub struct Constants {
    /// The constants.
    pub list: Vec<Value>,
}

impl Constants {
    fn operand(&mut self, value: Value) -> Result<Operand, Exhausted> {
        let index = self.list.iter().position(|v| *v == value).unwrap_or_else(|| {
            self.list.push(value);
            self.list.len() - 1
        });
        if index >= machine::CONSTANTS_MAX {
            return Err(Exhausted { what: "constants", limit: machine::CONSTANTS_MAX });
        }
        Ok(Operand::new(Space::Constant, index as u16))
    }
}

/// Places a dataflow on the machine, on the first `lanes` of its lanes.
///
/// # Errors
/// [`Exhausted`] names the capacity that it does not fit.
pub fn schedule(
    flow: &Flow,
    layout: &Layout,
    constants: &mut Constants,
    lanes: usize,
) -> Result<Transaction, Exhausted> {
    if flow.judgements.len() > machine::ENTRIES_MAX {
        return Err(Exhausted {
            what: "rules and checks of one message",
            limit: machine::ENTRIES_MAX,
        });
    }
    let mut scheduler = Scheduler::new(flow, layout, lanes);
    scheduler.place_fields_and_constants(constants)?;
    scheduler.place_checks()?;
    let verdict = scheduler.verdict();
    let verdict_done = verdict.ready();
    scheduler.place_commit(verdict_done)?;
    scheduler.finish(verdict)
}

/// Where and when a node runs.
#[derive(Clone, Copy, Debug)]
struct Place {
    cycle: u16,
    unit: u8,
    /// Where its result is.
    result: Operand,
    /// From when it can be read.
    ready: u16,
}

struct Scheduler<'a> {
    flow: &'a Flow,
    layout: &'a Layout,
    /// Nodes that the verdict or the commit depends on.
    live: Vec<bool>,
    /// The entry that a node writes.
    entry: Vec<Option<u16>>,
    places: Vec<Option<Place>>,
    clusters: Clusters,
    resources: Resources,
}

impl<'a> Scheduler<'a> {
    fn new(flow: &'a Flow, layout: &'a Layout, lanes: usize) -> Scheduler<'a> {
        let mut entry = vec![None; flow.len()];
        let mut live = vec![false; flow.len()];
        for (i, judgement) in flow.judgements.iter().enumerate() {
            entry[judgement.node.0 as usize] = Some(i as u16);
            live[judgement.node.0 as usize] = true;
        }
        for node in &flow.commit {
            live[node.0 as usize] = true;
        }
        // Operands come before their readers, so one pass from the back reaches everything.
        for i in (0..flow.len()).rev() {
            if let (true, Node::Op(op)) = (live[i], flow.node(NodeId(i as u32))) {
                op.reads().for_each(|read| live[read.0 as usize] = true);
            }
        }
        let clusters = Clusters::new(flow, &live);
        Scheduler {
            flow,
            layout,
            live,
            entry,
            places: vec![None; flow.len()],
            clusters,
            resources: Resources::new(layout, lanes),
        }
    }

    fn op(&self, node: usize) -> Option<Op> {
        match self.flow.node(NodeId(node as u32)) {
            Node::Op(op) => Some(op),
            _ => None,
        }
    }

    fn place_fields_and_constants(&mut self, constants: &mut Constants) -> Result<(), Exhausted> {
        for i in 0..self.flow.len() {
            self.places[i] = match self.flow.node(NodeId(i as u32)) {
                Node::Field(field) => Some(Place {
                    cycle: 0,
                    unit: 0,
                    result: Operand::slot(field),
                    ready: self.layout.field_ready(field.into()),
                }),
                Node::Constant(value) if self.live[i] => {
                    Some(Place { cycle: 0, unit: 0, result: constants.operand(value)?, ready: 0 })
                }
                _ => None,
            };
        }
        Ok(())
    }

    /// Places everything up to the verdict.
    fn place_checks(&mut self) -> Result<(), Exhausted> {
        let (urgency, after) = (self.urgency(), self.allocation_order());
        let mut waiting: Vec<usize> = (0..self.flow.len())
            .filter(|i| {
                self.live[*i]
                    && self.op(*i).is_some_and(|op| op.opcode.signature().phase == Phase::Check)
            })
            .collect();
        waiting.sort_by_key(|i| (std::cmp::Reverse(urgency[*i]), *i));
        let mut cycle = machine::ISSUE_CYCLES;
        while !waiting.is_empty() {
            if usize::from(cycle) >= machine::CYCLES_MAX {
                return Err(Exhausted {
                    what: "cycles of one message",
                    limit: machine::CYCLES_MAX,
                });
            }
            let mut later = Vec::with_capacity(waiting.len());
            for node in waiting {
                let turn = after[node]
                    .is_none_or(|before| self.places[before].is_some_and(|p| p.cycle < cycle));
                if !(turn && self.operands_ready(node, cycle) && self.place(node, cycle)?) {
                    later.push(node);
                }
            }
            waiting = later;
            cycle += 1;
        }
        Ok(())
    }

    /// Cycles from each node to the verdict, then to the end of what depends on it.
    fn urgency(&self) -> Vec<(u16, u16)> {
        let mut urgency = vec![(0, 0); self.flow.len()];
        for i in (0..self.flow.len()).rev().filter(|i| self.live[*i]) {
            let Some(op) = self.op(i) else { continue };
            let latency = op.opcode.signature().latency;
            let own: &mut (u16, u16) = &mut urgency[i];
            own.1 += latency;
            if own.0 > 0 || self.entry[i].is_some() {
                own.0 += latency;
            }
            let own = *own;
            for read in op.reads() {
                let of = &mut urgency[read.0 as usize];
                *of = (of.0.max(own.0), of.1.max(own.1));
            }
        }
        urgency
    }

    /// For each allocation, the one that must come before it: reserves of a table count what those
    /// before them took, and so do levels; the two do not count each other.
    fn allocation_order(&self) -> Vec<Option<usize>> {
        let mut order = vec![None; self.flow.len()];
        let mut last = HashMap::new();
        for (i, slot) in order.iter_mut().enumerate().filter(|(i, _)| self.live[*i]) {
            if let Some(op) =
                self.op(i).filter(|op| op.opcode.signature().unit == UnitClass::Allocator)
            {
                *slot = last.insert((op.table, op.opcode), i);
            }
        }
        order
    }

    fn operands_ready(&self, node: usize, cycle: u16) -> bool {
        let ready = |read: NodeId| self.places[read.0 as usize].is_some_and(|p| p.ready <= cycle);
        self.op(node).is_some_and(|op| op.reads().all(ready))
    }

    /// Places a check-phase node in a cycle if there is a unit and a register for it.
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
            _ => {
                let result = self.result_of(&op, entry)?;
                Ok(self.try_place(node, cycle, op.table, result))
            }
        }
    }

    /// Where the result goes of an instruction whose unit is given.
    fn result_of(&self, op: &Op, entry: Option<Operand>) -> Result<Operand, Exhausted> {
        match (op.opcode, entry) {
            (Opcode::Level, Some(entry)) => Ok(entry),
            (opcode, _) if writes(opcode) => {
                let column = if let (Opcode::Fetch, Arg::Immediate(column)) = (opcode, op.args[2]) {
                    column
                } else {
                    0
                };
                self.resources.slot(bus(opcode.signature().unit, op.table, column))
            }
            _ => Ok(Operand::NONE),
        }
    }

    /// Places a node if the ports that it occupies are free.
    fn try_place(&mut self, node: usize, cycle: u16, unit: u8, result: Operand) -> bool {
        self.set(node, Place { cycle, unit, result, ready: 0 });
        match self.instruction(node) {
            Some(instruction) if self.resources.is_free(&instruction) => {
                self.resources.take(&instruction);
                true
            }
            _ => {
                self.places[node] = None;
                false
            }
        }
    }

    fn set(&mut self, node: usize, mut place: Place) {
        self.places[node] = Some(place);
        if let Some(instruction) = self.instruction(node) {
            place.ready = instruction.ready();
            self.places[node] = Some(place);
        }
    }

    /// The instruction of a placed node; its operands are placed.
    fn instruction(&self, node: usize) -> Option<Instruction> {
        let (op, place) = (self.op(node)?, self.places[node]?);
        let mut operands = op.args.map(|arg| match arg {
            Arg::None => Operand::NONE,
            Arg::Immediate(number) => Operand::immediate(number),
            Arg::Node(read) => self.places[read.0 as usize].map_or(Operand::NONE, |p| p.result),
        });
        if writes(op.opcode) {
            operands[0] = place.result;
        }
        if let (Opcode::Reserve, Some(entry)) = (op.opcode, self.entry[node]) {
            operands[2] = Operand::new(Space::Entry, entry);
        }
        Some(Instruction { opcode: op.opcode, unit: place.unit, cycle: place.cycle, operands })
    }

    /// The verdict: as soon as the frame is parsed, every entry written, and everything read that
    /// the commit may change.
    fn verdict(&self) -> Instruction {
        let judged = self
            .flow
            .judgements
            .iter()
            .filter_map(|j| self.places[j.node.0 as usize])
            .map(|p| p.ready);
        let is_read = |i: &usize| self.op(*i).is_some_and(|op| op.opcode.reads_state());
        let read =
            (0..self.flow.len()).filter(is_read).filter_map(|i| self.places[i]).map(|p| p.cycle);
        let cycle = judged.chain(read).fold(self.layout.parsed(), u16::max);
        let mut operands = [Operand::NONE; 6];
        operands[1] = Operand::immediate(self.flow.judgements.len() as u16);
        Instruction { opcode: Opcode::Verdict, unit: 0, cycle, operands }
    }

    fn finish(self, verdict: Instruction) -> Result<Transaction, Exhausted> {
        let placed =
            (0..self.flow.len()).filter(|i| self.live[*i]).filter_map(|i| self.instruction(i));
        let mut instructions: Vec<Instruction> = placed.chain([verdict]).collect();
        if instructions.len() > machine::INSTRUCTIONS_MAX {
            return Err(Exhausted {
                what: "instructions of one message",
                limit: machine::INSTRUCTIONS_MAX,
            });
        }
        instructions
            .sort_by_key(|i| (i.cycle, i.opcode.signature().unit, i.unit, i.operands[2].index));
        let verdict_cycles = verdict.ready() + machine::TRANSMIT_CYCLES;
        let last = instructions.iter().map(Instruction::ready).max().unwrap_or(0);
        if usize::from(last) > machine::CYCLES_MAX {
            return Err(Exhausted { what: "cycles of one message", limit: machine::CYCLES_MAX });
        }
        let commits = instructions.iter().filter(|i| i.opcode.signature().phase == Phase::Commit);
        let stored = verdict.ready() + self.layout.store_cycles();
        let commit_cycles =
            commits.map(Instruction::ready).fold(verdict_cycles.max(stored), u16::max);
        let entries: Vec<Entry> = self.flow.judgements.iter().map(|j| j.entry).collect();
        Ok(Transaction { instructions, entries, verdict_cycles, commit_cycles })
    }
}

/// Whether `dst` is what the instruction writes.
fn writes(opcode: Opcode) -> bool {
    matches!(
        opcode.signature().roles[0],
        Role::Write
            | Role::WriteAny
            | Role::WriteSlot
            | Role::WriteRow
            | Role::WriteTruth
            | Role::WriteEntry
    )
}
