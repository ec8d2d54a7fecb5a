// SPDX-License-Identifier: Apache-2.0

//! The figures as tables, in one form for terminal, documents and page.

use super::load::{Arrivals, LINE_RATE, LoadPoint, Mix, occupancy, sustained};
use super::times::{Measured, Times};
use super::{Figures, SizePoint};
use crate::executors::Engine;
use crate::measure::nanoseconds_to_cycles;
use crate::report::{NESTING_MORE, RULES_MORE, SPREAD_MAX_NS, grouped, paper_figure};
use crate::workload::Operation;
use sim::stages::Stages;
use std::fmt::Write as _;

/// A table with a title, heads, and lines with one cell for each head. The first columns are names,
/// the others are numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The title.
    pub title: String,
    /// The heads of the columns.
    pub heads: Vec<String>,
    /// The lines.
    pub lines: Vec<Vec<String>>,
    /// The number of columns that are names.
    pub names: usize,
}

impl Table {
    fn new(title: &str, names: usize, heads: &[&str]) -> Table {
        let heads = heads.iter().map(|head| (*head).to_owned()).collect();
        Table { title: title.to_owned(), heads, lines: Vec::new(), names }
    }

    /// The table as Markdown with aligned columns.
    pub fn markdown(&self) -> String {
        let all = || std::iter::once(&self.heads).chain(&self.lines);
        let width = |column: usize| {
            all().map(|line| line[column].chars().count()).max().unwrap_or(0).max(3)
        };
        let widths: Vec<usize> = (0..self.heads.len()).map(width).collect();
        let mut text = String::new();
        for (i, line) in all().enumerate() {
            for (column, (cell, width)) in line.iter().zip(&widths).enumerate() {
                // Writing to a string cannot fail.
                let _ = match column < self.names {
                    true => write!(text, "| {cell:<width$} "),
                    false => write!(text, "| {cell:>width$} "),
                };
            }
            text.push_str("|\n");
            if i == 0 {
                for (column, width) in widths.iter().enumerate() {
                    let dashes = "-".repeat(width - 1);
                    let _ = match column < self.names {
                        true => write!(text, "| {dashes}- "),
                        false => write!(text, "| {dashes}: "),
                    };
                }
                text.push_str("|\n");
            }
        }
        text
    }
}

/// All tables, in the order in which they are shown. Tables without measurements are left out.
pub fn tables(figures: &Figures) -> Vec<Table> {
    let all =
        [operations(figures), stages(figures), jitter(figures), rules(figures), nesting(figures)];
    let more = [throughput(figures), occupied(figures), waiting(figures)];
    all.into_iter().chain(more).filter(|table| !table.lines.is_empty()).collect()
}

/// The tables as text, each below its title.
pub fn text(tables: &[Table]) -> String {
    let one = |table: &Table| format!("{}\n\n{}", table.title, table.markdown());
    tables.iter().map(one).collect::<Vec<String>>().join("\n")
}

/// The heads of the measured columns, and the cells after them: fewest to most for hardware,
/// quantiles for software.
fn measured_heads(engine: Engine) -> &'static [&'static str] {
    match engine {
        Engine::Rtl => &["measured", "verdict, cycles", "ns", "commit, cycles", "ns"],
        Engine::Twin | Engine::Reference => &["measured", "p50 ns", "p99 ns", "max ns"],
    }
}

fn measured_cells(measured: &Measured) -> Vec<String> {
    let count = grouped(measured.count());
    let commit = &measured.commit;
    match &measured.verdict {
        Some(verdict) => {
            vec![count, range_cycles(verdict), range(verdict), range_cycles(commit), range(commit)]
        }
        None => {
            let numbers = [commit.quantile(0.5), commit.quantile(0.99), commit.max()];
            std::iter::once(count).chain(numbers.map(grouped)).collect()
        }
    }
}

fn range(times: &Times) -> String {
    span(times.min(), times.max())
}

fn range_cycles(times: &Times) -> String {
    span(nanoseconds_to_cycles(times.min()), nanoseconds_to_cycles(times.max()))
}

