// SPDX-License-Identifier: Apache-2.0

//! A distribution of times that keeps every value with its count. Nothing is lost, and a
//! distribution of hardware has one value.

use crate::measure::{Timing, cycles_to_nanoseconds};
use sim::stages::Stages;
use std::collections::BTreeMap;

/// Times in nanoseconds, each with its count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Times {
    counts: BTreeMap<u64, u64>,
}

impl Times {
    /// Adds a time.
    pub fn note(&mut self, nanoseconds: u64) {
        *self.counts.entry(nanoseconds).or_default() += 1;
    }

    /// The number of times.
    pub fn count(&self) -> u64 {
        self.counts.values().sum()
    }

    /// The least time, or 0 if there is none.
    pub fn min(&self) -> u64 {
        self.counts.keys().next().copied().unwrap_or(0)
    }

    /// The largest time, or 0 if there is none.
    pub fn max(&self) -> u64 {
        self.counts.keys().next_back().copied().unwrap_or(0)
    }

    /// The mean, or 0 if there is none.
    pub fn mean(&self) -> f64 {
        let sum: u128 =
            self.counts.iter().map(|(time, count)| u128::from(*time) * u128::from(*count)).sum();
        sum as f64 / self.count().max(1) as f64
    }

    /// The time that a share of all times does not exceed.
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

/// The times of the messages of an operation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measured {
    /// To the verdict. Empty for software.
    pub verdict: Option<Times>,
    /// To the end of the commit.
    pub commit: Times,
    /// The stages up to the verdict. Empty for software.
    pub stages: Option<[Times; Stages::NAMES.len()]>,
}

impl Measured {
    /// Adds a message.
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

    /// The number of messages.
    pub fn count(&self) -> u64 {
        self.commit.count()
    }

    /// The time of the check of an order: to the verdict, or as a whole for software.
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
