// SPDX-License-Identifier: Apache-2.0

//! Names in expressions: from `column`, `row.column` or `message.field` to what they denote.

use super::catalog::Catalog;
use super::scope::{Item, Owner, Place, Row, Unseen};
use super::suggest;
use super::time_functions::NO_CLOCK;
use crate::ast;
use crate::diagnostic::Diagnostic;
use crate::hir::{Expr, ExprKind};
use crate::print::{literal, plain_or_quoted};
use crate::span::Span;
use engine::schema::{ColumnId, MessageId};

/// The names of PostgreSQL for the current time.
const CLOCK: [&str; 5] =
    ["current_date", "current_time", "current_timestamp", "localtime", "localtimestamp"];

/// A field with its message.
fn field_text(message: &str, field: &str) -> String {
    format!("{}.{}", plain_or_quoted(message), plain_or_quoted(field))
}

/// A column of a row in scope.
#[derive(Clone, Copy)]
enum Found {
    /// A column of a table.
    Column(ColumnId),
    /// A column of a query in a `from`.
    Derived(usize),
}

impl Item<'_> {
    /// Resolves a plain name to a column of the innermost row in scope that has it.
    pub fn plain_name(&mut self, name: &ast::Name) -> Option<Expr> {
        let catalog = self.catalog;
        let plain =
            self.rows.iter().enumerate().rev().filter(|(_, row)| !row.using.contains(&name.text));
        let mut found = plain.filter_map(|(index, row)| {
            find(catalog, row, &name.text).map(|column| (index, column))
        });
        let Some((index, column)) = found.next() else {
            if self.is_parameter_of_default(name) {
                return None;
            }
            if let Some(value) = self.bound(name).or_else(|| self.parameter(name)) {
                return Some(value);
            }
            let is_broken = self.catalog.broken_parameters.contains(&name.text);
            if self.has_unknown_row || is_broken {
                return None;
            }
            let diagnostic = self.unknown_plain_name(name);
            return self.refuse(diagnostic);
        };
        if self.arguments.iter().any(|bound| bound.name == name.text) {
            let row = self.rows[index].name.clone();
            let message = format!("`{}` is ambiguous", name.text);
            let label = format!("an argument of `{}`, and a column of `{row}`", self.function);
            return self.refuse(
                Diagnostic::error("ambiguous-name", message, name.span, label).help(format!(
                    "write `{row}.{}` for the column, or rename the argument",
                    name.text
                )),
            );
        }
        let from = self.rows[index].from;
        if let Some((outer, _)) = found.next().filter(|(outer, _)| self.rows[*outer].from == from) {
            let (inner, outer) = (self.rows[index].name.clone(), self.rows[outer].name.clone());
            let message = format!("`{}` is ambiguous", name.text);
            let help = if inner == outer {
                format!(
                    "give one of the two an alias (`from {inner} as other`), then write `other.{}`",
                    name.text
                )
            } else {
                format!("write `{inner}.{0}` or `{outer}.{0}`", name.text)
            };
            let label = format!("`{inner}` and `{outer}` of one `from` both have such a column");
            return self
                .refuse(Diagnostic::error("ambiguous-name", message, name.span, label).help(help));
        }
        self.found(index, column, name.span)
    }

    fn found(&mut self, index: usize, found: Found, span: Span) -> Option<Expr> {
        match found {
            Found::Column(column) => self.column(index, column, span),
            Found::Derived(column) => {
                let value = self.rows[index].derived.as_ref()?.get(column)?.1.clone();
                Some(Expr { span, ..self.copy(&value)? })
            }
        }
    }

    fn unknown_plain_name(&self, name: &ast::Name) -> Diagnostic {
        let text = name.text.as_str();
        let columns = self.rows.iter().flat_map(|row| columns_of(self.catalog, row));
        let arguments = self.arguments.iter().map(|argument| argument.name.as_str());
        let parameters = self.catalog.parameters.iter().map(|p| p.name.text.as_str());
        let plain = columns.chain(arguments).chain(parameters);
        let messages: Vec<MessageId> = match self.owner {
            Owner::Rule(id, _) | Owner::Block(id, _) => vec![id],
            Owner::Open | Owner::Unknown => {
                (0..self.catalog.messages.len()).map(|id| MessageId(id as u16)).collect()
            }
            Owner::Nothing(_) => Vec::new(),
        };
        let known = &self.catalog.suggestions;
        let searched = || {
            let left = messages.iter().take_while(|_| known.spend());
            left.map(|id| self.catalog.message_of(*id))
        };
        let field = searched().find(|message| message.field(text).is_some());
        let near_field = searched()
            .find_map(|message| Some((message, known.closest(text, message.field_names())?)));
        let message = match self.rows.is_empty() {
            true => format!("`{text}` is not known here"),
            false => format!("there is no column `{text}` here"),
        };
        let diagnostic = Diagnostic::error("unknown-name", message, name.span, "unknown name");
        if let Some(message) = field {
            let written = field_text(&message.name.text, text);
            return diagnostic
                .help(format!("a message's field is written with its message: `{written}`"))
                .edit(name.span, written);
        }
        if self.catalog.table(text).is_some() {
            return diagnostic.help(format!(
                "`{text}` is a table; read it with a subquery: `(select … from {text} where …)`"
            ));
        }
        let diagnostic = another_value(diagnostic, name);
        if diagnostic.help.is_some() {
            return diagnostic;
        }
        let diagnostic = known.propose(diagnostic, name, plain);
        if diagnostic.help.is_some() {
            return diagnostic;
        }
        if let Some((message, field)) = near_field {
            let written = field_text(&message.name.text, field);
            return diagnostic.help(format!("did you mean `{written}`?")).edit(name.span, written);
        }
        if self.rows.is_empty() {
            return match self.known_names(&messages) {
                Some(help) => diagnostic.help(help),
                None => diagnostic,
            };
        }
        let rows = self.rows.iter().map(|row| {
            format!("`{}` has {}", row.name, suggest::list(columns_of(self.catalog, row)))
        });
        diagnostic.help(rows.collect::<Vec<_>>().join("; "))
    }

    /// What can be named outside of a subquery.
    fn known_names(&self, messages: &[MessageId]) -> Option<String> {
        match (self.owner, messages) {
            (Owner::Nothing(Unseen::Function), _) => {
                let arguments = self.arguments.iter().map(|argument| argument.name.as_str());
                let arguments = suggest::list(arguments);
                let function = &self.function;
                (!arguments.is_empty())
                    .then(|| format!("the arguments of `{function}` are {arguments}"))
            }
            (Owner::Nothing(unseen), _) => Some(unseen.instead().to_owned()),
            (_, [message]) => {
                let message = self.catalog.message_of(*message);
                let fields = suggest::list(message.field_names());
                let name = plain_or_quoted(&message.name.text);
                Some(format!(
                    "`{name}` has {fields}, each written with it: `{name}.field`; a string is in \
                     single quotes"
                ))
            }
            (_, []) => None,
            (_, _) => {
                let messages = suggest::list(self.catalog.message_names());
                Some(format!(
                    "the messages are {messages}; a field is written with its message: \
                     `message.field`"
                ))
            }
        }
    }

    /// The name of the table of a row; that of the row for a query in a `from`.
    fn table_name<'r>(&'r self, row: &'r Row) -> &'r str {
        match row.derived {
            Some(_) => &row.name,
            None => &self.catalog.table_of(row.table).name.text,
        }
    }

    /// Resolves `qualifier.name` to a column of a row in scope, or a field of a message.
    pub fn qualified_name(&mut self, qualifier: &ast::Name, name: &ast::Name) -> Option<Expr> {
        if let Some(index) = self.row_named(qualifier) {
            let (catalog, row) = (self.catalog, &self.rows[index]);
            let Some(column) = find(catalog, row, &name.text) else {
                let owner = match row.derived {
                    Some(_) => row.name.clone(),
                    None => catalog.table_of(row.table).name.text.clone(),
                };
                let message = format!("table `{owner}` has no column `{}`", name.text);
                let error = Diagnostic::error("unknown-name", message, name.span, "unknown column");
                let columns = columns_of(catalog, row).into_iter();
                return self
                    .refuse(catalog.suggestions.propose_or_all(error, name, &owner, columns));
            };
            return self.found(index, column, qualifier.span.to(name.span));
        }
        if !self.function.is_empty()
            && self.function == qualifier.text
            && let Some(value) = self.bound(name)
        {
            return Some(value);
        }
        if let Some(message) = self.catalog.message(&qualifier.text) {
            return self.field(message, qualifier, name);
        }
        if matches!(self.owner, Owner::Unknown) || self.has_unknown_row {
            return None;
        }
        let diagnostic = self.unknown_qualifier(qualifier, name);
        self.refuse(diagnostic)
    }

    /// The innermost row with a name. The row that a job visits also goes by the name of the job.
    fn row_named(&self, name: &ast::Name) -> Option<usize> {
        let is_it = |row: &Row| row.name == name.text && self.unnamed != Some(row.var);
        let visited = (!self.job.is_empty() && self.job == name.text).then_some(0);
        self.rows.iter().rposition(is_it).or(visited)
    }

    fn unknown_qualifier(&self, qualifier: &ast::Name, name: &ast::Name) -> Diagnostic {
        let text = qualifier.text.as_str();
        let hidden = self.rows.iter().find(|row| self.table_name(row) == text);
        let unknown = |message: String| {
            Diagnostic::error("unknown-name", message, qualifier.span, "unknown name")
        };
        if let Some(row) = hidden {
            let alias = plain_or_quoted(&row.name);
            return unknown(format!("table `{text}` goes by its alias `{}` here", row.name))
                .help(format!("write `{alias}.{}`", name.text))
                .edit(qualifier.span, alias);
        }
        if self.catalog.table(text).is_some() {
            return unknown(format!("table `{text}` is not in scope here")).help(format!(
                "read it with a subquery: `(select {} from {text} where …)`",
                name.text
            ));
        }
        let known =
            self.rows.iter().map(|row| row.name.as_str()).chain(self.catalog.message_names());
        let diagnostic = unknown(format!("there is no message or table `{text}` here"));
        let messages = &self.catalog.messages;
        let owner = messages.iter().find(|message| message.field(&name.text).is_some());
        let written = |known: &str| plain_or_quoted(known);
        match (self.catalog.suggestions.closest(text, known), owner) {
            (Some(known), _) => diagnostic
                .help(format!("did you mean `{}.{}`?", written(known), name.text))
                .edit(qualifier.span, written(known)),
            (None, Some(message)) => {
                let field = field_text(&message.name.text, &name.text);
                diagnostic.help(format!("a field is written with its message: `{field}`"))
            }
            (None, None) if !self.job.is_empty() => {
                let row = self.rows.first().map_or(self.job.as_str(), |row| &row.name);
                diagnostic
                    .help(format!("the row that the job visits is `{}`", plain_or_quoted(row)))
            }
            (None, None) => diagnostic,
        }
    }

    fn column(&mut self, index: usize, id: ColumnId, span: Span) -> Option<Expr> {
        let row = &self.rows[index];
        let table = self.catalog.table_of(row.table);
        let column = table.column_of(id);
        if row.place == Place::Group {
            let name = &column.name.text;
            let message = format!("`{name}` is read beside an aggregate");
            let label = format!("which `{name}` of the many rows of `{}`?", table.name.text);
            return self.refuse(Diagnostic::error("aggregate-mixed", message, span, label).help(
                format!(
                    "put it into a call, such as `max({name})`, or read it in a separate subquery"
                ),
            ));
        }
        let kind = ExprKind::Column(row.var, id);
        Some(Expr { kind, ty: column.ty?, nullable: column.nullable, span })
    }

    fn field(&mut self, id: MessageId, qualifier: &ast::Name, name: &ast::Name) -> Option<Expr> {
        self.claim(id, qualifier.span)?;
        let message = self.catalog.message_of(id);
        let Some(field) = message.field(&name.text) else {
            let text = format!("message `{}` has no field `{}`", message.name.text, name.text);
            let error = Diagnostic::error("unknown-name", text, name.span, "unknown field");
            let (owner, fields) = (message.name.text.as_str(), message.field_names());
            return self
                .refuse(self.catalog.suggestions.propose_or_all(error, name, owner, fields));
        };
        let column = message.field_of(field);
        let span = qualifier.span.to(name.span);
        Some(Expr { kind: ExprKind::Field(field), ty: column.ty?, nullable: column.nullable, span })
    }

    /// Checks that this item may name the message.
    fn claim(&mut self, id: MessageId, span: Span) -> Option<()> {
        let name = |id: MessageId| self.catalog.message_of(id).name.text.as_str();
        let diagnostic = match self.owner {
            Owner::Open => {
                self.owner = Owner::Rule(id, span);
                return Some(());
            }
            Owner::Rule(own, _) | Owner::Block(own, _) if own == id => return Some(()),
            Owner::Unknown => return None,
            Owner::Nothing(unseen) => {
                let what = unseen.text();
                let message = format!("{what} sees no message, and so not `{}`", name(id));
                Diagnostic::error("two-messages", message, span, "a message").help(unseen.instead())
            }
            Owner::Rule(own, first) => {
                let message =
                    format!("this rule names two messages, `{}` and `{}`", name(own), name(id));
                Diagnostic::error("two-messages", message, span, "the second")
                    .related(first, "the first")
                    .help(
                        "a rule is checked when its one message arrives; store what it needs \
                     of another message in a table, in an `on` block of that message",
                    )
            }
            Owner::Block(own, header) => {
                let message =
                    format!("message `{}` cannot be read where `{}` arrives", name(id), name(own));
                let help = format!("only `{}` has fields here", name(own));
                Diagnostic::error("two-messages", message, span, "another message")
                    .related(header, "the message that arrives")
                    .help(help)
            }
        };
        if self.conflict_reported {
            return None;
        }
        self.conflict_reported = true;
        self.refuse(diagnostic)
    }
}

