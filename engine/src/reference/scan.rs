// SPDX-License-Identifier: Apache-2.0

//! Scans: one row after the other, each with registers that only it sees.

use super::registers::Registers;
use super::table::Table;
use super::{check, lists};
use crate::isa::{Instruction, Opcode, Operand, Space};
use crate::machine::SCAN_DISTINCT_MAX;
use crate::scan::{Accumulator, Changes, Function, Scan};
use crate::value::{Tag, Truth, Value};
use crate::wide::WideValue;
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// The results of a scan.
#[derive(Clone, Debug)]
pub(super) struct Scanned {
    /// One for each accumulator.
    accumulated: Vec<Accumulated>,
    /// Whether no row that was pushed out is one that it asked for.
    is_sound: Truth,
    /// The group, the rows that it selects, and what is written to their columns.
    group: Value,
    changed: Vec<(i64, Vec<(usize, Value)>)>,
}

/// What an accumulator has seen.
#[derive(Clone, Debug)]
struct Accumulated {
    accumulator: Accumulator,
    /// The greatest tag of an error.
    worst: Tag,
    /// The arguments of the selected rows with what orders them, in the order of the rows.
    rows: Vec<Selected>,
}

/// A row that an accumulator takes.
#[derive(Clone, Debug)]
struct Selected {
    argument: WideValue,
    order: Value,
    /// The key of the row. Text is ordered by its bytes.
    key: Vec<(i64, String)>,
}

/// Executes an instruction of a scan unit.
pub(super) fn execute(instruction: &Instruction, registers: &mut Registers<'_>, tables: &[Table]) {
    let [dst, a, b, c, ..] = instruction.operands;
    match instruction.opcode {
        Opcode::Scan => {
            let scan = &registers.scans[usize::from(b.index)];
            let scanned = scanned(instruction, scan, registers, tables);
            registers.scanned.insert(b.index, scanned);
            registers.set_value(instruction, Value::new(b.index.into()));
        }
        Opcode::Result => {
            let wide = result(registers, instruction, a, b, c);
            registers.set_value(instruction, wide.narrow(i64::MIN, i64::MAX));
        }
        Opcode::WideResult => {
            let wide = result(registers, instruction, a, b, c);
            registers.set_wide(dst, wide);
        }
        Opcode::Within => {
            let [.., d, _] = instruction.operands;
            let accumulated = &of_scan(registers, instruction, a).accumulated[usize::from(b.index)];
            let within = Truth::from(accumulated.taken() <= usize::from(c.index));
            registers.set_truth(dst, within.when(registers.truth(d)));
        }
        Opcode::Sound => {
            let sound = of_scan(registers, instruction, a).is_sound.when(registers.truth(b));
            registers.set_truth(dst, sound);
        }
        _ => unreachable!("a scan unit has no such instruction"),
    }
}

/// Changes the rows that a scan selected.
pub(super) fn apply(instruction: &Instruction, registers: &Registers<'_>, tables: &mut [Table]) {
    let [_, token, ..] = instruction.operands;
    let scanned = of_scan(registers, instruction, token);
    let number = registers.value(instruction, token).bits as usize;
    let list = usize::from(instruction.unit);
    let base = tables[list].lists().base();
    for (row, written) in &scanned.changed {
        let handle = Value::new(*row);
        for (column, value) in written {
            tables[base].write(handle, *column, *value);
        }
        if registers.scans[number].changes == Some(Changes::Delete) {
            lists::leave(tables, instruction.unit, handle);
            tables[base].delete(handle);
            tables[list].close(scanned.group);
        }
    }
}

/// The values that a change of the rows of a scan writes, with their columns.
pub(super) fn written(instruction: &Instruction, registers: &Registers<'_>) -> Vec<(usize, Value)> {
    let [_, token, ..] = instruction.operands;
    let changed = &of_scan(registers, instruction, token).changed;
    changed.iter().flat_map(|(_, written)| written).copied().collect()
}

fn of_scan<'r>(
    registers: &'r Registers<'_>,
    instruction: &Instruction,
    scan: Operand,
) -> &'r Scanned {
    let number = registers.value(instruction, scan).bits as u16;
    registers.scanned.get(&number).expect("a validated scan is done before it is read")
}

fn result(
    registers: &Registers<'_>,
    instruction: &Instruction,
    scan: Operand,
    accumulator: Operand,
    place: Operand,
) -> WideValue {
    let scanned = of_scan(registers, instruction, scan);
    scanned.accumulated[usize::from(accumulator.index)].result(place.index.into())
}

