// SPDX-License-Identifier: Apache-2.0

//! Icarus Verilog: found on the path, or unpacked from Debian's package; nothing is installed on
//! the machine.
//!
//! PyPI has no Icarus. `apt-get download` fetches the package, which is then unpacked below
//! `target`. Its programs look for their parts under `/usr`, so launchers tell them the real
//! folder.

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of the unpacked package in the folder of the build products.
const FOLDER: &str = "iverilog";
/// The folder in the package that contains a folder for each architecture with the parts of Icarus.
const LIBRARIES: &str = "usr/lib";

/// Why Icarus is missing.
#[derive(Debug, thiserror::Error)]
pub enum IcarusError {
    /// Icarus is not on the path and could not be fetched.
    #[error(
        "iverilog not found, and its Debian package could not be fetched: {reason}\n  help: \
         install Icarus Verilog 11 or newer; on Debian: apt-get install iverilog"
    )]
    Missing {
        /// The error message.
        reason: String,
    },
    /// A file or folder could not be made.
    #[error("{path}: {source}")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// The error of the operating system.
        source: io::Error,
    },
}

/// The folder of the programs `iverilog` and `vvp`, which the caller puts first on the path, or
/// `None` if the path contains them already.
///
/// # Errors
/// [`IcarusError`].
pub fn find_or_fetch(
    target: &Path,
    progress: &mut dyn FnMut(&str),
) -> Result<Option<PathBuf>, IcarusError> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let exists =
        |name: &str| std::env::split_paths(&path).any(|folder| folder.join(name).is_file());
    if exists("iverilog") && exists("vvp") {
        return Ok(None);
    }
    let folder = target.join(FOLDER);
    if !folder.is_dir() {
        progress("fetching Debian's iverilog, once");
        let incomplete = target.join(format!("{FOLDER}.{}", std::process::id()));
        let result = unpack(&incomplete);
        if let Err(error) = result {
            // The rest of a failed fetch is useless. The fetch error is reported, not a removal
            // error.
            let _ = std::fs::remove_dir_all(&incomplete);
            return Err(error);
        }
        std::fs::rename(&incomplete, &folder)
            .map_err(|source| IcarusError::Io { path: folder.clone(), source })?;
    }
    let folder =
        folder.canonicalize().map_err(|source| IcarusError::Io { path: folder.clone(), source })?;
    launcher(&folder).map(Some)
}

/// Downloads the package into a new folder and unpacks it there.
fn unpack(folder: &Path) -> Result<(), IcarusError> {
    std::fs::create_dir_all(folder)
        .map_err(|source| IcarusError::Io { path: folder.to_owned(), source })?;
    run(folder, "apt-get", &["-q", "download", "iverilog"])?;
    let entries = std::fs::read_dir(folder)
        .map_err(|source| IcarusError::Io { path: folder.to_owned(), source })?;
    let mut packages = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let package =
        packages.find(|path| path.extension().is_some_and(|extension| extension == "deb"));
    let package = package
        .ok_or_else(|| IcarusError::Missing { reason: "apt-get brought no package".into() })?;
    run(folder, "dpkg-deb", &["-x", &package.to_string_lossy(), "."])
}

/// Runs a program of the package manager in a folder.
fn run(folder: &Path, program: &str, arguments: &[&str]) -> Result<(), IcarusError> {
    let missing = |reason: String| IcarusError::Missing { reason: format!("{program}: {reason}") };
    let output = Command::new(program).args(arguments).current_dir(folder).output();
    let output = output.map_err(|error| missing(error.to_string()))?;
    if output.status.success() {
        return Ok(());
    }
    let printed = String::from_utf8_lossy(&output.stderr);
    let line = printed
        .lines()
        .rev()
        .find(|line| line.starts_with("E:"))
        .unwrap_or("it failed and did not say why");
    Err(missing(line.to_owned()))
}

/// Writes launchers for the programs of an unpacked package and returns the launchers' folder.
fn launcher(folder: &Path) -> Result<PathBuf, IcarusError> {
    let at = |path: &Path| {
        let path = path.to_owned();
        move |source| IcarusError::Io { path, source }
    };
    let libraries = folder.join(LIBRARIES);
    let architectures = std::fs::read_dir(&libraries).map_err(at(&libraries))?;
    let mut parts =
        architectures.filter_map(|entry| entry.ok().map(|entry| entry.path().join("ivl")));
    let parts = parts.find(|path| path.is_dir());
    let parts = parts
        .ok_or_else(|| IcarusError::Missing { reason: "the package has no folder `ivl`".into() })?;
    let launchers = folder.join("launch");
    std::fs::create_dir_all(&launchers).map_err(at(&launchers))?;
    for (name, option) in [("iverilog", "-B"), ("vvp", "-M")] {
        let path = launchers.join(name);
        let program = folder.join("usr/bin").join(name);
        let text = format!(
            "#!/bin/sh\nexec '{}' {option} '{}' \"$@\"\n",
            program.display(),
            parts.display()
        );
        std::fs::write(&path, text).map_err(at(&path))?;
        executable(&path).map_err(at(&path))?;
    }
    Ok(launchers)
}

#[cfg(unix)]
fn executable(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn executable(_: &Path) -> io::Result<()> {
    Ok(())
}
