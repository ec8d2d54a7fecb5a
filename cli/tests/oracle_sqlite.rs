// SPDX-License-Identifier: Apache-2.0

//! The engine against the broker's rule set of release 0.1.0 in plain SQL on SQLite: the verdict of
//! each event, and every table at the end. The rules of today are compared with books that are kept
//! in Rust, in the test `life_cycles` of `rulec`.
//!
//! The oracle itself is tested first: on the scenario `broker-0.1.0`, and on random messages, which
//! must neither create nor destroy money or shares. Then random messages are replayed by
//! `riskgate run`, and its verdicts file and dumps must be identical to those of the oracle.
//!
//! `RISKGATE_SEED` sets the seed of the random tests. A failure prints the seed.

mod oracle;

use oracle::random::Messages;
use oracle::{Event, MESSAGES, Oracle, TABLES, files, full};
use rusqlite::types::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use testkit::scenarios::Scenario;

fn rules_file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../scenarios/broker-0.1.0/scenario.rules")
}

fn seed() -> u64 {
    match std::env::var("RISKGATE_SEED") {
        Ok(text) => text.parse().expect("RISKGATE_SEED is a number"),
        Err(_) => 20_210_412,
    }
}

/// The answers of the oracle to `FOLDER/events.csv` on `FOLDER/data`.
struct Answers {
    /// Each event with its line of the verdicts file.
    verdicts: Vec<(Event, String)>,
    /// The dump of each table after the last event.
    dumps: Vec<(&'static str, String)>,
}

impl Answers {
    fn of(folder: &Path) -> Answers {
        let mut oracle = Oracle::of_folder(&folder.join("data"));
        let events = files::read_events(&folder.join("events.csv"));
        let answer = |(sequence, event): (usize, Event)| {
            let line = files::verdict_line(sequence, &event, &oracle.apply(&event));
            (event, line)
        };
        let verdicts = (1..).zip(events).map(answer).collect();
        let dumps = TABLES.iter().map(|(table, _, _)| (*table, oracle.dump_text(table))).collect();
        Answers { verdicts, dumps }
    }
}

/// Replays `FOLDER/events.csv` on `FOLDER/data` by `riskgate run` and compares its verdicts and
/// dumps with those of the oracle. `what` names the events in messages.
fn compare(folder: &Path, engine: &str, answers: &Answers, what: &str) {
    let (verdicts, dump) = (folder.join("verdicts.csv"), folder.join("dump"));
    let run = Command::new(env!("CARGO_BIN_EXE_riskgate"))
        .arg("run")
        .arg(rules_file())
        .args(["--engine", engine, "--data"])
        .arg(folder.join("data"))
        .arg("--events")
        .arg(folder.join("events.csv"))
        .arg("--out")
        .arg(&verdicts)
        .arg("--dump")
        .arg(&dump)
        .output()
        .expect("riskgate can be started");
    assert!(run.status.success(), "{what}: riskgate run: {}", String::from_utf8_lossy(&run.stderr));
    let verdicts = fs::read_to_string(&verdicts).expect("there is a verdicts file");
    let mut lines = verdicts.lines();
    assert_eq!(
        lines.next(),
        Some("seq,message,verdict,rule,reason,warnings,effects"),
        "{what}: header of the verdicts"
    );
    for (i, (event, ours)) in answers.verdicts.iter().enumerate() {
        let theirs = lines.next().unwrap_or("(no line)");
        assert!(
            ours == theirs,
            "{what}, engine {engine}: event {} is answered differently\n event: {event:?}\n\
             oracle: {ours}\nengine: {theirs}",
            i + 1,
        );
    }
    assert_eq!(lines.next(), None, "{what}: there is one verdict too many");
    for (table, ours) in &answers.dumps {
        let theirs = fs::read_to_string(dump.join(format!("{table}.csv")))
            .expect("there is a dump of the table");
        if *ours != theirs {
            let differing = ours.lines().zip(theirs.lines()).find(|(a, b)| a != b);
            let counts = (ours.lines().count(), theirs.lines().count());
            panic!(
                "{what}, engine {engine}: `{table}` differs (oracle, engine): {differing:?}, \
                 lines {counts:?}"
            );
        }
    }
}

/// Writes the tables of an oracle and events to a new folder and compares both software engines
/// with the oracle on them.
fn compare_events(opening: &Oracle, events: &[Event], what: &str) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    opening.write_tables(&folder.path().join("data"));
    files::write_events(&folder.path().join("events.csv"), events);
    let answers = Answers::of(folder.path());
    for engine in ["reference", "twin"] {
        compare(folder.path(), engine, &answers, what);
    }
}