fn span(least: u64, most: u64) -> String {
    if least == most { grouped(most) } else { format!("{} to {}", grouped(least), grouped(most)) }
}

fn stated(operation: Operation) -> String {
    paper_figure(operation).map_or("not stated".to_owned(), |figure| figure.to_string())
}

/// The eight operations for each size of the log.
pub fn operations(figures: &Figures) -> Table {
    let heads =
        [&["operation", "orders in the log"], measured_heads(figures.engine), &["paper ns"]]
            .concat();
    let mut table = Table::new("The eight operations", 1, &heads);
    for point in &figures.operations {
        let name = [point.operation.name().to_owned(), grouped(point.log_orders)];
        let cells = name
            .into_iter()
            .chain(measured_cells(&point.measured))
            .chain([stated(point.operation)]);
        table.lines.push(cells.collect());
    }
    table
}

/// Figure 9: the stages of the check of a buy order.
fn stages(figures: &Figures) -> Table {
    let heads =
        [&["orders in the log", "measured"][..], &Stages::NAMES, &["cycles", "ns", "paper ns"]]
            .concat();
    let mut table = Table::new("Stages of the buy check, in cycles (Figure 9)", 0, &heads);
    for point in figures.of(Operation::BuyOrder) {
        let Some((stages, verdict)) =
            point.measured.stages.as_ref().zip(point.measured.verdict.as_ref())
        else {
            continue;
        };
        let head = [grouped(point.log_orders), grouped(point.measured.count())];
        let tail = [range_cycles(verdict), range(verdict), stated(Operation::BuyOrder)];
        table
            .lines
            .push(head.into_iter().chain(stages.iter().map(range_cycles)).chain(tail).collect());
    }
    table
}

/// Figure 10: the difference between the most and the least of an operation.
fn jitter(figures: &Figures) -> Table {
    let heads = [
        "operation",
        "measured",
        "least ns",
        "p99 ns",
        "most ns",
        "apart ns",
        "paper: apart ns",
        "paper ns",
    ];
    let mut table = Table::new(
        "Spread of the operations, with the most orders in the log (Figure 10)",
        1,
        &heads,
    );
    for row in figures.jitter() {
        let times = row.times;
        let numbers = [
            times.count(),
            times.min(),
            times.quantile(0.99),
            times.max(),
            times.max() - times.min(),
        ];
        let apart = row.paper.map_or("not stated".to_owned(), |_| format!("under {SPREAD_MAX_NS}"));
        let paper = row.paper.map_or("not stated".to_owned(), |figure| figure.to_string());
        let cells = std::iter::once(row.name).chain(numbers.map(grouped)).chain([apart, paper]);
        table.lines.push(cells.collect());
    }
    table
}

/// Figure 11: more rules.
pub fn rules(figures: &Figures) -> Table {
    sizes("Rules (Figure 11)", "rules", figures.engine, &figures.rules, RULES_MORE.1)
}

/// Figure 12: deeper conditions.
pub fn nesting(figures: &Figures) -> Table {
    sizes(
        "Nesting of a condition (Figure 12)",
        "nesting",
        figures.engine,
        &figures.nesting,
        NESTING_MORE.1,
    )
}

fn sizes(
    title: &str,
    what: &str,
    engine: Engine,
    points: &[SizePoint],
    paper: (u64, u64),
) -> Table {
    let first = points.first();
    let least = first.map_or(0, |point| point.size);
    let more = format!("ns more than with {least}");
    let heads = [&[what][..], measured_heads(engine), &[&more, "paper: ns more"]].concat();
    let mut table = Table::new(title, 0, &heads);
    let base = first.map_or(0, |point| point.measured.check().quantile(0.5));
    for point in points {
        let check = point.measured.check().quantile(0.5);
        let sign = if check < base { "-" } else { "" };
        let stated =
            if point.size == paper.0 { format!("about {}", paper.1) } else { String::new() };
        let more = format!("{sign}{}", grouped(check.abs_diff(base)));
        let cells = std::iter::once(grouped(point.size))
            .chain(measured_cells(&point.measured))
            .chain([more, stated]);
        table.lines.push(cells.collect());
    }
    table
}

