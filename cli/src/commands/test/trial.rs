// SPDX-License-Identifier: Apache-2.0

//! One test on one executor.

use super::expected::{expectation, is_equal};
use super::results::Problem;
use super::wording;
use engine::executor::{Executor, digest};
use engine::job::{JobId, JobRun};
use engine::machine::FRAME_BYTES_MAX;
use engine::program::Program;
use engine::schema::{ColumnId, MessageId, TableId};
use engine::verdict::Verdict;
use rulec::Report;
use rulec::suite::{Constant, StepKind, Test};

/// What a test did on an executor.
pub struct Trial {
    /// What was not as expected, in the order of the steps.
    pub problems: Vec<Problem>,
    /// What can be compared with other executors.
    pub trace: Trace,
}

/// The verdicts and the rows of a test.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    /// The verdict of each step that sends a message, with the index of the step; for a job, those
    /// of its steps too.
    pub verdicts: Vec<(usize, Verdict)>,
    /// The digest of every table after the test, hidden tables included.
    pub digests: Vec<u64>,
}

/// Runs a test on an executor with empty tables.
pub fn run(report: &Report, test: &Test, executor: &mut dyn Executor) -> Trial {
    let program = executor.program().clone();
    let mut problems = Vec::new();
    let mut trace = Trace::default();
    for (index, step) in test.steps.iter().enumerate() {
        let mut buffer = [0; FRAME_BYTES_MAX];
        let lines = match (step.frame(&program, index as u32 + 1, &mut buffer), &step.kind) {
            // The compiler has checked the values.
            (Err(error), _) => Some(vec![error.to_string()]),
            (Ok(Some(frame)), StepKind::Given { .. }) => {
                executor.load(frame).reason.map(|reason| {
                    vec![format!("the row is refused: {reason}"), reason.meaning().into()]
                })
            }
            (Ok(Some(frame)), kind) => {
                let verdict = executor.execute(frame);
                trace.verdicts.push((index, verdict));
                if let StepKind::Job { job, .. } = kind {
                    run_job(executor, *job, index, &mut trace);
                }
                check_verdict(&program, kind, &verdict)
            }
            (Ok(None), kind) => check_rows(executor, kind),
        };
        problems.extend(lines.map(|lines| wording::problem(report, step, lines)));
    }
    let tables = 0..program.tables.len();
    trace.digests = tables.map(|table| digest(executor, TableId(table as u16))).collect();
    Trial { problems, trace }
}

/// Runs a job to its end. What its steps do is compared with other executors.
fn run_job(executor: &mut dyn Executor, job: JobId, index: usize, trace: &mut Trace) {
    if let Some(mut run) = JobRun::start(executor, job, 1) {
        run.finish(executor, &mut |_, verdict| {
            trace.verdicts.push((index, *verdict));
            true
        });
    }
}

fn check_verdict(program: &Program, kind: &StepKind, verdict: &Verdict) -> Option<Vec<String>> {
    let (expected, message) = expectation(kind)?;
    // A verdict without a message has empty maps, so the message does not matter.
    if expected.is_met(verdict, program, message.unwrap_or(MessageId(0))) {
        return None;
    }
    Some(vec![
        format!("expected  {}", wording::expected(program, expected)),
        format!("actual    {}", wording::verdict(program, kind, verdict)),
    ])
}

fn check_rows(executor: &dyn Executor, kind: &StepKind) -> Option<Vec<String>> {
    match kind {
        StepKind::ExpectRow { table, cells } => expect_row(executor, *table, cells),
        StepKind::ExpectEmpty { table } => expect_empty(executor, *table),
        StepKind::Given { .. }
        | StepKind::When { .. }
        | StepKind::Mode { .. }
        | StepKind::Job { .. } => None,
    }
}

/// The difference to the nearest row: the first one, in key order, with the most cells that are as
/// expected.
fn expect_row(
    executor: &dyn Executor,
    table: TableId,
    cells: &[(ColumnId, Constant)],
) -> Option<Vec<String>> {
    let columns = &executor.program().tables[usize::from(table.0)].columns;
    let name = &executor.program().tables[usize::from(table.0)].name;
    let mut rows = 0_u64;
    let mut nearest: Option<(usize, Vec<String>)> = None;
    executor.visit_rows(table, &mut |row| {
        rows += 1;
        let is_equal = |(id, value): &&(ColumnId, Constant)| {
            row.get(usize::from(id.0)).is_some_and(|cell| is_equal(cell, value))
        };
        let equal = cells.iter().filter(is_equal).count();
        if nearest.as_ref().is_none_or(|(best, _)| equal > *best) {
            nearest = Some((equal, wording::row_difference(columns, row, cells)));
        }
    });
    match nearest {
        Some((equal, _)) if equal == cells.len() => None,
        Some((_, difference)) => {
            let head = match rows {
                1 => format!("`{name}` has no such row; its only row is"),
                _ => format!("`{name}` has no such row; the nearest of its {rows} rows is"),
            };
            Some([head].into_iter().chain(difference).collect())
        }
        None => Some(vec![format!("`{name}` has no such row: it is empty")]),
    }
}

fn expect_empty(executor: &dyn Executor, table: TableId) -> Option<Vec<String>> {
    let table_def = &executor.program().tables[usize::from(table.0)];
    let mut rows = 0_u64;
    let mut first = Vec::new();
    executor.visit_rows(table, &mut |row| {
        if rows == 0 {
            first = wording::row_difference(&table_def.columns, row, &[]);
        }
        rows += 1;
    });
    let name = &table_def.name;
    let head = match rows {
        0 => return None,
        1 => format!("`{name}` is not empty; it has the row"),
        _ => format!("`{name}` is not empty; the first of its {rows} rows is"),
    };
    Some([head].into_iter().chain(first).collect())
}
