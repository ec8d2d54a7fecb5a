// SPDX-License-Identifier: Apache-2.0

//! Golden cases: `cases/KIND/NAME.rules` beside `NAME.expect`. The tests compare the output with
//! the `.expect` files and report all differences together. `UPDATE_EXPECT=1 cargo test -p rulec
//! --test golden` rewrites these files. `CASE=part` runs only the cases with `part` in their name.
//! A `NAME.remedy.rules` is no case but belongs to the test `remedies`.

use engine::build::Build;
use rulec::ast::File;
use rulec::diagnostic::{Diagnostic, Severity};
use rulec::listing;
use rulec::print::{erase_spans, print};
use rulec::source::parse_alone;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// All diagnostics of a case; of one whose name begins with `syntax_`, those of the lexer and
/// parser alone.
fn diagnose(name: &str, text: &str) -> Vec<Diagnostic> {
    match name.starts_with("syntax_") {
        true => rulec::parse::parse_text(text).1,
        false => rulec::compile(text).1,
    }
}

fn refuses(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}

/// The hidden tables, latencies and plans of accepted files.
#[test]
fn plan_cases_show_tables_latencies_and_plans() {
    check("plan", |name, text| {
        let (program, diagnostics) = rulec::compile(text);
        let program = program.unwrap_or_else(|| panic!("{name}: {diagnostics:?}"));
        assert_eq!(engine::validate::validate(&program), Ok(()), "{name}");
        let plans: Vec<String> =
            program.frame_kinds().map(|kind| listing::plan(&program, kind)).collect();
        Some(format!(
            "{}\n{}\n{}",
            listing::tables(&program),
            listing::latencies(&program),
            plans.join("\n")
        ))
    });
}

/// The canonical text. It must have the same meaning as the original and be canonical itself.
#[test]
fn parse_cases_print_their_canonical_text() {
    check("parse", |name, text| {
        let (file, diagnostics) = rulec::parse::parse_text(text);
        assert!(diagnostics.is_empty(), "{}", render(name, text, &diagnostics));
        let printed = print(&file);
        let (again, diagnostics) = rulec::parse::parse_text(&printed);
        assert!(diagnostics.is_empty(), "{}", render(name, &printed, &diagnostics));
        assert_eq!(print(&again), printed, "{name}: the canonical text is not canonical");
        assert_eq!(
            erased(file),
            erased(again),
            "{name}: the canonical text means something else:\n{printed}"
        );
        Some(printed)
    });
}

/// The layout of the formatter.
#[test]
fn format_cases_are_laid_out() {
    check("format", |name, text| {
        let formatted = rulec::format::format(text);
        Some(formatted.unwrap_or_else(|error| panic!("{name}: {error:?}")))
    });
}

#[test]
fn error_cases_render_their_diagnostics() {
    check("error", |name, text| {
        let diagnostics = diagnose(name, text);
        refuses(&diagnostics).then(|| render(name, text, &diagnostics))
    });
}

#[test]
fn warning_cases_are_accepted_and_render_their_diagnostics() {
    check("warning", |name, text| {
        let diagnostics = diagnose(name, text);
        let warns = !diagnostics.is_empty() && !refuses(&diagnostics);
        warns.then(|| render(name, text, &diagnostics))
    });
}

/// What the small build of the hardware cannot run, and what it can run less of.
#[test]
fn build_cases_render_what_the_small_build_cannot_run() {
    check("build", |name, text| {
        let (programs, reports) = rulec::compile_for(vec![parse_alone(text)], &Build::SMALL);
        let diagnostics = &reports[0].diagnostics;
        assert_eq!(programs.is_none(), refuses(diagnostics), "{name}");
        let (program, _) = rulec::compile(text);
        assert!(program.is_some(), "{name}: software runs it");
        (!diagnostics.is_empty()).then(|| render(name, text, diagnostics))
    });
}

/// The diagnostics of rule sets that do not form a family. In a case they are separated by lines of
/// `-- next rule set`.
#[test]
fn family_cases_render_the_diagnostics_of_every_member() {
    check("family", |_, text| {
        let members: Vec<&str> = text.split("-- next rule set\n").collect();
        let (programs, diagnostics) = rulec::compile_family(&members);
        assert_eq!(programs.is_none(), diagnostics.iter().any(|found| refuses(found)));
        let rendered = members
            .iter()
            .zip(&diagnostics)
            .enumerate()
            .filter(|(_, (_, found))| !found.is_empty());
        let rendered: Vec<String> = rendered
            .map(|(index, (member, found))| render(&format!("member-{index}.rules"), member, found))
            .collect();
        (!rendered.is_empty()).then(|| rendered.join("\n"))
    });
}

/// Runs `actual` on every case of a kind. It maps the file name and the text to the contents of the
/// `.expect` file, or to `None` if there is nothing to report, which is a failure.
fn check(kind: &str, actual: impl Fn(&str, &str) -> Option<String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(kind);
    let only = std::env::var("CASE").ok();
    let mut cases: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rules"))
        .filter(|path| !path.to_string_lossy().ends_with(".remedy.rules"))
        .filter(|path| only.as_ref().is_none_or(|part| path.to_string_lossy().contains(part)))
        .collect();
    cases.sort();
    assert!(!cases.is_empty() || only.is_some(), "{} holds no case", folder.display());
    let update = std::env::var_os("UPDATE_EXPECT").is_some_and(|value| value == "1");
    let mut failures = String::new();
    for case in &cases {
        let name = case.file_name().unwrap_or_default().to_string_lossy();
        let text = fs::read_to_string(case).unwrap_or_else(|error| panic!("{name}: {error}"));
        let Some(actual) = actual(&name, &text) else {
            writeln!(failures, "\n=== {kind}/{name}: nothing to report")
                .expect("writing to a string");
            continue;
        };
        let expect = case.with_extension("expect");
        if update {
            fs::write(&expect, actual)
                .unwrap_or_else(|error| panic!("{}: {error}", expect.display()));
            continue;
        }
        let expected = fs::read_to_string(&expect).unwrap_or_default();
        if expected != actual {
            let line = 1 + expected.lines().zip(actual.lines()).take_while(|(a, b)| a == b).count();
            writeln!(
                failures,
                "\n=== {kind}/{name}: differs from line {line}\n--- expected\n{expected}\n\
                 --- actual\n{actual}"
            )
            .expect("writing to a string");
        }
    }
    assert!(failures.is_empty(), "{failures}\nUPDATE_EXPECT=1 accepts what is actual");
}

fn render(name: &str, text: &str, diagnostics: &[Diagnostic]) -> String {
    let rendered: Vec<String> =
        diagnostics.iter().map(|diagnostic| diagnostic.render(name, text, false)).collect();
    rendered.join("\n\n") + "\n"
}

fn erased(mut file: File) -> File {
    erase_spans(&mut file);
    file
}
