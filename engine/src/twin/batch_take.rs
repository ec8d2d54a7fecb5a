// SPDX-License-Identifier: Apache-2.0

//! Takes the rows of chunks into the accumulators of a scan.

use super::batch_kernels::sum_of_products;
use super::dictionary::Dictionary;
use super::lists::{BLOCK, TOGETHER};
use super::masks::{Tags, Truths, places};
use super::operand::{Bits, Inputs, Operand, Source};
use super::scan::{Accumulated, Kept};
use super::table::Table;
use crate::scan::Function;
use crate::value::{Tag, Value};

/// What an accumulator sees of the rows of chunks.
#[derive(Clone, Copy)]
pub struct Taken<'b> {
    /// What the steps read.
    pub inputs: Inputs<'b>,
    /// The outcomes of the filter.
    pub filter: &'b [Truths; TOGETHER],
    /// The outcomes of the condition of the accumulator, if there is one.
    pub when: Option<&'b [Truths; TOGETHER]>,
    /// The argument, if there is one.
    pub argument: Option<Source<'b>>,
    /// The other factor of an argument that is a product.
    pub factor: Option<Source<'b>>,
    /// What the rows are ordered by, if the accumulator keeps rows in an order.
    pub order: Option<Source<'b>>,
}

impl Accumulated {
    /// Takes the rows that are selected.
    #[inline(never)]
    pub fn take_all(&mut self, taken: &Taken<'_>, base: &Table, texts: &Dictionary) {
        let Taken { inputs, filter, when, argument, factor, order } = taken;
        // The places that are taken, and the errors of all rows.
        let (mut selected, mut errors) = ([0; TOGETHER], Tags::default());
        for (chunk, rows) in inputs.chunks.iter().enumerate().take(TOGETHER) {
            let truths = when.map_or(filter[chunk], |when| filter[chunk].and(when[chunk]));
            errors = errors.union(truths.tags.only(rows.live()));
            selected[chunk] = truths.yes & rows.live();
            for source in argument.iter().chain(factor).chain(order) {
                errors = errors.union(inputs.read(*source, chunk).tags.only(selected[chunk]));
            }
        }
        self.worst = self.worst.max(errors.worst(u64::MAX));
        if let Some(order) = order {
            for (chunk, rows) in inputs.chunks.iter().enumerate().take(TOGETHER) {
                let order = inputs.read(*order, chunk);
                let argument = argument.map(|argument| inputs.read(argument, chunk));
                self.count += u64::from(selected[chunk].count_ones());
                for place in places(selected[chunk]) {
                    let value = argument.map_or(Value::new(0), |argument| argument.at(place));
                    let (order, row) = (order.at(place), rows.numbers()[place]);
                    self.keep(Kept { argument: value.into(), order, row }, base, texts);
                }
            }
            return;
        }
        let Some(argument) = argument else {
            self.count += count(&selected);
            return;
        };
        if let Some(factor) = factor {
            for (chunk, selected) in selected.iter().enumerate().take(inputs.chunks.len()) {
                let (a, b) = (inputs.read(*argument, chunk), inputs.read(*factor, chunk));
                self.take_products([a, b], *selected);
            }
            return;
        }
        let mut operands = [Bits::One(0); TOGETHER];
        for chunk in 0..inputs.chunks.len().min(TOGETHER) {
            let operand = inputs.read(*argument, chunk);
            operands[chunk] = operand.bits;
            selected[chunk] &= !operand.tags.any();
        }
        self.take_numbers(&operands, &selected);
    }

