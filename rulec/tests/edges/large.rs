// SPDX-License-Identifier: Apache-2.0

//! The largest windows and groups that a scan goes over, under more rows than they hold.

use crate::bench::{Bench, Event, Expected};
use crate::oracle::{Ask, Bounds, Row, Write};
use engine::machine::SCAN_ROWS_MAX;
use engine::verdict::Reason;
use testkit::rng::Rng;

const MOST: usize = SCAN_ROWS_MAX as usize;
/// The rows that are written.
const ROWS: i64 = 10_000;
/// The number of writes between two questions.
const INTERVAL: i64 = 97;
fn check(bench: &mut Bench, event: &Event) -> Expected {
    bench.run(event).unwrap_or_else(|report| panic!("{report}"))
}

/// Every row is within the time asked for, whatever the order of the times is.
#[test]
fn ten_thousand_rows_in_one_window() {
    for order in 0..3 {
        let mut rng = Rng::new(order, 6);
        let bounds =
            Bounds { rows: 12_000, window: 1, window_of_all: MOST, group: MOST, live: MOST };
        let mut bench = Bench::new(bounds);
        let (mut known, mut unknown) = (0, 0);
        for id in 0..ROWS {
            let ts = match order {
                0 => id,
                1 => ROWS - id,
                _ => rng.below(1_000) as i64,
            };
            // A row without an account is in the window of the table only.
            let row = Row { id, account: None, amount: id % 50, ts: Some(ts), live: 0 };
            assert_eq!(check(&mut bench, &Event::Do(Write::Put(row))), Expected::Accept);
            let is_edge = id + 1 == MOST as i64 || id == MOST as i64;
            if id % INTERVAL != 0 && !is_edge {
                continue;
            }
            let bound = match order {
                0 => (id - MOST as i64).max(0) + rng.below(3) as i64 - 1,
                1 => ROWS - rng.below(3) as i64,
                _ => 990 + rng.below(12) as i64,
            };
            let ask = Ask::WindowOfAll { bound: Some(bound), inclusive: rng.percent(50) };
            match check(&mut bench, &Event::Ask(ask)) {
                Expected::Found(_) => known += 1,
                _ => unknown += 1,
            }
            // Every row, which is known until the first one is pushed out.
            let all = Ask::WindowOfAll { bound: Some(-1), inclusive: true };
            let answer = check(&mut bench, &Event::Ask(all));
            assert_eq!(matches!(answer, Expected::Found(_)), id < MOST as i64, "{id}: {answer:?}");
        }
        bench.compare_tables().unwrap_or_else(|report| panic!("{report}"));
        assert!(known > 50 && unknown > 5, "order {order}: {known} known, {unknown} unknown");
    }
}

/// A group is filled to its bound, and left and entered from then on: its window has places of rows
/// that left, and rows are pushed out.
#[test]
fn ten_thousand_rows_in_one_group() {
    let mut rng = Rng::new(0, 7);
    // A table counts as many groups as it has rows, and more that messages open early.
    let bounds = Bounds {
        rows: MOST - 2,
        window: MOST - 100,
        window_of_all: MOST - 50,
        group: MOST - 3,
        live: MOST - 3,
    };
    let mut bench = Bench::new(bounds);
    let mut present: Vec<i64> = Vec::new();
    let (mut full, mut known, mut unknown) = (0, 0, 0);
    for id in 0..ROWS {
        let ts = id / 4 + rng.below(9) as i64;
        let row = Row { id, account: Some(7), amount: id % 50, ts: Some(ts), live: id % 2 };
        if present.len() == bounds.group {
            let no_room = Expected::Reject { reasons: vec![Reason::GroupFull], by_rule: false };
            if full % 50 == 0 {
                assert_eq!(check(&mut bench, &Event::Do(Write::Put(row))), no_room);
            }
            full += 1;
            // The oldest one, so that few places are left by others, or any one.
            let at = if rng.percent(70) { 0 } else { rng.below(present.len()) };
            let gone = present.remove(at);
            let removed = check(&mut bench, &Event::Do(Write::Remove { id: gone }));
            assert_eq!(removed, Expected::Accept);
        }
        assert_eq!(check(&mut bench, &Event::Do(Write::Put(row))), Expected::Accept);
        present.push(id);
        if rng.percent(5) {
            let id = *rng.pick(&present);
            let ts = Some(ts - rng.below(40) as i64);
            check(&mut bench, &Event::Do(Write::Retime { id, ts }));
        }
        if id % INTERVAL == 0 {
            let bound = Some(ts - rng.below(MOST / 2) as i64);
            let inclusive = rng.percent(50);
            match check(&mut bench, &Event::Ask(Ask::Window { account: Some(7), bound, inclusive }))
            {
                Expected::Found(_) => known += 1,
                _ => unknown += 1,
            }
            let least = rng.below(50) as i64;
            check(&mut bench, &Event::Ask(Ask::Group { account: Some(7), least }));
            check(&mut bench, &Event::Ask(Ask::Live { account: Some(7), least }));
        }
    }
    bench.compare_tables().unwrap_or_else(|report| panic!("{report}"));
    assert!(full > 5_000 && known > 50 && unknown > 5, "{full}, {known}, {unknown}");
}
