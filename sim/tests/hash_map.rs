// SPDX-License-Identifier: Apache-2.0

//! The map against a map of the standard library: lookups, insertions and removals, at any load and
//! beyond it.

use engine::build::{MAP_SLOTS, map_address_bits};
use hdl::emit::{Emitted, emit};
use hdl::kernels::hash_map::HashMap;
use rand::RngExt;
use sim::kernel::Kernel;
use std::collections::BTreeMap;
use testkit::rng::Rng;

const SEED: u64 = 0x5eed_0011;
const KEY_BITS: usize = 72;

fn emitted(bits: usize) -> Emitted {
    emit(
        &format!("hash_map_{bits}"),
        "a map from keys to payloads",
        &mut HashMap::<KEY_BITS, 24>::new(bits),
    )
}

/// The result of a lookup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Found {
    payload: Option<u32>,
    hit: u16,
    free: u16,
}

fn clear(kernel: &mut Kernel<'_>, bits: usize) {
    for input in ["lookup", "scan"] {
        kernel.set(input, false);
    }
    kernel.set("write_taken", false);
    kernel.set("write_elsewhere", true);
    kernel.set("write_slots", 0xffff_u16);
    for address in 0..1_u32 << bits {
        kernel.set("write_address", address);
        kernel.step();
    }
    kernel.set("write_slots", 0_u16);
    kernel.set("write_elsewhere", false);
}

fn look_up(kernel: &mut Kernel<'_>, key: u128) -> Found {
    kernel.set("lookup", true);
    kernel.set("key", key);
    kernel.step();
    kernel.set("lookup", false);
    // Inputs without a lookup have no effect.
    kernel.set("key", !key & ((1 << KEY_BITS) - 1));
    kernel.settle_low();
    let payload = kernel.is_high("found").then(|| kernel.get("payload") as u32);
    Found { payload, hit: kernel.get("hit") as u16, free: kernel.get("free") as u16 }
}

fn write(kernel: &mut Kernel<'_>, slots: u16, entry: Option<(u128, u32)>) {
    kernel.set("write_slots", slots);
    kernel.set("write_taken", entry.is_some());
    let (key, payload) = entry.unwrap_or_default();
    kernel.set("write_key", key);
    kernel.set("write_payload", payload);
    kernel.step();
    kernel.set("write_slots", 0_u16);
}

/// Reads every slot and returns all entries.
fn scan(kernel: &mut Kernel<'_>, bits: usize) -> BTreeMap<u128, u32> {
    let mut all = BTreeMap::new();
    for address in 0..1_u32 << bits {
        kernel.set("scan", true);
        kernel.set("scan_address", address);
        kernel.step();
        kernel.set("scan", false);
        for slot in 0..MAP_SLOTS as u8 {
            kernel.set("scan_slot", slot);
            kernel.settle_low();
            if kernel.is_high("scan_taken") {
                let earlier = all.insert(kernel.get("scan_key"), kernel.get("scan_payload") as u32);
                assert_eq!(earlier, None, "a key is in one slot");
            }
        }
    }
    all
}

/// Tries `keys` different keys, so that about half of them are present at any time.
fn random(kernel: &mut Kernel<'_>, bits: usize, keys: usize, steps: usize, rng: &mut Rng) {
    clear(kernel, bits);
    let pool: Vec<u128> = (0..keys)
        .map(|i| if i % 2 == 0 { i as u128 } else { rng.random::<u128>() & ((1 << KEY_BITS) - 1) })
        .collect();
    let mut model: BTreeMap<u128, u32> = BTreeMap::new();
    let mut refused = 0;
    for _ in 0..steps {
        let key = pool[rng.random_range(0..pool.len())];
        let found = look_up(kernel, key);
        assert_eq!(found.payload, model.get(&key).copied(), "{key:x}");
        assert_eq!(found.hit.count_ones(), u32::from(found.payload.is_some()));
        assert!(found.free.count_ones() <= 1 && found.free & found.hit == 0);
        if rng.random_bool(0.3) {
            continue;
        }
        (0..rng.random_range(0..3)).for_each(|_| kernel.step());
        let payload = rng.random::<u32>() >> 8;
        match found.payload {
            Some(_) if rng.random() => {
                write(kernel, found.hit, None);
                model.remove(&key);
            }
            Some(_) => {
                write(kernel, found.hit, Some((key, payload)));
                model.insert(key, payload);
            }
            None if found.free == 0 => {
                refused += 1;
                // Only a map with full buckets may refuse a key.
                assert!(
                    model.len() * 4 > MAP_SLOTS << bits,
                    "{} keys of {}",
                    model.len(),
                    MAP_SLOTS << bits
                );
            }
            None => {
                write(kernel, found.free, Some((key, payload)));
                model.insert(key, payload);
            }
        }
    }
    assert_eq!(scan(kernel, bits), model);
    if keys <= MAP_SLOTS << bits >> 1 {
        assert_eq!(refused, 0, "at a load of a half every key finds a place");
    }
}

#[test]
fn finds_what_was_written_and_nothing_else() {
    for bits in [0, 2, 5] {
        testkit::kernels::run(
            "finds_what_was_written_and_nothing_else",
            &emitted(bits),
            |kernel| {
                let mut rng = Rng::seeded(SEED);
                let slots = MAP_SLOTS << bits;
                for keys in [1, 2, slots / 2, slots, 2 * slots, 4 * slots] {
                    random(kernel, bits, keys, 60 * keys.min(60) + 500, &mut rng);
                }
            },
        );
    }
}

#[test]
fn lookups_follow_each_other_every_cycle() {
    testkit::kernels::run("lookups_follow_each_other_every_cycle", &emitted(5), |kernel| {
        clear(kernel, 5);
        for key in 0..200_u32 {
            let found = look_up(kernel, key.into());
            assert_ne!(found.free, 0);
            write(kernel, found.free, Some((key.into(), key + 1)));
        }
        kernel.set("lookup", true);
        for key in 0..300_u32 {
            kernel.set("key", key);
            kernel.step();
            let found = kernel.is_high("found").then(|| kernel.get("payload") as u32);
            assert_eq!(found, (key < 200).then_some(key + 1), "{key}");
        }
        kernel.set("lookup", false);
    });
}

#[test]
fn a_table_fills_half_of_its_map() {
    for (rows, bits) in [(1, 0), (8, 0), (9, 1), (4096, 9), (1 << 20, 17), (1_000_000, 17)] {
        assert_eq!(map_address_bits(rows), bits, "{rows} rows");
    }
}
