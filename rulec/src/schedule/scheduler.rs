// SPDX-License-Identifier: Apache-2.0

//! The state of scheduling one transaction: the place of each node, and the resources taken.

use super::clusters::Clusters;
use super::constants::Constants;
use super::exhausted::Exhausted;
use super::resources::Resources;
use crate::flow::{Arg, Effects, Flow, Node, NodeId, Op};
use engine::frame::Layout;
use engine::isa::{Gate, Instruction, Opcode, Operand, Phase, Space, UnitClass};
use engine::machine;
use engine::ports::bus;
use engine::program::{Entry, Transaction};

/// The cycle, unit and result register of a node.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) cycle: u16,
    pub(super) unit: u8,
    /// The register of its result.
    pub(super) result: Operand,
    /// The first cycle in which its result can be read.
    pub(super) ready: u16,
}

pub(super) struct Scheduler<'a> {
    pub(super) flow: &'a Flow,
    pub(super) layout: &'a Layout,
    /// Whether the verdict or the commit depends on a node.
    pub(super) live: Vec<bool>,
    /// The verdict entry that a node writes, if any.
    pub(super) entry: Vec<Option<u16>>,
    pub(super) places: Vec<Option<Place>>,
    pub(super) clusters: Clusters,
    pub(super) resources: Resources,
}

impl<'a> Scheduler<'a> {
    pub(super) fn new(flow: &'a Flow, layout: &'a Layout, lanes: usize) -> Scheduler<'a> {
        let mut entry = vec![None; flow.len()];
        let mut live = vec![false; flow.len()];
        for (i, judgement) in flow.judgements.iter().enumerate() {
            entry[judgement.node.0 as usize] = Some(i as u16);
            live[judgement.node.0 as usize] = true;
        }
        let effects = flow.effects.as_ref();
        for (i, judgement) in effects.iter().flat_map(|e| &e.judgements).enumerate() {
            entry[judgement.node.0 as usize] = Some((flow.judgements.len() + i) as u16);
            live[judgement.node.0 as usize] = true;
        }
        let of_effects = effects.iter().flat_map(|e| e.commit.iter().chain(&e.wanted));
        for node in flow.commit.iter().chain(of_effects) {
            live[node.0 as usize] = true;
        }
        // Operands come before their readers, so one pass in reverse order reaches all of them.
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

    pub(super) fn op(&self, node: usize) -> Option<Op> {
        match self.flow.node(NodeId(node as u32)) {
            Node::Op(op) => Some(op),
            Node::Field(_) | Node::Constant(_) => None,
        }
    }

    /// The number of instructions to place.
    pub(super) fn instructions(&self) -> usize {
        (0..self.flow.len()).filter(|i| self.live[*i] && self.op(*i).is_some()).count()
    }

    /// The side on which a node executes.
    pub(super) fn gate(&self, node: usize) -> Gate {
        match self.flow.is_gated(NodeId(node as u32)) {
            true => Gate::Reject,
            false => Gate::Accept,
        }
    }

