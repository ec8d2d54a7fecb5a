// SPDX-License-Identifier: Apache-2.0

//! What no hardware build has yet, or one build cannot run, with the places in the rule file.

use crate::diagnostic::Diagnostic;
use crate::flow::TransactionFlow;
use crate::hir::{AggregateFn, RuleSet};
use crate::plan::Plan;
use crate::span::Span;
use engine::build::{self, Build};
use engine::dictionary::DictionaryDef;
use engine::machine::{LEVELS_MAX, STRINGS_MAX};
use engine::microcode::{MicrocodeError, load};
use engine::program::{FrameKind, Program};
use engine::requirements::{Feature, Needs, Requirement, requirements};
use engine::schema::{ColumnKind, TableId, Type};

/// An error for each need of the program of a rule set, in the order of the text.
pub fn missing(
    rules: &RuleSet,
    plan: &Plan,
    flows: &[TransactionFlow],
    program: &Program,
) -> Vec<Diagnostic> {
    let of_need = |need: &Requirement| {
        let place = place(rules, plan, flows, need);
        let label = "the software executors run this";
        Diagnostic::error("not-in-hardware", need.describe(program), place, label)
    };
    let mut errors: Vec<Diagnostic> = requirements(program).iter().map(of_need).collect();
    errors.sort_by_key(|error| error.primary.0);
    // Both messages of a job have its condition.
    errors.dedup_by(|b, a| (a.primary.0, &a.message) == (b.primary.0, &b.message));
    errors
}

fn place(rules: &RuleSet, plan: &Plan, flows: &[TransactionFlow], need: &Requirement) -> Span {
    let (kind, whole) = match need.place {
        Needs::Message(message) => {
            (FrameKind::Message(message), rules.messages[usize::from(message.0)].span)
        }
        Needs::Row(table) => (FrameKind::Row(table), rules.tables[usize::from(table.0)].span),
        Needs::Column(table, _) => return place_of_column(rules, plan, table, need.feature),
    };
    let flow = flows.iter().find(|flow| flow.kind == kind);
    let noted = flow.into_iter().flat_map(|flow| &flow.flow.needs);
    let mut places = noted.filter(|(feature, _)| *feature == need.feature).map(|(_, place)| *place);
    places.next().unwrap_or(whole)
}

/// A declared table, or the first aggregate of a hidden one that needs the feature.
fn place_of_column(rules: &RuleSet, plan: &Plan, table: TableId, feature: Feature) -> Span {
    if let Some(declared) = rules.tables.get(usize::from(table.0)) {
        return declared.span;
    }
    let mut aggregates = plan.aggregates_of(rules, table).filter(|(aggregate, _)| {
        let mut calls = aggregate.calls.iter();
        feature != Feature::Distinct || calls.any(|call| call.function == AggregateFn::Distinct)
    });
    let base = plan.hidden.iter().find(|hidden| hidden.id == table).map(|hidden| hidden.base);
    // Only another rule set of the family may have the aggregate.
    let declared = || base.map(|base| rules.tables[usize::from(base.0)].span).unwrap_or_default();
    aggregates.next().map_or_else(declared, |(_, place)| place)
}

/// An error for everything that a build cannot run, and a warning for each capacity that is smaller
/// in it than the language specifies. `missing` is what [`missing`] found.
pub fn check(
    missing: &[Diagnostic],
    rules: &RuleSet,
    program: &Program,
    build: &Build,
) -> Vec<Diagnostic> {
    let error = |message: String, span| Diagnostic::error("not-in-build", message, span, "");
    let mut found = missing.to_vec();
    for problem in build::problems(program, build) {
        found.push(error(problem.to_string(), table_named(rules, problem.table())));
    }
    if found.is_empty()
        && let Err(problem) = load(program, 0, build)
    {
        let span = match &problem {
            MicrocodeError::Reserves { table, .. } | MicrocodeError::Unwritten(table) => {
                table_named(rules, table)
            }
            MicrocodeError::Long { .. }
            | MicrocodeError::Missing(_)
            | MicrocodeError::Dictionary
            | MicrocodeError::Build(_) => Span::default(),
        };
        found.push(error(problem.to_string(), span));
    }
    found.extend(smaller(program, build));
    found
}

/// The name of a table; for one that the compiler keeps, that of the table it is kept for.
fn table_named(rules: &RuleSet, name: &str) -> Span {
    let declared = name.split('$').next().unwrap_or(name);
    let table = rules.tables.iter().find(|table| table.name == declared);
    table.map_or(Span::default(), |table| table.span)
}

/// A warning for each capacity of the build that is reached before that of the language.
fn smaller(program: &Program, build: &Build) -> Vec<Diagnostic> {
    let has_texts = program
        .frame_kinds()
        .flat_map(|kind| program.fields(kind))
        .any(|field| matches!(field.ty, Type::Char(_)));
    let has_levels = program.tables.iter().flat_map(|table| &table.columns).any(|column| {
        matches!(column.kind, ColumnKind::Min | ColumnKind::Max | ColumnKind::Distinct)
    });
    let warning = |message: String, reason: &str| {
        let message = format!("{message}: it rejects with `{reason}` earlier than software");
        Diagnostic::warning("smaller-build", message, Span::default(), "")
    };
    // The texts that software has room for.
    let of_tables = DictionaryDef::of_tables(&program.strings, &program.tables).texts_max;
    let texts = has_texts && build.texts < STRINGS_MAX.max(of_tables);
    let texts = texts.then(|| {
        let message = format!("this build holds {} strings and reuses no codes", build.texts);
        warning(message, "dictionary_full")
    });
    let levels = (has_levels && build.levels < LEVELS_MAX).then(|| {
        let message = format!(
            "this build holds {} levels of `min` and `max`, the language {LEVELS_MAX}",
            build.levels
        );
        warning(message, "levels_full")
    });
    texts.into_iter().chain(levels).collect()
}
