// SPDX-License-Identifier: Apache-2.0

#![no_main]
//! The fuzz target of `testkit::fuzz::journal`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    testkit::fuzz::journal::file(bytes);
    testkit::fuzz::journal::damage(bytes);
});
