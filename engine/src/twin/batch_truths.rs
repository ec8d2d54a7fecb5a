// SPDX-License-Identifier: Apache-2.0

//! The truths that the steps of a row program write, for the rows of all chunks that are taken
//! together.

use super::indices::{FIRST_TRUTH, TRUE, TruthIndex};
use super::lists::TOGETHER;
use super::masks::Truths;
use super::places::STEP;

/// True in every place of every chunk.
const ALWAYS: [Truths; TOGETHER] = [Truths::TRUE; TOGETHER];

/// The truths that steps write.
pub struct TruthRegisters {
    written: Vec<[Truths; TOGETHER]>,
    /// The truths between two steps of a chain.
    step: [Truths; TOGETHER],
}

impl TruthRegisters {
    /// Registers for so many truths.
    pub fn new(truths: usize) -> TruthRegisters {
        TruthRegisters { written: vec![ALWAYS; truths], step: ALWAYS }
    }

    /// The register of a truth that a step writes; none if it is no such truth.
    #[inline(always)]
    pub fn written(index: TruthIndex) -> Option<usize> {
        index.checked_sub(FIRST_TRUTH).map(usize::from)
    }

    /// The truths of an index.
    #[inline(always)]
    pub fn get(&self, index: TruthIndex) -> &[Truths; TOGETHER] {
        match index {
            TRUE => &ALWAYS,
            STEP => &self.step,
            _ => {
                let written = TruthRegisters::written(index);
                written.and_then(|at| self.written.get(at)).unwrap_or(&ALWAYS)
            }
        }
    }

    /// The truths that a step writes.
    #[inline(always)]
    pub fn get_mut(&mut self, index: TruthIndex) -> &mut [Truths; TOGETHER] {
        match TruthRegisters::written(index).and_then(|at| self.written.get_mut(at)) {
            Some(register) => register,
            None => &mut self.step,
        }
    }

    /// Lets truths that were written count `when` a guard holds, which is another register.
    #[inline(always)]
    pub fn guard(&mut self, index: TruthIndex, guard: TruthIndex) {
        if guard == TRUE {
            return;
        }
        for chunk in 0..TOGETHER {
            let guard = self.get(guard)[chunk];
            let truths = &mut self.get_mut(index)[chunk];
            *truths = truths.when(guard);
        }
    }
}
