// SPDX-License-Identifier: Apache-2.0

//! The canonical text of a syntax tree.
//!
//! Keywords are in lower case, and the indentation is four spaces. Each column of a table has a
//! line, with names, types and nullability aligned. A `;` follows every item and statement, and
//! there are as few parentheses as precedence allows. Parsing the printed text gives the same tree,
//! except for spans ([`erase_spans`]).
//!
//! **Comments are not kept**, because the tree does not contain them. A caller that overwrites a
//! file with this text must check for comments, or warn about them.

mod declarations;
mod erase;
mod expr;
mod layout;
mod quoting;
mod rules;
mod select;
mod statement;
mod test;

pub use erase::erase_spans;
pub(crate) use quoting::{plain_or_quoted, string as literal};

use crate::ast::{Argument, Column, Expr, File, Item};
use declarations::{function_doc, message_doc, parameter_doc, table_doc};
use layout::Doc;
use rules::{job_doc, on_doc, on_reject_doc, rule_doc};
use test::test_doc;

/// The canonical text of a file: its items, separated by blank lines. Empty for an empty file.
pub fn print(file: &File) -> String {
    let items = file.items.iter().map(|item| item_doc(item).render() + ";\n");
    let end = file.has_end.then(|| "end;\n".to_owned());
    items.chain(end).collect::<Vec<String>>().join("\n")
}

/// The canonical text of an expression, on as many lines as it needs.
pub fn print_expr(expr: &Expr) -> String {
    expr::doc(expr).render()
}

/// The canonical text of an item, without a `;`.
pub fn print_item(item: &Item) -> String {
    item_doc(item).render()
}

/// The canonical text of a column or field.
pub fn print_column(column: &Column) -> String {
    declarations::column_text(column)
}

/// The canonical text of an argument of a function.
pub fn print_argument(argument: &Argument) -> String {
    declarations::argument_text(argument)
}

fn item_doc(item: &Item) -> Doc {
    match item {
        Item::Table(table) => table_doc(table),
        Item::Message(message) => message_doc(message),
        Item::Parameter(parameter) => parameter_doc(parameter),
        Item::Function(function) => function_doc(function),
        Item::Rule(rule) => rule_doc(rule),
        Item::On(on) => on_doc(on),
        Item::OnReject(on) => on_reject_doc(on),
        Item::Job(job) => job_doc(job),
        Item::Include(include) => Doc::text(format!("include {}", quoting::string(&include.path))),
        Item::TimeZone(zone) => Doc::text(format!("set time zone {}", zone.hours)),
        Item::Test(test) => test_doc(test),
    }
}
