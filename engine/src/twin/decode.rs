// SPDX-License-Identifier: Apache-2.0

//! Decodes a transaction into micro-operations, when its program is prepared.
//!
//! A `move` needs no operation: its destination becomes another name of its source. The operations
//! before and after the verdict become two lists.
//!
//! Every instruction of a validated program can be decoded. In any other program, a commit before
//! the verdict and an instruction on a missing table or column are omitted.

use super::arithmetic::Unused;
use super::indices::{NULL, PAIRS, TruthIndex, ValueIndex};
use super::logic::Logic;
use super::micro::{Fetch, Fold, KeyIndices, Level, Micro, Reserve, Scan, Write};
use super::places::{Places, STEP};
use super::prefetch::with_prefetches;
use super::scan::Scans;
use super::shape::{Place, Shape};
use crate::frame::Layout;
use crate::isa::{
    Chain, Gate, Instruction, KEY_OPERANDS, Opcode, Operand, Phase, Space, UnitClass,
};
use crate::machine::ENTRIES_MAX;
use crate::program::{Entry, FrameKind, Program, Transaction};
use crate::schema::ColumnKind;
use crate::value::Width;

/// A decoded transaction.
pub struct Plan {
    /// The layout of its frames.
    pub layout: Layout,
    /// The value of the first field; the others follow.
    pub fields: ValueIndex,
    /// The operations before the verdict.
    pub check: Vec<Micro>,
    /// The entries of the verdict.
    pub entries: Vec<Entry>,
    /// The operations after the verdict of an accepted message.
    pub commit: Vec<Micro>,
    /// The effects of a reject by a rule, if there are any.
    pub effects: Option<Effects>,
    /// The number of counters, which are zero at the start of a message.
    pub counters: usize,
    /// The most rows that it can reserve.
    pub reserves_max: usize,
    /// The checks for room in lists.
    pub rooms_max: usize,
}

/// The decoded effects of a reject.
pub struct Effects {
    /// The operations before the effects are settled.
    pub check: Vec<Micro>,
    /// Their entries, which follow those of the verdict.
    pub entries: Vec<Entry>,
    /// Whether they are wanted.
    pub when: TruthIndex,
    /// The operations after that.
    pub commit: Vec<Micro>,
}

/// The subject of a counter: reserves of a table, or new levels of a column.
type Counted = (u8, Option<u16>);

/// The decoder of one transaction.
pub(super) struct Decoder<'a> {
    tables: &'a [Shape],
    entries: &'a [Entry],
    pub(super) places: Places,
    counters: Vec<Counted>,
    /// The number of the first scan of the transaction in its program.
    first_scan: u16,
}

/// Decodes the row program of a scan over tables of these shapes.
pub fn decode_steps(tables: &[Shape], places: &mut Places, steps: &[Instruction]) -> Vec<Micro> {
    let of_row = Places::new(0, 0);
    let places_of_steps = std::mem::replace(places, of_row);
    let mut decoder = Decoder {
        tables,
        entries: &[],
        places: places_of_steps,
        counters: Vec::new(),
        first_scan: 0,
    };
    let mut decoded = Vec::with_capacity(steps.len());
    steps.iter().for_each(|step| decoder.instruction(step, &mut decoded));
    *places = decoder.places;
    decoded
}

