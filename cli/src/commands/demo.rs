// SPDX-License-Identifier: Apache-2.0

//! `riskgate demo`, the default command: the paper's workload on an executor, with a report of the
//! latencies.

use super::design::with_design;
use super::engine_option::engine_in;
use super::progress::{Unit, bar};
use super::terminal::say;
use super::{Failure, interrupted, programs};
use benches::broker::{BrokerFrames, RULES};
use benches::executors::Engine;
use benches::measure::{Run, Timed, measure};
use benches::report::{Report, VerdictCounts, grouped};
use benches::workload::{LoadError, Workload, WorkloadConfig};
use engine::executor::{Executor, digest};
use engine::program::Program;
use engine::reference::Reference;
use engine::schema::TableId;
use engine::twin::Twin;
use rulec::listing;
use std::path::PathBuf;
use std::sync::Arc;

/// Run the paper's workload over the broker's rule set and report the latencies.
#[derive(Clone, clap::Args)]
pub struct Args {
    /// Numbers of orders in the log; each is measured separately
    #[arg(long, value_delimiter = ',', default_values_t = DEFAULT_ORDERS)]
    orders: Vec<u32>,
    /// Number of events measured at each size
    #[arg(long, default_value_t = DEFAULT_EVENTS)]
    events: u32,
    /// Seed of the generated data and events
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Executor to measure; the Verilog takes many minutes with the largest log
    #[arg(long, value_parser = engine_in(Engine::ALL), default_value = Engine::Twin.id())]
    engine: Engine,
    /// File of the report
    #[arg(long, value_name = "FILE.html", default_value = DEFAULT_REPORT)]
    report: PathBuf,
}

/// The text that says how an executor is timed.
fn summary(engine: Engine) -> &'static str {
    match engine {
        Engine::Twin | Engine::Reference => {
            "Every message is timed from its frame to the end of its commit, on one core, by the \
             clock of the machine. The paper's figures are for its card; these are for software."
        }
        Engine::Rtl => {
            "Every message is counted in cycles from its first beat to the end of its commit, in a \
             simulation of the emitted Verilog. A cycle is 4 ns at 250 MHz, a clock that no card \
             has reached. The paper's figures are for its card."
        }
    }
}

const DEFAULT_ORDERS: [u32; 4] = [1_000, 10_000, 100_000, 1_000_000];
const DEFAULT_EVENTS: u32 = 40_000;
const DEFAULT_REPORT: &str = "target/riskgate-report.html";

impl Default for Args {
    fn default() -> Args {
        Args {
            orders: DEFAULT_ORDERS.to_vec(),
            events: DEFAULT_EVENTS,
            seed: 1,
            engine: Engine::Twin,
            report: DEFAULT_REPORT.into(),
        }
    }
}

/// Runs the command.
pub fn run(args: &Args) -> Result<(), Failure> {
    let program = programs::built_in("rules/broker.rules", RULES)?;
    let program = programs::for_engine(program, args.engine);
    say!(
        "rules/broker.rules compiled: {} rules, {} tables\n",
        program.rules.len(),
        program.tables.len()
    );
    say!(
        "Latencies by the schedule, from the first beat of a message, at 250 MHz:\n\n{}",
        listing::latencies(&program)
    );
    let frames = BrokerFrames::new(&program).map_err(Failure::of)?;

    let mut report = empty_report(args, &program);
    for (i, orders) in args.orders.iter().enumerate() {
        let config = WorkloadConfig {
            seed: args.seed,
            log_orders: *orders,
            events: args.events,
            ..WorkloadConfig::default()
        };
        let workload = Workload::new(&config).map_err(Failure::of)?;
        if i == 0 {
            compare(&program, &frames, &workload)?;
        }
        let run = match args.engine {
            Engine::Twin => {
                let mut twin = Twin::new(Arc::clone(&program)).map_err(Failure::of)?;
                measured(&frames, &workload, &mut twin)?
            }
            Engine::Reference => {
                let reference = Reference::new(Arc::clone(&program));
                measured(&frames, &workload, &mut reference.map_err(Failure::of)?)?
            }
            Engine::Rtl => with_design(&program, |rtl| measured(&frames, &workload, rtl))?,
        };
        report.measurements.extend(run.measurements);
        // The sizes differ in the log and not in the mix of events, so the verdicts of one
        // represent all.
        report.verdicts = run.verdicts;
    }
    say!("Latencies of {} with the largest log:\n\n{}", args.engine.name(), report.text());
    say!("{}", verdicts(&report.verdicts));
    if let Some(folder) = args.report.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        files::output::create_folder(folder).map_err(Failure::of)?;
    }
    report.write_html(&args.report).map_err(Failure::of)?;
    say!("report: {}", args.report.display());
    Ok(())
}

