// SPDX-License-Identifier: Apache-2.0

//! `riskgate hdl cycles`: the cycles of the eight operations, of more rules and of deeper
//! conditions on the emitted Verilog. It measures the same as `riskgate testbed --engine rtl`,
//! without files.

use super::super::Failure;
use super::super::points::{Wanted, measure};
use super::super::terminal::say;
use benches::executors::Engine;
use benches::figures::table;
use benches::workload::WorkloadConfig;

/// Measure the cycles of the eight operations, of more rules and of deeper conditions.
#[derive(clap::Args)]
pub struct Args {
    /// Numbers of orders in the log; each is one point
    #[arg(long, value_delimiter = ',', default_values_t = [1_000, 10_000, 100_000, 1_000_000])]
    orders: Vec<u32>,
    /// Measurements of each operation at each size, and orders for each rule set
    #[arg(long, default_value_t = 2_000, value_parser = clap::value_parser!(u32).range(1..))]
    measurements: u32,
    /// Seed of the generated data and events
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<(), Failure> {
    let wanted = Wanted {
        config: WorkloadConfig { seed: args.seed, ..WorkloadConfig::default() },
        orders: args.orders.clone(),
        measurements: args.measurements,
        ..Wanted::paper(Engine::Rtl)
    };
    let figures = measure(&wanted, Vec::new())?;
    say!(
        "{}",
        table::text(&[
            table::operations(&figures),
            table::rules(&figures),
            table::nesting(&figures)
        ])
    );
    Ok(())
}
