// SPDX-License-Identifier: Apache-2.0

//! Decodes a transaction into micro-operations, once, when its program is prepared.
//!
//! Slots, locals of all lanes and predicates are written once in a transaction, so that each gets a
//! place of its own in one dense numbering, and a `move` is no work at all: its destination is
//! another name for its source. The operations up to the verdict and those behind it become two
//! lists.
//!
//! A program that was validated has nothing here that cannot be decoded. Should an operand be out
//! of range all the same, it reads as NULL or is written to where nobody looks; a commit before the
//! verdict is left out.

use super::logic::Logic;
use super::micro::{CONSTANTS, ENTRIES, KeyIndices, Micro, NULL, TRUE, TruthIndex, ValueIndex};
use super::prefetch::with_touches;
use super::table::{Place, Shape};
use crate::frame::Layout;
use crate::isa::{Chain, Instruction, Opcode, Operand, Phase, Space, UnitClass};
use crate::machine::{CONSTANTS_MAX, ENTRIES_MAX, FIELDS_MAX, LANES, LOCALS_PER_LANE};
use crate::machine::{PREDICATES, SLOTS};
use crate::program::{Entry, FrameKind, Program, Transaction};
use crate::schema::ColumnKind;
use crate::value::Width;

/// Values that the registers have room for; a power of two, so that a masked index needs no check.
pub const VALUES: usize = 8192;
/// Truths likewise.
pub const TRUTHS: usize = 2048;

const LOCALS: usize = LANES * LOCALS_PER_LANE;
const _: () = assert!(
    CONSTANTS as usize + CONSTANTS_MAX + SLOTS + LOCALS < VALUES,
    "every value of a transaction has a place, and there is one that nobody reads"
);
const _: () = assert!(
    ENTRIES as usize + ENTRIES_MAX + PREDICATES + 2 <= TRUTHS,
    "every truth of a transaction has a place; two are left, for the steps of chains and for nobody"
);
const _: () = assert!(FIELDS_MAX <= SLOTS);

/// A decoded transaction.
pub struct Plan {
    /// How its frames are laid out.
    pub layout: Layout,
    /// Where the first field's value goes; the others follow.
    pub fields: ValueIndex,
    /// Up to the verdict.
    pub check: Vec<Micro>,
    /// The entries that the verdict looks at.
    pub entries: Vec<Entry>,
    /// Behind the verdict.
    pub commit: Vec<Micro>,
    /// Counters that must be zero when it begins.
    pub counters: usize,
    /// The most rows that it can reserve.
    pub reserves_max: usize,
}

/// What a counter counts: reserves of a table, or new levels of its column.
type Counted = (u8, Option<u16>);

struct Decoder<'a> {
    tables: &'a [Shape],
    constants: usize,
    slots: Vec<Option<ValueIndex>>,
    locals: Vec<Option<ValueIndex>>,
    predicates: Vec<Option<TruthIndex>>,
    next_value: ValueIndex,
    next_truth: TruthIndex,
    counters: Vec<Counted>,
}

/// Decodes a transaction of a program over tables of these shapes.
pub fn decode(program: &Program, tables: &[Shape], kind: FrameKind, from: &Transaction) -> Plan {
    let fields = program.fields(kind);
    let constants = program.constants.len().min(CONSTANTS_MAX);
    let mut decoder = Decoder {
        tables,
        constants,
        slots: vec![None; SLOTS],
        locals: vec![None; LOCALS],
        predicates: vec![None; PREDICATES],
        next_value: CONSTANTS + constants as ValueIndex,
        next_truth: ENTRIES + ENTRIES_MAX as TruthIndex,
        counters: Vec::new(),
    };
    let first_field = decoder.next_value;
    for slot in decoder.slots.iter_mut().take(fields.len().min(FIELDS_MAX)) {
        *slot = Some(decoder.next_value);
        decoder.next_value += 1;
    }
    let instructions = &from.instructions;
    let verdict = instructions.iter().position(|i| i.opcode == Opcode::Verdict);
    let (before, behind) = instructions.split_at(verdict.unwrap_or(instructions.len()));
    let results = decoder.next_value;
    let mut check = Vec::with_capacity(before.len());
    let mut known = Vec::with_capacity(before.len());
    for instruction in before {
        if instruction.opcode.signature().phase != Phase::Commit {
            decoder.instruction(instruction, &mut check);
            known.resize(check.len(), decoder.next_value);
        }
    }
    let mut commit = Vec::with_capacity(behind.len());
    for instruction in behind {
        decoder.instruction(instruction, &mut commit);
    }
    let looked_at = verdict.map_or(0, |at| usize::from(instructions[at].operands[1].index));
    Plan {
        layout: Layout::new(program.transaction_index(kind) as u8, fields),
        fields: first_field,
        check: with_touches(&check, &known, results),
        entries: from.entries.iter().take(looked_at.min(ENTRIES_MAX)).copied().collect(),
        commit,
        counters: decoder.counters.len(),
        reserves_max: instructions.iter().filter(|i| i.opcode == Opcode::Reserve).count(),
    }
}

