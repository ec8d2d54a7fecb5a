// SPDX-License-Identifier: Apache-2.0

//! The queries of SQLite's sqllogictest with their results, where the files lie beside the project.
//! A column FLOAT of the files holds numbers with two digits after the point, and is a DECIMAL
//! here.

mod md5;

use engine::calendar::Zone;
use flate2::read::GzDecoder;
use query::{Column, Database, Ty, Value};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use testkit::beside::beside;

/// A table with its rows as texts.
#[derive(Default)]
struct Rows {
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
}

fn column(text: &str) -> Column {
    let mut words = text.split_whitespace();
    let (name, ty) = (words.next().expect("a column has a name"), words.next());
    let ty = match ty.expect("a column has a type") {
        "INTEGER" => Ty::Int,
        "FLOAT" => Ty::Decimal(2),
        "TEXT" => Ty::Text,
        other => panic!("the type {other}"),
    };
    Column::new(name, ty)
}

/// The parts between parentheses.
fn list(text: &str) -> Vec<String> {
    let inner = &text[text.find('(').expect("a list") + 1..text.rfind(')').expect("its end")];
    inner.split(',').map(|part| part.trim().to_owned()).collect()
}

/// Takes a statement; the tables are made before the first query.
fn statement(text: &str, tables: &mut BTreeMap<String, Rows>) {
    let words: Vec<&str> = text.split([' ', '(']).collect();
    match words[..] {
        ["CREATE", "TABLE", name, ..] => {
            let columns = list(text).iter().map(|text| column(text)).collect();
            tables.insert(name.to_owned(), Rows { columns, rows: Vec::new() });
        }
        ["INSERT", "INTO", into, "SELECT", "*", "FROM", from] => {
            let rows = tables[from].rows.clone();
            tables.get_mut(into).expect("the table exists").rows.extend(rows);
        }
        ["INSERT", "INTO", into, ..] => {
            let (before, values) = text.split_once("VALUES").expect("values are inserted");
            let values = list(values);
            let table = tables.get_mut(into).expect("the table exists");
            let names: Vec<String> = match before.contains('(') {
                true => list(before),
                false => table.columns.iter().map(|column| column.name.clone()).collect(),
            };
            let value = |column: &Column| {
                let place = names.iter().position(|name| *name == column.name);
                values[place.expect("all columns are given")].clone()
            };
            table.rows.push(table.columns.iter().map(value).collect());
        }
        ["CREATE", "INDEX" | "UNIQUE", ..] | ["REINDEX" | "DROP", ..] => {}
        _ => panic!("{text}"),
    }
}

fn database(tables: &BTreeMap<String, Rows>) -> Database {
    let mut database = Database::new(Zone::UTC).expect("SQLite starts");
    for (name, Rows { columns, rows }) in tables {
        let mut table = database.create(name, columns).expect("the table is new");
        for row in rows {
            let cells = row.iter().zip(columns).map(|(text, column)| match column.ty {
                _ if text == "NULL" => Value::Null,
                Ty::Text => Value::Text(text.trim_matches('\'')),
                Ty::Int => Value::Number(text.parse().expect("an integer")),
                _ => {
                    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
                    let number = format!("{whole}{part:0<2}");
                    Value::Number(number.parse().expect("two digits after the point"))
                }
            });
            table.insert(&cells.collect::<Vec<_>>()).expect("SQLite takes a row");
        }
    }
    database
}

/// A query with the result that the file states.
struct Query<'a> {
    sort: &'a str,
    text: String,
    expected: String,
}

