// SPDX-License-Identifier: Apache-2.0

//! The dictionary: short texts and their codes, in memory of fixed size.
//!
//! Codes count up from 0 and are never reused. The new strings of a frame are *pending* until its
//! message is accepted: they have the codes from the first free one on, and [`Dictionary::begin`]
//! drops them. A rejected message therefore has no effect.

use super::index::{Index, hash_text};
use crate::machine::{FIELDS_MAX, STRINGS_MAX};
use crate::schema::Type;

const TEXT_BYTES: usize = Type::CHAR_LEN_MAX as usize;

/// A text without trailing blanks, padded with zero bytes, which no text contains.
type Key = [u8; TEXT_BYTES];

/// The dictionary.
pub struct Dictionary {
    keys: Vec<Key>,
    index: Index,
    pending: [Key; FIELDS_MAX],
    pending_len: usize,
}

/// The error that there is no room for all new strings of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Full;

impl Dictionary {
    /// A dictionary in which `strings[i]` has code i.
    pub fn new(strings: &[String]) -> Dictionary {
        let mut dictionary = Dictionary {
            keys: Vec::with_capacity(STRINGS_MAX as usize),
            index: Index::new(STRINGS_MAX),
            pending: [Key::default(); FIELDS_MAX],
            pending_len: 0,
        };
        for text in strings.iter().take(STRINGS_MAX as usize) {
            dictionary.add(key_of(crate::frame::trim(text.as_bytes())));
        }
        dictionary
    }

    fn add(&mut self, key: Key) {
        let hash = hash_of(&key);
        // A text that occurs twice keeps its first code; its second code remains unused.
        if self.find(hash, &key).is_none() {
            self.index.insert(hash, self.keys.len() as u32);
        }
        self.keys.push(key);
    }

    fn find(&self, hash: u32, key: &Key) -> Option<u32> {
        self.index.find(hash, |code| self.keys.get(code as usize) == Some(key))
    }

    /// Starts a frame and drops pending strings.
    pub fn begin(&mut self) {
        self.pending_len = 0;
    }

    /// The code of a text without trailing blanks; a new text becomes pending.
    pub fn code(&mut self, text: &[u8]) -> u32 {
        let key = key_of(text);
        match self.find(hash_of(&key), &key) {
            Some(code) => code,
            None => self.pend(key),
        }
    }

    #[cold]
    fn pend(&mut self, key: Key) -> u32 {
        let pending = &self.pending[..self.pending_len];
        let position = pending.iter().position(|known| *known == key);
        let position = position.unwrap_or_else(|| {
            // A frame has at most as many fields as there are places.
            if let Some(place) = self.pending.get_mut(self.pending_len) {
                *place = key;
                self.pending_len += 1;
            }
            self.pending_len - 1
        });
        (self.keys.len() + position) as u32
    }

    /// Checks that there is room for all pending strings.
    ///
    /// # Errors
    /// [`Full`] if there is none.
    pub fn check(&self) -> Result<(), Full> {
        if self.keys.len() + self.pending_len <= STRINGS_MAX as usize { Ok(()) } else { Err(Full) }
    }

    /// Makes the pending strings permanent, after [`Dictionary::check`] found room for them.
    pub fn accept(&mut self) {
        for i in 0..self.pending_len {
            if self.keys.len() < STRINGS_MAX as usize {
                self.add(self.pending[i]);
            }
        }
        self.pending_len = 0;
    }

    /// The key of a code, permanent or pending; that of the empty text for any other number.
    fn key(&self, code: i64) -> Key {
        let Ok(code) = usize::try_from(code) else { return Key::default() };
        let pending = || self.pending[..self.pending_len].get(code - self.keys.len());
        self.keys.get(code).or_else(pending).copied().unwrap_or_default()
    }

    /// Whether two texts, padded with blanks, have the same first `bytes` bytes.
    #[inline(never)]
    pub fn begins_with(&self, text: i64, prefix: i64, bytes: usize) -> bool {
        let padded = |byte: u8| if byte == 0 { b' ' } else { byte };
        let (text, prefix) = (self.key(text).map(padded), self.key(prefix).map(padded));
        text.iter().zip(&prefix).take(bytes).all(|(a, b)| a == b)
    }

    /// The text of a permanent code; empty for any other number.
    pub fn text(&self, code: i64) -> &str {
        let key = usize::try_from(code).ok().and_then(|i| self.keys.get(i));
        key.and_then(|key| {
            let len = key.iter().position(|b| *b == 0).unwrap_or(key.len());
            std::str::from_utf8(&key[..len]).ok()
        })
        .unwrap_or("")
    }

    /// The number of strings.
    pub fn len(&self) -> u32 {
        self.keys.len() as u32
    }
}

fn key_of(text: &[u8]) -> Key {
    let mut key = Key::default();
    for (place, byte) in key.iter_mut().zip(text) {
        *place = *byte;
    }
    key
}

fn hash_of(key: &Key) -> u32 {
    let bits = u128::from_le_bytes(*key);
    hash_text(bits as u64, (bits >> 64) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Compares with a list, for accepted and rejected frames.
        #[test]
        fn agrees_with_a_list(
            frames in prop::collection::vec(
                (prop::collection::vec("[a-c]{0,3}", 0..6), any::<bool>()),
                0..60,
            ),
        ) {
            let mut known = vec!["b".to_owned(), "ab".to_owned()];
            let mut dictionary = Dictionary::new(&known);
            for (texts, accept) in frames {
                let mut with_new = known.clone();
                dictionary.begin();
                for text in texts {
                    let want = with_new.iter().position(|t| *t == text).unwrap_or_else(|| {
                        with_new.push(text.clone());
                        with_new.len() - 1
                    });
                    prop_assert_eq!(dictionary.code(text.as_bytes()), want as u32);
                }
                prop_assert_eq!(dictionary.check(), Ok(()));
                if accept {
                    dictionary.accept();
                    known = with_new;
                }
                prop_assert_eq!(dictionary.len() as usize, known.len());
                for (code, text) in known.iter().enumerate() {
                    prop_assert_eq!(dictionary.text(code as i64), text);
                }
                prop_assert_eq!(dictionary.text(known.len() as i64), "");
            }
        }
    }

    #[test]
    fn it_is_full_at_its_capacity() {
        let strings: Vec<String> = (1..STRINGS_MAX).map(|i| i.to_string()).collect();
        let mut dictionary = Dictionary::new(&strings);
        assert_eq!(dictionary.code(b"new"), STRINGS_MAX - 1);
        assert_eq!(dictionary.code(b"newer"), STRINGS_MAX);
        assert_eq!(dictionary.code(b"new"), STRINGS_MAX - 1);
        assert_eq!(dictionary.check(), Err(Full));
        dictionary.begin();
        assert_eq!(dictionary.code(b"newer"), STRINGS_MAX - 1);
        assert_eq!(dictionary.check(), Ok(()));
        dictionary.accept();
        assert_eq!(dictionary.text(i64::from(STRINGS_MAX) - 1), "newer");
        dictionary.code(b"newest");
        assert_eq!(dictionary.check(), Err(Full));
    }
}
