// SPDX-License-Identifier: Apache-2.0

//! Models of kernels for tests. All tests share one folder, so that each model is built once.

use hdl::emit::Emitted;
use sim::kernel::{Kernel, with_kernel};

/// Builds the model of a kernel and passes it to `body`. Without Verilator, the test is skipped
/// with a notice on standard error, or fails if Verilator is required.
///
/// # Panics
/// If there is no model.
pub fn run(test: &str, emitted: &Emitted, body: impl FnOnce(&mut Kernel<'_>)) {
    let Some(verilator) = tools::verilator::or_skip(test) else { return };
    let folder = tools::target_folder().join("tmp/kernels");
    with_kernel(&verilator, &folder, emitted, body).unwrap_or_else(|error| panic!("{error}"));
}
