// SPDX-License-Identifier: Apache-2.0

//! Commits that change which texts the rows hold, and the count of the texts that a commit stores.

use super::dictionary::Dictionary;
use super::indices::{NULL, TruthIndex, ValueIndex};
use super::micro::{KeyIndices, Micro, Write};
use super::registers::Registers;
use super::scan_micro::OnList;
use super::table::Table;
use crate::isa::Phase;
use crate::machine::FIELDS_MAX;
use crate::value::{Tag, Value};

/// Inserts a row; the columns of its key hold their texts.
pub fn insert(
    r: &Registers,
    tables: &mut [Table],
    dictionary: &mut Dictionary,
    row: ValueIndex,
    key: &KeyIndices,
    guard: TruthIndex,
) {
    let Ok(words) = r.key(key, guard) else { return };
    let (table, row) = (&mut tables[usize::from(key.table)], r.value(row));
    if table.insert(row, &words) {
        each(table, row, |code| dictionary.retain(code));
    }
}

/// Writes a text.
pub fn write(r: &Registers, table: &mut Table, dictionary: &mut Dictionary, at: Write) {
    if r.is_true(at.guard) {
        write_cell(table, dictionary, r.value(at.row), (at.word, at.column), r.value(at.value));
    }
}

/// Writes a text to the cell of a row at this word and column.
pub fn write_cell(
    table: &mut Table,
    dictionary: &mut Dictionary,
    row: Value,
    (word, column): (u8, u8),
    value: Value,
) {
    let before = table.data(row, word, column);
    table.write(row, word, column, value);
    let after = table.data(row, word, column);
    after.get().into_iter().for_each(|code| dictionary.retain(code));
    before.get().into_iter().for_each(|code| dictionary.release(code));
}

/// Deletes a row.
pub fn delete(
    r: &Registers,
    table: &mut Table,
    dictionary: &mut Dictionary,
    row: ValueIndex,
    guard: TruthIndex,
) {
    if r.is_true(guard) {
        delete_row(table, dictionary, r.value(row));
    }
}

/// Deletes a row and releases its texts.
pub fn delete_row(table: &mut Table, dictionary: &mut Dictionary, row: Value) {
    each(table, row, |code| dictionary.release(code));
    table.delete(row);
}

/// Calls a function for each text that a row holds; for none if there is no such row.
fn each(table: &Table, row: Value, mut text: impl FnMut(i64)) {
    for place in table.shape().texts() {
        table.data(row, place.word, place.column).get().into_iter().for_each(&mut text);
    }
}

/// The operations of a commit that [`stored`] needs, made from its instructions one by one.
#[derive(Default)]
pub struct Stores(Vec<Micro>);

impl Stores {
    /// Adds the operations of an instruction with this phase.
    pub fn add(&mut self, phase: Phase, operations: &[Micro]) {
        match phase {
            Phase::Check => self.0.extend_from_slice(operations),
            Phase::Commit => self.0.extend(operations.iter().filter_map(|operation| {
                match *operation {
                    Micro::InsertTexts { .. }
                    | Micro::WriteText(_)
                    | Micro::OnList(OnList::Apply { .. }) => Some(*operation),
                    // A row of a hidden table is not known before the commit.
                    Micro::Find { dst, .. } | Micro::Open { dst, .. } => {
                        Some(Micro::Coalesce { dst, a: NULL, b: NULL })
                    }
                    _ => None,
                }
            })),
            Phase::Verdict | Phase::Settle => {}
        }
    }

    /// The operations; none if the commit stores no text.
    pub fn finish(self) -> Vec<Micro> {
        let stores = |operation: &Micro| {
            matches!(
                operation,
                Micro::InsertTexts { .. }
                    | Micro::WriteText(_)
                    | Micro::OnList(OnList::Apply { .. })
            )
        };
        if self.0.iter().any(stores) { self.0 } else { Vec::new() }
    }
}

/// The number of pending texts that a commit stores. `run` executes an operation that is a check.
#[cold]
pub fn stored(
    operations: &[Micro],
    r: &mut Registers,
    tables: &mut [Table],
    dictionary: &mut Dictionary,
    run: fn(&[Micro], &mut Registers, &mut [Table], &mut Dictionary),
) -> u32 {
    const _: () = assert!(FIELDS_MAX <= 32, "there is a bit for each pending text");
    let mut places = 0_u32;
    let mut note = |dictionary: &Dictionary, value: Value| {
        let place = value.get().and_then(|code| dictionary.pending_place(code));
        places |= place.map_or(0, |place| 1 << place);
    };
    for operation in operations {
        match operation {
            Micro::InsertTexts { row, key, guard } => {
                let Ok(words) = r.key(key, *guard) else { continue };
                if r.value(*row).tag == Tag::Value {
                    let shape = tables[usize::from(key.table)].shape();
                    for place in shape.texts().iter().filter(|place| place.is_key) {
                        // The words of the key follow the header of the row.
                        let word = words.words().get(usize::from(place.word) - 1);
                        word.into_iter().for_each(|w| note(dictionary, Value::new(*w as i64)));
                    }
                }
            }
            Micro::WriteText(at) => {
                if r.is_true(at.guard) && r.value(at.row).tag == Tag::Value {
                    note(dictionary, r.value(at.value));
                }
            }
            Micro::OnList(OnList::Apply { scan, guard, .. }) => {
                if r.is_true(*guard) {
                    r.texts_of_scan(*scan).for_each(|value| note(dictionary, value));
                }
            }
            other => run(std::slice::from_ref(other), r, tables, dictionary),
        }
    }
    places.count_ones()
}
