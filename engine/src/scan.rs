// SPDX-License-Identifier: Apache-2.0

//! Scans: aggregates over the rows of a list, computed when a message asks.
//!
//! A *list* is a hidden table whose groups hold rows of its base table: all rows of a group, or the
//! rows that were written last. A commit maintains it with `enter`, `leave` and `patch`. A `scan`
//! runs a *row program* on every row of a group and adds each row to its accumulators; `result`
//! reads them.
//!
//! ```text
//!            captures                    group
//!               │                          │ rows, R at a time
//!  slots ───────┴──> row program <─────────┘
//!                         │ filter, arguments
//!                    accumulators ──> result ──> slots
//! ```
//! A row program is a list of instructions of the machine with registers that only it sees. Its
//! first slots are the captures that are slots, then the columns of the list; its first wide values
//! are the other captures. No instruction of it changes anything, so that rows can be taken in any
//! order, and every accumulator is independent of that order.

use crate::isa::{Instruction, Operand, Space, UnitClass};
use crate::machine::{
    COLUMNS_MAX, SCAN_CAPTURES_MAX, SCAN_ROWS_AT_ONCE, SCAN_STAGES, SCAN_STEPS_MAX,
};
pub use crate::schema::List;
use crate::schema::{ColumnId, TableId};

/// Registers of a row program of each kind: slots, predicates, wide values.
pub const ROW_REGISTERS: usize = SCAN_CAPTURES_MAX + COLUMNS_MAX + SCAN_STEPS_MAX;

/// The cycles from the issue of a scan until it reads its first rows: captures, group and the head
/// of its list.
pub const START_CYCLES: u16 = 4;

/// A scan of a transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scan {
    /// The list, which is a hidden table.
    pub list: TableId,
    /// The values of the transaction that the row program reads, in slots or as wide values.
    pub captures: Vec<Operand>,
    /// The row program. Its cycles are zero.
    pub steps: Vec<Instruction>,
    /// The predicate of the row program that selects rows; all rows if absent.
    pub filter: Option<Operand>,
    /// The time after which rows are asked for, of a list of rows that were written last.
    pub since: Option<Since>,
    /// The accumulators.
    pub accumulators: Vec<Accumulator>,
    /// What an `apply` does to the rows that the filter selects.
    pub changes: Option<Changes>,
}

/// A change of every row that a scan selects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changes {
    /// Columns of the base table get values: slots or constants of the row program.
    Write(Vec<(ColumnId, Operand)>),
    /// The rows are deleted.
    Delete,
}

/// The time after which a scan asks for rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Since {
    /// A slot or a constant of the transaction. Without a value no row is asked for.
    pub time: Operand,
    /// Whether a row of that very time is asked for.
    pub inclusive: bool,
}

/// What a scan computes of the rows that its filter selects.
///
/// An error of the filter, of `when` or of the argument of a selected row is the result, the
/// greatest if there are several; but [`Function::Any`] is true if one row is selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accumulator {
    /// The function.
    pub function: Function,
    /// A predicate that selects rows in addition to the filter.
    pub when: Option<Operand>,
    /// A slot, a constant or a wide value of the row program. `Any` and `Count` need none.
    pub argument: Option<Operand>,
    /// The value by which rows are ordered, for [`Function::Ascending`] and
    /// [`Function::Descending`].
    pub order: Option<Operand>,
}

macro_rules! functions {
    ($($variant:ident = $code:literal, $name:literal, $doc:literal;)*) => {
        /// A function over rows.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Function { $(#[doc = $doc] $variant = $code,)* }

        impl Function {
            /// Every function, by ascending code.
            pub const ALL: &[Function] = &[$(Function::$variant),*];

            /// Its name in a listing.
            pub fn name(self) -> &'static str {
                match self { $(Function::$variant => $name,)* }
            }
        }
    };
}

functions! {
    Any = 0, "any", "Whether a row is selected, as 0 or 1.";
    Count = 1, "count",
        "The number of rows whose argument is not NULL, or of all if there is none.";
    Sum = 2, "sum", "The exact sum; NULL over no value.";
    Min = 3, "min", "The smallest value; NULL over no value.";
    Max = 4, "max", "The largest value; NULL over no value.";
    Distinct = 5, "distinct",
        "The number of distinct values, at most one more than `SCAN_DISTINCT_MAX`.";
    Ascending = 6, "first",
        "The arguments of the rows with the smallest orders, NULL last; ties by key.";
    Descending = 7, "last",
        "The arguments of the rows with the largest orders, NULL first; ties by key.";
}

