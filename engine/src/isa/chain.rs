// SPDX-License-Identifier: Apache-2.0

//! The operators of a chain, packed into an immediate.

/// How [`Opcode::Chain`](super::Opcode::Chain) combines its operands, packed into an immediate.
///
/// ```text
///  12 11  10    9     8    7     6     5..4   3..2   1..0
/// +------+----------+----------------------+------+------+------+
/// | 0  0 | or_false |  negate d  c  b  a   | op d | op c | op b |
/// +------+----------+----------------------+------+------+------+
/// ```
/// `or_false` is bit 10 and the four `negate` bits are 6 to 9; `op` is 0 for no operand, 1 for and,
/// 2 for or, 3 for when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Chain {
    /// How `b`, `c` and `d` are combined with the result of the operands before them; none where
    /// there is no operand.
    pub ops: [Option<ChainOp>; 3],
    /// Which of `a`, `b`, `c`, `d` are negated first.
    pub negate: [bool; 4],
    /// Whether a NULL result becomes false, as in a `where`.
    pub or_false: bool,
}

/// An operator of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum ChainOp {
    /// [`crate::value::Truth::and`].
    And = 1,
    /// [`crate::value::Truth::or`].
    Or = 2,
    /// [`crate::value::Truth::when`]; the operand is the guard.
    When = 3,
}

impl Chain {
    /// The immediate.
    pub fn encode(self) -> u16 {
        let mut bits = u16::from(self.or_false) << 10;
        for (i, op) in self.ops.iter().enumerate() {
            bits |= op.map_or(0, |op| op as u16) << (2 * i);
        }
        for (i, negate) in self.negate.iter().enumerate() {
            bits |= u16::from(*negate) << (6 + i);
        }
        bits
    }

    /// The chain that an immediate encodes; none if it sets bits without a meaning.
    pub fn decode(bits: u16) -> Option<Chain> {
        let ops = [None, Some(ChainOp::And), Some(ChainOp::Or), Some(ChainOp::When)];
        let op = |i: usize| ops[usize::from(bits >> (2 * i) & 3)];
        let negate = |i: usize| bits >> (6 + i) & 1 != 0;
        let chain = Chain {
            ops: [op(0), op(1), op(2)],
            negate: [negate(0), negate(1), negate(2), negate(3)],
            or_false: bits >> 10 & 1 != 0,
        };
        (bits >> 11 == 0).then_some(chain)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chains_round_trip() {
        for bits in 0..1 << 11 {
            assert_eq!(Chain::decode(bits).map(Chain::encode), Some(bits));
        }
        assert_eq!(Chain::decode(1 << 11), None);
    }
}
