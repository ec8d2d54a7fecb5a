// SPDX-License-Identifier: Apache-2.0

//! The root file of a document: a rule file that includes it.
//!
//! What a file includes is in its folder or below, so that a root file is in the folder of the
//! document or above it. Folders above those that are open in the editor are not searched.

use crate::analysis::{Unsaved, parse, paths_of};
use files::rule_folder::read_file;
use rulec::parse::TEXT_BYTES_MAX;
use std::path::{Path, PathBuf};

/// The most files of a folder that are read in the search.
const FILES_MAX: usize = 200;

/// The root file of a document: the first in the outermost folder that includes it, or itself.
pub fn root_of(
    path: &Path,
    folders: &[PathBuf],
    open: &[PathBuf],
    unsaved: Unsaved<'_>,
) -> PathBuf {
    let outermost = folders.iter().find(|folder| path.starts_with(folder));
    let above = path.ancestors().skip(1);
    let searched: Vec<&Path> = match outermost {
        Some(outermost) => above.take_while(|folder| folder.starts_with(outermost)).collect(),
        None => above.take(1).collect(),
    };
    let includes = |root: &PathBuf| {
        let mentions = unsaved(root).or_else(|| read_file(root, TEXT_BYTES_MAX).ok());
        mentions.is_some_and(|text| has_include(&text))
            && parse(root, unsaved).is_some_and(|parsed| paths_of(&parsed).contains(&path.into()))
    };
    let folders = searched.into_iter().rev();
    let mut others =
        folders.flat_map(|folder| rule_files(folder, open)).filter(|other| other != path);
    others.find(includes).unwrap_or_else(|| path.to_owned())
}

/// Whether a text may include something.
fn has_include(text: &[u8]) -> bool {
    text.windows(7).any(|word| word.eq_ignore_ascii_case(b"include"))
}

/// The rule files of a folder by name, with those that are open and not on the disk.
fn rule_files(folder: &Path, open: &[PathBuf]) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    let mut found: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|it| it == "rules")).collect();
    found.sort();
    found.truncate(FILES_MAX);
    found.extend(open.iter().filter(|path| path.parent() == Some(folder)).cloned());
    found.sort();
    found.dedup();
    found
}
