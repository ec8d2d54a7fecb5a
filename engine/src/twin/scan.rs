// SPDX-License-Identifier: Apache-2.0

//! The scans of a program as data: what each reads and writes, and what its accumulators have seen.
//!
//! `scan_plan` makes them from the program, and `scan_execute` runs them.

use super::batch::Batch;
use super::dictionary::Dictionary;
use super::indices::{TruthIndex, ValueIndex, WideIndex};
use super::micro::Micro;
use super::places::Places;
use super::table::Table;
use crate::machine::{SCAN_DISTINCT_MAX, SCAN_TOP_MAX};
use crate::scan::{Function, Scan};
use crate::value::{Tag, Truth, Value};
use crate::wide::WideValue;

/// The scans of a program.
pub struct Scans {
    pub(super) plans: Vec<Plan>,
}

/// A decoded scan.
pub(super) struct Plan {
    /// The table whose rows it takes.
    pub(super) base: usize,
    pub(super) captures: Vec<Capture>,
    /// The value of the first column; the others follow.
    pub(super) first_column: ValueIndex,
    pub(super) columns: usize,
    pub(super) steps: Vec<Micro>,
    pub(super) filter: TruthIndex,
    pub(super) since: Option<(ValueIndex, bool)>,
    pub(super) accumulators: Vec<Accumulated>,
    pub(super) is_sound: Truth,
    /// The registers for all rows of several chunks, if the steps can take them together.
    pub(super) batch: Option<Batch>,
    pub(super) changes: Option<PlannedChanges>,
}

/// What is done to the rows that a scan selects.
pub(super) struct PlannedChanges {
    pub(super) writes: Vec<PlannedWrite>,
    pub(super) is_delete: bool,
    pub(super) group: Value,
    /// The rows, and one value for each write of each row.
    pub(super) rows: Vec<u32>,
    pub(super) values: Vec<Value>,
}

/// A write to a column of each selected row.
pub(super) struct PlannedWrite {
    pub(super) word: u8,
    pub(super) column: u8,
    /// Whether its cells keep the codes of their texts.
    pub(super) is_text: bool,
    /// The place of the column in the list, if scans read it.
    pub(super) copy: Option<usize>,
    pub(super) value: ValueIndex,
}

/// A value of the transaction that the row program reads, and its place there.
pub(super) enum Capture {
    Value { from: ValueIndex, to: ValueIndex },
    Wide { from: WideIndex, to: WideIndex },
}

/// What an accumulator reads.
#[derive(Clone, Copy)]
pub(super) enum Argument {
    None,
    Value(ValueIndex),
    Wide(WideIndex),
    /// The product of two values, of a sum over rows that are taken together.
    Product(ValueIndex, ValueIndex),
}

/// An accumulator and what it has seen.
pub(super) struct Accumulated {
    pub(super) function: Function,
    pub(super) when: TruthIndex,
    pub(super) argument: Argument,
    pub(super) order: ValueIndex,
    pub(super) worst: Tag,
    pub(super) count: u64,
    pub(super) value: i128,
    pub(super) distinct: Vec<i64>,
    pub(super) top: Vec<Kept>,
}

/// A row that an accumulator keeps.
#[derive(Clone, Copy)]
pub(super) struct Kept {
    pub(super) argument: WideValue,
    pub(super) order: Value,
    pub(super) row: u32,
}

impl Scans {
    /// Names the registers of the transaction that a scan reads.
    pub fn connect(&mut self, number: usize, scan: &Scan, places: &mut Places) {
        let Some(plan) = self.plans.get_mut(number) else { return };
        for (capture, operand) in plan.captures.iter_mut().zip(&scan.captures) {
            match capture {
                Capture::Value { from, .. } => *from = places.read(None, *operand),
                Capture::Wide { from, .. } => *from = operand.index as WideIndex,
            }
        }
        plan.since = scan.since.map(|since| (places.read(None, since.time), since.inclusive));
    }

    /// The value of an accumulator, or of a row that it keeps.
    pub fn result(&self, number: u16, accumulator: u8, place: u8) -> WideValue {
        let plan = self.plans.get(usize::from(number));
        let accumulated = plan.and_then(|plan| plan.accumulators.get(usize::from(accumulator)));
        accumulated.map_or(WideValue::NULL, |accumulated| accumulated.result(place.into()))
    }

