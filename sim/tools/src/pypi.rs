// SPDX-License-Identifier: Apache-2.0

//! Tools from PyPI, pinned, into a folder beside the build's other products; nothing is installed
//! on the machine.
//!
//! A fetch goes to a folder of its own that is renamed when it is complete, so that one that is cut
//! off leaves nothing behind. Threads of a process wait for the first of them; of two processes at
//! a time both succeed.

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

/// Lines of pip's complaint that are shown.
const REASON_LINES: usize = 3;

/// Why a package is not there.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// There is no Python.
    #[error("python3 not found; on Debian: apt-get install python3 python3-pip")]
    NoPython,
    /// pip did not get it.
    #[error(
        "{package} could not be fetched from PyPI: {reason}\n  help: check the network and pip's settings"
    )]
    Pip {
        /// Name and version.
        package: String,
        /// What pip said last.
        reason: String,
    },
    /// A file could not be made.
    #[error("{path}: {source}")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// The folder of a package under `target`, fetched with everything that it needs if it is not
/// there. `complete` adds to it what is to be there too.
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

/// As [`fetch`], with other packages that must have certain versions, as `name==version`.
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

/// Makes a folder that is not there yet: whole, or not at all.
fn place(
    folder: &Path,
    make: impl FnOnce(&Path) -> Result<(), FetchError>,
) -> Result<(), FetchError> {
    // Threads have one process number, and so one folder to make; nothing is lost with one of them.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    if folder.is_dir() {
        return Ok(());
    }
    let mut incomplete = folder.as_os_str().to_owned();
    incomplete.push(format!(".{}", std::process::id()));
    let incomplete = PathBuf::from(incomplete);
    if let Err(error) = make(&incomplete) {
        // What is left of a failed fetch is of no use to anyone; the failure itself is what to
        // tell.
        let _ = std::fs::remove_dir_all(&incomplete);
        return Err(error);
    }
    if let Err(source) = std::fs::rename(&incomplete, folder) {
        let _ = std::fs::remove_dir_all(&incomplete);
        // Another process was first; its fetch is as good.
        if !folder.is_dir() {
            return Err(FetchError::Io { path: folder.to_owned(), source });
        }
    }
    Ok(())
}

fn install(folder: &Path, name: &str, version: &str, others: &[&str]) -> Result<(), FetchError> {
    let package = format!("{name}=={version}");
    let output = Command::new("python3")
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"])
        .args(["--root-user-action=ignore", "--target"])
        .arg(folder)
        .arg(&package)
        .args(others)
        .output()
        .map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => FetchError::NoPython,
            _ => FetchError::Pip { package: package.clone(), reason: error.to_string() },
        })?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let lines: Vec<&str> = said.lines().filter(|line| !line.trim().is_empty()).collect();
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
            assert!(!folder.is_dir(), "a folder that is there is whole");
            std::fs::create_dir(incomplete).expect("nobody else makes it");
            std::thread::sleep(std::time::Duration::from_millis(20));
            made.fetch_add(1, Ordering::Relaxed);
            Ok(())
        };
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| place(&folder, make).expect("it is there"));
            }
        });
        assert_eq!(made.into_inner(), 1);
        std::fs::remove_dir(&folder).expect("it was made");
    }

    #[test]
    fn a_fetch_that_fails_leaves_nothing() {
        let folder =
            std::env::temp_dir().join(format!("riskgate-pypi-none-{}", std::process::id()));
        let mut incomplete = None;
        let failed = place(&folder, |path| {
            std::fs::create_dir(path).expect("a temporary folder takes it");
            incomplete = Some(path.to_owned());
            Err(FetchError::NoPython)
        });
        assert!(matches!(failed, Err(FetchError::NoPython)));
        assert!(!folder.exists() && !incomplete.expect("it was asked").exists());
    }
}
