// SPDX-License-Identifier: Apache-2.0

//! What is wrong with an input, where it stands and what to do about it.
//!
//! Every problem is a variant of its own with a stable code, so that scripts need not read English.

use engine::schema::Type;
use engine::verdict::Reason;

/// A problem with its place. It is written as `FILE:LINE: column N (NAME): problem`, and a line of
/// help below.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputError {
    /// The file, as it was named to the reader.
    pub file: String,
    /// The line, counting from 1.
    pub line: Option<u64>,
    /// The cell in that line.
    pub column: Option<ColumnPlace>,
    /// What is wrong; boxed, since results are moved for every record and errors are rare.
    pub problem: Box<Problem>,
}

/// A cell of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnPlace {
    /// Its number, counting from 1.
    pub number: usize,
    /// Its name, once the header is known.
    pub name: Option<String>,
}

impl InputError {
    /// A problem of a file as a whole.
    pub fn of_file(file: impl Into<String>, problem: Problem) -> InputError {
        InputError { file: file.into(), line: None, column: None, problem: Box::new(problem) }
    }

    /// A problem of the operating system with a file.
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

/// What can be wrong with an input file. Texts from the file are cut short and escaped when they
/// are shown.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The operating system refused something.
    #[error("{0}")]
    Io(String),
    /// The bytes of a cell are not UTF-8.
    #[error("the bytes are not UTF-8")]
    NotUtf8,
    /// A quote inside a cell that does not start with one.
    #[error("a quote inside a cell that is not quoted")]
    StrayQuote,
    /// Something between a closing quote and the next comma.
    #[error("text behind the closing quote")]
    TextAfterQuote,
    /// A quoted cell that never ends.
    #[error("the quoted cell that starts here is not closed")]
    UnterminatedQuote,
    /// A carriage return that no line feed follows.
    #[error("a carriage return without a line feed")]
    BareCarriageReturn,
    /// A record beyond the reader's limit.
    #[error("the record is longer than {limit_bytes} bytes")]
    RecordTooLong {
        /// The limit.
        limit_bytes: usize,
    },
    /// There is no header.
    #[error("the file is empty, it has no header")]
    NoHeader,
    /// A column that must be there is not.
    #[error("column `{column}` is missing: `{owner}` needs it")]
    MissingColumn {
        /// The column.
        column: String,
        /// The table or message.
        owner: String,
    },
    /// A column that nothing has.
    #[error("no {owner} has a column `{}`", shown(.column))]
    UnknownColumn {
        /// What the header says.
        column: String,
        /// The table, or the messages as a whole.
        owner: String,
        /// The nearest name there is.
        suggestion: Option<String>,
    },
    /// A column named twice.
    #[error("column `{}` was there before, as column {first}", shown(.column))]
    DuplicateColumn {
        /// The column.
        column: String,
        /// Where it was first, counting from 1.
        first: usize,
    },
    /// A record with more or fewer cells than the header.
    #[error("the record has {found} cells, not {expected}")]
    CellCount {
        /// Cells of the record.
        found: usize,
        /// Cells of the header.
        expected: usize,
    },
    /// Text that is no number of the column's type.
    #[error("`{}` is no {ty}", shown(.text))]
    BadValue {
        /// The cell.
        text: String,
        /// The type.
        ty: Type,
    },
    /// A number that the column cannot hold.
    #[error("`{}` is out of the range of {ty}", shown(.text))]
    OutOfRange {
        /// The cell.
        text: String,
        /// The type.
        ty: Type,
    },
    /// More digits behind the point than the column keeps.
    #[error("`{}` has more digits behind the point than {ty} keeps", shown(.text))]
    TooManyDecimals {
        /// The cell.
        text: String,
        /// The type.
        ty: Type,
    },
    /// Text longer than the column.
    #[error("`{}` has {len} characters, {ty} holds {max}", shown(.text))]
    TextTooLong {
        /// The cell.
        text: String,
        /// Its length.
        len: usize,
        /// The type.
        ty: Type,
        /// The most characters.
        max: usize,
    },
    /// Text beyond printable ASCII.
    #[error("`{}` has a character that is not printable ASCII", shown(.text))]
    TextNotPrintable {
        /// The cell.
        text: String,
    },
    /// An empty cell of a column that is `not null`.
    #[error("the cell is empty, which is NULL, and the column is `not null`")]
    NullInNotNull {
        /// Whether an empty text could be meant.
        is_text: bool,
    },
    /// The engine did not take a row.
    #[error("the row was refused: {}", refusal(*.reason, .table, *.rows_max))]
    RowRefused {
        /// Why.
        reason: Reason,
        /// The table.
        table: String,
        /// Rows that it holds.
        rows_max: u32,
    },
    /// An events file whose first column is not `message`.
    #[error("the header does not begin with `message`")]
    NoMessageColumn,
    /// A message that the rules do not declare.
    #[error("there is no message `{}`", shown(.name))]
    UnknownMessage {
        /// What the cell says.
        name: String,
        /// The nearest name there is.
        suggestion: Option<String>,
        /// All names there are.
        known: Vec<String>,
    },
    /// A value for a field that the row's message does not have.
    #[error("`{message}` has no field `{field}`, but the cell is not empty")]
    FieldNotOfMessage {
        /// The message.
        message: String,
        /// The field.
        field: String,
    },
    /// More events than a sequence number can count.
    #[error("the file has more events than a sequence number counts")]
    TooManyEvents,
    /// A time that is not seconds after midnight.
    #[error("`{}` is no time in seconds after midnight", shown(.text))]
    BadTime {
        /// The cell.
        text: String,
    },
    /// A cell that must be one of a few numbers.
    #[error("`{}` is not {expected}", shown(.text))]
    BadCode {
        /// The cell.
        text: String,
        /// What it may be.
        expected: &'static str,
    },
}

