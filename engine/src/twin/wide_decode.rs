// SPDX-License-Identifier: Apache-2.0

//! Decodes the instructions of the wide unit, and fetches and folds of wide sums.

use super::decoder::Decoder;
use super::indices::WideIndex;
use super::micro::Micro;
use super::wide_micro::{Compare, Test, Wide};
use crate::isa::{Instruction, Opcode, Operand, Space};
use crate::wide::Rounding;

impl Decoder<'_> {
    /// An operation of the wide unit.
    pub(super) fn wide(&mut self, i: &Instruction) -> Option<Micro> {
        let [dst, a, b, c, d, _] = i.operands;
        let (dst, number) = (register(dst), |operand: Operand| operand.index as u8);
        let (x, y, power) = (register(a), register(b), number(b));
        let wide = match i.opcode {
            Opcode::Widen => Wide::Widen { dst, a: self.places.read(None, a), power },
            Opcode::WideAdd => Wide::Add { dst, a: x, b: y },
            Opcode::WideSub => Wide::Sub { dst, a: x, b: y },
            Opcode::WideMul => Wide::Mul { dst, a: x, b: y },
            Opcode::WideDiv => Wide::Div { dst, a: x, b: y, power: number(c) },
            Opcode::WideRem => Wide::Rem { dst, a: x, b: y },
            Opcode::WideScale => Wide::Scale { dst, a: x, power, digits: number(c) },
            Opcode::WideRound => {
                let rounding = Rounding::decode(c.index)?;
                Wide::Round { dst, a: x, power, rounding, digits: number(d) }
            }
            Opcode::WideSelect => self.wide_select(i),
            Opcode::WideCoalesce => Wide::Coalesce { dst, a: x, b: y },
            Opcode::WideEq => Wide::Eq(self.wide_compare(i)),
            Opcode::WideNe => Wide::Ne(self.wide_compare(i)),
            Opcode::WideLt => Wide::Lt(self.wide_compare(i)),
            Opcode::WideLe => Wide::Le(self.wide_compare(i)),
            Opcode::WideIsNull => Wide::IsNull(self.wide_test(i)),
            Opcode::WideNotNull => Wide::NotNull(self.wide_test(i)),
            Opcode::WideClean => Wide::Clean(self.wide_test(i)),
            Opcode::Narrow => self.narrow(i),
            Opcode::Pair => self.pair(i),
            Opcode::Move
            | Opcode::Add
            | Opcode::Sub
            | Opcode::Mul
            | Opcode::Range
            | Opcode::Select
            | Opcode::Coalesce
            | Opcode::Truth
            | Opcode::Eq
            | Opcode::Ne
            | Opcode::Lt
            | Opcode::Le
            | Opcode::IsNull
            | Opcode::NotNull
            | Opcode::Clean
            | Opcode::Chain
            | Opcode::Div
            | Opcode::Rem
            | Opcode::MulDiv
            | Opcode::Lookup
            | Opcode::Fetch
            | Opcode::Reserve
            | Opcode::Level
            | Opcode::Verdict
            | Opcode::Insert
            | Opcode::Write
            | Opcode::Delete
            | Opcode::Find
            | Opcode::Open
            | Opcode::Fold
            | Opcode::Close
            | Opcode::WideFetch
            | Opcode::Like
            | Opcode::Named
            | Opcode::Settle
            | crate::scan_opcodes!() => return None,
        };
        Some(Micro::Wide(wide))
    }

    fn wide_select(&mut self, i: &Instruction) -> Wide {
        let [dst, condition, yes, no, ..] = i.operands;
        let condition = self.places.predicate(condition);
        Wide::Select { dst: register(dst), condition, yes: register(yes), no: register(no) }
    }

    fn pair(&mut self, i: &Instruction) -> Wide {
        let [dst, a, b, ..] = i.operands;
        let [a, b] = [a, b].map(|column| self.places.read(None, column));
        Wide::Pair { dst: register(dst), a, b }
    }

    fn narrow(&mut self, i: &Instruction) -> Wide {
        let [dst, a, low, high, ..] = i.operands;
        let [low, high] = [low, high].map(|bound| self.places.read(None, bound));
        Wide::Narrow { dst: self.places.write(None, dst), a: register(a), low, high }
    }

    fn wide_compare(&mut self, i: &Instruction) -> Compare {
        let [dst, a, b, guard, power, other_power] = i.operands;
        Compare {
            guard: self.places.predicate(guard),
            dst: self.places.write_truth(dst),
            a: register(a),
            b: register(b),
            power: power.index as u8,
            other_power: other_power.index as u8,
        }
    }

    fn wide_test(&mut self, i: &Instruction) -> Test {
        let [dst, a, guard, ..] = i.operands;
        let guard = self.places.predicate(guard);
        Test { dst: self.places.write_truth(dst), a: register(a), guard }
    }

    /// A fetch of an exact sum.
    pub(super) fn wide_fetch(&mut self, i: &Instruction) -> Option<Micro> {
        let [dst, row, column, ..] = i.operands;
        let row = self.places.read(None, row);
        let word = self.place(i.unit, column)?.word;
        Some(Micro::Wide(Wide::FetchSum { dst: register(dst), table: i.unit, row, word }))
    }

    /// A fold of a wide value into the sum at `word`.
    pub(super) fn wide_fold(&mut self, i: &Instruction, word: u8) -> Micro {
        let [_, row, _, value, sign, _] = i.operands;
        let row = self.places.read(None, row);
        let (value, remove) = (register(value), sign.index != 0);
        Micro::Wide(Wide::FoldSum { table: i.unit, row, word, value, remove })
    }
}

/// The register of a wide operand; the first one for any other operand, which is not read then.
pub(super) fn register(operand: Operand) -> WideIndex {
    if operand.space == Space::Wide { operand.index as WideIndex } else { 0 }
}
