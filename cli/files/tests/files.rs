// SPDX-License-Identifier: Apache-2.0

//! Tables and events from files, verdicts and dumps to files: which input is accepted, which is
//! refused with which message, and what is written.

use engine::executor::Executor;
use engine::program::FrameKind;
use engine::schema::{MessageId, RuleId, TableId};
use engine::verdict::{Reason, Verdict};
use expect_test::{Expect, expect};
use files::csv_input::CsvReader;
use files::dump::{dump_tables, write_table};
use files::error::InputError;
use files::events::EventReader;
use files::tables::{TableReader, load_tables, total_bytes};
use files::verdicts::{VerdictWriter, push_line};
use std::fs;
use testkit::programs::small_program;
use testkit::shelf::{Held, Shelf};

fn load_text(text: &str) -> Result<Shelf, InputError> {
    let mut shelf = Shelf::new(small_program());
    let csv = CsvReader::new("data/t.csv", text.as_bytes());
    let mut reader = TableReader::new(csv, &shelf.program, TableId(0))?;
    while let Some(frame) = reader.next_frame()? {
        if let Some(reason) = shelf.load(frame).reason {
            return Err(reader.refused(reason));
        }
    }
    Ok(shelf)
}

fn table_error(text: &str, expected: Expect) {
    match load_text(text) {
        Ok(_) => panic!("the table should be refused:\n{text}"),
        Err(error) => expected.assert_eq(&error.to_string()),
    }
}

fn dump_text(shelf: &Shelf, table: u16) -> String {
    let mut text = String::new();
    write_table(shelf, TableId(table), &mut |line| text.push_str(line));
    text
}

