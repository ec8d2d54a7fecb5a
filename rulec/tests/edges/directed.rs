// SPDX-License-Identifier: Apache-2.0

//! Cases whose right answers are written beside them.

use crate::bench::{Bench, Event, Expected};
use crate::oracle::{Ask, Bounds, Row, Write};
use engine::verdict::Reason;

/// A case. The amount of row `n` is 2^n, so that a sum says which rows were found.
struct Case(Bench);

const ROOMY: Bounds = Bounds { rows: 64, window: 2, window_of_all: 32, group: 64, live: 64 };

/// A row of account 7 that is not live.
fn row(id: i64, ts: i64) -> Row {
    Row { id, account: Some(7), amount: 1 << id, ts: Some(ts), live: 0 }
}

fn live(id: i64) -> Row {
    Row { live: 1, ..row(id, 0) }
}

fn later(account: i64, bound: i64) -> Ask {
    Ask::Window { account: Some(account), bound: Some(bound), inclusive: false }
}

fn since(account: i64, bound: i64) -> Ask {
    Ask::Window { account: Some(account), bound: Some(bound), inclusive: true }
}

fn later_of_all(bound: i64) -> Ask {
    Ask::WindowOfAll { bound: Some(bound), inclusive: false }
}

fn put(row: Row) -> Event {
    Event::Do(Write::Put(row))
}

fn remove(id: i64) -> Event {
    Event::Do(Write::Remove { id })
}

fn retime(id: i64, ts: i64) -> Event {
    Event::Do(Write::Retime { id, ts: Some(ts) })
}

fn moves(id: i64, account: i64) -> Event {
    Event::Do(Write::Move { id, account: Some(account) })
}

fn amend(id: i64, live: i64) -> Event {
    Event::Do(Write::Amend { id, amount: 1 << id, live })
}

impl Case {
    fn new(bounds: Bounds) -> Case {
        Case(Bench::new(bounds))
    }

    fn answer(&mut self, event: &Event) -> Expected {
        let answer = self.0.run(event).unwrap_or_else(|report| panic!("{report}"));
        self.0.compare_tables().unwrap_or_else(|report| panic!("after {event:?}: {report}"));
        answer
    }

    #[track_caller]
    fn does(&mut self, events: &[Event]) {
        for event in events {
            assert_eq!(self.answer(event), Expected::Accept, "{event:?}");
        }
    }

    #[track_caller]
    fn has_no_room(&mut self, event: &Event) {
        let full = vec![Reason::GroupFull];
        let expected = match event {
            Event::Effect(_) => Expected::Effect { reasons: full },
            _ => Expected::Reject { reasons: full, by_rule: false },
        };
        assert_eq!(self.answer(event), expected, "{event:?}");
    }

    /// A question finds these rows.
    #[track_caller]
    fn finds(&mut self, ask: Ask, ids: &[i64]) {
        let total = ids.iter().map(|id| 1 << id).sum();
        let Expected::Found((rows, sum, ..)) = self.answer(&Event::Ask(ask)) else {
            panic!("{ask:?} is not answered");
        };
        assert_eq!((rows, sum.unwrap_or(0)), (ids.len() as i64, total), "{ask:?}");
        let judged = self.answer(&Event::Judge(ask, rows, total));
        assert_eq!(judged, Expected::Accept, "{ask:?}");
    }

    /// A question is not answered, whatever the rows are that the window has.
    #[track_caller]
    fn misses(&mut self, ask: Ask, ids: &[i64]) {
        let reasons = || vec![Reason::WindowFull];
        let refused = Expected::Reject { reasons: reasons(), by_rule: false };
        assert_eq!(self.answer(&Event::Ask(ask)), refused, "{ask:?}");
        let total = ids.iter().map(|id| 1 << id).sum();
        let judged = self.answer(&Event::Judge(ask, ids.len() as i64, total));
        assert_eq!(judged, Expected::Reject { reasons: reasons(), by_rule: true }, "{ask:?}");
    }
}

