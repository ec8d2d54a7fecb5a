// SPDX-License-Identifier: Apache-2.0

//! Types of columns, kinds of expressions, and values as text.

use crate::rng::Rng;

/// The type of a column or field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ty {
    /// `boolean`.
    Bool,
    /// `int2`.
    Int2,
    /// `int4`.
    Int4,
    /// `int8`.
    Int8,
    /// `decimal(digits, scale)`.
    Dec {
        /// Digits in all.
        digits: u8,
        /// Digits after the decimal point.
        scale: u8,
    },
    /// `char(n)`.
    Char(u8),
    /// `timestamp`: nanoseconds, an `int8` in SQL.
    Time,
}

/// The type of an expression: integers are one kind, and decimals differ by scale only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A condition.
    Bool,
    /// An integer of 64 bits.
    Int,
    /// A decimal with that scale.
    Dec(u8),
    /// Text.
    Char,
    /// A timestamp.
    Time,
}

/// A value as the machine holds it: a number is scaled to an integer, a boolean is 0 or 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// NULL.
    Null,
    /// A number, boolean or timestamp.
    Number(i64),
    /// Text without trailing blanks.
    Text(String),
}

impl Ty {
    /// The kind of an expression that reads a column of this type.
    pub fn kind(self) -> Kind {
        match self {
            Ty::Bool => Kind::Bool,
            Ty::Int2 | Ty::Int4 | Ty::Int8 => Kind::Int,
            Ty::Dec { scale, .. } => Kind::Dec(scale),
            Ty::Char(_) => Kind::Char,
            Ty::Time => Kind::Time,
        }
    }

    /// Its name in a rule file, and in PostgreSQL except for timestamps.
    pub fn name(self) -> String {
        match self {
            Ty::Bool => "boolean".to_owned(),
            Ty::Int2 => "int2".to_owned(),
            Ty::Int4 => "int4".to_owned(),
            Ty::Int8 => "int8".to_owned(),
            Ty::Dec { digits, scale } => format!("decimal({digits},{scale})"),
            Ty::Char(length) => format!("char({length})"),
            Ty::Time => "timestamp".to_owned(),
        }
    }

    /// Its name in PostgreSQL and SQLite. A timestamp is a count of nanoseconds, which their
    /// timestamps cannot hold.
    pub fn sql_name(self) -> String {
        if self == Ty::Time { "int8".to_owned() } else { self.name() }
    }

    /// The largest value of a number type, as the machine holds it.
    fn limit(self) -> i64 {
        match self {
            Ty::Bool => 1,
            Ty::Int2 => i16::MAX.into(),
            Ty::Int4 => i32::MAX.into(),
            Ty::Int8 | Ty::Time => i64::MAX,
            Ty::Dec { digits, .. } => 10_i64.pow(digits.into()) - 1,
            Ty::Char(_) => 0,
        }
    }
}

/// The texts of columns, fields and literals. Few, so that keys are found and comparisons hold.
const TEXTS: [&str; 6] = ["A", "B", "C", "AB", "", "a"];

/// Returns a random value of a type, without NULL. `spread` is the number of small numbers; other
/// numbers are ends of the type, with a chance of `extreme` in 100.
pub fn value(ty: Ty, spread: usize, extreme: usize, rng: &mut Rng) -> Value {
    if let Ty::Char(length) = ty {
        let fits = |text: &&&str| text.len() <= usize::from(length);
        let texts: Vec<&str> = TEXTS.iter().filter(fits).copied().collect();
        return Value::Text((*rng.pick(&texts)).to_owned());
    }
    let limit = ty.limit();
    if ty == Ty::Bool {
        return Value::Number(rng.below(2) as i64);
    }
    if rng.percent(extreme) {
        let lowest = if matches!(ty, Ty::Dec { .. }) { -limit } else { -limit - 1 };
        return Value::Number(*rng.pick(&[limit, lowest, limit - 1, limit / 2, -(limit / 3)]));
    }
    let small = rng.below(spread) as i64 - i64::from(rng.percent(20)) * 2;
    let unit = match ty {
        Ty::Dec { scale, .. } => *rng.pick(&[10_i64.pow(scale.into()), 1, 5]),
        _ => 1,
    };
    Value::Number(small.saturating_mul(unit).clamp(-limit, limit))
}

/// A number with its decimal point, as PostgreSQL prints it at that scale.
pub fn decimal_text(held: i64, scale: u8) -> String {
    let sign = if held < 0 { "-" } else { "" };
    let digits = format!("{:0width$}", held.unsigned_abs(), width = usize::from(scale) + 1);
    let (whole, fraction) = digits.split_at(digits.len() - usize::from(scale));
    let point = if scale == 0 { "" } else { "." };
    format!("{sign}{whole}{point}{fraction}")
}

impl Value {
    /// The value as PostgreSQL prints it with `::text`; `~` for NULL.
    pub fn plain(&self, ty: Ty) -> String {
        match (self, ty) {
            (Value::Null, _) => "~".to_owned(),
            (Value::Text(text), _) => text.clone(),
            (Value::Number(held), Ty::Bool) => (*held != 0).to_string(),
            (Value::Number(held), Ty::Dec { scale, .. }) => decimal_text(*held, scale),
            (Value::Number(held), _) => held.to_string(),
        }
    }

    /// The value as a literal of SQL.
    pub fn sql(&self, ty: Ty) -> String {
        match self {
            Value::Null => "null".to_owned(),
            Value::Text(text) => format!("'{text}'"),
            Value::Number(_) => self.plain(ty),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_have_their_scale() {
        assert_eq!(decimal_text(-5, 2), "-0.05");
        assert_eq!(decimal_text(i64::MIN, 0), i64::MIN.to_string());
        assert_eq!(decimal_text(1234, 3), "1.234");
    }
}
