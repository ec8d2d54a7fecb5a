// SPDX-License-Identifier: Apache-2.0

//! The digits of numbers, which are static.

use engine::schema::Type;

/// The most digits of a number; a DECIMAL column holds fewer, see [`Type::PRECISION_MAX`].
pub(super) const DIGITS_MAX: u8 = 38;

/// The digits of a number of this type, which are static.
pub(super) fn digits(ty: Type) -> u8 {
    match ty {
        Type::Boolean => 1,
        Type::Int2 => 5,
        Type::Int4 => 10,
        Type::Date => 10,
        Type::Time => 14,
        Type::Int8 | Type::Timestamp | Type::Char(_) => 19,
        Type::Decimal { precision, .. } => precision,
    }
}

/// The digits before the point.
pub(super) fn whole_digits(ty: Type) -> u8 {
    digits(ty) - ty.scale()
}

/// The DECIMAL type with these digits before and after the point, or with the most digits there
/// are.
pub(super) fn decimal(whole: u8, scale: u8) -> Type {
    let precision = whole.saturating_add(scale).clamp(1, DIGITS_MAX);
    Type::Decimal { precision, scale }
}
