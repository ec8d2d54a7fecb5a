// SPDX-License-Identifier: Apache-2.0

//! The summary at the end of a run, for people and for programs.

use super::super::job_counts::{Jobs, job_lines, jobs_json};
use super::changes::Ends;
use host::supervisor::{Role, Summary};
use serde_json::json;
use testbed::bench::Outcome;

/// The summary as text; `before` is the number of events that earlier runs answered.
pub fn summary(outcome: &Outcome, before: u64, changes: &Ends<'_>, jobs: &Jobs) -> String {
    let Summary { accepted, rejected, refused, retired, .. } = &outcome.summary;
    let mut text = format!(
        "{} messages sent: {accepted} accepted, {rejected} rejected, {refused} refused; {} \
         reached the exchange\n",
        outcome.sent, outcome.exchanged
    );
    if before > 0 {
        text += &format!(
            "{before} messages were answered by earlier runs, {} in total\n",
            before + accepted + rejected + refused
        );
    }
    text += &job_lines(jobs);
    for (file, end) in changes {
        text += &match end {
            Ok(event) => format!("{} took over after event {event}\n", file.display()),
            Err(why) => format!("{} did not take over: {why}\n", file.display()),
        };
    }
    for card in retired {
        text +=
            &format!("{} was retired after record {}: {}", card.name(), card.last_record, card.why);
        if let Some(time) = card.without_service {
            text += &format!("; {time:.1?} without service");
        }
        text.push('\n');
    }
    for (who, times) in
        [("trader", outcome.summary.trader_waits), ("exchange", outcome.summary.exchange_waits)]
    {
        if times > 0 {
            text += &format!("orders waited {times} times because the {who} read no notices\n");
        }
    }
    for (card, register, count) in &outcome.summary.faults {
        text += &format!(
            "card {card} counted {} {count}: {}\n",
            register.name,
            register.meaning.trim()
        );
    }
    let agree = outcome.digests.iter().all(|of| {
        let mut left = of.iter().flatten();
        left.next().is_none_or(|first| left.all(|digest| digest == first))
    });
    let voters = outcome.digests.first().map_or(0, |of| of.iter().flatten().count());
    if agree && voters > 1 {
        text +=
            &format!("all {} tables are equal in all {voters} members\n", outcome.digests.len());
    }
    text
}

/// The summary as JSON.
pub fn summary_json(
    outcome: &Outcome,
    before: u64,
    changes: &Ends<'_>,
    jobs: &Jobs,
) -> serde_json::Value {
    let summary = &outcome.summary;
    let retired = summary.retired.iter().map(|card| {
        let micros = card.without_service.map(|time| time.as_micros() as u64);
        let is_card = !matches!(card.role, Role::Twin | Role::SoftCard);
        json!({
            "card": is_card.then_some(card.card),
            "who": card.name(),
            "was_active": card.role == Role::Active,
            "why": card.why,
            "last_record": card.last_record,
            "without_service_us": micros,
        })
    });
    let retired: Vec<_> = retired.collect();
    let changes = changes.iter().map(|(file, end)| {
        json!({
            "file": file.display().to_string(),
            "behind_event": end.as_ref().ok(),
            "why_not": end.as_ref().err(),
        })
    });
    let changes: Vec<_> = changes.collect();
    let faults = summary.faults.iter();
    let faults: Vec<_> = faults
        .map(|(card, register, count)| {
            json!({ "card": card, "register": register.name, "count": count })
        })
        .collect();
    let digests: Vec<_> = outcome
        .digests
        .iter()
        .map(|of| of.map(|digest| digest.map(|digest| format!("{digest:016x}"))))
        .collect();
    json!({
        "sent": outcome.sent,
        "before": before,
        "accepted": summary.accepted,
        "rejected": summary.rejected,
        "refused": summary.refused,
        "jobs": jobs_json(jobs),
        "changes": changes,
        "exchanged": outcome.exchanged,
        "trader_waits": summary.trader_waits,
        "exchange_waits": summary.exchange_waits,
        "faults": faults,
        "retired": retired,
        "digests": digests,
    })
}
