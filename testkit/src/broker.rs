// SPDX-License-Identifier: Apache-2.0

//! A second implementation of broker.rules in plain Rust: maps, scans and wide integers.
//!
//! It is written from the rule file and shares nothing with the generator's model, so that each
//! checks the other.

use benches::broker::{HoldingRow, Message, OrderRow, Side, Status, TicketId};
use benches::workload::Tables;
use std::collections::{BTreeMap, HashMap, HashSet};

/// The tables as maps by key.
pub struct Broker {
    /// The available and the total balance.
    pub accounts: BTreeMap<i32, (i64, i64)>,
    /// The position limits.
    pub limits: HashMap<TicketId, i32>,
    /// The holdings.
    pub holdings: HashMap<(i32, TicketId), HoldingRow>,
    /// The order log.
    pub orders: HashMap<i64, OrderRow>,
    /// Ids of live orders by account and instrument, which make the scans short enough for tests.
    live: HashMap<(i32, TicketId), Vec<i64>>,
    /// The numbers of the executions.
    executions: HashSet<i64>,
}

impl Broker {
    /// The rules with these tables.
    pub fn new(tables: &Tables) -> Broker {
        let mut live: HashMap<_, Vec<i64>> = HashMap::new();
        for order in tables.order_log.iter().filter(|o| o.status == Status::Live) {
            let key = (order.account_id, order.ticket_id);
            live.entry(key).or_default().push(order.order_id);
        }
        Broker {
            accounts: tables
                .accounts
                .iter()
                .map(|a| (a.account_id, (a.available_balance, a.total_balance)))
                .collect(),
            limits: tables.instruments.iter().map(|i| (i.ticket_id, i.position_max)).collect(),
            holdings: tables.holdings.iter().map(|h| ((h.account_id, h.ticket_id), *h)).collect(),
            orders: tables.order_log.iter().map(|o| (o.order_id, *o)).collect(),
            live,
            executions: HashSet::new(),
        }
    }

    /// The live orders of an account for an instrument on one side.
    pub fn live(
        &self,
        account: i32,
        ticket: TicketId,
        side: Side,
    ) -> impl Iterator<Item = &OrderRow> {
        let ids = self.live.get(&(account, ticket)).map_or(&[][..], Vec::as_slice);
        ids.iter()
            .map(|id| &self.orders[id])
            .filter(move |o| o.side == side && o.status == Status::Live)
    }

    fn live_order(&self, order_id: i64) -> Option<&OrderRow> {
        self.orders.get(&order_id).filter(|o| o.status == Status::Live)
    }