/// Returns the number of times that each verdict was given.
fn tally(oracle: &mut Oracle, events: &[Event]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for event in events {
        let verdict = oracle.apply(event);
        *counts.entry(format!("{} {verdict}", event.message)).or_default() += 1;
    }
    counts
}

#[test]
fn the_oracle_has_every_rule_and_statement_of_the_rule_set() {
    let text = fs::read_to_string(rules_file()).expect("the rule set can be read");
    let names_after = |word: &str| -> Vec<String> {
        let rest = text.lines().filter_map(|line| line.strip_prefix(word));
        rest.map(|rest| rest.split_whitespace().next().unwrap_or_default().to_owned()).collect()
    };
    let rules: Vec<&str> = MESSAGES.iter().flat_map(|m| m.rules).map(|(name, _)| *name).collect();
    assert_eq!(names_after("Rule "), rules);
    let messages: Vec<&str> = MESSAGES.iter().map(|m| m.name).collect();
    assert_eq!(names_after("create message "), messages);
    let tables: Vec<&str> = TABLES.iter().map(|(name, _, _)| *name).collect();
    assert_eq!(names_after("create table "), tables);
    let is_statement =
        |line: &&str| line.starts_with("    update ") || line.starts_with("    insert into ");
    let updates: usize = MESSAGES.iter().map(|m| m.updates.len()).sum();
    assert_eq!(text.lines().filter(is_statement).count(), updates);
}

#[test]
fn the_oracle_gives_what_the_scenarios_expect() {
    let rules = fs::read_to_string(rules_file()).expect("the rule set can be read");
    let scenarios: Vec<Scenario> =
        Scenario::all().into_iter().filter(|scenario| scenario.rules == rules).collect();
    assert_eq!(scenarios.len(), 2, "scenarios of the rules of release 0.1.0");
    for Scenario { name, folder, verdicts, tables, .. } in scenarios {
        let mut oracle = Oracle::of_folder(&folder.join("data"));
        let events = files::read_events(&folder.join("events.csv"));
        assert_eq!(events.len() + 1, verdicts.lines().count(), "{name}: events and verdicts");
        let expected = verdicts.lines().skip(1);
        for (sequence, (event, expected)) in (1..).zip(events.iter().zip(expected)) {
            let found = files::verdict_line(sequence, event, &oracle.apply(event));
            assert_eq!(found, expected, "{name}: {event:?}");
            for (table, rows) in tables.get(&sequence).into_iter().flatten() {
                let found = oracle.dump_text(table);
                assert_eq!(found, *rows, "{name}: {table} after event {sequence}");
            }
        }
    }
}

#[test]
fn an_integer_that_overflows_is_seen_although_the_real_would_fit() {
    // In REAL, 2^62 * 4 / 4 is 2^62 too, and SQLite stores it as an integer in a column declared
    // INTEGER.
    let mut oracle = Oracle::new();
    let row = |account: i64, balance: f64| {
        vec![Value::Integer(account), Value::Real(balance), Value::Integer(0)]
    };
    assert_eq!(
        oracle.load("account_info", &row(1, 4_611_686_018_427_387_904.0)),
        Err("overflow".into())
    );
    let null = [Value::Integer(1), Value::Null, Value::Integer(0)];
    assert_eq!(oracle.load("account_info", &null), Err("null_violation".into()));
    for account in 1..=32 {
        assert_eq!(oracle.load("account_info", &[account, 0, 0].map(Value::Integer)), Ok(()));
    }
    assert_eq!(
        oracle.load("account_info", &[32, 0, 0].map(Value::Integer)),
        Err("duplicate_key".into())
    );
    assert_eq!(
        oracle.load("account_info", &[33, 0, 0].map(Value::Integer)),
        Err("table_full".into())
    );
}

#[test]
fn a_full_market_refuses_with_the_name_of_what_is_full() {
    for make in full::MARKETS {
        let (mut market, steps) = make();
        for (event, expected) in steps {
            assert_eq!(market.apply(&event).to_string(), expected, "{event:?}");
        }
    }
}

/// Money and shares computed from the messages alone, to compare with the tables.
#[derive(Default)]
struct Ledger {
    money: BTreeMap<String, i64>,
    shares: BTreeMap<(String, String), i64>,
}

