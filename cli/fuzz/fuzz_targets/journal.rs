// SPDX-License-Identifier: Apache-2.0

#![no_main]
//! See `journal::fuzz`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    journal::fuzz::file(bytes);
    journal::fuzz::damage(bytes);
});
