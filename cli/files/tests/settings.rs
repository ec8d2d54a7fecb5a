// SPDX-License-Identifier: Apache-2.0

//! Modes of rules and parameters, in events and in separate files, and the columns for warnings
//! and effects.

use engine::executor::Executor;
use engine::program::Program;
use engine::reference::Reference;
use engine::rule::Mode;
use engine::schema::{MessageId, RuleId};
use engine::verdict::{Reason, Verdict};
use expect_test::expect;
use files::csv_input::CsvReader;
use files::dump::dump_tables;
use files::events::EventReader;
use files::settings::Sent;
use files::tables::load_tables;
use files::verdicts::{HEADER, push_line};
use std::fs;
use std::sync::Arc;

const RULES: &str = "
    create table account (id int primary key, balance int8 not null);
    create parameter largest decimal(8,2) = 100;
    create parameter market char(4) = 'open';
    create message buy (account int not null, cost decimal(8,2) not null, mode int);
    rule positive on buy (buy.cost > 0);
    warn rule large on buy (buy.cost < largest);
    rule \"账户\" on buy (buy.account > 0);
    warn rule open on buy (market = 'open');
";

fn program() -> Arc<Program> {
    let (program, diagnostics) = rulec::compile(RULES);
    Arc::new(program.unwrap_or_else(|| panic!("{diagnostics:?}")))
}

fn executor() -> Reference {
    Reference::new(program()).expect("the program is valid")
}

/// The verdicts file of events.
fn verdicts(executor: &mut Reference, events: &str) -> String {
    let program = executor.program().clone();
    let csv = CsvReader::new("events.csv", events.as_bytes());
    let mut reader = EventReader::new(csv, &program).expect("the header is good");
    let mut text = HEADER.to_owned();
    while let Some(event) = reader.next_event().expect("the events are good") {
        let verdict = executor.execute(event.frame);
        push_line(&mut text, &program, event.sequence, event.message, &verdict);
    }
    text
}

