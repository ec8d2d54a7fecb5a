// SPDX-License-Identifier: Apache-2.0

//! `riskgate fmt`: rule files in the layout of the house.

use super::terminal::{complain, say, write_text};
use super::{Failure, programs, rule_files};
use clap::error::ErrorKind;
use files::output::OutputFile;
use rulec::format::{FormatError, format};
use rulec::parse::decode;
use rulec::source::SourceSet;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

/// Format rule files. Only white space changes; line breaks of the author and comments are kept
#[derive(clap::Args)]
pub struct Args {
    /// Rule files, which are changed in place; `-`, or none, formats standard input to standard
    /// output
    files: Vec<PathBuf>,
    /// Write nothing, and refuse a file that is not formatted
    #[arg(long)]
    check: bool,
}

/// What was found in a file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// It is formatted, or was formatted now.
    Done,
    /// It is not formatted, and `--check` asks for that.
    NotFormatted,
    /// It cannot be read, formatted or written.
    Refused,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<(), Failure> {
    let is_input = |path: &PathBuf| path.as_os_str() == "-";
    let reads_input = args.files.is_empty() || args.files.iter().any(is_input);
    if reads_input {
        if args.files.len() > 1 {
            wrong_call("`-` is the only file, or none of the files");
        }
        if args.files.is_empty() && io::stdin().is_terminal() {
            wrong_call("name the rule files, or `-` for standard input");
        }
        return finish(&[standard_input(args.check)?]);
    }
    let outcome = |path: &PathBuf| match in_place(path, args.check) {
        Err(Failure::Refused(message)) => {
            complain!("{message}\n");
            Ok(Outcome::Refused)
        }
        other => other,
    };
    let outcomes: Vec<Outcome> = args.files.iter().map(outcome).collect::<Result<_, _>>()?;
    finish(&outcomes)
}

/// Ends the process as for any other call that the command line does not allow.
fn wrong_call(message: &str) {
    clap::Command::new("riskgate fmt").error(ErrorKind::ValueValidation, message).exit()
}

fn finish(outcomes: &[Outcome]) -> Result<(), Failure> {
    let count = |outcome| outcomes.iter().filter(|&&other| other == outcome).count();
    let (refused, not_formatted) = (count(Outcome::Refused), count(Outcome::NotFormatted));
    let all = outcomes.len();
    match (refused, not_formatted) {
        (0, 0) => Ok(()),
        (0, _) => Err(Failure::Refused(format!("{not_formatted} of {all} files not formatted"))),
        (_, 0) => Err(Failure::Refused(format!("{refused} of {all} files refused"))),
        _ => Err(Failure::Refused(format!(
            "{refused} of {all} files refused, {not_formatted} not formatted"
        ))),
    }
}

/// Formats a file in place.
fn in_place(path: &Path, check: bool) -> Result<Outcome, Failure> {
    let bytes = rule_files::read(path)?;
    rule_files::refuse_others(path, &bytes)?;
    let Some(formatted) = formatted(&path.display().to_string(), &bytes)? else {
        return Ok(Outcome::Refused);
    };
    if formatted.as_bytes() == bytes {
        return Ok(Outcome::Done);
    }
    if check {
        say!("{}: not formatted", path.display());
        return Ok(Outcome::NotFormatted);
    }
    let mut file = OutputFile::replace(path).map_err(Failure::of)?;
    file.put(formatted.as_bytes()).map_err(Failure::of)?;
    file.finish().map_err(Failure::of)?;
    say!("{}: formatted", path.display());
    Ok(Outcome::Done)
}

/// Formats standard input to standard output.
fn standard_input(check: bool) -> Result<Outcome, Failure> {
    const NAME: &str = "standard input";
    let bytes = rule_files::read_from(io::stdin().lock())
        .map_err(|error| Failure::of(format!("{NAME}: cannot read: {error}")))?;
    rule_files::refuse_others(Path::new(NAME), &bytes)?;
    let Some(formatted) = formatted(NAME, &bytes)? else { return Ok(Outcome::Refused) };
    match check {
        true if formatted.as_bytes() != bytes => {
            say!("{NAME}: not formatted");
            Ok(Outcome::NotFormatted)
        }
        true => Ok(Outcome::Done),
        false => write_text(&formatted).map(|()| Outcome::Done),
    }
}

/// The formatted text, or nothing if there are errors, which are shown.
fn formatted(name: &str, bytes: &[u8]) -> Result<Option<String>, Failure> {
    let text = String::from_utf8_lossy(bytes);
    let diagnostics = match decode(bytes) {
        Ok(text) => match format(text) {
            Ok(formatted) => return Ok(Some(formatted)),
            Err(FormatError::Syntax(diagnostics)) => diagnostics,
            Err(FormatError::Defect) => return Err(Failure::Defect(defect(name))),
        },
        Err(diagnostic) => vec![*diagnostic],
    };
    let sources = SourceSet::single(name, text);
    for diagnostic in &diagnostics {
        complain!("{}\n", programs::render(diagnostic, &sources));
    }
    Ok(None)
}

fn defect(name: &str) -> String {
    format!(
        "error: {name}: a defect of riskgate: the formatted text would have other tokens or \
         comments; the file was not changed"
    )
}
