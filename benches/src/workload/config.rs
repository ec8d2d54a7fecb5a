// SPDX-License-Identifier: Apache-2.0

//! What a workload is made of: its parameters, the eight operations and the rules that must refuse.

/// Rows that `order_log` holds in broker.rules.
pub const ORDERS_MAX: u64 = 1_048_576;
/// Rows that `account_info` holds.
pub const ACCOUNTS_MAX: u32 = 32;
/// Rows that `ticket_info` holds.
pub const INSTRUMENTS_MAX: u32 = 4096;
/// Rows that `account_ticket_info` holds.
pub const HOLDINGS_MAX: u64 = 65_536;
/// Live orders that a workload begins with at most; the levels under `min` and `max` are a capacity
/// of the machine.
pub const LIVE_ORDERS_MAX: u32 = 40_000;

/// The parameters of a workload. The default is the paper's test case with 1,000,000 orders in the
/// log.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkloadConfig {
    /// What everything random is drawn from.
    pub seed: u64,
    /// Accounts.
    pub accounts: u32,
    /// Instruments.
    pub instruments: u32,
    /// Instruments that each account holds at the start.
    pub holdings_per_account: u32,
    /// Orders that are in the log at the start.
    pub log_orders: u32,
    /// How many of those are live; none states a twentieth, at most 20,000.
    pub live_orders: Option<u32>,
    /// Events that follow.
    pub events: u32,
    /// The share of events that each rule refuses, in the order of [`Refusal::ALL`].
    pub refused_shares: [f64; Refusal::ALL.len()],
}

impl Default for WorkloadConfig {
    fn default() -> WorkloadConfig {
        WorkloadConfig {
            seed: 1,
            accounts: 20,
            instruments: 2048,
            holdings_per_account: 1024,
            log_orders: 1_000_000,
            live_orders: None,
            events: 40_000,
            refused_shares: [0.005; Refusal::ALL.len()],
        }
    }
}

/// Parameters that no workload can have.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ConfigError {
    /// One lies outside its range.
    #[error("{name} is {value}, it must be {low} to {high}")]
    Range {
        /// The parameter.
        name: &'static str,
        /// What it is.
        value: u64,
        /// The least it may be.
        low: u64,
        /// The most.
        high: u64,
    },
    /// The order log could overflow.
    #[error(
        "{log_orders} orders in the log and {events} events could be more than the {ORDERS_MAX} orders it holds"
    )]
    TooManyOrders {
        /// Orders in the log.
        log_orders: u32,
        /// Events.
        events: u32,
    },
    /// Shares of refusals that are no shares.
    #[error("the shares of refused events must be 0 to 1 each, and at most 1 together")]
    Shares,
}

impl WorkloadConfig {
    /// Live orders at the start.
    pub fn live_orders(&self) -> u32 {
        self.live_orders.unwrap_or_else(|| (self.log_orders / 20).min(20_000))
    }

    /// Checks that the workload fits the machine and the tables of broker.rules.
    ///
    /// # Errors
    /// The first parameter that does not.
    pub fn check(&self) -> Result<(), ConfigError> {
        let range = |name, value: u32, low: u32, high: u32| {
            if (low..=high).contains(&value) {
                return Ok(());
            }
            Err(ConfigError::Range {
                name,
                value: value.into(),
                low: low.into(),
                high: high.into(),
            })
        };
        range("accounts", self.accounts, 1, ACCOUNTS_MAX)?;
        let instruments_max = INSTRUMENTS_MAX.min((HOLDINGS_MAX / u64::from(self.accounts)) as u32);
        range("instruments", self.instruments, 1, instruments_max)?;
        let held = self.holdings_per_account;
        range("holdings an account", held, 1, self.instruments)?;
        let live_max = self.log_orders.min(LIVE_ORDERS_MAX);
        range("live orders", self.live_orders(), 0, live_max)?;
        if u64::from(self.log_orders) + u64::from(self.events) > ORDERS_MAX {
            return Err(ConfigError::TooManyOrders {
                log_orders: self.log_orders,
                events: self.events,
            });
        }
        let are_shares = self.refused_shares.iter().all(|s| (0.0..=1.0).contains(s));
        if !are_shares || self.refused_shares.iter().sum::<f64>() > 1.0 {
            return Err(ConfigError::Shares);
        }
        Ok(())
    }
}

