// SPDX-License-Identifier: Apache-2.0

//! A scan unit, stepped cycle by cycle.
//!
//! ```text
//!  cycle 0 ··· 3      captures, group, head of the list
//!  cycle 4            the first R rows are read
//!  every ⌈s / 8⌉      the next R rows are read
//!                     the steps of a row take the stages in turn, each as soon as what it reads is
//!                     there and a stage is free
//!  log₂ R             the R rows are joined in a tree
//!  2                  they are added to the accumulators, and the results are registered
//! ```
//! Rows are read in every round, whether the list has them or not, so that a scan always takes the
//! same time.

use crate::memory::Memory;
use engine::isa::{Instruction, Opcode, Operand, UnitClass};
use engine::machine::{SCAN_ROWS_AT_ONCE, SCAN_STAGES};
use engine::program::Program;
use engine::scan::{Function, Scan};
use std::collections::BTreeMap;
use testkit::rng::Rng;

/// Cycles before the first rows are read.
const START: u32 = 4;
/// Placements that are tried for the steps of a row.
const ATTEMPTS: u64 = 1_000;

/// The cycles of a scan, counted from its issue.
#[derive(Clone, Debug)]
pub struct Run {
    /// The first and the last cycle in which each memory is read.
    pub reads: Vec<(Memory, u32, u32)>,
    /// The first cycle in which its results can be read.
    pub ready: u32,
    /// The cycles from one round of rows to the next.
    pub interval: u32,
}

/// Rows in the pipeline.
struct Batch {
    entered: u32,
    /// The cycle in which the results of all its steps are there.
    done: u32,
}

/// Runs a scan over a group of `bound` rows.
pub fn run(program: &Program, scan: &Scan, bound: u32) -> Run {
    let at_once = rows_at_once(scan);
    let rounds = bound.div_ceil(at_once);
    let interval = (scan.steps.len() as u32).div_ceil(SCAN_STAGES).max(1);
    let starts = starts(&scan.steps, interval);
    let joined = at_once.next_power_of_two().ilog2();

    let mut reads = BTreeMap::new();
    let mut note = |memory: Memory, cycle: u32| {
        let (_, last) = reads.entry(memory).or_insert((cycle, cycle));
        *last = cycle.max(*last);
    };
    // The head of the list, and the times that were pushed out.
    (0..START).for_each(|cycle| note(Memory::List(scan.list.0 as u8), cycle));
    let mut pipeline: Vec<Batch> = Vec::new();
    let (mut entered, mut added) = (0, 0);
    let mut cycle = START;
    while added < rounds {
        if entered < rounds && (cycle - START).is_multiple_of(interval) {
            rows_read(program, scan).for_each(|memory| note(memory, cycle));
            // The rows are there in the next cycle.
            pipeline.push(Batch { entered: cycle + 1, done: cycle + 1 });
            entered += 1;
        }
        let mut started = 0;
        for batch in &mut pipeline {
            let age = cycle.checked_sub(batch.entered);
            let due = scan.steps.iter().zip(&starts).filter(|(_, start)| age == Some(**start));
            for (step, _) in due {
                started += 1;
                step_read(step).into_iter().for_each(|memory| note(memory, cycle));
                batch.done = batch.done.max(cycle + u32::from(step.opcode.signature().latency));
            }
        }
        assert!(started <= SCAN_STAGES, "{started} steps in one cycle");
        cycle += 1;
        let last_start = starts.iter().copied().max().unwrap_or(0);
        let leaves = |batch: &Batch| cycle >= batch.done && cycle > batch.entered + last_start;
        // Rows without steps leave as they enter.
        let leaves = |batch: &Batch| match starts.is_empty() {
            true => cycle >= batch.done,
            false => leaves(batch),
        };
        let before = pipeline.len();
        pipeline.retain(|batch| !leaves(batch));
        added += (before - pipeline.len()) as u32;
    }
    let reads = reads.into_iter().map(|(memory, (first, last))| (memory, first, last)).collect();
    Run { reads, ready: cycle + joined + 2, interval }
}

