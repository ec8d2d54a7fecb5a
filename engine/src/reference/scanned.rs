// SPDX-License-Identifier: Apache-2.0

//! The results of a scan: what each accumulator has seen, and the changes of the selected rows.

use crate::machine::SCAN_DISTINCT_MAX;
use crate::scan::{Accumulator, Function};
use crate::value::{Tag, Truth, Value};
use crate::wide::WideValue;
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// The results of a scan.
#[derive(Clone, Debug)]
pub(super) struct Scanned {
    /// One for each accumulator.
    pub(super) accumulated: Vec<Accumulated>,
    /// Whether no row that was pushed out is one that it asked for.
    pub(super) is_sound: Truth,
    /// The group, the rows that it selects, and what is written to their columns.
    pub(super) group: Value,
    pub(super) changed: Vec<(i64, Vec<(usize, Value)>)>,
}

/// What an accumulator has seen.
#[derive(Clone, Debug)]
pub(super) struct Accumulated {
    pub(super) accumulator: Accumulator,
    /// The greatest tag of an error.
    pub(super) worst: Tag,
    /// The arguments of the selected rows with what orders them, in the order of the rows.
    rows: Vec<Selected>,
}

/// A row that an accumulator takes.
#[derive(Clone, Debug)]
pub(super) struct Selected {
    pub(super) argument: WideValue,
    pub(super) order: Value,
    /// The key of the row. Text is ordered by its bytes.
    pub(super) key: Vec<(i64, String)>,
}

impl Accumulated {
    pub(super) fn new(accumulator: Accumulator) -> Accumulated {
        Accumulated { accumulator, worst: Tag::Value, rows: Vec::new() }
    }

    /// Adds a selected row.
    pub(super) fn add(&mut self, row: Selected) {
        let worst = row.argument.tag.max(row.order.tag);
        if worst > Tag::Null {
            self.worst = self.worst.max(worst);
        }
        self.rows.push(row);
    }

    /// The rows that it took, or their distinct values.
    pub(super) fn taken(&self) -> usize {
        let values = self.rows.iter().filter_map(|row| row.argument.get());
        match self.accumulator.function {
            Function::Distinct => values.collect::<BTreeSet<i128>>().len(),
            _ => self.rows.len(),
        }
    }

    /// The result; of an accumulator that keeps rows, the argument of the row in a place.
    pub(super) fn result(&self, place: usize) -> WideValue {
        let function = self.accumulator.function;
        if function == Function::Any && !self.rows.is_empty() {
            return WideValue::new(1);
        }
        if self.worst > Tag::Null {
            return WideValue::tagged(self.worst);
        }
        let values = self.rows.iter().filter_map(|row| row.argument.get());
        match function {
            Function::Any => WideValue::new(0),
            Function::Count => WideValue::new(values.count() as i128),
            Function::Sum => values.reduce(|a, b| a + b).map_or(WideValue::NULL, WideValue::new),
            Function::Min => values.min().map_or(WideValue::NULL, WideValue::new),
            Function::Max => values.max().map_or(WideValue::NULL, WideValue::new),
            Function::Distinct => {
                let distinct = values.collect::<BTreeSet<i128>>().len();
                WideValue::new(distinct.min(SCAN_DISTINCT_MAX + 1) as i128)
            }
            Function::Ascending | Function::Descending => {
                let mut rows: Vec<&Selected> = self.rows.iter().collect();
                rows.sort_by(|a, b| before(function, a, b));
                rows.get(place).map_or(WideValue::NULL, |row| row.argument)
            }
        }
    }
}

/// The order of two rows: NULL is the largest value, and ties are broken by the key.
fn before(function: Function, a: &Selected, b: &Selected) -> Ordering {
    let order = |row: &Selected| (row.order.tag == Tag::Null, row.order.bits);
    let by_order = match function {
        Function::Descending => order(b).cmp(&order(a)),
        _ => order(a).cmp(&order(b)),
    };
    by_order.then_with(|| a.key.cmp(&b.key))
}
