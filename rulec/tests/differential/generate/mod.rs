// SPDX-License-Identifier: Apache-2.0

//! Random rule files, as text, and random frames for them.
//!
//! Texts are well-typed by construction and keep to what the compiler serves; values come from
//! small domains, so that keys collide and rows are hit, and from the ends of each type, so that
//! results overflow.
//!
//! | file | makes |
//! | --- | --- |
//! | [`schema`] | tables and messages |
//! | [`scope`] | what an expression may name at a place, and how large it may grow |
//! | [`numbers`], [`others`] | expressions, by type |
//! | [`subqueries`] | look-ups, aggregates and `exists` |
//! | [`items`] | rules and `on` blocks, and so the whole file |
//! | [`domains`] | values of a type |
//! | [`events`] | frames |

pub mod domains;
pub mod events;
pub mod items;
pub mod numbers;
pub mod others;
pub mod schema;
pub mod scope;
pub mod subqueries;

pub use events::{Frame, Frames};
pub use items::{RuleFile, family, rule_file};
