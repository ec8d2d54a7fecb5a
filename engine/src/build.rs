// SPDX-License-Identifier: Apache-2.0

//! A build of the hardware: the number and sizes of its table units, and the placement of tables on
//! them.
//!
//! Everything else of the machine is defined in [`crate::machine`] and is the same in every build.
//! Table sizes take memory, which is scarce on a device, so that each build states its own. A
//! program that does not fit is refused; the error names the table that has no place.
//!
//! ```text
//!  unit 0 to 5   tables of rows, up to COLUMNS columns
//!  unit 6 and 7  tables of groups, up to SUMS counts and sums, up to LEVELS minima and maxima
//!  key           up to KEY_BITS bits, each column 16, 32 or 64
//! ```

use crate::machine::{KEY_PORTS, LEVELS_MAX, STRINGS_MAX};
use crate::parameter;
use crate::program::Program;
use crate::schema::{ColumnKind, TableDef, Type};

/// Units for declared tables.
pub const TABLE_UNITS: usize = 6;
/// Units for hidden tables.
pub const GROUP_UNITS: usize = 2;
/// All units, each with its own key port.
pub const UNITS: usize = TABLE_UNITS + GROUP_UNITS;
/// Columns of a table unit.
pub const COLUMNS: usize = 9;
/// Counts and sums of a group unit.
pub const SUMS: usize = 4;
/// Minima and maxima of a group unit.
pub const LEVELS: usize = 2;
/// Bits of a key.
pub const KEY_BITS: u32 = 128;
/// Slots in which a key of a map may be: four ways with buckets of four.
pub const MAP_SLOTS: usize = 16;

const _: () = assert!(UNITS <= KEY_PORTS, "each unit has its own key port");

/// The sizes of a build's table units, as the base-2 logarithm of their rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Build {
    /// Rows of the units for declared tables.
    pub tables: [u8; TABLE_UNITS],
    /// Groups of the units for hidden tables.
    pub groups: [u8; GROUP_UNITS],
    /// Texts for which the dictionary has memory; at most [`STRINGS_MAX`], the number at which it
    /// is full. No build reuses the code of a text.
    pub texts: u32,
    /// Levels for which each level store has memory; with fewer than [`LEVELS_MAX`] the hardware
    /// reports full earlier than the language specifies.
    pub levels: u32,
}

impl Build {
    /// The default build, for the tables of the paper's workload with a million logged orders.
    pub const DEFAULT: Build = Build {
        tables: [20, 16, 16, 12, 12, 8],
        groups: [16, 16],
        texts: STRINGS_MAX,
        levels: LEVELS_MAX,
    };
    /// A small build, for tests that empty its tables often.
    pub const SMALL: Build =
        Build { tables: [9, 9, 9, 9, 9, 4], groups: [9, 9], texts: 1024, levels: 1024 };

    /// Cycles to empty all tables and the dictionary: one for each row of the largest table.
    pub fn clear_cycles(&self) -> u32 {
        let rows = self.tables.iter().chain(&self.groups).map(|bits| 1 << bits).max().unwrap_or(1);
        rows.max(1 << map_address_bits(self.texts.max(self.levels)))
    }
}

/// Address bits of the buckets of a map's way, for `keys` keys in the map at a load of a half.
pub fn map_address_bits(keys: u32) -> usize {
    (keys as usize * 2).div_ceil(MAP_SLOTS).next_power_of_two().trailing_zeros() as usize
}

/// The reason why a program does not fit a build.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BuildError {
    /// There are more tables than units.
    #[error("{}", units_text(table, base.as_deref(), *found))]
    Units {
        /// The table that has no unit.
        table: String,
        /// The table that it aggregates, for a hidden table.
        base: Option<String>,
        /// The number of tables of its kind.
        found: usize,
    },
    /// No remaining unit is large enough.
    #[error("{}", rows_text(table, base.as_deref(), *rows, units))]
    Rows {
        /// The table.
        table: String,
        /// The table that it aggregates, for a hidden table.
        base: Option<String>,
        /// Its capacity in rows.
        rows: u32,
        /// The rows of the units.
        units: String,
    },
    /// A table has too many columns.
    #[error("{}", columns_text(table, *found))]
    Columns {
        /// The table.
        table: String,
        /// Its number of columns.
        found: usize,
    },
    /// A key is too wide.
    #[error("the key of table `{table}` has {found} bits, one of the hardware {KEY_BITS}")]
    Key {
        /// The table.
        table: String,
        /// The width of its key in bits.
        found: u32,
    },
    /// Two aggregates of one group need the same memory bank.
    #[error(
        "the aggregates over `{table}` with one grouping and filter need more than {SUMS} counts \
         and sums or {LEVELS} minima and maxima"
    )]
    Aggregates {
        /// The base table.
        table: String,
    },
}