/// Decodes a transaction of a program over tables of these shapes. Its scans are those of the
/// program from a number on.
pub fn decode(
    program: &Program,
    tables: &[Shape],
    kind: FrameKind,
    from: &Transaction,
    (scans, first_scan): (Option<&mut Scans>, usize),
) -> Plan {
    let fields = program.fields(kind);
    let places = Places::new(program.constants.len(), fields.len());
    let (first_field, results) = (places.first_field(), places.next_value());
    let mut decoder = Decoder {
        tables,
        entries: &from.entries,
        places,
        counters: Vec::new(),
        first_scan: first_scan as u16,
    };
    let instructions = &from.instructions;
    let verdict = instructions.iter().position(|i| i.opcode == Opcode::Verdict);
    let (before, after) = instructions.split_at(verdict.unwrap_or(instructions.len()));
    let mut check = Vec::with_capacity(before.len());
    let mut known = Vec::with_capacity(before.len());
    for instruction in before {
        if instruction.opcode.signature().phase != Phase::Commit {
            decoder.instruction(instruction, &mut check);
            known.resize(check.len(), decoder.places.next_value());
        }
    }
    let (commit, effects) = decoder.after_verdict(from, after);
    if let Some(scans) = scans {
        for (number, scan) in (first_scan..).zip(&from.scans) {
            scans.connect(number, scan, &mut decoder.places);
        }
    }
    let entries = verdict.map_or(0, |at| usize::from(instructions[at].operands[1].index));
    Plan {
        layout: Layout::new(program.transaction_index(kind) as u8, fields),
        fields: first_field,
        check: with_prefetches(&check, &known, results),
        entries: from.entries.iter().take(entries.min(ENTRIES_MAX)).copied().collect(),
        commit,
        effects,
        counters: decoder.counters.len(),
        reserves_max: instructions.iter().filter(|i| i.opcode == Opcode::Reserve).count(),
        rooms_max: instructions.iter().filter(|i| i.opcode == Opcode::Room).count(),
    }
}

