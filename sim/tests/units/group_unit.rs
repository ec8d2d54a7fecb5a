// SPDX-License-Identifier: Apache-2.0

//! The unit of a hidden table against a map of groups: lookups, fetched aggregates, reserves and
//! queries to the level stores, then, after the verdict, members that leave and enter, with each
//! aggregate in any column that it may have. Messages are accepted or not; the table is full,
//! empty, read back, emptied and reset.

use crate::bench::{Bench, Results, Transaction, places};
use crate::group_message::{
    AGGREGATES, Groups, RESERVE_ENTRY, SIDES, Side, commit_slot, entry, fetched_slot, found_slot,
};
use crate::group_model::{Group, Key, Message, Model};
use crate::support::Loader;
use engine::build::{LEVELS, MAP_SLOTS, SUMS, map_address_bits};
use engine::isa::{Instruction, Opcode};
use engine::value::{Tag, Truth, Value};
use hdl::emit::{Emitted, emit_with};
use hdl::kernels::group_unit::GroupUnit;
use hdl::kernels::tables_unused;
use rand::RngExt;
use std::collections::BTreeMap;
use testkit::rng::Rng;

const SEED: u64 = 0x5eed_0024;
const UNIT: u8 = 7;

fn emitted(bits: usize, levels: u32) -> Emitted {
    let name = format!("group_unit_{bits}_{levels}");
    emit_with(&name, "a hidden table's unit", &mut GroupUnit::new(bits, levels), &tables_unused())
}

fn clear_cycles(bits: usize, levels: u32) -> u32 {
    1 << bits.max(map_address_bits(levels))
}

/// The taken slots of a map, as the ports in `ports` show them.
fn scan(bench: &mut Bench<'_, '_>, keys: u32, taken: &str, ports: [&str; 2]) -> Vec<[u128; 2]> {
    let mut found = Vec::new();
    for address in 0..1_u32 << map_address_bits(keys) {
        bench.kernel.set("scan_address", address);
        bench.kernel.set("scan", true);
        bench.kernel.step();
        bench.kernel.set("scan", false);
        for slot in 0..MAP_SLOTS as u8 {
            bench.kernel.set("scan_slot", slot);
            bench.kernel.settle_low();
            if bench.kernel.is_high(taken) {
                found.push(ports.map(|port| bench.kernel.get(port)));
            }
        }
    }
    found.sort_unstable();
    found
}

/// Checks that everything that can be read back equals the model.
fn compare(bench: &mut Bench<'_, '_>, model: &Model, bits: usize) {
    let key = |[first, second]: &Key| u128::from(*first as u64) | u128::from(*second as u32) << 64;
    let mut keys: Vec<[u128; 2]> =
        model.groups.iter().map(|(of, group)| [key(of), group.row as u128]).collect();
    keys.sort_unstable();
    assert_eq!(scan(bench, 1 << bits, "scan_taken", ["scan_key", "scan_row"]), keys);
    for store in 0..LEVELS {
        bench.kernel.set("scan_store", store as u8);
        let level = |row: i64, (value, count): (i64, u32)| {
            [row as u128 | u128::from(value as u64) << 24, count.into()]
        };
        let of_group = |group: &Group| {
            let row = group.row;
            group.levels(SUMS + store).into_iter().map(move |of| level(row, of)).collect::<Vec<_>>()
        };
        let mut levels: Vec<[u128; 2]> = model.groups.values().flat_map(of_group).collect();
        levels.sort_unstable();
        let ports = ["scan_level", "scan_level_count"];
        assert_eq!(
            scan(bench, model.levels_max, "scan_level_taken", ports),
            levels,
            "store {store}"
        );
    }
    for group in model.groups.values() {
        bench.kernel.set("scan_address", group.row as u32);
        bench.kernel.set("scan_fetch", true);
        bench.kernel.step();
        bench.kernel.set("scan_fetch", false);
        let mut shown = |column: usize| {
            bench.kernel.set("scan_column", column as u8);
            bench.kernel.settle();
            bench.kernel.get("scan_data")
        };
        assert_eq!(shown(0), group.members.len() as u128);
        for bank in 0..SUMS {
            let sum = group.sum(bank) as u128 & ((1 << 96) - 1);
            assert_eq!(shown(1 + bank), sum | (group.count(bank) as u128) << 96, "bank {bank}");
        }
    }
    assert_eq!(bench.kernel.get("rows"), model.groups.len() as u128);
    assert!(!bench.kernel.is_high("fault"));
}

