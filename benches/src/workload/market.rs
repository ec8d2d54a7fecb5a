// SPDX-License-Identifier: Apache-2.0

//! The generator's own model of accounts, holdings and live orders.
//!
//! It follows the data updates of broker.rules and answers what its rules ask, in the plainest way.
//! The generator uses it to make events that are accepted and events that a certain rule refuses;
//! nothing else does.

use crate::broker::{AccountRow, HoldingRow, InstrumentRow, OrderRow, Side, TicketId};
use std::collections::BTreeMap;

/// Prices are multiples of this: one hundredth of the currency unit.
pub const TICK: i64 = 100;
/// Shares of a board lot.
pub const LOT: i32 = 100;
/// How far from the reference price an order may be, in ticks; below the distinct prices that a
/// group can hold.
pub const DEPTH_TICKS_MAX: i64 = 400;
/// Orders that are no longer live and can be named by events that must be refused.
const FINISHED_KEPT: usize = 4096;

/// An instrument.
#[derive(Clone, Copy, Debug)]
pub struct Instrument {
    /// Its id.
    pub ticket_id: TicketId,
    /// The most that an account may hold.
    pub position_max: i32,
    /// Good buys are below this price and good sells above, so that no account meets itself.
    pub reference: i64,
}

/// What an account has of an instrument and on order.
#[derive(Clone, Debug, Default)]
pub struct Position {
    /// Whether the row of the holding is there.
    pub exists: bool,
    /// Shares that are not frozen.
    pub available: i32,
    /// All shares.
    pub total: i32,
    /// What they cost on average.
    pub avg_price: i64,
    /// Shares on live buys.
    pub on_order: i64,
    /// Live orders by price, by side.
    pub levels: [BTreeMap<i64, u32>; 2],
}

/// An order of which something is left.
#[derive(Clone, Copy, Debug)]
pub struct LiveOrder {
    /// The order.
    pub order_id: i64,
    /// Index of its account.
    pub account: usize,
    /// Index of its instrument.
    pub instrument: usize,
    /// Its limit.
    pub price: i64,
    /// What is left.
    pub remaining: i32,
}

/// Everything that the rules look at.
#[derive(Clone, Debug)]
pub struct Market {
    /// Available and total money, by account.
    pub accounts: Vec<(i64, i64)>,
    /// The instruments.
    pub instruments: Vec<Instrument>,
    /// Instruments that an account has a holding of, by account.
    pub held: Vec<Vec<usize>>,
    /// Live orders, by side.
    pub live: [Vec<LiveOrder>; 2],
    /// Some orders that are not live any more.
    pub finished: Vec<i64>,
    positions: Vec<Position>,
    finished_next: usize,
}

impl Market {
    /// A market where every account has this much money and nothing else.
    pub fn new(accounts: usize, balance: i64, instruments: Vec<Instrument>) -> Market {
        Market {
            accounts: vec![(balance, balance); accounts],
            held: vec![Vec::new(); accounts],
            live: [Vec::new(), Vec::new()],
            finished: Vec::new(),
            positions: vec![Position::default(); accounts * instruments.len()],
            instruments,
            finished_next: 0,
        }
    }

    /// The number that names an account; 0 and those above the accounts are nobody's.
    pub fn account_id(account: usize) -> i32 {
        account as i32 + 1
    }

    /// What an account has of an instrument.
    pub fn position(&self, account: usize, instrument: usize) -> &Position {
        &self.positions[account * self.instruments.len() + instrument]
    }

    fn position_mut(&mut self, account: usize, instrument: usize) -> &mut Position {
        &mut self.positions[account * self.instruments.len() + instrument]
    }

    /// Whether the money for a buy is there.
    pub fn has_funds(&self, account: usize, price: i64, quantity: i32) -> bool {
        i128::from(price) * i128::from(quantity) <= i128::from(self.accounts[account].0)
    }

    /// Shares that an account may still buy of an instrument.
    pub fn room(&self, account: usize, instrument: usize) -> i64 {
        let position = self.position(account, instrument);
        let limit = i64::from(self.instruments[instrument].position_max);
        limit - i64::from(position.total) - position.on_order
    }

    /// Whether an order could meet a live one of the same account.
    pub fn is_wash(&self, account: usize, instrument: usize, side: Side, price: i64) -> bool {
        let levels = &self.position(account, instrument).levels;
        match side {
            Side::Buy => levels[1].keys().next().is_some_and(|lowest| price >= *lowest),
            Side::Sell => levels[0].keys().next_back().is_some_and(|highest| price <= *highest),
        }
    }

