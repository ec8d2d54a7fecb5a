// SPDX-License-Identifier: Apache-2.0

//! What a broker's books are, from the meaning of its messages and not from the rule file.
//!
//! What is frozen is nowhere kept: it is summed over the live orders where an amount is needed. So
//! the available amounts of the tables are compared with totals less what is frozen.

use std::collections::BTreeMap;

/// One unit of money in the digits that the tables keep.
pub const UNIT: i128 = 100_000;
/// The least price times quantity that no table holds.
pub const VALUE_END: i128 = 10_i128.pow(13);

/// The money of an account.
#[derive(Clone, Copy, Debug)]
pub struct Account {
    /// All of it.
    pub total: i128,
    /// The fee of one unit.
    pub fee: i128,
}

/// An instrument.
#[derive(Clone, Copy, Debug)]
pub struct Instrument {
    /// The shares that one account may have.
    pub position_max: i64,
    /// The largest price times quantity of an order.
    pub notional_max: i128,
    /// The tax on one unit of a sell.
    pub tax: i128,
    /// Whether bought shares can be sold from the next day on.
    pub settles_later: bool,
    /// Whether it takes market orders.
    pub takes_market: bool,
}

/// The shares that an account has of an instrument.
#[derive(Clone, Copy, Debug, Default)]
pub struct Holding {
    /// All of them.
    pub total: i64,
    /// Those that cannot be sold today.
    pub today: i64,
    /// What they cost.
    pub cost: i64,
}

/// The state of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// At the exchange.
    Live = 0,
    /// Filled.
    Filled = 1,
    /// Cancelled.
    Cancelled = 2,
    /// Refused by the exchange.
    Refused = 3,
    /// Filled after its cancel.
    FilledLate = 4,
}

/// An order.
#[derive(Clone, Copy, Debug)]
pub struct Order {
    /// Its account.
    pub account: i64,
    /// Its instrument.
    pub ticket: usize,
    /// Whether it buys.
    pub buys: bool,
    /// Its price.
    pub price: i64,
    /// Its quantity.
    pub quantity: i64,
    /// What is left of it.
    pub left: i64,
    /// Its state.
    pub state: State,
    /// Its time.
    pub ts: i64,
}

/// Where the shares of an execution are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Booked {
    /// Among those that can be sold.
    Settled = 0,
    /// Among those of today.
    Today = 1,
    /// Nowhere: it was taken back.
    Busted = 2,
}

/// An execution.
#[derive(Clone, Copy, Debug)]
pub struct Execution {
    /// Its order.
    pub order: i64,
    /// Its account.
    pub account: i64,
    /// Its instrument.
    pub ticket: usize,
    /// Whether it bought.
    pub buys: bool,
    /// Its price.
    pub price: i64,
    /// Its quantity.
    pub quantity: i64,
    /// What its shares cost.
    pub cost: i64,
    /// Where they are.
    pub booked: Booked,
}

/// A message.
#[derive(Clone, Copy, Debug)]
pub enum Message {
    /// An order comes: id, account, instrument, direction, price, quantity, type.
    Order(i64, i64, usize, i64, i64, i64, Option<i64>),
    /// A fill: order, price, quantity, execution.
    Fill(i64, i64, i64, Option<i64>),
    /// The exchange refuses an order.
    Refuse(i64),
    /// A cancel is confirmed: order, quantity.
    Cancel(i64, i64),
    /// An order is replaced: order, price, quantity.
    Replace(i64, i64, i64),
    /// An execution is taken back.
    Bust(i64),
    /// An execution is corrected: execution, price, quantity.
    Correct(i64, i64, i64),
    /// A job runs.
    Job(&'static str),
}

/// What a message is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Accepted; `true` if it is flagged.
    Accept(bool),
    /// Refused by a rule; `true` if a number was too large.
    Refuse(&'static str, bool),
}

use Answer::{Accept, Refuse};

/// The books.
#[derive(Clone, Debug, Default)]
pub struct Books {
    /// The accounts.
    pub accounts: BTreeMap<i64, Account>,
    /// The instruments.
    pub instruments: Vec<Instrument>,
    /// The holdings.
    pub holdings: BTreeMap<(i64, usize), Holding>,
    /// The orders.
    pub orders: BTreeMap<i64, Order>,
    /// The executions.
    pub executions: BTreeMap<i64, Execution>,
}

impl Books {
    /// The live orders of an account.
    fn live(&self, account: i64) -> impl Iterator<Item = &Order> {
        self.orders.values().filter(move |o| o.account == account && o.state == State::Live)
    }