impl Problem {
    /// A stable code for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            Problem::Io(_) => "io",
            Problem::NotUtf8 => "not_utf8",
            Problem::StrayQuote => "stray_quote",
            Problem::TextAfterQuote => "text_after_quote",
            Problem::UnterminatedQuote => "unterminated_quote",
            Problem::BareCarriageReturn => "bare_carriage_return",
            Problem::RecordTooLong { .. } => "record_too_long",
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
            Problem::UnknownMessage { .. } => "unknown_message",
            Problem::FieldNotOfMessage { .. } => "field_not_of_message",
            Problem::TooManyEvents => "too_many_events",
            Problem::BadTime { .. } => "bad_time",
            Problem::BadCode { .. } => "bad_code",
        }
    }

    /// What to do about it, where there is something to say.
    pub fn remedy(&self) -> Option<String> {
        let fixed = match self {
            Problem::Io(_) | Problem::TooManyEvents => return None,
            Problem::NotUtf8 => "save the file as UTF-8",
            Problem::StrayQuote => {
                "put the whole cell in quotes and write each quote in it twice: \"a \"\"b\"\" c\""
            }
            Problem::TextAfterQuote => {
                "a quoted cell ends at its quote; a quote inside it is written twice"
            }
            Problem::UnterminatedQuote => "close the quote before the comma or the end of the line",
            Problem::BareCarriageReturn => "end lines with a line feed, or with both",
            Problem::RecordTooLong { .. } => "look for a quote that is not closed",
            Problem::NoHeader => "begin the file with a line of column names",
            Problem::CellCount { found, expected } if found < expected => {
                "leave the cells of NULL values empty, but write their commas"
            }
            Problem::CellCount { .. } => "put cells that contain a comma in quotes",
            Problem::DuplicateColumn { .. } => "keep one of them",
            Problem::TooManyDecimals { .. } => {
                "round the value; nothing is rounded when data is read"
            }
            Problem::TextNotPrintable { .. } => "CHAR holds the characters from blank to tilde",
            Problem::NullInNotNull { is_text: true } => {
                "write a value, or \"\" for the empty string"
            }
            Problem::NullInNotNull { is_text: false } => "write a value",
            Problem::NoMessageColumn => "the header is `message` and then names of fields",
            Problem::FieldNotOfMessage { .. } => "leave the cell empty",
            Problem::BadTime { .. } => "write at most nine decimals, such as 34200.000376608",
            Problem::MissingColumn { column, .. } => {
                return Some(format!("add `{column}` to the header"));
            }
            Problem::UnknownColumn { suggestion, .. } => {
                return Some(match suggestion {
                    Some(name) => format!("did you mean `{name}`?"),
                    None => "take the column out, or declare it".into(),
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
                Reason::DuplicateKey => "keep one row a key",
                Reason::TableFull => "state more `rows` for the table in the rule file",
                Reason::GroupsFull | Reason::LevelsFull | Reason::DictionaryFull => {
                    "load less data; this is a capacity of the machine"
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
        return "take the blanks around it away".into();
    }
    match ty {
        _ if text.is_empty() => "leave the cell empty, without quotes, for NULL".into(),
        Type::Boolean => "write true or false (t, f, 1 and 0 will do)".into(),
        Type::Timestamp => "write nanoseconds, as an integer".into(),
        Type::Decimal { scale: 0, .. } => "write digits with an optional sign, such as -12".into(),
        Type::Decimal { scale, .. } => {
            let digits = "50".repeat(usize::from(scale).div_ceil(2));
            let digits = &digits[..scale.into()];
            format!("write digits with an optional sign and point, such as -12.{digits}")
        }
        _ => "write digits with an optional sign, such as -1250".into(),
    }
}

fn range_help(ty: Type) -> String {
    let (low, high) = ty.bounds();
    let show = |bound| crate::cell::decimal_text(i128::from(bound), ty.scale());
    format!("it holds {} to {}", show(low), show(high))
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
    // `escape_debug` also escapes quotes, which only makes a cell harder to recognise.
    shown.replace("\\\"", "\"").replace("\\'", "'")
}

/// The known name nearest to one that is not known, if any is near.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    known
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(name, candidate), candidate))
        .filter(|(similarity, _)| *similarity > 0.75)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate.to_owned())
}
