// SPDX-License-Identifier: Apache-2.0

//! Helpers that the tests of several crates share. No crate depends on this one except for its
//! tests.
//!
//! | module | provides |
//! | --- | --- |
//! | [`rng`] | random choices that a seed fixes |
//! | [`generate`] | random rule files and random frames for them |
//! | [`growth`] | rule files of any size, for the growth of compile time |
//! | [`oracle`] | a second implementation of the rule language, for comparison |
//! | [`scenarios`] | the folders in `scenarios/`, and how to run them |
//! | [`sql`] | random cases for the comparison with SQL databases |
//! | [`pages`] | the examples in the pages of the book |
//! | [`page_flow`] | the commands and counts of an order flow in a page of the book |
//! | [`programs`] | small programs made by hand |
//! | [`machine`] | random programs of the machine, assembled without the compiler |
//! | [`shelf`] | an executor that only stores rows |
//! | [`restate`] | the cycles that a program states, after a test has changed it |
//! | [`repeat`] | the records of a log, repeated on an executor |
//! | `broker` | a second implementation of `rules/broker.rules`, with the feature `broker` |
//! | [`beside`] | data beside the project |
//! | [`allocations`] | an allocator that counts its calls |
//! | `kernels` | models of kernels for the tests of `sim` (feature `kernels`) |
//! | `rigs` | a card with faults, its host and its clients (feature `rigs`) |
//! | [`fuzz`] | the bodies of the fuzz targets |
//!
//! Cargo permits this crate to depend on the crates whose integration tests use it. Unit tests in
//! `src/` of such a crate must not use it: each of their types would exist twice.

pub mod allocations;
pub mod beside;
#[cfg(feature = "broker")]
pub mod broker;
pub mod fuzz;
pub mod generate;
pub mod growth;
#[cfg(feature = "kernels")]
pub mod kernels;
pub mod machine;
pub mod oracle;
pub mod page_flow;
pub mod pages;
pub mod programs;
pub mod repeat;
pub mod restate;
#[cfg(feature = "rigs")]
pub mod rigs;
pub mod rng;
pub mod scenarios;
pub mod shelf;
pub mod sql;
