// SPDX-License-Identifier: Apache-2.0

//! What the benches have in common: the paper's workload as frames.

use crate::broker::{BrokerFrames, RULES};
use crate::workload::{Tables, Workload, WorkloadConfig};
use engine::executor::Executor;
use engine::machine::FRAME_BYTES_MAX;
use engine::program::Program;
use std::sync::Arc;

/// The broker's rules and the paper's workload for them.
pub struct BrokerWorkload {
    /// The compiled rules.
    pub program: Arc<Program>,
    /// The events as frames, in their order.
    pub events: Vec<Vec<u8>>,
    tables: Tables,
    frames: BrokerFrames,
}

impl BrokerWorkload {
    /// The workload with so many orders in the log and so many events.
    ///
    /// # Panics
    /// If the broker's rules and workload do not fit each other: they are checked in together.
    pub fn new(log_orders: u32, events: u32) -> BrokerWorkload {
        let program = Arc::new(rulec::compile(RULES).0.expect("the broker's rules compile"));
        let frames = BrokerFrames::new(&program).expect("the records are those of the rules");
        let config = WorkloadConfig { log_orders, events, ..WorkloadConfig::default() };
        let workload = Workload::new(&config).expect("the machine has room for the workload");
        let mut buffer = [0; FRAME_BYTES_MAX];
        let frame = |event: crate::workload::Event| {
            frames
                .write(event.sequence, &event.message, &mut buffer)
                .expect("a message fits its frame")
                .to_vec()
        };
        let events = workload.events.clone().map(frame).collect();
        BrokerWorkload { program, events, tables: workload.tables, frames }
    }

    /// Loads the tables that the workload begins with.
    ///
    /// # Panics
    /// If the executor refuses a row.
    pub fn load(&self, executor: &mut dyn Executor) {
        self.tables
            .load(&self.frames, executor, &mut |_| true)
            .expect("the executor takes the rows");
    }
}
