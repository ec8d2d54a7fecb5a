// SPDX-License-Identifier: Apache-2.0

//! The option `--engine`: the executor that a command runs programs on.

use benches::executors::Engine;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

/// A parser of the names of the executors that a command supports.
pub fn engine_in(supported: &'static [Engine]) -> impl TypedValueParser<Value = Engine> {
    let values =
        supported.iter().map(|engine| PossibleValue::new(engine.id()).help(engine.about()));
    PossibleValuesParser::new(values.collect::<Vec<_>>()).map(|name: String| {
        let named = Engine::ALL.iter().find(|engine| engine.id() == name);
        *named.expect("the parser takes only names of executors")
    })
}
