// SPDX-License-Identifier: Apache-2.0

//! Programs from files: rule files are compiled, program images are decoded. Errors and warnings of
//! either are reported.

use super::rule_files::{RuleFile, parse, read};
use super::terminal::complain;
use super::{Failure, refuse_overwriting};
use benches::executors::Engine;
use engine::build::Build;
use engine::change::Change;
use engine::image;
use engine::machine::LANES;
use engine::program::Program;
use rulec::Report;
use rulec::diagnostic::{Diagnostic, Severity};
use rulec::source::SourceSet;
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

/// What rule files need to follow the program that runs, one after the other, with their names.
pub fn load_changes(paths: &[&Path], outputs: &[&Path]) -> Result<Vec<Change>, Failure> {
    let load = |path: &&Path| {
        let file = parse(path, read(path)?)?;
        let inputs: Vec<&Path> = file.included.iter().map(PathBuf::as_path).collect();
        refuse_overwriting(&inputs, outputs)?;
        let (compiled, reports) = rulec::compile_change_sources(vec![file.parsed]);
        let errors: Vec<String> = reports.iter().map(told).collect();
        let refused = || Failure::Refused(errors.join("\n\n"));
        let mut compiled = compiled.ok_or_else(refused)?;
        let filler = compiled.filler.take().ok_or_else(refused)?;
        Change::new(compiled.programs.swap_remove(0), filler)
            .map_err(|error| Failure::of(format!("{}: {error}", path.display())))
    };
    paths.iter().map(load).collect()
}

/// The program of a rule file, and what the compiler says about it, its tests among that.
pub fn load_with_report(path: &Path) -> Result<(Arc<Program>, Report), Failure> {
    let (mut programs, mut reports) = compile(vec![parse(path, read(path)?)?], &[], None)?;
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