/// Runs a scan.
fn scanned(
    instruction: &Instruction,
    scan: &Scan,
    registers: &Registers<'_>,
    tables: &[Table],
) -> Scanned {
    let [_, group, _, _, _, when] = instruction.operands;
    let group = registers.value(instruction, group);
    let mut scanned = Scanned {
        accumulated: scan.accumulators.iter().map(|one| Accumulated::new(*one)).collect(),
        is_sound: Truth::True,
        group,
        changed: Vec::new(),
    };
    let when = registers.truth(when);
    let worst = group.tag.max(when.to_value().tag);
    if worst > Tag::Null {
        scanned.accumulated.iter_mut().for_each(|one| one.worst = worst);
        return scanned;
    }
    let lists = tables[usize::from(instruction.unit)].lists();
    let rows = group.get().filter(|_| when == Truth::True).and_then(|group| lists.group(group));
    let Some(rows) = rows else { return scanned };
    let (mut slots, mut wides) = (Vec::new(), Vec::new());
    for capture in &scan.captures {
        match capture.space {
            Space::Wide => wides.push(registers.wide(*capture)),
            _ => slots.push(registers.value(instruction, *capture)),
        }
    }
    scanned.is_sound = is_sound(instruction, scan, registers, rows);
    let base = &tables[lists.base()];
    for row in rows.rows() {
        let handle = Value::new(row);
        let mut slots = slots.clone();
        slots.extend(lists.columns().map(|column| base.fetch(handle, column)));
        let mut of_row = registers.of_row(&slots, &wides);
        for step in &scan.steps {
            check(step, &mut of_row, tables);
        }
        let filter = scan.filter.map_or(Truth::True, |filter| of_row.truth(filter));
        for accumulated in &mut scanned.accumulated {
            accumulated.add(filter, &of_row, || key_of(base, handle, registers));
        }
        if filter == Truth::True {
            let writes = match &scan.changes {
                Some(Changes::Write(writes)) => writes.as_slice(),
                Some(Changes::Delete) | None => &[],
            };
            let written = writes
                .iter()
                .map(|(column, value)| (usize::from(column.0), of_row.operand(*value)))
                .collect();
            scanned.changed.push((row, written));
        }
    }
    scanned
}

/// The key of a row, by which rows with equal orders are ordered.
fn key_of(base: &Table, row: Value, registers: &Registers<'_>) -> Vec<(i64, String)> {
    let part = |(column, is_text): (usize, bool)| {
        let bits = base.fetch(row, column).bits;
        if is_text { (0, registers.text(bits).to_owned()) } else { (bits, String::new()) }
    };
    base.key_columns().map(part).collect()
}

/// Whether no row that was pushed out is later than the time after which rows are asked for.
fn is_sound(
    instruction: &Instruction,
    scan: &Scan,
    registers: &Registers<'_>,
    rows: &lists::Group,
) -> Truth {
    let Some(since) = scan.since else { return Truth::True };
    // Without a time, no row is asked for.
    let time = registers.value(instruction, since.time).get();
    let (Some(time), Some(pushed_out)) = (time, rows.pushed_out()) else { return Truth::True };
    let is_asked_for = pushed_out > time || since.inclusive && pushed_out == time;
    Truth::from(!is_asked_for)
}

impl Accumulated {
    fn new(accumulator: Accumulator) -> Accumulated {
        Accumulated { accumulator, worst: Tag::Value, rows: Vec::new() }
    }

    fn add(
        &mut self,
        filter: Truth,
        row: &Registers<'_>,
        key: impl FnOnce() -> Vec<(i64, String)>,
    ) {
        let Accumulator { function, when, argument, order } = self.accumulator;
        let selected = filter.and(when.map_or(Truth::True, |when| row.truth(when)));
        match selected {
            Truth::True => {}
            Truth::False | Truth::Null => return,
            Truth::Overflow | Truth::DivisionByZero => {
                self.worst = self.worst.max(selected.to_value().tag);
                return;
            }
        }
        let read = |operand: Operand| match operand.space {
            Space::Wide => row.wide(operand),
            _ => row.operand(operand).into(),
        };
        let argument = argument.map_or(WideValue::new(0), read);
        let order = order.map_or(Value::NULL, |order| row.operand(order));
        let worst = argument.tag.max(order.tag);
        if worst > Tag::Null {
            self.worst = self.worst.max(worst);
        }
        let key = if function.is_top() { key() } else { Vec::new() };
        self.rows.push(Selected { argument, order, key });
    }

    /// The rows that it took, or their distinct values.
    fn taken(&self) -> usize {
        let values = self.rows.iter().filter_map(|row| row.argument.get());
        match self.accumulator.function {
            Function::Distinct => values.collect::<BTreeSet<i128>>().len(),
            _ => self.rows.len(),
        }
    }

    /// The result; of an accumulator that keeps rows, the argument of the row in a place.
    fn result(&self, place: usize) -> WideValue {
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