/// The result of an instruction, if it has one for a slot. `results` contains the free row that the
/// unit chose.
fn expected(
    instruction: &Instruction,
    groups: &Groups,
    model: &Model,
    message: &Message,
    accepted: bool,
    results: &Results,
) -> Option<Value> {
    let dst = instruction.operands[0];
    let side = *SIDES
        .iter()
        .find(|side| {
            let mut slots = (0..=AGGREGATES).map(|aggregate| fetched_slot(**side, aggregate));
            [found_slot(**side), commit_slot(**side)].contains(&dst)
                || slots.any(|slot| slot == dst)
        })
        .unwrap_or(&Side::Enters);
    let group = message.key(side).and_then(|key| model.groups.get(&key));
    let any_free = || {
        let chosen =
            results.values.iter().find(|(_, slot, _)| *slot == dst.index).expect("it answers").2;
        let is_free = |group: &Group| Value::new(group.row) != chosen;
        let closes = |key: &Key| accepted && message.key(Side::Leaves).as_ref() == Some(key);
        let others =
            model.groups.iter().filter(|(key, group)| !(closes(key) && group.members.len() == 1));
        assert!(others.map(|(_, group)| group).all(is_free), "{chosen:?} is taken");
        assert!(
            chosen.tag == Tag::Value && (0..model.rows_max as i64).contains(&chosen.bits),
            "{chosen:?}"
        );
        chosen
    };
    Some(match instruction.opcode {
        Opcode::Lookup => model.found(message, side),
        Opcode::Fetch => {
            let aggregate =
                (0..=AGGREGATES).find(|aggregate| fetched_slot(side, *aggregate) == dst)?;
            match (model.found(message, side).tag, group) {
                (Tag::Value, Some(group)) => group.fetched(aggregate, groups.kind(aggregate)),
                (tag, _) => Value::tagged(tag),
            }
        }
        Opcode::Reserve => match (message.reserve, model.reserves(message)) {
            (Truth::True, Truth::True) => any_free(),
            (Truth::True | Truth::False | Truth::Null, _) => Value::NULL,
            (error, _) => error.to_value(),
        },
        Opcode::Find => {
            group.filter(|_| accepted).map_or(Value::NULL, |group| Value::new(group.row))
        }
        Opcode::Open if !accepted || message.open != Truth::True || message.key(side).is_none() => {
            Value::NULL
        }
        Opcode::Open => {
            let closes = message.key(Side::Leaves) == message.key(side);
            let stays = group.filter(|group| !(closes && group.members.len() == 1));
            stays.map_or_else(any_free, |group| Value::new(group.row))
        }
        _ => return None,
    })
}

/// Runs a message and compares every output. Returns whether a level found no room.
fn run(
    bench: &mut Bench<'_, '_>,
    groups: &Groups,
    transaction: &Transaction,
    model: &mut Model,
    rng: &mut Rng,
) -> bool {
    let message = Message::random(model, rng);
    message.set(bench, rng);
    let accepted = model.accepts(&message) && rng.random_bool(0.9);
    let results = bench.run(transaction, u16::MAX, rng, &mut |_, _| accepted);
    let mut values: Vec<(u16, u16, Value)> = Vec::new();
    let mut entries = BTreeMap::from([(RESERVE_ENTRY, model.reserves(&message))]);
    for store in 0..LEVELS {
        entries.extend((entry(store)..).zip(model.answers(&message, store)));
    }
    for instruction in &transaction.instructions {
        if let Some(value) = expected(instruction, groups, model, &message, accepted, &results) {
            values.push((instruction.ready(), instruction.operands[0].index, value));
        }
        let of_level = results.entries.iter().filter(|(_, entry, _)| {
            instruction.opcode == Opcode::Level && *entry == instruction.operands[0].index
        });
        of_level.for_each(|(ready, ..)| {
            assert!(*ready <= instruction.ready(), "{instruction:?} in {ready}")
        });
    }
    let sorted = |mut values: Vec<(u16, u16, Value)>| {
        values.sort_by_key(|(ready, slot, _)| (*ready, *slot));
        values
    };
    assert_eq!(sorted(results.values.clone()), sorted(values), "accepted: {accepted}");
    assert_eq!(results.entries.len(), entries.len(), "{:?}", results.entries);
    assert_eq!(
        results
            .entries
            .iter()
            .map(|(_, entry, truth)| (*entry, *truth))
            .collect::<BTreeMap<_, _>>(),
        entries
    );
    let is_full = entries.range(..RESERVE_ENTRY).any(|(_, truth)| *truth == Truth::False);
    if accepted {
        model.commit(&message, bench.slots[usize::from(commit_slot(Side::Enters).index)]);
    }
    assert_eq!(bench.kernel.get("rows"), model.groups.len() as u128);
    assert!(!bench.kernel.is_high("fault"));
    is_full
}

