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
//! | [`source`] | texts, tokens and trees of a file and those that it includes | one [`ast`] |
//! | [`resolve`] | [`ast`] | [`hir`]: names bound, types checked, access paths chosen |
//! | `lint` | [`hir`] | warnings |
//! | [`plan`] | [`hir`] of a family | the hidden tables: kept aggregates, scanned lists |
//! | [`lower`] | [`hir`], plan | a [`flow`] of instructions for each kind of frame |
//! | [`schedule`] | [`flow`] | instructions with cycles, units and registers |
//! | [`emit`] | all of it | the [`engine::program::Program`] |
//! | [`hardware`] | the program | errors for what a build of the hardware cannot run |
//!
//! A [`diagnostic`] reports an error, a warning or a note, with its place in the text. [`listing`]
//! writes a program for people to read, and [`mod@print`] writes a syntax tree in
//! its canonical form. [`mutate`] lists small changes of a tree that its tests should notice, and
//! [`reads`] what each rule reads. [`symbols`] finds what the
//! names of a file denote, and [`typed`] the types of its expressions, for editors.
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
//!
//! A rule set with other tables and messages takes over by `engine::change`; [`compile_change`]
//! compiles what that needs.

pub mod ast;
pub mod calendar;
pub mod capacity;
pub mod diagnostic;
pub mod emit;
pub mod family;
mod filler;
pub mod flow;
mod form;
pub mod format;
pub mod hardware;
pub mod hir;
pub mod interval;
pub mod lex;
mod lint;
pub mod listing;
mod lost;
pub mod lower;
pub mod mutate;
pub mod parse;
pub mod plan;
mod precedence;
pub mod print;
pub mod reads;
pub mod resolve;
pub mod schedule;
pub mod source;
pub mod span;
pub mod suite;
pub mod symbols;
pub mod typed;
pub mod vocabulary;

use diagnostic::arrange::sort_and_cut;
use diagnostic::{Diagnostic, has_error};
use engine::build::Build;
use engine::dictionary::DictionaryDef;
use engine::machine::LANES;
use engine::program::Program;
use hir::RuleSet;
use lower::Strings;
use resolve::Paths;
use source::{Parsed, SourceSet, parse_alone};
use suite::Test;

/// Compiles a rule file. There is a program exactly if no diagnostic is an error; warnings and
/// notes do not prevent one. An `include` is an error here, see [`compile_sources`].
pub fn compile(text: &str) -> (Option<Program>, Vec<Diagnostic>) {
    compile_on(text, LANES)
}

/// Compiles a rule file for a machine with fewer lanes, to measure what lanes contribute. `lanes`
/// is clamped to `1..=LANES`; otherwise this is [`compile`].
pub fn compile_on(text: &str, lanes: usize) -> (Option<Program>, Vec<Diagnostic>) {
    let options = Options { lanes: lanes.clamp(1, LANES), ..Options::default() };
    compile_alone(text, options)
}

/// Compiles a rule file so that every aggregate is scanned whose rows are few enough, for tests:
/// the answers are those of [`compile`].
pub fn compile_scanned(text: &str) -> (Option<Program>, Vec<Diagnostic>) {
    compile_alone(text, Options { paths: Paths::Scanned, ..Options::default() })
}

fn compile_alone(text: &str, options: Options<'_>) -> (Option<Program>, Vec<Diagnostic>) {
    let (compiled, reports) = compile_members(vec![parse_alone(text)], options);
    let diagnostics = reports.into_iter().flat_map(|report| report.diagnostics).collect();
    (compiled.and_then(|mut compiled| compiled.programs.pop()), diagnostics)
}

/// Compiles rule files that can replace one another while the tables keep their rows, see
/// [`family`]. Returns one program and one list of diagnostics for each. There are programs exactly
/// if no diagnostic is an error.
pub fn compile_family(texts: &[&str]) -> (Option<Vec<Program>>, Vec<Vec<Diagnostic>>) {
    let files = texts.iter().map(|text| parse_alone(text)).collect();
    let (programs, reports) = compile_sources(files);
    (programs, reports.into_iter().map(|report| report.diagnostics).collect())
}

