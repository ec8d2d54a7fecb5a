// SPDX-License-Identifier: Apache-2.0

//! A workload of 100,000 events on the twin: the verdict of each event is the stated one, and the
//! tables at the end are those of a second implementation of the broker's rules.

use benches::broker::{BrokerFrames, RULES};
use benches::workload::{Refusal, Workload, WorkloadConfig};
use engine::executor::{Cell, Executor};
use engine::machine::FRAME_BYTES_MAX;
use engine::twin::Twin;
use engine::verdict::Reason;
use testkit::broker::Broker;

/// Money of the tables for one unit of the records.
const UNIT: i64 = 100_000;

/// The rows of a table, each as one text.
fn rows(twin: &Twin, table: &str) -> Vec<String> {
    let table = twin.program().table(table).expect("the table is declared");
    let mut rows = Vec::new();
    twin.visit_rows(table, &mut |row| {
        let cell = |cell: &Cell<'_>| match cell {
            Cell::Number(number) => number.to_string(),
            Cell::Text(text) => (*text).to_owned(),
            other => panic!("{other:?}"),
        };
        rows.push(row.iter().map(cell).collect::<Vec<_>>().join(","));
    });
    rows.sort_unstable();
    rows
}

fn assert_rows(twin: &Twin, table: &str, expected: impl Iterator<Item = String>) {
    let mut expected: Vec<String> = expected.collect();
    expected.sort_unstable();
    let found = rows(twin, table);
    assert_eq!(found.len(), expected.len(), "rows of {table}");
    for (found, expected) in found.iter().zip(&expected) {
        assert_eq!(found, expected, "{table}");
    }
}

#[test]
fn a_workload_gets_the_stated_verdicts() {
    let program = rulec::compile(RULES).0.expect("the broker's rules compile");
    let frames = BrokerFrames::new(&program).expect("they are the broker's");
    let mut twin = Twin::new(program).expect("the compiler makes sound programs");
    let config =
        WorkloadConfig { log_orders: 100_000, events: 100_000, ..WorkloadConfig::default() };
    let workload = Workload::new(&config).expect("the sizes fit");
    workload.tables.load(&frames, &mut twin, &mut |_| true).expect("the tables load");
    let mut broker = Broker::new(&workload.tables);
    let mut buffer = [0; FRAME_BYTES_MAX];
    for event in workload.events {
        let frame = frames.write(event.sequence, &event.message, &mut buffer);
        let verdict = twin.execute(frame.expect("the event fits"));
        let rule = verdict.rule.map(|rule| twin.program().rules[usize::from(rule.0)].name.clone());
        assert_eq!(rule.as_deref(), event.expected.map(Refusal::rule), "{event:?}");
        let reason = event.expected.map(|_| Reason::False);
        // A large order that the money does not cover may be too large for any balance.
        let is_large =
            verdict.reason == Some(Reason::Overflow) && event.expected == Some(Refusal::Funds);
        assert!(verdict.reason == reason || is_large, "{event:?}: {verdict:?}");
        assert_eq!(broker.answer(&event.message), event.expected.map(Refusal::rule), "{event:?}");
    }
    broker.check();
    let accounts = broker
        .accounts
        .iter()
        .map(|(id, (available, total))| format!("{id},{},{},0", available * UNIT, total * UNIT));
    assert_rows(&twin, "account_info", accounts);
    let holdings = broker.holdings.values().map(|h| {
        let [avail, total] = [h.avail_quantity, h.total_quantity];
        format!("{},{},{avail},{total},{},0", h.account_id, h.ticket_id, h.cost)
    });
    assert_rows(&twin, "account_ticket_info", holdings);
    let orders = broker.orders.values().map(|o| {
        let [side, status] = [o.side as i64, o.status as i64];
        format!(
            "{},{},{},{side},{},{},{},{status},{}",
            o.order_id, o.account_id, o.ticket_id, o.price, o.quantity, o.remaining, o.ts
        )
    });
    assert_rows(&twin, "order_log", orders);
}
