// SPDX-License-Identifier: Apache-2.0

//! The resolver: from the syntax tree to the resolved tree, or to all that is wrong with the file.
//!
//! Its steps, in order:
//!
//! | step | does |
//! | --- | --- |
//! | [`declarations`] | collects tables and messages, checks names, types and limits |
//! | [`keys`] | gives a table without a primary key the one that its look-ups ask for |
//! | [`rules`], [`statements`] | bind names, type expressions and choose access paths, item by item |
//! | [`ordering`] | refuses aggregates that an earlier statement of the message has changed |
//! | [`nullability`] | warns of rules that may be NULL |
//!
//! Within an item, [`scope`] answers what a name means, [`expressions`] and [`operators`] type what
//! is computed, [`conversions`] bring two values to one type, and [`subquery`] and [`aggregate`]
//! choose how rows are found.
//!
//! An expression that had an error is `None` from there on, so that one mistake is told once, and
//! everything around it is still checked.

mod aggregate;
mod calls;
mod conversions;
mod declarations;
mod expressions;
mod keys;
mod literals;
mod nullability;
mod operators;
mod ordering;
mod queries;
mod report;
mod rules;
mod scope;
mod statements;
mod subquery;
mod suggest;
mod type_names;

#[cfg(test)]
mod tests;

use crate::diagnostic::{Diagnostic, Severity};
use crate::{ast, hir};

/// The most columns that an aggregate may group by: they are the key of its hidden table.
pub const GROUP_COLUMNS_MAX: usize = engine::machine::KEY_COLUMNS_MAX;
/// The most bytes that the fields of a message may take in a frame.
pub const FIELD_BYTES_MAX: usize = engine::machine::FRAME_BYTES_MAX - engine::frame::HEADER_BYTES;
/// How deep subqueries may stand in one another.
pub const SUBQUERY_DEPTH_MAX: usize = 8;
/// The most nodes that one rule or block may resolve to: `in` and its like copy their operand, and
/// copies of copies would otherwise grow without bound.
pub const NODES_MAX: usize = 200_000;
/// How deep expressions may stand in one another. The parser sees to it that they do not; here it
/// is checked for trees that were made otherwise.
pub const DEPTH_MAX: usize = crate::parse::HEIGHT_MAX as usize;

/// A diagnostic in place of a result; boxed, because results are small and refusals are rare.
type Refusal = Box<Diagnostic>;

/// Resolves a rule file. The first result is `None` exactly if one of the diagnostics is an error;
/// the diagnostics are in the order of their places in the text.
pub fn resolve(file: &ast::File) -> (Option<hir::RuleSet>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut catalog = declarations::declare(file, &mut diagnostics);
    keys::infer(file, &mut catalog, &mut diagnostics);

    let mut vars = 0;
    let rules = rules::resolve(file, &catalog, &mut vars, &mut diagnostics);
    let blocks = statements::resolve(file, &catalog, &mut vars, &mut diagnostics);
    ordering::check(&blocks, &catalog, &mut diagnostics);
    nullability::warn(&rules, &catalog, &mut diagnostics);

    let refused = diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    report::arrange(&mut diagnostics);
    let (tables, messages) = catalog.finish();
    let set = (!refused).then_some(hir::RuleSet { tables, messages, rules, blocks });
    (set, diagnostics)
}
