// SPDX-License-Identifier: Apache-2.0

//! Runs the tests of a rule file on an executor.

use engine::executor::{Cell, Executor};
use engine::job::JobRun;
use engine::machine::FRAME_BYTES_MAX;
use engine::schema::{ColumnId, MessageId, TableId};
use engine::verdict::{Reason, Verdict};
use rulec::suite::{Constant, Expected, Step, StepKind, Test};

/// The verdict of a step that sends a message; none for another step.
fn answer(step: &Step, executor: &mut dyn Executor) -> Result<Option<Verdict>, String> {
    let program = executor.program().clone();
    let mut buffer = [0; FRAME_BYTES_MAX];
    let frame = step.frame(&program, 1, &mut buffer).map_err(|error| format!("{error:?}"))?;
    Ok(match (&step.kind, frame) {
        (StepKind::Given { .. }, Some(frame)) => {
            let verdict = executor.load(frame);
            match verdict.is_accept() {
                true => None,
                false => return Err(format!("a given row is refused: {verdict:?}")),
            }
        }
        (StepKind::Job { job, .. }, Some(frame)) => {
            let verdict = executor.execute(frame);
            if let Some(mut run) = JobRun::start(executor, *job, 1) {
                run.finish(executor, &mut |_, _| true);
            }
            Some(verdict)
        }
        (_, Some(frame)) => Some(executor.execute(frame)),
        (_, None) => None,
    })
}

/// Runs a test on an executor with empty tables.
///
/// # Errors
/// The first step that does not do what it expects.
pub(super) fn run(test: &Test, executor: &mut dyn Executor) -> Result<(), String> {
    for (index, step) in (1..).zip(&test.steps) {
        let place = format!("test \"{}\", step {index}", test.name);
        let verdict = answer(step, executor).map_err(|error| format!("{place}: {error}"))?;
        let is_met = match (&step.kind, &verdict) {
            (StepKind::When { message, expected, .. }, Some(verdict)) => {
                is_met(*expected, verdict, executor, *message)
            }
            (StepKind::Mode { expected, .. } | StepKind::Job { expected, .. }, Some(verdict)) => {
                is_met(*expected, verdict, executor, MessageId(0))
            }
            (StepKind::ExpectRow { table, cells }, _) => has_row(executor, *table, cells),
            (StepKind::ExpectEmpty { table }, _) => !has_row(executor, *table, &[]),
            (StepKind::Given { .. }, _)
            | (StepKind::When { .. } | StepKind::Mode { .. } | StepKind::Job { .. }, None) => true,
        };
        if !is_met {
            return Err(format!("{place} is not met: {verdict:?}"));
        }
    }
    Ok(())
}

/// The reason of the verdict of the last message of a test.
///
/// # Errors
/// A row or message that cannot be sent.
pub(super) fn last_reason(
    test: &Test,
    executor: &mut dyn Executor,
) -> Result<Option<Reason>, String> {
    let mut last = None;
    for step in &test.steps {
        last = answer(step, executor)?.or(last);
    }
    Ok(last.and_then(|verdict| verdict.reason))
}

fn is_met(
    expected: Expected,
    verdict: &Verdict,
    executor: &dyn Executor,
    message: MessageId,
) -> bool {
    expected.is_met(verdict, executor.program(), message)
}

/// Whether a table has a row with these cells.
fn has_row(executor: &dyn Executor, table: TableId, cells: &[(ColumnId, Constant)]) -> bool {
    let mut found = false;
    executor.visit_rows(table, &mut |row| {
        found |= cells.iter().all(|(column, constant)| {
            match (row.get(usize::from(column.0)), constant) {
                (Some(Cell::Null), Constant::Null) => true,
                (Some(Cell::Number(cell)), Constant::Number(number)) => cell == number,
                (Some(Cell::Text(cell)), Constant::Text(text)) => cell == text,
                _ => false,
            }
        });
    });
    found
}
