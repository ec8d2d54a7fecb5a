// SPDX-License-Identifier: Apache-2.0

//! What a change of the definitions would lose is refused by name.

use engine::change::{Change, ChangeError, Plan};
use engine::program::Program;
use engine::takeover::check;

const TABLES: &str = "
    create table account (id int primary key, name char(8), limit_left int8 not null, note int2)
        with (rows = 100);
    create table deal (id int8, account int, quantity decimal(9,2) not null,
                       primary key (id, account)) with (rows = 50);
    create parameter most int = 10;
    create message trade (id int8 not null, account int not null, quantity decimal(9,2) not null);
    rule size (trade.quantity < most);
";

fn program(rules: &str) -> Program {
    let (program, diagnostics) = rulec::compile(rules);
    program.unwrap_or_else(|| panic!("{}", diagnostics[0].render("new.rules", rules, false)))
}

/// The refusals of the tables with some text replaced, as text.
fn refusals(replaced: &[(&str, &str)]) -> Vec<String> {
    let next = replaced.iter().fold(TABLES.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "there is no `{from}`");
        text.replace(from, to)
    });
    let refused = Plan::new(&program(TABLES), &program(&next)).err().unwrap_or_default();
    refused.iter().map(ToString::to_string).collect()
}

fn refusal(from: &str, to: &str) -> String {
    let all = refusals(&[(from, to)]);
    assert_eq!(all.len(), 1, "{from} -> {to}: {all:?}");
    all.into_iter().next().unwrap_or_default()
}

#[test]
fn what_only_adds_is_planned() {
    for added in [
        &[][..],
        &[("note int2", "note int8, remark char(4), open boolean")],
        &[(
            "note int2",
            "note int2 default 5, risk int not null default 0, open boolean default true",
        )],
        &[("rows = 100", "rows = 101"), ("rows = 50", "rows = 4000")],
        &[("name char(8)", "branch int, name char(16)")],
        &[("decimal(9,2) not null,\n", "decimal(12,2),\n")],
        &[("create parameter", "create table t (a int primary key); create parameter")],
        &[("create parameter", "create parameter least int = 1; create parameter")],
        &[("create message", "create message m (a int not null); create message")],
        &[("rule size (trade.quantity < most)", "rule other (trade.quantity < 5)")],
        &[(
            "rule size",
            "rule total ((select sum(quantity) from deal where account = trade.account) < 9);
             rule size",
        )],
    ] {
        assert_eq!(refusals(added), [""; 0], "{added:?}");
    }
}

#[test]
fn what_would_be_lost_is_refused_by_name() {
    assert_eq!(
        refusal("create table deal", "create table deals"),
        "table `deal` is not declared by the new rules: its rows would be lost"
    );
    assert_eq!(
        refusal(", note int2", ""),
        "column `note` of table `account` is not declared by the new rules: its values would be \
         lost"
    );
    assert_eq!(
        refusals(&[("create parameter most int = 10;", ""), ("< most", "< 10")]),
        ["parameter `most` is not declared by the new rules: its value would be lost"]
    );
    assert_eq!(
        refusal("rows = 100", "rows = 99"),
        "table `account` holds up to 100 rows and would hold 99: rows could be lost"
    );
    assert_eq!(
        refusal("primary key (id, account)", "primary key (id)").as_str(),
        "table `deal` has another key by the new rules: rows could be lost"
    );
    assert_eq!(
        refusal("name char(8)", "name char(8) not null"),
        "column `name` of table `account` can be NULL and would be `not null`"
    );
}

