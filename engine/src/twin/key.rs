// SPDX-License-Identifier: Apache-2.0

//! The key of a row, as words.

use crate::machine::KEY_COLUMNS_MAX;

/// The words of a key.
#[derive(Clone, Copy, Debug, Default)]
pub struct Key {
    words: [u64; KEY_COLUMNS_MAX],
    len: usize,
}

impl Key {
    /// The key of one column.
    #[inline(always)]
    pub fn one(bits: i64) -> Key {
        let mut key = Key::default();
        key.push(bits);
        key
    }

    /// Adds a column; columns beyond [`KEY_COLUMNS_MAX`] are ignored.
    #[inline(always)]
    pub fn push(&mut self, bits: i64) {
        if let Some(word) = self.words.get_mut(self.len) {
            *word = bits as u64;
            self.len += 1;
        }
    }

    /// The words of the columns.
    #[inline(always)]
    pub fn words(&self) -> &[u64] {
        &self.words[..self.len.min(KEY_COLUMNS_MAX)]
    }
}
