// SPDX-License-Identifier: Apache-2.0

//! Cells of CSV files as typed values, and back.
//!
//! Reading does not round, cut or trim a value; only blanks at the end of a CHAR are dropped, as
//! everywhere in the engine. A value that is written and read back is the same value.

use crate::csv_input::RawCell;
use crate::error::Problem;
use crate::number::{decimal_text, push_number};
use engine::calendar::{TextError, Zone, date_of, time_of, timestamp_of};
use engine::executor::Cell;
use engine::frame::{FieldValue, trim};
use engine::schema::{ColumnDef, ColumnKind, Type};
use std::fmt::Write as _;

/// The value of a cell; an empty cell without quotes is NULL. A point in time without an offset is
/// in `zone`, that of the rule file.
///
/// # Errors
/// The [`Problem`] of a cell that is not a value of its type. Whether NULL is allowed is the
/// caller's decision.
pub fn parse(cell: RawCell<'_>, ty: Type, zone: Zone) -> Result<FieldValue<'_>, Problem> {
    if cell.is_null() {
        return Ok(FieldValue::Null);
    }
    let text = cell.text;
    match ty {
        Type::Char(n) => parse_char(text, n.into()).map(FieldValue::Text),
        Type::Boolean => match text.to_ascii_lowercase().as_str() {
            "true" | "t" | "1" => Ok(FieldValue::Number(1)),
            "false" | "f" | "0" => Ok(FieldValue::Number(0)),
            _ => Err(bad(text, ty)),
        },
        Type::Date => of_text(date_of(text).map(i64::from), text, ty),
        Type::Time => of_text(time_of(text), text, ty),
        Type::Timestamp if !is_integer(text) => of_text(timestamp_of(text, zone), text, ty),
        Type::Int2 | Type::Int4 | Type::Int8 | Type::Decimal { .. } | Type::Timestamp => {
            parse_number(text, ty).map(FieldValue::Number)
        }
    }
}

/// Whether a text is digits after a sign, if any.
fn is_integer(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn of_text<'a>(
    value: Result<i64, TextError>,
    text: &str,
    ty: Type,
) -> Result<FieldValue<'a>, Problem> {
    let text = || text.to_owned();
    value.map(FieldValue::Number).map_err(|error| match error {
        TextError::Form => Problem::BadValue { text: text(), ty },
        TextError::Range => Problem::OutOfRange { text: text(), ty },
        TextError::Fraction => Problem::TooManyDecimals { text: text(), ty },
    })
}

fn bad(text: &str, ty: Type) -> Problem {
    Problem::BadValue { text: text.to_owned(), ty }
}

fn parse_char(text: &str, max: usize) -> Result<&[u8], Problem> {
    if !text.bytes().all(|b| matches!(b, b' '..=b'~')) {
        return Err(Problem::TextNotPrintable { text: text.to_owned() });
    }
    let trimmed = trim(text.as_bytes());
    if trimmed.len() > max {
        return Err(Problem::TextTooLong {
            text: text.to_owned(),
            len: trimmed.len(),
            ty: Type::Char(max as u8),
            max,
        });
    }
    Ok(trimmed)
}

/// Parses a signed number with at most `scale` digits after the decimal point, and zeros after
/// them; the result is `value * 10^scale`.
fn parse_number(text: &str, ty: Type) -> Result<i64, Problem> {
    let scale = usize::from(ty.scale());
    let (negative, digits) = match text.as_bytes() {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        all => (false, all),
    };
    let (whole, fraction) = match digits.iter().position(|b| *b == b'.') {
        Some(point) if matches!(ty, Type::Decimal { .. }) => {
            (&digits[..point], &digits[point + 1..])
        }
        _ => (digits, &digits[..0]),
    };
    let all_digits = whole.iter().chain(fraction).all(u8::is_ascii_digit);
    if whole.len() + fraction.len() == 0 || !all_digits {
        return Err(bad(text, ty));
    }
    let (fraction, beyond) = fraction.split_at(fraction.len().min(scale));
    if beyond.iter().any(|digit| *digit != b'0') {
        return Err(Problem::TooManyDecimals { text: text.to_owned(), ty });
    }
    let out_of_range = || Problem::OutOfRange { text: text.to_owned(), ty };
    let padding = std::iter::repeat_n(&b'0', scale - fraction.len());
    let mut magnitude = 0_i128;
    for digit in whole.iter().chain(fraction).chain(padding) {
        magnitude = magnitude * 10 + i128::from(digit - b'0');
        // A magnitude beyond 64 bits is out of range for every type. The early return keeps long
        // texts from overflowing.
        if magnitude > i128::from(u64::MAX) {
            return Err(out_of_range());
        }
    }
    let exact = if negative { -magnitude } else { magnitude };
    let (low, high) = ty.bounds();
    i64::try_from(exact).ok().filter(|value| (low..=high).contains(value)).ok_or_else(out_of_range)
}

