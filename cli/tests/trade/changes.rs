// SPDX-License-Identifier: Apache-2.0

//! `riskgate trade --then` with rules that have other tables, columns and messages: the same
//! answers as `riskgate run --then`, whatever ends the process in between. `RISKGATE_KILLS` is the
//! number of times that it is killed.

use crate::bench::{Bench, RULES, riskgate, text};
use rand::RngExt;
use std::fs;
use std::process::{Command, Output};
use testkit::rng::Rng;

/// Events of the workload; one more stops an account.
const EVENTS: usize = 2_000;
/// The events before the change, and the number of the event that only the new rules know.
const BEFORE: usize = 800;
const STOP: usize = 900;

/// A workload whose rules change, and the results of `riskgate run` on it.
fn bench() -> Bench {
    let bench = Bench::new(EVENTS);
    fs::write(bench.at("next.rules"), next_rules()).expect("there is room");
    add_stop(&bench);
    bench.expect(&[format!("--then={}:{}", BEFORE + 1, bench.at("next.rules").display())]);
    bench
}

/// Adds an event whose message only the new rules have.
fn add_stop(bench: &Bench) {
    let events = fs::read_to_string(bench.at("events.csv")).expect("it is there");
    let mut lines: Vec<String> = events.lines().map(String::from).collect();
    let names: Vec<&str> = lines[0].split(',').collect();
    let cell = |name: &str| match name {
        "message" => "stop",
        "account_id" => "3",
        _ => "",
    };
    let stop: Vec<&str> = names.iter().map(|name| cell(name)).collect();
    let stop = stop.join(",");
    lines.insert(STOP, stop);
    fs::write(bench.at("events.csv"), lines.join("\n") + "\n").expect("there is room");
}

fn trade(bench: &Bench, rules: &str) -> Command {
    let mut trade = bench.trade();
    trade.arg(format!("--then={BEFORE}:{}", bench.at(rules).display()));
    trade
}

fn query(bench: &Bench, message: &str, then: &[&str]) -> Output {
    let mut query = riskgate();
    query.args(["query", RULES, "--journal"]).arg(bench.at("journal"));
    query.args(["--message", message]);
    then.iter().for_each(|rules| _ = query.arg("--then").arg(bench.at(rules)));
    query.output().expect("it starts")
}

/// The broker's rules with another message before the others, another table, another column, more
/// rows, an aggregate and two rules.
fn next_rules() -> String {
    let rules = fs::read_to_string(RULES).expect("it is there");
    let parts = [
        (
            "create message trade_order",
            "create message stop (account_id INT not null);\ncreate message trade_order",
        ),
        (
            "    primary key (order_id)\n) with (rows = 1048576);",
            "    desk        char(4),\n    primary key (order_id)\n) with (rows = 1048577);\n\
             create table stopped (account_id INT primary key) with (rows = 32);",
        ),
        (
            "trade_order.quantity, 0, trade_order.ts\n",
            "trade_order.quantity, 0, trade_order.ts, null\n",
        ),
    ];
    let changed = parts.iter().fold(rules, |rules, (before, after)| {
        assert_eq!(rules.matches(before).count(), 1, "{before}");
        rules.replace(before, after)
    });
    changed
        + "
rule not_stopped on trade_order (
    not exists (select 1 from stopped where account_id = trade_order.account_id)
)
rule many (
    coalesce((select count(*) from order_log where ticket_id = trade_order.ticket_id), 0) < 30
)
rule once on stop (not exists (select 1 from stopped where account_id = stop.account_id))
on stop (insert into stopped values (stop.account_id))
"
}

#[test]
fn verdicts_and_tables_are_those_of_run_if_messages_wait() {
    let bench = bench();
    for more in [
        &["--cards", "1", "--segments", "wild", "--link-latency", "2"][..],
        &["--window", "1"],
        &[],
    ] {
        let mut call = trade(&bench, "next.rules");
        let output = call.arg("--wait-for-changes").args(more).output().expect("it starts");
        let said = text(&output.stdout);
        assert!(output.status.success(), "{}", text(&output.stderr));
        assert!(said.contains(&format!("took over after event {BEFORE}\n")), "{said}");
        assert!(said.contains("tables are equal in all"), "{said}");
        bench.compare();
        if more.is_empty() {
            // A run that continues after the end answers nothing and changes nothing.
            let output =
                trade(&bench, "next.rules").arg("--wait-for-changes").output().expect("it starts");
            assert!(output.status.success(), "{}", text(&output.stderr));
            assert!(text(&output.stdout).contains("0 messages sent"), "{}", text(&output.stdout));
            bench.compare();
        } else {
            fs::remove_file(bench.at("journal")).expect("it is there");
        }
    }
}

