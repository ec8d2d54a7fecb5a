// SPDX-License-Identifier: Apache-2.0

//! Everything that measures Riskgate, and what it measures with.
//!
//! | module | holds |
//! | --- | --- |
//! | [`broker`] | the messages and rows of the broker's rule set as records |
//! | [`workload`] | the paper's test case, generated from a seed |
//! | [`rule_sets`] | rule files of a given number of rules and a given nesting depth |
//! | [`measure`] | a workload timed on an executor |
//! | [`executors`] | the executors of a program, by name |
//! | [`figures`] | the paper's Figures 9 to 12, measured |
//! | [`report`] | measurements as text, CSV, JSON and an HTML page |
//! | [`broker_workload`] | the workload as frames, for the Criterion benches |
//!
//! The Criterion benches are in `benches/benches`; `cargo bench -p benches` runs them.

pub mod broker;
pub mod broker_workload;
pub mod executors;
pub mod figures;
pub mod measure;
pub mod report;
pub mod rule_sets;
pub mod workload;
