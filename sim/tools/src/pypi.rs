// SPDX-License-Identifier: Apache-2.0

//! Fetches pinned packages of PyPI into a folder beside the other build products; nothing is
//! installed on the machine.
//!
//! A fetch goes to a temporary folder, which is renamed when the fetch is complete, so that an
//! interrupted fetch leaves no partial package. If several threads of a process need a package, one
//! fetches it and the others wait. If two processes fetch it at the same time, both succeed.

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

/// The number of lines of pip's error output that are shown.
const REASON_LINES: usize = 3;

/// Why a package could not be fetched.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// Python is missing.
    #[error("python3 not found; on Debian: apt-get install python3 python3-pip")]
    NoPython,
    /// pip failed.
    #[error(
        "{package} could not be fetched from PyPI: {reason}\n  help: check the network and pip's \
         settings"
    )]
    Pip {
        /// The name and version of the package.
        package: String,
        /// The last lines that pip printed.
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

/// Returns the folder of a package under `target`. If the folder is missing, fetches the package
/// with its dependencies and calls `complete`, which adds further files to the folder.
///
/// # Errors
/// [`FetchError`].
pub fn fetch(
    target: &Path,
    name: &str,
    version: &str,
    complete: impl FnOnce(&Path) -> io::Result<()>,
    progress: &mut dyn FnMut(&str),
) -> Result<PathBuf, FetchError> {
    fetch_with(target, name, version, &[], complete, progress)
}

/// Like [`fetch`], with further packages at fixed versions, each written as `name==version`.
///
/// # Errors
/// [`FetchError`].
pub fn fetch_with(
    target: &Path,
    name: &str,
    version: &str,
    others: &[&str],
    complete: impl FnOnce(&Path) -> io::Result<()>,
    progress: &mut dyn FnMut(&str),
) -> Result<PathBuf, FetchError> {
    let folder = target.join(format!("{name}-{version}"));
    let at = |path: &Path| {
        let path = path.to_owned();
        move |source| FetchError::Io { path, source }
    };
    place(&folder, |incomplete| {
        progress(&format!("fetching {name} {version} from PyPI, once"));
        std::fs::create_dir_all(target).map_err(at(target))?;
        install(incomplete, name, version, others)
            .and_then(|()| complete(incomplete).map_err(at(incomplete)))
    })?;
    folder.canonicalize().map_err(at(&folder))
}

/// Returns the folder `name` under `target`, which has packages by version and hash. If the folder
/// is missing, fetches them. `requirements` is a text in the form of pip: `NAME==VERSION`, and
/// `--hash=sha256:…` for each file that may be taken. Dependencies are among them.
///
/// # Errors
/// [`FetchError`].
pub fn fetch_locked(
    target: &Path,
    name: &str,
    requirements: &str,
    progress: &mut dyn FnMut(&str),
) -> Result<PathBuf, FetchError> {
    let folder = target.join(name);
    let at = |path: &Path| {
        let path = path.to_owned();
        move |source| FetchError::Io { path, source }
    };
    place(&folder, |incomplete| {
        progress(&format!("fetching {name} from PyPI, once"));
        std::fs::create_dir_all(incomplete).map_err(at(incomplete))?;
        let list = incomplete.join("requirements.txt");
        std::fs::write(&list, requirements).map_err(at(&list))?;
        let mut command = pip_install(incomplete);
        command.args(["--require-hashes", "--no-deps", "--only-binary=:all:", "-r"]).arg(&list);
        finish(command, name)
    })?;
    folder.canonicalize().map_err(at(&folder))
}

/// Makes a folder that does not exist yet: the whole folder, or nothing.
fn place(
    folder: &Path,
    make: impl FnOnce(&Path) -> Result<(), FetchError>,
) -> Result<(), FetchError> {
    // The temporary folder is named by the process, so all threads would share it. The mutex guards
    // no data, so a poisoned one can still be used.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _guard = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    if folder.is_dir() {
        return Ok(());
    }
    let mut incomplete = folder.as_os_str().to_owned();
    incomplete.push(format!(".{}", std::process::id()));
    let incomplete = PathBuf::from(incomplete);
    if let Err(error) = make(&incomplete) {
        // The rest of a failed fetch is useless. The fetch error is reported, not a removal error.
        let _ = std::fs::remove_dir_all(&incomplete);
        return Err(error);
    }
    if let Err(source) = std::fs::rename(&incomplete, folder) {
        let _ = std::fs::remove_dir_all(&incomplete);
        // Another process was first; its folder has the same contents.
        if !folder.is_dir() {
            return Err(FetchError::Io { path: folder.to_owned(), source });
        }
    }
    Ok(())
}

fn install(folder: &Path, name: &str, version: &str, others: &[&str]) -> Result<(), FetchError> {
    let package = format!("{name}=={version}");
    let mut command = pip_install(folder);
    command.arg(&package).args(others);
    finish(command, &package)
}

/// pip, to install what follows into a folder.
fn pip_install(folder: &Path) -> Command {
    let mut command = Command::new("python3");
    command
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"])
        .args(["--root-user-action=ignore", "--target"])
        .arg(folder);
    command
}

/// Runs pip for a package.
fn finish(mut command: Command, package: &str) -> Result<(), FetchError> {
    let package = package.to_owned();
    let output = command.output().map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => FetchError::NoPython,
        _ => FetchError::Pip { package: package.clone(), reason: error.to_string() },
    })?;
    if output.status.success() {
        return Ok(());
    }
    let printed = String::from_utf8_lossy(&output.stderr);
    let lines: Vec<&str> = printed.lines().filter(|line| !line.trim().is_empty()).collect();
    let reason = lines[lines.len().saturating_sub(REASON_LINES)..].join(" ");
    Err(FetchError::Pip { package, reason })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn threads_wait_for_the_first_fetch() {
        let folder = std::env::temp_dir().join(format!("riskgate-pypi-{}", std::process::id()));
        let made = AtomicUsize::new(0);
        let make = |incomplete: &Path| {
            assert!(!folder.is_dir(), "an existing folder is complete");
            std::fs::create_dir(incomplete).expect("only one thread makes it");
            std::thread::sleep(std::time::Duration::from_millis(20));
            made.fetch_add(1, Ordering::Relaxed);
            Ok(())
        };
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| place(&folder, make).expect("the folder exists"));
            }
        });
        assert_eq!(made.into_inner(), 1);
        std::fs::remove_dir(&folder).expect("the folder was made");
    }

    #[test]
    fn a_fetch_that_fails_leaves_nothing() {
        let folder =
            std::env::temp_dir().join(format!("riskgate-pypi-none-{}", std::process::id()));
        let mut incomplete = None;
        let failed = place(&folder, |path| {
            std::fs::create_dir(path).expect("the temporary folder is writable");
            incomplete = Some(path.to_owned());
            Err(FetchError::NoPython)
        });
        assert!(matches!(failed, Err(FetchError::NoPython)));
        assert!(!folder.exists() && !incomplete.expect("`make` was called").exists());
    }
}
