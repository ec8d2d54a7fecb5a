// SPDX-License-Identifier: Apache-2.0

//! Files of tables without columns that have a default.

use engine::executor::Executor;
use engine::image::{decode, encode};
use engine::program::Program;
use engine::schema::TableId;
use engine::twin::Twin;
use expect_test::{Expect, expect};
use files::csv_input::CsvReader;
use files::dump::write_table;
use files::error::InputError;
use files::tables::TableReader;

const RULES: &str = "
    set time zone 8;
    create table account (
        id int primary key default 7, balance decimal(8, 2) not null default 1.5,
        desk char(4) default 'MAIN', opened date default '2026-01-05', note char(4),
        open boolean default true, since timestamp not null default '1970-01-01 08:00:01',
        at time default '09:30', most int not null
    ) with (rows = 10);
";

/// A program from an image, as a loader has it.
fn program() -> Program {
    let program = rulec::compile(RULES).0.expect("it compiles");
    decode(&encode(&program)).expect("it is sound")
}

fn loaded(text: &str) -> Result<Twin, InputError> {
    let mut twin = Twin::new(program()).expect("it is sound");
    let csv = CsvReader::new("data/account.csv", text.as_bytes());
    let mut reader = TableReader::new(csv, &program(), TableId(0))?;
    while let Some(frame) = reader.next_frame()? {
        if let Some(reason) = twin.load(frame).reason {
            return Err(reader.refused(reason));
        }
    }
    Ok(twin)
}

fn dump(twin: &Twin) -> String {
    let mut text = String::new();
    write_table(twin, TableId(0), &mut |line| text.push_str(line));
    text
}

fn dumped(text: &str, expected: Expect) {
    let dump = dump(&loaded(text).expect("the table is good"));
    expected.assert_eq(&dump);
}

fn refused(text: &str, expected: Expect) {
    match loaded(text) {
        Ok(_) => panic!("the table should be refused:\n{text}"),
        Err(error) => expected.assert_eq(&error.to_string()),
    }
}

#[test]
fn missing_columns_have_their_defaults() {
    dumped(
        "id,most\n1,5\n2,6\n",
        expect![[r#"
        id,balance,desk,opened,note,open,since,at,most
        1,1.50,MAIN,2026-01-05,,true,1000000000,09:30:00,5
        2,1.50,MAIN,2026-01-05,,true,1000000000,09:30:00,6
    "#]],
    );
    // The key too, of one row.
    dumped(
        "most\n5\n",
        expect![[r#"
        id,balance,desk,opened,note,open,since,at,most
        7,1.50,MAIN,2026-01-05,,true,1000000000,09:30:00,5
    "#]],
    );
    let text = dump(&loaded("id,most\n1,5\n2,6\n").expect("the table is good"));
    assert_eq!(dump(&loaded(&text).expect("a dump is good")), text);
}

#[test]
fn an_empty_cell_is_null() {
    dumped(
        "id,desk,opened,most,balance\n1,,,5,2\n2,\"\",2026-01-06,5,3\n",
        expect![[r#"
        id,balance,desk,opened,note,open,since,at,most
        1,2.00,,,,true,1000000000,09:30:00,5
        2,3.00,"",2026-01-06,,true,1000000000,09:30:00,5
    "#]],
    );
    refused(
        "id,balance,most\n1,,5\n",
        expect![[r#"
        data/account.csv:2: column 2 (balance): the cell is empty, which is NULL, and the column is `not null`
          help: write a value"#]],
    );
}

#[test]
fn a_column_without_default_is_missing_if_it_cannot_be_null() {
    refused(
        "id\n1\n",
        expect![[r#"
        data/account.csv:1: column `most` is missing: `account` needs it
          help: add `most` to the header"#]],
    );
    refused(
        "most\n5\n6\n",
        expect![[r#"
        data/account.csv:3: the row was refused: duplicate_key, an earlier row of `account` has the same key
          help: keep one row for each key"#]],
    );
}