/// Messages per second in millions, with three significant digits.
pub fn millions(per_second: f64) -> String {
    match per_second / 1e6 {
        millions @ 1.0.. => format!("{millions:.2}"),
        millions @ 0.1.. => format!("{millions:.3}"),
        millions => format!("{millions:.4}"),
    }
}

/// A number with one decimal.
fn tenths(number: f64) -> String {
    let tenths = (number * 10.0).round() as u64;
    format!("{}.{}", grouped(tenths / 10), tenths % 10)
}

/// The sustained load, beside the line rate.
fn throughput(figures: &Figures) -> Table {
    let is_rtl = figures.engine == Engine::Rtl;
    let heads =
        ["messages", "counted", if is_rtl { "cycles a message" } else { "" }, "ns a message"];
    let heads = [&heads[..], &["sustained M/s", "of 14.88 M/s"]].concat();
    let mut table =
        Table::new("Throughput: one message after the other, without a pause", 1, &heads);
    for mix in Mix::ALL {
        let times = mix.times(&figures.services);
        let most = sustained(&times);
        if most > 0.0 {
            let mean = 1e9 / most;
            let cycles = mean * engine::machine::CLOCK_HZ as f64 / 1e9;
            let cells = [
                mix.name().to_owned(),
                grouped(times.len() as u64),
                tenths(cycles),
                tenths(mean),
                millions(most),
                format!("{:.1} %", 100.0 * most / LINE_RATE),
            ];
            table.lines.push(cells.to_vec());
        }
    }
    if !is_rtl {
        table.heads.remove(2);
        table.lines.iter_mut().for_each(|line| drop(line.remove(2)));
    }
    table
}

/// What occupies the engine.
fn occupied(figures: &Figures) -> Table {
    let heads = [
        "operation",
        "share of messages",
        "ns a message",
        "of which the next waits for columns",
        "share of the time",
    ];
    let mut table =
        Table::new("What occupies the engine, until the next message can be taken", 1, &heads);
    for part in occupancy(&figures.services) {
        let percent = |share: f64| format!("{:.1} %", 100.0 * share);
        let mean = tenths(part.mean_ns);
        let name = part.operation.name().to_owned();
        let wait = tenths(part.wait_ns);
        table.lines.push(vec![
            name,
            percent(part.share_of_messages),
            mean,
            wait,
            percent(part.share_of_time),
        ]);
    }
    table
}

/// Waiting times under an offered load.
fn waiting(figures: &Figures) -> Table {
    let heads = [
        "messages",
        "offered M/s",
        "one by one: mean ns",
        "p99 ns",
        "in bursts of 32: mean ns",
        "p99 ns",
    ];
    let heads = [&heads[..], &["most waiting", "the queue"]].concat();
    let mut table = Table::new(
        "Waiting before the first beat is taken, against the load that is offered",
        1,
        &heads,
    );
    let (singles, bursts): (Vec<&LoadPoint>, Vec<&LoadPoint>) =
        figures.load.iter().partition(|point| point.arrivals == Arrivals::Poisson);
    for (single, burst) in singles.into_iter().zip(bursts) {
        let grows = single.grows || burst.grows;
        let number = |value: f64, grows: bool| {
            if grows { "∞".to_owned() } else { grouped(value.round() as u64) }
        };
        let most = grouped(single.waiting_max.max(burst.waiting_max) as u64);
        table.lines.push(vec![
            single.mix.name().to_owned(),
            millions(single.offered_per_second),
            number(single.wait_mean_ns, single.grows),
            number(single.wait_p99_ns, single.grows),
            number(burst.wait_mean_ns, burst.grows),
            number(burst.wait_p99_ns, burst.grows),
            if grows { "∞".to_owned() } else { most },
            if grows { "grows" } else { "is stable" }.to_owned(),
        ]);
    }
    table
}
