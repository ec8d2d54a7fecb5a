// SPDX-License-Identifier: Apache-2.0

//! Comparisons and tests of the rows of several chunks together.

use super::batch::Batch;
use super::batch_kernels::{Same, places_in};
use super::indices::{TruthIndex, ValueIndex};
use super::lists::{Cells, Rows, TOGETHER};
use super::masks::{Tags, Truths};
use super::operand::{Bits, Inputs, Source};
use crate::value::Tag;

impl Batch {
    /// A comparison `when` its guard.
    #[inline(never)]
    pub fn compare(
        &mut self,
        dst: TruthIndex,
        (a, b): (ValueIndex, ValueIndex),
        guard: TruthIndex,
        inputs: Inputs<'_>,
        holds: impl Fn(i64, i64) -> bool,
    ) {
        let (a, b) = (self.place(a), self.place(b));
        let (a, b) = (inputs.source(a, &self.values), inputs.source(b, &self.values));
        let compared = self.truths.get_mut(dst);
        match (a, b) {
            // The most frequent operands by far.
            (Source::Column(a), Source::Same(b)) if b.tag == Tag::Value => {
                let places = |a, len| places_in(a, Same(b.bits), len, &holds);
                compare_column(compared, inputs.chunks, a, places);
            }
            (Source::Same(a), Source::Column(b)) if a.tag == Tag::Value => {
                let places = |b, len| places_in(Same(a.bits), b, len, &holds);
                compare_column(compared, inputs.chunks, b, places);
            }
            _ => compare_any(compared, (a, b), inputs, holds),
        }
        self.truths.guard(dst, guard);
    }

    /// A test of the tags of an operand, whose errors are the result, `when` its guard.
    #[inline(always)]
    pub fn test(
        &mut self,
        dst: TruthIndex,
        a: ValueIndex,
        guard: TruthIndex,
        inputs: Inputs<'_>,
        holds: impl Fn(Tags) -> u64,
    ) {
        let a = inputs.source(self.place(a), &self.values);
        let tested = self.truths.get_mut(dst);
        for (chunk, tested) in tested.iter_mut().enumerate().take(inputs.chunks.len()) {
            let tags = inputs.read(a, chunk).tags;
            *tested = Truths::compared(holds(tags), Tags { null: 0, ..tags });
        }
        self.truths.guard(dst, guard);
    }
}

/// The truths of a comparison of a column with a value, which holds in the `places` of the cells
/// and their number.
#[inline(always)]
fn compare_column<'r>(
    compared: &mut [Truths; TOGETHER],
    chunks: &'r [Rows<'r>],
    column: usize,
    places: impl Fn(&'r Cells, usize) -> u64,
) {
    for (compared, rows) in compared.iter_mut().zip(chunks) {
        let holds = places(rows.cells(column), rows.places());
        let tags = Tags { null: rows.nulls(column), ..Tags::default() };
        *compared = Truths { yes: holds & !tags.null, tags };
    }
}

/// The truths of a comparison of any two operands.
#[inline(always)]
fn compare_any(
    compared: &mut [Truths; TOGETHER],
    (a, b): (Source<'_>, Source<'_>),
    inputs: Inputs<'_>,
    holds: impl Fn(i64, i64) -> bool,
) {
    for (chunk, compared) in compared.iter_mut().enumerate().take(inputs.chunks.len()) {
        let (a, b) = (inputs.read(a, chunk), inputs.read(b, chunk));
        let len = inputs.len(chunk);
        let places = match (a.bits, b.bits) {
            (Bits::Each(a), Bits::Each(b)) => places_in(a, b, len, &holds),
            (Bits::Each(a), Bits::One(b)) => places_in(a, Same(b), len, &holds),
            (Bits::One(a), Bits::Each(b)) => places_in(Same(a), b, len, &holds),
            (Bits::One(a), Bits::One(b)) if holds(a, b) => u64::MAX,
            (Bits::One(_), Bits::One(_)) => 0,
        };
        *compared = Truths::compared(places, a.tags.max(b.tags));
    }
}