/// The remedy for an unknown name that is a value in another language, or a string in other quotes.
fn another_value(diagnostic: Diagnostic, name: &ast::Name) -> Diagnostic {
    let text = name.text.as_str();
    let is_quoted = name.span.range().len() > text.len();
    match text {
        "default" => diagnostic
            .help("`default` is a whole value of an `insert` or a `set`; write the value itself"),
        "nil" | "none" => diagnostic.help("write `null`").edit(name.span, "null"),
        _ if CLOCK.contains(&text) => diagnostic.help(NO_CLOCK),
        _ if is_quoted => {
            let string = literal(text);
            let help = format!("a string is written in single quotes: `{string}`");
            diagnostic.help(help).edit(name.span, string)
        }
        _ => diagnostic,
    }
}

/// The column of a row with this name.
fn find(catalog: &Catalog, row: &Row, name: &str) -> Option<Found> {
    match &row.derived {
        Some(columns) => columns.iter().position(|(column, _)| column == name).map(Found::Derived),
        None => catalog.table_of(row.table).column(name).map(Found::Column),
    }
}

/// The names of the columns of a row.
fn columns_of<'r>(catalog: &'r Catalog, row: &'r Row) -> Vec<&'r str> {
    match &row.derived {
        Some(columns) => columns.iter().map(|(name, _)| name.as_str()).collect(),
        None => catalog.table_of(row.table).column_names().collect(),
    }
}
