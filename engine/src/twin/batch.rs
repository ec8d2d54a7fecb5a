// SPDX-License-Identifier: Apache-2.0

//! The registers of a row program that takes all rows of a chunk together.
//!
//! A step of a row program then costs one dispatch for up to 64 rows. A register holds the numbers
//! of 64 places; what is not a number is a bit of a mask:
//!
//! ```text
//!  values:  bits  i64 × 64      null  u64   overflow  u64   division by zero  u64
//!  truths:  true  u64           null  u64   overflow  u64   division by zero  u64
//! ```
//! Places without a live row are computed too, up to the next multiple of eight, and are never
//! looked at.

use super::indices::{FIRST_TRUTH, TRUE, TruthIndex, ValueIndex};
use super::lists::{BLOCK, BLOCKS, CHUNK};
use super::masks::{Tags, Truths};
use super::places::STEP;
use crate::value::Value;

const _: () = assert!(CHUNK == u64::BITS as usize, "there is a bit of a mask for each place");

/// The numbers of a block.
pub type Block = [i64; BLOCK];

/// The values of 64 places.
pub struct Values {
    pub bits: [Block; BLOCKS],
    pub tags: Tags,
}

impl Values {
    /// NULL in every place.
    const NULL: Values = Values {
        bits: [[0; BLOCK]; BLOCKS],
        tags: Tags { null: u64::MAX, overflow: 0, division_by_zero: 0 },
    };

    /// Computes the value of each place below `len`.
    pub fn set_each(&mut self, len: usize, mut value: impl FnMut(usize) -> Value) {
        self.tags = Tags::default();
        let cells = self.bits.as_flattened_mut();
        for (place, cell) in cells.iter_mut().enumerate().take(len) {
            let value = value(place);
            *cell = value.bits;
            self.tags.set(place, value.tag);
        }
    }
}

/// The registers of a row program for the rows of one chunk.
pub struct Batch {
    pub(super) first_column: ValueIndex,
    pub(super) columns: usize,
    pub(super) values: Vec<Values>,
    pub(super) truths: Vec<Truths>,
    /// The truths between two steps of a chain.
    pub(super) step: Truths,
}

impl Batch {
    /// Registers for a row program that writes this many values and truths.
    pub fn new(
        first_column: ValueIndex,
        columns: usize,
        (values, truths): (usize, usize),
    ) -> Batch {
        Batch {
            first_column,
            columns,
            values: (0..values).map(|_| Values::NULL).collect(),
            truths: vec![Truths::TRUE; truths],
            step: Truths::TRUE,
        }
    }

    /// The index of the register for a value that a step writes; none if it is no such value.
    #[inline(always)]
    pub fn written(&self, index: ValueIndex) -> Option<usize> {
        usize::from(index).checked_sub(usize::from(self.first_column) + self.columns)
    }

    /// The index of the register for a truth that a step writes; none if it is no such truth.
    #[inline(always)]
    pub fn written_truth(index: TruthIndex) -> Option<usize> {
        index.checked_sub(FIRST_TRUTH).map(usize::from)
    }

    /// The truths of a register.
    #[inline(always)]
    pub fn truth(&self, index: TruthIndex) -> Truths {
        match index {
            TRUE => Truths::TRUE,
            STEP => self.step,
            _ => {
                let written = Batch::written_truth(index).and_then(|at| self.truths.get(at));
                written.copied().unwrap_or(Truths::TRUE)
            }
        }
    }

    /// Sets the truths of a register.
    #[inline(always)]
    pub fn set_truth(&mut self, index: TruthIndex, truths: Truths) {
        match Batch::written_truth(index).and_then(|at| self.truths.get_mut(at)) {
            Some(register) => *register = truths,
            None => self.step = truths,
        }
    }

    /// Where the values of an index are.
    #[inline(always)]
    pub fn place(&self, index: ValueIndex) -> Place {
        match index.checked_sub(self.first_column).map(usize::from) {
            None => Place::Same(index),
            Some(column) if column < self.columns => Place::Column(column),
            Some(written) => Place::Written(written - self.columns),
        }
    }
}

/// Where the values of an operand are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a register that all rows share.
    Same(ValueIndex),
    /// In a column of the list.
    Column(usize),
    /// In the result of a step.
    Written(usize),
}