/// The eight operations of a workload.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Operation {
    /// A buy order is checked, and logged.
    BuyOrder,
    /// A sell order is checked, and logged.
    SellOrder,
    /// A buy order is filled, or part of it.
    BuyFill,
    /// A sell order is filled, or part of it.
    SellFill,
    /// The exchange refuses a buy order.
    BuyExchangeReject,
    /// The exchange refuses a sell order.
    SellExchangeReject,
    /// A buy order is cancelled, or part of it.
    BuyCancel,
    /// A sell order is cancelled, or part of it.
    SellCancel,
}

impl Operation {
    /// Every operation.
    pub const ALL: [Operation; 8] = [
        Operation::BuyOrder,
        Operation::SellOrder,
        Operation::BuyFill,
        Operation::SellFill,
        Operation::BuyExchangeReject,
        Operation::SellExchangeReject,
        Operation::BuyCancel,
        Operation::SellCancel,
    ];

    /// Its name for people and files.
    pub fn name(self) -> &'static str {
        match self {
            Operation::BuyOrder => "buy order",
            Operation::SellOrder => "sell order",
            Operation::BuyFill => "buy fill",
            Operation::SellFill => "sell fill",
            Operation::BuyExchangeReject => "buy exchange reject",
            Operation::SellExchangeReject => "sell exchange reject",
            Operation::BuyCancel => "buy cancel",
            Operation::SellCancel => "sell cancel",
        }
    }
}

/// The rule that must refuse an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Refusal {
    /// No direction, quantity or price that an order can have.
    WellFormed,
    /// Not enough money.
    Funds,
    /// Not enough shares.
    Holdings,
    /// More than one account may hold.
    PositionLimit,
    /// A buy that could meet the account's own sell.
    NoWashBuy,
    /// A sell that could meet the account's own buy.
    NoWashSell,
    /// A fill of what is not live, of too much, or at a bad price.
    FillOfLiveOrder,
    /// An exchange reject of what is not live.
    ExchangeRejectOfLiveOrder,
    /// A cancel of what is not live, or of too much.
    CancelOfLiveOrder,
}

impl Refusal {
    /// Every rule, in the order of broker.rules.
    pub const ALL: [Refusal; 9] = [
        Refusal::WellFormed,
        Refusal::Funds,
        Refusal::Holdings,
        Refusal::PositionLimit,
        Refusal::NoWashBuy,
        Refusal::NoWashSell,
        Refusal::FillOfLiveOrder,
        Refusal::ExchangeRejectOfLiveOrder,
        Refusal::CancelOfLiveOrder,
    ];

    /// The rule's name in broker.rules.
    pub fn rule(self) -> &'static str {
        match self {
            Refusal::WellFormed => "well_formed",
            Refusal::Funds => "funds",
            Refusal::Holdings => "holdings",
            Refusal::PositionLimit => "position_limit",
            Refusal::NoWashBuy => "no_wash_buy",
            Refusal::NoWashSell => "no_wash_sell",
            Refusal::FillOfLiveOrder => "fill_of_live_order",
            Refusal::ExchangeRejectOfLiveOrder => "exchange_reject_of_live_order",
            Refusal::CancelOfLiveOrder => "cancel_of_live_order",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sizes_of_the_paper_are_allowed_and_larger_ones_named() {
        let mut config = WorkloadConfig::default();
        assert_eq!(config.check(), Ok(()));
        config.events = 50_000;
        assert_eq!(
            config.check().map_err(|e| e.to_string()),
            Err("1000000 orders in the log and 50000 events could be more than the 1048576 orders it holds".into())
        );
        config.log_orders = 1000;
        assert_eq!(config.check(), Ok(()));
        config.accounts = 33;
        assert_eq!(
            config.check().map_err(|e| e.to_string()),
            Err("accounts is 33, it must be 1 to 32".into())
        );
        config.accounts = 1;
        config.refused_shares[0] = f64::NAN;
        assert_eq!(config.check(), Err(ConfigError::Shares));
    }
}
