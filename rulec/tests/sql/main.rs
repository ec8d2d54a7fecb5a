// SPDX-License-Identifier: Apache-2.0

//! Differential test: expressions, rules and statements mean in the rule language what they mean in
//! PostgreSQL and SQLite, except for the differences of `testkit::sql::DIFFERENCES`.
//!
//! The test starts its own PostgreSQL server. Cases are random; each seed gives one batch of them.
//!
//! | variable | does |
//! | --- | --- |
//! | `RISKGATE_SEED=n` | runs the batch of that seed only |
//! | `RISKGATE_CASES=n` | runs at least that many cases instead of 100,000 |
//! | `REQUIRE_POSTGRES=1` | fails if there is no PostgreSQL; otherwise the test is skipped |
//! | `RISKGATE_REFUSED=1` | prints what the compiler says about messages that it refuses |

mod compare;
mod faults;
mod ours;
mod page;
mod regressions;
mod run;
mod shrink;
mod sqlite;
mod tally;

use run::{CASES, Failure};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use tally::Tally;
use testkit::rng::Rng;
use testkit::sql::{Batch, Body, Constructs, Dialect, SETTINGS, Server, notice};

/// Cases of an ordinary run.
const CASES_MIN: u64 = 100_000;
/// Seeds that share a connection. A connection takes as long as several batches.
const SEEDS_PER_SCRIPT: usize = 16;

fn variable(name: &str) -> Option<u64> {
    let text = std::env::var(name).ok()?;
    let number = text.replace('_', "").parse();
    Some(number.unwrap_or_else(|_| panic!("{name} must be a number, not `{text}`")))
}

#[test]
fn the_rule_language_means_what_sql_means() {
    let Some(server) = Server::or_skip("the comparison with PostgreSQL") else { return };
    let cases = variable("RISKGATE_CASES").unwrap_or(CASES_MIN);
    let only = variable("RISKGATE_SEED");
    // The compiler can refuse a twentieth of the messages.
    let seeds: Vec<u64> =
        only.map_or((0..cases * 21 / 20 / CASES + 1).collect(), |seed| vec![seed]);
    let scripts: Vec<&[u64]> = seeds.chunks(SEEDS_PER_SCRIPT).collect();
    let next = AtomicUsize::new(0);
    let total = Mutex::new((Tally::default(), Vec::<Failure>::new()));
    let threads = std::thread::available_parallelism().map_or(1, |count| count.get().min(8));
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let mut tally = Tally::default();
                let mut failures = Vec::new();
                while let Some(seeds) = scripts.get(next.fetch_add(1, Ordering::Relaxed)) {
                    failures.extend(run::run(&server, seeds, &mut tally).err());
                }
                let mut total = total.lock().expect("no thread panics with the lock");
                total.0.merge(tally);
                total.1.extend(failures);
            });
        }
    });
    let (tally, mut failures) = total.into_inner().expect("no thread panics with the lock");
    notice(&tally.to_string());
    failures.sort_by_key(|failure| failure.seed);
    if let Some(failure) = failures.first() {
        let seeds: Vec<u64> = failures.iter().map(|failure| failure.seed).collect();
        panic!("{} seeds fail: {seeds:?}\n{}", seeds.len(), report(&server, failure));
    }
    if only.is_none() && cases >= CASES_MIN {
        tally.assert_full();
    }
}

/// Shrinks a failure and describes it.
fn report(server: &Server, failure: &Failure) -> String {
    let (batch, _) = run::compile(run::batch_of(failure.seed), &mut Tally::default());
    let small = shrink::shrink(server, batch.clone(), failure);
    let mut text = format!(
        "seed {seed} fails at event {}; RISKGATE_SEED={seed} repeats it\n{}\n{}\nsmaller:\n{}\n",
        failure.event,
        failure.report,
        batch.messages[batch.events[failure.event].message].rules(),
        small.rules(),
        seed = failure.seed,
    );
    let fields: Vec<&str> = small.fields.iter().map(|field| field.name.as_str()).collect();
    text += &format!("message: {}\n", fields.join(", "));
    for event in &small.events {
        let name = &small.messages[event.message].name;
        let values = event.values.iter().zip(&small.fields);
        let values: Vec<String> = values.map(|(value, field)| value.sql(field.ty)).collect();
        text += &format!("{name} {}\n", values.join(", "));
    }
    let lines = ours::compile(&small).ok().and_then(|program| ours::run(&small, program).ok());
    let theirs = server.try_run(&(SETTINGS.to_owned() + &small.postgres()));
    text += &format!("rule language {:#?}\nPostgreSQL {theirs:#?}\n", lines.unwrap_or_default());
    let last =
        small.events.last().map(|event| small.messages[event.message].postgres(Dialect::Postgres));
    text + &last.unwrap_or_default()
}

/// What is generated is SQL, also for constructs that the compiler does not serve yet: PostgreSQL
/// finds no error of syntax, name or type.
#[test]
fn every_construct_is_sql() {
    let Some(server) = Server::or_skip("the check of the generator") else { return };
    let mut script = SETTINGS.to_owned();
    let mut batches = Vec::new();
    for seed in 0..64 {
        let batch = Batch::random(10, 1, Constructs::all(), &mut Rng::new(seed, 1));
        script += &batch.postgres();
        batches.push(batch);
    }
    let lines = server.run(&script);
    let events = batches.iter().flat_map(|batch| batch.events.iter().map(move |e| (batch, e)));
    for ((batch, event), line) in events.zip(lines) {
        let message = &batch.messages[event.message];
        let kind = match message.body {
            Body::Value(..) => "value",
            Body::Rule(..) => "rule",
            Body::Statements(..) => "statements",
        };
        assert!(!line.starts_with("error 4"), "{kind}: {line}\n{}", message.rules());
    }
}
