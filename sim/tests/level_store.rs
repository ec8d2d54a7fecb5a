// SPDX-License-Identifier: Apache-2.0

//! The level store against ordered maps: values come and go, and after each the best of every group
//! is compared; queries for room; every level is read back. Values include the ends of 64 bits, and
//! the number of levels reaches the maximum of a group and of the store, in the worst order.

use engine::build::{MAP_SLOTS, map_address_bits};
use engine::machine::LEVELS_PER_GROUP_MAX;
use hdl::emit::{Emitted, emit_with};
use hdl::kernels::allocator::FILL_CYCLES;
use hdl::kernels::level_store::{ASK_CYCLES, FOLD_CYCLES, LevelStore};
use hdl::kernels::tables_unused;
use rand::RngExt;
use rand::seq::IteratorRandom;
use sim::kernel::Kernel;
use std::collections::BTreeMap;
use testkit::rng::Rng;

const SEED: u64 = 0x5eed_0015;
const NULL: u128 = 1 << 64;

/// The levels of each group.
type Model = Vec<BTreeMap<i64, u32>>;

fn emitted(row_bits: usize, levels: u32) -> Emitted {
    let name = format!("level_store_{row_bits}_{levels}");
    emit_with(
        &name,
        "minima or maxima of groups",
        &mut LevelStore::new(row_bits, levels),
        &tables_unused(),
    )
}

fn start(kernel: &mut Kernel<'_>, row_bits: usize, levels: u32, is_max: bool) {
    for input in ["reset", "fold", "fold_out", "read", "forget", "ask", "ask_group", "scan"] {
        kernel.set(input, false);
    }
    kernel.set("is_max", is_max);
    kernel.set("clear", true);
    for address in 0..1_u32 << row_bits.max(map_address_bits(levels)) {
        kernel.set("clear_address", address);
        kernel.step();
    }
    kernel.set("clear", false);
    (0..2 * FILL_CYCLES).for_each(|_| kernel.step());
}

/// Folds a value, and waits exactly as long as that takes.
fn fold(kernel: &mut Kernel<'_>, row: usize, value: i64, out: bool) {
    kernel.set("fold", true);
    kernel.set("fold_out", out);
    kernel.set("fold_row", row as u32);
    kernel.set_signed("fold_value", value);
    kernel.step();
    kernel.set("fold", false);
    kernel.set("fold_out", !out);
    kernel.set_signed("fold_value", !value);
    (1..FOLD_CYCLES).for_each(|_| kernel.step());
}

fn fetch(kernel: &mut Kernel<'_>, row: usize) -> u128 {
    kernel.set("read", true);
    kernel.set("row", row as u32);
    kernel.step();
    kernel.set("read", false);
    kernel.get("value")
}

fn best(levels: &BTreeMap<i64, u32>, is_max: bool) -> u128 {
    let best = if is_max { levels.last_key_value() } else { levels.first_key_value() };
    best.map_or(NULL, |(value, _)| u128::from(*value as u64))
}

/// Presents one query a cycle, and returns the answers.
fn ask(kernel: &mut Kernel<'_>, queries: &[(Option<usize>, i64)]) -> Vec<bool> {
    kernel.set("forget", true);
    kernel.step();
    kernel.set("forget", false);
    let mut answers = Vec::new();
    for cycle in 0..queries.len() + ASK_CYCLES {
        let query = queries.get(cycle);
        kernel.set("ask", query.is_some());
        if let Some((group, value)) = query {
            kernel.set("ask_group", group.is_some());
            kernel.set("ask_row", group.unwrap_or(0) as u32);
            kernel.set_signed("ask_value", *value);
        }
        kernel.settle_low();
        assert_eq!(kernel.is_high("answer"), cycle >= ASK_CYCLES, "cycle {cycle}");
        if cycle >= ASK_CYCLES {
            answers.push(kernel.is_high("ok"));
        }
        kernel.step();
    }
    answers
}

fn expected_answers(model: &Model, capacity: u32, queries: &[(Option<usize>, i64)]) -> Vec<bool> {
    let mut added = 0;
    let all: usize = model.iter().map(BTreeMap::len).sum();
    let answer = |(group, value): &(Option<usize>, i64)| {
        let levels = group.map(|group| &model[group]);
        if levels.is_some_and(|levels| levels.contains_key(value)) {
            return true;
        }
        let of_group = levels.map_or(0, BTreeMap::len) as u32;
        let fits = of_group + added < LEVELS_PER_GROUP_MAX && all as u32 + added < capacity;
        added += u32::from(fits);
        fits
    };
    queries.iter().map(answer).collect()
}

