// SPDX-License-Identifier: Apache-2.0

//! Columns that are new and have a default, while messages come, on both executors.

#[macro_use]
mod change_support;

use change_support::{Desk, change, fills};
use engine::change::{Refusal, Rows, Step};
use engine::program::Program;
use engine::verdict::Reason;

on_both! {
    new_columns_have_their_defaults
    defaults_enter_windows_and_groups
}

/// Each row has the defaults of the columns that are new, whenever it is written. Another default
/// of a column that exists changes no row.
fn new_columns_have_their_defaults<E: Rows>(make: fn(Program) -> E) {
    let before = rulec::compile(&fills("", "")).0.expect("it compiles");
    let columns = "quantity int not null default 9, desk char(4) not null default 'AB',
                   fee decimal(6,2) default 1.5, note char(4), rank int2 default -7,
                   open boolean not null default true) with";
    let next = fills("", "").replace("quantity int not null) with", columns).replace(
        "insert into fill_log values (fill.id, fill.account, fill.ts, fill.quantity)",
        "insert into fill_log (id, account, ts) values (fill.id, fill.account, fill.ts)",
    );
    let other =
        next.replace("default 'AB'", "default 'C'").replace("rank int2 default -7", "rank int2");
    let (change, other) = (change(&next), change(&other));
    let mut desk = Desk::new(make(before));
    for id in 1..5 {
        assert!(desk.send("fill", [id, 1, id, id]).is_accept());
    }
    desk.begin(&change);
    assert_eq!([desk.step(), desk.step()], [Step::Copied, Step::Copied]);
    // A row that is copied, one that is not, a new one, and one that goes.
    assert!(desk.send("amend", [1, 10]).is_accept());
    assert!(desk.send("amend", [4, 40]).is_accept());
    assert!(desk.send("fill", [5, 1, 5, 5]).is_accept());
    assert!(desk.send("bust", [2]).is_accept());
    desk.finish().expect("every row fits");
    let rest = "AB 150 - -7 1";
    let rows: Vec<String> =
        ["1 1 1 10", "3 1 3 3", "4 1 4 40", "5 1 5 5"].map(|row| format!("{row} {rest}")).to_vec();
    assert_eq!(desk.rows("fill_log"), rows);
    assert!(desk.send("fill", [6, 1, 6, 6]).is_accept());
    let sixth = format!("6 1 6 9 {rest}");
    assert_eq!(desk.rows("fill_log")[4], sixth);
    desk.begin(&other);
    desk.finish().expect("every row fits");
    assert_eq!(desk.rows("fill_log"), [rows, vec![sixth]].concat());
    assert!(desk.send("fill", [7, 1, 7, 7]).is_accept());
    assert_eq!(desk.rows("fill_log")[5], "7 1 7 9 C 150 - - 1");
}

/// A new column can be the group or the time of a window, or in a group with a bound.
fn defaults_enter_windows_and_groups<E: Rows>(make: fn(Program) -> E) {
    let before = rulec::compile(&fills("", "")).0.expect("it compiles");
    let next = |lists: &str, rules: &str| {
        let columns = "quantity int not null, desk int not null default 3,
                       since int8 default 50) with";
        fills(lists, rules).replace("quantity int not null) with", columns).replace(
            "insert into fill_log values (fill.id, fill.account, fill.ts, fill.quantity)",
            "insert into fill_log
             values (fill.id, fill.account, fill.ts, fill.quantity, default, fill.ts)",
        )
    };
    let windows = change(&next(
        ", window (desk by since) = 4",
        "rule busy on ask ((select sum(quantity) from fill_log
                            where desk = ask.account and since > ask.ts) < 60);",
    ));
    let groups = change(&next(", group (desk) = 3", ""));
    let mut desk = Desk::new(make(before));
    for id in 1..5 {
        assert!(desk.send("fill", [id, id, 100 * id, id]).is_accept());
    }
    desk.begin(&groups);
    assert!(matches!(desk.steps(), Step::Refused(Refusal::Row { reason: Reason::GroupFull, .. })));
    desk.filling.take().expect("it was begun").cancel(&mut desk.running);
    desk.begin(&windows);
    desk.step();
    assert!(desk.send("amend", [1, 30]).is_accept());
    assert!(desk.send("fill", [9, 1, 7, 2]).is_accept());
    desk.finish().expect("every row fits");
    // The last four rows by key have time 50: the one with id 1 was pushed out.
    for (ts, reason) in [(50, None), (49, Some(Reason::WindowFull))] {
        assert_eq!(desk.send("ask", [3, ts]).reason, reason.or(Some(Reason::Null)), "{ts}");
    }
    assert!(desk.send("fill", [10, 1, 60, 2]).is_accept());
    assert!(desk.send("ask", [3, 50]).is_accept());
}
