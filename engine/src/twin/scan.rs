// SPDX-License-Identifier: Apache-2.0

//! Scans: the row program of each scan, decoded for registers that only rows use, and the
//! accumulators.

use super::decode::decode_steps;
use super::dictionary::Dictionary;
use super::execute::run;
use super::indices::{TRUE, TruthIndex, ValueIndex, WideIndex};
use super::lists::Rows;
use super::micro::Micro;
use super::places::Places;
use super::registers::{Registers, tag_of};
use super::shape::Shape;
use super::table::Table;
use crate::isa::{Operand, Space};
use crate::machine::{SCAN_DISTINCT_MAX, SCAN_TOP_MAX, SET_ROWS_MAX};
use crate::program::Program;
use crate::scan::{Accumulator, Changes, Function, Scan};
use crate::schema::ColumnId;
use crate::value::{Tag, Truth, Value};
use crate::wide::WideValue;

/// The scans of a program.
pub struct Scans {
    plans: Vec<Plan>,
    /// The registers of the row programs.
    rows: Box<Registers>,
}

/// A decoded scan.
struct Plan {
    /// The table whose rows it takes.
    base: usize,
    captures: Vec<Capture>,
    /// The value of the first column; the others follow.
    first_column: ValueIndex,
    columns: usize,
    steps: Vec<Micro>,
    filter: TruthIndex,
    since: Option<(ValueIndex, bool)>,
    accumulators: Vec<Accumulated>,
    is_sound: Truth,
    changes: Option<PlannedChanges>,
}

/// What is done to the rows that a scan selects.
struct PlannedChanges {
    writes: Vec<PlannedWrite>,
    is_delete: bool,
    group: Value,
    /// The rows, and one value for each write of each row.
    rows: Vec<u32>,
    values: Vec<Value>,
}

/// A write to a column of each selected row.
struct PlannedWrite {
    word: u8,
    column: u8,
    /// The place of the column in the list, if scans read it.
    copy: Option<usize>,
    value: ValueIndex,
}

/// A value of the transaction that the row program reads, and its place there.
enum Capture {
    Value { from: ValueIndex, to: ValueIndex },
    Wide { from: WideIndex, to: WideIndex },
}

/// What an accumulator reads.
#[derive(Clone, Copy)]
enum Argument {
    None,
    Value(ValueIndex),
    Wide(WideIndex),
}

/// An accumulator and what it has seen.
struct Accumulated {
    function: Function,
    when: TruthIndex,
    argument: Argument,
    order: ValueIndex,
    worst: Tag,
    count: u64,
    value: i128,
    distinct: Vec<i64>,
    top: Vec<Kept>,
}

/// A row that an accumulator keeps.
#[derive(Clone, Copy)]
struct Kept {
    argument: WideValue,
    order: Value,
    row: u32,
}

impl Scans {
    /// The scans of a program over tables of these shapes; none if it has none.
    pub fn new(program: &Program, shapes: &[Shape]) -> Option<Box<Scans>> {
        let scans = program.transactions.iter().flat_map(|transaction| &transaction.scans);
        let plans: Vec<Plan> = scans.map(|scan| Plan::new(program, shapes, scan)).collect();
        let rows = Registers::new(&program.constants, 0, 0, 0);
        (!plans.is_empty()).then(|| Box::new(Scans { plans, rows }))
    }

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

    /// Whether no row that was pushed out is one that a scan asked for.
    pub fn is_sound(&self, number: u16) -> Truth {
        self.plans.get(usize::from(number)).map_or(Truth::True, |plan| plan.is_sound)
    }
}

/// Runs a scan over the list of a table.
#[inline(never)]
pub fn scan(
    number: u16,
    (table, group): (u8, Value),
    when: Truth,
    r: &mut Registers,
    tables: &mut [Table],
    texts: &Dictionary,
) {
    // The registers of rows are apart from those of the message.
    let Some(mut scans) = r.take_scans() else { return };
    let Scans { plans, rows } = &mut *scans;
    if let Some(plan) = plans.get_mut(usize::from(number)) {
        plan.run((usize::from(table), group), when, (r, rows), tables, texts);
    }
    r.set_scans(scans);
}

/// Changes the rows that a scan selected.
#[inline(never)]
pub fn apply(number: u16, list: u8, r: &mut Registers, tables: &mut [Table]) {
    let Some(scans) = r.take_scans() else { return };
    if let Some(plan) = scans.plans.get(usize::from(number))
        && let Some(changes) = &plan.changes
    {
        changes.apply(usize::from(list), plan.base, tables);
    }
    r.set_scans(scans);
}

