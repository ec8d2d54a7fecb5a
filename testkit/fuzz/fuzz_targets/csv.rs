// SPDX-License-Identifier: Apache-2.0

#![no_main]
//! The fuzz target of `testkit::fuzz::readers::csv`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| testkit::fuzz::readers::csv(bytes));
