// SPDX-License-Identifier: Apache-2.0

//! Makes the scans of a program, when it is prepared: decodes their row programs, for registers
//! that only rows use, and allocates the memory of their accumulators.

use super::batch::Batch;
use super::batch_execute::registers_of;
use super::decoder::Decoder;
use super::indices::{NULL, TRUE, TruthIndex, ValueIndex, WideIndex};
use super::micro::Micro;
use super::places::Places;
use super::scan::{Accumulated, Argument, Capture, Plan, PlannedChanges, PlannedWrite, Scans};
use super::shape::Shape;
use crate::isa::{Instruction, Operand, Space};
use crate::machine::{SCAN_DISTINCT_MAX, SCAN_TOP_MAX, SET_ROWS_MAX};
use crate::program::Program;
use crate::scan::{Accumulator, Changes, Function, Scan};
use crate::schema::ColumnId;
use crate::value::{Tag, Truth, Value};

/// The scans of a program over tables of these shapes; none if it has none.
pub fn plan_scans(program: &Program, shapes: &[Shape]) -> Option<Box<Scans>> {
    let scans = program.transactions.iter().flat_map(|transaction| &transaction.scans);
    let plans: Vec<Plan> = scans.map(|scan| Plan::new(program, shapes, scan)).collect();
    (!plans.is_empty()).then(|| Box::new(Scans { plans }))
}

/// Decodes a row program over tables of these shapes. The result has the places after it.
fn decode_steps(tables: &[Shape], places: Places, steps: &[Instruction]) -> (Vec<Micro>, Places) {
    let mut decoder = Decoder::new(tables, places);
    let mut decoded = Vec::with_capacity(steps.len());
    steps.iter().for_each(|step| decoder.instruction(step, &mut decoded));
    (decoded, decoder.places)
}

/// The registers for all rows of several chunks, if steps can take them together.
fn plan_batch(steps: &[Micro], first_column: ValueIndex, columns: usize) -> Option<Batch> {
    let (values, truths) = registers_of(steps, &Batch::new(first_column, columns, (0, 0)))?;
    Some(Batch::new(first_column, columns, (values, truths)))
}

/// Leaves the products that only a sum reads to the sum: it multiplies the rows that are selected,
/// and adds in the same loop.
fn leave_products(scan: &Scan, steps: &mut Vec<Micro>, accumulators: &mut [Accumulated]) {
    for (one, accumulated) in scan.accumulators.iter().zip(accumulators) {
        let (Function::Sum, Some(operand)) = (one.function, one.argument) else { continue };
        let Argument::Value(index) = accumulated.argument else { continue };
        let product = |step: &Micro| match *step {
            Micro::Mul { dst, a, b, unused } if dst == index && unused.is_none() => Some((a, b)),
            _ => None,
        };
        let found = steps.iter().enumerate().find_map(|(at, step)| Some((at, product(step)?)));
        if let Some((at, (a, b))) = found.filter(|_| readers(scan, operand) == 1) {
            steps.remove(at);
            accumulated.argument = Argument::Product(a, b);
        }
    }
}

/// How often a scan reads an operand.
fn readers(scan: &Scan, operand: Operand) -> usize {
    let steps = scan.steps.iter().flat_map(|step| {
        let roles = step.opcode.signature().roles;
        step.operands.into_iter().zip(roles).filter(|(_, role)| role.reads())
    });
    let steps = steps.map(|(operand, _)| operand);
    let accumulators = scan.accumulators.iter().flat_map(|one| [one.argument, one.order]).flatten();
    let changes = scan.changes.iter().flat_map(|changes| match changes {
        Changes::Write(writes) => writes.as_slice(),
        Changes::Delete => &[],
    });
    let written = changes.map(|(_, value)| *value);
    steps.chain(accumulators).chain(written).filter(|one| *one == operand).count()
}

impl Plan {
    fn new(program: &Program, shapes: &[Shape], scan: &Scan) -> Plan {
        let hidden = program.tables.get(usize::from(scan.list.0)).and_then(|t| t.hidden.as_ref());
        let list = hidden.and_then(|hidden| hidden.list.as_ref());
        let list_columns = list.map_or(&[][..], |list| list.columns.as_slice());
        let columns = list_columns.len();
        let first = scan.first_column();
        let places = Places::new(program.constants.len(), first + columns);
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
        let (mut steps, mut places) = decode_steps(shapes, places, &scan.steps);
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
        let mut accumulators: Vec<Accumulated> =
            accumulators.map(|(one, when)| Accumulated::new(one, when, &mut places)).collect();
        let first_column = first_slot + first as ValueIndex;
        let keeps_wides = accumulators.iter().any(|one| matches!(one.argument, Argument::Wide(_)));
        let batch = plan_batch(&steps, first_column, columns).filter(|_| !keeps_wides);
        if batch.is_some() {
            leave_products(scan, &mut steps, &mut accumulators);
        }
        Plan {
            base,
            changes,
            captures,
            first_column,
            columns,
            batch,
            steps,
            filter,
            since: None,
            accumulators,
            is_sound: Truth::True,
        }
    }
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
                is_text: base?.texts().iter().any(|text| text.column == place.column),
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
            order: one.order.map_or(NULL, |order| places.read(None, order)),
            worst: Tag::Value,
            count: 0,
            value: 0,
            distinct: Vec::with_capacity(if is_distinct { SCAN_DISTINCT_MAX + 1 } else { 0 }),
            top: Vec::with_capacity(if one.function.is_top() { SCAN_TOP_MAX + 1 } else { 0 }),
        }
    }
}
