// SPDX-License-Identifier: Apache-2.0

//! A streaming reader of CSV records (RFC 4180) that knows the place of every cell and whether the
//! cell was quoted.
//!
//! An empty cell is NULL and a quoted empty cell is the empty string. Common CSV readers do not
//! report this difference, so the crate has its own. It accepts LF and CRLF, a byte-order mark,
//! quoted cells over several lines, and blank lines between records, which it skips. It refuses
//! input that is not CSV instead of guessing. One record is in memory at a time, and the length of
//! a record is limited.
//!
//! A file that was cut off can end in the middle of a number, which is another number. Its last
//! line has no line end then, so that [`LastLine`] says what happens to such a line.

use crate::error::{ColumnPlace, InputError, Problem};
use crate::interrupt;
use engine::frame::FrameError;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

/// The most bytes of a record. A record of 32 columns of any type is much shorter.
pub const RECORD_BYTES_MAX: usize = 64 * 1024;

/// A cell of a record, unparsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RawCell<'a> {
    /// The text, without the quotes around it.
    pub text: &'a str,
    /// Whether the text was in quotes.
    pub quoted: bool,
}

impl RawCell<'_> {
    /// Whether the cell is NULL: empty and not quoted.
    pub fn is_null(&self) -> bool {
        self.text.is_empty() && !self.quoted
    }
}

/// What happens to the last line of a file if it has no line end, as when the file was cut off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LastLine {
    /// It is read, and [`CsvReader::warning`] says so.
    #[default]
    Taken,
    /// It is an error.
    Refused,
}

#[derive(Clone, Copy)]
struct Span {
    start: usize,
    end: usize,
    quoted: bool,
    line: u64,
}

/// A reader of records. It keeps the latest record until the next one is read.
pub struct CsvReader<R> {
    file: String,
    input: R,
    bytes_read: u64,
    /// Lines read so far.
    lines: u64,
    last_line: LastLine,
    /// Whether the line that was read last has no line end.
    has_no_end: bool,
    names: Vec<String>,
    raw: Vec<u8>,
    text: String,
    spans: Vec<Span>,
}

impl CsvReader<BufReader<File>> {
    /// Opens a file.
    ///
    /// # Errors
    /// [`Problem::Io`] if it cannot be opened.
    pub fn open(path: &Path) -> Result<Self, InputError> {
        let name = path.display().to_string();
        let file = File::open(path).map_err(|e| InputError::io(&name, &e))?;
        Ok(CsvReader::new(name, BufReader::with_capacity(256 * 1024, file)))
    }
}

impl<R: BufRead> CsvReader<R> {
    /// A reader of `input`; error messages name it `file`.
    pub fn new(file: impl Into<String>, input: R) -> Self {
        CsvReader {
            file: file.into(),
            input,
            bytes_read: 0,
            lines: 0,
            last_line: LastLine::default(),
            has_no_end: false,
            names: Vec::new(),
            raw: Vec::new(),
            text: String::new(),
            spans: Vec::new(),
        }
    }

    /// The same reader with another treatment of a last line without a line end.
    pub fn with_last_line(self, last_line: LastLine) -> Self {
        CsvReader { last_line, ..self }
    }

    /// The problem of a last line without a line end, once it has been read and taken.
    pub fn warning(&self) -> Option<InputError> {
        self.has_no_end.then(|| InputError {
            line: Some(self.lines),
            ..InputError::of_file(&self.file, Problem::NoLineEnd)
        })
    }

    /// Reads the header: column names, folded to lower case as the rule language folds names.
    ///
    /// # Errors
    /// [`Problem::NoHeader`], [`Problem::DuplicateColumn`], or an error of [`CsvReader::advance`].
    pub fn read_header(&mut self) -> Result<(), InputError> {
        if !self.advance()? {
            return Err(InputError::of_file(&self.file, Problem::NoHeader));
        }
        let mut names: Vec<String> = Vec::with_capacity(self.len());
        for i in 0..self.len() {
            let name = self.cell(i).text.to_ascii_lowercase();
            if let Some(first) = names.iter().position(|n| *n == name) {
                let problem = Problem::DuplicateColumn { column: name, first: first + 1 };
                return Err(self.error_at(Some(i), problem));
            }
            names.push(name);
        }
        self.names = names;
        Ok(())
    }

