// SPDX-License-Identifier: Apache-2.0

//! The choice of the places at which lines begin.
//!
//! The places of the author's line breaks are taken. Then the text is laid out from its start. A
//! token beyond [`WIDTH_MAX`] takes one more place of its line, and the text is laid out again from
//! there. Each time, at least one place more is taken, so this ends, with no place left in a line
//! that is too long.

use super::shape::{At, GroupId, Kind, Part, Place, Shape, Style, Unit};
use super::trivia::Trivia;
use super::widths::{INDENT, WIDTH_MAX};

/// A position in the text that is laid out.
#[derive(Clone, Copy, Default)]
pub(super) struct Cursor {
    /// The column after the last token or comment.
    pub column: usize,
    /// The indentation of the line.
    pub indent: usize,
    /// The first token of the line.
    pub first: At,
}

/// A shape with the places that are taken.
pub(super) struct Layout<'a> {
    pub shape: &'a Shape<'a>,
    pub trivia: &'a Trivia<'a>,
    /// Whether the place before each token is taken.
    taken: Vec<bool>,
    /// The column of each token.
    columns: Vec<usize>,
    /// The indentation of the line of each token.
    indents: Vec<usize>,
    /// The spaces before tokens that are aligned with those of other lines.
    pads: Vec<Option<usize>>,
}

