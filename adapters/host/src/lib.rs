// SPDX-License-Identifier: Apache-2.0

//! The host's side of a card: its driver, and what keeps verdicts coming when a card fails.

pub mod driver;
pub mod supervisor;
pub mod transport;
