// SPDX-License-Identifier: Apache-2.0

//! Cards with the emitted Verilog.

use super::super::Failure;
use super::super::design::with_design;
use engine::program::Program;
use std::sync::{Arc, Mutex};
use testbed::bench::{CardEnd, run_card};
use testbed::trade::RtlDoe;

/// The emitted Verilog for the cards of a run, and the first failure of it.
pub struct Verilog<'a> {
    program: &'a Arc<Program>,
    failure: Mutex<Option<Failure>>,
}

impl Verilog<'_> {
    /// The emitted Verilog for a program.
    pub fn new(program: &Arc<Program>) -> Verilog<'_> {
        Verilog { program, failure: Mutex::new(None) }
    }

    /// Runs a card; a failure is kept for [`Verilog::result`].
    pub fn run_card(&self, end: CardEnd) {
        let run = with_design(self.program, |rtl| {
            run_card(&mut RtlDoe::new(rtl), end);
            Ok(())
        });
        if let (Err(failure), Ok(mut kept)) = (run, self.failure.lock()) {
            kept.get_or_insert(failure);
        }
    }

    /// The first failure of a card.
    pub fn result(self) -> Result<(), Failure> {
        self.failure.into_inner().unwrap_or_default().map_or(Ok(()), Err)
    }
}
