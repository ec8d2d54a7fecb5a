// SPDX-License-Identifier: Apache-2.0

//! `riskgate fmt`, through the binary.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

const WRITTEN: &str = "-- a rule\nrule small(buy.cost<100) -- in cents\n";
const FORMATTED: &str = "-- a rule\nrule small (buy.cost < 100)  -- in cents\n";

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_riskgate"));
    command.current_dir(folder).arg("fmt").args(arguments);
    command
}

fn call(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).stdin(Stdio::null()).output().expect("it starts")
}

/// The command with this standard input.
fn fed(folder: &Path, arguments: &[&str], input: &[u8]) -> Output {
    let mut command = command(folder, arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("it starts");
    let mut stdin = child.stdin.take().expect("it is a pipe");
    stdin.write_all(input).expect("it reads its input");
    drop(stdin);
    child.wait_with_output().expect("it ends")
}

/// Exit code, standard output and standard error.
fn outcome(output: &Output) -> (Option<i32>, String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

/// A folder with these files.
fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("there is room for temporary files");
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).expect("it can be written");
    }
    folder
}

fn bytes_of(folder: &Path, name: &str) -> Vec<u8> {
    fs::read(folder.join(name)).expect("it is there")
}

#[test]
fn files_are_formatted_in_place_and_named() {
    let folder = folder(&[("a.rules", WRITTEN.as_bytes()), ("b.rules", FORMATTED.as_bytes())]);
    let (code, out, errors) = outcome(&call(folder.path(), &["a.rules", "b.rules"]));
    assert_eq!((code, errors.as_str()), (Some(0), ""));
    assert_eq!(out, "a.rules: formatted\n");
    assert_eq!(bytes_of(folder.path(), "a.rules"), FORMATTED.as_bytes());
    assert_eq!(bytes_of(folder.path(), "b.rules"), FORMATTED.as_bytes());
    let (code, out, _) = outcome(&call(folder.path(), &["a.rules", "b.rules"]));
    assert_eq!((code, out.as_str()), (Some(0), ""));
    let names = fs::read_dir(folder.path()).expect("the folder is there");
    assert_eq!(names.count(), 2, "no temporary file is left");
}

#[test]
fn check_names_the_files_that_are_not_formatted_and_writes_nothing() {
    let folder = folder(&[("a.rules", WRITTEN.as_bytes()), ("b.rules", FORMATTED.as_bytes())]);
    let (code, out, errors) = outcome(&call(folder.path(), &["--check", "a.rules", "b.rules"]));
    assert_eq!((code, out.as_str()), (Some(1), "a.rules: not formatted\n"));
    assert_eq!(errors, "1 of 2 files not formatted\n");
    assert_eq!(bytes_of(folder.path(), "a.rules"), WRITTEN.as_bytes());
    assert_eq!(outcome(&call(folder.path(), &["--check", "b.rules"])).0, Some(0));
}

#[test]
fn standard_input_is_formatted_to_standard_output() {
    let folder = folder(&[]);
    for arguments in [&["-"][..], &[]] {
        let (code, out, _) = outcome(&fed(folder.path(), arguments, WRITTEN.as_bytes()));
        assert_eq!((code, out.as_str()), (Some(0), FORMATTED));
    }
    let (code, out, _) = outcome(&fed(folder.path(), &["--check", "-"], WRITTEN.as_bytes()));
    assert_eq!((code, out.as_str()), (Some(1), "standard input: not formatted\n"));
    let (code, out, _) = outcome(&fed(folder.path(), &["--check"], FORMATTED.as_bytes()));
    assert_eq!((code, out.as_str()), (Some(0), ""));
    assert_eq!(outcome(&fed(folder.path(), &[], b"")), (Some(0), String::new(), String::new()));
    assert_eq!(outcome(&fed(folder.path(), &["-", "a.rules"], b"")).0, Some(2));
}