/// Appends a text cell, in quotes if it is empty or needs them.
pub fn push_text(out: &mut String, text: &str) {
    if text.is_empty() || text.contains([',', '"', '\n', '\r']) {
        out.push('"');
        for c in text.chars() {
            if c == '"' {
                out.push('"');
            }
            out.push(c);
        }
        out.push('"');
    } else {
        out.push_str(text);
    }
}

/// Appends a cell of a table, declared or hidden.
///
/// NULL is empty, and so is a sum over no value. The levels of a `min` or `max`, and the values of
/// a `count(distinct)`, are `value*count`, joined by blanks.
pub fn push_cell(out: &mut String, cell: &Cell<'_>, column: &ColumnDef) {
    match (*cell, column.kind) {
        (Cell::Null | Cell::Sum(0, _), _) => {}
        (Cell::Number(number), ColumnKind::Rows | ColumnKind::Count) => {
            push_number(out, number, Type::Int8);
        }
        (Cell::Number(number), _) => push_number(out, number, column.ty),
        (Cell::Text(text), _) => push_text(out, text),
        (Cell::Sum(_, sum), _) => out.push_str(&decimal_text(sum, column.ty.scale())),
        (Cell::Levels(levels), _) => {
            for (i, (value, count)) in levels.iter().enumerate() {
                if i > 0 {
                    out.push(' ');
                }
                push_number(out, *value, column.ty);
                let _ = write!(out, "*{count}");
            }
        }
        (Cell::Texts(texts), _) => {
            let each = texts.iter().map(|(text, count)| format!("{text}*{count}"));
            push_text(out, &each.collect::<Vec<_>>().join(" "));
        }
    }
}

