// SPDX-License-Identifier: Apache-2.0

//! The rule compiler: it translates the text of a rule file into a program of the database offload
//! engine.
//!
//! # Passes
//!
//! | pass | from | to |
//! | --- | --- | --- |
//! | [`lex`] | text | tokens with spans |
//! | [`parse`] | tokens | [`ast`] |
//! | [`resolve`] | [`ast`] | [`hir`]: names bound, types checked, access paths chosen |
//! | `lint` | [`hir`] | warnings |
//! | [`plan`] | [`hir`] of a family | the hidden tables that keep aggregates |
//! | [`lower`] | [`hir`], plan | a [`flow`] of instructions for each kind of frame |
//! | [`schedule`] | [`flow`] | instructions with cycles, units and registers |
//! | [`emit`] | all of it | the [`engine::program::Program`] |
//!
//! A [`diagnostic`] reports an error, a warning or a note, with its place in the text. [`listing`]
//! writes a program for people to read, and [`mod@print`] writes a syntax tree in
//! its canonical form.
//!
//! # Examples
//!
//! Compile a rule file, and list the latency of its messages:
//!
//! ```
//! let text = "
//!     create table account (id int primary key, balance int8 not null);
//!     create message buy (account int not null, cost int8 not null);
//!     rule funds (coalesce((select balance from account where id = buy.account), 0) >= buy.cost);
//!     on buy (update account set balance = balance - buy.cost where id = buy.account);
//! ";
//! let (program, diagnostics) = rulec::compile(text);
//! assert!(diagnostics.is_empty());
//! let program = program.expect("a program where there is no error");
//! assert_eq!(program.rules[0].name, "funds");
//! print!("{}", rulec::listing::latencies(&program));
//! ```
//!
//! Print a diagnostic:
//!
//! ```
//! let text = "create message buy (cost int8 not null); rule small (buy.cots < 100);";
//! let (program, diagnostics) = rulec::compile(text);
//! assert!(program.is_none());
//! let shown = diagnostics[0].render("small.rules", text, false);
//! assert!(shown.starts_with("error[unknown-name]: message `buy` has no field `cots`"));
//! assert!(shown.ends_with("help: did you mean `cost`?"));
//! ```
//!
//! Rule sets that can replace one another during trading are compiled together, as a [`family`].
//! They share one plan and one list of strings:
//!
//! ```
//! let small = "create message buy (cost int8 not null); rule small (buy.cost < 100);";
//! let large = "create message buy (cost int8 not null); rule small (buy.cost < 1000);";
//! let (programs, _) = rulec::compile_family(&[small, large]);
//! let programs = programs.expect("the two declare the same message");
//! assert_eq!(programs.len(), 2);
//! assert_eq!(programs[0].messages, programs[1].messages);
//! ```

pub mod ast;
pub mod capacity;
pub mod diagnostic;
pub mod emit;
pub mod family;
pub mod flow;
mod form;
pub mod hir;
pub mod interval;
pub mod lex;
mod lint;
pub mod listing;
pub mod lower;
pub mod parse;
pub mod plan;
mod precedence;
pub mod print;
pub mod resolve;
pub mod schedule;
pub mod span;

use diagnostic::arrange::sort_and_cut;
use diagnostic::{Diagnostic, has_error};
use engine::machine::LANES;
use engine::program::Program;
use lower::Strings;

/// Compiles a rule file. There is a program exactly if no diagnostic is an error; warnings and
/// notes do not prevent one.
pub fn compile(text: &str) -> (Option<Program>, Vec<Diagnostic>) {
    compile_on(text, LANES)
}

/// Compiles a rule file for a machine with fewer lanes, to measure what lanes contribute. `lanes`
/// is clamped to `1..=LANES`; otherwise this is [`compile`].
pub fn compile_on(text: &str, lanes: usize) -> (Option<Program>, Vec<Diagnostic>) {
    let (programs, diagnostics) = compile_members(&[text], lanes.clamp(1, LANES));
    (programs.and_then(|mut programs| programs.pop()), diagnostics.concat())
}

/// Compiles rule files that can replace one another while the tables keep their rows, see
/// [`family`]. Returns one program and one list of diagnostics for each. There are programs exactly
/// if no diagnostic is an error.
pub fn compile_family(texts: &[&str]) -> (Option<Vec<Program>>, Vec<Vec<Diagnostic>>) {
    compile_members(texts, LANES)
}

/// The passes in order. The first three and the last three see one member of the family at a time;
/// the plan is common to all.
fn compile_members(texts: &[&str], lanes: usize) -> (Option<Vec<Program>>, Vec<Vec<Diagnostic>>) {
    let mut members = Vec::with_capacity(texts.len());
    let mut diagnostics = Vec::with_capacity(texts.len());
    for text in texts {
        let (tokens, mut found) = lex::lex(text);
        let (file, syntax) = parse::parse(&tokens);
        found.extend(syntax);
        sort_and_cut(&mut found);
        if !has_error(&found) {
            let (rules, semantic) = resolve::resolve(&file);
            found.extend(semantic);
            if let Some(rules) = &rules {
                found.extend(lint::lint(&file, text.len(), rules));
                sort_and_cut(&mut found);
            }
            members.extend(rules);
        }
        diagnostics.push(found);
    }
    if members.len() < texts.len() {
        return (None, diagnostics);
    }
    for (member, found) in members.iter().zip(&mut diagnostics).skip(1) {
        found.extend(family::differences(&members[0], member));
    }
    if diagnostics.iter().any(|found| has_error(found)) {
        return (None, diagnostics);
    }

    let plan = plan::plan(&members);

    let mut strings = Strings::default();
    let mut programs = Vec::with_capacity(members.len());
    for (member, found) in members.iter().zip(&mut diagnostics) {
        let scheduled = capacity::check(member, &plan).and_then(|()| {
            let flows = lower::lower(member, &plan, &mut strings);
            schedule::schedule(&flows, lanes).map_err(|failures| {
                let exceeded = |(kind, what)| capacity::exceeded(member, kind, what);
                failures.into_iter().map(exceeded).collect()
            })
        });
        match scheduled {
            Ok(schedule) => programs.push(emit::emit(member, &plan, schedule)),
            Err(errors) => {
                found.extend(errors);
                found.extend(family::kept_for_others(member, &plan));
            }
        }
    }
    // Every member gets the whole list, so that a string has one code in all of them.
    for program in &mut programs {
        program.strings.clone_from(&strings.list);
    }
    ((programs.len() == members.len()).then_some(programs), diagnostics)
}
