// SPDX-License-Identifier: Apache-2.0

//! The modes of rules, which the host changes between messages: each change is one word of a
//! program memory.

use super::CoreModel;
use engine::microcode;
use engine::rule::{Mode, ModeError};
use engine::schema::RuleId;

impl CoreModel<'_, '_> {
    /// The mode of a rule of the program that decides about the next frame.
    pub fn mode(&self, rule: RuleId) -> Option<Mode> {
        self.modes.get(rule)
    }

    /// Changes the mode of a rule, from the next frame on.
    ///
    /// # Errors
    /// [`ModeError`] if the program has no such rule.
    pub fn set_mode(&mut self, rule: RuleId, mode: Mode) -> Result<(), ModeError> {
        self.modes.set(rule, mode)?;
        let bank = self.port.wanted() as u8;
        let word = microcode::mode_word(self.port.program(), bank, &self.modes, rule);
        self.write_first(word.ok_or(ModeError::Rule(rule))?);
        Ok(())
    }
}
