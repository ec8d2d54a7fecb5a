// SPDX-License-Identifier: Apache-2.0

//! Differential test of the rule language against PostgreSQL and SQLite.

mod ours;
mod server;
#[cfg(test)]
mod scratch;

use server::Server;
use std::time::Instant;
use testkit::rng::Rng;
use testkit::sql::{Batch, FUNCTIONS, SETTINGS};

fn variable(name: &str) -> Option<u64> {
    let text = std::env::var(name).ok()?;
    let number = text.replace('_', "").parse();
    Some(number.unwrap_or_else(|_| panic!("{name} must be a number, not `{text}`")))
}

#[test]
fn expressions_and_statements_mean_what_they_mean_in_sql() {
    let server = Server::start(server::find_programs().expect("no postgres"));
    server.run(FUNCTIONS);
    let count = variable("RISKGATE_CASES").unwrap_or(1000) / 60;
    let mut t_ours = 0.0;
    let mut t_pg = 0.0;
    let mut bad = 0;
    let mut total = 0;
    let mut codes: std::collections::BTreeMap<String, (u32, String)> = Default::default();
    let seeds: Vec<u64> = (0..count).collect();
    for part in seeds.chunks(16) {
        let mut script = SETTINGS.to_owned();
        let mut all = Vec::new();
        for &seed in part {
        let mut batch = Batch::random(10, 6, testkit::sql::Constructs::served(), &mut Rng::seeded(seed));
        let start = Instant::now();
        let program = match ours::compile(&batch) {
            Ok(program) => program,
            Err(_) => {
                let full = batch.clone();
                batch = full.with_messages(|m| {
                    let one = full.with_messages(|n| n == m);
                    match ours::compile(&one) {
                        Ok(_) => true,
                        Err((code, text)) => {
                            let entry = codes.entry(code).or_insert((0, text));
                            entry.0 += 1;
                            false
                        }
                    }
                });
                match ours::compile(&batch) {
                    Ok(program) => program,
                    Err((code, text)) => {
                        let entry = codes.entry(format!("whole {code}")).or_insert((0, text));
                        entry.0 += 1;
                        continue;
                    }
                }
            }
        };
        let lines = ours::run(&batch, program).unwrap();
        t_ours += start.elapsed().as_secs_f64();
        script += &batch.postgres();
        all.push((seed, batch, lines));
        }
        let start = Instant::now();
        let theirs = server.run(&script);
        t_pg += start.elapsed().as_secs_f64();
        let mut at = 0;
        for (seed, batch, lines) in all {
        let their = &theirs[at..at + lines.len()];
        at += lines.len();
        for (index, (ours, theirs)) in lines.iter().zip(their).enumerate() {
            total += 1;
            let map = theirs.replace("error 22003", "overflow").replace("error 22012", "division_by_zero").replace("error 23502", "null_violation").replace("error 23505", "duplicate_key");
            let mut a: Vec<&str> = ours.split(';').collect(); a[1..].sort();
            let mut b: Vec<&str> = map.split(';').collect(); b[1..].sort();
            if a != b {
                bad += 1;
                if bad < 30 {
                let event = &batch.events[index];
                println!("seed {seed} event {index} {:?} ours {ours} theirs {map}\n{}", event.values, batch.messages[event.message].rules());
                }
                if a.len() > 1 { break; }
            }
        }
        }
    }
    for (code, (n, text)) in &codes { println!("{code} {n}\n{text}"); }
    println!("total {total} bad {bad} ours {t_ours} pg {t_pg}");
}
