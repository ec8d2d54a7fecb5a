// SPDX-License-Identifier: Apache-2.0

//! Events that a given rule must reject, and that every rule before it accepts.
//!
//! Each event is wrong in one of the ways that occur in practice: too large, too late, or about an
//! unknown account, instrument or order. If the market gives no occasion for it, no such event is
//! made, and the generator makes another one.

use super::capture::Capture;
use super::config::{Operation, Refusal};
use super::events::{Draft, Events, by_side};
use super::market::{LOT, LiveOrder, Market};
use super::opening::{lots, passive_price};
use crate::broker::{Message, Side, TicketId};
use rand::RngExt;

/// Attempts to find an occasion.
const TRIES: usize = 16;
/// The id of an account that does not exist.
const NOBODY: i32 = 9_999;
/// The id of an order that does not exist.
const UNKNOWN_ORDER: i64 = 999_999_999_999;

/// Creates an event that `refusal` rejects, or `None` if there is no occasion.
pub(super) fn refused(events: &mut Events, refusal: Refusal) -> Option<Draft> {
    for _ in 0..TRIES {
        let draft = match refusal {
            Refusal::WellFormed => Some(ill_formed(events)),
            Refusal::Funds => funds(events),
            Refusal::Holdings => holdings(events),
            Refusal::PositionLimit => position_limit(events),
            Refusal::NoWashBuy => wash(events, Side::Buy),
            Refusal::NoWashSell => wash(events, Side::Sell),
            Refusal::IdFree => id_free(events),
            Refusal::FillOnce => fill_once(events),
            Refusal::FillOfLiveOrder => fill(events),
            Refusal::ExchangeRejectOfLiveOrder => Some(exchange_reject(events)),
            Refusal::CancelOfLiveOrder => cancel(events),
        };
        if draft.is_some() {
            return draft;
        }
    }
    None
}

fn draw_side(events: &mut Events) -> Side {
    if events.rng.random() { Side::Buy } else { Side::Sell }
}

fn order_operation(side: Side) -> Operation {
    by_side(side, Operation::BuyOrder, Operation::SellOrder)
}

fn ill_formed(events: &mut Events) -> Draft {
    let side = draw_side(events);
    let account = events.draw_account();
    let instrument = events.draw_instrument(account, side);
    let details = events.market.instruments[instrument];
    let price = passive_price(&mut events.rng, &details, side);
    let (direction, price, quantity) = match events.rng.random_range(0..5) {
        0 => (2, price, LOT),
        1 => (-1, price, LOT),
        2 => (side as i32, 0, LOT),
        3 => (side as i32, price, 0),
        _ => (side as i32, price, -LOT),
    };
    let account_id = Market::account_id(account);
    let message = events.trade_order(account_id, instrument, direction, price, quantity);
    (order_operation(side), message)
}

fn funds(events: &mut Events) -> Option<Draft> {
    let account = events.draw_account();
    let instrument = events.draw_instrument(account, Side::Buy);
    let details = events.market.instruments[instrument];
    let price = passive_price(&mut events.rng, &details, Side::Buy);
    let (account_id, quantity) = if events.rng.random_ratio(1, 5) {
        (NOBODY, LOT)
    } else {
        let affordable = events.market.accounts[account].0 / price;
        let quantity = affordable + 1 + i64::from(events.rng.random_range(0..LOT));
        (Market::account_id(account), i32::try_from(quantity).ok()?)
    };
    let message = events.trade_order(account_id, instrument, 0, price, quantity);
    Some((Operation::BuyOrder, message))
}

fn holdings(events: &mut Events) -> Option<Draft> {
    let account = events.draw_account();
    // Of an instrument that the account holds, or of any instrument.
    let side = draw_side(events);
    let instrument = events.draw_instrument(account, side);
    let details = events.market.instruments[instrument];
    let price = passive_price(&mut events.rng, &details, Side::Sell);
    let available = events.market.position(account, instrument).available;
    let quantity = available.checked_add(lots(&mut events.rng, 5))?;
    let account_id = Market::account_id(account);
    let message = events.trade_order(account_id, instrument, 1, price, quantity);
    Some((Operation::SellOrder, message))
}

fn position_limit(events: &mut Events) -> Option<Draft> {
    let account = events.draw_account();
    let instrument = events.draw_instrument(account, Side::Buy);
    let details = events.market.instruments[instrument];
    let price = passive_price(&mut events.rng, &details, Side::Buy);
    let is_unknown = events.rng.random_ratio(1, 10);
    let quantity = if is_unknown {
        LOT
    } else {
        let room = events.market.room(account, instrument);
        i32::try_from(room + 1 + i64::from(events.rng.random_range(0..LOT))).ok()?
    };
    if !events.market.has_funds(account, price, quantity) {
        return None;
    }
    let account_id = Market::account_id(account);
    let mut message = events.trade_order(account_id, instrument, 0, price, quantity);
    if let (true, Message::TradeOrder { ticket_id, .. }) = (is_unknown, &mut message) {
        *ticket_id = TicketId::new("99999999.XX")?;
    }
    Some((Operation::BuyOrder, message))
}

