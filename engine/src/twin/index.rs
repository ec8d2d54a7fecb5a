// SPDX-License-Identifier: Apache-2.0

//! A compact hash index from keys to row handles, which does not store the keys.
//!
//! A slot is one 64-bit word, so that the index of a million rows takes 16 MB and a probe usually
//! reads one cache line:
//!
//! ```text
//!  63            32 31              0
//! +----------------+-----------------+
//! |   key's hash   |  handle + 1     |      0 is an empty slot
//! +----------------+-----------------+
//! ```
//!
//! A search probes linearly from the home slot, which is the low bits of the hash, and compares
//! hashes before keys; the owner of the index compares keys. The index is never more than half
//! full. A removal moves the following entries back to where they would be without the removed
//! entry. There are no tombstones, so that lookups do not slow down over time.

/// Slots of a cache line.
const LINE_SLOTS: u64 = 8;
const SEED: u64 = 0x9E37_79B9_7F4A_7C15;
const FACTOR: u64 = 0xD6E8_FEB8_6659_FD93;

/// The hash of a key of 64-bit words.
///
/// The home cache line depends on all bits but the last three, which select the slot in the line.
/// Order ids are consecutive, so that eight consecutive orders share a line and only the first
/// waits for memory. Keys that are all multiples of eight use one slot of each line, with a load of
/// at most four keys a line on average.
///
/// It is not seeded, so that two runs over one flow do the same work.
#[inline(always)]
pub fn hash(words: &[u64]) -> u32 {
    let Some((last, first)) = words.split_last() else { return 0 };
    let state = first.iter().fold(SEED, |state, word| mix(state ^ word));
    let line = mix(state ^ (last / LINE_SLOTS)) >> 32;
    (line - line % LINE_SLOTS + last % LINE_SLOTS) as u32
}

/// The hash of a text; texts are not consecutive.
pub fn hash_text(low: u64, high: u64) -> u32 {
    (mix(mix(SEED ^ low) ^ high) >> 32) as u32
}

/// Mixes the bits of a word; the upper half of the result is mixed best. A multiplication
/// propagates each bit to all higher ones. The shift between the two multiplications moves the
/// upper half down.
#[inline(always)]
fn mix(word: u64) -> u64 {
    let product = word.wrapping_mul(FACTOR);
    (product ^ (product >> 32)).wrapping_mul(SEED)
}

/// The index. Its owner passes the hash of a key, and for a lookup a closure that compares the key
/// of a handle.
pub struct Index {
    slots: Vec<u64>,
}

impl Index {
    /// An empty index for up to `entries_max` entries.
    pub fn new(entries_max: u32) -> Index {
        let slots = (2 * entries_max as usize).next_power_of_two();
        // The operating system provides zeroed memory on first use.
        Index { slots: vec![0; slots.max(2)] }
    }

    fn mask(&self) -> usize {
        self.slots.len() - 1
    }

    /// The handle with this hash for which `is_key` returns true.
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

    /// The row of the home slot of this hash, which is usually the row of the key; for
    /// [`super::prefetch`].
    #[inline(always)]
    pub fn guess(&self, hash: u32) -> u32 {
        (self.slots[hash as usize & self.mask()] as u32).saturating_sub(1)
    }

    /// Adds a handle. Its key must not be in the index, and the index must have fewer entries than
    /// its capacity.
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
            // An entry may move into the hole unless the hole is before its home, modulo the
            // length.
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
    use std::collections::BTreeMap;

    proptest! {
        /// Compares with a map of the standard library. The hashes are poor, so that clusters form
        /// and wrap around.
        #[test]
        fn agrees_with_a_map(
            entries_max in 1_u32..40,
            bits in 0_u32..6,
            operations in prop::collection::vec((any::<bool>(), 0_u32..60), 0..400),
        ) {
            let mut index = Index::new(entries_max);
            let mut map = BTreeMap::new();
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
        // The expectation for random homes: 883 with eight keys a line, 792 with four, 639 with
        // two, 439 with one.
        for (step, at_least) in
            [(1, 850), (2, 750), (3, 850), (4, 620), (7, 850), (8, 420), (1000, 420)]
        {
            assert!(homes(step) >= at_least, "{} homes for keys {step} apart", homes(step));
        }
    }
}
