// SPDX-License-Identifier: Apache-2.0

//! Runs micro-operations on lists, apart from the others: a transaction without lists pays nothing
//! for them.

use super::arithmetic::{self, Unused};
use super::batch_execute;
use super::batch_take::Taken;
use super::dictionary::Dictionary;
use super::indices::{TRUE, ValueIndex};
use super::lists::{Rows, TOGETHER};
use super::masks::places;
use super::micro::Micro;
use super::operand::Inputs;
use super::registers::{Registers, tag_of};
use super::scan::{Accumulated, Argument, Capture, Kept, Plan, PlannedChanges};
use super::scan_micro::{OnList, Scan};
use super::table::Table;
use super::texts;
use crate::value::{Tag, Truth, Value};
use crate::wide::WideValue;

/// A function that runs micro-operations.
type Run = fn(&[Micro], &mut Registers, &mut [Table], &mut Dictionary);

/// Runs one of them. `run` executes the steps of a row program.
#[inline(never)]
pub fn execute(
    operation: OnList,
    r: &mut Registers,
    tables: &mut [Table],
    texts: &mut Dictionary,
    run: Run,
) {
    match operation {
        OnList::Scan(at) => scan(at, r, tables, texts, run),
        OnList::Result { dst, scan, accumulator, place } => {
            let wide = r.scan_result(scan, accumulator, place);
            r.set(dst, wide.narrow(i64::MIN, i64::MAX));
        }
        OnList::Sound { entry, scan, guard } => {
            r.set_guarded(entry, r.is_scan_sound(scan), guard);
        }
        OnList::Within { entry, scan, accumulator, most, guard } => {
            let within = Truth::from(r.scan_taken(scan, accumulator) <= u64::from(most));
            r.set_guarded(entry, within, guard);
        }
        OnList::Enter { table, group, row, guard } => {
            if r.is_true(guard) {
                tables[usize::from(table)].enter(r.value(group), r.value(row));
            }
        }
        OnList::Leave { table, row, guard } => {
            if r.is_true(guard) {
                tables[usize::from(table)].leave(r.value(row));
            }
        }
        OnList::Apply { table, scan, guard } => {
            if r.is_true(guard) {
                apply(r.value(scan).bits as u16, table, r, tables, texts);
            }
        }
        OnList::Patch { table, row, column, value } => {
            tables[usize::from(table)].patch(r.value(row), column, r.value(value));
        }
    }
}

/// Runs a scan over the list of a table.
#[inline(never)]
fn scan(at: Scan, r: &mut Registers, tables: &mut [Table], texts: &mut Dictionary, run: Run) {
    // The registers of rows are apart from those of the message.
    if let Some((mut scans, mut rows)) = r.take_scans() {
        if let Some(plan) = scans.plans.get_mut(usize::from(at.number)) {
            plan.run(at, (r, &mut rows), tables, texts, run);
        }
        r.set_scans(scans, rows);
    }
    r.set(at.dst, Value::new(at.number.into()));
}

/// Changes the rows that a scan selected.
#[inline(never)]
fn apply(number: u16, list: u8, r: &mut Registers, tables: &mut [Table], texts: &mut Dictionary) {
    let Some((scans, rows)) = r.take_scans() else { return };
    if let Some(plan) = scans.plans.get(usize::from(number))
        && let Some(changes) = &plan.changes
    {
        changes.apply(usize::from(list), plan.base, tables, texts);
    }
    r.set_scans(scans, rows);
}

impl PlannedChanges {
    /// Notes a row. The list has at most as many rows as there is room for.
    fn note(&mut self, row: u32, value: impl Fn(ValueIndex) -> Value) {
        self.rows.push(row);
        for write in &self.writes {
            self.values.push(value(write.value));
        }
    }

