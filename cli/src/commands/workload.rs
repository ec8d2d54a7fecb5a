// SPDX-License-Identifier: Apache-2.0

//! `riskgate workload`: the paper's workload as data and events files.

use super::Failure;
use super::progress::{Unit, bar};
use super::terminal::say;
use benches::workload::{Workload, WorkloadConfig};
use std::path::PathBuf;

/// Write the paper's workload for rules/broker.rules as data and events files.
#[derive(clap::Args)]
pub struct Args {
    /// Folder for data/TABLE.csv, events.csv and expected.csv
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Orders in the log at the start
    #[arg(long, default_value_t = 1000)]
    orders: u32,
    /// Number of events
    #[arg(long, default_value_t = 10_000)]
    events: u32,
    /// Accounts
    #[arg(long, default_value_t = 20)]
    accounts: u32,
    /// Instruments
    #[arg(long, default_value_t = 2048)]
    instruments: u32,
    /// Holdings of each account
    #[arg(long, default_value_t = 1024)]
    holdings: u32,
    /// Events as a feed such as PITCH reports them: fills have execution numbers, a modify is a
    /// cancel and an order with the same id, and ids of finished orders are used again
    #[arg(long)]
    capture: bool,
    /// Seed of the generated data and events
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<(), Failure> {
    let config = WorkloadConfig {
        seed: args.seed,
        accounts: args.accounts,
        instruments: args.instruments,
        holdings_per_account: args.holdings,
        log_orders: args.orders,
        events: args.events,
        ..WorkloadConfig::default()
    };
    let config = if args.capture { config.into_capture() } else { config };
    let workload = Workload::new(&config).map_err(Failure::of)?;
    let rows = workload.tables.rows();
    let bar = bar("writing events", args.events.into(), Unit::Count);
    workload.write_files(&args.out, &mut |events| bar.set_position(events)).map_err(Failure::of)?;
    bar.finish_and_clear();
    say!("{}: {rows} rows and {} events", args.out.display(), args.events);
    Ok(())
}
