// SPDX-License-Identifier: Apache-2.0

//! Queries on PostgreSQL and here, over the same tables: the same rows, or an error in both.

use engine::calendar::{Zone, date_of, time_of, timestamp_of};
use query::{Column, Database, Ty, Value};
use std::fmt::Write;
use testkit::sql::Server;

/// The columns with their types in PostgreSQL.
const COLUMNS: [(&str, &str, Ty); 9] = [
    ("id", "int", Ty::Int),
    ("big", "int8", Ty::Int),
    ("price", "decimal(12, 2)", Ty::Decimal(2)),
    ("rate", "decimal(18, 6)", Ty::Decimal(6)),
    ("code", "char(6)", Ty::Char(6)),
    ("open", "boolean", Ty::Boolean),
    ("day", "date", Ty::Date),
    ("at", "time", Ty::Time),
    ("ts", "timestamp", Ty::Timestamp),
];

/// Rows as texts; none is NULL.
const ROWS: [[&str; 9]; 8] = [
    [
        "1",
        "9223372036854775807",
        "1.50",
        "0.000001",
        "ab",
        "true",
        "2024-02-29",
        "09:30:00",
        "2024-02-29 09:30:00",
    ],
    [
        "2",
        "-9223372036854775808",
        "-1.50",
        "-0.000001",
        "ab c",
        "false",
        "1969-12-31",
        "00:00:00",
        "1969-12-31 23:59:59.999999",
    ],
    [
        "3",
        "0",
        "0.10",
        "0.100000",
        "a",
        "true",
        "2024-03-01",
        "23:59:59.999999",
        "2024-03-01 00:00:00",
    ],
    ["4", "", "", "", "", "", "", "", ""],
    [
        "5",
        "7",
        "9999999999.99",
        "999999999999.999999",
        "-",
        "false",
        "2024-12-31",
        "12:00:00",
        "2024-12-31 12:00:00.5",
    ],
    [
        "6",
        "-7",
        "-9999999999.99",
        "-999999999999.999999",
        "A",
        "true",
        "0001-01-01",
        "24:00:00",
        "1970-01-01 00:00:00",
    ],
    [
        "7",
        "3",
        "0.20",
        "0.200000",
        "000001",
        "false",
        "2024-03-01",
        "09:30:00",
        "2024-03-01 09:30:00",
    ],
    ["8", "3", "0.30", "0.300000", "1", "true", "2024-03-02", "09:30:01", "2024-03-02 09:30:01"],
];

/// A second table: some codes with a name and another scale.
const OTHER: [[&str; 3]; 4] =
    [["ab", "first", "1.500"], ["a", "", "0.100"], ["zz", "third", "0.101"], ["1", "fourth", ""]];

const QUERIES: &str = include_str!("queries.sql");

fn value<'t>(text: &'t str, ty: Ty) -> Value<'t> {
    if text.is_empty() {
        return Value::Null;
    }
    let known = "the texts of the test are values";
    Value::Number(match ty {
        Ty::Int => text.parse().expect(known),
        Ty::Decimal(scale) => {
            let (whole, part) = text.split_once('.').expect(known);
            assert_eq!(part.len(), usize::from(scale), "{text}");
            format!("{whole}{part}").parse().expect(known)
        }
        Ty::Boolean => (text == "true").into(),
        Ty::Date => date_of(text).expect(known).into(),
        Ty::Time => time_of(text).expect(known),
        Ty::Timestamp => timestamp_of(text, Zone::UTC).expect(known),
        Ty::Char(_) | Ty::Text | Ty::Null | Ty::Quoted => return Value::Text(text),
    })
}

fn database() -> Database {
    let mut database = Database::new(Zone::UTC).expect("SQLite starts");
    let columns = COLUMNS.map(|(name, _, ty)| Column::new(name, ty));
    let mut table = database.create("t", &columns).expect("the table is new");
    for row in ROWS {
        let values: Vec<Value<'_>> =
            row.iter().zip(&columns).map(|(text, column)| value(text, column.ty)).collect();
        table.insert(&values).expect("SQLite takes a row");
    }
    drop(table);
    let columns = [
        Column::new("code", Ty::Char(6)),
        Column::new("name", Ty::Char(8)),
        Column::new("price", Ty::Decimal(3)),
    ];
    let mut table = database.create("other", &columns).expect("the table is new");
    for row in OTHER {
        let values: Vec<Value<'_>> =
            row.iter().zip(&columns).map(|(text, column)| value(text, column.ty)).collect();
        table.insert(&values).expect("SQLite takes a row");
    }
    drop(table);
    database
}

