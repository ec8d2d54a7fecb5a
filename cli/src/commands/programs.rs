// SPDX-License-Identifier: Apache-2.0

//! Programs from files: rule files are compiled, program images are decoded. Errors and warnings of
//! either are reported.

use super::rule_files::{RuleFile, parse, read};
use super::run_changes::ONE_FAMILY;
use super::terminal::complain;
use super::{Failure, refuse_overwriting};
use benches::executors::Engine;
use engine::build::Build;
use engine::change::Change;
use engine::image;
use engine::machine::LANES;
use engine::program::Program;
use host::supervisor::Successor;
use rulec::Report;
use rulec::diagnostic::{Diagnostic, Severity};
use rulec::source::{Parsed, SourceSet};
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A diagnostic as text, with colours if standard error is a terminal.
pub fn render(diagnostic: &Diagnostic, sources: &SourceSet) -> String {
    sources.render(diagnostic, std::io::stderr().is_terminal())
}

/// The program of a rule file or program image. Warnings go to standard error, errors to the
/// failure. An output that is one of the files read is refused.
pub fn load(path: &Path, outputs: &[&Path]) -> Result<Arc<Program>, Failure> {
    load_for(path, outputs, None)
}

/// As [`load`], for a build of the hardware if one is given. A program image is for the build that
/// it was compiled for.
pub fn load_for(
    path: &Path,
    outputs: &[&Path],
    build: Option<&Build>,
) -> Result<Arc<Program>, Failure> {
    let bytes = read(path)?;
    if image::is_image(&bytes) {
        return decoded(path, &bytes);
    }
    let (mut programs, _) = compile(vec![parse(path, bytes)?], outputs, build)?;
    Ok(programs.swap_remove(0))
}

/// The program of an image.
fn decoded(path: &Path, image: &[u8]) -> Result<Arc<Program>, Failure> {
    let refuse = |error| Failure::of(format!("{}: {error}", path.display()));
    image::decode(image).map(Arc::new).map_err(refuse)
}

/// A program for an executor: the emitted Verilog needs one with the dictionary of the hardware.
pub fn for_engine(program: Arc<Program>, engine: Engine) -> Arc<Program> {
    match engine {
        Engine::Rtl => Arc::new(Arc::unwrap_or_clone(program).for_hardware()),
        Engine::Twin | Engine::Reference => program,
    }
}

/// The programs of rule files that replace each other at run time, one per file, in their order. A
/// single file may be a program image. Warnings go to standard error, errors to the failure; what a
/// rule file needs and the engine does not have is an error with its place.
pub fn load_family(
    paths: &[&Path],
    outputs: &[&Path],
    engine: Engine,
) -> Result<Vec<Arc<Program>>, Failure> {
    if let [path] = paths {
        let bytes = read(path)?;
        if image::is_image(&bytes) {
            return Ok(vec![decoded(path, &bytes)?]);
        }
        return compile_for(engine, vec![parse(path, bytes)?], outputs);
    }
    let files = paths.iter().map(|path| parse(path, read(path)?));
    compile_for(engine, files.collect::<Result<_, _>>()?, outputs)
}

/// Compiles rule files, and refuses what the engine does not have.
fn compile_for(
    engine: Engine,
    files: Vec<RuleFile>,
    outputs: &[&Path],
) -> Result<Vec<Arc<Program>>, Failure> {
    let (programs, reports) = compile(files, outputs, None)?;
    let programs = programs.into_iter().map(|program| for_engine(program, engine)).collect();
    let missing: Vec<String> = match engine {
        Engine::Rtl => reports
            .iter()
            .flat_map(|report| report.not_in_hardware.iter().map(|d| render(d, &report.sources)))
            .collect(),
        Engine::Twin | Engine::Reference => Vec::new(),
    };
    if missing.is_empty() { Ok(programs) } else { Err(Failure::Refused(missing.join("\n\n"))) }
}

/// The program of the first rule file, and the changes to those of the others, one after the other.
/// Every message keeps its number in all of them.
pub fn load_changes(
    paths: &[&Path],
    outputs: &[&Path],
    engine: Engine,
) -> Result<(Arc<Program>, Vec<Change>), Failure> {
    let (first, others) = paths.split_at(1);
    let first = load_family(first, outputs, engine)?.swap_remove(0);
    let files = others.iter().map(|path| Ok((*path, parse(path, read(path)?)?)));
    let files = files.collect::<Result<_, Failure>>()?;
    let changes = compile_changes(&first, files, outputs)?;
    Ok((first, changes))
}

/// Compiles rule files that follow a program.
fn compile_changes(
    first: &Program,
    files: Vec<(&Path, RuleFile)>,
    outputs: &[&Path],
) -> Result<Vec<Change>, Failure> {
    let mut changes: Vec<Change> = Vec::with_capacity(files.len());
    for (path, mut file) in files {
        let inputs: Vec<&Path> = file.included.iter().map(PathBuf::as_path).collect();
        refuse_overwriting(&inputs, outputs)?;
        let running = changes.last().map_or(first, |change| change.program());
        let messages = running.declared_messages().iter();
        let names: Vec<&str> = messages.map(|message| message.name.as_str()).collect();
        file.parsed.order_messages(&names);
        let (compiled, reports) = rulec::compile_change_sources(vec![file.parsed]);
        let errors: Vec<String> = reports.iter().map(told).collect();
        let refused = || Failure::Refused(errors.join("\n\n"));
        let mut compiled = compiled.ok_or_else(refused)?;
        let filler = compiled.filler.take().ok_or_else(refused)?;
        let change = Change::new(compiled.programs.swap_remove(0), filler);
        changes.push(change.map_err(|error| Failure::of(format!("{}: {error}", path.display())))?);
    }
    Ok(changes)
}

