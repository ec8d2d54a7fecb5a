//! The sequencer against a model of a page: addresses and `live` in every cycle, unknown kinds, a change of bank
//! between transactions that follow each other without a cycle between them, a reset in the middle.

mod common;

use hdl::emit::emit;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use sim::kernel::Kernel;

/// What the transaction table holds of a kind.
#[derive(Clone, Copy, Debug)]
struct Transaction {
    base: u64,
    cycles: u64,
}

fn step(kernel: &mut Kernel<'_>) {
    kernel.step();
    kernel.set("start", false);
    kernel.set("finish", false);
}

fn write(kernel: &mut Kernel<'_>, bank: u64, kind: u64, entry: Option<Transaction>) {
    kernel.set("table_write", true);
    kernel.set("table_address", bank << 7 | kind);
    kernel.set("table_data", entry.map_or(0, |t| 1 | t.base << 1 | t.cycles << 16));
    kernel.step();
    kernel.set("table_write", false);
}

/// Starts a transaction and follows it to its end; `bank` is the one that is wanted in its first cycle, after which the other
/// one is wanted if `change` says so.
fn follow(kernel: &mut Kernel<'_>, kind: u64, bank: u64, change: bool, expected: Option<Transaction>) {
    kernel.set("bank_wanted", bank);
    kernel.settle_low();
    assert!(!kernel.is_high("busy") && !kernel.is_high("live"));
    assert_eq!(kernel.get("bank"), bank.into());
    kernel.set("start", true);
    kernel.set("kind", kind);
    step(kernel);
    kernel.set("bank_wanted", bank ^ u64::from(change));
    let Some(Transaction { base, cycles }) = expected else {
        for _ in 0..5 {
            kernel.settle_low();
            assert!(kernel.is_high("busy") && kernel.is_high("unknown") && !kernel.is_high("live"), "kind {kind}");
            assert_eq!(kernel.get("bank"), bank.into(), "kind {kind}");
            step(kernel);
        }
        kernel.set("finish", true);
        step(kernel);
        return;
    };
    for cycle in 1..cycles {
        kernel.settle_low();
        assert!(kernel.is_high("busy") && !kernel.is_high("unknown"), "cycle {cycle} of {cycles}");
        // The word for cycle 2 is the first of the transaction; it is addressed in cycle 1.
        assert_eq!(kernel.get("address"), (bank << 10 | (base + cycle - 1)).into(), "cycle {cycle}");
        assert_eq!(kernel.is_high("live"), cycle >= 2, "cycle {cycle}");
        assert_eq!(kernel.get("bank"), bank.into(), "cycle {cycle}");
        step(kernel);
    }
}

#[test]
fn transactions_take_their_cycles_and_no_others() {
    let kernel = emit("sequencer", "the sequencer", &mut hdl::kernels::sequencer::Sequencer::default());
    common::run("transactions_take_their_cycles_and_no_others", &kernel, |kernel| {
        let mut rng = ChaCha8Rng::seed_from_u64(7);
        kernel.set("reset", true);
        kernel.step();
        kernel.set("reset", false);
        let mut tables = [[None; 128]; 2];
        for bank in 0..2 {
            for kind in 0..128 {
                let cycles = rng.random_range(3..40);
                let entry = rng.random_bool(0.7).then(|| Transaction { base: rng.random_range(0..900), cycles });
                tables[bank as usize][kind as usize] = entry;
                write(kernel, bank, kind, entry);
            }
        }
        for round in 0..2_000 {
            // Back to back, or with a pause.
            let bank = rng.random_range(0..2);
            if rng.random_bool(0.5) {
                step(kernel);
            }
            let kind: u64 = rng.random_range(0..256);
            let entry = (kind < 128).then(|| tables[bank as usize][kind as usize % 128]).flatten();
            follow(kernel, kind, bank, rng.random_bool(0.5), entry);
            if round % 10 == 0 {
                kernel.set("start", true);
                kernel.set("kind", rng.random_range(0..128_u64));
                step(kernel);
                (0..rng.random_range(0..6)).for_each(|_| step(kernel));
                kernel.set("reset", true);
                kernel.step();
                kernel.set("reset", false);
            }
        }
    });
}
