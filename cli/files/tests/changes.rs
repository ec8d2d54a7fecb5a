// SPDX-License-Identifier: Apache-2.0

//! Events of rule sets that follow each other in one file.

use engine::change::{Change, make};
use engine::executor::Executor;
use engine::program::Program;
use engine::reference::Reference;
use expect_test::expect;
use files::csv_input::CsvReader;
use files::dump::dump_tables;
use files::events::EventReader;
use files::verdicts::{HEADER, push_line};
use std::fs;

const TODAY: &str = "
    create table trade_log (id int primary key, quantity int not null) with (rows = 3);
    create message trade (id int not null, quantity int not null);
    rule size (trade.quantity < 100)
    on trade (insert into trade_log values (trade.id, trade.quantity))
";

const NEXT: &str = "
    create message stop (id int not null, why char(8));
    create table stopped (id int primary key, why char(8)) with (rows = 9);
    create table trade_log (desk char(4), id int primary key, quantity int not null)
    with (rows = 9);
    create message trade (id int not null, quantity int not null);
    rule going on trade (not exists (select 1 from stopped where id = trade.id))
    rule sum_of on trade ((select sum(quantity) from trade_log) < 100)
    on trade (insert into trade_log values (null, trade.id, trade.quantity))
    on stop (insert into stopped values (stop.id, stop.why))
";

const EVENTS: &str = "message,id,quantity,why\n\
    trade,1,99,\n\
    trade,2,100,\n\
    trade,3,2,\n\
    stop,9,,late\n\
    trade,9,1,\n\
    trade,4,1,\n";

fn compiled(rules: &str) -> (Program, Program) {
    let (compiled, diagnostics) = rulec::compile_change(rules);
    let mut compiled = compiled.unwrap_or_else(|| panic!("{diagnostics:?}"));
    (compiled.programs.remove(0), compiled.filler.expect("it was asked for"))
}

#[test]
fn events_are_messages_of_the_program_in_force() {
    let (today, (next, filler)) = (compiled(TODAY).0, compiled(NEXT));
    let change = Change::new(next.clone(), filler).expect("it is its filler");
    let mut executor = Reference::new(today.clone()).expect("it is sound");
    let csv = CsvReader::new("events.csv", EVENTS.as_bytes());
    let mut reader = EventReader::new_all(csv, &[&today, &next]).expect("the header is good");
    let mut text = HEADER.to_owned();
    loop {
        if reader.sequence() == 3 {
            assert!(make(&mut executor, &change).is_ok(), "nothing is lost");
            reader.set_program(&next);
        }
        let Some(event) = reader.next_event().expect("the events are good") else { break };
        let program = executor.program().clone();
        let verdict = executor.execute(event.frame);
        push_line(&mut text, &program, event.sequence, event.message, &verdict);
    }
    expect![[r#"
        seq,message,verdict,rule,reason,warnings,effects
        1,trade,accept,,,,
        2,trade,reject,size,false,,
        3,trade,accept,,,,
        4,stop,accept,,,,
        5,trade,reject,going,false,,
        6,trade,reject,sum_of,false,,
    "#]]
    .assert_eq(&text);

    let folder = tempfile::tempdir().expect("there is room for temporary files");
    dump_tables(&executor, folder.path(), false, &mut |_| ()).expect("it can be written");
    let file = |name: &str| fs::read_to_string(folder.path().join(name)).expect("it is written");
    expect![[r#"
        desk,id,quantity
        ,1,99
        ,3,2
    "#]]
    .assert_eq(&file("trade_log.csv"));
    expect![[r#"
        id,why
        9,late
    "#]]
    .assert_eq(&file("stopped.csv"));
}

#[test]
fn a_message_that_comes_before_its_program_is_an_error() {
    let (today, next) = (compiled(TODAY).0, compiled(NEXT).0);
    let csv = CsvReader::new("events.csv", &b"message,id,why\nstop,1,late\n"[..]);
    let mut reader = EventReader::new_all(csv, &[&today, &next]).expect("the header is good");
    let error = reader.next_event().expect_err("there is no such message yet").to_string();
    assert!(error.contains("stop"), "{error}");
}
