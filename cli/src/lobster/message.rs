// SPDX-License-Identifier: Apache-2.0

//! Lines of a LOBSTER message file: `time,type,order id,size,price,side[,participant]`, without a
//! header.
//!
//! The time is in seconds after midnight, the price in 1/10000 of the currency unit, the side 1 for
//! buy and -1 for sell. The participant is optional and not used. A few times in LOBSTER's samples
//! have twelve decimals, from arithmetic in binary fractions; what is shorter than a nanosecond is
//! cut off.

use benches::broker::Side;
use engine::calendar::Zone;
use engine::frame::FieldValue;
use engine::schema::Type;
use files::cell;
use files::csv_input::{CsvReader, LastLine};
use files::error::{InputError, Problem};
use flate2::bufread::MultiGzDecoder;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

const COLUMNS: [&str; 7] = ["time", "type", "order id", "size", "price", "side", "participant"];

/// The type of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// 1: a new limit order.
    New,
    /// 2: a cancel of part of an order.
    PartialCancel,
    /// 3: a cancel of the rest of an order.
    Delete,
    /// 4: a fill of a visible order, complete or partial.
    Fill,
    /// 5: a fill of a hidden order; it has no order id.
    HiddenFill,
    /// 6: an auction trade.
    Cross,
    /// 7: a halt or resumption of trading.
    Halt,
}

/// A message of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LobsterMessage {
    /// Nanoseconds after midnight.
    pub ts: i64,
    /// The type.
    pub kind: Kind,
    /// The id of the order.
    pub order_id: i64,
    /// The quantity of the message.
    pub size: i32,
    /// The price, in 1/10000 of the currency unit.
    pub price: i64,
    /// The side of the order.
    pub side: Side,
}

/// A reader of messages.
pub struct LobsterReader {
    reader: CsvReader<Box<dyn BufRead>>,
    is_first: bool,
    cut_times: u64,
}

impl LobsterReader {
    /// Opens a file. A gzip file is recognised by its content, not by its name.
    ///
    /// # Errors
    /// [`Problem::Io`] if it cannot be opened.
    pub fn open(path: &Path) -> Result<LobsterReader, InputError> {
        let name = path.display().to_string();
        let io = |e: std::io::Error| InputError::io(&name, &e);
        let mut file = BufReader::new(File::open(path).map_err(io)?);
        let is_gzip = file.fill_buf().map_err(io)?.starts_with(&[0x1f, 0x8b]);
        let input: Box<dyn BufRead> = if is_gzip {
            Box::new(BufReader::new(MultiGzDecoder::new(file)))
        } else {
            Box::new(file)
        };
        Ok(LobsterReader::new(name, input))
    }

    /// A reader of `input`; error messages name it `name`.
    pub fn new(name: impl Into<String>, input: Box<dyn BufRead>) -> LobsterReader {
        LobsterReader { reader: CsvReader::new(name, input), is_first: true, cut_times: 0 }
    }

    /// The same reader with another treatment of a last line without a line end.
    pub fn with_last_line(self, last_line: LastLine) -> LobsterReader {
        LobsterReader { reader: self.reader.with_last_line(last_line), ..self }
    }

    /// The problem of a last line without a line end, once it has been read.
    pub fn warning(&self) -> Option<InputError> {
        self.reader.warning()
    }

    /// The number of times so far of which a part shorter than a nanosecond was cut off.
    pub fn cut_times(&self) -> u64 {
        self.cut_times
    }

    /// The next message, or none at the end of the file.
    ///
    /// # Errors
    /// A line that is not a message, with its line and column.
    pub fn next_message(&mut self) -> Result<Option<LobsterMessage>, InputError> {
        if !self.reader.advance()? {
            return Ok(None);
        }
        if std::mem::take(&mut self.is_first) {
            self.check_form()?;
            // A file with participants has them in every line.
            let columns = self.reader.len().clamp(6, COLUMNS.len());
            self.reader.name_columns(&COLUMNS[..columns])?;
        }
        let number = |cell, ty| match cell::parse(self.reader.cell(cell), ty, Zone::UTC) {
            Ok(FieldValue::Number(number)) => Ok(number),
            Ok(_) => Err(self.error(cell, Problem::NullInNotNull { is_text: false })),
            Err(problem) => Err(self.error(cell, problem)),
        };
        let text = |cell| self.reader.cell(cell).text.to_owned();
        let bad_code = |cell, expected| {
            let text = text(cell);
            self.error(cell, Problem::BadCode { text, expected })
        };
        let time = nanoseconds(self.reader.cell(0).text);
        let (ts, is_cut) = time.ok_or_else(|| self.error(0, Problem::BadTime { text: text(0) }))?;
        let message = LobsterMessage {
            ts,
            kind: match self.reader.cell(1).text {
                "1" => Kind::New,
                "2" => Kind::PartialCancel,
                "3" => Kind::Delete,
                "4" => Kind::Fill,
                "5" => Kind::HiddenFill,
                "6" => Kind::Cross,
                "7" => Kind::Halt,
                _ => return Err(bad_code(1, "one of the types 1 to 7")),
            },
            order_id: number(2, Type::Int8)?,
            size: number(3, Type::Int4)? as i32,
            price: number(4, Type::Int8)?,
            side: match self.reader.cell(5).text {
                "1" => Side::Buy,
                "-1" => Side::Sell,
                _ => return Err(bad_code(5, "1 (buy) or -1 (sell)")),
            },
        };
        self.cut_times += u64::from(is_cut);
        Ok(Some(message))
    }

