// SPDX-License-Identifier: Apache-2.0

//! The key index with its allocator against maps: lookups in every cycle, reserves and inserts,
//! deletes, groups that open and close, a full table, a message that is not accepted, and a reset
//! at any time.

use engine::isa::{INSTRUCTION_SET, Opcode};
use engine::microcode::KeyOperation;
use hdl::emit::{Emitted, emit_with};
use hdl::kernels::allocator::FILL_CYCLES;
use hdl::kernels::key_index::KeyIndex;
use hdl::kernels::tables_unused;
use rand::RngExt;
use rand::seq::IndexedRandom;
use sim::kernel::Kernel;
use std::collections::BTreeMap;
use testkit::rng::Rng;

const SEED: u64 = 0x5eed_0013;
const NULL: u128 = 1 << 64;

fn emitted(bits: usize) -> Emitted {
    let name = format!("key_index_{bits}");
    emit_with(&name, "the key index of a table", &mut KeyIndex::new(bits), &tables_unused())
}

/// The cycles of an operation that arrives one cycle after its issue.
fn cycles(opcode: Opcode) -> u16 {
    INSTRUCTION_SET[opcode as usize].latency - 1
}

fn start(kernel: &mut Kernel<'_>, bits: usize, rows_max: u32, is_hidden: bool) {
    for input in ["reset", "go", "reserve", "wanted", "finish", "accept", "scan"] {
        kernel.set(input, false);
    }
    kernel.set("operation", 0_u8);
    kernel.set("last_member", true);
    kernel.set("rows_max", rows_max);
    kernel.set("is_hidden", is_hidden);
    kernel.set("clear", true);
    for address in 0..1_u32 << bits {
        kernel.set("clear_address", address);
        kernel.step();
    }
    kernel.set("clear", false);
    (0..2 * FILL_CYCLES).for_each(|_| kernel.step());
}

/// Presents an operation for one cycle.
fn present(
    kernel: &mut Kernel<'_>,
    operation: KeyOperation,
    key: u128,
    row: u32,
    dst: u16,
    go: bool,
) {
    kernel.set("operation", operation as u8);
    kernel.set("go", go);
    kernel.set("key", key);
    kernel.set("row", row);
    kernel.set("dst", dst);
    kernel.set("tag", 1_u8);
    kernel.step();
    kernel.set("operation", 0_u8);
    kernel.set("go", false);
}

/// The answer to an operation that was just presented: a row, or none.
fn answer(kernel: &mut Kernel<'_>, dst: u16) -> Option<u32> {
    kernel.step();
    assert!(kernel.is_high("answer"));
    assert_eq!(kernel.get("answer_slot"), u128::from(dst));
    let data = kernel.get("answer_data");
    kernel.step();
    if data == NULL { None } else { Some(u32::try_from(data).expect("a row")) }
}

fn reserve(kernel: &mut Kernel<'_>) -> Option<u32> {
    kernel.set("reserve", true);
    kernel.set("wanted", true);
    kernel.step();
    kernel.set("reserve", false);
    let found = kernel.is_high("reserved_found");
    assert_eq!(found, kernel.is_high("reserved_ok"));
    found.then(|| kernel.get("reserved_row") as u32)
}

fn finish(kernel: &mut Kernel<'_>, accept: bool) {
    kernel.set("finish", true);
    kernel.set("accept", accept);
    kernel.step();
    kernel.set("finish", false);
}

#[test]
fn rows_come_and_go() {
    for (bits, rows_max) in [(1, 1), (3, 8), (5, 20), (6, 64)] {
        testkit::kernels::run("rows_come_and_go", &emitted(bits), |kernel| {
            let mut rng = Rng::seeded(SEED);
            start(kernel, bits, rows_max, false);
            let mut rows: BTreeMap<u128, u32> = BTreeMap::new();
            let keys: Vec<u128> = (0..2 * rows_max)
                .map(|i| if i % 2 == 0 { i.into() } else { rng.random::<u128>() })
                .collect();
            for step in 0..2_000_u32 {
                let key = *keys.choose(&mut rng).expect("there are keys");
                let dst = (step % 1024) as u16;
                present(kernel, KeyOperation::Lookup, key, 0, dst, true);
                assert_eq!(answer(kernel, dst), rows.get(&key).copied(), "{key:x}");
                match rows.get(&key).copied() {
                    Some(row) if rng.random_bool(0.4) => {
                        present(kernel, KeyOperation::Delete, 0, row, 0, true);
                        (1..cycles(Opcode::Delete)).for_each(|_| kernel.step());
                        rows.remove(&key);
                    }
                    Some(_) => {}
                    None => {
                        let row = reserve(kernel);
                        assert_eq!(row.is_some(), rows.len() < rows_max as usize);
                        let accept = row.is_some() && rng.random_bool(0.8);
                        finish(kernel, accept);
                        if let (Some(row), true) = (row, accept) {
                            assert!(
                                rows.values().all(|other| *other != row) && row < rows_max,
                                "row {row}"
                            );
                            present(kernel, KeyOperation::Insert, key, row, 0, true);
                            (1..cycles(Opcode::Insert)).for_each(|_| kernel.step());
                            rows.insert(key, row);
                        }
                    }
                }
                // Rows are counted one cycle later.
                kernel.step();
                assert_eq!(kernel.get("rows"), rows.len() as u128);
                assert!(!kernel.is_high("fault"));
            }
        });
    }
}

