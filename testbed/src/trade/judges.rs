// SPDX-License-Identifier: Apache-2.0

//! The rule sets of a run, and which of them judged each record of the log.

use super::error::TradeError;
use engine::frame::{self, JobStart};
use engine::image::{checksum, encode};
use engine::program::Program;
use engine::shell::{LogKind, LogRecord};
use engine::verdict::Verdict;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The rule sets of a run. [`Judges::note`] takes the records of the log one by one, in order.
pub struct Judges {
    /// Each program with the checksum of its image; the first is in force at the start of the log.
    rule_sets: Vec<(u32, Arc<Program>)>,
    in_force: usize,
    events: u64,
    changes: u64,
    /// The events that started jobs, by the numbers of their records.
    jobs: BTreeMap<u32, u64>,
}

/// An event or a step with its verdict and the rule set that judged it.
pub struct Judged<'a> {
    /// Number in the events file, from 1; of a step, that of the event that started its job. The
    /// number of a record also counts changes of rule sets and steps.
    pub event: u64,
    /// The rule set that was in force.
    pub program: &'a Program,
    /// A message, a step of a job, or a frame that the TOE refused.
    pub kind: LogKind,
    /// The verdict.
    pub verdict: Verdict,
}

impl Judges {
    /// The rule sets of a log that starts with the first of these programs.
    pub fn new(programs: &[Arc<Program>]) -> Judges {
        let rule_sets = programs
            .iter()
            .map(|program| (checksum(&encode(program)), Arc::clone(program)))
            .collect();
        Judges { rule_sets, in_force: 0, events: 0, changes: 0, jobs: BTreeMap::new() }
    }

    /// The program whose image has a checksum.
    pub fn program(&self, checksum: u32) -> Option<Arc<Program>> {
        self.rule_sets
            .iter()
            .find(|(own, _)| *own == checksum)
            .map(|(_, program)| Arc::clone(program))
    }

    /// The place of the rule set that is in force after the last record.
    pub fn in_force(&self) -> usize {
        self.in_force
    }

    /// Number of events so far.
    pub fn events(&self) -> u64 {
        self.events
    }

    /// Number of changes of rule sets so far.
    pub fn changes(&self) -> u64 {
        self.changes
    }

    /// Takes the next record. Returns the event or the step of a job that it is about, or `None` if
    /// it changed the rule set or prepared that.
    ///
    /// # Errors
    /// [`TradeError::Record`] if the record is damaged, [`TradeError::RuleSet`] if it changes to an
    /// unknown rule set.
    pub fn note(&mut self, record: &LogRecord) -> Result<Option<Judged<'_>>, TradeError> {
        let (kind, verdict) = record.read().ok_or(TradeError::Record(record.number))?;
        if kind == LogKind::Swap {
            let to = record.program().ok_or(TradeError::Record(record.number))?;
            let is_it = |place: &usize| self.rule_sets[*place].0 == to;
            // Rule sets follow each other in order; one that is given twice has two places.
            let mut places = (self.in_force + 1..self.rule_sets.len()).chain(0..=self.in_force);
            self.in_force = places
                .find(is_it)
                .ok_or(TradeError::RuleSet { record: record.number, checksum: to })?;
            self.changes += 1;
            return Ok(None);
        }
        if kind == LogKind::Fill {
            return Ok(None);
        }
        let event = match kind {
            // A step carries the number of the record that started its job.
            LogKind::Step => {
                let start = frame::sequence(record.frame()).unwrap_or(0);
                self.jobs.get(&start).copied().ok_or(TradeError::Record(record.number))?
            }
            LogKind::Message => {
                self.events += 1;
                if JobStart::read(record.frame()).is_some() {
                    self.jobs.insert(record.number as u32, self.events);
                }
                self.events
            }
            LogKind::Refused | LogKind::Swap | LogKind::Fill => {
                self.events += 1;
                self.events
            }
        };
        let (_, program) = &self.rule_sets[self.in_force];
        Ok(Some(Judged { event, program, kind, verdict }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn program(limit: u32) -> Arc<Program> {
        let text = format!("create message a (x INT not null); Rule r (a.x < {limit})");
        let (program, diagnostics) = rulec::compile(&text);
        Arc::new(program.unwrap_or_else(|| panic!("{diagnostics:?}")))
    }

    #[test]
    fn each_event_has_the_rule_set_in_force_and_its_own_number() {
        let programs = [program(1), program(2)];
        let sums = programs.each_ref().map(|program| checksum(&encode(program)));
        let mut judges = Judges::new(&programs);
        let message = |number| {
            LogRecord::new(number, LogKind::Message, 1, &[0; 8], &Verdict::ACCEPT).sealed()
        };
        let refused = |number| {
            LogRecord::new(number, LogKind::Refused, 1, &[0; 8], &Verdict::ACCEPT).sealed()
        };
        let log = [
            message(1),
            LogRecord::of_change(2, sums[1]).sealed(),
            refused(3),
            LogRecord::of_change(4, sums[0]).sealed(),
            message(5),
        ];
        let mut found = Vec::new();
        for record in &log {
            let judged = judges.note(record).expect("the rule set is known");
            found.extend(
                judged.map(|judged| (judged.event, judged.program == &*programs[1], judged.kind)),
            );
        }
        assert_eq!(
            found,
            [
                (1, false, LogKind::Message),
                (2, true, LogKind::Refused),
                (3, false, LogKind::Message)
            ]
        );
        assert_eq!((judges.events(), judges.changes()), (3, 2));
        let unknown = judges.note(&LogRecord::of_change(6, !sums[0]).sealed());
        assert!(matches!(unknown, Err(TradeError::RuleSet { record: 6, .. })));
        assert_eq!(judges.program(sums[1]).as_ref(), Some(&programs[1]));
    }
}
