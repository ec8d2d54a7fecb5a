// SPDX-License-Identifier: Apache-2.0

//! A small rule set, random messages for it, and a run of the bench in which a twin checks every
//! acknowledgement.

#![allow(dead_code, reason = "each test uses a part of it")]

pub mod changes;
pub mod crew;
pub mod jobs;
pub mod wire;

use crate::rng::Rng;
use engine::executor::{Executor, digest};
use engine::frame::{FieldValue, Layout};
use engine::machine::FRAME_BYTES_MAX;
use engine::program::{FrameKind, Program};
use engine::schema::TableId;
use engine::shell::LogRecord;
use engine::twin::Twin;
use host::supervisor::{Control, Log, Notice};
use rand::RngExt;
use std::sync::Arc;
use testbed::bench::{BenchConfig, BenchError, CardEnd, Job, Outcome, run, run_card};
use testbed::doe::TwinDoe;
use testbed::faults::{Fault, FaultPlan};
use testbed::pcie::LinkConfig;
use testbed::trader::{Defect, Outgoing, Segmentation};

/// Accounts with money, a log of orders, a limit on the quantity of one account in one instrument,
/// and no price above four times the lowest live one.
pub const RULES: &str = "
create table account (id INT not null, balance INT8 not null, primary key (id)) with (rows = 64);
create table orders (id INT8 not null, account INT not null, ticket char(8) not null,
    price INT8 not null, quantity INT not null, primary key (id)) with (rows = 4096);
create message place (id INT8 not null, account INT not null, ticket char(8) not null,
    price INT8 not null, quantity INT not null);
create message cancel (id INT8 not null);
Rule funds (coalesce((select balance from account where id = place.account), 0)
    >= place.price * place.quantity)
Rule limit_ (coalesce((select sum(quantity) from orders
    where account = place.account and ticket = place.ticket), 0) + place.quantity <= 5000)
Rule low (coalesce((select min(price) from orders where ticket = place.ticket), place.price)
    * 4 >= place.price)
on place (
    update account set balance = balance - place.price * place.quantity where id = place.account;
    insert into orders values (place.id, place.account, place.ticket, place.price, place.quantity);
)
on cancel (
    update account set balance = balance + 1
        where id = (select o.account from orders o where o.id = cancel.id);
    delete from orders where id = cancel.id;
)
";

/// Sessions of a bench.
pub const SESSIONS: usize = 9;

/// Behaviours of links: looks until a packet is seen, and the probability of a stall.
pub const LINKS: [(u32, f64); 3] = [(0, 0.0), (3, 0.1), (20, 0.5)];

/// Every link with every way to cut messages, each with another seed.
pub fn patterns() -> impl Iterator<Item = (LinkConfig, Segmentation)> {
    let cuts = [Segmentation::WHOLE, Segmentation::WILD, Segmentation::CUT];
    let all = LINKS.into_iter().flat_map(move |link| cuts.map(|cut| (link, cut)));
    all.enumerate().map(|(seed, ((latency_looks, stalls), cut))| {
        (LinkConfig { latency_looks, stalls, seed: seed as u64, ..LinkConfig::default() }, cut)
    })
}

const ACCOUNTS: i64 = 8;

/// Compiles a rule set.
///
/// # Panics
/// If it does not compile.
pub fn program(text: &str) -> Arc<Program> {
    let (program, diagnostics) = rulec::compile(text);
    Arc::new(program.unwrap_or_else(|| panic!("{diagnostics:#?}")))
}

/// The number in an environment variable, or `otherwise` if it is not set.
pub fn number(name: &str, otherwise: u32) -> u32 {
    std::env::var(name)
        .map_or(otherwise, |text| text.parse().unwrap_or_else(|_| panic!("{name} is not a number")))
}

/// Random messages: each account sends its orders in its own session, session 0 sends cancels.
pub struct Messages {
    rng: Rng,
    place: Layout,
    cancel: Layout,
    left: u32,
    id: i64,
    defects: f64,
}

