// SPDX-License-Identifier: Apache-2.0

//! The generator's own model of accounts, holdings and live orders.
//!
//! It follows the data updates of `broker.rules` and evaluates its rules in the plainest way. The
//! generator uses it to make events that must be accepted and events that a given rule must reject.
//! Nothing else uses it.

use crate::broker::{AccountRow, HoldingRow, InstrumentRow, OrderRow, Side, TicketId};
use std::collections::BTreeMap;

/// The tick: prices are multiples of one hundredth of the currency unit.
pub const TICK: i64 = 100;
/// The shares of a board lot.
pub const LOT: i32 = 100;
/// The largest distance of an order from the reference price, in ticks. It is smaller than the
/// number of distinct prices that a group can hold.
pub const DEPTH_TICKS_MAX: i64 = 400;
/// The number of finished orders that are kept, for events that must be rejected.
const FINISHED_KEPT: usize = 4096;

/// An instrument.
#[derive(Clone, Copy, Debug)]
pub struct Instrument {
    /// Its id.
    pub ticket_id: TicketId,
    /// The position limit: the largest number of shares that an account may hold.
    pub position_max: i32,
    /// Valid buys are below this price and valid sells above it, so that no account trades with
    /// itself.
    pub reference: i64,
}

/// The holding and the live orders of an account in an instrument.
#[derive(Clone, Debug, Default)]
pub struct Position {
    /// Whether the table has a row for the holding.
    pub exists: bool,
    /// Shares that are not frozen.
    pub available: i32,
    /// All shares of the holding.
    pub total: i32,
    /// The cost of the shares.
    pub cost: i64,
    /// Shares of live buy orders.
    pub on_order: i64,
    /// The live orders by price, for each side.
    pub levels: [BTreeMap<i64, u32>; 2],
}

/// An order that is live.
#[derive(Clone, Copy, Debug)]
pub struct LiveOrder {
    /// The id of the order.
    pub order_id: i64,
    /// The index of its account.
    pub account: usize,
    /// The index of its instrument.
    pub instrument: usize,
    /// The limit price.
    pub price: i64,
    /// The quantity that is still live.
    pub remaining: i32,
}

/// The state that the rules depend on.
#[derive(Clone, Debug)]
pub struct Market {
    /// Available and total money by account.
    pub accounts: Vec<(i64, i64)>,
    /// The instruments.
    pub instruments: Vec<Instrument>,
    /// Instruments that each account has a holding of.
    pub held: Vec<Vec<usize>>,
    /// The live orders by side.
    pub live: [Vec<LiveOrder>; 2],
    /// Some orders that are finished and were not cancelled, so that no fill of them can come late.
    pub finished: Vec<i64>,
    positions: Vec<Position>,
    finished_next: usize,
}

impl Market {
    /// A market in which every account has this much money, no holdings and no orders.
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

    /// The id of an account by its index. 0 and ids above the last belong to no account.
    pub fn account_id(account: usize) -> i32 {
        account as i32 + 1
    }

    /// The holding and live orders of an account in an instrument.
    pub fn position(&self, account: usize, instrument: usize) -> &Position {
        &self.positions[account * self.instruments.len() + instrument]
    }

    fn position_mut(&mut self, account: usize, instrument: usize) -> &mut Position {
        &mut self.positions[account * self.instruments.len() + instrument]
    }

    /// Whether an account has the money for a buy.
    pub fn has_funds(&self, account: usize, price: i64, quantity: i32) -> bool {
        i128::from(price) * i128::from(quantity) <= i128::from(self.accounts[account].0)
    }

    /// The number of shares of an instrument that an account may still buy.
    pub fn room(&self, account: usize, instrument: usize) -> i64 {
        let position = self.position(account, instrument);
        let limit = i64::from(self.instruments[instrument].position_max);
        limit - i64::from(position.total) - position.on_order
    }

    /// Whether an order could match a live order of the same account.
    pub fn is_wash(&self, account: usize, instrument: usize, side: Side, price: i64) -> bool {
        let levels = &self.position(account, instrument).levels;
        match side {
            Side::Buy => levels[1].keys().next().is_some_and(|lowest| price >= *lowest),
            Side::Sell => levels[0].keys().next_back().is_some_and(|highest| price <= *highest),
        }
    }

    /// Whether the rules accept an order: of a buy, the account has the money and the room for it,
    /// and of a sell, the shares; and it matches no live order of the account.
    pub fn accepts(&self, side: Side, order: &LiveOrder) -> bool {
        let LiveOrder { account, instrument, price, remaining: quantity, .. } = *order;
        let is_covered = match side {
            Side::Buy => {
                self.has_funds(account, price, quantity)
                    && i64::from(quantity) <= self.room(account, instrument)
            }
            Side::Sell => quantity <= self.position(account, instrument).available,
        };
        quantity > 0 && is_covered && !self.is_wash(account, instrument, side, price)
    }

    /// Gives shares to an account.
    pub fn hold(&mut self, account: usize, instrument: usize, quantity: i32, price: i64) {
        let position = self.position_mut(account, instrument);
        position.exists = true;
        position.available += quantity;
        position.total += quantity;
        position.cost = price * i64::from(quantity);
        self.held[account].push(instrument);
    }

    /// Adds an accepted order with its live quantity.
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

    /// Fills a quantity of a live order.
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
                position.exists = true;
                position.cost += notional;
                position.available += quantity;
                position.total += quantity;
            }
            Side::Sell => {
                let total = i64::from(position.total);
                position.cost -= match position.total > quantity {
                    true => position.cost / total * i64::from(quantity),
                    false => position.cost,
                };
                position.total -= quantity;
            }
        }
        if is_first {
            self.held[order.account].push(order.instrument);
        }
        self.take(side, index, quantity);
        if order.remaining == quantity {
            self.finish(order.order_id);
        }
    }

    /// Releases a quantity of a live order after a cancel.
    pub fn cancel(&mut self, side: Side, index: usize, quantity: i32) {
        self.release(side, index, quantity);
    }

    /// Releases the rest of a live order after an exchange reject.
    pub fn reject(&mut self, side: Side, index: usize) {
        let LiveOrder { order_id, remaining, .. } = self.live[side as usize][index];
        self.release(side, index, remaining);
        self.finish(order_id);
    }

    fn release(&mut self, side: Side, index: usize, quantity: i32) {
        let order = self.live[side as usize][index];
        match side {
            Side::Buy => self.accounts[order.account].0 += order.price * i64::from(quantity),
            Side::Sell => {
                self.position_mut(order.account, order.instrument).available += quantity;
            }
        }
        self.take(side, index, quantity);
    }

    /// Reduces the live quantity of an order. At zero the order is finished.
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
        }
    }

    /// Keeps an order as an example of a finished one.
    pub fn finish(&mut self, order_id: i64) {
        if self.finished.len() < FINISHED_KEPT {
            self.finished.push(order_id);
        } else {
            self.finished[self.finished_next] = order_id;
            self.finished_next = (self.finished_next + 1) % FINISHED_KEPT;
        }
    }

    /// The tables of this market without the log.
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
                    cost: position.cost,
                })
                .collect(),
            order_log,
        }
    }
}

/// The rows of the tables of `broker.rules`.
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
