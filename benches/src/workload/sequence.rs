// SPDX-License-Identifier: Apache-2.0

//! The sequence of events: which event comes next, and what must become of it.

use super::config::{Operation, Refusal};
use super::events::{Event, Events, TRIES};
use super::modifies::modify;
use super::refusals::refused;
use crate::broker::Message;
use rand::RngExt;

/// The longest time between events, in nanoseconds.
const STEP_MAX: i64 = 200_000;

impl Iterator for Events {
    type Item = Event;

    fn next(&mut self) -> Option<Event> {
        if self.sequence == self.events {
            return None;
        }
        self.sequence += 1;
        self.ts += self.rng.random_range(1_000..=STEP_MAX);
        let modified = self.capture.as_mut().and_then(|capture| capture.modified.take());
        if let Some((operation, message)) = modified {
            return Some(Event { sequence: self.sequence, operation, message, expected: None });
        }
        let intended = self.draw_refusal();
        let mut made = intended.and_then(|refusal| refused(self, refusal).map(|d| (d, intended)));
        // An event that is not possible now, such as a fill without live orders, is replaced by
        // another.
        for _ in 0..TRIES {
            made = made.or_else(|| {
                let draft = modify(self).or_else(|| self.accepted());
                draft.map(|draft| (draft, None))
            });
        }
        let ((operation, message), expected) = made.unwrap_or_else(|| {
            // An order that is not well-formed is always possible, also without money, shares and
            // live orders.
            let message = Message::ExchangeReject { order_id: -1, ts: self.ts };
            let refusal = Refusal::ExchangeRejectOfLiveOrder;
            ((Operation::BuyExchangeReject, message), Some(refusal))
        });
        Some(Event { sequence: self.sequence, operation, message, expected })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = (self.events - self.sequence) as usize;
        (left, Some(left))
    }
}

impl ExactSizeIterator for Events {}