impl Messages {
    /// Creates `count` messages, of which a fraction of `defects` has a defect.
    pub fn new(program: &Program, count: u32, defects: f64, seed: u64) -> Messages {
        let layout = |name: &str| {
            let message = program.message(name).expect("it is declared");
            program.layout(FrameKind::Message(message))
        };
        let rng = Rng::seeded(seed);
        Messages {
            rng,
            place: layout("place"),
            cancel: layout("cancel"),
            left: count,
            id: 0,
            defects,
        }
    }
}

impl Iterator for Messages {
    type Item = Outgoing;

    fn next(&mut self) -> Option<Outgoing> {
        self.left = self.left.checked_sub(1)?;
        let mut frame = [0; FRAME_BYTES_MAX];
        let rng = &mut self.rng;
        let (session, length) = if rng.random_bool(0.4) && self.id > 0 {
            let id = FieldValue::Number(rng.random_range(1..=self.id));
            (0, self.cancel.write(0, &[id], &mut frame).expect("fits").len())
        } else {
            self.id += 1;
            let account = rng.random_range(1..=ACCOUNTS);
            let ticket = format!("T{}", rng.random_range(0..40));
            let values = [
                FieldValue::Number(self.id),
                FieldValue::Number(account),
                FieldValue::Text(ticket.as_bytes()),
                FieldValue::Number(rng.random_range(1..100)),
                FieldValue::Number(rng.random_range(1..400)),
            ];
            (account as u16, self.place.write(0, &values, &mut frame).expect("fits").len())
        };
        let defect = rng
            .random_bool(self.defects)
            .then(|| if rng.random_bool(0.5) { Defect::Number } else { Defect::Length });
        if defect.is_none() && rng.random_bool(self.defects) {
            // A reserved byte that is not zero makes the frame malformed.
            frame[3] = 1;
        }
        Some(Outgoing { session, frame, length: length as u16, defect })
    }
}

/// The initial rows of the tables.
pub fn rows(program: &Program) -> Vec<Vec<u8>> {
    let table = program.table("account").expect("it is declared");
    let layout = program.layout(FrameKind::Row(table));
    let row = |id| {
        let mut frame = [0; FRAME_BYTES_MAX];
        layout
            .write(0, &[FieldValue::Number(id), FieldValue::Number(400_000)], &mut frame)
            .expect("fits")
            .to_vec()
    };
    (1..=ACCOUNTS).map(row).collect()
}

/// A twin with the initial rows.
pub fn loaded(program: &Arc<Program>) -> Twin {
    let mut twin = Twin::new(Arc::clone(program)).expect("the program is sound");
    rows(program).iter().for_each(|row| assert!(twin.load(row).is_accept()));
    twin
}

/// A log that keeps records, and refuses them after the first `most`.
#[derive(Default)]
pub struct Kept {
    /// The records so far.
    pub records: Vec<LogRecord>,
    /// The number of records at the last flush.
    pub flushed: usize,
    /// The number of records that the log accepts; `None` means all.
    pub most: Option<usize>,
}

impl Log for Kept {
    fn append(&mut self, record: &LogRecord) -> Result<(), String> {
        if self.most.is_some_and(|most| self.records.len() >= most) {
            return Err("no space left on device".into());
        }
        self.records.push(*record);
        Ok(())
    }

    fn flush(&mut self) -> Result<(), String> {
        self.flushed = self.records.len();
        Ok(())
    }
}

/// A twin that answers every acknowledged message, in the order of acknowledgement.
pub struct Witness {
    /// The twin.
    pub twin: Twin,
    /// Messages acknowledged so far.
    pub acknowledged: u64,
    /// Changes of program, whose records are in the log beside those of the messages.
    pub swaps: u64,
}

impl Witness {
    /// Creates a witness with the initial rows.
    pub fn new(program: &Arc<Program>) -> Witness {
        Witness { twin: loaded(program), acknowledged: 0, swaps: 0 }
    }