impl BuildError {
    /// The declared table that has to change, or whose aggregates have to.
    pub fn table(&self) -> &str {
        match self {
            BuildError::Units { table, base, .. } | BuildError::Rows { table, base, .. } => {
                base.as_ref().unwrap_or(table)
            }
            BuildError::Columns { table, .. }
            | BuildError::Key { table, .. }
            | BuildError::Aggregates { table } => table,
        }
    }
}

/// What a table that has no unit is, for a message.
fn table_text(table: &str, base: Option<&str>) -> String {
    match base {
        Some(base) => format!("the aggregates over table `{base}`"),
        None if table == parameter::TABLE => "the parameters".to_owned(),
        None => format!("table `{table}`"),
    }
}

fn columns_text(table: &str, found: usize) -> String {
    match table == parameter::TABLE {
        // The first column is the key.
        true => {
            let (found, room) = (found - 1, COLUMNS - 1);
            format!("there are {found} parameters, the hardware has room for {room}")
        }
        false => {
            format!("table `{table}` has {found} columns, a table unit of the hardware {COLUMNS}")
        }
    }
}

fn units_text(table: &str, base: Option<&str>, found: usize) -> String {
    let what = table_text(table, base);
    match base {
        Some(_) => format!(
            "the hardware has no unit left for {what}: it has {GROUP_UNITS} for hidden tables, and \
             the program has {found}"
        ),
        None => format!(
            "the hardware has no unit left for {what}: it has {TABLE_UNITS} for tables, and the \
             program has {found}"
        ),
    }
}

fn rows_text(table: &str, base: Option<&str>, rows: u32, units: &str) -> String {
    let what = table_text(table, base);
    let (unit, stated) = match base {
        Some(base) => (format!("{rows} groups"), format!("for table `{base}` ")),
        None => (format!("{rows} rows"), String::new()),
    };
    format!(
        "the hardware has no unit left for {what} with {unit}: its units have {units}; state \
         fewer rows {stated}(`with (rows = …)`), or use hardware with larger units"
    )
}

/// The unit of each table of a program.
///
/// # Errors
/// [`BuildError`] names the first table that does not fit.
pub fn place(program: &Program, build: &Build) -> Result<Vec<u8>, BuildError> {
    program.tables.iter().try_for_each(|table| fits(program, table))?;
    // Places the smallest table first, on the smallest unit that is large enough. This finds a
    // placement if one exists.
    let mut units = vec![0; program.tables.len()];
    let mut order: Vec<usize> = (0..program.tables.len()).collect();
    order.sort_by_key(|table| program.tables[*table].rows_max);
    let mut taken = [false; UNITS];
    for index in order {
        let table = &program.tables[index];
        let (first, sizes): (usize, &[u8]) = match table.hidden {
            None => (0, &build.tables),
            Some(_) => (TABLE_UNITS, &build.groups),
        };
        let free = sizes
            .iter()
            .enumerate()
            .filter(|(unit, bits)| !taken[first + unit] && table.rows_max <= 1 << **bits);
        let Some((unit, _)) = free.min_by_key(|(_, bits)| **bits) else {
            return Err(no_unit(program, table, sizes));
        };
        taken[first + unit] = true;
        units[index] = (first + unit) as u8;
    }
    Ok(units)
}

/// Everything that [`place`] finds wrong: each table that no unit can hold; if there is none, the
/// first that has no unit.
pub fn problems(program: &Program, build: &Build) -> Vec<BuildError> {
    let unfit = program.tables.iter().filter_map(|table| fits(program, table).err());
    let found: Vec<BuildError> = unfit.collect();
    match found.is_empty() {
        true => place(program, build).err().into_iter().collect(),
        false => found,
    }
}

