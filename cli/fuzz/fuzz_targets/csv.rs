// SPDX-License-Identifier: Apache-2.0

#![no_main]
//! See `riskgate::fuzz::csv`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| riskgate::fuzz::csv(bytes));
