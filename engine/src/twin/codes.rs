// SPDX-License-Identifier: Apache-2.0

//! The codes of the dictionary: which are taken, and the lowest that is free.
//!
//! ```text
//!  level 1            [ ..1 ]            a bit is set if its word below is full
//!                  ╱       ╲
//!  level 0   [1111..1]   [..0111]        a bit is set if its code is taken
//! ```
//! The lowest free code is found with one word of each level. There are three levels for 65,536
//! codes, and five for the most that there are. The words of an empty set are zero, so that the
//! operating system provides their memory on first use.

/// Bits of a word.
const BITS: usize = 64;

/// A set of codes.
pub struct Codes {
    /// The words of each level, the codes first.
    levels: Vec<Vec<u64>>,
}

impl Codes {
    /// An empty set for codes below `codes`.
    pub fn new(codes: u32) -> Codes {
        let mut levels = Vec::new();
        let mut bits = (codes as usize).max(1);
        loop {
            bits = bits.div_ceil(BITS);
            levels.push(vec![0; bits]);
            if bits == 1 {
                return Codes { levels };
            }
        }
    }

    /// Takes the lowest code that is free. There must be one; with none left this returns a number
    /// that is not a code.
    pub fn take(&mut self) -> u32 {
        let mut at = 0;
        for level in self.levels.iter().rev() {
            let word = level.get(at).copied().unwrap_or(0);
            at = at * BITS + word.trailing_ones() as usize;
        }
        let code = at as u32;
        for level in &mut self.levels {
            let Some(word) = level.get_mut(at / BITS) else { break };
            *word |= 1 << (at % BITS);
            if *word != u64::MAX {
                break;
            }
            at /= BITS;
        }
        code
    }

    /// Frees a code.
    pub fn give(&mut self, code: u32) {
        let mut at = code as usize;
        for level in &mut self.levels {
            let Some(word) = level.get_mut(at / BITS) else { return };
            let was_full = *word == u64::MAX;
            *word &= !(1 << (at % BITS));
            if !was_full {
                return;
            }
            at /= BITS;
        }
    }

    /// Returns whether a code is taken.
    pub fn is_taken(&self, code: u32) -> bool {
        let word = self.levels.first().and_then(|level| level.get(code as usize / BITS));
        word.is_some_and(|word| word >> (code as usize % BITS) & 1 != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]
        /// Compares with the set of the free codes.
        #[test]
        fn agrees_with_a_set(
            codes in prop::sample::select(&[1_u32, 63, 64, 65, 4096, 4097, 5000][..]),
            steps in prop::collection::vec((0_u32..1500, any::<u32>()), 0..16),
        ) {
            let mut set = Codes::new(codes);
            let mut free: BTreeSet<u32> = (0..codes).collect();
            for (takes, gives) in steps {
                for _ in 0..takes.min(free.len() as u32) {
                    prop_assert_eq!(Some(set.take()), free.pop_first());
                }
                // Frees a part of the codes.
                let some = |code: &u32| code.wrapping_mul(gives | 1) >> 28 == 0;
                let given: Vec<u32> =
                    (0..codes).filter(some).filter(|code| !free.contains(code)).collect();
                for code in given {
                    set.give(code);
                    free.insert(code);
                }
            }
            for code in 0..codes {
                prop_assert_eq!(set.is_taken(code), !free.contains(&code));
            }
            prop_assert!(!set.is_taken(codes + 64));
        }
    }
}
