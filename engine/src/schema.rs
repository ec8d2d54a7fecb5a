// SPDX-License-Identifier: Apache-2.0

//! Types, columns, tables and messages: the schema that compiler, executors and host share.

use crate::calendar::DAY;

/// Index of a table in its program; hidden tables follow the declared ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TableId(pub u16);

/// Index of a column in its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ColumnId(pub u16);

/// Index of a message kind in its program; it is also the kind byte on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MessageId(pub u16);

/// Index of a field in its message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FieldId(pub u16);

/// Index of a rule in its program, in file order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RuleId(pub u16);

/// Index of a job in its program, in file order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct JobId(pub u16);

/// A type of the rule language. Every value is held in 64 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// 0 or 1.
    Boolean,
    /// 16-bit signed.
    Int2,
    /// 32-bit signed.
    Int4,
    /// 64-bit signed.
    Int8,
    /// `value * 10^scale`, at most `precision` digits.
    Decimal {
        /// Digits in all, 1 to 18; of a sum up to 38.
        precision: u8,
        /// Digits after the decimal point, 0 to `precision`.
        scale: u8,
    },
    /// A dictionary code for at most `n` bytes of printable ASCII.
    Char(u8),
    /// Days since 1970-01-01, 32-bit signed; see [`crate::calendar`].
    Date,
    /// Nanoseconds since midnight, to 24:00:00 inclusive.
    Time,
    /// Nanoseconds since 1970-01-01 00:00:00 UTC.
    Timestamp,
}

impl Type {
    /// The length of the longest `CHAR`, in bytes.
    pub const CHAR_LEN_MAX: u8 = 16;
    /// The most digits of a `DECIMAL`; 10^18 - 1 is the largest such number that fits 64 bits.
    pub const PRECISION_MAX: u8 = 18;

    /// The smallest and largest value that a column of this type holds, inclusive.
    pub fn bounds(self) -> (i64, i64) {
        match self {
            Type::Boolean => (0, 1),
            Type::Int2 => (i16::MIN.into(), i16::MAX.into()),
            Type::Int4 | Type::Date => (i32::MIN.into(), i32::MAX.into()),
            Type::Time => (0, DAY),
            Type::Int8 | Type::Timestamp => (i64::MIN, i64::MAX),
            Type::Decimal { precision, .. } => {
                let limit = 10_i64.pow(u32::from(precision.min(Type::PRECISION_MAX))) - 1;
                (-limit, limit)
            }
            Type::Char(_) => (0, u32::MAX.into()),
        }
    }

    /// Bytes of a value of this type in a frame.
    pub fn wire_bytes(self) -> usize {
        match self {
            Type::Boolean => 1,
            Type::Int2 => 2,
            Type::Int4 | Type::Date => 4,
            Type::Int8 | Type::Time | Type::Timestamp | Type::Decimal { .. } => 8,
            Type::Char(n) => n.into(),
        }
    }

    /// Digits after the decimal point; 0 for any type but `DECIMAL`.
    pub fn scale(self) -> u8 {
        match self {
            Type::Decimal { scale, .. } => scale,
            Type::Boolean
            | Type::Int2
            | Type::Int4
            | Type::Int8
            | Type::Char(_)
            | Type::Date
            | Type::Time
            | Type::Timestamp => 0,
        }
    }

    /// Returns whether it is one of the integer types.
    pub fn is_integer(self) -> bool {
        matches!(self, Type::Int2 | Type::Int4 | Type::Int8)
    }

    /// Returns whether arithmetic is defined on it.
    pub fn is_number(self) -> bool {
        self.is_integer() || matches!(self, Type::Decimal { .. })
    }

    /// Returns whether it is a date, a time of day or a point in time.
    pub fn is_time(self) -> bool {
        matches!(self, Type::Date | Type::Time | Type::Timestamp)
    }

    /// Returns whether its values have an order that the machine knows.
    pub fn is_ordered(self) -> bool {
        self.is_number() || self.is_time()
    }
}

