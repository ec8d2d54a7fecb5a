// SPDX-License-Identifier: Apache-2.0

//! The resolver: from the syntax tree to the resolved tree, or to the errors of the file.
//!
//! The steps in order:
//!
//! | step | does |
//! | --- | --- |
//! | `declarations` | collects the `catalog` of tables and messages, checks names and limits |
//! | `lists` | resolves the bounds of groups and windows that tables state |
//! | `counts` | refuses a file with more items than the machine has room for |
//! | `keys` | infers the primary keys of tables that declare none from their lookups |
//! | `defaults` | resolves the defaults of columns |
//! | `rules`, `statements` | bind names, type expressions and choose access paths, by item |
//! | `jobs` | does so for jobs, and adds their hidden messages |
//! | `ordering` | rejects aggregates that an earlier statement of the message has changed |
//! | `suite` | resolves the tests of the file |
//!
//! Within an item, `scope` resolves names, `expressions` and `operators` assign types,
//! `times` and the files beside it do so for dates and times, `conversions` brings two values to
//! one type, and `subquery`, `membership` and `aggregate` choose how rows are found: by key if the
//! `conjuncts` give it, in a hidden table, or by a scan over one of the `lists`. `joins`, `top`
//! (`order by … limit`) and `windows` (the newest times of a group) express their queries by such
//! ones. `unfound_row` has the errors for a row that cannot be found.
//!
//! An expression with an error is `None` from there on. One mistake is therefore reported once, and
//! everything around it is still checked.

mod aggregate;
mod calls;
mod casts;
mod catalog;
mod conflicts;
mod conjuncts;
mod constants;
mod conversions;
mod counts;
mod declarations;
mod declared_names;
mod defaults;
mod defined;
mod definitions;
mod digits;
mod duplicates;
mod durations;
mod expressions;
mod foreign_functions;
mod functions;
mod jobs;
mod joins;
mod keys;
mod lengths;
mod limits;
mod lists;
mod literals;
mod membership;
mod name_index;
mod names;
mod newest;
mod not_served;
mod operators;
mod ordering;
mod patterns;
mod plain_select;
mod queries;
mod quoted;
mod rescale;
mod rules;
mod scope;
mod settings;
mod statements;
mod subquery;
mod suggest;
mod suite;
mod time_functions;
mod time_literals;
mod times;
mod top;
mod type_names;
mod unfound_row;
mod windows;
mod zone;

#[cfg(test)]
mod tests;

pub use calls::function_names;
pub(crate) use joins::name_of;
pub use limits::{DEPTH_MAX, FIELD_BYTES_MAX, GROUP_COLUMNS_MAX, NODES_MAX, SUBQUERY_DEPTH_MAX};
pub use lists::lower_bound;

use crate::diagnostic::arrange::sort_and_cut;
use crate::diagnostic::{Diagnostic, has_error};
use crate::span::Span;
use crate::{ast, hir};
use declarations::TOO_MANY;

/// How aggregates are computed that a hidden table can keep.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paths {
    /// A hidden table keeps them.
    #[default]
    Maintained,
    /// They are scanned if their rows are few enough. The results are the same; this is for tests.
    Scanned,
}

/// Resolves a rule file. There is a rule set exactly if no diagnostic is an error. The diagnostics
/// are in the order of the text.
pub fn resolve(file: &ast::File, paths: Paths) -> (Option<hir::RuleSet>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    if file.items.is_empty() {
        diagnostics.push(empty_file());
    }
    let mut catalog = declarations::declare(file, &mut diagnostics);
    counts::check(file, &mut diagnostics);
    if diagnostics.iter().any(|diagnostic| diagnostic.code == TOO_MANY) {
        // What exceeds the machine is refused at once, whatever its size.
        sort_and_cut(&mut diagnostics);
        return (None, diagnostics);
    }
    keys::infer(file, &mut catalog, &mut diagnostics);
    not_served::check(file, &mut diagnostics);
    declared_names::check(file, &mut diagnostics);

    zone::declare(file, &mut catalog.zone, &mut diagnostics);
    let mut vars = 0;
    let lists = lists::declare(file, &catalog, &mut vars, &mut diagnostics);
    (catalog.lists, catalog.scans_all) = (lists.into(), paths == Paths::Scanned);
    definitions::declare(file, &mut catalog, &mut vars, &mut diagnostics);
    defaults::declare(file, &mut catalog, &mut vars, &mut diagnostics);
    let rules = rules::resolve(file, &catalog, &mut vars, &mut diagnostics);
    let mut blocks = statements::resolve(file, &catalog, &rules, &mut vars, &mut diagnostics);
    let mut jobs = jobs::resolve(file, &catalog, &mut vars, &mut diagnostics);
    blocks.extend(std::mem::take(&mut jobs.blocks));
    ordering::check(&blocks, &catalog, &mut diagnostics);
    let tests = suite::resolve(file, &catalog, &rules, &jobs.jobs, &mut vars, &mut diagnostics);
    zone::check(&catalog.zone, &mut diagnostics);
    literals::check_lengths(&rules, &blocks, &mut diagnostics);

    let counts = (catalog.tables.len(), catalog.messages.len());
    let (parameters, changes, changed) =
        definitions::parameter_items(&catalog.parameters, counts, &mut vars);
    let zone = catalog.zone.zone();
    let (windows, loads) = newest::keep(&catalog, &mut blocks, &mut vars, &mut diagnostics);
    let lists = catalog.lists.take();
    let refused = has_error(&diagnostics);
    sort_and_cut(&mut diagnostics);
    let (mut tables, mut messages) = catalog.finish();
    tables.extend(parameters);
    tables.extend(windows);
    messages.extend(changes);
    messages.extend(jobs.messages);
    blocks.extend(changed);
    blocks.extend(jobs.selections);
    let set = (!refused).then_some(hir::RuleSet {
        tables,
        messages,
        rules,
        blocks,
        loads,
        lists,
        jobs: jobs.jobs,
        tests,
        zone,
    });
    (set, diagnostics)
}

fn empty_file() -> Diagnostic {
    Diagnostic::warning("empty-file", "the file declares nothing", Span::default(), "")
        .help("a rule file has tables, messages, rules and `on` blocks")
}
