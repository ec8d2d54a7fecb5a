// SPDX-License-Identifier: Apache-2.0

//! What a run has tested.

use engine::job::StepCounts;
use engine::program::Program;
use engine::verdict::Verdict;
use std::collections::BTreeMap;

/// Counts of what a run has tested, so that a run that tests nothing fails.
#[derive(Debug, Default)]
pub struct Tally {
    pub files: u64,
    pub refused: BTreeMap<String, u64>,
    pub frames: u64,
    pub loads: u64,
    /// Steps of jobs.
    pub steps: StepCounts,
    pub accepts: u64,
    pub rows: u64,
    /// Messages without an idle cycle before them, and those whose commit had not ended when the
    /// next one came.
    pub streamed: u64,
    pub overlapped: u64,
    pub reasons: BTreeMap<String, u64>,
    pub warned: u64,
    /// Rejects that effects followed, by the reason why they were not done.
    pub effects: BTreeMap<String, u64>,
    /// Rejects whose effects inserted or deleted a row.
    pub changed_by_effects: u64,
    /// The instructions of accepted messages, and of rejects with effects.
    pub instructions: BTreeMap<&'static str, u64>,
}

impl Tally {
    /// Notes a frame with its verdict, and whether a table has another number of rows after it.
    pub fn note(&mut self, program: &Program, frame: &[u8], verdict: &Verdict, has_changed: bool) {
        self.frames += 1;
        self.accepts += u64::from(verdict.is_accept());
        self.warned += u64::from(verdict.warnings != 0);
        if let Some(reason) = verdict.reason {
            *self.reasons.entry(reason.to_string()).or_default() += 1;
        }
        let kind = frame.get(2).map(|kind| usize::from(*kind));
        let Some(transaction) = kind.and_then(|kind| program.transactions.get(kind)) else {
            return;
        };
        let has_effects = verdict.rule.is_some() && transaction.settle().is_some();
        if has_effects {
            let reason = verdict.effects.map_or("none".into(), |reason| reason.to_string());
            *self.effects.entry(reason).or_default() += 1;
            self.changed_by_effects += u64::from(has_changed);
        }
        if verdict.is_accept() || has_effects {
            for instruction in &transaction.instructions {
                *self.instructions.entry(instruction.opcode.signature().mnemonic).or_default() += 1;
            }
        }
    }
}
