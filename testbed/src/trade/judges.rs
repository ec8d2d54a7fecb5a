// SPDX-License-Identifier: Apache-2.0

//! Which rule set judged a record: those of a run, and the one that is in force from one change to
//! the next.

use super::error::TradeError;
use engine::image::{checksum, encode};
use engine::program::Program;
use engine::shell::{LogKind, LogRecord};
use engine::verdict::Verdict;
use std::sync::Arc;

/// The rule sets of a run. The records of its log are noted one by one, in their order.
pub struct Judges {
    /// Each with the checksum of its image; the first is in force when the log begins.
    rule_sets: Vec<(u32, Arc<Program>)>,
    in_force: usize,
    events: u64,
    changes: u64,
}

/// An event, by whom it was judged, and how.
pub struct Judged<'a> {
    /// Its number in the events file, from 1. A record's own number also counts changes of rule
    /// sets.
    pub event: u64,
    /// The rule set in force.
    pub program: &'a Program,
    /// A message, or a frame that was refused before the engine.
    pub kind: LogKind,
    /// What it was answered.
    pub verdict: Verdict,
}

impl Judges {
    /// Those of a log that begins with the first of these programs.
    pub fn new(programs: &[Arc<Program>]) -> Judges {
        let rule_sets = programs
            .iter()
            .map(|program| (checksum(&encode(program)), Arc::clone(program)))
            .collect();
        Judges { rule_sets, in_force: 0, events: 0, changes: 0 }
    }

    /// The program whose image has a checksum.
    pub fn program(&self, checksum: u32) -> Option<Arc<Program>> {
        self.rule_sets
            .iter()
            .find(|(own, _)| *own == checksum)
            .map(|(_, program)| Arc::clone(program))
    }

    /// Events so far.
    pub fn events(&self) -> u64 {
        self.events
    }

    /// Changes of rule sets so far.
    pub fn changes(&self) -> u64 {
        self.changes
    }

    /// Notes the next record: an event comes back with its judge, a change has been done.
    ///
    /// # Errors
    /// [`TradeError::Record`] if it is none, [`TradeError::RuleSet`] if it changes to a rule set
    /// that is none of these.
    pub fn note(&mut self, record: &LogRecord) -> Result<Option<Judged<'_>>, TradeError> {
        let (kind, verdict) = record.read().ok_or(TradeError::Record(record.number))?;
        if kind == LogKind::Swap {
            let to = record.program().ok_or(TradeError::Record(record.number))?;
            let place = self.rule_sets.iter().position(|(own, _)| *own == to);
            self.in_force =
                place.ok_or(TradeError::RuleSet { record: record.number, checksum: to })?;
            self.changes += 1;
            return Ok(None);
        }
        self.events += 1;
        let (_, program) = &self.rule_sets[self.in_force];
        Ok(Some(Judged { event: self.events, program, kind, verdict }))
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
            let judged = judges.note(record).expect("it is one of these");
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
