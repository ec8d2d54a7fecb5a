// SPDX-License-Identifier: Apache-2.0

//! Rows `job` of an events file, and the file of the rows on which a step failed.

use engine::executor::Executor;
use engine::frame::JobStart;
use engine::job::{JobRun, StepEnd};
use engine::program::Program;
use engine::reference::Reference;
use expect_test::expect;
use files::csv_input::CsvReader;
use files::events::EventReader;
use files::verdicts;
use std::sync::Arc;

const RULES: &str = "
    create table deal (
        account int, ticket char(8), day date, quantity smallint not null,
        primary key (account, ticket, day)
    );
    create message buy (
        account int not null, ticket char(8) not null, day date not null, quantity int not null
    );
    rule any_buy on buy (true);
    on buy (insert into deal values (buy.account, buy.ticket, buy.day, buy.quantity::smallint));
    create job \"涨\" for each row of deal d where d.quantity > 0 (
        update deal set quantity = d.quantity * 1000
        where account = d.account and ticket = d.ticket and day = d.day
    );
    create job empty for each row of deal (
        delete from deal where account = deal.account and ticket = deal.ticket and day = deal.day
    );
";

fn program() -> Arc<Program> {
    let (program, diagnostics) = rulec::compile(RULES);
    Arc::new(program.unwrap_or_else(|| panic!("{diagnostics:?}")))
}

/// The verdicts of events, and the lines of the rows on which a step failed.
fn run(events: &str) -> (String, String) {
    let program = program();
    let mut executor = Reference::new(Arc::clone(&program)).expect("the program is valid");
    let csv = CsvReader::new("events.csv", events.as_bytes());
    let mut reader = EventReader::new(csv, &program).expect("the header is good");
    let (mut text, mut failed) = (verdicts::HEADER.to_owned(), files::jobs::HEADER.to_owned());
    while let Some(event) = reader.next_event().expect("the events are good") {
        let (sequence, message) = (event.sequence, event.message);
        let verdict = executor.execute(event.frame);
        verdicts::push_line(&mut text, &program, sequence, message, &verdict);
        let start = JobStart::read(event.frame).filter(|_| verdict.is_accept());
        let Some(JobStart { job }) = start else { continue };
        let mut run = JobRun::start(&mut executor, job, sequence).expect("there is the job");
        run.finish(&mut executor, &mut |step, verdict| {
            if let StepEnd::Failed(_) = StepEnd::of(verdict) {
                files::jobs::push_line(&mut failed, &program, sequence, step, verdict);
            }
            true
        });
    }
    (text, failed)
}

#[test]
fn rows_start_jobs_and_rows_that_fail_are_lines() {
    let events = "message,account,ticket,day,quantity,job\n\
        buy,1,A,2024-02-29,5,\n\
        buy,-7,\"x,y\",2024-03-01,40,\n\
        buy,-7,B|C,1969-12-31,40,\n\
        job,,,,,涨\n\
        JOB,,,,,涨\n\
        job,,,,,no_job\n\
        job,,,,,\n\
        job,,,,,EMPTY\n\
        buy,1,A,2024-02-29,5,\n";
    let (verdicts, failed) = run(events);
    expect![[r#"
        seq,message,verdict,rule,reason,warnings,effects
        1,buy,accept,,,,
        2,buy,accept,,,,
        3,buy,accept,,,,
        4,job,accept,,,,
        5,job,accept,,,,
        6,job,reject,,malformed,,
        7,job,reject,,malformed,,
        8,job,accept,,,,
        9,buy,accept,,,,
    "#]]
    .assert_eq(&verdicts);
    expect![[r#"
        seq,job,key,rule,reason
        4,涨,-7|B|C|1969-12-31,,overflow
        4,涨,"-7|x,y|2024-03-01",,overflow
        5,涨,-7|B|C|1969-12-31,,overflow
        5,涨,"-7|x,y|2024-03-01",,overflow
        5,涨,1|A|2024-02-29,,overflow
    "#]]
    .assert_eq(&failed);
}

#[test]
fn a_row_of_a_job_has_one_field_and_no_step_can_be_written() {
    let error = |events: &str| {
        let program = program();
        let csv = CsvReader::new("events.csv", events.as_bytes());
        let mut reader = EventReader::new(csv, &program).expect("the header is good");
        reader.next_event().expect_err("the row is refused").to_string()
    };
    expect![[r#"
        events.csv:2: column 2 (account): `job` has no field `account`, but the cell is not empty
          help: leave the cell empty"#]]
    .assert_eq(&error("message,account,job\njob,1,empty\n"));
    expect![[r#"
        events.csv:2: column `job` is missing: `job` needs it
          help: add `job` to the header"#]]
    .assert_eq(&error("message,account\njob,\n"));
    expect![[r#"
        events.csv:2: column 1 (message): there is no message `empty$step`
          help: the messages are buy"#]]
    .assert_eq(&error("message,account\nempty$step,1\n"));
}
