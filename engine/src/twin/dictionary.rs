// SPDX-License-Identifier: Apache-2.0

//! The dictionary: short texts and their codes, in memory of fixed size; see [`crate::dictionary`].
//!
//! The new texts of a frame are *pending* until its message is answered. They have the lowest free
//! codes, so that nothing has to be translated when a row stores them. [`Dictionary::begin`] frees
//! the codes of a rejected message.
//!
//! Where codes are reused, the commit counts the cells of each code ([`Dictionary::retain`],
//! [`Dictionary::release`]). [`Dictionary::accept`] keeps the pending texts that have a cell, and
//! frees the codes that have lost their last one. A string of the program counts as a cell.

use super::codes::Codes;
use super::index::hash_text;
use super::text_index::TextIndex;
use crate::dictionary::DictionaryDef;
use crate::machine::{COLUMNS_MAX, FIELDS_MAX, INSTRUCTIONS_MAX, SET_ROWS_MAX};
use crate::schema::Type;

const TEXT_BYTES: usize = Type::CHAR_LEN_MAX as usize;

/// A text without trailing blanks, padded with zero bytes, which no text contains.
type Key = [u8; TEXT_BYTES];

/// The dictionary.
pub struct Dictionary {
    definition: DictionaryDef,
    /// The text of each code; empty for a code that is free.
    keys: Vec<Key>,
    /// The number of cells of each code, if codes are reused.
    cells: Vec<u32>,
    codes: Codes,
    index: TextIndex,
    /// The number of texts that are not pending.
    len: u32,
    pending: [u32; FIELDS_MAX],
    pending_len: usize,
    /// Codes that have lost their last cell in this message.
    dropped: Vec<u32>,
}

impl Dictionary {
    /// A dictionary in which `strings[i]` has code i.
    pub fn new(definition: DictionaryDef, strings: &[String]) -> Dictionary {
        let codes = definition.codes();
        let cells = if definition.reuses_codes { codes as usize } else { 0 };
        // The cells that one message can release: those of the rows that each instruction deletes.
        let released = INSTRUCTIONS_MAX * SET_ROWS_MAX as usize * COLUMNS_MAX;
        let dropped_max = if definition.reuses_codes { released } else { 0 };
        let mut dictionary = Dictionary {
            definition,
            // The operating system provides zeroed memory on first use.
            keys: vec![Key::default(); codes as usize],
            cells: vec![0; cells],
            codes: Codes::new(codes),
            index: TextIndex::new(codes),
            len: 0,
            pending: [0; FIELDS_MAX],
            pending_len: 0,
            dropped: Vec::with_capacity(dropped_max),
        };
        for text in strings.iter().take(definition.texts_max as usize) {
            let code = dictionary.codes.take();
            dictionary.keys[code as usize] = key_of(crate::frame::trim(text.as_bytes()));
            dictionary.retain(code.into());
            dictionary.add(code);
        }
        dictionary
    }

    /// Makes a text permanent.
    fn add(&mut self, code: u32) {
        let Dictionary { keys, index, .. } = self;
        let hash_of = |code: u32| hash_of(&keys[code as usize]);
        index.insert(hash_of(code), code, hash_of);
        self.len += 1;
    }

    /// Frees a code, whose text is not in the index.
    fn give(&mut self, code: u32) {
        self.keys[code as usize] = Key::default();
        self.codes.give(code);
    }

    /// Starts a frame and drops pending texts.
    #[inline(always)]
    pub fn begin(&mut self) {
        if self.pending_len > 0 {
            self.drop_pending();
        }
    }

    fn drop_pending(&mut self) {
        for i in 0..self.pending_len {
            self.give(self.pending[i]);
        }
        self.pending_len = 0;
    }

    /// The code of a text without trailing blanks; a new text becomes pending.
    pub fn code(&mut self, text: &[u8]) -> u32 {
        let key = key_of(text);
        let known = self.index.find(hash_of(&key), |code| self.keys[code as usize] == key);
        known.unwrap_or_else(|| self.pend(key))
    }

    fn pend(&mut self, key: Key) -> u32 {
        let pending = &self.pending[..self.pending_len];
        if let Some(code) = pending.iter().find(|code| self.keys[**code as usize] == key) {
            return *code;
        }
        // A frame has at most as many fields as there are places.
        let Some(place) = self.pending.get_mut(self.pending_len) else { return 0 };
        let code = self.codes.take();
        *place = code;
        self.pending_len += 1;
        self.keys[code as usize] = key;
        code
    }

    /// Returns whether a message is refused before its rules: codes are not reused, and there is no
    /// room for all pending texts.
    pub fn refuses(&self) -> bool {
        !self.definition.reuses_codes && !self.has_room_for(self.pending_len as u32)
    }

    /// Returns whether there is certainly room for the texts that an accepted message stores: codes
    /// are not reused, or there is room for all pending texts.
    #[inline(always)]
    pub fn has_room(&self) -> bool {
        !self.definition.reuses_codes || self.has_room_for(self.pending_len as u32)
    }

    /// Returns whether there is room for a number of new texts.
    #[inline(always)]
    pub fn has_room_for(&self, new: u32) -> bool {
        self.len + new <= self.definition.texts_max
    }

    /// The place of a code among those of pending texts, if its text is one.
    pub fn pending_place(&self, code: i64) -> Option<usize> {
        self.pending[..self.pending_len].iter().position(|pending| i64::from(*pending) == code)
    }

    /// Counts a cell that gets a code.
    #[inline(always)]
    pub fn retain(&mut self, code: i64) {
        let cell = usize::try_from(code).ok().and_then(|code| self.cells.get_mut(code));
        if let Some(cells) = cell {
            *cells += 1;
        }
    }

