// SPDX-License-Identifier: Apache-2.0

//! The operands of the steps of a row program that takes all rows of a chunk together.

use super::batch::{Block, Place, Values};
use super::lists::{BLOCK, BLOCKS, Rows};
use super::masks::Tags;
use super::registers::Registers;
use crate::value::{Tag, Value};

/// An operand of a step: the same number for every row, or one for each place.
#[derive(Clone, Copy)]
pub enum Bits<'b> {
    One(i64),
    Each(&'b [Block; BLOCKS]),
}

/// The values of an operand. The bits of places without a value have no meaning.
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

/// What the steps read, apart from each other's results.
#[derive(Clone, Copy)]
pub struct Inputs<'r> {
    /// The values that all rows share.
    pub shared: &'r Registers,
    /// The chunk.
    pub rows: Rows<'r>,
    /// The places that are computed: all up to the last live row.
    pub len: usize,
}

impl<'r> Inputs<'r> {
    /// The values of an operand.
    #[inline(always)]
    pub fn read<'b>(&self, place: Place, written: &'b [Values]) -> Operand<'b>
    where
        'r: 'b,
    {
        match place {
            Place::Same(index) => {
                let value = self.shared.value(index);
                Operand { bits: Bits::One(value.bits), tags: Tags::all(value.tag) }
            }
            Place::Column(column) => Operand {
                bits: Bits::Each(self.rows.blocks(column)),
                tags: Tags { null: self.rows.nulls(column), ..Tags::default() },
            },
            Place::Written(at) => match written.get(at) {
                Some(values) => Operand { bits: Bits::Each(&values.bits), tags: values.tags },
                None => Operand { bits: Bits::One(0), tags: Tags::all(Tag::Null) },
            },
        }
    }
}
