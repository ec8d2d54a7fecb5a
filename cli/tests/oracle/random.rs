// SPDX-License-Identifier: Apache-2.0

//! Random messages in a market of few accounts, instruments and prices, so that they often refer to
//! the same rows.
//!
//! Most ordinary messages could be accepted. Wild ones test the limits of arithmetic: the largest
//! and smallest numbers, products just inside and just outside of 64 bits, unknown accounts, NULL
//! fields.

use super::{Event, Oracle, kind};
use rand::RngExt;
use rusqlite::types::Value;
use testkit::rng::Rng;

/// Accounts of the market, numbered from 1.
pub const ACCOUNTS: i64 = 5;
/// Its instruments.
pub const INSTRUMENTS: [&str; 4] = ["600000.SH", "000001.SZ", "IF2104", "10003256"];

/// Numbers at the limits of the types and of products of a price and a quantity.
const EDGES: [i64; 14] = [
    i64::MIN,
    i64::MIN + 1,
    i64::MIN / 2,
    -(1 << 32),
    -1,
    0,
    1,
    (1 << 31) - 1,
    1 << 31,
    (1 << 32) + 2,
    i64::MAX / 3,
    i64::MAX / 2,
    i64::MAX - 1,
    i64::MAX,
];

/// A generator of messages.
pub struct Messages {
    rng: Rng,
    /// One of this number of messages is wild; 0 means none.
    wild_one_in: u32,
    /// Direction and price of the orders so far; the first has number 1.
    orders: Vec<(i64, i64)>,
    ts: i64,
}

impl Messages {
    /// Creates the generator of a seed.
    pub fn new(seed: u64, wild_one_in: u32) -> Messages {
        Messages { rng: Rng::seeded(seed), wild_one_in, orders: Vec::new(), ts: 0 }
    }

    /// Loads the rows of the market. If wild messages follow, some balances, quantities and average
    /// prices are so close to the limits of their types that they overflow.
    pub fn fill_tables(&mut self, oracle: &mut Oracle) {
        for account in 1..=ACCOUNTS {
            let balance = match (self.wild_one_in, account) {
                (0, _) | (_, 1) => self.rng.random_range(0..8000),
                (_, 2) => i64::MAX - 1000,
                (_, 3) => i64::MAX / 2,
                (_, 4) => i64::MAX,
                _ => i64::MIN + 1000,
            };
            oracle
                .load_all("account_info", [[account, balance, balance].map(Value::Integer).into()]);
            for (i, ticket) in INSTRUMENTS.iter().enumerate() {
                if self.rng.random_ratio(1, 3) {
                    continue;
                }
                let (quantity, price) = match (self.wild_one_in, i) {
                    (0, _) | (_, 0) => {
                        (self.rng.random_range(0..100), self.rng.random_range(1..20))
                    }
                    (_, 1) => (i64::from(i32::MAX) - 20, 7),
                    (_, 2) => (3, i64::MAX / 3),
                    _ => (self.rng.random_range(-6..6), 5),
                };
                let text = Value::Text((*ticket).to_owned());
                let [account, quantity, price] = [account, quantity, price].map(Value::Integer);
                oracle.load_all(
                    "account_ticket_info",
                    [vec![account, text, quantity.clone(), quantity, price]],
                );
            }
        }
        for (i, ticket) in INSTRUMENTS.iter().enumerate() {
            let limit = if self.wild_one_in > 0 && i > 0 { i64::from(i32::MAX) } else { 110 };
            oracle.load_all(
                "ticket_info",
                [vec![Value::Text((*ticket).to_owned()), Value::Integer(limit)]],
            );
        }
    }

    /// Returns the next message.
    pub fn next_event(&mut self) -> Event {
        self.ts += 1;
        let mut event = match self.rng.random_range(0..10) {
            0..5 => self.order(),
            5..8 => self.fill(),
            8 => {
                let order_id = self.order_id();
                Event::new("exchange_reject", [order_id, self.ts].map(Value::Integer).into())
            }
            _ => {
                let (order_id, quantity) = (self.order_id(), self.rng.random_range(0..12));
                Event::new("cancel", [order_id, quantity, self.ts].map(Value::Integer).into())
            }
        };
        if self.wild_one_in > 0 && self.rng.random_ratio(1, self.wild_one_in) {
            self.make_wild(&mut event);
        }
        event
    }

    fn order(&mut self) -> Event {
        let account = self.rng.random_range(1..=ACCOUNTS);
        let ticket = INSTRUMENTS[self.rng.random_range(0..INSTRUMENTS.len())];
        let direction: i64 = self.rng.random_range(0..2);
        // The sides overlap, but not so much that nearly every order would be a wash trade.
        let price = 8 * direction + self.rng.random_range(1..12);
        let quantity = self.rng.random_range(1..25);
        // Sometimes a number is used again.
        if self.orders.is_empty() || self.rng.random_ratio(19, 20) {
            self.orders.push((direction, price));
        }
        let [order_id, account, direction, price, quantity, ts] =
            [self.orders.len() as i64, account, direction, price, quantity, self.ts]
                .map(Value::Integer);
        Event::new(
            "trade_order",
            vec![order_id, account, Value::Text(ticket.to_owned()), direction, price, quantity, ts],
        )
    }

    /// A fill, mostly at the limit of the order or a little better, sometimes a little worse.
    fn fill(&mut self) -> Event {
        let order_id = self.order_id();
        let (direction, limit) = self.orders.get(order_id as usize - 1).copied().unwrap_or((0, 1));
        let better_by = self.rng.random_range(-1..4);
        let price = if direction == 0 { limit - better_by } else { limit + better_by };
        let quantity = self.rng.random_range(1..12);
        Event::new("fill", [order_id, price, quantity, self.ts].map(Value::Integer).into())
    }

    /// The number of a recent order, which can still be live.
    fn order_id(&mut self) -> i64 {
        (self.orders.len() as i64 - self.rng.random_range(0..12)).max(1)
    }

    /// Replaces one or two fields by extreme values.
    fn make_wild(&mut self, event: &mut Event) {
        for _ in 0..self.rng.random_range(1..3) {
            let (fields, i) =
                (&mut event.fields, self.rng.random_range(0..kind(event.message).fields.len()));
            let edge = EDGES[self.rng.random_range(0..EDGES.len())];
            let narrow = edge.clamp(i32::MIN.into(), i32::MAX.into());
            fields[i].1 = match fields[i].0 {
                _ if self.rng.random_ratio(1, 20) => Value::Null,
                "ticket_id" => Value::Text("NOWHERE".to_owned()),
                "account_id" | "direction" | "quantity" => Value::Integer(narrow),
                // Most orders keep their number, so that they can be filled.
                "order_id" if self.rng.random_ratio(3, 4) => continue,
                _ => Value::Integer(edge),
            };
        }
    }
}
