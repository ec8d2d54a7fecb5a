// SPDX-License-Identifier: Apache-2.0

//! Jobs.

use super::expr::expression;
use super::from::table;
use super::report::Reports;
use super::statements::statements;
use super::tokens::{
    Expected, Fault, Parsed, Tokens, is_word, keyword, name, span, span_between, symbol, word,
};
use crate::ast::{Job, Name};
use crate::diagnostic::Diagnostic;
use crate::lex::{Keyword, Symbol, Token};
use crate::print::plain_or_quoted;
use nom::Parser;
use nom::combinator::{cut, opt};
use nom::error::context;
use nom::sequence::preceded;

/// `for each row of`.
fn each_row<'t>(start: Tokens<'t>, name: &Name) -> Result<Tokens<'t>, nom::Err<Fault>> {
    let words = ["for", "each", "row", "of"];
    let is = |(token, word): (&Token, &&str)| is_word(token, word);
    match start.iter().zip(&words).take_while(|pair| is(*pair)).count() {
        4 => Ok(&start[4..]),
        written => {
            let at = &start[written..];
            let name = plain_or_quoted(&name.text);
            let message = "a job says which rows it visits";
            let label = format!("expected `{}` here", words[written..].join(" "));
            let help = format!("write `create job {name} for each row of table (…)`");
            let error = Diagnostic::error("job-rows", message, span(at), label);
            Err(Fault::diagnosed(at, error.help(help)))
        }
    }
}

/// `create job name for each row of table [alias] [where condition] (statements)`.
pub(super) fn job<'t>(start: Tokens<'t>, reports: &mut Reports<'t>) -> Parsed<'t, Job> {
    let (i, _) = keyword(Keyword::Create)(start)?;
    let (i, _) = word("job", "`job`")(i)?;
    let starts = |at: usize, text: &str| i.get(at).is_some_and(|token| is_word(token, text));
    if starts(0, "for") && starts(1, "each") {
        return Err(nom::Err::Failure(Fault::expected(i, Expected::Name("a job name"))));
    }
    let (i, name) = cut(name("a job name")).parse(i)?;
    let i = each_row(i, &name)?;
    let (i, (table, alias)) = cut(table).parse(i)?;
    let (i, condition) = opt(preceded(keyword(Keyword::Where), cut(expression))).parse(i)?;
    let expected = match (&condition, &alias) {
        (Some(_), _) => "an operator or `(`",
        (None, Some(_)) => "`where` or `(`",
        (None, None) => "an alias, `where` or `(`",
    };
    let span = span_between(start, i);
    let (i, _) = cut(context(expected, symbol(Symbol::Open))).parse(i)?;
    let (i, statements) = statements(i, reports)?;
    let (i, _) = cut(symbol(Symbol::Close)).parse(i)?;
    Ok((i, Job { name, table, alias, condition, statements, span }))
}
