// SPDX-License-Identifier: Apache-2.0

//! The open documents, and what was compiled of them.
//!
//! A document is checked with its root file: the rule file that includes it, or itself. A file that
//! includes it is in its folder or above, see [`crate::roots`].

use crate::analysis::Analysis;
use crate::documents::Document;
use crate::positions::Encoding;
use crate::roots;
use crate::uris::path_of;
use lsp_types::Uri;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The open documents, and what was compiled of them.
pub struct Workspace {
    /// What a column counts.
    pub encoding: Encoding,
    /// The folders that are open in the editor.
    pub folders: Vec<PathBuf>,
    documents: BTreeMap<PathBuf, Document>,
    /// By root file; those whose files have changed are absent.
    analyses: BTreeMap<PathBuf, Analysis>,
}

impl Workspace {
    /// A workspace without documents.
    pub fn new(encoding: Encoding, folders: Vec<PathBuf>) -> Workspace {
        let (documents, analyses) = (BTreeMap::new(), BTreeMap::new());
        Workspace { encoding, folders, documents, analyses }
    }

    /// The document with a path.
    pub fn document(&self, path: &Path) -> Option<&Document> {
        self.documents.get(path)
    }

    /// The text of a file that is open.
    pub fn unsaved(&self, path: &Path) -> Option<Vec<u8>> {
        self.documents.get(path).map(|document| document.text.clone().into_bytes())
    }

    /// Opens a document.
    pub fn open(&mut self, uri: Uri, version: i32, text: String) {
        let path = path_of(&uri);
        let document = Document { uri, version, text, root: path.clone() };
        self.documents.insert(path, document);
        self.find_roots();
    }

    /// Closes a document.
    pub fn close(&mut self, uri: &Uri) {
        self.documents.remove(&path_of(uri));
        self.find_roots();
    }

    /// Changes a document; nothing happens if it is not open.
    pub fn change(&mut self, uri: &Uri, change: impl FnOnce(&mut Document, Encoding)) {
        let path = path_of(uri);
        if let Some(document) = self.documents.get_mut(&path) {
            change(document, self.encoding);
            self.analyses.retain(|_, analysis| !analysis.paths().contains(&path));
        }
    }

    /// Finds the root file of each document again, and forgets what was compiled: files have been
    /// opened, closed, or changed on the disk.
    pub fn find_roots(&mut self) {
        let paths: Vec<PathBuf> = self.documents.keys().cloned().collect();
        let mut found = BTreeMap::new();
        for path in &paths {
            let unsaved = |path: &Path| self.unsaved(path);
            found.insert(path.clone(), roots::root_of(path, &self.folders, &paths, &unsaved));
        }
        for (path, root) in found {
            if let Some(document) = self.documents.get_mut(&path) {
                document.root = root;
            }
        }
        self.analyses.clear();
    }

    /// Compiles what has changed.
    pub fn compile(&mut self) {
        let roots: BTreeSet<PathBuf> =
            self.documents.values().map(|document| document.root.clone()).collect();
        self.analyses.retain(|root, _| roots.contains(root));
        for root in roots {
            if !self.analyses.contains_key(&root) {
                let analysis = Analysis::of(&root, &|path| self.unsaved(path));
                self.analyses.extend(analysis.map(|analysis| (root, analysis)));
            }
        }
        self.check_alone();
    }

    /// A document that its root file no longer includes is checked on its own.
    fn check_alone(&mut self) {
        let is_lost = |(path, document): &(&PathBuf, &Document)| {
            let analysis = self.analyses.get(&document.root);
            analysis.is_none_or(|analysis| !analysis.paths().contains(path))
        };
        let lost: Vec<PathBuf> =
            self.documents.iter().filter(is_lost).map(|(path, _)| path.clone()).collect();
        for path in lost {
            let analysis = Analysis::of(&path, &|path| self.unsaved(path));
            self.analyses.extend(analysis.map(|analysis| (path.clone(), analysis)));
            if let Some(document) = self.documents.get_mut(&path) {
                document.root = path;
            }
        }
    }

    /// The open documents by path.
    pub fn documents(&self) -> impl Iterator<Item = &Document> {
        self.documents.values()
    }

    /// What was compiled.
    pub fn analyses(&self) -> impl Iterator<Item = &Analysis> {
        self.analyses.values()
    }

    /// A document that is open, and the analysis of its root file; [`Workspace::compile`] comes
    /// before.
    pub fn analysis_of(&self, uri: &Uri) -> Option<(&Analysis, usize)> {
        let path = path_of(uri);
        let analysis = self.analyses.get(&self.documents.get(&path)?.root)?;
        Some((analysis, analysis.paths().iter().position(|other| *other == path)?))
    }
}
