// SPDX-License-Identifier: Apache-2.0

//! `cargo xtask tidy`: checks of the source tree that the compiler does not make.
//!
//! Each check is a function from the [`Tree`] to [`Finding`]s; [`CHECKS`] lists them.

mod banned;
mod circles;
mod clap_source;
mod commands;
mod finding;
mod functions;
mod generated;
mod links;
mod modules;
mod names;
mod paths;
mod rust_paths;
mod sizes;
mod spdx;
mod width;
mod words;

pub use finding::Finding;

use crate::Failure;
use crate::tree::Tree;
use std::path::Path;

/// A check of the tree.
pub struct Check {
    /// The name on the command line.
    pub name: &'static str,
    /// What it checks.
    pub about: &'static str,
    /// Finds what is wrong.
    pub run: fn(&Tree) -> Vec<Finding>,
}

/// All checks.
pub const CHECKS: [Check; 12] = [
    Check { name: "width", about: "lines have at most 100 columns", run: width::check },
    Check { name: "words", about: "no banned words in prose", run: words::check },
    Check { name: "names", about: "no banned names of modules", run: names::check },
    Check { name: "paths", about: "no paths of a machine or registry", run: paths::check },
    Check { name: "links", about: "links and anchors exist", run: links::check },
    Check { name: "commands", about: "commands and flags in prose exist", run: commands::check },
    Check { name: "spdx", about: "source files state their licence", run: spdx::check },
    Check { name: "generated", about: "generated files are up to date", run: generated::check },
    Check { name: "sizes", about: "source files have at most 500 lines", run: sizes::check },
    Check { name: "functions", about: "functions have at most 70 lines", run: functions::check },
    Check {
        name: "circles",
        about: "files do not use each other in a circle",
        run: circles::check,
    },
    Check {
        name: "modules",
        about: "one module style, one suffix of rule files",
        run: modules::check,
    },
];

/// The checks of `cargo xtask tidy`.
#[derive(clap::Args)]
pub struct Args {
    /// The check to run; all of them if none is named
    check: Option<String>,
    /// Show findings only in paths that begin with this
    path: Option<String>,
    /// Print the number of findings of each check, and not the findings
    #[arg(long)]
    summary: bool,
}

/// The findings of each check over the tree below a root, for checks that have any.
///
/// # Errors
/// If the tree cannot be read.
pub fn run(root: &Path) -> Result<Vec<(&'static str, Vec<Finding>)>, Failure> {
    let tree = Tree::read(root)?;
    let found = CHECKS.iter().map(|check| (check.name, sorted((check.run)(&tree))));
    Ok(found.filter(|(_, findings)| !findings.is_empty()).collect())
}

/// Runs the command.
///
/// # Errors
/// If a check is unknown or finds something.
pub fn command(root: &Path, args: &Args) -> Result<(), Failure> {
    let tree = Tree::read(root)?;
    let is_named = |check: &&Check| args.check.as_deref().is_none_or(|name| name == check.name);
    let checks: Vec<&Check> = CHECKS.iter().filter(is_named).collect();
    if checks.is_empty() {
        let list = CHECKS.map(|check| format!("  {:10} {}", check.name, check.about)).join("\n");
        let name = args.check.as_deref().unwrap_or_default();
        return Err(Failure::of(format!(
            "error: no check is called {name}; the checks are\n{list}"
        )));
    }
    let mut count = 0;
    for check in checks {
        let mut findings = sorted((check.run)(&tree));
        findings.retain(|f| args.path.as_deref().is_none_or(|path| f.path.starts_with(path)));
        count += findings.len();
        if args.summary || !findings.is_empty() {
            println!("{:10} {:5}  {}", check.name, findings.len(), check.about);
        }
        if !args.summary {
            findings.iter().for_each(|finding| println!("  {finding}"));
        }
    }
    match count {
        0 => Ok(()),
        1 => Err(Failure::of("tidy: 1 finding")),
        _ => Err(Failure::of(format!("tidy: {count} findings"))),
    }
}

fn sorted(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort();
    findings
}