    /// Names the columns of a file without a header. The latest record must have as many cells.
    ///
    /// # Errors
    /// [`Problem::CellCount`] if it does not.
    pub fn name_columns(&mut self, names: &[&str]) -> Result<(), InputError> {
        self.names = names.iter().map(|name| (*name).to_owned()).collect();
        self.check_cell_count()
    }

    /// The names in the header.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Reads the next record; false at the end of the file. After a header, every record must have
    /// as many cells as the header.
    ///
    /// # Errors
    /// Input that is not CSV or not UTF-8, a record that is too long or has another number of
    /// cells, and [`Problem::Io`].
    pub fn advance(&mut self) -> Result<bool, InputError> {
        interrupt::check().map_err(|error| InputError::io(&self.file, &error))?;
        self.spans.clear();
        loop {
            self.raw.clear();
            if !self.append_line()? {
                return Ok(false);
            }
            if !matches!(self.raw.as_slice(), b"\n" | b"\r\n") {
                break;
            }
        }
        let mut text = std::mem::take(&mut self.text).into_bytes();
        text.clear();
        self.split(&mut text)?;
        match String::from_utf8(text) {
            Ok(text) => self.text = text,
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                let cell = self.spans.iter().position(|span| at < span.end);
                return Err(self.error_at(cell, Problem::NotUtf8));
            }
        }
        match self.warning().filter(|_| self.last_line == LastLine::Refused) {
            None => self.check_cell_count().map(|()| true),
            Some(cut_off) => Err(cut_off),
        }
    }

    fn check_cell_count(&self) -> Result<(), InputError> {
        if self.names.is_empty() || self.spans.len() == self.names.len() {
            return Ok(());
        }
        let problem = Problem::CellCount { found: self.spans.len(), expected: self.names.len() };
        Err(self.error_at(None, problem))
    }

    /// The number of cells of the record.
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether there is no record.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// A cell of the record.
    pub fn cell(&self, index: usize) -> RawCell<'_> {
        let Span { start, end, quoted, .. } = self.spans[index];
        RawCell { text: &self.text[start..end], quoted }
    }

    /// The line on which the record starts, from 1.
    pub fn line(&self) -> u64 {
        self.spans.first().map_or(self.lines, |span| span.line)
    }

    /// The bytes read so far, for progress.
    pub fn bytes_read(&self) -> u64 {
        self.bytes_read
    }

    /// An error at a cell of the record, or at the whole record.
    pub fn error_at(&self, cell: Option<usize>, problem: Problem) -> InputError {
        let line =
            cell.and_then(|i| self.spans.get(i)).map_or_else(|| self.line(), |span| span.line);
        InputError {
            file: self.file.clone(),
            line: Some(line),
            column: cell.map(|i| ColumnPlace { number: i + 1, name: self.names.get(i).cloned() }),
            problem: Box::new(problem),
        }
    }

    /// Splits `raw` into cells and reads further lines if a quoted cell continues on them.
    fn split(&mut self, text: &mut Vec<u8>) -> Result<(), InputError> {
        let mut at = 0;
        loop {
            if !self.spans.is_empty() {
                // The comma keeps half a character at the end of one cell and half at the start of
                // the next from forming a character.
                text.push(b',');
            }
            let (start, line) = (text.len(), self.lines);
            let quoted = self.raw.get(at) == Some(&b'"');
            // The span is added before its end is known, so that an error in the cell has its line.
            self.spans.push(Span { start, end: start, quoted, line });
            let cell = self.spans.len() - 1;
            if quoted {
                at = self.take_quoted(at + 1, cell, text)?;
            } else {
                let rest = &self.raw[at..];
                let len = rest
                    .iter()
                    .position(|b| matches!(b, b',' | b'\n' | b'\r' | b'"'))
                    .unwrap_or(rest.len());
                text.extend_from_slice(&rest[..len]);
                at += len;
            }
            self.spans[cell].end = text.len();
            match &self.raw[at..] {
                [b',', ..] => at += 1,
                [] | [b'\n'] | [b'\r', b'\n'] => return Ok(()),
                // A carriage return as the last byte of the file is the first half of a CRLF.
                [b'\r'] => return Ok(()),
                [b'\r', ..] => return Err(self.error_at(Some(cell), Problem::BareCarriageReturn)),
                [b'"', ..] => return Err(self.error_at(Some(cell), Problem::StrayQuote)),
                _ => return Err(self.error_at(Some(cell), Problem::TextAfterQuote)),
            }
        }
    }

    /// Takes a quoted cell, starting after its opening quote, and returns the position after its
    /// closing quote.
    fn take_quoted(
        &mut self,
        mut at: usize,
        cell: usize,
        text: &mut Vec<u8>,
    ) -> Result<usize, InputError> {
        loop {
            let rest = &self.raw[at..];
            let len = rest.iter().position(|b| *b == b'"').unwrap_or(rest.len());
            text.extend_from_slice(&rest[..len]);
            at += len;
            match &self.raw[at..] {
                [b'"', b'"', ..] => {
                    text.push(b'"');
                    at += 2;
                }
                [b'"', ..] => return Ok(at + 1),
                _ => {
                    if !self.append_line()? {
                        return Err(self.error_at(Some(cell), Problem::UnterminatedQuote));
                    }
                }
            }
        }
    }

    /// Appends one line with its line end to `raw`; false at the end of the file.
    fn append_line(&mut self) -> Result<bool, InputError> {
        let before = self.raw.len();
        loop {
            let buffer = match self.input.fill_buf() {
                Ok(buffer) => buffer,
                Err(e) if e.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(e) => return Err(self.error_at(None, Problem::Io(e.to_string()))),
            };
            if buffer.is_empty() {
                break;
            }
            let end = buffer.iter().position(|b| *b == b'\n');
            let len = end.map_or(buffer.len(), |end| end + 1);
            let taken = len.min(RECORD_BYTES_MAX + 1 - self.raw.len());
            self.raw.extend_from_slice(&buffer[..taken]);
            self.input.consume(taken);
            self.bytes_read += taken as u64;
            if self.raw.len() > RECORD_BYTES_MAX {
                if self.spans.is_empty() {
                    self.lines += 1;
                }
                let problem = Problem::RecordTooLong { limit_bytes: RECORD_BYTES_MAX };
                return Err(self.error_at(None, problem));
            }
            if end.is_some() {
                break;
            }
        }
        if self.raw.len() == before {
            return Ok(false);
        }
        self.lines += 1;
        self.has_no_end = self.raw.last() != Some(&b'\n');
        if self.lines == 1 && self.raw.starts_with(b"\xEF\xBB\xBF") {
            self.raw.drain(..3);
        }
        Ok(true)
    }
}