#[test]
fn a_row_exactly_as_old_as_the_window_is_within_only_if_the_bound_is() {
    let mut case = Case::new(Bounds { window: 4, ..ROOMY });
    case.does(&[put(row(1, 100)), put(row(2, 90)), put(row(3, 100)), put(row(4, -5))]);
    case.finds(later(7, 100), &[]);
    case.finds(since(7, 100), &[1, 3]);
    case.finds(later(7, 99), &[1, 3]);
    case.finds(later(7, 90), &[1, 3]);
    case.finds(since(7, 90), &[1, 2, 3]);
    case.finds(since(7, -5), &[1, 2, 3, 4]);
    case.finds(later(7, i64::MIN), &[1, 2, 3, 4]);
    case.finds(since(7, i64::MAX), &[]);
    case.finds(since(8, 0), &[]);
    case.finds(Ask::Window { account: Some(7), bound: None, inclusive: true }, &[]);
    case.finds(Ask::Window { account: None, bound: Some(0), inclusive: true }, &[]);
}

#[test]
fn a_row_that_was_pushed_out_matters_within_the_bound_only() {
    let mut case = Case::new(ROOMY);
    case.does(&[put(row(1, 100)), put(row(2, 50)), put(row(3, 60))]);
    case.finds(later(7, 100), &[]);
    case.misses(since(7, 100), &[]);
    case.misses(later(7, 99), &[]);
    case.misses(later(7, 0), &[2, 3]);
    case.finds(since(7, 101), &[]);
    case.finds(later_of_all(0), &[1, 2, 3]);
    // It counts as pushed out though it is deleted, and though others follow.
    case.does(&[remove(1)]);
    case.misses(since(7, 100), &[]);
    case.does(&[put(row(4, 110)), put(row(5, 120))]);
    case.misses(since(7, 100), &[4, 5]);
    case.finds(later(7, 100), &[4, 5]);
    case.finds(later_of_all(0), &[2, 3, 4, 5]);
}

#[test]
fn a_row_that_was_pushed_out_counts_though_it_enters_again() {
    let mut case = Case::new(ROOMY);
    case.does(&[put(row(1, 100)), put(row(2, 50)), put(row(3, 60)), retime(1, 70)]);
    case.misses(since(7, 100), &[]);
    case.finds(later(7, 100), &[]);
    case.misses(since(7, 50), &[1, 3]);
    // A change of its other columns is no write into the window.
    case.does(&[amend(2, 1), amend(3, 1)]);
    case.misses(since(7, 50), &[1, 3]);
}

#[test]
fn a_deleted_row_keeps_its_place_and_is_not_pushed_out() {
    let mut case = Case::new(ROOMY);
    case.does(&[put(row(1, 100)), put(row(2, 50)), remove(1)]);
    case.finds(later(7, 0), &[2]);
    case.does(&[put(row(3, 60))]);
    case.finds(later(7, 0), &[2, 3]);
    case.does(&[put(row(4, 70))]);
    case.misses(since(7, 50), &[3, 4]);
    case.finds(later(7, 50), &[3, 4]);
}

#[test]
fn an_update_of_the_time_enters_and_others_do_not() {
    let mut case = Case::new(ROOMY);
    case.does(&[put(row(1, 10)), put(row(2, 20)), retime(1, 30)]);
    // The place that row 1 left is pushed out.
    case.finds(since(7, 0), &[1, 2]);
    // The same time is no change, so that row 2 is the next one that is pushed out.
    case.does(&[retime(2, 20), moves(2, 7), amend(2, 5), put(row(3, 5))]);
    case.misses(since(7, 20), &[1]);
    case.finds(later(7, 20), &[1]);
    // Twice the time of one row in two messages.
    case.does(&[retime(3, 40), retime(3, 41)]);
    case.misses(since(7, 30), &[3]);
    case.finds(later(7, 30), &[3]);
}

