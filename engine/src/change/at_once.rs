// SPDX-License-Identifier: Apache-2.0

//! A change with all its steps between two messages.

use super::filling::{Filling, Retired};
use super::plan::Plan;
use super::programs::Change;
use super::refusal::Refusal;
use super::rows::Rows;
use crate::validate::ProgramError;

/// Makes a change between two messages, with all its steps. Messages wait for that; a [`Filling`]
/// does not let them wait. The result is what the executor was before.
///
/// # Errors
/// [`Refused`] if the change is refused; `running` then goes on as it was.
pub fn make<E: Rows>(running: &mut E, change: &Change) -> Result<Retired<E>, Refused> {
    let plan = Plan::new(running.program(), change.program()).map_err(Refused::Changes)?;
    let mut filling = Filling::new(plan, change).map_err(Refused::Program)?;
    filling.begin(running);
    filling.finish(running).map_err(|refusal| Refused::Changes(vec![refusal]))
}

/// Why [`make()`] makes no change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The program or its filler is not sound.
    Program(ProgramError),
    /// Data would be lost, or a row does not fit.
    Changes(Vec<Refusal>),
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Refused::Program(error) => error.fmt(f),
            Refused::Changes(refusals) => {
                let all: Vec<String> = refusals.iter().map(Refusal::to_string).collect();
                f.write_str(&all.join("\n"))
            }
        }
    }
}

impl std::error::Error for Refused {}
