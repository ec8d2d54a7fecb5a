// SPDX-License-Identifier: Apache-2.0

//! Inclusion: from a root file to the tree of it and of all files that it includes.
//!
//! The items of an included file take the place of the `include`. A file is read once: a second
//! `include` of it adds nothing. The files that are open are on a list and not on the stack, so
//! that a long chain of files costs no stack.

use super::SourceSet;
use super::loader::{LoadError, Loaded, Loader, NoLoader};
use super::path::{PathError, resolved};
use crate::ast::{self, Include, Item, Lost};
use crate::diagnostic::arrange::sort_and_cut;
use crate::diagnostic::{Diagnostic, shortened};
use crate::lex::{TEXT_BYTES_MAX, lex};
use crate::parse::{decode, parse};
use crate::span::Span;
use std::collections::BTreeMap;

/// The greatest number of places that a diagnostic about a circle shows.
const CIRCLE_PLACES_MAX: usize = 8;

/// The lexical errors after which the rest of a file is not read.
const READS_TO_THE_END: [&str; 3] =
    ["text-too-large", "unterminated-comment", "unterminated-function"];

/// A rule file with the files that it includes, lexed and parsed.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// The texts.
    pub sources: SourceSet,
    /// The tree, in which no item is an `include`. It is complete only if no diagnostic is an
    /// error.
    pub file: ast::File,
    /// The lexical errors, the syntax errors and the errors of inclusion, in the order of the
    /// texts.
    pub diagnostics: Vec<Diagnostic>,
}

/// Lexes and parses a text whose folder is not known. An `include` in it is an error.
pub fn parse_alone(text: &str) -> Parsed {
    let root = Loaded { bytes: text.as_bytes().to_vec(), ..Loaded::default() };
    parse_sources(root, &mut NoLoader)
}

/// Lexes and parses a root file and the files that it includes. The identity of the root is its
/// name within its folder.
pub fn parse_sources(root: Loaded, loader: &mut dyn Loader) -> Parsed {
    let mut reading = Reading {
        sources: SourceSet { sources: Vec::new() },
        file: ast::File::default(),
        diagnostics: Vec::new(),
        files: BTreeMap::new(),
    };
    let root = reading.open(root, Span::default());
    let mut open = vec![root];
    while let Some(innermost) = open.last_mut() {
        match innermost.items.next() {
            Some(Item::Include(include)) => {
                let included = reading.include(&include, &open, loader);
                open.extend(included);
            }
            Some(item) => reading.file.items.push(item),
            None => {
                reading.files.insert(innermost.identity.clone(), State::Done);
                // The root file is the last one to be left.
                reading.file.has_end = innermost.has_end;
                open.pop();
            }
        }
    }
    let Reading { sources, file, mut diagnostics, .. } = reading;
    sort_and_cut(&mut diagnostics);
    Parsed { sources, file, diagnostics }
}

/// What has been read so far.
struct Reading {
    sources: SourceSet,
    file: ast::File,
    diagnostics: Vec<Diagnostic>,
    /// The files by identity, and by each further path that led to one.
    files: BTreeMap<String, State>,
}

/// A file whose items are being taken.
struct Open {
    identity: String,
    items: std::vec::IntoIter<Item>,
    has_end: bool,
    /// The place of the `include`, if this is not the root.
    included: Span,
}

#[derive(Clone, PartialEq, Eq)]
enum State {
    /// Its items are being taken.
    Open,
    /// All of it has been taken, or it could not be read.
    Done,
    /// Another path of the file with this identity.
    Alias(String),
}

impl Reading {
    /// Lexes and parses a file.
    fn open(&mut self, loaded: Loaded, included: Span) -> Open {
        let Loaded { identity, name, bytes } = loaded;
        self.files.insert(identity.clone(), State::Open);
        let start = self.sources.next_start();
        let mut items = Vec::new();
        let mut has_end = false;
        let (text, mut found) = match decode(&bytes) {
            Ok(text) => {
                let (mut tokens, mut found) = lex(text);
                for token in &mut tokens {
                    token.span = token.span.after(start);
                }
                let (file, syntax) = parse(&tokens);
                (items, has_end) = (file.items, file.has_end);
                let unread = found.iter().any(|error| READS_TO_THE_END.contains(&error.code));
                let lost = unread.then_some(Lost { any: true, ..Lost::default() });
                self.lost(file.lost.into_iter().chain(lost));
                found.iter_mut().for_each(|diagnostic| diagnostic.shift(start));
                found.extend(syntax);
                (text.to_owned(), found)
            }
            Err(mut diagnostic) => {
                self.lost([Lost { any: true, ..Lost::default() }]);
                diagnostic.shift(start);
                (String::from_utf8_lossy(&bytes).into_owned(), vec![*diagnostic])
            }
        };
        self.sources.push(name, text);
        self.diagnostics.append(&mut found);
        Open { identity, items: items.into_iter(), has_end, included }
    }

