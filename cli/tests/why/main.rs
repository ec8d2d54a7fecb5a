// SPDX-License-Identifier: Apache-2.0

//! `riskgate why` through the binary: the causes of a reject, and that the values that it names do
//! pass.

mod random;

use expect_test::expect;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const RULES: &str = "create table account (id int primary key, balance decimal(14, 2) not null)
with (rows = 64);
create table log (id int primary key, account int not null, qty int not null) with (rows = 64);
create parameter most int = 100;
create message buy (id int not null, account int not null, price decimal(10, 2) not null,
    qty int not null, code char(6), day date);
rule funds (
    coalesce((select balance from account where id = buy.account), 0) >= buy.price * buy.qty
)
with (id = 'R-1', text_en = 'An order is paid.');
rule size (buy.qty between 1 and most and not (buy.qty = 13));
warn rule coded (buy.code = 'AB' or buy.code is null or buy.day > '2024-01-01');
rule ratio (coalesce(100 / (buy.qty - 60) > 0, true) where buy.account <> 9);
on buy (
    insert into log values (buy.id, buy.account, buy.qty);
    update account set balance = balance - buy.price * buy.qty where id = buy.account
)
";
const EVENTS: &str = "message,id,account,price,qty,code,day
buy,1,2,1.5,100,AB,
buy,2,1,12.34,101,X,2023-05-05
buy,3,2,1,60,AB,
buy,4,2,1,13,AB,
buy,1,1,1,99,AB,
buy,6,,,,,
";

