// SPDX-License-Identifier: Apache-2.0

//! The unit of a declared table against a map: lookups in every cycle, reserves and fetched
//! columns, then, after the verdict, deletes, updates and inserts, each in the first cycle that its
//! latency allows or later. Messages are accepted or not; the table is full, empty, read back,
//! emptied and reset.

use crate::bench::{Bench, Transaction, places};
use crate::support::Loader;
use crate::table_model::{
    ENTRY, Guard, KEYS, Message, Model, Row, found_slot, reserved_slot, table, transaction,
};
use engine::build::{COLUMNS, MAP_SLOTS, map_address_bits};
use engine::isa::Opcode;
use engine::value::{Tag, Truth, Value};
use hdl::emit::{Emitted, emit_with};
use hdl::kernels::table_unit::TableUnit;
use hdl::kernels::tables_unused;
use rand::RngExt;
use std::collections::{BTreeMap, BTreeSet};
use testkit::rng::Rng;

const SEED: u64 = 0x5eed_0023;
const UNIT: u8 = 4;

fn emitted(bits: usize) -> Emitted {
    emit_with(
        &format!("table_unit_{bits}"),
        "a table's unit",
        &mut TableUnit::new(bits),
        &tables_unused(),
    )
}

/// Checks that everything that can be read back equals the model.
fn compare(bench: &mut Bench<'_, '_>, model: &Model, bits: usize) {
    let mut rows = BTreeMap::new();
    for address in 0..1_u32 << map_address_bits(1 << bits) {
        for slot in 0..MAP_SLOTS as u8 {
            bench.kernel.set("scan_address", address);
            bench.kernel.set("scan_slot", slot);
            bench.kernel.set("scan", true);
            bench.kernel.step();
            bench.kernel.set("scan", false);
            if !bench.kernel.is_high("scan_taken") {
                continue;
            }
            let [key, row] = ["scan_key", "scan_row"].map(|port| bench.kernel.get(port));
            bench.kernel.set("scan_address", row);
            bench.kernel.set("scan_fetch", true);
            bench.kernel.step();
            bench.kernel.set("scan_fetch", false);
            let cells: Vec<u128> = (0..COLUMNS as u8)
                .map(|column| {
                    bench.kernel.set("scan_column", column);
                    bench.kernel.settle();
                    bench.kernel.get("scan_data")
                })
                .collect();
            assert_eq!(rows.insert(row, (key, cells)), None, "row {row} twice");
        }
    }
    let row = |([first, second], (row, cells)): (&[i64; 2], &Row)| {
        let key = u128::from(*first as u64) | u128::from(*second as u32) << 64;
        (u128::from(*row), (key, cells.iter().map(|cell| crate::support::word(*cell)).collect()))
    };
    assert_eq!(rows, model.rows.iter().map(row).collect());
    assert_eq!(bench.kernel.get("rows"), model.rows.len() as u128);
    assert!(!bench.kernel.is_high("fault"));
}

