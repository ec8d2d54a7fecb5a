// SPDX-License-Identifier: Apache-2.0

//! Tokens: the words, numbers, strings and symbols of a rule file, each with its span.
//!
//! A token borrows its text from the file and is `Copy`, so that a file of four million parentheses
//! costs one allocation and no copies of text.

use crate::span::Span;

/// One token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'s> {
    /// The kind.
    pub kind: TokenKind,
    /// The text as written; without the outer quotes for a string or a quoted name.
    pub text: &'s str,
    /// The span, quotes included.
    pub span: Span,
}

/// The kind of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A reserved word, in any case.
    Keyword(Keyword),
    /// Any other word.
    Name,
    /// `"…"`; quotes inside are still doubled in the text of the token.
    QuotedName,
    /// Digits.
    Integer,
    /// Digits with a point, an exponent or both: `1.25`, `.5`, `5.`, `1e9`.
    Decimal,
    /// `'…'`; quotes inside are still doubled in the text of the token.
    String,
    /// Punctuation or an operator.
    Symbol(Symbol),
    /// `$$` or `$tag$`, at the start and the end of the body of a function. The tokens of the body
    /// are between the two.
    Dollar,
    /// Text that is no token. It has been reported, so a parser that stops here reports nothing.
    Error,
    /// The end of the file, always the last token. Its span is empty, after the last real token.
    End,
}

/// Declares an enum of texts of the language, with conversions in both directions.
macro_rules! texts {
    ($(#[$meta:meta])* $name:ident { $($variant:ident = $text:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $(#[doc = concat!("`", $text, "`")] $variant,)*
        }

        impl $name {
            /// All variants, each with its text.
            pub const ALL: &[(&str, $name)] = &[$(($text, $name::$variant),)*];

            /// The text in canonical form.
            pub fn text(self) -> &'static str {
                match self {
                    $($name::$variant => $text,)*
                }
            }
        }
    };
}

texts! {
    /// A reserved word. `key`, `message`, `rows` and the names of types and functions are not
    /// reserved: they have a meaning only where the grammar expects them.
    Keyword {
        And = "and",
        As = "as",
        Between = "between",
        Case = "case",
        Create = "create",
        Cross = "cross",
        Delete = "delete",
        Distinct = "distinct",
        Else = "else",
        End = "end",
        Except = "except",
        Exists = "exists",
        False = "false",
        From = "from",
        Full = "full",
        Group = "group",
        Having = "having",
        In = "in",
        Inner = "inner",
        Insert = "insert",
        Intersect = "intersect",
        Into = "into",
        Is = "is",
        Join = "join",
        Left = "left",
        Limit = "limit",
        Natural = "natural",
        Not = "not",
        Null = "null",
        Offset = "offset",
        On = "on",
        Or = "or",
        Order = "order",
        Primary = "primary",
        Returning = "returning",
        Right = "right",
        Rule = "rule",
        Select = "select",
        Set = "set",
        Table = "table",
        Then = "then",
        True = "true",
        Union = "union",
        Update = "update",
        Values = "values",
        When = "when",
        Where = "where",
        With = "with",
    }
}

texts! {
    /// Punctuation or an operator. `!=` is also [`Symbol::NotEqual`].
    Symbol {
        Open = "(",
        Close = ")",
        Comma = ",",
        Semicolon = ";",
        Dot = ".",
        Cast = "::",
        Plus = "+",
        Minus = "-",
        Star = "*",
        Slash = "/",
        Percent = "%",
        Equal = "=",
        NotEqual = "<>",
        Less = "<",
        LessEqual = "<=",
        Greater = ">",
        GreaterEqual = ">=",
    }
}

impl Keyword {
    /// The keyword that `word` is, in any case.
    pub fn of(word: &str) -> Option<Keyword> {
        Keyword::ALL
            .iter()
            .find(|(text, _)| text.eq_ignore_ascii_case(word))
            .map(|&(_, keyword)| keyword)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_are_found_in_any_case_and_only_whole() {
        assert_eq!(Keyword::of("SeLeCt"), Some(Keyword::Select));
        assert_eq!(Keyword::of("selec"), None);
        assert_eq!(Keyword::of("selects"), None);
        for &(text, keyword) in Keyword::ALL {
            assert_eq!(Keyword::of(text), Some(keyword));
            assert_eq!(keyword.text(), text);
        }
    }
}
