// SPDX-License-Identifier: Apache-2.0

//! The rows of a file enter windows by time, then by key, in whatever order the file has them.

use engine::executor::Executor;
use engine::frame::FieldValue;
use engine::machine::FRAME_BYTES_MAX;
use engine::program::{FrameKind, Program};
use engine::reference::Reference;
use engine::schema::MessageId;
use engine::twin::Twin;
use engine::verdict::{Reason, Verdict};
use std::fmt::Write;
use std::sync::Arc;
use testkit::rng::Rng;

/// The key is not in the order of its declaration, and one part of it is a text.
const RULES: &str = "
    create table trade (
        ts int8, part int not null, amount int8 not null, account_id int, name char(4) not null,
        primary key (name, part)
    ) with (rows = 200, window (account_id by ts) = 3);
    create message since (account_id int not null, bound int8 not null, expected int8 not null);
    rule exact (
        coalesce((
            select sum(amount) from trade where account_id = since.account_id and ts >= since.bound
        ), 0) = since.expected
    )
";
const WINDOW: usize = 3;

/// A row, in the order in which rows enter: a time of NULL comes first, and the parts of the key
/// are in the order of the columns.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    ts: Option<i64>,
    part: i64,
    name: String,
    account: i64,
    amount: i64,
}

fn rows(rng: &mut Rng) -> Vec<Row> {
    let mut rows = Vec::new();
    for part in -3..3 {
        for name in ["", "a", "ab", "b", "~"] {
            if rng.percent(60) {
                let ts = (!rng.percent(10)).then(|| rng.below(4) as i64 - 1);
                let account = rng.below(3) as i64;
                let (name, amount) = (name.to_owned(), 1 << rows.len());
                rows.push(Row { ts, part, name, account, amount });
            }
        }
    }
    rng.shuffle(&mut rows);
    rows
}

fn file(rows: &[Row]) -> String {
    let mut text = "name,account_id,part,amount,ts\n".to_owned();
    for Row { ts, part, name, account, amount } in rows {
        let ts = ts.map_or(String::new(), |ts| ts.to_string());
        let _ = writeln!(text, "\"{name}\",{account},{part},{amount},{ts}");
    }
    text
}

/// The verdict on a question for the rows of an account since a time.
fn verdict(executor: &mut dyn Executor, fields: [i64; 3]) -> Verdict {
    let kind = FrameKind::Message(MessageId(0));
    let program = executor.program();
    let layout = program.layout(kind);
    let mut buffer = [0; FRAME_BYTES_MAX];
    let values = fields.map(FieldValue::Number);
    executor.execute(layout.write(0, &values, &mut buffer).expect("the values fit"))
}

/// The sum of the amounts of the rows of an account that a window holds since a time, and whether a
/// row since then was pushed out.
fn expected(rows: &[Row], account: i64, bound: i64) -> (i64, bool) {
    let mut entered: Vec<&Row> = rows.iter().filter(|row| row.account == account).collect();
    entered.sort();
    let (pushed, held) = entered.split_at(entered.len().saturating_sub(WINDOW));
    let is_asked_for = |row: &&&Row| row.ts.is_some_and(|ts| ts >= bound);
    let sum = held.iter().filter(is_asked_for).map(|row| row.amount).sum();
    (sum, pushed.iter().any(|row| is_asked_for(&row)))
}

fn loaded(folder: &std::path::Path, program: &Arc<Program>) -> [Box<dyn Executor>; 2] {
    let mut executors: [Box<dyn Executor>; 2] = [
        Box::new(Reference::new(Arc::clone(program)).expect("a valid program")),
        Box::new(Twin::new(Arc::clone(program)).expect("a valid program")),
    ];
    for executor in &mut executors {
        files::tables::load_tables(folder, executor.as_mut(), &mut |_| {}).expect("valid rows");
    }
    executors
}

#[test]
fn rows_of_a_file_enter_windows_by_time_and_then_by_key() {
    let (program, diagnostics) = rulec::compile(RULES);
    let program = Arc::new(program.unwrap_or_else(|| panic!("{diagnostics:?}")));
    let (mut known, mut unknown) = (0, 0);
    for seed in 0..60 {
        let rows = rows(&mut Rng::new(seed, 0));
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("trade.csv"), file(&rows)).expect("a file");
        for mut executor in loaded(folder.path(), &program) {
            for (account, bound) in (0..3).flat_map(|account| (-2..4).map(move |ts| (account, ts)))
            {
                let (sum, is_missed) = expected(&rows, account, bound);
                let found = verdict(executor.as_mut(), [account, bound, sum]).reason;
                let reason = is_missed.then_some(Reason::WindowFull);
                assert_eq!(found, reason, "seed {seed}: account {account} since {bound}: {rows:?}");
                // The sum is that of these rows and no others.
                let found = verdict(executor.as_mut(), [account, bound, sum + 1]).reason;
                assert_eq!(found, Some(Reason::False), "seed {seed}: {account} since {bound}");
                if is_missed { unknown += 1 } else { known += 1 }
            }
        }
    }
    assert!(known > 500 && unknown > 500, "{known} known, {unknown} unknown");
}