    /// Writes or deletes the rows.
    fn apply(&self, list: usize, base: usize, tables: &mut [Table], texts: &mut Dictionary) {
        for (index, row) in self.rows.iter().enumerate() {
            let handle = tables[base].handle(*row);
            let values = &self.values[index * self.writes.len()..];
            for (write, value) in self.writes.iter().zip(values) {
                let place = (write.word, write.column);
                if write.is_text {
                    texts::write_cell(&mut tables[base], texts, handle, place, *value);
                } else {
                    tables[base].write(handle, write.word, write.column, *value);
                }
                if let Some(copy) = write.copy {
                    tables[list].patch(handle, copy as u8, *value);
                }
            }
            if self.is_delete {
                tables[list].leave(handle);
                texts::delete_row(&mut tables[base], texts, handle);
                tables[list].close(self.group);
            }
        }
    }
}

impl Plan {
    /// Goes over the rows of a group.
    fn run(
        &mut self,
        at: Scan,
        (r, rows): (&Registers, &mut Registers),
        tables: &mut [Table],
        texts: &mut Dictionary,
        run: Run,
    ) {
        let (table, group) = (usize::from(at.table), r.value(at.group));
        self.is_sound = Truth::True;
        let worst = group.tag.max(tag_of(r.truth(at.when)));
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
        if self.batch.is_some() {
            let mut chunks = lists.chunks(group);
            while let Some(first) = chunks.next() {
                let mut together = [first; TOGETHER];
                let mut len = 1;
                for (place, chunk) in together[1..].iter_mut().zip(&mut chunks) {
                    *place = chunk;
                    len += 1;
                }
                self.take_chunks(&together[..len], rows, &tables[self.base], texts);
            }
            return;
        }
        let mut chunk = lists.first(group);
        while let Some(at) = chunk {
            let Some(lists) = tables[table].lists() else { return };
            chunk = lists.next(group, at);
            for place in places(lists.chunk(at).live()) {
                self.row((table, at, place), rows, tables, texts, run);
            }
        }
    }

    /// Takes the rows of chunks together.
    #[inline(never)]
    fn take_chunks(
        &mut self,
        chunks: &[Rows<'_>],
        shared: &Registers,
        base: &Table,
        texts: &Dictionary,
    ) {
        let Some(batch) = &mut self.batch else { return };
        let inputs = Inputs { shared, chunks };
        batch_execute::run(&self.steps, batch, inputs);
        let filter = batch.truths.get(self.filter);
        for accumulated in &mut self.accumulators {
            let source = |index| batch.source(index, inputs);
            let (argument, factor) = match accumulated.argument {
                Argument::Value(index) => (Some(source(index)), None),
                Argument::Product(a, b) => (Some(source(a)), Some(source(b))),
                Argument::None | Argument::Wide(_) => (None, None),
            };
            let is_top = accumulated.function.is_top();
            let order = is_top.then(|| source(accumulated.order));
            let when = (accumulated.when != TRUE).then(|| batch.truths.get(accumulated.when));
            let taken = Taken { inputs, filter, when, argument, factor, order };
            accumulated.take_all(&taken, base, texts);
        }
        if let Some(changes) = &mut self.changes {
            for (chunk, rows) in chunks.iter().enumerate() {
                let value =
                    |index, place| inputs.read(batch.source(index, inputs), chunk).at(place);
                for place in places(filter[chunk].yes & rows.live()) {
                    changes.note(rows.numbers()[place], |index| value(index, place));
                }
            }
        }
    }

    /// Takes one row.
    fn row(
        &mut self,
        (table, chunk, place): (usize, u32, usize),
        rows: &mut Registers,
        tables: &mut [Table],
        texts: &mut Dictionary,
        run: Run,
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
            changes.note(number, |index| rows.value(index));
        }
    }
}

impl Accumulated {
    /// Takes a row if it is selected.
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
            // Only of rows that are taken together.
            Argument::Product(a, b) => {
                arithmetic::mul(rows.value(a), rows.value(b), Unused::default()).into()
            }
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
}
