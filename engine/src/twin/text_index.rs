// SPDX-License-Identifier: Apache-2.0

//! An index from texts to codes, which does not store the texts.
//!
//! The codes of one slot are a chain. The number of slots follows the number of texts, although
//! the memory is that of the capacity: few texts of a dictionary for millions share few cache lines
//! and pages. Slots are added one at a time, as in linear hashing. An insert that adds a slot moves
//! the codes of one chain, so that no insert takes longer than the others as the index grows.
//!
//! ```text
//!  slots   0 .. split-1 │ split .. base-1 │ base .. base+split-1
//!          hash mod 2·base   hash mod base    hash mod 2·base
//! ```

/// The slots of an empty index, a power of two.
const FIRST_SLOTS: u32 = 64;

/// The index. Its owner passes the hash of a text, and closures that compare and hash the text of a
/// code.
pub struct TextIndex {
    /// The first code of each slot, plus one; 0 for none.
    heads: Vec<u32>,
    /// For each code, the next one of its slot, plus one; 0 for none.
    next: Vec<u32>,
    /// The number of slots before this round, a power of two.
    base: u32,
    /// The slots that this round has added.
    split: u32,
    len: u32,
}

impl TextIndex {
    /// An empty index for codes below `codes`.
    pub fn new(codes: u32) -> TextIndex {
        // The operating system provides zeroed memory on first use.
        TextIndex {
            heads: vec![0; codes.max(FIRST_SLOTS) as usize + 1],
            next: vec![0; codes as usize],
            base: FIRST_SLOTS,
            split: 0,
            len: 0,
        }
    }

    #[inline(always)]
    fn slot(&self, hash: u32) -> usize {
        let slot = hash & (self.base - 1);
        (if slot < self.split { hash & (2 * self.base - 1) } else { slot }) as usize
    }

    /// The code with this hash for which `is_text` returns true.
    #[inline(always)]
    pub fn find(&self, hash: u32, is_text: impl Fn(u32) -> bool) -> Option<u32> {
        let mut link = self.heads[self.slot(hash)];
        while let Some(code) = link.checked_sub(1) {
            if is_text(code) {
                return Some(code);
            }
            link = self.next[code as usize];
        }
        None
    }

    /// Adds a code. Its text must not be in the index.
    pub fn insert(&mut self, hash: u32, code: u32, hash_of: impl Fn(u32) -> u32) {
        self.link(self.slot(hash), code);
        self.len += 1;
        if self.len > self.base + self.split {
            self.grow(hash_of);
        }
    }

    fn link(&mut self, slot: usize, code: u32) {
        self.next[code as usize] = self.heads[slot];
        self.heads[slot] = code + 1;
    }

    /// Adds a slot, and moves codes of one other slot to it.
    fn grow(&mut self, hash_of: impl Fn(u32) -> u32) {
        let slot = self.split as usize;
        self.split += 1;
        let mut link = std::mem::take(&mut self.heads[slot]);
        while let Some(code) = link.checked_sub(1) {
            link = self.next[code as usize];
            self.link(self.slot(hash_of(code)), code);
        }
        if self.split == self.base {
            self.base *= 2;
            self.split = 0;
        }
    }

    /// Removes a code whose text has this hash; does nothing if it is not there.
    pub fn remove(&mut self, hash: u32, code: u32) {
        let slot = self.slot(hash);
        let mut link = self.heads[slot];
        let mut before = None;
        while let Some(here) = link.checked_sub(1) {
            link = self.next[here as usize];
            if here == code {
                match before {
                    None => self.heads[slot] = link,
                    Some(before) => self.next[before as usize] = link,
                }
                self.len -= 1;
                return;
            }
            before = Some(here);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        /// Compares with a map of the standard library. Texts are numbers, and their hashes are
        /// poor in some runs.
        #[test]
        fn agrees_with_a_map(
            bits in 0_u32..32,
            steps in prop::collection::vec((any::<bool>(), 0_u32..700), 0..2000),
        ) {
            let hash = |text: u32| text.wrapping_mul(0x9E37_79B9) & ((1 << bits) - 1);
            let mut index = TextIndex::new(700);
            let mut texts = vec![u32::MAX; 700];
            let mut map = BTreeMap::new();
            let mut free: Vec<u32> = (0..700).collect();
            for (adds, text) in steps {
                let found = index.find(hash(text), |code| texts[code as usize] == text);
                prop_assert_eq!(found, map.get(&text).copied());
                match found {
                    None if adds => {
                        let code = free.pop().unwrap();
                        texts[code as usize] = text;
                        index.insert(hash(text), code, |code| hash(texts[code as usize]));
                        map.insert(text, code);
                    }
                    Some(code) if !adds => {
                        index.remove(hash(text), code);
                        map.remove(&text);
                        free.push(code);
                    }
                    _ => free.last().into_iter().for_each(|code| index.remove(hash(text), *code)),
                }
            }
            for (text, code) in &map {
                let found = index.find(hash(*text), |code| texts[code as usize] == *text);
                prop_assert_eq!(found, Some(*code));
            }
        }
    }
}
