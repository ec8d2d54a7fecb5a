// SPDX-License-Identifier: Apache-2.0

//! Counts of a window against a literal: from the newest times of each group where rows are only
//! inserted, and by a scan where they are not. Warn rules ask for every count at once.

use crate::variable;
use engine::executor::Executor;
use engine::frame::FieldValue;
use engine::isa::Opcode;
use engine::machine::FRAME_BYTES_MAX;
use engine::program::FrameKind;
use engine::reference::Reference;
use engine::schema::MessageId;
use engine::twin::Twin;
use engine::verdict::{Reason, Verdict};
use std::fmt::Write;
use std::sync::Arc;
use testkit::rng::Rng;

/// The rows of the largest window.
const EVENTS_MIN: u64 = 10_000;
/// The most rows that a count without a scan asks for.
const COUNT_MAX: i64 = 8;

/// The warn rules ask whether fewer than 1 to 8 rows are later than the bound, then whether fewer
/// are not earlier. The last ones say the same by `exists`.
fn rules(rows: usize, statement: &str) -> String {
    let mut text = format!(
        "create table pace (pace_id int8 primary key, account_id int8 not null, ts int8 not null)
         with (rows = {rows});
         create message tick (
             pace_id int8 not null, account_id int8 not null, ts int8 not null, bound int8
         );
         create message other (pace_id int8 not null, account_id int8 not null, ts int8 not null);
         on tick (insert into pace values (tick.pace_id, tick.account_id, tick.ts))
         {statement}\n"
    );
    let mut number = 0;
    let mut rule = |condition: String| {
        let _ = writeln!(text, "warn rule r{number} on tick ({condition})");
        number += 1;
    };
    let rows = "from pace where account_id = tick.account_id and ts";
    for above in [">", ">="] {
        for count in 1..=COUNT_MAX {
            rule(format!("(select count(*) {rows} {above} tick.bound) < {count}"));
        }
    }
    for above in [">", ">="] {
        rule(format!("not exists (select 1 {rows} {above} tick.bound)"));
    }
    text
}

/// The table, and every row that it has.
struct Pace {
    reference: Reference,
    twin: Twin,
    rows: Vec<[i64; 3]>,
    rows_max: usize,
}

impl Pace {
    fn new(rows_max: usize, statement: &str) -> Pace {
        let text = rules(rows_max, statement);
        let (program, diagnostics) = rulec::compile(&text);
        let program = Arc::new(program.unwrap_or_else(|| panic!("{diagnostics:#?}")));
        Pace {
            reference: Reference::new(Arc::clone(&program)).expect("a valid program"),
            twin: Twin::new(program).expect("a valid program"),
            rows: Vec::new(),
            rows_max,
        }
    }

    fn scans(&self) -> bool {
        let mut all = self.reference.program().transactions.iter().flat_map(|t| &t.instructions);
        all.any(|instruction| instruction.opcode == Opcode::Scan)
    }

    /// The verdict of both executors on a message.
    fn answer(&mut self, message: u16, fields: &[Option<i64>]) -> Verdict {
        let kind = FrameKind::Message(MessageId(message));
        let number = |field: &Option<i64>| field.map_or(FieldValue::Null, FieldValue::Number);
        let values: Vec<FieldValue<'_>> = fields.iter().map(number).collect();
        let program = self.reference.program();
        let layout = program.layout(kind);
        let mut buffer = [0; FRAME_BYTES_MAX];
        let frame = layout.write(0, &values, &mut buffer).expect("the values fit");
        let verdict = self.reference.execute(frame);
        assert_eq!(verdict, self.twin.execute(frame), "{fields:?}");
        verdict
    }

