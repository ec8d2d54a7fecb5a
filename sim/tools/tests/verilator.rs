// SPDX-License-Identifier: Apache-2.0

//! Finding Verilator: what is said when something is missing, and that what is found answers, lints
//! and builds.

use marlin::verilator::{VerilatorRuntime, VerilatorRuntimeOptions};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Output;
use tools::verilator::{self, VerilatorError, needed_programs, own};

#[test]
fn everything_that_is_missing_is_named_at_once() {
    let error = needed_programs(OsStr::new("/nonexistent")).expect_err("nothing is there");
    let text = error.to_string();
    assert_eq!(
        text,
        "perl, c++, make, python3 not found; on Debian: apt-get install perl g++ make python3"
    );
}

#[test]
fn only_what_is_missing_is_named() {
    let folder = empty_folder("without_python");
    for name in ["perl", "c++", "make"] {
        std::fs::write(folder.join(name), "").expect("the folder can be written to");
    }
    let error = needed_programs(folder.as_os_str()).expect_err("python3 is not there");
    assert_eq!(error.to_string(), "python3 not found; on Debian: apt-get install python3");
}

#[test]
fn a_program_that_is_not_verilator_is_refused() {
    let error = own(Path::new("true")).expect_err("`true` says nothing of a version");
    assert!(matches!(error, VerilatorError::Unfit { .. }), "{error}");
    let error = own(Path::new("/nonexistent/verilator")).expect_err("there is no such program");
    assert!(error.to_string().starts_with("VERILATOR=/nonexistent/verilator: "), "{error}");
}

#[test]
fn the_bindings_take_its_version() {
    let Some(verilator) = verilator::or_skip("the_bindings_take_its_version") else { return };
    let options =
        VerilatorRuntimeOptions::default().verilator_executable(verilator.executable().into());
    let none: &[&Path] = &[];
    let runtime = VerilatorRuntime::new2(empty_folder("version"), none, none, [], options);
    assert!(
        runtime.is_ok(),
        "{}",
        runtime.err().map(|error| error.to_string()).unwrap_or_default()
    );
    let same = own(verilator.executable()).expect("what is found would do as one's own");
    assert_eq!(same.version(), verilator.version());
}

#[test]
fn what_is_found_lints() {
    let Some(verilator) = verilator::or_skip("what_is_found_lints") else { return };
    let folder = empty_folder("lint");
    let lint = |name: &str, text: &str| {
        let path = folder.join(name);
        std::fs::write(&path, text).expect("the folder can be written to");
        verilator
            .command()
            .args(["--lint-only", "-Wall"])
            .arg(path)
            .output()
            .expect("it can be launched")
    };
    let good = lint(
        "good.v",
        "module good (input wire a, output wire b);\n    assign b = a;\nendmodule\n",
    );
    assert!(good.status.success(), "{}", said(&good));
    let bad = lint(
        "bad.v",
        "module bad (input wire [1:0] a, output wire b);\n    assign b = a;\nendmodule\n",
    );
    assert!(!bad.status.success() && said(&bad).contains("WIDTHTRUNC"), "{}", said(&bad));
}

/// As on a Debian, where Python is `python3` only: what the makefiles call `python` fails.
#[cfg(unix)]
#[test]
fn what_is_found_builds_without_a_program_called_python() {
    let Some(verilator) =
        verilator::or_skip("what_is_found_builds_without_a_program_called_python")
    else {
        return;
    };
    let folder = empty_folder("build");
    std::os::unix::fs::symlink("/bin/false", folder.join("python"))
        .expect("the folder can be written to");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path =
        std::env::join_paths(std::iter::once(folder.clone()).chain(std::env::split_paths(&path)));
    let source = folder.join("hello.sv");
    let text = "module hello;\n    initial begin\n        $display(\"hello\");\n        $finish;\n    end\nendmodule\n";
    std::fs::write(&source, text).expect("the folder can be written to");
    let model = folder.join("model");
    let mut build = verilator.command();
    build
        .env("PATH", path.expect("the folders were separated before"))
        .args(["--binary", "-j", "0", "--Mdir"]);
    let built = build.arg(&model).arg(&source).output().expect("it can be launched");
    assert!(built.status.success(), "{}", said(&built));
    let ran = std::process::Command::new(model.join("Vhello")).output().expect("it was built");
    assert!(said(&ran).starts_with("hello\n"), "{}", said(&ran));
}

/// A folder of a test's own, without what an earlier run left there, which make would take for
/// done.
fn empty_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("verilator").join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).expect("the folder is the test's own");
    }
    std::fs::create_dir_all(&folder).expect("the folder can be written to");
    folder
}

fn said(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}
