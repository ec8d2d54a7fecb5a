// SPDX-License-Identifier: Apache-2.0

//! The emitted Verilog as an executor.

use super::Failure;
use super::terminal::complain;
use engine::build::Build;
use engine::program::Program;
use sim::rtl::{Rtl, with_rtl};
use std::sync::Arc;

/// Runs `body` with the emitted Verilog of the default build. The steps of building it go to
/// standard error.
pub fn with_design<T>(
    program: &Arc<Program>,
    body: impl FnOnce(&mut Rtl<'_, '_>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    with_design_told(program, &mut |step| complain!("{step}"), body)
}

/// As [`with_design`], with `step` called for each step of the build.
pub fn with_design_told<T>(
    program: &Arc<Program>,
    step: &mut dyn FnMut(&str),
    body: impl FnOnce(&mut Rtl<'_, '_>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    with_rtl(Arc::clone(program), Build::DEFAULT, step, body).map_err(Failure::of)?
}
