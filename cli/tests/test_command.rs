// SPDX-License-Identifier: Apache-2.0

//! `riskgate test` and included files, through the binary; and the commands of a rule file that has
//! both.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn riskgate(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_riskgate"));
    command.current_dir(folder).args(arguments).output().expect("it starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A folder with a rule file that includes another one and has two tests, of which one fails.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("there is room for temporary files");
    let write = |name: &str, text: &str| {
        fs::write(folder.path().join(name), text).expect("it can be written");
    };
    fs::create_dir(folder.path().join("sub")).expect("a folder can be made");
    write(
        "sub/base.rules",
        "create table account (id int primary key, balance int8 not null);\n\
         create message buy (account int not null, cost int8 not null);\n",
    );
    write(
        "main.rules",
        "include 'sub/base.rules';\n\
         rule positive on buy (buy.cost > 0);\n\
         on buy (update account set balance = balance - buy.cost where id = buy.account);\n\
         test \"a small order\" (\n\
         given account (id = 6, balance = 12);\n\
         when buy (account = 6, cost = 1) expect accept;\n\
         expect account (balance = 11)\n\
         );\n\
         test \"no <order>\" (\n\
         given account (id = 6, balance = 12);\n\
         when buy (account = 6, cost = 0) expect accept;\n\
         expect account (id = 6, balance = 11)\n\
         );\n",
    );
    folder
}

