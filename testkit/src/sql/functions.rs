// SPDX-License-Identifier: Apache-2.0

//! Random functions of a file: `create function`.

use super::construct::{Construct, Constructs};
use super::function::Function;
use super::schema::Table;
use super::scope::Maker;
use super::types::Kind;
use crate::rng::Rng;

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
