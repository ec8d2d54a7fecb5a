// SPDX-License-Identifier: Apache-2.0

//! Tests in rule files: what they resolve to.

use engine::executor::Executor;
use engine::frame::FieldValue;
use engine::machine::FRAME_BYTES_MAX;
use engine::reference::Reference;
use engine::rule::Mode;
use engine::schema::{ColumnId, MessageId, RuleId, TableId};
use engine::verdict::{Reason, Verdict};
use rulec::source::parse_alone;
use rulec::suite::{Constant, Expected, StepKind, Test};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use testkit::pages::Example;

const RULES: &str = "
    create table account (id int primary key, balance decimal(10,2) not null, name char(8));
    create parameter largest int = 100;
    create message buy (account int not null, cost decimal(8,2) not null, note char(4));
    create message ping (x int);
    rule positive on buy (buy.cost > 0);
    warn rule large on buy (buy.cost < largest);
    on buy (update account set balance = balance - buy.cost where id = buy.account);
";

/// The program and the tests of [`RULES`] with more text.
fn compile(tests: &str) -> (Arc<engine::program::Program>, Vec<Test>) {
    let text = format!("{RULES}{tests}");
    let (programs, reports) = rulec::compile_sources(vec![parse_alone(&text)]);
    let report = &reports[0];
    let shown: Vec<String> =
        report.diagnostics.iter().map(|d| report.sources.render(d, false)).collect();
    let mut programs = programs.unwrap_or_else(|| panic!("{}", shown.join("\n")));
    (Arc::new(programs.remove(0)), report.tests.clone())
}

#[test]
fn a_test_is_plain_data() {
    let (program, tests) = compile(
        "test \"a b\" (
            given account (balance = 12.5, id = 2 * 3);
            when buy (cost = '1.25', account = 6) expect warn large;
            when buy (account = 6, cost = null, note = 'x ') expect reject malformed;
            when mode (rule = 'positive', mode = 'off') expect accept;
            when parameter (parameter = 'largest', value = 7) expect accept;
            expect account (id = 6, name = null);
            expect account empty;
         );",
    );
    let [test] = tests.as_slice() else { panic!("{tests:?}") };
    assert_eq!(test.name, "a b");
    let kinds: Vec<&StepKind> = test.steps.iter().map(|step| &step.kind).collect();
    let [given, warned, malformed, mode, parameter, row, empty] = kinds[..] else {
        panic!("{kinds:?}")
    };
    use Constant::{Null, Number, Text};
    let account = TableId(0);
    assert_eq!(
        *given,
        StepKind::Given { table: account, row: vec![Number(6), Number(1250), Null] }
    );
    let StepKind::When { message, fields, expected, .. } = warned else { panic!("{warned:?}") };
    assert_eq!(
        (*message, fields.as_slice(), *expected),
        (MessageId(0), &[Number(6), Number(125), Null][..], Expected::Warn(RuleId(1)))
    );
    let StepKind::When { fields, expected, .. } = malformed else { panic!("{malformed:?}") };
    assert_eq!(*fields, [Number(6), Null, Text("x".into())]);
    assert_eq!(fields[2].value(), FieldValue::Text(b"x"));
    let reject = |rule, reason| Expected::Reject { rule, reason };
    assert_eq!(*expected, reject(None, Some(Reason::Malformed)));
    let StepKind::Mode { rule, mode, .. } = mode else { panic!("{mode:?}") };
    assert_eq!((*rule, *mode), (RuleId(0), Mode::Off));
    let StepKind::When { message, fields, .. } = parameter else { panic!("{parameter:?}") };
    assert_eq!(program.messages[usize::from(message.0)].name, "parameter.largest");
    assert_eq!(*fields, [Number(7)]);
    let cells = vec![(ColumnId(0), Number(6)), (ColumnId(2), Null)];
    assert_eq!(*row, StepKind::ExpectRow { table: account, cells });
    assert_eq!(*empty, StepKind::ExpectEmpty { table: account });
}

#[test]
fn steps_are_frames_of_the_program() {
    let (program, tests) = compile(
        "test t (
            given account (id = 6, balance = 12.50);
            when buy (account = 6, cost = 101) expect warn large;
            when buy (account = 6, cost = 0) expect reject positive false;
            when buy (account = 6, cost = null) expect reject malformed;
            when mode (rule = 'positive', mode = 'off') expect accept;
            when buy (account = 6, cost = 0) expect accept;
            when parameter (parameter = 'largest', value = 7) expect accept;
            when buy (account = 6, cost = 7) expect warn large;
         );",
    );
    let mut executor = Reference::new(Arc::clone(&program)).expect("the program is valid");
    for step in &tests[0].steps {
        let mut buffer = [0; FRAME_BYTES_MAX];
        let frame = step.frame(&program, 1, &mut buffer).expect("the values fit").expect("a frame");
        match &step.kind {
            StepKind::Given { .. } => assert_eq!(executor.load(frame), Verdict::ACCEPT),
            StepKind::When { message, expected, .. } => {
                let verdict = executor.execute(frame);
                assert!(expected.is_met(&verdict, &program, *message), "{verdict:?} {expected:?}");
            }
            StepKind::Mode { .. } | StepKind::Job { .. } => {
                assert_eq!(executor.execute(frame), Verdict::ACCEPT);
            }
            StepKind::ExpectRow { .. } | StepKind::ExpectEmpty { .. } => {}
        }
    }
}

#[test]
fn verdicts_that_meet_no_expectation() {
    let (program, _) = compile("");
    let buy = MessageId(0);
    let by_rule = Verdict {
        reason: Some(Reason::False),
        rule: Some(RuleId(0)),
        failing: 1,
        warnings: 2,
        effects: None,
    };
    let is_met = |expected: Expected, verdict| expected.is_met(verdict, &program, buy);
    let reject = |rule, reason| Expected::Reject { rule, reason };
    assert!(is_met(reject(None, None), &by_rule));
    assert!(is_met(reject(Some(RuleId(0)), Some(Reason::False)), &by_rule));
    assert!(!is_met(reject(Some(RuleId(1)), None), &by_rule));
    assert!(!is_met(reject(Some(RuleId(0)), Some(Reason::Null)), &by_rule));
    assert!(!is_met(reject(None, None), &Verdict::ACCEPT));
    // A rejected message meets no `warn`, whatever is in its map.
    assert!(!is_met(Expected::Warn(RuleId(1)), &by_rule));
    assert!(!is_met(Expected::Warn(RuleId(1)), &Verdict::ACCEPT));
    let warned = Verdict { warnings: 2, ..Verdict::ACCEPT };
    assert!(is_met(Expected::Warn(RuleId(1)), &warned));
    assert!(!is_met(Expected::Warn(RuleId(0)), &warned));
    assert!(is_met(Expected::Accept, &warned));
}

#[test]
fn the_tests_of_files_pass_on_both_executors() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/test");
    let entries = fs::read_dir(&folder).expect("the cases are readable");
    let wrong: Vec<String> = entries
        .filter_map(|entry| {
            let path = entry.expect("the cases are readable").path();
            let text = fs::read_to_string(&path).expect("the case is readable");
            Example::file(&path.display().to_string(), &text).check().err()
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
