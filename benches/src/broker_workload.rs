// SPDX-License-Identifier: Apache-2.0

//! The paper's workload as frames, for the Criterion benches.

use crate::broker::{BrokerFrames, RULES};
use crate::workload::{Tables, Workload, WorkloadConfig};
use engine::executor::Executor;
use engine::machine::FRAME_BYTES_MAX;
use engine::program::Program;
use std::sync::Arc;

/// The broker's rule set and the paper's workload for it.
pub struct BrokerWorkload {
    /// The compiled program.
    pub program: Arc<Program>,
    /// The events as frames, in order.
    pub events: Vec<Vec<u8>>,
    tables: Tables,
    frames: BrokerFrames,
}

impl BrokerWorkload {
    /// Creates the workload with this number of orders in the log and this number of events.
    ///
    /// # Panics
    /// If the broker's rule set and the workload do not fit each other. Both are part of the
    /// project.
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

    /// Loads the tables that the workload starts from.
    ///
    /// # Panics
    /// If the executor refuses a row.
    pub fn load(&self, executor: &mut dyn Executor) {
        self.tables
            .load(&self.frames, executor, &mut |_| true)
            .expect("the executor takes the rows");
    }
}
