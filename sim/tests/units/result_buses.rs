// SPDX-License-Identifier: Apache-2.0

//! The buses from table units to the slots against their description: answers, reserved rows and
//! columns of any units, as many in one cycle as there are buses; outputs that are not valid reach
//! no slot.

use crate::support::{value, word};
use engine::build::{COLUMNS, UNITS};
use engine::machine::{BUSES, SLOTS};
use engine::microcode::fetch_part;
use engine::value::{Tag, Value};
use hdl::emit::emit;
use hdl::prim::result_buses::ResultBuses;
use rand::RngExt;
use rand::seq::SliceRandom;
use sim::kernel::Kernel;
use std::collections::BTreeMap;
use testkit::rng::Rng;

const SEED: u64 = 0x5eed_002a;

/// The slots that are written in a cycle, by bus.
struct Cycle {
    /// The buses that are still free.
    free: Vec<usize>,
    expected: BTreeMap<usize, (usize, Value)>,
}

impl Cycle {
    fn new(rng: &mut Rng) -> Cycle {
        let mut free: Vec<usize> = (0..BUSES).collect();
        free.shuffle(rng);
        Cycle { free, expected: BTreeMap::new() }
    }

    /// A slot for a value, if a bus is free. The validation of programs excludes two results on one
    /// bus.
    fn send(&mut self, value: Value, rng: &mut Rng) -> Option<usize> {
        let bus = self.free.pop()?;
        let slot = BUSES * rng.random_range(0..SLOTS / BUSES) + bus;
        self.expected.insert(bus, (slot, value));
        Some(slot)
    }
}

/// Drives an answer or a reserved row, if there is one, and random values otherwise.
fn drive_result(
    kernel: &mut Kernel<'_>,
    name: &str,
    unit: usize,
    cycle: &mut Cycle,
    often: f64,
    rng: &mut Rng,
) {
    let value = value(rng);
    let slot = if rng.random_bool(often) { cycle.send(value, rng) } else { None };
    kernel.set(&format!("{name}${unit}"), slot.is_some());
    kernel.set(&format!("{name}_slot${unit}"), slot.unwrap_or(rng.random_range(0..SLOTS)) as u64);
    kernel.set(&format!("{name}_data${unit}"), word(value));
}

/// Drives the columns of a row that a unit has fetched, or the tag of a row that is NULL or an
/// error.
fn drive_fetch(kernel: &mut Kernel<'_>, unit: usize, cycle: &mut Cycle, often: f64, rng: &mut Rng) {
    let is_fetched = rng.random_bool(often);
    let tag = [Tag::Value, Tag::Value, Tag::Null, Tag::Overflow, Tag::DivisionByZero]
        [rng.random_range(0..5)];
    let mut words: [u64; 2] = rng.random();
    let mut values = [0_u64; (66 * COLUMNS).div_ceil(64)];
    for column in 0..COLUMNS {
        let value = value(rng);
        for bit in 0..66 {
            let at = 66 * column + bit;
            values[at / 64] |= ((word(value) >> bit & 1) as u64) << (at % 64);
        }
        if !is_fetched {
            continue;
        }
        let sent = if tag == Tag::Value { value } else { Value::tagged(tag) };
        let slot = if rng.random_bool(0.5) { cycle.send(sent, rng) } else { None };
        let (word, at) = fetch_part(column);
        let part =
            u64::from(slot.is_some()) | (slot.unwrap_or(rng.random_range(0..SLOTS)) as u64) << 1;
        words[word] = words[word] & !(0x7ff << at) | part << at;
    }
    kernel.set(&format!("fetched${unit}"), is_fetched);
    kernel.set(&format!("fetched_tag${unit}"), tag as u8);
    kernel.set(&format!("fetched_first${unit}"), words[0]);
    kernel.set(&format!("fetched_second${unit}"), words[1]);
    kernel.set_words(&format!("fetched_values${unit}"), &values);
}

#[test]
fn every_result_goes_by_the_bus_of_its_slot() {
    let kernel =
        emit("result_buses", "the way of results to the slots", &mut ResultBuses::default());
    testkit::kernels::run("every_result_goes_by_the_bus_of_its_slot", &kernel, |kernel| {
        let mut rng = Rng::seeded(SEED);
        let mut was_full = 0;
        for _ in 0..10_000 {
            let often = [0.02, 0.3, 0.9][rng.random_range(0..3)];
            let mut cycle = Cycle::new(&mut rng);
            let mut units: Vec<usize> = (0..UNITS).collect();
            units.shuffle(&mut rng);
            for unit in units {
                drive_fetch(kernel, unit, &mut cycle, often, &mut rng);
                drive_result(kernel, "answer", unit, &mut cycle, often, &mut rng);
                drive_result(kernel, "reserved", unit, &mut cycle, often, &mut rng);
            }
            kernel.settle();
            let valid = cycle.expected.keys().fold(0_u128, |valid, bus| valid | 1 << bus);
            assert_eq!(kernel.get("valid"), valid);
            for (bus, (slot, value)) in &cycle.expected {
                assert_eq!(kernel.get(&format!("slot${bus}")), *slot as u128, "bus {bus}");
                assert_eq!(
                    kernel.get(&format!("data${bus}")),
                    word(*value),
                    "bus {bus}, slot {slot}"
                );
            }
            was_full += u32::from(cycle.free.is_empty());
        }
        assert!(was_full > 100, "all buses were taken {was_full} times");
    });
}