impl<'a> Layout<'a> {
    /// The layout of a text.
    pub fn of(shape: &'a Shape<'a>, trivia: &'a Trivia<'a>) -> Layout<'a> {
        let count = shape.tokens.len();
        let mut layout = Layout {
            shape,
            trivia,
            taken: vec![false; count],
            columns: vec![0; count],
            indents: vec![0; count],
            pads: super::align::pads(shape, trivia),
        };
        layout.take_written();
        layout.break_long_lines();
        layout
    }

    /// Takes the places of the line breaks that are written.
    fn take_written(&mut self) {
        let newline = |at: At| self.trivia.gaps.get(at).is_some_and(|gap| gap.has_newline());
        let plain = |at: At| newline(at) && self.trivia.gaps[at].comments.is_empty();
        let mut written = Vec::new();
        for at in 0..self.taken.len() {
            let Some(place) = self.shape.places[at] else { continue };
            let group = &self.shape.groups[place.group];
            // An operator or a comma at the end or the start of a line.
            let beside = match (group.kind, place.part) {
                (Kind::Operators { .. }, _) => plain(at + 1),
                (Kind::Brackets { .. } | Kind::List { .. }, Part::Between) => plain(at - 1),
                _ => false,
            };
            if newline(at) || beside || matches!(group.kind, Kind::Items) {
                written.push(at);
            }
        }
        for at in written {
            if !self.taken[at] {
                self.take(at);
            }
        }
    }

    /// Takes a place, and those that come with it. Returns the first that is new.
    fn take(&mut self, at: At) -> At {
        self.taken[at] = true;
        let Some(place) = self.shape.places[at] else { return at };
        let group = &self.shape.groups[place.group];
        // Most places come alone. The others of a group are looked at a few times in all.
        let alone = match group.kind {
            Kind::Brackets { style: Style::Block(_) | Style::Columns(_), .. } => false,
            Kind::Brackets { .. } => place.part == Part::Between,
            Kind::Case { .. } => false,
            _ => true,
        };
        if alone {
            return at;
        }
        let comes = |part: Part| match group.kind {
            Kind::Brackets { style: Style::Block(_) | Style::Columns(_), .. } => true,
            Kind::Brackets { .. } => place.part != Part::Between && part != Part::Between,
            Kind::Case { .. } => place.part == Part::Open || part == Part::Between,
            _ => false,
        };
        let mut first = at;
        for &member in &group.members {
            let part = self.shape.places[member].map(|place| place.part);
            if part.is_some_and(comes) && !self.taken[member] {
                self.taken[member] = true;
                first = first.min(member);
            }
        }
        first
    }

    fn break_long_lines(&mut self) {
        let count = self.taken.len();
        let mut before = vec![Cursor::default(); count + 1];
        // The places before this token were looked at for this line.
        let mut seen = 0;
        let mut at = 0;
        while at < count {
            let mut cursor = before[at];
            self.advance(at, &mut cursor, &mut |_, _| {});
            before[at + 1] = cursor;
            if cursor.column > WIDTH_MAX {
                let from = (cursor.first + 1).max(seen);
                if let Some(place) = self.best(from, at) {
                    at = self.take(place);
                    self.take_guard(place);
                    seen = 0;
                    continue;
                }
                seen = at + 1;
            }
            at += 1;
        }
    }

    /// Takes the place of the guard of a rule whose block gets lines.
    fn take_guard(&mut self, at: At) {
        let open = self.shape.around[at];
        let guard = open.and_then(|open| self.shape.guards.get(&open).copied());
        if let (Some(open), Some(guard)) = (open, guard)
            && at == open + 1
        {
            self.take(guard);
        }
    }

    /// The place to take among those in `from..=last`, all of one line.
    fn best(&self, from: At, last: At) -> Option<At> {
        let rank = |at: At| self.shape.places[at].map(|place| self.shape.groups[place.group].rank);
        let free = (from..=last).filter(|&at| !self.taken[at] && rank(at).is_some());
        let lowest = free.clone().filter_map(rank).min()?;
        let last = free.clone().rfind(|&at| rank(at) == Some(lowest))?;
        let place = self.shape.places[last]?;
        let group = place.group;
        let is_open = |at: &At| {
            self.shape.places[*at].is_some_and(|p| p.group == group && p.part == Part::Open)
        };
        let opens_first = match self.shape.groups[group].kind {
            Kind::Brackets { style, .. } => !matches!(style, Style::Row(_)),
            Kind::Case { .. } => true,
            _ => false,
        };
        // The first element of a list follows its word where another place helps.
        let is_between = |at: &At| {
            self.shape.places[*at].is_some_and(|p| p.group == group && p.part == Part::Between)
        };
        let found =
            if opens_first { free.clone().find(is_open) } else { free.clone().rfind(is_between) };
        Some(found.unwrap_or(last))
    }

    /// Lays out the comments before a token, and the token. `out` gets each text, and the line
    /// breaks or spaces before it.
    pub fn advance(&mut self, at: At, cursor: &mut Cursor, out: &mut impl FnMut(Before, &str)) {
        let gap = &self.trivia.gaps[at];
        let breaks = self.breaks(at);
        for (index, comment) in gap.comments.iter().enumerate() {
            let text = comment.text();
            let before = match breaks[index] {
                Some(blank) => self.new_line(at, self.indent_of_comment(at), blank, cursor),
                None if comment.ends_line() => Before::Trailing,
                None if index == 0 && at > 0 && self.shape.opens(at - 1) => Before::Spaces(0),
                None => Before::Spaces(1),
            };
            out(before, &text);
            let width = text.chars().rev().take_while(|&c| c != '\n').count();
            if comment.ends_line() {
                continue;
            }
            let spaces = if let Before::Spaces(spaces) = before { spaces } else { 0 };
            cursor.column = if text.contains('\n') { 0 } else { cursor.column + spaces } + width;
        }
        let before = match breaks[gap.comments.len()] {
            Some(blank) => self.new_line(at, self.indent(at), blank, cursor),
            None if gap.comments.is_empty() && at > 0 => {
                let spaces = self.pad(at).unwrap_or_else(|| self.shape.spaces(at));
                Before::Spaces(spaces)
            }
            None => Before::Spaces(usize::from(!self.shape.hugs(at))),
        };
        if let Before::Spaces(spaces) = before {
            cursor.column += spaces;
        }
        // A comment before the first token of a line does not move what refers to the token.
        let column = if cursor.first == at { cursor.indent } else { cursor.column };
        (self.columns[at], self.indents[at]) = (column, cursor.indent);
        out(before, self.shape.written(at));
        cursor.column += self.shape.width(at);
    }

    fn new_line(&self, at: At, indent: usize, blank: bool, cursor: &mut Cursor) -> Before {
        *cursor = Cursor { column: indent, indent, first: at };
        Before::Line { indent, blank }
    }

    /// The line breaks before each comment before a token, and before the token: whether there is a
    /// blank line too.
    fn breaks(&self, at: At) -> Vec<Option<bool>> {
        let gap = &self.trivia.gaps[at];
        let count = gap.comments.len();
        let written = gap.comments.iter().map(|comment| comment.newlines_before);
        let mut newlines: Vec<usize> = written.chain([gap.newlines_after]).collect();
        let place = self.shape.places[at];
        if at == 0 {
            newlines[0] = newlines[0].max(1);
        } else if count == 0 || !gap.has_newline() {
            newlines.fill(0);
            let is_close = place.is_some_and(|place| place.part == Part::Close);
            newlines[if is_close { count } else { 0 }] = usize::from(self.taken[at]);
            if gap.newlines_after > 1 && self.taken[at] {
                newlines[0] = gap.newlines_after;
            }
        }
        if self.taken[at] && place.is_some_and(|place| place.part == Part::Close) {
            newlines[count] = newlines[count].max(1);
        }
        let is_end = at + 1 == self.taken.len();
        let kind = |place: Place| (place.part, self.shape.groups[place.group].kind);
        let may_be_blank = |index: usize| match place.map(kind) {
            Some((_, Kind::Items)) => index < count || !is_end,
            Some((
                Part::Between,
                Kind::Brackets { style: Style::Block(_) | Style::Columns(_), .. },
            )) => true,
            Some((Part::Close, _)) => index < count,
            Some((Part::Open, _)) => index > 0,
            _ => index > 0 && index < count,
        };
        let blank = |(index, &newlines): (usize, &usize)| {
            let blank = newlines > 1 && may_be_blank(index) && (at > 0 || index > 0);
            (newlines > 0).then_some(blank)
        };
        newlines.iter().enumerate().map(blank).collect()
    }

    /// The spaces before a token that is aligned with those of other lines.
    fn pad(&self, at: At) -> Option<usize> {
        let open = self.shape.around[at]?;
        self.pads[at].filter(|_| self.taken[open + 1])
    }

    /// The column of a line that begins with a token.
    fn indent(&self, at: At) -> usize {
        let Some(place) = self.shape.places[at] else { return self.indent_elsewhere(at) };
        let Part::Close = place.part else { return self.indent_in(place.group, at) };
        match self.shape.groups[place.group].kind {
            Kind::Brackets { open, style } => self.base(open, style),
            Kind::Case { start } => self.indents[start],
            _ => 0,
        }
    }

    fn indent_in(&self, group: GroupId, at: At) -> usize {
        match self.shape.groups[group].kind {
            Kind::Items => 0,
            Kind::Parts { start, indent } => self.columns[start] + indent,
            Kind::Update { start, set } => {
                let width = if self.taken[set] { self.shape.width(at).min(6) } else { 6 };
                self.columns[start] + 6 - width
            }
            Kind::Operators { first, unit } => self.indent_of_operator(first, unit, at),
            Kind::List { word } => {
                let indent = self.indents[word];
                if self.taken[word + 1] { indent + INDENT } else { self.columns[word + 1] }
            }
            Kind::Brackets { open, style } => self.inside(open, style),
            Kind::Case { start } if self.taken_at_first_when(start) => self.indents[start] + INDENT,
            Kind::Case { start } => self.columns[start] + "case ".len(),
        }
    }

    /// Whether the first `when` of the `case` at `start` begins a line.
    fn taken_at_first_when(&self, start: At) -> bool {
        let is_first = |at: &At| {
            self.shape.places[*at].is_some_and(|place| {
                let kind = self.shape.groups[place.group].kind;
                let is_of_case = matches!(kind, Kind::Case { start: other } if other == start);
                is_of_case && place.part == Part::Open
            })
        };
        (start + 1..self.taken.len()).find(is_first).is_some_and(|first| self.taken[first])
    }

    fn indent_of_operator(&self, first: At, unit: Unit, at: At) -> usize {
        if first == unit.start {
            return self.columns[first];
        }
        if unit.is_where && self.shape.width(at) < 5 {
            return self.columns[unit.start] + 5 - self.shape.width(at);
        }
        self.indents[unit.start] + INDENT
    }

    /// The indentation of a closing bracket that begins a line.
    fn base(&self, open: At, style: Style) -> usize {
        match style {
            Style::Block(start) | Style::Columns(start) => self.columns[start],
            Style::Fill | Style::Solid | Style::Row(_) => self.indents[open],
        }
    }

    /// The indentation in brackets.
    fn inside(&self, open: At, style: Style) -> usize {
        if self.taken[open + 1] {
            return self.base(open, style) + INDENT;
        }
        match style {
            Style::Row(step) => self.columns[step] + INDENT,
            _ => self.columns[open] + self.shape.width(open),
        }
    }

    /// The indentation of a line that begins where there is no place, after a comment.
    fn indent_elsewhere(&self, at: At) -> usize {
        let Some(open) = self.shape.around[at] else { return INDENT };
        match self.shape.brackets.get(&open).map(|&group| self.shape.groups[group].kind) {
            Some(Kind::Brackets { style, .. }) => self.inside(open, style) + INDENT,
            _ => self.indents[open] + INDENT,
        }
    }

    /// The indentation of a comment with a line, before a token.
    fn indent_of_comment(&self, at: At) -> usize {
        match self.shape.places[at] {
            Some(place) if place.part == Part::Close => self.indent_in(place.group, at),
            _ => self.indent(at),
        }
    }
}

/// What is before a text.
#[derive(Clone, Copy)]
pub(super) enum Before {
    /// A line break, possibly with a blank line, and the indentation.
    Line { indent: usize, blank: bool },
    /// Spaces.
    Spaces(usize),
    /// The space before a comment at the end of a line.
    Trailing,
}
