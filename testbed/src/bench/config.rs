// SPDX-License-Identifier: Apache-2.0

//! The configuration of a bench.

use crate::faults::FaultPlan;
use crate::pcie::LinkConfig;
use crate::trader::Segmentation;
use host::driver::DriverConfig;
use std::time::Duration;

/// How a bench is set up.
#[derive(Clone, Debug)]
pub struct BenchConfig {
    /// The cards, one or two, each with its planned fault.
    pub cards: Vec<Option<FaultPlan>>,
    /// How the links behave.
    pub link: LinkConfig,
    /// Sizes of the rings.
    pub driver: DriverConfig,
    /// Number of sessions.
    pub sessions: usize,
    /// Most messages that are unacknowledged.
    pub window: usize,
    /// How messages are cut into segments.
    pub segmentation: Segmentation,
    /// Time without a record after which a card is checked, and time that it then has to answer
    /// before it is retired.
    pub watchdog: Duration,
    /// Time that a card has to come up, or to load a program or a batch of rows.
    pub setup_patience: Duration,
    /// Seed of everything random.
    pub seed: u64,
    /// Whether orders go on while a job runs, with at most one step between two of them; otherwise
    /// a job ends before the next message.
    pub orders_during_jobs: bool,
    /// Accepted messages after which the exchange pauses; 0 for an exchange that never does.
    pub exchange_rests_after: u64,
}

impl Default for BenchConfig {
    fn default() -> BenchConfig {
        BenchConfig {
            cards: vec![None, None],
            link: LinkConfig::default(),
            driver: DriverConfig::default(),
            sessions: 21,
            window: 512,
            segmentation: Segmentation::WHOLE,
            watchdog: Duration::from_secs(2),
            setup_patience: Duration::from_secs(60),
            seed: 1,
            orders_during_jobs: false,
            exchange_rests_after: 0,
        }
    }
}
