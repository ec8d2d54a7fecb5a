// SPDX-License-Identifier: Apache-2.0

//! Problems of input files, with their place and a remedy.
//!
//! Every problem is a variant with a stable code, so that scripts need not parse the text.

use crate::number::push_number;
use engine::rule::ModeError;
use engine::schema::Type;
use engine::verdict::Reason;

/// A problem with its place. Its text is `FILE:LINE: column N (NAME): problem`, followed by a line
/// of help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputError {
    /// The file, by the name that the reader was given.
    pub file: String,
    /// The line, from 1.
    pub line: Option<u64>,
    /// The cell in that line.
    pub column: Option<ColumnPlace>,
    /// The problem. It is boxed because a result is moved for every record and errors are rare.
    pub problem: Box<Problem>,
}

/// A cell of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnPlace {
    /// The number of the cell, from 1.
    pub number: usize,
    /// The name of the column, if the header has been read.
    pub name: Option<String>,
}

impl InputError {
    /// A problem of a whole file.
    pub fn of_file(file: impl Into<String>, problem: Problem) -> InputError {
        InputError { file: file.into(), line: None, column: None, problem: Box::new(problem) }
    }

    /// An error of the operating system for a file.
    pub fn io(file: impl Into<String>, error: &std::io::Error) -> InputError {
        InputError::of_file(file, Problem::Io(error.to_string()))
    }
}

impl std::fmt::Display for InputError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ": column {}", column.number)?;
            if let Some(name) = &column.name {
                write!(f, " ({name})")?;
            }
        }
        write!(f, ": {}", self.problem)?;
        if let Some(remedy) = self.problem.remedy() {
            write!(f, "\n  help: {remedy}")?;
        }
        Ok(())
    }
}

impl std::error::Error for InputError {}

/// A problem of an input file. Texts from the file are escaped and cut short in messages.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// An error of the operating system.
    #[error("{0}")]
    Io(String),
    /// The bytes of a cell are not UTF-8.
    #[error("the bytes are not UTF-8")]
    NotUtf8,
    /// A quote inside a cell that does not start with one.
    #[error("a quote inside a cell that is not quoted")]
    StrayQuote,
    /// Text between a closing quote and the next comma.
    #[error("text after the closing quote")]
    TextAfterQuote,
    /// A quoted cell without a closing quote.
    #[error("the quoted cell that starts here is not closed")]
    UnterminatedQuote,
    /// A carriage return that is not followed by a line feed.
    #[error("a carriage return without a line feed")]
    BareCarriageReturn,
    /// A record that is longer than the reader's limit.
    #[error("the record is longer than {limit_bytes} bytes")]
    RecordTooLong {
        /// The limit.
        limit_bytes: usize,
    },
    /// A header in a file that has none.
    #[error("this is a header, and a LOBSTER message file has none")]
    LobsterHeader,
    /// An orderbook file where a message file is needed.
    #[error(
        "this is a line of a LOBSTER orderbook file, with {levels} level{} of ask and bid, \
         and not of a message file",
        if *levels == 1 { "" } else { "s" }
    )]
    LobsterOrderbook {
        /// The levels.
        levels: usize,
    },
    /// A last line without a line end.
    #[error("the last line has no line end, so the file may have been cut off")]
    NoLineEnd,
    /// A file without a header.
    #[error("the file is empty and has no header")]
    NoHeader,
    /// A column that is required and missing.
    #[error("column `{column}` is missing: `{owner}` needs it")]
    MissingColumn {
        /// The column.
        column: String,
        /// The table or message.
        owner: String,
    },
    /// A column that no table or message has.
    #[error("no {owner} has a column `{}`", shown(.column))]
    UnknownColumn {
        /// The name in the header.
        column: String,
        /// The table, or `message` for all messages.
        owner: String,
        /// The nearest known name.
        suggestion: Option<String>,
    },
    /// A column that is named twice.
    #[error("column `{}` is a duplicate of column {first}", shown(.column))]
    DuplicateColumn {
        /// The column.
        column: String,
        /// The number of the first, from 1.
        first: usize,
    },
    /// A record with more or fewer cells than the header.
    #[error("the record has {found} cells, not {expected}")]
    CellCount {
        /// The cells of the record.
        found: usize,
        /// The cells of the header.
        expected: usize,
    },
    /// Text that is not a value of the column's type.
    #[error("`{}` is not of type {ty}", shown(.text))]
    BadValue {
        /// The cell.
        text: String,
        /// The type.
        ty: Type,
    },
    /// A number outside the column's range.
    #[error("`{}` is out of the range of {ty}", shown(.text))]
    OutOfRange {
        /// The cell.
        text: String,
        /// The type.
        ty: Type,
    },
    /// A number with more digits after the decimal point than the column holds.
    #[error("`{}` has more digits after the decimal point than {ty} holds", shown(.text))]
    TooManyDecimals {
        /// The cell.
        text: String,
        /// The type.
        ty: Type,
    },
    /// A text longer than the column.
    #[error("`{}` has {len} characters; {ty} holds {max}", shown(.text))]
    TextTooLong {
        /// The cell.
        text: String,
        /// Its length.
        len: usize,
        /// The type.
        ty: Type,
        /// The most characters of the column.
        max: usize,
    },
    /// A text with characters other than printable ASCII.
    #[error("`{}` has a character that is not printable ASCII", shown(.text))]
    TextNotPrintable {
        /// The cell.
        text: String,
    },
    /// An empty cell in a `not null` column.
    #[error("the cell is empty, which is NULL, and the column is `not null`")]
    NullInNotNull {
        /// Whether the column holds text, so that the empty string may be meant.
        is_text: bool,
    },
    /// A row that the engine refused.
    #[error("the row was refused: {}", refusal(*.reason, .table, *.rows_max))]
    RowRefused {
        /// The reason.
        reason: Reason,
        /// The table.
        table: String,
        /// The most rows of the table.
        rows_max: u32,
    },
    /// An events file whose first column is not `message`.
    #[error("the first column is not `message`")]
    NoMessageColumn,
    /// A rule or parameter that the rules do not declare.
    #[error("there is no {what} `{}`", shown(.name))]
    UnknownName {
        /// `rule` or `parameter`.
        what: &'static str,
        /// The name in the cell.
        name: String,
        /// The nearest known name.
        suggestion: Option<String>,
    },
    /// The mode of a rule cannot be changed.
    #[error("{0}")]
    Mode(ModeError),
    /// A message that the rules do not declare.
    #[error("there is no message `{}`", shown(.name))]
    UnknownMessage {
        /// The name in the cell.
        name: String,
        /// The nearest known name.
        suggestion: Option<String>,
        /// All known names.
        known: Vec<String>,
    },
    /// A value for a field that the message of the row does not have.
    #[error("`{message}` has no field `{field}`, but the cell is not empty")]
    FieldNotOfMessage {
        /// The message.
        message: String,
        /// The field.
        field: String,
    },
    /// More events than a sequence number can count.
    #[error("the file has more events than a sequence number can count")]
    TooManyEvents,
    /// A time that is not in seconds after midnight.
    #[error("`{}` is not a time in seconds after midnight", shown(.text))]
    BadTime {
        /// The cell.
        text: String,
    },
    /// A cell that must hold one of a few numbers.
    #[error("`{}` is not {expected}", shown(.text))]
    BadCode {
        /// The cell.
        text: String,
        /// The numbers that are allowed.
        expected: &'static str,
    },
}