    /// Counts a cell that loses a code.
    #[inline(always)]
    pub fn release(&mut self, code: i64) {
        let cell = usize::try_from(code).ok().and_then(|code| self.cells.get_mut(code));
        if let Some(cells) = cell {
            *cells = cells.saturating_sub(1);
            if *cells == 0 {
                self.dropped.push(code as u32);
            }
        }
    }

    /// Ends a message that changed the tables. Pending texts become permanent: those that a row
    /// stores, and all of them if codes are not reused.
    pub fn accept(&mut self) {
        for i in 0..self.pending_len {
            let code = self.pending[i];
            if self.cells.get(code as usize) == Some(&0) {
                self.give(code);
            } else {
                self.add(code);
            }
        }
        self.pending_len = 0;
        while let Some(code) = self.dropped.pop() {
            // A code may have got another cell since, or have been freed as a pending one.
            if self.cells[code as usize] == 0 && self.codes.is_taken(code) {
                self.index.remove(hash_of(&self.keys[code as usize]), code);
                self.give(code);
                self.len -= 1;
            }
        }
    }

    /// The key of a code, permanent or pending; that of the empty text for any other number.
    fn key(&self, code: i64) -> Key {
        let key = usize::try_from(code).ok().and_then(|code| self.keys.get(code));
        key.copied().unwrap_or_default()
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
        let key = key.filter(|_| self.pending_place(code).is_none());
        key.and_then(|key| {
            let len = key.iter().position(|b| *b == 0).unwrap_or(key.len());
            std::str::from_utf8(&key[..len]).ok()
        })
        .unwrap_or("")
    }

    /// The number of texts.
    pub fn len(&self) -> u32 {
        self.len
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
    use std::collections::BTreeMap;

    fn dictionary(texts_max: u32, reuses_codes: bool) -> Dictionary {
        let strings = ["b".to_owned(), "ab".to_owned()];
        Dictionary::new(DictionaryDef { texts_max, reuses_codes }, &strings)
    }

    proptest! {
        /// Compares with a list where codes are not reused, for accepted and rejected frames.
        #[test]
        fn agrees_with_a_list(
            frames in prop::collection::vec(
                (prop::collection::vec("[a-c]{0,3}", 0..6), any::<bool>()),
                0..60,
            ),
        ) {
            let mut known = vec!["b".to_owned(), "ab".to_owned()];
            let mut dictionary = dictionary(500, false);
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
                prop_assert!(!dictionary.refuses());
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

        /// Compares with the texts of a few cells where codes are reused. A frame writes texts into
        /// cells, empties cells, or is rejected.
        #[test]
        fn agrees_with_the_texts_of_cells(
            frames in prop::collection::vec(
                (
                    prop::collection::vec(("[a-c]{0,2}", 0_usize..8), 0..4),
                    prop::collection::vec(0_usize..8, 0..3),
                    any::<bool>(),
                ),
                0..80,
            ),
        ) {
            let mut dictionary = dictionary(14, true);
            let mut cells: [Option<(u32, String)>; 8] = Default::default();
            for (writes, empties, accept) in frames {
                dictionary.begin();
                let texts: Vec<(u32, String, usize)> = writes
                    .into_iter()
                    .map(|(text, cell)| (dictionary.code(text.as_bytes()), text, cell))
                    .collect();
                if accept {
                    for (code, text, cell) in texts {
                        dictionary.retain(code.into());
                        let before = cells[cell].replace((code, text));
                        before.into_iter().for_each(|(code, _)| dictionary.release(code.into()));
                    }
                    for cell in empties {
                        let before = cells[cell].take();
                        before.into_iter().for_each(|(code, _)| dictionary.release(code.into()));
                    }
                    dictionary.accept();
                }
                let held: BTreeMap<u32, &str> =
                    cells.iter().flatten().map(|(code, text)| (*code, text.as_str())).collect();
                for code in 2..20 {
                    let text = held.get(&code).copied().unwrap_or("");
                    prop_assert_eq!(dictionary.text(code.into()), text);
                }
                let others = held.keys().filter(|code| **code >= 2).count();
                prop_assert_eq!(dictionary.len() as usize, 2 + others);
                prop_assert_eq!((dictionary.text(0), dictionary.text(1)), ("b", "ab"));
            }
        }
    }

    #[test]
    fn it_is_full_at_its_capacity() {
        let mut dictionary = dictionary(3, false);
        assert_eq!(dictionary.code(b"new"), 2);
        assert_eq!(dictionary.code(b"newer"), 3);
        assert_eq!(dictionary.code(b"new"), 2);
        assert!(dictionary.refuses());
        dictionary.begin();
        assert_eq!(dictionary.code(b"newer"), 2);
        assert!(!dictionary.refuses());
        dictionary.accept();
        assert_eq!(dictionary.text(2), "newer");
        dictionary.code(b"newest");
        assert!(dictionary.refuses());
    }

    #[test]
    fn the_lowest_free_code_is_used_next() {
        let mut dictionary = dictionary(5, true);
        let all = [b"x", b"y", b"z"].map(|text| dictionary.code(text));
        assert_eq!(all, [2, 3, 4]);
        assert!(dictionary.has_room());
        all.iter().for_each(|code| dictionary.retain((*code).into()));
        dictionary.accept();
        // Two cells become empty, and one of the two texts is written again.
        dictionary.begin();
        assert_eq!(dictionary.code(b"v"), 5);
        assert!(!dictionary.has_room(), "room is free from the next message on");
        for code in [2, 3] {
            dictionary.release(code);
        }
        dictionary.retain(3);
        dictionary.accept();
        assert_eq!([2, 3, 4, 5].map(|code| dictionary.text(code)), ["", "y", "z", ""]);
        dictionary.begin();
        assert_eq!(dictionary.code(b"w"), 2);
    }
}
