// SPDX-License-Identifier: Apache-2.0

//! Asks for memory before it is needed: a look-up is *touched* as soon as its key is known.
//!
//! A look-up in a large table waits for memory twice, for the slot of the index and for the row,
//! and then decides by what it finds there, so that a processor that guessed wrong starts the next
//! look-up only when the last one is done. A touch reads the home slot of a key and the row that it
//! names and decides nothing: the touches of all look-ups of a message are under way together, and
//! the look-ups find their lines in the cache. What a touch reads means nothing; where an entry
//! lies behind its home slot, only the slot's line is of use.

use super::micro::{KeyIndices, Micro, NULL, ValueIndex};

/// The operations up to the verdict with a touch for each look-up, right behind the operation that
/// completes its key or at the beginning. `known[i]` is the first value that is not known yet
/// behind operation i; values below `results` are known from the start.
pub fn with_touches(operations: &[Micro], known: &[ValueIndex], results: ValueIndex) -> Vec<Micro> {
    let position = |key: &KeyIndices| {
        let last = key.columns.iter().take(key.len.into()).copied().max().unwrap_or(NULL);
        if last < results { 0 } else { known.partition_point(|first| *first <= last) + 1 }
    };
    let mut touches: Vec<(usize, KeyIndices)> = Vec::new();
    for (at, operation) in operations.iter().enumerate() {
        let Some(key) = key_of(operation) else { continue };
        let position = position(&key);
        // One that comes right away has nothing to gain.
        if position < at && touches.iter().all(|(_, touched)| *touched != key) {
            touches.push((position, key));
        }
    }
    touches.sort_by_key(|(position, _)| *position);
    let mut touches = touches.into_iter().peekable();
    let mut all = Vec::with_capacity(operations.len() + touches.len());
    for (at, operation) in operations.iter().enumerate() {
        while let Some((_, key)) = touches.next_if(|(position, _)| *position <= at) {
            all.push(Micro::Touch { key });
        }
        all.push(*operation);
    }
    all
}

fn key_of(operation: &Micro) -> Option<KeyIndices> {
    match *operation {
        Micro::LookupOne { table, key, .. } => {
            Some(KeyIndices { table, len: 1, columns: [key, NULL, NULL, NULL] })
        }
        Micro::Lookup { key, .. } if key.len > 0 => {
            let mut columns = [NULL; 4];
            for (column, read) in columns.iter_mut().zip(key.columns).take(key.len.into()) {
                *column = read;
            }
            Some(KeyIndices { columns, ..key })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look_up(dst: ValueIndex, table: u8, key: ValueIndex) -> Micro {
        Micro::LookupOne { dst, table, key, guard: 0 }
    }

    fn touch(table: u8, key: ValueIndex) -> Micro {
        Micro::Touch { key: KeyIndices { table, len: 1, columns: [key, NULL, NULL, NULL] } }
    }

    #[test]
    fn a_touch_stands_where_its_key_is_complete() {
        let fetch = Micro::FetchData { dst: 12, table: 0, row: 10, word: 1, column: 1 };
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
        let all = with_touches(&operations, &[11, 12, 13, 14, 15, 16], 10);
        let [first, second, fetch, copy, third, fourth] = operations;
        assert_eq!(all, [touch(1, 6), first, second, fetch, touch(2, 12), copy, third, fourth]);
    }
}