impl Function {
    /// The function with a code.
    pub fn from_code(code: u8) -> Option<Function> {
        Function::ALL.get(usize::from(code)).copied()
    }

    /// Whether it keeps rows in an order.
    pub fn is_top(self) -> bool {
        matches!(self, Function::Ascending | Function::Descending)
    }
}

impl Scan {
    /// The first slot of the row program that holds a column of the list.
    pub fn first_column(&self) -> usize {
        self.captures.iter().filter(|capture| capture.space != Space::Wide).count()
    }

    /// The rows that it takes at once: one if a step uses a unit of which there is one.
    pub fn rows_at_once(&self) -> u32 {
        let is_parallel = |step: &Instruction| match step.opcode.signature().unit {
            UnitClass::Lane | UnitClass::Logic => true,
            UnitClass::Divider
            | UnitClass::Wide
            | UnitClass::Text
            | UnitClass::Index
            | UnitClass::Column
            | UnitClass::Allocator
            | UnitClass::Scan
            | UnitClass::Verdict
            | UnitClass::Commit
            | UnitClass::Writer => false,
        };
        let keeps_values = self
            .accumulators
            .iter()
            .any(|one| one.function == Function::Distinct || one.function.is_top());
        if keeps_values || !self.steps.iter().all(is_parallel) { 1 } else { SCAN_ROWS_AT_ONCE }
    }

    /// The cycles of the longest path through the row program.
    pub fn depth(&self) -> u32 {
        let mut ready: Vec<(Operand, u32)> = Vec::with_capacity(self.steps.len());
        for step in &self.steps {
            let roles = step.opcode.signature().roles;
            let read = |operand: &Operand| {
                ready.iter().find(|(written, _)| written == operand).map_or(0, |(_, at)| *at)
            };
            let operands = step.operands.iter().zip(roles).filter(|(_, role)| role.reads());
            let start = operands.map(|(operand, _)| read(operand)).max().unwrap_or(0);
            ready.push((step.operands[0], start + u32::from(step.opcode.signature().latency)));
        }
        ready.into_iter().map(|(_, at)| at).max().unwrap_or(0)
    }

    /// The cycles from the issue of the scan to its results, over a list of groups of `bound` rows.
    ///
    /// Captures and group take four cycles. Then the rows enter the row program, whose steps share
    /// the stages of a pipeline; the last rows leave it, are joined in a tree, and are accumulated.
    pub fn latency(&self, bound: u32) -> u32 {
        let at_once = self.rows_at_once();
        let rounds = (self.steps.len() as u32).div_ceil(SCAN_STAGES).max(1);
        let joined = at_once.next_power_of_two().ilog2();
        u32::from(START_CYCLES) + bound.div_ceil(at_once) * rounds + self.depth() + joined + 2
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::isa::Opcode;

    fn step(opcode: Opcode, dst: Operand, reads: &[Operand]) -> Instruction {
        let mut operands = [Operand::NONE; 6];
        operands[0] = dst;
        operands[1..=reads.len()].copy_from_slice(reads);
        Instruction::new(opcode, 0, 0, operands)
    }

    fn scan(steps: Vec<Instruction>, function: Function) -> Scan {
        let accumulator = Accumulator { function, when: None, argument: None, order: None };
        Scan {
            list: TableId(1),
            captures: vec![Operand::slot(3), Operand::new(Space::Wide, 0)],
            steps,
            filter: None,
            since: None,
            accumulators: vec![accumulator],
            changes: None,
        }
    }

    #[test]
    fn latency_follows_bound_steps_and_depth() {
        let slot = Operand::slot;
        let chain = vec![
            step(Opcode::Add, slot(4), &[slot(1), slot(2)]),
            step(Opcode::Mul, slot(5), &[slot(4), slot(4)]),
            step(Opcode::Add, slot(6), &[slot(1), slot(1)]),
        ];
        let of = scan(chain.clone(), Function::Count);
        assert_eq!((of.first_column(), of.depth()), (1, 7));
        // Captures, 1,000 rows by 8, depth, a tree of 8, the accumulators.
        assert_eq!(of.latency(1_000), 4 + 125 + 7 + 3 + 2);
        assert_eq!(scan(chain, Function::Distinct).latency(1_000), 4 + 1_000 + 7 + 2);
        let long = (0..9).map(|i| step(Opcode::Eq, Operand::new(Space::Predicate, i), &[]));
        let long = long.collect();
        assert_eq!(scan(long, Function::Any).latency(8), 4 + 2 + 2 + 3 + 2);
    }
}
