// SPDX-License-Identifier: Apache-2.0

//! Jobs on the reference and on the twin: which rows they visit, in which order, and what becomes
//! of each; and programs whose jobs are not sound.

use engine::executor::{Cell, Executor};
use engine::frame::{FieldValue, JobStart};
use engine::image::{decode, encode};
use engine::job::{JobDef, JobId, JobRun, StepEnd};
use engine::machine::FRAME_BYTES_MAX;
use engine::program::{FrameKind, Program};
use engine::reference::Reference;
use engine::schema::{MessageId, TableId, Type};
use engine::takeover::{self, Part, TakeoverError};
use engine::twin::Twin;
use engine::validate::{Place, Problem, validate};
use engine::verdict::{Reason, Verdict};

const RULES: &str = "
create table holding (
    account int, ticket char(4), quantity smallint, divisor int not null,
    primary key (account, ticket)
) with (rows = 20);
create table archive (account int primary key, ticket char(4)) with (rows = 2);
create message set_quantity (account int not null, ticket char(4) not null, quantity smallint);
rule any_change on set_quantity (true);
on set_quantity (
    insert into holding values (set_quantity.account, set_quantity.ticket, set_quantity.quantity, 1)
    on conflict (account, ticket) do update set quantity = excluded.quantity
);
create message clear (account int not null, ticket char(4) not null);
rule any_clear on clear (true);
on clear (delete from holding h where h.account = clear.account and h.ticket = clear.ticket);

create job double for each row of holding as h where h.quantity / h.divisor > 0 (
    update holding set quantity = h.quantity * 2 where account = h.account and ticket = h.ticket
);
create job move for each row of holding (
    delete from holding where account = holding.account and ticket = holding.ticket;
    insert into archive values (account, ticket)
);
";
const DOUBLE: JobId = JobId(0);
const MOVE: JobId = JobId(1);

fn program() -> Program {
    let (program, diagnostics) = rulec::compile(RULES);
    program.unwrap_or_else(|| panic!("{diagnostics:?}"))
}

