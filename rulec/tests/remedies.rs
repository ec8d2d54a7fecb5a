// SPDX-License-Identifier: Apache-2.0

//! Follows the remedies of the golden diagnostics, in `cases/error`, `cases/family` and
//! `cases/warning`.
//!
//! `NAME.remedy.rules` beside `NAME.rules` is the case after its remedies have been followed. It
//! must compile, and its tests must pass on the reference and the twin: they show that the meaning
//! is the one that the author of the case wanted.
//!
//! * Where the remedies are changes of the text ([`Edit`]), the file is the result of making these
//!   changes, byte by byte. `UPDATE_EXPECT=1 cargo test -p rulec --test remedies` writes it. Each
//!   change by itself must remove its diagnostic and add none at its place.
//! * Otherwise the file is written by hand, as the helps say.
//!
//! A case can be without such a file, for example because it is a fragment, if every help in it is
//! also one of a case that has the file; names in a help can differ.

use rulec::diagnostic::{Diagnostic, Edit, Severity};
use rulec::lex::{Keyword, TokenKind, lex};
use rulec::source::parse_alone;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The rounds in which changes are made: one error can hide another.
const ROUNDS_MAX: usize = 16;

/// What a case is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A rule file.
    File,
    /// A fragment for the lexer and the parser only.
    Fragment,
    /// The rule sets of a family, separated by lines of `-- next rule set`.
    Family,
}

/// A golden case.
struct Case {
    path: PathBuf,
    kind: Kind,
    text: String,
}

impl Case {
    fn name(&self) -> String {
        self.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    fn diagnose(&self, text: &str) -> Vec<Diagnostic> {
        match self.kind {
            Kind::Fragment => rulec::parse::parse_text(text).1,
            Kind::File => rulec::compile(text).1,
            Kind::Family => rulec::compile_family(&members(text)).1.concat(),
        }
    }

    /// The file after the remedies, if there is one.
    fn remedy(&self) -> Option<String> {
        fs::read_to_string(self.remedy_path()).ok()
    }

    fn remedy_path(&self) -> PathBuf {
        self.path.with_extension("remedy.rules")
    }

    /// The text after all changes that its diagnostics propose.
    fn changed(&self) -> String {
        let mut text = self.text.clone();
        for _ in 0..ROUNDS_MAX {
            let mut edits = Vec::new();
            for diagnostic in self.diagnose(&text) {
                // Two diagnostics can propose changes of one place.
                if diagnostic.edits.iter().all(|edit| !overlaps(edit, &edits)) {
                    edits.extend(diagnostic.edits);
                }
            }
            if edits.is_empty() {
                break;
            }
            text = apply(&text, edits);
        }
        text
    }
}

fn members(text: &str) -> Vec<&str> {
    text.split("-- next rule set\n").collect()
}

fn overlaps(edit: &Edit, others: &[Edit]) -> bool {
    others
        .iter()
        .any(|other| edit.span.start <= other.span.end && other.span.start <= edit.span.end)
}

/// Makes the changes, which do not overlap.
fn apply(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| edit.span);
    let mut changed = text.to_owned();
    for edit in edits.iter().rev() {
        changed.replace_range(edit.span.range(), &edit.text);
    }
    changed
}

/// The cases, or those with `CASE` in their name.
fn cases() -> Vec<Case> {
    let only = std::env::var("CASE").ok();
    let mut cases = all_cases();
    cases.retain(|case| only.as_ref().is_none_or(|part| case.name().contains(part.as_str())));
    cases
}

fn all_cases() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut cases = Vec::new();
    for folder in ["error", "family", "warning"] {
        for entry in fs::read_dir(root.join(folder)).expect("the cases are readable") {
            let path = entry.expect("the cases are readable").path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if name.ends_with(".rules") && !name.ends_with(".remedy.rules") {
                let text = fs::read_to_string(&path).expect("the case is readable");
                let kind = match folder {
                    "family" => Kind::Family,
                    _ if name.starts_with("syntax_") => Kind::Fragment,
                    _ => Kind::File,
                };
                cases.push(Case { kind, path, text });
            }
        }
    }
    cases.sort_by(|left, right| left.path.cmp(&right.path));
    cases
}

