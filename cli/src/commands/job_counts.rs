// SPDX-License-Identifier: Apache-2.0

//! What the steps of jobs did, for people and for programs.

use engine::job::StepCounts;
use serde_json::json;

/// A line of a summary.
pub fn job_line(job: &str, steps: &StepCounts) -> String {
    let StepCounts { done, skipped, failed } = steps;
    let rows = steps.all();
    format!("job {job}: {rows} rows, {done} done, {skipped} skipped, {failed} failed\n")
}

/// The counts as JSON.
pub fn steps_json(steps: &StepCounts) -> serde_json::Value {
    let StepCounts { done, skipped, failed } = steps;
    json!({ "rows": steps.all(), "done": done, "skipped": skipped, "failed": failed })
}