fn literal(text: &str) -> String {
    if text.is_empty() { "null".to_owned() } else { format!("'{text}'") }
}

/// The tables for PostgreSQL.
fn script() -> String {
    let columns: Vec<String> = COLUMNS.iter().map(|(name, ty, _)| format!("{name} {ty}")).collect();
    let mut script = format!("create table t ({});\n", columns.join(", "));
    let rows =
        ROWS.iter().map(|row| ("t", &row[..])).chain(OTHER.iter().map(|row| ("other", &row[..])));
    script += "create table other (code char(6), name char(8), price decimal(8, 3));\n";
    for (table, row) in rows {
        let values: Vec<String> = row.iter().map(|text| literal(text)).collect();
        // Writing to a string cannot fail.
        let _ = writeln!(script, "insert into {table} values ({});", values.join(", "));
    }
    script
}

/// A cell in one form: no blanks at the end, booleans as one letter, numbers without zeros that
/// state nothing.
fn plain(cell: &str) -> String {
    let cell = cell.trim_end_matches(' ').trim_matches('"');
    let is_number = cell.contains('.')
        && cell.trim_start_matches('-').bytes().all(|b| b == b'.' || b.is_ascii_digit());
    match cell {
        "true" => "t".to_owned(),
        "false" => "f".to_owned(),
        number if is_number => number.trim_end_matches('0').trim_end_matches('.').to_owned(),
        other => other.to_owned(),
    }
}

fn rows<'l>(lines: impl Iterator<Item = Vec<&'l str>>, is_ordered: bool) -> Vec<String> {
    let mut rows: Vec<String> = lines
        .map(|cells| cells.iter().map(|cell| plain(cell)).collect::<Vec<_>>().join("|"))
        .collect();
    if !is_ordered {
        rows.sort();
    }
    rows
}

#[test]
fn queries_have_the_rows_of_postgresql() {
    let Some(server) = Server::or_skip("the queries of `riskgate query`") else { return };
    server.run(&script());
    let database = database();
    let (mut compared, mut failing) = (0, 0);
    let mut wrong = Vec::new();
    for query in QUERIES.split(';').map(str::trim) {
        let query: String =
            query.lines().filter(|line| !line.starts_with("--")).collect::<Vec<_>>().join("\n");
        if query.is_empty() {
            continue;
        }
        let is_ordered = query.contains("order by");
        let theirs = server.try_run(&format!("set time zone 'UTC';\n{query};"));
        let mut lines: Vec<Vec<String>> = Vec::new();
        let ours = database.query(&query, &mut |cells| {
            lines.push(cells.to_vec());
            true
        });
        match (theirs, ours) {
            (Ok(theirs), Ok(())) => {
                compared += 1;
                let theirs = rows(theirs.iter().map(|line| line.split('|').collect()), is_ordered);
                let lines =
                    lines.iter().skip(1).map(|line| line.iter().map(String::as_str).collect());
                let ours = rows(lines, is_ordered);
                if theirs != ours {
                    wrong.push(format!("{query}\n-- here {ours:?}\n-- PostgreSQL {theirs:?}"));
                }
            }
            (Err(_), Err(_)) => failing += 1,
            (Ok(theirs), Err(error)) => {
                wrong.push(format!("{query}\n-- here {error}\n-- PostgreSQL {theirs:?}"));
            }
            (Err(error), Ok(())) => {
                wrong.push(format!("{query}\n-- here {lines:?}\n-- PostgreSQL {error}"));
            }
        }
    }
    println!("{compared} queries with the same rows, {failing} with an error in both");
    assert!(wrong.is_empty(), "{} of them:\n{}", wrong.len(), wrong.join("\n"));
    assert!(compared > 80 && failing > 20, "{compared} and {failing}");
}
