// SPDX-License-Identifier: Apache-2.0

//! The folders in `scenarios/`: rules, data, events and the expected verdicts and tables. Their
//! format is defined in `scenarios/README.md`.

use engine::executor::Executor;
use engine::frame::JobStart;
use engine::job::JobRun;
use engine::program::Program;
use engine::schema::TableId;
use files::events::EventReader;
use files::{dump, tables, verdicts};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The tables that a scenario expects after one of its events: the text of each file, by name of
/// the table.
pub type Tables = BTreeMap<String, String>;

/// A scenario.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// The name of its folder.
    pub name: String,
    /// Its folder.
    pub folder: PathBuf,
    /// The text of its rule set.
    pub rules: String,
    /// Whether the folder has no rule set, so that this is `rules/broker.rules`.
    pub is_of_broker: bool,
    /// The text of `expected.csv`.
    pub verdicts: String,
    /// The expected tables, by the number of events before.
    pub tables: BTreeMap<usize, Tables>,
}

/// What an executor made of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The text of the verdicts file.
    pub verdicts: String,
    /// The tables after those numbers of events for which the scenario expects tables.
    pub tables: BTreeMap<usize, Tables>,
    /// Every table after the last event, hidden ones included.
    pub last: Tables,
}

impl Scenario {
    /// Reads all scenarios, in order of their names.
    ///
    /// # Panics
    /// If a folder is not a scenario.
    pub fn all() -> Vec<Scenario> {
        let root = project().join("scenarios");
        let mut folders: Vec<PathBuf> = entries(&root).filter(|path| path.is_dir()).collect();
        folders.sort();
        folders.iter().map(|folder| Scenario::read(folder)).collect()
    }

    /// Reads a scenario.
    ///
    /// # Panics
    /// If the folder is not a scenario.
    pub fn read(folder: &Path) -> Scenario {
        let rules = folder.join("scenario.rules");
        let is_of_broker = !rules.exists();
        let rules = if is_of_broker { project().join("rules/broker.rules") } else { rules };
        let verdicts = text(&folder.join("expected.csv"));
        let mut tables = BTreeMap::new();
        for path in folder.join("expected").read_dir().into_iter().flatten() {
            let path = path.expect("the folder can be listed").path();
            let Some(after) = name(&path).strip_prefix("after-") else { continue };
            let after = after.parse().unwrap_or_else(|_| panic!("{}", path.display()));
            tables.insert(after, csv_files(&path));
        }
        let last = csv_files(&folder.join("expected"));
        if !last.is_empty() {
            tables.insert(verdicts.lines().count() - 1, last);
        }
        Scenario {
            name: name(folder).to_owned(),
            folder: folder.to_owned(),
            rules: text(&rules),
            is_of_broker,
            verdicts,
            tables,
        }
    }

    /// Compiles the rule set.
    ///
    /// # Panics
    /// If it does not compile.
    pub fn program(&self) -> Program {
        self.compile(&self.rules)
    }

    /// Compiles the rule set with no table of more than `rows_max` rows.
    ///
    /// # Panics
    /// If it does not compile.
    pub fn program_of_rows(&self, rows_max: u32) -> Program {
        let mut parts = self.rules.split("(rows = ");
        let mut text = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (rows, rest) = part.split_once(')').expect("the parenthesis is closed");
            let rows: u32 = rows.parse().expect("the rows of a table are a number");
            text += &format!("(rows = {}){rest}", rows.min(rows_max));
        }
        self.compile(&text)
    }

    fn compile(&self, text: &str) -> Program {
        let (program, diagnostics) = rulec::compile(text);
        program.unwrap_or_else(|| {
            let texts: Vec<String> =
                diagnostics.iter().map(|d| d.render(&self.name, text, false)).collect();
            panic!("{}", texts.concat())
        })
    }

    /// Runs the first `events_max` events of the scenario on an executor with empty tables.
    ///
    /// # Panics
    /// If the data or the events cannot be read.
    pub fn run(&self, executor: &mut dyn Executor, events_max: usize) -> Outcome {
        let name = &self.name;
        let data = self.folder.join("data");
        if data.exists() {
            tables::load_tables(&data, executor, &mut |_| ())
                .unwrap_or_else(|error| panic!("{name}: {error}"));
        }
        let program = executor.program().clone();
        let mut events = EventReader::open(&self.folder.join("events.csv"), &program)
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut outcome = Outcome {
            verdicts: verdicts::HEADER.to_owned(),
            tables: BTreeMap::new(),
            last: Tables::new(),
        };
        let mut count = 0;
        while count < events_max {
            let event = events.next_event().unwrap_or_else(|error| panic!("{name}: {error}"));
            let Some(event) = event else { break };
            let verdict = executor.execute(event.frame);
            let (sequence, message) = (event.sequence, event.message);
            verdicts::push_line(&mut outcome.verdicts, &program, sequence, message, &verdict);
            if let Some(JobStart { job }) = JobStart::read(event.frame)
                && let Some(mut run) = JobRun::start(executor, job, sequence)
            {
                run.finish(executor, &mut |_, _| true);
            }
            count += 1;
            if let Some(expected) = self.tables.get(&count) {
                let mut found = all_tables(executor);
                found.retain(|table, _| expected.contains_key(table));
                outcome.tables.insert(count, found);
            }
        }
        outcome.last = all_tables(executor);
        outcome
    }

    /// Asserts that an outcome of all events is the expected one. `engine` is for the message.
    ///
    /// # Panics
    /// If it is not.
    pub fn assert_expected(&self, outcome: &Outcome, engine: &str) {
        let what = format!("scenario {}, {engine}", self.name);
        assert_lines(&outcome.verdicts, &self.verdicts, &format!("{what}: verdicts"));
        assert_eq!(
            outcome.tables.keys().collect::<Vec<_>>(),
            self.tables.keys().collect::<Vec<_>>(),
            "{what}: tables are expected after an event that does not exist"
        );
        for (after, expected) in &self.tables {
            for (table, expected) in expected {
                let found = outcome.tables[after].get(table);
                let found = found.unwrap_or_else(|| panic!("{what}: there is no table {table}"));
                assert_lines(found, expected, &format!("{what}: {table} after event {after}"));
            }
        }
    }
}

/// Asserts that two texts are equal and names the first line in which they differ.
fn assert_lines(found: &str, expected: &str, what: &str) {
    let mut lines = expected.lines();
    for (number, found) in (1..).zip(found.lines()) {
        let expected = lines.next().unwrap_or("(end)");
        assert_eq!(found, expected, "{what}, line {number} (found, expected)");
    }
    assert_eq!(None, lines.next(), "{what}: lines are missing (found, expected)");
}

/// The text of every table, as a dump has it.
fn all_tables(executor: &dyn Executor) -> Tables {
    let tables = executor.program().tables.iter().enumerate().map(|(index, table)| {
        let mut text = String::new();
        dump::write_table(executor, TableId(index as u16), &mut |part| text += part);
        (table.name.clone(), text)
    });
    tables.collect()
}

fn csv_files(folder: &Path) -> Tables {
    if !folder.exists() {
        return Tables::new();
    }
    let files = entries(folder).filter(|path| path.extension().is_some_and(|e| e == "csv"));
    files.map(|path| (name(&path).trim_end_matches(".csv").to_owned(), text(&path))).collect()
}

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the crate lies in the project")
}

fn entries(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let listed = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    listed.map(|entry| entry.expect("the folder can be listed").path())
}

fn name(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).expect("the names are text")
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
