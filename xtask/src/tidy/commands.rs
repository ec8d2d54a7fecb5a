// SPDX-License-Identifier: Apache-2.0

//! Commands in documents and comments exist, with their flags, packages and tests.

use super::clap_source::Command;
use super::finding::Finding;
use crate::markdown::Page;
use crate::scan;
use crate::tree::{SourceFile, Tree};
use std::collections::BTreeMap;

/// The change log tells of commands that were.
const EXCEPTION: &str = "CHANGELOG.md";

/// Finds commands that do not exist.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let known = Known::of(tree);
    let mut found = Vec::new();
    for file in tree.files.iter().filter(|file| file.path != EXCEPTION && !file.is_case()) {
        for (line, command) in mentioned(file) {
            if let Some(text) = known.fault(&command) {
                found.push(Finding::new(&file.path, line, text));
            }
        }
    }
    found
}

/// The commands that a file mentions, with their lines.
fn mentioned(file: &SourceFile) -> Vec<(usize, String)> {
    if file.extension() == "md" {
        let page = Page::read(&file.text);
        return page.spans.into_iter().chain(joined(&page.shell)).collect();
    }
    let mut found = Vec::new();
    for prose in scan::prose(file) {
        let mut start = 0;
        for (index, part) in prose.text.split('`').enumerate() {
            if index % 2 == 1 {
                found.push((prose.line(start), part.to_string()));
            }
            start += part.len() + 1;
        }
    }
    found
}

/// Lines of a shell, with continued ones joined.
fn joined(lines: &[(usize, String)]) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, String)> = Vec::new();
    let mut continues = false;
    for (number, line) in lines {
        let text = line.trim_end().trim_end_matches('\\');
        match found.last_mut() {
            Some((_, last)) if continues => *last += text,
            _ => found.push((*number, text.to_string())),
        }
        continues = line.trim_end().ends_with('\\');
    }
    found
}

/// What commands can name.
struct Known<'a> {
    tree: &'a Tree,
    riskgate: Option<Command>,
    xtask: Option<Command>,
    /// Folders of packages by name.
    packages: BTreeMap<&'a str, &'a str>,
}

impl<'a> Known<'a> {
    fn of(tree: &'a Tree) -> Known<'a> {
        let manifests = tree.files.iter().filter(|file| file.name() == "Cargo.toml");
        let packages = manifests.filter_map(|file| {
            let package = file.text.split("[package]").nth(1)?;
            let line = package.lines().find_map(|line| line.strip_prefix("name = "))?;
            Some((line.trim_matches('"'), file.folder()))
        });
        Known {
            tree,
            riskgate: Command::read(tree, "cli/src/commands/mod.rs", "Cli"),
            xtask: Command::read(tree, "xtask/src/lib.rs", "Cli"),
            packages: packages.collect(),
        }
    }

    /// What is wrong with a line of the shell, if anything.
    fn fault(&self, line: &str) -> Option<String> {
        let tokens = line.split_whitespace().take_while(|token| !token.starts_with('#'));
        let tokens: Vec<&str> = tokens.collect();
        let commands = tokens.split(|token| matches!(*token, "|" | "&&" | ";"));
        commands.into_iter().find_map(|command| self.command_fault(command))
    }

    fn command_fault(&self, command: &[&str]) -> Option<String> {
        let is_variable = |token: &&&str| {
            token.split_once('=').is_some_and(|(name, _)| !name.contains(char::is_lowercase))
        };
        let start = command.iter().take_while(is_variable).count();
        match &command[start..] {
            ["riskgate", rest @ ..] => clap_fault("riskgate", self.riskgate.as_ref()?, rest),
            ["cargo", toolchain, rest @ ..] if toolchain.starts_with('+') => self.cargo_fault(rest),
            ["cargo", rest @ ..] => self.cargo_fault(rest),
            _ => None,
        }
    }

    fn cargo_fault(&self, command: &[&str]) -> Option<String> {
        match command {
            ["xtask", rest @ ..] => clap_fault("cargo xtask", self.xtask.as_ref()?, rest),
            ["run", rest @ ..] => self.run_fault(rest),
            ["test" | "bench" | "check" | "clippy" | "build" | "doc", rest @ ..] => {
                self.target_fault(rest)
            }
            ["fuzz", "run", name, ..] => {
                let target = format!("/fuzz/fuzz_targets/{name}.rs");
                let is_known = self.tree.files.iter().any(|file| file.path.ends_with(&target));
                let is_known = is_known || !is_word(name);
                (!is_known).then(|| format!("there is no fuzz target `{name}`"))
            }
            _ => None,
        }
    }

    /// `cargo run`: its own flags, then those of the binary.
    fn run_fault(&self, command: &[&str]) -> Option<String> {
        let end = command.iter().position(|token| *token == "--").unwrap_or(command.len());
        let (cargo, rest) = command.split_at(end);
        let rest = rest.get(1..).unwrap_or_default();
        self.target_fault(cargo).or_else(|| match option(cargo, &["-p", "--package"]) {
            None | Some("riskgate") => clap_fault("riskgate", self.riskgate.as_ref()?, rest),
            Some("xtask") => clap_fault("cargo xtask", self.xtask.as_ref()?, rest),
            Some(_) => None,
        })
    }

    /// Packages, tests and benches that a command of cargo names.
    fn target_fault(&self, command: &[&str]) -> Option<String> {
        let end = command.iter().position(|token| *token == "--").unwrap_or(command.len());
        let command = &command[..end];
        let package = option(command, &["-p", "--package"]).filter(|name| is_word(name));
        let folders: Vec<&str> = match package {
            Some(name) => match self.packages.get(name) {
                Some(folder) => vec![*folder],
                None => return Some(format!("there is no package `{name}`")),
            },
            None => self.packages.values().copied().collect(),
        };
        for pair in command.windows(2) {
            let (kind, name) = match pair {
                ["--test", name] => ("tests", *name),
                ["--bench", name] => ("benches", *name),
                ["--example", name] => ("examples", *name),
                _ => continue,
            };
            let places = folders.iter().flat_map(|folder| {
                [format!("{folder}/{kind}/{name}.rs"), format!("{folder}/{kind}/{name}/main.rs")]
            });
            if is_word(name) && !places.into_iter().any(|path| self.tree.get(&path).is_some()) {
                let package = package.map_or(String::new(), |name| format!(" of package `{name}`"));
                return Some(format!("there is no `{name}` in the {kind}{package}"));
            }
        }
        None
    }
}

/// The value of an option.
fn option<'a>(command: &[&'a str], names: &[&str]) -> Option<&'a str> {
    command.windows(2).find(|pair| names.contains(&pair[0])).map(|pair| pair[1])
}

