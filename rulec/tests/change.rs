// SPDX-License-Identifier: Apache-2.0

//! What the compiler makes for a change of the definitions at run time.

use engine::change::Change;
use engine::executor::Executor;
use engine::frame::{FieldValue, Layout};
use engine::machine::FRAME_BYTES_MAX;
use engine::schema::TableId;
use engine::twin::Twin;
use rulec::diagnostic::Severity;
use std::fmt::Write;
use std::sync::Arc;

/// A table with a window, of which `count` sums are kept.
fn with_sums(count: usize) -> String {
    let mut text = "
        create table t (id int primary key, a int not null, q int not null, p int not null,
                        ts int8 not null) with (rows = 100, window (a by ts) = 4);
        create message ask (a int not null, ts int8 not null);
        rule few on ask (coalesce((select sum(q) from t where a = ask.a and ts > ask.ts), 0) < 300);
    "
    .to_owned();
    for pair in 0..count / 2 {
        let sum = |number: usize| {
            let sum = format!("sum((q + {number}) * (p - {number}) + (q - p) * {number})");
            format!("coalesce((select {sum} from t where a = ask.a), 0)")
        };
        let (first, second) = (sum(2 * pair), sum(2 * pair + 1));
        let _ = writeln!(text, "rule r{pair} on ask ({first} < {second});");
    }
    text
}

#[test]
fn a_filler_has_the_tables_of_its_program() {
    let text = with_sums(4);
    let compiled = rulec::compile_change(&text).0.expect("it compiles");
    assert_eq!(Some(&compiled.programs[0]), rulec::compile(&text).0.as_ref());
    let filler = compiled.filler.expect("it was asked for");
    assert_eq!(filler.tables, compiled.programs[0].tables);
    // A window needs updates, and every table deletes.
    let names: Vec<&str> = filler.messages.iter().map(|message| message.name.as_str()).collect();
    assert_eq!(names, ["t", "t$step"]);
    assert!(Change::new(compiled.programs[0].clone(), filler).is_ok());
}

/// An update computes every aggregate of the row before it and after it, so that it can be too long
/// where the load of a row is not: `error[change-too-long]`.
#[test]
fn a_filler_that_is_too_long_is_an_error() {
    let too_long = (7..12)
        .map(|scores| with_sums(20 * scores))
        .find(|text| rulec::compile(text).0.is_some() && rulec::compile_change(text).0.is_none());
    let text = too_long.expect("rules that fit, and whose filler does not");
    let (_, diagnostics) = rulec::compile_change(&text);
    let errors: Vec<String> = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.severity == Severity::Error)
        .map(|diagnostic| diagnostic.render("next.rules", &text, false))
        .collect();
    assert_eq!(errors.len(), 1, "{errors:?}");
    let expected =
        "error[change-too-long]: changing the definition of `t` while it is in use takes";
    assert!(errors[0].starts_with(expected), "{}", errors[0]);
}

/// A default is built into the statements of each member; rows do not depend on it.
#[test]
fn rule_sets_of_a_family_can_have_other_defaults() {
    let member = |default: &str| {
        format!(
            "create table t (id int primary key, a int {default}, note char(4) default 'X');
             create message m (id int not null);
             rule any_m on m (m.id > 0);
             on m (insert into t (id) values (m.id));"
        )
    };
    let texts = ["default 5", "default 7", ""].map(member);
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let (programs, diagnostics) = rulec::compile_family(&texts);
    let programs = programs.unwrap_or_else(|| panic!("{diagnostics:?}"));
    let mut twin = Twin::new(programs[0].clone()).expect("it is sound");
    for (id, program) in (1..).zip(&programs) {
        twin.swap(Arc::new(program.clone())).expect("it is one of the family");
        let mut buffer = [0; FRAME_BYTES_MAX];
        let layout = Layout::new(0, &program.messages[0].fields);
        let frame = layout.write(1, &[FieldValue::Number(id)], &mut buffer).expect("it fits");
        assert!(twin.execute(frame).is_accept());
    }
    let mut rows = Vec::new();
    twin.visit_rows(TableId(0), &mut |row| rows.push(format!("{:?}", row[1])));
    assert_eq!(rows, ["Number(5)", "Number(7)", "Null"]);
}
