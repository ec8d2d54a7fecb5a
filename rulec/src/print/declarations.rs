// SPDX-License-Identifier: Apache-2.0

//! Tables, messages, parameters and functions.

use super::expr::doc;
use super::layout::{Doc, Piece, block};
use super::quoting::{name_text, names, type_text, window_column_text};
use super::select::query;
use crate::ast::{Argument, Column, Function, List, Message, Parameter, Table};

pub(super) fn table_doc(table: &Table) -> Doc {
    let mut lines = column_lines(&table.columns);
    if !table.key.is_empty() {
        lines.push(format!("primary key ({})", names(&table.key)));
    }
    let head = format!("create table {} ", name_text(&table.name));
    let doc = Doc::text(head).join(block(lines_doc(lines)));
    let rows = table.rows.map(|(rows, _)| format!("rows = {rows}"));
    let options: Vec<String> = rows.into_iter().chain(table.lists.iter().map(list_text)).collect();
    match options.as_slice() {
        [] => doc,
        options => doc.append(format!(" with ({})", options.join(", "))),
    }
}

/// A list of a table as an option.
fn list_text(list: &List) -> String {
    let (group, (bound, _)) = (names(&list.group), list.bound);
    match (&list.time, &list.condition) {
        (Some(time), _) => {
            let columns: Vec<String> = list.group.iter().map(window_column_text).collect();
            let by = format!("{} by {}", columns.join(", "), name_text(time));
            format!("window ({}) = {bound}", by.trim_start())
        }
        (None, None) => format!("group ({group}) = {bound}"),
        (None, Some(condition)) => {
            format!("group ({group}) where ({}) = {bound}", doc(condition).render())
        }
    }
}

pub(super) fn message_doc(message: &Message) -> Doc {
    let lines = lines_doc(column_lines(&message.fields));
    Doc::text(format!("create message {} ", name_text(&message.name))).join(block(lines))
}

pub(super) fn parameter_doc(parameter: &Parameter) -> Doc {
    let (name, ty) = (name_text(&parameter.name), type_text(&parameter.ty));
    Doc::text(format!("create parameter {name} {ty} = ")).join(doc(&parameter.value).nest()).group()
}

/// The body is between two `$$`, or `$body$` and the like where the text of the body has a `$$`.
pub(super) fn function_doc(function: &Function) -> Doc {
    let arguments: Vec<String> = function.arguments.iter().map(argument_text).collect();
    let body = query(&function.body);
    let text = body.render();
    let numbered = (0..).map(|number| format!("$body{number}$"));
    let mut delimiters = ["$$".to_owned(), "$body$".to_owned()].into_iter().chain(numbered);
    let delimiter = delimiters.find(|delimiter| !text.contains(delimiter.as_str()));
    let delimiter = delimiter.unwrap_or_default();
    let inside = Doc::new().then(Piece::Line).join(body).nest().then(Piece::Line);
    Doc::text(format!(
        "create function {}({}) returns {} as {delimiter}",
        name_text(&function.name),
        arguments.join(", "),
        type_text(&function.returns)
    ))
    .join(inside)
    .append(format!("{delimiter} language sql"))
    .group()
}

/// An argument of a function.
pub(super) fn argument_text(argument: &Argument) -> String {
    format!("{} {}", name_text(&argument.name), type_text(&argument.ty))
}

/// A column on its own.
pub(super) fn column_text(column: &Column) -> String {
    let line = [name_text(&column.name), type_text(&column.ty), marks(column)].join(" ");
    line.trim_end().to_owned()
}

/// What follows the type of a column.
fn marks(column: &Column) -> String {
    let nullable = match column.nullable {
        Some(true) => "null",
        Some(false) => "not null",
        None => "",
    };
    let default = column.default.as_ref().map(|it| format!("default {}", doc(it).render()));
    let stamp = column.stamp.map(|(stamp, _)| format!("stamped ({})", stamp.text()));
    let marks = [(!nullable.is_empty()).then(|| nullable.to_owned()), default, stamp];
    marks.into_iter().flatten().collect::<Vec<String>>().join(" ")
}

/// One line for each column, with aligned parts.
fn column_lines(columns: &[Column]) -> Vec<String> {
    let types: Vec<String> = columns.iter().map(|column| type_text(&column.ty)).collect();
    let names: Vec<String> = columns.iter().map(|column| name_text(&column.name)).collect();
    let width = |texts: &[String]| texts.iter().map(|text| text.chars().count()).max().unwrap_or(0);
    let (name_width, type_width) = (width(&names), width(&types));
    let line = |((column, name), ty): ((&Column, &String), &String)| {
        let marks = marks(column);
        let line = format!("{name:name_width$}  {ty:type_width$}  {marks}");
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
