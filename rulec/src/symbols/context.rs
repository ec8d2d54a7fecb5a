// SPDX-License-Identifier: Apache-2.0

//! What can be written at a place of a text, for completion.
//!
//! The text around the place is often no sentence of the grammar, so this reads tokens: those of
//! the item that the place is in.

use crate::lex::{Keyword, Symbol, Token, TokenKind, lex};
use crate::parse::{fold, is_name, is_word, starts_item};

/// What can be written at a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// The name before the dot that is before the place.
    pub qualifier: Option<String>,
    /// Whether only a table can follow.
    pub is_table: bool,
    /// The rows that the item names, each with its name and that of its table or message.
    pub rows: Vec<(String, String)>,
    /// The name of the function or job that the item declares.
    pub declared: Option<String>,
}

/// What can be written at an offset; `None` inside of a comment, a string or a number.
///
/// ```
/// let text = "rule r (exists (select 1 from account a where a.";
/// let context = rulec::symbols::context_at(text, text.len()).expect("a name");
/// assert_eq!(context.qualifier.as_deref(), Some("a"));
/// assert_eq!(context.rows, [("a".to_owned(), "account".to_owned())]);
/// ```
pub fn context_at(text: &str, offset: usize) -> Option<Context> {
    let (tokens, _) = lex(text);
    let is_word = |kind| matches!(kind, TokenKind::Name | TokenKind::Keyword(_));
    let mut count = tokens.partition_point(|token| (token.span.start as usize) < offset);
    // The last token is the end of the file.
    count = count.min(tokens.len() - 1);
    if let Some(last) = count.checked_sub(1).map(|last| tokens[last]) {
        let end = last.span.end as usize;
        let gap = text.get(end..offset);
        if gap.is_some_and(|gap| is_in_comment(gap, &text[offset..])) {
            return None;
        }
        if end >= offset && is_word(last.kind) {
            // This is the word that is being written.
            count -= 1;
        } else if end > offset || matches!(last.kind, TokenKind::Integer | TokenKind::Error) {
            return None;
        }
    } else if is_in_comment(&text[..offset], &text[offset..]) {
        return None;
    }
    let before = &tokens[..count];
    let first = (0..count).rev().find(|at| starts_item(&tokens[*at..])).unwrap_or(0);
    let next = (count..tokens.len()).find(|at| starts_item(&tokens[*at..]));
    let item = &tokens[first..next.unwrap_or(tokens.len())];
    let qualifier = match before {
        [.., name, dot] if dot.kind == TokenKind::Symbol(Symbol::Dot) && is_name(name) => {
            Some(fold(name).text)
        }
        _ => None,
    };
    let is_table = is_before_table(before);
    Some(Context { qualifier, is_table, rows: rows(item), declared: declared(item) })
}

/// Whether only a table can follow these tokens. A value follows in `extract(year from` and after
/// `is distinct from`.
fn is_before_table(before: &[Token<'_>]) -> bool {
    use Keyword::{Distinct, From, Into, Join, Update};
    match before {
        [.., distinct, from] if distinct.kind == TokenKind::Keyword(Distinct) => {
            from.kind != TokenKind::Keyword(From)
        }
        [.., extract, open, _, from] if is_word(extract, "extract") => {
            open.kind != TokenKind::Symbol(Symbol::Open) || from.kind != TokenKind::Keyword(From)
        }
        [.., last] => matches!(last.kind, TokenKind::Keyword(From | Into | Join | Update)),
        [] => false,
    }
}

/// Whether the end of a text between two tokens, before more text, is in a comment.
fn is_in_comment(gap: &str, after: &str) -> bool {
    let line = gap.rsplit('\n').next().unwrap_or_default();
    let is_open = gap.rfind("/*") > gap.rfind("*/");
    line.contains("--") || is_open && (gap.contains("/*") || after.contains("*/"))
}

/// The name of a function or job that an item declares.
fn declared(item: &[Token<'_>]) -> Option<String> {
    let [create, word, name, ..] = item else { return None };
    let is_it = create.kind == TokenKind::Keyword(Keyword::Create)
        && (is_word(word, "function") || is_word(word, "job"));
    (is_it && is_name(name)).then(|| fold(name).text)
}

/// The rows that an item names.
fn rows(item: &[Token<'_>]) -> Vec<(String, String)> {
    let mut rows = Vec::new();
    for (at, token) in item.iter().enumerate() {
        use Keyword::{From, Into, Join, Update, When};
        let is_first = match token.kind {
            TokenKind::Keyword(From | Into | Join | Update | When) => true,
            // A further table of a `from`; most other commas are not before two names.
            TokenKind::Symbol(Symbol::Comma) => item.get(at + 2).is_some_and(is_name),
            TokenKind::Name => {
                let words = ["using", "given", "expect", "of"];
                words.iter().any(|word| is_word(token, word))
            }
            _ => false,
        };
        let Some(table) = item.get(at + 1).filter(|token| is_first && is_name(token)) else {
            continue;
        };
        let table = fold(table).text;
        let has_as = item.get(at + 2).is_some_and(|t| t.kind == TokenKind::Keyword(Keyword::As));
        let alias = item.get(at + 2 + usize::from(has_as)).filter(|token| is_name(token));
        let alias = alias.filter(|alias| !is_word(alias, "using"));
        rows.push((alias.map_or_else(|| table.clone(), |alias| fold(alias).text), table));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Option<Context> {
        let offset = text.find('|').expect("a place is marked");
        context_at(&text.replace('|', ""), offset)
    }

    #[test]
    fn a_name_before_a_dot_is_found() {
        let qualifier = |text| at(text).and_then(|context| context.qualifier);
        assert_eq!(qualifier("rule r (buy.|").as_deref(), Some("buy"));
        assert_eq!(qualifier("rule r (buy.co| < 1)").as_deref(), Some("buy"));
        assert_eq!(qualifier("rule r (\"Buy\" . |)").as_deref(), Some("Buy"));
        assert_eq!(qualifier("rule r (buy|.cost)"), None);
    }

    #[test]
    fn rows_are_those_of_the_item() {
        let rows = |text| at(text).expect("a name can follow").rows;
        let row = |name: &str, table: &str| (name.to_owned(), table.to_owned());
        let text = "rule a (1 in (select x from other)); rule r (exists (select 1 from t as a, u b \
                    where |)); on m (update v set x = 1 where y = 2)";
        assert_eq!(rows(text), [row("a", "t"), row("b", "u")]);
        assert_eq!(rows("on m (update t s set | where x = 1)"), [row("s", "t")]);
        assert_eq!(
            rows("create job j for each row of t (delete from u where |"),
            [row("t", "t"), row("u", "u")]
        );
    }

    #[test]
    fn only_tables_follow_from() {
        let is_table = |text| at(text).expect("a name can follow").is_table;
        assert!(is_table("rule r ((select x from |"));
        assert!(is_table("rule r ((select x from ac|"));
        assert!(!is_table("rule r ((select |"));
        assert!(!is_table("rule r (m.x is distinct from |"));
        assert!(!is_table("rule r (extract(year from |"));
    }

    #[test]
    fn nothing_follows_in_comments_strings_and_numbers() {
        for text in ["-- |", "rule -- a |\n r", "/* | */ rule", "rule r (x = 'a|')", "rule r (1|"] {
            assert_eq!(at(text), None, "{text}");
        }
        assert!(at("/* a */ |").is_some());
        assert!(at("-- a\n|").is_some());
    }
}
