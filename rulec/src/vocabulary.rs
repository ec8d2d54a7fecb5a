// SPDX-License-Identifier: Apache-2.0

//! The words of the language, for editors. Reserved words are in [`crate::lex::Keyword`], and the
//! functions in [`crate::resolve::function_names`].

/// The words that have a meaning only where the grammar expects them, in alphabetical order.
pub const WORDS: [&str; 49] = [
    "accept",
    "any",
    "asc",
    "by",
    "conflict",
    "default",
    "desc",
    "do",
    "each",
    "empty",
    "excluded",
    "expect",
    "filter",
    "first",
    "for",
    "function",
    "given",
    "id",
    "identity",
    "include",
    "job",
    "key",
    "language",
    "last",
    "message",
    "nothing",
    "nulls",
    "of",
    "parameter",
    "peer",
    "received",
    "reject",
    "returns",
    "row",
    "rows",
    "session",
    "source",
    "sql",
    "stamped",
    "test",
    "text",
    "text_en",
    "time",
    "unknown",
    "using",
    "warn",
    "window",
    "within",
    "zone",
];

/// The names of types.
pub const TYPES: [&str; 14] = [
    "bigint",
    "boolean",
    "char",
    "date",
    "decimal",
    "int",
    "int2",
    "int4",
    "int8",
    "integer",
    "numeric",
    "smallint",
    "time",
    "timestamp",
];

/// The functions with a separate form of call.
pub const FORMS: [&str; 2] = ["cast", "extract"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_types_are_those_of_the_language() {
        for ty in TYPES {
            let args = match ty {
                "char" => "(4)",
                "decimal" | "numeric" => "(9, 2)",
                _ => "",
            };
            let text =
                format!("create message m (a {ty}{args} not null); rule r (m.a is not null);");
            let (program, diagnostics) = crate::compile(&text);
            assert!(program.is_some(), "{ty}: {diagnostics:?}");
        }
    }
}
