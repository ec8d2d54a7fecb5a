// SPDX-License-Identifier: Apache-2.0

//! Decodes instructions into micro-operations.
//!
//! A `move` needs no operation: its destination becomes another name of its source.
//!
//! Those of the wide unit are decoded in `wide_decode`, those on lists in `scan_decode`.

use super::arithmetic::Unused;
use super::indices::{NULL, PAIRS, TruthIndex, ValueIndex};
use super::logic::Logic;
use super::micro::{Fetch, Fold, KeyIndices, Level, Micro, Reserve, Write};
use super::places::{Places, STEP};
use super::shape::{Place, Shape};
use crate::isa::{Chain, Instruction, KEY_OPERANDS, Opcode, Operand, Space, UnitClass};
use crate::program::Entry;
use crate::schema::ColumnKind;
use crate::value::Width;

/// The subject of a counter: reserves of a table, or new levels of a column.
type Counted = (u8, Option<u16>);

/// The decoder of one transaction, or of one row program.
pub(super) struct Decoder<'a> {
    tables: &'a [Shape],
    pub(super) entries: &'a [Entry],
    /// Whether the commit counts the cells of texts.
    pub(super) counts_texts: bool,
    pub(super) places: Places,
    counters: Vec<Counted>,
    /// The number of the first scan of the transaction in its program.
    pub(super) first_scan: u16,
}

impl<'a> Decoder<'a> {
    /// A decoder of instructions without entries and scans over tables of these shapes.
    pub(super) fn new(tables: &'a [Shape], places: Places) -> Decoder<'a> {
        Decoder {
            tables,
            entries: &[],
            counts_texts: false,
            places,
            counters: Vec::new(),
            first_scan: 0,
        }
    }

    /// The number of counters so far.
    pub(super) fn counter_count(&self) -> usize {
        self.counters.len()
    }

    /// Decodes an instruction; adds its operations to `out`.
    pub(super) fn instruction(&mut self, i: &Instruction, out: &mut Vec<Micro>) {
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
            crate::scan_opcodes!() => self.on_list(i),
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
        // The cells of the other columns are NULL at first.
        Some(if self.texts(i.unit).any(|place| place.is_key) {
            Micro::InsertTexts { row, key, guard }
        } else if key.len == 1 {
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
        let write = Write { table: i.unit, row, word, column, value, guard };
        is_data.then_some(match self.counts_texts && place.keeps_text {
            true => Micro::WriteText(write),
            false => Micro::Write(write),
        })
    }

    fn delete(&mut self, i: &Instruction) -> Option<Micro> {
        let [_, row, .., guard] = i.operands;
        let (row, guard) = (self.places.read(None, row), self.places.predicate(guard));
        Some(match self.texts(i.unit).next() {
            Some(_) => Micro::DeleteTexts { table: i.unit, row, guard },
            None => Micro::Delete { table: i.unit, row, guard },
        })
    }

    /// The columns of a table for whose texts the commit counts cells.
    fn texts(&self, table: u8) -> impl Iterator<Item = Place> {
        let shape = self.tables.get(usize::from(table)).filter(|_| self.counts_texts);
        shape.map_or(&[][..], Shape::texts).iter().copied()
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

    pub(super) fn key(&mut self, i: &Instruction) -> KeyIndices {
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
