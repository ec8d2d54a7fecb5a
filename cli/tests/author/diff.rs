// SPDX-License-Identifier: Apache-2.0

//! `riskgate diff` as a user calls it.

use std::fs;
use std::process::{Command, Output};

const OLD: &str = "
create table account (id int primary key, balance int8 not null, orders int not null);
create message buy (id int not null, cost int8 not null);
create parameter most int8 = 10;
create function twice(n int8) returns int8 as $$ select n + n $$ language sql;
rule small (buy.cost <= most)
rule funds (coalesce((select balance from account where id = buy.id), 0) >= twice(buy.cost))
on buy (update account set balance = balance - buy.cost where id = buy.id)
";

/// Runs the command on two texts.
fn diff(old: &str, new: &str, more: &[&str]) -> Output {
    let folder = tempfile::tempdir().expect("there is room for temporary files");
    for (name, text) in [("old.rules", old), ("new.rules", new)] {
        fs::write(folder.path().join(name), text).expect("there is room");
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_riskgate"));
    command.current_dir(folder.path()).args(["diff", "old.rules", "new.rules"]).args(more);
    command.output().expect("it starts")
}

fn said(old: &str, new: &str) -> String {
    let output = diff(old, new, &[]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn comments_and_layout_are_no_difference() {
    let new =
        format!("-- the same\n{}", OLD.replace(" and ", "\n and ").replace("rule ", "RULE  "));
    assert_eq!(said(OLD, &new), "old.rules and new.rules have the same items\n");
}

#[test]
fn a_rule_is_shown_by_its_lines_and_a_family_as_one() {
    let new = OLD.replace("buy.cost <= most", "buy.cost < most and buy.cost > 0");
    let expected = "\
rule `small`: changed
  -     buy.cost <= most
  +     buy.cost < most and buy.cost > 0

cycles from a message to its verdict
  buy: 17, now 18

new.rules can take over from old.rules during trading, also in hardware
";
    assert_eq!(said(OLD, &new), expected);
}

#[test]
fn a_parameter_and_a_function_name_the_rules_that_use_them() {
    let new = OLD.replace("= 10", "= 20").replace("n + n", "n + n + n");
    let said = said(OLD, &new);
    assert!(said.contains("parameter `most`: changed\n"), "{said}");
    assert!(said.contains("  used by small\n"), "{said}");
    assert!(said.contains("function `twice`: changed\n"), "{said}");
    assert!(said.contains("  used by funds\n"), "{said}");
}

#[test]
fn what_only_one_of_them_writes_is_a_warning() {
    let new = OLD.replace(
        "on buy (update account set balance = balance - buy.cost where id = buy.id)",
        "on buy (update account set balance = balance - buy.cost, orders = orders + 1
                 where id = buy.id)
         rule few (coalesce((select orders from account where id = buy.id), 0) < 100)",
    );
    let said = said(OLD, &new);
    assert!(said.contains("rule `few`: added\n") && said.contains("on `buy`: changed\n"), "{said}");
    let warning = "warning: the new rules `few` read `account.orders`, which the old rules do not \
                   write\n";
    assert!(said.ends_with(warning), "{said}");
}

#[test]
fn the_first_rule_with_another_place_is_named() {
    let (small, funds) = (OLD.find("rule small"), OLD.find("rule funds"));
    let (small, funds) = (small.expect("a rule"), funds.expect("a rule"));
    let end = OLD.find("on buy").expect("a block");
    let new = [&OLD[..small], &OLD[funds..end], &OLD[small..funds], &OLD[end..]].concat();
    let said = said(OLD, &new);
    assert!(said.starts_with("rule `funds`: moved: "), "{said}");
}

#[test]
fn a_change_that_loses_data_and_a_file_with_errors_are_refused() {
    let lost = said(OLD, &OLD.replace("orders int", "count int"));
    assert!(lost.contains("table `account`: changed\n"), "{lost}");
    assert!(lost.contains("new.rules cannot take over from old.rules during trading:\n"), "{lost}");
    assert!(lost.contains("`orders`"), "{lost}");
    let wider = said(OLD, &OLD.replace("orders int", "more int, orders int"));
    assert!(wider.ends_with("during trading, in software\n"), "{wider}");
    let output = diff(OLD, "rule r (x.y > 0)", &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("unknown-name"));
}

#[test]
fn json_has_the_same_for_programs() {
    let output = diff(OLD, &OLD.replace("<= most", "< most"), &["--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert_eq!(json["changes"][0]["name"], "small");
    assert_eq!(json["changes"][0]["how"], "changed");
    assert_eq!(json["takeover"], "family");
    assert_eq!(json["warnings"].as_array().map(Vec::len), Some(0));
}
