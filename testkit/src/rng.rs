// SPDX-License-Identifier: Apache-2.0

//! Random choices that a seed fixes, the same on every machine.
//!
//! [`Rng`] is the stream of ChaCha8, which its definition fixes. Its own methods are defined here
//! and never change, because a committed seed must mean the same case for ever. The methods of the
//! `rand` crate also work on it (`rng.random_range(0..6)`, `list.shuffle(&mut rng)`); how those
//! draw may change with a version of that crate, so no committed seed depends on them.

use rand::TryRng;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use std::convert::Infallible;

/// A source of random choices.
#[derive(Clone, Debug)]
pub struct Rng(ChaCha8Rng);

impl Rng {
    /// Returns the random source of a seed. Different numbers of `stream` give independent sources
    /// for the same seed.
    pub fn new(seed: u64, stream: u64) -> Rng {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        rng.set_stream(stream);
        Rng(rng)
    }

    /// Returns the first source of a seed: stream 0.
    pub fn seeded(seed: u64) -> Rng {
        Rng::new(seed, 0)
    }

    /// Returns 64 random bits.
    pub fn bits(&mut self) -> u64 {
        let Ok(bits) = self.0.try_next_u64();
        bits
    }

    /// Returns a number below `limit`, which must not be 0. The bias of the remainder is small
    /// enough for tests.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.bits() % limit as u64) as usize
    }

    /// Returns a number in `low..=high`.
    pub fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high - low + 1)
    }

    /// Returns true in `chance` of 100 cases.
    pub fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }

    /// Returns one of the elements; there must be at least one.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// Returns an index; the chance of each is proportional to its weight.
    pub fn weighted(&mut self, weights: &[usize]) -> usize {
        let mut at = self.below(weights.iter().sum());
        for (index, weight) in weights.iter().enumerate() {
            if at < *weight {
                return index;
            }
            at -= weight;
        }
        unreachable!("the draw is below the sum of the weights")
    }

    /// Puts the elements into a random order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

impl TryRng for Rng {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        self.0.try_next_u32()
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        self.0.try_next_u64()
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        self.0.try_fill_bytes(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Committed seeds depend on these draws.
    #[test]
    fn a_seed_means_the_same_draws_for_ever() {
        let mut rng = Rng::new(7, 1);
        let draws: Vec<usize> = (0..8).map(|_| rng.below(1000)).collect();
        assert_eq!(draws, [175, 533, 538, 589, 818, 440, 483, 73]);
    }
}