impl Problem {
    /// The stable code of the problem.
    pub fn code(&self) -> &'static str {
        match self {
            Problem::Io(_) => "io",
            Problem::NotUtf8 => "not_utf8",
            Problem::StrayQuote => "stray_quote",
            Problem::TextAfterQuote => "text_after_quote",
            Problem::UnterminatedQuote => "unterminated_quote",
            Problem::BareCarriageReturn => "bare_carriage_return",
            Problem::RecordTooLong { .. } => "record_too_long",
            Problem::LobsterHeader => "header",
            Problem::LobsterOrderbook { .. } => "orderbook_file",
            Problem::NoLineEnd => "no_line_end",
            Problem::NoHeader => "no_header",
            Problem::MissingColumn { .. } => "missing_column",
            Problem::UnknownColumn { .. } => "unknown_column",
            Problem::DuplicateColumn { .. } => "duplicate_column",
            Problem::CellCount { .. } => "cell_count",
            Problem::BadValue { .. } => "bad_value",
            Problem::OutOfRange { .. } => "out_of_range",
            Problem::TooManyDecimals { .. } => "too_many_decimals",
            Problem::TextTooLong { .. } => "text_too_long",
            Problem::TextNotPrintable { .. } => "text_not_printable",
            Problem::NullInNotNull { .. } => "null_in_not_null",
            Problem::RowRefused { reason, .. } => reason.text(),
            Problem::NoMessageColumn => "no_message_column",
            Problem::UnknownName { .. } => "unknown_name",
            Problem::Mode(_) => "mode",
            Problem::UnknownMessage { .. } => "unknown_message",
            Problem::FieldNotOfMessage { .. } => "field_not_of_message",
            Problem::TooManyEvents => "too_many_events",
            Problem::BadTime { .. } => "bad_time",
            Problem::BadCode { .. } => "bad_code",
        }
    }

    /// A remedy, for the problems that have one.
    pub fn remedy(&self) -> Option<String> {
        let fixed = match self {
            Problem::Io(_) | Problem::TooManyEvents | Problem::Mode(_) => return None,
            Problem::UnknownName { suggestion, .. } => {
                return suggestion.as_ref().map(|name| format!("did you mean `{name}`?"));
            }
            Problem::NotUtf8 => "save the file as UTF-8",
            Problem::StrayQuote => {
                "put the whole cell in quotes and write each quote in it twice: \"a \"\"b\"\" c\""
            }
            Problem::TextAfterQuote => {
                "a quoted cell ends at its closing quote; write a quote inside it twice"
            }
            Problem::UnterminatedQuote => "close the quote before the comma or the end of the line",
            Problem::BareCarriageReturn => "end each line with LF or CRLF",
            Problem::RecordTooLong { .. } => "look for a quote that is not closed",
            Problem::LobsterHeader => "delete the line",
            Problem::LobsterOrderbook { .. } => "name the file with `message` for `orderbook`",
            Problem::NoLineEnd => "check that it is complete, and end it with a line feed",
            Problem::NoHeader => "write the column names in the first line",
            Problem::CellCount { found, expected } if found < expected => {
                "leave the cells of NULL values empty, but write their commas"
            }
            Problem::CellCount { .. } => "put cells that contain a comma in quotes",
            Problem::DuplicateColumn { .. } => "keep one of the two",
            Problem::TooManyDecimals { .. } => {
                "round the value; values are not rounded when they are read"
            }
            Problem::TextNotPrintable { .. } => "CHAR holds the characters from blank to tilde (~)",
            Problem::NullInNotNull { is_text: true } => {
                "write a value, or \"\" for the empty string"
            }
            Problem::NullInNotNull { is_text: false } => "write a value",
            Problem::NoMessageColumn => {
                "start the header with `message`, followed by names of fields"
            }
            Problem::FieldNotOfMessage { .. } => "leave the cell empty",
            Problem::BadTime { .. } => "write digits and a decimal point, such as 34200.000376608",
            Problem::MissingColumn { column, .. } => {
                return Some(format!("add `{column}` to the header"));
            }
            Problem::UnknownColumn { suggestion, .. } => {
                return Some(match suggestion {
                    Some(name) => format!("did you mean `{name}`?"),
                    None => "remove the column, or declare it".into(),
                });
            }
            Problem::UnknownMessage { suggestion, known, .. } => {
                return Some(match suggestion {
                    Some(name) => format!("did you mean `{name}`?"),
                    None => format!("the messages are {}", known.join(", ")),
                });
            }
            Problem::BadValue { text, ty } => return Some(value_help(text, *ty)),
            Problem::OutOfRange { ty, .. } => return Some(range_help(*ty)),
            Problem::TextTooLong { .. } => "shorten it, or declare a longer CHAR",
            Problem::RowRefused { reason, .. } => match reason {
                Reason::DuplicateKey => "keep one row for each key",
                Reason::TableFull => "state more `rows` for the table in the rule file",
                Reason::GroupsFull | Reason::LevelsFull | Reason::DictionaryFull => {
                    "load less data; the machine has no more room"
                }
                _ => return None,
            },
            Problem::BadCode { .. } => return None,
        };
        Some(fixed.to_owned())
    }
}

