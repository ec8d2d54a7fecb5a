// SPDX-License-Identifier: Apache-2.0

//! The state of scheduling one transaction: the place of each node, and the resources taken.

use super::clusters::Clusters;
use super::constants::Constants;
use super::exhausted::Exhausted;
use super::resources::Resources;
use super::rows::RowProgram;
use crate::flow::{Arg, Effects, Flow, Node, NodeId, Op};
use engine::frame::Layout;
use engine::isa::{Gate, Instruction, Opcode, Operand, Phase, Role, Space, UnitClass};
use engine::machine;
use engine::ports::bus;
use engine::program::{Entry, Transaction};
use engine::scan::Scan;

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
    /// The row program of each scan that is live.
    programs: Vec<Option<RowProgram>>,
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
                flow.reads(&op).for_each(|read| live[read.0 as usize] = true);
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
            programs: Vec::new(),
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
        let is_live = |number: usize| {
            let runs = |i: &usize| {
                let number = Arg::Immediate(number as u16);
                let is_it = |op: Op| op.opcode == Opcode::Scan && op.args[2] == number;
                self.live[*i] && self.op(*i).is_some_and(is_it)
            };
            (0..self.flow.len()).any(|i| runs(&i))
        };
        let live: Vec<bool> = (0..self.flow.scans.len()).map(is_live).collect();
        for (scan, live) in self.flow.scans.iter().zip(live) {
            self.programs.push(match live {
                true => Some(RowProgram::new(scan, constants)?),
                false => None,
            });
        }
        Ok(())
    }

    /// The result register of an instruction whose unit is given.
    pub(super) fn result_of(&self, op: &Op, entry: Option<Operand>) -> Result<Operand, Exhausted> {
        if let (Role::WriteEntry, Some(entry)) = (op.opcode.signature().roles[0], entry) {
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
        if op.opcode == Opcode::Scan {
            operands[2] = Operand::immediate(self.scan_number(&op));
            operands[3] = Operand::immediate(self.latency(&op));
        }
        let instruction = Instruction::new(op.opcode, place.unit, place.cycle, operands);
        Some(instruction.gated(self.gate(node)))
    }

    /// The cycles from the issue of an instruction to its result.
    pub(super) fn latency(&self, op: &Op) -> u16 {
        match (op.opcode, op.args[2]) {
            (Opcode::Scan, Arg::Immediate(number)) => {
                let program = self.programs.get(usize::from(number)).and_then(Option::as_ref);
                program.map_or(0, |program| program.latency)
            }
            _ => op.opcode.signature().latency,
        }
    }

    /// The number of a scan among those that are live.
    fn scan_number(&self, op: &Op) -> u16 {
        let Arg::Immediate(number) = op.args[2] else { return 0 };
        let before = self.programs.iter().take(number.into());
        before.filter(|program| program.is_some()).count() as u16
    }

    /// Checks that a cycle is one that the machine has.
    pub(super) fn within_cycles(&self, cycle: u16) -> Result<(), Exhausted> {
        let has_scan = self.programs.iter().any(Option::is_some);
        let most = machine::cycles_max(has_scan);
        let what = "cycles of one message";
        match usize::from(cycle) < most {
            true => Ok(()),
            false if has_scan => Err(Exhausted::with(
                what,
                most,
                "state smaller bounds for what is scanned: scans of one list are one after the \
                 other",
            )),
            false => Err(Exhausted::of(what, most)),
        }
    }

    /// The scans with the registers that they read.
    fn scans(&self) -> Vec<Scan> {
        let place =
            |node: NodeId| self.places[node.0 as usize].map_or(Operand::NONE, |place| place.result);
        let scans = self.flow.scans.iter().zip(&self.programs);
        scans.filter_map(|(flow, program)| Some(program.as_ref()?.scan(flow, place))).collect()
    }

    /// The cycles in which the state that one side reads has been read. A scan reads rows until its
    /// results are there.
    fn state_read(&self, gate: Gate) -> impl Iterator<Item = u16> {
        (0..self.flow.len()).filter(move |i| self.gate(*i) == gate).filter_map(|i| {
            let (op, place) = (self.op(i)?, self.places[i]?);
            match op.opcode {
                Opcode::Scan => Some(place.ready),
                opcode => opcode.reads_state().then_some(place.cycle),
            }
        })
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
        let read = self.state_read(Gate::Accept);
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
        let read = self.state_read(Gate::Reject);
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
        if last > 0 {
            self.within_cycles(last - 1)?;
        }
        let scans = self.scans();
        let commits = instructions.iter().filter(|i| i.opcode.signature().phase == Phase::Commit);
        let decided = settle.as_ref().map_or(verdict.ready(), Instruction::ready);
        let stored = decided + self.layout.store_cycles().max(machine::TRANSMIT_CYCLES);
        let commit_cycles =
            commits.map(Instruction::ready).fold(verdict_cycles.max(stored), u16::max);
        let entries: Vec<Entry> = self.flow.judgements.iter().map(|j| j.entry).collect();
        let effects = self.flow.effects.iter().flat_map(|effects| &effects.judgements);
        let effects = effects.map(|judgement| judgement.entry).collect();
        Ok(Transaction { instructions, entries, effects, scans, verdict_cycles, commit_cycles })
    }
}

/// Whether `dst` is the result of the instruction.
fn writes(opcode: Opcode) -> bool {
    opcode.signature().roles[0].writes()
}
