// SPDX-License-Identifier: Apache-2.0

//! The read-back of tables against the description of the register: every target, with random
//! values at the units, while a transaction runs and while none runs.

use engine::build::{GROUP_UNITS, LEVELS, UNITS};
use engine::registers::{
    SCAN_BUCKET, SCAN_COLUMN, SCAN_DICTIONARY, SCAN_FETCH, SCAN_LEVELS, SCAN_SHOWN, SCAN_SLOT,
    SCAN_TAKEN,
};
use hdl::emit::emit_with;
use hdl::kernels::read_back::ReadBack;
use hdl::kernels::tables_unused;
use rand::RngExt;
use sim::kernel::Kernel;
use testkit::rng::Rng;

const SEED: u64 = 0x5eed_0025;
const KEY_BITS: u32 = 128;
const LEVEL_BITS: u32 = 88;
const ROW_BITS: u32 = 24;
const CODE_BITS: u32 = 16;
const COUNT_BITS: u32 = 25;

/// The outputs of a target.
#[derive(Clone, Copy, Default)]
struct Shown {
    taken: bool,
    key: u128,
    row: u128,
    cell: u128,
    rows: u128,
}

fn any(rng: &mut Rng, bits: u32) -> u128 {
    rng.random::<u128>() >> (128 - bits)
}

/// Every target from the lowest number on; no number is left out.
fn drive(kernel: &mut Kernel<'_>, rng: &mut Rng) -> [Shown; 16] {
    let mut all = [Shown::default(); 16];
    for (unit, shown) in all.iter_mut().enumerate().take(UNITS) {
        *shown = Shown {
            taken: rng.random(),
            key: any(rng, KEY_BITS),
            row: any(rng, ROW_BITS),
            cell: any(rng, KEY_BITS),
            rows: any(rng, COUNT_BITS),
        };
        kernel.set(&format!("taken${unit}"), shown.taken);
        let parts =
            [("key", shown.key), ("row", shown.row), ("cell", shown.cell), ("rows", shown.rows)];
        parts.into_iter().for_each(|(part, value)| kernel.set(&format!("{part}${unit}"), value));
    }
    let text = Shown {
        taken: rng.random(),
        key: any(rng, KEY_BITS),
        row: any(rng, CODE_BITS),
        ..Shown::default()
    };
    kernel.set("text_taken", text.taken);
    kernel.set("text", text.key);
    kernel.set("code", text.row);
    all[usize::from(SCAN_DICTIONARY)] = text;
    for group in 0..GROUP_UNITS {
        let [key, cell] = [LEVEL_BITS, COUNT_BITS].map(|bits| any(rng, bits));
        let level = Shown { taken: rng.random(), key, cell, ..Shown::default() };
        kernel.set(&format!("level_taken${group}"), level.taken);
        kernel.set(&format!("level${group}"), level.key);
        kernel.set(&format!("level_count${group}"), level.cell);
        // The unit has been told which of its stores is meant.
        let first = usize::from(SCAN_LEVELS) + LEVELS * group;
        all[first..first + LEVELS].fill(level);
    }
    all
}

#[test]
fn every_target_shows_what_is_named() {
    let kernel =
        emit_with("read_back", "what is read back", &mut ReadBack::default(), &tables_unused());
    testkit::kernels::run("every_target_shows_what_is_named", &kernel, |kernel| {
        let mut rng = Rng::seeded(SEED);
        for target in 0..1_u32 << 16 {
            let all = drive(kernel, &mut rng);
            let busy: bool = rng.random();
            // The register has more bits than the target; the higher bits have no meaning.
            kernel.set("target", target | rng.random::<u32>() << 16);
            kernel.set("busy", busy);
            kernel.settle();
            let of = format!("target {target:#06x}, busy {busy}");
            let bits = |first: usize, count: usize| target >> first & ((1 << count) - 1);
            assert_eq!(kernel.get("slot"), bits(SCAN_SLOT, 4).into(), "{of}");
            assert_eq!(kernel.get("column"), bits(SCAN_COLUMN, 4).into(), "{of}");
            assert_eq!(kernel.is_high("scan"), bits(SCAN_BUCKET, 1) == 1 && !busy, "{of}");
            assert_eq!(kernel.is_high("fetch"), bits(SCAN_FETCH, 1) == 1 && !busy, "{of}");
            let named = bits(0, SCAN_SLOT);
            if named >= u32::from(SCAN_LEVELS) {
                let store = (named - u32::from(SCAN_LEVELS)) as usize % LEVELS;
                assert_eq!(kernel.get("store"), store as u128, "{of}");
            }
            let shown = all[named as usize];
            let expected = match bits(SCAN_SHOWN, 2) {
                0 => shown.row | u128::from(shown.taken) << SCAN_TAKEN,
                1 => shown.key,
                2 => shown.cell,
                _ => shown.rows,
            };
            assert_eq!(kernel.get("data"), expected, "{of}");
        }
    });
}
