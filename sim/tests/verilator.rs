//! Finding Verilator: what is said when something is missing, and that what is found answers and lints.

use sim::verilator::{self, VerilatorError, needed_programs, own};
use std::ffi::OsStr;
use std::path::Path;

#[test]
fn everything_that_is_missing_is_named_at_once() {
    let error = needed_programs(OsStr::new("/nonexistent")).expect_err("nothing is there");
    let text = error.to_string();
    assert_eq!(text, "perl, c++, make not found; on Debian: apt-get install perl g++ make");
}

#[test]
fn a_program_that_is_not_verilator_is_refused() {
    let error = own(Path::new("true")).expect_err("`true` says nothing of a version");
    assert!(matches!(error, VerilatorError::Unfit { .. }), "{error}");
    let error = own(Path::new("/nonexistent/verilator")).expect_err("there is no such program");
    assert!(error.to_string().starts_with("VERILATOR=/nonexistent/verilator: "), "{error}");
}

#[test]
fn what_is_found_answers_and_lints() {
    let Some(verilator) = verilator::or_skip("what_is_found_answers_and_lints") else { return };
    let version = verilator.command().arg("--version").output().expect("it can be launched");
    assert!(String::from_utf8_lossy(&version.stdout).starts_with("Verilator 5."));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let lint = |name: &str, text: &str| {
        let path = folder.join(name);
        std::fs::write(&path, text).expect("the folder can be written to");
        let call = verilator.command().args(["--lint-only", "-Wall"]).arg(path).output();
        call.expect("it can be launched").status.success()
    };
    assert!(lint("good.v", "module good (input wire a, output wire b);\n    assign b = a;\nendmodule\n"));
    assert!(!lint("bad.v", "module bad (input wire [1:0] a, output wire b);\n    assign b = a;\nendmodule\n"));
}
