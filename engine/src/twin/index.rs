// SPDX-License-Identifier: Apache-2.0

//! A compact hash index from keys to row handles; the keys themselves stay where they are.
//!
//! A slot is one 64-bit word, so that the index of a million rows is 16 MB and a probe reads one
//! cache line:
//!
//! ```text
//!  63            32 31              0
//! +----------------+-----------------+
//! |   key's hash   |  handle + 1     |      0 is an empty slot
//! +----------------+-----------------+
//! ```
//!
//! It probes linearly from the home slot, the hash's low bits, and compares hashes before it asks
//! its owner to compare keys. It is never more than half full. A removal shifts the entries behind
//! it back to where they would be had the removed one never been there, so that there are no
//! tombstones and years of churn cost nothing.

/// Slots of a cache line.
const LINE_SLOTS: u64 = 8;
const SEED: u64 = 0x9E37_79B9_7F4A_7C15;
const FACTOR: u64 = 0xD6E8_FEB8_6659_FD93;

/// The hash of a key of 64-bit words.
///
/// Which cache line is home depends on all bits but the last three, which say where in the line.
/// Orders are numbered as they come, so that eight of them in a row share a line, and only the
/// first waits for memory. Keys that are all multiples of eight share a slot of each line instead,
/// of which on average four come to one at most.
///
/// It is not seeded: two runs over one flow do the same work.
#[inline(always)]
pub fn hash(words: &[u64]) -> u32 {
    let Some((last, first)) = words.split_last() else { return 0 };
    let state = first.iter().fold(SEED, |state, word| mix(state ^ word));
    let line = mix(state ^ (last / LINE_SLOTS)) >> 32;
    (line - line % LINE_SLOTS + last % LINE_SLOTS) as u32
}

/// The hash of a text, of which neighbours are not to be expected.
pub fn hash_text(low: u64, high: u64) -> u32 {
    (mix(mix(SEED ^ low) ^ high) >> 32) as u32
}

/// Mixes the bits of a word, into the upper half of the result best: each multiplication carries a
/// bit to all above it, and what the first carried up is brought down between them.
#[inline(always)]
fn mix(word: u64) -> u64 {
    let product = word.wrapping_mul(FACTOR);
    (product ^ (product >> 32)).wrapping_mul(SEED)
}

/// The index. Its owner passes the hash of a key, and on a look-up a closure that compares the key
/// of a handle.
pub struct Index {
    slots: Vec<u64>,
}

impl Index {
    /// An empty index for up to `entries_max` entries.
    pub fn new(entries_max: u32) -> Index {
        let slots = (2 * entries_max as usize).next_power_of_two();
        // Zeroed memory that nobody has touched costs nothing yet.
        Index { slots: vec![0; slots.max(2)] }
    }

    fn mask(&self) -> usize {
        self.slots.len() - 1
    }

    /// The handle among those with this hash for which `is_key` holds.
    pub fn find(&self, hash: u32, mut is_key: impl FnMut(u32) -> bool) -> Option<u32> {
        let mut position = hash as usize & self.mask();
        loop {
            let slot = self.slots[position];
            if slot == 0 {
                return None;
            }
            let handle = (slot as u32).wrapping_sub(1);
            if (slot >> 32) as u32 == hash && is_key(handle) {
                return Some(handle);
            }
            position = (position + 1) & self.mask();
        }
    }

    /// The row that a key with this hash probably has, or some other one; for [`super::prefetch`].
    #[inline(always)]
    pub fn guess(&self, hash: u32) -> u32 {
        (self.slots[hash as usize & self.mask()] as u32).saturating_sub(1)
    }

    /// Adds a handle; its key is not in the index, and the index holds fewer entries than it was
    /// made for.
    pub fn insert(&mut self, hash: u32, handle: u32) {
        let mut position = hash as usize & self.mask();
        while self.slots[position] != 0 {
            position = (position + 1) & self.mask();
        }
        self.slots[position] = u64::from(hash) << 32 | u64::from(handle + 1);
    }

    /// Removes a handle whose key has this hash; does nothing if it is not there.
    pub fn remove(&mut self, hash: u32, handle: u32) {
        let wanted = u64::from(hash) << 32 | u64::from(handle + 1);
        let mask = self.mask();
        let mut hole = hash as usize & mask;
        while self.slots[hole] != wanted {
            if self.slots[hole] == 0 {
                return;
            }
            hole = (hole + 1) & mask;
        }
        let mut position = hole;
        loop {
            position = (position + 1) & mask;
            let slot = self.slots[position];
            if slot == 0 {
                break;
            }
            // An entry may move back into the hole unless that lies before its home, counted around
            // the end.
            let home = (slot >> 32) as usize & mask;
            if position.wrapping_sub(home) & mask >= position.wrapping_sub(hole) & mask {
                self.slots[hole] = slot;
                hole = position;
            }
        }
        self.slots[hole] = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashMap;

    proptest! {
        /// Against a map of the standard library, with hashes so poor that clusters form and wrap
        /// around.
        #[test]
        fn agrees_with_a_map(
            entries_max in 1_u32..40,
            bits in 0_u32..6,
            operations in prop::collection::vec((any::<bool>(), 0_u32..60), 0..400),
        ) {
            let mut index = Index::new(entries_max);
            let mut map = HashMap::new();
            let mut keys = vec![0_u32; 1000];
            let mut next = 0;
            let poor = |key: u32| hash(&[key.into()]) & ((1 << bits) - 1) | 0xFFFF_FFC0;
            for (insert, key) in operations {
                let found = index.find(poor(key), |handle| keys[handle as usize] == key);
                prop_assert_eq!(found, map.get(&key).copied());
                match found {
                    None if insert && map.len() < entries_max as usize => {
                        keys[next as usize] = key;
                        index.insert(poor(key), next);
                        map.insert(key, next);
                        next += 1;
                    }
                    Some(handle) if !insert => {
                        index.remove(poor(key), handle);
                        map.remove(&key);
                    }
                    _ => index.remove(poor(key), 999),
                }
                for (key, handle) in &map {
                    let found = index.find(poor(*key), |handle| keys[handle as usize] == *key);
                    prop_assert_eq!(found, Some(*handle));
                }
            }
        }
    }

    #[test]
    fn homes_spread_whatever_the_step_of_the_keys() {
        let homes = |step: u64| {
            let mut homes: Vec<u32> = (0..1000).map(|i| hash(&[i * step]) & 4095).collect();
            homes.sort_unstable();
            homes.dedup();
            homes.len()
        };
        // As random as it can be: with eight keys a line 883 on average, with four 792, with two
        // 639, with one 439.
        for (step, at_least) in
            [(1, 850), (2, 750), (3, 850), (4, 620), (7, 850), (8, 420), (1000, 420)]
        {
            assert!(homes(step) >= at_least, "{} homes for keys {step} apart", homes(step));
        }
    }
}
