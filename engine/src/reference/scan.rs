// SPDX-License-Identifier: Apache-2.0

//! Scans: one row after the other, each with registers that only it sees.

use super::registers::Registers;
use super::scanned::{Accumulated, Scanned, Selected};
use super::table::Table;
use super::{lists, step};
use crate::isa::{Instruction, Opcode, Operand, Space};
use crate::scan::{Accumulator, Changes, Scan};
use crate::value::{Tag, Truth, Value};
use crate::wide::WideValue;

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
            tables[list].lists_mut().leave(handle);
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
            step::execute(step, &mut of_row, tables);
        }
        let filter = scan.filter.map_or(Truth::True, |filter| of_row.truth(filter));
        for accumulated in &mut scanned.accumulated {
            add(accumulated, filter, &of_row, || key_of(base, handle, registers));
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

/// Adds a row to an accumulator that selects it.
fn add(
    to: &mut Accumulated,
    filter: Truth,
    row: &Registers<'_>,
    key: impl FnOnce() -> Vec<(i64, String)>,
) {
    let Accumulator { function, when, argument, order } = to.accumulator;
    let selected = filter.and(when.map_or(Truth::True, |when| row.truth(when)));
    match selected {
        Truth::True => {}
        Truth::False | Truth::Null => return,
        Truth::Overflow | Truth::DivisionByZero => {
            to.worst = to.worst.max(selected.to_value().tag);
            return;
        }
    }
    let read = |operand: Operand| match operand.space {
        Space::Wide => row.wide(operand),
        _ => row.operand(operand).into(),
    };
    to.add(Selected {
        argument: argument.map_or(WideValue::new(0), read),
        order: order.map_or(Value::NULL, |order| row.operand(order)),
        key: if function.is_top() { key() } else { Vec::new() },
    });
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