#[test]
fn a_killed_run_continues_to_the_same_end() {
    let kills: u32 = std::env::var("RISKGATE_KILLS")
        .map_or(12, |text| text.parse().expect("RISKGATE_KILLS is a number"));
    let bench = bench();
    let mut rng = Rng::seeded(7);
    let (mut killed, mut ended) = (0, 0);
    let call = || {
        let mut call = trade(&bench, "next.rules");
        call.arg("--wait-for-changes");
        call
    };
    while killed < kills {
        let mut child = call().spawn().expect("it starts");
        let bytes = || fs::metadata(bench.at("journal")).map_or(0, |file| file.len());
        // Most kills are around the change.
        let from_change = BEFORE as u64 * 400;
        let wanted = match rng.random_bool(0.5) {
            true => from_change.max(bytes()) + rng.random_range(0..20_000),
            false => bytes() + rng.random_range(0..200_000),
        };
        while bytes() < wanted && child.try_wait().expect("it is ours").is_none() {
            std::thread::yield_now();
        }
        _ = child.kill();
        let output = child.wait_with_output().expect("it is ours");
        if output.status.success() {
            ended += 1;
            bench.compare();
            fs::remove_file(bench.at("journal")).expect("it is there");
        } else {
            assert_eq!(output.status.code(), None, "{}", text(&output.stderr));
            killed += 1;
        }
    }
    let output = call().output().expect("it starts");
    assert!(output.status.success(), "{}", text(&output.stderr));
    bench.compare();
    println!("killed {killed} times, {ended} runs ended before");
}

#[test]
fn messages_go_on_during_a_change_and_the_journal_knows_the_rules_of_each() {
    let bench = bench();
    let output = trade(&bench, "next.rules").output().expect("it starts");
    assert!(output.status.success(), "{}", text(&output.stderr));
    let verdicts = fs::read_to_string(bench.at("verdicts.csv")).expect("it is there");
    let stop = verdicts.lines().nth(STOP).expect("there are as many events");
    assert!(stop.starts_with(&format!("{STOP},stop,accept")), "it waits for the change: {stop}");

    let written = |message: &str| -> Vec<String> {
        let of_message = format!(",{message},");
        let lines = verdicts.lines().filter(|line| line.contains(&of_message));
        // The query shows no warnings.
        lines.map(|line| line.split(',').take(5).collect::<Vec<_>>().join(",")).collect()
    };
    for message in ["trade_order", "stop", "fill"] {
        let asked = query(&bench, message, &["next.rules"]);
        assert!(asked.status.success(), "{}", text(&asked.stderr));
        let asked: Vec<String> = text(&asked.stdout)
            .lines()
            .skip(1)
            .map(|line| line.split(',').collect::<Vec<_>>())
            .map(|cells| {
                format!(
                    "{},{message},{}",
                    cells[0],
                    cells[cells.len() - 4..cells.len() - 1].join(",")
                )
            })
            .collect();
        assert!(!asked.is_empty() && asked == written(message), "{message}");
    }
    let alone = query(&bench, "trade_order", &[]);
    assert_eq!(alone.status.code(), Some(1));
    assert!(
        text(&alone.stderr).contains("which this run was not given"),
        "{}",
        text(&alone.stderr)
    );
}

#[test]
fn a_row_that_does_not_fit_leaves_the_old_rules_in_force() {
    let bench = bench();
    let bound = ") with (rows = 1048576, group (account_id) = 2);";
    let rules = fs::read_to_string(RULES).expect("it is there");
    let rules = rules.replace(") with (rows = 1048576);", bound);
    fs::write(bench.at("bound.rules"), rules).expect("there is room");
    // Without the event that these rules do not know.
    let events = fs::read_to_string(bench.at("events.csv")).expect("it is there");
    let kept: Vec<&str> = events.lines().filter(|line| !line.starts_with("stop,")).collect();
    fs::write(bench.at("events.csv"), kept.join("\n") + "\n").expect("there is room");
    let mut run = bench.command("run");
    run.arg("--out").arg(bench.at("expected.csv")).arg("--dump").arg(bench.at("expected"));
    assert!(run.output().expect("it starts").status.success());
    // The second run continues after the end, where the change is refused again.
    for sent in [EVENTS, 0] {
        let output = trade(&bench, "bound.rules").output().expect("it starts");
        let (said, errors) = (text(&output.stdout), text(&output.stderr));
        assert_eq!(output.status.code(), Some(1), "{errors}");
        assert!(said.contains(&format!("{sent} messages sent")), "{said}");
        assert!(said.contains("bound.rules did not take over: "), "{said}");
        assert!(
            errors.contains(&format!("the change after event {BEFORE} is refused:"))
                && errors.contains("the row of table `order_log` with order_id = ")
                && errors.contains("is refused by the new rules: group_full"),
            "{errors}"
        );
        for name in ["verdicts.csv", "dump/order_log.csv", "dump/account_info.csv"] {
            let expected = name.replace("verdicts", "expected").replace("dump", "expected");
            let [found, expected] = [name, &expected]
                .map(|name| fs::read_to_string(bench.at(name)).expect("it is there"));
            assert!(found == expected, "{name} differs");
        }
    }
}

#[test]
fn hardware_and_lost_data_are_refused_by_name_before_any_event() {
    let bench = bench();
    let lost = fs::read_to_string(RULES).expect("it is there").replace("position_max", "most");
    fs::write(bench.at("lost.rules"), lost).expect("there is room");
    let refused = [
        (
            "next.rules",
            &["--engine", "rtl"][..],
            "table `stopped` is not declared by the first rule",
        ),
        ("next.rules", &["--engine", "rtl"], "the hardware changes to rules of one family only"),
        (
            "lost.rules",
            &[],
            "column `position_max` of table `ticket_info` is not declared by the new rules",
        ),
    ];
    for (rules, more, words) in refused {
        let output = trade(&bench, rules).args(more).output().expect("it starts");
        assert_eq!(output.status.code(), Some(1), "{rules}");
        assert!(text(&output.stderr).contains(words), "{rules}: {}", text(&output.stderr));
        assert!(!bench.at("journal").exists(), "{rules}: no event was answered");
    }
}