/// Runs `check` on every case, and reports all failures together.
fn check_all(check: impl Fn(&Case) -> Result<(), String>) {
    let mut failures = String::new();
    for case in cases() {
        if let Err(failure) = check(&case) {
            writeln!(failures, "\n=== {}: {failure}", case.name()).expect("writing to a string");
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

fn is_error(diagnostic: &Diagnostic) -> bool {
    diagnostic.severity == Severity::Error
}

fn shown(diagnostics: &[Diagnostic], text: &str) -> String {
    let shown: Vec<String> =
        diagnostics.iter().map(|found| found.render("file.rules", text, false)).collect();
    shown.join("\n\n")
}

/// How often an error is in a list.
fn count(diagnostics: &[Diagnostic], error: &Diagnostic) -> usize {
    let is_same = |d: &&Diagnostic| d.code == error.code && d.message == error.message;
    diagnostics.iter().filter(is_same).count()
}

/// Where the changes are all of the remedy, an error that has been removed shows no other, except
/// one that has changes itself, for example for a name that is misspelled twice.
#[test]
fn each_change_alone_removes_its_diagnostic_and_adds_none() {
    check_all(|case| {
        let before = case.diagnose(&case.text);
        let is_all = case.remedy().is_some_and(|remedy| remedy == case.changed());
        for diagnostic in before.iter().filter(|found| !found.edits.is_empty()) {
            let changed = apply(&case.text, diagnostic.edits.clone());
            let after = case.diagnose(&changed);
            let is_new = |found: &&Diagnostic| {
                is_error(found) && is_all && found.edits.is_empty() && count(&before, found) == 0
            };
            let shown_before = diagnostic.render("before.rules", &case.text, false);
            if let Some(found) = after.iter().find(is_new) {
                let found = found.render("after.rules", &changed, false);
                return Err(format!("{shown_before}\n\nafterwards:\n{found}"));
            }
            if diagnostic.help.is_none() || count(&after, diagnostic) >= count(&before, diagnostic)
            {
                return Err(format!("{shown_before}\n\nis still there in:\n{changed}"));
            }
        }
        Ok(())
    });
}

#[test]
fn changes_give_the_remedy_where_they_are_all_of_it() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some_and(|value| value == "1");
    check_all(|case| {
        let diagnostics = case.diagnose(&case.text);
        if case.kind != Kind::File || diagnostics.iter().all(|found| found.edits.is_empty()) {
            return Ok(());
        }
        let changed = case.changed();
        let left = case.diagnose(&changed);
        let is_done = match diagnostics.iter().any(is_error) {
            true => !left.iter().any(is_error),
            false => left.is_empty(),
        };
        if !is_done {
            // A part of the remedies needs a decision.
            return Ok(());
        }
        if update {
            fs::write(case.remedy_path(), &changed).map_err(|error| error.to_string())?;
        }
        match case.remedy() {
            Some(remedy) if remedy == changed => Ok(()),
            _ => Err(format!("the changes give another text:\n{changed}")),
        }
    });
}

#[test]
fn every_help_is_followed_in_some_case() {
    let helps = |case: &Case| -> Vec<String> {
        let all = case.diagnose(&case.text).into_iter();
        all.filter_map(|found| Some(format!("{}: {}", found.code, masked(&found.help?)))).collect()
    };
    let (followed, others): (Vec<Case>, Vec<Case>) =
        all_cases().into_iter().partition(|case| case.remedy().is_some());
    let followed: BTreeSet<String> = followed.iter().flat_map(helps).collect();
    let mut missing = BTreeMap::new();
    for case in &others {
        for help in helps(case).into_iter().filter(|help| !followed.contains(help)) {
            missing.entry(help).or_insert_with(|| case.name());
        }
    }
    assert!(missing.is_empty(), "no case follows these:\n{missing:#?}");
}

/// A help with its names and numbers replaced; in code, with the keywords and symbols left.
fn masked(help: &str) -> String {
    let mut masked = String::new();
    for (index, part) in help.split('`').enumerate() {
        match index % 2 {
            0 => masked.extend(part.chars().filter(|c| !c.is_ascii_digit())),
            _ if part.contains(' ') => {
                for token in lex(part).0 {
                    let text = if token.kind == TokenKind::Name { "_" } else { token.text };
                    masked.push_str(text);
                    masked.push(' ');
                }
            }
            _ => masked.push('_'),
        }
    }
    masked
}

#[test]
fn remedies_compile_and_their_tests_pass() {
    check_all(|case| {
        let Some(remedy) = case.remedy() else { return Ok(()) };
        keeps_names(&case.text, &remedy)?;
        let before = case.diagnose(&case.text);
        let after = case.diagnose(&remedy);
        let is_refused = after.iter().any(is_error);
        // A warning that has been heeded is gone.
        let still =
            |found: &Diagnostic| before.iter().any(|d| d.code == found.code && d.help.is_some());
        if is_refused || after.iter().any(still) {
            return Err(format!("after its remedies:\n{}", shown(&after, &remedy)));
        }
        let files = members(&remedy).into_iter().map(parse_alone).collect();
        let (programs, reports) = rulec::compile_sources(files);
        let programs = programs.ok_or("no program")?;
        programs.into_iter().zip(&reports).try_for_each(|(program, report)| {
            testkit::pages::run_tests(&Arc::new(program), &report.tests)
        })
    });
}

/// The rules of a case are still in its remedy, or a comment there says where: a remedy is not
/// followed by leaving a rule out.
fn keeps_names(text: &str, remedy: &str) -> Result<(), String> {
    let (tokens, _) = lex(text);
    let lost = tokens.windows(2).find(|pair| {
        let is_rule = pair[0].kind == TokenKind::Keyword(Keyword::Rule);
        is_rule && pair[1].kind == TokenKind::Name && !remedy.contains(pair[1].text)
    });
    match lost {
        Some(pair) => Err(format!("rule `{}` is not in the remedy", pair[1].text)),
        None => Ok(()),
    }
}