/// The rows that are taken at once: one if a step uses a unit of which there is one, or rows are
/// compared with each other.
fn rows_at_once(scan: &Scan) -> u32 {
    let is_single = |step: &Instruction| {
        !matches!(step.opcode.signature().unit, UnitClass::Lane | UnitClass::Logic)
    };
    let compares = scan.accumulators.iter().any(|one| {
        matches!(one.function, Function::Distinct | Function::Ascending | Function::Descending)
    });
    if compares || scan.steps.iter().any(is_single) { 1 } else { SCAN_ROWS_AT_ONCE }
}

/// The cycles in which the steps of a row start, counted from its entry: what a step reads is
/// there, and the cycles that are a multiple of `interval` apart start together at most as many
/// steps as there are stages. They end within the longest path and one round if a few attempts find
/// such a placement.
fn starts(steps: &[Instruction], interval: u32) -> Vec<u32> {
    let paths = paths(steps);
    let end = paths.iter().copied().max().unwrap_or(0) + interval - 1;
    // What is read comes first, then what is followed by the longest path.
    let mut order: Vec<usize> = (0..steps.len()).collect();
    order.sort_by_key(|index| (std::cmp::Reverse(paths[*index]), *index));
    let attempt = |seed: u64| {
        let mut rng = Rng::new(seed, 13);
        let mut taken = vec![0; interval as usize];
        let mut ready: BTreeMap<Operand, u32> = BTreeMap::new();
        let mut starts = vec![0; steps.len()];
        for index in &order {
            let step = &steps[*index];
            let earliest = reads(step).filter_map(|operand| ready.get(&operand).copied()).max();
            let earliest = earliest.unwrap_or(0);
            let has_room = |start: &u32| taken[(*start % interval) as usize] < SCAN_STAGES;
            let fits: Vec<u32> = (earliest..=end - paths[*index]).filter(has_room).collect();
            let start = match fits.as_slice() {
                [] => return None,
                [first, ..] if seed == 0 => *first,
                fits => *rng.pick(fits),
            };
            taken[(start % interval) as usize] += 1;
            starts[*index] = start;
            ready.insert(step.operands[0], start + u32::from(step.opcode.signature().latency));
        }
        Some(starts)
    };
    (0..ATTEMPTS).find_map(attempt).expect("the steps of a row share the stages in time")
}

/// The cycles from the start of each step to the end of the last one that depends on it.
fn paths(steps: &[Instruction]) -> Vec<u32> {
    let mut paths = vec![0; steps.len()];
    for index in (0..steps.len()).rev() {
        paths[index] += u32::from(steps[index].opcode.signature().latency);
        for (before, other) in steps[..index].iter().enumerate() {
            if reads(&steps[index]).any(|operand| operand == other.operands[0]) {
                paths[before] = paths[before].max(paths[index]);
            }
        }
    }
    paths
}

fn reads(step: &Instruction) -> impl Iterator<Item = Operand> {
    let roles = step.opcode.signature().roles;
    step.operands
        .into_iter()
        .zip(roles)
        .filter(|(_, role)| role.reads())
        .map(|(operand, _)| operand)
}

/// The memories that hold the rows: members, copies, and the key where rows are ordered.
fn rows_read<'p>(program: &'p Program, scan: &Scan) -> impl Iterator<Item = Memory> + use<'p> {
    let table = &program.tables[usize::from(scan.list.0)];
    let hidden = table.hidden.as_ref().expect("a list is a hidden table");
    let copies = hidden.list.as_ref().map_or(0, |list| list.columns.len());
    let list = scan.list.0 as u8;
    let base = hidden.base.0;
    let is_top = |one: &engine::scan::Accumulator| one.function.is_top();
    let ordered = scan.accumulators.iter().any(is_top);
    let key = program.tables[usize::from(base)].key.iter().filter(move |_| ordered);
    let key = key.map(move |column| Memory::Column(base as u8, column.0));
    let copies = (0..copies as u16).map(move |copy| Memory::Column(list, copy + Memory::COPIES));
    [Memory::List(list)].into_iter().chain(copies).chain(key)
}

/// The memory of a table that a step reads.
fn step_read(step: &Instruction) -> Option<Memory> {
    match step.opcode {
        Opcode::Lookup => Some(Memory::Index(step.unit)),
        Opcode::Fetch | Opcode::WideFetch => {
            Some(Memory::Column(step.unit, step.operands[2].index))
        }
        _ => None,
    }
}
