// SPDX-License-Identifier: Apache-2.0

//! When a change of the rules takes effect in `riskgate run` and `riskgate trade`, and the report
//! of one that does not.

use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const OLD: &str = "create message ord (id int not null, qty int not null);
rule small (ord.qty <= 100);
";
const EVENTS: usize = 10;

/// A folder with two rule sets and events that only the first accepts.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("there is room for temporary files");
    let write = |name: &str, text: &str| {
        fs::write(folder.path().join(name), text).expect("it can be written");
    };
    fs::create_dir(folder.path().join("data")).expect("a folder can be made");
    write("a.rules", OLD);
    write("b.rules", &OLD.replace("100", "10"));
    write("c.rules", &OLD.replace("100", "50"));
    // With a table, so that it is no rule set of the same family.
    let table = "create table seen (id int primary key) with (rows = 64);\n";
    let insert = "on ord (insert into seen values (ord.id));\n";
    write("d.rules", &format!("{table}{}{insert}", OLD.replace("100", "10")));
    let events: String = (1..=EVENTS).map(|id| format!("ord,{id},50\n")).collect();
    write("events.csv", &format!("message,id,qty\n{events}"));
    folder
}

fn call(folder: &Path, command: &str, more: &[&str]) -> Output {
    let files = [command, "a.rules", "--data", "data", "--events", "events.csv", "--out", "v.csv"];
    let mut riskgate = Command::new(env!("CARGO_BIN_EXE_riskgate"));
    let output = riskgate.current_dir(folder).args(files).args(more).output().expect("it starts");
    assert!(output.status.success(), "{}", text(&output.stderr));
    output
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The verdicts as one letter each: `a` for accept, `r` for reject.
fn verdicts(folder: &Path) -> String {
    let text = fs::read_to_string(folder.join("v.csv")).expect("it was written");
    text.lines().skip(1).map(|line| line.split(',').nth(2).map_or("?", |said| &said[..1])).collect()
}

fn json_changes(output: &Output) -> Value {
    let json: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    json["changes"].clone()
}

#[test]
fn a_run_changes_exactly_at_its_event() {
    let folder = folder();
    for engine in ["twin", "reference"] {
        for rules in ["b.rules", "d.rules"] {
            for at in 1..=EVENTS {
                let then = format!("--then={at}:{rules}");
                let output = call(folder.path(), "run", &[&then, "--engine", engine]);
                let expected = "a".repeat(at - 1) + &"r".repeat(EVENTS + 1 - at);
                assert_eq!(verdicts(folder.path()), expected, "{engine} {rules} {at}");
                let said = text(&output.stdout);
                let line = format!("{rules} took effect at event {at}\n");
                assert!(said.ends_with(&line), "{said}");
            }
        }
    }
    let two = ["--then=3:b.rules", "--then=6:c.rules", "--format=json"];
    let output = call(folder.path(), "run", &two);
    assert_eq!(verdicts(folder.path()), "aarrraaaaa");
    let expected = json!([
        { "file": "b.rules", "at_event": 3, "why_not": null },
        { "file": "c.rules", "at_event": 6, "why_not": null },
    ]);
    assert_eq!(json_changes(&output), expected);
}

#[test]
fn a_run_says_that_a_change_did_not_take_effect() {
    let folder = folder();
    // The last one is for the event after the last.
    let late = ["--then=3:c.rules", "--then=11:b.rules", "--then=12:d.rules", "--dump=dump"];
    let output = call(folder.path(), "run", &late);
    assert_eq!(verdicts(folder.path()), "a".repeat(EVENTS));
    let said = text(&output.stdout);
    let expected = "c.rules took effect at event 3\n\
                    b.rules did not take effect: there is no event 11\n\
                    d.rules did not take effect: there is no event 12\n";
    assert!(said.ends_with(expected), "{said}");
    let errors = text(&output.stderr);
    assert!(errors.contains("warning: b.rules did not take effect: there is no"), "{errors}");
    assert!(!folder.path().join("dump/seen.csv").exists(), "d.rules is not in force");
    let output = call(folder.path(), "run", &["--then=11:b.rules", "--format=json"]);
    let why = "there is no event 11";
    assert_eq!(
        json_changes(&output),
        json!([{ "file": "b.rules", "at_event": null, "why_not": why }])
    );
}

#[test]
fn trading_says_what_became_of_each_change_also_when_it_is_continued() {
    let folder = folder();
    for rules in ["b.rules", "d.rules"] {
        for (after, window) in [(1, "512"), (5, "1"), (9, "512"), (10, "512"), (10, "1"), (11, "1")]
        {
            let then = format!("--then={after}:{rules}");
            let journal = folder.path().join("journal");
            let options = ["--journal=journal", "--window", window, &then];
            let waiting = [&options[..], &["--wait-for-changes"]].concat();
            for (options, waits) in [(&options[..], false), (&waiting, true)] {
                let said = text(&call(folder.path(), "trade", options).stdout);
                let accepted = verdicts(folder.path()).matches('a').count();
                if after > EVENTS {
                    let late = format!("{rules} did not take over: there were fewer than 11");
                    assert!(said.contains(&late), "{said}");
                    assert_eq!(accepted, EVENTS);
                } else {
                    assert!(!waits || accepted == after, "{accepted}, not {after}");
                    let line = format!("{rules} took over after event {accepted}\n");
                    assert!(said.contains(&line), "{said}");
                    // It continues at the end, and says the same of the change.
                    let again = text(&call(folder.path(), "trade", options).stdout);
                    assert!(again.starts_with("0 messages sent"), "{again}");
                    assert!(again.contains(&line), "{again}");
                }
                fs::remove_file(&journal).expect("it is there");
            }
        }
    }
}

#[test]
fn a_file_that_may_be_cut_off_is_a_warning_or_refused() {
    let folder = folder();
    let path = folder.path().join("events.csv");
    let whole = fs::read_to_string(&path).expect("it is there");
    let cut = whole.strip_suffix("0\n").expect("it ends so");
    fs::write(&path, cut).expect("it can be written");
    for command in ["run", "trade"] {
        let output = call(folder.path(), command, &[]);
        let errors = text(&output.stderr);
        let warning = "warning: events.csv:11: the last line has no line end, so the file may \
                       have been cut off\n  help: check that it is complete, and end it with a \
                       line feed";
        assert!(errors.contains(warning), "{command}: {errors}");
        fs::remove_file(folder.path().join("v.csv")).expect("it is there");
        let files = ["a.rules", "--data", "data", "--events", "events.csv", "--out", "v.csv"];
        let mut riskgate = Command::new(env!("CARGO_BIN_EXE_riskgate"));
        riskgate.current_dir(folder.path()).arg(command).args(files).arg("--strict");
        let output = riskgate.output().expect("it starts");
        let errors = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{command}: {errors}");
        assert!(errors.contains("events.csv:11: the last line has no line end"), "{errors}");
        assert!(!folder.path().join("v.csv").exists(), "{command}");
    }
}