/// The error for a frame that cannot be written although its cells were checked. No compiled
/// program causes it.
pub(crate) fn frame_error<R: BufRead>(reader: &CsvReader<R>, error: FrameError) -> InputError {
    reader.error_at(None, Problem::Io(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(input: &[u8]) -> Result<Vec<Vec<(String, bool)>>, InputError> {
        let mut reader = CsvReader::new("x.csv", input);
        let mut records = Vec::new();
        while reader.advance()? {
            let cells = (0..reader.len()).map(|i| reader.cell(i));
            records.push(cells.map(|c| (c.text.to_owned(), c.quoted)).collect());
        }
        Ok(records)
    }

    fn error(input: &[u8]) -> String {
        read(input).expect_err("the input should be refused").to_string()
    }

    #[test]
    fn quoted_and_unquoted_empty_cells_differ() {
        let records = read(b"a,,\"\",\"b\"\n").expect("it is CSV");
        let cells: Vec<_> = records[0].iter().map(|(t, q)| (t.as_str(), *q)).collect();
        assert_eq!(cells, [("a", false), ("", false), ("", true), ("b", true)]);
    }

    #[test]
    fn line_ends_marks_and_blank_lines_do_not_matter() {
        let plain = read(b"a,b\n1,2\n").expect("it is CSV");
        for same in [
            &b"a,b\r\n1,2\r\n"[..],
            b"\xEF\xBB\xBFa,b\n1,2",
            b"\n\na,b\r\n\r\n1,2\n\n",
            b"a,b\n1,2\r",
        ] {
            assert_eq!(read(same).expect("it is CSV"), plain);
        }
        assert_eq!(read(b"").expect("it is CSV"), Vec::<Vec<_>>::new());
    }

    #[test]
    fn a_last_line_without_a_line_end_is_a_warning_or_an_error() {
        const PROBLEM: &str = "the last line has no line end, so the file may have been cut off\n  \
                               help: check that it is complete, and end it with a line feed";
        for (input, line) in [
            ("a,b\n1,1300\n", None),
            ("a,b\n1,13", Some(2)),
            ("a,b\r\n1,\"13\n\n00\"", Some(4)),
            ("a,b\n1,13\r", Some(2)),
            ("a,b", Some(1)),
            ("", None),
        ] {
            let mut reader = CsvReader::new("x.csv", input.as_bytes());
            while reader.advance().expect("it is CSV") {}
            let problem = line.map(|line| format!("x.csv:{line}: {PROBLEM}"));
            assert_eq!(reader.warning().map(|error| error.to_string()), problem, "{input:?}");
            let reader = CsvReader::new("x.csv", input.as_bytes());
            let mut reader = reader.with_last_line(LastLine::Refused);
            let end = loop {
                match reader.advance() {
                    Ok(true) => {}
                    Ok(false) => break None,
                    Err(error) => break Some(error.to_string()),
                }
            };
            assert_eq!(end, problem, "{input:?}");
        }
    }

    #[test]
    fn quoted_cells_hold_commas_quotes_and_lines() {
        let mut reader = CsvReader::new("x.csv", &b"\"a\n\"\"b\"\",\",c\n\"d\"\n"[..]);
        assert!(reader.advance().expect("it is CSV"));
        assert_eq!(reader.cell(0).text, "a\n\"b\",");
        assert_eq!((reader.line(), reader.cell(1).text), (1, "c"));
        assert!(reader.advance().expect("it is CSV"));
        assert_eq!((reader.line(), reader.cell(0).text), (3, "d"));
        assert!(!reader.advance().expect("it is CSV"));
    }

    #[test]
    fn errors_name_the_line_and_the_cell() {
        let lines = |text: String| text.lines().next().map(str::to_owned).unwrap_or_default();
        for (input, expected) in [
            (&b"a\nb,c\"d\n"[..], "x.csv:2: column 2: a quote inside a cell that is not quoted"),
            (b"a,\"b\"c\n", "x.csv:1: column 2: text after the closing quote"),
            (b"a\nb,\"c\n\nd", "x.csv:2: column 2: the quoted cell that starts here is not closed"),
            (b"a\rb\n", "x.csv:1: column 1: a carriage return without a line feed"),
            (b"a,b\n\"x\ny\",\xff\n", "x.csv:3: column 2: the bytes are not UTF-8"),
        ] {
            assert_eq!(lines(error(input)), expected);
        }
        let long = [b"a\n".to_vec(), vec![b'x'; RECORD_BYTES_MAX + 1]].concat();
        assert_eq!(lines(error(&long)), "x.csv:2: the record is longer than 65536 bytes");
        let fits = [vec![b'x'; RECORD_BYTES_MAX - 1], b"\n".to_vec()].concat();
        assert_eq!(read(&fits).expect("it is CSV").len(), 1);
    }

    #[test]
    fn half_characters_of_two_cells_do_not_make_one() {
        assert!(error(b"\xc3,\xa9\n").starts_with("x.csv:1: column 1: the bytes are not UTF-8"));
        assert!(error(b"a,\"\xc3\",\xa9\n").starts_with("x.csv:1: column 2: the bytes are not"));
    }

    #[test]
    fn a_header_is_folded_and_binds_the_number_of_cells() {
        let mut reader = CsvReader::new("x.csv", &b"A,b\n1\n"[..]);
        reader.read_header().expect("it is a header");
        assert_eq!(reader.names(), ["a", "b"]);
        let error = reader.advance().expect_err("a cell is missing");
        assert_eq!(error.problem.code(), "cell_count");
        let mut twice = CsvReader::new("x.csv", &b"a,b,A\n"[..]);
        let error = twice.read_header().expect_err("`a` is there twice");
        assert_eq!(
            error.to_string(),
            "x.csv:1: column 3: column `a` is a duplicate of column 1\n  help: keep one of the two"
        );
    }

    proptest! {
        #[test]
        fn quoted_cells_are_read_back(
            cells in prop::collection::vec("[ -~\n\r€]{0,8}", 1..6),
        ) {
            let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
            let line: Vec<String> = cells.iter().map(quoted).collect();
            let records = read(line.join(",").as_bytes()).expect("it is CSV");
            let texts: Vec<&str> = records[0].iter().map(|(t, _)| t.as_str()).collect();
            prop_assert_eq!(texts, cells);
        }

        #[test]
        fn no_bytes_make_it_panic(
            input in prop::collection::vec(
                prop::sample::select(&b"a,\"\r\n\xff\xc3\xa9"[..]),
                0..40,
            ),
        ) {
            let _ = read(&input);
        }
    }
}
