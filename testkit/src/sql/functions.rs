// SPDX-License-Identifier: Apache-2.0

//! Random functions of a file: `create function`.

use super::construct::{Construct, Constructs};
use super::schema::Table;
use super::scope::Maker;
use super::tree::Expr;
use super::types::Kind;
use super::write::{Dialect, sql_name};
use crate::rng::Rng;

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

/// Returns random functions; none if the construct is not served.
pub fn functions(tables: &[Table], served: Constructs, rng: &mut Rng) -> Vec<Function> {
    if !served.has(Construct::Function) {
        return Vec::new();
    }
    let kinds = [Kind::Int, Kind::Int, Kind::Dec(2)];
    let made = kinds.into_iter().enumerate().map(|(index, returns)| {
        let others = [Kind::Int, Kind::Dec(2)];
        let mut parameters = vec![("p0".to_owned(), returns)];
        parameters.push(("p1".to_owned(), *rng.pick(&others)));
        let mut maker = Maker {
            rng,
            tables,
            message: None,
            parameters: parameters.clone(),
            constants: &[],
            functions: &[],
            rows: Vec::new(),
            row_alone: false,
            queries: 1,
            served,
            used: Constructs::default(),
        };
        let body = maker.of_kind(returns, 2);
        Function { name: format!("fn{index}"), parameters, body }
    });
    made.collect()
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