    /// Refuses a file whose first line shows that it is another one.
    fn check_form(&self) -> Result<(), InputError> {
        let cells = || (0..self.reader.len()).map(|cell| self.reader.cell(cell).text);
        let is_integer = |text: &str| text.parse::<i64>().is_ok();
        let is_word = |text: &str| text.starts_with(|first: char| first.is_alphabetic());
        let levels = self.reader.len() / 4;
        let problem = if levels * 4 == self.reader.len() && cells().all(is_integer) {
            Problem::LobsterOrderbook { levels }
        } else if cells().all(is_word) {
            Problem::LobsterHeader
        } else {
            return Ok(());
        };
        Err(self.reader.error_at(None, problem))
    }

    fn error(&self, cell: usize, problem: Problem) -> InputError {
        self.reader.error_at(Some(cell), problem)
    }
}

/// Seconds as whole nanoseconds, and whether a shorter part was cut off.
fn nanoseconds(text: &str) -> Option<(i64, bool)> {
    let (seconds, fraction) = text.split_once('.').unwrap_or((text, ""));
    let is_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if seconds.is_empty() || !is_digits(seconds) || !is_digits(fraction) {
        return None;
    }
    let (fraction, beyond) = fraction.split_at(fraction.len().min(9));
    let seconds: i64 = seconds.parse().ok()?;
    let nanoseconds: i64 = format!("{fraction:0<9}").parse().ok()?;
    let ts = seconds.checked_mul(1_000_000_000)?.checked_add(nanoseconds)?;
    Some((ts, beyond.bytes().any(|digit| digit != b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &'static str) -> Result<Vec<LobsterMessage>, InputError> {
        let mut reader = LobsterReader::new("m.csv", Box::new(text.as_bytes()));
        let mut messages = Vec::new();
        while let Some(message) = reader.next_message()? {
            messages.push(message);
        }
        Ok(messages)
    }

    fn error(text: &'static str) -> String {
        read(text).expect_err("the line is bad").to_string()
    }

    #[test]
    fn lines_are_read_with_and_without_a_participant() {
        let messages =
            read("34200.49161086,1,15155829,2,33575700,1,null\n34201,3,-1,5,1,-1,UBSS\n");
        let messages = messages.expect("the lines are good");
        assert_eq!(
            messages[0],
            LobsterMessage {
                ts: 34_200_491_610_860,
                kind: Kind::New,
                order_id: 15_155_829,
                size: 2,
                price: 33_575_700,
                side: Side::Buy,
            }
        );
        assert_eq!((messages[1].ts, messages[1].kind), (34_201_000_000_000, Kind::Delete));
        let six = read("34200.000000001,7,0,0,-1,-1\n").expect("the line is good");
        assert_eq!((six[0].ts, six[0].price), (34_200_000_000_001, -1));
    }

    #[test]
    fn what_is_shorter_than_a_nanosecond_is_cut_off() {
        for (text, ts, cut) in [
            ("35821.088778456004", 35_821_088_778_456, true),
            ("35821.088778456999999999999999", 35_821_088_778_456, true),
            ("35821.088778456000", 35_821_088_778_456, false),
            ("35821.", 35_821_000_000_000, false),
        ] {
            assert_eq!(nanoseconds(text), Some((ts, cut)), "{text}");
        }
        for bad in ["", ".5", "-1.5", "1.5.5", "3.4e4", "99999999999"] {
            assert_eq!(nanoseconds(bad), None, "{bad}");
        }
    }

    #[test]
    fn another_file_is_known_by_its_first_line() {
        let header = "m.csv:1: this is a header, and a LOBSTER message file has none\n  help: \
                      delete the line";
        for line in ["Time,Type,OrderID,Size,Price,Direction\n", "t,y,id,s,p,d,\"MPID\"\n"] {
            assert_eq!(error(line), header);
        }
        assert_eq!(
            error("5859400,200,5853300,18,5859800,200,5853000,150\n"),
            "m.csv:1: this is a line of a LOBSTER orderbook file, with 2 levels of ask and bid, \
             and not of a message file\n  help: name the file with `message` for `orderbook`"
        );
        assert!(error("9999999999,0,-9999999999,0\n").contains("1 level"));
    }

    #[test]
    fn bad_lines_name_line_and_column() {
        assert_eq!(
            error("34200.1,1,1,1,1,1\n09:30,1,1,1,1,1\n"),
            "m.csv:2: column 1 (time): `09:30` is not a time in seconds after midnight\n  help: \
             write digits and a decimal point, such as 34200.000376608"
        );
        assert_eq!(
            error("34200,8,1,1,1,1\n"),
            "m.csv:1: column 2 (type): `8` is not one of the types 1 to 7"
        );
        assert_eq!(
            error("34200,1,1,4000000000,1,1\n"),
            "m.csv:1: column 4 (size): `4000000000` is out of the range of INT\n  \
             help: the range is -2147483648 to 2147483647"
        );
        assert_eq!(
            error("34200,1,1,1,,1\n"),
            "m.csv:1: column 5 (price): the cell is empty, which is NULL, and the column is `not \
             null`\n  help: write a value"
        );
        assert_eq!(
            error("34200,1,1,1,1,0\n"),
            "m.csv:1: column 6 (side): `0` is not 1 (buy) or -1 (sell)"
        );
        assert_eq!(
            error("34200,1,1\n"),
            "m.csv:1: the record has 3 cells, not 6\n  \
             help: leave the cells of NULL values empty, but write their commas"
        );
        assert!(
            error("34200,1,1,1,1,1\n34200,1,1,1,1,1,null\n")
                .starts_with("m.csv:2: the record has 7")
        );
    }
}
