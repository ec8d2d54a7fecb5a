// SPDX-License-Identifier: Apache-2.0

//! The rule compiler: from the text of a rule file to a program of the database offload engine.
//!
//! Passes, in order:
//!
//! | pass | from | to |
//! | --- | --- | --- |
//! | [`lex`] | text | tokens with spans |
//! | [`parse`] | tokens | [`ast`] |
//! | [`resolve`] | [`ast`] | [`hir`]: names bound, types checked, access paths chosen |
//! | [`plan`] | [`hir`] | the hidden tables that keep aggregates |
//! | [`lower`] | [`hir`], plan | a [`flow`] of instructions for each kind of frame |
//! | [`schedule`] | [`flow`] | instructions with cycles, units and registers |
//! | [`emit`] | all of it | the [`engine::program::Program`] |
//!
//! Rule sets that take over from each other while trading goes on are compiled together, as a
//! [`family`]: they share one plan and one list of strings. [`listing`] writes a program out for
//! people.

pub mod ast;
pub mod diagnostic;
pub mod emit;
pub mod family;
pub mod flow;
pub mod hir;
pub mod lex;
pub mod listing;
pub mod lower;
pub mod parse;
pub mod plan;
pub mod print;
pub mod resolve;
pub mod schedule;
pub mod span;

use diagnostic::{Diagnostic, Severity};
use engine::machine::LANES;
use engine::program::Program;
use hir::RuleSet;
use lower::Strings;
use plan::Plan;
use span::Span;

/// Compiles a rule file. There is a program unless a diagnostic is an error; what the file
/// said that is worth a warning or a note is among the diagnostics all the same.
pub fn compile(text: &str) -> (Option<Program>, Vec<Diagnostic>) {
    compile_on(text, LANES)
}

/// As [`compile`], for a machine of which only the first lanes may be used, at least one: what they
/// are worth can be measured so.
pub fn compile_on(text: &str, lanes: usize) -> (Option<Program>, Vec<Diagnostic>) {
    let (programs, diagnostics) = compile_family_on(&[text], lanes.clamp(1, LANES));
    (programs.and_then(|mut programs| programs.pop()), diagnostics.concat())
}

/// Compiles rule files that can take over from each other while the tables keep their rows, see
/// [`family`]: a program and a list of diagnostics for each. There are programs unless a diagnostic
/// is an error.
pub fn compile_family(texts: &[&str]) -> (Option<Vec<Program>>, Vec<Vec<Diagnostic>>) {
    compile_family_on(texts, LANES)
}

fn compile_family_on(texts: &[&str], lanes: usize) -> (Option<Vec<Program>>, Vec<Vec<Diagnostic>>) {
    let (members, mut diagnostics): (Vec<Option<RuleSet>>, Vec<Vec<Diagnostic>>) =
        texts.iter().map(|text| resolve_text(text)).unzip();
    let Some(members) = members.into_iter().collect::<Option<Vec<RuleSet>>>() else {
        return (None, diagnostics);
    };
    for (member, found) in members.iter().zip(&mut diagnostics).skip(1) {
        found.extend(family::differences(&members[0], member));
    }
    if diagnostics.iter().any(|found| refuses(found)) {
        return (None, diagnostics);
    }
    let (plan, mut strings) = (Plan::new(&members), Strings::default());
    let mut programs = Vec::with_capacity(members.len());
    for (member, found) in members.iter().zip(&mut diagnostics) {
        match emit::emit(member, &plan, &mut strings, lanes) {
            Ok(program) => programs.push(program),
            Err(errors) => {
                found.extend(errors);
                found.extend(family::kept_for_others(member, &plan));
            }
        }
    }
    for program in &mut programs {
        program.strings.clone_from(&strings.list);
    }
    ((programs.len() == members.len()).then_some(programs), diagnostics)
}

/// Parses and resolves a rule file.
fn resolve_text(text: &str) -> (Option<RuleSet>, Vec<Diagnostic>) {
    let (file, mut diagnostics) = parse::parse(text);
    if refuses(&diagnostics) {
        return (None, diagnostics);
    }
    if file.items.is_empty() {
        let warning =
            Diagnostic::warning("empty-file", "the file declares nothing", Span::default(), "");
        diagnostics.push(warning.help("a rule file has tables, messages, rules and `on` blocks"));
    }
    let (rules, found) = resolve::resolve(&file);
    diagnostics.extend(found);
    (rules, diagnostics)
}

fn refuses(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}