/// Whether a token is a name and no placeholder such as `NAME` or `…`.
fn is_word(token: &str) -> bool {
    !token.is_empty()
        && token.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_".contains(c))
}

/// What is wrong with the arguments of a binary.
fn clap_fault(binary: &str, root: &Command, arguments: &[&str]) -> Option<String> {
    let mut command = root;
    let mut name = binary.to_string();
    for argument in arguments {
        let argument = argument.trim_end_matches([',', '.', ':']);
        if let Some(flag) = argument.strip_prefix("--") {
            let flag = flag.split('=').next().unwrap_or_default();
            if flag.is_empty() {
                return None;
            }
            let is_known = command.flags.contains(flag)
                || root.flags.contains(flag)
                || matches!(flag, "help" | "version");
            if !is_known && is_word(flag) {
                return Some(format!("`{name}` has no flag `--{flag}`"));
            }
        } else if !command.subcommands.is_empty() {
            let mut names = argument.split('|').filter(|name| is_word(name));
            if let Some(unknown) = names.find(|name| command.subcommand(name).is_none()) {
                return Some(format!("`{name}` has no command `{unknown}`"));
            }
            match command.subcommand(argument) {
                Some(subcommand) => command = subcommand,
                None => return None,
            }
            name = format!("{name} {argument}");
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(page: &str) -> Vec<String> {
        let tree = Tree::of(&[
            (
                "cli/src/commands/mod.rs",
                "struct Cli { #[command(subcommand)] command: Command }
                 enum Command { Run(Args), #[command(subcommand)] Hdl(Hdl) }
                 struct Args { #[arg(long)] then: u8 } enum Hdl { Emit, Lint }",
            ),
            ("cli/Cargo.toml", "[package]\nname = \"riskgate\"\n"),
            ("cli/tests/files.rs", ""),
            ("cli/tests/big/main.rs", ""),
            ("cli/fuzz/fuzz_targets/csv.rs", ""),
            ("page.md", page),
        ]);
        check(&tree).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn commands_that_exist_are_left() {
        let good = "`riskgate run x.rules --then 5:y` `riskgate hdl` `riskgate COMMAND --help`\n\n\
            `riskgate hdl emit|lint` `cargo run --release -- run --then 1` `riskgate hdl …`\n\n\
            ```sh\nA=1 cargo test -p riskgate --test files --test big -- --nocapture # --bad\n\
            cargo +nightly fuzz run csv -- -max=1\nriskgate run \\\n  --then 5\n\
            cargo test -p X --test Y\n```\n";
        assert_eq!(faults(good), Vec::<String>::new());
    }

    #[test]
    fn commands_that_do_not_exist_are_found() {
        let bad = "`riskgate walk`\n\n```sh\nriskgate hdl emit --all\ncargo test -p cli\n\
            cargo test -p riskgate --test none\ncargo run -- run --now\nriskgate hdl emit|prove\n\
            cargo fuzz run none\n```\n";
        assert_eq!(
            faults(bad),
            [
                "page.md:1: `riskgate` has no command `walk`",
                "page.md:4: `riskgate hdl emit` has no flag `--all`",
                "page.md:5: there is no package `cli`",
                "page.md:6: there is no `none` in the tests of package `riskgate`",
                "page.md:7: `riskgate run` has no flag `--now`",
                "page.md:8: `riskgate hdl` has no command `prove`",
                "page.md:9: there is no fuzz target `none`",
            ]
        );
    }

    #[test]
    fn comments_are_read() {
        let tree = Tree::of(&[
            ("cli/src/commands/mod.rs", "enum Cli { Run }"),
            ("a/src/b.rs", "//! See `riskgate\n//! walk`.\nfn f() {}"),
        ]);
        let found: Vec<String> = check(&tree).iter().map(ToString::to_string).collect();
        assert_eq!(found, ["a/src/b.rs:1: `riskgate` has no command `walk`"]);
    }
}
