// SPDX-License-Identifier: Apache-2.0

//! Faults in windows and groups, planted into the compiled program. Random events find each one.

use crate::random::{Tally, run};
use engine::isa::Opcode;
use engine::program::Program;
use engine::schema::List;
use testkit::restate::restated;

/// Runs of random events that are tried for a fault.
const RUNS_MAX: u64 = 40;

/// A fault: it changes a program.
type Plant = fn(&mut Program);

const FAULTS: [(&str, Plant); 8] = [
    ("a window of one row more", |p| lists(p, |list| list.bound += u32::from(list.time.is_some()))),
    ("a window of one row less", |p| {
        lists(p, |list| list.bound -= u32::from(list.time.is_some() && list.bound > 1));
    }),
    ("a group of one row more", |p| lists(p, |list| list.bound += u32::from(list.time.is_none()))),
    ("rows of the very time of a window forgotten", |p| {
        sinces(p, |inclusive| *inclusive = false);
    }),
    ("rows of the very time of a window asked for", |p| {
        sinces(p, |inclusive| *inclusive = true);
    }),
    ("rows that do not leave a list", |p| remove(p, Opcode::Leave)),
    ("rows that do not enter a list", |p| remove(p, Opcode::Enter)),
    ("columns of a list that are not brought up to date", |p| remove(p, Opcode::Patch)),
];

fn lists(program: &mut Program, change: fn(&mut List)) {
    let tables = program.tables.iter_mut().filter_map(|table| table.hidden.as_mut());
    tables.filter_map(|hidden| hidden.list.as_mut()).for_each(change);
}

fn sinces(program: &mut Program, change: fn(&mut bool)) {
    let scans = program.transactions.iter_mut().flat_map(|transaction| &mut transaction.scans);
    scans.filter_map(|scan| scan.since.as_mut()).for_each(|since| change(&mut since.inclusive));
}

fn remove(program: &mut Program, opcode: Opcode) {
    for transaction in &mut program.transactions {
        transaction.instructions.retain(|instruction| instruction.opcode != opcode);
    }
}

#[test]
fn planted_faults_in_windows_and_groups_are_found() {
    for (name, plant) in FAULTS {
        let found = (0..RUNS_MAX).find(|seed| {
            // A longer list can need another schedule.
            let mut is_valid = false;
            let plant = |program: &mut Program| {
                let original = program.clone();
                plant(program);
                is_valid = restated(program);
                if !is_valid {
                    *program = original;
                }
            };
            let outcome = run(*seed, plant, &mut Tally::default());
            outcome.is_err() && is_valid
        });
        assert!(found.is_some(), "{name} is not found in {RUNS_MAX} runs");
        println!("{name}: found in run {}", found.unwrap_or(0));
    }
}