fn call(folder: &Path, arguments: &[&str]) -> Output {
    let mut riskgate = Command::new(env!("CARGO_BIN_EXE_riskgate"));
    riskgate.current_dir(folder).args(arguments).output().expect("it starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn folder(events: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("there is room for temporary files");
    let write = |name: &str, text: &str| {
        fs::write(folder.path().join(name), text).expect("it can be written");
    };
    fs::create_dir(folder.path().join("data")).expect("a folder can be made");
    write("a.rules", RULES);
    write("data/account.csv", "id,balance\n1,1000.00\n2,50000.00\n");
    write("events.csv", events);
    folder
}

fn why(folder: &Path, event: &str, more: &[&str]) -> String {
    let files = ["why", "a.rules", event, "--data", "data"];
    let output = call(folder, &[&files[..], more].concat());
    assert!(output.status.success(), "{}", text(&output.stderr));
    text(&output.stdout)
}

#[test]
fn every_failing_rule_is_shown_with_its_values() {
    let folder = folder(EVENTS);
    let of = |event| why(folder.path(), event, &["--events", "events.csv"]);
    expect![[r#"
        event 1: buy (id = 1, account = 2, price = 1.50, qty = 100, code = AB, day = NULL)
        accept
        no rule rejects or warns
    "#]]
    .assert_eq(&of("1"));
    expect![[r#"
        event 2: buy (id = 2, account = 1, price = 12.34, qty = 101, code = X, day = 2023-05-05)
        reject by rule `funds`: false

        a.rules:7: rule `funds` (R-1) rejects: false
          An order is paid.
          coalesce((select balance from account where id = buy.account), 0) >= buy.price * buy.qty
            is false, and not true, by 246.34
            coalesce((select balance from account where id = buy.account), 0) = 1000.00; passes with 1246.34
            buy.price * buy.qty = 1246.34; passes with 1000.00

        a.rules:11: rule `size` rejects: false
          buy.qty between 1 and most
            is false, and not true, by 1
            buy.qty = 101; passes with 100
            most = 100; passes with 101

        a.rules:12: rule `coded` warns: false
          buy.code = 'AB'
            is false, and not true
            buy.code = X; passes with AB
          buy.code is null
            is false, and not true
          buy.day > '2024-01-01'
            is false, and not true, by 241
            buy.day = 2023-05-05; passes with 2024-01-02
    "#]]
    .assert_eq(&of("2"));
    expect![[r#"
        event 3: buy (id = 3, account = 2, price = 1.00, qty = 60, code = AB, day = NULL)
        reject by rule `ratio`: division_by_zero

        a.rules:13: rule `ratio` rejects: division_by_zero
          coalesce(100 / (buy.qty - 60) > 0, true)
            is division_by_zero, and not true
    "#]]
    .assert_eq(&of("3"));
    expect![[r#"
        event 4: buy (id = 4, account = 2, price = 1.00, qty = 13, code = AB, day = NULL)
        reject by rule `size`: false

        a.rules:11: rule `size` rejects: false
          buy.qty = 13
            is true, and not false
            buy.qty = 13; passes with 14

        a.rules:13: rule `ratio` rejects: false
          coalesce(100 / (buy.qty - 60) > 0, true)
            is false, and not true
    "#]]
    .assert_eq(&of("4"));
    expect![[r#"
        event 5: buy (id = 1, account = 1, price = 1.00, qty = 99, code = AB, day = NULL)
        reject by no rule: duplicate_key. An insert would give a table a second row with one key.
        no rule rejects or warns
    "#]]
    .assert_eq(&of("5"));
    let malformed = of("6");
    assert!(malformed.contains("reject by no rule: malformed"), "{malformed}");
}

#[test]
fn a_file_that_may_be_cut_off_is_a_warning() {
    let folder = folder(EVENTS.trim_end());
    let files = ["why", "a.rules", "6", "--data", "data", "--events", "events.csv"];
    let errors = text(&call(folder.path(), &files).stderr);
    assert!(errors.contains("warning: events.csv:7: the last line has no line end"), "{errors}");
}

#[test]
fn a_journal_gives_the_same_answer() {
    let folder = folder(EVENTS);
    let trade =
        ["trade", "a.rules", "--data", "data", "--events", "events.csv", "--journal", "journal"];
    assert!(call(folder.path(), &trade).status.success());
    for event in ["1", "2", "3", "4", "5", "6"] {
        for format in ["text", "json"] {
            let of = |from: [&str; 2]| {
                why(folder.path(), event, &[&from[..], &["--format", format]].concat())
            };
            assert_eq!(of(["--journal", "journal"]), of(["--events", "events.csv"]), "{event}");
        }
    }
    let output =
        call(folder.path(), &["why", "a.rules", "7", "--data", "data", "--journal", "journal"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("there is no event 7: there are 6"));
}

#[test]
fn the_values_that_are_named_pass() {
    let first = folder(EVENTS);
    let json = why(first.path(), "2", &["--events", "events.csv", "--format", "json"]);
    let found: Value = serde_json::from_str(&json).expect("it is JSON");
    let side = |rule: usize, side: usize| {
        let passes = &found["rules"][rule]["causes"][0]["sides"][side]["passes_with"];
        passes.as_str().expect("there is one").to_owned()
    };
    assert_eq!(found["rules"][0]["rule"], "funds");
    assert_eq!(found["rules"][1]["rule"], "size");
    // The balance, quantity and code that are named, and the values just beyond them.
    let (balance, quantity, code) = (side(0, 0), side(1, 0), side(2, 0));
    for (balance, quantity, code, fails) in [
        (balance.as_str(), "101", code.as_str(), "size"),
        ("1246.33", "101", &code, "funds"),
        (&balance, &quantity, &code, ""),
        (&balance, &quantity, "AC", "coded"),
    ] {
        let events =
            format!("message,id,account,price,qty,code\nbuy,2,1,12.34,{quantity},{code}\n");
        let folder = folder(&events);
        fs::write(folder.path().join("data/account.csv"), format!("id,balance\n1,{balance}\n"))
            .expect("it can be written");
        let said = why(folder.path(), "1", &["--events", "events.csv"]);
        let rules: Vec<&str> = said
            .lines()
            .filter_map(|line| line.split(": rule `").nth(1)?.split('`').next())
            .collect();
        let first = rules.first().copied().unwrap_or_default();
        assert_eq!(first, fails, "{said}");
    }
}
