// SPDX-License-Identifier: Apache-2.0

//! What the tests of kernels share.

use hdl::emit::Emitted;
use sim::kernel::{Kernel, with_kernel};
use std::path::Path;

/// Builds the model of a kernel and hands it to `body`; skips, loudly, where there is no Verilator.
pub fn run(test: &str, emitted: &Emitted, body: impl FnOnce(&mut Kernel<'_>)) {
    let Some(verilator) = tools::verilator::or_skip(test) else { return };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("kernels");
    with_kernel(&verilator, &folder, emitted, body).unwrap_or_else(|error| panic!("{error}"));
}
