// SPDX-License-Identifier: Apache-2.0

//! Modifies in a capture, as a feed such as Cboe's PITCH reports them: a cancel of what is left of
//! an order, and at once an order with the same id.

use super::config::Operation;
use super::events::{Draft, Events, by_side};
use super::market::LiveOrder;
use super::opening::{lots, passive_price};
use crate::broker::{Message, Side};
use rand::RngExt;

/// In a capture, one of so many accepted events is a modify.
const MODIFY_EVERY: u32 = 8;

/// Creates the cancel of a modify, if the next event is one. The event after it is the order, with
/// another price or quantity if the rules accept it, else with those it had.
pub(super) fn modify(events: &mut Events) -> Option<Draft> {
    if events.capture.is_none() || !events.rng.random_ratio(1, MODIFY_EVERY) {
        return None;
    }
    let side = if events.rng.random() { Side::Buy } else { Side::Sell };
    let index = events.draw_live(side)?;
    let order = events.market.live[side as usize][index];
    let details = events.market.instruments[order.instrument];
    events.market.cancel(side, index, order.remaining);
    let price = match events.rng.random() {
        true => passive_price(&mut events.rng, &details, side),
        false => order.price,
    };
    let changed = LiveOrder { price, remaining: lots(&mut events.rng, 20), ..order };
    let is_accepted = events.market.accepts(side, &changed);
    let modified = events.place(side, if is_accepted { changed } else { order });
    events.capture.as_mut()?.modified = Some(modified);
    let LiveOrder { order_id, remaining: quantity, .. } = order;
    let message = Message::Cancel { order_id, quantity, ts: events.ts };
    Some((by_side(side, Operation::BuyCancel, Operation::SellCancel), message))
}