    /// The file that an `include` adds; none if it has been read already, or has an error, which is
    /// reported.
    fn include(
        &mut self,
        include: &Include,
        open: &[Open],
        loader: &mut dyn Loader,
    ) -> Option<Open> {
        let from = open.last().map_or("", |file| file.identity.as_str());
        let path = match resolved(from, &include.path) {
            Ok(path) => path,
            Err(error) => return self.refuse(bad_path(error, include)),
        };
        if let Some(state) = self.files.get(&path) {
            let identity = match state {
                State::Alias(identity) => identity.clone(),
                State::Open | State::Done => path,
            };
            return self.known(&identity, include, open);
        }
        let bytes_max = TEXT_BYTES_MAX.saturating_sub(self.sources.bytes());
        let loaded = match loader.load(&path, bytes_max) {
            Ok(loaded) => loaded,
            Err(error) => {
                self.files.insert(path, State::Done);
                return self.refuse(unreadable(error, include));
            }
        };
        if loaded.identity != path {
            self.files.insert(path, State::Alias(loaded.identity.clone()));
            if self.files.contains_key(&loaded.identity) {
                return self.known(&loaded.identity, include, open);
            }
        }
        if loaded.bytes.len() > bytes_max {
            self.files.insert(loaded.identity, State::Done);
            return self.refuse(too_large(include));
        }
        Some(self.open(loaded, include.span))
    }

    /// Reports a circle if the file is open. Otherwise it has been read, and nothing is added.
    fn known(&mut self, identity: &str, include: &Include, open: &[Open]) -> Option<Open> {
        if self.files.get(identity) != Some(&State::Open) {
            return None;
        }
        let first = open.iter().position(|file| file.identity == identity).unwrap_or(0);
        let name = &self.sources.locate(include.span).0.name;
        let (message, help) = match open.len() - first {
            1 => ("this file includes itself".to_owned(), "remove this `include`"),
            _ => (
                format!("`{}` is included by a file that it includes", shortened(&include.path)),
                "move what both files need into a third file, and include that",
            ),
        };
        let label = format!("`{}` closes a circle here", file_name(name));
        let error = Diagnostic::error("include-circle", message, include.span, label);
        let way = open[first + 1..].iter().take(CIRCLE_PLACES_MAX);
        let error = way.fold(error, |error, file| error.related(file.included, "included here"));
        self.refuse(error.help(help))
    }

    fn lost(&mut self, lost: impl IntoIterator<Item = Lost>) {
        for lost in lost {
            self.file.lost.get_or_insert_default().extend(lost);
        }
    }

    /// Reports that a file is not included.
    fn refuse(&mut self, error: Diagnostic) -> Option<Open> {
        self.lost([Lost { any: true, ..Lost::default() }]);
        self.diagnostics.push(error);
        None
    }
}

/// The last part of the name of a file.
fn file_name(name: &str) -> String {
    shortened(name.rsplit(['/', '\\']).next().unwrap_or(name))
}

fn bad_path(error: PathError, include: &Include) -> Diagnostic {
    let (message, help) = match error {
        PathError::Empty => (
            "this path names no file".to_owned(),
            "write the path of a rule file, as in `include 'limits.rules'`",
        ),
        PathError::Absolute => (
            "the path of an included file is relative".to_owned(),
            "write it from the folder of this file, as in `include 'limits.rules'`",
        ),
        PathError::Character('\\') => (
            "the path of an included file has no backslash".to_owned(),
            "write `/` between a folder and its file",
        ),
        PathError::Character(bad) => (
            format!("the path of an included file cannot contain `{}`", bad.escape_debug()),
            "remove the character",
        ),
        PathError::Outside => return outside(include),
    };
    Diagnostic::error("include-path", message, include.span, "").help(help)
}

fn outside(include: &Include) -> Diagnostic {
    let message = "an included file is in the folder of the root file or below it";
    Diagnostic::error("include-path", message, include.span, "this is outside of it")
        .help("move the file into that folder, or move the root file up")
}

fn unreadable(error: LoadError, include: &Include) -> Diagnostic {
    let path = shortened(&include.path);
    match error {
        LoadError::Outside => outside(include),
        LoadError::Unreadable(reason) => {
            let message = format!("cannot read `{path}`: {reason}");
            Diagnostic::error("include-unreadable", message, include.span, "included here")
        }
        LoadError::NoFolder => {
            let message = format!("`{path}` cannot be included: only this text is compiled");
            let label = "its folder is not known";
            Diagnostic::error("include-unreadable", message, include.span, label)
                .help("compile the rule file from its folder, or put the text of the file here")
        }
    }
}

fn too_large(include: &Include) -> Diagnostic {
    let message = format!(
        "a rule file has at most {} MiB, the files that it includes among them",
        TEXT_BYTES_MAX >> 20
    );
    Diagnostic::error("text-too-large", message, include.span, "this file is too much")
        .help("split the rule set, or leave this file out")
}