/// An order that could match a live order of the other side.
fn wash(events: &mut Events, side: Side) -> Option<Draft> {
    let other = match side {
        Side::Buy => Side::Sell,
        Side::Sell => Side::Buy,
    };
    let index = events.draw_live(other)?;
    let met = events.market.live[other as usize][index];
    let (account, instrument) = (met.account, met.instrument);
    // At the price of the order that it matches. The best order of that side may have a better one.
    let (price, quantity) = (met.price, LOT);
    let allowed = match side {
        Side::Buy => {
            events.market.has_funds(account, price, quantity)
                && i64::from(quantity) <= events.market.room(account, instrument)
        }
        Side::Sell => events.market.position(account, instrument).available >= quantity,
    };
    if !allowed || !events.market.is_wash(account, instrument, side, price) {
        return None;
    }
    let account_id = Market::account_id(account);
    let message = events.trade_order(account_id, instrument, side as i32, price, quantity);
    Some((order_operation(side), message))
}

/// An order that is finished or that never existed.
fn not_live(events: &mut Events) -> i64 {
    let finished = events.market.finished.len();
    if finished == 0 || events.rng.random_ratio(1, 4) {
        return UNKNOWN_ORDER;
    }
    events.market.finished[events.rng.random_range(0..finished)]
}

/// An order with the id of a live order.
fn id_free(events: &mut Events) -> Option<Draft> {
    let side = draw_side(events);
    let order = events.draw_order(side)?;
    let owner = draw_side(events);
    let index = events.draw_live(owner)?;
    let taken = events.market.live[owner as usize][index].order_id;
    let account_id = Market::account_id(order.account);
    let (instrument, price, quantity) = (order.instrument, order.price, order.remaining);
    let mut message = events.trade_order(account_id, instrument, side as i32, price, quantity);
    if let Message::TradeOrder { order_id, .. } = &mut message {
        *order_id = taken;
    }
    Some((order_operation(side), message))
}

/// A fill with a number that is booked.
fn fill_once(events: &mut Events) -> Option<Draft> {
    let exec_id = Some(events.capture.as_ref()?.draw_booked(&mut events.rng)?);
    let side = draw_side(events);
    let index = events.draw_live(side)?;
    let order = events.market.live[side as usize][index];
    let operation = by_side(side, Operation::BuyFill, Operation::SellFill);
    let LiveOrder { order_id, price, remaining: quantity, .. } = order;
    Some((operation, Message::Fill { order_id, price, quantity, ts: events.ts, exec_id }))
}

fn fill(events: &mut Events) -> Option<Draft> {
    let side = draw_side(events);
    let operation = by_side(side, Operation::BuyFill, Operation::SellFill);
    let (ts, exec_id) = (events.ts, events.capture.as_ref().map(Capture::next_number));
    if events.rng.random() {
        let order_id = not_live(events);
        let (price, quantity) = (100_000, LOT);
        return Some((operation, Message::Fill { order_id, price, quantity, ts, exec_id }));
    }
    let index = events.draw_live(side)?;
    let order = events.market.live[side as usize][index];
    let worse = match side {
        Side::Buy => order.price + 1,
        Side::Sell => order.price - 1,
    };
    let (price, quantity) = match events.rng.random_range(0..4) {
        0 => (order.price, order.remaining.checked_add(1)?),
        1 => (order.price, 0),
        2 => (0, order.remaining),
        _ => (worse, order.remaining),
    };
    let order_id = order.order_id;
    Some((operation, Message::Fill { order_id, price, quantity, ts, exec_id }))
}

fn exchange_reject(events: &mut Events) -> Draft {
    let side = draw_side(events);
    let order_id = not_live(events);
    let ts = events.ts;
    let operation = by_side(side, Operation::BuyExchangeReject, Operation::SellExchangeReject);
    (operation, Message::ExchangeReject { order_id, ts })
}

fn cancel(events: &mut Events) -> Option<Draft> {
    let side = draw_side(events);
    let operation = by_side(side, Operation::BuyCancel, Operation::SellCancel);
    let ts = events.ts;
    let (order_id, quantity) = if events.rng.random() {
        (not_live(events), LOT)
    } else {
        let index = events.draw_live(side)?;
        let order = events.market.live[side as usize][index];
        let too_much = order.remaining.checked_add(1)?;
        let quantity = if events.rng.random() { too_much } else { 0 };
        (order.order_id, quantity)
    };
    Some((operation, Message::Cancel { order_id, quantity, ts }))
}
