// SPDX-License-Identifier: Apache-2.0

//! Runs the steps of a row program on all rows of several chunks together, one step after the
//! other.

use super::arithmetic::{
    add, add_saturating, div, mul, mul_div_round, mul_saturating, sub, sub_saturating,
};
use super::batch::{Batch, Values};
use super::batch_kernels::{Same, choose, numbers_in};
use super::batch_truths::TruthRegisters;
use super::batch_vector::Comparison;
use super::indices::{TruthIndex, ValueIndex};
use super::lists::TOGETHER;
use super::masks::Tags;
use super::micro::Micro;
use super::operand::{Bits, Inputs, Source};
use super::places::STEP;
use crate::value::Value;

/// Whether a row program can be run on all rows of several chunks together, with the number of
/// values and truths that its steps write.
pub fn registers_of(steps: &[Micro], batch: &Batch) -> Option<(usize, usize)> {
    let (mut values, mut truths) = (0, 0);
    for step in steps {
        match result_of(step)? {
            Dst::Value(index) if batch.written(index) == Some(values) => values += 1,
            Dst::Truth(index) if TruthRegisters::written(index) == Some(truths) => truths += 1,
            Dst::Truth(STEP) if matches!(step, Micro::Logic { .. }) => {}
            Dst::Value(_) | Dst::Truth(_) => return None,
        }
    }
    Some((values, truths))
}

/// What a step writes.
enum Dst {
    Value(ValueIndex),
    Truth(TruthIndex),
}

/// What a step writes, if it is one that [`run`] executes.
fn result_of(step: &Micro) -> Option<Dst> {
    Some(match *step {
        Micro::Add { dst, .. }
        | Micro::Sub { dst, .. }
        | Micro::Mul { dst, .. }
        | Micro::AddSaturating { dst, .. }
        | Micro::SubSaturating { dst, .. }
        | Micro::MulSaturating { dst, .. }
        | Micro::Range { dst, .. }
        | Micro::Select { dst, .. }
        | Micro::Coalesce { dst, .. }
        | Micro::Truth { dst, .. }
        | Micro::Div { dst, .. }
        | Micro::Rem { dst, .. }
        | Micro::MulDiv { dst, .. } => Dst::Value(dst),
        Micro::Eq { dst, .. }
        | Micro::Ne { dst, .. }
        | Micro::Lt { dst, .. }
        | Micro::Le { dst, .. }
        | Micro::IsNull { dst, .. }
        | Micro::NotNull { dst, .. }
        | Micro::Clean { dst, .. }
        | Micro::Logic { dst, .. } => Dst::Truth(dst),
        Micro::Prefetch { .. }
        | Micro::LookupOne { .. }
        | Micro::Lookup { .. }
        | Micro::FetchData(_)
        | Micro::FetchCount(_)
        | Micro::FetchSum(_)
        | Micro::FetchBest(_)
        | Micro::FetchDistinct(_)
        | Micro::Reserve(_)
        | Micro::Level(_)
        | Micro::InsertOne { .. }
        | Micro::Insert { .. }
        | Micro::Write(_)
        | Micro::Delete { .. }
        | Micro::InsertTexts { .. }
        | Micro::WriteText(_)
        | Micro::DeleteTexts { .. }
        | Micro::Find { .. }
        | Micro::Open { .. }
        | Micro::Close { .. }
        | Micro::FoldCount(_)
        | Micro::FoldSum(_)
        | Micro::FoldLevel(_)
        | Micro::Like { .. }
        | Micro::Named { .. }
        | Micro::Room { .. }
        | Micro::Wide(_)
        | Micro::OnList(_) => return None,
    })
}

