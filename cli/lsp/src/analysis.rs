// SPDX-License-Identifier: Apache-2.0

//! What the compiler says about a rule file and the files that it includes.

use crate::positions::{Encoding, Lines};
use engine::program::Program;
use files::rule_folder::{RuleFolder, read_file};
use lsp_types::{Position, Range};
use rulec::Report;
use rulec::ast;
use rulec::hir::RuleSet;
use rulec::parse::TEXT_BYTES_MAX;
use rulec::resolve::{Paths, resolve};
use rulec::source::{Loaded, NoLoader, Parsed, Source, parse_sources};
use rulec::span::Span;
use rulec::symbols::Symbols;
use std::path::{Path, PathBuf};

/// Gives the text of a file that is open, whatever the disk has.
pub type Unsaved<'o> = &'o dyn Fn(&Path) -> Option<Vec<u8>>;

/// A rule file that was compiled, with the files that it includes.
pub struct Analysis {
    /// The texts and the diagnostics.
    pub report: Report,
    /// The tree, which has what could be parsed.
    pub file: ast::File,
    /// What its names denote.
    pub symbols: Symbols,
    /// The program; none if there is an error.
    pub program: Option<Program>,
    /// The path of each text, without symbolic links.
    paths: Vec<PathBuf>,
    lines: Vec<Lines>,
}

/// A rule file and the files that it includes, lexed and parsed; `None` if the root cannot be read.
pub fn parse(root: &Path, unsaved: Unsaved<'_>) -> Option<Parsed> {
    let bytes = unsaved(root).or_else(|| read_file(root, TEXT_BYTES_MAX).ok());
    let name = root.to_string_lossy().into_owned();
    if root.is_relative() {
        // It has no folder from which it could include anything.
        let loaded = Loaded { identity: name.clone(), name, bytes: bytes? };
        return Some(parse_sources(loaded, &mut NoLoader));
    }
    let mut folder = RuleFolder::with_unsaved(root, unsaved);
    let identity = folder.identity_of(root);
    Some(parse_sources(Loaded { identity, name, bytes: bytes? }, &mut folder))
}

/// The paths of the files that were read, without symbolic links.
pub fn paths_of(parsed: &Parsed) -> Vec<PathBuf> {
    let path = |source: &Source| {
        let path = Path::new(&source.name);
        path.canonicalize().unwrap_or_else(|_| path.to_owned())
    };
    parsed.sources.sources().iter().map(path).collect()
}

impl Analysis {
    /// Compiles a rule file; `None` if it cannot be read.
    pub fn of(root: &Path, unsaved: Unsaved<'_>) -> Option<Analysis> {
        let parsed = parse(root, unsaved)?;
        let mut paths = paths_of(&parsed);
        root.clone_into(&mut paths[0]);
        let sources = parsed.sources.sources();
        let lines = sources.iter().map(|source| Lines::of(&source.text)).collect();
        let file = parsed.file.clone();
        let symbols = Symbols::of(&file);
        let (programs, mut reports) = rulec::compile_sources(vec![parsed]);
        let program = programs.and_then(|mut programs| programs.pop());
        let report = reports.pop()?;
        Some(Analysis { report, file, symbols, program, paths, lines })
    }

    /// The paths of its texts.
    pub fn paths(&self) -> &[PathBuf] {
        &self.paths
    }

    /// The resolved rules; none if there is an error.
    pub fn rules(&self) -> Option<RuleSet> {
        resolve(&self.file, Paths::default()).0
    }

    /// The number of the text that a span is in.
    pub fn source_of(&self, span: Span) -> usize {
        self.report.sources.index_of(span)
    }

    /// A text by its number.
    pub fn source(&self, index: usize) -> &Source {
        &self.report.sources.sources()[index]
    }

    /// The range, in its text, of a span.
    pub fn range(&self, span: Span, encoding: Encoding) -> Range {
        let (source, within) = self.report.sources.locate(span);
        self.lines[self.source_of(span)].range(&source.text, within.range(), encoding)
    }

    /// The offset, in the text with this number, of a position.
    pub fn offset(&self, index: usize, position: Position, encoding: Encoding) -> usize {
        self.lines[index].offset(&self.source(index).text, position, encoding)
    }
}
