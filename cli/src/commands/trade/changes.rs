// SPDX-License-Identifier: Apache-2.0

//! Changes of rules while trading goes on: which are wanted, when each is asked for, and what
//! became of it.

use engine::program::Program;
use host::supervisor::{Control, Notice};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A change of rules that is wanted.
#[derive(Clone, Debug)]
pub struct Change {
    /// Events that are answered before it is asked for.
    pub events: u64,
    /// The rule file that is to take over.
    pub file: PathBuf,
}

/// Reads `EVENTS:FILE`.
pub fn change(text: &str) -> Result<Change, String> {
    let (events, file) = text
        .split_once(':')
        .ok_or_else(|| "write EVENTS:FILE, as in `5000:tighter.rules`".to_string())?;
    let events = events.parse().ok().filter(|events| *events > 0);
    let events =
        events.ok_or_else(|| "the number of events must be a whole one above 0".to_string())?;
    if file.is_empty() {
        Err("the rule file is missing behind the colon".into())
    } else {
        Ok(Change { events, file: file.into() })
    }
}

/// Rule files that were to take over, and the event behind which they did or why not.
pub type Ends<'a> = [(&'a Path, Result<u64, String>)];

/// The changes of rules: each is asked for when its time has come.
pub struct Changes<'a> {
    wanted: &'a [Change],
    programs: &'a [Arc<Program>],
    /// Those that were asked for, now or in a run before.
    asked: usize,
    /// Those that were done or refused, likewise: they come in the order in which they were asked
    /// for.
    through: usize,
    /// What became of those of this run: the event behind which they were done, or why they were
    /// not.
    ends: Vec<(&'a Path, Result<u64, String>)>,
}

impl<'a> Changes<'a> {
    /// Those that are wanted, of which a run before has done some; the programs are that of the
    /// first rule file and theirs.
    pub fn new(wanted: &'a [Change], programs: &'a [Arc<Program>], before: u64) -> Changes<'a> {
        let before = before as usize;
        Changes { wanted, programs, asked: before, through: before, ends: Vec::new() }
    }

    /// Hears a notice, behind so many events, and asks for the next change when its time has come.
    pub fn hear(&mut self, notice: &Notice, events: u64, ask: &mut dyn FnMut(Control)) {
        let end = match notice {
            Notice::Swapped { .. } => Some(Ok(events)),
            Notice::SwapRefused(why) => Some(Err(why.clone())),
            _ => None,
        };
        if let Some((change, end)) = self.wanted.get(self.through).zip(end) {
            self.ends.push((&change.file, end));
            self.through += 1;
        }
        if self.wanted.get(self.asked).is_some_and(|change| change.events <= events) {
            self.asked += 1;
            ask(Control::Swap(Arc::clone(&self.programs[self.asked])));
        }
    }

    /// What became of all of them.
    pub fn ends(mut self) -> Vec<(&'a Path, Result<u64, String>)> {
        let late = |change: &'a Change| {
            (&*change.file, Err(format!("there were fewer than {} events", change.events)))
        };
        self.ends.extend(self.wanted.iter().skip(self.asked).map(late));
        self.ends
    }
}