impl std::fmt::Display for Type {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Type::Boolean => f.write_str("BOOLEAN"),
            Type::Int2 => f.write_str("SMALLINT"),
            Type::Int4 => f.write_str("INT"),
            Type::Int8 => f.write_str("INT8"),
            Type::Decimal { precision, scale } => write!(f, "DECIMAL({precision},{scale})"),
            Type::Char(n) => write!(f, "CHAR({n})"),
            Type::Date => f.write_str("DATE"),
            Type::Time => f.write_str("TIME"),
            Type::Timestamp => f.write_str("TIMESTAMP"),
        }
    }
}

/// The content of a column's cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ColumnKind {
    /// A written value: a column of a declared table, or of the group key of a hidden table.
    Data,
    /// The number of rows in the group, maintained by `open` and `close`. A group with no rows is
    /// deleted.
    Rows,
    /// The number of folded values that are not NULL.
    Count,
    /// The exact sum of the folded values. It reads as NULL if there are none, and as `overflow` if
    /// it does not fit 64 bits.
    Sum,
    /// The smallest folded value, still exact after any value is removed; NULL if there are none.
    Min,
    /// The largest folded value, still exact after any value is removed; NULL if there are none.
    Max,
    /// The number of distinct folded values, still exact after any value is removed. The values may
    /// be of any type.
    Distinct,
}

/// A column of a table or a field of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnDef {
    /// Its name.
    pub name: String,
    /// Its type.
    pub ty: Type,
    /// Whether it may be NULL.
    pub nullable: bool,
    /// The content of its cells; always `Data` in a declared table or a message.
    pub kind: ColumnKind,
}

/// A table of the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableDef {
    /// Its name. The name of a hidden table contains a `$`, which no declared name does.
    pub name: String,
    /// Its columns.
    pub columns: Vec<ColumnDef>,
    /// The columns of its unique key: `Data` columns that are never NULL. Only a hidden table may
    /// have an empty key; it then has one group.
    pub key: Vec<ColumnId>,
    /// The most rows that it holds.
    pub rows_max: u32,
    /// The values of columns that are left out where a row is written, by ascending column; NULL
    /// for all others. Instructions have them built in; loaders and changes need them.
    pub defaults: Vec<(ColumnId, DefaultValue)>,
    /// For a hidden table: the table that it aggregates, and a description.
    pub hidden: Option<HiddenDef>,
}

/// The default of a column: a value of its type, never NULL.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum DefaultValue {
    /// A value of any type but text, as a frame has it.
    Number(i64),
    /// Text without blanks at its end.
    Text(String),
}

impl TableDef {
    /// The value of a column that is left out where a row is written; NULL if there is none.
    pub fn default_of(&self, column: ColumnId) -> Option<&DefaultValue> {
        let at = self.defaults.binary_search_by_key(&column, |(column, _)| *column).ok()?;
        Some(&self.defaults[at].1)
    }

    /// Returns whether the compiler keeps it for itself: a hidden table, or one whose name has a
    /// `$`, which no rule file can declare.
    pub fn is_derived(&self) -> bool {
        self.hidden.is_some() || self.name.contains('$')
    }
}

/// The origin of a hidden table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HiddenDef {
    /// The table whose rows it aggregates.
    pub base: TableId,
    /// Its definition as text, for display.
    pub definition: String,
    /// The rows that each group holds, if it is a list.
    pub list: Option<List>,
}

/// The rows that a group of a list holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// The most rows of a group. One more row is refused, or pushes out the one written first.
    pub bound: u32,
    /// The column of the base table by which rows are late or early, if the group holds the rows
    /// that were written last; all rows if absent. It is one of `columns`.
    pub time: Option<ColumnId>,
    /// The columns of the base table that the list holds a second time, by ascending number.
    pub columns: Vec<ColumnId>,
}

/// A kind of message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageDef {
    /// Its name. The name of a hidden message contains a `$`, which no declared name does.
    pub name: String,
    /// Its fields in wire order.
    pub fields: Vec<ColumnDef>,
}

impl MessageDef {
    /// Returns whether only the host sends it, as a step of a job, see [`crate::job`].
    pub fn is_hidden(&self) -> bool {
        self.name.contains('$')
    }
}

/// A job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobDef {
    /// Its name.
    pub name: String,
    /// The table whose rows it visits.
    pub table: TableId,
    /// The hidden message that is a step.
    pub step: MessageId,
    /// The hidden message that is a selection, if the job has a condition.
    pub select: Option<MessageId>,
}
