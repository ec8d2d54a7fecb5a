// SPDX-License-Identifier: Apache-2.0

//! Operand roles: what each operand field means to an opcode.

/// What an operand field means to an opcode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Must be empty.
    Unused,
    /// Reads a data value: slot, constant or (in a lane) local.
    Read,
    /// Reads a column of a key, two of them as a pair, or nothing: a key may have fewer columns.
    ReadKey,
    /// Reads a row handle of the unit's table.
    ReadRow,
    /// Reads a data value or a row handle; all such operands and the result are of one kind.
    ReadAny,
    /// Reads a constant.
    ReadConstant,
    /// Reads a wide value.
    ReadWide,
    /// Reads a data value, or a wide value for a [`Sum`](crate::schema::ColumnKind::Sum) column.
    ReadFolded,
    /// Reads a constant that is the code of a string of the program.
    ReadText,
    /// Reads a predicate.
    ReadPredicate,
    /// Reads a predicate or nothing; an absent predicate counts as true.
    ReadPredicateOptional,
    /// Writes a data value to a local of the lane or to a slot.
    Write,
    /// Writes a result of the same kind as the `ReadAny` operands to a local of the lane or to a
    /// slot.
    WriteAny,
    /// Writes a data value to a slot.
    WriteSlot,
    /// Writes a row handle of the unit's table to a slot.
    WriteRow,
    /// Writes a wide value.
    WriteWide,
    /// Writes two columns of a key as a pair, which is in the space of wide values.
    WritePair,
    /// Writes a predicate in the unit's own predicate bank, or a verdict entry.
    WriteTruth,
    /// Writes a verdict entry.
    WriteEntry,
    /// A column of the unit's table, as a number.
    ColumnNumber,
    /// A [`Width`](crate::value::Width), as a number.
    WidthNumber,
    /// How [`Opcode::Chain`](super::Opcode::Chain) combines its operands, see
    /// [`Chain`](super::Chain).
    ChainNumber,
    /// 0 or 1: [`Opcode::Fold`](super::Opcode::Fold) adds or removes.
    SignNumber,
    /// The number of verdict entries, or of the entries of the effects.
    CountNumber,
    /// The verdict entry of a rule, as a number.
    EntryNumber,
    /// A power of ten, up to [`WIDE_DIGITS`](crate::machine::WIDE_DIGITS).
    PowerNumber,
    /// A power of ten, up to [`WIDE_POWER_MAX`](crate::machine::WIDE_POWER_MAX).
    DividendPowerNumber,
    /// Decimal digits, 1 to [`WIDE_DIGITS`](crate::machine::WIDE_DIGITS).
    DigitsNumber,
    /// A [`Rounding`](crate::wide::Rounding), as a number.
    RoundingNumber,
    /// Reads a scan that a [`Opcode::Scan`](super::Opcode::Scan) has done.
    ReadScan,
    /// Reads a row handle of the base of the unit's table.
    ReadMember,
    /// Writes a scan to a slot: the number of the scan.
    WriteScan,
    /// A scan of the transaction, as a number.
    ScanNumber,
    /// The latency of a scan, in cycles.
    CyclesNumber,
    /// An accumulator of a scan, as a number.
    ResultNumber,
    /// The place of a row among those that an accumulator keeps, from 0 on.
    PlaceNumber,
    /// The most rows or distinct values that an accumulator takes, as a number.
    LimitNumber,
    /// A column of a list, as a number: its place in [`List::columns`](crate::scan::List::columns).
    CopyNumber,
    /// Bytes of a text, up to [`CHAR_LEN_MAX`](crate::schema::Type::CHAR_LEN_MAX).
    TextBytesNumber,
}

/// How a role uses its operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// The operand must be empty.
    Nothing,
    /// Reads a data value or a row handle.
    ReadsValue,
    /// Reads a wide value.
    ReadsWide,
    /// Reads a predicate.
    ReadsTruth,
    /// Writes a wide value.
    WritesWide,
    /// Writes a data value or a row handle.
    WritesValue,
    /// Writes a predicate or a verdict entry.
    WritesTruth,
    /// The operand is a number in the instruction.
    Number,
}

impl Role {
    /// How this role uses its operand.
    pub const fn usage(self) -> Use {
        match self {
            Role::Unused => Use::Nothing,
            Role::Read
            | Role::ReadKey
            | Role::ReadRow
            | Role::ReadAny
            | Role::ReadFolded
            | Role::ReadText
            | Role::ReadScan
            | Role::ReadMember
            | Role::ReadConstant => Use::ReadsValue,
            Role::ReadWide => Use::ReadsWide,
            Role::WriteWide | Role::WritePair => Use::WritesWide,
            Role::ReadPredicate | Role::ReadPredicateOptional => Use::ReadsTruth,
            Role::Write | Role::WriteAny | Role::WriteSlot | Role::WriteRow | Role::WriteScan => {
                Use::WritesValue
            }
            Role::WriteTruth | Role::WriteEntry => Use::WritesTruth,
            Role::ColumnNumber
            | Role::WidthNumber
            | Role::ChainNumber
            | Role::SignNumber
            | Role::CountNumber
            | Role::EntryNumber
            | Role::PowerNumber
            | Role::DividendPowerNumber
            | Role::DigitsNumber
            | Role::RoundingNumber
            | Role::TextBytesNumber
            | Role::ScanNumber
            | Role::CyclesNumber
            | Role::ResultNumber
            | Role::PlaceNumber
            | Role::LimitNumber
            | Role::CopyNumber => Use::Number,
        }
    }

    /// Returns whether the operand is read: a value, a row handle, a wide value or a predicate.
    pub const fn reads(self) -> bool {
        matches!(self.usage(), Use::ReadsValue | Use::ReadsWide | Use::ReadsTruth)
    }

    /// Returns whether the operand is written: a value, a row handle, a wide value, a predicate or
    /// a verdict entry.
    pub const fn writes(self) -> bool {
        matches!(self.usage(), Use::WritesValue | Use::WritesWide | Use::WritesTruth)
    }

    /// Returns whether a wide value is written to the operand.
    pub const fn writes_wide(self) -> bool {
        matches!(self.usage(), Use::WritesWide)
    }

    /// Returns whether a data value or a row handle is written to the operand.
    pub const fn writes_value(self) -> bool {
        matches!(self.usage(), Use::WritesValue)
    }

    /// Returns whether a predicate or a verdict entry is written to the operand.
    pub const fn writes_truth(self) -> bool {
        matches!(self.usage(), Use::WritesTruth)
    }
}
