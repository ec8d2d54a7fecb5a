// SPDX-License-Identifier: Apache-2.0

//! The loops over the numbers of a chunk.
//!
//! They have no branches that depend on the numbers, so that the compiler can use the vector unit.
//! The most frequent ones are written for it in `batch_vector`.

use super::batch_vector::{self, Comparison};
use super::lists::{BLOCK, BLOCKS, CHUNK, Cells};
use super::masks::places;
use super::operand::Bits;

/// The numbers of an operand.
pub trait Numbers: Copy {
    /// The number in a place of a block.
    fn at(self, block: usize, place: usize) -> i64;
}

/// The same number in every place.
#[derive(Clone, Copy)]
pub struct Same(pub i64);

impl Numbers for Same {
    #[inline(always)]
    fn at(self, _: usize, _: usize) -> i64 {
        self.0
    }
}

impl Numbers for &Cells {
    #[inline(always)]
    fn at(self, block: usize, place: usize) -> i64 {
        self[block % BLOCKS][place % BLOCK]
    }
}

/// The bit of each place.
const BITS: [[u64; BLOCK]; BLOCKS] = {
    let mut bits = [[0; BLOCK]; BLOCKS];
    let mut place = 0;
    while place < CHUNK {
        bits[place / BLOCK][place % BLOCK] = 1 << place;
        place += 1;
    }
    bits
};

/// The places below `len`, rounded up to whole blocks, in which a comparison holds.
#[inline]
pub fn places_where(comparison: Comparison, [a, b]: [Bits<'_>; 2], len: usize) -> u64 {
    if let Some(places) = batch_vector::places_where(comparison, [a, b], len) {
        return places;
    }
    match comparison {
        Comparison::Equal => places_of(a, b, len, |a, b| a == b),
        Comparison::Less => places_of(a, b, len, |a, b| a < b),
    }
}

#[inline(always)]
fn places_of(a: Bits<'_>, b: Bits<'_>, len: usize, holds: impl Fn(i64, i64) -> bool) -> u64 {
    match (a, b) {
        (Bits::Each(a), Bits::Each(b)) => places_in(a, b, len, holds),
        (Bits::Each(a), Bits::One(b)) => places_in(a, Same(b), len, holds),
        (Bits::One(a), Bits::Each(b)) => places_in(Same(a), b, len, holds),
        (Bits::One(a), Bits::One(b)) if holds(a, b) => u64::MAX,
        (Bits::One(_), Bits::One(_)) => 0,
    }
}

/// Each use is a function by itself: inside of another one, its registers would be spilled.
#[inline(never)]
fn places_in(
    a: impl Numbers,
    b: impl Numbers,
    len: usize,
    holds: impl Fn(i64, i64) -> bool,
) -> u64 {
    // The compiler keeps the lanes in registers where it knows the number of blocks.
    if len > CHUNK / 2 {
        places_in_blocks(a, b, BLOCKS, holds)
    } else {
        places_in_blocks(a, b, len.div_ceil(BLOCK), holds)
    }
}

/// The places of the first blocks in which a comparison holds.
#[inline(always)]
fn places_in_blocks(
    a: impl Numbers,
    b: impl Numbers,
    blocks: usize,
    holds: impl Fn(i64, i64) -> bool,
) -> u64 {
    // A lane for each place of a block: they are independent.
    let mut lanes = [0; BLOCK];
    for i in 0..blocks {
        let bits = &BITS[i % BLOCKS];
        for (j, lane) in lanes.iter_mut().enumerate() {
            *lane |= if holds(a.at(i, j), b.at(i, j)) { bits[j] } else { 0 };
        }
    }
    lanes.iter().fold(0, |all, lane| all | lane)
}

/// Computes the numbers of the places below `len`, and returns those that overflow.
#[inline(never)]
pub fn numbers_in(
    out: &mut Cells,
    a: impl Numbers,
    b: impl Numbers,
    len: usize,
    number: impl Fn(i64, i64) -> (i64, bool),
) -> u64 {
    let blocks = len.div_ceil(BLOCK);
    let mut any = false;
    for (i, out) in out.iter_mut().enumerate().take(blocks) {
        for (j, out) in out.iter_mut().enumerate() {
            let (value, overflows) = number(a.at(i, j), b.at(i, j));
            *out = value;
            any |= overflows;
        }
    }
    // There is hardly ever one.
    let bit = |place: usize| {
        let (i, j) = (place / BLOCK, place % BLOCK);
        u64::from(number(a.at(i, j), b.at(i, j)).1) << place
    };
    if any { (0..blocks * BLOCK).fold(0, |over, place| over | bit(place)) } else { 0 }
}

/// The sum of the products in these places, without those that overflow, and their number.
pub fn sum_of_products([a, b]: [Bits<'_>; 2], taken: u64) -> (i128, u32) {
    if let Some(sum) = batch_vector::sum_of_products([a, b], taken) {
        return (sum.into(), 0);
    }
    match (a, b) {
        (Bits::Each(a), Bits::Each(b)) => products_in(a, b, taken),
        (Bits::Each(a), Bits::One(b)) => products_in(a, Same(b), taken),
        (Bits::One(a), Bits::Each(b)) => products_in(Same(a), b, taken),
        (Bits::One(a), Bits::One(b)) => products_in(Same(a), Same(b), taken),
    }
}

#[inline(never)]
fn products_in(a: impl Numbers, b: impl Numbers, taken: u64) -> (i128, u32) {
    let (mut sum, mut over) = (0, 0);
    for place in places(taken) {
        let (i, j) = (place / BLOCK, place % BLOCK);
        match a.at(i, j).checked_mul(b.at(i, j)) {
            Some(product) => sum += i128::from(product),
            None => over += 1,
        }
    }
    (sum, over)
}

/// Takes the numbers of the first operand in these places, and of the second one in the others.
pub fn choose(out: &mut Cells, places: u64, operands: [Bits<'_>; 2], len: usize) {
    let number = |bits: Bits<'_>, place: usize| match bits {
        Bits::One(number) => number,
        Bits::Each(blocks) => blocks[place / BLOCK][place % BLOCK],
    };
    for (place, out) in out.as_flattened_mut().iter_mut().enumerate().take(len) {
        *out = number(operands[usize::from(places >> place & 1 == 0)], place);
    }
}
