// SPDX-License-Identifier: Apache-2.0

//! The shape of a text: the places where a line may begin, in groups.
//!
//! The tree gives the places of clauses, operators and blocks (`items`, `statements`,
//! `expressions`). The others follow from the tokens: after a `(`, before its `)`, and after each
//! `,` and `;` between the two.

use crate::lex::{Keyword, Symbol, Token, TokenKind};
use crate::span::Span;
use std::collections::BTreeMap;

/// The index of a token.
pub(super) type At = usize;
/// The index of a group.
pub(super) type GroupId = usize;

/// The part of its group that a place is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Before the first element.
    Open,
    /// Before another element, a clause or an operator.
    Between,
    /// Before the closing bracket.
    Close,
}

/// A place where a line may begin.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub group: GroupId,
    pub part: Part,
}

/// What belongs together, and the indentation of its lines.
pub(super) struct Group {
    pub kind: Kind,
    /// The rank among the groups of a line: the lowest is broken first.
    pub rank: usize,
    /// The tokens before which the places of the group are.
    pub members: Vec<At>,
}

/// The kind of a group. The columns and lines are those of tokens.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// The items of the file.
    Items,
    /// Parts of the construct that begins at `start`, indented by `indent` columns from it.
    Parts { start: At, indent: usize },
    /// The clauses of an `update` that begins at `start`. If the `set` has a line, the words at the
    /// starts of the lines end in one column.
    Update { start: At, set: At },
    /// The operators of one level: in the column of the first operand, or indented from the line of
    /// `unit` if that begins before the operand.
    Operators { first: At, unit: Unit },
    /// A list without brackets after the word at `word`: it is indented if its first element has a
    /// line, and otherwise aligned with it.
    List { word: At },
    /// Between the brackets at `open` and `close`.
    Brackets { open: At, style: Style },
    /// `case … end` at `start`.
    Case { start: At },
}

/// How the inside of brackets is laid out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// Elements fill the lines. They are indented if the first one has a line, and otherwise
    /// aligned with it.
    Fill,
    /// No line begins inside, as in `decimal(18, 2)`.
    Solid,
    /// The block of the item at this token: every element has a line, or none.
    Block(At),
    /// The columns of the item at this token: every element has a line, or none.
    Columns(At),
    /// The values of the step of a test at this token, from which lines are indented.
    Row(At),
}

/// A part of a construct, from which the lines of its expressions are indented.
#[derive(Clone, Copy)]
pub(super) struct Unit {
    pub start: At,
    /// Whether it is a `where`, whose operators end in the column in which it ends.
    pub is_where: bool,
}

/// A column of a table or a field of a message.
pub(super) struct ColumnLine {
    pub name: At,
    pub ty: At,
    /// The token after the type.
    pub marks: At,
}

/// The tokens of a text, with the places between them.
pub(super) struct Shape<'s> {
    pub text: &'s str,
    pub tokens: &'s [Token<'s>],
    /// The place before each token.
    pub places: Vec<Option<Place>>,
    pub groups: Vec<Group>,
    /// The innermost bracket around each token, by its opening token.
    pub around: Vec<Option<At>>,
    /// The group of the brackets that open at a token.
    pub brackets: BTreeMap<At, GroupId>,
    /// Tokens that follow the one before without a space.
    pub tight: Vec<bool>,
    /// The columns of each `Style::Columns`, by its opening token.
    pub columns: BTreeMap<At, Vec<ColumnLine>>,
    /// The `where` of the guard of each rule, by the opening token of its block.
    pub guards: BTreeMap<At, At>,
    styles: BTreeMap<At, Style>,
    depths: Vec<usize>,
    closes: BTreeMap<At, At>,
}

