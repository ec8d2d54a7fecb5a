// SPDX-License-Identifier: Apache-2.0

//! Counts over a run, to show that it covered enough.

use crate::Files;
use engine::job::StepCounts;
use engine::program::{Program, Transaction};
use engine::verdict::{Reason, Verdict};
use std::collections::BTreeMap;
use testkit::oracle::frames::Content;
use testkit::oracle::{Done, Val};

/// Counts over a run.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Frames answered.
    pub frames: u64,
    /// Accepts.
    pub accepts: u64,
    /// Rejects by reason.
    pub reasons: BTreeMap<Reason, u64>,
    /// Rejects that a rule caused.
    pub by_rule: u64,
    /// NULLs among the fields of well-formed frames.
    pub nulls_received: u64,
    /// Rule files run.
    pub files: u64,
    /// Rule files refused, by the code of the first error.
    pub refused: BTreeMap<String, u64>,
    /// Takeovers of another rule set.
    pub swaps: u64,
    /// Modes changed.
    pub mode_changes: u64,
    /// Jobs started.
    pub jobs: u64,
    /// Steps of jobs.
    pub steps: StepCounts,
    /// Messages with a warning.
    pub warnings: u64,
    /// Rejects whose effects were not done.
    pub effects_refused: u64,
    /// Scans of all rows of a table, of stated groups, and of windows, that messages ran.
    pub scans: [u64; 3],
    /// Messages that ran scans, and those that ran scans of windows.
    pub scanning: [u64; 2],
    /// Statements over several rows that messages ran.
    pub rows_statements: u64,
    /// Rejects whose effects were not done because the dictionary was full.
    pub effects_without_text: u64,
    /// Counts of statements.
    pub done: Done,
}

impl Tally {
    /// Counts a verdict and the NULLs of its frame.
    pub fn add_verdict(&mut self, verdict: &Verdict, content: Option<&Content>) {
        self.frames += 1;
        match verdict.reason {
            Some(reason) => *self.reasons.entry(reason).or_default() += 1,
            None => self.accepts += 1,
        }
        self.by_rule += u64::from(verdict.rule.is_some());
        self.warnings += u64::from(verdict.warnings != 0);
        self.effects_refused += u64::from(verdict.effects.is_some());
        let without_text = verdict.effects == Some(Reason::DictionaryFull);
        self.effects_without_text += u64::from(without_text);
        if let Some(Content::Message(_, values) | Content::Row(_, values)) = content {
            self.nulls_received +=
                values.iter().filter(|value| **value == Val::Null).count() as u64;
        }
    }

    /// Adds the counts of the statements of a rule file.
    pub fn add_done(&mut self, done: &Done) {
        let sum = &mut self.done;
        sum.inserts += done.inserts;
        sum.updates += done.updates;
        sum.updates_of_nothing += done.updates_of_nothing;
        sum.deletes += done.deletes;
        sum.deletes_of_nothing += done.deletes_of_nothing;
        sum.blocks_skipped += done.blocks_skipped;
        sum.nulls_stored += done.nulls_stored;
        sum.effects += done.effects;
    }

    /// Adds the counts of another run.
    pub fn merge(&mut self, other: &Tally) {
        self.frames += other.frames;
        self.swaps += other.swaps;
        self.mode_changes += other.mode_changes;
        self.jobs += other.jobs;
        self.steps.done += other.steps.done;
        self.steps.skipped += other.steps.skipped;
        self.steps.failed += other.steps.failed;
        self.warnings += other.warnings;
        self.effects_refused += other.effects_refused;
        self.effects_without_text += other.effects_without_text;
        self.accepts += other.accepts;
        self.by_rule += other.by_rule;
        self.nulls_received += other.nulls_received;
        self.files += other.files;
        for (reason, count) in &other.reasons {
            *self.reasons.entry(*reason).or_default() += count;
        }
        for (code, count) in &other.refused {
            *self.refused.entry(code.clone()).or_default() += count;
        }
        for (sum, count) in self.scans.iter_mut().zip(other.scans) {
            *sum += count;
        }
        for (sum, count) in self.scanning.iter_mut().zip(other.scanning) {
            *sum += count;
        }
        self.rows_statements += other.rows_statements;
        self.add_done(&other.done);
    }

