// SPDX-License-Identifier: Apache-2.0

//! The parameters of a workload, the eight operations, and the rules that reject events.

/// Rows that `order_log` holds in `broker.rules`.
pub const ORDERS_MAX: u64 = 1_048_576;
/// Rows that `account_info` holds in `broker.rules`.
pub const ACCOUNTS_MAX: u32 = 32;
/// Rows that `ticket_info` holds in `broker.rules`.
pub const INSTRUMENTS_MAX: u32 = 4096;
/// Rows that `account_ticket_info` holds in `broker.rules`.
pub const HOLDINGS_MAX: u64 = 65_536;
/// Rows that `execution` holds in `broker.rules`.
pub const EXECUTIONS_MAX: u32 = 65_536;
/// The largest number of live orders that a workload starts with. The capacity of the levels that
/// keep `min` and `max` limits it.
pub const LIVE_ORDERS_MAX: u32 = 40_000;

/// The usual share of events that a rule rejects.
const REFUSED_SHARE: f64 = 0.005;

/// The parameters of a workload. The default is the paper's test case with 1,000,000 orders in the
/// log.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkloadConfig {
    /// The seed of all random choices.
    pub seed: u64,
    /// The number of accounts.
    pub accounts: u32,
    /// The number of instruments.
    pub instruments: u32,
    /// Instruments of which each account has a holding at the start.
    pub holdings_per_account: u32,
    /// Orders in the log at the start.
    pub log_orders: u32,
    /// Live orders at the start. The default is a twentieth of the log, and at most 20,000.
    pub live_orders: Option<u32>,
    /// The number of events.
    pub events: u32,
    /// Whether the events are as a feed such as PITCH reports them: fills have execution numbers, a
    /// modify of an order is a cancel and an order with the same id, and ids of finished orders are
    /// used again.
    pub is_capture: bool,
    /// The share of events that each rule rejects, in the order of [`Refusal::ALL`].
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
            is_capture: false,
            refused_shares: Refusal::ALL.map(|refusal| {
                let is_rare = matches!(refusal, Refusal::IdFree | Refusal::FillOnce);
                if is_rare { 0.0 } else { REFUSED_SHARE }
            }),
        }
    }
}

/// Why a configuration is not possible.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ConfigError {
    /// A parameter is out of range.
    #[error("{name} is {value}; it must be {low} to {high}")]
    Range {
        /// The name of the parameter.
        name: &'static str,
        /// The value of the parameter.
        value: u64,
        /// The smallest value.
        low: u64,
        /// The largest value.
        high: u64,
    },
    /// The order log could overflow.
    #[error(
        "{log_orders} orders in the log and {events} events could be more than the {ORDERS_MAX} \
         orders it holds"
    )]
    TooManyOrders {
        /// Orders in the log.
        log_orders: u32,
        /// Events.
        events: u32,
    },
    /// The shares of rejected events are not between 0 and 1, or add up to more than 1.
    #[error("the shares of refused events must be 0 to 1 each, and at most 1 together")]
    Shares,
}

impl WorkloadConfig {
    /// The same workload as a capture, in which ids of live orders and numbers of executions come
    /// twice, too.
    pub fn into_capture(self) -> WorkloadConfig {
        let refused_shares = [REFUSED_SHARE; Refusal::ALL.len()];
        WorkloadConfig { is_capture: true, refused_shares, ..self }
    }

    /// The number of live orders at the start.
    pub fn live_orders(&self) -> u32 {
        self.live_orders.unwrap_or_else(|| (self.log_orders / 20).min(20_000))
    }

    /// Checks that the workload fits the machine and the tables of `broker.rules`.
    ///
    /// # Errors
    /// The first parameter that is not possible.
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
        if self.is_capture {
            range("events of a capture", self.events, 0, EXECUTIONS_MAX)?;
        }
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
    /// A buy order: check and log.
    BuyOrder,
    /// A sell order: check and log.
    SellOrder,
    /// A fill of a buy order or of a part of it.
    BuyFill,
    /// A fill of a sell order or of a part of it.
    SellFill,
    /// An exchange reject of a buy order.
    BuyExchangeReject,
    /// An exchange reject of a sell order.
    SellExchangeReject,
    /// A cancel of a buy order or of a part of it.
    BuyCancel,
    /// A cancel of a sell order or of a part of it.
    SellCancel,
}

impl Operation {
    /// All operations.
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

    /// The name, for reports and files.
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

/// The rule that must reject an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Refusal {
    /// Direction, quantity or price is not valid.
    WellFormed,
    /// The account has not enough money.
    Funds,
    /// The account has not enough shares.
    Holdings,
    /// The holding would exceed the position limit.
    PositionLimit,
    /// A buy order could match a live sell order of the same account.
    NoWashBuy,
    /// A sell order could match a live buy order of the same account.
    NoWashSell,
    /// The id of an order is that of a live order.
    IdFree,
    /// The execution number of a fill is booked.
    FillOnce,
    /// A fill of an order that is not live, of too many shares, or at a price worse than the limit.
    FillOfLiveOrder,
    /// An exchange reject of an order that is not live.
    ExchangeRejectOfLiveOrder,
    /// A cancel of an order that is not live, or of too many shares.
    CancelOfLiveOrder,
}

impl Refusal {
    /// All rules, in the order of `broker.rules`.
    pub const ALL: [Refusal; 11] = [
        Refusal::WellFormed,
        Refusal::Funds,
        Refusal::Holdings,
        Refusal::PositionLimit,
        Refusal::NoWashBuy,
        Refusal::NoWashSell,
        Refusal::IdFree,
        Refusal::FillOnce,
        Refusal::FillOfLiveOrder,
        Refusal::ExchangeRejectOfLiveOrder,
        Refusal::CancelOfLiveOrder,
    ];

    /// The name of the rule in `broker.rules`.
    pub fn rule(self) -> &'static str {
        match self {
            Refusal::WellFormed => "well_formed",
            Refusal::Funds => "funds",
            Refusal::Holdings => "holdings",
            Refusal::PositionLimit => "position_limit",
            Refusal::NoWashBuy => "no_wash_buy",
            Refusal::NoWashSell => "no_wash_sell",
            Refusal::IdFree => "id_free",
            Refusal::FillOnce => "fill_once",
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
            Err("1000000 orders in the log and 50000 events could be more than the 1048576 \
                 orders it holds"
                .into())
        );
        config.log_orders = 1000;
        assert_eq!(config.check(), Ok(()));
        config.accounts = 33;
        assert_eq!(
            config.check().map_err(|e| e.to_string()),
            Err("accounts is 33; it must be 1 to 32".into())
        );
        config.accounts = 1;
        let capture = WorkloadConfig { events: 65_537, ..config.clone().into_capture() };
        assert_eq!(
            capture.check().map_err(|e| e.to_string()),
            Err("events of a capture is 65537; it must be 0 to 65536".into())
        );
        config.refused_shares[0] = f64::NAN;
        assert_eq!(config.check(), Err(ConfigError::Shares));
    }
}
