// SPDX-License-Identifier: Apache-2.0

//! Micro-operations on wide values, apart from the others: a transaction without DECIMAL arithmetic
//! pays nothing for them.

use super::decode::Decoder;
use super::micro::{Micro, TruthIndex, ValueIndex};
use super::registers::Registers;
use super::table::Table;
use crate::isa::{Instruction, Opcode, Operand, Space};
use crate::machine::{WIDE_DIGITS, WIDES};
use crate::value::Truth;
use crate::wide::{Rounding, WideValue};
use std::cmp::Ordering;

/// Index of a wide value in the registers.
pub type WideIndex = u8;
const _: () = assert!(WIDES <= 1 << WideIndex::BITS, "an index names every wide value");

/// The operands of a wide comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compare {
    /// The result.
    pub dst: TruthIndex,
    /// The left operand.
    pub a: WideIndex,
    /// The right operand.
    pub b: WideIndex,
    /// The guard.
    pub guard: TruthIndex,
    /// The power of ten of the left operand.
    pub power: u8,
    /// The power of ten of the right operand.
    pub other_power: u8,
}

/// The operands of a test of one wide value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Test {
    /// The result.
    pub dst: TruthIndex,
    /// The operand.
    pub a: WideIndex,
    /// The guard.
    pub guard: TruthIndex,
}

/// A micro-operation with a wide operand or result. The fields are the operands of the instruction
/// with the same name, see [`crate::isa::Opcode`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are the operands of the opcodes, documented there")]
#[rustfmt::skip]
pub enum Wide {
    Widen { dst: WideIndex, a: ValueIndex, power: u8 },
    Add { dst: WideIndex, a: WideIndex, b: WideIndex },
    Sub { dst: WideIndex, a: WideIndex, b: WideIndex },
    Mul { dst: WideIndex, a: WideIndex, b: WideIndex },
    Div { dst: WideIndex, a: WideIndex, b: WideIndex, power: u8 },
    Rem { dst: WideIndex, a: WideIndex, b: WideIndex },
    Scale { dst: WideIndex, a: WideIndex, power: u8, digits: u8 },
    Round { dst: WideIndex, a: WideIndex, power: u8, rounding: Rounding, digits: u8 },
    Select { dst: WideIndex, condition: TruthIndex, yes: WideIndex, no: WideIndex },
    Coalesce { dst: WideIndex, a: WideIndex, b: WideIndex },
    Eq(Compare),
    Ne(Compare),
    Lt(Compare),
    Le(Compare),
    IsNull(Test),
    NotNull(Test),
    Clean(Test),
    Narrow { dst: ValueIndex, a: WideIndex, low: ValueIndex, high: ValueIndex },
    FetchSum { dst: WideIndex, table: u8, row: ValueIndex, word: u8 },
    FoldSum { table: u8, row: ValueIndex, word: u8, value: WideIndex, remove: bool },
}

/// Runs one of them.
#[inline(never)]
pub fn run(operation: Wide, r: &mut Registers, tables: &mut [Table]) {
    match operation {
        Wide::Widen { dst, a, power } => {
            r.set_wide(dst, WideValue::from(r.value(a)).scale(power.into(), WIDE_DIGITS));
        }
        Wide::Add { dst, a, b } => r.set_wide(dst, r.wide(a).add(r.wide(b))),
        Wide::Sub { dst, a, b } => r.set_wide(dst, r.wide(a).sub(r.wide(b))),
        Wide::Mul { dst, a, b } => r.set_wide(dst, r.wide(a).mul(r.wide(b))),
        Wide::Div { dst, a, b, power } => {
            r.set_wide(dst, r.wide(a).div(power.into(), r.wide(b)));
        }
        Wide::Rem { dst, a, b } => r.set_wide(dst, r.wide(a).rem(r.wide(b))),
        Wide::Scale { dst, a, power, digits } => {
            r.set_wide(dst, r.wide(a).scale(power.into(), digits.into()));
        }
        Wide::Round { dst, a, power, rounding, digits } => {
            r.set_wide(dst, r.wide(a).round(power.into(), rounding, digits.into()));
        }
        Wide::Select { dst, condition, yes, no } => {
            r.set_wide(dst, WideValue::select(r.truth(condition), r.wide(yes), r.wide(no)));
        }
        Wide::Coalesce { dst, a, b } => r.set_wide(dst, r.wide(a).coalesce(r.wide(b))),
        Wide::Eq(of) => compare(r, of, Ordering::is_eq),
        Wide::Ne(of) => compare(r, of, Ordering::is_ne),
        Wide::Lt(of) => compare(r, of, Ordering::is_lt),
        Wide::Le(of) => compare(r, of, Ordering::is_le),
        Wide::IsNull(of) => test(r, of, WideValue::is_null),
        Wide::NotNull(of) => test(r, of, |value| value.is_null().not()),
        Wide::Clean(of) => test(r, of, WideValue::is_clean),
        Wide::Narrow { dst, a, low, high } => {
            r.set(dst, r.wide(a).narrow(r.value(low).bits, r.value(high).bits));
        }
        Wide::FetchSum { dst, table, row, word } => {
            r.set_wide(dst, tables[usize::from(table)].wide_sum(r.value(row), word));
        }
        Wide::FoldSum { table, row, word, value, remove } => {
            if let Some(bits) = r.wide(value).folded() {
                tables[usize::from(table)].fold_sum(r.value(row), word, bits, remove);
            }
        }
    }
}

fn compare(r: &mut Registers, of: Compare, holds: impl FnOnce(Ordering) -> bool) {
    let Compare { power, other_power, .. } = of;
    let outcome = r.wide(of.a).compare(power.into(), r.wide(of.b), other_power.into(), holds);
    r.set_guarded(of.dst, outcome, of.guard);
}

fn test(r: &mut Registers, of: Test, outcome: impl FnOnce(WideValue) -> Truth) {
    r.set_guarded(of.dst, outcome(r.wide(of.a)), of.guard);
}

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
            Opcode::WideSelect => {
                let condition = self.places.predicate(a);
                Wide::Select { dst, condition, yes: y, no: register(c) }
            }
            Opcode::WideCoalesce => Wide::Coalesce { dst, a: x, b: y },
            Opcode::WideEq => Wide::Eq(self.wide_compare(i)),
            Opcode::WideNe => Wide::Ne(self.wide_compare(i)),
            Opcode::WideLt => Wide::Lt(self.wide_compare(i)),
            Opcode::WideLe => Wide::Le(self.wide_compare(i)),
            Opcode::WideIsNull => Wide::IsNull(self.wide_test(i)),
            Opcode::WideNotNull => Wide::NotNull(self.wide_test(i)),
            Opcode::WideClean => Wide::Clean(self.wide_test(i)),
            Opcode::Narrow => {
                let [low, high] = [b, c].map(|bound| self.places.read(None, bound));
                Wide::Narrow { dst: self.places.write(None, i.operands[0]), a: x, low, high }
            }
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
            | Opcode::Settle => return None,
        };
        Some(Micro::Wide(wide))
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
fn register(operand: Operand) -> WideIndex {
    if operand.space == Space::Wide { operand.index as WideIndex } else { 0 }
}
