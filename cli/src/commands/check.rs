// SPDX-License-Identifier: Apache-2.0

//! `riskgate check`: the diagnostics of rule files.

use super::build_option::BuildName;
use super::terminal::{complain, say};
use super::{Failure, Format, programs, rule_files};
use rulec::diagnostic::{Diagnostic, Severity};
use rulec::source::SourceSet;
use rulec::span::{Span, line_and_column};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Report the errors and warnings of rule files.
#[derive(clap::Args)]
pub struct Args {
    /// Rule files
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Refuse a file also for a warning
    #[arg(long)]
    deny_warnings: bool,
    /// Refuse what this build of the hardware cannot run
    #[arg(long, value_enum, value_name = "NAME")]
    build: Option<BuildName>,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<(), Failure> {
    let mut found = Vec::new();
    let mut refused = 0;
    for path in &args.files {
        let worst = match check(path, args, &mut found) {
            Ok(worst) => worst,
            Err(failure) => {
                match args.format {
                    Format::Text => complain!("{failure}\n"),
                    Format::Json => found.push(json!({
                        "file": path.display().to_string(),
                        "severity": "error",
                        "code": "unreadable",
                        "message": failure.to_string(),
                    })),
                }
                Some(Severity::Error)
            }
        };
        let bad = match worst {
            Some(Severity::Error) => true,
            Some(Severity::Warning) => args.deny_warnings,
            Some(Severity::Note) | None => false,
        };
        refused += usize::from(bad);
        if args.format == Format::Text && !bad {
            say!("{}: ok", path.display());
        }
    }
    if args.format == Format::Json {
        say!("{:#}", Value::Array(found));
    }
    if refused == 0 {
        Ok(())
    } else {
        Err(Failure::Refused(format!("{refused} of {} files refused", args.files.len())))
    }
}

/// Compiles one file and shows its diagnostics; returns the worst severity.
fn check(path: &Path, args: &Args, found: &mut Vec<Value>) -> Result<Option<Severity>, Failure> {
    let file = rule_files::parse(path, rule_files::read(path)?)?;
    let files = vec![file.parsed];
    let (_, reports) = match args.build {
        Some(build) => rulec::compile_for(files, build.build()),
        None => rulec::compile_sources(files),
    };
    let report = &reports[0];
    for diagnostic in &report.diagnostics {
        match args.format {
            Format::Text => complain!("{}\n", programs::render(diagnostic, &report.sources)),
            Format::Json => found.push(as_json(&report.sources, diagnostic)),
        }
    }
    Ok(report.diagnostics.iter().map(|d| d.severity).min())
}

/// A diagnostic for programs. Each place has the file that it is in.
fn as_json(sources: &SourceSet, diagnostic: &Diagnostic) -> Value {
    let span = |span: Span| {
        let (source, span) = sources.locate(span);
        let place = |offset: usize| {
            let (line, column) = line_and_column(&source.text, offset);
            json!({ "offset": offset, "line": line, "column": column })
        };
        let range = span.range();
        json!({ "start": place(range.start), "end": place(range.end) })
    };
    let name = |span: Span| sources.locate(span).0.name.as_str();
    let related = diagnostic.related.iter();
    let related: Vec<_> = related
        .map(|(at, label)| json!({ "label": label, "file": name(*at), "span": span(*at) }))
        .collect();
    let edits = diagnostic.edits.iter();
    let edits: Vec<_> = edits
        .map(|edit| json!({ "file": name(edit.span), "span": span(edit.span), "text": edit.text }))
        .collect();
    json!({
        "file": name(diagnostic.primary.0),
        "severity": match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        },
        "code": diagnostic.code,
        "message": diagnostic.message,
        "label": diagnostic.primary.1,
        "span": span(diagnostic.primary.0),
        "related": related,
        "help": diagnostic.help,
        "edits": edits,
    })
}
