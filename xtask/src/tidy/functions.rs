// SPDX-License-Identifier: Apache-2.0

//! Functions have at most [`LINES_MAX`] lines, from the line of `fn` to the closing brace.

use super::finding::Finding;
use crate::tree::Tree;
use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The most lines that a function has.
const LINES_MAX: usize = 70;

/// Finds functions that are too long, also inside macros such as `proptest!`. The kernels are
/// exempt: their `update` is one function by the rules of Rust HDL.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for file in tree.with_extension("rs").filter(|file| !file.is_in("hdl")) {
        match file.text.parse::<TokenStream>() {
            Ok(tokens) => find(tokens, &file.path, &mut found),
            Err(error) => found.push(Finding::new(&file.path, 1, format!("no Rust: {error}"))),
        }
    }
    found
}

/// Looks for `fn NAME ... { ... }` in tokens and in all groups of them.
fn find(tokens: TokenStream, path: &str, found: &mut Vec<Finding>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (index, token) in tokens.iter().enumerate() {
        if let TokenTree::Group(group) = token {
            find(group.stream(), path, found);
        }
        if !matches!(token, TokenTree::Ident(word) if word == "fn") {
            continue;
        }
        // A function's type has no name, and a declaration ends before it has a body.
        let Some(TokenTree::Ident(name)) = tokens.get(index + 1) else { continue };
        let body = tokens[index..].iter().find_map(|token| match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => Some(Some(group)),
            TokenTree::Punct(punct) if punct.as_char() == ';' => Some(None),
            _ => None,
        });
        if let Some(Some(body)) = body {
            let first = token.span().start().line;
            let lines = body.span_close().end().line - first + 1;
            if lines > LINES_MAX {
                let text = format!("`{name}` has {lines} lines; split it, {LINES_MAX} is the most");
                found.push(Finding::new(path, first, text));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_functions_are_found_also_in_macros() {
        let long = "\n".repeat(70);
        let text = format!(
            "fn short() {{}}\nfn long() {{{long}}}\ntype T = fn(u8) -> u8;\nfn declared();\n\
             proptest! {{ #[test] fn property(x in 0..9) {{{long}}} }}"
        );
        let found = check(&Tree::of(&[("a/src/b.rs", &text), ("hdl/src/b.rs", &text)]));
        let names: Vec<&str> = found.iter().map(|f| f.text.split('`').nth(1).unwrap()).collect();
        assert_eq!(names, ["long", "property"]);
        assert_eq!(found[0].line, 2);
    }
}
