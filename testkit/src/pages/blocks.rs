// SPDX-License-Identifier: Apache-2.0

//! The fenced blocks of a page.

/// A fenced block in the rule language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The page.
    pub page: String,
    /// The line of the fence, from 1.
    pub line: usize,
    /// What it is.
    pub kind: Kind,
    /// The lines between the fences.
    pub text: String,
}

/// What a block is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `sql,preamble`
    Preamble,
    /// `sql`, with or without `fragment` and `refused`
    File {
        /// Whether the declarations of the preamble come before it.
        fragment: bool,
        /// Whether it has errors.
        refused: bool,
    },
    /// `sql,values`
    Values,
    /// `sql,file=NAME`
    Named(String),
}

/// The blocks of a page that are in the rule language.
///
/// # Panics
/// If a fence is not closed, or has an unknown word.
pub fn blocks(page: &str, text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines = (1..).zip(text.lines());
    while let Some((line, fence)) = lines.next() {
        let Some(info) = fence.trim_start().strip_prefix("```") else { continue };
        let mut text = String::new();
        loop {
            let (_, inside) =
                lines.next().unwrap_or_else(|| panic!("{page}:{line}: the fence is not closed"));
            if inside.trim_start().starts_with("```") {
                break;
            }
            text += inside;
            text.push('\n');
        }
        let mut words = info.split(',');
        if words.next() == Some("sql") {
            let kind = kind(words.collect(), &format!("{page}:{line}"));
            blocks.push(Block { page: page.to_owned(), line, kind, text });
        }
    }
    blocks
}

fn kind(words: Vec<&str>, place: &str) -> Kind {
    match words.as_slice() {
        ["preamble"] => Kind::Preamble,
        ["values"] => Kind::Values,
        [word] if word.starts_with("file=") => Kind::Named(word["file=".len()..].to_owned()),
        words => {
            for word in words {
                assert!(["fragment", "refused"].contains(word), "{place}: unknown word `{word}`");
            }
            Kind::File {
                fragment: words.contains(&"fragment"),
                refused: words.contains(&"refused"),
            }
        }
    }
}
