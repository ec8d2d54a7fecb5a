// SPDX-License-Identifier: Apache-2.0

//! An assembler of transactions: each instruction issues in the first cycle that its operands and
//! ports allow, in the order in which it is given.

use engine::frame::Layout;
use engine::isa::{Gate, Instruction, Opcode, Operand, Phase, Space, UnitClass};
use engine::machine::{BUSES, PredicateWriter, TRANSMIT_CYCLES, predicate_bank};
use engine::ports::{Claim, Port, bus, bus_of_slot, field_claims};
use engine::program::{Entry, Transaction};
use engine::schema::ColumnDef;
use std::collections::BTreeMap;

const NONE: Operand = Operand::NONE;

/// A transaction under construction.
pub struct Assembler {
    layout: Layout,
    instructions: Vec<Instruction>,
    entries: Vec<Entry>,
    effects: Vec<Entry>,
    ready: BTreeMap<Operand, u16>,
    claims: BTreeMap<(Port, u16), Claim>,
    /// The number of slots used in each memory bank.
    slots: [u16; BUSES],
    predicates: BTreeMap<usize, u16>,
    wides: u16,
    /// No further instruction issues before this cycle.
    cycle: u16,
    /// The cycles in which the decisions are known.
    verdict_known: u16,
    settle_known: Option<u16>,
    gate: Gate,
}

impl Assembler {
    /// An empty transaction for frames of these fields.
    pub fn new(kind: usize, fields: &[ColumnDef]) -> Assembler {
        let layout = Layout::new(kind as u8, fields);
        let mut slots = [0; BUSES];
        let mut claims = BTreeMap::new();
        for claim in field_claims(&layout) {
            slots[usize::from(bus_of_slot(claim.slot))] += 1;
            let (port, cycle) = (claim.port, claim.cycle);
            claims.insert((port, cycle), Claim { port, cycle, row: None });
        }
        let ready = (0..fields.len())
            .map(|field| (Operand::slot(field as u16), layout.field_ready(field)))
            .collect();
        Assembler {
            layout,
            instructions: Vec::new(),
            entries: Vec::new(),
            effects: Vec::new(),
            ready,
            claims,
            slots,
            predicates: BTreeMap::new(),
            wides: 0,
            cycle: engine::machine::ISSUE_CYCLES,
            verdict_known: 0,
            settle_known: None,
            gate: Gate::Accept,
        }
    }

    /// Issues an instruction. `dst` is replaced by a new register of the kind that the opcode
    /// writes, unless it is given; returns it.
    pub fn issue(&mut self, opcode: Opcode, unit: u8, mut operands: [Operand; 6]) -> Operand {
        let signature = opcode.signature();
        let role = signature.roles[0];
        if operands[0] == NONE && role.writes() {
            let column = if signature.unit == UnitClass::Column { operands[2].index } else { 0 };
            operands[0] = self.register(opcode, unit, column);
        }
        let mut cycle = self.cycle;
        for (operand, role) in operands.iter().zip(signature.roles) {
            if role.reads() {
                cycle = cycle.max(self.ready.get(operand).copied().unwrap_or(0));
            }
        }
        cycle = match (signature.phase, self.gate) {
            (Phase::Commit, Gate::Reject) => cycle.max(self.settle_known.unwrap_or(0)),
            (Phase::Commit, Gate::Accept) | (_, Gate::Reject) => cycle.max(self.verdict_known),
            (_, Gate::Accept) => cycle,
        };
        let mut instruction = Instruction::new(opcode, unit, cycle, operands).gated(self.gate);
        while instruction.claims().any(|claim| {
            let taken = self.claims.get(&(claim.port, claim.cycle));
            taken.is_some_and(|taken| !taken.agrees(&claim))
        }) {
            instruction.cycle += 1;
        }
        let claims = instruction.claims().map(|claim| ((claim.port, claim.cycle), claim));
        self.claims.extend(claims);
        for (operand, role) in operands.iter().zip(signature.roles) {
            if role.writes() {
                self.ready.insert(*operand, instruction.ready());
            }
        }
        self.instructions.push(instruction);
        self.cycle = instruction.cycle;
        operands[0]
    }

