// SPDX-License-Identifier: Apache-2.0

//! What a program needs and no hardware build has yet, with the places in the rule file.

use crate::diagnostic::Diagnostic;
use crate::flow::TransactionFlow;
use crate::hir::{AggregateFn, RuleSet};
use crate::plan::Plan;
use crate::span::Span;
use engine::program::{FrameKind, Program};
use engine::requirements::{Feature, Needs, Requirement, requirements};
use engine::schema::TableId;

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
