// SPDX-License-Identifier: Apache-2.0

//! The operands of the steps of a row program that takes all rows of several chunks
//! together.

use super::batch::{Place, Values};
use super::lists::{BLOCK, Cells, Rows, TOGETHER};
use super::masks::Tags;
use super::registers::Registers;
use crate::value::{Tag, Value};

/// An operand of a step: the same number for every row, or one for each place.
#[derive(Clone, Copy)]
pub enum Bits<'b> {
    One(i64),
    Each(&'b Cells),
}

/// The values of an operand in a chunk. The bits of places without a value have no meaning.
#[derive(Clone, Copy)]
pub struct Operand<'b> {
    pub bits: Bits<'b>,
    pub tags: Tags,
}

impl Operand<'_> {
    /// The value in a place.
    #[inline(always)]
    pub fn at(&self, place: usize) -> Value {
        match self.tags.at(place) {
            Tag::Value => Value::new(match self.bits {
                Bits::One(bits) => bits,
                Bits::Each(blocks) => blocks[place / BLOCK][place % BLOCK],
            }),
            tag => Value::tagged(tag),
        }
    }
}

/// Where the values of an operand are, for all chunks.
#[derive(Clone, Copy)]
pub enum Source<'b> {
    Same(Value),
    Column(usize),
    Written(&'b [Values; TOGETHER]),
}

/// What the steps read, apart from each other's results.
#[derive(Clone, Copy)]
pub struct Inputs<'r> {
    /// The values that all rows share.
    pub shared: &'r Registers,
    /// The chunks, at most [`TOGETHER`].
    pub chunks: &'r [Rows<'r>],
}

impl<'r> Inputs<'r> {
    /// Where the values of an operand are.
    #[inline(always)]
    pub fn source<'b>(&self, place: Place, written: &'b [[Values; TOGETHER]]) -> Source<'b> {
        match place {
            Place::Same(index) => Source::Same(self.shared.value(index)),
            Place::Column(column) => Source::Column(column),
            Place::Written(at) => match written.get(at) {
                Some(values) => Source::Written(values),
                None => Source::Same(Value::NULL),
            },
        }
    }

    /// The values of an operand in a chunk.
    #[inline(always)]
    pub fn read<'b>(&self, source: Source<'b>, chunk: usize) -> Operand<'b>
    where
        'r: 'b,
    {
        match source {
            Source::Same(value) => {
                Operand { bits: Bits::One(value.bits), tags: Tags::all(value.tag) }
            }
            Source::Column(column) => {
                let rows = self.chunks[chunk];
                let tags = Tags { null: rows.nulls(column), ..Tags::default() };
                Operand { bits: Bits::Each(rows.cells(column)), tags }
            }
            Source::Written(values) => {
                let values = &values[chunk % TOGETHER];
                Operand { bits: Bits::Each(&values.bits), tags: values.tags }
            }
        }
    }

    /// The places of a chunk that are computed.
    #[inline(always)]
    pub fn len(&self, chunk: usize) -> usize {
        self.chunks[chunk].places()
    }
}
