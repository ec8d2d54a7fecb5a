// SPDX-License-Identifier: Apache-2.0

//! Random jobs.
//!
//! Rule files of a family declare the same jobs over the same rows, so these follow from the
//! schema. What a job does with a row is random.

use super::items::Item;
use super::schema::Schema;
use super::scope::Maker;

/// A job of every rule file with a schema.
#[derive(Clone, Copy)]
pub struct Visit {
    /// The table whose rows it visits.
    table: usize,
    /// Whether it has a condition.
    has_where: bool,
}

/// The jobs of a schema.
pub fn visits(schema: &Schema) -> Vec<Visit> {
    let columns: usize = schema.tables.iter().map(|table| table.columns.len()).sum();
    let visit = |index: usize| Visit {
        table: (columns + index) % schema.tables.len(),
        has_where: !(columns + index).is_multiple_of(3),
    };
    (0..columns % 3).map(visit).collect()
}

impl Maker<'_> {
    /// A statement that changes or deletes the row that a job visits.
    fn own_statement(&mut self, table: usize, own: &[String]) -> String {
        let has_values = self.schema.tables[table].columns.len() > own.len();
        if has_values && self.rng.percent(50) {
            let (text, columns) = self.update(table, own);
            self.changed.extend(columns.into_iter().map(|column| (table, Some(column))));
            return text;
        }
        self.changed.insert((table, None));
        self.delete(table, own)
    }

    /// A job. Most of its statements are about the row that it visits.
    pub fn job(&mut self, index: usize, Visit { table, has_where }: Visit) -> Item {
        self.no_message = true;
        let declared = &self.schema.tables[table];
        let (name, of) = match self.rng.percent(50) {
            true => (format!("j{index}"), format!("{} as j{index}", declared.name)),
            false => (declared.name.clone(), declared.name.clone()),
        };
        self.push_named(table, &name);
        let guard = match has_where {
            true => format!(" where {}", self.condition(2)),
            false => String::new(),
        };
        let own: Vec<String> = declared
            .key
            .iter()
            .map(|column| format!("{name}.{}", declared.columns[*column].name))
            .collect();
        let keys: Vec<Vec<Vec<String>>> = (0..self.schema.tables.len())
            .map(|other| match other == table {
                true => vec![own.clone()],
                false => self.key_pool(other),
            })
            .collect();
        // Many jobs change or delete the row itself and do nothing else, so that few steps fail.
        let mut statements = Vec::new();
        if !declared.insert_only && self.rng.percent(70) {
            statements.push(self.own_statement(table, &own));
        }
        if statements.is_empty() || self.rng.percent(25) {
            statements.extend(self.statements(table, &keys));
        }
        let head = format!("create job visit{index} for each row of {of}{guard}");
        Item::Block { head, statements }
    }
}
