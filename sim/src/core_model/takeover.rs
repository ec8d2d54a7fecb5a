// SPDX-License-Identifier: Apache-2.0

//! Changing the program of a core while messages run.
//!
//! A new program is first *prepared*: its words wait in the model, and one of them goes to the free
//! program bank in each cycle that the core runs. When all words are written, the program can *take
//! over*: the model selects the other program bank, and the core changes to it with the next frame
//! that it takes.

use super::CoreModel;
use engine::microcode::{self, Write};
use engine::modes::Modes;
use engine::program::Program;
use engine::takeover::{self, TakeoverError};
use std::sync::Arc;

impl CoreModel<'_, '_> {
    /// Starts to load a program into the free program bank, one word a cycle from now on, while
    /// messages run. A program that is still being loaded there is dropped.
    ///
    /// # Errors
    /// [`TakeoverError`] if the program cannot take over from the running one; the core is
    /// unchanged then.
    ///
    /// # Panics
    /// If the free program bank still runs a transaction from before the last takeover.
    pub fn prepare(&mut self, program: impl Into<Arc<Program>>) -> Result<(), TakeoverError> {
        let program = program.into();
        takeover::check(self.port.program(), &program)?;
        let free = self.port.free();
        self.kernel.settle_low();
        assert_ne!(self.kernel.word(self.port.bank, 0) as usize, free, "the bank still runs");
        let words = microcode::beside(&program, free as u8, &self.build)?;
        self.port.prepare(program, words);
        Ok(())
    }

    /// The number of words of the prepared program that are not yet written.
    pub fn words_left(&self) -> usize {
        self.port.words_left()
    }

    /// Runs the cycles that are needed to write the rest of the prepared program and the modes that
    /// its rules take over, then lets the program take over with the next frame.
    pub fn take_over(&mut self) {
        self.finish_loading();
        let free = self.port.free();
        let next = self.port.program_in(free);
        let mut modes = Modes::new(next);
        modes.carry(next, &self.modes, self.port.program());
        let words = microcode::mode_words(next, free as u8, &modes);
        self.port.append_new(words);
        self.finish_loading();
        self.modes = modes;
        self.port.change_bank(self.kernel);
    }

    /// Flips a bit of one constant of the running program, as radiation might, for tests of the
    /// checks that compare answers or tables. `place` selects the constant and the bit. Returns
    /// false if the program has no constant.
    pub fn flip_bit(&mut self, place: u64) -> bool {
        let words = microcode::load(self.port.program(), self.port.wanted() as u8, &self.build)
            .unwrap_or_default();
        let mut constants: Vec<Write> =
            words.into_iter().filter(|word| word.memory.holds_constants()).collect();
        let count = constants.len() as u64;
        let Some(mut word) = (count > 0).then(|| constants.swap_remove((place % count) as usize))
        else {
            return false;
        };
        word.data ^= 1 << (place / count % u64::from(u64::BITS));
        self.write([word]);
        true
    }
}