/// A row without a time is asked for by nothing, but it has a place. The compiler let a row whose
/// time stays NULL enter again.
#[test]
fn a_time_that_stays_null_is_no_change() {
    let mut case = Case::new(ROOMY);
    let timeless = |id| put(Row { ts: None, ..row(id, 0) });
    let no_time = |id| Event::Do(Write::Retime { id, ts: None });
    case.does(&[put(row(1, 10)), timeless(2), no_time(2), no_time(2)]);
    case.finds(since(7, 0), &[1]);
    case.does(&[amend(2, 1), moves(2, 7)]);
    case.finds(since(7, 0), &[1]);
    // From NULL to a time and back are changes.
    case.does(&[retime(2, 20)]);
    case.misses(since(7, 10), &[2]);
    case.finds(later(7, 10), &[2]);
    case.does(&[no_time(2)]);
    case.misses(since(7, 10), &[]);
    case.finds(later(7, 10), &[]);
}

#[test]
fn a_row_that_moves_leaves_one_window_and_enters_another() {
    let mut case = Case::new(ROOMY);
    case.does(&[put(row(1, 10)), put(row(2, 20)), moves(2, 8), put(row(3, 30))]);
    case.misses(since(7, 10), &[3]);
    case.finds(later(7, 10), &[3]);
    case.finds(since(8, 0), &[2]);
    // The window of the table has no accounts, and is not entered again.
    case.finds(later_of_all(0), &[1, 2, 3]);
    // Back again: it enters as the last one.
    case.does(&[moves(2, 7), put(row(4, 40))]);
    case.misses(since(7, 30), &[4]);
    case.finds(later(7, 30), &[4]);
    case.misses(since(7, 20), &[2, 4]);
    case.does(&[Event::Do(Write::Move { id: 2, account: None })]);
    case.finds(later(7, 30), &[4]);
    case.finds(later_of_all(0), &[1, 2, 3, 4]);
}

#[test]
fn a_group_without_rows_forgets_what_it_pushed_out() {
    let mut case = Case::new(ROOMY);
    case.does(&[put(row(1, 100)), put(row(2, 50)), put(row(3, 60))]);
    case.does(&[remove(2), remove(3)]);
    case.misses(since(7, 100), &[]);
    case.does(&[remove(1)]);
    case.finds(since(7, 0), &[]);
    case.does(&[put(row(4, 10)), put(row(5, 20))]);
    case.finds(since(7, 0), &[4, 5]);
    // Moved away, and within one message.
    case.does(&[remove(4), put(row(6, 30)), put(row(7, 40))]);
    case.misses(since(7, 20), &[6, 7]);
    case.does(&[moves(5, 8), moves(6, 8), moves(7, 8), put(row(8, 1))]);
    case.finds(since(7, 0), &[8]);
    case.does(&[put(row(9, 2)), put(row(10, 3)), remove(8), remove(9)]);
    case.misses(since(7, 0), &[10]);
    case.does(&[Event::Replace { gone: 10, row: row(11, 4) }]);
    case.finds(since(7, 0), &[11]);
}

#[test]
fn both_changes_of_a_message_enter() {
    // The first rows of a table, in one message.
    let mut first = Case::new(ROOMY);
    first.does(&[Event::Both(row(1, 10), row(2, 20))]);
    first.finds(later_of_all(0), &[1, 2]);
    first.does(&[Event::Both(row(3, 30), row(4, 5))]);
    first.misses(since(7, 20), &[3]);
    first.finds(later(7, 20), &[3]);
    let mut case = Case::new(ROOMY);
    let pair = |first, account, second, ts| Event::Pair {
        first,
        account: Some(account),
        second,
        ts: Some(ts),
    };
    case.does(&[put(row(1, 10)), put(row(2, 20)), put(Row { account: Some(8), ..row(3, 30) })]);
    // Row 3 enters with its new account, then again with its new time: both others are pushed out.
    case.does(&[pair(3, 7, 3, 40)]);
    case.misses(since(7, 20), &[3]);
    case.finds(later(7, 20), &[3]);
    // A row is pushed out with the time that it has then, though it enters again with another one.
    // The reference took the time that the second statement wrote.
    let mut again = Case::new(Bounds { window: 1, ..ROOMY });
    again.does(&[put(Row { account: Some(8), ..row(1, 2) }), put(row(2, 3)), pair(1, 7, 2, 0)]);
    again.misses(since(7, 3), &[]);
    again.finds(later(7, 3), &[]);
    case.does(&[pair(1, 8, 2, 15)]);
    case.finds(since(8, 0), &[1]);
    case.finds(later(7, 20), &[3]);
}

