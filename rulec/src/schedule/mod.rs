// SPDX-License-Identifier: Apache-2.0

//! Scheduling: every instruction of a dataflow gets its cycle, its unit and its registers.
//!
//! The check phase is list scheduling (`checks`). In each cycle, the instructions whose operands
//! are ready are taken in the order of the longest path from them to the verdict, then to the end
//! of the transaction. An instruction is placed if its unit, a write port and a register are free.
//!
//! A value that only one lane needs stays in that lane. The instructions of an expression form a
//! *cluster* that goes to one lane, and only the values that leave the cluster are published to a
//! slot (`clusters`).
//!
//! The commit follows the verdict, in its own order (`commit`). The row program of a scan has
//! registers that only it sees, and no cycles (`rows`).

mod checks;
mod clusters;
mod commit;
mod constants;
mod exhausted;
mod queue;
mod resources;
mod rows;
mod scheduler;

pub use constants::Constants;
pub use exhausted::Exhausted;

use crate::flow::{ScanFlow, TransactionFlow};
use engine::isa::Gate;
use engine::machine;
use engine::program::{FrameKind, Transaction};
use rows::RowProgram;
use scheduler::Scheduler;

/// The transactions of a program and the constants that they share.
#[derive(Clone, Debug, Default)]
pub struct Schedule {
    /// The transactions, in the order of their dataflows.
    pub transactions: Vec<Transaction>,
    /// The constants.
    pub constants: Constants,
}

/// Places dataflows on the first `lanes` lanes of the machine.
///
/// # Errors
/// Returns every transaction that does not fit, with the capacity that it exceeds.
pub fn schedule(
    flows: &[TransactionFlow],
    lanes: usize,
) -> Result<Schedule, Vec<(FrameKind, Exhausted)>> {
    let mut schedule = Schedule::default();
    let mut failures = Vec::new();
    for flow in flows {
        match transaction(flow, &mut schedule.constants, lanes) {
            Ok(transaction) => schedule.transactions.push(transaction),
            Err(exhausted) => failures.push((flow.kind, exhausted)),
        }
    }
    if failures.is_empty() { Ok(schedule) } else { Err(failures) }
}

/// Whether the machine has room for the row program of a scan.
pub fn fits(scan: &ScanFlow) -> bool {
    RowProgram::new(scan, &mut Constants::default()).is_ok()
}

fn transaction(
    TransactionFlow { layout, flow, .. }: &TransactionFlow,
    constants: &mut Constants,
    lanes: usize,
) -> Result<Transaction, Exhausted> {
    if layout.bytes > machine::FRAME_BYTES_MAX {
        return Err(Exhausted::FrameBytes(layout.bytes));
    }
    let effects = flow.effects.as_ref().map_or(0, |effects| effects.judgements.len());
    if flow.judgements.len() + effects > machine::ENTRIES_MAX {
        return Err(Exhausted::of("rules and checks of one message", machine::ENTRIES_MAX));
    }
    let mut scheduler = Scheduler::new(flow, layout, lanes);
    if flow.is_full() || scheduler.instructions() > machine::INSTRUCTIONS_MAX {
        return Err(Exhausted::of("instructions of one message", machine::INSTRUCTIONS_MAX));
    }
    scheduler.place_fields_and_constants(constants)?;
    scheduler.place_checks(Gate::Accept, machine::ISSUE_CYCLES)?;
    let verdict = scheduler.verdict();
    scheduler.place_commit(&flow.commit, verdict.ready())?;
    let settle = match &flow.effects {
        Some(effects) => {
            scheduler.place_checks(Gate::Reject, verdict.ready())?;
            let settle = scheduler.settle(effects, verdict.ready());
            scheduler.place_commit(&effects.commit, settle.ready())?;
            Some(settle)
        }
        None => None,
    };
    scheduler.finish(verdict, settle)
}
