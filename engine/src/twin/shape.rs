// SPDX-License-Identifier: Apache-2.0

//! The layout of a table's rows: the words of each column.

use super::levels::End;
use crate::dictionary::text_columns;
use crate::machine::KEY_COLUMNS_MAX;
use crate::schema::{ColumnKind, TableDef};

/// The place of a column's cells in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The content of the cells.
    pub kind: ColumnKind,
    /// The first word.
    pub word: u8,
    /// The number of the column, which is also the number of its NULL bit.
    pub column: u8,
    /// Whether the column is part of the key, so that its cells never change.
    pub is_key: bool,
    /// The level pool of a `Min`, `Max` or `Distinct` column.
    pub pool: u8,
    /// Whether the cells keep the codes of their texts.
    pub keeps_text: bool,
}

/// The layout of a table's rows, derived from its definition.
pub struct Shape {
    places: Vec<Place>,
    /// Those of the columns whose cells keep the codes of their texts.
    texts: Vec<Place>,
    key_len: usize,
    words: usize,
}

impl Shape {
    /// The shape of a table.
    pub fn new(def: &TableDef) -> Shape {
        let key_len = def.key.len().min(KEY_COLUMNS_MAX);
        let (places, words) = places(def, key_len);
        let texts = places.iter().filter(|place| place.keeps_text).copied().collect();
        Shape { places, texts, key_len, words }
    }

    /// The places of all columns.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// The places of the columns whose cells keep the codes of their texts.
    pub fn texts(&self) -> &[Place] {
        &self.texts
    }

    /// Words of a row.
    pub fn words(&self) -> usize {
        self.words
    }

    /// The place of a column.
    pub fn place(&self, column: u16) -> Option<Place> {
        self.places.get(usize::from(column)).copied()
    }

    /// Columns of the key.
    pub fn key_len(&self) -> usize {
        self.key_len
    }
}

/// The place of the cells of a `Min`, `Max` or `Distinct` column, and the value that they show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelPlace {
    /// The first word.
    pub word: u8,
    /// The level pool.
    pub pool: u8,
    /// The smallest or the largest value; none if the cells show the number of values.
    pub end: Option<End>,
}

impl Place {
    /// The place of a `Min`, `Max` or `Distinct` column; none for any other column.
    pub fn levels(self) -> Option<LevelPlace> {
        let end = match self.kind {
            ColumnKind::Min => Some(End::Low),
            ColumnKind::Max => Some(End::High),
            ColumnKind::Distinct => None,
            ColumnKind::Data | ColumnKind::Rows | ColumnKind::Count | ColumnKind::Sum => {
                return None;
            }
        };
        Some(LevelPlace { word: self.word, pool: self.pool, end })
    }
}

/// The places of a table's columns, and the words of a row.
fn places(def: &TableDef, key_len: usize) -> (Vec<Place>, usize) {
    let mut next_word = 1 + key_len;
    let mut next_pool = 0;
    let mut places = Vec::with_capacity(def.columns.len());
    for (column, definition) in def.columns.iter().enumerate() {
        let key_position = def
            .key
            .iter()
            .position(|k| usize::from(k.0) == column)
            .filter(|position| *position < key_len);
        let place = Place {
            kind: definition.kind,
            word: key_position.map_or(next_word, |position| 1 + position) as u8,
            column: column as u8,
            is_key: key_position.is_some(),
            pool: next_pool,
            keeps_text: text_columns(def).any(|text| text == column),
        };
        places.push(place);
        next_pool += u8::from(place.levels().is_some());
        next_word += match (key_position, definition.kind) {
            (Some(_), _) => 0,
            (None, ColumnKind::Data | ColumnKind::Rows | ColumnKind::Count) => 1,
            (None, ColumnKind::Distinct) => 1,
            (None, ColumnKind::Sum) => 3,
            (None, ColumnKind::Min | ColumnKind::Max) => 2,
        };
    }
    (places, next_word)
}