    /// The first rule that rejects the message; no table changes then. Without one, the message is
    /// carried out.
    pub fn answer(&mut self, message: &Message) -> Option<&'static str> {
        let refusal = match *message {
            Message::TradeOrder { .. } => self.refuses_order(message),
            Message::Fill { exec_id: Some(number), .. } if self.executions.contains(&number) => {
                Some("fill_once")
            }
            Message::Fill { order_id, price, quantity, .. } => {
                // What was left of a cancelled order can be filled late.
                let order = self.orders.get(&order_id);
                let is_open = |o: &&OrderRow| {
                    matches!(o.status, Status::Live | Status::Cancelled | Status::FilledLate)
                };
                let holds = order.filter(is_open).is_some_and(|o| {
                    (1..=o.remaining).contains(&quantity)
                        && price > 0
                        && match o.side {
                            Side::Buy => price <= o.price,
                            Side::Sell => price >= o.price,
                        }
                });
                (!holds).then_some("fill_of_live_order")
            }
            Message::ExchangeReject { order_id, .. } => {
                let holds = self.live_order(order_id).is_some();
                (!holds).then_some("exchange_reject_of_live_order")
            }
            Message::Cancel { order_id, quantity, .. } => {
                let order = self.live_order(order_id);
                let holds = order.is_some_and(|o| (1..=o.remaining).contains(&quantity));
                (!holds).then_some("cancel_of_live_order")
            }
        };
        if refusal.is_none() {
            self.carry_out(message);
        }
        refusal
    }

    fn refuses_order(&self, message: &Message) -> Option<&'static str> {
        let Message::TradeOrder {
            order_id, account_id, ticket_id, direction, price, quantity, ..
        } = *message
        else {
            panic!("{message:?} is not an order");
        };
        if !(0..=1).contains(&direction) || quantity <= 0 || price <= 0 {
            return Some("well_formed");
        }
        let holding = self.holdings.get(&(account_id, ticket_id));
        if direction == 0 {
            let available = self.accounts.get(&account_id).map_or(0, |a| a.0);
            if i128::from(available) < i128::from(price) * i128::from(quantity) {
                return Some("funds");
            }
            let held = holding.map_or(0, |h| i64::from(h.total_quantity));
            let on_order: i64 =
                self.live(account_id, ticket_id, Side::Buy).map(|o| i64::from(o.remaining)).sum();
            let limit = self.limits.get(&ticket_id).map_or(0, |l| i64::from(*l));
            if held + on_order + i64::from(quantity) > limit {
                return Some("position_limit");
            }
            let lowest = self.live(account_id, ticket_id, Side::Sell).map(|o| o.price).min();
            if lowest.is_some_and(|lowest| price >= lowest) {
                return Some("no_wash_buy");
            }
        } else {
            if holding.map_or(0, |h| h.avail_quantity) < quantity {
                return Some("holdings");
            }
            let highest = self.live(account_id, ticket_id, Side::Buy).map(|o| o.price).max();
            if highest.is_some_and(|highest| price <= highest) {
                return Some("no_wash_sell");
            }
        }
        self.live_order(order_id).map(|_| "id_free")
    }

    fn carry_out(&mut self, message: &Message) {
        match *message {
            Message::TradeOrder {
                order_id,
                account_id,
                ticket_id,
                direction,
                price,
                quantity,
                ts,
            } => {
                let side = if direction == 0 { Side::Buy } else { Side::Sell };
                match side {
                    Side::Buy => {
                        self.balance(account_id).0 -= price * i64::from(quantity);
                        self.holding_or_none_yet(account_id, ticket_id);
                    }
                    Side::Sell => self.holding(account_id, ticket_id).avail_quantity -= quantity,
                }
                let row = OrderRow {
                    order_id,
                    account_id,
                    ticket_id,
                    side,
                    price,
                    quantity,
                    remaining: quantity,
                    status: Status::Live,
                    ts,
                };
                self.orders.insert(order_id, row);
                self.live.entry((account_id, ticket_id)).or_default().push(order_id);
            }
            Message::Fill { order_id, price, quantity, exec_id, .. } => {
                self.executions.extend(exec_id);
                self.fill(order_id, price, quantity);
            }
            Message::ExchangeReject { order_id, .. } => {
                let remaining = self.orders[&order_id].remaining;
                self.release(order_id, remaining, Status::Rejected);
            }
            Message::Cancel { order_id, quantity, .. } => {
                self.release(order_id, quantity, Status::Cancelled);
            }
        }
    }

    fn fill(&mut self, order_id: i64, price: i64, quantity: i32) {
        let order = self.orders[&order_id];
        let is_late = order.status != Status::Live;
        let notional = price * i64::from(quantity);
        match order.side {
            Side::Buy => {
                let frozen = if is_late { 0 } else { order.price * i64::from(quantity) };
                let balance = self.balance(order.account_id);
                balance.1 -= notional;
                balance.0 += frozen - notional;
                let holding = self.holding_or_none_yet(order.account_id, order.ticket_id);
                holding.cost += notional;
                holding.avail_quantity += quantity;
                holding.total_quantity += quantity;
            }
            Side::Sell => {
                let holding = self.holding_or_none_yet(order.account_id, order.ticket_id);
                let total = i64::from(holding.total_quantity);
                let sold = if holding.total_quantity > quantity {
                    holding.cost / total * i64::from(quantity)
                } else {
                    holding.cost
                };
                holding.cost -= sold;
                holding.total_quantity -= quantity;
                holding.avail_quantity -= if is_late { quantity } else { 0 };
                let balance = self.balance(order.account_id);
                balance.0 += notional;
                balance.1 += notional;
            }
        }
        if is_late {
            let order = self.orders.get_mut(&order_id).expect("the order is logged");
            order.remaining -= quantity;
            order.status = Status::FilledLate;
        } else {
            self.reduce(order_id, quantity, Status::Filled);
        }
    }

    fn release(&mut self, order_id: i64, quantity: i32, status: Status) {
        let order = self.orders[&order_id];
        match order.side {
            Side::Buy => self.balance(order.account_id).0 += order.price * i64::from(quantity),
            Side::Sell => {
                self.holding(order.account_id, order.ticket_id).avail_quantity += quantity
            }
        }
        self.reduce(order_id, quantity, status);
    }

    fn reduce(&mut self, order_id: i64, quantity: i32, status: Status) {
        let order = self.orders.get_mut(&order_id).expect("the order is logged");
        let is_over = order.remaining == quantity;
        // What was left of an order stays in the log when it is cancelled.
        order.remaining -= if is_over && status == Status::Cancelled { 0 } else { quantity };
        if is_over {
            order.status = status;
            let key = (order.account_id, order.ticket_id);
            if let Some(live) = self.live.get_mut(&key) {
                live.retain(|id| *id != order_id);
            }
        }
    }

    /// A holding, which has no shares if it is new.
    fn holding_or_none_yet(&mut self, account_id: i32, ticket_id: TicketId) -> &mut HoldingRow {
        let none =
            HoldingRow { account_id, ticket_id, avail_quantity: 0, total_quantity: 0, cost: 0 };
        self.holdings.entry((account_id, ticket_id)).or_insert(none)
    }

    fn balance(&mut self, account_id: i32) -> &mut (i64, i64) {
        self.accounts.get_mut(&account_id).expect("the account is there")
    }

    fn holding(&mut self, account_id: i32, ticket_id: TicketId) -> &mut HoldingRow {
        self.holdings.get_mut(&(account_id, ticket_id)).expect("the holding is there")
    }

    /// Checks the invariants of the tables.
    ///
    /// # Panics
    /// If one does not hold.
    pub fn check(&self) {
        let mut frozen_money: HashMap<i32, i64> = HashMap::new();
        let mut frozen_shares: HashMap<(i32, TicketId), i32> = HashMap::new();
        for order in self.orders.values() {
            assert!((0..=order.quantity).contains(&order.remaining), "{order:?}");
            if !matches!(order.status, Status::Cancelled | Status::FilledLate) {
                assert_eq!(order.status == Status::Live, order.remaining > 0, "{order:?}");
            }
            if order.status != Status::Live {
                continue;
            }
            match order.side {
                Side::Buy => {
                    *frozen_money.entry(order.account_id).or_default() +=
                        order.price * i64::from(order.remaining);
                }
                Side::Sell => {
                    *frozen_shares.entry((order.account_id, order.ticket_id)).or_default() +=
                        order.remaining;
                }
            }
        }
        for (id, (available, total)) in &self.accounts {
            let frozen = frozen_money.get(id).copied().unwrap_or(0);
            assert_eq!(total - available, frozen, "money of account {id}");
            assert!(*available >= 0, "money of account {id}");
        }
        for (key, holding) in &self.holdings {
            let frozen = frozen_shares.remove(key).unwrap_or(0);
            assert_eq!(holding.total_quantity - holding.avail_quantity, frozen, "{key:?}");
            assert!(holding.avail_quantity >= 0, "{key:?}");
        }
        frozen_shares.retain(|_, frozen| *frozen != 0);
        assert!(frozen_shares.is_empty(), "live sells of what is not held: {frozen_shares:?}");
    }
}