impl Decoder<'_> {
    /// The place of a slot or local in the maps, if it has one.
    fn name(&mut self, lane: Option<u8>, operand: Operand) -> Option<&mut Option<ValueIndex>> {
        let index = usize::from(operand.index);
        match (operand.space, lane) {
            (Space::Slot, _) => self.slots.get_mut(index),
            (Space::Local, Some(lane)) if index < LOCALS_PER_LANE => {
                self.locals.get_mut(usize::from(lane) * LOCALS_PER_LANE + index)
            }
            _ => None,
        }
    }

    fn read(&mut self, lane: Option<u8>, operand: Operand) -> ValueIndex {
        if operand.space == Space::Constant && usize::from(operand.index) < self.constants {
            return CONSTANTS + operand.index;
        }
        self.name(lane, operand).and_then(|name| *name).unwrap_or(NULL)
    }

    fn write(&mut self, lane: Option<u8>, operand: Operand) -> ValueIndex {
        let next = self.next_value;
        let Some(name) = self.name(lane, operand) else {
            return VALUES as ValueIndex - 1;
        };
        let place = *name.get_or_insert(next);
        self.next_value += ValueIndex::from(place == next);
        place
    }

    fn predicate(&self, operand: Operand) -> TruthIndex {
        let known = || self.predicates.get(usize::from(operand.index)).copied().flatten();
        match operand.space {
            Space::Predicate => known().unwrap_or(TRUTHS as TruthIndex - 1),
            _ => TRUE,
        }
    }

    fn write_truth(&mut self, operand: Operand) -> TruthIndex {
        let index = usize::from(operand.index);
        match operand.space {
            Space::Entry if index < ENTRIES_MAX => ENTRIES + operand.index,
            Space::Predicate if index < PREDICATES => {
                let place = self.predicates[index].unwrap_or(self.next_truth);
                self.next_truth += TruthIndex::from(self.predicates[index].is_none());
                self.predicates[index] = Some(place);
                place
            }
            _ => TRUTHS as TruthIndex - 1,
        }
    }

    fn counter(&mut self, counted: Counted) -> u16 {
        let known = self.counters.iter().position(|c| *c == counted);
        known.unwrap_or_else(|| {
            self.counters.push(counted);
            self.counters.len() - 1
        }) as u16
    }

    fn place(&self, table: u8, column: Operand) -> Option<Place> {
        self.tables.get(usize::from(table))?.place(column.index)
    }

    fn key(&mut self, table: u8, operands: [Operand; 6]) -> KeyIndices {
        let [_, a, b, c, d, _] = operands;
        let len = self.tables.get(usize::from(table)).map_or(0, Shape::key_len);
        KeyIndices {
            table,
            len: len as u8,
            columns: [a, b, c, d].map(|operand| self.read(None, operand)),
        }
    }

    fn instruction(&mut self, instruction: &Instruction, out: &mut Vec<Micro>) {
        match instruction.opcode.signature().unit {
            UnitClass::Lane => self.lane(instruction, out),
            UnitClass::Logic => self.logic(instruction, out),
            UnitClass::Divider => self.divider(instruction, out),
            UnitClass::Verdict => {}
            UnitClass::Index
            | UnitClass::Column
            | UnitClass::Allocator
            | UnitClass::Commit
            | UnitClass::Writer => {
                // A table that there is not has no rows: everything of it is NULL, which nothing
                // need write.
                if usize::from(instruction.unit) < self.tables.len() {
                    self.store(instruction, out);
                }
            }
        }
    }

    fn lane(&mut self, instruction: &Instruction, out: &mut Vec<Micro>) {
        let lane = Some(instruction.unit);
        let [to, a, b, c, _, e] = instruction.operands;
        let unused = Width::decode(e.index).unwrap_or(Width::W64).into();
        out.push(match instruction.opcode {
            Opcode::Move => {
                let place = self.read(lane, a);
                if let Some(name) = self.name(lane, to) {
                    *name = Some(place);
                }
                return;
            }
            Opcode::Add => {
                let (a, b) = (self.read(lane, a), self.read(lane, b));
                Micro::Add { dst: self.write(lane, to), a, b, unused }
            }
            Opcode::Sub => {
                let (a, b) = (self.read(lane, a), self.read(lane, b));
                Micro::Sub { dst: self.write(lane, to), a, b, unused }
            }
            Opcode::Mul => {
                let (a, b) = (self.read(lane, a), self.read(lane, b));
                Micro::Mul { dst: self.write(lane, to), a, b, unused }
            }
            Opcode::Range => {
                let (a, low, high) = (self.read(lane, a), self.read(lane, b), self.read(lane, c));
                Micro::Range { dst: self.write(lane, to), a, low, high }
            }
            Opcode::Select => {
                let (yes, no) = (self.read(lane, b), self.read(lane, c));
                Micro::Select { condition: self.predicate(a), dst: self.write(lane, to), yes, no }
            }
            Opcode::Coalesce => {
                let (a, b) = (self.read(lane, a), self.read(lane, b));
                Micro::Coalesce { dst: self.write(lane, to), a, b }
            }
            Opcode::Truth => Micro::Truth { a: self.predicate(a), dst: self.write(lane, to) },
            _ => self.comparison(instruction),
        });
    }

    fn comparison(&mut self, instruction: &Instruction) -> Micro {
        let lane = Some(instruction.unit);
        let [to, left, b, c, ..] = instruction.operands;
        let a = self.read(lane, left);
        // Those of one operand have their guard where the others have the second.
        let (one_guard, right, guard) = (self.predicate(b), self.read(lane, b), self.predicate(c));
        let dst = self.write_truth(to);
        match instruction.opcode {
            Opcode::Eq => Micro::Eq { dst, a, b: right, guard },
            Opcode::Ne => Micro::Ne { dst, a, b: right, guard },
            Opcode::Lt => Micro::Lt { dst, a, b: right, guard },
            Opcode::Le => Micro::Le { dst, a, b: right, guard },
            Opcode::IsNull => Micro::IsNull { dst, a, guard: one_guard },
            Opcode::NotNull => Micro::NotNull { dst, a, guard: one_guard },
            _ => Micro::Clean { dst, a, guard: one_guard },
        }
    }

    /// A chain is as many steps as it joins operands; all but the last write a truth of their own.
    fn logic(&mut self, instruction: &Instruction, out: &mut Vec<Micro>) {
        let [to, a, b, c, d, e] = instruction.operands;
        let chain = Chain::decode(e.index).unwrap_or_default();
        let (steps, len) = Logic::steps(chain);
        let rights = [b, c, d].map(|operand| self.predicate(operand));
        let mut left = self.predicate(a);
        for (i, (how, right)) in steps.into_iter().zip(rights).take(len).enumerate() {
            let dst = if i + 1 == len { self.write_truth(to) } else { self.step_truth() };
            out.push(Micro::Logic { dst, a: left, b: right, how });
            left = dst;
        }
    }

    /// A truth between two steps of a chain: nothing else reads it, so that all chains can share
    /// one.
    fn step_truth(&self) -> TruthIndex {
        TRUTHS as TruthIndex - 2
    }

    fn divider(&mut self, instruction: &Instruction, out: &mut Vec<Micro>) {
        let [to, a, b, c, _, e] = instruction.operands;
        let (a, b, scale) = (self.read(None, a), self.read(None, b), self.read(None, c));
        let dst = self.write(None, to);
        let unused = Width::decode(e.index).unwrap_or(Width::W64).into();
        out.push(match instruction.opcode {
            Opcode::Div => Micro::Div { dst, a, b, unused },
            Opcode::Rem => Micro::Rem { dst, a, b },
            _ => Micro::MulDiv { dst, a, b, scale },
        });
    }

    /// Everything that runs on a table.
    fn store(&mut self, instruction: &Instruction, out: &mut Vec<Micro>) {
        let table = instruction.unit;
        let operands = instruction.operands;
        let [first, a, b, c, d, e] = operands;
        match instruction.opcode {
            Opcode::Lookup => {
                let (key, guard) = (self.key(table, operands), self.predicate(e));
                let dst = self.write(None, first);
                out.push(match key.len {
                    1 => Micro::LookupOne { dst, table, key: key.columns[0], guard },
                    _ => Micro::Lookup { dst, key, guard },
                });
            }
            Opcode::Fetch => self.fetch(instruction, out),
            Opcode::Reserve => {
                let (when, entry) = (self.predicate(a), self.write_truth(b));
                let counter = self.counter((table, None));
                let dst = self.write(None, first);
                out.push(Micro::Reserve { dst, table, when, entry, counter });
            }
            Opcode::Level => self.level(instruction, out),
            Opcode::Insert => {
                let (key, guard) = (self.key(table, operands), self.predicate(e));
                let row = self.read(None, first);
                out.push(match key.len {
                    1 => Micro::InsertOne { row, table, key: key.columns[0], guard },
                    _ => Micro::Insert { row, key, guard },
                });
            }
            Opcode::Write => {
                let (row, value, guard) =
                    (self.read(None, a), self.read(None, c), self.predicate(e));
                // Counters and keys are not for writing; a row would not be found again under
                // another key.
                if let Some(Place { kind: ColumnKind::Data, word, column, is_key: false, .. }) =
                    self.place(table, b)
                {
                    out.push(Micro::Write { table, row, word, column, value, guard });
                }
            }
            Opcode::Delete => {
                out.push(Micro::Delete {
                    table,
                    row: self.read(None, a),
                    guard: self.predicate(e),
                });
            }
            Opcode::Find | Opcode::Open => {
                let (key, guard) = (self.key(table, operands), self.predicate(e));
                let dst = self.write(None, first);
                out.push(match instruction.opcode {
                    Opcode::Find => Micro::Find { dst, key, guard },
                    _ => Micro::Open { dst, key, guard },
                });
            }
            Opcode::Fold => {
                let (row, value, remove) = (self.read(None, a), self.read(None, c), d.index != 0);
                self.fold(table, self.place(table, b), (row, value, remove), out);
            }
            _ => out.push(Micro::Close { table, row: self.read(None, a) }),
        }
    }

    fn fetch(&mut self, instruction: &Instruction, out: &mut Vec<Micro>) {
        let table = instruction.unit;
        let [to, a, b, ..] = instruction.operands;
        let row = self.read(None, a);
        let dst = self.write(None, to);
        let Some(Place { kind, word, column, .. }) = self.place(table, b) else {
            return;
        };
        out.push(match kind {
            ColumnKind::Data => Micro::FetchData { dst, table, row, word, column },
            ColumnKind::Rows | ColumnKind::Count => Micro::FetchCount { dst, table, row, word },
            ColumnKind::Sum => Micro::FetchSum { dst, table, row, word },
            ColumnKind::Min | ColumnKind::Max => Micro::FetchBest { dst, table, row, word },
        });
    }

    fn level(&mut self, instruction: &Instruction, out: &mut Vec<Micro>) {
        let table = instruction.unit;
        let [to, a, b, c, d, _] = instruction.operands;
        let entry = self.write_truth(to);
        let Some(place) = self.place(table, c).and_then(Place::levels) else {
            return;
        };
        out.push(Micro::Level {
            entry,
            table,
            when: self.predicate(a),
            row: self.read(None, b),
            value: self.read(None, d),
            counter: self.counter((table, Some(c.index))),
            word: place.word,
            pool: place.pool,
        });
    }

    fn fold(
        &self,
        table: u8,
        place: Option<Place>,
        (row, value, remove): (ValueIndex, ValueIndex, bool),
        out: &mut Vec<Micro>,
    ) {
        let Some(place) = place else { return };
        let word = place.word;
        out.push(match (place.kind, place.levels()) {
            (_, Some(place)) => Micro::FoldLevel { table, row, place, value, remove },
            (ColumnKind::Sum, _) => Micro::FoldSum { table, row, word, value, remove },
            (ColumnKind::Count, _) => Micro::FoldCount { table, row, word, value, remove },
            _ => return,
        });
    }
}