/// Runs steps for which [`registers_of`] has found registers.
#[inline(never)]
pub fn run(steps: &[Micro], batch: &mut Batch, inputs: Inputs<'_>) {
    for step in steps {
        match *step {
            Micro::Add { dst, a, b, unused } if unused.is_none() => {
                batch.compute(dst, (a, b), inputs, i64::overflowing_add);
            }
            Micro::Sub { dst, a, b, unused } if unused.is_none() => {
                batch.compute(dst, (a, b), inputs, i64::overflowing_sub);
            }
            Micro::Mul { dst, a, b, unused } if unused.is_none() => {
                batch.compute(dst, (a, b), inputs, i64::overflowing_mul);
            }
            Micro::Select { dst, condition, yes, no } => {
                batch.select(dst, condition, (yes, no), inputs);
            }
            Micro::Coalesce { dst, a, b } => batch.coalesce(dst, (a, b), inputs),
            Micro::Truth { dst, a } => batch.truth_as_value(dst, a, inputs),
            Micro::Eq { dst, a, b, guard } => {
                batch.compare(dst, (Comparison::Equal, false), (a, b), guard, inputs);
            }
            Micro::Ne { dst, a, b, guard } => {
                batch.compare(dst, (Comparison::Equal, true), (a, b), guard, inputs);
            }
            Micro::Lt { dst, a, b, guard } => {
                batch.compare(dst, (Comparison::Less, false), (a, b), guard, inputs);
            }
            // `not b < a`.
            Micro::Le { dst, a, b, guard } => {
                batch.compare(dst, (Comparison::Less, true), (b, a), guard, inputs);
            }
            Micro::IsNull { dst, a, guard } => {
                batch.test(dst, a, guard, inputs, |tags| tags.null);
            }
            Micro::NotNull { dst, a, guard } => {
                batch.test(dst, a, guard, inputs, |tags| !tags.null);
            }
            Micro::Clean { dst, a, guard } => batch.test(dst, a, guard, inputs, |_| u64::MAX),
            Micro::Logic { dst, a, b, how } => {
                for chunk in 0..inputs.chunks.len().min(TOGETHER) {
                    let (a, b) = (batch.truths.get(a)[chunk], batch.truths.get(b)[chunk]);
                    batch.truths.get_mut(dst)[chunk] = how.apply_all(a, b);
                }
            }
            ref other => run_each(other, batch, inputs),
        }
    }
}

/// Runs a step for one row after the other.
fn run_each(step: &Micro, batch: &mut Batch, inputs: Inputs<'_>) {
    match *step {
        Micro::Add { dst, a, b, unused } => {
            batch.each(dst, [a, b, b], inputs, |[a, b, _]| add(a, b, unused));
        }
        Micro::Sub { dst, a, b, unused } => {
            batch.each(dst, [a, b, b], inputs, |[a, b, _]| sub(a, b, unused));
        }
        Micro::Mul { dst, a, b, unused } => {
            batch.each(dst, [a, b, b], inputs, |[a, b, _]| mul(a, b, unused));
        }
        Micro::AddSaturating { dst, a, b } => {
            batch.each(dst, [a, b, b], inputs, |[a, b, _]| add_saturating(a, b));
        }
        Micro::SubSaturating { dst, a, b } => {
            batch.each(dst, [a, b, b], inputs, |[a, b, _]| sub_saturating(a, b));
        }
        Micro::MulSaturating { dst, a, b } => {
            batch.each(dst, [a, b, b], inputs, |[a, b, _]| mul_saturating(a, b));
        }
        Micro::Range { dst, a, low, high } => {
            let (low, high) = (inputs.shared.value(low).bits, inputs.shared.value(high).bits);
            batch.each(dst, [a; 3], inputs, |[a, ..]| a.range(low, high));
        }
        Micro::Div { dst, a, b, unused } => {
            batch.each(dst, [a, b, b], inputs, |[a, b, _]| div(a, b, unused));
        }
        Micro::Rem { dst, a, b } => batch.each(dst, [a, b, b], inputs, |[a, b, _]| a.rem(b)),
        Micro::MulDiv { dst, a, b, scale } => {
            batch.each(dst, [a, b, scale], inputs, |[a, b, scale]| mul_div_round(a, scale, b));
        }
        // The others have a case above, or no registers.
        _ => {}
    }
}

