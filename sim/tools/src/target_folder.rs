// SPDX-License-Identifier: Apache-2.0

//! The folder of the build products, which also holds the tools and their output.

use std::path::PathBuf;

/// The folder of the build products: the value of `CARGO_TARGET_DIR`, or the folder `target`
/// beside the lock file of the workspace that contains the current directory.
pub fn target_folder() -> PathBuf {
    if let Some(folder) = std::env::var_os("CARGO_TARGET_DIR").filter(|value| !value.is_empty()) {
        return folder.into();
    }
    let here = std::env::current_dir().unwrap_or_default();
    let workspace =
        here.ancestors().find(|folder| folder.join("Cargo.lock").is_file()).unwrap_or(&here);
    workspace.join("target")
}
