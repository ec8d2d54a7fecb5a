// SPDX-License-Identifier: Apache-2.0

//! Scales: from a number to a position, and the numbers that get a grid line.

/// A logarithmic scale from `low..=high` to pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LogScale {
    low: f64,
    high: f64,
    from: f64,
    to: f64,
}

impl LogScale {
    /// A scale for values between two bounds, widened to the next number with a grid line. `from`
    /// and `to` are pixels.
    pub fn around(least: u64, most: u64, from: i32, to: i32) -> LogScale {
        let (least, most) =
            (least.max(1) as f64, (most.max(1) as f64).max(least.max(1) as f64 * 1.5));
        let worth = |decade: i32| [1.0, 2.0, 5.0].map(|digit| digit * 10_f64.powi(decade));
        let all: Vec<f64> = (0..19).flat_map(worth).collect();
        let low = all.iter().copied().rfind(|v| *v <= least).unwrap_or(1.0);
        let high = all.iter().copied().find(|v| *v >= most).unwrap_or(most);
        LogScale { low, high, from: from.into(), to: to.into() }
    }

    /// A scale from exactly one value to another.
    pub fn between(least: u64, most: u64, from: i32, to: i32) -> LogScale {
        let low = least.max(1) as f64;
        LogScale { low, high: (most as f64).max(low * 1.5), from: from.into(), to: to.into() }
    }

    /// The position of a value, limited to the scale.
    pub fn at(&self, value: u64) -> i32 {
        let value = (value as f64).clamp(self.low, self.high);
        let share = (value / self.low).ln() / (self.high / self.low).ln();
        (self.from + share * (self.to - self.from)).round() as i32
    }

    /// The values of the grid lines: 1, 2 and 5 of each decade, or only the decades if those are
    /// too many.
    pub fn ticks(&self, most: usize) -> Vec<u64> {
        let within = |digits: &[u64]| -> Vec<u64> {
            let decades = (0..19).map(|decade| 10_u64.pow(decade));
            let values = decades
                .flat_map(|decade| digits.iter().map(move |digit| digit.saturating_mul(decade)));
            values.filter(|v| (self.low..=self.high).contains(&(*v as f64))).collect()
        };
        let all = within(&[1, 2, 5]);
        if all.len() <= most { all } else { within(&[1]) }
    }
}

/// A linear scale from zero to pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LinearScale {
    step: u64,
    high: u64,
    from: f64,
    to: f64,
}

impl LinearScale {
    /// A scale from zero to at least `most`, with about five grid lines.
    pub fn up_to(most: u64, from: i32, to: i32) -> LinearScale {
        LinearScale::with_lines(most, 5, from, to)
    }

    /// A scale from zero to at least `most`, with a limited number of grid lines above zero.
    pub fn with_lines(most: u64, lines: u64, from: i32, to: i32) -> LinearScale {
        let most = most.max(4);
        let steps = (0..18).flat_map(|decade| [1, 2, 5].map(|digit| digit * 10_u64.pow(decade)));
        let step = steps.into_iter().find(|step| most.div_ceil(*step) <= lines).unwrap_or(most);
        LinearScale { step, high: most.div_ceil(step) * step, from: from.into(), to: to.into() }
    }

    /// The position of a value, limited to the scale.
    pub fn at(&self, value: f64) -> i32 {
        let share = (value / self.high as f64).clamp(0.0, 1.0);
        (self.from + share * (self.to - self.from)).round() as i32
    }

    /// The values of the grid lines.
    pub fn ticks(&self) -> Vec<u64> {
        (0..=self.high / self.step).map(|i| i * self.step).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_even_scale_begins_at_zero_and_has_room_for_the_most() {
        let scale = LinearScale::up_to(96, 200, 0);
        assert_eq!(scale.ticks(), [0, 20, 40, 60, 80, 100]);
        assert_eq!((scale.at(0.0), scale.at(50.0), scale.at(1e9)), (200, 100, 0));
        assert_eq!(LinearScale::up_to(0, 0, 10).ticks(), [0, 1, 2, 3, 4]);
    }

    #[test]
    fn a_scale_is_widened_to_lines_and_keeps_places_within() {
        let scale = LogScale::around(130, 4_100, 0, 100);
        assert_eq!(scale.ticks(10), [100, 200, 500, 1_000, 2_000, 5_000]);
        assert_eq!((scale.at(100), scale.at(5_000)), (0, 100));
        assert_eq!((scale.at(0), scale.at(u64::MAX)), (0, 100));
        assert_eq!(LogScale::between(1_000, 1_000_000, 0, 90).at(10_000), 30);
        assert_eq!(
            LogScale::around(1, 3_000_000, 0, 1).ticks(8),
            [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]
        );
        // A single value also has a scale.
        let one = LogScale::around(7, 7, 0, 100);
        assert!((0..100).contains(&one.at(7)));
    }
}
