// SPDX-License-Identifier: Apache-2.0

//! Programs from files: rule files are compiled, program images are decoded. Errors and warnings of
//! either are reported.

use super::Failure;
use super::terminal::complain;
use engine::image;
use engine::machine::LANES;
use engine::program::Program;
use rulec::diagnostic::{Diagnostic, Severity};
use std::fs::File;
use std::io::{IsTerminal, Read};
use std::path::Path;
use std::sync::Arc;

/// The bytes of a file; at most one more than a rule file or image may have, so that a larger file
/// is refused without reading all of it.
pub fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let limit = rulec::parse::TEXT_BYTES_MAX.max(image::IMAGE_BYTES_MAX) as u64;
    let refuse =
        |error: std::io::Error| Failure::of(format!("{}: cannot read: {error}", path.display()));
    let file = File::open(path).map_err(refuse)?;
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes).map_err(refuse)?;
    Ok(bytes)
}

/// The text of a rule file, or an error that says why the file has none.
pub fn text_of<'a>(path: &Path, bytes: &'a [u8]) -> Result<&'a str, Failure> {
    if image::is_image(bytes) {
        let message =
            "this is a program image, not a rule file; `riskgate explain` shows its contents";
        return Err(Failure::of(format!("{}: {message}", path.display())));
    }
    if bytes.len() > rulec::parse::TEXT_BYTES_MAX {
        let message = format!(
            "{}: the file is larger than {} MiB, the most that a rule file may have; split it",
            path.display(),
            rulec::parse::TEXT_BYTES_MAX >> 20
        );
        return Err(Failure::of(message));
    }
    rulec::parse::decode(bytes).map_err(|diagnostic| {
        let text = String::from_utf8_lossy(bytes);
        Failure::Refused(render(&diagnostic, path, &text))
    })
}

/// A diagnostic as text, with colours if standard error is a terminal.
pub fn render(diagnostic: &Diagnostic, path: &Path, text: &str) -> String {
    diagnostic.render(&path.display().to_string(), text, std::io::stderr().is_terminal())
}

/// The program of a rule file or program image. Warnings go to standard error, errors to the
/// failure.
pub fn load(path: &Path) -> Result<Arc<Program>, Failure> {
    load_family(&[path]).map(|mut programs| programs.swap_remove(0))
}

/// The programs of rule files that replace each other at run time, one per file, in their order. A
/// single file may be a program image. Warnings go to standard error, errors to the failure.
pub fn load_family(paths: &[&Path]) -> Result<Vec<Arc<Program>>, Failure> {
    let files = paths.iter().map(|path| read(path)).collect::<Result<Vec<_>, _>>()?;
    if let ([path], [bytes]) = (paths, &files[..])
        && image::is_image(bytes)
    {
        let refuse = |error| Failure::of(format!("{}: {error}", path.display()));
        return image::decode(bytes).map(|program| vec![Arc::new(program)]).map_err(refuse);
    }
    let texts = paths
        .iter()
        .zip(&files)
        .map(|(path, bytes)| text_of(path, bytes))
        .collect::<Result<Vec<_>, _>>()?;
    let (programs, diagnostics) = rulec::compile_family(&texts);
    let errors = paths
        .iter()
        .zip(&texts)
        .zip(&diagnostics)
        .map(|((path, text), found)| told(path, text, found));
    let errors: Vec<String> = errors.filter(|errors| !errors.is_empty()).collect();
    let programs = programs.ok_or_else(|| Failure::Refused(errors.join("\n\n")))?;
    Ok(programs.into_iter().map(Arc::new).collect())
}

/// Reports the warnings of a file and returns its errors, rendered and counted.
fn told(path: &Path, text: &str, diagnostics: &[Diagnostic]) -> String {
    let (errors, others): (Vec<_>, Vec<_>) =
        diagnostics.iter().partition(|d| d.severity == Severity::Error);
    for diagnostic in others {
        complain!("{}\n", render(diagnostic, path, text));
    }
    let all: Vec<String> = errors.iter().map(|d| render(d, path, text)).collect();
    if errors.is_empty() {
        String::new()
    } else {
        format!("{}\n\n{}", all.join("\n\n"), count(path, errors.len()))
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
pub fn count(path: &Path, errors: usize) -> String {
    let errors = if errors == 1 { "1 error".to_string() } else { format!("{errors} errors") };
    format!("{}: {errors}, not compiled", path.display())
}
