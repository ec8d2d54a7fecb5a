// SPDX-License-Identifier: Apache-2.0

//! The figures for programs: a CSV with one line for each series and point, and a JSON document.

use super::load::{LINE_RATE, LoadPoint, Mix, Occupancy, occupancy, sustained};
use super::times::{Measured, Times};
use super::{Figures, SizePoint};
use crate::executors::Engine;
use crate::report::{NESTING_MORE, PaperFigure, RULES_MORE, SPREAD_MAX_NS, paper_figure};
use engine::machine::CLOCK_HZ;
use serde::Serialize;
use serde_json::{Map, Value, json};
use sim::stages::Stages;
use std::fmt::Write as _;

/// The columns of the CSV.
const COLUMNS: &str = "figure,series,point,count,min_ns,mean_ns,p50_ns,p99_ns,max_ns";

/// A distribution of times, in nanoseconds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
struct Summary {
    count: u64,
    min_ns: u64,
    mean_ns: f64,
    p50_ns: u64,
    p99_ns: u64,
    max_ns: u64,
}

impl Summary {
    fn of(times: &Times) -> Summary {
        Summary {
            count: times.count(),
            min_ns: times.min(),
            mean_ns: times.mean(),
            p50_ns: times.quantile(0.5),
            p99_ns: times.quantile(0.99),
            max_ns: times.max(),
        }
    }
}

/// A point, as it is exported.
#[derive(Serialize)]
struct Point<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    operation: Option<&'a str>,
    /// Orders in the log, number of rules, or depth of the condition.
    size: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    verdict: Option<Summary>,
    commit: Summary,
    #[serde(skip_serializing_if = "Option::is_none")]
    stages: Option<Map<String, Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    paper: Option<PaperFigure>,
}

impl<'a> Point<'a> {
    fn of(size: u64, measured: &Measured) -> Point<'a> {
        let stage =
            |(name, times): (&&str, &Times)| ((*name).to_owned(), json!(Summary::of(times)));
        Point {
            operation: None,
            size,
            verdict: measured.verdict.as_ref().map(Summary::of),
            commit: Summary::of(&measured.commit),
            stages: measured
                .stages
                .as_ref()
                .map(|stages| Stages::NAMES.iter().zip(stages).map(stage).collect()),
            paper: None,
        }
    }
}

/// The name of an operation, a mix or a stage without spaces.
fn id(name: &str) -> String {
    name.replace(' ', "_")
}

/// The CSV. Figures 9 to 12 are the paper's. The series of `throughput` are the times that a
/// message occupies the engine. The series of `load` are waiting times; the point is the offered
/// load in messages per second, and no time is given where the queue grows.
pub fn csv(figures: &Figures) -> String {
    let mut text = format!("{COLUMNS}\n");
    for point in &figures.operations {
        let (name, size) = (point.operation.name(), point.log_orders);
        if point.operation == crate::workload::Operation::BuyOrder
            && let Some(stages) = &point.measured.stages
        {
            for (stage, times) in Stages::NAMES.iter().zip(stages) {
                line(&mut text, "9", stage, size, times);
            }
        }
        both(&mut text, "10", name, size, &point.measured);
    }
    let sweeps = [("11", "rules", &figures.rules), ("12", "nesting", &figures.nesting)];
    for (figure, name, points) in sweeps {
        points.iter().for_each(|point| both(&mut text, figure, name, point.size, &point.measured));
    }
    for mix in Mix::ALL {
        let mut times = Times::default();
        mix.times(&figures.services).into_iter().for_each(|time| times.note(time));
        if times.count() > 0 {
            line(
                &mut text,
                "throughput",
                mix.name(),
                sustained(&mix.times(&figures.services)).round() as u64,
                &times,
            );
        }
    }
    for point in figures.load.iter().filter(|point| !point.grows) {
        let LoadPoint { mix, arrivals, offered_per_second, wait_mean_ns, wait_p99_ns, .. } = point;
        let series = id(&format!("{} {}", mix.name(), arrivals.name()));
        let offered = offered_per_second.round();
        // Writing to a string cannot fail.
        let _ = writeln!(text, "load,{series},{offered},,,{wait_mean_ns:.1},,{wait_p99_ns:.1},");
    }
    text
}

fn both(text: &mut String, figure: &str, series: &str, point: u64, measured: &Measured) {
    if let Some(verdict) = &measured.verdict {
        line(text, figure, &format!("{series} verdict"), point, verdict);
    }
    line(text, figure, &format!("{series} commit"), point, &measured.commit);
}

fn line(text: &mut String, figure: &str, series: &str, point: u64, times: &Times) {
    let Summary { count, min_ns, mean_ns, p50_ns, p99_ns, max_ns } = Summary::of(times);
    let series = id(series);
    let _ = writeln!(
        text,
        "{figure},{series},{point},{count},{min_ns},{mean_ns:.1},{p50_ns},{p99_ns},{max_ns}"
    );
}

/// The JSON document.
pub fn json(figures: &Figures) -> Value {
    let operations = figures.operations.iter().map(|point| Point {
        operation: Some(point.operation.name()),
        paper: paper_figure(point.operation),
        ..Point::of(point.log_orders, &point.measured)
    });
    let sizes = |points: &[SizePoint]| -> Vec<Value> {
        points.iter().map(|point| json!(Point::of(point.size, &point.measured))).collect()
    };
    let more =
        |(from, (to, ns)): (u64, (u64, u64))| json!({ "from": from, "to": to, "more_ns": ns });
    let throughput = Mix::ALL.map(|mix| {
        let times = mix.times(&figures.services);
        json!({
            "messages": mix.name(),
            "counted": times.len(),
            "sustained_per_second": sustained(&times),
        })
    });
    let occupied = |part: &Occupancy| {
        let mut value = json!(part);
        value["operation"] = json!(part.operation.name());
        value
    };
    let parameters: Map<String, Value> =
        figures.parameters.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
    json!({
        "version": env!("CARGO_PKG_VERSION"),
        "engine": figures.engine.id(),
        "clock_hz": if figures.engine == Engine::Rtl { json!(CLOCK_HZ) } else { Value::Null },
        "parameters": parameters,
        "operations": operations.collect::<Vec<_>>(),
        "rules": sizes(&figures.rules),
        "nesting": sizes(&figures.nesting),
        "throughput": throughput,
        "occupancy": occupancy(&figures.services).iter().map(occupied).collect::<Vec<_>>(),
        "line_rate_per_second": LINE_RATE,
        "load": figures.load,
        "paper": {
            "spread_max_ns": SPREAD_MAX_NS,
            "rules": more(RULES_MORE),
            "nesting": more(NESTING_MORE),
        },
    })
}
