// SPDX-License-Identifier: Apache-2.0

//! What the steps of jobs did, for people and for programs.

use engine::job::StepCounts;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The steps of each job that was started, by its name.
pub type Jobs = BTreeMap<String, StepCounts>;

/// The counts as lines of a summary.
pub fn job_lines(jobs: &Jobs) -> String {
    let line = |(job, steps): (&String, &StepCounts)| {
        let StepCounts { done, skipped, failed } = steps;
        let rows = steps.all();
        format!("job {job}: {rows} rows, {done} done, {skipped} skipped, {failed} failed\n")
    };
    jobs.iter().map(line).collect()
}

/// The counts as JSON.
pub fn jobs_json(jobs: &Jobs) -> Map<String, Value> {
    let member = |(job, steps): (&String, &StepCounts)| {
        let StepCounts { done, skipped, failed } = steps;
        let counts =
            json!({ "rows": steps.all(), "done": done, "skipped": skipped, "failed": failed });
        (job.clone(), counts)
    };
    jobs.iter().map(member).collect()
}