impl Decoder<'_> {
    /// The commit of an accepted message and the effects of a reject. Arithmetic without a gate is
    /// part of both.
    fn after_verdict(
        &mut self,
        from: &Transaction,
        after: &[Instruction],
    ) -> (Vec<Micro>, Option<Effects>) {
        let (mut commit, mut on_reject, mut effects) = (Vec::new(), Vec::new(), None);
        for i in after {
            let first = commit.len();
            match (i.opcode.signature().phase, i.gate) {
                (Phase::Settle, _) => {
                    effects = Some(Effects {
                        check: std::mem::take(&mut on_reject),
                        entries: from.effects.clone(),
                        when: self.places.predicate(i.operands[2]),
                        commit: Vec::new(),
                    });
                }
                (Phase::Check | Phase::Commit, Gate::Reject) => {
                    self.instruction(i, &mut on_reject);
                }
                (Phase::Check, Gate::Accept) => {
                    self.instruction(i, &mut commit);
                    on_reject.extend_from_slice(&commit[first..]);
                }
                (Phase::Verdict | Phase::Commit, Gate::Accept) => self.instruction(i, &mut commit),
                (Phase::Verdict, Gate::Reject) => {}
            }
        }
        if let Some(effects) = &mut effects {
            effects.commit = on_reject;
        }
        (commit, effects)
    }

    fn instruction(&mut self, i: &Instruction, out: &mut Vec<Micro>) {
        if runs_on_table(i) && usize::from(i.unit) >= self.tables.len() {
            return;
        }
        let last = match i.opcode {
            Opcode::Move => self.rename(i),
            Opcode::Add => self.lane(i, |dst, a, b, unused| match unused {
                Some(unused) => Micro::Add { dst, a, b, unused },
                None => Micro::AddSaturating { dst, a, b },
            }),
            Opcode::Sub => self.lane(i, |dst, a, b, unused| match unused {
                Some(unused) => Micro::Sub { dst, a, b, unused },
                None => Micro::SubSaturating { dst, a, b },
            }),
            Opcode::Mul => self.lane(i, |dst, a, b, unused| match unused {
                Some(unused) => Micro::Mul { dst, a, b, unused },
                None => Micro::MulSaturating { dst, a, b },
            }),
            Opcode::Range => self.range(i),
            Opcode::Select => self.select(i),
            Opcode::Coalesce => self.lane(i, |dst, a, b, _| Micro::Coalesce { dst, a, b }),
            Opcode::Truth => self.truth(i),
            Opcode::Eq => self.compare(i, |dst, a, b, guard| Micro::Eq { dst, a, b, guard }),
            Opcode::Ne => self.compare(i, |dst, a, b, guard| Micro::Ne { dst, a, b, guard }),
            Opcode::Lt => self.compare(i, |dst, a, b, guard| Micro::Lt { dst, a, b, guard }),
            Opcode::Le => self.compare(i, |dst, a, b, guard| Micro::Le { dst, a, b, guard }),
            Opcode::IsNull => self.test(i, |dst, a, guard| Micro::IsNull { dst, a, guard }),
            Opcode::NotNull => self.test(i, |dst, a, guard| Micro::NotNull { dst, a, guard }),
            Opcode::Clean => self.test(i, |dst, a, guard| Micro::Clean { dst, a, guard }),
            Opcode::Chain => self.chain(i, out),
            Opcode::Div => {
                self.divide(i, |dst, [a, b, _], unused| Micro::Div { dst, a, b, unused })
            }
            Opcode::Rem => self.divide(i, |dst, [a, b, _], _| Micro::Rem { dst, a, b }),
            Opcode::MulDiv => {
                self.divide(i, |dst, [a, b, scale], _| Micro::MulDiv { dst, a, b, scale })
            }
            crate::wide_opcodes!() => self.wide(i),
            Opcode::WideFetch => self.wide_fetch(i),
            Opcode::Like => self.like(i),
            Opcode::Lookup => self.lookup(i),
            Opcode::Fetch => self.fetch(i),
            Opcode::Reserve => self.reserve(i),
            Opcode::Level => self.level(i),
            Opcode::Named => self.named(i),
            Opcode::Verdict | Opcode::Settle => None,
            Opcode::Insert => self.insert(i),
            Opcode::Write => self.write(i),
            Opcode::Delete => self.delete(i),
            Opcode::Find => self.group(i, |dst, key, guard| Micro::Find { dst, key, guard }),
            Opcode::Open => self.group(i, |dst, key, guard| Micro::Open { dst, key, guard }),
            Opcode::Fold => self.fold(i),
            Opcode::Close => self.close(i),
            Opcode::Scan => self.scan(i),
            Opcode::Result => self.result(i),
            Opcode::WideResult => self.wide_result(i),
            Opcode::Sound => self.sound(i),
            Opcode::Room => self.room(i),
            Opcode::Within => self.within(i),
            Opcode::Enter => self.enter(i),
            Opcode::Leave => self.leave(i),
            Opcode::Patch => self.patch(i),
            Opcode::Apply => self.apply(i),
        };
        out.extend(last);
    }

    fn rename(&mut self, i: &Instruction) -> Option<Micro> {
        let lane = Some(i.unit);
        let source = self.places.read(lane, i.operands[1]);
        self.places.rename(lane, i.operands[0], source);
        None
    }

    /// A lane operation with two operands and perhaps a width.
    fn lane(
        &mut self,
        i: &Instruction,
        micro: impl FnOnce(ValueIndex, ValueIndex, ValueIndex, Option<Unused>) -> Micro,
    ) -> Option<Micro> {
        let lane = Some(i.unit);
        let [dst, a, b, ..] = i.operands;
        let (a, b) = (self.places.read(lane, a), self.places.read(lane, b));
        Some(micro(self.places.write(lane, dst), a, b, Unused::of(width(i))))
    }

    fn range(&mut self, i: &Instruction) -> Option<Micro> {
        let lane = Some(i.unit);
        let [dst, a, low, high, ..] = i.operands;
        let [a, low, high] = [a, low, high].map(|operand| self.places.read(lane, operand));
        Some(Micro::Range { dst: self.places.write(lane, dst), a, low, high })
    }

    fn select(&mut self, i: &Instruction) -> Option<Micro> {
        let lane = Some(i.unit);
        let [dst, condition, yes, no, ..] = i.operands;
        let (yes, no) = (self.places.read(lane, yes), self.places.read(lane, no));
        let condition = self.places.predicate(condition);
        Some(Micro::Select { dst: self.places.write(lane, dst), condition, yes, no })
    }

    fn truth(&mut self, i: &Instruction) -> Option<Micro> {
        let a = self.places.predicate(i.operands[1]);
        Some(Micro::Truth { dst: self.places.write(Some(i.unit), i.operands[0]), a })
    }

    /// A comparison of two operands, with a guard.
    fn compare(
        &mut self,
        i: &Instruction,
        micro: impl FnOnce(TruthIndex, ValueIndex, ValueIndex, TruthIndex) -> Micro,
    ) -> Option<Micro> {
        let lane = Some(i.unit);
        let [dst, a, b, guard, ..] = i.operands;
        let (a, b) = (self.places.read(lane, a), self.places.read(lane, b));
        let guard = self.places.predicate(guard);
        Some(micro(self.places.write_truth(dst), a, b, guard))
    }

    /// A test of one operand, with a guard.
    fn test(
        &mut self,
        i: &Instruction,
        micro: impl FnOnce(TruthIndex, ValueIndex, TruthIndex) -> Micro,
    ) -> Option<Micro> {
        let [dst, a, guard, ..] = i.operands;
        let (a, guard) = (self.places.read(Some(i.unit), a), self.places.predicate(guard));
        Some(micro(self.places.write_truth(dst), a, guard))
    }

    fn like(&mut self, i: &Instruction) -> Option<Micro> {
        let [dst, a, prefix, bytes, guard, _] = i.operands;
        let (a, prefix) = (self.places.read(None, a), self.places.read(None, prefix));
        let (bytes, guard) = (bytes.index as u8, self.places.predicate(guard));
        Some(Micro::Like { dst: self.places.write_truth(dst), a, prefix, bytes, guard })
    }

    /// None if the entry is not that of a rule.
    fn named(&mut self, i: &Instruction) -> Option<Micro> {
        let dst = self.places.write_truth(i.operands[0]);
        match self.entries.get(usize::from(i.operands[1].index)) {
            Some(Entry::Rule(rule)) => Some(Micro::Named { dst, rule: rule.0 }),
            Some(Entry::Check(_) | Entry::RuleCheck(..)) | None => None,
        }
    }

    /// The steps of a chain, of which this returns the last. There is one step for each operand
    /// after the first.
    fn chain(&mut self, i: &Instruction, out: &mut Vec<Micro>) -> Option<Micro> {
        let [dst, a, b, c, d, e] = i.operands;
        let (steps, len) = Logic::steps(Chain::decode(e.index).unwrap_or_default());
        let rights = [b, c, d].map(|operand| self.places.predicate(operand));
        let mut left = self.places.predicate(a);
        for (how, right) in steps.into_iter().zip(rights).take(len - 1) {
            out.push(Micro::Logic { dst: STEP, a: left, b: right, how });
            left = STEP;
        }
        let dst = self.places.write_truth(dst);
        Some(Micro::Logic { dst, a: left, b: rights[len - 1], how: steps[len - 1] })
    }

    fn divide(
        &mut self,
        i: &Instruction,
        micro: impl FnOnce(ValueIndex, [ValueIndex; 3], Unused) -> Micro,
    ) -> Option<Micro> {
        let [dst, a, b, c, ..] = i.operands;
        let operands = [a, b, c].map(|operand| self.places.read(None, operand));
        // No valid division saturates.
        let unused = Unused::of(width(i)).unwrap_or_default();
        Some(micro(self.places.write(None, dst), operands, unused))
    }

    fn lookup(&mut self, i: &Instruction) -> Option<Micro> {
        let (key, guard) = (self.key(i), self.places.predicate(i.operands[5]));
        let dst = self.places.write(None, i.operands[0]);
        Some(if key.len == 1 {
            Micro::LookupOne { dst, table: i.unit, key: key.operands[0], guard }
        } else {
            Micro::Lookup { dst, key, guard }
        })
    }

    fn fetch(&mut self, i: &Instruction) -> Option<Micro> {
        let [dst, row, column, ..] = i.operands;
        let row = self.places.read(None, row);
        let dst = self.places.write(None, dst);
        let Place { kind, word, column, .. } = self.place(i.unit, column)?;
        let at = Fetch { dst, table: i.unit, row, word, column };
        Some(match kind {
            ColumnKind::Data => Micro::FetchData(at),
            ColumnKind::Rows | ColumnKind::Count => Micro::FetchCount(at),
            ColumnKind::Sum => Micro::FetchSum(at),
            ColumnKind::Min | ColumnKind::Max => Micro::FetchBest(at),
            ColumnKind::Distinct => Micro::FetchDistinct(at),
        })
    }

    fn reserve(&mut self, i: &Instruction) -> Option<Micro> {
        let [dst, when, entry, ..] = i.operands;
        let (when, entry) = (self.places.predicate(when), self.places.write_truth(entry));
        let counter = self.counter((i.unit, None));
        let dst = self.places.write(None, dst);
        Some(Micro::Reserve(Reserve { dst, table: i.unit, when, entry, counter }))
    }

    fn level(&mut self, i: &Instruction) -> Option<Micro> {
        let [dst, when, group, column, value, _] = i.operands;
        let entry = self.places.write_truth(dst);
        let place = self.place(i.unit, column).and_then(Place::levels)?;
        Some(Micro::Level(Level {
            entry,
            table: i.unit,
            when: self.places.predicate(when),
            row: self.places.read(None, group),
            value: self.places.read(None, value),
            counter: self.counter((i.unit, Some(column.index))),
            word: place.word,
            pool: place.pool,
        }))
    }

    fn insert(&mut self, i: &Instruction) -> Option<Micro> {
        let (key, guard) = (self.key(i), self.places.predicate(i.operands[5]));
        let row = self.places.read(None, i.operands[0]);
        Some(if key.len == 1 {
            Micro::InsertOne { row, table: i.unit, key: key.operands[0], guard }
        } else {
            Micro::Insert { row, key, guard }
        })
    }

    /// A write; none if the column is an aggregate or in the key. A row with another key would not
    /// be found.
    fn write(&mut self, i: &Instruction) -> Option<Micro> {
        let [_, row, column, value, _, guard] = i.operands;
        let (row, value) = (self.places.read(None, row), self.places.read(None, value));
        let guard = self.places.predicate(guard);
        let place = self.place(i.unit, column)?;
        let is_data = place.kind == ColumnKind::Data && !place.is_key;
        let Place { word, column, .. } = place;
        is_data.then_some(Micro::Write(Write { table: i.unit, row, word, column, value, guard }))
    }

    fn delete(&mut self, i: &Instruction) -> Option<Micro> {
        let [_, row, .., guard] = i.operands;
        let (row, guard) = (self.places.read(None, row), self.places.predicate(guard));
        Some(Micro::Delete { table: i.unit, row, guard })
    }

    /// An operation that finds or opens a group.
    fn group(
        &mut self,
        i: &Instruction,
        micro: impl FnOnce(ValueIndex, KeyIndices, TruthIndex) -> Micro,
    ) -> Option<Micro> {
        let (key, guard) = (self.key(i), self.places.predicate(i.operands[5]));
        Some(micro(self.places.write(None, i.operands[0]), key, guard))
    }

    fn fold(&mut self, i: &Instruction) -> Option<Micro> {
        let [_, row, column, value, sign, _] = i.operands;
        let is_wide = value.space == Space::Wide;
        let (row, value) = (self.places.read(None, row), self.places.read(None, value));
        let (table, remove) = (i.unit, sign.index != 0);
        let place = self.place(table, column)?;
        let word = Fold { table, row, place: place.word, value, remove };
        match place.kind {
            ColumnKind::Count => Some(Micro::FoldCount(word)),
            ColumnKind::Sum if is_wide => Some(self.wide_fold(i, place.word)),
            ColumnKind::Sum => Some(Micro::FoldSum(word)),
            ColumnKind::Min | ColumnKind::Max | ColumnKind::Distinct => {
                let place = place.levels()?;
                Some(Micro::FoldLevel(Fold { table, row, place, value, remove }))
            }
            ColumnKind::Data | ColumnKind::Rows => None,
        }
    }

    fn close(&mut self, i: &Instruction) -> Option<Micro> {
        Some(Micro::Close { table: i.unit, row: self.places.read(None, i.operands[1]) })
    }

    fn scan(&mut self, i: &Instruction) -> Option<Micro> {
        let [dst, group, number, _, _, when] = i.operands;
        let group = self.places.read(None, group);
        let when = self.places.predicate(when);
        let (dst, number) = (self.places.write(None, dst), self.first_scan + number.index);
        Some(Micro::Scan(Scan { dst, table: i.unit, group, number, when }))
    }

    fn result(&mut self, i: &Instruction) -> Option<Micro> {
        let [dst, scan, accumulator, place, ..] = i.operands;
        let scan = self.places.read(None, scan);
        let (accumulator, place) = (accumulator.index as u8, place.index as u8);
        Some(Micro::Result { dst: self.places.write(None, dst), scan, accumulator, place })
    }

    fn sound(&mut self, i: &Instruction) -> Option<Micro> {
        let [entry, scan, guard, ..] = i.operands;
        let (scan, guard) = (self.places.read(None, scan), self.places.predicate(guard));
        Some(Micro::Sound { entry: self.places.write_truth(entry), scan, guard })
    }

    fn within(&mut self, i: &Instruction) -> Option<Micro> {
        let [entry, scan, accumulator, most, guard, _] = i.operands;
        let (scan, guard) = (self.places.read(None, scan), self.places.predicate(guard));
        let (accumulator, most) = (accumulator.index as u8, most.index as u8);
        let entry = self.places.write_truth(entry);
        Some(Micro::Within { entry, scan, accumulator, most, guard })
    }

    fn room(&mut self, i: &Instruction) -> Option<Micro> {
        let (key, guard) = (self.key(i), self.places.predicate(i.operands[5]));
        Some(Micro::Room { entry: self.places.write_truth(i.operands[0]), key, guard })
    }

    fn enter(&mut self, i: &Instruction) -> Option<Micro> {
        let [_, group, row, _, _, guard] = i.operands;
        let (group, row) = (self.places.read(None, group), self.places.read(None, row));
        Some(Micro::Enter { table: i.unit, group, row, guard: self.places.predicate(guard) })
    }

    fn leave(&mut self, i: &Instruction) -> Option<Micro> {
        let guard = self.places.predicate(i.operands[5]);
        Some(Micro::Leave { table: i.unit, row: self.places.read(None, i.operands[1]), guard })
    }

    fn apply(&mut self, i: &Instruction) -> Option<Micro> {
        let [_, scan, .., guard] = i.operands;
        let (scan, guard) = (self.places.read(None, scan), self.places.predicate(guard));
        Some(Micro::Apply { table: i.unit, scan, guard })
    }

    fn patch(&mut self, i: &Instruction) -> Option<Micro> {
        let [_, row, column, value, ..] = i.operands;
        let (row, value) = (self.places.read(None, row), self.places.read(None, value));
        Some(Micro::Patch { table: i.unit, row, column: column.index as u8, value })
    }

    fn key(&mut self, i: &Instruction) -> KeyIndices {
        let mut key = KeyIndices { table: i.unit, len: 0, operands: [NULL; KEY_OPERANDS] };
        for (place, operand) in key.operands.iter_mut().zip(i.key_operands()) {
            *place = match operand.space {
                Space::Wide => PAIRS + operand.index,
                Space::Slot
                | Space::Constant
                | Space::Local
                | Space::None
                | Space::Predicate
                | Space::Entry
                | Space::Immediate => self.places.read(None, operand),
            };
            key.len += 1;
        }
        key
    }

    pub(super) fn place(&self, table: u8, column: Operand) -> Option<Place> {
        self.tables.get(usize::from(table))?.place(column.index)
    }

    /// The counter of a subject, which is created if it does not exist.
    fn counter(&mut self, counted: Counted) -> u16 {
        let known = self.counters.iter().position(|c| *c == counted);
        known.unwrap_or_else(|| {
            self.counters.push(counted);
            self.counters.len() - 1
        }) as u16
    }
}

fn width(i: &Instruction) -> Width {
    Width::decode(i.operands[5].index).unwrap_or(Width::W64)
}

fn runs_on_table(i: &Instruction) -> bool {
    match i.opcode.signature().unit {
        UnitClass::Index
        | UnitClass::Column
        | UnitClass::Allocator
        | UnitClass::Commit
        | UnitClass::Scan
        | UnitClass::Writer => true,
        UnitClass::Lane
        | UnitClass::Logic
        | UnitClass::Divider
        | UnitClass::Wide
        | UnitClass::Text
        | UnitClass::Verdict => false,
    }
}