/// Whether rule files form a [`family`] whose members state the same bounds. In another family a
/// bound holds in every member, also before the one that states it has taken over. Files with
/// errors count as one: to compile them as a family reports the errors.
pub fn is_family(files: &[Parsed]) -> bool {
    let resolved = files.iter().map(|of| resolve::resolve(&of.file, Paths::default()).0);
    let members: Vec<RuleSet> = resolved.flatten().collect();
    members.len() < files.len()
        || members.iter().skip(1).all(|other| {
            family::differences(&members[0], other).is_empty()
                && plan::stated_bounds(&members[0]) == plan::stated_bounds(other)
        })
}

/// Compiles rule files with the files that they include, which [`source::parse_sources`] has read;
/// otherwise this is [`compile_family`].
///
/// ```
/// use rulec::source::{LoadError, Loaded, Loader, parse_sources};
///
/// struct Files;
///
/// impl Loader for Files {
///     fn load(&mut self, path: &str, _: usize) -> Result<Loaded, LoadError> {
///         let text = "create message buy (cost int8 not null);";
///         match path {
///             "messages.rules" => Ok(Loaded::new(path, text)),
///             _ => Err(LoadError::Unreadable("there is no such file".into())),
///         }
///     }
/// }
///
/// let root = Loaded::new("all.rules", "include 'messages.rules'; rule r (buy.cost < 100);");
/// let (programs, reports) = rulec::compile_sources(vec![parse_sources(root, &mut Files)]);
/// assert!(reports[0].diagnostics.is_empty());
/// assert_eq!(programs.expect("no error")[0].messages[0].name, "buy");
/// ```
pub fn compile_sources(files: Vec<Parsed>) -> (Option<Vec<Program>>, Vec<Report>) {
    let (compiled, reports) = compile_members(files, Options::default());
    (compiled.map(|compiled| compiled.programs), reports)
}

/// Compiles a rule file that can replace another one with other tables and messages, while the
/// tables keep their rows: the program that is to run, and the one that fills its tables before.
/// `engine::change::Change` takes both. Otherwise this is [`compile`], and so is the program.
///
/// ```
/// let text = "
///     create table account (id int primary key, balance int8 not null);
///     create message buy (account int not null, cost int8 not null);
///     rule funds ((select balance from account where id = buy.account) >= buy.cost);
/// ";
/// let compiled = rulec::compile_change(text).0.expect("it compiles");
/// let filler = compiled.filler.expect("it was asked for");
/// assert_eq!(Some(&compiled.programs[0]), rulec::compile(text).0.as_ref());
/// assert_eq!(filler.tables, compiled.programs[0].tables);
/// ```
pub fn compile_change(text: &str) -> (Option<Compiled>, Vec<Diagnostic>) {
    let (compiled, reports) = compile_change_sources(vec![parse_alone(text)]);
    (compiled, reports.into_iter().flat_map(|report| report.diagnostics).collect())
}

/// [`compile_change`] for rule files that form a family, see [`compile_sources`]. One filler serves
/// all of them.
pub fn compile_change_sources(files: Vec<Parsed>) -> (Option<Compiled>, Vec<Report>) {
    compile_members(files, Options { fills: true, ..Options::default() })
}

/// The programs of a family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compiled {
    /// The program of each rule set.
    pub programs: Vec<Program>,
    /// The program that fills their tables during a change, if it was asked for.
    pub filler: Option<Program>,
}

/// [`compile_sources`], where what a build of the hardware cannot run is an error; see
/// [`hardware`]. The programs have the dictionary of the hardware.
pub fn compile_for(files: Vec<Parsed>, build: &Build) -> (Option<Vec<Program>>, Vec<Report>) {
    let options = Options { build: Some(build), ..Options::default() };
    let (compiled, reports) = compile_members(files, options);
    (compiled.map(|compiled| compiled.programs), reports)
}

/// What to compile for.
#[derive(Clone, Copy)]
struct Options<'b> {
    /// The lanes that are used.
    lanes: usize,
    /// The build of the hardware that must run the program, if one must.
    build: Option<&'b Build>,
    paths: Paths,
    /// Whether a filler is compiled too.
    fills: bool,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Options { lanes: LANES, build: None, paths: Paths::default(), fills: false }
    }
}

/// What the compiler says about a rule file.
#[derive(Clone, Debug)]
pub struct Report {
    /// The texts of the file and of those that it includes, which the spans are in.
    pub sources: SourceSet,
    /// The diagnostics, in the order of the texts.
    pub diagnostics: Vec<Diagnostic>,
    /// The tests of the file; none if it has errors.
    pub tests: Vec<Test>,
    /// What the program needs and no hardware build has yet, as errors; none without a program. The
    /// software executors still run it.
    pub not_in_hardware: Vec<Diagnostic>,
}

