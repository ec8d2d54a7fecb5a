// SPDX-License-Identifier: Apache-2.0

//! The constants of a program.

use super::exhausted::Exhausted;
use engine::isa::{Operand, Space};
use engine::machine;
use engine::value::Value;

/// The constants of a program, without duplicates.
#[derive(Clone, Debug, Default)]
pub struct Constants {
    /// The constants.
    pub list: Vec<Value>,
}

impl Constants {
    /// The operand that reads a constant, which is added if it is new.
    pub(super) fn operand(&mut self, value: Value) -> Result<Operand, Exhausted> {
        let index = self.list.iter().position(|v| *v == value).unwrap_or_else(|| {
            self.list.push(value);
            self.list.len() - 1
        });
        if index >= machine::CONSTANTS_MAX {
            return Err(Exhausted::of("constants", machine::CONSTANTS_MAX));
        }
        Ok(Operand::new(Space::Constant, index as u16))
    }
}
