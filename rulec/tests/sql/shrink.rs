// SPDX-License-Identifier: Apache-2.0

//! Makes a failing case small.

use crate::compare::{Answer, Comparison, compare};
use crate::ours;
use crate::run::Failure;
use testkit::sql::{Batch, Body, Expr, SETTINGS, Server};

/// The most smaller cases that are tried.
const TRIES_MAX: usize = 400;

/// Returns whether the answers to the last event of a batch differ.
fn fails(server: &Server, batch: &Batch) -> bool {
    let Ok(program) = ours::compile(batch) else { return false };
    let Ok(lines) = ours::run(batch, program) else { return true };
    let Ok(theirs) = server.try_run(&(SETTINGS.to_owned() + &batch.postgres())) else {
        return false;
    };
    match (lines.last(), theirs.last()) {
        (Some(ours), Some(theirs)) if !theirs.starts_with("error 4") => {
            let (ours, theirs) = (Answer::read(ours), Answer::read(theirs));
            matches!(compare(&ours, &theirs), Comparison::Different)
        }
        _ => false,
    }
}

/// Returns a small batch whose last event still fails, if the batch fails on PostgreSQL.
pub fn shrink(server: &Server, mut batch: Batch, failure: &Failure) -> Batch {
    batch.events.truncate(failure.event + 1);
    let message = batch.events.last().map_or(0, |event| event.message);
    let alone = batch.with_messages(|other| other == message);
    let mut small = match (fails(server, &alone), fails(server, &batch)) {
        (true, _) => alone,
        (false, true) => batch,
        // It fails on SQLite only, or on the executors.
        (false, false) => return alone,
    };
    let mut at = 0;
    while at + 1 < small.events.len() {
        let mut smaller = small.clone();
        smaller.events.remove(at);
        if fails(server, &smaller) {
            small = smaller;
        } else {
            at += 1;
        }
    }
    let mut tries = 0;
    while let Some(smaller) = candidates(&small).into_iter().find(|smaller| {
        tries += 1;
        tries < TRIES_MAX && fails(server, smaller)
    }) {
        small = smaller;
    }
    small
}

/// Batches whose last message is smaller by one step.
fn candidates(batch: &Batch) -> Vec<Batch> {
    let Some(message) = batch.events.last().map(|event| event.message) else { return Vec::new() };
    let body = &batch.messages[message].body;
    let mut bodies = Vec::new();
    match body {
        Body::Rule(condition, Some(_)) => bodies.push(Body::Rule(condition.clone(), None)),
        Body::Statements(Some(_), list) => bodies.push(Body::Statements(None, list.clone())),
        Body::Rule(_, None) | Body::Value(..) | Body::Statements(None, _) => {}
    }
    if let Body::Statements(guard, list) = body
        && list.len() > 1
    {
        for index in 0..list.len() {
            let mut list = list.clone();
            list.remove(index);
            bodies.push(Body::Statements(guard.clone(), list));
        }
    }
    let count = body.clone().exprs_mut().into_iter().map(|expr| size(expr)).sum();
    for index in 0..count {
        for part in 0.. {
            let mut body = body.clone();
            let mut left = index;
            let node = body.exprs_mut().into_iter().find_map(|expr| nth(expr, &mut left));
            let Some(node) = node else { break };
            let kind = node.kind();
            let parts = node.parts();
            let Some(chosen) = parts.get(part).map(|part| (*part).clone()) else { break };
            if chosen.kind() == kind {
                *node = chosen;
                bodies.push(body);
            }
        }
    }
    let with = |body| {
        let mut batch = batch.clone();
        batch.messages[message].body = body;
        batch
    };
    bodies.into_iter().map(with).collect()
}

fn size(expr: &Expr) -> usize {
    1 + expr.parts().into_iter().map(size).sum::<usize>()
}

/// The node with that number, in the order of the text.
fn nth<'a>(expr: &'a mut Expr, left: &mut usize) -> Option<&'a mut Expr> {
    if *left == 0 {
        return Some(expr);
    }
    *left -= 1;
    expr.parts_mut().into_iter().find_map(|part| nth(part, left))
}
