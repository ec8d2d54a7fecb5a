// SPDX-License-Identifier: Apache-2.0

//! Dates and times: known results, which are those of PostgreSQL 15 where both have one, computed
//! from fields by both executors, and from literals by the compiler.

use engine::calendar::{Zone, date_of, time_of, timestamp_of};
use engine::executor::Executor;
use engine::frame::{FieldValue, Layout};
use engine::machine::FRAME_BYTES_MAX;
use engine::reference::Reference;
use engine::twin::Twin;
use engine::verdict::Reason;

/// A time zone, a point in time, an expression and what it equals. `{ts}` is the point in time,
/// `{d}` its date and `{t}` its time of day.
type Case = (i64, &'static str, &'static str, &'static str);

const CASES: &[Case] = &[
    // Zones move a point in time into another day.
    (8, "2024-02-29 23:59:59.999999999", "{ts}::date", "date '2024-02-29'"),
    (8, "2024-02-29 16:00:00Z", "{ts}::date", "date '2024-03-01'"),
    (8, "2024-02-29 15:59:59.999999999Z", "{ts}::time", "time '23:59:59.999999999'"),
    (-15, "1970-01-01 00:00:00Z", "{ts}::date", "date '1969-12-31'"),
    (-15, "1970-01-01 00:00:00Z", "{ts}::time", "time '09:00'"),
    (-15, "1969-12-31 00:00:00Z", "{ts}::date", "date '1969-12-30'"),
    (15, "1969-12-31 23:59:59.999999999Z", "{ts}::date", "date '1970-01-01'"),
    (0, "1969-12-31 23:59:59.999999999", "{ts}::time", "time '23:59:59.999999999'"),
    (0, "1969-12-31", "{ts}::time", "time '00:00'"),
    // The first and the last point in time.
    (0, "1677-09-21 00:12:43.145224192", "{ts}::date", "date '1677-09-21'"),
    (-15, "1677-09-20 09:12:43.145224192", "{ts}::date", "date '1677-09-20'"),
    (15, "2262-04-12 14:47:16.854775807", "{ts}::time", "time '14:47:16.854775807'"),
    (15, "2262-04-12 14:47:16.854775807", "{d} + {t}", "timestamp '2262-04-12 14:47:16.854775807'"),
    (0, "1677-09-21 00:12:43.145224192", "{d} + {t}", "timestamp '1677-09-21 00:12:43.145224192'"),
    (8, "2024-01-02 09:30", "{d}::timestamp", "timestamp '2024-01-02 00:00'"),
    (8, "2024-01-02 09:30", "cast({ts} as date)", "date '2024-01-02'"),
    // Fields.
    (8, "2024-02-29 09:30:01.5", "extract(year from {ts})", "2024"),
    (8, "2024-02-29 09:30:01.5", "extract(quarter from {ts})", "1"),
    (8, "2024-02-29 09:30:01.5", "extract(month from {d})", "2"),
    (8, "2024-02-29 09:30:01.5", "extract(day from {ts})", "29"),
    (8, "2024-12-31 00:00", "extract(doy from {d})", "366"),
    (8, "2023-12-31 00:00", "extract(doy from {d})", "365"),
    (8, "2000-03-01 00:00", "extract(doy from {d})", "61"),
    (8, "1900-03-01 00:00", "extract(doy from {d})", "60"),
    (8, "1900-02-28 00:00", "extract(month from {d})", "2"),
    (8, "2000-12-31 00:00", "extract(year from {d})", "2000"),
    (8, "2000-01-01 00:00", "extract(day from {d})", "1"),
    (8, "2024-01-07 12:00", "extract(dow from {ts})", "0"),
    (8, "2024-01-07 12:00", "extract(isodow from {ts})", "7"),
    (8, "1969-12-31 12:00", "extract(dow from {ts})", "3"),
    (8, "2023-01-01 12:00", "extract(week from {ts})", "52"),
    (8, "2023-01-01 12:00", "extract(isoyear from {ts})", "2022"),
    (8, "2020-12-31 12:00", "extract(week from {d})", "53"),
    (8, "2024-12-30 12:00", "extract(week from {d})", "1"),
    (8, "2024-10-01 12:00", "extract(quarter from {d})", "4"),
    (8, "2024-01-02 09:30:01.5", "extract(hour from {ts})", "9"),
    (8, "2024-01-02 09:30:01.5", "extract(hour from {ts}) / 2", "4.5"),
    (8, "2024-01-02 09:30:01.5", "extract(minute from {t})", "30"),
    (8, "2024-01-02 09:30:01.5", "extract(second from {ts})", "1.5"),
    (8, "2024-01-02 09:30:01.5", "extract(milliseconds from {t})", "1500"),
    (8, "2024-01-02 09:30:01.5", "extract(microseconds from {t})", "1500000"),
    (8, "2024-01-02 09:30:01.5", "extract(epoch from {ts})", "1704159001.5"),
    (8, "2024-01-02 01:00", "extract(epoch from {t})", "3600"),
    (8, "1970-01-02 01:00", "extract(epoch from {d})", "86400"),
    (8, "1969-12-31 12:00", "extract(epoch from {d})", "-86400"),
    (8, "2024-01-02 09:30", "extract(epoch from {ts} - {d})", "34200"),
    (8, "1969-12-31 09:30:59.25", "extract(second from {ts})", "59.25"),
    (8, "2024-01-02 09:30:01.5", "extract(hr from {ts})", "9"),
    // Truncation.
    (8, "2024-01-07 12:00", "date_trunc('week', {ts})", "timestamp '2024-01-01'"),
    (8, "2024-02-29 12:00", "date_trunc('month', {ts})", "timestamp '2024-02-01'"),
    (8, "2024-05-05 12:00", "date_trunc('year', {d})", "timestamp '2024-01-01'"),
    (8, "1969-12-31 23:59", "date_trunc('hour', {ts})", "timestamp '1969-12-31 23:00'"),
    (8, "1969-12-31 23:59", "date_trunc('day', {ts})", "timestamp '1969-12-31'"),
    (8, "1969-12-31 23:59:59.5", "date_trunc('second', {ts})", "timestamp '1969-12-31 23:59:59'"),
    (-5, "2024-01-01 00:00:30", "date_trunc('minute', {ts})", "timestamp '2024-01-01'"),
    (8, "2024-01-01 00:00:30", "date_trunc('minute', {d})", "timestamp '2024-01-01'"),
    // Arithmetic.
    (8, "2024-02-28 12:00", "{d} + 2", "date '2024-03-01'"),
    (8, "2024-02-28 12:00", "2 + {d}", "'2024-03-01'"),
    (8, "2024-03-01 12:00", "{d} - date '2024-02-01'", "29"),
    (8, "2024-03-01 12:00", "{d} - '2024-02-01'", "29"),
    (8, "2024-01-01 12:00", "{d} + interval '1 day'", "timestamp '2024-01-02'"),
    (8, "2024-01-01 12:00", "interval '-1 day' + {d}", "timestamp '2023-12-31'"),
    (8, "2024-01-01 12:00", "{d} - 2 * interval '12 hours'", "timestamp '2023-12-31'"),
    (8, "2024-01-01 12:00", "{ts} + interval '1 day 02:00'", "'2024-01-02 14:00'"),
    (8, "2024-01-01 12:00", "{ts} + '5 minutes'", "'2024-01-01 12:05'"),
    (8, "2024-01-01 12:00", "{ts} + time '01:00'", "'2024-01-01 13:00'"),
    (8, "2024-01-01 12:00", "{d} - time '01:00'", "timestamp '2023-12-31 23:00'"),
    (8, "2024-01-01 12:00", "{ts} - '2024-01-01'", "interval '12 hours'"),
    (8, "2024-01-01 12:00", "{ts} - 1", "timestamp '2024-01-01 11:59:59.999999999'"),
    (8, "2024-01-01 23:30", "{t} + interval '90 minutes'", "time '01:00'"),
    (8, "2024-01-01 00:30", "{t} - interval '1 day 01:00'", "time '23:30'"),
    (8, "2024-01-01 00:30", "interval '-1 hour' + {t}", "'23:30'"),
    (8, "2024-01-01 09:00", "{t} - time '10:30'", "interval '-01:30'"),
    (8, "2024-01-01 09:00", "{t} - '08:00'", "interval '1 hour'"),
    (8, "2024-01-01 09:00", "{t} + interval '0'", "time '09:00'"),
    (8, "2024-01-01 09:00", "{t} + time '24:00'::interval", "time '09:00'"),
    // Comparisons; each is true.
    (8, "2024-01-02 00:00", "{ts} = {d}", "true"),
    (8, "2024-01-02 00:00:00.000000001", "{ts} > date '2024-01-02'", "true"),
    (8, "2024-01-02 23:59", "{ts} between date '2024-01-02' and date '2024-01-03'", "true"),
    (8, "2024-01-02 09:00", "{ts} < date '9999-12-31'", "true"),
    (8, "2024-01-02 09:00", "date '0001-01-01' < {ts}", "true"),
    (8, "2024-01-02 09:00", "{ts}::time between '09:00' and '15:00'", "true"),
    (8, "2024-01-02 09:00", "{d} in ('2024-01-01', '2024-01-02')", "true"),
    (8, "2024-01-02 09:00", "{ts} in ('2024-01-02T09:00', '2024-01-02T01:00Z')", "true"),
    (8, "2024-01-02 09:00", "{t} < '24:00'", "true"),
    (8, "2024-01-02 09:00", "coalesce({d}, {ts}) = '2024-01-02 00:00'", "true"),
    (8, "2024-01-02 09:00", "greatest({d}, '2024-01-03') = '2024-01-03'", "true"),
    (8, "2024-01-02 09:00", "(case when {t} > '08:00' then {d} end) = '2024-01-02'", "true"),
    // Dates outside the range of a TIMESTAMP.
    (0, "1970-01-01", "extract(year from {d} - 719162)", "1"),
    (0, "1970-01-01", "extract(year from {d} - 719163)", "-1"),
    (0, "1970-01-01", "extract(doy from {d} - 719163)", "366"),
    (0, "1970-01-01", "extract(month from {d} - 800000)", "9"),
    (0, "1970-01-01", "extract(day from {d} - 800000)", "4"),
    (0, "1970-01-01", "extract(doy from {d} - 800000)", "247"),
    (0, "1970-01-01", "extract(year from {d} - 800000)", "-222"),
    (0, "1970-01-01", "extract(week from {d} - 800000)", "35"),
    (0, "1970-01-01", "extract(isodow from {d} - 800000)", "6"),
    (0, "1970-01-01", "{d} - 719163", "date '0001-12-31 BC'"),
    (0, "1970-01-01", "{d} + 2147483647", "date '5881580-07-11'"),
];

/// The verdict of a rule on one point in time, by both executors.
fn reason(zone: i64, at: &str, condition: &str) -> Option<Reason> {
    let text = format!(
        "set time zone {zone};\n\
         create message m (ts timestamp not null, d date not null, t time not null);\n\
         rule r on m ({condition})\n"
    );
    let (program, diagnostics) = rulec::compile(&text);
    let shown: Vec<String> = diagnostics.iter().map(|d| d.render("r", &text, false)).collect();
    let program = program.unwrap_or_else(|| panic!("{condition}:\n{}", shown.join("\n")));
    let zone = Zone::new(zone).expect("it is a zone");
    let timestamp = timestamp_of(at, zone).expect("it is a timestamp");
    let (date, time) = engine::calendar::split(timestamp, zone);
    let values = [timestamp, date.into(), time].map(FieldValue::Number);
    let layout = Layout::new(0, &program.messages[0].fields);
    let mut buffer = [0; FRAME_BYTES_MAX];
    let frame = layout.write(1, &values, &mut buffer).expect("the values fit");
    let reference = Reference::new(program.clone()).expect("it is sound").execute(frame);
    let twin = Twin::new(program).expect("it is sound").execute(frame);
    assert_eq!(reference, twin, "{condition}");
    twin.reason
}

#[test]
fn known_results() {
    for (zone, at, expression, expected) in CASES {
        let condition = match *expected {
            "true" => (*expression).to_owned(),
            expected => format!("{expression} = {expected}"),
        };
        let of_fields = condition.replace("{ts}", "m.ts").replace("{d}", "m.d");
        let of_fields = of_fields.replace("{t}", "m.t");
        assert_eq!(reason(*zone, at, &of_fields), None, "{of_fields} at {at} in zone {zone}");
        let (day, clock) = literals(*zone, at);
        let of_literals = condition.replace("{ts}", &format!("timestamp '{at}'"));
        let of_literals = of_literals.replace("{d}", &day).replace("{t}", &clock);
        assert_eq!(reason(*zone, at, &of_literals), None, "{of_literals} in zone {zone}");
    }
}

/// The date and the time of day of a point in time, as literals.
fn literals(zone: i64, at: &str) -> (String, String) {
    let zone = Zone::new(zone).expect("it is a zone");
    let timestamp = timestamp_of(at, zone).expect("it is a timestamp");
    let (date, time) = engine::calendar::split(timestamp, zone);
    let (mut day, mut clock) = (String::new(), String::new());
    engine::calendar::push_date(&mut day, date);
    engine::calendar::push_time(&mut clock, time);
    assert_eq!(date_of(&day), Ok(date));
    assert_eq!(time_of(&clock), Ok(time));
    (format!("date '{day}'"), format!("time '{clock}'"))
}

/// A quoted literal is an interval beside a difference of times, and a sum with one is a time.
#[test]
fn lengths_are_known_by_their_form() {
    for condition in [
        "m.ts - m.d = '12 hours'",
        "m.ts - m.d > '5 minutes'",
        "abs(m.d - m.ts) <= '12:00'",
        "m.d + (m.ts - m.d) = m.ts",
        "m.d + coalesce(m.ts - m.d, 0) = m.ts",
        "m.t = '12 hours'::interval + '00:00'::time",
        "m.d + case when m.t > '08:00' then interval '12 hours' else interval '1 day' end = m.ts",
        "m.d + - interval '-12 hours' = m.ts",
        "m.d + 1 = '2024-01-02'",
        "m.d + (m.ts - m.d) / interval '12 hours' = '2024-01-02'",
        "m.d - m.d = '0'",
        "null - m.ts is null and m.ts - null is null and null + m.d is null",
    ] {
        assert_eq!(reason(8, "2024-01-01 12:00", condition), None, "{condition}");
    }
}

#[test]
fn what_does_not_fit_is_overflow() {
    for (zone, at, condition) in [
        (0, "2262-04-11 23:47:16.854775807", "m.ts + 1 > m.ts"),
        (0, "2262-04-11 23:00", "(m.d + 1)::timestamp > m.ts"),
        (8, "2262-04-11 23:00", "m.d + 1 + time '07:47:16.854775808' > m.ts"),
        (0, "1677-09-21 00:13", "m.d::timestamp < m.ts"),
        (0, "1677-09-21 00:13", "date_trunc('hour', m.ts) < m.ts"),
        (0, "1970-01-01", "m.d + 2147483648 > m.d"),
        (0, "1969-12-31", "m.d - 2147483648 < m.d"),
    ] {
        assert_eq!(reason(zone, at, condition), Some(Reason::Overflow), "{condition} at {at}");
    }
    // One day nearer to 1970 each fits.
    for (zone, at, condition) in [
        (0, "2262-04-11 23:00", "m.d::timestamp <= m.ts"),
        (8, "2262-04-11 23:00", "m.d + 1 + time '07:47:16.854775807' > m.ts"),
        (-1, "1677-09-21 00:13", "m.d::timestamp < m.ts"),
        (0, "1677-09-21 01:13", "date_trunc('hour', m.ts) < m.ts"),
        (0, "1969-12-31", "m.d - 2147483647 < m.d"),
    ] {
        assert_eq!(reason(zone, at, condition), None, "{condition} at {at}");
    }
}

/// Without a time of day there is no sum that could overflow.
#[test]
fn a_date_and_no_time_is_no_time() {
    let condition = "(m.d + 200000 + nullif(m.t, m.t)) is null";
    assert_eq!(reason(0, "2024-01-01 12:00", condition), None);
    for condition in [
        "(m.d + 200000 + m.t) is null",
        "(m.d + 2147483647 + 2147483647 + nullif(m.t, m.t)) is null",
    ] {
        assert_eq!(reason(0, "2024-01-01 12:00", condition), Some(Reason::Overflow), "{condition}");
    }
}

/// A parameter, a column and a test take an interval as the number that it is.
#[test]
fn an_interval_is_a_number_where_one_is_stored() {
    let text = "
        create parameter patience int8 = interval '5 minutes';
        create function later(t timestamp, n int8) returns timestamp as $$ select t + n $$
            language sql;
        create table t (id int primary key, wait int8 not null);
        create message m (id int not null, ts timestamp not null, d date not null);
        rule r (later(m.ts, patience) >= later(m.d, interval '1 minute'));
        on m (insert into t values (m.id, interval '1 second'));
        test \"intervals\" (
            given t (id = 2, wait = interval '2 s');
            when m (id = 1, ts = '2024-01-02', d = '2024-01-02') expect accept;
            expect t (id = 1, wait = 1000000000);
            expect t (id = 2, wait = interval '2 seconds')
        );
    ";
    let (program, diagnostics) = rulec::compile(text);
    let shown: Vec<String> = diagnostics.iter().map(|d| d.render("r", text, false)).collect();
    assert!(program.is_some(), "{}", shown.join("\n"));
}

/// The compiler refuses a comparison that would mix days and nanoseconds, so none passes.
#[test]
fn days_and_nanoseconds_are_not_mixed() {
    for condition in
        ["m.d - m.d > interval '30 days'", "m.d - m.d > '30 days'", "m.d + '1 day' > m.d"]
    {
        let text = format!(
            "create message m (ts timestamp not null, d date not null); rule r ({condition})"
        );
        assert!(rulec::compile(&text).0.is_none(), "{condition} compiles");
    }
}
