// SPDX-License-Identifier: Apache-2.0

//! The cells of the aggregates of a group, which is a row of a hidden table: reads and folds.

use super::levels::{End, Group, LevelPool};
use super::shape::LevelPlace;
use super::table::Table;
use crate::value::{Tag, Value};
use crate::wide::WideValue;

impl Table {
    /// A cell of a `Rows` or `Count` column.
    #[inline]
    pub fn count(&self, handle: Value, word: u8) -> Value {
        self.row(handle).map_or_else(Value::tagged, |row| {
            Value::new(self.words[row + usize::from(word)] as i64)
        })
    }

    /// The value of a cell of a `Sum` column.
    #[inline]
    pub fn sum(&self, handle: Value, word: u8) -> Value {
        match self.sum_parts(handle, word) {
            Ok((0, _)) => Value::NULL,
            Ok((_, sum)) => i64::try_from(sum).map_or(Value::OVERFLOW, Value::new),
            Err(tag) => Value::tagged(tag),
        }
    }

    /// The exact sum in a cell of a `Sum` column.
    #[inline]
    pub fn wide_sum(&self, handle: Value, word: u8) -> WideValue {
        match self.sum_parts(handle, word) {
            Ok((0, _)) => WideValue::NULL,
            Ok((_, sum)) => WideValue::new(sum),
            Err(tag) => WideValue::tagged(tag),
        }
    }

    /// The number of values in a cell of a `Sum` column, and their exact sum.
    #[inline]
    pub fn sum_parts(&self, handle: Value, word: u8) -> Result<(u32, i128), Tag> {
        let row = self.row(handle)?;
        let first = row + usize::from(word);
        let [count, low, high] = *self.words[first..].first_chunk::<3>().ok_or(Tag::Null)?;
        Ok((count as u32, (u128::from(high) << 64 | u128::from(low)) as i128))
    }

    /// The value of a cell of a `Min` or `Max` column.
    #[inline]
    pub fn best(&self, handle: Value, word: u8) -> Value {
        match self.row(handle) {
            Ok(row) if self.words[row + usize::from(word)] == 0 => Value::NULL,
            Ok(row) => Value::new(self.words[row + usize::from(word) + 1] as i64),
            Err(tag) => Value::tagged(tag),
        }
    }

    /// The value of a cell of a `Distinct` column.
    #[inline]
    pub fn distinct(&self, handle: Value, word: u8) -> Value {
        self.row(handle).map_or_else(Value::tagged, |row| {
            let group = Group::from_word(self.words[row + usize::from(word)]);
            Value::new(group.levels().into())
        })
    }

    /// The group of a cell in its level pool; an empty group if there is no row.
    #[inline]
    pub fn group(&self, handle: Value, word: u8) -> Group {
        self.row(handle).map_or_else(
            |_| Group::default(),
            |row| Group::from_word(self.words[row + usize::from(word)]),
        )
    }

    /// A level pool.
    #[inline]
    pub fn pool(&self, pool: u8) -> &LevelPool {
        &self.pools[usize::from(pool)]
    }

    /// Increments a `Count` cell, or decrements it if `remove`.
    pub fn fold_count(&mut self, handle: Value, word: u8, remove: bool) {
        if let Ok(row) = self.row(handle) {
            let cell = &mut self.words[row + usize::from(word)];
            *cell =
                if remove { cell.saturating_sub(1) } else { u64::from(u32::MAX).min(*cell + 1) };
        }
    }

    /// Adds a value to a `Sum` cell, or removes it if `remove`.
    #[inline(always)]
    pub fn fold_sum(&mut self, handle: Value, word: u8, bits: i128, remove: bool) {
        let Ok((count, sum)) = self.sum_parts(handle, word) else {
            return;
        };
        let (count, sum) = match (remove, count) {
            (true, 0) => return,
            (true, _) => (count - 1, sum.wrapping_sub(bits)),
            (false, _) => (count.saturating_add(1), sum.wrapping_add(bits)),
        };
        let first = self.offset(handle.bits as u32) + usize::from(word);
        self.words[first..][..3].copy_from_slice(&[
            u64::from(count),
            sum as u64,
            (sum >> 64) as u64,
        ]);
    }

    /// Adds a value to the levels of a cell, or removes it if `remove`.
    pub fn fold_level(&mut self, handle: Value, place: LevelPlace, bits: i64, remove: bool) {
        let Ok(row) = self.row(handle) else { return };
        let first = row + usize::from(place.word);
        let pool = &mut self.pools[usize::from(place.pool)];
        let mut group = Group::from_word(self.words[first]);
        let was_empty = group == Group::default();
        if remove {
            pool.remove(&mut group, bits);
        } else {
            pool.add(&mut group, bits);
        }
        self.words[first] = group.to_word();
        let Some(end) = place.end else { return };
        // The best value changes only if it is removed or a better one is added.
        let best = self.words[first + 1] as i64;
        let is_end = match end {
            End::Low => bits <= best,
            End::High => bits >= best,
        };
        if was_empty || is_end {
            self.words[first + 1] = pool.best(group, end).unwrap_or(0) as u64;
        }
    }
}