#[test]
fn rows_change_modes_and_parameters_and_get_verdicts() {
    let events = "message,account,cost,mode,rule,parameter,value\n\
        buy,1,100,,,,\n\
        mode,,,warn,positive,,\n\
        buy,1,0,7,,,\n\
        Mode,,,off,POSITIVE,,\n\
        buy,1,0,,,,\n\
        mode,,,off,账户,,\n\
        buy,0,0,,,,\n\
        parameter,,,,,largest,-1.5\n\
        parameter,,,,,market,shut\n\
        buy,1,1,,,,\n\
        mode,,,blok,positive,,\n\
        mode,,,block,positiv,,\n\
        mode,,,,,,\n\
        parameter,,,,,larges,1\n\
        parameter,,,,,largest,1.234\n\
        parameter,,,,,largest,x\n\
        parameter,,,,,largest,\n\
        mode,,,block,positive,,\n\
        buy,1,0,,,,\n";
    expect![[r#"
        seq,message,verdict,rule,reason,warnings,effects
        1,buy,accept,,,large,
        2,mode,accept,,,,
        3,buy,accept,,,positive,
        4,mode,accept,,,,
        5,buy,accept,,,,
        6,mode,accept,,,,
        7,buy,accept,,,,
        8,parameter,accept,,,,
        9,parameter,accept,,,,
        10,buy,accept,,,large|open,
        11,mode,reject,,malformed,,
        12,mode,reject,,malformed,,
        13,mode,reject,,malformed,,
        14,parameter,reject,,malformed,,
        15,parameter,reject,,malformed,,
        16,parameter,reject,,malformed,,
        17,parameter,reject,,malformed,,
        18,mode,accept,,,,
        19,buy,reject,positive,false,large|open,
    "#]]
    .assert_eq(&verdicts(&mut executor(), events));
}

#[test]
fn a_row_fills_only_the_fields_of_its_message() {
    let error = |events: &str| {
        let program = program();
        let csv = CsvReader::new("events.csv", events.as_bytes());
        let mut reader = EventReader::new(csv, &program).expect("the header is good");
        reader.next_event().expect_err("the row is refused").to_string()
    };
    expect![[r#"
        events.csv:2: column 2 (account): `mode` has no field `account`, but the cell is not empty
          help: leave the cell empty"#]]
    .assert_eq(&error("message,account,cost,rule,mode\nmode,1,,positive,off\n"));
    expect![[r#"
        events.csv:2: column 4 (rule): `buy` has no field `rule`, but the cell is not empty
          help: leave the cell empty"#]]
    .assert_eq(&error("message,account,cost,rule\nbuy,1,1,positive\n"));
    expect![[r#"
        events.csv:2: column `mode` is missing: `mode` needs it
          help: add `mode` to the header"#]]
    .assert_eq(&error("message,rule\nmode,positive\n"));
    expect![[r#"
        events.csv:2: column `parameter` is missing: `parameter` needs it
          help: add `parameter` to the header"#]]
    .assert_eq(&error("message,value\nparameter,1\n"));
    expect![[r#"
        events.csv:2: column 1 (message): there is no message `parameter.largest`
          help: the messages are buy"#]]
    .assert_eq(&error("message,value\nparameter.largest,1\n"));
}

#[test]
fn effects_that_fail_are_named() {
    let mut text = String::new();
    let verdict = Verdict {
        reason: Some(Reason::False),
        rule: Some(RuleId(2)),
        failing: 4,
        warnings: 10,
        effects: Some(Reason::TableFull),
    };
    push_line(&mut text, &program(), 1, MessageId(0), &verdict);
    push_line(&mut text, &program(), 2, Sent::of(&[255; 15]), &Verdict::refused(Reason::Malformed));
    expect![[r#"
        1,buy,reject,账户,false,large|open,table_full
        2,mode,reject,,malformed,,
    "#]]
    .assert_eq(&text);
}

#[test]
fn modes_and_parameters_are_dumped_and_read_back() {
    let folder = tempfile::tempdir().expect("there is room for temporary files");
    let dump = |executor: &Reference, name: &str, has_modes: bool| {
        let at = folder.path().join(name);
        dump_tables(executor, &at, has_modes, &mut |_| {}).expect("a dump can be written");
        let read = |name: &str| fs::read_to_string(at.join(name)).ok();
        (read("mode.csv"), read("parameter.csv"))
    };
    let mut first = executor();
    assert_eq!(dump(&first, "empty", false), (None, Some("parameter,value\n".into())));
    assert!(dump(&first, "asked", true).0.is_some());
    verdicts(
        &mut first,
        "message,mode,rule,parameter,value\nmode,off,positive,,\nparameter,,,market,shut\n",
    );
    let (modes, parameters) = dump(&first, "first", false);
    expect![[r#"
        rule,mode
        large,warn
        open,warn
        positive,off
        账户,block
    "#]]
    .assert_eq(&modes.clone().expect("a mode has changed"));
    assert_eq!(parameters.as_deref(), Some("parameter,value\nmarket,shut\n"));

    let mut second = executor();
    let report = load_tables(&folder.path().join("first"), &mut second, &mut |_| {});
    let report = report.expect("a dump can be read");
    assert!(report.has_modes);
    assert_eq!(report.warnings, []);
    assert_eq!(second.mode(RuleId(0)), Some(Mode::Off));
    assert_eq!(dump(&second, "second", false), (modes, parameters));
    let events = "message,account,cost\nbuy,1,0\n";
    assert_eq!(verdicts(&mut first, events), verdicts(&mut second, events));
}

#[test]
fn wrong_files_are_refused_with_their_place() {
    let error = |name: &str, text: &str| {
        let folder = tempfile::tempdir().expect("there is room for temporary files");
        fs::write(folder.path().join(name), text).expect("it can be written");
        let loaded = load_tables(folder.path(), &mut executor(), &mut |_| {});
        let error = loaded.expect_err("the file is refused").to_string();
        error.split_once(name).map(|(_, rest)| format!("{name}{rest}")).unwrap_or(error)
    };
    expect![[r#"
        mode.csv:3: column 1 (rule): there is no rule `larg`
          help: did you mean `large`?"#]]
    .assert_eq(&error("mode.csv", "rule,mode\npositive,off\nlarg,off\n"));
    expect!["mode.csv:2: column 2 (mode): `of` is not `block`, `warn` or `off`"]
        .assert_eq(&error("mode.csv", "rule,mode\npositive,of\n"));
    expect![[r#"
        mode.csv:3: column 1 (rule): the row was refused: duplicate_key, an earlier row of `mode` has the same key
          help: keep one row for each key"#]].assert_eq(&error("mode.csv", "rule,mode\nlarge,off\nlarge,warn\n"));
    expect![[r#"
        mode.csv:1: column `mode` is missing: `mode` needs it
          help: add `mode` to the header"#]]
    .assert_eq(&error("mode.csv", "rule\nlarge\n"));
    expect![[r#"
        parameter.csv:2: column 2 (value): `x` is not of type DECIMAL(8,2)
          help: write digits with an optional sign and decimal point, such as -12.50"#]]
    .assert_eq(&error("parameter.csv", "parameter,value\nlargest,x\n"));
    expect![[r#"
        parameter.csv:2: column 2 (value): the cell is empty, which is NULL, and the column is `not null`
          help: write a value"#]].assert_eq(&error("parameter.csv", "parameter,value\nlargest,\n"));
    expect![[r#"
        parameter.csv:1: column 2 (valeu): no table `parameter` has a column `valeu`
          help: did you mean `value`?"#]]
    .assert_eq(&error("parameter.csv", "parameter,valeu\nlargest,1\n"));
    expect!["parameter.csv:2: column 1 (parameter): there is no parameter `row`"]
        .assert_eq(&error("parameter.csv", "parameter,value\nrow,1\n"));
}
