// SPDX-License-Identifier: Apache-2.0

//! The memory of counts and sums against wide integers: folds in and out at the ends of 64 bits,
//! fetches, clearing, and reset.

use engine::isa::{INSTRUCTION_SET, Opcode};
use hdl::emit::{Emitted, emit_with};
use hdl::kernels::sum_bank::SumBank;
use hdl::kernels::tables_unused;
use rand::RngExt;
use sim::kernel::Kernel;
use testkit::rng::Rng;

const SEED: u64 = 0x5eed_0012;
const NULL: u128 = 1 << 64;
const OVERFLOW: u128 = 2 << 64;
/// The cycles from the arrival of a fold, which is one cycle after its issue, to the next fold.
const FOLD_SPACING: u16 = INSTRUCTION_SET[Opcode::Fold as usize].latency - 1;

fn emitted(bits: usize) -> Emitted {
    let name = format!("sum_bank_{bits}");
    emit_with(&name, "count and sum of groups", &mut SumBank::new(bits), &tables_unused())
}

fn start(kernel: &mut Kernel<'_>, bits: usize, is_count: bool) {
    for input in ["fold", "fold_out", "read", "reset"] {
        kernel.set(input, false);
    }
    kernel.set("is_count", is_count);
    kernel.set("clear", true);
    for address in 0..1_u32 << bits {
        kernel.set("clear_address", address);
        kernel.step();
    }
    kernel.set("clear", false);
}

fn fetch(kernel: &mut Kernel<'_>, row: u32) -> u128 {
    kernel.set("read", true);
    kernel.set("row", row);
    kernel.step();
    kernel.set("read", false);
    kernel.get("value")
}

fn fold(kernel: &mut Kernel<'_>, row: u32, value: i64, out: bool) {
    kernel.set("fold", true);
    kernel.set("fold_row", row);
    kernel.set_signed("fold_value", value);
    kernel.set("fold_out", out);
    kernel.step();
    kernel.set("fold", false);
    // Inputs without a fold have no effect.
    kernel.set_signed("fold_value", !value);
    kernel.set("fold_out", !out);
}

fn expected(values: &[i64], is_count: bool) -> u128 {
    let sum: i128 = values.iter().map(|value| i128::from(*value)).sum();
    match i64::try_from(sum) {
        _ if is_count => values.len() as u128,
        _ if values.is_empty() => NULL,
        Ok(sum) => u128::from(sum as u64),
        Err(_) => OVERFLOW,
    }
}

#[test]
fn counts_and_sums_are_exact() {
    for bits in [1, 4] {
        testkit::kernels::run("counts_and_sums_are_exact", &emitted(bits), |kernel| {
            for is_count in [false, true] {
                let mut rng = Rng::seeded(SEED);
                start(kernel, bits, is_count);
                let mut groups: Vec<Vec<i64>> = vec![Vec::new(); 1 << bits];
                for _ in 0..4_000 {
                    let row = rng.random_range(0..groups.len());
                    let values = &mut groups[row];
                    if !values.is_empty() && rng.random_bool(0.5) {
                        let value = values.swap_remove(rng.random_range(0..values.len()));
                        fold(kernel, row as u32, value, true);
                    } else {
                        let value = match rng.random_range(0..5) {
                            0 => i64::MAX,
                            1 => i64::MIN,
                            2 => rng.random(),
                            _ => rng.random_range(-3..=3),
                        };
                        values.push(value);
                        fold(kernel, row as u32, value, false);
                    }
                    (1..FOLD_SPACING.min(3)).for_each(|_| kernel.step());
                    let row = rng.random_range(0..groups.len());
                    assert_eq!(
                        fetch(kernel, row as u32),
                        expected(&groups[row], is_count),
                        "{:?}",
                        groups[row]
                    );
                }
            }
        });
    }
}

#[test]
fn reset_stops_a_fold_and_clear_empties_all() {
    testkit::kernels::run("reset_stops_a_fold_and_clear_empties_all", &emitted(4), |kernel| {
        start(kernel, 4, false);
        fold(kernel, 3, 7, false);
        kernel.step();
        kernel.set("reset", true);
        fold(kernel, 3, 5, false);
        kernel.set("reset", false);
        (0..4).for_each(|_| kernel.step());
        assert_eq!(fetch(kernel, 3), 7, "what a reset stops has not happened, what was before has");
        start(kernel, 4, false);
        assert!((0..16).all(|row| fetch(kernel, row) == NULL));
    });
}