    pub(super) fn place_fields_and_constants(
        &mut self,
        constants: &mut Constants,
    ) -> Result<(), Exhausted> {
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
                Node::Constant(_) | Node::Op(_) => None,
            };
        }
        Ok(())
    }

    /// The result register of an instruction whose unit is given.
    pub(super) fn result_of(&self, op: &Op, entry: Option<Operand>) -> Result<Operand, Exhausted> {
        if let (Opcode::Level, Some(entry)) = (op.opcode, entry) {
            return Ok(entry);
        }
        let signature = op.opcode.signature();
        if !writes(op.opcode) {
            return Ok(Operand::NONE);
        }
        if signature.roles[0].writes_wide() {
            return self.resources.wide();
        }
        if signature.unit == UnitClass::Wide && signature.roles[0].writes_truth() {
            return entry.map_or_else(|| self.resources.wide_predicate(), Ok);
        }
        if signature.unit == UnitClass::Text {
            return entry.map_or_else(|| self.resources.text_predicate(), Ok);
        }
        let column = if let (Opcode::Fetch, Arg::Immediate(column)) = (op.opcode, op.args[2]) {
            column
        } else {
            0
        };
        self.resources.slot(bus(signature.unit, op.table, column))
    }

    /// Places a node if all its ports are free.
    pub(super) fn try_place(&mut self, node: usize, cycle: u16, unit: u8, result: Operand) -> bool {
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

    /// The instruction of a placed node, whose operands are also placed.
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
        let instruction = Instruction::new(op.opcode, place.unit, place.cycle, operands);
        Some(instruction.gated(self.gate(node)))
    }

    /// The verdict instruction. Its cycle is the earliest in which the frame is parsed, every entry
    /// is written, and all state that the commit may change is read.
    pub(super) fn verdict(&self) -> Instruction {
        let judged = self
            .flow
            .judgements
            .iter()
            .filter_map(|j| self.places[j.node.0 as usize])
            .map(|p| p.ready);
        let is_read = |i: &usize| {
            self.gate(*i) == Gate::Accept && self.op(*i).is_some_and(|op| op.opcode.reads_state())
        };
        let read =
            (0..self.flow.len()).filter(is_read).filter_map(|i| self.places[i]).map(|p| p.cycle);
        let cycle = judged.chain(read).fold(self.layout.parsed(), u16::max);
        let mut operands = [Operand::NONE; 6];
        operands[1] = Operand::immediate(self.flow.judgements.len() as u16);
        Instruction::new(Opcode::Verdict, 0, cycle, operands)
    }

    /// The instruction that settles the effects of a reject. Its cycle is the earliest in which
    /// their entries are written and all state that they may change is read.
    pub(super) fn settle(&self, effects: &Effects, decided: u16) -> Instruction {
        let judged = effects
            .judgements
            .iter()
            .filter_map(|j| self.places[j.node.0 as usize])
            .map(|p| p.ready);
        let is_read = |i: &usize| {
            self.gate(*i) == Gate::Reject && self.op(*i).is_some_and(|op| op.opcode.reads_state())
        };
        let read =
            (0..self.flow.len()).filter(is_read).filter_map(|i| self.places[i]).map(|p| p.cycle);
        let wanted = effects.wanted.and_then(|node| self.places[node.0 as usize]);
        let ready = judged.chain(read).chain(wanted.map(|place| place.ready));
        let cycle = ready.fold(decided, u16::max);
        let mut operands = [Operand::NONE; 6];
        operands[1] = Operand::immediate(effects.judgements.len() as u16);
        operands[2] = wanted.map_or(Operand::NONE, |place| place.result);
        Instruction::new(Opcode::Settle, 0, cycle, operands).gated(Gate::Reject)
    }

    pub(super) fn finish(
        self,
        verdict: Instruction,
        settle: Option<Instruction>,
    ) -> Result<Transaction, Exhausted> {
        let placed =
            (0..self.flow.len()).filter(|i| self.live[*i]).filter_map(|i| self.instruction(i));
        let mut instructions: Vec<Instruction> = placed.chain([verdict]).chain(settle).collect();
        if instructions.len() > machine::INSTRUCTIONS_MAX {
            return Err(Exhausted::of("instructions of one message", machine::INSTRUCTIONS_MAX));
        }
        instructions
            .sort_by_key(|i| (i.cycle, i.opcode.signature().unit, i.unit, i.operands[2].index));
        let verdict_cycles = verdict.ready() + machine::TRANSMIT_CYCLES;
        let last = instructions.iter().map(Instruction::ready).max().unwrap_or(0);
        if usize::from(last) > machine::CYCLES_MAX {
            return Err(Exhausted::of("cycles of one message", machine::CYCLES_MAX));
        }
        let commits = instructions.iter().filter(|i| i.opcode.signature().phase == Phase::Commit);
        let decided = settle.as_ref().map_or(verdict.ready(), Instruction::ready);
        let stored = decided + self.layout.store_cycles().max(machine::TRANSMIT_CYCLES);
        let commit_cycles =
            commits.map(Instruction::ready).fold(verdict_cycles.max(stored), u16::max);
        let entries: Vec<Entry> = self.flow.judgements.iter().map(|j| j.entry).collect();
        let effects = self.flow.effects.iter().flat_map(|effects| &effects.judgements);
        let effects = effects.map(|judgement| judgement.entry).collect();
        Ok(Transaction { instructions, entries, effects, verdict_cycles, commit_cycles })
    }
}

/// Whether `dst` is the result of the instruction.
fn writes(opcode: Opcode) -> bool {
    opcode.signature().roles[0].writes()
}
