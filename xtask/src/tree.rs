// SPDX-License-Identifier: Apache-2.0

//! The files of the source tree.

use crate::Failure;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// Folders that hold no source: build products, version control, saved inputs of the fuzzer.
const SKIPPED: [&str; 3] = ["target", ".git", "corpus"];

/// A text file of the tree.
#[derive(Debug)]
pub struct SourceFile {
    /// Path from the root, with `/` between its parts.
    pub path: String,
    /// The text.
    pub text: String,
}

impl SourceFile {
    /// The part of the name after the last dot, or nothing.
    pub fn extension(&self) -> &str {
        let name = self.name();
        name.rsplit_once('.').map_or("", |(_, extension)| extension)
    }

    /// The last part of the path.
    pub fn name(&self) -> &str {
        self.path.rsplit_once('/').map_or(self.path.as_str(), |(_, name)| name)
    }

    /// The folder, or nothing at the root.
    pub fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Whether the path is in a folder that is given from the root.
    pub fn is_in(&self, folder: &str) -> bool {
        self.path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
    }

    /// Whether the file is Verilog that a kernel emits.
    pub fn is_emitted(&self) -> bool {
        self.extension() == "v"
    }

    /// Whether the file is a case of the compiler's tests or a scenario, which are data.
    pub fn is_case(&self) -> bool {
        self.is_in("rulec/tests/cases") || self.is_in("scenarios")
    }
}

/// The text files of the source tree, in the order of their paths.
#[derive(Debug)]
pub struct Tree {
    /// The root folder.
    pub root: PathBuf,
    /// The files.
    pub files: Vec<SourceFile>,
}

impl Tree {
    /// Reads the tree below a root. Files that are not UTF-8 are left out.
    ///
    /// # Errors
    /// If a folder or file cannot be read.
    pub fn read(root: &Path) -> Result<Tree, Failure> {
        let is_source = |entry: &DirEntry| {
            let name = entry.file_name().to_string_lossy();
            !SKIPPED.contains(&name.as_ref())
        };
        let mut files = Vec::new();
        let entries = WalkDir::new(root).sort_by_file_name().into_iter().filter_entry(is_source);
        for entry in entries {
            let entry = entry.map_err(|error| Failure::of(format!("error: {error}")))?;
            if !entry.file_type().is_file() {
                continue;
            }
            let bytes = std::fs::read(entry.path()).map_err(Failure::at(entry.path()))?;
            let Ok(text) = String::from_utf8(bytes) else { continue };
            let path = entry.path().strip_prefix(root).unwrap_or(entry.path());
            let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
            files.push(SourceFile { path: parts.join("/"), text });
        }
        Ok(Tree { root: root.to_owned(), files })
    }

    /// A tree of given files, for tests.
    pub fn of(files: &[(&str, &str)]) -> Tree {
        let file = |(path, text): &(&str, &str)| SourceFile {
            path: (*path).to_string(),
            text: (*text).to_string(),
        };
        Tree { root: PathBuf::new(), files: files.iter().map(file).collect() }
    }

    /// The files with an extension.
    pub fn with_extension<'a>(
        &'a self,
        extension: &'a str,
    ) -> impl Iterator<Item = &'a SourceFile> {
        self.files.iter().filter(move |file| file.extension() == extension)
    }

    /// The file at a path from the root.
    pub fn get(&self, path: &str) -> Option<&SourceFile> {
        self.files.iter().find(|file| file.path == path)
    }

    /// Whether a file or a folder is at a path from the root, text or not.
    pub fn has(&self, path: &str) -> bool {
        self.files.iter().any(|file| file.path == path || file.is_in(path))
            || (!self.root.as_os_str().is_empty() && self.root.join(path).exists())
    }
}
