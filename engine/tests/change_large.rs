// SPDX-License-Identifier: Apache-2.0

//! Changes that add aggregates over a large table, one after the other, while messages come.
//!
//! | variable | does |
//! | --- | --- |
//! | `RISKGATE_CHANGES=n` | makes that many changes instead of 6 |
//! | `RISKGATE_ROWS=n` | over a table of that many rows instead of 1,500 |

use engine::change::{Change, Filling, Plan, Step};
use engine::executor::{Cell, Executor, digest};
use engine::frame::FieldValue;
use engine::machine::FRAME_BYTES_MAX;
use engine::program::{FrameKind, Program};
use engine::schema::TableId;
use engine::twin::Twin;
use engine::verdict::Verdict;
use std::collections::BTreeSet;
use testkit::rng::Rng;

const CHANGES: u64 = 6;
const ROWS: u64 = 1_500;
/// The first of every so many steps comes after a message.
const STEPS_PER_MESSAGE: u64 = 3;
const DEAL: TableId = TableId(0);

fn variable(name: &str, otherwise: u64) -> u64 {
    let text = std::env::var(name).ok().map(|text| text.replace('_', ""));
    text.map_or(otherwise, |text| text.parse().unwrap_or_else(|_| panic!("{name}: {text}")))
}

/// Rules with up to three aggregates over the deals.
fn rules(rows: u64, rng: &mut Rng) -> String {
    let mut text = format!(
        "create table deal (id int8 primary key, account int not null, side char(1) not null,
                            quantity int not null, price int) with (rows = {});
         create message trade (id int8 not null, account int not null, side char(1) not null,
                               quantity int not null, price int);
         create message amend (id int8 not null, quantity int not null, price int);
         create message bust (id int8 not null);
         on trade (insert into deal values (
             trade.id, trade.account, trade.side, trade.quantity, trade.price));
         on amend (update deal set quantity = amend.quantity, price = amend.price
                   where id = amend.id);
         on bust (delete from deal where id = bust.id);",
        2 * rows
    );
    let functions = [
        "count(*)",
        "sum(quantity)",
        "min(price)",
        "max(quantity)",
        "count(price)",
        "count(distinct price)",
        "sum(quantity * price)",
        "count(*) filter (where price > 20)",
    ];
    let groups = [
        "account = trade.account",
        "side = trade.side",
        "account = trade.account and side = trade.side",
    ];
    let filters = ["", " and quantity > 7", " and price < 9", " and price is null"];
    for index in 0..rng.between(1, 3) {
        let (function, group) = (*rng.pick(&functions), *rng.pick(&groups));
        let (filter, most) = (*rng.pick(&filters), rng.between(1, 40));
        text += &format!(
            "rule limit{index} on trade (
                 coalesce((select {function} from deal where {group}{filter}), 0) % 41 < {most});"
        );
    }
    text
}

