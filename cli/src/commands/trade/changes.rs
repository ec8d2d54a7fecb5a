// SPDX-License-Identifier: Apache-2.0

//! Changes of the rule set while trading continues: the requested changes, when each is requested
//! from the supervisor, and its result.

use super::super::change_plans::refused;
use super::super::programs::RuleSets;
use host::supervisor::{Control, Notice};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use testbed::trade::Progress;

/// A requested change of the rule set.
#[derive(Clone, Debug)]
pub struct Change {
    /// The number of events that are answered before the change is requested.
    pub events: u64,
    /// The rule file that takes over.
    pub file: PathBuf,
}

impl Change {
    /// Where it is to take effect, in words.
    pub fn place(&self) -> String {
        format!("after event {}", self.events)
    }
}

/// Reads `EVENTS:FILE`.
pub fn change(text: &str) -> Result<Change, String> {
    let (events, file) = text
        .split_once(':')
        .ok_or_else(|| "write EVENTS:FILE, such as `5000:tighter.rules`".to_string())?;
    let events = events.parse().ok().filter(|events| *events > 0);
    let events =
        events.ok_or_else(|| "the number of events must be an integer above 0".to_string())?;
    if file.is_empty() {
        Err("the rule file is missing after the colon".into())
    } else {
        Ok(Change { events, file: file.into() })
    }
}

/// Rule files with their result: the number of events before the file took over, or why it did not.
pub type Ends<'a> = [(&'a Path, Result<u64, String>)];

/// The requested changes; each is requested from the supervisor after its number of events.
pub struct Changes<'a> {
    wanted: &'a [Change],
    rules: &'a RuleSets,
    /// How far they are; results come in the order of the requests.
    progress: Arc<Progress>,
    /// The results so far, those of earlier runs included.
    ends: Vec<(&'a Path, Result<u64, String>)>,
    refusals: Vec<String>,
}

impl<'a> Changes<'a> {
    /// The changes in `wanted`, of which those that `progress` has ended are not requested. `rules`
    /// are the first rule file, then theirs. `earlier` are the changes that the journal has: the
    /// place of a rule set, and the events before it.
    pub fn new(
        wanted: &'a [Change],
        rules: &'a RuleSets,
        progress: Arc<Progress>,
        earlier: &[(usize, u64)],
    ) -> Changes<'a> {
        let end = |(place, events): &(usize, u64)| {
            Some((&*wanted.get(place.checked_sub(1)?)?.file, Ok(*events)))
        };
        let ends = earlier.iter().filter_map(end).collect();
        Changes { wanted, rules, progress, ends, refusals: Vec::new() }
    }

    /// Notes a notice after `events` events, and requests the next change if it is due.
    pub fn note(&mut self, notice: &Notice, events: u64, request: &mut dyn FnMut(Control)) {
        let end = match notice {
            Notice::Swapped { .. } => Some(Ok(events)),
            Notice::SwapRefused(why) => Some(Err(why.clone())),
            Notice::Acknowledged { .. }
            | Notice::Stepped { .. }
            | Notice::JobEnded(_)
            | Notice::Answering { .. }
            | Notice::Opened { .. } => None,
        };
        if let Some((change, end)) = self.wanted.get(self.progress.ended()).zip(end) {
            self.progress.end_change(end.is_ok());
            let refusal = end.as_ref().err();
            self.refusals.extend(refusal.map(|why| refused(&change.file, &change.place(), why)));
            self.ends.push((&change.file, end));
        }
        let is_due = |change: &Change| change.events <= events;
        let next = self.wanted.get(self.progress.requested());
        if next.is_some_and(is_due) && !self.progress.has_settings() {
            let place = self.progress.request_change();
            request(match self.rules.change_to(place) {
                Some(change) => Control::Change(Arc::clone(change)),
                None => Control::Swap(Arc::clone(&self.rules.programs[place])),
            });
        }
    }

    /// The refusals so far, as text.
    pub fn refusals(&self) -> &[String] {
        &self.refusals
    }

    /// The results of all changes.
    pub fn ends(mut self) -> Vec<(&'a Path, Result<u64, String>)> {
        let late = |change: &'a Change| {
            (&*change.file, Err(format!("there were fewer than {} events", change.events)))
        };
        self.ends.extend(self.wanted.iter().skip(self.progress.requested()).map(late));
        self.ends
    }
}
