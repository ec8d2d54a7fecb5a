// SPDX-License-Identifier: Apache-2.0

//! Random changes and questions.

use crate::bench::{Bench, Event, Expected};
use crate::oracle::{Ask, Bounds, Row, Write};
use crate::variable;
use engine::program::Program;
use engine::verdict::Reason;
use std::collections::BTreeMap;
use testkit::rng::Rng;

/// Random events of an ordinary run.
const EVENTS_MIN: u64 = 100_000;
/// Events with one choice of bounds.
const EVENTS_PER_BENCH: usize = 400;
/// The number of events between two comparisons of the tables.
const INTERVAL: usize = 20;

/// What a run draws from: few values, so that they meet.
struct Domain {
    ids: usize,
    accounts: usize,
    times: usize,
    nulls_percent: usize,
    /// The share of events that ask.
    asks_percent: usize,
    /// The share of inserts among the changes, which decides how full the groups are.
    inserts_percent: usize,
}

impl Domain {
    fn new(rng: &mut Rng) -> Domain {
        Domain {
            ids: rng.between(2, 24),
            accounts: rng.between(1, 3),
            times: rng.between(1, 9),
            nulls_percent: *rng.pick(&[0, 0, 4, 15]),
            asks_percent: rng.between(25, 60),
            inserts_percent: rng.between(20, 70),
        }
    }

    fn id(&self, rng: &mut Rng) -> i64 {
        rng.below(self.ids) as i64
    }

    fn nullable(&self, limit: usize, rng: &mut Rng) -> Option<i64> {
        (!rng.percent(self.nulls_percent)).then(|| rng.below(limit) as i64)
    }

    fn account(&self, rng: &mut Rng) -> Option<i64> {
        self.nullable(self.accounts, rng)
    }

    fn time(&self, rng: &mut Rng) -> Option<i64> {
        self.nullable(self.times, rng)
    }

    fn row(&self, rng: &mut Rng) -> Row {
        let (id, account) = (self.id(rng), self.account(rng));
        let (amount, ts, live) = (rng.below(50) as i64, self.time(rng), rng.below(3) as i64);
        Row { id, account, amount, ts, live }
    }

    fn ask(&self, rng: &mut Rng) -> Ask {
        let account = self.account(rng);
        // One less than the first time asks for every row.
        let bound = self.nullable(self.times + 1, rng).map(|bound| bound - 1);
        let (inclusive, least) = (rng.percent(50), rng.below(30) as i64);
        match rng.weighted(&[40, 30, 15, 15]) {
            0 => Ask::Window { account, bound, inclusive },
            1 => Ask::WindowOfAll { bound, inclusive },
            2 => Ask::Group { account, least },
            _ => Ask::Live { account, least },
        }
    }

    fn change(&self, rng: &mut Rng) -> Event {
        if rng.percent(self.inserts_percent) {
            return match rng.weighted(&[50, 15, 20, 15]) {
                3 => Event::Both(self.row(rng), self.row(rng)),
                0 => Event::Do(Write::Put(self.row(rng))),
                1 => Event::Do(Write::Merge(self.row(rng))),
                _ => Event::Effect(self.row(rng)),
            };
        }
        let id = self.id(rng);
        match rng.weighted(&[25, 20, 20, 15, 10, 10]) {
            0 => Event::Do(Write::Remove { id }),
            1 => Event::Do(Write::Move { id, account: self.account(rng) }),
            2 => Event::Do(Write::Retime { id, ts: self.time(rng) }),
            3 => {
                let (amount, live) = (rng.below(50) as i64, rng.below(3) as i64);
                Event::Do(Write::Amend { id, amount, live })
            }
            4 => Event::Replace { gone: id, row: self.row(rng) },
            _ => {
                let second = if rng.percent(50) { id } else { self.id(rng) };
                Event::Pair { first: id, account: self.account(rng), second, ts: self.time(rng) }
            }
        }
    }
}

fn bounds(rng: &mut Rng) -> Bounds {
    // A scan takes the smallest list that serves it: the window of an account, that of the table,
    // the live rows of an account, all its rows.
    let window = rng.between(1, 4);
    let window_of_all = window + rng.between(1, 4);
    let live = window_of_all + rng.between(1, 3);
    let group = live + rng.between(0, 4);
    Bounds { rows: 64, window, window_of_all, group, live }
}

/// Counts of what happened.
#[derive(Debug, Default)]
pub struct Tally {
    events: u64,
    answers: u64,
    accepts: u64,
    effects: u64,
    effects_refused: u64,
    reasons: BTreeMap<Reason, u64>,
}

