// SPDX-License-Identifier: Apache-2.0

//! The sequencer against a model of one page: addresses and `live` in every cycle, unknown kinds, a
//! change of program bank between transactions without a pause, drains that the next transaction
//! overlaps, and a reset at any time.

use hdl::emit::emit;
use rand::RngExt;
use sim::kernel::Kernel;
use testkit::rng::Rng;

/// The entry of the transaction table for a kind.
#[derive(Clone, Copy, Debug)]
struct Transaction {
    base: u64,
    cycles: u64,
    drain: u64,
    shape: u64,
}

/// A transaction that drains: the remaining cycles, and its program bank.
#[derive(Clone, Copy, Debug, Default)]
struct Draining {
    left: u64,
    bank: u64,
}

impl Draining {
    fn step(&mut self, kernel: &mut Kernel<'_>) {
        step(kernel);
        self.left = self.left.saturating_sub(1);
    }
}

fn step(kernel: &mut Kernel<'_>) {
    kernel.step();
    kernel.set("start", false);
    kernel.set("finish", false);
}

fn write(kernel: &mut Kernel<'_>, bank: u64, kind: u64, entry: Option<Transaction>) {
    kernel.set("table_write", true);
    kernel.set("table_address", bank << 7 | kind);
    kernel.set(
        "table_data",
        entry.map_or(0, |t| {
            1 | t.base << 1 | t.cycles << 16 | (t.cycles + t.drain) << 26 | t.shape << 36
        }),
    );
    kernel.step();
    kernel.set("table_write", false);
}

/// Starts a transaction in the first cycle in which it may start, and follows it until the next one
/// may start. `bank` is the program bank that is selected in its first cycle; if `change` is true,
/// the other one is selected after that. A transaction of another program bank waits until the
/// previous one has drained.
fn follow(
    kernel: &mut Kernel<'_>,
    kind: u64,
    bank: u64,
    change: bool,
    before: &mut Draining,
    expected: Option<Transaction>,
) {
    kernel.set("bank_wanted", bank);
    loop {
        kernel.settle_low();
        let is_free = before.left == 0 || before.bank == bank;
        assert_eq!(kernel.is_high("free"), is_free, "{before:?}, bank {bank}");
        assert_eq!(kernel.is_high("busy"), before.left > 0, "{before:?}");
        assert!(!kernel.is_high("live"));
        assert_eq!(kernel.get("bank"), bank.into());
        if is_free {
            break;
        }
        before.step(kernel);
    }
    kernel.set("start", true);
    kernel.set("kind", kind);
    if let Some(Transaction { base, .. }) = expected {
        // The word for cycle 2 is the first of the transaction; its address is presented in cycle
        // 0.
        kernel.settle_low();
        assert_eq!(kernel.get("address"), (bank << 10 | base).into(), "kind {kind}");
    }
    step(kernel);
    kernel.set("bank_wanted", bank ^ u64::from(change));
    before.left = before.left.saturating_sub(1);
    let Some(Transaction { base, cycles, drain, shape }) = expected else {
        for _ in 0..5 {
            kernel.settle_low();
            assert!(
                !kernel.is_high("free")
                    && kernel.is_high("busy")
                    && kernel.is_high("unknown")
                    && !kernel.is_high("live"),
                "kind {kind}"
            );
            assert_eq!(kernel.get("bank"), bank.into(), "kind {kind}");
            before.step(kernel);
        }
        kernel.set("finish", true);
        before.step(kernel);
        // It ran nothing; an earlier transaction may still drain.
        before.bank = bank;
        return;
    };
    for cycle in 1..cycles {
        kernel.settle_low();
        assert!(!kernel.is_high("free") && kernel.is_high("busy"), "cycle {cycle} of {cycles}");
        assert!(!kernel.is_high("unknown"), "cycle {cycle} of {cycles}");
        assert_eq!(kernel.get("address"), (bank << 10 | (base + cycle)).into(), "cycle {cycle}");
        assert_eq!(kernel.is_high("live"), cycle >= 2, "cycle {cycle}");
        assert_eq!(kernel.get("bank"), bank.into(), "cycle {cycle}");
        assert_eq!(kernel.get("shape"), shape.into(), "cycle {cycle}");
        step(kernel);
    }
    let before_left = before.left.saturating_sub(cycles - 1);
    *before = Draining { left: drain.max(before_left), bank };
}

#[test]
fn transactions_take_their_cycles_and_no_others() {
    let kernel =
        emit("sequencer", "the sequencer", &mut hdl::kernels::sequencer::Sequencer::default());
    testkit::kernels::run("transactions_take_their_cycles_and_no_others", &kernel, |kernel| {
        let mut rng = Rng::seeded(7);
        kernel.set("reset", true);
        kernel.step();
        kernel.set("reset", false);
        let mut tables = [[None; 128]; 2];
        for bank in 0..2 {
            for kind in 0..128 {
                let cycles = rng.random_range(3..40);
                let entry = rng.random_bool(0.7).then(|| Transaction {
                    base: rng.random_range(0..900),
                    cycles,
                    shape: rng.random_range(0..1 << 18),
                    drain: [0, rng.random_range(0..16)][rng.random_range(0..2)],
                });
                tables[bank as usize][kind as usize] = entry;
                write(kernel, bank, kind, entry);
            }
        }
        let mut before = Draining::default();
        for round in 0..2_000 {
            // Without a pause, or with one.
            let bank = rng.random_range(0..2);
            if rng.random_bool(0.5) {
                (0..rng.random_range(0..8)).for_each(|_| before.step(kernel));
            }
            let kind: u64 = rng.random_range(0..256);
            let entry = (kind < 128).then(|| tables[bank as usize][kind as usize % 128]).flatten();
            follow(kernel, kind, bank, rng.random_bool(0.5), &mut before, entry);
            if round % 10 == 0 {
                // A reset ends whatever runs or drains.
                while before.left > 0 {
                    before.step(kernel);
                }
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