    /// Answers the message of a notice and compares.
    ///
    /// # Panics
    /// If the twin answers differently.
    pub fn hear(&mut self, notice: &Notice, outgoing: Option<&Outgoing>) {
        if let (Notice::Acknowledged { record, verdict, number }, Some(outgoing)) =
            (notice, outgoing)
        {
            self.acknowledged += 1;
            assert_eq!(record.number, self.acknowledged + self.swaps, "the log has no gap");
            assert_eq!(
                record.frame(),
                &outgoing.frame[..outgoing.length.into()],
                "frame {number} is the one that was sent"
            );
            let is_refused = record.kind == engine::shell::LogKind::Refused as u8;
            assert_eq!(is_refused, outgoing.defect.is_some());
            if !is_refused {
                assert_eq!(*verdict, self.twin.execute(record.frame()), "record {}", record.number);
            }
        }
    }

    /// Returns the digest of each table.
    pub fn digests(&self) -> Vec<u64> {
        (0..self.twin.program().tables.len())
            .map(|table| digest(&self.twin, TableId(table as u16)))
            .collect()
    }
}

/// A random fault at a random moment.
pub fn random_fault(rng: &mut Rng) -> Option<FaultPlan> {
    let fault = match rng.random_range(0..8) {
        0..4 => Fault::Dies,
        4 => Fault::Hangs,
        5..7 => Fault::FlipsBit(rng.random()),
        _ => Fault::DamagesRecord(rng.random()),
    };
    Some(FaultPlan { moment: rng.random_range(0..1_200), fault })
}

/// Called with every notice, the messages acknowledged so far, and a sender of requests.
pub type Hook<'a> = dyn FnMut(&Notice, u64, &crossbeam::channel::Sender<Control>) + Send + 'a;

/// Runs the bench with twins as the engines of all cards, and compares everything.
pub fn run_twins(
    config: &BenchConfig,
    count: u32,
    defects: f64,
    log: &mut Kept,
) -> Result<Outcome, BenchError> {
    let twins = |_, end| run_card(&mut TwinDoe::default(), end);
    run_with(config, (count, defects), log, &twins, &mut |_, _, _| ())
}

/// Runs the bench with these engines, compares everything, and calls the hook with every notice.
pub fn run_with(
    config: &BenchConfig,
    messages: (u32, f64),
    log: &mut Kept,
    engine: &(dyn Fn(usize, CardEnd) + Sync),
    hook: &mut Hook<'_>,
) -> Result<Outcome, BenchError> {
    run_program(&program(RULES), config, messages, log, engine, hook)
}

/// As [`run_with`], with a program of rules like [`RULES`]. The hook may request a change to the
/// same program.
pub fn run_program(
    program: &Arc<Program>,
    config: &BenchConfig,
    (count, defects): (u32, f64),
    log: &mut Kept,
    engine: &(dyn Fn(usize, CardEnd) + Sync),
    hook: &mut Hook<'_>,
) -> Result<Outcome, BenchError> {
    let mut messages = Messages::new(program, count, defects, config.seed);
    let mut witness = Witness::new(program);
    let outcome = run(
        config,
        Job {
            twin: loaded(program),
            rows: &rows(program).concat(),
            history: &|| Box::new(|| None),
            programs: &|_| None,
            changes: &|_| None,
            messages: &mut messages,
            next: vec![1; SESSIONS],
            log,
            engine,
            heard: &mut |notice, outgoing, control| {
                witness.hear(notice, outgoing);
                witness.swaps += u64::from(matches!(notice, Notice::Swapped { .. }));
                hook(notice, witness.acknowledged, control);
                true
            },
            interrupted: &|| false,
        },
    )?;
    let summary = &outcome.summary;
    assert_eq!(outcome.sent, u64::from(count));
    assert_eq!(
        summary.records - summary.swaps,
        outcome.sent,
        "every message sent has a record in the log"
    );
    assert_eq!(summary.accepted + summary.rejected + summary.refused, outcome.sent);
    assert_eq!(
        summary.accepted, outcome.exchanged,
        "every accepted order reached the exchange once"
    );
    assert_eq!(witness.acknowledged, outcome.sent);
    for (digests, expected) in outcome.digests.iter().zip(witness.digests()) {
        assert!(
            digests.iter().flatten().all(|digest| *digest == expected),
            "{digests:x?}, not {expected:x}"
        );
        assert!(digests.iter().flatten().count() > 0);
    }
    Ok(outcome)
}
