// SPDX-License-Identifier: Apache-2.0

//! A program made ready to run: decoded, with registers that hold its constants.
//!
//! Making one takes time and memory. Letting it take over takes neither, see
//! [`super::Twin::take_over`].

use super::decode::{self, Plan};
use super::execute::Registers;
use super::table::Shape;
use crate::program::Program;
use crate::takeover::{self, TakeoverError};
use std::sync::Arc;

/// A program that is ready to run on tables of its family, or did so until another took over.
pub struct Prepared {
    pub(super) program: Arc<Program>,
    /// The program that the tables were made for.
    pub(super) family: Arc<Program>,
    pub(super) plans: Vec<Plan>,
    pub(super) registers: Box<Registers>,
}

impl Prepared {
    /// A program made ready for a twin whose [`super::Twin::family`] this is; on whatever thread,
    /// while the twin runs.
    ///
    /// # Errors
    /// [`TakeoverError`] if it is not sound, or of another family.
    pub fn new(
        family: &Arc<Program>,
        program: impl Into<Arc<Program>>,
    ) -> Result<Prepared, TakeoverError> {
        let program = program.into();
        takeover::check(family, &program)?;
        Ok(Prepared::of_family(Arc::clone(family), program))
    }

    /// The same of a program that was checked.
    pub(super) fn of_family(family: Arc<Program>, program: Arc<Program>) -> Prepared {
        let shapes: Vec<Shape> = program.tables.iter().map(Shape::new).collect();
        let plans: Vec<Plan> = program
            .frame_kinds()
            .zip(&program.transactions)
            .map(|(kind, transaction)| decode::decode(&program, &shapes, kind, transaction))
            .collect();
        let counters_max = plans.iter().map(|p| p.counters).max().unwrap_or(0);
        let reserves_max = plans.iter().map(|p| p.reserves_max).max().unwrap_or(0);
        let registers = Registers::new(&program.constants, counters_max, reserves_max);
        Prepared { program, family, plans, registers }
    }

    /// The program.
    pub fn program(&self) -> &Arc<Program> {
        &self.program
    }
}