#[test]
fn a_table_is_read_in_any_column_order_and_written_in_declared_order() {
    let shelf = load_text(concat!(
        "price,id,NAME,open,ts\r\n",
        "-12.5,2,\"a,b\",t,1618219800000000000\r\n",
        "\r\n",
        "\"3\",1,\"\",,\r\n",
        ",-1,c d,0,-5",
    ))
    .expect("the table is good");
    assert_eq!(shelf.rows("t")[0][1], Held::Text("c d".into()));
    expect![[r#"
        id,name,price,open,ts,note
        -1,c d,,false,-5,
        1,"",3.00,,,
        2,"a,b",-12.50,true,1618219800000000000,
    "#]]
    .assert_eq(&dump_text(&shelf, 0));
    // A written table is read back as the same rows.
    let again = load_text(&dump_text(&shelf, 0)).expect("a dump is good");
    assert_eq!(again.tables, shelf.tables);
}

#[test]
fn headers_are_checked() {
    table_error(
        "",
        expect![[r#"
        data/t.csv: the file is empty and has no header
          help: write the column names in the first line"#]],
    );
    table_error(
        "id\n",
        expect![[r#"
        data/t.csv:1: column `name` is missing: `t` needs it
          help: add `name` to the header"#]],
    );
    table_error(
        "id,nmae\n",
        expect![[r#"
        data/t.csv:1: column 2 (nmae): no table `t` has a column `nmae`
          help: did you mean `name`?"#]],
    );
    table_error(
        "id,name,zzz\n",
        expect![[r#"
        data/t.csv:1: column 3 (zzz): no table `t` has a column `zzz`
          help: remove the column, or declare it"#]],
    );
    table_error(
        "id,name,id\n",
        expect![[r#"
        data/t.csv:1: column 3: column `id` is a duplicate of column 1
          help: keep one of the two"#]],
    );
}

#[test]
fn cells_of_numbers_are_checked() {
    table_error(
        "id,name\n1,a\n12x,b\n",
        expect![[r#"
        data/t.csv:3: column 1 (id): `12x` is not of type INT
          help: write digits with an optional sign, such as -1250"#]],
    );
    table_error(
        "id,name\n 1,a\n",
        expect![[r#"
        data/t.csv:2: column 1 (id): ` 1` is not of type INT
          help: remove the blanks around the value"#]],
    );
    table_error(
        "id,name\n2147483648,a\n",
        expect![[r#"
        data/t.csv:2: column 1 (id): `2147483648` is out of the range of INT
          help: the range is -2147483648 to 2147483647"#]],
    );
    table_error(
        "id,name,price\n1,a,1.255\n",
        expect![[r#"
        data/t.csv:2: column 3 (price): `1.255` has more digits after the decimal point than DECIMAL(8,2) holds
          help: round the value; values are not rounded when they are read"#]],
    );
    table_error(
        "id,name,price\n1,a,1000000\n",
        expect![[r#"
        data/t.csv:2: column 3 (price): `1000000` is out of the range of DECIMAL(8,2)
          help: the range is -999999.99 to 999999.99"#]],
    );
    table_error(
        "id,name,price\n1,a,\"1,5\"\n",
        expect![[r#"
        data/t.csv:2: column 3 (price): `1,5` is not of type DECIMAL(8,2)
          help: write digits with an optional sign and decimal point, such as -12.50"#]],
    );
}

#[test]
fn cells_of_other_types_are_checked() {
    table_error(
        "id,name,open\n1,a,yes\n",
        expect![[r#"
        data/t.csv:2: column 3 (open): `yes` is not of type BOOLEAN
          help: write true or false; t, f, 1 and 0 are also allowed"#]],
    );
    table_error(
        "id,name,ts\n1,a,09:30\n",
        expect![[r#"
            data/t.csv:2: column 3 (ts): `09:30` is not of type TIMESTAMP
              help: write nanoseconds, as an integer, or a time such as 2024-01-31 09:30:00"#]],
    );
    table_error(
        "id,name\n1,abcde\n",
        expect![[r#"
        data/t.csv:2: column 2 (name): `abcde` has 5 characters; CHAR(4) holds 4
          help: shorten it, or declare a longer CHAR"#]],
    );
    table_error(
        "id,name\n1,标的\n",
        expect![[r#"
        data/t.csv:2: column 2 (name): `标的` has a character that is not printable ASCII
          help: CHAR holds the characters from blank to tilde (~)"#]],
    );
    table_error(
        "id,name\n1,\n",
        expect![[r#"
        data/t.csv:2: column 2 (name): the cell is empty, which is NULL, and the column is `not null`
          help: write a value, or "" for the empty string"#]],
    );
    table_error(
        "id,name\n\"\",a\n",
        expect![[r#"
        data/t.csv:2: column 1 (id): `` is not of type INT
          help: leave the cell empty, without quotes, for NULL"#]],
    );
}

#[test]
fn records_are_checked() {
    table_error(
        "id,name\n1\n",
        expect![[r#"
        data/t.csv:2: the record has 1 cells, not 2
          help: leave the cells of NULL values empty, but write their commas"#]],
    );
    table_error(
        "id,name\n1,a,b\n",
        expect![[r#"
        data/t.csv:2: the record has 3 cells, not 2
          help: put cells that contain a comma in quotes"#]],
    );
    table_error(
        "id,name\n1,\"a\nb\n",
        expect![[r#"
        data/t.csv:2: column 2 (name): the quoted cell that starts here is not closed
          help: close the quote before the comma or the end of the line"#]],
    );
    table_error(
        "id,name\n1,a\n2,b\n1,c\n",
        expect![[r#"
        data/t.csv:4: the row was refused: duplicate_key, an earlier row of `t` has the same key
          help: keep one row for each key"#]],
    );
    table_error(
        "id,name\n1,a\n2,b\n3,c\n4,d\n",
        expect![[r#"
        data/t.csv:5: the row was refused: table_full, `t` holds 3 rows
          help: state more `rows` for the table in the rule file"#]],
    );
}

#[test]
fn a_folder_is_loaded_with_warnings_for_what_may_be_a_mistake() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = |name: &str| folder.path().join(name);
    fs::write(path("t.csv"), "id,name\n1,a\n2,b\n").expect("a file can be written");
    fs::write(path("othr.csv"), "k\n1\n").expect("a file can be written");
    fs::write(path("notes.txt"), "not data").expect("a file can be written");
    let mut shelf = Shelf::new(small_program());
    let mut bytes = 0;
    let report = load_tables(folder.path(), &mut shelf, &mut |b| bytes = b).expect("it loads");
    assert_eq!(report.rows, [("t".to_owned(), 2), ("other".to_owned(), 0)]);
    assert_eq!(bytes, total_bytes(folder.path(), &shelf.program));
    let place = format!("{}/", folder.path().display());
    let warnings: Vec<String> = report.warnings.iter().map(ToString::to_string).collect();
    let warnings: Vec<String> = warnings.iter().map(|w| w.replace(&place, "DIR/")).collect();
    assert_eq!(
        warnings,
        [
            "DIR/othr.csv is not read: no table has its name; did you mean `other.csv`?",
            "table `other` starts empty: there is no DIR/other.csv",
        ]
    );
    let nowhere = load_tables(&path("nowhere"), &mut shelf, &mut |_| {});
    let error = nowhere.expect_err("there is no such folder").to_string();
    assert!(error.contains("nowhere: No such file"), "{error}");
}

fn read_events(text: &str) -> Result<Vec<(u32, u16, Vec<u8>)>, InputError> {
    let csv = CsvReader::new("events.csv", text.as_bytes());
    let mut reader = EventReader::new(csv, &small_program())?;
    let mut events = Vec::new();
    while let Some(event) = reader.next_event()? {
        let message = event.message.message().expect("it is a message");
        events.push((event.sequence, message.0, event.frame.to_vec()));
    }
    Ok(events)
}

fn events_error(text: &str, expected: Expect) {
    match read_events(text) {
        Ok(_) => panic!("the events should be refused:\n{text}"),
        Err(error) => expected.assert_eq(&error.to_string()),
    }
}

#[test]
fn events_become_frames_of_their_messages() {
    let program = small_program();
    let events = read_events("message,price,id,ts,why\nbid,1.5,7,9,\nDROP,,8,,late\n\ndrop,,9,,\n")
        .expect("the events are good");
    let kinds: Vec<_> = events.iter().map(|(sequence, message, _)| (*sequence, *message)).collect();
    assert_eq!(kinds, [(1, 0), (2, 1), (3, 1)]);
    let layout = |message| program.layout(FrameKind::Message(MessageId(message)));
    use engine::frame::FieldValue::{Null, Number, Text};
    let fields = |i: usize| {
        let (sequence, message, frame) = &events[i];
        let layout = layout(*message);
        layout.check_header(frame).expect("it is a frame");
        assert_eq!(engine::frame::sequence(frame), Some(*sequence));
        let fields = (0..layout.field_count()).map(|f| layout.read(frame, f));
        fields.collect::<Result<Vec<_>, _>>().expect("its fields are good")
    };
    assert_eq!(fields(0), [Number(7), Number(150), Number(9)]);
    assert_eq!(fields(1), [Number(8), Text(b"late")]);
    assert_eq!(fields(2), [Number(9), Null]);
}

#[test]
fn the_engine_refuses_null_in_a_not_null_field() {
    let events = read_events("message,id,price,ts\nbid,,1,2\n").expect("it is an event");
    let mut shelf = Shelf::new(small_program());
    assert_eq!(shelf.execute(&events[0].2).reason, Some(Reason::Malformed));
}

#[test]
fn events_are_checked() {
    events_error(
        "id,message\n",
        expect![[r#"
        events.csv:1: column 1 (id): the first column is not `message`
          help: start the header with `message`, followed by names of fields"#]],
    );
    events_error(
        "message,id,pirce\n",
        expect![[r#"
        events.csv:1: column 3 (pirce): no message has a column `pirce`
          help: did you mean `price`?"#]],
    );
    events_error(
        "message,id\nbidd,1\n",
        expect![[r#"
        events.csv:2: column 1 (message): there is no message `bidd`
          help: did you mean `bid`?"#]],
    );
    events_error(
        "message,id\n,1\n",
        expect![[r#"
        events.csv:2: column 1 (message): there is no message ``
          help: the messages are bid, drop"#]],
    );
    events_error(
        "message,id,why\ndrop,1,x\nbid,1,x\n",
        expect![[r#"
        events.csv:3: column 3 (why): `bid` has no field `why`, but the cell is not empty
          help: leave the cell empty"#]],
    );
    events_error(
        "message,id,why\ndrop,1,\nbid,1,\n",
        expect![[r#"
        events.csv:3: column `price` is missing: `bid` needs it
          help: add `price` to the header"#]],
    );
    events_error(
        "message,id\ndrop,9999999999\n",
        expect![[r#"
        events.csv:2: column 2 (id): `9999999999` is out of the range of INT
          help: the range is -2147483648 to 2147483647"#]],
    );
}

#[test]
fn verdicts_name_rule_and_reason() {
    let program = small_program();
    let by_rule = Verdict {
        reason: Some(Reason::Null),
        rule: Some(RuleId(1)),
        failing: 2,
        ..Verdict::ACCEPT
    };
    let mut text = String::new();
    push_line(&mut text, &program, 1, MessageId(0), &Verdict::ACCEPT);
    push_line(&mut text, &program, 2, MessageId(1), &by_rule);
    push_line(&mut text, &program, 3, MessageId(1), &Verdict::refused(Reason::TableFull));
    expect![[r#"
        1,bid,accept,,,,
        2,drop,reject,known,null,,
        3,drop,reject,,table_full,,
    "#]]
    .assert_eq(&text);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("verdicts.csv");
    let mut writer = VerdictWriter::create(&path).expect("a file can be started");
    writer.write(&program, 1, MessageId(0), &Verdict::ACCEPT).expect("a line can be written");
    assert!(!path.exists(), "the file appears when it is complete");
    writer.finish().expect("the file can be completed");
    let text = fs::read_to_string(&path).expect("the file is there");
    assert_eq!(text, "seq,message,verdict,rule,reason,warnings,effects\n1,bid,accept,,,,\n");
}

#[test]
fn a_dump_has_every_table() {
    let shelf = load_text("id,name\n1,a\n").expect("the table is good");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let dump = folder.path().join("dump");
    dump_tables(&shelf, &dump, false, &mut |_| {}).expect("a dump can be written");
    let read = |name: &str| fs::read_to_string(dump.join(name)).expect("the file is there");
    assert_eq!(read("t.csv"), "id,name,price,open,ts,note\n1,a,,,,\n");
    assert_eq!(read("other.csv"), "k\n");
    assert_eq!(read("hidden/t$sum.csv"), "name,total,low\n\"a,b\",3.25,1.00*2 1.25*1\n");
}
