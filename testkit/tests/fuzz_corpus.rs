// SPDX-License-Identifier: Apache-2.0

//! The fuzz bodies over the saved corpus, which holds inputs that once crashed and inputs that
//! reach much of the code, and the journal's bodies over random bytes.

use journal::Journal;
use proptest::prelude::*;
use std::path::Path;
use testkit::fuzz::{self, readers};

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
    rerun("compiler", readers::compiler);
}

#[test]
fn image() {
    rerun("image", readers::program_image);
}

#[test]
fn csv() {
    rerun("csv", readers::csv);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn journal(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        fuzz::journal::file(&bytes);
        fuzz::journal::damage(&bytes);
        // The same bytes after a valid header.
        let mut disk = Vec::new();
        drop(Journal::create_on(&mut disk, Path::new("fuzz"), 7).expect("memory does not fail"));
        disk.extend(bytes);
        fuzz::journal::file(&disk);
    }
}
