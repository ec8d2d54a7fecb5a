// SPDX-License-Identifier: Apache-2.0

//! What can go wrong with a card, on purpose: tests and the testbed kill, hang and damage it at a
//! chosen moment.

use crate::pcie::LinkDown;

/// What happens to a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is gone, and its link with it.
    Dies,
    /// It does nothing any more and says nothing.
    Hangs,
    /// Its engine answers nothing any more; everything around it goes on.
    EngineStands,
    /// A bit of a table's memory flips; the number chooses which.
    FlipsBit(u64),
    /// A bit of the next log record flips on its way.
    DamagesRecord(u64),
    /// The next log record is not written.
    LosesRecord,
    /// The next frame is answered twice.
    AnswersTwice,
}

/// When it happens: after so many moments. A moment passes between any two things that a card does:
/// when a segment was taken, a frame was gathered, the engine has answered and nothing was written
/// yet, a descriptor was read and its bytes were not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FaultPlan {
    /// Moments before.
    pub moment: u64,
    /// What happens then.
    pub fault: Fault,
}

/// A card's faults as time goes by.
#[derive(Debug, Default)]
pub struct Faults {
    plan: Option<FaultPlan>,
    moments: u64,
    /// Whether it hangs.
    pub hangs: bool,
    /// Whether its engine stands still.
    pub stands: bool,
    /// The bit of the next record that flips.
    pub damages: Option<u64>,
    /// Whether the next record is lost.
    pub loses: bool,
    /// Whether the next frame is answered twice.
    pub doubles: bool,
    /// The bit of memory that is to flip now.
    pub flips: Option<u64>,
}

impl Faults {
    /// With a plan, or without.
    pub fn new(plan: Option<FaultPlan>) -> Faults {
        Faults { plan, ..Faults::default() }
    }

    /// A moment passes.
    ///
    /// # Errors
    /// [`LinkDown`] when it was the card's last.
    pub fn moment(&mut self) -> Result<(), LinkDown> {
        self.moments += 1;
        match self.plan {
            Some(FaultPlan { moment, fault }) if self.moments > moment => {
                self.plan = None;
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
            _ => Ok(()),
        }
    }
}