fn value_help(text: &str, ty: Type) -> String {
    if text != text.trim() {
        return "remove the blanks around the value".into();
    }
    match ty {
        _ if text.is_empty() => "leave the cell empty, without quotes, for NULL".into(),
        Type::Boolean => "write true or false; t, f, 1 and 0 are also allowed".into(),
        Type::Date => "write a date such as 2024-01-31".into(),
        Type::Time => "write a time of day such as 09:30:00 or 09:30:00.123456789".into(),
        Type::Timestamp => {
            "write nanoseconds, as an integer, or a time such as 2024-01-31 09:30:00".into()
        }
        Type::Decimal { scale: 0, .. } => "write digits with an optional sign, such as -12".into(),
        Type::Decimal { scale, .. } => {
            let digits = "50".repeat(usize::from(scale).div_ceil(2));
            let digits = &digits[..scale.into()];
            format!("write digits with an optional sign and decimal point, such as -12.{digits}")
        }
        Type::Int2 | Type::Int4 | Type::Int8 | Type::Char(_) => {
            "write digits with an optional sign, such as -1250".into()
        }
    }
}

fn range_help(ty: Type) -> String {
    let (low, high) = ty.bounds();
    let show = |bound| {
        let mut text = String::new();
        push_number(&mut text, bound, ty);
        text
    };
    if ty == Type::Timestamp {
        return format!(
            "the range is {low} to {high} nanoseconds, from 1677-09-21 to 2262-04-11; a month has \
             28 to 31 days, a day 24 hours"
        );
    }
    format!("the range is {} to {}", show(low), show(high))
}

fn refusal(reason: Reason, table: &str, rows_max: u32) -> String {
    match reason {
        Reason::DuplicateKey => {
            format!("duplicate_key, an earlier row of `{table}` has the same key")
        }
        Reason::TableFull => format!("table_full, `{table}` holds {rows_max} rows"),
        other => format!("{other}. {}", other.meaning()),
    }
}

/// Text from a file for a message: escaped, and cut after 40 characters.
pub fn shown(text: &str) -> String {
    let mut shown: String = text.chars().take(40).flat_map(char::escape_debug).collect();
    if text.chars().nth(40).is_some() {
        shown.push('…');
    }
    // `escape_debug` also escapes quotes, which would make a cell harder to recognise.
    shown.replace("\\\"", "\"").replace("\\'", "'")
}

/// The known name nearest to an unknown one, if one is near enough.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    known
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(name, candidate), candidate))
        .filter(|(similarity, _)| *similarity > 0.75)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate.to_owned())
}
