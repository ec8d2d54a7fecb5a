// SPDX-License-Identifier: Apache-2.0

//! The report of a run: what was measured, as a table for the terminal and as a page that stands by
//! itself.
//!
//! The page loads nothing: its plots are drawn into it as SVG, its style is in it, and it follows
//! the reader's light or dark scheme.

mod html;
mod page;
mod paper;
mod plots;
mod testbed;
mod text;

pub use paper::{NESTING_MORE, PaperFigure, RULES_MORE, SPREAD_MAX_NS, UPDATE, paper_figure};
pub use testbed::page as testbed_page;
pub use text::{grouped, nanoseconds_text};

use files::output::{OutputError, OutputFile};
use hdrhistogram::Histogram;
use serde::Serialize;
use std::path::Path;

/// What a run measured, and how it was set up.
#[derive(Clone, Debug)]
pub struct Report {
    /// The heading.
    pub title: String,
    /// One or two sentences below it: from where to where was measured, on what.
    pub summary: String,
    /// The parameters of the run, in the order in which they are shown: seed, sizes, engine.
    pub parameters: Vec<(String, String)>,
    /// Latencies, one entry an operation and size of the order log.
    pub measurements: Vec<Measurement>,
    /// What was answered.
    pub verdicts: VerdictCounts,
}

/// The latencies of one operation with so many orders in the log.
#[derive(Clone, Debug)]
pub struct Measurement {
    /// The operation.
    pub operation: String,
    /// Orders in the log when it was measured.
    pub log_orders: u64,
    /// The latencies, in nanoseconds.
    pub latencies: Histogram<u64>,
    /// What the paper states for it.
    pub paper: Option<PaperFigure>,
}

/// How events were answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct VerdictCounts {
    /// Accepted.
    pub accepted: u64,
    /// Rejected, by the rule that was the cause; by the reason where no rule was.
    pub rejected: Vec<(String, u64)>,
}

impl VerdictCounts {
    /// All events.
    pub fn total(&self) -> u64 {
        self.accepted + self.rejected_total()
    }

    /// All that were rejected.
    pub fn rejected_total(&self) -> u64 {
        self.rejected.iter().map(|(_, count)| count).sum()
    }
}

/// One line of the table. The latencies are in nanoseconds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SummaryRow {
    /// The operation.
    pub operation: String,
    /// Orders in the log.
    pub log_orders: u64,
    /// How often it was measured.
    pub count: u64,
    /// The least.
    pub min: u64,
    /// Half of them took no longer.
    pub p50: u64,
    /// 99 of 100 took no longer.
    pub p99: u64,
    /// 999 of 1000 took no longer.
    pub p99_9: u64,
    /// The most.
    pub max: u64,
    /// What the paper states.
    pub paper: Option<PaperFigure>,
}

impl Measurement {
    /// Its line of the table; none if nothing was measured.
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
    /// Every line of the table, in the order of the measurements. This is also what a program would
    /// read.
    pub fn rows(&self) -> Vec<SummaryRow> {
        self.measurements.iter().filter_map(Measurement::summary).collect()
    }

    /// The sizes of the log that were measured, rising.
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

    /// The table for the terminal.
    pub fn text(&self) -> String {
        text::table(&self.rows_at_largest_log())
    }

    /// The page.
    pub fn html(&self) -> String {
        html::page(self)
    }

    /// Writes the page.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn write_html(&self, path: &Path) -> Result<(), OutputError> {
        let mut file = OutputFile::create(path)?;
        file.put(self.html().as_bytes())?;
        file.finish()
    }
}
