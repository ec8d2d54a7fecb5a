// SPDX-License-Identifier: Apache-2.0

//! Finding Verilator: the messages when something is missing, and that the program found prints its
//! version, lints and builds.

use marlin::verilator::{VerilatorRuntime, VerilatorRuntimeOptions};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Output;
use tools::verilator::{self, VerilatorError, needed_programs, own};

#[test]
fn all_missing_programs_are_named_at_once() {
    let error = needed_programs(OsStr::new("/nonexistent")).expect_err("nothing is there");
    let text = error.to_string();
    assert_eq!(
        text,
        "perl, c++, make, python3 not found; on Debian: apt-get install perl g++ make python3"
    );
}

#[test]
fn only_missing_programs_are_named() {
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
    let same =
        own(verilator.executable()).expect("the program found is usable as an installed one");
    assert_eq!(same.version(), verilator.version());
}

#[test]
fn verilator_lints() {
    let Some(verilator) = verilator::or_skip("verilator_lints") else { return };
    let folder = empty_folder("lint");
    let lint = |name: &str, text: &str| {
        let path = folder.join(name);
        std::fs::write(&path, text).expect("the folder can be written to");
        verilator
            .command()
            .args(["--lint-only", "-Wall"])
            .arg(path)
            .output()
            .expect("Verilator can be launched")
    };
    let good = lint(
        "good.v",
        "module good (input wire a, output wire b);\n    assign b = a;\nendmodule\n",
    );
    assert!(good.status.success(), "{}", text(&good));
    let bad = lint(
        "bad.v",
        "module bad (input wire [1:0] a, output wire b);\n    assign b = a;\nendmodule\n",
    );
    assert!(!bad.status.success() && text(&bad).contains("WIDTHTRUNC"), "{}", text(&bad));
}

/// As on Debian, where Python is called `python3` only: a program called `python` fails.
#[cfg(unix)]
#[test]
fn verilator_builds_without_a_program_called_python() {
    let Some(verilator) = verilator::or_skip("verilator_builds_without_a_program_called_python")
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
    let hello = "module hello;\n    initial begin\n        $display(\"hello\");\n        \
                $finish;\n    end\nendmodule\n";
    std::fs::write(&source, hello).expect("the folder can be written to");
    let model = folder.join("model");
    let mut build = verilator.command();
    build
        .env("PATH", path.expect("the folders were separated before"))
        .args(["--binary", "-j", "0", "--Mdir"]);
    let built = build.arg(&model).arg(&source).output().expect("Verilator can be launched");
    assert!(built.status.success(), "{}", text(&built));
    let ran =
        std::process::Command::new(model.join("Vhello")).output().expect("the program was built");
    assert!(text(&ran).starts_with("hello\n"), "{}", text(&ran));
}

/// An empty folder for a test. Files of an earlier run would make `make` skip its work.
fn empty_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("verilator").join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).expect("only this test uses the folder");
    }
    std::fs::create_dir_all(&folder).expect("the folder can be written to");
    folder
}

fn text(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}