#[test]
fn a_group_is_full_at_one_row_more_and_room_counts_from_the_next_message() {
    let mut case = Case::new(Bounds { window: 1, window_of_all: 2, group: 3, live: 3, rows: 64 });
    let of_group = Ask::Group { account: Some(7), least: 0 };
    case.does(&[put(row(1, 0)), put(row(2, 0)), put(row(3, 0))]);
    let elsewhere = Row { account: Some(8), ..row(4, 0) };
    case.has_no_room(&put(row(4, 0)));
    case.has_no_room(&Event::Load(row(4, 0)));
    case.has_no_room(&Event::Do(Write::Merge(row(4, 0))));
    case.has_no_room(&Event::Effect(row(4, 0)));
    case.does(&[put(elsewhere)]);
    case.has_no_room(&moves(4, 7));
    case.has_no_room(&Event::Do(Write::Merge(row(4, 0))));
    case.finds(of_group, &[1, 2, 3]);
    // What stays in the group needs no room.
    case.does(&[retime(1, 9), moves(1, 7), amend(1, 0), Event::Do(Write::Merge(row(1, 4)))]);
    // The room of a delete is there in the next message only.
    case.has_no_room(&Event::Replace { gone: 1, row: row(5, 0) });
    case.has_no_room(&Event::Replace { gone: 1, row: row(1, 0) });
    case.finds(of_group, &[1, 2, 3]);
    case.does(&[Event::Replace { gone: 1, row: Row { account: Some(8), ..row(5, 0) } }]);
    case.does(&[moves(4, 7)]);
    case.has_no_room(&put(row(1, 0)));
    case.finds(of_group, &[2, 3, 4]);
    case.does(&[remove(2), put(row(1, 0))]);
    case.has_no_room(&put(row(2, 0)));
    // Two rows of one message, with room for one.
    case.does(&[remove(1)]);
    case.has_no_room(&Event::Both(row(1, 0), row(2, 0)));
    case.finds(of_group, &[3, 4]);
    case.does(&[remove(3), Event::Both(row(1, 0), row(2, 0))]);
    case.finds(of_group, &[1, 2, 4]);
    // No group has a row without an account.
    let nowhere = |id| put(Row { account: None, ..row(id, 0) });
    case.does(&[nowhere(10), nowhere(11), nowhere(12), nowhere(13)]);
    case.finds(Ask::Group { account: None, least: 0 }, &[]);
}

#[test]
fn a_bound_with_a_condition_counts_the_rows_that_meet_it() {
    let mut case = Case::new(Bounds { window: 1, window_of_all: 1, group: 5, live: 2, rows: 64 });
    let of_live = Ask::Live { account: Some(7), least: 0 };
    case.does(&[put(live(1)), put(live(2)), put(row(3, 0))]);
    case.has_no_room(&put(live(4)));
    case.has_no_room(&amend(3, 1));
    case.has_no_room(&Event::Effect(live(4)));
    case.does(&[amend(2, 3)]);
    case.finds(of_live, &[1, 2]);
    case.does(&[amend(1, 0), amend(3, 1)]);
    case.has_no_room(&amend(1, 1));
    case.finds(of_live, &[2, 3]);
    case.does(&[put(row(4, 0)), put(Row { account: Some(8), ..live(5) })]);
    case.has_no_room(&moves(5, 7));
    case.does(&[moves(2, 8)]);
    case.does(&[moves(5, 7)]);
    case.finds(of_live, &[3, 5]);
    case.finds(Ask::Group { account: Some(7), least: 0 }, &[1, 3, 4, 5]);
}
