// SPDX-License-Identifier: Apache-2.0

//! Helpers that the tests of several crates share. No crate depends on this one except for its
//! tests.
//!
//! | module | provides |
//! | --- | --- |
//! | [`rng`] | random choices that a seed fixes |
//! | [`generate`] | random rule files and random frames for them |
//! | [`oracle`] | a second implementation of the rule language, for comparison |
//! | [`programs`] | small programs made by hand |
//! | [`shelf`] | an executor that only stores rows |
//! | `broker` | a second implementation of `rules/broker.rules`, with the feature `broker` |
//! | [`allocations`] | an allocator that counts its calls |
//! | [`fuzz`] | the bodies of the fuzz targets |
//!
//! Cargo permits this crate to depend on the crates whose integration tests use it. Unit tests in
//! `src/` of such a crate must not use it: they would see two versions of their own types.

pub mod allocations;
#[cfg(feature = "broker")]
pub mod broker;
pub mod fuzz;
pub mod generate;
pub mod oracle;
pub mod programs;
pub mod rng;
pub mod shelf;