/// The values that were found, in the form of the files.
fn found(database: &Database, query: &Query<'_>) -> Result<String, String> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let answered = database.query(&query.text, &mut |cells| {
        let whole = |cell: &String| match cell.as_str() {
            "" => "NULL".to_owned(),
            // Numbers are shown as integers.
            text if text.parse::<f64>().is_ok() => text
                .split('.')
                .next()
                .map_or("", |whole| if whole == "-0" { "0" } else { whole })
                .to_owned(),
            text => text.to_owned(),
        };
        rows.push(cells.iter().map(whole).collect());
        true
    });
    answered.map_err(|error| error.to_string())?;
    rows.remove(0);
    if query.sort == "rowsort" {
        rows.sort();
    }
    let mut values: Vec<String> = rows.into_iter().flatten().collect();
    if query.sort == "valuesort" {
        values.sort();
    }
    let text: String = values.iter().map(|value| format!("{value}\n")).collect();
    match query.expected.contains(" values hashing to ") {
        true => Ok(format!("{} values hashing to {}\n", values.len(), md5::hex(text.as_bytes()))),
        false => Ok(text),
    }
}

/// What became of the queries of a file.
#[derive(Debug, Default)]
struct Counts {
    equal: usize,
    refused: BTreeMap<String, usize>,
    wrong: Vec<String>,
}

fn run(path: &Path, counts: &mut Counts) {
    let mut text = String::new();
    let file = File::open(path).expect("it is there");
    GzDecoder::new(file).read_to_string(&mut text).expect("it is a text");
    let text = text.replace("\r\n", "\n");
    let mut tables = BTreeMap::new();
    let mut made: Option<Database> = None;
    for record in text.split("\n\n") {
        let lines = || record.lines().filter(|line| !line.starts_with('#'));
        let is_for_others = |line: &str| {
            line.starts_with("skipif postgresql")
                || (line.starts_with("onlyif") && !line.starts_with("onlyif postgresql"))
        };
        if lines().any(is_for_others) {
            continue;
        }
        let is_note = |line: &&str| line.is_empty() || line.starts_with("skipif");
        let mut lines = lines().skip_while(is_note);
        match lines.next().map(|line| line.split_whitespace().collect::<Vec<_>>()).as_deref() {
            Some(["statement", "ok"]) => {
                statement(&lines.collect::<Vec<_>>().join(" "), &mut tables);
            }
            Some(["query", _, sort, ..]) => {
                let text: Vec<&str> = lines.by_ref().take_while(|line| *line != "----").collect();
                let expected: String = lines.map(|line| format!("{line}\n")).collect();
                let query = Query { sort, text: text.join("\n"), expected };
                let database = made.get_or_insert_with(|| database(&tables));
                match found(database, &query) {
                    Ok(text) if text == query.expected => counts.equal += 1,
                    Ok(text) => counts.wrong.push(format!(
                        "{}\n-- found\n{text}-- expected\n{}",
                        query.text, query.expected
                    )),
                    Err(why) => {
                        let first = why.lines().next().unwrap_or_default();
                        let kind = first.split('`').next().unwrap_or_default().to_owned();
                        if !counts.refused.contains_key(&kind) {
                            eprintln!("{}\n-- {why}", query.text);
                        }
                        *counts.refused.entry(kind).or_default() += 1;
                    }
                }
            }
            Some(["hash-threshold" | "halt", ..]) | None => {}
            Some(other) => panic!("{}: {other:?}", path.display()),
        }
    }
}

#[test]
fn queries_have_their_results() {
    let Some(folder) = beside("shared/data/sqllogictest") else { return };
    let mut counts = Counts::default();
    let files = fs::read_dir(folder).expect("the folder can be listed");
    let mut files: Vec<_> = files.map(|file| file.expect("it can be listed").path()).collect();
    files.sort();
    for path in files {
        run(&path, &mut counts);
    }
    let refused: usize = counts.refused.values().sum();
    println!("{} equal, {refused} refused: {:?}", counts.equal, counts.refused);
    let wrong = counts.wrong.len();
    let first = counts.wrong.iter().take(5).cloned().collect::<Vec<_>>().join("\n");
    assert_eq!(wrong, 0, "{first}");
    assert!(counts.equal > refused * 20, "more is refused than is known");
}