impl Tally {
    fn add(&mut self, expected: &Expected) {
        self.events += 1;
        match expected {
            Expected::Accept => self.accepts += 1,
            Expected::Found(_) => self.answers += 1,
            Expected::Effect { reasons } if reasons.is_empty() => self.effects += 1,
            Expected::Effect { .. } => self.effects_refused += 1,
            Expected::Reject { reasons, .. } => {
                *self.reasons.entry(reasons[0]).or_default() += 1;
            }
        }
    }
}

/// Draws an event. What a question compares itself with depends on the rows so far.
fn draw(domain: &Domain, at: usize, bench: &Bench, rng: &mut Rng) -> Event {
    if rng.percent(domain.asks_percent) {
        let ask = domain.ask(rng);
        let ((found, total, ..), _) = bench.oracle.ask(ask);
        return match rng.weighted(&[60, 30, 10]) {
            0 => Event::Ask(ask),
            1 => Event::Judge(ask, found, total.unwrap_or(0)),
            _ => Event::Judge(ask, found + 1, total.unwrap_or(0)),
        };
    }
    if at < 8 && rng.percent(50) { Event::Load(domain.row(rng)) } else { domain.change(rng) }
}

/// Runs random events with random bounds, on a program that `plant` has changed.
///
/// # Errors
/// The bounds, the events up to the first answer that differs, and its report.
pub fn run(
    seed: u64,
    plant: impl FnOnce(&mut Program),
    tally: &mut Tally,
) -> Result<(), (Bounds, Vec<Event>, String)> {
    let mut rng = Rng::new(seed, 5);
    let bounds = bounds(&mut rng);
    let domain = Domain::new(&mut rng);
    let mut program = Bench::program(bounds);
    plant(&mut program);
    let mut bench = Bench::of(bounds, program);
    let mut events: Vec<Event> = Vec::new();
    for at in 0..EVENTS_PER_BENCH {
        events.push(draw(&domain, at, &bench, &mut rng));
        let outcome = bench.run(&events[at]).and_then(|expected| {
            tally.add(&expected);
            if at % INTERVAL == INTERVAL - 1 { bench.compare_tables() } else { Ok(()) }
        });
        outcome.map_err(|report| (bounds, events.clone(), report))?;
    }
    Ok(())
}

/// The events without those that a failure does not need, and its report.
fn smaller(bounds: Bounds, mut events: Vec<Event>) -> (Vec<Event>, String) {
    let failure = |events: &[Event]| {
        let mut bench = Bench::new(bounds);
        events.iter().find_map(|event| {
            let outcome = bench.run(event).and_then(|_| bench.compare_tables());
            outcome.err()
        })
    };
    let mut len = events.len() / 2;
    while len > 0 {
        let mut at = 0;
        while at < events.len() {
            let mut fewer = events.clone();
            fewer.drain(at..(at + len).min(events.len()));
            if failure(&fewer).is_some() { events = fewer } else { at += len }
        }
        len /= 2;
    }
    let report = failure(&events).unwrap_or_default();
    (events, report)
}

#[test]
fn random_changes_and_questions_agree_with_every_row_ever_written() {
    let only = variable("RISKGATE_SEED");
    let events_min = variable("RISKGATE_EVENTS").unwrap_or(EVENTS_MIN);
    let mut tally = Tally::default();
    for seed in only.map_or(0..u64::MAX, |seed| seed..seed + 1) {
        if let Err((bounds, events, _)) = run(seed, |_| (), &mut tally) {
            let (events, report) = smaller(bounds, events);
            panic!(
                "seed {seed} fails; RISKGATE_SEED={seed} repeats it\n{bounds:?}\n{events:#?}\n\
                 {report}"
            );
        }
        if tally.events >= events_min {
            break;
        }
    }
    println!("{tally:#?}");
    // A short run need not see everything.
    if only.is_some() || events_min < EVENTS_MIN {
        return;
    }
    let seldom = tally.events / 100;
    for reason in [Reason::False, Reason::DuplicateKey, Reason::GroupFull, Reason::WindowFull] {
        let count = tally.reasons.get(&reason).copied().unwrap_or(0);
        assert!(count > seldom, "`{reason}` occurred only {count} times");
    }
    let Tally { answers, accepts, effects, effects_refused, .. } = tally;
    for count in [answers, accepts, effects, effects_refused] {
        assert!(count > seldom, "{tally:#?}");
    }
}
