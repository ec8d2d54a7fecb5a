// SPDX-License-Identifier: Apache-2.0

//! Runs micro-operations on wide values, apart from the others: a transaction without DECIMAL
//! arithmetic pays nothing for them.

use super::registers::Registers;
use super::table::Table;
use super::wide_micro::{Compare, Test, Wide};
use crate::machine::WIDE_DIGITS;
use crate::value::Truth;
use crate::wide::WideValue;
use std::cmp::Ordering;

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
        Wide::Pair { dst, a, b } => r.set_wide(dst, WideValue::pair(r.value(a), r.value(b))),
        Wide::Result { dst, scan, accumulator, place } => {
            r.set_wide(dst, r.scan_result(scan, accumulator, place));
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