impl PlannedChanges {
    fn new(
        changes: &Changes,
        columns: &[ColumnId],
        base: Option<&Shape>,
        places: &mut Places,
    ) -> PlannedChanges {
        let writes = match changes {
            Changes::Write(writes) => writes.as_slice(),
            Changes::Delete => &[],
        };
        let write = |(column, value): &(ColumnId, Operand)| {
            let place = base?.place(column.0)?;
            Some(PlannedWrite {
                word: place.word,
                column: place.column,
                copy: columns.iter().position(|copied| copied == column),
                value: places.read(None, *value),
            })
        };
        let writes: Vec<PlannedWrite> = writes.iter().filter_map(write).collect();
        PlannedChanges {
            values: Vec::with_capacity(writes.len() * SET_ROWS_MAX as usize),
            rows: Vec::with_capacity(SET_ROWS_MAX as usize),
            is_delete: *changes == Changes::Delete,
            group: Value::NULL,
            writes,
        }
    }

    fn start(&mut self, group: Value) {
        self.group = group;
        self.rows.clear();
        self.values.clear();
    }

    /// Notes a row. The list has at most as many rows as there is room for.
    fn note(&mut self, row: u32, rows: &Registers) {
        self.rows.push(row);
        for write in &self.writes {
            self.values.push(rows.value(write.value));
        }
    }

    fn apply(&self, list: usize, base: usize, tables: &mut [Table]) {
        for (index, row) in self.rows.iter().enumerate() {
            let handle = tables[base].handle(*row);
            let values = &self.values[index * self.writes.len()..];
            for (write, value) in self.writes.iter().zip(values) {
                tables[base].write(handle, write.word, write.column, *value);
                if let Some(copy) = write.copy {
                    tables[list].patch(handle, copy as u8, *value);
                }
            }
            if self.is_delete {
                tables[list].leave(handle);
                tables[base].delete(handle);
                tables[list].close(self.group);
            }
        }
    }
}

impl Plan {
    fn new(program: &Program, shapes: &[Shape], scan: &Scan) -> Plan {
        let hidden = program.tables.get(usize::from(scan.list.0)).and_then(|t| t.hidden.as_ref());
        let list = hidden.and_then(|hidden| hidden.list.as_ref());
        let list_columns = list.map_or(&[][..], |list| list.columns.as_slice());
        let columns = list_columns.len();
        let first = scan.first_column();
        let mut places = Places::new(program.constants.len(), first + columns);
        let first_slot = places.first_field();
        let (mut slots, mut wides) = (0, 0);
        let capture = |operand: &Operand| match operand.space {
            Space::Wide => {
                wides += 1;
                Capture::Wide { from: 0, to: wides - 1 }
            }
            _ => {
                slots += 1;
                Capture::Value { from: 0, to: first_slot + slots - 1 }
            }
        };
        let captures = scan.captures.iter().map(capture).collect();
        let steps = decode_steps(shapes, &mut places, &scan.steps);
        let predicate =
            |operand: Option<Operand>| operand.map_or(TRUE, |operand| places.predicate(operand));
        let filter = predicate(scan.filter);
        let whens: Vec<TruthIndex> =
            scan.accumulators.iter().map(|one| predicate(one.when)).collect();
        let accumulators = scan.accumulators.iter().zip(whens);
        let base = hidden.map_or(0, |hidden| usize::from(hidden.base.0));
        let changes = scan.changes.as_ref().map(|changes| {
            PlannedChanges::new(changes, list_columns, shapes.get(base), &mut places)
        });
        Plan {
            base,
            changes,
            captures,
            first_column: first_slot + first as ValueIndex,
            columns,
            steps,
            filter,
            since: None,
            accumulators: accumulators
                .map(|(one, when)| Accumulated::new(one, when, &mut places))
                .collect(),
            is_sound: Truth::True,
        }
    }