    /// The rows that an accumulator took, or their distinct values.
    pub fn taken(&self, number: u16, accumulator: u8) -> u64 {
        let plan = self.plans.get(usize::from(number));
        let accumulated = plan.and_then(|plan| plan.accumulators.get(usize::from(accumulator)));
        accumulated.map_or(0, |one| match one.function {
            Function::Distinct => one.distinct.len() as u64,
            _ => one.count,
        })
    }

    /// The texts that are written to the rows that a scan selected.
    pub fn texts(&self, number: u16) -> impl Iterator<Item = Value> {
        let plan = self.plans.get(usize::from(number));
        let changes = plan.and_then(|plan| plan.changes.as_ref());
        changes.into_iter().flat_map(PlannedChanges::texts)
    }

    /// Whether no row that was pushed out is one that a scan asked for.
    pub fn is_sound(&self, number: u16) -> Truth {
        self.plans.get(usize::from(number)).map_or(Truth::True, |plan| plan.is_sound)
    }
}

impl PlannedChanges {
    /// Starts a scan of a group.
    pub(super) fn start(&mut self, group: Value) {
        self.group = group;
        self.rows.clear();
        self.values.clear();
    }

    /// The texts that are written.
    pub(super) fn texts(&self) -> impl Iterator<Item = Value> {
        let writes = self.writes.iter().cycle();
        writes.zip(&self.values).filter(|(write, _)| write.is_text).map(|(_, value)| *value)
    }
}

impl Accumulated {
    /// Starts a scan whose group and guard have this error, or none.
    pub(super) fn start(&mut self, worst: Tag) {
        (self.worst, self.count, self.value) = (worst, 0, 0);
        self.distinct.clear();
        self.top.clear();
    }

    /// Takes the argument of a row.
    pub(super) fn take(&mut self, value: i128) {
        let is_first = self.count == 0;
        self.count += 1;
        match self.function {
            Function::Sum => self.value = self.value.wrapping_add(value),
            Function::Min if is_first || value < self.value => self.value = value,
            Function::Max if is_first || value > self.value => self.value = value,
            Function::Distinct => {
                let value = value as i64;
                if self.distinct.len() <= SCAN_DISTINCT_MAX && !self.distinct.contains(&value) {
                    self.distinct.push(value);
                }
            }
            Function::Min
            | Function::Max
            | Function::Any
            | Function::Count
            | Function::Ascending
            | Function::Descending => {}
        }
    }

    /// Keeps a row if it is among the first.
    pub(super) fn keep(&mut self, kept: Kept, base: &Table, texts: &Dictionary) {
        let goes_before = |other: &Kept| is_before(self.function, &kept, other, base, texts);
        let place = self.top.iter().position(goes_before).unwrap_or(self.top.len());
        if place < SCAN_TOP_MAX {
            self.top.truncate(SCAN_TOP_MAX - 1);
            self.top.insert(place, kept);
        }
    }

    /// The result, or the argument of the row in a place.
    pub(super) fn result(&self, place: usize) -> WideValue {
        if self.function == Function::Any && self.count > 0 {
            return WideValue::new(1);
        }
        if self.worst > Tag::Null {
            return WideValue::tagged(self.worst);
        }
        match self.function {
            Function::Any => WideValue::new(0),
            Function::Count => WideValue::new(self.count.into()),
            Function::Distinct => WideValue::new(self.distinct.len() as i128),
            Function::Sum | Function::Min | Function::Max if self.count == 0 => WideValue::NULL,
            Function::Sum | Function::Min | Function::Max => WideValue::new(self.value),
            Function::Ascending | Function::Descending => {
                self.top.get(place).map_or(WideValue::NULL, |kept| kept.argument)
            }
        }
    }
}

/// Whether a row comes before another one: NULL is the largest value, and ties are broken by the
/// key.
fn is_before(function: Function, a: &Kept, b: &Kept, base: &Table, texts: &Dictionary) -> bool {
    let order = |kept: &Kept| (kept.order.tag == Tag::Null, kept.order.bits);
    let by_order = match function {
        Function::Descending => order(b).cmp(&order(a)),
        _ => order(a).cmp(&order(b)),
    };
    by_order.then_with(|| base.compare_keys(a.row, b.row, texts)).is_lt()
}
