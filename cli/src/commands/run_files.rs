// SPDX-License-Identifier: Apache-2.0

//! The files of a command that answers events: it reads rules, tables and events, and writes
//! verdicts and tables.

use super::programs::{self, RuleSets};
use super::progress::{Unit, bar};
use super::terminal::complain;
use super::{Failure, refuse_overwriting};
use benches::executors::Engine;
use engine::change::Change;
use engine::executor::Executor;
use engine::program::Program;
use files::csv_input::LastLine;
use files::jobs::JobsWriter;
use files::output::create_writable_folder;
use files::tables::{load_tables_with, total_bytes};
use files::verdicts::VerdictWriter;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Input and output files.
#[derive(clap::Args)]
pub struct RunFiles {
    /// Rule file or program image
    pub file: PathBuf,
    /// Folder with TABLE.csv for every table; a table without a file starts empty. It can also have
    /// mode.csv (rule,mode) and parameter.csv (parameter,value)
    #[arg(long, value_name = "DIR")]
    pub data: PathBuf,
    /// Events file. Rows `mode` (fields rule, mode) change the mode of a rule, rows `parameter`
    /// (fields parameter, value) a parameter; rows `job` (field job) run a job
    #[arg(long, value_name = "FILE.csv")]
    pub events: PathBuf,
    /// File for the verdict of every event, with the rules that warned and the effects of a reject
    #[arg(long, value_name = "VERDICTS.csv")]
    pub out: Option<PathBuf>,
    /// File for the rows on which a step of a job failed (seq,job,key,rule,reason)
    #[arg(long, value_name = "JOBS.csv")]
    pub jobs: Option<PathBuf>,
    /// Folder for the tables after the last event, and for mode.csv and parameter.csv
    #[arg(long, value_name = "DIR")]
    pub dump: Option<PathBuf>,
    /// Refuse a CSV file whose last line has no line end, because a file that was cut off can end
    /// in the middle of a number; without this option it is a warning
    #[arg(long)]
    pub strict: bool,
}

/// The files that are written while events are answered, where they are requested.
#[derive(Default)]
pub struct Writers {
    /// The verdicts file.
    pub verdicts: Option<VerdictWriter>,
    /// The file of rows on which a step of a job failed.
    pub jobs: Option<JobsWriter>,
}

impl Writers {
    /// Completes the files.
    pub fn finish(self) -> Result<(), Failure> {
        self.verdicts.map_or(Ok(()), VerdictWriter::finish).map_err(Failure::of)?;
        self.jobs.map_or(Ok(()), JobsWriter::finish).map_err(Failure::of)
    }
}

impl RunFiles {
    /// Loads the program and the changes to the rule files `then` that follow it, starts the files
    /// that are requested, and creates the folder of the tables, so that an output that cannot be
    /// written is reported before the events. Refuses what the engine does not have.
    pub fn open_changing(
        &self,
        engine: Engine,
        then: &[&Path],
    ) -> Result<(Arc<Program>, Vec<Change>, Writers), Failure> {
        let load =
            |rules: &[&Path], outputs: &[&Path]| programs::load_changes(rules, outputs, engine);
        let ((program, changes), writers) = self.open_with(then, None, load)?;
        Ok((program, changes, writers))
    }

    /// As [`RunFiles::open_changing`], with the rule files `then` that replace the first during
    /// trading; `more` is a further output file.
    pub fn open_trading(
        &self,
        engine: Engine,
        then: &[&Path],
        more: Option<&Path>,
    ) -> Result<(RuleSets, Writers), Failure> {
        self.open_with(then, more, |rules, outputs| {
            programs::load_rule_sets(rules, outputs, engine)
        })
    }

    /// Loads the rule files with `load`, which is given them and the outputs, and starts the files.
    fn open_with<T>(
        &self,
        then: &[&Path],
        more: Option<&Path>,
        load: impl FnOnce(&[&Path], &[&Path]) -> Result<T, Failure>,
    ) -> Result<(T, Writers), Failure> {
        let outputs = self.out.iter().chain(&self.jobs).chain(&self.dump);
        let outputs: Vec<&Path> = outputs.map(PathBuf::as_path).chain(more).collect();
        let rules: Vec<&Path> =
            [self.file.as_path()].into_iter().chain(then.iter().copied()).collect();
        let inputs: Vec<&Path> =
            rules.iter().copied().chain([self.events.as_path(), &self.data]).collect();
        refuse_overwriting(&inputs, &outputs)?;
        let loaded = load(&rules, &outputs)?;
        let verdicts = self.out.as_deref().map(VerdictWriter::create);
        let jobs = self.jobs.as_deref().map(JobsWriter::create);
        let writers = Writers {
            verdicts: verdicts.transpose().map_err(Failure::of)?,
            jobs: jobs.transpose().map_err(Failure::of)?,
        };
        self.dump.as_deref().map_or(Ok(()), create_writable_folder).map_err(Failure::of)?;
        Ok((loaded, writers))
    }

    /// Loads the tables into an executor, with a progress bar, and reports the warnings. Returns
    /// whether there is a file of modes of rules.
    pub fn load(&self, executor: &mut dyn Executor) -> Result<bool, Failure> {
        let bar = bar("loading tables", total_bytes(&self.data, executor.program()), Unit::Bytes);
        let progress = &mut |bytes| bar.set_position(bytes);
        let report = load_tables_with(&self.data, executor, self.last_line(), progress)
            .map_err(Failure::of)?;
        bar.finish_and_clear();
        for warning in &report.warnings {
            complain!("warning: {warning}");
        }
        Ok(report.has_modes)
    }

    /// What happens to a last line without a line end.
    pub fn last_line(&self) -> LastLine {
        if self.strict { LastLine::Refused } else { LastLine::Taken }
    }

    /// The size of the events file in bytes, for progress.
    pub fn events_bytes(&self) -> u64 {
        std::fs::metadata(&self.events).map_or(0, |file| file.len())
    }
}
