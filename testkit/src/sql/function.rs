// SPDX-License-Identifier: Apache-2.0

//! A function of a file.

use super::tree::Expr;
use super::types::Kind;
use super::write::{Dialect, sql_name};

/// A function.
#[derive(Clone, Debug)]
pub struct Function {
    /// Its name.
    pub name: String,
    /// Its parameters.
    pub parameters: Vec<(String, Kind)>,
    /// Its body.
    pub body: Expr,
}

fn name(kind: Kind, dialect: Dialect) -> &'static str {
    match (dialect, kind) {
        (Dialect::Rules, Kind::Dec(_)) => "decimal",
        (Dialect::Rules, Kind::Char) => "char(16)",
        (Dialect::Rules, Kind::Time) => "timestamp",
        (_, kind) => sql_name(kind),
    }
}

impl Function {
    /// The kind of its result.
    pub fn kind(&self) -> Kind {
        self.body.kind()
    }

    /// Its definition.
    pub fn text(&self, dialect: Dialect) -> String {
        let parameters = self.parameters.iter();
        let parameters = parameters.map(|(of, kind)| format!("{of} {}", name(*kind, dialect)));
        let parameters: Vec<String> = parameters.collect();
        format!(
            "create function {}({}) returns {} as $$ select {} $$ language sql;\n",
            self.name,
            parameters.join(", "),
            name(self.kind(), dialect),
            dialect.expr(&self.body)
        )
    }
}
