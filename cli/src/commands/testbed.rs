// SPDX-License-Identifier: Apache-2.0

//! `riskgate testbed`: the measurements of the paper's Figures 9 to 12 and of the throughput, with
//! a report.

use super::engine_option::engine_in;
use super::points::{Wanted, measure};
use super::terminal::say;
use super::{Failure, Format};
use benches::executors::Engine;
use benches::figures::load::LINE_RATE;
use benches::figures::{Figures, export, table};
use benches::report::{grouped, testbed_page};
use benches::workload::WorkloadConfig;
use engine::machine::LANES;
use files::output::{OutputFile, create_folder, finish_all};
use std::path::{Path, PathBuf};

/// Measure the points of the paper's Figures 9 to 12 and the throughput, and write a report.
#[derive(clap::Args)]
pub struct Args {
    /// Executor to measure; the Verilog takes some minutes and is exact to the cycle
    #[arg(long, value_parser = engine_in(Engine::ALL), default_value = Engine::Twin.id())]
    engine: Engine,
    /// Accounts
    #[arg(long, value_name = "N", default_value_t = 20)]
    accounts: u32,
    /// Instruments
    #[arg(long, value_name = "N", default_value_t = 2048)]
    instruments: u32,
    /// Holdings of each account
    #[arg(long, value_name = "N", default_value_t = 1024)]
    holdings: u32,
    /// Numbers of orders in the log; each is one point
    #[arg(long, value_name = "N,...", value_delimiter = ',',
        default_values_t = [1_000, 10_000, 100_000, 1_000_000])]
    orders: Vec<u32>,
    /// Numbers of rules; each is one point
    #[arg(long, value_name = "N,...", value_delimiter = ',',
        default_values_t = [4, 8, 16, 32, 64, 128],
        value_parser = clap::value_parser!(u32).range(4..=128))]
    rules: Vec<u32>,
    /// Depths of a nested condition; each is one point
    #[arg(long, value_name = "N,...", value_delimiter = ',', default_values_t = [2, 5, 10, 15, 20],
        value_parser = clap::value_parser!(u32).range(2..=200))]
    nesting: Vec<u32>,
    /// Lanes that the programs may use
    #[arg(long, value_name = "N", default_value_t = LANES as u32,
        value_parser = clap::value_parser!(u32).range(1..=LANES as i64))]
    lanes: u32,
    /// Measurements of each operation at a point
    #[arg(long, value_name = "N", default_value_t = 2_000,
        value_parser = clap::value_parser!(u32).range(1..))]
    measurements: u32,
    /// Offered loads in millions of messages a second; the default is a range around the sustained
    /// load
    #[arg(long, value_name = "M/s,...", value_delimiter = ',', value_parser = rate)]
    rate: Vec<f64>,
    /// Seed of the generated data and events
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Folder for report.html, testbed.csv and testbed.json
    #[arg(long, value_name = "DIR", default_value = "target/testbed")]
    out: PathBuf,
    /// Output format of the figures
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// An offered load, from millions a second.
fn rate(text: &str) -> Result<f64, String> {
    let most = LINE_RATE / 1e6;
    match text.parse::<f64>() {
        Ok(millions) if millions > 0.0 && millions <= most => Ok(millions * 1e6),
        Ok(_) => Err(format!("it must be above 0 and at most {most:.2}, the line rate of 10 GbE")),
        Err(error) => Err(error.to_string()),
    }
}

/// Runs the command.
pub fn run(args: &Args) -> Result<(), Failure> {
    let wanted = wanted(args);
    // An output that cannot be written is reported now, not after minutes of measurement.
    create_folder(&args.out).map_err(Failure::of)?;
    let [report, csv, json] =
        ["report.html", "testbed.csv", "testbed.json"].map(|name| args.out.join(name));
    for path in [&report, &csv, &json] {
        OutputFile::create(path).map_err(Failure::of)?;
    }
    let figures = measure(&wanted, parameters(args, wanted.engine))?;
    let for_programs = export::json(&figures);
    write_all(&[
        (&report, testbed_page(&figures)),
        (&csv, export::csv(&figures)),
        (&json, format!("{for_programs:#}\n")),
    ])?;
    match args.format {
        Format::Json => say!("{for_programs:#}"),
        Format::Text => {
            say!("{}", text(&figures));
            say!("report: {}, with testbed.csv and testbed.json in its folder", report.display());
        }
    }
    Ok(())
}

fn wanted(args: &Args) -> Wanted {
    Wanted {
        config: WorkloadConfig {
            seed: args.seed,
            accounts: args.accounts,
            instruments: args.instruments,
            holdings_per_account: args.holdings,
            ..WorkloadConfig::default()
        },
        orders: args.orders.clone(),
        rules: args.rules.clone(),
        nesting: args.nesting.clone(),
        measurements: args.measurements,
        lanes: args.lanes as usize,
        rates: args.rate.clone(),
        ..Wanted::paper(args.engine)
    }
}

/// Writes the files; all are complete before the first gets its name.
fn write_all(files: &[(&Path, String)]) -> Result<(), Failure> {
    let mut written = Vec::new();
    for (path, text) in files {
        let mut file = OutputFile::create(path).map_err(Failure::of)?;
        file.put(text.as_bytes()).map_err(Failure::of)?;
        written.push(file);
    }
    finish_all(written).map_err(Failure::of)
}

fn text(figures: &Figures) -> String {
    let mut text = table::text(&table::tables(figures));
    if figures.engine != Engine::Rtl {
        text += "\nSoftware is timed as a whole by the clock of this machine. The stages of \
                 Figure 9 come from timestamps of the hardware, with --engine rtl.\n";
    }
    text
}

fn parameters(args: &Args, engine: Engine) -> Vec<(String, String)> {
    let list = |sizes: &[u32]| {
        sizes.iter().map(|n| grouped((*n).into())).collect::<Vec<String>>().join(", ")
    };
    let parameter = |name: &str, value: String| (name.to_owned(), value);
    vec![
        parameter("engine", engine.name().into()),
        parameter("accounts", grouped(args.accounts.into())),
        parameter("instruments", grouped(args.instruments.into())),
        parameter("holdings an account", grouped(args.holdings.into())),
        parameter("orders in the log", list(&args.orders)),
        parameter("rules", list(&args.rules)),
        parameter("nesting", list(&args.nesting)),
        parameter("lanes", args.lanes.to_string()),
        parameter("measurements a point", grouped(args.measurements.into())),
        parameter("seed", args.seed.to_string()),
    ]
}
