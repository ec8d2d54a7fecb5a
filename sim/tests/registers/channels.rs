// SPDX-License-Identifier: Apache-2.0

//! The channels of AXI-Lite: AW, W and AR, which the host drives, and B and R, which answer.

use rand::RngExt;
use std::collections::VecDeque;
use testkit::rng::Rng;

/// A channel that the host drives.
#[derive(Debug)]
pub struct Channel<T> {
    pub to_come: VecDeque<T>,
    /// The item that is offered until the kernel takes it.
    pub offered: Option<T>,
    /// The items that are taken and not yet answered.
    pub taken: VecDeque<T>,
}

impl<T: Copy> Channel<T> {
    pub fn new(items: impl IntoIterator<Item = T>) -> Channel<T> {
        Channel { to_come: items.into_iter().collect(), offered: None, taken: VecDeque::new() }
    }

    pub fn offer(&mut self, odds: f64, rng: &mut Rng) -> Option<T> {
        if self.offered.is_none() && rng.random_bool(odds) {
            self.offered = self.to_come.pop_front();
        }
        self.offered
    }

    pub fn take(&mut self, ready: bool) {
        if ready && let Some(item) = self.offered.take() {
            self.taken.push_back(item);
        }
    }

    /// A reset drops all items that are offered or not yet answered.
    pub fn reset(&mut self) {
        self.offered = None;
        self.taken.clear();
    }

    pub fn is_over(&self) -> bool {
        self.to_come.is_empty() && self.offered.is_none() && self.taken.is_empty()
    }
}

/// An answering channel, B or R.
#[derive(Default)]
pub struct Answers {
    /// The answer of the last cycle, if it was not taken.
    pub held: Option<(u128, u128)>,
}

impl Answers {
    /// Returns the answer if it is new. An answer that was not taken must stay unchanged.
    pub fn look(&mut self, valid: bool, answer: (u128, u128), ready: bool) -> Option<(u128, u128)> {
        let before = self.held.take();
        if let Some(before) = before {
            assert!(
                valid && answer == before,
                "{before:?} must stay until it is taken, not become {answer:?}"
            );
        }
        self.held = (valid && !ready).then_some(answer);
        (valid && before.is_none()).then_some(answer)
    }
}
