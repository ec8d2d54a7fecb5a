// SPDX-License-Identifier: Apache-2.0

//! The TextMate grammar of rule files, from the words of the language.

use rulec::lex::Keyword;
use rulec::resolve::function_names;
use rulec::vocabulary::{FORMS, TYPES, WORDS};
use serde_json::{Value, json};

/// The file, from the root.
pub const GRAMMAR: &str = "cli/editor/riskgate.tmLanguage.json";

/// The keywords that are operators of expressions.
const OPERATORS: [&str; 7] = ["and", "between", "distinct", "in", "is", "not", "or"];

/// The keywords that are values.
const VALUES: [&str; 3] = ["false", "null", "true"];

/// Writes the grammar.
pub fn grammar() -> String {
    let keywords = || Keyword::ALL.iter().map(|(text, _)| *text);
    let is_other = |word: &&str| !OPERATORS.contains(word) && !VALUES.contains(word);
    let mut functions: Vec<&str> = function_names().chain(FORMS).collect();
    functions.sort_unstable();
    let unreserved = WORDS.into_iter().filter(|word| !TYPES.contains(word));
    let patterns = json!([
        { "name": "comment.line.double-dash.riskgate", "match": "--.*$" },
        { "name": "comment.block.riskgate", "begin": "/\\*", "end": "\\*/" },
        { "name": "string.quoted.single.riskgate", "begin": "'", "end": "'(?!')", "patterns": [
            { "name": "constant.character.escape.riskgate", "match": "''" },
        ] },
        { "name": "variable.other.quoted.riskgate", "match": "\"(?:[^\"]|\"\")*\"" },
        { "name": "string.other.dollar.riskgate", "match": "\\$[A-Za-z_0-9]*\\$" },
        {
            "name": "constant.numeric.riskgate",
            "match": "(?<![\\w.])(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?",
        },
        declaration("create\\s+table", "entity.name.type.riskgate"),
        declaration("create\\s+message", "entity.name.type.riskgate"),
        declaration("create\\s+(?:function|parameter|job)", "entity.name.function.riskgate"),
        declaration("rule", "entity.name.function.riskgate"),
        words("keyword.operator.word.riskgate", OPERATORS),
        words("constant.language.riskgate", VALUES),
        words("keyword.other.riskgate", keywords().filter(is_other)),
        words("support.type.riskgate", TYPES),
        {
            "name": "support.function.riskgate",
            "match": format!("{}(?=\\s*\\()", any(functions)),
        },
        words("keyword.other.unreserved.riskgate", unreserved),
        { "name": "keyword.operator.riskgate", "match": "::|<>|!=|<=|>=|[-+*/%<>=]" },
    ]);
    let grammar = json!({
        "information_for_contributors": [
            "Made from the words of the language by `cargo xtask regen`; see xtask/src/editor.",
        ],
        "name": "Riskgate rules",
        "scopeName": "source.riskgate",
        "fileTypes": ["rules"],
        "patterns": patterns,
    });
    format!("{grammar:#}\n")
}

/// Any of some words, in any case and not as a part of a word or of `row.column`.
fn any<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    let words: Vec<&str> = words.into_iter().collect();
    format!("(?i)(?<![\\w.])(?:{})(?!\\w)", words.join("|"))
}

fn words<'w>(scope: &str, words: impl IntoIterator<Item = &'w str>) -> Value {
    json!({ "name": scope, "match": any(words) })
}

/// The words that begin a declaration, and the name after them.
fn declaration(words: &str, scope: &str) -> Value {
    json!({
        "match": format!("(?i)(?<![\\w.])({words})\\s+([^\\W\\d]\\w*)"),
        "captures": {
            "1": { "name": "keyword.other.riskgate" },
            "2": { "name": scope },
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_keyword_is_in_the_grammar() {
        let grammar = grammar();
        let _: Value = serde_json::from_str(&grammar).expect("it is JSON");
        let has = |word: &str| {
            [("|", "|"), ("(?:", "|"), ("|", ")")]
                .iter()
                .any(|(before, after)| grammar.contains(&format!("{before}{word}{after}")))
        };
        let keywords = Keyword::ALL.iter().map(|(text, _)| *text);
        for word in keywords.chain(WORDS).chain(TYPES).chain(function_names()) {
            assert!(has(word), "{word}");
        }
    }
}
