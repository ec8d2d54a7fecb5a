// SPDX-License-Identifier: Apache-2.0

//! Faults of a card: tests and the testbed make it die, hang or corrupt data at a chosen moment.

use crate::pcie::LinkDown;

/// A fault of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The card and its link are gone.
    Dies,
    /// The card does nothing any more, and its link stays up.
    Hangs,
    /// The engine answers nothing any more; the shell around it goes on.
    EngineStands,
    /// A bit of a table's memory flips; the number chooses the bit.
    FlipsBit(u64),
    /// A bit of the next log record flips on its way to the host; the number chooses the bit.
    DamagesRecord(u64),
    /// The next log record is not written.
    LosesRecord,
    /// The next frame is answered twice.
    AnswersTwice,
}

/// A fault and its moment.
///
/// A card counts a moment between any two of its actions: after it takes a segment, gathers a
/// frame, or reads a descriptor, and after the engine answers and before the record is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FaultPlan {
    /// Moments before the fault.
    pub moment: u64,
    /// The fault.
    pub fault: Fault,
}

/// The state of a card's faults.
#[derive(Debug, Default)]
pub struct Faults {
    plan: Option<FaultPlan>,
    moments: u64,
    /// Whether the card hangs.
    pub hangs: bool,
    /// Whether the engine has stopped.
    pub stands: bool,
    /// The bit of the next record that flips.
    pub damages: Option<u64>,
    /// Whether the next record is lost.
    pub loses: bool,
    /// Whether the next frame is answered twice.
    pub doubles: bool,
    /// The bit of a table's memory that flips at the next step.
    pub flips: Option<u64>,
}

impl Faults {
    /// Faults of a card with at most one planned fault.
    pub fn new(plan: Option<FaultPlan>) -> Faults {
        Faults { plan, ..Faults::default() }
    }

    /// Counts a moment; starts the planned fault if its moment has come.
    ///
    /// # Errors
    /// [`LinkDown`] if the card dies.
    pub fn moment(&mut self) -> Result<(), LinkDown> {
        self.moments += 1;
        let Some(FaultPlan { fault, .. }) = self.plan.take_if(|plan| self.moments > plan.moment)
        else {
            return Ok(());
        };
        match fault {
            Fault::Dies => return Err(LinkDown),
            Fault::Hangs => self.hangs = true,
            Fault::EngineStands => self.stands = true,
            Fault::FlipsBit(bit) => self.flips = Some(bit),
            Fault::DamagesRecord(bit) => self.damages = Some(bit),
            Fault::LosesRecord => self.loses = true,
            Fault::AnswersTwice => self.doubles = true,
        }
        Ok(())
    }
}
