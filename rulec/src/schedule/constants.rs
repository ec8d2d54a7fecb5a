// SPDX-License-Identifier: Apache-2.0

//! The constants of a program.

use super::exhausted::Exhausted;
use engine::isa::{Operand, Space};
use engine::machine;
use engine::value::Value;
use std::collections::HashMap;

/// The constants of a program, without duplicates.
#[derive(Clone, Debug, Default)]
pub struct Constants {
    /// The constants.
    pub list: Vec<Value>,
    places: HashMap<Value, u16>,
}

impl Constants {
    /// The operand that reads a constant, which is added if it is new.
    pub(super) fn operand(&mut self, value: Value) -> Result<Operand, Exhausted> {
        if let Some(place) = self.places.get(&value) {
            return Ok(Operand::new(Space::Constant, *place));
        }
        if self.list.len() >= machine::CONSTANTS_MAX {
            return Err(Exhausted::of("constants", machine::CONSTANTS_MAX));
        }
        let place = self.list.len() as u16;
        self.list.push(value);
        self.places.insert(value, place);
        Ok(Operand::new(Space::Constant, place))
    }
}
