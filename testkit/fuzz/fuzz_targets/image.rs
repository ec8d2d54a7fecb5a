// SPDX-License-Identifier: Apache-2.0

#![no_main]
//! The fuzz target of `testkit::fuzz::readers::program_image`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| testkit::fuzz::readers::program_image(bytes));
