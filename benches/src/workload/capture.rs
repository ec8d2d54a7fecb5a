// SPDX-License-Identifier: Apache-2.0

//! The state of a capture: execution numbers, and the order of a modify that is still to be
//! reported.

use super::config::Operation;
use crate::broker::Message;
use rand::RngExt;
use rand_chacha::ChaCha8Rng;

/// The state of a capture.
#[derive(Clone, Debug, Default)]
pub(super) struct Capture {
    /// The order of a modify of which the last event was the cancel.
    pub modified: Option<(Operation, Message)>,
    /// Executions that are booked; they have the numbers from 1 to this one.
    executions: i64,
}

impl Capture {
    /// The number of the next execution.
    pub fn next_number(&self) -> i64 {
        self.executions + 1
    }

    /// Books the next execution and returns its number.
    pub fn book(&mut self) -> i64 {
        self.executions += 1;
        self.executions
    }

    /// Draws the number of an execution that is booked.
    pub fn draw_booked(&self, rng: &mut ChaCha8Rng) -> Option<i64> {
        (self.executions > 0).then(|| rng.random_range(1..=self.executions))
    }
}
