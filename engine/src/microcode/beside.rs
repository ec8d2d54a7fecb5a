// SPDX-License-Identifier: Apache-2.0

//! A program loaded beside the one that runs, into the other bank.

use super::{Memory, MicrocodeError, Write, blanks, load};
use crate::build::Build;
use crate::program::Program;
use std::collections::HashMap;

/// The words of a program for a bank, zeros where it has none, as they are written while a program
/// runs that it can take over from ([`crate::takeover`]). The configuration of the units and the
/// texts are not among them, since both programs have the same. Their order does not matter:
/// nothing looks at the bank before it runs.
///
/// # Errors
/// As [`load`].
pub fn beside(program: &Program, bank: u8, build: &Build) -> Result<Vec<Write>, MicrocodeError> {
    let mut words = load(program, bank, build)?;
    words.extend(blanks(program, bank, &words));
    words.retain(|word| {
        !matches!(word.memory, Memory::Unit(_) | Memory::TextLow | Memory::TextHigh)
    });
    Ok(words)
}

/// What the program memories hold, as far as their only writer knows. A program that ran in a bank
/// before, or one much like it, is loaded again with the few words that differ.
#[derive(Clone, Debug, Default)]
pub struct Held(HashMap<(u8, u16), u64>);

impl Held {
    /// Notes a word that is written.
    pub fn note(&mut self, word: &Write) {
        self.0.insert((word.memory.number(), word.address), word.data);
    }

    /// Whether a word is there already.
    pub fn has(&self, word: &Write) -> bool {
        self.0.get(&(word.memory.number(), word.address)) == Some(&word.data)
    }
}
