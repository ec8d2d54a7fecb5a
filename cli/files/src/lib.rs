// SPDX-License-Identifier: Apache-2.0

//! The files that Riskgate reads and writes.
//!
//! The engine does no I/O: it takes frames and returns verdicts and cells. This crate turns files
//! into frames, and an executor's results into files.
//!
//! | module | holds |
//! | --- | --- |
//! | [`csv_input`] | a CSV reader that never trusts its input |
//! | [`cell`] | one cell of a file as a value of the machine, and back |
//! | [`number`] | numbers of the types of the language as text |
//! | [`tables`] | `DIR/TABLE.csv`: the rows that a run starts from |
//! | [`events`] | the events file: the messages of a run |
//! | [`verdicts`] | the verdicts file: the answer to every message |
//! | [`jobs`] | the rows on which a step of a job failed |
//! | [`dump`] | every table as CSV, rows in key order |
//! | [`settings`] | modes of rules, parameters and jobs, in events and in separate files |
//! | [`output`] | output files that appear whole or not at all |
//! | [`rule_folder`] | the folder of a rule file, with the files that it includes |
//! | [`error`] | what is wrong with an input, with its place and a remedy |
//! | [`interrupt`] | Ctrl-C, checked by all readers and writers |

pub mod cell;
pub mod csv_input;
pub mod dump;
pub mod error;
pub mod events;
pub mod interrupt;
pub mod jobs;
pub mod number;
pub mod output;
pub mod rule_folder;
pub mod settings;
pub mod tables;
pub mod verdicts;
