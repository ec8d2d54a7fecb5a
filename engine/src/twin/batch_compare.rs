// SPDX-License-Identifier: Apache-2.0

//! Comparisons and tests of the rows of several chunks together.

use super::batch::Batch;
use super::batch_kernels::places_where;
use super::batch_vector::Comparison;
use super::indices::{TruthIndex, ValueIndex};
use super::lists::{Rows, TOGETHER};
use super::masks::{Tags, Truths};
use super::operand::{Bits, Inputs, Source};
use crate::value::Tag;

impl Batch {
    /// A comparison, or its opposite, `when` its guard.
    #[inline(never)]
    pub fn compare(
        &mut self,
        dst: TruthIndex,
        (comparison, is_opposite): (Comparison, bool),
        (a, b): (ValueIndex, ValueIndex),
        guard: TruthIndex,
        inputs: Inputs<'_>,
    ) {
        let (a, b) = (self.place(a), self.place(b));
        let (a, b) = (inputs.source(a, &self.values), inputs.source(b, &self.values));
        let opposite = if is_opposite { u64::MAX } else { 0 };
        let places = |operands, len| places_where(comparison, operands, len) ^ opposite;
        let compared = self.truths.get_mut(dst);
        match (a, b) {
            // The most frequent operands by far.
            (Source::Column(a), Source::Same(b)) if b.tag == Tag::Value => {
                let b = Bits::One(b.bits);
                compare_column(compared, inputs.chunks, a, |a, len| places([a, b], len));
            }
            (Source::Same(a), Source::Column(b)) if a.tag == Tag::Value => {
                let a = Bits::One(a.bits);
                compare_column(compared, inputs.chunks, b, |b, len| places([a, b], len));
            }
            _ => {
                let compared = compared.iter_mut().enumerate().take(inputs.chunks.len());
                for (chunk, compared) in compared {
                    let (a, b) = (inputs.read(a, chunk), inputs.read(b, chunk));
                    let holds = places([a.bits, b.bits], inputs.len(chunk));
                    *compared = Truths::compared(holds, a.tags.max(b.tags));
                }
            }
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
    places: impl Fn(Bits<'r>, usize) -> u64,
) {
    for (compared, rows) in compared.iter_mut().zip(chunks) {
        let holds = places(Bits::Each(rows.cells(column)), rows.places());
        let tags = Tags { null: rows.nulls(column), ..Tags::default() };
        *compared = Truths { yes: holds & !tags.null, tags };
    }
}
