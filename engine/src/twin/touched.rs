// SPDX-License-Identifier: Apache-2.0

//! The rows of a table that messages touched, for a change of the definitions.

/// The rows that were touched, each once.
#[derive(Default)]
pub struct Touched {
    /// Whether rows are recorded.
    is_on: bool,
    rows: Vec<u32>,
    /// One bit for each row of the table: whether it is among `rows`.
    marks: Vec<u64>,
}

impl Touched {
    /// The memory for all rows of a table of `rows_max` rows. A table that has it records.
    pub fn new(rows_max: u32) -> Touched {
        Touched {
            is_on: true,
            rows: Vec::with_capacity(rows_max as usize),
            marks: vec![0; rows_max.div_ceil(u64::BITS) as usize],
        }
    }

    /// Records a row.
    #[inline(always)]
    pub fn add(&mut self, row: u32) {
        if self.is_on {
            self.mark(row);
        }
    }

    #[inline(never)]
    fn mark(&mut self, row: u32) {
        let Some(marks) = self.marks.get_mut((row / u64::BITS) as usize) else { return };
        let bit = 1 << (row % u64::BITS);
        if *marks & bit == 0 {
            *marks |= bit;
            self.rows.push(row);
        }
    }

    /// The rows that were recorded since they were forgotten.
    pub fn rows(&self) -> &[u32] {
        &self.rows
    }

    /// Forgets the rows.
    pub fn forget(&mut self) {
        for row in self.rows.drain(..) {
            self.marks[(row / u64::BITS) as usize] &= !(1 << (row % u64::BITS));
        }
    }
}
