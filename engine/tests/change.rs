// SPDX-License-Identifier: Apache-2.0

//! Changes of the definitions while messages come, on both executors. The test of random rule sets
//! is `rulec/tests/differential/change.rs`.

use engine::change::{Change, Filling, Plan, Refusal, Rows, Step};
use engine::executor::{Cell, digest};
use engine::frame::FieldValue;
use engine::machine::FRAME_BYTES_MAX;
use engine::program::{FrameKind, Program};
use engine::reference::Reference;
use engine::rule::Mode;
use engine::schema::{RuleId, TableId};
use engine::twin::Twin;
use engine::verdict::{Reason, Verdict};
use testkit::rng::Rng;

fn change(rules: &str) -> Change {
    let (compiled, diagnostics) = rulec::compile_change(rules);
    let compiled =
        compiled.unwrap_or_else(|| panic!("{}", diagnostics[0].render("new.rules", rules, false)));
    let filler = compiled.filler.expect("it was asked for");
    Change::new(compiled.programs[0].clone(), filler).expect("it is its filler")
}

/// An executor with a change that is being prepared.
struct Desk<E: Rows> {
    running: E,
    filling: Option<Filling<E>>,
}

impl<E: Rows> Desk<E> {
    fn new(running: E) -> Desk<E> {
        Desk { running, filling: None }
    }

    /// Sends a message whose fields are numbers.
    fn send<const N: usize>(&mut self, message: &str, values: [i64; N]) -> Verdict {
        self.send_values(message, &values.map(FieldValue::Number))
    }

    fn send_values(&mut self, message: &str, values: &[FieldValue<'_>]) -> Verdict {
        let program = self.running.program();
        let kind = FrameKind::Message(program.message(message).expect("there is such a message"));
        let layout = program.layout(kind);
        let mut buffer = [0; FRAME_BYTES_MAX];
        let frame = layout.write(1, values, &mut buffer).expect("the values fit");
        let verdict = self.running.execute(frame);
        self.filling.iter_mut().for_each(|filling| filling.follow(&mut self.running));
        verdict
    }

    fn begin(&mut self, change: &Change) {
        let plan = Plan::new(self.running.program(), change.program()).expect("nothing is lost");
        let mut filling = Filling::new(plan, change).expect("it is sound");
        filling.begin(&mut self.running);
        self.filling = Some(filling);
    }

    fn step(&mut self) -> Step {
        self.filling.as_mut().map_or(Step::Done, |filling| filling.step(&self.running))
    }

    /// Makes the steps that are left. Returns what the last one did.
    fn steps(&mut self) -> Step {
        loop {
            match self.step() {
                Step::Copied => {}
                end => return end,
            }
        }
    }

    fn finish(&mut self) -> Result<(), Refusal> {
        let filling = self.filling.take().expect("a change is being prepared");
        filling.finish(&mut self.running).map(drop)
    }

    fn rows(&self, table: &str) -> Vec<String> {
        let table = self.running.program().table(table).expect("there is such a table");
        let mut rows = Vec::new();
        self.running.visit_rows(table, &mut |row| rows.push(row_text(row)));
        rows
    }
}

fn row_text(row: &[Cell<'_>]) -> String {
    let cell = |cell: &Cell<'_>| match *cell {
        Cell::Null => "-".to_owned(),
        Cell::Number(number) => number.to_string(),
        Cell::Text(text) => text.to_owned(),
        Cell::Sum(count, sum) => format!("{sum}/{count}"),
        Cell::Levels(levels) => format!("{levels:?}"),
        Cell::Texts(texts) => format!("{texts:?}"),
    };
    row.iter().map(cell).collect::<Vec<String>>().join(" ")
}

/// An executor of the same kind that has loaded the rows of another one, by time and then by key.
fn fresh<E: Rows>(change: &Change, from: &E, make: fn(Program) -> E) -> Desk<E> {
    let program: &Program = change.program();
    let mut fresh = make(program.clone());
    for (id, table) in (0..).map(TableId).zip(program.declared_tables()) {
        if table.is_derived() {
            continue;
        }
        let mut rows: Vec<Vec<Option<i64>>> = Vec::new();
        from.visit_rows(id, &mut |row| {
            let number = |cell: &Cell<'_>| match *cell {
                Cell::Number(number) => Some(number),
                _ => None,
            };
            rows.push(row.iter().map(number).collect());
        });
        if let Some(time) = program.window_time(id) {
            rows.sort_by_key(|row| row[usize::from(time.0)]);
        }
        let kind = FrameKind::Row(id);
        let layout = program.layout(kind);
        for row in rows {
            let values: Vec<FieldValue<'_>> =
                row.iter().map(|cell| cell.map_or(FieldValue::Null, FieldValue::Number)).collect();
            let mut buffer = [0; FRAME_BYTES_MAX];
            let frame = layout.write(1, &values, &mut buffer).expect("the values fit");
            assert!(fresh.load(frame).is_accept());
        }
    }
    Desk::new(fresh)
}

