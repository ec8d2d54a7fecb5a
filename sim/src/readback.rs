//! Tables read back from the core: every bucket of an index, and the columns of each row that is found there.

use crate::core_model::CoreModel;
use engine::build::{bank, key_columns};
use engine::schema::{ColumnKind, TableId};
use engine::value::Tag;
use hdl::kernels::hash_map::{SLOTS, address_bits};

/// A cell as it is read back. Text is a code still.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RawCell {
    /// NULL.
    Null,
    /// A number, boolean, timestamp or code; the counter of a `Rows` or `Count` column.
    Number(i64),
    /// How many values, and their sum.
    Sum(u32, i128),
}

impl CoreModel<'_, '_> {
    /// Every row of a table, in no order, one cell a column.
    ///
    /// # Panics
    /// If a cell holds an error, which nothing writes: the core is broken.
    pub fn rows(&mut self, table: TableId) -> Vec<Vec<RawCell>> {
        let unit = self.units[usize::from(table.0)];
        let sizes = [self.build.tables.as_slice(), self.build.groups.as_slice()].concat();
        let buckets = 1_u32 << address_bits(1 << sizes[usize::from(unit)]);
        let mut rows = Vec::new();
        self.kernel.set("scan_unit", unit);
        for bucket in 0..buckets {
            for slot in 0..SLOTS as u8 {
                self.kernel.set("scan_slot", slot);
                self.kernel.set("scan_address", bucket);
                self.kernel.set("scan", true);
                self.kernel.step();
                self.kernel.set("scan", false);
                if self.kernel.is_high("scan_taken") {
                    let (key, row) = (self.kernel.get("scan_key"), self.kernel.get("scan_row"));
                    rows.push(self.row(table, key, row as u32));
                }
            }
        }
        rows
    }

    fn row(&mut self, table: TableId, key: u128, row: u32) -> Vec<RawCell> {
        let program = std::sync::Arc::clone(&self.program);
        let definition = &program.tables[usize::from(table.0)];
        self.kernel.set("scan_address", row);
        self.kernel.set("scan_fetch", true);
        self.kernel.step();
        self.kernel.set("scan_fetch", false);
        let cell = |(column, declared): (usize, &engine::schema::ColumnDef)| {
            let place = engine::build::fetched_place(definition, column) as u8;
            self.kernel.set("scan_column", place);
            self.kernel.settle();
            let data = self.kernel.get("scan_data");
            match declared.kind {
                ColumnKind::Data if definition.hidden.is_some() => {
                    let part = key_columns(definition).find(|part| part.column == column);
                    RawCell::Number(part.expect("a data column of a group is in its key").value(key))
                }
                ColumnKind::Data => match data >> 64 {
                    0 => RawCell::Number(data as i64),
                    tag if tag == Tag::Null as u128 => RawCell::Null,
                    tag => panic!("a cell of column {column} holds the error {tag}"),
                },
                ColumnKind::Rows => RawCell::Number(data as i64),
                ColumnKind::Count => RawCell::Number((data >> 96) as i64),
                ColumnKind::Sum => RawCell::Sum((data >> 96) as u32, (data << 32) as i128 >> 32),
                ColumnKind::Min | ColumnKind::Max => unreachable!("bank {} of levels has no unit", bank(column)),
            }
        };
        definition.columns.iter().enumerate().map(cell).collect()
    }
}