/// A frame of a message, from numbers and texts.
fn frame(program: &Program, kind: FrameKind, values: &[FieldValue<'_>]) -> Vec<u8> {
    let layout = program.layout(kind);
    let mut buffer = [0; FRAME_BYTES_MAX];
    layout.write(1, values, &mut buffer).expect("the values fit").to_vec()
}

/// Messages that keep about the same number of rows.
struct Load {
    rng: Rng,
    next: i64,
}

impl Load {
    /// The next message, and whether it is a trade.
    fn message(&mut self, program: &Program, rows: u64) -> Vec<u8> {
        let number = FieldValue::Number;
        let rng = &mut self.rng;
        let some = self.next - 1 - rng.below(rows as usize) as i64;
        let price = match rng.percent(10) {
            true => FieldValue::Null,
            false => number(rng.below(50) as i64),
        };
        let quantity = number(rng.below(30) as i64);
        let (name, values) = match rng.below(10) {
            0..5 => {
                self.next += 1;
                let side = FieldValue::Text(if rng.percent(50) { b"B" } else { b"S" });
                let account = number(rng.below(1 + rows as usize / 100) as i64);
                ("trade", vec![number(self.next), account, side, quantity, price])
            }
            5..7 => ("amend", vec![number(some), quantity, price]),
            _ => ("bust", vec![number(some - rows as i64 / 2)]),
        };
        let message = program.message(name).expect("it is declared");
        frame(program, FrameKind::Message(message), &values)
    }
}

/// A twin that has loaded the rows of another one.
fn fresh(change: &Change, running: &Twin) -> Twin {
    let program: &Program = change.program();
    let mut twin = Twin::new(program.clone()).expect("it is sound");
    let mut frames = Vec::new();
    running.visit_rows(DEAL, &mut |row| {
        let values: Vec<FieldValue<'_>> = row
            .iter()
            .map(|cell| match *cell {
                Cell::Number(number) => FieldValue::Number(number),
                Cell::Text(text) => FieldValue::Text(text.as_bytes()),
                _ => FieldValue::Null,
            })
            .collect();
        frames.push(frame(program, FrameKind::Row(DEAL), &values));
    });
    for frame in frames {
        assert!(twin.load(&frame).is_accept());
    }
    twin
}

fn same_tables(a: &Twin, b: &Twin) {
    for table in (0..a.program().tables.len()).map(|table| TableId(table as u16)) {
        assert_eq!(
            digest(a, table),
            digest(b, table),
            "{}",
            a.program().tables[table.0 as usize].name
        );
    }
}

#[test]
fn aggregates_over_a_large_table_are_added_under_load() {
    let (changes, rows) = (variable("RISKGATE_CHANGES", CHANGES), variable("RISKGATE_ROWS", ROWS));
    let mut rng = Rng::new(1, 0);
    let first = rulec::compile(&rules(rows, &mut rng)).0.expect("it compiles");
    let mut load = Load { rng: Rng::new(2, 0), next: 0 };
    let mut running = Twin::new(first.clone()).expect("it is sound");
    // The one that answers without a change being prepared.
    let mut control = Twin::new(first).expect("it is sound");
    let mut verdicts: BTreeSet<(Option<u16>, bool)> = BTreeSet::new();
    let mut both = |running: &mut Twin, control: &mut Twin, frame: &[u8]| -> Verdict {
        let verdict = running.execute(frame);
        assert_eq!(verdict, control.execute(frame));
        verdicts.insert((verdict.rule.map(|rule| rule.0), verdict.is_accept()));
        verdict
    };
    while u64::from(running.row_count(DEAL)) < rows {
        load.next += 1;
        let number = FieldValue::Number;
        let (account, side) = (load.next % (1 + rows as i64 / 100), FieldValue::Text(b"B"));
        let values = [number(load.next), number(account), side, number(load.next % 30), number(5)];
        let frame = frame(running.program(), FrameKind::Row(DEAL), &values);
        assert!(running.load(&frame).is_accept() && control.load(&frame).is_accept());
    }
    let mut copied = 0;
    for _ in 0..changes {
        let (compiled, diagnostics) = rulec::compile_change(&rules(rows, &mut rng));
        let compiled = compiled.unwrap_or_else(|| panic!("{diagnostics:?}"));
        let filler = compiled.filler.expect("it was asked for");
        let change = Change::new(compiled.programs[0].clone(), filler).expect("it is its filler");
        let plan = Plan::new(running.program(), change.program()).expect("nothing is lost");
        let mut filling = Filling::new(plan, &change).expect("it is sound");
        filling.begin(&mut running);
        let mut steps = 0;
        loop {
            let before = filling.rows();
            match filling.step(&running) {
                Step::Copied => assert!(filling.rows() <= before + 1, "a step copies a row"),
                Step::Done => break,
                Step::Refused(refusal) => panic!("{refusal}"),
            }
            steps += 1;
            if steps % STEPS_PER_MESSAGE == 0 {
                let frame = load.message(running.program(), rows);
                both(&mut running, &mut control, &frame);
                filling.follow(&mut running);
            }
        }
        copied += filling.rows();
        same_tables(&running, &control);
        control = fresh(&change, &running);
        filling.finish(&mut running).expect("every row fits");
        assert_eq!(running.program(), &**change.program());
        same_tables(&running, &control);
        for _ in 0..200 {
            let frame = load.message(running.program(), rows);
            both(&mut running, &mut control, &frame);
        }
    }
    same_tables(&running, &control);
    assert!(copied > changes * rows / 2, "{copied} rows were copied");
    assert!(verdicts.len() > 2, "rules accept and reject: {verdicts:?}");
}