    fn run(
        &mut self,
        (table, group): (usize, Value),
        when: Truth,
        (r, rows): (&Registers, &mut Registers),
        tables: &mut [Table],
        texts: &Dictionary,
    ) {
        self.is_sound = Truth::True;
        let worst = group.tag.max(tag_of(when));
        for accumulated in &mut self.accumulators {
            accumulated.start(if worst > Tag::Null { worst } else { Tag::Value });
        }
        self.changes.iter_mut().for_each(|changes| changes.start(group));
        let Some(lists) = tables[table].lists() else { return };
        if worst > Tag::Value || !tables[table].is_live(group) {
            return;
        }
        let group = group.bits as u32;
        if let Some((time, inclusive)) = self.since
            && let (Some(time), Some(pushed)) = (r.value(time).get(), lists.pushed_out(group))
        {
            self.is_sound = Truth::from(!(pushed > time || inclusive && pushed == time));
        }
        for capture in &self.captures {
            match *capture {
                Capture::Value { from, to } => rows.set(to, r.value(from)),
                Capture::Wide { from, to } => rows.set_wide(to, r.wide(from)),
            }
        }
        let mut chunk = lists.first(group);
        while let Some(at) = chunk {
            let Some(lists) = tables[table].lists() else { return };
            chunk = lists.next(group, at);
            let of_chunk = lists.chunk(at);
            let mut live = of_chunk.live();
            while live != 0 {
                let place = live.trailing_zeros() as usize;
                live &= live - 1;
                self.row(table, at, place, rows, tables, texts);
            }
        }
    }

    /// Takes one row.
    fn row(
        &mut self,
        table: usize,
        chunk: u32,
        place: usize,
        rows: &mut Registers,
        tables: &mut [Table],
        texts: &Dictionary,
    ) {
        let Some(lists) = tables[table].lists() else { return };
        let of_chunk: Rows<'_> = lists.chunk(chunk);
        for (column, to) in (0..self.columns).zip(self.first_column..) {
            rows.set(to, of_chunk.cell(place, column));
        }
        let number = of_chunk.numbers()[place];
        run(&self.steps, rows, tables, texts);
        let filter = rows.truth(self.filter);
        for accumulated in &mut self.accumulators {
            accumulated.add(filter, rows, number, &tables[self.base], texts);
        }
        if let (Some(changes), Truth::True) = (&mut self.changes, filter) {
            changes.note(number, rows);
        }
    }
}

impl Accumulated {
    fn new(one: &Accumulator, when: TruthIndex, places: &mut Places) -> Accumulated {
        let argument = match one.argument {
            None => Argument::None,
            Some(operand) if operand.space == Space::Wide => {
                Argument::Wide(operand.index as WideIndex)
            }
            Some(operand) => Argument::Value(places.read(None, operand)),
        };
        let is_distinct = one.function == Function::Distinct;
        Accumulated {
            function: one.function,
            when,
            argument,
            order: one.order.map_or(super::indices::NULL, |order| places.read(None, order)),
            worst: Tag::Value,
            count: 0,
            value: 0,
            distinct: Vec::with_capacity(if is_distinct { SCAN_DISTINCT_MAX + 1 } else { 0 }),
            top: Vec::with_capacity(if one.function.is_top() { SCAN_TOP_MAX + 1 } else { 0 }),
        }
    }

    fn start(&mut self, worst: Tag) {
        (self.worst, self.count, self.value) = (worst, 0, 0);
        self.distinct.clear();
        self.top.clear();
    }

    fn add(&mut self, filter: Truth, rows: &Registers, row: u32, base: &Table, texts: &Dictionary) {
        let selected = filter.and(rows.truth(self.when));
        match selected {
            Truth::True => {}
            Truth::False | Truth::Null => return,
            Truth::Overflow | Truth::DivisionByZero => {
                self.worst = self.worst.max(tag_of(selected));
                return;
            }
        }
        let argument = match self.argument {
            Argument::None => WideValue::new(0),
            Argument::Value(index) => rows.value(index).into(),
            Argument::Wide(index) => rows.wide(index),
        };
        if self.function.is_top() {
            self.count += 1;
            let order = rows.value(self.order);
            let worst = argument.tag.max(order.tag);
            if worst > Tag::Null {
                self.worst = self.worst.max(worst);
            }
            self.keep(Kept { argument, order, row }, base, texts);
            return;
        }
        match argument.get() {
            Some(value) => self.take(value),
            None if argument.tag > Tag::Null => self.worst = self.worst.max(argument.tag),
            None => {}
        }
    }

    fn take(&mut self, value: i128) {
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
    fn keep(&mut self, kept: Kept, base: &Table, texts: &Dictionary) {
        let goes_before = |other: &Kept| is_before(self.function, &kept, other, base, texts);
        let place = self.top.iter().position(goes_before).unwrap_or(self.top.len());
        if place < SCAN_TOP_MAX {
            self.top.truncate(SCAN_TOP_MAX - 1);
            self.top.insert(place, kept);
        }
    }

    fn result(&self, place: usize) -> WideValue {
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
