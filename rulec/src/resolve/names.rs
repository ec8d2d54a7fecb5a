// SPDX-License-Identifier: Apache-2.0

//! Names in expressions: from `column`, `row.column` or `message.field` to what they denote.

use super::declarations::Catalog;
use super::scope::{Item, Owner, Place, Row};
use super::suggest;
use crate::ast;
use crate::diagnostic::Diagnostic;
use crate::hir::{Expr, ExprKind};
use crate::span::Span;
use engine::schema::{ColumnId, MessageId};

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
        let mut found = self.rows.iter().enumerate().rev().filter_map(|(index, row)| {
            find(catalog, row, &name.text).map(|column| (index, column))
        });
        let Some((index, column)) = found.next() else {
            if let Some(value) = self.bound(name).or_else(|| self.parameter(name)) {
                return Some(value);
            }
            if self.has_unknown_row {
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
        let messages = match self.owner {
            Owner::Rule(id, _) | Owner::Block(id, _) => {
                std::slice::from_ref(self.catalog.message_of(id))
            }
            Owner::Open | Owner::Unknown | Owner::Nothing(_) => &self.catalog.messages,
        };
        let known = &self.catalog.suggestions;
        let messages = || messages.iter().take_while(|_| known.spend());
        let field = messages().find(|message| message.field(text).is_some());
        let near_field = messages()
            .find_map(|message| Some((message, known.closest(text, message.field_names())?)));
        let message = match self.rows.is_empty() {
            true => format!("`{text}` is not known here"),
            false => format!("there is no column `{text}` here"),
        };
        let help = if let Some(message) = field {
            Some(format!(
                "a message's field is written with its message: `{}.{text}`",
                message.name.text
            ))
        } else if self.catalog.table(text).is_some() {
            Some(format!(
                "`{text}` is a table; read it with a subquery: `(select … from {text} where …)`"
            ))
        } else if let Some(help) = known.did_you_mean(text, columns) {
            Some(help)
        } else if let Some((message, field)) = near_field {
            Some(format!("did you mean `{}.{field}`?", message.name.text))
        } else if self.rows.is_empty() {
            Some(
                "outside subqueries there are only the message's fields, written `message.field`"
                    .to_owned(),
            )
        } else {
            let rows = self.rows.iter().map(|row| {
                format!("`{}` has {}", row.name, suggest::list(columns_of(self.catalog, row)))
            });
            Some(rows.collect::<Vec<_>>().join("; "))
        };
        let mut diagnostic = Diagnostic::error("unknown-name", message, name.span, "unknown name");
        diagnostic.help = help;
        diagnostic
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
        if let Some(index) = self.rows.iter().rposition(|row| row.name == qualifier.text) {
            let (catalog, row) = (self.catalog, &self.rows[index]);
            let Some(column) = find(catalog, row, &name.text) else {
                let owner = match row.derived {
                    Some(_) => row.name.clone(),
                    None => catalog.table_of(row.table).name.text.clone(),
                };
                let message = format!("table `{owner}` has no column `{}`", name.text);
                let mut diagnostic =
                    Diagnostic::error("unknown-name", message, name.span, "unknown column");
                let columns = columns_of(catalog, row);
                diagnostic.help = catalog.suggestions.did_you_mean_or_all(
                    &name.text,
                    &owner,
                    columns.into_iter(),
                );
                return self.refuse(diagnostic);
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

    fn unknown_qualifier(&self, qualifier: &ast::Name, name: &ast::Name) -> Diagnostic {
        let text = qualifier.text.as_str();
        let hidden = self.rows.iter().find(|row| self.table_name(row) == text);
        let (message, help) = if let Some(row) = hidden {
            (
                format!("table `{text}` goes by its alias `{}` here", row.name),
                Some(format!("write `{}.{}`", row.name, name.text)),
            )
        } else if self.catalog.table(text).is_some() {
            (
                format!("table `{text}` is not in scope here"),
                Some(format!(
                    "read it with a subquery: `(select {} from {text} where …)`",
                    name.text
                )),
            )
        } else {
            let known =
                self.rows.iter().map(|row| row.name.as_str()).chain(self.catalog.message_names());
            (
                format!("there is no message or table `{text}` here"),
                self.catalog
                    .suggestions
                    .closest(text, known)
                    .map(|known| format!("did you mean `{known}.{}`?", name.text)),
            )
        };
        let mut diagnostic =
            Diagnostic::error("unknown-name", message, qualifier.span, "unknown name");
        diagnostic.help = help;
        diagnostic
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
                    "put it into a call, such as `max({name})`, or read it in a subquery of its own"
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
            let mut diagnostic =
                Diagnostic::error("unknown-name", text, name.span, "unknown field");
            diagnostic.help = self.catalog.suggestions.did_you_mean_or_all(
                &name.text,
                &message.name.text,
                message.field_names(),
            );
            return self.refuse(diagnostic);
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
            Owner::Nothing(what) => {
                let message = format!("{what} sees no message, and so not `{}`", name(id));
                Diagnostic::error("two-messages", message, span, "a message")
                    .help("pass the field as an argument of a function")
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