#[test]
fn tests_pass_or_fail_with_their_place() {
    let folder = folder();
    for engine in ["twin", "reference"] {
        let arguments = ["test", "main.rules", "--engine", engine, "--junit", "out.xml"];
        let output = riskgate(folder.path(), &arguments);
        assert_eq!(output.status.code(), Some(1));
        expect_test::expect![[r#"
            main.rules
              ok       a small order
              FAILED   no <order>, at main.rules:9
                main.rules:11: when buy (account = 6, cost = 0) expect accept
                    expected  accept
                    actual    reject positive false
                main.rules:12: expect account (id = 6, balance = 11)
                    `account` has no such row; its only row is
                      id = 6
                    - balance = 11
                    + balance = 12

            2 tests: 1 passed, 1 failed, 0 skipped
        "#]]
        .assert_eq(&text(&output.stdout));
        let xml = fs::read_to_string(folder.path().join("out.xml")).expect("it was written");
        assert!(xml.contains("tests=\"2\" failures=\"1\" errors=\"0\""), "{xml}");
        assert!(xml.contains("name=\"no &lt;order&gt;\""), "{xml}");
    }
    let output = riskgate(folder.path(), &["test", "main.rules", "--filter", "small"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let output = riskgate(folder.path(), &["test", "main.rules", "--filter", "large"]);
    assert_eq!(output.status.code(), Some(1));
    let output = riskgate(folder.path(), &["test", "main.rules", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert_eq!((&json["passed"], &json["failed"]), (&1.into(), &1.into()));
    let step = &json["files"][0]["tests"][1]["results"][0]["problems"][0];
    assert_eq!((&step["file"], &step["line"]), (&"main.rules".into(), &11.into()));
}

#[test]
fn a_file_that_does_not_compile_is_a_failure() {
    let folder = folder();
    fs::write(folder.path().join("wrong.rules"), "test t (when buy (x = 1) expect accept);")
        .expect("it can be written");
    let output = riskgate(
        folder.path(),
        &["test", "main.rules", "wrong.rules", "--filter", "small", "--junit", "out.xml"],
    );
    assert_eq!(output.status.code(), Some(1));
    let errors = text(&output.stderr);
    assert!(errors.contains("there is no message `buy`"), "{errors}");
    let xml = fs::read_to_string(folder.path().join("out.xml")).expect("it was written");
    assert!(xml.contains("errors=\"1\"") && xml.contains("<error message="), "{xml}");
    // Errors in tests are errors of every command.
    assert_eq!(riskgate(folder.path(), &["check", "wrong.rules"]).status.code(), Some(1));
}

#[test]
fn every_command_reads_included_files_and_ignores_tests() {
    let folder = folder();
    for arguments in [
        &["check", "main.rules"][..],
        &["explain", "main.rules"],
        &["compile", "main.rules", "-o", "a"],
    ] {
        let output = riskgate(folder.path(), arguments);
        assert!(output.status.success(), "{arguments:?}: {}", text(&output.stderr));
    }
    let base = folder.path().join("sub/base.rules");
    let before = fs::read(&base).expect("it is there");
    let output = riskgate(folder.path(), &["compile", "main.rules", "-o", "sub/base.rules"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("would overwrite the input"));
    assert_eq!(fs::read(&base).expect("it is there"), before);

    fs::write(&base, "create message buy (account int not null, cost int8 nil);")
        .expect("it can be written");
    let output = riskgate(folder.path(), &["check", "main.rules"]);
    let errors = text(&output.stderr);
    assert!(errors.contains("sub/base.rules:1:"), "{errors}");
    let output = riskgate(folder.path(), &["check", "main.rules", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert_eq!(json[0]["file"], "sub/base.rules");
    assert_eq!(json[0]["span"]["start"]["line"], 1);
}

#[test]
fn a_run_changes_modes_and_keeps_them() {
    let folder = folder();
    fs::create_dir(folder.path().join("data")).expect("a folder can be made");
    let events = "message,account,cost,rule,mode\n\
         mode,,,positive,off\n\
         buy,6,0,,\n";
    fs::write(folder.path().join("events.csv"), events).expect("it can be written");
    let run = |data: &str, dump: &str, engine: &str| {
        let arguments = [
            "run",
            "main.rules",
            "--data",
            data,
            "--events",
            "events.csv",
            "--out",
            "out.csv",
            "--dump",
            dump,
            "--engine",
            engine,
        ];
        riskgate(folder.path(), &arguments)
    };
    for engine in ["reference", "twin"] {
        let output = run("data", "dump", engine);
        assert!(output.status.success(), "{}", text(&output.stderr));
        let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("it is there");
        let header = "seq,message,verdict,rule,reason,warnings,effects";
        assert_eq!(read("out.csv"), format!("{header}\n1,mode,accept,,,,\n2,buy,accept,,,,\n"));
        assert_eq!(read("dump/mode.csv"), "rule,mode\npositive,off\n");
        assert!(run("dump", "again", engine).status.success());
        assert_eq!(read("again/mode.csv"), "rule,mode\npositive,off\n");
    }
}

#[test]
fn a_run_on_the_hardware_names_what_it_lacks_with_its_place() {
    let folder = tempfile::tempdir().expect("there is room for temporary files");
    let write = |name: &str, text: &str| {
        fs::write(folder.path().join(name), text).expect("it can be written");
    };
    fs::create_dir(folder.path().join("data")).expect("a folder can be made");
    write(
        "a.rules",
        "create message m (c char(6) not null);\n\
         rule star (m.c like '688%');\n",
    );
    write("events.csv", "message,c\nm,688001\n");
    let run = |engine: &str| {
        let files = ["--data", "data", "--events", "events.csv", "--out", "out.csv"];
        let arguments = [&["run", "a.rules", "--engine", engine], &files[..]].concat();
        riskgate(folder.path(), &arguments)
    };
    let output = run("rtl");
    assert_eq!(output.status.code(), Some(1));
    let errors = text(&output.stderr);
    let message = "error[not-in-hardware]: message `m` needs `like`";
    assert!(errors.contains(message), "{errors}");
    assert!(errors.contains("--> a.rules:2:12"), "{errors}");
    assert!(!folder.path().join("out.csv").exists());
    assert!(run("twin").status.success());
}

/// A rule file whose tests pin everything, except for what `last` leaves out.
fn mutated(last: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("there is room for temporary files");
    let rules = format!(
        "create message buy (cost int not null, kind int not null);\n\
         create parameter most int = 100;\n\
         rule small (buy.cost < most where buy.kind = 1)\n\
         test \"bounds\" (\n\
         when buy (cost = 100, kind = 1) expect reject small;\n\
         when buy (cost = 99, kind = 1) expect accept{last}\n\
         )\n"
    );
    fs::write(folder.path().join("a.rules"), rules).expect("it can be written");
    folder
}

#[test]
fn mutants_that_no_test_notices_are_listed() {
    let pinned = mutated(";\nwhen buy (cost = 100, kind = 2) expect accept");
    for engine in [&[][..], &["--engine", "twin"]] {
        let output = riskgate(pinned.path(), &[&["test", "--mutate", "a.rules"], engine].concat());
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        let said = "a.rules: 0 of 8 mutants pass all tests; 1 test\n";
        assert_eq!(text(&output.stdout), said);
    }
    let free = mutated("");
    let output = riskgate(free.path(), &["test", "--mutate", "a.rules"]);
    assert_eq!(output.status.code(), Some(1));
    expect_test::expect![[r#"
        a.rules: 1 of 8 mutants pass all tests; 1 test
          a.rules:3:1: rule `small`: the guard is dropped
    "#]]
    .assert_eq(&text(&output.stdout));
    assert_eq!(text(&output.stderr), "1 mutant passes all tests\n");
    let output = riskgate(free.path(), &["test", "--mutate", "a.rules", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert_eq!((&json["mutants"], &json["survived"]), (&8.into(), &1.into()));
    let survivor = serde_json::json!({
        "item": "rule", "name": "small", "file": "a.rules", "line": 3, "column": 1,
        "change": "unguarded", "text": "the guard is dropped",
    });
    assert_eq!(json["files"][0]["survivors"], serde_json::json!([survivor]));
}

#[test]
fn mutants_are_not_tested_where_tests_fail_or_are_missing() {
    let folder = mutated(";\nwhen buy (cost = 1, kind = 1) expect reject");
    let output = riskgate(folder.path(), &["test", "--mutate", "a.rules"]);
    assert_eq!(output.status.code(), Some(1));
    let errors = text(&output.stderr);
    assert!(errors.contains("a.rules: a test fails without any mutant; mend what"), "{errors}");
    assert_eq!(text(&output.stdout), "a.rules: not tested\n");
    let folder = mutated("");
    let arguments = ["test", "--mutate", "a.rules", "--filter", "no such"];
    let output = riskgate(folder.path(), &arguments);
    assert_eq!(output.status.code(), Some(1));
    let errors = text(&output.stderr);
    assert!(errors.contains("no test has `no such` in its name"), "{errors}");
    let arguments = ["test", "--mutate", "a.rules", "--engine", "all"];
    assert_eq!(riskgate(folder.path(), &arguments).status.code(), Some(1));
    let arguments = ["test", "--mutate", "a.rules", "--junit", "x.xml"];
    assert_eq!(riskgate(folder.path(), &arguments).status.code(), Some(2));
}
