// SPDX-License-Identifier: Apache-2.0

//! The events of a workload: orders, fills, exchange rejects and cancels. A small share is made so
//! that a given rule must reject it.

use super::capture::Capture;
use super::config::{Operation, Refusal, WorkloadConfig};
use super::market::{LOT, LiveOrder, Market, TICK};
use super::opening::{BUSY_ACCOUNT, OPENING_TS, lots, passive_price};
use crate::broker::{Message, Side};
use rand::RngExt;
use rand_chacha::ChaCha8Rng;

/// Attempts to find an order that is accepted, before the generator makes another event.
pub(super) const TRIES: usize = 32;
/// The time of the first event: an hour after the opening, when the log has ended.
const EVENTS_TS: i64 = OPENING_TS + 3_600_000_000_000;

/// In a capture, one of so many orders has the id of a finished order.
const USED_ID_EVERY: u32 = 4;

/// An event with its expected verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// The sequence number, from 1.
    pub sequence: u32,
    /// The operation.
    pub operation: Operation,
    /// The message.
    pub message: Message,
    /// The rule that must reject the event, or `None` if the event must be accepted.
    pub expected: Option<Refusal>,
}

/// The generator of events.
#[derive(Clone, Debug)]
pub struct Events {
    pub(super) market: Market,
    pub(super) rng: ChaCha8Rng,
    next_order_id: i64,
    /// The state of a capture, if the events are one.
    pub(super) capture: Option<Capture>,
    pub(super) ts: i64,
    refused_shares: [f64; Refusal::ALL.len()],
    live_aim: usize,
    pub(super) sequence: u32,
    pub(super) events: u32,
}

/// An event without its sequence number.
pub(super) type Draft = (Operation, Message);

impl Events {
    pub(super) fn new(config: &WorkloadConfig, market: Market, rng: ChaCha8Rng) -> Events {
        Events {
            live_aim: (market.live[0].len() + market.live[1].len()).max(200),
            market,
            rng,
            next_order_id: i64::from(config.log_orders) + 1,
            capture: config.is_capture.then(Capture::default),
            ts: EVENTS_TS,
            refused_shares: config.refused_shares,
            sequence: 0,
            events: config.events,
        }
    }

    /// Draws the rule that must reject the next event, by the configured shares.
    pub(super) fn draw_refusal(&mut self) -> Option<Refusal> {
        let mut left: f64 = self.rng.random();
        for (refusal, share) in Refusal::ALL.into_iter().zip(self.refused_shares) {
            if left < share {
                return Some(refusal);
            }
            left -= share;
        }
        None
    }

    pub(super) fn accepted(&mut self) -> Option<Draft> {
        let live = self.market.live[0].len() + self.market.live[1].len();
        // The number of live orders stays near its start: above it, fewer orders come than end.
        let orders = if live < self.live_aim { 46 } else { 36 };
        let side = if self.rng.random() { Side::Buy } else { Side::Sell };
        let other = if side == Side::Buy { Side::Sell } else { Side::Buy };
        match self.rng.random_range(0..100) {
            draw if draw < orders => self.order(side).or_else(|| self.order(other)),
            draw if draw < orders + 24 => self.fill(side),
            draw if draw < orders + 35 => self.exchange_reject(side),
            _ => self.cancel(side),
        }
    }

    /// Draws an account; the busy one is more frequent than the others.
    pub(super) fn draw_account(&mut self) -> usize {
        if self.rng.random_ratio(1, 4) {
            BUSY_ACCOUNT
        } else {
            self.rng.random_range(0..self.market.accounts.len())
        }
    }

    /// Draws an instrument for an account; for a sell, one that the account holds.
    pub(super) fn draw_instrument(&mut self, account: usize, side: Side) -> usize {
        let held = &self.market.held[account];
        let busy = usize::from(account == BUSY_ACCOUNT);
        if busy == 1 && self.rng.random_ratio(1, 3) {
            return held[0];
        }
        if side == Side::Sell || self.rng.random() {
            held[self.rng.random_range(0..held.len())]
        } else {
            self.rng.random_range(0..self.market.instruments.len())
        }
    }

    /// Takes the next order id that was never used.
    pub(super) fn new_id(&mut self) -> i64 {
        self.next_order_id += 1;
        self.next_order_id - 1
    }

    /// Creates a trade order of these values and with a new id, whether it is accepted or not.
    pub(super) fn trade_order(
        &mut self,
        account_id: i32,
        instrument: usize,
        direction: i32,
        price: i64,
        quantity: i32,
    ) -> Message {
        let order_id = self.new_id();
        let ticket_id = self.market.instruments[instrument].ticket_id;
        let ts = self.ts;
        Message::TradeOrder { order_id, account_id, ticket_id, direction, price, quantity, ts }
    }

