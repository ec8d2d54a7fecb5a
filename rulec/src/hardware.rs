// SPDX-License-Identifier: Apache-2.0

//! What a build of the hardware cannot run, with its place in the text.

use crate::diagnostic::Diagnostic;
use crate::hir::{AggregateFn, Block, Expr, ExprKind, RuleSet};
use crate::lower::{self, Strings};
use crate::plan::Plan;
use crate::span::Span;
use crate::{emit, schedule};
use engine::build::{self, Build};
use engine::isa::KEY_OPERANDS;
use engine::machine::{LANES, LEVELS_MAX, STRINGS_MAX};
use engine::microcode::{MicrocodeError, load};
use engine::program::Program;
use engine::requirements::{Feature, Needs, Requirement, requirements};
use engine::schema::{ColumnKind, MessageId, TableId, Type};

/// An error for everything that a build cannot run, and a warning for each capacity that is smaller
/// in it than the language specifies.
pub fn check(rules: &RuleSet, plan: &Plan, program: &Program, build: &Build) -> Vec<Diagnostic> {
    let error = |message: String, span| Diagnostic::error("not-in-build", message, span, "");
    let mut found: Vec<Diagnostic> = Vec::new();
    for requirement in requirements(program) {
        let label = format!("this needs {}", requirement.feature.text());
        for span in places(rules, plan, program, requirement) {
            let message = requirement.describe(program);
            found.push(Diagnostic::error("not-in-build", message, span, label.clone()));
        }
    }
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
            MicrocodeError::Long { .. } | MicrocodeError::Missing(_) | MicrocodeError::Build(_) => {
                Span::default()
            }
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

/// Where a requirement comes from.
fn places(rules: &RuleSet, plan: &Plan, program: &Program, needed: Requirement) -> Vec<Span> {
    match needed.place {
        Needs::Message(message) => of_message(rules, plan, message, needed.feature),
        Needs::Row(table) => vec![table_span(rules, program, table)],
        Needs::Column(table, column) => {
            let base = program.tables[usize::from(table.0)].hidden.as_ref().map(|h| h.base);
            let Some(base) = base else { return vec![table_span(rules, program, table)] };
            let is_distinct = needed.feature == Feature::Distinct
                && program.tables[usize::from(table.0)].columns[usize::from(column.0)].kind
                    == ColumnKind::Distinct;
            let asks = |expr: &&Expr| match &expr.kind {
                ExprKind::Aggregate(a) if a.table == base => match is_distinct {
                    true => a.calls.iter().any(|call| call.function == AggregateFn::Distinct),
                    false => a.group.len() > KEY_OPERANDS,
                },
                _ => false,
            };
            let asking = expressions(rules).flat_map(Expr::nodes).find(asks);
            vec![asking.map_or(table_span(rules, program, base), |expr| expr.span)]
        }
    }
}

fn table_span(rules: &RuleSet, program: &Program, table: TableId) -> Span {
    table_named(rules, &program.tables[usize::from(table.0)].name)
}

fn expressions(rules: &RuleSet) -> impl Iterator<Item = &Expr> {
    let of_rules = rules.rules.iter().flat_map(|r| std::iter::once(&r.condition).chain(&r.guard));
    let of_blocks = rules.blocks.iter().flat_map(|block| {
        let statements = block.statements.iter().flat_map(|s| s.kind.expressions());
        block.guard.iter().chain(statements)
    });
    of_rules.chain(of_blocks)
}

/// The rules and statements of a message that need a feature; its name if none of them alone does.
fn of_message(rules: &RuleSet, plan: &Plan, message: MessageId, feature: Feature) -> Vec<Span> {
    let declared = rules.messages[usize::from(message.0)].span;
    if feature == Feature::Time {
        return vec![declared];
    }
    let alone = RuleSet { rules: Vec::new(), blocks: Vec::new(), ..rules.clone() };
    let needs = |part: &RuleSet| {
        let flows = lower::lower(part, plan, &mut Strings::default());
        schedule::schedule(&flows, LANES).is_ok_and(|schedule| {
            requirements(&emit::emit(part, plan, schedule))
                .iter()
                .any(|r| r.feature == feature && r.place == Needs::Message(message))
        })
    };
    let of_rules = rules
        .rules
        .iter()
        .filter(|rule| rule.message == message)
        .filter(|rule| needs(&RuleSet { rules: vec![(*rule).clone()], ..alone.clone() }));
    let mut found: Vec<Span> = of_rules.map(|rule| rule.span).collect();
    for block in rules.blocks.iter().filter(|block| block.message == message) {
        let of_block = block.statements.iter().filter(|statement| {
            let statements = vec![(*statement).clone()];
            let block = Block { statements, side: block.side.of_all(), ..block.clone() };
            needs(&RuleSet { blocks: vec![block], ..alone.clone() })
        });
        found.extend(of_block.map(|statement| statement.span));
    }
    if found.is_empty() {
        found.push(declared);
    }
    found
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
    let warning = |what: &str, has: u32, language: u32, reason: &str| {
        let message = format!(
            "this build holds {has} {what}, the language {language}: it rejects with `{reason}` \
             earlier than software"
        );
        Diagnostic::warning("smaller-build", message, Span::default(), "")
    };
    let texts = (has_texts && build.texts < STRINGS_MAX)
        .then(|| warning("strings", build.texts, STRINGS_MAX, "dictionary_full"));
    let levels = (has_levels && build.levels < LEVELS_MAX)
        .then(|| warning("levels of `min` and `max`", build.levels, LEVELS_MAX, "levels_full"));
    texts.into_iter().chain(levels).collect()
}
