// SPDX-License-Identifier: Apache-2.0

//! Layout: text with possible line breaks, and the choice of those that are taken.
//!
//! A group is printed on one line if it fits [`WIDTH_MAX`]. Otherwise each break of this group, but
//! not of the groups inside it, starts a new line. Widths are summed while the document is built,
//! so each choice is one comparison, and the layout takes linear time.

/// The greatest width of a line, where the text allows it, in columns.
pub(super) const WIDTH_MAX: usize = 100;
/// The width of one level of indentation, in columns.
pub(super) const INDENT: usize = 4;

/// A piece of a document.
pub(super) enum Piece {
    /// Text without line breaks.
    Text(String),
    /// A space, or a line break if the group around it is broken.
    Line,
    /// Nothing, or a line break if the group around it is broken.
    Soft,
    /// A line break; every group around it is broken.
    Hard,
    /// A part that is indented by one level after its line breaks.
    Nest(Doc),
    /// A group, which is printed on one line if it fits.
    Group(Doc),
}

/// A sequence of pieces and its width on one line; `None` if it contains a hard line break.
pub(super) struct Doc {
    pieces: Vec<Piece>,
    width: Option<usize>,
}

impl Default for Doc {
    fn default() -> Doc {
        Doc::new()
    }
}

impl Doc {
    /// Nothing.
    pub(super) fn new() -> Doc {
        Doc { pieces: Vec::new(), width: Some(0) }
    }

    /// A document with this text.
    pub(super) fn text(text: impl Into<String>) -> Doc {
        Doc::new().then(Piece::Text(text.into()))
    }

    /// Appends a piece.
    pub(super) fn then(mut self, piece: Piece) -> Doc {
        let width = match &piece {
            Piece::Text(text) => Some(text.chars().count()),
            Piece::Line => Some(1),
            Piece::Soft => Some(0),
            Piece::Hard => None,
            Piece::Nest(doc) | Piece::Group(doc) => doc.width,
        };
        self.width = self.width.zip(width).map(|(a, b)| a + b);
        self.pieces.push(piece);
        self
    }

    /// Appends text.
    pub(super) fn append(self, text: impl Into<String>) -> Doc {
        self.then(Piece::Text(text.into()))
    }

    /// Appends a document, as part of the same group.
    pub(super) fn join(mut self, doc: Doc) -> Doc {
        self.width = self.width.zip(doc.width).map(|(a, b)| a + b);
        self.pieces.extend(doc.pieces);
        self
    }

    /// Makes the document a group.
    pub(super) fn group(self) -> Doc {
        Doc::new().then(Piece::Group(self))
    }

    /// Indents the document.
    pub(super) fn nest(self) -> Doc {
        Doc::new().then(Piece::Nest(self))
    }

    /// The text. Its lines have no trailing spaces.
    pub(super) fn render(&self) -> String {
        let mut out = Out { text: String::new(), column: 0 };
        out.doc(self, 0, false);
        out.text
    }
}

/// `(`, the indented inside and `)`, each on separate lines.
pub(super) fn block(inside: Doc) -> Doc {
    Doc::text("(")
        .join(Doc::new().then(Piece::Hard).join(inside).nest())
        .then(Piece::Hard)
        .append(")")
}

struct Out {
    text: String,
    column: usize,
}

impl Out {
    fn doc(&mut self, doc: &Doc, indent: usize, flat: bool) {
        for piece in &doc.pieces {
            match piece {
                Piece::Text(text) => {
                    if self.column == 0 && !text.is_empty() {
                        self.text.extend(std::iter::repeat_n(' ', indent));
                        self.column = indent;
                    }
                    self.text.push_str(text);
                    self.column += text.chars().count();
                }
                Piece::Line if flat => {
                    self.text.push(' ');
                    self.column += 1;
                }
                Piece::Soft if flat => {}
                Piece::Line | Piece::Soft | Piece::Hard => {
                    self.text.truncate(self.text.trim_end_matches(' ').len());
                    self.text.push('\n');
                    self.column = 0;
                }
                Piece::Nest(doc) => self.doc(doc, indent + INDENT, flat),
                Piece::Group(doc) => {
                    let start = if self.column == 0 { indent } else { self.column };
                    let fits = doc.width.is_some_and(|width| start + width <= WIDTH_MAX);
                    self.doc(doc, indent, flat || fits);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_that_fits_is_on_one_line_and_another_breaks_everywhere() {
        let list = |word: &str| {
            let inner = Doc::new()
                .then(Piece::Soft)
                .append(word)
                .append(",")
                .then(Piece::Line)
                .append(word);
            Doc::text("(").join(inner.nest()).then(Piece::Soft).append(")").group()
        };
        assert_eq!(list("a").render(), "(a, a)");
        let long = "x".repeat(60);
        assert_eq!(list(&long).render(), format!("(\n    {long},\n    {long}\n)"));
    }
}