    /// The live orders of an account in an instrument on one side.
    pub fn live_in(&self, account: i64, ticket: usize, buys: bool) -> impl Iterator<Item = &Order> {
        self.live(account).filter(move |o| o.ticket == ticket && o.buys == buys)
    }

    /// The money of an account that is free.
    pub fn available(&self, account: i64) -> i128 {
        let Some(of) = self.accounts.get(&account) else { return 0 };
        let value = |o: &Order| i128::from(o.price) * i128::from(o.left);
        let frozen: i128 = self.live(account).filter(|o| o.buys).map(value).sum();
        of.total - frozen * (UNIT + of.fee)
    }

    /// The shares of a holding that can be sold.
    pub fn sellable(&self, account: i64, ticket: usize) -> i64 {
        let holding = self.holdings.get(&(account, ticket)).copied().unwrap_or_default();
        let frozen: i64 = self.live_in(account, ticket, false).map(|o| o.left).sum();
        holding.total - holding.today - frozen
    }

    /// Answers a message at a time, and books it if it is accepted.
    pub fn answer(&mut self, message: &Message, ts: i64) -> Answer {
        let answer = self.judge(message);
        if let Accept(_) = answer {
            self.book(message, ts);
        }
        answer
    }

    fn judge(&self, message: &Message) -> Answer {
        let refused = match *message {
            Message::Order(id, account, ticket, direction, price, quantity, kind) => {
                let is_kind = kind.is_none_or(|kind| kind == 0 || kind == 1);
                if !(0..=1).contains(&direction) || price <= 0 || quantity <= 0 || !is_kind {
                    return Refuse("well_formed", false);
                }
                let order = Order {
                    account,
                    ticket,
                    buys: direction == 0,
                    price,
                    quantity,
                    left: quantity,
                    state: State::Live,
                    ts: 0,
                };
                let names = [
                    "funds",
                    "holdings",
                    "position_limit",
                    "no_wash_buy",
                    "no_wash_sell",
                    "notional_limit",
                ];
                let takes_market = self.instruments[ticket].takes_market;
                self.refuses(None, &order, names)
                    .or((kind == Some(1) && !takes_market).then_some(("market_allowed", false)))
                    .or(self.is_live(id).then_some(("id_free", false)))
            }
            Message::Fill(id, price, quantity, execution) => {
                return self.judge_fill(id, price, quantity, execution);
            }
            Message::Refuse(id) => {
                (!self.is_live(id)).then_some(("exchange_reject_of_live_order", false))
            }
            Message::Cancel(id, quantity) => {
                let left = self.orders.get(&id).map_or(0, |order| order.left);
                let holds = self.is_live(id) && (1..=left).contains(&quantity);
                (!holds).then_some(("cancel_of_live_order", false))
            }
            Message::Replace(id, price, quantity) => self.refuses_replace(id, price, quantity),
            Message::Bust(id) => (!self.is_booked(id)).then_some(("bust_of_booked", false)),
            Message::Correct(id, price, quantity) => {
                let value = i128::from(price) * i128::from(quantity);
                let holds = self.is_booked(id) && price > 0 && quantity > 0 && value < VALUE_END;
                (!holds).then_some(("correct_of_booked", false))
            }
            Message::Job(_) => None,
        };
        refused.map_or(Accept(false), |(rule, is_large)| Refuse(rule, is_large))
    }

