// SPDX-License-Identifier: Apache-2.0

//! Names: tables, and the columns of the tables of a `from`.

use crate::error::QueryError;
use crate::ty::{Column, Typed, quoted_name};
use files::error::nearest;
use sqlparser::ast::Ident;

/// A name as the rule language reads it: in lower case, unless it is quoted.
pub fn folded(ident: &Ident) -> String {
    match ident.quote_style {
        Some(_) => ident.value.clone(),
        None => ident.value.to_ascii_lowercase(),
    }
}

/// The tables of one `from`.
#[derive(Default)]
pub struct Scope {
    /// The tables, with their names here.
    pub sources: Vec<Source>,
    /// What `group by` has, as expressions of SQLite, while expressions of a group are read.
    pub groups: Option<Vec<String>>,
    /// Whether an aggregate is being read, whose argument is about single rows.
    pub in_aggregate: bool,
    /// Whether aggregates are allowed, and whether one was read.
    pub may_aggregate: bool,
    /// Whether an aggregate was read.
    pub has_aggregate: bool,
}

/// A table of a `from`.
pub struct Source {
    /// Its name there.
    pub alias: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// The columns that a join by `using` gives only once, and that this table leaves out.
    pub merged: Vec<String>,
}

impl Source {
    /// The column with a name as an expression.
    fn column(&self, column: &Column) -> Typed {
        Typed::new(format!("{}.{}", quoted_name(&self.alias), quoted_name(&column.name)), column.ty)
    }

    /// All columns, with their names; without those that are merged into another table's.
    pub fn all(&self, with_merged: bool) -> Vec<(String, Typed)> {
        let is_own = |column: &&Column| with_merged || !self.merged.contains(&column.name);
        let columns = self.columns.iter().filter(is_own);
        columns.map(|column| (column.name.clone(), self.column(column))).collect()
    }
}

/// The scopes from the outermost query to the innermost.
#[derive(Default)]
pub struct Scopes(pub Vec<Scope>);

impl Scopes {
    /// The innermost scope.
    ///
    /// # Panics
    /// If there is none.
    pub fn here(&mut self) -> &mut Scope {
        self.0.last_mut().expect("an expression is in a query")
    }

    /// The column with a name, of the innermost scope that has it.
    pub fn column(&self, name: &Ident) -> Result<Typed, QueryError> {
        let text = folded(name);
        for scope in self.0.iter().rev() {
            let sources = scope.sources.iter().filter(|source| !source.merged.contains(&text));
            let found: Vec<Typed> = sources.flat_map(|source| named(source, &text)).collect();
            match &found[..] {
                [] => {}
                [column] => return self.grouped(scope, column.clone(), name),
                [..] => {
                    let message = format!("`{text}` is a column of several tables here");
                    return Err(QueryError::at(name.span, message)
                        .help(format!("write the table before it, such as `t.{text}`")));
                }
            }
        }
        let all = self.0.iter().flat_map(|scope| &scope.sources).flat_map(|of| &of.columns);
        Err(unknown("column", name, all.map(|column| column.name.as_str())))
    }

    /// The column of a table.
    pub fn qualified(&self, table: &Ident, name: &Ident) -> Result<Typed, QueryError> {
        let (alias, text) = (folded(table), folded(name));
        for scope in self.0.iter().rev() {
            let Some(source) = scope.sources.iter().find(|source| source.alias == alias) else {
                continue;
            };
            return match &named(source, &text)[..] {
                [column] => self.grouped(scope, column.clone(), name),
                [] => {
                    let known = source.columns.iter().map(|column| column.name.as_str());
                    Err(unknown(&format!("column of `{alias}`"), name, known))
                }
                [..] => {
                    let message = format!("`{alias}` has several columns `{text}`");
                    Err(QueryError::at(name.span, message)
                        .help("give them different names with `as`"))
                }
            };
        }
        let known = self.0.iter().flat_map(|scope| &scope.sources);
        Err(unknown("table in this query", table, known.map(|source| source.alias.as_str())))
    }

    /// A column of a scope, which a query with groups must group by.
    fn grouped(&self, scope: &Scope, column: Typed, name: &Ident) -> Result<Typed, QueryError> {
        match &scope.groups {
            Some(groups) if !scope.in_aggregate && !groups.contains(&column.sql) => {
                let message = format!(
                    "`{}` has a value for each row, and the query a line for each group",
                    folded(name)
                );
                Err(QueryError::at(name.span, message)
                    .help("put it into `group by`, or use an aggregate such as max"))
            }
            _ => Ok(column),
        }
    }
}

fn named(source: &Source, name: &str) -> Vec<Typed> {
    let columns = source.columns.iter().filter(|column| column.name == name);
    columns.map(|column| source.column(column)).collect()
}

/// The error for a name that does not exist.
pub fn unknown<'a>(
    what: &str,
    name: &Ident,
    known: impl Iterator<Item = &'a str> + Clone,
) -> QueryError {
    let text = folded(name);
    let error = QueryError::at(name.span, format!("there is no {what} `{text}`"));
    match nearest(&text, known.clone()) {
        Some(near) => error.help(format!("did you mean `{near}`?")),
        None => {
            let mut names: Vec<&str> = Vec::new();
            for name in known {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            if names.is_empty() {
                error
            } else {
                error.help(format!("there are {}", names.join(", ")))
            }
        }
    }
}
