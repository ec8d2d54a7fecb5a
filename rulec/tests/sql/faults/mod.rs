// SPDX-License-Identifier: Apache-2.0

//! Planted faults: the comparison with PostgreSQL finds each of them.
//!
//! A fault changes the resolved tree before it is planned, as a wrong resolver would, or the
//! dataflow before it is scheduled, as wrong lowering would. The cases are those of the comparison.

mod lowering;
mod resolver;

use crate::compare::Answer;
use crate::ours;
use crate::run::{batch_of, compile};
use crate::tally::Tally;
use engine::machine::LANES;
use engine::program::Program;
use lowering::LOWERING;
use resolver::RESOLVER;
use rulec::flow::TransactionFlow;
use rulec::hir::RuleSet;
use rulec::{emit, lex, lower, parse, plan, resolve, schedule};
use std::panic::{AssertUnwindSafe, catch_unwind};
use testkit::sql::{Batch, SETTINGS, Server, notice};

/// Batches in which every fault must be found.
const BATCHES: u64 = 128;

/// Where a fault is, and what it does. It returns whether it changed anything.
#[derive(Clone, Copy)]
enum Plant {
    /// In the resolver.
    Resolver(fn(&mut RuleSet) -> bool),
    /// In lowering.
    Lowering(fn(&mut TransactionFlow) -> bool),
}

/// The passes of `rulec::compile`, with a fault.
fn compile_with(text: &str, plant: Plant) -> Option<Program> {
    let (tokens, _) = lex::lex(text);
    let (file, _) = parse::parse(&tokens);
    let (rules, _) = resolve::resolve(&file, resolve::Paths::default());
    let mut rules = rules?;
    let mut is_changed = false;
    if let Plant::Resolver(change) = plant {
        is_changed |= change(&mut rules);
    }
    let plan = plan::plan(std::slice::from_ref(&rules));
    let mut strings = lower::Strings::default();
    let mut flows = lower::lower(&rules, &plan, &mut strings);
    if let Plant::Lowering(change) = plant {
        for flow in &mut flows {
            is_changed |= change(flow);
        }
    }
    if !is_changed {
        return None;
    }
    let mut program = emit::emit(&rules, &plan, schedule::schedule(&flows, LANES).ok()?);
    program.strings = strings.list;
    Some(program)
}

/// A batch with the answers of the rule language that equal PostgreSQL's.
struct Known {
    batch: Batch,
    answers: Vec<Option<Answer>>,
}

fn known(server: &Server) -> Vec<Known> {
    let mut script = SETTINGS.to_owned();
    let mut batches = Vec::new();
    for seed in 0..BATCHES {
        let (batch, program) = compile(batch_of(seed), &mut Tally::default());
        let Some(program) = program else { continue };
        let Ok(lines) = ours::run(&batch, program) else { continue };
        script += &batch.postgres();
        batches.push((batch, lines));
    }
    let mut theirs = server.run(&script).into_iter();
    let known = batches.into_iter().map(|(batch, lines)| {
        let answers = lines.iter().map(|line| {
            let (ours, theirs) = (Answer::read(line), Answer::read(&theirs.next()?));
            (ours == theirs).then_some(ours)
        });
        let answers = answers.collect();
        Known { batch, answers }
    });
    known.collect()
}

/// The number of cases until an answer differs from PostgreSQL's; none if no answer does.
fn cases_until_found(known: &[Known], plant: Plant) -> Option<usize> {
    let mut count = 0;
    for Known { batch, answers } in known {
        let program = compile_with(&batch.rules(), plant);
        // A fault can make a program that is not valid; then it is found elsewhere.
        let lines = program.and_then(|program| {
            catch_unwind(AssertUnwindSafe(|| ours::run(batch, program))).ok()?.ok()
        });
        if let Some(lines) = lines {
            for (line, answer) in lines.iter().zip(answers) {
                count += 1;
                if answer.as_ref().is_some_and(|answer| *answer != Answer::read(line)) {
                    return Some(count);
                }
            }
        } else {
            count += answers.len();
        }
    }
    None
}

#[test]
fn every_planted_fault_is_found() {
    let Some(server) = Server::or_skip("the planted faults") else { return };
    let known = known(&server);
    let resolver = RESOLVER.iter().map(|(name, change)| (*name, Plant::Resolver(*change)));
    let lowering = LOWERING.iter().map(|(name, change)| (*name, Plant::Lowering(*change)));
    let faults: Vec<(&str, Plant)> = resolver.chain(lowering).collect();
    assert!(faults.len() >= 20);
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let found: Vec<Option<usize>> =
        faults.iter().map(|(_, plant)| cases_until_found(&known, *plant)).collect();
    std::panic::set_hook(hook);
    let mut missed = Vec::new();
    for ((name, plant), count) in faults.iter().zip(found) {
        let place = if matches!(plant, Plant::Resolver(_)) { "resolver" } else { "lowering" };
        match count {
            Some(count) => notice(&format!("fault in {place}: {name}: found by case {count}")),
            None => missed.push(*name),
        }
    }
    assert!(missed.is_empty(), "faults that no case finds: {missed:?}");
}
