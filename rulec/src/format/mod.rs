// SPDX-License-Identifier: Apache-2.0

//! The formatter: the same tokens and comments with the layout of the house.
//!
//! Only white space changes. Tokens and comments are printed as written and in their order, so no
//! comment is lost and the tree stays the same; [`format()`] checks this before it returns a text.
//!
//! The author decides where lines end, as with `gofmt`. A line break is kept where the language has
//! a place for one (`shape`), and joined elsewhere. A line of more than [`WIDTH_MAX`] columns is
//! broken at the outermost place that helps (`layout`). The indentation follows from the places
//! that are broken. So a formatted text is formatted again to itself: all breaks of the first run
//! are kept by the second, and no line that has a place left is too long.
//!
//! Where one element of a block, or one column of a table, has a line, all of them have
//! (`shape::Style`). The columns of tables and messages are aligned (`align`).

mod align;
mod expressions;
mod items;
mod layout;
mod shape;
mod spacing;
mod statements;
mod trivia;
mod widths;
mod write;

pub use widths::WIDTH_MAX;

use crate::diagnostic::arrange::sort_and_cut;
use crate::diagnostic::{Diagnostic, has_error};
use crate::lex::{Token, lex};
use crate::parse::parse;
use layout::Layout;
use shape::Shape;
use trivia::{Comment, Trivia};

/// Why a text is not formatted.
#[derive(Debug)]
pub enum FormatError {
    /// The text has errors of syntax. All its diagnostics, in the order of the text.
    Syntax(Vec<Diagnostic>),
    /// The result has other tokens or comments than the text. This is a defect of the formatter.
    Defect,
}

/// Formats the text of a rule file. Its line ends stay as they are: CRLF if the first one is.
///
/// ```
/// let text = "rule small(buy.price<100 -- in cents\n and buy.size<10)";
/// let formatted = rulec::format::format(text).expect("the syntax is right");
/// assert_eq!(
///     formatted,
///     "rule small (buy.price < 100  -- in cents\n            and buy.size < 10)\n"
/// );
/// assert_eq!(rulec::format::format(&formatted).expect("it is the same"), formatted);
/// ```
///
/// # Errors
/// [`FormatError::Syntax`] if the text cannot be parsed.
pub fn format(text: &str) -> Result<String, FormatError> {
    let (tokens, mut diagnostics) = lex(text);
    let (file, syntax) = parse(&tokens);
    diagnostics.extend(syntax);
    sort_and_cut(&mut diagnostics);
    if has_error(&diagnostics) {
        return Err(FormatError::Syntax(diagnostics));
    }
    let trivia = Trivia::of(text, &tokens);
    let mut shape = Shape::new(text, &tokens);
    items::add(&mut shape, &file);
    shape.add_brackets();
    let mut layout = Layout::of(&shape, &trivia);
    let formatted = write::text(&mut layout);
    let same = pieces(text, &tokens, &trivia) == {
        let (tokens, _) = lex(&formatted);
        let trivia = Trivia::of(&formatted, &tokens);
        pieces(&formatted, &tokens, &trivia)
    };
    if !same {
        return Err(FormatError::Defect);
    }
    Ok(with_line_ends_of(text, formatted))
}

/// The comments of a text in their order, without white space at the end of a line comment and with
/// LF as line ends.
///
/// ```
/// let text = "rule r (/* one */ m.a > 0 -- two\n)";
/// assert_eq!(rulec::format::comments(text), ["/* one */", "-- two"]);
/// ```
pub fn comments(text: &str) -> Vec<String> {
    let (tokens, _) = lex(text);
    let trivia = Trivia::of(text, &tokens);
    trivia.gaps.iter().flat_map(|gap| &gap.comments).map(Comment::text).collect()
}

/// All tokens and comments in their order.
fn pieces(text: &str, tokens: &[Token], trivia: &Trivia) -> Vec<String> {
    let of = |(gap, token): (&trivia::Gap, &Token)| {
        let comments = gap.comments.iter().map(Comment::text);
        comments.chain([text[token.span.range()].to_owned()]).collect::<Vec<String>>()
    };
    trivia.gaps.iter().zip(tokens).flat_map(of).collect()
}

/// The formatted text with the line ends and the byte order mark of the text.
fn with_line_ends_of(text: &str, formatted: String) -> String {
    let mark = if text.starts_with('\u{feff}') { "\u{feff}" } else { "" };
    let first = text.find(['\n', '\r']).map(|at| &text[at..]);
    if first.is_some_and(|end| end.starts_with("\r\n")) {
        return format!("{mark}{}", formatted.replace('\n', "\r\n"));
    }
    format!("{mark}{formatted}")
}
