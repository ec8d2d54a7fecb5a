// SPDX-License-Identifier: Apache-2.0

//! The tables of a workload agree with each other, its events are accepted or rejected by the
//! stated rule, and one seed makes one workload.

use benches::broker::{BrokerFrames, Message, MismatchError, Side, Status};
use benches::workload::config;
use benches::workload::{LoadError, Operation, Refusal, Workload, WorkloadConfig};
use engine::executor::Executor;
use engine::frame::Layout;
use expect_test::expect;
use files::events::EventReader;
use files::tables::load_tables;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use testkit::broker::Broker;
use testkit::programs::{broker_program, column};
use testkit::shelf::Shelf;

fn config(seed: u64, log_orders: u32, events: u32) -> WorkloadConfig {
    WorkloadConfig { seed, log_orders, events, ..WorkloadConfig::default() }
}

/// Runs a workload through the plain rules and compares every verdict with the stated one.
fn run(config: &WorkloadConfig) -> BTreeMap<(Operation, Option<Refusal>), u32> {
    let workload = Workload::new(config).expect("the configuration is good");
    let mut broker = Broker::new(&workload.tables);
    broker.check();
    let mut counts = BTreeMap::new();
    for event in workload.events {
        let rule = broker.answer(&event.message);
        assert_eq!(rule, event.expected.map(Refusal::rule), "seed {}: {event:?}", config.seed);
        *counts.entry((event.operation, event.expected)).or_default() += 1;
    }
    broker.check();
    assert_eq!(counts.values().sum::<u32>(), config.events);
    counts
}

#[test]
fn every_refusal_comes_from_the_rule_that_is_stated() {
    let counts = run(&config(1, 20_000, 60_000));
    for operation in Operation::ALL {
        assert!(counts[&(operation, None)] > 1000, "{operation:?}: {counts:?}");
    }
    let of_captures = [Refusal::IdFree, Refusal::FillOnce];
    for refusal in Refusal::ALL.into_iter().filter(|refusal| !of_captures.contains(refusal)) {
        let of_it = counts.iter().filter(|((_, r), _)| *r == Some(refusal));
        let count: u32 = of_it.map(|(_, count)| count).sum();
        // Half a percent of 60,000 is 300.
        assert!((200..400).contains(&count), "{refusal:?}: {count}");
    }
}

#[test]
fn workloads_have_the_room_that_the_rules_state() {
    let program = broker_program();
    for (name, rows) in [
        ("order_log", config::ORDERS_MAX),
        ("account_info", config::ACCOUNTS_MAX.into()),
        ("ticket_info", config::INSTRUMENTS_MAX.into()),
        ("account_ticket_info", config::HOLDINGS_MAX),
        ("execution", config::EXECUTIONS_MAX.into()),
    ] {
        let table = program.tables.iter().find(|table| table.name == name).expect("it is there");
        assert_eq!(u64::from(table.rows_max), rows, "{name}");
    }
}

#[test]
fn a_capture_modifies_orders_and_uses_ids_again() {
    let config = config(1, 1000, 20_000).into_capture();
    let counts = run(&config);
    for refusal in Refusal::ALL {
        let of_it = counts.iter().filter(|((_, r), _)| *r == Some(refusal));
        let count: u32 = of_it.map(|(_, count)| count).sum();
        // Half a percent of 20,000 is 100.
        assert!((60..140).contains(&count), "{refusal:?}: {count}");
    }
    let workload = Workload::new(&config).expect("the configuration is good");
    let mut used: BTreeSet<i64> = (1..=1000).collect();
    let mut numbers = BTreeSet::new();
    let (mut modifies, mut used_again, mut last_cancelled) = (0, 0, 0);
    for event in workload.events.filter(|event| event.expected.is_none()) {
        let mut cancelled = 0;
        match event.message {
            Message::TradeOrder { order_id, .. } if order_id == last_cancelled => modifies += 1,
            Message::TradeOrder { order_id, .. } => used_again += u32::from(!used.insert(order_id)),
            Message::Fill { exec_id, .. } => {
                assert!(numbers.insert(exec_id.expect("it has a number")));
            }
            Message::Cancel { order_id, .. } => cancelled = order_id,
            Message::ExchangeReject { .. } => {}
        }
        last_cancelled = cancelled;
    }
    assert!(modifies > 1500 && used_again > 1500, "{modifies} modifies, {used_again} ids again");
}

#[test]
fn small_markets_and_many_refusals_work_too() {
    for seed in 0..20 {
        let mut odd = config(seed, 10 + 37 * seed as u32, 3000);
        odd.accounts = 1 + seed as u32 % 3;
        odd.instruments = 1 + seed as u32 % 5;
        odd.holdings_per_account = 1;
        odd.live_orders = Some(odd.log_orders * (seed as u32 % 5) / 4);
        odd.refused_shares = [0.05; Refusal::ALL.len()];
        run(&odd);
        run(&odd.into_capture());
    }
}

#[test]
fn the_sizes_of_the_paper_hold() {
    let workload = Workload::new(&config(7, 1_000_000, 10)).expect("the configuration is good");
    let tables = &workload.tables;
    assert_eq!(tables.accounts.len(), 20);
    assert_eq!(tables.instruments.len(), 2048);
    assert_eq!(tables.holdings.len(), 20 * 1024);
    assert_eq!(tables.order_log.len(), 1_000_000);
    let live = || tables.order_log.iter().filter(|o| o.status == Status::Live);
    assert_eq!(live().count(), 20_000);
    let mut groups: HashMap<_, [u32; 2]> = HashMap::new();
    for order in live() {
        groups.entry((order.account_id, order.ticket_id)).or_default()[order.side as usize] += 1;
    }
    let busiest = groups.values().max().expect("there are live orders");
    assert!(busiest.iter().all(|count| *count > 200), "{busiest:?}");
    Broker::new(tables).check();
}

