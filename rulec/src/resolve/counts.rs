// SPDX-License-Identifier: Apache-2.0

//! The counts of what a file has: one that exceeds the machine is refused before more is resolved.

use super::declarations::too_many;
use crate::ast;
use crate::diagnostic::Diagnostic;
use crate::span::Span;
use engine::machine::{INSTRUCTIONS_MAX, MESSAGES_MAX, RULES_MAX};
use std::collections::BTreeMap;

/// The most statements of one message, each of which takes an instruction or more.
const STATEMENTS_MAX: usize = INSTRUCTIONS_MAX;

/// Refuses a file with more rules, parameters, jobs or statements than the machine has room for.
pub(super) fn check(file: &ast::File, diagnostics: &mut Vec<Diagnostic>) {
    let (mut rules, mut parameters, mut jobs) = (0, 0, 0);
    let mut statements: BTreeMap<&str, usize> = BTreeMap::new();
    for item in &file.items {
        let counted = match item {
            ast::Item::Rule(rule) => one_more(&mut rules, RULES_MAX, "rules", rule.name.span),
            // Each parameter has a message that changes it.
            ast::Item::Parameter(parameter) => {
                one_more(&mut parameters, MESSAGES_MAX, "parameters", parameter.name.span)
            }
            // So has each job.
            ast::Item::Job(ast::Job { name, statements: of_job, .. }) => {
                let mut count = 0;
                let mut counted = of_job.iter().map(|_| {
                    one_more(&mut count, STATEMENTS_MAX, "statements of one job", name.span)
                });
                let too_long = counted.find_map(|one| one);
                too_long.or_else(|| one_more(&mut jobs, MESSAGES_MAX, "jobs", name.span))
            }
            ast::Item::On(ast::On { message, statements: of_block, .. })
            | ast::Item::OnReject(ast::OnReject { message, statements: of_block, .. }) => {
                let count = statements.entry(&message.text).or_default();
                let counted = of_block.iter().map(|_| {
                    one_more(count, STATEMENTS_MAX, "statements of one message", message.span)
                });
                counted.flatten().next()
            }
            ast::Item::Table(_)
            | ast::Item::Message(_)
            | ast::Item::Function(_)
            | ast::Item::Include(_)
            | ast::Item::TimeZone(_)
            | ast::Item::Test(_) => None,
        };
        diagnostics.extend(counted);
    }
}

/// Counts one more. The first that is too many is an error.
fn one_more(count: &mut usize, max: usize, what: &str, span: Span) -> Option<Diagnostic> {
    *count += 1;
    (*count == max + 1).then(|| too_many(what, max, span))
}
