// SPDX-License-Identifier: Apache-2.0

//! LOBSTER files as data and events of broker.rules.

use benches::broker::TicketId;
use expect_test::expect;
use files::csv_input::LastLine;
use files::events::EventReader;
use files::tables::load_tables;
use riskgate::lobster::{
    Conversion, ImportOptions, ImportSummary, LobsterReader, import, symbol_of,
};
use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use testkit::beside::beside;
use testkit::broker::Broker;
use testkit::programs::broker_program;
use testkit::shelf::Shelf;

const LINES: &str = "\
34200.5,1,7,100,33585400,1,null
34200.600000000004,4,7,30,33585400,1,null
34200.7,2,7,20,33585400,1,null
34200.8,3,7,50,33585400,1,null
34200.8,3,7,50,33585400,1,null
34200.9,1,8,5,33600000,-1,UBSS
34201,5,0,10,33590000,-1,null
34201,6,-1,45725,33552100,-1,null
34201,7,0,0,-1,-1,null
34202,4,99,1,33585400,1,null
";

fn options() -> ImportOptions {
    ImportOptions { accounts: 2, ..ImportOptions::new(TicketId::new("AMZN").expect("it is an id")) }
}

#[test]
fn lines_become_events() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("amzn_2021.csv.gz");
    let file = fs::File::create(&path).expect("a file can be written");
    let mut gzip = flate2::write::GzEncoder::new(file, flate2::Compression::fast());
    gzip.write_all(LINES.as_bytes()).expect("it can be compressed");
    gzip.finish().expect("it can be compressed");
    let out = folder.path().join("out");
    let imported = import(&path, &options(), &out, LastLine::Refused, &mut |_| {});
    let (summary, cut_off) = imported.expect("the file is good");
    assert_eq!(
        summary,
        ImportSummary {
            lines: 10,
            orders: 2,
            fills: 1,
            partial_cancels: 1,
            deletes: 2,
            unknown_orders: 1,
            hidden_fills: 1,
            crosses: 1,
            halts: 1,
            cut_times: 1,
        }
    );
    assert_eq!((summary.events(), cut_off), (6, None));
    let read = |name: &str| fs::read_to_string(out.join(name)).expect("the file is there");
    expect![[r#"
        message,order_id,account_id,ticket_id,direction,price,quantity,ts
        trade_order,7,2,AMZN,0,33585400,100,34200500000000
        fill,7,,,,33585400,30,34200600000000
        cancel,7,,,,,20,34200700000000
        cancel,7,,,,,50,34200800000000
        cancel,7,,,,,50,34200800000000
        trade_order,8,1,AMZN,1,33600000,5,34200900000000
    "#]]
    .assert_eq(&read("events.csv"));
    assert_eq!(read("data/ticket_info.csv"), "ticket_id,position_max\nAMZN,1000000\n");
    let mut shelf = Shelf::new(broker_program());
    let report = load_tables(&out.join("data"), &mut shelf, &mut |_| {}).expect("the data is good");
    assert_eq!(report.warnings, []);
    let events = EventReader::open(&out.join("events.csv"), &shelf.program);
    let mut events = events.expect("the events are good");
    let mut count = 0;
    while events.next_event().expect("the events are good").is_some() {
        count += 1;
    }
    assert_eq!(count, summary.events());
}

#[test]
fn unknown_orders_can_be_kept() {
    let keep = ImportOptions { keep_unknown: true, ..options() };
    let mut reader = LobsterReader::new("m.csv", Box::new(LINES.as_bytes()));
    let mut conversion = Conversion::new(keep);
    let mut events = 0;
    while let Some(line) = reader.next_message().expect("the lines are good") {
        events += u64::from(conversion.convert(&line).is_some());
    }
    assert_eq!((events, conversion.summary().events()), (7, 7));
}

/// The files of a folder with their contents, by name.
fn contents(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(inner).expect("the folder is there") {
            let path = entry.expect("it can be listed").path();
            match fs::read_to_string(&path) {
                Ok(text) => _ = found.insert(path.display().to_string(), text),
                Err(_) => folders.push(path),
            }
        }
    }
    found
}