/// Loads and measures one workload.
fn measured(
    frames: &BrokerFrames,
    workload: &Workload,
    timed: &mut dyn Timed,
) -> Result<Run, Failure> {
    let orders = grouped(workload.config.log_orders.into());
    load_workload(workload, frames, timed.executor())?;
    let bar = bar(&format!("{orders} orders: events"), workload.config.events.into(), Unit::Count);
    let run = measure(workload, frames, timed, &mut |_, _| {
        bar.inc(1);
        !interrupted()
    });
    bar.finish_and_clear();
    let run = run.map_err(Failure::of)?;
    if interrupted() {
        let done = format!(
            "{} events answered with {orders} orders in the log; no report was written",
            run.events
        );
        return Err(Failure::Interrupted(done));
    }
    Ok(run)
}

/// Runs a workload on the twin and the reference, which must agree on every verdict and table.
fn compare(
    program: &Arc<Program>,
    frames: &BrokerFrames,
    workload: &Workload,
) -> Result<(), Failure> {
    let orders = grouped(workload.config.log_orders.into());
    let mut twin = Twin::new(Arc::clone(program)).map_err(Failure::of)?;
    let mut reference = Reference::new(Arc::clone(program)).map_err(Failure::of)?;
    load_workload(workload, frames, &mut twin)?;
    load_workload(workload, frames, &mut reference)?;
    let mut differs = None;
    let mut answered = 0_u64;
    measure(workload, frames, &mut twin, &mut |frame, verdict| {
        answered += 1;
        let other = reference.execute(frame);
        if other != *verdict {
            differs = Some(format!("event {answered}: twin {verdict:?}, reference {other:?}"));
        }
        differs.is_none() && !interrupted()
    })
    .map_err(Failure::of)?;
    if interrupted() {
        let done = format!("{answered} events compared; no report was written");
        return Err(Failure::Interrupted(done));
    }
    let tables = (0..program.tables.len()).map(|i| TableId(i as u16));
    let table = tables.into_iter().find(|t| digest(&twin, *t) != digest(&reference, *t));
    let differs =
        differs.or(table.map(|t| format!("table {}", program.tables[usize::from(t.0)].name)));
    match differs {
        Some(what) => {
            Err(Failure::of(format!("twin and reference disagree; this is a defect: {what}")))
        }
        None => {
            say!(
                "{orders} orders: twin and reference agree on all {answered} verdicts and on every \
                 table\n"
            );
            Ok(())
        }
    }
}

/// Loads the tables of a workload, with a progress bar.
fn load_workload(
    workload: &Workload,
    frames: &BrokerFrames,
    executor: &mut dyn Executor,
) -> Result<(), Failure> {
    let orders = grouped(workload.config.log_orders.into());
    let bar = bar(&format!("{orders} orders: loading"), workload.tables.rows(), Unit::Count);
    let loaded = workload.tables.load(frames, executor, &mut |rows| {
        bar.set_position(rows);
        !interrupted()
    });
    bar.finish_and_clear();
    match loaded {
        Err(stopped @ LoadError::Stopped { .. }) => {
            Err(Failure::Interrupted(format!("{stopped}; nothing was measured")))
        }
        loaded => loaded.map_err(Failure::of),
    }
}

fn empty_report(args: &Args, program: &Program) -> Report {
    let default = WorkloadConfig::default();
    let orders: Vec<String> = args.orders.iter().map(|n| grouped((*n).into())).collect();
    let parameter = |name: &str, value: String| (name.to_string(), value);
    Report {
        title: format!("The paper's testbed on {}", args.engine.name()),
        summary: summary(args.engine).into(),
        parameters: vec![
            parameter("engine", args.engine.name().into()),
            parameter("rules", format!("rules/broker.rules, {} rules", program.rules.len())),
            parameter("accounts", default.accounts.to_string()),
            parameter("instruments", grouped(default.instruments.into())),
            parameter("holdings an account", grouped(default.holdings_per_account.into())),
            parameter("orders in the log", orders.join(", ")),
            parameter("events at each size", grouped(args.events.into())),
            parameter("seed", args.seed.to_string()),
        ],
        measurements: Vec::new(),
        verdicts: VerdictCounts::default(),
    }
}

fn verdicts(counts: &VerdictCounts) -> String {
    let mut text =
        format!("{} events accepted, {} rejected:\n", counts.accepted, counts.rejected_total());
    for (rule, count) in &counts.rejected {
        text += &format!("{count:>10}  {rule}\n");
    }
    text
}
