// SPDX-License-Identifier: Apache-2.0

//! Changes to rule sets with other definitions, checked before any event.

use super::Failure;
use engine::change::{Change, Plan, Refused};
use engine::program::Program;
use std::path::Path;

/// A change that is asked for: its rule file, where it is to take effect, in words, and the change.
pub type Asked<'a> = (&'a Path, String, &'a Change);

/// Refuses changes whose definitions would lose data, each after the one before.
pub fn check_plans<'a>(
    first: &Program,
    changes: impl Iterator<Item = Asked<'a>>,
) -> Result<(), Failure> {
    let mut running = first;
    for (file, place, change) in changes {
        if let Err(refusals) = Plan::new(running, change.program()) {
            let why = Refused::Changes(refusals).to_string();
            return Err(Failure::Refused(refused(file, &place, &why)));
        }
        running = change.program();
    }
    Ok(())
}

/// The text of a refusal.
pub fn refused(file: &Path, place: &str, why: &str) -> String {
    let why: Vec<String> = why.lines().map(|line| format!("  {line}")).collect();
    format!("{}: the change {place} is refused:\n{}", file.display(), why.join("\n"))
}
