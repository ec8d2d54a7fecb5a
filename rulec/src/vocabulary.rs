// SPDX-License-Identifier: Apache-2.0

//! The words of the language, for editors and for proposals in errors. Reserved words are in
//! [`crate::lex::Keyword`], and the functions in [`crate::resolve::function_names`].

/// The words that have a meaning only where the grammar expects them, in alphabetical order.
pub const WORDS: [&str; 51] = [
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
    "interval",
    "job",
    "key",
    "language",
    "last",
    "like",
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
    fn every_word_of_the_parser_is_here() {
        // These files name words of SQL that the language does not have.
        let others = ["dialects.rs", "left_out.rs", "rewrite.rs"];
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/parse");
        let files = std::fs::read_dir(folder).expect("the folder can be listed");
        let paths = files.map(|file| file.expect("the folder can be listed").path());
        let is_read = |path: &std::path::PathBuf| {
            path.is_file() && !others.iter().any(|name| path.ends_with(name))
        };
        let mut count = 0;
        for path in paths.filter(is_read) {
            let text = std::fs::read_to_string(path).expect("it can be read");
            for call in text.split("word(").skip(1) {
                let arguments = call.split(')').next().unwrap_or_default();
                let Some(word) = arguments.split('"').nth(1) else { continue };
                let is_known = WORDS.contains(&word) || FORMS.contains(&word);
                assert!(is_known || crate::lex::Keyword::of(word).is_some(), "{word}");
                count += 1;
            }
        }
        assert!(count > 20, "{count} words");
    }

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
