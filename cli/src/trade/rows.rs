//! The tables of a folder, in a twin and as the frames that every card is given.

use crate::error::InputError;
use crate::tables::{LoadReport, load_tables};
use engine::executor::{Cell, Executor};
use engine::program::Program;
use engine::schema::TableId;
use engine::takeover::TakeoverError;
use engine::twin::Twin;
use engine::verdict::Verdict;
use std::path::Path;
use std::sync::Arc;

/// A twin that holds the tables, and their row frames one behind the other.
pub struct LoadedTables {
    /// The twin.
    pub twin: Twin,
    /// The frames.
    pub frames: Vec<u8>,
    /// What was loaded.
    pub report: LoadReport,
}

/// Loads a folder; `progress` hears of the bytes read.
///
/// # Errors
/// As [`load_tables`].
pub fn load(folder: &Path, twin: Twin, progress: &mut dyn FnMut(u64)) -> Result<LoadedTables, InputError> {
    let mut recorder = Recorder { twin, frames: Vec::new() };
    let report = load_tables(folder, &mut recorder, progress)?;
    let Recorder { twin, frames } = recorder;
    Ok(LoadedTables { twin, frames, report })
}

/// Keeps every row that the twin takes.
struct Recorder {
    twin: Twin,
    frames: Vec<u8>,
}

impl Executor for Recorder {
    fn program(&self) -> &Program {
        self.twin.program()
    }

    fn execute(&mut self, frame: &[u8]) -> Verdict {
        self.twin.execute(frame)
    }

    fn load(&mut self, frame: &[u8]) -> Verdict {
        let verdict = self.twin.load(frame);
        if verdict.is_accept() {
            self.frames.extend_from_slice(frame);
        }
        verdict
    }

    fn swap(&mut self, program: Arc<Program>) -> Result<(), TakeoverError> {
        self.twin.swap(program)
    }

    fn visit_rows(&self, table: TableId, visit: &mut dyn FnMut(&[Cell<'_>])) {
        self.twin.visit_rows(table, visit);
    }
}