/// Checks that a unit can hold a table, if it has enough rows.
fn fits(program: &Program, table: &TableDef) -> Result<(), BuildError> {
    let key = key_columns(table).map(|column| column.bits).sum::<u32>();
    if key > KEY_BITS {
        return Err(BuildError::Key { table: table.name.clone(), found: key });
    }
    match &table.hidden {
        None if table.columns.len() > COLUMNS => {
            Err(BuildError::Columns { table: table.name.clone(), found: table.columns.len() })
        }
        None => Ok(()),
        Some(hidden) => banks(table, &program.tables[usize::from(hidden.base.0)].name),
    }
}

/// The error for a table that gets no unit of the class with these sizes. Fewer rows help only
/// where there are units enough.
fn no_unit(program: &Program, table: &TableDef, sizes: &[u8]) -> BuildError {
    let is_alike = |other: &&TableDef| other.hidden.is_some() == table.hidden.is_some();
    let found = program.tables.iter().filter(is_alike).count();
    let base = table.hidden.as_ref().map(|hidden| &program.tables[usize::from(hidden.base.0)]);
    let (table, rows) = (table.name.clone(), table.rows_max);
    let base = base.map(|base| base.name.clone());
    if found > sizes.len() {
        return BuildError::Units { table, base, found };
    }
    let units = sizes.iter().map(|bits| (1_u32 << bits).to_string()).collect::<Vec<_>>().join(", ");
    BuildError::Rows { table, base, rows, units }
}

/// Checks that each aggregate of a hidden table has its own memory bank.
fn banks(table: &TableDef, base: &str) -> Result<(), BuildError> {
    let mut taken = [false; 1 + SUMS + LEVELS];
    let aggregates = table.columns.iter().enumerate().filter(|(_, c)| c.kind != ColumnKind::Data);
    for (column, _) in aggregates {
        if std::mem::replace(&mut taken[fetched_place(table, column)], true) {
            return Err(BuildError::Aggregates { table: base.into() });
        }
    }
    Ok(())
}

/// The memory bank of a group unit that holds a column.
pub fn bank(column: usize) -> usize {
    column % SUMS
}

/// The level store of a group unit that holds a column.
pub fn level_store(column: usize) -> usize {
    column % LEVELS
}

/// The position of a column among the results of a fetch. A group unit yields the row count, then
/// the memory banks, then the level stores.
pub fn fetched_place(table: &TableDef, column: usize) -> usize {
    match (&table.hidden, table.columns[column].kind) {
        (None, _) => column,
        (Some(_), ColumnKind::Count | ColumnKind::Sum) => 1 + bank(column),
        (Some(_), ColumnKind::Min | ColumnKind::Max | ColumnKind::Distinct) => {
            1 + SUMS + level_store(column)
        }
        (Some(_), ColumnKind::Data | ColumnKind::Rows) => 0,
    }
}

/// The position of a column in a packed key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyColumn {
    /// The column.
    pub column: usize,
    /// Its first bit.
    pub offset: u32,
    /// Its width in bits: 16, 32 or 64.
    pub bits: u32,
}

/// The columns of a table's key, packed from bit 0 in the order of the key.
pub fn key_columns(table: &TableDef) -> impl Iterator<Item = KeyColumn> + '_ {
    let mut offset = 0;
    table.key.iter().map(move |column| {
        let column = usize::from(column.0);
        let bits = match table.columns[column].ty {
            Type::Boolean | Type::Int2 => 16,
            Type::Int4 | Type::Date | Type::Char(_) => 32,
            Type::Int8 | Type::Time | Type::Timestamp | Type::Decimal { .. } => 64,
        };
        offset += bits;
        KeyColumn { column, offset: offset - bits, bits }
    })
}

impl KeyColumn {
    /// The value of the column in a packed key.
    pub fn value(&self, key: u128) -> i64 {
        let unused = 64 - self.bits;
        ((key >> self.offset) as i64) << unused >> unused
    }
}
