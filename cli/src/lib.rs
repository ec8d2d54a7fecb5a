// SPDX-License-Identifier: Apache-2.0

//! The host side of Riskgate: everything that reads, writes and shows.
//!
//! The engine does no I/O; it sees frames. Here files become frames ([`tables`], [`events`]) and
//! what executors hold and answer becomes files ([`dump`], [`verdicts`]). [`workload`] makes the
//! source's test case from a seed, [`lobster`] brings a real order flow in, both in the terms of
//! the [`broker`] rules; [`report`] shows a run, and [`waves`] draws one of the hardware;
//! [`cocotb`] makes what the bench of the emitted Verilog is told, [`rule_sets`] rule sets of a wanted
//! size, [`figures`] repeats the source's measurements; [`trade`] sends events through the whole
//! testbed.

pub mod broker;
pub mod cell;
pub mod cocotb;
pub mod csv_input;
pub mod dump;
pub mod error;
pub mod events;
pub mod figures;
pub mod fuzz;
pub mod interrupt;
pub mod lobster;
pub mod measure;
pub mod output;
pub mod report;
pub mod rule_sets;
pub mod tables;
pub mod trade;
pub mod verdicts;
pub mod waves;
pub mod workload;
