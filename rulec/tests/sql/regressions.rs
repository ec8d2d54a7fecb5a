// SPDX-License-Identifier: Apache-2.0

//! Expressions that gave another result than PostgreSQL once. Their text is the same in both
//! languages, because the fields need no casts.

use crate::compare::Answer;
use crate::ours;
use testkit::sql::{Batch, Body, Column, Constructs, Event, Expr, Kind, Message, SETTINGS};
use testkit::sql::{Server, Ty, Value};

const LINES: &str = include_str!("regressions.txt");

/// Expressions of one rule file.
const MESSAGES: usize = 8;

fn fields() -> Vec<Column> {
    let decimal = |digits, scale| Ty::Dec { digits, scale };
    let fields = [
        ("a", Ty::Int8),
        ("b", Ty::Int8),
        ("c", Ty::Int8),
        ("d", decimal(12, 2)),
        ("e", decimal(9, 4)),
        ("s", Ty::Char(4)),
        ("t", Ty::Bool),
    ];
    let field = |(name, ty): (&str, Ty)| Column::new(name, ty, true);
    fields.into_iter().map(field).collect()
}

/// The values of the fields in each event.
fn events() -> Vec<Vec<Value>> {
    let numbers = [
        [0, 0, 0, 0, 0],
        [1, 2, 3, 150, 12_500],
        [-7, 2, 0, -150, 1],
        [i64::MAX, 1, -1, 999_999_999_999, 999_999_999],
        [i64::MIN, -1, 1, -999_999_999_999, -999_999_999],
        [i64::MIN, i64::MAX, 0, 5, 5],
    ];
    let full = numbers.iter().enumerate().map(|(index, numbers)| {
        let text = ["", "A", "AB"][index % 3];
        let numbers = numbers.iter().copied().map(Value::Number);
        let others = [Value::Text(text.to_owned()), Value::Number((index % 2) as i64)];
        numbers.chain(others).collect::<Vec<Value>>()
    });
    let mut events: Vec<Vec<Value>> = full.collect();
    for field in 0..fields().len() {
        let mut event = events[1].clone();
        event[field] = Value::Null;
        events.push(event);
    }
    events.push(vec![Value::Null; fields().len()]);
    events
}

#[test]
fn past_failures_stay_fixed() {
    let Some(server) = Server::or_skip("past failures") else { return };
    let lines: Vec<&str> =
        LINES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    let columns = Batch::result_columns();
    for part in lines.chunks(MESSAGES) {
        let messages = part.iter().enumerate().map(|(index, line)| {
            let (kind, text) = line.split_once('|').expect("a line is `kind | expression`");
            let (kind, column) = match kind.trim() {
                "boolean" => (Kind::Bool, "vb"),
                "integer" => (Kind::Int, "vi"),
                "decimal" => (Kind::Dec(6), "vd4"),
                "text" => (Kind::Char, "vc"),
                other => panic!("`{other}` is no kind"),
            };
            let column = columns.iter().find(|other| other.name == column);
            let name = format!("m{index}");
            let text = text.trim().replace("m.", &format!("{name}."));
            let column = column.expect("the result table has the column").clone();
            let body = Body::Value(Expr::Parameter(text, kind), column);
            Message { name, body, used: Constructs::default() }
        });
        let messages: Vec<Message> = messages.collect();
        let count = messages.len();
        let mut batch = Batch {
            tables: Vec::new(),
            fields: fields(),
            parameters: Vec::new(),
            functions: Vec::new(),
            messages,
            events: Vec::new(),
        };
        for values in events() {
            let event = |message| Event { message, values: values.clone() };
            batch.events.extend((0..count).map(event));
        }
        let program = ours::compile(&batch).unwrap_or_else(|(_, text)| panic!("{text}"));
        let ours = ours::run(&batch, program).unwrap_or_else(|report| panic!("{report}"));
        let theirs = server.run(&(SETTINGS.to_owned() + &batch.postgres()));
        for ((event, ours), theirs) in batch.events.iter().zip(ours).zip(theirs) {
            let (ours, theirs) = (Answer::read(&ours), Answer::read(&theirs));
            let values: Vec<String> =
                event.values.iter().zip(fields()).map(|(value, of)| value.sql(of.ty)).collect();
            let what = format!("{}\n{}", part[event.message], values.join(", "));
            assert_eq!(ours, theirs, "rule language and PostgreSQL: {what}");
        }
    }
}
