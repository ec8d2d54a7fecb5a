// SPDX-License-Identifier: Apache-2.0

//! The binary as a user calls it: exit codes, messages, closed and full outputs, Ctrl-C, and no
//! incomplete files.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

const RULES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../rules/broker.rules");

fn riskgate() -> Command {
    Command::new(env!("CARGO_BIN_EXE_riskgate"))
}

fn call(arguments: &[&str]) -> Output {
    riskgate().args(arguments).output().expect("it starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Exit code and standard error.
fn outcome(output: &Output) -> (Option<i32>, String) {
    (output.status.code(), text(&output.stderr))
}

/// A folder with a workload of this many events.
fn workload(events: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("there is room for temporary files");
    let at = folder.path().display().to_string();
    assert!(
        call(&["workload", "--orders", "1000", "--events", events, "--out", &at]).status.success()
    );
    folder
}

fn run_in(folder: &Path, more: &[&str]) -> Command {
    let mut command = riskgate();
    command
        .args(["run", RULES, "--data"])
        .arg(folder.join("data"))
        .arg("--events")
        .arg(folder.join("events.csv"));
    command.args(more);
    command
}

#[test]
fn exit_codes_are_those_of_the_readme() {
    assert_eq!(call(&["check", RULES]).status.code(), Some(0));
    assert_eq!(call(&["check", "no/such/file"]).status.code(), Some(1));
    assert_eq!(call(&["check"]).status.code(), Some(2));
    assert_eq!(call(&["run", "--no-such-option"]).status.code(), Some(2));
}

#[test]
fn warnings_can_be_denied() {
    let folder = tempfile::tempdir().expect("there is room for temporary files");
    let path = folder.path().join("a.rules");
    let rules = "create table t (a int primary key, b int null)
        create message m (a int not null)
        rule r ((select b from t where a = m.a) > 0)";
    fs::write(&path, rules).expect("it can be written");
    let path = path.display().to_string();
    assert_eq!(call(&["check", &path]).status.code(), Some(0));
    let (code, errors) = outcome(&call(&["check", "--deny-warnings", &path]));
    assert_eq!(code, Some(1));
    assert!(errors.contains("warning[nullable-rule]"), "{errors}");
}

#[test]
fn a_file_of_a_hundred_megabytes_is_refused_without_being_read() {
    let folder = tempfile::tempdir().expect("there is room for temporary files");
    let path = folder.path().join("large.rules");
    fs::File::create(&path)
        .and_then(|file| file.set_len(100 << 20))
        .expect("a sparse file can be made");
    let (code, errors) = outcome(&call(&["check", &path.display().to_string()]));
    assert_eq!(code, Some(1));
    assert!(errors.contains("larger than 4 MiB") && errors.contains("split it"), "{errors}");
}

#[test]
fn an_image_is_explained_as_its_rule_file_and_damage_is_refused() {
    let folder = workload("500");
    let image = folder.path().join("broker.img").display().to_string();
    assert!(call(&["compile", RULES, "-o", &image]).status.success());
    assert_eq!(call(&["explain", RULES]).stdout, call(&["explain", &image]).stdout);
    let (code, errors) = outcome(&call(&["check", &image]));
    assert_eq!(code, Some(1));
    assert!(errors.contains("this is a program image"), "{errors}");

    let bytes = fs::read(&image).expect("it was written");
    for cut in [1, 7, 31, 32, bytes.len() / 2, bytes.len() - 1] {
        fs::write(&image, &bytes[..cut]).expect("it can be written");
        let (code, errors) = outcome(&call(&["explain", &image]));
        assert_eq!(code, Some(1), "{cut} bytes");
        assert!(errors.contains("broker.img"), "{errors}");
    }
    for flip in (0..bytes.len()).step_by(997) {
        let mut bytes = bytes.clone();
        bytes[flip] ^= 0x10;
        fs::write(&image, &bytes).expect("it can be written");
        assert_eq!(call(&["explain", &image]).status.code(), Some(1), "bit flipped in byte {flip}");
    }
}

#[test]
fn an_image_is_for_the_hardware_if_it_is_compiled_for_a_build() {
    let folder = workload("100");
    let image = |name: &str, options: &[&str]| {
        let path = folder.path().join(name).display().to_string();
        let output = call(&[&["compile", RULES, "-o", &path], options].concat());
        assert!(output.status.success(), "{}", text(&output.stderr));
        (engine::image::decode(&fs::read(&path).expect("it was written")), path)
    };
    let (program, plain) = image("plain.img", &[]);
    let dictionary = program.expect("it is valid").dictionary;
    assert!(dictionary.reuses_codes && dictionary.texts_max > 1_000_000, "{dictionary:?}");
    let (program, _) = image("built.img", &["--build", "default"]);
    let dictionary = program.expect("it is valid").dictionary;
    assert_eq!(dictionary, engine::dictionary::DictionaryDef::OF_HARDWARE);
    // The hardware refuses the other image before it is simulated.
    let data = folder.path().join("data").display().to_string();
    let events = folder.path().join("events.csv").display().to_string();
    let run = ["run", &plain, "--data", &data, "--events", &events, "--engine", "rtl"];
    let (code, errors) = outcome(&call(&run));
    assert_eq!(code, Some(1), "{errors}");
    assert!(errors.contains("the program reuses the codes of texts"), "{errors}");
    // A build that is too small is named, as by `check`.
    let small = folder.path().join("small.img").display().to_string();
    let (code, errors) = outcome(&call(&["compile", RULES, "-o", &small, "--build", "small"]));
    assert_eq!(code, Some(1));
    assert!(errors.contains("error[not-in-build]"), "{errors}");
    assert!(!Path::new(&small).exists());
}

#[test]
fn the_hardware_refuses_changes_of_the_rules_before_anything_is_read() {
    let then = "5:no/such/next.rules";
    let files = ["no/such.rules", "--data", "no/such/data", "--events", "no/such/events.csv"];
    let run = |engine| call(&[&["run", "--engine", engine, "--then", then], &files[..]].concat());
    let (code, errors) = outcome(&run("rtl"));
    assert_eq!(code, Some(1), "{errors}");
    assert!(errors.contains("rules of one family only: use --engine twin"), "{errors}");
    let (code, errors) = outcome(&run("twin"));
    assert_eq!(code, Some(1), "{errors}");
    assert!(errors.contains("no/such.rules: cannot read"), "{errors}");
}

#[test]
fn changes_of_the_rules_are_given_in_the_order_of_their_events() {
    let refused = |first: u32, second: u32| {
        let then = [first, second].map(|event| format!("--then={event}:{RULES}"));
        let files = ["--data", "no/such/data", "--events", "no/such/events.csv"];
        let (code, errors) =
            outcome(&call(&[&["run", RULES, &then[0], &then[1]], &files[..]].concat()));
        assert_eq!(code, Some(1), "{errors}");
        errors
    };
    for (first, second) in [(5, 5), (6, 5)] {
        let expected = format!("--then {second} comes after --then {first}; give the changes in");
        let errors = refused(first, second);
        assert!(errors.contains(&expected), "{errors}");
    }
    let errors = refused(5, 6);
    assert!(errors.contains("no/such/data"), "{errors}");
}

#[test]
fn inputs_are_not_overwritten() {
    let folder = workload("100");
    let events = folder.path().join("events.csv");
    let before = fs::read(&events).expect("it was written");
    let (code, errors) = outcome(
        &run_in(folder.path(), &["--out", &events.display().to_string()])
            .output()
            .expect("it starts"),
    );
    assert_eq!(code, Some(1));
    assert!(errors.contains("would overwrite the input"), "{errors}");
    assert_eq!(fs::read(&events).expect("it is still there"), before);
    let (code, _) = outcome(&call(&["compile", RULES, "-o", RULES]));
    assert_eq!(code, Some(1));
}

#[test]
fn a_bad_line_leaves_no_verdicts() {
    let folder = workload("100");
    let events = folder.path().join("events.csv");
    let mut lines = fs::read_to_string(&events).expect("it was written");
    lines.push_str("fil,1,,,,,,\n");
    fs::write(&events, lines).expect("it can be written");
    let out = folder.path().join("verdicts.csv");
    let (code, errors) = outcome(
        &run_in(folder.path(), &["--out", &out.display().to_string()]).output().expect("it starts"),
    );
    assert_eq!(code, Some(1));
    assert!(
        errors.contains("events.csv:102: column 1 (message)") && errors.contains("`fill`"),
        "{errors}"
    );
    let left: Vec<_> = fs::read_dir(folder.path())
        .expect("it is a folder")
        .flatten()
        .map(|e| e.file_name())
        .collect();
    assert!(
        !out.exists() && left.iter().all(|name| !name.to_string_lossy().starts_with(".riskgate")),
        "{left:?}"
    );
}

#[test]
fn a_closed_reader_is_not_an_error() {
    let mut child = riskgate()
        .args(["explain", RULES])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(outcome(&output), (Some(0), String::new()));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_output_is_a_named_error() {
    let full = || fs::File::options().write(true).open("/dev/full").expect("Linux has it");
    let output = riskgate().args(["explain", RULES]).stdout(full()).output().expect("it starts");
    let (code, errors) = outcome(&output);
    assert_eq!(code, Some(1));
    assert!(errors.contains("cannot write to standard output"), "{errors}");
    assert_eq!(
        riskgate().args(["check", "nope"]).stderr(full()).status().expect("it starts").code(),
        Some(1)
    );
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_a_run_with_a_summary_and_no_file() {
    let folder = workload("1000");
    // A pipe that is never closed holds events without end. The run waits for it, or answers the
    // events in it, when the signal comes.
    let pipe = folder.path().join("pipe.csv");
    let made = Command::new("mkfifo").arg(&pipe).status();
    assert!(made.expect("mkfifo starts").success());
    let out = folder.path().join("verdicts.csv");
    let run = riskgate()
        .args(["run", RULES, "--data"])
        .arg(folder.path().join("data"))
        .arg("--events")
        .arg(&pipe)
        .arg("--out")
        .arg(&out)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let events = fs::read(folder.path().join("events.csv")).expect("it was written");
    let header = 1 + events.iter().position(|b| *b == b'\n').expect("there is a header");
    // Opening the pipe waits for its reader, so the run has now loaded its tables and reads events.
    let mut writer = fs::File::options().write(true).open(&pipe).expect("the run opens it");
    std::io::Write::write_all(&mut writer, &events[..header]).expect("the header is taken");
    let signalled = Command::new("kill").args(["-INT", &run.id().to_string()]).status();
    assert!(signalled.expect("kill starts").success());
    // More events wake the run up; after it has stopped, writing fails.
    while std::io::Write::write_all(&mut writer, &events[header..]).is_ok() {}
    let (code, errors) = outcome(&run.wait_with_output().expect("it ends"));
    assert_eq!(code, Some(130), "{errors}");
    assert!(errors.starts_with("interrupted: "), "{errors}");
    assert!(!out.exists());
}

#[test]
fn check_finds_what_a_build_cannot_run_with_its_place() {
    let folder = tempfile::tempdir().expect("there is room for temporary files");
    let path = folder.path().join("a.rules");
    let rules = "create table t (a int primary key) with (rows = 1000);\n\
        create message m (a int not null, kind char(4) not null);\n\
        rule r (not exists (select 1 from t where a = m.a));\n\
        rule s (m.kind like 'op%');\n";
    fs::write(&path, rules).expect("it can be written");
    let path = path.display().to_string();
    assert_eq!(call(&["check", &path]).status.code(), Some(0));
    let (code, errors) = outcome(&call(&["check", "--build", "default", &path]));
    assert_eq!(code, Some(1));
    assert!(errors.contains("error[not-in-hardware]: message `m` needs `like`"), "{errors}");
    assert!(errors.contains("a.rules:4:9") && !errors.contains("a.rules:1:14"), "{errors}");
    let (code, errors) = outcome(&call(&["check", "--build", "small", &path]));
    assert_eq!(code, Some(1));
    assert!(errors.contains("no unit left for table `t` with 1000 rows"), "{errors}");
    assert!(errors.contains("a.rules:1:14"), "{errors}");
    assert!(errors.contains("warning[smaller-build]"), "{errors}");
    assert_eq!(call(&["check", "--build", "none", &path]).status.code(), Some(2));
}

#[test]
fn a_carriage_return_alone_ends_a_line() {
    let folder = tempfile::tempdir().expect("there is room for temporary files");
    let path = folder.path().join("a.rules");
    let rules = "-- one\rcreate message m (a int not null);\rrule r (m.b > 0);\r";
    fs::write(&path, rules).expect("it can be written");
    let path = path.display().to_string();
    let (code, errors) = outcome(&call(&["check", &path]));
    assert_eq!(code, Some(1));
    assert!(errors.contains("a.rules:3:11"), "{errors}");
    let output = call(&["check", "--format", "json", &path]);
    let json = String::from_utf8_lossy(&output.stdout);
    assert!(json.contains("\"line\": 3") && !json.contains("\"line\": 1"), "{json}");
}
