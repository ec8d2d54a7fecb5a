// SPDX-License-Identifier: Apache-2.0

//! An assembler of transactions, for tests.

use engine::frame::Layout;
use engine::isa::{Chain, Instruction, Opcode, Operand, Phase, Role, Space, UnitClass};
use engine::machine::{BUSES, PredicateWriter, TRANSMIT_CYCLES, predicate_bank};
use engine::ports::bus;
use engine::program::{Entry, Transaction};
use engine::schema::{ColumnDef, TableId};
use engine::value::Width;
use std::collections::{BTreeMap, BTreeSet};

/// A transaction under construction.
pub struct Assembler {
    layout: Layout,
    instructions: Vec<Instruction>,
    entries: Vec<Entry>,
    ready: BTreeMap<Operand, u16>,
    results: BTreeSet<(u8, u16)>,
    next_cycle: u16,
    /// The number of slots used in each memory bank.
    slots: [u16; BUSES],
    next_predicate: BTreeMap<u16, u16>,
    known: Option<u16>,
}

impl Assembler {
    pub fn new(kind: u8, fields: &[ColumnDef]) -> Assembler {
        let layout = Layout::new(kind, fields);
        let ready = (0..fields.len())
            .map(|field| (Operand::slot(field as u16), layout.field_ready(field)))
            .collect();
        Assembler {
            layout,
            instructions: Vec::new(),
            entries: Vec::new(),
            ready,
            results: BTreeSet::new(),
            next_cycle: 0,
            slots: std::array::from_fn(|bus| u16::from(bus < fields.len())),
            next_predicate: BTreeMap::new(),
            known: None,
        }
    }

    /// Issues an instruction in the first possible cycle.
    pub fn issue(&mut self, opcode: Opcode, unit: u8, operands: [Operand; 6]) {
        let signature = opcode.signature();
        let mut cycle = self.next_cycle;
        for (operand, role) in operands.iter().zip(signature.roles) {
            if !role.writes() {
                cycle = cycle.max(self.ready.get(operand).copied().unwrap_or(0));
            }
        }
        if signature.phase == Phase::Commit {
            cycle = cycle.max(self.known.expect("changes come after the verdict"));
        }
        // A lane has one write port for values.
        while signature.unit == UnitClass::Lane
            && !self.results.insert((unit, cycle + signature.latency))
        {
            cycle += 1;
        }
        let instruction = Instruction::new(opcode, unit, cycle, operands);
        for (operand, role) in operands.iter().zip(signature.roles) {
            if role.writes() {
                self.ready.insert(*operand, instruction.ready());
            }
        }
        self.instructions.push(instruction);
        self.next_cycle = cycle + 1;
    }

    /// The next slot of the memory bank that a unit writes.
    pub fn slot(&mut self, opcode: Opcode, unit: u8, column: u16) -> Operand {
        let bus = bus(opcode.signature().unit, unit, column);
        let place = &mut self.slots[usize::from(bus)];
        *place += 1;
        Operand::slot((*place - 1) * BUSES as u16 + u16::from(bus))
    }

    fn predicate(&mut self, writer: PredicateWriter) -> Operand {
        let first = predicate_bank(writer).start as u16;
        let next = self.next_predicate.entry(first).or_insert(first);
        *next += 1;
        Operand::new(Space::Predicate, *next - 1)
    }

    fn entry(&mut self, entry: Entry) -> Operand {
        self.entries.push(entry);
        Operand::new(Space::Entry, self.entries.len() as u16 - 1)
    }

    /// Computes a value in a lane and writes it to a slot.
    pub fn value(&mut self, opcode: Opcode, lane: u8, [a, b, c]: [Operand; 3]) -> Operand {
        let dst = self.slot(opcode, lane, 0);
        let has_width = opcode.signature().roles[5] == Role::WidthNumber;
        let width = Operand::immediate(Width::W64 as u16);
        let e = if has_width { width } else { Operand::NONE };
        self.issue(opcode, lane, [dst, a, b, c, Operand::NONE, e]);
        dst
    }

    /// Computes a truth in a lane and writes it to a predicate.
    pub fn truth(&mut self, opcode: Opcode, lane: u8, [a, b, c]: [Operand; 3]) -> Operand {
        let dst = self.predicate(PredicateWriter::Lane(lane));
        self.issue(opcode, lane, [dst, a, b, c, Operand::NONE, Operand::NONE]);
        dst
    }

    /// Computes a truth in a lane and writes it to a verdict entry.
    pub fn require(&mut self, entry: Entry, opcode: Opcode, lane: u8, [a, b, c]: [Operand; 3]) {
        let dst = self.entry(entry);
        self.issue(opcode, lane, [dst, a, b, c, Operand::NONE, Operand::NONE]);
    }

    /// Combines predicates and writes the result to a predicate.
    pub fn chain(&mut self, unit: u8, operands: [Operand; 4], chain: Chain) -> Operand {
        let dst = self.predicate(PredicateWriter::Logic(unit));
        let [a, b, c, d] = operands;
        let how = Operand::immediate(chain.encode());
        self.issue(Opcode::Chain, unit, [dst, a, b, c, d, how]);
        dst
    }

