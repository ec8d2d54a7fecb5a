// SPDX-License-Identifier: Apache-2.0

//! The text of names, types and strings.

use crate::ast::{Name, TypeName};
use crate::lex::Keyword;
use crate::parse::{is_reason, is_special_function};

/// A name, in quotes where it would otherwise be folded or be a keyword.
pub(super) fn name_text(name: &Name) -> String {
    plain_or_quoted(&name.text)
}

/// A name, in quotes where it would otherwise be folded or be a keyword.
pub(crate) fn plain_or_quoted(text: &str) -> String {
    let plain = text.starts_with(|c: char| c.is_ascii_lowercase() || c == '_')
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        && Keyword::of(text).is_none()
        // As a whole value of an `insert` it would be that of the column.
        && text != "default";
    if plain { text.to_owned() } else { quoted(text) }
}

/// An alias without `as`, in quotes also where the word would continue the `from`.
pub(super) fn alias_text(name: &Name) -> String {
    if name.text == "using" { quoted(&name.text) } else { name_text(name) }
}

/// A column of the groups of a window, in quotes also where the word would begin the time.
pub(super) fn window_column_text(name: &Name) -> String {
    if name.text == "by" { quoted(&name.text) } else { name_text(name) }
}

/// The name of a function, in quotes also where the word begins another form, such as `cast(…)`.
pub(super) fn function_text(name: &Name) -> String {
    if is_special_function(&name.text) { quoted(&name.text) } else { name_text(name) }
}

/// The name of a rule after `reject`, in quotes also where the word is a reason.
pub(super) fn rejecting_rule_text(name: &Name) -> String {
    if is_reason(&name.text) { quoted(&name.text) } else { name_text(name) }
}

/// Names, separated by commas.
pub(super) fn names(names: &[Name]) -> String {
    let names: Vec<String> = names.iter().map(name_text).collect();
    names.join(", ")
}

/// A name in quotes.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// A type and its numbers.
pub(super) fn type_text(ty: &TypeName) -> String {
    let name = name_text(&ty.name);
    let args: Vec<String> = ty.args.iter().map(|(value, _)| value.to_string()).collect();
    if args.is_empty() { name } else { format!("{name}({})", args.join(", ")) }
}

/// A string in quotes.
pub(crate) fn string(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
