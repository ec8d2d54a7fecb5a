// SPDX-License-Identifier: Apache-2.0

//! Prefetches: reading memory for a lookup as soon as its key is known.
//!
//! A lookup in a large table waits for memory twice, for the slot of the index and for the row. It
//! then branches on what it reads. If the processor predicts the branch wrongly, the next lookup
//! starts only when this one is complete. A prefetch reads the home slot of a key and the row that
//! the slot names, and does not branch. The prefetches of all lookups of a message therefore
//! overlap, and the lookups find their cache lines loaded. The result of a prefetch is not used.
//! If the entry of the key is after its home slot, only the cache line of the slot is of use.

use super::indices::{NULL, PAIRS, ValueIndex};
use super::micro::{KeyIndices, Micro};

/// The operations before the verdict with a prefetch for each lookup, directly after the operation
/// that completes its key, or at the start. `known[i]` is the first value that is not yet known
/// after operation i; values below `results` are known at the start.
pub fn with_prefetches(
    operations: &[Micro],
    known: &[ValueIndex],
    results: ValueIndex,
) -> Vec<Micro> {
    let position = |key: &KeyIndices| {
        let last = key.operands.iter().take(key.len.into()).copied().max().unwrap_or(NULL);
        if last < results { 0 } else { known.partition_point(|first| *first <= last) + 1 }
    };
    let mut prefetches: Vec<(usize, KeyIndices)> = Vec::new();
    for (at, operation) in operations.iter().enumerate() {
        let Some(key) = key_of(operation) else { continue };
        let position = position(&key);
        // A prefetch directly before its lookup has no effect.
        if position < at && prefetches.iter().all(|(_, other)| *other != key) {
            prefetches.push((position, key));
        }
    }
    prefetches.sort_by_key(|(position, _)| *position);
    let mut prefetches = prefetches.into_iter().peekable();
    let mut all = Vec::with_capacity(operations.len() + prefetches.len());
    for (at, operation) in operations.iter().enumerate() {
        while let Some((_, key)) = prefetches.next_if(|(position, _)| *position <= at) {
            all.push(Micro::Prefetch { key });
        }
        all.push(*operation);
    }
    all
}

/// The key of an operation that is a lookup. Keys with pairs are rare and not prefetched.
fn key_of(operation: &Micro) -> Option<KeyIndices> {
    if let Micro::LookupOne { table, key, .. } = *operation {
        return Some(KeyIndices { table, len: 1, operands: [key, NULL, NULL, NULL] });
    }
    let Micro::Lookup { key, .. } = *operation else { return None };
    let has_pair = key.operands.iter().any(|operand| *operand >= PAIRS);
    (key.len > 0 && !has_pair).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::twin::micro::Fetch;

    fn look_up(dst: ValueIndex, table: u8, key: ValueIndex) -> Micro {
        Micro::LookupOne { dst, table, key, guard: 0 }
    }

    fn prefetch(table: u8, key: ValueIndex) -> Micro {
        Micro::Prefetch { key: KeyIndices { table, len: 1, operands: [key, NULL, NULL, NULL] } }
    }

    #[test]
    fn a_prefetch_follows_the_operation_that_completes_its_key() {
        let fetch = Fetch { dst: 12, table: 0, row: 10, word: 1, column: 1 };
        let fetch = Micro::FetchData(fetch);
        let copy = Micro::Coalesce { dst: 13, a: 12, b: 12 };
        // Values 10 and up are results; 5 and 6 are fields.
        let operations = [
            look_up(10, 0, 5),
            look_up(11, 1, 6),
            fetch,
            copy,
            look_up(14, 2, 12),
            look_up(15, 1, 6),
        ];
        let all = with_prefetches(&operations, &[11, 12, 13, 14, 15, 16], 10);
        let [first, second, fetch, copy, third, fourth] = operations;
        assert_eq!(
            all,
            [prefetch(1, 6), first, second, fetch, prefetch(2, 12), copy, third, fourth]
        );
    }
}
