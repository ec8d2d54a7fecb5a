// SPDX-License-Identifier: Apache-2.0

//! A program for the program bank that does not run, loaded while the other one runs.

use super::error::MicrocodeError;
use super::load::{blanks, load};
use super::memory::{Memory, Write};
use crate::build::Build;
use crate::program::Program;
use std::collections::BTreeMap;

/// The words of a program for the other program bank, with zeros where the program defines none.
///
/// They are written while a program runs that this one can take over from ([`crate::takeover`]).
/// They do not include the configuration of the units and the texts, which are equal in both
/// programs. The order of the words does not matter, since no unit reads this bank yet.
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

/// The content of the program memories, as their only writer knows it. A program that is loaded
/// again, or one that differs little from the last one, needs only the words that differ.
#[derive(Clone, Debug, Default)]
pub struct Held(BTreeMap<(u8, u16), u64>);

impl Held {
    /// Notes a word that is written.
    pub fn note(&mut self, word: &Write) {
        self.0.insert((word.memory.number(), word.address), word.data);
    }

    /// Whether the memories already hold a word.
    pub fn has(&self, word: &Write) -> bool {
        self.0.get(&(word.memory.number(), word.address)) == Some(&word.data)
    }
}