/// Resolves files. There are as many rule sets as reports if no file has an error.
fn resolve_files(files: Vec<Parsed>, paths: Paths) -> (Vec<RuleSet>, Vec<Report>) {
    let mut members = Vec::with_capacity(files.len());
    let mut reports = Vec::with_capacity(files.len());
    for Parsed { sources, file, mut diagnostics } in files {
        let mut tests = Vec::new();
        // What could be parsed is resolved also where the rest could not.
        let (rules, semantic) = resolve::resolve(&file, paths);
        let is_complete = !has_error(&diagnostics);
        lost::add(&mut diagnostics, semantic, &sources, &file);
        if is_complete {
            if let Some(rules) = &rules {
                diagnostics.extend(lint::lint(&file, sources.root().text.len(), rules));
            }
            members.extend(rules.map(|mut rules| {
                tests = std::mem::take(&mut rules.tests);
                rules
            }));
        }
        sort_and_cut(&mut diagnostics);
        reports.push(Report { sources, diagnostics, tests, not_in_hardware: Vec::new() });
    }
    (members, reports)
}

/// The passes in order. The first three and the last three see one member of the family at a time;
/// the plan is common to all.
fn compile_members(
    files: Vec<Parsed>,
    Options { lanes, build, paths, fills }: Options<'_>,
) -> (Option<Compiled>, Vec<Report>) {
    let (members, mut reports) = resolve_files(files, paths);
    if members.len() < reports.len() {
        return (None, reports);
    }
    for (member, report) in members.iter().zip(&mut reports).skip(1) {
        report.diagnostics.extend(family::differences(&members[0], member));
    }
    if reports.iter().any(|report| has_error(&report.diagnostics)) {
        return (None, reports);
    }

    let plan = plan::plan(&members);

    let mut strings = Strings::default();
    let mut programs = Vec::with_capacity(members.len());
    for (member, report) in members.iter().zip(&mut reports) {
        let scheduled = capacity::check(member, &plan).and_then(|()| {
            let flows = lower::lower(member, &plan, &mut strings);
            let exceeded = |(kind, what)| capacity::exceeded(member, &plan, kind, what);
            match schedule::schedule(&flows, lanes) {
                Ok(schedule) => Ok((flows, schedule)),
                Err(failures) => Err(failures.into_iter().map(exceeded).collect()),
            }
        });
        match scheduled {
            Ok((flows, schedule)) => {
                let program = emit::emit(member, &plan, schedule);
                report.not_in_hardware = hardware::missing(member, &plan, &flows, &program);
                programs.push(program);
            }
            Err(errors) => {
                report.diagnostics.extend(errors);
                report.diagnostics.extend(family::kept_for_others(member, &plan));
            }
        }
    }
    let mut filler = None;
    if let (true, Some((member, report))) = (fills, members.iter().zip(&mut reports).next()) {
        match filler::compile(member, &plan, &mut strings, lanes) {
            Ok(program) => filler = Some(program),
            Err(errors) => report.diagnostics.extend(errors),
        }
    }
    // Every program gets the whole list, so that a string has one code in all of them.
    for program in programs.iter_mut().chain(&mut filler) {
        program.strings.clone_from(&strings.list);
        if build.is_none() {
            program.dictionary = DictionaryDef::of_tables(&strings.list, &program.tables);
        }
    }
    if programs.len() < members.len() {
        return (None, reports);
    }
    check_programs(&members, &programs, build, &mut reports);
    let is_refused = reports.iter().any(|report| has_error(&report.diagnostics));
    ((!is_refused).then_some(Compiled { programs, filler }), reports)
}

/// Reports what a loader would refuse and, if a build is given, what it cannot run.
fn check_programs(
    members: &[RuleSet],
    programs: &[Program],
    build: Option<&Build>,
    reports: &mut [Report],
) {
    for ((member, program), report) in members.iter().zip(programs).zip(reports) {
        match (capacity::refused(member, program), build) {
            (Some(refused), _) => report.diagnostics.push(refused),
            (None, Some(build)) => {
                let missing = &report.not_in_hardware;
                report.diagnostics.extend(hardware::check(missing, member, program, build));
            }
            (None, None) => continue,
        }
        sort_and_cut(&mut report.diagnostics);
    }
}
