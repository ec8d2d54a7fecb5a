// SPDX-License-Identifier: Apache-2.0

//! cocotb: runs a bench in Python on the emitted top.
//!
//! The AXI sources and sinks of the bench come from the package `cocotbext-axi`, so they are
//! independent of this project. The Python packages are pinned and come from PyPI, see
//! [`crate::pypi`]. The simulator is Icarus Verilog, see [`crate::icarus`].

use crate::icarus::{self, IcarusError};
use crate::pypi::{self, FetchError};
use crate::target_folder;
use hdl::emit::Emitted;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The pinned version of the PyPI package cocotbext-axi.
pub const PACKAGE_VERSION: &str = "0.1.28";
/// Its pinned dependencies.
const NEEDED: [&str; 3] = ["cocotb==2.0.1", "cocotb-bus==0.3.0", "find-libpython==0.5.1"];

/// Why the bench did not pass.
#[derive(Debug, thiserror::Error)]
pub enum CocotbError {
    /// A Python package could not be fetched.
    #[error("{0}")]
    Fetch(#[from] FetchError),
    /// Icarus is missing.
    #[error("{0}")]
    Icarus(#[from] IcarusError),
    /// A file could not be written, or Python could not be started.
    #[error("{path}: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// The error of the operating system.
        source: std::io::Error,
    },
    /// The bench ran and failed.
    #[error("the bench failed; what it ran is in {folder}")]
    Failed {
        /// The folder of the bench.
        folder: PathBuf,
    },
}

/// Runs a bench in the folder `target/cocotb`. The folder contains the Verilog of the modules as
/// `NAME.v`, and each of `files` under its name. The bench prints to the output of this process.
///
/// # Errors
/// [`CocotbError`].
pub fn run(
    modules: &[Emitted],
    bench: &str,
    files: &[(&str, &str)],
    progress: &mut dyn FnMut(&str),
) -> Result<(), CocotbError> {
    let target = target_folder();
    let package =
        pypi::fetch_with(&target, "cocotbext-axi", PACKAGE_VERSION, &NEEDED, |_| Ok(()), progress)?;
    let icarus = icarus::find_or_fetch(&target, progress)?;
    let folder = target.join("cocotb");
    let at = |path: &Path| {
        let path = path.to_owned();
        move |source| CocotbError::Io { path, source }
    };
    std::fs::create_dir_all(&folder).map_err(at(&folder))?;
    let verilog =
        modules.iter().map(|module| (format!("{}.v", module.name), module.verilog.as_str()));
    let files = files.iter().map(|(name, text)| ((*name).to_owned(), *text));
    for (name, text) in verilog.chain(files).chain([("bench.py".to_owned(), bench)]) {
        let path = folder.join(name);
        std::fs::write(&path, text).map_err(at(&path))?;
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(icarus.into_iter().chain(std::env::split_paths(&path)))
        .unwrap_or(path);
    let mut command = Command::new("python3");
    command
        .args(["-B", "bench.py"])
        .current_dir(&folder)
        .env("PATH", path)
        .env("PYTHONPATH", &package);
    let status = command.status().map_err(at(Path::new("python3")))?;
    if status.success() { Ok(()) } else { Err(CocotbError::Failed { folder }) }
}
