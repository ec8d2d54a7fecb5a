// SPDX-License-Identifier: Apache-2.0

//! The speed of the simulation of the emitted Verilog: cycles per second, and messages per second
//! in lock step with the reference interpreter, beside the software executors on the same messages.
//!
//! `cargo bench -p benches --bench simulation`. Without Verilator it prints a notice and measures
//! nothing.

use benches::broker_workload::BrokerWorkload;
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};
use engine::build::Build;
use engine::executor::Executor;
use engine::program::Program;
use engine::reference::Reference;
use engine::twin::Twin;
use sim::rtl::{Rtl, with_rtl};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// More events than a run needs. A run that needs more starts over, and its orders are then
/// rejected as duplicates.
const EVENTS: u32 = 200_000;
const LOG_ORDERS: u32 = 1_000;

fn simulation(criterion: &mut Criterion) {
    let workload = BrokerWorkload::new(LOG_ORDERS, EVENTS);
    let measured = with_rtl(
        Arc::new(Program::clone(&workload.program).for_hardware()),
        Build::DEFAULT,
        &mut |step| eprintln!("{step}"),
        |rtl| {
            workload.load(rtl);
            let mut events = workload.events.iter().map(Vec::as_slice).cycle();
            lock_step(criterion, rtl, &workload, &mut events);
            cycles(criterion, rtl, &mut events);
        },
    );
    if let Err(error) = measured {
        eprintln!("no simulation was measured: {error}");
    }
    software(criterion, &workload);
}

/// A group of benches that share a unit: an iteration is one unit.
fn group<'c>(criterion: &'c mut Criterion, name: &str) -> BenchmarkGroup<'c, WallTime> {
    let mut group = criterion.benchmark_group(name);
    group
        .sample_size(10)
        .measurement_time(Duration::from_secs(10))
        .throughput(Throughput::Elements(1));
    group
}

/// Messages on the design and on the reference interpreter, verdicts compared.
fn lock_step<'s>(
    criterion: &mut Criterion,
    rtl: &mut Rtl<'_, '_>,
    workload: &BrokerWorkload,
    events: &mut impl Iterator<Item = &'s [u8]>,
) {
    let mut reference =
        Reference::new(Arc::clone(&workload.program)).expect("the program is sound");
    workload.load(&mut reference);
    group(criterion, "messages").bench_function("rtl in lock step", |bencher| {
        bencher.iter(|| {
            let frame = events.next().expect("there is no end of them");
            assert_eq!(
                rtl.execute(frame),
                reference.execute(frame),
                "the design and the reference disagree"
            );
        });
    });
}

/// Messages on the design without a pause between them. An iteration is a cycle.
fn cycles<'s>(
    criterion: &mut Criterion,
    rtl: &mut Rtl<'_, '_>,
    events: &mut impl Iterator<Item = &'s [u8]>,
) {
    group(criterion, "cycles").bench_function("rtl", |bencher| {
        bencher.iter_custom(|wanted| {
            let (start, mut done) = (Instant::now(), 0);
            while done < wanted {
                done += events.next().map_or(1, |frame| rtl.answer(frame).commit_cycles);
            }
            // A message that was started is finished.
            start.elapsed().mul_f64(wanted as f64 / done as f64)
        });
    });
}

/// The same messages on the software executors.
fn software(criterion: &mut Criterion, workload: &BrokerWorkload) {
    let mut reference =
        Reference::new(Arc::clone(&workload.program)).expect("the program is sound");
    let mut twin = Twin::new(Arc::clone(&workload.program)).expect("the program is sound");
    let executors: [(&str, &mut dyn Executor); 2] =
        [("reference", &mut reference), ("twin", &mut twin)];
    for (name, executor) in executors {
        workload.load(executor);
        let mut events = workload.events.iter().cycle();
        group(criterion, "messages").bench_function(name, |bencher| {
            bencher.iter(|| events.next().map(|frame| executor.execute(frame)));
        });
    }
}

criterion_group!(benches, simulation);
criterion_main!(benches);