impl Batch {
    /// Where the values of an operand are.
    #[inline(always)]
    pub fn source(&self, index: ValueIndex, inputs: Inputs<'_>) -> Source<'_> {
        inputs.source(self.place(index), &self.values)
    }

    /// The result of a step, and the results of the ones before it.
    #[inline(always)]
    fn open(
        &mut self,
        dst: ValueIndex,
    ) -> Option<(&mut [Values; TOGETHER], &[[Values; TOGETHER]])> {
        let at = self.written(dst)?;
        let (before, from) = self.values.split_at_mut_checked(at)?;
        Some((from.first_mut()?, before))
    }

    /// A number from two that can overflow.
    #[inline(never)]
    fn compute(
        &mut self,
        dst: ValueIndex,
        (a, b): (ValueIndex, ValueIndex),
        inputs: Inputs<'_>,
        number: impl Fn(i64, i64) -> (i64, bool),
    ) {
        let (a, b) = (self.place(a), self.place(b));
        let Some((out, before)) = self.open(dst) else { return };
        let (a, b) = (inputs.source(a, before), inputs.source(b, before));
        for (chunk, out) in out.iter_mut().enumerate().take(inputs.chunks.len()) {
            let (a, b) = (inputs.read(a, chunk), inputs.read(b, chunk));
            let (of, len) = (&mut out.bits, inputs.len(chunk));
            let over = match (a.bits, b.bits) {
                (Bits::Each(a), Bits::Each(b)) => numbers_in(of, a, b, len, &number),
                (Bits::Each(a), Bits::One(b)) => numbers_in(of, a, Same(b), len, &number),
                (Bits::One(a), Bits::Each(b)) => numbers_in(of, Same(a), b, len, &number),
                (Bits::One(a), Bits::One(b)) => numbers_in(of, Same(a), Same(b), len, &number),
            };
            let tags = a.tags.max(b.tags);
            out.tags = Tags { overflow: tags.overflow | over & !tags.any(), ..tags };
        }
    }

    /// [`Value::select`].
    #[inline(never)]
    fn select(
        &mut self,
        dst: ValueIndex,
        condition: TruthIndex,
        (yes, no): (ValueIndex, ValueIndex),
        inputs: Inputs<'_>,
    ) {
        let (conditions, yes, no) = (*self.truths.get(condition), self.place(yes), self.place(no));
        let Some((out, before)) = self.open(dst) else { return };
        let (yes, no) = (inputs.source(yes, before), inputs.source(no, before));
        let out = out.iter_mut().zip(conditions).enumerate();
        for (chunk, (out, condition)) in out.take(inputs.chunks.len()) {
            let (yes, no) = (inputs.read(yes, chunk), inputs.read(no, chunk));
            choose(&mut out.bits, condition.yes, [yes.bits, no.bits], inputs.len(chunk));
            let chosen = yes.tags.only(condition.yes).max(no.tags.only(!condition.yes));
            let errors = Tags { null: 0, ..condition.tags };
            out.tags = chosen.only(!errors.any()).max(errors);
        }
    }

    /// [`Value::coalesce`].
    #[inline(never)]
    fn coalesce(&mut self, dst: ValueIndex, (a, b): (ValueIndex, ValueIndex), inputs: Inputs<'_>) {
        let (a, b) = (self.place(a), self.place(b));
        let Some((out, before)) = self.open(dst) else { return };
        let (a, b) = (inputs.source(a, before), inputs.source(b, before));
        for (chunk, out) in out.iter_mut().enumerate().take(inputs.chunks.len()) {
            let (a, b) = (inputs.read(a, chunk), inputs.read(b, chunk));
            choose(&mut out.bits, a.tags.null, [b.bits, a.bits], inputs.len(chunk));
            out.tags = b.tags.only(a.tags.null).max(a.tags.only(!a.tags.null));
        }
    }

    /// [`crate::value::Truth::to_value`].
    fn truth_as_value(&mut self, dst: ValueIndex, a: TruthIndex, inputs: Inputs<'_>) {
        let truths = *self.truths.get(a);
        let Some((out, _)) = self.open(dst) else { return };
        for (out, truths) in out.iter_mut().zip(truths).take(inputs.chunks.len()) {
            for (place, bits) in out.bits.as_flattened_mut().iter_mut().enumerate() {
                *bits = (truths.yes >> place & 1) as i64;
            }
            out.tags = truths.tags;
        }
    }

    /// A value of three, one row after the other.
    #[inline(never)]
    fn each(
        &mut self,
        dst: ValueIndex,
        operands: [ValueIndex; 3],
        inputs: Inputs<'_>,
        value: impl Fn([Value; 3]) -> Value,
    ) {
        let [a, b, c] = operands;
        let (a, b, c) = (self.place(a), self.place(b), self.place(c));
        let Some((out, before)) = self.open(dst) else { return };
        let [a, b, c] = [a, b, c].map(|place| inputs.source(place, before));
        for (chunk, out) in out.iter_mut().enumerate().take(inputs.chunks.len()) {
            let [a, b, c] = [a, b, c].map(|source| inputs.read(source, chunk));
            let len = inputs.len(chunk);
            out.set_each(len, |place| value([a.at(place), b.at(place), c.at(place)]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::arithmetic::Unused;
    use super::super::dictionary::Dictionary;
    use super::super::execute;
    use super::super::indices::{CONSTANTS, FIRST_TRUTH, NULL, TRUE};
    use super::super::lists::{CHUNK, Lists, Rows};
    use super::super::logic::Logic;
    use super::super::registers::Registers;
    use super::*;
    use crate::dictionary::DictionaryDef;
    use crate::isa::Chain;
    use crate::scan::List;
    use crate::schema::{ColumnId, HiddenDef, TableDef, TableId};
    use crate::value::{Truth, Width};
    use testkit::rng::Rng;

    const COLUMNS: usize = 3;
    const EDGES: [i64; 10] =
        [0, 1, -1, 2, i64::MIN, i64::MAX, 1 << 31, -(1 << 31) - 1, 3_037_000_500, 32_768];

    fn number(rng: &mut Rng) -> Value {
        Value::new(if rng.percent(50) { *rng.pick(&EDGES) } else { rng.below(10) as i64 })
    }

    /// A list of one group with this many rows, of which some have left.
    fn list(rng: &mut Rng, rows: u32) -> Lists {
        let columns = (0..COLUMNS as u16).map(ColumnId).collect();
        let list = Some(List { bound: (TOGETHER * CHUNK) as u32, time: None, columns });
        let hidden = HiddenDef { base: TableId(0), definition: String::new(), list };
        let def = TableDef {
            name: String::new(),
            columns: Vec::new(),
            key: Vec::new(),
            rows_max: 1,
            defaults: Vec::new(),
            hidden: Some(hidden),
        };
        let mut lists = *Lists::new(&def, (TOGETHER * CHUNK) as u32).expect("it is a list");
        for row in 0..rows {
            lists.enter(0, row);
            for column in 0..COLUMNS {
                let value = if rng.percent(20) { Value::NULL } else { number(rng) };
                lists.patch(row, column, value);
            }
        }
        lists
    }

    /// The names that random steps use.
    struct Names {
        values: Vec<ValueIndex>,
        truths: Vec<TruthIndex>,
        next: (ValueIndex, TruthIndex),
    }

    impl Names {
        /// A random step, which writes the next value or the next truth.
        fn step(&mut self, rng: &mut Rng, bounds: (ValueIndex, ValueIndex)) -> Micro {
            let kind = rng.below(22);
            let width = Unused::of(*rng.pick(&Width::CHECKED)).expect("it is checked");
            let unused = if rng.percent(70) { Unused::default() } else { width };
            let [a, b, scale] = [0; 3].map(|_| *rng.pick(&self.values));
            let [x, y] = [0; 2].map(|_| *rng.pick(&self.truths));
            let how =
                Logic::steps(Chain::decode(rng.below(1 << 11) as u16).unwrap_or_default()).0[0];
            let (low, high) = bounds;
            let (dst, to) = self.next;
            let step = match kind {
                0 => Micro::Add { dst, a, b, unused },
                1 => Micro::Sub { dst, a, b, unused },
                2 => Micro::Mul { dst, a, b, unused },
                3 => Micro::AddSaturating { dst, a, b },
                4 => Micro::SubSaturating { dst, a, b },
                5 => Micro::MulSaturating { dst, a, b },
                6 => Micro::Range { dst, a, low, high },
                7 => Micro::Select { dst, condition: x, yes: a, no: b },
                8 => Micro::Coalesce { dst, a, b },
                9 => Micro::Truth { dst, a: x },
                10 => Micro::Div { dst, a, b, unused },
                11 => Micro::Rem { dst, a, b },
                12 => Micro::MulDiv { dst, a, b, scale },
                13 => Micro::Eq { dst: to, a, b, guard: x },
                14 => Micro::Ne { dst: to, a, b, guard: x },
                15 => Micro::Lt { dst: to, a, b, guard: x },
                16 => Micro::Le { dst: to, a, b, guard: x },
                17 => Micro::IsNull { dst: to, a, guard: x },
                18 => Micro::NotNull { dst: to, a, guard: x },
                19 => Micro::Clean { dst: to, a, guard: x },
                20 => Micro::Logic { dst: to, a: x, b: y, how },
                _ => return Micro::Logic { dst: STEP, a: x, b: y, how },
            };
            if kind < 13 {
                self.values.push(dst);
                self.next.0 += 1;
            } else {
                self.truths.push(to);
                self.next.1 += 1;
            }
            step
        }
    }

    #[test]
    fn rows_together_are_as_rows_one_by_one() {
        let mut texts = Dictionary::new(DictionaryDef { texts_max: 4, reuses_codes: false }, &[]);
        let mut seen = [false; 5];
        for seed in 0..2_000 {
            let mut rng = Rng::seeded(seed);
            let rows = rng.below(TOGETHER * CHUNK + 1) as u32;
            let lists = list(&mut rng, rows);
            let mut constants = vec![Value::new(-5), Value::new(5), Value::NULL];
            constants.extend([Value::OVERFLOW, Value::DIVISION_BY_ZERO]);
            constants.extend((0..3).map(|_| number(&mut rng)));
            let mut registers = Registers::new(&constants, 0, 0, 0);
            let first_column = CONSTANTS + constants.len() as ValueIndex;
            let written = first_column + COLUMNS as ValueIndex;
            let mut names = Names {
                values: (NULL..written).collect(),
                truths: vec![TRUE],
                next: (written, FIRST_TRUTH),
            };
            let bounds = (CONSTANTS, CONSTANTS + 1);
            let steps: Vec<Micro> = (0..24).map(|_| names.step(&mut rng, bounds)).collect();
            let empty = Batch::new(first_column, COLUMNS, (0, 0));
            let room = registers_of(&steps, &empty).expect("they can be run together");
            let mut batch = Batch::new(first_column, COLUMNS, room);

            let chunks: Vec<Rows<'_>> = lists.chunks(0).collect();
            run(&steps, &mut batch, Inputs { shared: &registers, chunks: &chunks });
            let places =
                |(chunk, rows): (usize, Rows<'_>)| (0..rows.places()).map(move |p| (chunk, p));
            for (chunk, place) in chunks.iter().copied().enumerate().flat_map(places) {
                for (column, index) in (0..COLUMNS).zip(first_column..) {
                    registers.set(index, chunks[chunk].cell(place, column));
                }
                execute::run(&steps, &mut registers, &mut [], &mut texts);
                let inputs = Inputs { shared: &registers, chunks: &chunks };
                for index in &names.values {
                    let value = inputs.read(batch.source(*index, inputs), chunk).at(place);
                    assert_eq!(value, registers.value(*index), "{seed}, {place}: {steps:?}");
                }
                for index in &names.truths {
                    let truth = batch.truths.get(*index)[chunk].at(place);
                    assert_eq!(truth, registers.truth(*index), "{seed}, {place}: {steps:?}");
                    seen[truth as usize] = true;
                }
            }
        }
        assert_eq!(seen, [true; Truth::ALL.len()]);
    }
}
