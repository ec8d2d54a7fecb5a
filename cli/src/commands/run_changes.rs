// SPDX-License-Identifier: Apache-2.0

//! Changes of the rules in the middle of an events file.

use super::Failure;
use super::change_order::check_order;
use super::change_plans::{check_plans, refused};
use engine::change::{self, Change, Rows};
use engine::executor::Executor;
use engine::program::Program;
use engine::reference::Reference;
use engine::twin::Twin;
use sim::rtl::Rtl;
use std::path::PathBuf;
use std::sync::Arc;

/// Why the hardware makes no change.
pub const ONE_FAMILY: &str = "the hardware changes to rules of one family only: use --engine twin";

/// A change that is asked for.
#[derive(Clone, Debug)]
pub struct Then {
    /// The first event that the new rules decide.
    sequence: u32,
    /// The rule file.
    pub file: PathBuf,
}

impl Then {
    /// Where it takes effect, in words.
    fn place(&self) -> String {
        format!("at event {}", self.sequence)
    }
}

/// Reads `SEQ:FILE`.
pub fn then(text: &str) -> Result<Then, String> {
    let (sequence, file) = text
        .split_once(':')
        .ok_or_else(|| "write SEQ:FILE, such as `5000:next.rules`".to_string())?;
    let sequence = sequence.parse().ok().filter(|sequence| *sequence > 0);
    let sequence =
        sequence.ok_or_else(|| "the number of an event is an integer above 0".to_string())?;
    match file.is_empty() {
        true => Err("the rule file is missing after the colon".into()),
        false => Ok(Then { sequence, file: file.into() }),
    }
}

/// The changes that are left, in their order.
pub struct Changes<'t> {
    left: std::vec::IntoIter<(&'t Then, Change)>,
    /// The results so far.
    ends: Vec<ChangeEnd>,
}

/// A rule file, and the first event that it decided or why it did not take effect.
pub type ChangeEnd = (String, Result<u32, String>);

impl<'t> Changes<'t> {
    /// Checks that the changes are in their order, and that no definition loses data.
    pub fn new(
        then: &'t [Then],
        first: &Program,
        changes: Vec<Change>,
    ) -> Result<Changes<'t>, Failure> {
        check_order(then.iter().map(|then| then.sequence.into()))?;
        let asked = then.iter().zip(&changes);
        check_plans(first, asked.map(|(then, change)| (&*then.file, then.place(), change)))?;
        let left: Vec<(&Then, Change)> = then.iter().zip(changes).collect();
        Ok(Changes { left: left.into_iter(), ends: Vec::new() })
    }

    /// The programs that follow.
    pub fn programs(&self) -> impl Iterator<Item = &Program> {
        self.left.as_slice().iter().map(|(_, change)| &**change.program())
    }

    /// Makes the change that takes effect at an event that exists, if there is one. The result is
    /// the program that is then in force.
    pub fn make(
        &mut self,
        sequence: u32,
        executor: &mut dyn Changing,
    ) -> Result<Option<Arc<Program>>, Failure> {
        if self.left.as_slice().first().is_none_or(|(then, _)| then.sequence > sequence) {
            return Ok(None);
        }
        let Some((then, change)) = self.left.next() else { return Ok(None) };
        let refused = |why: String| Failure::Refused(refused(&then.file, &then.place(), &why));
        executor.change(&change).map_err(refused)?;
        self.ends.push((then.file.display().to_string(), Ok(sequence)));
        Ok(Some(Arc::clone(change.program())))
    }

    /// The results of all changes.
    pub fn ends(self) -> Vec<ChangeEnd> {
        let late = self.left.map(|(then, _)| {
            let why = format!("there is no event {}", then.sequence);
            (then.file.display().to_string(), Err(why))
        });
        self.ends.into_iter().chain(late).collect()
    }
}

/// An executor whose rules can change.
pub trait Changing {
    /// The executor.
    fn executor(&mut self) -> &mut dyn Executor;

    /// Makes a change, or says why it is refused.
    fn change(&mut self, change: &Change) -> Result<(), String>;
}

impl Changing for Twin {
    fn executor(&mut self) -> &mut dyn Executor {
        self
    }

    fn change(&mut self, change: &Change) -> Result<(), String> {
        make(self, change)
    }
}

impl Changing for Reference {
    fn executor(&mut self) -> &mut dyn Executor {
        self
    }

    fn change(&mut self, change: &Change) -> Result<(), String> {
        make(self, change)
    }
}

impl Changing for Rtl<'_, '_> {
    fn executor(&mut self) -> &mut dyn Executor {
        self
    }

    fn change(&mut self, _: &Change) -> Result<(), String> {
        Err(ONE_FAMILY.into())
    }
}

fn make<E: Rows>(running: &mut E, change: &Change) -> Result<(), String> {
    change::make(running, change).map(drop).map_err(|refused| refused.to_string())
}
