// SPDX-License-Identifier: Apache-2.0

//! Combines predicates by table: the five truths under `and`, `or` and `when`, including negations.
//!
//! The predicates of an order flow are hard to predict, and a mispredicted branch takes longer than
//! ten table lookups. Each way of combining two predicates is therefore a table of 5 x 5 outcomes,
//! computed at compile time from the definitions in [`crate::value`]. Combining two predicates is
//! one load.

use super::masks::Truths;
use crate::isa::{Chain, ChainOp};
use crate::value::Truth;

/// A way of combining two predicates: an index of [`TABLES`].
///
/// ```text
///    4        3              2           1..0
/// +----------+--------------+-------------+----+
/// | or_false | negate right | negate left | op |     op: 0 left alone, 1 and, 2 or, 3 when
/// +----------+--------------+-------------+----+
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Logic(u8);

/// The bits of the operator in a code.
const OP: u8 = 3;
/// The operators; no operator is 0.
const AND: u8 = ChainOp::And as u8;
const OR: u8 = ChainOp::Or as u8;
const WHEN: u8 = ChainOp::When as u8;
/// The left operand is negated.
const NEGATE_LEFT: u8 = 1 << 2;
/// The right operand is negated.
const NEGATE_RIGHT: u8 = 1 << 3;
/// The outcome is false where it is NULL.
const OR_FALSE: u8 = 1 << 4;

const CODES: usize = 32;
const OUTCOMES: usize = 64;

static TABLES: [[Truth; OUTCOMES]; CODES] = tables();

const fn tables() -> [[Truth; OUTCOMES]; CODES] {
    let mut tables = [[Truth::Null; OUTCOMES]; CODES];
    let mut code = 0;
    while code < CODES {
        let mut i = 0;
        while i < Truth::ALL.len() {
            let mut j = 0;
            while j < Truth::ALL.len() {
                tables[code][i << 3 | j] = outcome(code as u8, Truth::ALL[i], Truth::ALL[j]);
                j += 1;
            }
            i += 1;
        }
        code += 1;
    }
    tables
}

const fn outcome(code: u8, left: Truth, right: Truth) -> Truth {
    let left = if code & NEGATE_LEFT != 0 { left.not() } else { left };
    let right = if code & NEGATE_RIGHT != 0 { right.not() } else { right };
    let joined = match code & OP {
        AND => left.and(right),
        OR => left.or(right),
        WHEN => left.when(right),
        // No operator: the left operand alone.
        _ => left,
    };
    if code & OR_FALSE != 0 { joined.or_false() } else { joined }
}

impl Logic {
    /// `left when right`.
    pub const WHEN: Logic = Logic(WHEN);

    /// The steps of a chain and their number. Each step combines the result of the previous one
    /// with the next operand.
    pub fn steps(chain: Chain) -> ([Logic; 3], usize) {
        // An absent operand before the last one leaves the result of those before it.
        let steps = chain.ops.iter().rposition(Option::is_some).map_or(1, |last| last + 1);
        let mut codes = [Logic(0); 3];
        for (i, (code, op)) in codes.iter_mut().zip(chain.ops).take(steps).enumerate() {
            let op = op.map_or(0, |op: ChainOp| op as u8);
            let flag = |is_set: bool, bit: u8| if is_set { bit } else { 0 };
            let negated = flag(i == 0 && chain.negate[0], NEGATE_LEFT)
                | flag(chain.negate[i + 1], NEGATE_RIGHT);
            *code = Logic(op | negated | flag(i + 1 == steps && chain.or_false, OR_FALSE));
        }
        (codes, steps)
    }

    /// The outcome for two predicates.
    #[inline(always)]
    pub fn apply(self, left: Truth, right: Truth) -> Truth {
        TABLES[usize::from(self.0) % CODES][(left as usize) << 3 | right as usize]
    }

    /// The outcomes for two predicates of every row of a chunk.
    #[inline(always)]
    pub fn apply_all(self, left: Truths, right: Truths) -> Truths {
        let left = if self.0 & NEGATE_LEFT != 0 { left.not() } else { left };
        let right = if self.0 & NEGATE_RIGHT != 0 { right.not() } else { right };
        let joined = match self.0 & OP {
            AND => left.and(right),
            OR => left.or(right),
            WHEN => left.when(right),
            _ => left,
        };
        if self.0 & OR_FALSE != 0 { joined.or_false() } else { joined }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(chain: Chain, operands: [Truth; 4]) -> Truth {
        let operand = |i: usize| {
            if chain.negate[i] { operands[i].not() } else { operands[i] }
        };
        let mut outcome = operand(0);
        for (i, op) in chain.ops.iter().enumerate() {
            outcome = match op {
                None => outcome,
                Some(ChainOp::And) => outcome.and(operand(i + 1)),
                Some(ChainOp::Or) => outcome.or(operand(i + 1)),
                Some(ChainOp::When) => outcome.when(operand(i + 1)),
            };
        }
        if chain.or_false { outcome.or_false() } else { outcome }
    }

    #[test]
    fn the_outcomes_for_many_rows_are_those_for_each_row() {
        let pairs: Vec<(Truth, Truth)> =
            Truth::ALL.iter().flat_map(|a| Truth::ALL.map(|b| (*a, b))).collect();
        let left = Truths::of(pairs.iter().map(|(a, _)| *a));
        let right = Truths::of(pairs.iter().map(|(_, b)| *b));
        for logic in (0..CODES as u8).map(Logic) {
            let all = logic.apply_all(left, right);
            for (place, (a, b)) in pairs.iter().enumerate() {
                assert_eq!(all.at(place), logic.apply(*a, *b), "{logic:?} of {a:?}, {b:?}");
            }
        }
    }

    #[test]
    fn every_chain_of_every_truth_folds_as_defined() {
        for chain in (0..1 << 11).filter_map(Chain::decode) {
            let (steps, len) = Logic::steps(chain);
            for picks in 0..5_usize.pow(4) {
                let operands =
                    [picks % 5, picks / 5 % 5, picks / 25 % 5, picks / 125].map(|i| Truth::ALL[i]);
                let fast =
                    (0..len).fold(operands[0], |left, i| steps[i].apply(left, operands[i + 1]));
                assert_eq!(fast, plain(chain, operands), "{chain:?} of {operands:?}");
            }
        }
    }
}