    fn judge_fill(&self, id: i64, price: i64, quantity: i64, execution: Option<i64>) -> Answer {
        if execution.is_some_and(|execution| self.executions.contains_key(&execution)) {
            return Refuse("fill_once", false);
        }
        let Some(order) = self.orders.get(&id) else { return Refuse("fill_of_live_order", false) };
        let is_open = !matches!(order.state, State::Filled | State::Refused);
        let is_good = if order.buys { price <= order.price } else { price >= order.price };
        let fits = i128::from(price) * i128::from(quantity) < VALUE_END;
        if !is_open || !is_good || !fits || price <= 0 || !(1..=order.left).contains(&quantity) {
            return Refuse("fill_of_live_order", false);
        }
        Accept(order.state != State::Live)
    }

    /// The first rule that refuses what an order would be. `before` is what it is now.
    fn refuses(
        &self,
        before: Option<&Order>,
        order: &Order,
        [funds, holdings, limit, wash_buy, wash_sell, notional]: [&'static str; 6],
    ) -> Option<(&'static str, bool)> {
        let Order { account, ticket, price, left, .. } = *order;
        let value = i128::from(price) * i128::from(left);
        let (old_value, old_left) =
            before.map_or((0, 0), |old| (i128::from(old.price) * i128::from(old.left), old.left));
        let holding = self.holdings.get(&(account, ticket)).copied().unwrap_or_default();
        if order.buys {
            if value >= VALUE_END {
                return Some((funds, true));
            }
            let fee = self.accounts.get(&account).map(|account| account.fee);
            let added = fee.map(|fee| (value - old_value) * (UNIT + fee));
            if added.is_none_or(|added| self.available(account) < added) {
                return Some((funds, false));
            }
            let on_order: i64 = self.live_in(account, ticket, true).map(|o| o.left).sum();
            let most = self.instruments[ticket].position_max;
            if holding.total + on_order + left - old_left > most {
                return Some((limit, false));
            }
            if self.live_in(account, ticket, false).any(|sell| sell.price <= price) {
                return Some((wash_buy, false));
            }
        } else {
            if self.sellable(account, ticket) < left - old_left {
                return Some((holdings, false));
            }
            if self.live_in(account, ticket, true).any(|buy| buy.price >= price) {
                return Some((wash_sell, false));
            }
        }
        let whole = i128::from(price) * i128::from(order.quantity);
        (whole > self.instruments[ticket].notional_max).then_some((notional, false))
    }

    fn refuses_replace(&self, id: i64, price: i64, quantity: i64) -> Option<(&'static str, bool)> {
        let order = self.orders.get(&id).filter(|order| order.state == State::Live);
        let left = order.map_or(0, |order| order.left + quantity - order.quantity);
        let Some(order) = order.filter(|_| price > 0 && quantity > 0 && left > 0) else {
            return Some(("replace_of_live_order", false));
        };
        let names = [
            "replace_funds",
            "replace_holdings",
            "replace_position_limit",
            "replace_no_wash_buy",
            "replace_no_wash_sell",
            "replace_notional_limit",
        ];
        self.refuses(Some(order), &Order { price, quantity, left, ..*order }, names)
    }

    fn is_live(&self, order: i64) -> bool {
        self.orders.get(&order).is_some_and(|order| order.state == State::Live)
    }

    fn is_booked(&self, execution: i64) -> bool {
        self.executions.get(&execution).is_some_and(|e| e.booked != Booked::Busted)
    }

    fn book(&mut self, message: &Message, ts: i64) {
        match *message {
            Message::Order(id, account, ticket, direction, price, quantity, _) => {
                let (buys, left, state) = (direction == 0, quantity, State::Live);
                let order = Order { account, ticket, buys, price, quantity, left, state, ts };
                self.orders.insert(id, order);
                if buys {
                    self.holdings.entry((account, ticket)).or_default();
                }
            }
            Message::Fill(id, price, quantity, execution) => {
                self.fill(id, price, quantity, execution);
            }
            Message::Refuse(id) => {
                let order = self.order(id);
                (order.left, order.state) = (0, State::Refused);
            }
            Message::Cancel(id, quantity) => {
                let order = self.order(id);
                match order.left == quantity {
                    true => order.state = State::Cancelled,
                    false => order.left -= quantity,
                }
            }
            Message::Replace(id, price, quantity) => {
                let order = self.order(id);
                order.left += quantity - order.quantity;
                (order.price, order.quantity, order.ts) = (price, quantity, ts);
            }
            Message::Bust(id) => {
                let before = self.executions[&id];
                self.exchange(&before, 0, 0, 0);
                self.executions.get_mut(&id).expect("it is booked").booked = Booked::Busted;
            }
            Message::Correct(id, price, quantity) => {
                let before = self.executions[&id];
                let cost = match (before.buys, before.quantity == quantity) {
                    (true, _) => price * quantity,
                    (false, true) => before.cost,
                    (false, false) => before.cost / before.quantity * quantity,
                };
                self.exchange(&before, price, quantity, cost);
                self.executions.insert(id, Execution { price, quantity, cost, ..before });
            }
            Message::Job(name) => self.run(name),
        }
    }

    fn order(&mut self, id: i64) -> &mut Order {
        self.orders.get_mut(&id).expect("the order is logged")
    }

    fn fill(&mut self, id: i64, price: i64, quantity: i64, execution: Option<i64>) {
        let order = self.orders[&id];
        let (account, ticket, buys) = (order.account, order.ticket, order.buys);
        let holding = self.holdings.get(&(account, ticket)).copied().unwrap_or_default();
        let cost = match buys {
            true => price * quantity,
            false if holding.total > quantity => holding.cost / holding.total * quantity,
            false => holding.cost,
        };
        let booked = match buys && self.instruments[ticket].settles_later {
            true => Booked::Today,
            false => Booked::Settled,
        };
        let nothing =
            Execution { order: id, account, ticket, buys, price: 0, quantity: 0, cost: 0, booked };
        self.exchange(&nothing, price, quantity, cost);
        if let Some(number) = execution {
            self.executions.insert(number, Execution { price, quantity, cost, ..nothing });
        }
        let order = self.order(id);
        order.left -= quantity;
        order.state = match order.state {
            State::Live if order.left > 0 => State::Live,
            State::Live => State::Filled,
            _ => State::FilledLate,
        };
    }

    /// Exchanges money for shares so that what an execution did is what it should have done.
    fn exchange(&mut self, before: &Execution, price: i64, quantity: i64, cost: i64) {
        let &Execution { account, ticket, buys, .. } = before;
        let value = |price: i64, quantity: i64| i128::from(price) * i128::from(quantity);
        let added = value(price, quantity) - value(before.price, before.quantity);
        let tax = self.instruments[ticket].tax;
        let money = self.accounts.get_mut(&account).expect("the account is there");
        money.total += match buys {
            true => -added * (UNIT + money.fee),
            false => added * (UNIT - money.fee - tax),
        };
        let sign = if buys { 1 } else { -1 };
        let holding = self.holdings.entry((account, ticket)).or_default();
        let shares = sign * (quantity - before.quantity);
        holding.total += shares;
        holding.today += if before.booked == Booked::Today { shares } else { 0 };
        holding.cost += sign * (cost - before.cost);
    }

    fn run(&mut self, job: &str) {
        match job {
            "settle_executions" => {
                let today = self.executions.values_mut().filter(|e| e.booked == Booked::Today);
                today.for_each(|e| e.booked = Booked::Settled);
            }
            "new_day" => self.holdings.values_mut().for_each(|holding| holding.today = 0),
            "purge" => self.orders.retain(|_, order| order.state == State::Live),
            "purge_executions" => {
                let orders = &self.orders;
                self.executions
                    .retain(|_, e| e.booked == Booked::Today || orders.contains_key(&e.order));
            }
            "purge_holdings" => {
                let orders = &self.orders;
                self.holdings.retain(|key, holding| {
                    let is_live =
                        |o: &Order| (o.account, o.ticket) == *key && o.state == State::Live;
                    holding.total != 0
                        || holding.today != 0
                        || holding.cost != 0
                        || orders.values().any(is_live)
                });
            }
            other => panic!("no job {other}"),
        }
    }
}
