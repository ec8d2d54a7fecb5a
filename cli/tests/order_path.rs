// SPDX-License-Identifier: Apache-2.0

//! The broker's rules on the twin: no allocation from the first event to the last, whatever the
//! verdict is.

use benches::broker::{BrokerFrames, RULES};
use benches::workload::{Workload, WorkloadConfig};
use engine::executor::Executor;
use engine::machine::FRAME_BYTES_MAX;
use engine::twin::Twin;
use testkit::allocations::{self, Counting};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

#[test]
fn nothing_is_allocated_between_a_frame_and_its_verdict() {
    let program = rulec::compile(RULES).0.expect("the broker's rules compile");
    let frames = BrokerFrames::new(&program).expect("they are the broker's");
    let mut twin = Twin::new(program).expect("the compiler makes sound programs");
    let config = WorkloadConfig { log_orders: 10_000, events: 40_000, ..WorkloadConfig::default() };
    let workload = Workload::new(&config).expect("the sizes fit");
    workload.tables.load(&frames, &mut twin, &mut |_| true).expect("the tables load");
    let mut buffer = [0; FRAME_BYTES_MAX];
    let (mut accepted, mut rejected) = (0, 0);
    for event in workload.events {
        let frame =
            frames.write(event.sequence, &event.message, &mut buffer).expect("the event fits");
        let before = allocations::calls();
        let verdict = twin.execute(frame);
        let cut = twin.execute(&frame[..frame.len() - 1]);
        assert_eq!(allocations::calls() - before, 0, "event {} allocates", event.sequence);
        assert!(!cut.is_accept());
        if verdict.is_accept() { accepted += 1 } else { rejected += 1 }
    }
    assert!(accepted > 30_000 && rejected > 1_000, "{accepted} accepted, {rejected} rejected");
}