/// Both executors without rows.
fn executors() -> [(&'static str, Box<dyn Executor>); 2] {
    let reference = Reference::new(program()).expect("the program is sound");
    let twin = Twin::new(program()).expect("the program is sound");
    [("reference", Box::new(reference)), ("twin", Box::new(twin))]
}

fn frame(program: &Program, kind: FrameKind, values: &[FieldValue<'_>]) -> Vec<u8> {
    let layout = program.layout(kind);
    let mut buffer = [0; FRAME_BYTES_MAX];
    layout.write(1, values, &mut buffer).expect("the values fit").to_vec()
}

/// Sends a message to an executor. The first field is the account.
fn send(executor: &mut dyn Executor, name: &str, account: i64, more: &[FieldValue<'_>]) {
    let message = executor.program().message(name).expect("it is declared");
    let values = [&[FieldValue::Number(account)], more].concat();
    let frame = frame(executor.program(), FrameKind::Message(message), &values);
    assert_eq!(executor.execute(&frame), Verdict::ACCEPT, "{name} {account}");
}

fn load(executor: &mut dyn Executor, rows: &[(i64, &str, Option<i64>, i64)]) {
    for (account, ticket, quantity, divisor) in rows {
        let quantity = quantity.map_or(FieldValue::Null, FieldValue::Number);
        let ticket = FieldValue::Text(ticket.as_bytes());
        let values = [FieldValue::Number(*account), ticket, quantity, FieldValue::Number(*divisor)];
        let row = frame(executor.program(), FrameKind::Row(TableId(0)), &values);
        assert_eq!(executor.load(&row), Verdict::ACCEPT);
    }
}

/// The rows of `holding`: account, ticket and quantity.
fn rows(executor: &dyn Executor) -> Vec<(i64, String, Option<i64>)> {
    let mut rows = Vec::new();
    executor.visit_rows(TableId(0), &mut |row| match row {
        [Cell::Number(account), Cell::Text(ticket), Cell::Number(quantity), _] => {
            rows.push((*account, (*ticket).to_owned(), Some(*quantity)));
        }
        [Cell::Number(account), Cell::Text(ticket), Cell::Null, _] => {
            rows.push((*account, (*ticket).to_owned(), None));
        }
        other => panic!("{other:?}"),
    });
    rows
}

/// The keys of the steps that are left.
fn keys(program: &Program, run: &JobRun) -> Vec<(i64, String)> {
    let kind = FrameKind::Message(program.jobs[usize::from(run.job().0)].step);
    let layout = program.layout(kind);
    let mut run = run.clone();
    let mut keys = Vec::new();
    while let Some(step) = run.next_step() {
        match (layout.read(step, 0), layout.read(step, 1)) {
            (Ok(FieldValue::Number(account)), Ok(FieldValue::Text(ticket))) => {
                keys.push((account, String::from_utf8_lossy(ticket).into_owned()));
            }
            other => panic!("{other:?}"),
        }
        run.advance();
    }
    keys
}

fn key(account: i64, ticket: &str) -> (i64, String) {
    (account, ticket.to_owned())
}

#[test]
fn the_keys_are_those_of_the_rows_that_meet_the_condition_in_order() {
    for (name, mut executor) in executors() {
        let all = [
            (7, "b", Some(5), 1),
            (-3, "z", Some(5), 1),
            (7, "B", Some(5), 1),
            (7, "ba", Some(5), 1),
            // Neither TRUE: FALSE and NULL.
            (8, "x", Some(0), 1),
            (8, "y", None, 1),
            // An error, which its step will report.
            (9, "e", Some(5), 0),
        ];
        load(&mut *executor, &all);
        let program = executor.program().clone();
        let run = JobRun::start(&mut *executor, DOUBLE, 1).expect("there is a job");
        let expected = [key(-3, "z"), key(7, "B"), key(7, "b"), key(7, "ba"), key(9, "e")];
        assert_eq!(keys(&program, &run), expected, "{name}");
        let run = JobRun::start(&mut *executor, MOVE, 1).expect("there is a job");
        assert_eq!(run.steps(), all.len(), "{name}");
        assert_eq!(JobRun::start(&mut *executor, JobId(2), 1), None);
    }
}

#[test]
fn a_row_that_is_gone_or_changed_is_skipped_and_a_new_one_is_not_visited() {
    for (name, mut executor) in executors() {
        let executor = &mut *executor;
        load(executor, &[(1, "A", Some(5), 1), (2, "A", Some(6), 1), (3, "A", Some(7), 1)]);
        load(executor, &[(4, "A", Some(0), 1), (5, "A", Some(30_000), 1), (6, "A", Some(8), 0)]);
        load(executor, &[(7, "A", Some(9), 1)]);
        let mut run = JobRun::start(executor, DOUBLE, 1).expect("there is a job");
        let text = |text: &'static str| FieldValue::Text(text.as_bytes());
        send(executor, "clear", 1, &[text("A")]);
        send(executor, "set_quantity", 2, &[text("A"), FieldValue::Null]);
        send(executor, "set_quantity", 3, &[text("A"), FieldValue::Number(10)]);
        // This one meets the condition only now.
        send(executor, "set_quantity", 4, &[text("A"), FieldValue::Number(1)]);
        send(executor, "set_quantity", 5, &[text("B"), FieldValue::Number(1)]);
        let mut ends = Vec::new();
        run.finish(executor, &mut |_, verdict| {
            assert_eq!(verdict.rule, None);
            ends.push(StepEnd::of(verdict));
            true
        });
        let expected = [
            StepEnd::Skipped,
            StepEnd::Skipped,
            StepEnd::Done,
            StepEnd::Failed(Reason::Overflow),
            StepEnd::Failed(Reason::DivisionByZero),
            StepEnd::Done,
        ];
        assert_eq!(ends, expected, "{name}");
        let row = |account, ticket: &str, quantity| (account, ticket.to_owned(), quantity);
        let expected = [
            row(2, "A", None),
            row(3, "A", Some(20)),
            row(4, "A", Some(1)),
            row(5, "A", Some(30_000)),
            row(5, "B", Some(1)),
            row(6, "A", Some(8)),
            row(7, "A", Some(18)),
        ];
        assert_eq!(rows(executor), expected, "{name}");
    }
}

#[test]
fn a_row_is_gone_for_a_second_run_and_one_without_room_stays() {
    for (name, mut executor) in executors() {
        let executor = &mut *executor;
        load(executor, &[(1, "A", None, 1), (1, "B", None, 1), (2, "A", None, 1)]);
        load(executor, &[(3, "A", None, 1)]);
        let mut first = JobRun::start(executor, MOVE, 1).expect("there is a job");
        let mut second = JobRun::start(executor, MOVE, 2).expect("there is a job");
        let mut ends = Vec::new();
        for run in [&mut first, &mut second] {
            run.finish(executor, &mut |_, verdict| {
                ends.push(StepEnd::of(verdict));
                true
            });
        }
        use StepEnd::{Done, Failed, Skipped};
        let (twice, full) = (Failed(Reason::DuplicateKey), Failed(Reason::TableFull));
        let expected = [Done, twice, Done, full, Skipped, twice, Skipped, full];
        assert_eq!(ends, expected, "{name}");
        let left = rows(executor).into_iter().map(|(account, ticket, _)| (account, ticket));
        assert_eq!(left.collect::<Vec<_>>(), [key(1, "B"), key(3, "A")], "{name}");
    }
}

#[test]
fn only_the_host_sends_steps_and_it_sends_nothing_else_so() {
    for (name, mut executor) in executors() {
        let executor = &mut *executor;
        load(executor, &[(1, "A", Some(5), 1)]);
        let run = JobRun::start(executor, DOUBLE, 1).expect("there is a job");
        let step = run.next_step().expect("it has a row").to_vec();
        let malformed = Verdict::refused(Reason::Malformed);
        assert_eq!((executor.execute(&step), executor.load(&step)), (malformed, malformed));
        let program = executor.program().clone();
        let text = FieldValue::Text(b"A");
        let values = [FieldValue::Number(1), text];
        let message = frame(&program, FrameKind::Message(MessageId(1)), &values);
        let row = [FieldValue::Number(9), text, FieldValue::Null, FieldValue::Number(1)];
        let row = frame(&program, FrameKind::Row(TableId(0)), &row);
        let mut buffer = [0; FRAME_BYTES_MAX];
        let start = JobStart { job: DOUBLE }.write(1, &mut buffer).to_vec();
        for other in [&message[..], &row, &start, &step[..step.len() - 1], &[]] {
            assert_eq!(executor.step(other), malformed, "{name} {other:?}");
        }
        assert_eq!(executor.execute(&start), Verdict::ACCEPT);
        let unknown = JobStart { job: JobId(2) }.write(1, &mut buffer).to_vec();
        assert_eq!(executor.execute(&unknown), malformed);
        assert_eq!(rows(executor).len(), 1, "{name}");
        assert_eq!(executor.step(&step), Verdict::ACCEPT);
    }
}

#[test]
fn images_hold_jobs_and_unsound_ones_are_refused() {
    let sound = program();
    assert_eq!(decode(&encode(&sound)), Ok(sound.clone()));
    let refused = |change: &dyn Fn(&mut Program)| {
        let mut program = sound.clone();
        change(&mut program);
        let error = validate(&program).expect_err("it is not sound");
        (error.place, error.problem)
    };
    let job = |change: &dyn Fn(&mut JobDef)| refused(&|program| change(&mut program.jobs[1]));
    let expected = (Place::Job(1), Problem::Job);
    assert_eq!(job(&|job| job.table = TableId(2)), expected);
    assert_eq!(job(&|job| job.table = TableId(1)), expected);
    assert_eq!(job(&|job| job.select = Some(MessageId(1))), expected);
    assert_eq!(job(&|job| job.select = Some(MessageId(99))), expected);
    let taken = Problem::NameTaken("double".into());
    assert_eq!(job(&|job| job.name = "double".into()), (Place::Job(1), taken));
    let name = Problem::Name("a$b".into());
    assert_eq!(job(&|job| job.name = "a$b".into()), (Place::Job(1), name));
    let step = refused(&|program| program.jobs.truncate(1));
    assert_eq!(step, (Place::Message(4), Problem::Name("move$step".into())));
    let order = refused(&|program| program.messages.swap(1, 2));
    assert_eq!(order, (Place::Message(2), Problem::MessageOrder));
    let field = refused(&|program| {
        let step = usize::from(program.jobs[1].step.0);
        program.messages[step].fields[0].ty = Type::Int8;
    });
    assert_eq!(field, expected);
}

#[test]
fn a_program_with_other_jobs_cannot_take_over() {
    let program = |job: &str, table: &str| {
        let rules = format!(
            "create table a (id int primary key);
             create table b (id int primary key);
             create message tick (x int not null);
             rule any_tick on tick (true);
             create job {job} for each row of {table} (delete from {table} where id = {job}.id);"
        );
        rulec::compile(&rules).0.expect("it compiles")
    };
    let running = program("empty", "a");
    assert_eq!(takeover::check(&running, &running), Ok(()));
    let error = takeover::check(&running, &program("empty", "b")).expect_err("a table differs");
    let name = "empty".to_owned();
    assert_eq!(error, TakeoverError::Definition { what: "job", name, part: Part::Visits });
    let error = takeover::check(&running, &program("clear", "a")).expect_err("a name differs");
    let name = "empty$step".to_owned();
    assert_eq!(error, TakeoverError::Definition { what: "message", name, part: Part::Name });
}
