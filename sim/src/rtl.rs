// SPDX-License-Identifier: Apache-2.0

//! The emitted design as an executor: it loads programs through the program port, rows through the
//! host's stream and messages through the stream of orders, and reads tables back.

use crate::core_model::{Answer, CoreModel, Streamed};
use crate::kernel::{Kernel, KernelError, with_kernel};
use crate::readback::OwnedCell;
use engine::build::Build;
use engine::executor::{Cell, Executor};
use engine::frame::{self, JobStart, ModeChange};
use engine::microcode::MicrocodeError;
use engine::program::Program;
use engine::rule::{Mode, ModeError};
use engine::schema::{MessageDef, RuleId, TableId};
use engine::takeover::TakeoverError;
use engine::validate::{ProgramError, validate};
use engine::verdict::{Reason, Verdict};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::Arc;
use tools::stdout_redirect::StdoutRedirect;
use tools::target_folder;
use tools::verilator::{VerilatorError, find_or_fetch};

/// Why the design cannot run a program.
#[derive(Debug, thiserror::Error)]
pub enum RtlError {
    /// Verilator is missing.
    #[error("no simulator for `--engine rtl`: {0}")]
    Verilator(#[from] VerilatorError),
    /// The model of the design could not be built.
    #[error(transparent)]
    Kernel(#[from] KernelError),
    /// The program is not valid.
    #[error(transparent)]
    Program(#[from] ProgramError),
    /// The program does not fit the design.
    #[error(transparent)]
    Microcode(#[from] MicrocodeError),
}

/// The design with a program, simulated by Verilator.
pub struct Rtl<'k, 'r> {
    core: RefCell<CoreModel<'k, 'r>>,
    program: Arc<Program>,
    cycles: BTreeMap<u8, Cycles>,
}

/// The cycles that messages of one kind took: the fewest and the most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cycles {
    /// The number of messages.
    pub count: u64,
    /// Cycles from the first beat in to the first beat out.
    pub verdict: RangeInclusive<u64>,
    /// Cycles from the first beat in to the cycle in which the core can take the next frame.
    pub release: RangeInclusive<u64>,
    /// Cycles from the first beat in to the end of the commit.
    pub commit: RangeInclusive<u64>,
}

impl Cycles {
    /// The cycles of no message. The ranges are empty, so the first message sets both ends.
    #[expect(clippy::reversed_empty_ranges, reason = "an empty range is what is meant")]
    pub const NONE: Cycles =
        Cycles { count: 0, verdict: u64::MAX..=0, release: u64::MAX..=0, commit: u64::MAX..=0 };

    /// Adds a message.
    pub fn note(&mut self, answer: &Answer) {
        let widen = |range: &mut RangeInclusive<u64>, cycles: u64| {
            *range = cycles.min(*range.start())..=cycles.max(*range.end());
        };
        self.count += 1;
        widen(&mut self.verdict, answer.verdict_cycles);
        widen(&mut self.release, answer.release_cycles);
        widen(&mut self.commit, answer.commit_cycles);
    }
}

impl<'k, 'r> Rtl<'k, 'r> {
    /// Resets the core of a build in `kernel`, empties its tables and loads a program.
    ///
    /// # Errors
    /// [`MicrocodeError`] if the core cannot run the program.
    pub fn new(
        kernel: &'k mut Kernel<'r>,
        build: Build,
        program: Arc<Program>,
    ) -> Result<Rtl<'k, 'r>, MicrocodeError> {
        let core = CoreModel::new(kernel, build, Arc::clone(&program))?;
        Ok(Rtl { core: RefCell::new(core), program, cycles: BTreeMap::new() })
    }
}

impl Rtl<'_, '_> {
    /// The cycles of all well-formed messages so far, by message kind.
    pub fn cycles(&self) -> &BTreeMap<u8, Cycles> {
        &self.cycles
    }

    /// Resets the core, empties its tables and loads the program again, as [`Rtl::new`] does.
    ///
    /// # Errors
    /// [`MicrocodeError`] if the core cannot run the program.
    pub fn restart(&mut self) -> Result<(), MicrocodeError> {
        self.cycles.clear();
        self.core.get_mut().restart()
    }

    /// Executes a frame like [`Executor::execute`], and returns the cycles too.
    pub fn answer(&mut self, frame: &[u8]) -> Answer {
        self.answer_from(frame, 0)
    }

    /// Like [`Rtl::answer`], for a frame that comes from a session.
    pub fn answer_from(&mut self, frame: &[u8], session: u16) -> Answer {
        let answer = self.core.get_mut().execute(frame, session);
        self.note(frame, answer);
        answer
    }

    /// Executes a frame of a hidden message like [`Executor::step`], and returns the cycles too.
    pub fn answer_step(&mut self, frame: &[u8]) -> Answer {
        // The core takes it from the host's stream only, like a row.
        let answer = self.core.get_mut().load(frame);
        self.note(frame, answer);
        answer
    }

    fn note(&mut self, frame: &[u8], answer: Answer) {
        if let (Some(kind), true) =
            (frame::kind(frame), answer.verdict.reason != Some(Reason::Malformed))
        {
            self.cycles.entry(kind).or_insert(Cycles::NONE).note(&answer);
        }
    }

    /// Whether a frame is of a hidden message.
    fn is_hidden(&self, frame: &[u8]) -> bool {
        let message =
            frame::kind(frame).and_then(|kind| self.program.messages.get(usize::from(kind)));
        message.is_some_and(MessageDef::is_hidden)
    }

    /// Answers a control frame, which the host executes: it does not reach the core.
    fn control(&mut self, frame: &[u8]) -> Verdict {
        if let Some(JobStart { job }) = JobStart::read(frame) {
            return engine::job::start(&self.program, job);
        }
        let change = ModeChange::read(frame);
        match change.map(|change| self.core.get_mut().set_mode(change.rule, change.mode)) {
            Some(Ok(())) => Verdict::ACCEPT,
            Some(Err(_)) | None => Verdict::refused(Reason::Malformed),
        }
    }

    /// Executes frames without a cycle between them.
    pub fn stream(&mut self, frames: &[&[u8]]) -> Vec<Streamed> {
        self.core.get_mut().stream(frames, 0)
    }

    /// Flips a bit of a constant, see [`CoreModel::flip_bit`].
    pub fn flip_bit(&mut self, place: u64) -> bool {
        self.core.get_mut().flip_bit(place)
    }
}

/// Runs `body` with the design of a build and a program. The first call for a build makes its
/// model, which takes a minute or two.
///
/// # Errors
/// [`RtlError`] if Verilator is missing, or the design cannot run the program.
pub fn with_rtl<T>(
    program: Arc<Program>,
    build: Build,
    progress: &mut dyn FnMut(&str),
    body: impl FnOnce(&mut Rtl<'_, '_>) -> T,
) -> Result<T, RtlError> {
    validate(&program)?;
    // A program that does not fit is reported before the model is built.
    engine::microcode::load(&program, 0, &build)?;
    let verilator = find_or_fetch(progress)?;
    let name = match build {
        Build::DEFAULT => "core",
        Build::SMALL => hdl::SMALL_CORE,
        _ => "core_of_build",
    };
    progress("making the model of the design, which takes a minute or two the first time");
    let core = hdl::core(name, &build);
    let folder = target_folder().join("rtl");
    let redirect = StdoutRedirect::to_stderr();
    with_kernel(&verilator, &folder, &core, |kernel| {
        drop(redirect);
        progress("emptying its tables");
        Ok(body(&mut Rtl::new(kernel, build, program)?))
    })?
}

impl Executor for Rtl<'_, '_> {
    fn program(&self) -> &Program {
        &self.program
    }

    fn execute(&mut self, frame: &[u8]) -> Verdict {
        if frame::kind(frame) == Some(frame::CONTROL_KIND) {
            return self.control(frame);
        }
        self.answer(frame).verdict
    }

    fn step(&mut self, frame: &[u8]) -> Verdict {
        match self.is_hidden(frame) {
            true => self.answer_step(frame).verdict,
            false => Verdict::refused(Reason::Malformed),
        }
    }

    fn load(&mut self, frame: &[u8]) -> Verdict {
        if self.is_hidden(frame) {
            return Verdict::refused(Reason::Malformed);
        }
        self.core.get_mut().load(frame).verdict
    }

    fn mode(&self, rule: RuleId) -> Option<Mode> {
        self.core.borrow().mode(rule)
    }

    fn set_mode(&mut self, rule: RuleId, mode: Mode) -> Result<(), ModeError> {
        self.core.get_mut().set_mode(rule, mode)
    }

    fn swap(&mut self, program: Arc<Program>) -> Result<(), TakeoverError> {
        let core = self.core.get_mut();
        core.prepare(Arc::clone(&program))?;
        core.take_over();
        self.program = program;
        Ok(())
    }

    fn visit_rows(&self, table: TableId, visit: &mut dyn FnMut(&[Cell<'_>])) {
        let key = &self.program.tables[usize::from(table.0)].key;
        let mut rows = self.core.borrow_mut().rows(table);
        rows.sort_by_cached_key(|row| {
            key.iter().map(|c| row[usize::from(c.0)].clone()).collect::<Vec<OwnedCell>>()
        });
        for row in &rows {
            let cells: Vec<Cell<'_>> = row.iter().map(OwnedCell::as_cell).collect();
            visit(&cells);
        }
    }
}