fn twin(program: Program) -> Twin {
    Twin::new(program).expect("it is sound")
}

fn reference(program: Program) -> Reference {
    Reference::new(program).expect("it is sound")
}

/// Defines a test for both executors.
macro_rules! on_both {
    ($($(#[$attribute:meta])* $name:ident)*) => {
        mod on_twin { $($(#[$attribute])* #[test] fn $name() { super::$name(super::twin); })* }
        mod on_reference {
            $($(#[$attribute])* #[test] fn $name() { super::$name(super::reference); })*
        }
    };
}

on_both! {
    windows_are_filled_in_order_of_time
    a_row_that_exceeds_a_new_bound_refuses
    a_row_that_is_an_error_refuses
    windows_of_newest_times_need_rows_that_stay
    settings_and_texts_are_kept
    a_copy_stays_exact_after_the_last_step
    a_cancelled_change_leaves_nothing
    effects_of_a_reject_are_followed
}

const FILLS: &str = "
    create table fill_log (id int primary key, account int not null, ts int8 not null,
                           quantity int not null) with (rows = 200 LISTS);
    create message fill (id int not null, account int not null, ts int8 not null,
                         quantity int not null);
    create message amend (id int not null, quantity int not null);
    create message again (id int not null, ts int8 not null);
    create message bust (id int not null);
    create message ask (account int not null, ts int8 not null);
    on fill (insert into fill_log values (fill.id, fill.account, fill.ts, fill.quantity));
    on amend (update fill_log set quantity = amend.quantity where id = amend.id);
    on again (update fill_log set ts = again.ts where id = again.id);
    on bust (delete from fill_log where id = bust.id);
";

fn fills(lists: &str, rules: &str) -> String {
    FILLS.replace(" LISTS", lists) + rules
}

/// Rows enter windows in order of time, whenever they are copied.
fn windows_are_filled_in_order_of_time<E: Rows>(make: fn(Program) -> E) {
    let before = rulec::compile(&fills("", "")).0.expect("it compiles");
    let change = change(&fills(
        ", window (account by ts) = 4",
        "rule busy on ask ((select sum(quantity) from fill_log
                            where account = ask.account and ts > ask.ts) < 60);",
    ));
    let mut asked = [0; 3];
    for seed in 0..150 {
        let mut rng = Rng::new(seed, 0);
        let mut desk = Desk::new(make(before.clone()));
        let (mut time, mut next) = (0, 0);
        let steps = rng.between(0, 3);
        let mut event = |desk: &mut Desk<E>, rng: &mut Rng| {
            time += rng.between(0, 2) as i64;
            // Of two rows with one time, the key decides.
            next += 1;
            let some = rng.below(next as usize) as i64;
            match rng.below(8) {
                0..4 => desk.send("fill", [next, rng.below(3) as i64, time, rng.below(30) as i64]),
                _ => desk.send("amend", [some, rng.below(30) as i64]),
            };
        };
        for _ in 0..rng.between(0, 60) {
            event(&mut desk, &mut rng);
        }
        desk.begin(&change);
        for _ in 0..rng.between(0, 60) {
            event(&mut desk, &mut rng);
            (0..steps).for_each(|_| drop(desk.step()));
        }
        let mut fresh = fresh(&change, &desk.running, make);
        desk.finish().expect("every row fits");
        for table in (0..change.program().tables.len()).map(|table| TableId(table as u16)) {
            assert_eq!(digest(&desk.running, table), digest(&fresh.running, table), "seed {seed}");
        }
        for (account, ts) in (0..3).flat_map(|account| (-1..130).map(move |ts| (account, ts))) {
            let verdict = desk.send("ask", [account, ts]);
            assert_eq!(verdict, fresh.send("ask", [account, ts]), "seed {seed}: {account} {ts}");
            asked[match verdict.reason {
                None => 0,
                Some(Reason::WindowFull) => 1,
                Some(_) => 2,
            }] += 1;
        }
    }
    assert!(asked.iter().all(|count| *count > 1000), "{asked:?}");
}

fn a_row_that_exceeds_a_new_bound_refuses<E: Rows>(make: fn(Program) -> E) {
    let before = rulec::compile(&fills("", "")).0.expect("it compiles");
    let change = change(&fills(", group (account) = 2", ""));
    let mut desk = Desk::new(make(before));
    for id in 0..9 {
        assert!(desk.send("fill", [id, id / 2, id, 1]).is_accept());
    }
    assert!(desk.send("fill", [20, 3, 20, 1]).is_accept());
    desk.begin(&change);
    let Step::Refused(refusal) = desk.steps() else { panic!("three rows of account 3") };
    let Refusal::Row { table, key, reason } = &refusal else { panic!("{refusal}") };
    assert_eq!((table.as_str(), *reason), ("fill_log", Reason::GroupFull));
    assert!(["id = 6", "id = 7", "id = 20"].contains(&key.as_str()), "{refusal}");
    // A row that leaves the group makes room, and the next one takes it.
    assert!(desk.send("bust", [6]).is_accept());
    assert_eq!(desk.steps(), Step::Done);
    assert!(desk.send("fill", [6, 3, 21, 1]).is_accept(), "the old definitions are in force");
    assert!(matches!(desk.steps(), Step::Refused(_)));
    let refusal = desk.finish().expect_err("three rows of account 3");
    assert!(refusal.to_string().ends_with("is refused by the new rules: group_full"), "{refusal}");
    // It goes on as if there had been no change, and a later one can be made.
    assert!(desk.send("fill", [30, 3, 30, 1]).is_accept());
    assert_eq!(desk.rows("fill_log").len(), 11);
    for id in [6, 7] {
        assert!(desk.send("bust", [id]).is_accept());
    }
    desk.begin(&change);
    desk.finish().expect("every row fits");
    assert_eq!(desk.send("fill", [40, 3, 40, 1]).reason, Some(Reason::GroupFull));
    assert!(desk.send("fill", [40, 4, 40, 1]).is_accept());
}

fn a_row_that_is_an_error_refuses<E: Rows>(make: fn(Program) -> E) {
    let before = rulec::compile(&fills("", "")).0.expect("it compiles");
    let change = change(&fills(
        "",
        "rule shares on ask ((select sum(100 / quantity) from fill_log
                              where account = ask.account) < 1000);",
    ));
    let mut desk = Desk::new(make(before));
    for (id, quantity) in [(1, 5), (2, 0), (3, 7)] {
        assert!(desk.send("fill", [id, 1, id, quantity]).is_accept());
    }
    desk.begin(&change);
    let Step::Refused(refusal) = desk.steps() else { panic!("a quantity is zero") };
    assert_eq!(
        refusal.to_string(),
        "the row of table `fill_log` with id = 2 is refused by the new rules: division_by_zero"
    );
    // The row is copied when it fits, and its copy is dropped when it does not any more.
    assert!(desk.send("amend", [2, 4]).is_accept());
    assert_eq!(desk.steps(), Step::Done);
    assert!(desk.send("amend", [3, 0]).is_accept());
    assert!(matches!(desk.steps(), Step::Refused(Refusal::Row { key, .. }) if key == "id = 3"));
    assert!(desk.send("bust", [3]).is_accept());
    desk.finish().expect("every row fits");
    assert_eq!(desk.rows("fill_log"), ["1 1 1 5", "2 1 2 4"]);
    assert!(desk.send("ask", [1, 0]).is_accept());
    assert_eq!(desk.send("amend", [1, 0]).reason, Some(Reason::DivisionByZero));
}

fn windows_of_newest_times_need_rows_that_stay<E: Rows>(make: fn(Program) -> E) {
    let rules = |rules: &str| fills("", rules).replace("rows = 200", "rows = 5000");
    let before = rulec::compile(&rules("")).0.expect("it compiles");
    let drops = [
        "on again (update fill_log set ts = again.ts where id = again.id);",
        "on bust (delete from fill_log where id = bust.id);",
    ];
    let counted = drops.iter().fold(
        rules(
            "rule twice on ask ((select count(*) from fill_log
                                 where account = ask.account and ts > ask.ts) < 3);",
        ),
        |text, dropped| text.replace(dropped, ""),
    );
    let change = change(&counted);
    let mut desk = Desk::new(make(before));
    for id in 1..6 {
        assert!(desk.send("fill", [id, 1, 10 * id, 1]).is_accept());
    }
    for (message, values) in [("bust", vec![1]), ("again", vec![1, 99])] {
        desk.begin(&change);
        assert_eq!(desk.steps(), Step::Done);
        let values: Vec<FieldValue<'_>> = values.into_iter().map(FieldValue::Number).collect();
        assert!(desk.send_values(message, &values).is_accept());
        let is_first = message == "bust";
        let refusal = desk.finish().expect_err("the row was counted");
        let counted = Refusal::Counted { table: "fill_log".into(), key: "id = 1".into() };
        assert_eq!(refusal, counted, "{message}");
        if is_first {
            assert!(desk.send("fill", [1, 1, 10, 1]).is_accept());
        }
    }
    // What no window reads can change, and what is not copied yet too.
    desk.begin(&change);
    assert!(desk.send("bust", [5]).is_accept());
    assert_eq!(desk.steps(), Step::Done);
    assert!(desk.send("amend", [2, 77]).is_accept());
    assert!(desk.send("fill", [9, 2, 5, 1]).is_accept());
    desk.finish().expect("no counted row changed");
    assert_eq!(desk.rows("fill_log").len(), 5);
    assert_eq!(desk.rows("fill_log$newest1"), ["1 99 40 30", "2 5 - -"]);
    assert!(desk.send("ask", [1, 30]).is_accept());
    assert!(!desk.send("ask", [1, 29]).is_accept());
}

fn settings_and_texts_are_kept<E: Rows>(make: fn(Program) -> E) {
    let rules = |columns: &str, more: &str| {
        format!(
            "create parameter most int = 10;
             create table client (name char(8) primary key, {columns}) with (rows = 8);
             create message buy (name char(8) not null, note char(8), quantity int not null);
             {more}
             rule size (buy.quantity < most);
             rule known (exists (select 1 from client where name = buy.name));
             on reject of buy (insert into client (name, note) values (buy.name, buy.note));"
        )
    };
    let before = rulec::compile(&rules("note char(8)", "")).0.expect("it compiles");
    let change = change(&rules(
        "rank int, note char(12)",
        "create parameter least int = 2;
         rule least_size (buy.quantity >= least);
         rule vip (coalesce((select note from client where name = buy.name), '') <> 'AB');",
    ));
    let mut desk = Desk::new(make(before));
    let buy = |desk: &mut Desk<E>, name: &str, note: Option<&str>, quantity: i64| {
        let note = note.map_or(FieldValue::Null, |note| FieldValue::Text(note.as_bytes()));
        let values = [FieldValue::Text(name.as_bytes()), note, FieldValue::Number(quantity)];
        desk.send_values("buy", &values)
    };
    for (name, note) in [("ZED", Some("AB")), ("AB", None), ("B", Some("ZED"))] {
        assert!(!buy(&mut desk, name, note, 1).is_accept());
    }
    assert!(desk.send("parameter.most", [20]).is_accept());
    desk.begin(&change);
    desk.step();
    desk.running.set_mode(RuleId(1), Mode::Warn).expect("there is a rule known");
    assert!(!buy(&mut desk, "C", Some("AB"), 50).is_accept());
    desk.finish().expect("every row fits");
    assert_eq!(desk.rows("client"), ["AB - -", "B - ZED", "C - AB", "ZED - AB"]);
    let modes = [0, 1, 2, 3].map(|rule| desk.running.mode(RuleId(rule)));
    let names: Vec<&str> = change.program().rules.iter().map(|rule| rule.name.as_str()).collect();
    assert_eq!(names, ["least_size", "vip", "size", "known"]);
    assert_eq!(modes, [Mode::Block, Mode::Block, Mode::Block, Mode::Warn].map(Some));
    // The parameter that was changed keeps its value, the new one has its first.
    assert!(buy(&mut desk, "B", None, 19).is_accept());
    assert_eq!(buy(&mut desk, "B", None, 20).rule, Some(RuleId(2)));
    assert_eq!(buy(&mut desk, "B", None, 1).rule, Some(RuleId(0)));
    assert_eq!(buy(&mut desk, "ZED", None, 5).rule, Some(RuleId(1)));
}

fn a_copy_stays_exact_after_the_last_step<E: Rows>(make: fn(Program) -> E) {
    let before = rulec::compile(&fills("", "")).0.expect("it compiles");
    let change = change(&fills(
        "",
        "rule total on ask ((select max(quantity) from fill_log where account = ask.account) < 9);",
    ));
    let mut desk = Desk::new(make(before));
    for id in 0..4 {
        assert!(desk.send("fill", [id, 1, id, id]).is_accept());
    }
    desk.begin(&change);
    let steps = (0..4).map(|_| desk.step()).filter(|step| *step == Step::Copied).count();
    assert_eq!(steps, 4, "a step copies a row");
    assert_eq!(desk.step(), Step::Done);
    for event in 0..40 {
        match event % 4 {
            0 => desk.send("fill", [100 + event, event % 3, event, event]),
            1 => desk.send("amend", [event % 7, event]),
            2 => desk.send("bust", [event % 9]),
            _ => desk.send("again", [event % 5, event]),
        };
        let filling = desk.filling.as_ref().expect("it was begun");
        assert!(filling.is_done(), "nothing is left after a message");
    }
    let mut fresh = fresh(&change, &desk.running, make);
    desk.finish().expect("every row fits");
    for table in (0..change.program().tables.len()).map(|table| TableId(table as u16)) {
        assert_eq!(digest(&desk.running, table), digest(&fresh.running, table));
    }
    for account in 0..3 {
        assert_eq!(desk.send("ask", [account, 0]), fresh.send("ask", [account, 0]));
    }
}

fn a_cancelled_change_leaves_nothing<E: Rows>(make: fn(Program) -> E) {
    let before = rulec::compile(&fills("", "")).0.expect("it compiles");
    let change = change(&fills(", group (account) = 2", ""));
    let mut desk = Desk::new(make(before.clone()));
    assert!(desk.send("fill", [1, 1, 1, 1]).is_accept());
    desk.begin(&change);
    assert!(desk.send("fill", [2, 1, 1, 1]).is_accept());
    let filling = desk.filling.take().expect("it was begun");
    filling.cancel(&mut desk.running);
    assert!(desk.send("fill", [3, 1, 1, 1]).is_accept());
    assert_eq!(desk.running.touched(TableId(0)), [0_u32; 0]);
    assert_eq!(desk.running.program(), &before);
}

fn effects_of_a_reject_are_followed<E: Rows>(make: fn(Program) -> E) {
    let more = "rule never on ask (ask.account > 100);
                on reject of ask (
                    update fill_log set quantity = quantity + 1 where id = ask.account;
                    delete from fill_log where id = ask.ts
                );";
    let before = rulec::compile(&fills("", more)).0.expect("it compiles");
    let all = format!(
        "{more} rule some on fill (
             (select count(*) from fill_log where quantity = fill.quantity) < 2);"
    );
    let change = change(&fills("", &all));
    let mut desk = Desk::new(make(before));
    for id in 1..5 {
        assert!(desk.send("fill", [id, 1, id, id]).is_accept());
    }
    desk.begin(&change);
    assert_eq!(desk.steps(), Step::Done);
    assert!(!desk.send("ask", [1, 4]).is_accept());
    desk.finish().expect("every row fits");
    assert_eq!(desk.rows("fill_log"), ["1 1 1 2", "2 1 2 2", "3 1 3 3"]);
    assert!(!desk.send("fill", [9, 1, 9, 2]).is_accept());
    assert!(desk.send("fill", [9, 1, 9, 3]).is_accept());
}
