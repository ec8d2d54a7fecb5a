// SPDX-License-Identifier: Apache-2.0

//! Errors of queries, with their place.

use sqlparser::tokenizer::{Location, Span};
use std::fmt;

/// The failure of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryError {
    /// What is wrong.
    pub message: String,
    /// Line and column of the query, from 1, where they are known.
    pub place: Option<(usize, usize)>,
    /// The line of the query at the place.
    pub line: String,
    /// A remedy.
    pub help: Option<String>,
}

impl QueryError {
    /// An error without a place.
    pub fn new(message: impl Into<String>) -> QueryError {
        QueryError { message: message.into(), place: None, line: String::new(), help: None }
    }

    /// An error at a span of the query.
    pub fn at(span: Span, message: impl Into<String>) -> QueryError {
        let Location { line, column } = span.start;
        let place = (line > 0).then_some((line as usize, column as usize));
        QueryError { place, ..QueryError::new(message) }
    }

    /// The same error with a remedy.
    pub fn help(self, help: impl Into<String>) -> QueryError {
        QueryError { help: Some(help.into()), ..self }
    }

    /// The same error with the line of the query that it is about.
    pub(crate) fn within(self, query: &str) -> QueryError {
        let line = self.place.and_then(|(line, _)| query.lines().nth(line - 1));
        QueryError { line: line.unwrap_or("").to_owned(), ..self }
    }
}

impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        if let Some((_, column)) = self.place {
            let blanks: String = self
                .line
                .chars()
                .take(column - 1)
                .map(|c| if c == '\t' { c } else { ' ' })
                .collect();
            write!(f, "\n  {}\n  {blanks}^", self.line)?;
        }
        if let Some(help) = &self.help {
            write!(f, "\n  help: {help}")?;
        }
        Ok(())
    }
}

impl std::error::Error for QueryError {}

impl From<rusqlite::Error> for QueryError {
    fn from(error: rusqlite::Error) -> QueryError {
        let message = match &error {
            rusqlite::Error::SqliteFailure(_, Some(text)) => text.clone(),
            other => other.to_string(),
        };
        QueryError::new(message)
    }
}