fn read_back(kernel: &mut Kernel<'_>, groups: usize, levels: u32) -> Model {
    let mut model = vec![BTreeMap::new(); groups];
    for address in 0..1_u32 << map_address_bits(levels) {
        kernel.set("scan", true);
        kernel.set("scan_address", address);
        kernel.step();
        kernel.set("scan", false);
        for slot in 0..MAP_SLOTS as u8 {
            kernel.set("scan_slot", slot);
            kernel.settle_low();
            if kernel.is_high("scan_taken") {
                let row = kernel.get("scan_row") as usize;
                let earlier = model[row]
                    .insert(kernel.get_signed("scan_value"), kernel.get("scan_count") as u32);
                assert_eq!(earlier, None);
            }
        }
    }
    model
}

fn value(rng: &mut Rng) -> i64 {
    match rng.random_range(0..8) {
        0 => i64::MIN,
        1 => i64::MAX,
        2 => rng.random(),
        3 => i64::MAX - rng.random_range(0..4),
        _ => rng.random_range(-40..40),
    }
}

#[test]
fn the_best_of_every_group_is_exact() {
    for (row_bits, levels) in [(1, 16), (2, 64), (4, 512)] {
        testkit::kernels::run(
            "the_best_of_every_group_is_exact",
            &emitted(row_bits, levels),
            |kernel| {
                for is_max in [false, true] {
                    let mut rng = Rng::seeded(SEED);
                    start(kernel, row_bits, levels, is_max);
                    let mut model: Model = vec![BTreeMap::new(); 1 << row_bits];
                    for step in 0..6_000 {
                        let row = rng.random_range(0..model.len());
                        // Growth and decline alternate, so that groups fill up and become empty
                        // again.
                        let grows = rng.random_bool(if step / 600 % 2 == 0 { 0.7 } else { 0.25 });
                        let leaves = match rng.random_range(0..3) {
                            0 => model[row].keys().next().copied(),
                            1 => model[row].keys().next_back().copied(),
                            _ => model[row].keys().choose(&mut rng).copied(),
                        };
                        if let (Some(value), false) = (leaves, grows) {
                            fold(kernel, row, value, true);
                            let count = model[row].get_mut(&value).expect("it is there");
                            *count -= 1;
                            if *count == 0 {
                                model[row].remove(&value);
                            }
                        } else {
                            let value = value(&mut rng);
                            let query = [(Some(row), value), (None, value), (Some(row), value ^ 1)];
                            let answers = ask(kernel, &query);
                            assert_eq!(answers, expected_answers(&model, levels, &query));
                            if answers[0] {
                                fold(kernel, row, value, false);
                                *model[row].entry(value).or_default() += 1;
                            }
                        }
                        assert_eq!(
                            fetch(kernel, row),
                            best(&model[row], is_max),
                            "step {step}, {:?}",
                            model[row]
                        );
                        let other = rng.random_range(0..model.len());
                        assert_eq!(fetch(kernel, other), best(&model[other], is_max));
                        if step % 1000 == 999 {
                            assert_eq!(read_back(kernel, model.len(), levels), model);
                        }
                    }
                    assert!(!kernel.is_high("fault"));
                }
            },
        );
    }
}

#[test]
fn a_group_has_as_many_levels_as_the_machine_says() {
    let levels = 2048;
    testkit::kernels::run(
        "a_group_has_as_many_levels_as_the_machine_says",
        &emitted(1, levels),
        |kernel| {
            let mut rng = Rng::seeded(SEED);
            start(kernel, 1, levels, true);
            let mut model: Model = vec![BTreeMap::new(); 2];
            for value in 0..i64::from(LEVELS_PER_GROUP_MAX) {
                fold(kernel, 0, value * 3, false);
                model[0].insert(value * 3, 1);
                assert_eq!(fetch(kernel, 0), best(&model[0], true));
            }
            let queries = [(Some(0), 1), (Some(0), 3), (None, 1), (Some(1), 1), (Some(0), 1)];
            assert_eq!(ask(kernel, &queries), [false, true, true, true, false]);
            // The number of blocks is largest when each keeps one level. Then the other group takes
            // the rest of the store.
            let most: Vec<i64> = model[0].keys().copied().collect();
            for value in most.iter().filter(|value| *value / 3 % 32 != 7) {
                fold(kernel, 0, *value, true);
                model[0].remove(value);
            }
            for _ in 0..900 {
                let value = rng.random();
                fold(kernel, 1, value, false);
                model[1].insert(value, 1);
            }
            assert_eq!(fetch(kernel, 0), best(&model[0], true));
            assert_eq!(fetch(kernel, 1), best(&model[1], true));
            assert_eq!(read_back(kernel, 2, levels), model);
            for (group, levels) in model.iter_mut().enumerate() {
                while let Some((value, _)) = levels.pop_last() {
                    fold(kernel, group, value, true);
                    assert_eq!(fetch(kernel, group), best(levels, true));
                }
            }
            assert!(!kernel.is_high("fault"));
        },
    );
}