    /// Gives an account shares.
    pub fn hold(&mut self, account: usize, instrument: usize, quantity: i32, price: i64) {
        let position = self.position_mut(account, instrument);
        position.exists = true;
        position.available += quantity;
        position.total += quantity;
        position.avg_price = price;
        self.held[account].push(instrument);
    }

    /// Takes an accepted order in, with what is left of it.
    pub fn place(&mut self, side: Side, order: LiveOrder) {
        let (price, remaining) = (order.price, order.remaining);
        if side == Side::Buy {
            self.accounts[order.account].0 -= price * i64::from(remaining);
        }
        let position = self.position_mut(order.account, order.instrument);
        match side {
            Side::Buy => position.on_order += i64::from(remaining),
            Side::Sell => position.available -= remaining,
        }
        *position.levels[side as usize].entry(price).or_default() += 1;
        self.live[side as usize].push(order);
    }

    /// Fills some of a live order.
    pub fn fill(&mut self, side: Side, index: usize, price: i64, quantity: i32) {
        let order = self.live[side as usize][index];
        let notional = price * i64::from(quantity);
        let (available, total) = &mut self.accounts[order.account];
        match side {
            Side::Buy => {
                *total -= notional;
                *available += (order.price - price) * i64::from(quantity);
            }
            Side::Sell => {
                *total += notional;
                *available += notional;
            }
        }
        let position = self.position_mut(order.account, order.instrument);
        let is_first = side == Side::Buy && !position.exists;
        match side {
            Side::Buy => {
                let cost = position.avg_price * i64::from(position.total) + notional;
                position.exists = true;
                position.avg_price = cost / i64::from(position.total + quantity);
                position.available += quantity;
                position.total += quantity;
            }
            Side::Sell => position.total -= quantity,
        }
        if is_first {
            self.held[order.account].push(order.instrument);
        }
        self.take(side, index, quantity);
    }

    /// Releases some of a live order that was cancelled or refused by the exchange.
    pub fn release(&mut self, side: Side, index: usize, quantity: i32) {
        let order = self.live[side as usize][index];
        match side {
            Side::Buy => self.accounts[order.account].0 += order.price * i64::from(quantity),
            Side::Sell => {
                self.position_mut(order.account, order.instrument).available += quantity;
            }
        }
        self.take(side, index, quantity);
    }

    /// Takes a quantity off what is left of an order; with nothing left it is not live any more.
    fn take(&mut self, side: Side, index: usize, quantity: i32) {
        let order = &mut self.live[side as usize][index];
        order.remaining -= quantity;
        let order = *order;
        let position = self.position_mut(order.account, order.instrument);
        if side == Side::Buy {
            position.on_order -= i64::from(quantity);
        }
        if order.remaining == 0 {
            let levels = &mut position.levels[side as usize];
            if let Some(count) = levels.get_mut(&order.price) {
                *count -= 1;
                if *count == 0 {
                    levels.remove(&order.price);
                }
            }
            self.live[side as usize].swap_remove(index);
            self.finish(order.order_id);
        }
    }

    /// Remembers an order that is not live.
    pub fn finish(&mut self, order_id: i64) {
        if self.finished.len() < FINISHED_KEPT {
            self.finished.push(order_id);
        } else {
            self.finished[self.finished_next] = order_id;
            self.finished_next = (self.finished_next + 1) % FINISHED_KEPT;
        }
    }

    /// The tables that hold what the market holds, but for the log.
    pub fn tables(&self, order_log: Vec<OrderRow>) -> Tables {
        let accounts = self.accounts.iter().enumerate();
        let holdings = self.positions.iter().enumerate().filter(|(_, p)| p.exists);
        Tables {
            accounts: accounts
                .map(|(i, &(available_balance, total_balance))| AccountRow {
                    account_id: Market::account_id(i),
                    available_balance,
                    total_balance,
                })
                .collect(),
            instruments: self
                .instruments
                .iter()
                .map(|i| InstrumentRow { ticket_id: i.ticket_id, position_max: i.position_max })
                .collect(),
            holdings: holdings
                .map(|(i, position)| HoldingRow {
                    account_id: Market::account_id(i / self.instruments.len()),
                    ticket_id: self.instruments[i % self.instruments.len()].ticket_id,
                    avail_quantity: position.available,
                    total_quantity: position.total,
                    avg_price: position.avg_price,
                })
                .collect(),
            order_log,
        }
    }
}

/// The rows that the tables of broker.rules hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tables {
    /// `account_info`.
    pub accounts: Vec<AccountRow>,
    /// `ticket_info`.
    pub instruments: Vec<InstrumentRow>,
    /// `account_ticket_info`.
    pub holdings: Vec<HoldingRow>,
    /// `order_log`.
    pub order_log: Vec<OrderRow>,
}
