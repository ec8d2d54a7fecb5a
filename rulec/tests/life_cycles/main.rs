// SPDX-License-Identifier: Apache-2.0

//! Random life cycles of orders: after each message the tables of the reference and of the twin are
//! those of books that are kept from the meaning of the messages (`model`), and what is available
//! and frozen is the total.
//!
//! `RISKGATE_EVENTS` is the number of messages, `RISKGATE_SEED` the seed; a failure prints both.

mod messages;
mod model;

use engine::executor::{Cell, Executor};
use engine::frame::{FieldValue, JobStart};
use engine::job::JobRun;
use engine::machine::FRAME_BYTES_MAX;
use engine::program::{FrameKind, Program};
use engine::reference::Reference;
use engine::schema::TableId;
use engine::twin::Twin;
use engine::verdict::{Reason, Verdict};
use messages::{Messages, TICKETS, opening};
use model::{Answer, Books, Holding, Message, State};
use std::collections::BTreeMap;
use std::sync::Arc;

const RULES: &str = include_str!("../../../rules/broker.rules");

fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name).map_or(default, |text| text.parse().expect("it is a number"))
}

/// Writes a frame, with one value for each field.
fn frame<'b>(
    program: &Program,
    kind: FrameKind,
    sequence: u32,
    values: &[FieldValue<'_>],
    buffer: &'b mut [u8; FRAME_BYTES_MAX],
) -> &'b [u8] {
    program.layout(kind).write(sequence, values, buffer).expect("the values fit")
}

fn number(value: i64) -> FieldValue<'static> {
    FieldValue::Number(value)
}

fn optional(value: Option<i64>) -> FieldValue<'static> {
    value.map_or(FieldValue::Null, FieldValue::Number)
}

fn load(executor: &mut dyn Executor, table: &str, values: &[FieldValue<'_>]) {
    let mut buffer = [0; FRAME_BYTES_MAX];
    let program = executor.program().clone();
    let kind = FrameKind::Row(program.table(table).expect("the table is declared"));
    let verdict = executor.load(frame(&program, kind, 0, values, &mut buffer));
    assert!(verdict.is_accept(), "{table}: {verdict:?}");
}

/// Loads the books at the start.
fn open(books: &Books, executor: &mut dyn Executor) {
    for (id, account) in &books.accounts {
        let [total, fee] = [account.total, account.fee].map(|money| number(money as i64));
        load(executor, "account_info", &[number(*id), total, total, fee]);
    }
    for (ticket, of) in TICKETS.iter().zip(&books.instruments) {
        let flag = |flag: bool| number(flag.into());
        let values = [
            FieldValue::Text(ticket.as_bytes()),
            number(of.position_max),
            number(of.notional_max as i64),
            number(of.tax as i64),
            flag(of.settles_later),
            flag(of.takes_market),
        ];
        load(executor, "ticket_info", &values);
    }
}

/// Sends a message; a job runs to its end.
fn send(executor: &mut dyn Executor, message: &Message, sequence: u32, ts: i64) -> Verdict {
    let program = executor.program().clone();
    let mut buffer = [0; FRAME_BYTES_MAX];
    let ts = number(ts);
    let (name, values) = match *message {
        Message::Order(id, account, ticket, direction, price, quantity, kind) => {
            let ticket = FieldValue::Text(TICKETS[ticket].as_bytes());
            let [id, account, direction, price, quantity] =
                [id, account, direction, price, quantity].map(number);
            let kind = optional(kind);
            ("trade_order", vec![id, account, ticket, direction, price, quantity, ts, kind])
        }
        Message::Fill(id, price, quantity, execution) => {
            let [id, price, quantity] = [id, price, quantity].map(number);
            ("fill", vec![id, price, quantity, ts, optional(execution)])
        }
        Message::Refuse(id) => ("exchange_reject", vec![number(id), ts]),
        Message::Cancel(id, quantity) => ("cancel", vec![number(id), number(quantity), ts]),
        Message::Replace(id, price, quantity) => {
            ("replace", vec![number(id), number(price), number(quantity), ts])
        }
        Message::Bust(id) => ("bust", vec![number(id), ts]),
        Message::Correct(id, price, quantity) => {
            ("correct", vec![number(id), number(price), number(quantity), ts])
        }
        Message::Job(name) => {
            let job = program.job(name).expect("the job is declared");
            let verdict = executor.execute(JobStart { job }.write(sequence, &mut buffer));
            let mut run = JobRun::start(executor, job, sequence).expect("there is such a job");
            run.finish(executor, &mut |_, end| {
                // A row that no longer meets the condition is skipped.
                assert!(matches!(end.reason, None | Some(Reason::False)), "{name}: {end:?}");
                true
            });
            return verdict;
        }
    };
    let kind = FrameKind::Message(program.message(name).expect("the message is declared"));
    executor.execute(frame(&program, kind, sequence, &values, &mut buffer))
}

/// The answer that a verdict gives.
fn answer_of(program: &Program, verdict: &Verdict) -> Result<Answer, String> {
    let Some(reason) = verdict.reason else { return Ok(Answer::Accept(verdict.warnings != 0)) };
    let rule = verdict.rule.ok_or(format!("{reason:?} without a rule"))?;
    let name: &'static str = String::leak(program.rules[usize::from(rule.0)].name.clone());
    match reason {
        Reason::False => Ok(Answer::Refuse(name, false)),
        Reason::Overflow => Ok(Answer::Refuse(name, true)),
        other => Err(format!("{name}: {other:?}")),
    }
}

type Rows = Vec<Vec<String>>;

fn rows(executor: &dyn Executor, table: &str) -> Rows {
    let tables = &executor.program().tables;
    let table = tables.iter().position(|of| of.name == table).expect("the table is declared");
    let mut found = Vec::new();
    executor.visit_rows(TableId(table as u16), &mut |row| {
        let cell = |cell: &Cell<'_>| match cell {
            Cell::Number(number) => number.to_string(),
            Cell::Text(text) => (*text).to_owned(),
            Cell::Sum(_, sum) => sum.to_string(),
            Cell::Levels(levels) => format!("{levels:?}"),
            other => panic!("{other:?}"),
        };
        found.push(row.iter().map(cell).collect());
    });
    found
}

