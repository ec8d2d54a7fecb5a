// SPDX-License-Identifier: Apache-2.0

//! The measurements of a run, and the lines that a report shows of them.

use super::paper::PaperFigure;
use hdrhistogram::Histogram;
use serde::Serialize;

/// The measurements of a run and its parameters.
#[derive(Clone, Debug)]
pub struct Report {
    /// The title.
    pub title: String,
    /// One or two sentences below the title: which interval was measured, and on what.
    pub summary: String,
    /// The parameters of the run, in the order in which they are shown: seed, sizes, engine.
    pub parameters: Vec<(String, String)>,
    /// The latencies, with one entry for each operation and size of the log.
    pub measurements: Vec<Measurement>,
    /// The verdicts, counted.
    pub verdicts: VerdictCounts,
}

/// The latencies of an operation with a given number of orders in the log.
#[derive(Clone, Debug)]
pub struct Measurement {
    /// The name of the operation.
    pub operation: String,
    /// Orders in the log.
    pub log_orders: u64,
    /// The latencies, in nanoseconds.
    pub latencies: Histogram<u64>,
    /// The figure that the paper states.
    pub paper: Option<PaperFigure>,
}

/// Verdicts, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct VerdictCounts {
    /// The number of accepted events.
    pub accepted: u64,
    /// The number of rejected events by rule, or by reason if no rule rejected them.
    pub rejected: Vec<(String, u64)>,
}

impl VerdictCounts {
    /// The number of events.
    pub fn total(&self) -> u64 {
        self.accepted + self.rejected_total()
    }

    /// The number of rejected events.
    pub fn rejected_total(&self) -> u64 {
        self.rejected.iter().map(|(_, count)| count).sum()
    }
}

/// A line of the table. Latencies are in nanoseconds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SummaryRow {
    /// The name of the operation.
    pub operation: String,
    /// Orders in the log.
    pub log_orders: u64,
    /// The number of measurements.
    pub count: u64,
    /// The least latency.
    pub min: u64,
    /// The latency that half of the measurements do not exceed.
    pub p50: u64,
    /// The latency that 99 of 100 measurements do not exceed.
    pub p99: u64,
    /// The latency that 999 of 1,000 measurements do not exceed.
    pub p99_9: u64,
    /// The largest latency.
    pub max: u64,
    /// The figure that the paper states.
    pub paper: Option<PaperFigure>,
}

impl Measurement {
    /// The line of the table, or `None` without measurements.
    pub fn summary(&self) -> Option<SummaryRow> {
        let latencies = &self.latencies;
        (!latencies.is_empty()).then(|| SummaryRow {
            operation: self.operation.clone(),
            log_orders: self.log_orders,
            count: latencies.len(),
            min: latencies.min(),
            p50: latencies.value_at_quantile(0.5),
            p99: latencies.value_at_quantile(0.99),
            p99_9: latencies.value_at_quantile(0.999),
            max: latencies.max(),
            paper: self.paper,
        })
    }
}

impl Report {
    /// The lines of the table, in the order of the measurements.
    pub fn rows(&self) -> Vec<SummaryRow> {
        self.measurements.iter().filter_map(Measurement::summary).collect()
    }

    /// The sizes of the log, ascending.
    pub fn log_sizes(&self) -> Vec<u64> {
        let mut sizes: Vec<u64> = self.rows().iter().map(|row| row.log_orders).collect();
        sizes.sort_unstable();
        sizes.dedup();
        sizes
    }

    /// The lines with the most orders in the log.
    pub fn rows_at_largest_log(&self) -> Vec<SummaryRow> {
        let largest = self.log_sizes().pop();
        let mut rows = self.rows();
        rows.retain(|row| Some(row.log_orders) == largest);
        rows
    }
}
