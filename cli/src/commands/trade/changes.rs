// SPDX-License-Identifier: Apache-2.0

//! Changes of the rule set while trading continues: the requested changes, when each is requested
//! from the supervisor, and its result.

use engine::program::Program;
use host::supervisor::{Control, Notice};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A requested change of the rule set.
#[derive(Clone, Debug)]
pub struct Change {
    /// The number of events that are answered before the change is requested.
    pub events: u64,
    /// The rule file that takes over.
    pub file: PathBuf,
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
    programs: &'a [Arc<Program>],
    /// The number of changes requested so far, in this run or an earlier one.
    requested: usize,
    /// The number of changes done or refused so far, in this run or an earlier one. Results come in
    /// the order of the requests.
    finished: usize,
    /// The results of this run.
    ends: Vec<(&'a Path, Result<u64, String>)>,
}

impl<'a> Changes<'a> {
    /// The changes in `wanted`, of which earlier runs did the first `before`. `programs` is the
    /// program of the first rule file, then theirs.
    pub fn new(wanted: &'a [Change], programs: &'a [Arc<Program>], before: u64) -> Changes<'a> {
        let before = before as usize;
        Changes { wanted, programs, requested: before, finished: before, ends: Vec::new() }
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
        if let Some((change, end)) = self.wanted.get(self.finished).zip(end) {
            self.ends.push((&change.file, end));
            self.finished += 1;
        }
        if self.wanted.get(self.requested).is_some_and(|change| change.events <= events) {
            self.requested += 1;
            request(Control::Swap(Arc::clone(&self.programs[self.requested])));
        }
    }

    /// The results of all changes.
    pub fn ends(mut self) -> Vec<(&'a Path, Result<u64, String>)> {
        let late = |change: &'a Change| {
            (&*change.file, Err(format!("there were fewer than {} events", change.events)))
        };
        self.ends.extend(self.wanted.iter().skip(self.requested).map(late));
        self.ends
    }
}
