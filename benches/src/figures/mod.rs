// SPDX-License-Identifier: Apache-2.0

//! The paper's measurements, repeated: its Figures 9 to 12, and what load is sustained.
//!
//! * [`measure`]: one point of a figure, on any executor, every verdict compared;
//! * [`times`]: what was measured, each value with how often it was;
//! * [`load`]: waiting times under an offered load, out of the measured ones;
//! * [`table`], [`export`]: the figures as tables, as CSV and as JSON. The page is
//!   [`crate::report`]'s.

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

/// An operation with so many orders in the log.
#[derive(Clone, Debug)]
pub struct OperationPoint {
    /// Orders in the log.
    pub log_orders: u64,
    /// The operation.
    pub operation: Operation,
    /// What it took.
    pub measured: Measured,
}

/// A rule set of so many rules, or with a condition nested so deep.
#[derive(Clone, Debug)]
pub struct SizePoint {
    /// Rules or depth.
    pub size: u64,
    /// What an order took.
    pub measured: Measured,
}

/// Everything that was measured.
#[derive(Clone, Debug)]
pub struct Figures {
    /// What ran the programs.
    pub engine: Engine,
    /// How it was set up, in the order in which it is shown.
    pub parameters: Vec<(String, String)>,
    /// The eight operations at every size of the log, the smallest first.
    pub operations: Vec<OperationPoint>,
    /// Rule sets with more and more rules.
    pub rules: Vec<SizePoint>,
    /// Rule sets with a deeper and deeper condition.
    pub nesting: Vec<SizePoint>,
    /// The messages with the most orders in the log, in their order, and what each occupied the
    /// engine.
    pub services: Vec<Service>,
    /// Waiting times.
    pub load: Vec<LoadPoint>,
}

/// An operation as the paper tells them apart in its Figure 10: the check of an order ends with
/// its verdict, an update with its commit.
#[derive(Clone, Debug)]
pub struct Jitter<'a> {
    /// Its name.
    pub name: String,
    /// What it took.
    pub times: &'a times::Times,
    /// What the paper states.
    pub paper: Option<PaperFigure>,
}

impl Figures {
    /// The sizes of the log, rising.
    pub fn log_sizes(&self) -> Vec<u64> {
        let mut sizes: Vec<u64> = self.operations.iter().map(|point| point.log_orders).collect();
        sizes.dedup();
        sizes
    }

    /// The points of an operation, by rising size of the log.
    pub fn of(&self, operation: Operation) -> impl Iterator<Item = &OperationPoint> {
        self.operations.iter().filter(move |point| point.operation == operation)
    }

    /// The operations of Figure 10 with the most orders in the log. Software is timed as a whole,
    /// so that its orders are not told apart into check and update. The paper has no cancels; they
    /// come last.
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
