// SPDX-License-Identifier: Apache-2.0

//! Counts of verdicts and steps, over the programs that followed each other.

use super::Failure;
use super::job_counts::{Jobs, job_lines, jobs_json};
use super::run_changes::ChangeEnd;
use engine::executor::{Executor, digest};
use engine::program::Program;
use engine::schema::TableId;
use engine::verdict::Verdict;
use serde_json::json;
use std::collections::BTreeMap;

/// Counts of verdicts.
#[derive(Debug, Default)]
pub struct Counts {
    accepted: u64,
    /// By rule (its place in `rules`, or none) and reason.
    rejected: BTreeMap<(Option<usize>, &'static str), u64>,
    /// The names of all rules, in the order in which they came into force.
    rules: Vec<String>,
    /// The place in `rules` of each rule in force.
    in_force: Vec<usize>,
    /// The steps of each job that was started, by its name.
    pub jobs: Jobs,
    /// The results of the changes of the rules.
    pub changes: Vec<ChangeEnd>,
}

impl Counts {
    /// Notes that the rules of a program are in force.
    pub fn begin(&mut self, program: &Program) {
        self.in_force.clear();
        for rule in &program.rules {
            let known = self.rules.iter().position(|name| *name == rule.name);
            self.in_force.push(known.unwrap_or_else(|| {
                self.rules.push(rule.name.clone());
                self.rules.len() - 1
            }));
        }
    }

    /// Counts a verdict.
    pub fn note(&mut self, verdict: &Verdict) {
        match verdict.reason {
            None => self.accepted += 1,
            Some(reason) => {
                let rule = verdict.rule.map(|rule| self.in_force[usize::from(rule.0)]);
                *self.rejected.entry((rule, reason.text())).or_default() += 1;
            }
        }
    }

    /// The failure of a run that was interrupted.
    pub fn interrupted(&self) -> Failure {
        let counts = self.text();
        Failure::Interrupted(format!("no file was written; answered {}", counts.trim_end()))
    }

    fn rows(&self) -> impl Iterator<Item = (&str, &'static str, u64)> {
        let name = |rule: Option<usize>| rule.map_or("", |rule| self.rules[rule].as_str());
        self.rejected.iter().map(move |((rule, reason), count)| (name(*rule), *reason, *count))
    }

    /// The counts as text.
    pub fn text(&self) -> String {
        let rejected: u64 = self.rejected.values().sum();
        let total = self.accepted + rejected;
        let mut text = format!("{total} events: {} accepted, {rejected} rejected\n", self.accepted);
        for (rule, reason, count) in self.rows() {
            let rule = if rule.is_empty() { "(no rule)" } else { rule };
            text += &format!("{count:>12}  {rule:<32} {reason}\n");
        }
        text += &job_lines(&self.jobs);
        for (file, end) in &self.changes {
            text += &match end {
                Ok(event) => format!("{file} took effect at event {event}\n"),
                Err(why) => format!("{file} did not take effect: {why}\n"),
            };
        }
        text
    }

    /// The counts as JSON, with the digests of the tables.
    pub fn json(&self, executor: &dyn Executor) -> serde_json::Value {
        let rejected: Vec<_> = self
            .rows()
            .map(|(rule, reason, count)| json!({ "rule": rule, "reason": reason, "count": count }))
            .collect();
        let tables = executor.program().tables.iter().enumerate();
        let digests: serde_json::Map<String, serde_json::Value> = tables
            .map(|(index, table)| {
                let digest = digest(executor, TableId(index as u16));
                (table.name.clone(), json!(format!("{digest:016x}")))
            })
            .collect();
        let changes = self.changes.iter().map(|(file, end)| {
            json!({ "file": file, "at_event": end.as_ref().ok(), "why_not": end.as_ref().err() })
        });
        let changes: Vec<_> = changes.collect();
        json!({
            "accepted": self.accepted,
            "rejected": rejected,
            "jobs": jobs_json(&self.jobs),
            "changes": changes,
            "digests": digests,
        })
    }
}