#[test]
fn lookups_follow_each_other_and_what_does_not_take_place_answers_its_tag() {
    testkit::kernels::run(
        "lookups_follow_each_other_and_what_does_not_take_place_answers_its_tag",
        &emitted(5),
        |kernel| {
            start(kernel, 5, 32, false);
            for key in 0..10_u32 {
                let row = reserve(kernel).expect("there is room");
                finish(kernel, true);
                present(kernel, KeyOperation::Insert, key.into(), row, 0, true);
                (1..cycles(Opcode::Insert)).for_each(|_| kernel.step());
            }
            // Answers come two cycles later. Every third lookup does not take place and is answered
            // by its tag.
            for step in 0..62_u32 {
                let go = step % 3 != 2;
                kernel.set("operation", KeyOperation::Lookup as u8);
                kernel.set("go", go);
                kernel.set("key", step % 20);
                kernel.set("dst", step);
                kernel.set("tag", 1 + step % 3);
                kernel.step();
                let Some(before) = step.checked_sub(1) else { continue };
                assert_eq!(kernel.get("answer_slot"), before.into());
                let data = kernel.get("answer_data");
                match before % 3 != 2 {
                    true if before % 20 < 10 => assert_eq!(data, u128::from(before % 20)),
                    _ => assert_eq!(data >> 64, u128::from(1 + before % 3)),
                }
            }
        },
    );
}

#[test]
fn groups_open_and_close() {
    testkit::kernels::run("groups_open_and_close", &emitted(4), |kernel| {
        let mut rng = Rng::seeded(SEED);
        start(kernel, 4, 10, true);
        // In this test the members are counted outside the index.
        let mut groups: BTreeMap<u128, (u32, u32)> = BTreeMap::new();
        for _ in 0..2_000 {
            let key = rng.random_range(0..14_u128) << rng.random_range(0..3);
            let known = groups.get(&key).copied();
            present(kernel, KeyOperation::Find, key, 0, 5, true);
            assert_eq!(answer(kernel, 5), known.map(|(row, _)| row));
            if let (Some((row, members)), true) = (known, rng.random_bool(0.5)) {
                present(kernel, KeyOperation::Close, 0, row, 0, true);
                assert!(kernel.is_high("closing") && kernel.get("closing_row") == row.into());
                kernel.set("last_member", members == 1);
                kernel.step();
                kernel.set("last_member", true);
                kernel.step();
                match members {
                    1 => drop(groups.remove(&key)),
                    _ => drop(groups.insert(key, (row, members - 1))),
                }
            } else if known.is_some() || groups.len() < 10 {
                present(kernel, KeyOperation::Open, key, 0, 6, true);
                let row = answer(kernel, 6).expect("there is room");
                let members = known.map_or(1, |(known_row, members)| {
                    assert_eq!(row, known_row);
                    members + 1
                });
                assert!(groups.iter().all(|(other, (used, _))| *other == key || *used != row));
                kernel.step();
                groups.insert(key, (row, members));
            }
            assert_eq!(kernel.get("rows"), groups.len() as u128);
        }
        assert!(!kernel.is_high("fault"));
        // One group more than there is room for: the check before the verdict has reported it, and
        // the index reports it again.
        for key in 100..120_u32 {
            present(kernel, KeyOperation::Open, key.into(), 0, 6, true);
            answer(kernel, 6);
            kernel.step();
        }
        assert!(kernel.is_high("fault"));
        start(kernel, 4, 10, true);
        assert!(!kernel.is_high("fault") && kernel.get("rows") == 0);
    });
}

#[test]
fn a_reset_leaves_nothing_half_done() {
    testkit::kernels::run("a_reset_leaves_nothing_half_done", &emitted(4), |kernel| {
        start(kernel, 4, 16, false);
        for at in 0..4 {
            let row = reserve(kernel).expect("there is room");
            present(kernel, KeyOperation::Insert, 77, row, 0, true);
            (0..at).for_each(|_| kernel.step());
            kernel.set("reset", true);
            kernel.step();
            kernel.set("reset", false);
            finish(kernel, false);
            (0..4).for_each(|_| kernel.step());
            present(kernel, KeyOperation::Lookup, 77, 0, 1, true);
            let found = answer(kernel, 1);
            // A write that is due after the reset does not happen; a write in the cycle of the
            // reset is complete.
            assert_eq!(found, if at == 0 { None } else { Some(row) }, "reset after {at} cycles");
            start(kernel, 4, 16, false);
            present(kernel, KeyOperation::Lookup, 77, 0, 1, true);
            assert_eq!(answer(kernel, 1), None, "cleared");
        }
    });
}
