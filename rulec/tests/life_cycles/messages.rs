// SPDX-License-Identifier: Apache-2.0

//! Random messages about few accounts, instruments, orders and executions.

use super::model::{Account, Books, Execution, Instrument, Message, Order, State, UNIT};
use testkit::rng::Rng;

/// The instruments.
pub const TICKETS: [&str; 3] = ["600000.SH", "000001.SZ", "510300.SH"];
/// The accounts; the last one does not exist.
const ACCOUNTS: usize = 4;
/// The ids of orders, which are used again and again.
const ORDERS: usize = 24;
/// How many of the last executions are busted, corrected and delivered again.
const EXECUTIONS: i64 = 12;
const JOBS: [&str; 5] =
    ["settle_executions", "new_day", "purge", "purge_executions", "purge_holdings"];

/// The books at the start.
pub fn opening() -> Books {
    let mut books = Books::default();
    for (account, fee) in [(1, 0), (2, 26), (3, 12_345)] {
        books.accounts.insert(account, Account { total: 4000 * UNIT, fee });
    }
    let instrument = |position_max, tax, settles_later, takes_market| Instrument {
        position_max,
        notional_max: 900,
        tax,
        settles_later,
        takes_market,
    };
    books.instruments = vec![
        instrument(60, 50, true, true),
        instrument(300, 50, true, false),
        instrument(300, 0, false, true),
    ];
    books
}

/// A generator of messages.
pub struct Messages {
    rng: Rng,
    next_execution: i64,
}

impl Messages {
    /// The generator of a seed.
    pub fn new(seed: u64) -> Messages {
        Messages { rng: Rng::seeded(seed), next_execution: 1 }
    }

    fn number(&mut self, low: usize, high: usize) -> i64 {
        self.rng.between(low, high) as i64
    }

    /// The next message.
    pub fn next(&mut self, books: &Books) -> Message {
        let order = self.number(1, ORDERS);
        match self.rng.weighted(&[40, 30, 3, 8, 10, 3, 3, 1]) {
            0 => self.order(order, books),
            1 => self.fill(order, books),
            2 => Message::Refuse(order),
            3 => {
                let left = books.orders.get(&order).map_or(1, |order| order.left);
                let quantity = if self.rng.percent(60) { left } else { self.number(0, 20) };
                Message::Cancel(order, quantity)
            }
            4 => Message::Replace(order, self.number(0, 30), self.number(0, 40)),
            5 => Message::Bust(self.execution()),
            6 => {
                let execution = self.execution();
                let booked = books.executions.get(&execution);
                let quantity = match booked {
                    Some(Execution { quantity, .. }) if self.rng.percent(30) => *quantity,
                    _ => self.number(0, 20),
                };
                Message::Correct(execution, self.number(0, 30), quantity)
            }
            _ => Message::Job(JOBS[self.rng.below(JOBS.len())]),
        }
    }

    /// One of the last executions, or one that does not exist.
    fn execution(&mut self) -> i64 {
        self.next_execution - self.number(0, EXECUTIONS as usize)
    }

    fn order(&mut self, id: i64, books: &Books) -> Message {
        let (account, ticket) = (self.number(1, ACCOUNTS), self.rng.below(TICKETS.len()));
        let direction = if self.rng.percent(3) { 2 } else { self.number(0, 1) };
        let price = match self.rng.below(40) {
            0 => 1_000_000_000_000,
            1 => i64::MAX,
            _ => self.number(0, 30),
        };
        let mut quantity = self.number(0, 40);
        if direction == 1 && self.rng.percent(70) {
            quantity = quantity.min(books.sellable(account, ticket)).max(1);
        }
        let kind = match self.rng.below(8) {
            0 => Some(self.number(0, 2)),
            1 => Some(1),
            _ => None,
        };
        Message::Order(id, account, ticket, direction, price, quantity, kind)
    }

    fn fill(&mut self, order: i64, books: &Books) -> Message {
        let (mut price, mut quantity) = (self.number(0, 30), self.number(0, 20));
        if let Some(Order { left, price: limit, buys, state, .. }) = books.orders.get(&order)
            && self.rng.percent(90)
        {
            let better = self.number(0, 3);
            price = if *buys { limit - better } else { limit + better };
            quantity = if self.rng.percent(50) { *left } else { quantity };
            if *state == State::Cancelled && self.rng.percent(60) {
                quantity = *left + 1;
            }
        }
        let execution = match self.rng.below(10) {
            0 | 1 => None,
            2 => Some(self.execution()),
            _ => Some(self.next_execution),
        };
        if execution == Some(self.next_execution) {
            self.next_execution += 1;
        }
        Message::Fill(order, price, quantity, execution)
    }
}
