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

mod erase;
mod expr;
mod layout;
mod select;
mod statement;
mod words;

pub use erase::erase_spans;

use crate::ast::{Column, Expr, File, Item, Message, On, Rule, Table};
use layout::{Doc, Piece};
use statement::statement_doc;
use words::{name_text, names, type_text};

/// The canonical text of a file: its items, separated by blank lines. Empty for an empty file.
pub fn print(file: &File) -> String {
    let items: Vec<String> =
        file.items.iter().map(|item| item_doc(item).render() + ";\n").collect();
    items.join("\n")
}

/// The canonical text of an expression, on as many lines as it needs.
pub fn print_expr(expr: &Expr) -> String {
    expr::doc(expr).render()
}

fn item_doc(item: &Item) -> Doc {
    match item {
        Item::Table(table) => table_doc(table),
        Item::Message(message) => message_doc(message),
        Item::Rule(rule) => rule_doc(rule),
        Item::On(on) => on_doc(on),
    }
}

fn table_doc(table: &Table) -> Doc {
    let mut lines = column_lines(&table.columns);
    if !table.key.is_empty() {
        lines.push(format!("primary key ({})", names(&table.key)));
    }
    let doc = Doc::text(format!("create table {} ", name_text(&table.name)))
        .join(block(lines_doc(lines)));
    match table.rows {
        Some((rows, _)) => doc.append(format!(" with (rows = {rows})")),
        None => doc,
    }
}

fn message_doc(message: &Message) -> Doc {
    let lines = lines_doc(column_lines(&message.fields));
    Doc::text(format!("create message {} ", name_text(&message.name))).join(block(lines))
}

/// One line for each column, with aligned parts.
fn column_lines(columns: &[Column]) -> Vec<String> {
    let types: Vec<String> = columns.iter().map(|column| type_text(&column.ty)).collect();
    let names: Vec<String> = columns.iter().map(|column| name_text(&column.name)).collect();
    let width = |texts: &[String]| texts.iter().map(|text| text.chars().count()).max().unwrap_or(0);
    let (name_width, type_width) = (width(&names), width(&types));
    let line = |((column, name), ty): ((&Column, &String), &String)| {
        let nullable = match column.nullable {
            Some(true) => "null",
            Some(false) => "not null",
            None => "",
        };
        let line = format!("{name:name_width$}  {ty:type_width$}  {nullable}");
        line.trim_end().to_owned()
    };
    columns.iter().zip(&names).zip(&types).map(line).collect()
}

fn lines_doc(lines: Vec<String>) -> Doc {
    let last = lines.len().saturating_sub(1);
    lines.into_iter().enumerate().fold(Doc::new(), |doc, (index, line)| {
        let doc = if index > 0 { doc.then(Piece::Hard) } else { doc };
        let doc = doc.append(line);
        if index < last { doc.append(",") } else { doc }
    })
}

/// `(`, the indented inside and `)`, each on separate lines.
fn block(inside: Doc) -> Doc {
    Doc::text("(")
        .join(Doc::new().then(Piece::Hard).join(inside).nest())
        .then(Piece::Hard)
        .append(")")
}

fn rule_doc(rule: &Rule) -> Doc {
    let mut inside = expr::doc(&rule.condition);
    if let Some(guard) = &rule.guard {
        inside = inside.then(Piece::Hard).join(expr::clause("where", guard));
    }
    Doc::text(format!("rule {} ", name_text(&rule.name))).join(block(inside))
}

fn on_doc(on: &On) -> Doc {
    let head = Doc::text(format!("on {} ", name_text(&on.message)));
    let head = match &on.guard {
        Some(guard) => head.join(expr::clause("where", guard)).append(" "),
        None => head,
    };
    let inside = on.statements.iter().enumerate().fold(Doc::new(), |doc, (index, statement)| {
        let doc = if index > 0 { doc.then(Piece::Hard) } else { doc };
        doc.join(statement_doc(statement).group()).append(";")
    });
    head.join(block(inside))
}
