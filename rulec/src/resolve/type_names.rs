// SPDX-License-Identifier: Apache-2.0

//! Type names: from `decimal(10, 2)` as written to the type.

use super::digits::DIGITS_MAX;
use super::suggest;
use crate::ast::TypeName;
use crate::diagnostic::{Diagnostic, Refusal};
use crate::span::Span;
use crate::vocabulary::TYPES;
use engine::schema::Type;

/// The type that a cast, a parameter or a function refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A type.
    Type(Type),
    /// `decimal` without numbers: any number as it is.
    Decimal,
}

/// The type of a value that is no column: a DECIMAL can have all digits, or state none.
pub(super) fn target_of(written: &TypeName) -> Result<Target, Refusal> {
    match written.name.text.as_str() {
        "decimal" | "numeric" if written.args.is_empty() => Ok(Target::Decimal),
        "decimal" | "numeric" => Ok(Target::Type(decimal(written, DIGITS_MAX)?)),
        _ => Ok(Target::Type(type_of(written)?)),
    }
}

/// The type of an argument or a value of a function. `char` without a length is any text, since
/// lengths have no meaning there.
pub(super) fn signature_of(written: &TypeName) -> Result<Target, Refusal> {
    match (written.name.text.as_str(), written.args.as_slice()) {
        ("char", []) => Ok(Target::Type(Type::Char(Type::CHAR_LEN_MAX))),
        _ => target_of(written),
    }
}

/// The type that a declaration of a column refers to.
pub(super) fn type_of(written: &TypeName) -> Result<Type, Refusal> {
    let name = written.name.text.as_str();
    match name {
        "decimal" | "numeric" => decimal(written, Type::PRECISION_MAX),
        "char" => char_of(written),
        _ => {
            let ty = match name {
                "boolean" => Type::Boolean,
                "smallint" | "int2" => Type::Int2,
                "int" | "integer" | "int4" => Type::Int4,
                "int8" | "bigint" => Type::Int8,
                "date" => Type::Date,
                "time" => Type::Time,
                "timestamp" => Type::Timestamp,
                _ => return Err(unknown(written)),
            };
            match written.args.first() {
                None => Ok(ty),
                Some((_, span)) => Err(Box::new(
                    Diagnostic::error(
                        "type-arguments",
                        format!("{ty} takes no number in parentheses"),
                        *span,
                        "",
                    )
                    .help(format!("write `{name}` alone")),
                )),
            }
        }
    }
}

fn unknown(written: &TypeName) -> Refusal {
    let name = written.name.text.as_str();
    // Types of other databases get the type to use instead.
    let message = format!("there is no type `{name}`");
    let error = Diagnostic::error("unknown-type", message, written.name.span, "unknown type");
    let named = |other: &str, help: &str| error.clone().help(help).edit(written.name.span, other);
    let char_max = i64::from(Type::CHAR_LEN_MAX);
    Box::new(match name {
        "bool" => named("boolean", "the type is called `boolean`"),
        "datetime" | "timestamptz" if written.args.is_empty() => named("timestamp", TIMESTAMP),
        "datetime" | "timestamptz" => error.help(TIMESTAMP),
        "varchar" | "text" | "string" | "character" => {
            let help = format!("strings are `char(n)` with n up to {char_max}");
            match written.args.as_slice() {
                [(n, _)] if *n <= char_max => named("char", &help),
                _ => error.help(help),
            }
        }
        "float" | "double" | "real" | "float4" | "float8" => {
            error.help("there are no binary fractions; `decimal(p, s)` is exact")
        }
        "serial" | "bigserial" | "smallserial" => {
            error.help("write `int8`, and send the number as a field of the message")
        }
        "json" | "jsonb" => error.help("declare a column or field for each member"),
        "money" => named("decimal(18, 2)", "write `decimal(18, 2)`"),
        "interval" => error.help("a length of time is an `int8` of nanoseconds"),
        _ => {
            let proposed = suggest::propose(error, &written.name, TYPES);
            match proposed.help {
                Some(_) => proposed,
                None => proposed.help(
                    "the types are boolean, smallint, int, int8, decimal(p, s), char(n), date, \
                     time and timestamp",
                ),
            }
        }
    })
}

const TIMESTAMP: &str = "a point in time is a `timestamp`";

fn decimal(written: &TypeName, max: u8) -> Result<Type, Refusal> {
    let (precision, scale) = match written.args.as_slice() {
        [precision] => (*precision, (0, precision.1)),
        [precision, scale] => (*precision, *scale),
        _ => {
            return Err(Box::new(
                Diagnostic::error(
                    "type-arguments",
                    format!("DECIMAL takes one or two numbers, found {}", written.args.len()),
                    whole(written),
                    "digits in all, and digits after the point",
                )
                .help("write for example `decimal(12, 2)`"),
            ));
        }
    };
    match (u8::try_from(precision.0), u8::try_from(scale.0)) {
        (Ok(p), Ok(s)) if (1..=max).contains(&p) && s <= p => {
            Ok(Type::Decimal { precision: p, scale: s })
        }
        (Ok(p), _) if (1..=max).contains(&p) => Err(Box::new(Diagnostic::error(
            "decimal-precision",
            format!("a DECIMAL with {p} digits cannot have {} of them after the point", scale.0),
            scale.1,
            format!("must be 0 to {p}"),
        ))),
        _ => Err(Box::new(
            Diagnostic::error(
                "decimal-precision",
                format!("a DECIMAL cannot have {} digits", precision.0),
                precision.1,
                format!("must be 1 to {max}"),
            )
            .help(format!("a value is held in 64 bits, which {max} digits always fit")),
        )),
    }
}

fn char_of(written: &TypeName) -> Result<Type, Refusal> {
    let max = Type::CHAR_LEN_MAX;
    match written.args.as_slice() {
        // As in SQL.
        [] => Ok(Type::Char(1)),
        [(n, span)] => match u8::try_from(*n) {
            Ok(n) if (1..=max).contains(&n) => Ok(Type::Char(n)),
            _ => Err(Box::new(
                Diagnostic::error(
                    "char-length",
                    format!("a CHAR cannot be {n} bytes long"),
                    *span,
                    format!("must be 1 to {max}"),
                )
                .help(format!(
                    "an entry of the machine's string dictionary is {max} bytes, so that any \
                     string is found in one lookup"
                )),
            )),
        },
        args => Err(Box::new(
            Diagnostic::error(
                "type-arguments",
                format!("CHAR takes at most one number, found {}", args.len()),
                whole(written),
                "its length in bytes",
            )
            .help(format!("write `char(n)` with n up to {max}")),
        )),
    }
}

/// The span from the keyword to the last number.
fn whole(written: &TypeName) -> Span {
    written.args.iter().fold(written.name.span, |span, (_, arg)| span.to(*arg))
}
