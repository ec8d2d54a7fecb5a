// SPDX-License-Identifier: Apache-2.0

//! The state at the start of a workload: money, holdings, and a log of orders of which a few are
//! live.
//!
//! Every live order goes through `place` of the model, so that the tables show what it freezes. A
//! finished order leaves no trace: balances and holdings are the ones after it.

use super::config::WorkloadConfig;
use super::market::{DEPTH_TICKS_MAX, Instrument, LOT, LiveOrder, Market, TICK};
use crate::broker::{OrderRow, Side, Status, TicketId};
use rand::RngExt;
use rand::seq::index::sample;
use rand_chacha::ChaCha8Rng;
use std::collections::HashSet;

/// The money of an account at the start, in 1/10000 of the currency unit: half a billion.
const BALANCE: i64 = 5_000_000_000_000;
/// The largest position limit of an instrument.
const POSITION_MAX: i32 = 1_000_000;
/// The time of the opening: 2020-01-02 09:30 in Shanghai, in nanoseconds since 1970.
pub const OPENING_TS: i64 = 1_577_928_600_000_000_000;
/// Nanoseconds between orders of the log. A million of them take about seventeen minutes.
const LOG_STEP: i64 = 1_000_000;
/// The largest number of live orders of the busy account in its busy instrument at the start.
const BUSY_ORDERS_MAX: u32 = 600;

/// The index of the account that is busier than the others.
pub const BUSY_ACCOUNT: usize = 0;

/// Draws a price on the valid side of the reference price, at most `DEPTH_TICKS_MAX` away, and more
/// often near it.
pub fn passive_price(rng: &mut ChaCha8Rng, instrument: &Instrument, side: Side) -> i64 {
    let widest = rng.random_range(1..=DEPTH_TICKS_MAX);
    let depth = rng.random_range(1..=widest) * TICK;
    match side {
        Side::Buy => instrument.reference - depth,
        Side::Sell => instrument.reference + depth,
    }
}

/// Draws a number of whole lots.
pub fn lots(rng: &mut ChaCha8Rng, most: i32) -> i32 {
    rng.random_range(1..=most) * LOT
}

/// Creates the market and the log.
pub fn open(config: &WorkloadConfig, rng: &mut ChaCha8Rng) -> (Market, Vec<OrderRow>) {
    let mut market = Market::new(
        config.accounts as usize,
        BALANCE,
        (0..config.instruments).map(|i| instrument(i, rng)).collect(),
    );
    for account in 0..market.accounts.len() {
        let all = market.instruments.len();
        for instrument in sample(rng, all, config.holdings_per_account as usize) {
            let price = market.instruments[instrument].reference;
            // The busy account has enough shares of its busy instrument for hundreds of sells.
            let is_busy = account == BUSY_ACCOUNT && market.held[account].is_empty();
            let quantity = if is_busy { 3000 * LOT } else { lots(rng, 2000) };
            market.hold(account, instrument, quantity, price);
        }
    }
    let log = order_log(config, &mut market, rng);
    (market, log)
}

fn instrument(index: u32, rng: &mut ChaCha8Rng) -> Instrument {
    // From 10 to 500 currency units; every decade has the same probability.
    let magnitude: f64 = rng.random_range(1000_f64.ln()..50_000_f64.ln());
    let name = format!("{:08}.SH", 10_000_001 + index);
    Instrument {
        ticket_id: TicketId::new(&name).expect("eleven characters are an id"),
        position_max: POSITION_MAX,
        reference: magnitude.exp() as i64 * TICK,
    }
}

fn order_log(config: &WorkloadConfig, market: &mut Market, rng: &mut ChaCha8Rng) -> Vec<OrderRow> {
    let (orders, live) = (config.log_orders, config.live_orders());
    // Live orders are among the later ones, as on a real day.
    let recent = orders.min(live.saturating_mul(4));
    let live_orders: HashSet<u32> = sample(rng, recent as usize, live as usize)
        .iter()
        .map(|i| orders - recent + i as u32)
        .collect();
    let mut busy_left = (live / 2).min(BUSY_ORDERS_MAX);
    let mut log = Vec::with_capacity(orders as usize);
    for i in 0..orders {
        let mut row = if live_orders.contains(&i) {
            let is_busy = busy_left > 0;
            busy_left = busy_left.saturating_sub(1);
            live_order(i, is_busy, market, rng)
        } else {
            finished_order(i, market, rng)
        };
        row.ts = OPENING_TS + i64::from(i) * LOG_STEP + rng.random_range(0..LOG_STEP);
        log.push(row);
    }
    log
}

fn random_side(rng: &mut ChaCha8Rng) -> Side {
    if rng.random() { Side::Buy } else { Side::Sell }
}

fn live_order(index: u32, is_busy: bool, market: &mut Market, rng: &mut ChaCha8Rng) -> OrderRow {
    let account = if is_busy { BUSY_ACCOUNT } else { rng.random_range(0..market.accounts.len()) };
    let held = &market.held[account];
    let mut side = random_side(rng);
    let instrument = match (is_busy, side) {
        (true, _) => held[0],
        (false, Side::Sell) => held[rng.random_range(0..held.len())],
        (false, Side::Buy) => rng.random_range(0..market.instruments.len()),
    };
    let available = market.position(account, instrument).available;
    if side == Side::Sell && available < LOT {
        side = Side::Buy;
    }
    let mut remaining = lots(rng, if is_busy { 3 } else { 20 });
    if side == Side::Sell {
        remaining = remaining.min(available / LOT * LOT);
    }
    let filled = if rng.random_ratio(1, 4) { lots(rng, 10) } else { 0 };
    let details = market.instruments[instrument];
    let order = LiveOrder {
        order_id: i64::from(index) + 1,
        account,
        instrument,
        price: passive_price(rng, &details, side),
        remaining,
    };
    market.place(side, order);
    OrderRow {
        order_id: order.order_id,
        account_id: Market::account_id(account),
        ticket_id: details.ticket_id,
        side,
        price: order.price,
        quantity: remaining + filled,
        remaining,
        status: Status::Live,
        ts: 0,
    }
}

fn finished_order(index: u32, market: &mut Market, rng: &mut ChaCha8Rng) -> OrderRow {
    let side = random_side(rng);
    let account = rng.random_range(0..market.accounts.len());
    let instrument = market.instruments[rng.random_range(0..market.instruments.len())];
    let order_id = i64::from(index) + 1;
    market.finish(order_id);
    OrderRow {
        order_id,
        account_id: Market::account_id(account),
        ticket_id: instrument.ticket_id,
        side,
        price: passive_price(rng, &instrument, side),
        quantity: lots(rng, 20),
        remaining: 0,
        status: match rng.random_range(0..100) {
            0..60 => Status::Filled,
            60..97 => Status::Cancelled,
            _ => Status::Rejected,
        },
        ts: 0,
    }
}