#[test]
fn columns_keep_their_values() {
    for (from, to, column, old, new) in [
        ("name char(8)", "name char(7)", "name", "CHAR(8)", "CHAR(7)"),
        ("note int2", "note date", "note", "SMALLINT", "DATE"),
        ("limit_left int8", "limit_left int", "limit_left", "INT8", "INT"),
        ("limit_left int8", "limit_left decimal(18,0)", "limit_left", "INT8", "DECIMAL(18,0)"),
        ("limit_left int8", "limit_left timestamp", "limit_left", "INT8", "TIMESTAMP"),
    ] {
        assert_eq!(
            refusal(from, to),
            format!(
                "column `{column}` of table `account` is {old} and would be {new}, which does not \
                 hold all its values"
            )
        );
    }
    let narrower =
        refusals(&[("quantity decimal(9,2) not null,\n", "quantity decimal(8,2) not null,\n")]);
    assert_eq!(narrower.len(), 1, "{narrower:?}");
    let finer =
        refusals(&[("quantity decimal(9,2) not null,\n", "quantity decimal(12,3) not null,\n")]);
    assert_eq!(finer.len(), 1, "{finer:?}");
}

#[test]
fn a_new_column_needs_a_value_for_rows_that_exist() {
    assert_eq!(
        refusal("note int2", "note int2, risk int not null"),
        "column `risk` of table `account` is new and `not null`: rows that exist have no value for \
         it; give it a `default`, or leave out `not null`"
    );
}

#[test]
fn a_default_can_change() {
    for (before, after) in [("", "default 7"), ("default 5", "default 7"), ("default 5", "")] {
        let with = |default: &str| {
            let declared = format!("note int2 {default}");
            program(&TABLES.replace("note int2", &declared))
        };
        let [running, next] = [with(before), with(after)];
        assert_ne!(running.tables, next.tables);
        assert!(Plan::new(&running, &next).is_ok(), "{before} -> {after}");
        assert_eq!(check(&running, &next), Ok(()), "{before} -> {after}");
    }
}

#[test]
fn messages_that_are_on_their_way_keep_their_meaning() {
    let rules = "rule size (trade.quantity < most);";
    assert_eq!(
        refusals(&[
            ("create message trade (", "create message order_entry ("),
            (rules, "rule size (order_entry.quantity < most);"),
        ]),
        ["message `trade` is not declared by the new rules: those that are on their way would \
             be lost"]
    );
    for (to, field) in [
        ("account int not null, side char(1), quantity", "side"),
        ("account int8 not null, quantity", "account"),
        ("account int, quantity", "account"),
    ] {
        let from = "account int not null, quantity";
        assert_eq!(
            refusal(from, to),
            format!(
                "message `trade` has other fields by the new rules, first `{field}`: those that \
                 are on their way would be lost; declare another message"
            )
        );
    }
}

#[test]
fn everything_is_reported_at_once() {
    let all =
        refusals(&[("rows = 100", "rows = 9"), ("rows = 50", "rows = 8"), (", note int2", "")]);
    assert_eq!(all.len(), 3, "{all:?}");
}

#[test]
fn frames_on_their_way_get_the_kind_byte_of_the_new_program() {
    let running = program(TABLES);
    let next =
        TABLES.replace("create message", "create message m (a int not null); create message");
    let plan = Plan::new(&running, &program(&next)).expect("nothing is lost");
    // `trade` and the parameter, which follows it.
    assert_eq!([0, 1, 2].map(|kind| plan.kind(kind)), [Some(1), Some(2), None]);
}

#[test]
fn a_filler_is_that_of_its_program() {
    let compiled = rulec::compile_change(TABLES).0.expect("it compiles");
    let (program, filler) = (compiled.programs[0].clone(), compiled.filler.expect("asked for"));
    assert!(Change::new(program.clone(), filler.clone()).is_ok());
    assert_eq!(Change::new(program.clone(), program.clone()), Err(ChangeError::OtherTables));
    let other = rulec::compile_change(&TABLES.replace("rows = 50", "rows = 51")).0;
    let other = other.and_then(|compiled| compiled.filler).expect("it compiles");
    assert_eq!(Change::new(program.clone(), other), Err(ChangeError::OtherTables));
    let unsound = Program { transactions: Vec::new(), ..filler };
    assert!(matches!(Change::new(program, unsound), Err(ChangeError::Filler(_))));
}
