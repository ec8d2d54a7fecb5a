// SPDX-License-Identifier: Apache-2.0

//! The fuzz bodies over the saved corpus: what once was found, or reaches far, is tried again in
//! every test run.

use std::path::Path;

fn rerun(target: &str, body: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut inputs = 0;
    for entry in std::fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()))
    {
        let path = entry.expect("the folder can be listed").path();
        let bytes = std::fs::read(&path).expect("the input can be read");
        // On a failure the last name printed is the input that crashed.
        println!("{}", path.display());
        body(&bytes);
        inputs += 1;
    }
    assert!(inputs >= 10, "{}: only {inputs} inputs", folder.display());
}

#[test]
fn compiler() {
    rerun("compiler", riskgate::fuzz::compiler);
}

#[test]
fn image() {
    rerun("image", riskgate::fuzz::program_image);
}

#[test]
fn csv() {
    rerun("csv", riskgate::fuzz::csv);
}
