//! `riskgate hdl cycles`: what the eight operations, more rules and deeper conditions take on the emitted Verilog, in cycles.

use super::super::progress::{Unit, bar};
use super::super::run::with_design;
use super::super::terminal::say;
use super::super::{Failure, interrupted, source};
use crate::commands::demo::load_workload;
use engine::executor::Executor;
use engine::machine::FRAME_BYTES_MAX;
use engine::program::Program;
use engine::reference::Reference;
use riskgate::broker::{BrokerFrames, RULES};
use riskgate::measure::{answer_events, cycles_to_nanoseconds};
use riskgate::report::{grouped, source_figure};
use riskgate::sweep::{nested_file, rule_file};
use riskgate::workload::{Operation, Workload, WorkloadConfig};
use sim::rtl::{Cycles, Rtl};
use std::ops::RangeInclusive;
use std::sync::Arc;

/// Numbers of rules, and depths of a condition, that are tried.
const RULES_TRIED: [usize; 6] = [4, 8, 16, 32, 64, 128];
const DEPTHS_TRIED: [usize; 5] = [2, 5, 10, 15, 20];
/// An operation is at least one in twenty of the events; so many events are made for each measurement that is wanted.
const EVENTS_PER_MEASUREMENT: u32 = 24;

/// Measure the eight operations, more rules and deeper conditions on the emitted Verilog.
#[derive(clap::Args)]
pub struct Args {
    /// Orders in the log, one table each
    #[arg(long, value_delimiter = ',', default_values_t = [1_000, 10_000, 100_000, 1_000_000])]
    orders: Vec<u32>,
    /// Measurements of each operation at each size, and orders for each rule set
    #[arg(long, default_value_t = 2_000)]
    measurements: u32,
    /// What everything random is made from
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<(), Failure> {
    say!("| operation | orders in the log | measured | verdict out | ns | commit done | ns | source ns |");
    say!("| --- | --: | --: | --: | --: | --: | --: | --: |");
    let program = source::built_in("rules/broker.rules", RULES)?;
    for orders in &args.orders {
        let config = WorkloadConfig {
            seed: args.seed,
            log_orders: *orders,
            events: args.measurements.saturating_mul(EVENTS_PER_MEASUREMENT),
            ..WorkloadConfig::default()
        };
        let workload = Workload::new(&config).map_err(Failure::of)?;
        let cycles = with_design(&program, |rtl| operations(rtl, &workload, args.measurements))?;
        for (operation, cycles) in Operation::ALL.iter().zip(cycles).filter(|(_, cycles)| cycles.count > 0) {
            let source = source_figure(*operation).map_or("not stated".to_owned(), |figure| figure.to_string());
            say!("| {} | {} | {} | {source} |", operation.name(), grouped((*orders).into()), spans(&cycles));
        }
    }
    let workload = sweep_workload(args)?;
    sweep("rules", &RULES_TRIED, rule_file, &workload)?;
    sweep("nesting", &DEPTHS_TRIED, nested_file, &workload)
}

/// A table of rule sets: what an order takes under each.
fn sweep(what: &str, sizes: &[usize], file: fn(usize) -> String, workload: &Workload) -> Result<(), Failure> {
    say!("\n| {what} | orders | verdict out | ns | commit done | ns | verdict, more than with {} |", sizes[0]);
    say!("| --: | --: | --: | --: | --: | --: | --: |");
    let mut first = None;
    for size in sizes {
        let program = source::built_in(what, &file(*size))?;
        let cycles = with_design(&program, |rtl| orders(rtl, &program, workload, &format!("{size} {what}")))?;
        let least = *first.get_or_insert(*cycles.verdict.start());
        say!("| {size} | {} | {} |", spans(&cycles), cycles.verdict.end().abs_diff(least));
    }
    Ok(())
}

/// What a number of each operation takes, at least as many as `measurements`.
fn operations(rtl: &mut Rtl<'_, '_>, workload: &Workload, measurements: u32) -> Result<[Cycles; 8], Failure> {
    let program = rtl.program().clone();
    let frames = BrokerFrames::new(&program).map_err(Failure::of)?;
    load_workload(workload, &frames, rtl)?;
    let aim = u64::from(measurements) * Operation::ALL.len() as u64;
    let bar = bar("measuring", aim, Unit::Count);
    let mut cycles = [Cycles::NONE; 8];
    let mut wrong = None;
    let answered = answer_events(workload, &frames, &program, &mut |event, frame| {
        let answer = rtl.answer(frame);
        cycles[event.operation as usize].note(&answer);
        wrong = wrong.take().or_else(|| off_schedule(&program, frame, &answer));
        let done: u64 = cycles.iter().map(|c| c.count.min(measurements.into())).sum();
        bar.set_position(done);
        (answer.verdict, done < aim && wrong.is_none() && !interrupted())
    });
    bar.finish_and_clear();
    answered.map_err(Failure::of)?;
    end(wrong)?;
    Ok(cycles)
}

/// What the orders of a workload take under a rule set, whose verdicts must be the reference's.
fn orders(rtl: &mut Rtl<'_, '_>, program: &Arc<Program>, workload: &Workload, label: &str) -> Result<Cycles, Failure> {
    let frames = BrokerFrames::new(program).map_err(Failure::of)?;
    let mut reference = Reference::new(Arc::clone(program)).map_err(Failure::of)?;
    load_workload(workload, &frames, rtl)?;
    load_workload(workload, &frames, &mut reference)?;
    let bar = bar(label, workload.config.events.into(), Unit::Count);
    let mut buffer = [0; FRAME_BYTES_MAX];
    let mut cycles = Cycles::NONE;
    let mut wrong = None;
    let is_order = |operation| matches!(operation, Operation::BuyOrder | Operation::SellOrder);
    for event in workload.events.clone().filter(|event| is_order(event.operation)) {
        let frame = frames.write(event.sequence, &event.message, &mut buffer).map_err(Failure::of)?;
        let answer = rtl.answer(frame);
        let expected = reference.execute(frame);
        if answer.verdict != expected {
            wrong = Some(format!("reference {expected:?}, RTL {:?}", answer.verdict));
        }
        wrong = wrong.take().or_else(|| off_schedule(program, frame, &answer));
        cycles.note(&answer);
        bar.inc(1);
        if wrong.is_some() || interrupted() {
            break;
        }
    }
    bar.finish_and_clear();
    end(wrong)?;
    match cycles.count {
        0 => Err(Failure::of("the workload has no orders")),
        _ => Ok(cycles),
    }
}

/// That an answer did not come in its cycle, if it did not.
fn off_schedule(program: &Program, frame: &[u8], answer: &sim::core_model::Answer) -> Option<String> {
    let stated = &program.transactions[usize::from(engine::frame::kind(frame)?)];
    let (verdict, commit) = (u64::from(stated.verdict_cycles), u64::from(stated.commit_cycles));
    let taken = (answer.verdict_cycles, answer.commit_cycles);
    (taken != (verdict, commit))
        .then(|| format!("stated {verdict} and {commit} cycles, taken {} and {}", taken.0, taken.1))
}

fn end(wrong: Option<String>) -> Result<(), Failure> {
    match wrong {
        Some(wrong) => {
            Err(Failure::of(format!("the design does not do what the program says, which is a defect: {wrong}")))
        }
        None if interrupted() => Err(Failure::Interrupted("what stands above is complete".into())),
        None => Ok(()),
    }
}

/// Count, cycles and nanoseconds of a row.
fn spans(cycles: &Cycles) -> String {
    let range = |range: &RangeInclusive<u64>, of: fn(u64) -> u64| match range.start() == range.end() {
        true => of(*range.end()).to_string(),
        false => format!("{} to {}", of(*range.start()), of(*range.end())),
    };
    let (verdict, commit) = (&cycles.verdict, &cycles.commit);
    format!(
        "{} | {} | {} | {} | {}",
        grouped(cycles.count),
        range(verdict, |c| c),
        range(verdict, cycles_to_nanoseconds),
        range(commit, |c| c),
        range(commit, cycles_to_nanoseconds)
    )
}

fn sweep_workload(args: &Args) -> Result<Workload, Failure> {
    // Two in five of the events are orders.
    let events = args.measurements.saturating_mul(5) / 2;
    let config = WorkloadConfig { seed: args.seed, log_orders: 1_000, events, ..WorkloadConfig::default() };
    Workload::new(&config).map_err(Failure::of)
}
