// SPDX-License-Identifier: Apache-2.0

//! Windows, groups and scans at their edges: reference and twin against an oracle that keeps every
//! row that was ever written and goes over all of them.
//!
//! Most tests draw random changes and questions over so few keys, accounts and times that every
//! change meets a full window or group, and every question asks for a time that rows have.
//! `directed` holds cases with the right answers written beside them, `large` the largest windows
//! and groups, and `newest` the windows that need no scan. `faults` plants faults, which the random
//! runs find.
//!
//! | variable | does |
//! | --- | --- |
//! | `RISKGATE_SEED=n` | runs that seed only |
//! | `RISKGATE_EVENTS=n` | runs at least that many random events instead of 100,000 |

mod bench;
mod directed;
mod faults;
mod large;
mod newest;
mod oracle;
mod random;

/// The number that a variable holds.
fn variable(name: &str) -> Option<u64> {
    let text = std::env::var(name).ok()?;
    let number = text.replace('_', "").parse();
    Some(number.unwrap_or_else(|_| panic!("{name} must be a number, not `{text}`")))
}
