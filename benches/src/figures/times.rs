// SPDX-License-Identifier: Apache-2.0

//! Times, each with how often it was measured: nothing of a distribution is lost, and hardware has
//! one value in it.

use crate::measure::{Timing, cycles_to_nanoseconds};
use sim::stages::Stages;
use std::collections::BTreeMap;

/// Nanoseconds, each with how often they were measured.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Times {
    counts: BTreeMap<u64, u64>,
}

impl Times {
    /// Counts one more in.
    pub fn note(&mut self, nanoseconds: u64) {
        *self.counts.entry(nanoseconds).or_default() += 1;
    }

    /// How many there are.
    pub fn count(&self) -> u64 {
        self.counts.values().sum()
    }

    /// The least; 0 of none.
    pub fn min(&self) -> u64 {
        self.counts.keys().next().copied().unwrap_or(0)
    }

    /// The most; 0 of none.
    pub fn max(&self) -> u64 {
        self.counts.keys().next_back().copied().unwrap_or(0)
    }

    /// The mean; 0 of none.
    pub fn mean(&self) -> f64 {
        let sum: u128 =
            self.counts.iter().map(|(time, count)| u128::from(*time) * u128::from(*count)).sum();
        sum as f64 / self.count().max(1) as f64
    }

    /// What a share of them did not exceed.
    pub fn quantile(&self, share: f64) -> u64 {
        let wanted = (share * self.count() as f64).ceil().max(1.0) as u64;
        let mut seen = 0;
        for (time, count) in &self.counts {
            seen += count;
            if seen >= wanted {
                return *time;
            }
        }
        0
    }
}

/// What messages of one sort took.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measured {
    /// To the verdict; software does not tell.
    pub verdict: Option<Times>,
    /// To the end of the commit.
    pub commit: Times,
    /// The stages up to the verdict, likewise.
    pub stages: Option<[Times; Stages::NAMES.len()]>,
}

impl Measured {
    /// Counts one more in.
    pub fn note(&mut self, timing: &Timing) {
        self.commit.note(timing.nanoseconds);
        if let Some(cycles) = timing.cycles {
            self.verdict.get_or_insert_default().note(cycles_to_nanoseconds(cycles.verdict));
            let stages = self.stages.get_or_insert_default();
            for (times, cycles) in stages.iter_mut().zip(cycles.stages.cycles()) {
                times.note(cycles_to_nanoseconds(cycles));
            }
        }
    }

    /// How many there are.
    pub fn count(&self) -> u64 {
        self.commit.count()
    }

    /// What an order is checked in, as far as it is known: to the verdict, or else as a whole.
    pub fn check(&self) -> &Times {
        self.verdict.as_ref().unwrap_or(&self.commit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_values_that_were_measured() {
        let mut times = Times::default();
        (1..=100).for_each(|time| times.note(time));
        times.note(5_000);
        assert_eq!((times.count(), times.min(), times.max()), (101, 1, 5_000));
        assert_eq!(
            (times.quantile(0.5), times.quantile(0.99), times.quantile(1.0)),
            (51, 100, 5_000)
        );
        assert!((times.mean() - 10_050.0 / 101.0).abs() < 1e-9);
        let none = Times::default();
        assert_eq!((none.count(), none.min(), none.max(), none.quantile(0.5)), (0, 0, 0, 0));
    }
}
