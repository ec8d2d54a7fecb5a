// SPDX-License-Identifier: Apache-2.0

//! The paper's measurements, repeated: its Figures 9 to 12, and the sustained load.
//!
//! * [`measure`]: one point of a figure, on any executor, every verdict compared;
//! * [`times`]: distributions of times, without loss;
//! * [`load`]: waiting times under an offered load, computed from the measured times;
//! * [`table`], [`export`]: the figures as tables, as CSV and as JSON.
//!
//! [`crate::report`] draws the page.

pub mod export;
pub mod load;
pub mod measure;
pub mod table;
pub mod times;

use crate::executors::Engine;
use crate::report::PaperFigure;
use crate::workload::Operation;
use load::{LoadPoint, Service};
use times::Measured;

/// An operation, measured with a given number of orders in the log.
#[derive(Clone, Debug)]
pub struct OperationPoint {
    /// Orders in the log.
    pub log_orders: u64,
    /// The operation.
    pub operation: Operation,
    /// The times.
    pub measured: Measured,
}

/// A rule set of a given number of rules or depth, measured.
#[derive(Clone, Debug)]
pub struct SizePoint {
    /// The number of rules, or the depth.
    pub size: u64,
    /// The times of an order.
    pub measured: Measured,
}

/// All measurements of a run.
#[derive(Clone, Debug)]
pub struct Figures {
    /// The executor.
    pub engine: Engine,
    /// The parameters of the run, in the order in which they are shown.
    pub parameters: Vec<(String, String)>,
    /// The eight operations for each size of the log, the smallest first.
    pub operations: Vec<OperationPoint>,
    /// The rule sets by number of rules.
    pub rules: Vec<SizePoint>,
    /// The rule sets by depth of the condition.
    pub nesting: Vec<SizePoint>,
    /// The messages with the most orders in the log, in order, each with the time for which it
    /// occupied the engine.
    pub services: Vec<Service>,
    /// Waiting times.
    pub load: Vec<LoadPoint>,
}

/// An operation as the paper's Figure 10 divides them: the check of an order ends with its verdict,
/// an update with its commit.
#[derive(Clone, Debug)]
pub struct Jitter<'a> {
    /// The name.
    pub name: String,
    /// The times.
    pub times: &'a times::Times,
    /// The figure that the paper states.
    pub paper: Option<PaperFigure>,
}

impl Figures {
    /// The sizes of the log, ascending.
    pub fn log_sizes(&self) -> Vec<u64> {
        let mut sizes: Vec<u64> = self.operations.iter().map(|point| point.log_orders).collect();
        sizes.dedup();
        sizes
    }

    /// The points of an operation, by ascending size of the log.
    pub fn of(&self, operation: Operation) -> impl Iterator<Item = &OperationPoint> {
        self.operations.iter().filter(move |point| point.operation == operation)
    }

    /// The operations of Figure 10 with the most orders in the log. Software is timed as a whole,
    /// so its orders are not divided into check and update. The paper has no cancels; they come
    /// last.
    pub fn jitter(&self) -> Vec<Jitter<'_>> {
        let largest = self.log_sizes().pop();
        let mut rows = Vec::new();
        for point in self.operations.iter().filter(|point| Some(point.log_orders) == largest) {
            let (name, paper) =
                (point.operation.name(), crate::report::paper_figure(point.operation));
            let is_order = matches!(point.operation, Operation::BuyOrder | Operation::SellOrder);
            match &point.measured.verdict {
                Some(verdict) if is_order => {
                    rows.push(Jitter { name: format!("{name}, check"), times: verdict, paper });
                    let update = crate::report::UPDATE;
                    rows.push(Jitter {
                        name: format!("{name}, update"),
                        times: &point.measured.commit,
                        paper: Some(update),
                    });
                }
                _ => rows.push(Jitter {
                    name: name.to_owned(),
                    times: &point.measured.commit,
                    paper,
                }),
            }
        }
        rows
    }
}