    fn order(&mut self, side: Side) -> Option<Draft> {
        let order = self.draw_order(side)?;
        let order = LiveOrder { order_id: self.draw_id(), ..order };
        Some(self.place(side, order))
    }

    /// Draws the id of an order that is accepted. In a capture it can be that of a finished order.
    fn draw_id(&mut self) -> i64 {
        let finished = &mut self.market.finished;
        let is_possible = self.capture.is_some() && !finished.is_empty();
        if is_possible && self.rng.random_ratio(1, USED_ID_EVERY) {
            return finished.swap_remove(self.rng.random_range(0..finished.len()));
        }
        self.new_id()
    }

    /// Draws an order that every rule accepts, and that has no id yet.
    pub(super) fn draw_order(&mut self, side: Side) -> Option<LiveOrder> {
        for _ in 0..TRIES {
            let account = self.draw_account();
            let instrument = self.draw_instrument(account, side);
            let details = self.market.instruments[instrument];
            let price = passive_price(&mut self.rng, &details, side);
            let mut remaining = lots(&mut self.rng, 20);
            if side == Side::Sell {
                let available = self.market.position(account, instrument).available;
                remaining = remaining.min(available / LOT * LOT);
            }
            let order = LiveOrder { order_id: 0, account, instrument, price, remaining };
            if self.market.accepts(side, &order) {
                return Some(order);
            }
        }
        None
    }

    /// Adds an accepted order to the market, and creates its event.
    pub(super) fn place(&mut self, side: Side, order: LiveOrder) -> Draft {
        self.market.place(side, order);
        let operation = by_side(side, Operation::BuyOrder, Operation::SellOrder);
        let message = Message::TradeOrder {
            order_id: order.order_id,
            account_id: Market::account_id(order.account),
            ticket_id: self.market.instruments[order.instrument].ticket_id,
            direction: side as i32,
            price: order.price,
            quantity: order.remaining,
            ts: self.ts,
        };
        (operation, message)
    }

    /// Draws a live order of a side and returns its index.
    pub(super) fn draw_live(&mut self, side: Side) -> Option<usize> {
        let count = self.market.live[side as usize].len();
        (count > 0).then(|| self.rng.random_range(0..count))
    }

    /// Draws a quantity of an order: in most cases the whole rest, else whole lots or any part.
    fn draw_part(&mut self, remaining: i32) -> i32 {
        if remaining == 1 || self.rng.random_ratio(3, 5) {
            return remaining;
        }
        match (remaining - 1) / LOT {
            0 => self.rng.random_range(1..remaining),
            lots_max => lots(&mut self.rng, lots_max),
        }
    }

    fn fill(&mut self, side: Side) -> Option<Draft> {
        let index = self.draw_live(side)?;
        let order = self.market.live[side as usize][index];
        let quantity = self.draw_part(order.remaining);
        // Some fills have a better price than the limit.
        let better = self.rng.random_range(0..10_i64).saturating_sub(6).max(0) * TICK;
        let price = match side {
            Side::Buy => order.price - better,
            Side::Sell => order.price + better,
        };
        self.market.fill(side, index, price, quantity);
        let (order_id, ts) = (order.order_id, self.ts);
        let exec_id = self.capture.as_mut().map(Capture::book);
        let message = Message::Fill { order_id, price, quantity, ts, exec_id };
        Some((by_side(side, Operation::BuyFill, Operation::SellFill), message))
    }

    fn exchange_reject(&mut self, side: Side) -> Option<Draft> {
        let index = self.draw_live(side)?;
        let order = self.market.live[side as usize][index];
        self.market.reject(side, index);
        let message = Message::ExchangeReject { order_id: order.order_id, ts: self.ts };
        let operation = by_side(side, Operation::BuyExchangeReject, Operation::SellExchangeReject);
        Some((operation, message))
    }

    fn cancel(&mut self, side: Side) -> Option<Draft> {
        let index = self.draw_live(side)?;
        let order = self.market.live[side as usize][index];
        let quantity = self.draw_part(order.remaining);
        self.market.cancel(side, index, quantity);
        let message = Message::Cancel { order_id: order.order_id, quantity, ts: self.ts };
        Some((by_side(side, Operation::BuyCancel, Operation::SellCancel), message))
    }
}

/// The operation of an order on a side.
pub(super) fn by_side(side: Side, buy: Operation, sell: Operation) -> Operation {
    match side {
        Side::Buy => buy,
        Side::Sell => sell,
    }
}
