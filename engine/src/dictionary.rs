// SPDX-License-Identifier: Apache-2.0

//! The dictionary of a program: how many texts it holds, and whether their codes are reused.
//!
//! A text is represented by a number, its *code*. The strings of a program always have the first
//! codes. Where codes are reused, every other text has a code for as long as a row of a declared
//! table holds it:
//!
//! 1. A text of a message that has no code takes the lowest free one for the time of the message.
//!    Rules and checks see it like any other code.
//! 2. The dictionary is full if there is no room for the texts without a code that the statements
//!    of an accepted message store. This is the last check: after all rules and all other checks of
//!    the message. The effects of a reject have the same check.
//! 3. After the message, every text that a row holds keeps its code. The codes of all others are
//!    free from the next message on.
//!
//! A hidden table holds no text by itself: a group, or a level of one, exists only while a row of
//! its base table has the text. The tables of the newest times never remove a row; they count like
//! declared tables, so that the text of a group keeps its code.
//!
//! Hardware builds do not reuse codes. There every new text of an accepted message takes a code,
//! and a message whose new texts do not fit is refused before its rules.

use crate::machine::{CODES_MAX, FIELDS_MAX, STRINGS_MAX};
use crate::schema::{ColumnKind, TableDef, Type};

/// The dictionary of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DictionaryDef {
    /// The most texts that it holds, the strings of the program among them.
    pub texts_max: u32,
    /// Whether the code of a text that no row holds is free for another one.
    pub reuses_codes: bool,
}

impl DictionaryDef {
    /// The dictionary of every hardware build.
    pub const OF_HARDWARE: DictionaryDef =
        DictionaryDef { texts_max: STRINGS_MAX, reuses_codes: false };

    /// A dictionary that is never full, unless the tables have more than [`CODES_MAX`] texts: it
    /// has room for a text in each cell that can hold one, for the strings of the program, and for
    /// the new texts of one message while the cells still have their old ones.
    pub fn of_tables(strings: &[String], tables: &[TableDef]) -> DictionaryDef {
        let cells = |table: &TableDef| table.rows_max as usize * text_columns(table).count();
        let cells: usize = tables.iter().map(cells).sum();
        let texts_max = (strings.len() + cells + FIELDS_MAX).min(CODES_MAX as usize);
        DictionaryDef { texts_max: texts_max as u32, reuses_codes: true }
    }

    /// The number of codes: one for each text, and one for each new text of a message, kept or not.
    pub fn codes(self) -> u32 {
        self.texts_max + FIELDS_MAX as u32
    }
}

/// The columns whose cells keep the codes of their texts: those of texts, in a declared table.
pub fn text_columns(table: &TableDef) -> impl Iterator<Item = usize> + '_ {
    let columns = table.columns.iter().enumerate().filter(|_| table.hidden.is_none());
    let texts = columns.filter(|(_, column)| {
        column.kind == ColumnKind::Data && matches!(column.ty, Type::Char(_))
    });
    texts.map(|(column, _)| column)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{ColumnDef, HiddenDef, TableId};

    #[test]
    fn the_capacity_follows_the_cells_of_declared_tables() {
        let column =
            |ty| ColumnDef { name: "c".into(), ty, nullable: true, kind: ColumnKind::Data };
        let table = |rows_max, hidden| TableDef {
            name: "t".into(),
            columns: [Type::Int8, Type::Char(4), Type::Char(16)].map(column).to_vec(),
            key: Vec::new(),
            rows_max,
            hidden,
        };
        let hidden = HiddenDef { base: TableId(0), definition: String::new(), list: None };
        let strings = ["A".to_owned(), "B".to_owned()];
        let of = |tables: &[TableDef]| DictionaryDef::of_tables(&strings, tables).texts_max;
        assert_eq!(of(&[]), 2 + 32);
        assert_eq!(of(&[table(10, None), table(99, Some(hidden))]), 2 + 20 + 32);
        assert_eq!(of(&[table(16_777_216, None)]), CODES_MAX);
    }
}
