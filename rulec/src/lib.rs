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
//! [`listing`] writes a program out for people.

pub mod ast;
pub mod diagnostic;
pub mod emit;
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
use engine::program::Program;
use span::Span;

/// Compiles a rule file. There is a program unless a diagnostic is an error; what the file
/// said that is worth a warning or a note is among the diagnostics all the same.
pub fn compile(text: &str) -> (Option<Program>, Vec<Diagnostic>) {
    let (file, mut diagnostics) = parse::parse(text);
    if diagnostics.iter().any(|d| d.severity == Severity::Error) {
        return (None, diagnostics);
    }
    if file.items.is_empty() {
        let warning = Diagnostic::warning("empty-file", "the file declares nothing", Span::default(), "");
        diagnostics.push(warning.help("a rule file has tables, messages, rules and `on` blocks"));
    }
    let (rules, found) = resolve::resolve(&file);
    diagnostics.extend(found);
    let Some(rules) = rules else { return (None, diagnostics) };
    match emit::emit(&rules) {
        Ok(program) => (Some(program), diagnostics),
        Err(errors) => {
            diagnostics.extend(errors);
            (None, diagnostics)
        }
    }
}
