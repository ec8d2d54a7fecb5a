// SPDX-License-Identifier: Apache-2.0

//! The records of the broker's rule set as frames of a program.

use super::records::{Record, RecordKind};
use engine::frame::{FieldValue, FrameError, Layout};
use engine::machine::{FIELDS_MAX, FRAME_BYTES_MAX};
use engine::program::{FrameKind, Program};
use engine::schema::{ColumnDef, ColumnId, DefaultValue, Type};

/// Why data for the broker's rule set does not fit another program.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MismatchError {
    /// The program lacks a table or message.
    #[error("the rules have no `{0}`; this data is for the tables and messages of broker.rules")]
    Missing(&'static str),
    /// The program lacks a column.
    #[error("`{owner}` has no column `{column}`")]
    MissingColumn {
        /// The table or message.
        owner: &'static str,
        /// The column.
        column: &'static str,
    },
    /// The program has a `not null` column for which the data has no value.
    #[error("`{owner}` has a `not null` column `{column}` that this data has no value for")]
    ExtraColumn {
        /// The table or message.
        owner: &'static str,
        /// The column.
        column: String,
    },
    /// The type of a column does not fit the data.
    #[error("`{owner}.{column}` is {ty}, which this data does not fit")]
    Type {
        /// The table or message.
        owner: &'static str,
        /// The column.
        column: String,
        /// Its type.
        ty: Type,
    },
}

struct Binding {
    layout: Layout,
    /// What every field of the frame takes.
    sources: Vec<Source>,
}

/// What a field of a frame takes.
enum Source {
    /// NULL.
    Null,
    /// The default of its column.
    Default(DefaultValue),
    /// The value with this index, a number as many times as large as its DECIMAL column needs.
    Value(usize, i64),
}

impl Source {
    fn of<'a>(&'a self, given: &[FieldValue<'a>]) -> FieldValue<'a> {
        match self {
            Source::Null => FieldValue::Null,
            Source::Default(value) => value.into(),
            Source::Value(index, factor) => match given[*index] {
                // A value that its column cannot hold is refused by the layout.
                FieldValue::Number(number) => FieldValue::Number(number.saturating_mul(*factor)),
                other => other,
            },
        }
    }
}

/// Writes records as frames of a program.
pub struct BrokerFrames {
    bindings: Vec<Binding>,
}

impl BrokerFrames {
    /// Binds the records to the tables and messages of a program.
    ///
    /// # Errors
    /// [`MismatchError`] if the program lacks a table, message or column, or its types do not fit.
    pub fn new(program: &Program) -> Result<BrokerFrames, MismatchError> {
        let bindings = RecordKind::ALL.iter().map(|kind| bind(program, *kind));
        Ok(BrokerFrames { bindings: bindings.collect::<Result<_, _>>()? })
    }

    /// Writes the frame of a record.
    ///
    /// # Errors
    /// [`FrameError`] if a value does not fit a column that is narrower than in `broker.rules`.
    pub fn write<'b>(
        &self,
        sequence: u32,
        record: &dyn Record,
        buffer: &'b mut [u8; FRAME_BYTES_MAX],
    ) -> Result<&'b [u8], FrameError> {
        let binding = &self.bindings[record.kind() as usize];
        let given = record.values();
        let mut fields = [FieldValue::Null; FIELDS_MAX];
        for (field, source) in fields.iter_mut().zip(&binding.sources) {
            *field = source.of(&given);
        }
        let fields = &fields[..binding.sources.len()];
        binding.layout.write(sequence, fields, buffer)
    }
}

fn bind(program: &Program, kind: RecordKind) -> Result<Binding, MismatchError> {
    let owner = kind.name();
    let frame_kind = if kind.is_message() {
        program.message(owner).map(FrameKind::Message)
    } else {
        program.table(owner).map(FrameKind::Row)
    };
    let frame_kind = frame_kind.ok_or(MismatchError::Missing(owner))?;
    let fields = program.fields(frame_kind);
    for column in kind.columns() {
        let is_missing = fields.iter().all(|field| field.name != *column);
        if is_missing && !kind.may_lack(column) {
            return Err(MismatchError::MissingColumn { owner, column });
        }
    }
    let default = |column: usize| match frame_kind {
        FrameKind::Message(_) => None,
        FrameKind::Row(table) => {
            program.tables[usize::from(table.0)].default_of(ColumnId(column as u16))
        }
    };
    let sources =
        fields.iter().enumerate().map(|(column, field)| source_of(field, default(column), kind));
    Ok(Binding { layout: program.layout(frame_kind), sources: sources.collect::<Result<_, _>>()? })
}

fn source_of(
    field: &ColumnDef,
    default: Option<&DefaultValue>,
    kind: RecordKind,
) -> Result<Source, MismatchError> {
    let (owner, column) = (kind.name(), field.name.clone());
    let source = kind.columns().iter().position(|c| *c == field.name);
    let fits = match (field.name.as_str(), field.ty) {
        ("ticket_id", ty) => matches!(ty, Type::Char(_)),
        (_, ty) => ty.is_integer() || ty == Type::Timestamp || matches!(ty, Type::Decimal { .. }),
    };
    match (source, default) {
        (Some(_), _) if !fits => Err(MismatchError::Type { owner, column, ty: field.ty }),
        (Some(index), _) => Ok(Source::Value(index, 10_i64.pow(field.ty.scale().into()))),
        (None, Some(default)) => Ok(Source::Default(default.clone())),
        (None, None) if !field.nullable => Err(MismatchError::ExtraColumn { owner, column }),
        (None, None) => Ok(Source::Null),
    }
}
