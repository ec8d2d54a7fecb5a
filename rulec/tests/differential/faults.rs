// SPDX-License-Identifier: Apache-2.0

//! Faults in scans, in lists of all rows of a group and in windows, planted into compiled programs.
//! The differential test finds each of them.

use crate::harness::{Stop, compile, run_programs};
use crate::tally::Tally;
use crate::{FRAMES_PER_FILE, INTERVAL};
use engine::isa::Opcode;
use engine::program::Program;
use engine::scan::{Changes, Function, List, Scan};
use testkit::generate::{Frames, scans_file};
use testkit::restate::restated;
use testkit::rng::Rng;

/// The most rule files that are tried for a fault.
const FILES_MAX: u64 = 200;

/// A fault: it changes a program, and says whether there was something to change.
type Plant = fn(&mut Program) -> bool;

const FAULTS: [(&str, Plant); 12] = [
    ("a filter that selects every row", |p| scans(p, |scan| scan.filter.take().is_some())),
    ("a count in place of a sum", |p| function(p, Function::Sum, Function::Count)),
    ("captures in another order", |p| {
        scans(p, |scan| {
            let slots = scan.first_column();
            let is_swapped = slots > 1 && scan.captures[0] != scan.captures[1];
            let both_slots = slots == scan.captures.len();
            if is_swapped && both_slots {
                scan.captures.swap(0, 1);
            }
            is_swapped && both_slots
        })
    }),
    ("rows of the very time of a window forgotten", |p| {
        scans(p, |scan| {
            scan.since.as_mut().is_some_and(|since| std::mem::take(&mut since.inclusive))
        })
    }),
    ("no look at what was pushed out", |p| scans(p, |scan| scan.since.take().is_some())),
    ("a window of one row more", |p| longer(p, |list| list.time.is_some() && list.bound < 3)),
    ("a group of one row more", |p| longer(p, |list| list.time.is_none() && list.bound < 9)),
    ("rows that do not leave a list", |p| removed(p, Opcode::Leave)),
    ("rows that do not enter a list", |p| removed(p, Opcode::Enter)),
    ("columns of a list that are not brought up to date", |p| removed(p, Opcode::Patch)),
    ("rows that are not changed", |p| removed(p, Opcode::Apply)),
    ("a column that is not changed", |p| {
        scans(p, |scan| match &mut scan.changes {
            Some(Changes::Write(writes)) => writes.pop().is_some(),
            Some(Changes::Delete) | None => false,
        })
    }),
];

/// Changes every scan of a program.
fn scans(program: &mut Program, change: impl Fn(&mut Scan) -> bool) -> bool {
    let scans = program.transactions.iter_mut().flat_map(|transaction| &mut transaction.scans);
    let changed = scans.filter_map(|scan| change(scan).then_some(())).count() > 0;
    changed && restated(program)
}

/// Gives the first of some lists room for one row more in each group.
fn longer(program: &mut Program, which: impl Fn(&List) -> bool) -> bool {
    let lists = program.tables.iter_mut().filter_map(|table| table.hidden.as_mut());
    let lists = lists.filter_map(|hidden| hidden.list.as_mut());
    let mut lists = lists.filter(|list| which(list));
    lists.next().map(|list| list.bound += 1).is_some() && restated(program)
}

/// Exchanges a function of accumulators.
fn function(program: &mut Program, from: Function, to: Function) -> bool {
    scans(program, |scan| {
        let mut found = scan.accumulators.iter_mut().filter(|one| one.function == from);
        found.next().map(|one| one.function = to).is_some()
    })
}

/// Removes the instructions of an opcode.
fn removed(program: &mut Program, opcode: Opcode) -> bool {
    let mut found = false;
    for transaction in &mut program.transactions {
        let before = transaction.instructions.len();
        transaction.instructions.retain(|instruction| instruction.opcode != opcode);
        found |= transaction.instructions.len() < before;
    }
    found && restated(program)
}

/// Whether a run on a program with this fault fails.
fn is_found(plant: Plant, seed: u64) -> bool {
    let file = scans_file(&mut Rng::new(seed, 3));
    let Ok((family, programs)) = compile(std::slice::from_ref(&file)) else { return false };
    let mut program = programs.into_iter().next().expect("there is one rule file");
    if !plant(&mut program) {
        return false;
    }
    let mut rng = Rng::new(seed, 1);
    let frames = Frames::new(&family[0], &mut rng).random(FRAMES_PER_FILE, &mut rng);
    let tally = &mut Tally::default();
    let run = run_programs((&family, vec![program], None), &frames, &|_| 0, INTERVAL, tally);
    matches!(run, Err(Stop::Failure(_)))
}

#[test]
fn planted_faults_in_scans_and_lists_are_found() {
    for (name, plant) in FAULTS {
        let found = (0..FILES_MAX).find(|seed| is_found(plant, *seed));
        assert!(found.is_some(), "{name} is not found in {FILES_MAX} rule files");
        println!("{name}: found in rule file {}", found.unwrap_or(0));
    }
}