    /// A new register for the result of an instruction.
    fn register(&mut self, opcode: Opcode, unit: u8, column: u16) -> Operand {
        let signature = opcode.signature();
        if signature.roles[0].writes_wide() {
            self.wides += 1;
            return Operand::new(Space::Wide, self.wides - 1);
        }
        if signature.roles[0].writes_truth() {
            let writer = match signature.unit {
                UnitClass::Lane => PredicateWriter::Lane(unit),
                UnitClass::Wide => PredicateWriter::Wide,
                UnitClass::Text => PredicateWriter::Text,
                UnitClass::Logic
                | UnitClass::Divider
                | UnitClass::Index
                | UnitClass::Column
                | UnitClass::Allocator
                | UnitClass::Scan
                | UnitClass::Verdict
                | UnitClass::Commit
                | UnitClass::Writer => PredicateWriter::Logic(unit),
            };
            let first = predicate_bank(writer).start;
            let used = self.predicates.entry(first).or_default();
            *used += 1;
            return Operand::new(Space::Predicate, first as u16 + *used - 1);
        }
        let bus = bus(signature.unit, unit, column);
        let place = &mut self.slots[usize::from(bus)];
        *place += 1;
        Operand::slot((*place - 1) * BUSES as u16 + u16::from(bus))
    }

    /// A new entry of the verdict, or of the effects after [`Assembler::begin_effects`]. All
    /// entries of the verdict come first.
    pub fn entry(&mut self, entry: Entry) -> Operand {
        let entries = match self.gate {
            Gate::Accept => &mut self.entries,
            Gate::Reject => &mut self.effects,
        };
        entries.push(entry);
        Operand::new(Space::Entry, (self.entries.len() + self.effects.len()) as u16 - 1)
    }

    /// Issues the verdict over all entries so far.
    pub fn verdict(&mut self) {
        self.wait_for_results();
        self.cycle = self.cycle.max(self.layout.parsed());
        let count = Operand::immediate(self.entries.len() as u16);
        self.issue(Opcode::Verdict, 0, [NONE, count, NONE, NONE, NONE, NONE]);
        self.verdict_known = self.last_ready();
    }

    /// Gives the gate of a reject to the instructions that follow.
    pub fn begin_effects(&mut self) {
        self.gate = Gate::Reject;
    }

    /// Gives no gate to the instructions that follow.
    pub fn without_gate(&mut self) {
        self.gate = Gate::Accept;
    }

    /// Issues the settle over all entries of the effects, which are done when a predicate is true.
    pub fn settle(&mut self, when: Operand) {
        self.wait_for_results();
        let count = Operand::immediate(self.effects.len() as u16);
        self.issue(Opcode::Settle, 0, [NONE, count, when, NONE, NONE, NONE]);
        self.settle_known = Some(self.last_ready());
    }

    /// A decision waits for all results, so that none arrives after the end.
    fn wait_for_results(&mut self) {
        self.cycle = self.ready.values().copied().fold(self.cycle, u16::max);
    }

    fn last_ready(&self) -> u16 {
        self.instructions.last().map_or(0, Instruction::ready)
    }

    /// The transaction.
    pub fn finish(self) -> Transaction {
        let verdict_cycles = self.verdict_known + TRANSMIT_CYCLES;
        let decided = self.settle_known.unwrap_or(self.verdict_known);
        let stored = decided + self.layout.store_cycles().max(TRANSMIT_CYCLES);
        let changes =
            self.instructions.iter().filter(|i| i.opcode.signature().phase == Phase::Commit);
        Transaction {
            commit_cycles: changes
                .map(Instruction::ready)
                .fold(verdict_cycles.max(stored), u16::max),
            scans: Vec::new(),
            verdict_cycles,
            instructions: self.instructions,
            entries: self.entries,
            effects: self.effects,
        }
    }
}
