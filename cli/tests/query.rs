// SPDX-License-Identifier: Apache-2.0

//! `riskgate query` through the binary: SQL over a dump and a journal, and the messages of a
//! journal by the values of their fields.

use serde_json::json;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const RULES: &str = "set time zone 8;
create table a (id int primary key, price decimal(10, 2), code char(6), day date, ts timestamp)
with (rows = 64);
create parameter most decimal(10, 2) = 5.00;
create message m (id int not null, price decimal(10, 2), code char(6), open boolean, day date,
    ts timestamp);
create message other (id int not null);
rule small on m (coalesce(m.price <= most, true));
warn rule named on m (m.code is not null)
rule never on other (other.id < 0);
on m (insert into a values (m.id, m.price, m.code, m.day, m.ts));
";
const EVENTS: &str = "message,id,price,code,open,day,ts,parameter,value
m,1,1.5,ab,t,2024-02-29,2024-02-29 09:30:00,,
m,2,0.10,\"\",f,,,,
m,3,0.20,000001,,2024-03-01,1709226000000000000,,
m,4,5.01,x,t,,,,
other,5,,,,,,,
parameter,,,,,,,most,6
m,6,5.50,,,,,,
";

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn call(folder: &Path, arguments: &[&str]) -> Output {
    let mut riskgate = Command::new(env!("CARGO_BIN_EXE_riskgate"));
    riskgate.current_dir(folder).args(arguments).output().expect("it starts")
}

/// A folder with a journal and a dump of the events; the last event has other rules.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("there is room for temporary files");
    let write = |name: &str, text: &str| {
        fs::write(folder.path().join(name), text).expect("it can be written");
    };
    fs::create_dir(folder.path().join("data")).expect("a folder can be made");
    write("a.rules", RULES);
    write("b.rules", &RULES.replace("m.price <= most", "m.price < most"));
    write("events.csv", EVENTS);
    let trade = [
        "trade",
        "a.rules",
        "--data",
        "data",
        "--events",
        "events.csv",
        "--journal",
        "j",
        "--dump",
        "dump",
        "--then=6:b.rules",
        "--wait-for-changes",
    ];
    let output = call(folder.path(), &trade);
    assert!(output.status.success(), "{}", text(&output.stderr));
    folder
}

/// The lines that a query of the dump and the journal prints.
fn select(folder: &Path, query: &str) -> Vec<String> {
    let files = ["query", "a.rules", "--then", "b.rules", "--data", "dump", "--journal", "j"];
    let output = call(folder, &[&files[..], &[query]].concat());
    assert!(output.status.success(), "{query}: {}", text(&output.stderr));
    text(&output.stdout).lines().map(String::from).collect()
}

#[test]
fn queries_are_about_tables_and_journal() {
    let folder = folder();
    for (query, expected) in [
        (
            "select * from a where price < 1 order by id",
            &[
                "id,price,code,day,ts",
                "2,0.10,\"\",,",
                "3,0.20,000001,2024-03-01,1709226000000000000",
            ][..],
        ),
        ("select sum(price) as s, avg(price) as v from a where id < 4", &["s,v", "1.80,0.600000"]),
        (
            "select id from a where code = 'ab  ' or code = '1' or ts = '2024-02-29 09:30'",
            &["id", "1"],
        ),
        (
            "select ts::date as d, ts::time as t from a where id = 3",
            &["d,t", "2024-03-01,01:00:00"],
        ),
        (
            "select seq, message, verdict, rule, reason, warnings, rule_set from journal",
            &[
                "seq,message,verdict,rule,reason,warnings,rule_set",
                "1,m,accept,,,,a.rules",
                "2,m,accept,,,,a.rules",
                "3,m,accept,,,,a.rules",
                "4,m,reject,small,false,,a.rules",
                "5,other,reject,never,false,,a.rules",
                "6,parameter,accept,,,,a.rules",
                "7,m,accept,,,named,b.rules",
            ],
        ),
        (
            "select seq, id, open from m where open order by seq",
            &["seq,id,open", "1,1,true", "4,4,true"],
        ),
        ("select m.id from m left join a using (id) where a.id is null", &["id", "4"]),
        ("select parameter, value from parameter", &["parameter,value", "most,6.00"]),
        ("select count(*) from mode", &["count", "0"]),
    ] {
        assert_eq!(select(folder.path(), query), expected, "{query}");
    }
}