#[test]
fn a_seed_makes_one_workload() {
    let make = |seed| Workload::new(&config(seed, 1000, 500)).expect("the configuration is good");
    let (one, same, other) = (make(3), make(3), make(4));
    assert_eq!(one.tables, same.tables);
    assert_ne!(one.tables, other.tables);
    let first: Vec<String> = one.events.clone().take(4).map(|e| format!("{e:?}\n")).collect();
    assert!(one.events.eq(same.events));
    expect![[r#"
        Event { sequence: 1, operation: SellCancel, message: Cancel { order_id: 938, quantity: 100, ts: 1577932200000097230 }, expected: None }
        Event { sequence: 2, operation: SellFill, message: Fill { order_id: 932, price: 1343400, quantity: 1600, ts: 1577932200000238957, exec_id: None }, expected: None }
        Event { sequence: 3, operation: BuyFill, message: Fill { order_id: 971, price: 1152000, quantity: 700, ts: 1577932200000379153, exec_id: None }, expected: None }
        Event { sequence: 4, operation: SellCancel, message: Cancel { order_id: 865, quantity: 100, ts: 1577932200000435770 }, expected: None }
    "#]].assert_eq(&first.concat());
}

#[test]
fn loading_stops_when_the_observer_asks_for_it() {
    let workload = Workload::new(&config(5, 2000, 10)).expect("the configuration is good");
    let mut shelf = Shelf::new(broker_program());
    let frames = BrokerFrames::new(&shelf.program).expect("the program is the broker's");
    let (mut looks, mut seen) = (0, 0);
    let loaded = workload.tables.load(&frames, &mut shelf, &mut |rows| {
        looks += 1;
        assert!(
            rows - seen <= 256,
            "the observer is called every few rows, not after {}",
            rows - seen
        );
        seen = rows;
        looks < 5
    });
    assert_eq!(loaded, Err(LoadError::Stopped { rows: seen }));
    assert_eq!(looks, 5);
    assert_eq!(shelf.tables.iter().map(BTreeMap::len).sum::<usize>() as u64, seen);
}

#[test]
fn files_and_memory_hold_the_same() {
    let make = || Workload::new(&config(5, 2000, 3000)).expect("the configuration is good");
    let folder = tempfile::tempdir().expect("a temporary folder");
    make().write_files(folder.path(), &mut |_| {}).expect("files can be written");

    let mut from_files = Shelf::new(broker_program());
    let data = folder.path().join("data");
    let report = load_tables(&data, &mut from_files, &mut |_| {}).expect("the files are good");
    assert_eq!(report.warnings, []);

    let mut from_memory = Shelf::new(broker_program());
    let frames = BrokerFrames::new(&from_memory.program).expect("the program is the broker's");
    let workload = make();
    let mut rows = 0;
    let loaded = workload.tables.load(&frames, &mut from_memory, &mut |r| {
        rows = r;
        true
    });
    loaded.expect("the tables can be loaded");
    assert_eq!(rows, workload.tables.rows());
    assert_eq!(from_files.tables, from_memory.tables);

    let path = folder.path().join("events.csv");
    let mut reader = EventReader::open(&path, from_files.program()).expect("the file is good");
    let mut buffer = [0; engine::machine::FRAME_BYTES_MAX];
    let mut expected_lines = String::from("seq,message,operation,verdict,rule\n");
    for event in workload.events {
        let frame = frames.write(event.sequence, &event.message, &mut buffer);
        let read = reader.next_event().expect("the file is good").expect("the event is there");
        assert_eq!(Ok(read.frame), frame);
        let verdict = event.expected.map_or("accept,", |_| "reject,");
        let message = read.message.name(&from_files.program);
        let rule = event.expected.map_or("", Refusal::rule);
        let operation = event.operation.name();
        expected_lines += &format!("{},{message},{operation},{verdict}{rule}\n", event.sequence);
    }
    assert_eq!(reader.next_event(), Ok(None));
    let expected = fs::read_to_string(folder.path().join("expected.csv")).expect("it is there");
    assert_eq!(expected, expected_lines);
}

#[test]
fn other_rules_are_told_apart_from_the_brokers() {
    let message = |change: &dyn Fn(&mut engine::program::Program)| {
        let mut program = broker_program();
        change(&mut program);
        BrokerFrames::new(&program).err().map(|e: MismatchError| e.to_string())
    };
    assert_eq!(message(&|_| {}), None);
    // Columns may be in another order, and nullable ones may be added.
    assert_eq!(message(&|p| p.tables[0].columns.reverse()), None);
    let extra = |name| column(name, engine::schema::Type::Int4);
    assert_eq!(message(&|p| p.messages[0].fields.push(extra("desk?"))), None);
    for (change, expected) in [
        (
            &(|p: &mut engine::program::Program| p.messages[0].fields.push(extra("desk")))
                as &dyn Fn(&mut engine::program::Program),
            "`trade_order` has a `not null` column `desk` that this data has no value for",
        ),
        (&|p| drop(p.messages[1].fields.remove(1)), "`fill` has no column `price`"),
        (
            &|p| p.messages[3].name = "cancelled".into(),
            "the rules have no `cancel`; this data is for the tables and messages of broker.rules",
        ),
        (
            &|p| p.tables[2].columns[1].ty = engine::schema::Type::Boolean,
            "`ticket_info.position_max` is BOOLEAN, which this data does not fit",
        ),
    ] {
        assert_eq!(message(change).as_deref(), Some(expected));
    }
    assert_eq!(Side::Sell as i32, 1);
    assert!(Layout::new(0, &broker_program().messages[0].fields).bytes < 256);
}