    /// Takes the products in these places.
    fn take_products(&mut self, [a, b]: [Operand<'_>; 2], selected: u64) {
        let taken = selected & !(a.tags.any() | b.tags.any());
        let (sum, over) = sum_of_products([a.bits, b.bits], taken);
        self.value = self.value.wrapping_add(sum);
        self.count += u64::from(taken.count_ones() - over);
        if over > 0 {
            self.worst = self.worst.max(Tag::Overflow);
        }
    }

    /// Takes the numbers in these places.
    fn take_numbers(&mut self, bits: &[Bits<'_>; TOGETHER], taken: &[u64; TOGETHER]) {
        let is_first = self.count == 0;
        match self.function {
            Function::Any | Function::Count | Function::Ascending | Function::Descending => {}
            Function::Sum => self.value = self.value.wrapping_add(sum(bits, taken)),
            Function::Min => {
                if let Some(least) = best(bits, taken, i64::MAX, i64::min)
                    && (is_first || i128::from(least) < self.value)
                {
                    self.value = least.into();
                }
            }
            Function::Max => {
                if let Some(greatest) = best(bits, taken, i64::MIN, i64::max)
                    && (is_first || i128::from(greatest) > self.value)
                {
                    self.value = greatest.into();
                }
            }
            Function::Distinct => {
                for (bits, taken) in bits.iter().zip(taken) {
                    let values = Operand { bits: *bits, tags: Tags::default() };
                    places(*taken).for_each(|place| self.take(values.at(place).bits.into()));
                }
                return;
            }
        }
        self.count += count(taken);
    }
}

/// The number of places.
fn count(taken: &[u64; TOGETHER]) -> u64 {
    taken.iter().map(|taken| u64::from(taken.count_ones())).sum()
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
fn sum(bits: &[Bits<'_>; TOGETHER], taken: &[u64; TOGETHER]) -> i128 {
    // 2^63 is added to each number, so that none is negative. The sum of the upper halves fits.
    // That of the lower halves fits too: it is what the upper halves leave of the sum modulo 2^64.
    // There is a lane for each place of a block.
    let (mut all, mut high) = ([0_u64; BLOCK], [0_u64; BLOCK]);
    let mut sum = 0;
    for (bits, taken) in bits.iter().zip(taken) {
        let count = i128::from(taken.count_ones());
        let blocks = match bits {
            Bits::One(number) => {
                sum += i128::from(*number) * count;
                continue;
            }
            Bits::Each(blocks) => blocks,
        };
        sum -= count << 63;
        for (i, block) in blocks.iter().enumerate() {
            let flags = (taken >> (i * BLOCK)) as usize;
            let first = &HALVES[flags % HALVES.len()];
            let second = &HALVES[flags / HALVES.len() % HALVES.len()];
            for j in 0..BLOCK {
                let mask = if j < BLOCK / 2 { first[j] } else { second[j - BLOCK / 2] };
                let number = ((block[j] ^ i64::MIN) & mask) as u64;
                all[j] = all[j].wrapping_add(number);
                high[j] += number >> 32;
            }
        }
    }
    let all = all.iter().fold(0, |all: u64, lane| all.wrapping_add(*lane));
    let high = high.iter().sum::<u64>();
    let low = all.wrapping_sub(high << 32);
    sum + (i128::from(high) << 32) + i128::from(low)
}

/// The best of the numbers in these places; `worst` is no better than any other.
#[inline(never)]
fn best(
    bits: &[Bits<'_>; TOGETHER],
    taken: &[u64; TOGETHER],
    worst: i64,
    better: impl Fn(i64, i64) -> i64,
) -> Option<i64> {
    let mut best = worst;
    for (bits, taken) in bits.iter().zip(taken) {
        match bits {
            Bits::One(number) if *taken != 0 => best = better(best, *number),
            Bits::One(_) => {}
            Bits::Each(blocks) => {
                for (i, block) in blocks.iter().enumerate() {
                    let flags = taken >> (i * BLOCK);
                    for (j, number) in block.iter().enumerate() {
                        best = better(best, if flags >> j & 1 == 1 { *number } else { worst });
                    }
                }
            }
        }
    }
    (*taken != [0; TOGETHER]).then_some(best)
}

#[cfg(test)]
mod tests {
    use super::super::indices::{NULL, TRUE};
    use super::super::lists::Cells;
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
                    let cells: [Cells; TOGETHER] = std::array::from_fn(|_| {
                        std::array::from_fn(|_| std::array::from_fn(|_| number()))
                    });
                    let one = number();
                    let taken = std::array::from_fn(|_| rng.bits() & rng.bits());
                    let is_one = rng.percent(20);
                    let bits = std::array::from_fn(|chunk| match is_one {
                        true => Bits::One(one),
                        false => Bits::Each(&cells[chunk]),
                    });
                    together.take_numbers(&bits, &taken);
                    for (bits, taken) in bits.into_iter().zip(taken) {
                        let values = Operand { bits, tags: Tags::default() };
                        for place in places(taken) {
                            alone.take(values.at(place).bits.into());
                        }
                    }
                }
                let state = |of: &Accumulated| (of.count, of.value, of.distinct.clone());
                assert_eq!(state(&together), state(&alone), "{function:?}, seed {seed}");
            }
        }
    }
}