#[test]
fn an_import_that_fails_leaves_the_folder_as_it_was() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("x.csv");
    let out = folder.path().join("new/out");
    let write = |text: &str| fs::write(&path, text).expect("a file can be written");
    let import = |options: &ImportOptions, last_line| {
        import(&path, options, &out, last_line, &mut |_| {}).map_err(|error| error.to_string())
    };
    write("34200,1,1,1,1,1\n34200,1,1,x,1,1\n");
    let error = import(&options(), LastLine::Taken).expect_err("a line is bad");
    assert!(error.contains("x.csv:2: column 4 (size): `x` is not of type INT"), "{error}");
    assert!(!folder.path().join("new").exists(), "no folder remains");
    let none = ImportOptions { accounts: 0, ..options() };
    let error = import(&none, LastLine::Taken).expect_err("there is no account");
    assert_eq!(error, "accounts is 0; it must be 1 to 32");

    write("34200,1,1,1,1,1\n34200,3,1,1,1,1\n");
    import(&options(), LastLine::Refused).expect("the file is good");
    let before = contents(&out);
    assert_eq!(before.len(), 6);
    let more = ImportOptions { accounts: 3, ..options() };
    for (text, last_line) in [
        ("34200,1,1,1,1,1\n34200,9,1,1,1,1\n", LastLine::Taken),
        ("34200,1,1,1,1,1\n34200,3,1,1,1,1", LastLine::Refused),
    ] {
        write(text);
        import(&more, last_line).expect_err("the file is bad");
        assert_eq!(contents(&out), before);
    }
    // A folder is in the place of a file that would be replaced last.
    write("34200,1,1,1,1,1\n");
    fs::remove_file(out.join("events.csv")).expect("it is there");
    fs::create_dir(out.join("events.csv")).expect("a folder can be created");
    let before = contents(&out);
    let error = import(&more, LastLine::Taken).expect_err("it cannot be written");
    assert!(error.contains("events.csv: cannot write: "), "{error}");
    assert_eq!(contents(&out), before);
    fs::remove_dir(out.join("events.csv")).expect("it is empty");
    write("34200,1,1,1,1,1\n34200,3,1,1,1,1");
    let (summary, cut_off) = import(&more, LastLine::Taken).expect("it is taken");
    assert_eq!(summary.events(), 2);
    assert!(cut_off.is_some_and(|cut_off| cut_off.line == Some(2)));
}

#[test]
fn the_cases_are_imported_as_they_state() {
    for case in [
        "50-lobster-twelve-decimals/AAPL_2012-06-21_message.csv",
        "51-lobster-odd-lines/AMZN_x.csv",
    ] {
        let Some(path) = beside(&format!("shared/cases/scenarios/{case}")) else { return };
        let symbol = symbol_of(&path).expect("the name starts with the instrument");
        let options = ImportOptions { accounts: 1, ..ImportOptions::new(symbol) };
        let out = tempfile::tempdir().expect("a temporary folder");
        import(&path, &options, out.path(), LastLine::Refused, &mut |_| {}).expect("it is good");
        let read = |path: &Path| fs::read_to_string(path).expect("the file is there");
        let expected = read(&path.with_file_name("expected_events.csv"));
        assert_eq!(read(&out.path().join("events.csv")), expected, "{case}");
    }
}

#[test]
fn the_symbol_is_in_the_file_name() {
    let symbol = |name: &str| symbol_of(Path::new(name)).map(|id| id.to_string());
    assert_eq!(symbol("data/amzn_2021-04-12.csv.gz").as_deref(), Some("AMZN"));
    assert_eq!(symbol("MSFT").as_deref(), Some("MSFT"));
    assert_eq!(symbol("_x.csv"), None);
    assert_eq!(symbol("averyveryverylongname.csv"), None);
}

#[test]
fn half_an_hour_of_a_real_market() {
    let Some(path) = beside("shared/data/amzn_2021-04-12_0930-1000.csv.gz") else { return };
    let mut text = String::new();
    for accounts in [1, 5, 20] {
        let options = ImportOptions { accounts, ..options() };
        let mut reader = LobsterReader::open(&path).expect("the file can be opened");
        let mut broker = Broker::new(&options.tables());
        let mut conversion = Conversion::new(options);
        let mut verdicts: BTreeMap<&str, u32> = BTreeMap::new();
        while let Some(line) = reader.next_message().expect("the file is good") {
            if let Some(message) = conversion.convert(&line) {
                *verdicts.entry(broker.answer(&message).unwrap_or("accepted")).or_default() += 1;
            }
        }
        broker.check();
        text += &format!("{accounts} accounts: {verdicts:?}\n");
        if accounts == 20 {
            text += &format!("{:#?}\n", conversion.summary());
        }
    }
    expect![[r#"
        1 accounts: {"accepted": 18311, "cancel_of_live_order": 6654, "fill_of_live_order": 1645, "no_wash_buy": 6571, "no_wash_sell": 1550}
        5 accounts: {"accepted": 19068, "cancel_of_live_order": 6393, "fill_of_live_order": 1539, "no_wash_buy": 5283, "no_wash_sell": 2448}
        20 accounts: {"accepted": 22527, "cancel_of_live_order": 5066, "fill_of_live_order": 1108, "no_wash_buy": 2874, "no_wash_sell": 3156}
        ImportSummary {
            lines: 40674,
            orders: 17187,
            fills: 3469,
            partial_cancels: 3,
            deletes: 14072,
            unknown_orders: 2310,
            hidden_fills: 3632,
            crosses: 1,
            halts: 0,
            cut_times: 0,
        }
    "#]].assert_eq(&text);
}
