// SPDX-License-Identifier: Apache-2.0

//! The options of `riskgate trade`.

use super::super::Format;
use super::super::engine_option::engine_in;
use super::super::run_files::RunFiles;
use super::changes::{Change, change};
use benches::executors::Engine;
use clap::ValueEnum;
use std::path::PathBuf;
use std::time::Duration;
use testbed::bench::BenchConfig;
use testbed::pcie::LinkConfig;
use testbed::trade::SESSIONS;
use testbed::trader::Segmentation;

/// Send events through the whole testbed: TCP sessions, a card behind PCIe, a standby, the software
/// twin, a journal
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    pub files: RunFiles,
    /// Executor on the cards
    #[arg(long, value_parser = engine_in(ENGINES), default_value = Engine::Twin.id())]
    pub engine: Engine,
    /// Number of cards; the second one follows the first in lockstep and takes over when it fails
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=2))]
    pub cards: u8,
    /// File of the journal; if it exists, the run continues after its last record
    #[arg(long, value_name = "FILE")]
    pub journal: Option<PathBuf>,
    /// Rule file that takes over after this number of events, or a little later: messages in
    /// progress are still checked by the earlier rules. With cards that are twins it may add
    /// tables, columns that can be NULL, messages, rows and rules; otherwise it must declare the
    /// same tables and messages. Repeat the option for each change, in their order
    #[arg(long, value_name = "EVENTS:FILE", value_parser = change)]
    pub then: Vec<Change>,
    /// Let later messages wait for a change of the rules, so that the new rules check exactly those
    /// after its number of events, as in `riskgate run`
    #[arg(long)]
    pub wait_for_changes: bool,
    /// Let messages go on while a job runs, with at most one step of it between two messages;
    /// otherwise a job ends before the next message, as in `riskgate run`
    #[arg(long)]
    pub orders_during_jobs: bool,
    /// How messages are cut into TCP segments
    #[arg(long, value_enum, default_value_t)]
    pub segments: Segments,
    /// Number of polls by a receiver before a packet of the PCIe link arrives
    #[arg(long, default_value_t = 0)]
    pub link_latency: u32,
    /// Probability that the link delays a packet, at each poll
    #[arg(long, default_value_t = 0.0, value_parser = probability)]
    pub link_stalls: f64,
    /// Maximum number of unacknowledged messages
    #[arg(long, default_value_t = 512, value_parser = clap::value_parser!(u32).range(1..=65_536))]
    pub window: u32,
    /// Seed of the link delays and segments
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Output format of the summary
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// The executors that a card can have.
const ENGINES: &[Engine] = &[Engine::Twin, Engine::Rtl];

/// How messages are cut into TCP segments.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Segments {
    /// One message per segment
    #[default]
    Whole,
    /// Many segments are cut, joined, duplicated and out of order
    Wild,
    /// As wild, and every message is cut
    Cut,
}

fn probability(text: &str) -> Result<f64, String> {
    let number: f64 = text.parse().map_err(|_| format!("`{text}` is not a number"))?;
    if (0.0..0.95).contains(&number) {
        Ok(number)
    } else {
        Err("it must be at least 0 and below 0.95".into())
    }
}

impl Args {
    /// The configuration of the testbed.
    pub fn config(&self) -> BenchConfig {
        let link = LinkConfig {
            latency_looks: self.link_latency,
            stalls: self.link_stalls,
            seed: self.seed,
            ..LinkConfig::default()
        };
        // A model of the core needs time to start and to load rows.
        let setup_seconds = if self.engine == Engine::Rtl { 1_800 } else { 60 };
        BenchConfig {
            cards: vec![None; self.cards.into()],
            link,
            sessions: SESSIONS,
            window: self.window as usize,
            segmentation: match self.segments {
                Segments::Whole => Segmentation::WHOLE,
                Segments::Wild => Segmentation::WILD,
                Segments::Cut => Segmentation::CUT,
            },
            setup_patience: Duration::from_secs(setup_seconds),
            seed: self.seed,
            orders_during_jobs: self.orders_during_jobs,
            ..BenchConfig::default()
        }
    }

    /// A sentence that says where the acknowledged messages are.
    pub fn kept(&self) -> String {
        match &self.journal {
            Some(path) => format!(
                "all acknowledged messages are in {}; the same command continues from there",
                path.display()
            ),
            None => "no message was kept, because no --journal was given".into(),
        }
    }
}