/// The rule sets of a run in which they replace each other.
pub struct RuleSets {
    /// The program of each rule file.
    pub programs: Vec<Arc<Program>>,
    /// The changes to all but the first; none if they form a family.
    pub changes: Vec<Arc<Successor>>,
}

impl RuleSets {
    /// The change to the program at a place.
    pub fn change_to(&self, place: usize) -> Option<&Arc<Successor>> {
        self.changes.get(place.checked_sub(1)?)
    }

    /// The change to the program whose image has a checksum.
    pub fn change(&self, checksum: u32) -> Option<Arc<Successor>> {
        self.changes.iter().find(|change| change.checksum() == checksum).cloned()
    }
}

/// The rule sets of a run in which they replace each other, one per file, in their order: as a
/// family if they are one, otherwise by changes, which hardware does not make.
pub fn load_rule_sets(
    paths: &[&Path],
    outputs: &[&Path],
    engine: Engine,
) -> Result<RuleSets, Failure> {
    if paths.len() < 2 {
        let programs = load_family(paths, outputs, engine)?;
        return Ok(RuleSets { programs, changes: Vec::new() });
    }
    let files = paths.iter().map(|path| parse(path, read(path)?));
    let files = files.collect::<Result<Vec<RuleFile>, Failure>>()?;
    let parsed: Vec<Parsed> = files.iter().map(|file| file.parsed.clone()).collect();
    let is_family = rulec::is_family(&parsed);
    if is_family || engine == Engine::Rtl {
        let programs = compile_for(engine, files, outputs).map_err(|failure| match failure {
            Failure::Refused(why) if !is_family => {
                Failure::Refused(format!("{why}\n\n{ONE_FAMILY}"))
            }
            failure => failure,
        })?;
        return Ok(RuleSets { programs, changes: Vec::new() });
    }
    let mut files: Vec<(&Path, RuleFile)> = paths.iter().copied().zip(files).collect();
    let (_, first) = files.remove(0);
    let first = compile_for(engine, vec![first], outputs)?.swap_remove(0);
    let changes = compile_changes(&first, files, outputs)?;
    let programs = changes.iter().map(|change| Arc::clone(change.program()));
    Ok(RuleSets {
        programs: [first].into_iter().chain(programs).collect(),
        changes: changes.into_iter().map(Successor::new).map(Arc::new).collect(),
    })
}

/// The program of a rule file, and what the compiler says about it, its tests among that.
pub fn load_with_report(path: &Path) -> Result<(Arc<Program>, Report), Failure> {
    with_report(parse(path, read(path)?)?, &[])
}

/// [`load_with_report`] of a file that was read. An output that is an included file is refused
/// before.
pub fn with_report(file: RuleFile, outputs: &[&Path]) -> Result<(Arc<Program>, Report), Failure> {
    let (mut programs, mut reports) = compile(vec![file], outputs, None)?;
    Ok((programs.swap_remove(0), reports.swap_remove(0)))
}

/// Compiles rule files, for a build of the hardware if one is given. An output that is an included
/// file is refused before.
fn compile(
    files: Vec<RuleFile>,
    outputs: &[&Path],
    build: Option<&Build>,
) -> Result<(Vec<Arc<Program>>, Vec<Report>), Failure> {
    for file in &files {
        let inputs: Vec<&Path> = file.included.iter().map(PathBuf::as_path).collect();
        refuse_overwriting(&inputs, outputs)?;
    }
    let files = files.into_iter().map(|file| file.parsed).collect();
    let (programs, reports) = match build {
        Some(build) => rulec::compile_for(files, build),
        None => rulec::compile_sources(files),
    };
    let errors = reports.iter().map(told).filter(|errors| !errors.is_empty());
    let errors: Vec<String> = errors.collect();
    let programs = programs.ok_or_else(|| Failure::Refused(errors.join("\n\n")))?;
    Ok((programs.into_iter().map(Arc::new).collect(), reports))
}

/// Reports the warnings of a file and returns its errors, rendered and counted.
fn told(report: &Report) -> String {
    let (errors, others): (Vec<_>, Vec<_>) =
        report.diagnostics.iter().partition(|d| d.severity == Severity::Error);
    for diagnostic in others {
        complain!("{}\n", render(diagnostic, &report.sources));
    }
    let all: Vec<String> = errors.iter().map(|d| render(d, &report.sources)).collect();
    if errors.is_empty() {
        String::new()
    } else {
        format!("{}\n\n{}", all.join("\n\n"), count(&report.sources.root().name, errors.len()))
    }
}

/// The program of a text in the binary; `name` is the file name in its diagnostics.
pub fn built_in(name: &str, text: &str) -> Result<Arc<Program>, Failure> {
    built_in_on(name, text, LANES)
}

/// As [`built_in`], on the first `lanes` lanes of the machine.
pub fn built_in_on(name: &str, text: &str, lanes: usize) -> Result<Arc<Program>, Failure> {
    let (program, diagnostics) = rulec::compile_on(text, lanes);
    program.map(Arc::new).ok_or_else(|| {
        let all: Vec<String> = diagnostics.iter().map(|d| d.render(name, text, false)).collect();
        Failure::Refused(all.join("\n"))
    })
}

/// The closing line after the errors of a file.
fn count(name: &str, errors: usize) -> String {
    let errors = if errors == 1 { "1 error".to_string() } else { format!("{errors} errors") };
    format!("{name}: {errors}, not compiled")
}
