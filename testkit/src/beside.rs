// SPDX-License-Identifier: Apache-2.0

//! Data that are not part of the project; tests use them if they lie beside it.

use std::path::{Path, PathBuf};

/// A file or folder below the folder that contains the project. If it does not exist, this says so
/// on the standard error, and the test has nothing to run on.
pub fn beside(path: &str) -> Option<PathBuf> {
    let full = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    if !full.exists() {
        eprintln!("SKIPPED: there is no {path} beside the project");
    }
    full.exists().then_some(full)
}
