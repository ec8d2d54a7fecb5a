// SPDX-License-Identifier: Apache-2.0

//! `riskgate doc`: a rule file as one HTML page.
//!
//! `document` has what the page says, and `page` how it looks.

mod document;
mod page;

use super::terminal::say;
use super::{Failure, programs, refuse_overwriting, rule_files, test};
use document::Document;
use files::output::OutputFile;
use std::path::{Path, PathBuf};

/// Write a rule file as one HTML page, for readers who approve rules.
#[derive(clap::Args)]
#[command(
    after_help = "The page has every rule with its id, its texts, its source, what it reads \
                        and the tests that name it; latencies, parameters, tables and tests. It is \
                        not written if a test fails."
)]
pub struct Args {
    /// Rule file
    file: PathBuf,
    /// Where to write the page [default: the name of the file with .html, in this folder]
    #[arg(short, long, value_name = "PAGE")]
    output: Option<PathBuf>,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<(), Failure> {
    let output = args.output.clone().unwrap_or_else(|| default_output(&args.file));
    refuse_overwriting(&[&args.file], &[&output])?;
    let file = rule_files::parse(&args.file, rule_files::read(&args.file)?)?;
    let tree = file.parsed.file.clone();
    let (program, report) = programs::with_report(file, &[&output])?;
    let failing = test::failing(&program, &report)?;
    if let [first, ..] = failing.as_slice() {
        return Err(Failure::of(format!(
            "{}: test \"{first}\" fails{}; the page is not written. `riskgate test {0}` shows why",
            args.file.display(),
            if failing.len() > 1 {
                format!(", and {} more", failing.len() - 1)
            } else {
                String::new()
            }
        )));
    }
    let document = Document::new(&tree, &program, &report);
    let mut file = OutputFile::create(&output).map_err(Failure::of)?;
    file.put(page::page(&document).as_bytes()).map_err(Failure::of)?;
    file.finish().map_err(Failure::of)?;
    say!(
        "{}: {} rules, {} tests, all passed",
        output.display(),
        program.rules.len(),
        report.tests.len()
    );
    Ok(())
}

fn default_output(file: &Path) -> PathBuf {
    let stem = file.file_stem().unwrap_or(file.as_os_str());
    Path::new(stem).with_extension("html")
}