/// Appends a value of a frame.
pub fn push_value(out: &mut String, value: &FieldValue<'_>, ty: Type) {
    match *value {
        FieldValue::Null => {}
        FieldValue::Number(number) => push_number(out, number, ty),
        FieldValue::Text(text) => push_text(out, &String::from_utf8_lossy(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PRICE: Type = Type::Decimal { precision: 6, scale: 2 };

    fn plain(text: &str) -> RawCell<'_> {
        RawCell { text, quoted: false }
    }

    fn number(text: &str, ty: Type) -> Result<i64, &'static str> {
        match parse(plain(text), ty, Zone::new(8).expect("8 is a zone")) {
            Ok(FieldValue::Number(number)) => Ok(number),
            Ok(_) => Err("no number"),
            Err(problem) => Err(problem.code()),
        }
    }

    #[test]
    fn numbers_are_read_exactly_or_refused() {
        for (text, ty, expected) in [
            ("12", Type::Int4, Ok(12)),
            ("+12", Type::Int4, Ok(12)),
            ("-2147483648", Type::Int4, Ok(-2_147_483_648)),
            ("2147483648", Type::Int4, Err("out_of_range")),
            ("32768", Type::Int2, Err("out_of_range")),
            ("-9223372036854775808", Type::Int8, Ok(i64::MIN)),
            ("9223372036854775808", Type::Int8, Err("out_of_range")),
            ("99999999999999999999999999999999999999999", Type::Int8, Err("out_of_range")),
            ("1.0", Type::Int4, Err("bad_value")),
            (" 1", Type::Int4, Err("bad_value")),
            ("-", Type::Int4, Err("bad_value")),
            ("1e3", PRICE, Err("bad_value")),
            ("-12.50", PRICE, Ok(-1250)),
            ("-12.5", PRICE, Ok(-1250)),
            ("-0.5", PRICE, Ok(-50)),
            (".5", PRICE, Ok(50)),
            ("5.", PRICE, Ok(500)),
            (".", PRICE, Err("bad_value")),
            ("1.2.3", PRICE, Err("bad_value")),
            ("9999.99", PRICE, Ok(999_999)),
            ("10000", PRICE, Err("out_of_range")),
            ("1.250", PRICE, Ok(125)),
            ("-9999.99000000000000000000000", PRICE, Ok(-999_999)),
            (".000", PRICE, Ok(0)),
            ("1.2500x", PRICE, Err("bad_value")),
            ("1.2500001", PRICE, Err("too_many_decimals")),
            ("7.000", Type::Decimal { precision: 4, scale: 0 }, Ok(7)),
            ("7.5", Type::Decimal { precision: 4, scale: 0 }, Err("too_many_decimals")),
            ("true", Type::Boolean, Ok(1)),
            ("F", Type::Boolean, Ok(0)),
            ("1", Type::Boolean, Ok(1)),
            ("yes", Type::Boolean, Err("bad_value")),
            ("1618219800000000000", Type::Timestamp, Ok(1_618_219_800_000_000_000)),
            ("2021-04-12 17:30:00", Type::Timestamp, Ok(1_618_219_800_000_000_000)),
            ("2021-04-12T09:30:00Z", Type::Timestamp, Ok(1_618_219_800_000_000_000)),
            ("2263-01-01", Type::Timestamp, Err("out_of_range")),
            ("2021-04-12 17:30:00.1234567890", Type::Timestamp, Ok(1_618_219_800_123_456_789)),
            ("2021-04-12 17:30:00.12345678901", Type::Timestamp, Err("too_many_decimals")),
            ("2021-04-12T09:30:00.500000000000Z", Type::Timestamp, Ok(1_618_219_800_500_000_000)),
            ("12.5", Type::Timestamp, Err("bad_value")),
            ("9223372036854775808", Type::Timestamp, Err("out_of_range")),
            ("1969-12-31", Type::Date, Ok(-1)),
            ("2023-02-29", Type::Date, Err("out_of_range")),
            ("19000", Type::Date, Err("bad_value")),
            ("09:30:00.5", Type::Time, Ok(34_200_500_000_000)),
            ("09:30:00.0000000000", Type::Time, Ok(34_200_000_000_000)),
            ("09:30:00.", Type::Time, Err("bad_value")),
            ("09:30:00.00000000001", Type::Time, Err("too_many_decimals")),
            ("24:00:01", Type::Time, Err("out_of_range")),
        ] {
            assert_eq!(number(text, ty), expected, "{text} as {ty}");
        }
    }

    #[test]
    fn text_is_printable_short_and_blank_padded() {
        let text = |text| parse(plain(text), Type::Char(4), Zone::UTC).map_err(|p| p.code());
        assert_eq!(text("ab"), Ok(FieldValue::Text(b"ab")));
        assert_eq!(text("ab     "), Ok(FieldValue::Text(b"ab")));
        assert_eq!(text(""), Ok(FieldValue::Null));
        assert_eq!(text("abcde"), Err("text_too_long"));
        assert_eq!(text("a\tb"), Err("text_not_printable"));
        assert_eq!(text("é"), Err("text_not_printable"));
        let empty = RawCell { text: "", quoted: true };
        assert_eq!(parse(empty, Type::Char(4), Zone::UTC), Ok(FieldValue::Text(b"")));
        assert_eq!(parse(empty, Type::Int4, Zone::UTC).map_err(|p| p.code()), Err("bad_value"));
    }

    #[test]
    fn decimals_keep_their_scale() {
        for (value, scale, expected) in [
            (0, 2, "0.00"),
            (-5, 2, "-0.05"),
            (-1250, 2, "-12.50"),
            (7, 0, "7"),
            (i128::MIN, 1, "-17014118346046923173168730371588410572.8"),
        ] {
            assert_eq!(decimal_text(value, scale), expected);
        }
    }

    #[test]
    fn hidden_columns_are_readable() {
        let column = |kind| ColumnDef { name: "c".into(), ty: PRICE, nullable: true, kind };
        let shown = |cell: Cell<'_>, kind| {
            let mut out = String::new();
            push_cell(&mut out, &cell, &column(kind));
            out
        };
        assert_eq!(shown(Cell::Sum(2, -1250), ColumnKind::Sum), "-12.50");
        assert_eq!(shown(Cell::Sum(0, 0), ColumnKind::Sum), "");
        assert_eq!(shown(Cell::Number(3), ColumnKind::Count), "3");
        let levels = [(100, 2), (125, 1)];
        assert_eq!(shown(Cell::Levels(&levels), ColumnKind::Min), "1.00*2 1.25*1");
        let texts = Cell::Texts(&[("A,B", 2), ("C", 1)]);
        assert_eq!(shown(texts, ColumnKind::Distinct), "\"A,B*2 C*1\"");
    }

    proptest! {
        #[test]
        fn numbers_survive_the_way_out_and_in(value in any::<i64>(), scale in 0_u8..=18) {
            let decimal = Type::Decimal { precision: 18, scale };
            for ty in [Type::Int8, Type::Timestamp, Type::Date, Type::Time, decimal] {
                let (low, high) = ty.bounds();
                let value = value.clamp(low, high);
                let mut text = String::new();
                push_number(&mut text, value, ty);
                prop_assert_eq!(number(&text, ty), Ok(value));
            }
        }
    }
}