/// Runs a message and compares every output in its cycle.
fn run(bench: &mut Bench<'_, '_>, transaction: &Transaction, model: &mut Model, rng: &mut Rng) {
    let message = Message::random(model.rows_max, rng);
    message.set(bench, rng);
    let mut after = None;
    let results = bench.run(transaction, u16::MAX, rng, &mut |slots, rng| {
        let reserved = std::array::from_fn(|key| slots[usize::from(reserved_slot(key).index)]);
        after = model.after(&message, reserved).filter(|_| rng.random_bool(0.9));
        after.is_some()
    });
    let reserves = model.reserves(&message);
    let mut free: BTreeSet<i64> = (0..model.rows_max as i64).collect();
    model.rows.values().for_each(|(row, _)| assert!(free.remove(&i64::from(*row))));
    let mut values: Vec<(u16, u16, Value)> = Vec::new();
    let mut entries = Vec::new();
    for instruction in &transaction.instructions {
        let dst = instruction.operands[0].index;
        for key in 0..KEYS {
            let value = match instruction.opcode {
                Opcode::Lookup if dst == found_slot(key).index => model.found(&message, key),
                Opcode::Fetch if instruction.operands[1] == found_slot(key) => {
                    model.fetched(&message, key, instruction.operands[2].index.into())
                }
                Opcode::Reserve if dst == reserved_slot(key).index => {
                    entries.push((instruction.ready(), ENTRY[key], reserves[key]));
                    match (message.guard(key, Guard::Insert), reserves[key]) {
                        (Truth::True, Truth::True) => {
                            // Any row that is free and not taken by another reserve.
                            let found = results
                                .values
                                .iter()
                                .find(|(_, slot, _)| *slot == dst)
                                .expect("it answers")
                                .2;
                            assert!(
                                found.tag == Tag::Value && free.remove(&found.bits),
                                "{found:?} of {free:?}"
                            );
                            found
                        }
                        (_, Truth::True | Truth::False) => Value::NULL,
                        (_, error) => error.to_value(),
                    }
                }
                _ => continue,
            };
            values.push((instruction.ready(), dst, value));
        }
    }
    let sorted = |mut values: Vec<(u16, u16, Value)>| {
        values.sort_by_key(|(ready, slot, _)| (*ready, *slot));
        values
    };
    assert_eq!(sorted(results.values), sorted(values));
    assert_eq!(results.entries, entries);
    if let Some(rows) = after {
        model.rows = rows;
    }
    assert_eq!(bench.kernel.get("rows"), model.rows.len() as u128);
}

#[test]
fn rows_are_those_of_a_map() {
    for (bits, rows_max) in [(1, 1), (3, 7), (5, 32)] {
        testkit::kernels::run("rows_are_those_of_a_map", &emitted(bits), |kernel| {
            let loader = Loader::new(vec![table()], vec![UNIT], Vec::new(), places(UNIT));
            let mut bench = Bench::new(kernel, loader, rows_max as u64, 1 << bits);
            let mut model = Model { rows_max, rows: BTreeMap::new() };
            let (mut was_full, mut was_empty) = (0, 0);
            for round in 0..20 {
                let mut rng = Rng::seeded(SEED + round);
                let transaction = transaction(&mut rng);
                bench.load(&transaction);
                for _ in 0..100 {
                    run(&mut bench, &transaction, &mut model, &mut rng);
                    was_full += u32::from(model.rows.len() == rows_max);
                    was_empty += u32::from(model.rows.is_empty());
                }
                compare(&mut bench, &model, bits);
                if round % 4 == 3 {
                    bench.clear(1 << bits);
                    model.rows.clear();
                    compare(&mut bench, &model, bits);
                }
            }
            assert!(was_full > 20 && was_empty > 4, "full {was_full} times, empty {was_empty}");
        });
    }
}

#[test]
fn a_reset_before_the_verdict_changes_nothing() {
    testkit::kernels::run("a_reset_before_the_verdict_changes_nothing", &emitted(3), |kernel| {
        let loader = Loader::new(vec![table()], vec![UNIT], Vec::new(), places(UNIT));
        let mut bench = Bench::new(kernel, loader, 7, 8);
        let mut model = Model { rows_max: 7, rows: BTreeMap::new() };
        for round in 0..200 {
            let mut rng = Rng::seeded(SEED + round);
            let transaction = transaction(&mut rng);
            bench.load(&transaction);
            (0..5).for_each(|_| run(&mut bench, &transaction, &mut model, &mut rng));
            Message::random(7, &mut rng).set(&mut bench, &mut rng);
            let cycles = rng.random_range(1..=transaction.verdict_cycle);
            bench.run(&transaction, cycles, &mut rng, &mut |_, _| false);
            bench.kernel.set("reset", true);
            bench.kernel.step();
            bench.kernel.set("reset", false);
            run(&mut bench, &transaction, &mut model, &mut rng);
            compare(&mut bench, &model, 3);
        }
    });
}