    /// Counts the scans of a transaction that answered a frame.
    pub fn add_scans(&mut self, program: &Program, transaction: &Transaction) {
        let mut has_window = false;
        for scan in &transaction.scans {
            let table = &program.tables[usize::from(scan.list.0)];
            let list = table.hidden.as_ref().and_then(|hidden| hidden.list.as_ref());
            let is_window = list.is_some_and(|list| list.time.is_some());
            let kind = if is_window { 2 } else { usize::from(!table.key.is_empty()) };
            self.scans[kind] += 1;
            self.rows_statements += u64::from(scan.changes.is_some());
            has_window |= is_window;
        }
        self.scanning[0] += u64::from(!transaction.scans.is_empty());
        self.scanning[1] += u64::from(has_window);
    }

    /// Panics unless every reason and every kind of statement occurred often enough.
    pub fn assert_full(&self, frames_min: u64, files: Files) {
        let (has_lists, has_scans) = (files == Files::Scanned, files != Files::Maintained);
        assert!(self.frames >= frames_min, "only {} frames were answered: {self:#?}", self.frames);
        let seldom = self.frames / 2000;
        let capacities = [Reason::GroupsFull, Reason::LevelsFull, Reason::DictionaryFull];
        let of_scans = [Reason::GroupFull, Reason::WindowFull];
        // The key of a subquery that gives one row is always given in these files.
        let is_left_out = |reason: &&Reason| {
            capacities.contains(reason)
                || **reason == Reason::ManyRows
                || !has_lists && of_scans.contains(reason)
        };
        for reason in Reason::ALL.iter().filter(|reason| !is_left_out(reason)) {
            let count = self.reasons.get(reason).copied().unwrap_or(0);
            assert!(count > seldom, "`{reason}` occurred only {count} times: {self:#?}");
        }
        let Done {
            inserts,
            updates,
            updates_of_nothing,
            deletes,
            deletes_of_nothing,
            blocks_skipped,
            nulls_stored,
            effects,
        } = self.done;
        for (what, count) in [
            ("accept", self.accepts),
            ("scan of a table", if has_scans { self.scans[0] } else { u64::MAX }),
            ("change of rows", if has_lists { self.rows_statements } else { u64::MAX }),
            ("scan of a group", if has_lists { self.scans[1] } else { u64::MAX }),
            ("scan of a window", if has_lists { self.scans[2] } else { u64::MAX }),
            ("reject by rule", self.by_rule),
            ("NULL received", self.nulls_received),
            ("NULL stored", nulls_stored),
            ("insert", inserts),
            ("update", updates),
            ("update of nothing", updates_of_nothing),
            ("delete", deletes),
            ("delete of nothing", deletes_of_nothing),
            ("block skipped", blocks_skipped),
            ("effect", effects),
            ("refused effect", self.effects_refused),
            ("warning", self.warnings),
            ("change of a mode", self.mode_changes),
            ("job", self.jobs),
            ("step", self.steps.done),
            ("row that was skipped", self.steps.skipped),
            ("row that failed", self.steps.failed),
        ] {
            assert!(count > seldom, "{what} occurred only {count} times: {self:#?}");
        }
        for (what, count) in [("scans", self.scanning[0]), ("windows", self.scanning[1])] {
            let is_tenth = count * 10 >= self.frames;
            assert!(!has_lists || is_tenth, "only {count} messages had {what}: {self:#?}");
        }
        let refused: u64 = self.refused.values().sum();
        assert!(
            refused * 10 <= refused + self.files,
            "more than a tenth of the files was refused: {self:#?}"
        );
    }
}