#[test]
fn json_has_names_types_and_null() {
    let folder = folder();
    let query = "select price, code from a where id in (2, 6) order by id";
    let arguments = ["query", "a.rules", "--data", "dump", query, "--format", "json"];
    let output = call(folder.path(), &arguments);
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    let expected = json!({
        "columns": [
            { "name": "price", "type": "DECIMAL with 2 digits after the point" },
            { "name": "code", "type": "CHAR(6)" },
        ],
        "rows": [["0.10", ""], ["5.50", null]],
    });
    assert_eq!(found, expected);
}

#[test]
fn what_is_wrong_is_named_with_its_place() {
    let folder = folder();
    let refused = |arguments: &[&str]| {
        let output = call(folder.path(), &[&["query", "a.rules"], arguments].concat());
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {}", text(&output.stdout));
        assert_eq!(text(&output.stdout), "", "{arguments:?}");
        text(&output.stderr)
    };
    let query = "select id from a where price = 'abc'";
    assert_eq!(
        refused(&["--data", "dump", query]),
        format!(
            "error: `abc` is not of type DECIMAL\n  {query}\n  {:>32}\n  help: write a number\n",
            "^"
        )
    );
    let errors = refused(&["--data", "dump", "select 1 / (id - id) from a"]);
    assert!(errors.contains("division by zero"), "{errors}");
    let errors = refused(&["--data", "nowhere", "select 1"]);
    assert!(errors.contains("nowhere: there is no such folder"), "{errors}");
    let path = folder.path().join("dump/a.csv");
    let good = fs::read_to_string(&path).expect("it was written");
    fs::write(&path, good.replace("0.20", "0.2x")).expect("it can be written");
    let errors = refused(&["--data", "dump", "select count(*) from a"]);
    assert!(
        errors.contains("a.csv:4: column 2 (price): `0.2x` is not of type DECIMAL"),
        "{errors}"
    );
    fs::write(&path, good.trim_end()).expect("it can be written");
    let errors = refused(&["--data", "dump", "--strict", "select count(*) from a"]);
    assert!(errors.contains("a.csv:5: the last line has no line end"), "{errors}");
    assert!(refused(&["select 1"]).contains("a query needs --data, --journal, or both"));
    assert!(refused(&[]).contains("there is nothing to show: add --journal"));
    let output = call(folder.path(), &["query", "a.rules", "--message", "m", "select 1"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn conditions_read_values_as_an_events_file_does() {
    let folder = folder();
    let ask = |conditions: &[&str]| {
        let mut arguments =
            vec!["query", "a.rules", "--then", "b.rules", "--journal", "j", "--message", "m"];
        conditions.iter().for_each(|condition| arguments.extend(["--where", condition]));
        call(folder.path(), &arguments)
    };
    for (condition, ids) in [
        ("price=1.5", &["1"][..]),
        ("price=01.500", &["1"]),
        ("price=+0.1", &["2"]),
        ("open=t", &["1", "4"]),
        ("open=TRUE", &["1", "4"]),
        ("open=", &["3", "6"]),
        ("id=01", &["1"]),
        ("code=ab ", &["1"]),
        ("code=\"\"", &["2"]),
        ("code=", &["6"]),
        ("code=1", &[]),
        ("ts=2024-02-29 09:30", &["1"]),
        ("ts=2024-03-01T01:00:00+08:00", &["3"]),
        ("day=2024-2-29", &["1"]),
    ] {
        let output = ask(&[condition]);
        assert!(output.status.success(), "{condition}: {}", text(&output.stderr));
        let lines = text(&output.stdout);
        let found: Vec<&str> =
            lines.lines().skip(1).filter_map(|line| line.split(',').nth(2)).collect();
        assert_eq!(found, ids, "{condition}");
    }
    let last = text(&ask(&["id=6"]).stdout);
    assert!(
        last.starts_with("seq,session,id,price,code,open,day,ts,verdict,rule,reason,rule_set\n")
    );
    assert!(last.ends_with(",accept,,,b.rules\n"), "{last}");
    for (condition, why) in [
        ("price=abc", "--where price=abc: `abc` is not of type DECIMAL(10,2)"),
        ("id=1.5", "--where id=1.5: `1.5` is not of type INT"),
        ("open=yes", "--where open=yes: `yes` is not of type BOOLEAN"),
        ("prise=1", "`m` has no field `prise`"),
    ] {
        let output = ask(&[condition]);
        assert_eq!(output.status.code(), Some(1), "{condition}");
        assert!(text(&output.stderr).contains(why), "{}", text(&output.stderr));
        assert_eq!(text(&output.stdout), "", "{condition}");
    }
    let output = call(folder.path(), &["query", "a.rules", "--then", "b.rules", "--journal", "j"]);
    let errors = text(&output.stderr);
    assert!(errors.contains("add --message: the messages of these rules are m, other"), "{errors}");
}
