// SPDX-License-Identifier: Apache-2.0

//! One document as a request sees it: its place in what was compiled.

use crate::analysis::Analysis;
use crate::positions::Encoding;
use crate::uris::uri_of;
use crate::workspace::Workspace;
use lsp_types::{Location, Position, Range, Uri};
use rulec::span::Span;
use rulec::symbols::{Occurrence, Symbol};

/// A document, with the analysis of its root file.
#[derive(Clone, Copy)]
pub struct View<'w> {
    /// All documents.
    pub workspace: &'w Workspace,
    /// The analysis of the root file.
    pub analysis: &'w Analysis,
    /// The number of the document's text in it.
    pub source: usize,
}

impl<'w> View<'w> {
    /// What a column counts.
    pub fn encoding(&self) -> Encoding {
        self.workspace.encoding
    }

    /// The text of the document.
    pub fn text(&self) -> &'w str {
        &self.analysis.source(self.source).text
    }

    /// The offset of a position in the document.
    pub fn offset(&self, position: Position) -> usize {
        self.analysis.offset(self.source, position, self.encoding())
    }

    /// The offset of a position among those of all texts.
    pub fn place(&self, position: Position) -> u32 {
        let offset = self.offset(position);
        self.analysis.source(self.source).spanned(Span::new(offset, offset)).start
    }

    /// The name at a position.
    pub fn name_at(&self, position: Position) -> Option<&'w Occurrence> {
        self.analysis.symbols.at(self.place(position))
    }

    /// What the name at a position denotes.
    pub fn symbol_at(&self, position: Position) -> Option<(&'w Occurrence, &'w Symbol)> {
        let found = self.name_at(position)?;
        Some((found, self.analysis.symbols.get(found.symbol)))
    }

    /// The range of a span in its own document.
    pub fn range(&self, span: Span) -> Range {
        self.analysis.range(span, self.encoding())
    }

    /// Whether a span is in this document.
    pub fn has(&self, span: Span) -> bool {
        self.analysis.source_of(span) == self.source
    }

    /// The URI of the document that a span is in.
    pub fn uri(&self, span: Span) -> Option<Uri> {
        let path = &self.analysis.paths()[self.analysis.source_of(span)];
        match self.workspace.document(path) {
            Some(open) => Some(open.uri.clone()),
            None => uri_of(path),
        }
    }

    /// A span and its document.
    pub fn location(&self, span: Span) -> Option<Location> {
        Some(Location { uri: self.uri(span)?, range: self.range(span) })
    }
}
