// SPDX-License-Identifier: Apache-2.0

//! The mutants that pass all tests, for people and for programs.

use rulec::mutate::Mutant;
use rulec::source::SourceSet;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::Path;

/// The mutants of a rule file.
pub struct FileMutants {
    /// The file.
    pub name: String,
    /// Why no mutant was tested.
    pub refused: Option<String>,
    /// The number of tests.
    pub tests: usize,
    /// The number of mutants.
    pub mutants: usize,
    /// The number of mutants that do not compile.
    pub not_compiled: usize,
    /// Those that pass all tests, in file order.
    pub survivors: Vec<Survivor>,
}

impl FileMutants {
    /// A file whose mutants were not tested.
    pub fn refused(path: &Path, why: String) -> FileMutants {
        FileMutants {
            name: path.display().to_string(),
            refused: Some(why),
            tests: 0,
            mutants: 0,
            not_compiled: 0,
            survivors: Vec::new(),
        }
    }

    /// One line.
    fn summary(&self) -> String {
        let FileMutants { tests, mutants, not_compiled, survivors, .. } = self;
        let survivors = survivors.len();
        let invalid = match not_compiled {
            0 => String::new(),
            count => format!(" ({count} do not compile)"),
        };
        let tests = if *tests == 1 { "1 test".to_owned() } else { format!("{tests} tests") };
        format!("{survivors} of {mutants} mutants pass all tests{invalid}; {tests}")
    }
}

/// A mutant that passes all tests.
pub struct Survivor {
    /// `rule`, `parameter` or `function`.
    item: &'static str,
    /// Its name.
    name: String,
    /// File, line and column of the change.
    place: (String, usize, usize),
    /// The kind of the change.
    change: &'static str,
    /// The change.
    text: String,
}

impl Survivor {
    /// The report of a mutant.
    pub fn of(mutant: &Mutant, sources: &SourceSet) -> Survivor {
        let (file, line, column) = sources.position(mutant.span);
        Survivor {
            item: mutant.item_kind,
            name: mutant.name.clone(),
            place: (file.to_owned(), line, column),
            change: mutant.change.text(),
            text: mutant.text.clone(),
        }
    }

    fn json(&self) -> Value {
        let Survivor { item, name, place: (file, line, column), change, text } = self;
        json!({
            "item": item,
            "name": name,
            "file": file,
            "line": line,
            "column": column,
            "change": change,
            "text": text,
        })
    }
}

/// The survivors of each file, a line each.
pub fn text(files: &[FileMutants]) -> String {
    let mut text = String::new();
    for file in files {
        // Writing to a string cannot fail.
        let _ = match file.refused {
            Some(_) => writeln!(text, "{}: not tested", file.name),
            None => writeln!(text, "{}: {}", file.name, file.summary()),
        };
        for Survivor { item, name, place: (file, line, column), text: change, .. } in
            &file.survivors
        {
            let _ = writeln!(text, "  {file}:{line}:{column}: {item} `{name}`: {change}");
        }
    }
    text
}

/// The survivors for programs.
pub fn json(files: &[FileMutants]) -> Value {
    let file = |file: &FileMutants| {
        let survivors: Vec<Value> = file.survivors.iter().map(Survivor::json).collect();
        json!({
            "file": file.name,
            "refused": file.refused,
            "tests": file.tests,
            "mutants": file.mutants,
            "not_compiled": file.not_compiled,
            "survivors": survivors,
        })
    };
    json!({
        "mutants": files.iter().map(|file| file.mutants).sum::<usize>(),
        "survived": files.iter().map(|file| file.survivors.len()).sum::<usize>(),
        "files": files.iter().map(file).collect::<Vec<_>>(),
    })
}