#[test]
fn groups_are_those_of_a_map() {
    for (bits, rows_max, levels_max) in [(2, 1, 16), (2, 4, 16), (4, 13, 256)] {
        testkit::kernels::run("groups_are_those_of_a_map", &emitted(bits, levels_max), |kernel| {
            let [mut was_full, mut was_empty, mut had_no_room] = [0; 3];
            for round in 0..12 {
                let mut rng = Rng::seeded(SEED + round);
                let groups = Groups::random(&mut rng);
                let loader =
                    Loader::new(vec![groups.table.clone()], vec![UNIT], Vec::new(), places(UNIT));
                let configuration = groups.configuration(rows_max);
                let mut bench =
                    Bench::new(kernel, loader, configuration, clear_cycles(bits, levels_max));
                let mut model =
                    Model { rows_max, levels_max, grows: false, groups: BTreeMap::new() };
                compare(&mut bench, &model, bits);
                for grows in [false, true, false] {
                    model.grows = grows;
                    let transaction = groups.transaction(&mut rng);
                    bench.load(&transaction);
                    for _ in 0..100 {
                        had_no_room +=
                            u32::from(run(&mut bench, &groups, &transaction, &mut model, &mut rng));
                        was_full += u32::from(model.groups.len() == rows_max);
                        was_empty += u32::from(model.groups.is_empty());
                    }
                    compare(&mut bench, &model, bits);
                }
            }
            assert!(was_full > 20 && was_empty > 4, "full {was_full} times, empty {was_empty}");
            assert!(
                had_no_room > 20 || (rows_max, levels_max) != (4, 16),
                "no room for a level {had_no_room} times"
            );
        });
    }
}

#[test]
fn a_reset_before_the_verdict_changes_nothing() {
    let (bits, rows_max, levels_max) = (2, 4, 16);
    testkit::kernels::run(
        "a_reset_before_the_verdict_changes_nothing",
        &emitted(bits, levels_max),
        |kernel| {
            let mut rng = Rng::seeded(SEED);
            let groups = Groups::random(&mut rng);
            let loader =
                Loader::new(vec![groups.table.clone()], vec![UNIT], Vec::new(), places(UNIT));
            let configuration = groups.configuration(rows_max);
            let mut bench =
                Bench::new(kernel, loader, configuration, clear_cycles(bits, levels_max));
            let mut model = Model { rows_max, levels_max, grows: false, groups: BTreeMap::new() };
            for _ in 0..200 {
                let transaction = groups.transaction(&mut rng);
                bench.load(&transaction);
                for _ in 0..5 {
                    run(&mut bench, &groups, &transaction, &mut model, &mut rng);
                }
                Message::random(&model, &mut rng).set(&mut bench, &mut rng);
                let cycles = rng.random_range(1..=transaction.verdict_cycle);
                bench.run(&transaction, cycles, &mut rng, &mut |_, _| false);
                bench.kernel.set("reset", true);
                bench.kernel.step();
                bench.kernel.set("reset", false);
                run(&mut bench, &groups, &transaction, &mut model, &mut rng);
                compare(&mut bench, &model, bits);
            }
        },
    );
}