fn texts<const N: usize>(values: [i128; N]) -> Vec<String> {
    values.iter().map(i128::to_string).collect()
}

/// A row with the instrument after the first columns.
fn with_ticket<const M: usize, const N: usize>(
    before: [i128; M],
    ticket: usize,
    after: [i128; N],
) -> Vec<String> {
    let ticket = vec![TICKETS[ticket].to_owned()];
    [texts(before), ticket, texts(after)].concat()
}

/// The rows that the tables should have.
fn expected(books: &Books) -> [(&'static str, Rows); 5] {
    let accounts = books.accounts.iter().map(|(id, account)| {
        texts([(*id).into(), books.available(*id), account.total, account.fee])
    });
    let mut holdings: Vec<_> = books.holdings.iter().collect();
    holdings.sort_by_key(|((account, ticket), _)| (*account, TICKETS[*ticket]));
    let holdings = holdings.into_iter().map(|(&(account, ticket), holding)| {
        let Holding { total, cost, today } = *holding;
        let sellable = books.sellable(account, ticket);
        with_ticket([account.into()], ticket, [sellable, total, cost, today].map(i128::from))
    });
    let orders = books.orders.iter().map(|(id, o)| {
        let side = i64::from(!o.buys);
        let after = [side, o.price, o.quantity, o.left, o.state as i64, o.ts];
        with_ticket([*id, o.account].map(i128::from), o.ticket, after.map(i128::from))
    });
    let executions = books.executions.iter().map(|(id, e)| {
        let after = [i64::from(!e.buys), e.price, e.quantity, e.cost, e.booked as i64];
        let before = [*id, e.order, e.account].map(i128::from);
        with_ticket(before, e.ticket, after.map(i128::from))
    });
    [
        ("account_info", accounts.collect()),
        ("account_ticket_info", holdings.collect()),
        ("order_log", orders.collect()),
        ("execution", executions.collect()),
        ("order_log$1", groups(books)),
    ]
}

/// The sum of what is left of live buys, and the prices of live sells and buys, by account and
/// instrument.
fn groups(books: &Books) -> Rows {
    let live = books.orders.values().filter(|order| order.state == State::Live);
    let mut keys: Vec<(i64, &str, usize)> =
        live.map(|order| (order.account, TICKETS[order.ticket], order.ticket)).collect();
    keys.sort_unstable();
    keys.dedup();
    let row = |(account, _, ticket): (i64, &str, usize)| {
        let prices = |buys| {
            let mut counts: BTreeMap<i64, u32> = BTreeMap::new();
            books.live_in(account, ticket, buys).for_each(|o| {
                *counts.entry(o.price).or_default() += 1;
            });
            format!("{:?}", counts.into_iter().collect::<Vec<_>>())
        };
        let left: i64 = books.live_in(account, ticket, true).map(|order| order.left).sum();
        let orders = books.live_in(account, ticket, true).count()
            + books.live_in(account, ticket, false).count();
        let mut row = with_ticket([account.into()], ticket, [orders as i128, left.into()]);
        row.extend([prices(false), prices(true)]);
        row
    };
    keys.into_iter().map(row).collect()
}

/// What is below zero: accounts and holdings.
fn below_zero(books: &Books) -> Vec<String> {
    let mut below = Vec::new();
    for (id, account) in &books.accounts {
        if account.total < 0 || books.available(*id) < 0 {
            below.push(format!("account {id}"));
        }
    }
    for ((account, ticket), holding) in &books.holdings {
        let sellable = books.sellable(*account, *ticket);
        if holding.total < 0 || holding.today < 0 || sellable < 0 {
            below.push(format!("{account} {ticket}"));
        }
    }
    below
}

/// Whether a message takes back what was booked, or books what was given free: only that can leave
/// an amount below zero.
fn takes_back(message: &Message, answer: &Answer) -> bool {
    matches!(message, Message::Bust(_) | Message::Correct(..)) || *answer == Answer::Accept(true)
}

#[test]
fn tables_are_those_of_the_books_after_each_message() {
    let (events, first) = (setting("RISKGATE_EVENTS", 6_000), setting("RISKGATE_SEED", 1));
    let program = Arc::new(rulec::compile(RULES).0.expect("the rules compile"));
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    // The books begin again from time to time, so that losses do not end all trading.
    const EACH: u64 = 2_000;
    for part in 0..events.div_ceil(EACH) {
        let seed = first + part;
        let mut books = opening();
        let mut messages = Messages::new(seed);
        let mut reference = Reference::new(Arc::clone(&program)).expect("the program is sound");
        let mut twin = Twin::new(Arc::clone(&program)).expect("the program is sound");
        open(&books, &mut reference);
        open(&books, &mut twin);
        for event in 1..=EACH.min(events - part * EACH) {
            let message = messages.next(&books);
            let before = below_zero(&books);
            let (sequence, ts) = (event as u32, event as i64 * 10);
            let verdict = send(&mut reference, &message, sequence, ts);
            assert_eq!(verdict, send(&mut twin, &message, sequence, ts), "seed {seed}, {event}");
            let answer = books.answer(&message, ts);
            let place = format!("seed {seed}, event {event}: {message:?}");
            assert_eq!(answer_of(&program, &verdict), Ok(answer.clone()), "{place}");
            for (table, expected) in expected(&books) {
                assert_eq!(rows(&reference, table), expected, "{place}: reference, {table}");
                assert_eq!(rows(&twin, table), expected, "{place}: twin, {table}");
            }
            let is_new = |amount: &String| !before.contains(amount);
            let fallen: Vec<String> = below_zero(&books).into_iter().filter(is_new).collect();
            assert!(fallen.is_empty() || takes_back(&message, &answer), "{place}: {fallen:?}");
            let kind = format!("{message:?}");
            let kind = kind.split('(').next().unwrap_or_default();
            *counts.entry(format!("{kind} {answer:?}")).or_default() += 1;
        }
    }
    println!("{counts:#?}");
    for rule in &program.rules {
        let refused = format!("Refuse({:?}, false)", rule.name);
        let flagged = rule.name == "fill_in_time" && counts.contains_key("Fill Accept(true)");
        assert!(
            flagged || counts.keys().any(|key| key.ends_with(&refused)),
            "{} refused nothing: {counts:#?}",
            rule.name
        );
    }
}
