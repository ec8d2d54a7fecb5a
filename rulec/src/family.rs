// SPDX-License-Identifier: Apache-2.0

//! Families: rule sets that can replace one another between two messages, while the tables keep
//! their rows.
//!
//! Rows, frames and dictionary codes outlive the rule set that created them. The members of a
//! family therefore declare the same tables, messages and jobs in the same order, and differ only
//! in rules, `on` blocks, and what a job does. They share one plan, so that every member maintains
//! the aggregates of all, and one list of strings, so that a string has the same code in all of
//! them. `engine::takeover` checks the result, program against program.

use crate::diagnostic::Diagnostic;
use crate::hir::{Column, RuleSet};
use crate::plan::{Plan, plan};
use crate::span::Span;

/// The parts of a declaration on which the members of a family must agree.
struct Declaration<'a> {
    name: &'a str,
    span: Span,
    /// The clauses, each as text.
    clauses: Vec<String>,
}

/// The differences between the declarations of the first rule set of a family and those of another.
pub fn differences(first: &RuleSet, other: &RuleSet) -> Vec<Diagnostic> {
    let mut found = compare("table", &tables(first), &tables(other));
    found.extend(compare("message", &messages(first), &messages(other)));
    found.extend(compare("job", &jobs(first), &jobs(other)));
    if first.zone != other.zone {
        let zone = |rules: &RuleSet| format!("`set time zone {}`", rules.zone.hours());
        let message = format!("the time zone is {} here, {} there", zone(other), zone(first));
        let help = "state the same time zone in every rule set of a family";
        found.push(Diagnostic::error("family-differs", message, Span::default(), "").help(help));
    }
    found
}

/// A note for a rule set that does not fit the machine, if the aggregates of other members
/// contribute to its size.
pub fn kept_for_others(rules: &RuleSet, family: &Plan) -> Option<Diagnostic> {
    let own = plan(std::slice::from_ref(rules));
    let columns =
        |plan: &Plan| plan.hidden.iter().map(|hidden| 1 + hidden.folds.len()).sum::<usize>();
    let others = columns(family) - columns(&own);
    let message = format!(
        "the rule set also keeps {others} columns of hidden tables that others of its family read"
    );
    let note = || Diagnostic::note("family-aggregates", message, Span::default(), "");
    (others > 0).then(|| {
        note().help(
            "write conditions on the row as `count(*) filter (where …)`: aggregates of one group \
             share a hidden table",
        )
    })
}

fn compare(what: &str, first: &[Declaration<'_>], other: &[Declaration<'_>]) -> Vec<Diagnostic> {
    let within = |list: &[Declaration<'_>], name: &str| {
        list.iter().any(|declaration| declaration.name == name)
    };
    let error = |message: String, span: Span, label: String, help: &str| {
        Diagnostic::error("family-differs", message, span, label).help(help)
    };
    let mut found = Vec::new();
    let end = other.last().map_or(Span::default(), |last| last.span);
    for Declaration { name, .. } in
        first.iter().filter(|declaration| !within(other, declaration.name))
    {
        let message =
            format!("{what} `{name}` of the first rule set of the family is not declared");
        found.push(error(
            message,
            end,
            String::new(),
            "declare in every rule set of a family what any of them needs",
        ));
    }
    for Declaration { name, span, .. } in
        other.iter().filter(|declaration| !within(first, declaration.name))
    {
        let message =
            format!("{what} `{name}` is not declared by the first rule set of the family");
        let help = "declare it there too; a table that is new needs a restart with the new family";
        found.push(error(message, *span, String::new(), help));
    }
    if !found.is_empty() {
        return found;
    }
    for (there, here) in first.iter().zip(other) {
        if there.name != here.name {
            let message = format!(
                "{what} `{}` is declared in another place than by the first rule set",
                here.name
            );
            let label = format!("there, `{}` comes here", there.name);
            found.push(error(
                message,
                here.span,
                label,
                "declare tables and messages of a family in one order",
            ));
            return found;
        }
        let longest = there.clauses.len().max(here.clauses.len());
        let Some(at) = (0..longest).find(|at| there.clauses.get(*at) != here.clauses.get(*at))
        else {
            continue;
        };
        let clause = |of: &Declaration<'_>| {
            of.clauses.get(at).map_or("nothing more".into(), |c| format!("`{c}`"))
        };
        let message = format!(
            "{what} `{}` is not declared as by the first rule set of the family",
            here.name
        );
        let label = format!("{} here, {} there", clause(here), clause(there));
        let help = remedy(what, &clause(here));
        found.push(error(message, here.span, label, help));
    }
    found
}

/// What to do about a declaration that differs in a clause.
fn remedy(what: &str, clause: &str) -> &'static str {
    if clause.contains("primary key") {
        "state the key in every rule set: one that is left out follows from the first lookup"
    } else if what == "job" {
        "rule sets of a family differ in what a job does, not in the rows that it visits: copy the \
         declaration"
    } else {
        "rule sets of a family differ in rules and `on` blocks only: copy the declaration"
    }
}

fn tables(rules: &RuleSet) -> Vec<Declaration<'_>> {
    let declaration = |table: &'_ crate::hir::Table| {
        let key: Vec<&str> =
            table.key.iter().map(|c| table.columns[usize::from(c.0)].name.as_str()).collect();
        let mut clauses: Vec<String> = table.columns.iter().map(clause).collect();
        clauses.push(format!("primary key ({})", key.join(", ")));
        clauses.push(format!("with (rows = {})", table.rows_max));
        clauses
    };
    rules
        .tables
        .iter()
        .map(|t| Declaration { name: &t.name, span: t.span, clauses: declaration(t) })
        .collect()
}

fn messages(rules: &RuleSet) -> Vec<Declaration<'_>> {
    let clauses = |message: &crate::hir::Message| message.fields.iter().map(clause).collect();
    // The hidden messages are those of the jobs.
    let declared = rules.messages.iter().filter(|message| !message.name.contains('$'));
    declared.map(|m| Declaration { name: &m.name, span: m.span, clauses: clauses(m) }).collect()
}

fn jobs(rules: &RuleSet) -> Vec<Declaration<'_>> {
    let clauses = |job: &crate::hir::Job| {
        let table = &rules.tables[usize::from(job.table.0)].name;
        let condition = if job.select.is_some() { " where …" } else { "" };
        vec![format!("for each row of {table}{condition}")]
    };
    rules
        .jobs
        .iter()
        .map(|job| Declaration { name: &job.name, span: job.span, clauses: clauses(job) })
        .collect()
}

fn clause(column: &Column) -> String {
    format!("{} {} {}", column.name, column.ty, if column.nullable { "null" } else { "not null" })
}
