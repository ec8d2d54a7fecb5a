// SPDX-License-Identifier: Apache-2.0

//! A prepared program: decoded, with registers that contain its constants.
//!
//! Preparing takes time and memory; a takeover does not, see
//! [`Twin::take_over`](super::Twin::take_over).

use super::decode::{self, Plan};
use super::registers::Registers;
use super::scan_plan::plan_scans;
use super::shape::Shape;
use crate::modes::Modes;
use crate::program::Program;
use crate::takeover::{self, TakeoverError};
use std::sync::Arc;

/// A program that is ready to run on the tables of its family.
pub struct Prepared {
    pub(super) program: Arc<Program>,
    /// The program that the tables were created for.
    pub(super) family: Arc<Program>,
    pub(super) plans: Vec<Plan>,
    pub(super) registers: Box<Registers>,
    pub(super) modes: Modes,
    /// The number of messages that are not hidden.
    pub(super) declared_messages: usize,
}

impl Prepared {
    /// Prepares a program for the twin with this [`family`](super::Twin::family). It may run on
    /// another thread while the twin runs.
    ///
    /// # Errors
    /// [`TakeoverError`] if the program is not sound, or of another family.
    pub fn new(
        family: &Arc<Program>,
        program: impl Into<Arc<Program>>,
    ) -> Result<Prepared, TakeoverError> {
        let program = program.into();
        takeover::check(family, &program)?;
        Ok(Prepared::of_family(Arc::clone(family), program))
    }

    /// Prepares a program that was checked before.
    pub(super) fn of_family(family: Arc<Program>, program: Arc<Program>) -> Prepared {
        let shapes: Vec<Shape> = program.tables.iter().map(Shape::new).collect();
        let mut scans = plan_scans(&program, &shapes);
        let mut first_scan = 0;
        let mut plans: Vec<Plan> = Vec::with_capacity(program.transactions.len());
        for (kind, transaction) in program.frame_kinds().zip(&program.transactions) {
            let scans = (scans.as_deref_mut(), first_scan);
            plans.push(decode::decode(&program, &shapes, kind, transaction, scans));
            first_scan += transaction.scans.len();
        }
        let counters_max = plans.iter().map(|p| p.counters).max().unwrap_or(0);
        let reserves_max = plans.iter().map(|p| p.reserves_max).max().unwrap_or(0);
        let rooms_max = plans.iter().map(|p| p.rooms_max).max().unwrap_or(0);
        let mut registers =
            Registers::new(&program.constants, counters_max, reserves_max, rooms_max);
        if let Some(scans) = scans {
            // Rows need neither counters nor reserves.
            registers.set_scans(scans, Registers::new(&program.constants, 0, 0, 0));
        }
        let declared_messages = program.declared_messages().len();
        let modes = Modes::new(&program);
        Prepared { modes, program, family, plans, registers, declared_messages }
    }

    /// The program.
    pub fn program(&self) -> &Arc<Program> {
        &self.program
    }
}
