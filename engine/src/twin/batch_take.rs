// SPDX-License-Identifier: Apache-2.0

//! Takes the rows of a chunk into the accumulators of a scan.

use super::dictionary::Dictionary;
use super::lists::BLOCK;
use super::masks::{Tags, Truths, places};
use super::operand::{Bits, Operand};
use super::scan::{Accumulated, Kept};
use super::table::Table;
use crate::scan::Function;
use crate::value::Value;

/// What an accumulator sees of the rows of a chunk.
#[derive(Clone, Copy)]
pub struct Taken<'b> {
    /// The outcome of the filter and of the condition of the accumulator.
    pub selected: Truths,
    /// The places of the rows.
    pub live: u64,
    /// The argument, if there is one.
    pub argument: Option<Operand<'b>>,
    /// What the rows are ordered by, if the accumulator keeps rows in an order.
    pub order: Option<Operand<'b>>,
    /// The rows of the base table.
    pub rows: &'b [u32],
}

impl Accumulated {
    /// Takes the rows that are selected.
    pub fn take_all(&mut self, taken: Taken<'_>, base: &Table, texts: &Dictionary) {
        let Taken { selected, live, argument, .. } = taken;
        self.worst = self.worst.max(selected.tags.worst(live));
        let selected = selected.yes & live;
        if selected == 0 {
            return;
        }
        let tags = argument.map_or(Tags::default(), |argument| argument.tags);
        self.worst = self.worst.max(tags.worst(selected));
        if let Some(of_rows) = taken.order {
            self.worst = self.worst.max(of_rows.tags.worst(selected));
            self.count += u64::from(selected.count_ones());
            for place in places(selected) {
                let value = argument.map_or(Value::new(0), |argument| argument.at(place));
                let order = of_rows.at(place);
                let kept = Kept { argument: value.into(), order, row: taken.rows[place] };
                self.keep(kept, base, texts);
            }
            return;
        }
        let selected = selected & !tags.any();
        let bits = argument.map_or(Bits::One(0), |argument| argument.bits);
        self.take_numbers(bits, selected);
    }

    /// Takes the numbers in these places.
    fn take_numbers(&mut self, bits: Bits<'_>, places_taken: u64) {
        let is_first = self.count == 0;
        match self.function {
            Function::Any | Function::Count | Function::Ascending | Function::Descending => {}
            Function::Sum => self.value = self.value.wrapping_add(sum(bits, places_taken)),
            Function::Min => {
                if let Some(least) = best(bits, places_taken, i64::MAX, i64::min)
                    && (is_first || i128::from(least) < self.value)
                {
                    self.value = least.into();
                }
            }
            Function::Max => {
                if let Some(greatest) = best(bits, places_taken, i64::MIN, i64::max)
                    && (is_first || i128::from(greatest) > self.value)
                {
                    self.value = greatest.into();
                }
            }
            Function::Distinct => {
                let values = Operand { bits, tags: Tags::default() };
                places(places_taken).for_each(|place| self.take(values.at(place).bits.into()));
                return;
            }
        }
        self.count += u64::from(places_taken.count_ones());
    }
}

/// All bits of a number where a place is in the lower half of a block's part of a mask.
const HALVES: [[i64; BLOCK / 2]; 1 << (BLOCK / 2)] = {
    let mut halves = [[0; BLOCK / 2]; 1 << (BLOCK / 2)];
    let mut flags = 0;
    while flags < halves.len() {
        let mut place = 0;
        while place < BLOCK / 2 {
            halves[flags][place] = -((flags >> place & 1) as i64);
            place += 1;
        }
        flags += 1;
    }
    halves
};

/// The sum of the numbers in these places.
#[inline(never)]
fn sum(bits: Bits<'_>, places: u64) -> i128 {
    let count = i128::from(places.count_ones());
    let blocks = match bits {
        Bits::One(number) => return i128::from(number) * count,
        Bits::Each(blocks) => blocks,
    };
    // The lower and the upper halves by themselves, whose sums fit. A lane for each place of a
    // block; 2^63 is added to each number, so that no half is negative.
    let (mut low, mut high) = ([0_u64; BLOCK], [0_u64; BLOCK]);
    for (i, block) in blocks.iter().enumerate() {
        let flags = (places >> (i * BLOCK)) as usize;
        let (first, second) =
            (&HALVES[flags % HALVES.len()], &HALVES[flags / HALVES.len() % HALVES.len()]);
        for j in 0..BLOCK {
            let mask = if j < BLOCK / 2 { first[j] } else { second[j - BLOCK / 2] };
            let number = (block[j] & mask ^ mask & i64::MIN) as u64;
            low[j] += number & 0xFFFF_FFFF;
            high[j] += number >> 32;
        }
    }
    let (low, high) = (low.iter().sum::<u64>(), high.iter().sum::<u64>());
    (i128::from(high) << 32) + i128::from(low) - (count << 63)
}

/// The best of the numbers in these places; `worst` is no better than any other.
#[inline(never)]
fn best(bits: Bits<'_>, places: u64, worst: i64, better: impl Fn(i64, i64) -> i64) -> Option<i64> {
    let blocks = match bits {
        Bits::One(number) => return (places != 0).then_some(number),
        Bits::Each(blocks) => blocks,
    };
    let mut best = worst;
    for (i, block) in blocks.iter().enumerate() {
        let flags = places >> (i * BLOCK);
        for (j, number) in block.iter().enumerate() {
            best = better(best, if flags >> j & 1 == 1 { *number } else { worst });
        }
    }
    (places != 0).then_some(best)
}

#[cfg(test)]
mod tests {
    use super::super::indices::{NULL, TRUE};
    use super::super::scan::Argument;
    use super::*;
    use testkit::rng::Rng;

    fn empty(function: Function) -> Accumulated {
        Accumulated {
            function,
            when: TRUE,
            argument: Argument::None,
            order: NULL,
            worst: crate::value::Tag::Value,
            count: 0,
            value: 0,
            distinct: Vec::new(),
            top: Vec::new(),
        }
    }

    #[test]
    fn numbers_together_are_as_numbers_one_by_one() {
        for seed in 0..2_000 {
            let mut rng = Rng::seeded(seed);
            let functions =
                [Function::Any, Function::Count, Function::Sum, Function::Min, Function::Max];
            for function in functions.into_iter().chain([Function::Distinct]) {
                let (mut together, mut alone) = (empty(function), empty(function));
                for _ in 0..rng.below(4) {
                    let mut number = || match rng.below(4) {
                        0 => *rng.pick(&[i64::MIN, i64::MAX, 0, -1]),
                        1 => rng.bits() as i64,
                        _ => rng.below(100) as i64 - 50,
                    };
                    let blocks = std::array::from_fn(|_| std::array::from_fn(|_| number()));
                    let one = number();
                    let places_taken = rng.bits() & rng.bits();
                    let bits = if rng.percent(80) { Bits::Each(&blocks) } else { Bits::One(one) };
                    together.take_numbers(bits, places_taken);
                    let values = Operand { bits, tags: Tags::default() };
                    for place in places(places_taken) {
                        alone.take(values.at(place).bits.into());
                    }
                }
                let state = |of: &Accumulated| (of.count, of.value, of.distinct.clone());
                assert_eq!(state(&together), state(&alone), "{function:?}, seed {seed}");
            }
        }
    }
}