impl<'s> Shape<'s> {
    /// The shape of a text, given its tokens, as yet without places.
    pub fn new(text: &'s str, tokens: &'s [Token<'s>]) -> Shape<'s> {
        let mut shape = Shape {
            text,
            tokens,
            places: vec![None; tokens.len()],
            groups: Vec::new(),
            around: vec![None; tokens.len()],
            brackets: BTreeMap::new(),
            tight: vec![false; tokens.len()],
            columns: BTreeMap::new(),
            guards: BTreeMap::new(),
            styles: BTreeMap::new(),
            depths: vec![0; tokens.len()],
            closes: BTreeMap::new(),
        };
        shape.match_brackets();
        shape
    }

    /// Finds the closing token of each opening one, and how deep each token is. A `case` is as deep
    /// as brackets.
    fn match_brackets(&mut self) {
        let case = TokenKind::Keyword(Keyword::Case);
        let mut open: Vec<At> = Vec::new();
        for at in 0..self.tokens.len() {
            let kind = self.tokens[at].kind;
            let last = open.last().map(|&last| self.tokens[last].kind);
            let closes = match kind {
                TokenKind::Symbol(Symbol::Close) => true,
                TokenKind::Dollar => last == Some(TokenKind::Dollar),
                TokenKind::Keyword(Keyword::End) => last == Some(case),
                _ => false,
            };
            if closes && let Some(start) = open.pop() {
                self.closes.insert(start, at);
            }
            self.depths[at] = open.len();
            self.around[at] = open.iter().rev().copied().find(|&open| !self.is(open, case));
            let opens = matches!(kind, TokenKind::Symbol(Symbol::Open) | TokenKind::Dollar);
            if (opens || kind == case) && !closes {
                open.push(at);
            }
        }
    }

    /// Adds the places in brackets that the tree has not given.
    pub fn add_brackets(&mut self) {
        let closes = std::mem::take(&mut self.closes);
        for (&open, &close) in &closes {
            let style = self.styles.get(&open).copied().unwrap_or(Style::Fill);
            let is_case = self.is(open, TokenKind::Keyword(Keyword::Case));
            if is_case || style == Style::Solid || close == open + 1 {
                continue;
            }
            let rank = match style {
                Style::Block(_) | Style::Columns(_) => 1,
                _ if self.is(open, TokenKind::Dollar) => 1,
                Style::Fill | Style::Solid | Style::Row(_) => self.rank(open, 12),
            };
            let group = self.group(Kind::Brackets { open, style }, rank);
            self.brackets.insert(open, group);
            self.place(open + 1, group, Part::Open);
            self.place(close, group, Part::Close);
        }
        for at in 1..self.tokens.len() {
            let separates = matches!(
                self.tokens[at - 1].kind,
                TokenKind::Symbol(Symbol::Comma | Symbol::Semicolon)
            );
            let group = self.around[at].and_then(|open| self.brackets.get(&open).copied());
            if let Some(group) = group.filter(|_| separates && self.places[at].is_none()) {
                self.place(at, group, Part::Between);
            }
        }
        self.closes = closes;
    }

    /// Adds a group.
    pub fn group(&mut self, kind: Kind, rank: usize) -> GroupId {
        self.groups.push(Group { kind, rank, members: Vec::new() });
        self.groups.len() - 1
    }

    /// Adds a place before a token, unless it has one.
    pub fn place(&mut self, at: At, group: GroupId, part: Part) {
        if self.places[at].is_none() {
            self.places[at] = Some(Place { group, part });
            self.groups[group].members.push(at);
        }
    }

    /// The rank of a group whose places are as deep as the token: all groups outside of its
    /// brackets come first.
    pub fn rank(&self, at: At, rank: usize) -> usize {
        16 * self.depths[at] + rank
    }

    /// The style of the brackets at `open`.
    pub fn style(&mut self, open: At, style: Style) {
        self.styles.insert(open, style);
    }

    /// The closing token of the brackets at `open`.
    pub fn close_of(&self, open: At) -> At {
        self.closes.get(&open).copied().unwrap_or(open)
    }

    /// The token that begins where the span does.
    pub fn at(&self, span: Span) -> At {
        self.tokens.partition_point(|token| token.span.start < span.start)
    }

    /// The last token of the span.
    pub fn last(&self, span: Span) -> At {
        let (_, tokens) = self.tokens.split_last().unwrap_or((&self.tokens[0], &[]));
        tokens.partition_point(|token| token.span.end <= span.end).saturating_sub(1)
    }

    /// The nearest token before `at` of this kind.
    pub fn back(&self, at: At, kind: TokenKind) -> At {
        (0..at).rev().find(|&before| self.is(before, kind)).unwrap_or(at)
    }

    /// The first of the opening parentheses before `at`, or `at`.
    pub fn outer(&self, at: At) -> At {
        let open = TokenKind::Symbol(Symbol::Open);
        (0..at).rev().take_while(|&before| self.is(before, open)).last().unwrap_or(at)
    }

    /// Whether the token has this kind.
    pub fn is(&self, at: At, kind: TokenKind) -> bool {
        self.tokens[at].kind == kind
    }

    /// Whether the token is a `(`.
    pub fn opens(&self, at: At) -> bool {
        self.is(at, TokenKind::Symbol(Symbol::Open))
    }

    /// Whether the token is this word, in any case.
    pub fn is_word(&self, at: At, word: &str) -> bool {
        self.written(at).eq_ignore_ascii_case(word)
    }

    /// The text of a token as written.
    pub fn written(&self, at: At) -> &'s str {
        &self.text[self.tokens[at].span.range()]
    }

    /// The width of a token, in columns.
    pub fn width(&self, at: At) -> usize {
        self.written(at).chars().count()
    }
}