#[test]
fn what_is_folded_without_room_is_a_fault_until_it_is_cleared() {
    testkit::kernels::run(
        "what_is_folded_without_room_is_a_fault_until_it_is_cleared",
        &emitted(1, 2048),
        |kernel| {
            start(kernel, 1, 2048, false);
            for value in 0..=i64::from(LEVELS_PER_GROUP_MAX) {
                assert!(!kernel.is_high("fault"));
                fold(kernel, 1, value, false);
            }
            assert!(kernel.is_high("fault"));
            start(kernel, 1, 2048, false);
            assert!(!kernel.is_high("fault"));
            assert_eq!(fetch(kernel, 1), NULL);
            fold(kernel, 1, 5, false);
            assert_eq!(fetch(kernel, 1), 5);
        },
    );
}

/// A query that a reset ends has no answer and leaves nothing. A fold that a reset ends may be half
/// done, until the store is emptied.
#[test]
fn a_reset_in_the_middle_leaves_nothing() {
    let (row_bits, levels) = (2, 64);
    testkit::kernels::run(
        "a_reset_in_the_middle_leaves_nothing",
        &emitted(row_bits, levels),
        |kernel| {
            let mut rng = Rng::seeded(SEED);
            let reset = |kernel: &mut Kernel<'_>| {
                kernel.set("reset", true);
                kernel.step();
                kernel.set("reset", false);
            };
            for round in 0..40 {
                start(kernel, row_bits, levels, round % 2 == 0);
                let mut model: Model = vec![BTreeMap::new(); 1 << row_bits];
                for _ in 0..40 {
                    let (row, value) = (rng.random_range(0..model.len()), value(&mut rng));
                    if expected_answers(&model, levels, &[(Some(row), value)])[0] {
                        fold(kernel, row, value, false);
                        *model[row].entry(value).or_default() += 1;
                    }
                }
                // Queries, ended in each of their cycles.
                kernel.set("forget", true);
                kernel.step();
                kernel.set("forget", false);
                for _ in 0..1 + round % 4 {
                    kernel.set("ask", true);
                    kernel.set("ask_group", true);
                    kernel.set("ask_row", 0_u32);
                    kernel.set_signed("ask_value", rng.random());
                    kernel.step();
                }
                kernel.set("ask", false);
                reset(kernel);
                let queries: Vec<_> =
                    (0..8).map(|i| (Some(i % model.len()), value(&mut rng))).collect();
                assert_eq!(ask(kernel, &queries), expected_answers(&model, levels, &queries));
                assert_eq!(read_back(kernel, model.len(), levels), model);
                for (row, of_row) in model.iter().enumerate() {
                    assert_eq!(fetch(kernel, row), best(of_row, round % 2 == 0));
                }
                // A fold, ended in each of its cycles. After that the store is emptied and works as
                // usual.
                kernel.set("fold", true);
                kernel.set("fold_out", false);
                kernel.set("fold_row", 1_u32);
                kernel.set_signed("fold_value", 12_345);
                kernel.step();
                kernel.set("fold", false);
                (0..round % usize::from(FOLD_CYCLES)).for_each(|_| kernel.step());
                reset(kernel);
                start(kernel, row_bits, levels, true);
                assert_eq!(
                    read_back(kernel, model.len(), levels),
                    vec![BTreeMap::new(); model.len()]
                );
                (0..1 << row_bits).for_each(|row| assert_eq!(fetch(kernel, row), NULL));
                for value in [7, 9, 8] {
                    fold(kernel, 1, value, false);
                }
                assert_eq!(fetch(kernel, 1), 9);
                assert!(!kernel.is_high("fault"));
            }
        },
    );
}