    /// Combines predicates and writes the result to an entry.
    pub fn require_chain(&mut self, entry: Entry, unit: u8, operands: [Operand; 4], chain: Chain) {
        let dst = self.entry(entry);
        let [a, b, c, d] = operands;
        let how = Operand::immediate(chain.encode());
        self.issue(Opcode::Chain, unit, [dst, a, b, c, d, how]);
    }

    fn keyed(&mut self, opcode: Opcode, table: TableId, key: &[Operand], when: Operand) -> Operand {
        let dst = self.slot(opcode, table.0 as u8, 0);
        let [a, b, c, d] = columns(key);
        self.issue(opcode, table.0 as u8, [dst, a, b, c, d, when]);
        dst
    }

    pub fn lookup(&mut self, table: TableId, key: &[Operand], when: Operand) -> Operand {
        self.keyed(Opcode::Lookup, table, key, when)
    }

    pub fn find(&mut self, table: TableId, key: &[Operand], when: Operand) -> Operand {
        self.keyed(Opcode::Find, table, key, when)
    }

    pub fn open(&mut self, table: TableId, key: &[Operand], when: Operand) -> Operand {
        self.keyed(Opcode::Open, table, key, when)
    }

    pub fn fetch(&mut self, table: TableId, row: Operand, column: u16) -> Operand {
        let dst = self.slot(Opcode::Fetch, table.0 as u8, column);
        let column = Operand::immediate(column);
        let none = Operand::NONE;
        self.issue(Opcode::Fetch, table.0 as u8, [dst, row, column, none, none, none]);
        dst
    }

    pub fn reserve(&mut self, entry: Entry, table: TableId, when: Operand) -> Operand {
        let (dst, entry) = (self.slot(Opcode::Reserve, table.0 as u8, 0), self.entry(entry));
        let none = Operand::NONE;
        self.issue(Opcode::Reserve, table.0 as u8, [dst, when, entry, none, none, none]);
        dst
    }

    pub fn level(
        &mut self,
        entry: Entry,
        table: TableId,
        [when, group, value]: [Operand; 3],
        column: u16,
    ) {
        let dst = self.entry(entry);
        let column = Operand::immediate(column);
        self.issue(Opcode::Level, table.0 as u8, [dst, when, group, column, value, Operand::NONE]);
    }

    /// The verdict over all entries so far.
    pub fn verdict(&mut self) {
        let entries = (0..self.entries.len()).map(|i| Operand::new(Space::Entry, i as u16));
        let there = entries.map(|entry| self.ready[&entry]).max().unwrap_or(0);
        self.next_cycle = self.next_cycle.max(there).max(self.layout.parsed());
        let mut operands = [Operand::NONE; 6];
        operands[1] = Operand::immediate(self.entries.len() as u16);
        self.issue(Opcode::Verdict, 0, operands);
        self.known = self.instructions.last().map(Instruction::ready);
    }

    pub fn insert(&mut self, table: TableId, row: Operand, key: &[Operand], when: Operand) {
        let [a, b, c, d] = columns(key);
        self.issue(Opcode::Insert, table.0 as u8, [row, a, b, c, d, when]);
    }

    pub fn write(&mut self, table: TableId, row: Operand, column: u16, what: [Operand; 2]) {
        let (column, none) = (Operand::immediate(column), Operand::NONE);
        let [value, when] = what;
        self.issue(Opcode::Write, table.0 as u8, [none, row, column, value, none, when]);
    }

    pub fn delete(&mut self, table: TableId, row: Operand, when: Operand) {
        let none = Operand::NONE;
        self.issue(Opcode::Delete, table.0 as u8, [none, row, none, none, none, when]);
    }

    pub fn fold(&mut self, table: TableId, row: Operand, column: u16, value: Operand, back: bool) {
        let sign = Operand::immediate(back.into());
        let (column, none) = (Operand::immediate(column), Operand::NONE);
        self.issue(Opcode::Fold, table.0 as u8, [none, row, column, value, sign, none]);
    }

    pub fn close(&mut self, table: TableId, row: Operand) {
        let none = Operand::NONE;
        self.issue(Opcode::Close, table.0 as u8, [none, row, none, none, none, none]);
    }

    pub fn finish(self) -> Transaction {
        let known = self.known.expect("there is a verdict");
        let verdict_cycles = known + TRANSMIT_CYCLES;
        let changes =
            self.instructions.iter().filter(|i| i.opcode.signature().phase == Phase::Commit);
        Transaction {
            scans: Vec::new(),
            verdict_cycles,
            commit_cycles: changes.map(Instruction::ready).fold(verdict_cycles, u16::max),
            instructions: self.instructions,
            entries: self.entries,
            effects: Vec::new(),
        }
    }
}

fn columns(key: &[Operand]) -> [Operand; 4] {
    std::array::from_fn(|i| key.get(i).copied().unwrap_or(Operand::NONE))
}