impl Ledger {
    fn of(oracle: &Oracle) -> Ledger {
        let number = |text: &str| text.parse::<i64>().expect("a number");
        let money = oracle
            .rows("account_info")
            .iter()
            .map(|row| (row[0].clone(), number(&row[2])))
            .collect();
        let holdings = oracle.rows("account_ticket_info");
        let shares = holdings
            .iter()
            .map(|row| ((row[0].clone(), row[1].clone()), number(&row[3])))
            .collect();
        Ledger { money, shares }
    }

    /// Books an accepted fill: shares against money. No other message moves either.
    fn book(&mut self, oracle: &Oracle, fill: &Event) {
        let field = |i: usize| match fill.fields[i].1 {
            Value::Integer(number) => number,
            _ => panic!("a fill has numbers only"),
        };
        let (order_id, price, quantity) = (field(0), field(1), field(2));
        let order = oracle.query(&format!(
            "select account_id, ticket_id, direction from order_log where order_id = {order_id}"
        ));
        let [account, ticket, direction] = &order[0][..] else {
            panic!("an order has these three")
        };
        let bought = if direction == "0" { quantity } else { -quantity };
        *self.money.entry(account.clone()).or_default() -= price * bought;
        *self.shares.entry((account.clone(), ticket.clone())).or_default() += bought;
    }
}

#[test]
fn random_messages_neither_create_nor_destroy_money_or_shares() {
    let mut accepted = 0;
    for seed in seed()..seed() + 40 {
        let (mut oracle, mut messages) = (Oracle::new(), Messages::new(seed, 0));
        messages.fill_tables(&mut oracle);
        let mut ledger = Ledger::of(&oracle);
        for i in 1..=400 {
            let event = messages.next_event();
            let verdict = oracle.apply(&event);
            if verdict.is_accept() {
                accepted += 1;
                if event.message == "fill" {
                    ledger.book(&oracle, &event);
                }
            }
            let violations = oracle.query(include_str!("oracle/invariants.sql"));
            assert!(
                violations.is_empty(),
                "seed {seed}, event {i}: {event:?} ({verdict}) left {violations:?}"
            );
        }
        let booked = Ledger::of(&oracle);
        assert_eq!(booked.money, ledger.money, "seed {seed}: money");
        assert_eq!(booked.shares, ledger.shares, "seed {seed}: shares");
    }
    assert!(accepted > 4000, "only {accepted} of 16000 messages were accepted, which tests little");
}

#[test]
fn a_refused_message_leaves_no_trace() {
    let (mut oracle, mut messages) = (Oracle::new(), Messages::new(seed(), 3));
    messages.fill_tables(&mut oracle);
    let dump = |oracle: &Oracle| {
        TABLES.iter().map(|(table, _, _)| oracle.dump_text(table)).collect::<Vec<_>>()
    };
    let mut before = dump(&oracle);
    for i in 1..=1500 {
        let event = messages.next_event();
        let verdict = oracle.apply(&event);
        let after = dump(&oracle);
        assert_eq!(
            verdict.is_accept(),
            before != after,
            "seed {}, event {i}: {event:?} ({verdict})",
            seed()
        );
        before = after;
    }
}

#[test]
fn the_engine_agrees_on_full_markets() {
    for (i, make) in full::MARKETS.iter().enumerate() {
        let (market, steps) = make();
        let events: Vec<Event> = steps.into_iter().map(|(event, _)| event).collect();
        compare_events(&market, &events, &format!("full market {i}"));
    }
}

#[test]
fn the_engine_agrees_on_wild_messages() {
    let mut counts = BTreeMap::new();
    for seed in seed()..seed() + 12 {
        let (mut oracle, mut messages) = (Oracle::new(), Messages::new(seed, 4));
        messages.fill_tables(&mut oracle);
        let events: Vec<Event> = (0..3000).map(|_| messages.next_event()).collect();
        compare_events(&oracle, &events, &format!("wild messages of seed {seed}"));
        for (verdict, count) in tally(&mut oracle, &events) {
            *counts.entry(verdict).or_insert(0) += count;
        }
    }
    // Every rule must have failed at least once, and every kind of write too; otherwise the test
    // covers less than intended.
    for (message, rule) in
        MESSAGES.iter().flat_map(|m| m.rules.iter().map(|(rule, _)| (m.name, *rule)))
    {
        assert!(
            counts.contains_key(&format!("{message} reject,{rule},false")),
            "{rule} never failed: {counts:#?}"
        );
    }
    for verdict in [
        "trade_order reject,funds,overflow",
        "fill reject,,overflow",
        "trade_order reject,,duplicate_key",
    ] {
        assert!(counts.contains_key(verdict), "{verdict} was never given: {counts:#?}");
    }
}
