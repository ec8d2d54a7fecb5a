// SPDX-License-Identifier: Apache-2.0

//! Markets in which a structure is full: verdicts at its capacity and one below.
//!
//! Each structure is full at exactly the stated capacity. One row less at the start, or one step
//! more or less, would change verdicts.

use super::{Event, Oracle};
use rusqlite::types::Value;

/// Messages and the ends of their expected lines in the verdicts file.
pub type Steps = Vec<(Event, &'static str)>;

/// The markets. Each call creates a new one.
pub const MARKETS: &[fn() -> (Oracle, Steps)] =
    &[one_group_full_of_prices, all_groups, all_prices, order_log_full];

/// Accounts in the full markets.
const ACCOUNTS: i64 = 32;
/// Instruments that every account holds in the full markets. 32 × 2048 holdings fill their table,
/// which has 65,536 rows.
const HELD: i64 = 2048;

const ACCEPT: &str = "accept,,";
const LEVELS_FULL: &str = "reject,,levels_full";
const GROUPS_FULL: &str = "reject,,groups_full";
const TABLE_FULL: &str = "reject,,table_full";

fn ticket(number: i64) -> Value {
    Value::Text(format!("T{number:04}"))
}

/// A row of numbers with a ticket between them.
fn row(before: &[i64], ticket_number: i64, after: &[i64]) -> Vec<Value> {
    let numbers =
        |values: &[i64]| values.iter().copied().map(Value::Integer).collect::<Vec<Value>>();
    [numbers(before), vec![ticket(ticket_number)], numbers(after)].concat()
}

fn order(
    order_id: i64,
    account: i64,
    ticket: i64,
    direction: i64,
    price: i64,
    quantity: i64,
) -> Event {
    Event::new("trade_order", row(&[order_id, account], ticket, &[direction, price, quantity, 0]))
}

fn message(name: &str, values: &[i64]) -> Event {
    Event::new(name, values.iter().copied().map(Value::Integer).collect())
}

/// A market with accounts of 1,000,000 each, instruments, and 5000 shares of each instrument except
/// the last in every account.
fn market(accounts: i64, held: i64) -> Oracle {
    let mut oracle = Oracle::new();
    let account = |a| [a, 1_000_000, 1_000_000].map(Value::Integer).into();
    oracle.load_all("account_info", (1..=accounts).map(account));
    oracle.load_all("ticket_info", (0..=held).map(|t| row(&[], t, &[10_000])));
    let pairs = (1..=accounts).flat_map(|a| (0..held).map(move |t| (a, t)));
    oracle.load_all("account_ticket_info", pairs.map(|(a, t)| row(&[a], t, &[5000, 5000, 1])));
    oracle
}

/// One account has live sells of one instrument at 1024 prices.
fn one_group_full_of_prices() -> (Oracle, Steps) {
    let mut steps: Steps = (1..=1024).map(|i| (order(i, 1, 0, 1, 2000 + i, 2), ACCEPT)).collect();
    steps.extend([
        // There is no room for price 1025. There is room for a known price and for the other side.
        (order(2001, 1, 0, 1, 4000, 2), LEVELS_FULL),
        (order(2002, 1, 0, 1, 2500, 2), ACCEPT),
        (order(2003, 1, 0, 0, 1, 2), ACCEPT),
        // A partial fill leaves the price.
        (message("fill", &[1, 2001, 1, 0]), ACCEPT),
        (order(2004, 1, 0, 1, 4000, 2), LEVELS_FULL),
        // The last order of a price goes and leaves room for one price.
        (message("cancel", &[1, 1, 0]), ACCEPT),
        (order(2005, 1, 0, 1, 4000, 2), ACCEPT),
        (order(2006, 1, 0, 1, 4001, 2), LEVELS_FULL),
        // One of two orders at a price goes; its price stays.
        (message("exchange_reject", &[2002, 0]), ACCEPT),
        (order(2007, 1, 0, 1, 4001, 2), LEVELS_FULL),
        // The check of the key comes before that of the room.
        (order(2005, 1, 0, 1, 4001, 2), "reject,,duplicate_key"),
    ]);
    (market(1, 1), steps)
}

/// Live buys of two shares in `groups` groups, each at `prices` prices from 2 upwards.
fn live_buys(groups: i64, prices: i64) -> impl Iterator<Item = Vec<Value>> {
    (0..groups * prices).map(move |i| {
        let (group, price) = (i / prices, 2 + i % prices);
        row(&[i + 1, group / HELD + 1], group % HELD, &[0, price, 2, 2, 0, 0])
    })
}

/// The holdings are full, and all but one of the 65,536 groups have a live buy.
fn all_groups() -> (Oracle, Steps) {
    let mut oracle = market(ACCOUNTS, HELD);
    oracle.load_all("order_log", live_buys(ACCOUNTS * HELD - 1, 1));
    let steps = vec![
        (order(100_001, 32, HELD, 0, 5, 2), ACCEPT),
        (order(100_002, 31, HELD, 0, 5, 2), GROUPS_FULL),
        (order(100_001, 31, HELD, 0, 5, 2), "reject,,duplicate_key"),
        // A fill that opens a holding has no room for it. A fill of an existing holding needs none,
        // and its order stays in its group.
        (message("fill", &[100_001, 5, 1, 0]), TABLE_FULL),
        (message("fill", &[1, 1, 1, 0]), ACCEPT),
        // A known group has room for another price. Sells have other groups.
        (order(100_003, 1, 0, 0, 1, 2), ACCEPT),
        (order(100_004, 1, 1, 1, 9, 2), ACCEPT),
        // A partial cancel of the only order keeps its group. The end of the order ends the group
        // and leaves room for one.
        (message("cancel", &[100_001, 1, 0]), ACCEPT),
        (order(100_005, 31, HELD, 0, 5, 2), GROUPS_FULL),
        (message("exchange_reject", &[100_001, 0]), ACCEPT),
        (order(100_005, 31, HELD, 0, 5, 2), ACCEPT),
        (order(100_006, 32, HELD, 0, 5, 2), GROUPS_FULL),
        (message("fill", &[100_005, 4, 2, 0]), TABLE_FULL),
    ];
    (oracle, steps)
}

/// Every group has live buys at two prices: 131,072 prices in all, which fills the level store.
fn all_prices() -> (Oracle, Steps) {
    let mut oracle = market(ACCOUNTS, HELD);
    oracle.load_all("order_log", live_buys(ACCOUNTS * HELD, 2));
    let steps = vec![
        (order(200_001, 1, 0, 0, 4, 2), LEVELS_FULL),
        (order(200_002, 1, 0, 0, 3, 2), ACCEPT),
        (message("fill", &[3, 1, 1, 0]), ACCEPT),
        (order(200_003, 1, 0, 0, 4, 2), LEVELS_FULL),
        (message("fill", &[3, 1, 1, 0]), ACCEPT),
        (order(200_004, 1, 0, 0, 4, 2), ACCEPT),
        (order(200_005, 1, 0, 0, 5, 2), LEVELS_FULL),
        (order(200_006, 1, 0, 1, 9, 2), ACCEPT),
    ];
    (oracle, steps)
}

/// The order log has room for one more order.
fn order_log_full() -> (Oracle, Steps) {
    let mut oracle = market(1, 1);
    oracle.load_all("order_log", (1..1_048_576).map(|i| row(&[i, 1], 0, &[0, 1, 2, 0, 1, 0])));
    let steps = vec![
        (order(2_000_001, 1, 0, 0, 5, 2), ACCEPT),
        (order(2_000_002, 1, 0, 0, 5, 2), TABLE_FULL),
        (order(7, 1, 0, 0, 5, 2), "reject,,duplicate_key"),
        (message("fill", &[2_000_001, 5, 2, 0]), ACCEPT),
        // Finished orders stay in the log.
        (order(2_000_002, 1, 0, 0, 5, 2), TABLE_FULL),
        (order(2_000_002, 1, 0, 0, 500_001, 2), "reject,funds,false"),
    ];
    (oracle, steps)
}