#[test]
fn a_file_with_a_syntax_error_is_shown_and_not_changed() {
    let wrong = b"rule small(buy.cost<)\n";
    let folder = folder(&[("a.rules", wrong), ("b.rules", WRITTEN.as_bytes())]);
    let (code, out, errors) = outcome(&call(folder.path(), &["a.rules", "b.rules"]));
    assert_eq!((code, out.as_str()), (Some(1), "b.rules: formatted\n"));
    let shown = Command::new(env!("CARGO_BIN_EXE_riskgate"))
        .current_dir(folder.path())
        .args(["check", "a.rules"])
        .output()
        .expect("it starts");
    let shown = outcome(&shown).2.replace("1 of 1", "1 of 2");
    assert_eq!(errors, shown);
    assert!(errors.contains("a.rules:1:21"), "{errors}");
    assert_eq!(bytes_of(folder.path(), "a.rules"), wrong);
    let (code, out, errors) = outcome(&fed(folder.path(), &[], wrong));
    assert_eq!((code, out.as_str()), (Some(1), ""));
    assert!(errors.contains("standard input:1:21"), "{errors}");
}

#[test]
fn what_is_no_text_is_refused() {
    let folder = folder(&[("gbk.rules", b"-- \xd5\xcb\n"), ("new.rules", b"")]);
    let (code, _, errors) = outcome(&call(folder.path(), &["gbk.rules"]));
    assert_eq!(code, Some(1));
    assert!(errors.contains("error[invalid-utf8]") && errors.contains("byte 0xd5"), "{errors}");
    assert_eq!(bytes_of(folder.path(), "gbk.rules"), b"-- \xd5\xcb\n");
    let (code, _, errors) = outcome(&call(folder.path(), &["none.rules", "new.rules"]));
    assert_eq!(code, Some(1));
    assert!(errors.contains("none.rules: cannot read"), "{errors}");
    assert!(errors.ends_with("1 of 2 files refused\n"), "{errors}");
    let (code, _, errors) = outcome(&call(folder.path(), &["."]));
    assert_eq!(code, Some(1), "{errors}");
}

#[test]
fn line_ends_stay_and_the_last_line_gets_one() {
    let written = "rule a(m.x>0) -- a\r\n\r\nrule b(m.x>1)";
    let folder = folder(&[("a.rules", written.as_bytes()), ("b.rules", b"rule a (m.x > 0)")]);
    assert_eq!(outcome(&call(folder.path(), &["a.rules", "b.rules"])).0, Some(0));
    let expected = "rule a (m.x > 0)  -- a\r\n\r\nrule b (m.x > 1)\r\n";
    assert_eq!(bytes_of(folder.path(), "a.rules"), expected.as_bytes());
    assert_eq!(bytes_of(folder.path(), "b.rules"), b"rule a (m.x > 0)\n");
}

#[cfg(unix)]
#[test]
fn permissions_and_links_stay_and_a_read_only_file_is_refused() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = folder(&[("a.rules", WRITTEN.as_bytes())]);
    let path = folder.path().join("a.rules");
    let mode = |mode| fs::set_permissions(&path, fs::Permissions::from_mode(mode));
    mode(0o444).expect("it can be made read-only");
    let (code, _, errors) = outcome(&call(folder.path(), &["a.rules"]));
    assert_eq!(code, Some(1));
    assert!(errors.contains("a.rules: cannot write: the file is read-only"), "{errors}");
    assert_eq!(bytes_of(folder.path(), "a.rules"), WRITTEN.as_bytes());
    assert_eq!(outcome(&call(folder.path(), &["--check", "a.rules"])).0, Some(1));
    mode(0o640).expect("it can be made writable");
    symlink("a.rules", folder.path().join("link.rules")).expect("a link can be made");
    assert_eq!(outcome(&call(folder.path(), &["link.rules"])).0, Some(0));
    assert_eq!(bytes_of(folder.path(), "a.rules"), FORMATTED.as_bytes());
    let link = fs::symlink_metadata(folder.path().join("link.rules")).expect("it is there");
    assert!(link.is_symlink());
    let permissions = fs::metadata(&path).expect("it is there").permissions();
    assert_eq!(permissions.mode() & 0o777, 0o640);
}