    /// Inserts a row, and compares what the rules say of the rows before it.
    fn tick(&mut self, row: [i64; 3], bound: Option<i64>) {
        let [id, account, ts] = row;
        let verdict = self.answer(0, &[Some(id), Some(account), Some(ts), bound]);
        let rows = self.rows.iter().filter(|[_, of, _]| *of == account).map(|[.., ts]| *ts);
        let times = |ts: &i64| bound.is_some_and(|bound| *ts > bound);
        let times_since = |ts: &i64| bound.is_some_and(|bound| *ts >= bound);
        let counts =
            [rows.clone().filter(times).count() as i64, rows.filter(times_since).count() as i64];
        let of_counts =
            counts.iter().flat_map(|found| (1..=COUNT_MAX).map(move |count| *found >= count));
        let of_exists = counts.iter().map(|found| *found > 0);
        let failing = of_counts.chain(of_exists).enumerate();
        let warnings = failing.fold(0, |map, (bit, fails)| map | u128::from(fails) << bit);
        assert_eq!(verdict.warnings, warnings, "{row:?} {bound:?}: {counts:?}");
        let is_there = self.rows.iter().any(|[other, ..]| *other == id);
        let reasons: Vec<Reason> = [
            (is_there, Reason::DuplicateKey),
            (self.rows.len() == self.rows_max, Reason::TableFull),
        ]
        .into_iter()
        .filter_map(|(fails, reason)| fails.then_some(reason))
        .collect();
        match verdict.reason {
            Some(reason) => assert!(reasons.contains(&reason), "{row:?}: {reason}"),
            None => {
                assert!(reasons.is_empty(), "{row:?}: {reasons:?}");
                self.rows.push(row);
            }
        }
    }
}

/// A bound at a time that rows have, or beside it; sometimes none.
fn bound(times: &[i64], rng: &mut Rng) -> Option<i64> {
    let time = *rng.pick(times);
    (!rng.percent(3)).then(|| time - 1 + rng.below(3) as i64)
}

#[test]
fn ten_thousand_rows_of_one_account_in_any_order_of_time() {
    let events = variable("RISKGATE_EVENTS").unwrap_or(EVENTS_MIN) as i64;
    for order in 0..3 {
        let mut rng = Rng::new(order, 8);
        let mut pace = Pace::new(20_000, "");
        assert!(!pace.scans(), "the newest times need no scan");
        for id in 0..events.min(20_000) {
            let ts = match order {
                0 => id / 3,
                1 => -id / 3,
                _ => rng.below(5_000) as i64,
            };
            let newest = pace.rows.iter().map(|[.., ts]| *ts).max().unwrap_or(0);
            let near = newest - rng.below(12) as i64;
            let bound = bound(&[newest, near, ts, 0], &mut rng);
            pace.tick([id, 7, ts], bound);
        }
    }
}

#[test]
fn rows_of_several_accounts_that_are_refused_now_and_then() {
    for seed in 0..20 {
        let mut rng = Rng::new(seed, 9);
        let mut pace = Pace::new(5_000, "");
        let (accounts, times) = (rng.between(1, 5), rng.between(1, 30));
        for _ in 0..200 {
            let ts = rng.below(times) as i64;
            let bound = bound(&[ts, rng.below(times) as i64], &mut rng);
            pace.tick([rng.below(400) as i64, rng.below(accounts) as i64, ts], bound);
        }
    }
}

/// Where a statement changes or deletes rows, all of them are scanned.
#[test]
fn rows_that_are_deleted_or_changed_are_scanned() {
    const REMOVE: &str = "on other (delete from pace where pace_id = other.pace_id)";
    const CHANGE: &str = "on other (update pace set account_id = other.account_id, ts = other.ts \
                          where pace_id = other.pace_id)";
    for (seed, statement) in (0..20).zip([REMOVE, CHANGE].into_iter().cycle()) {
        let mut rng = Rng::new(seed, 10);
        let mut pace = Pace::new(40, statement);
        assert!(pace.scans());
        let (accounts, times) = (rng.between(1, 5), rng.between(1, 30));
        for _ in 0..200 {
            let row = [rng.below(60), rng.below(accounts), rng.below(times)].map(|n| n as i64);
            if rng.percent(60) {
                let bound = bound(&[row[2], rng.below(times) as i64], &mut rng);
                pace.tick(row, bound);
                continue;
            }
            assert_eq!(pace.answer(1, &row.map(Some)), Verdict::ACCEPT);
            let found = pace.rows.iter().position(|[id, ..]| *id == row[0]);
            match (found, statement) {
                (Some(found), REMOVE) => drop(pace.rows.swap_remove(found)),
                (Some(found), _) => pace.rows[found] = row,
                (None, _) => {}
            }
        }
    }
}
