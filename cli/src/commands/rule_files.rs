// SPDX-License-Identifier: Apache-2.0

//! Rule files and the files that they include, read from disk.

use super::Failure;
use engine::image;
use files::rule_folder::{RuleFolder, read_at_most};
use rulec::parse::TEXT_BYTES_MAX;
use rulec::source::{Loaded, Parsed, parse_sources};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// The bytes of a file; at most one more than a rule file or image may have, so that a larger file
/// is refused without reading all of it.
pub fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let refuse =
        |error: std::io::Error| Failure::of(format!("{}: cannot read: {error}", path.display()));
    File::open(path).and_then(read_from).map_err(refuse)
}

/// As [`read`], from a file that is open or from standard input.
pub fn read_from(file: impl Read) -> std::io::Result<Vec<u8>> {
    read_at_most(file, TEXT_BYTES_MAX.max(image::IMAGE_BYTES_MAX))
}

/// Lexes and parses a rule file, whose bytes have been read, and the files that it includes. An
/// image is refused, and so is a file that is too large.
pub fn parse(path: &Path, bytes: Vec<u8>) -> Result<RuleFile, Failure> {
    refuse_others(path, &bytes)?;
    let mut folder = RuleFolder::of(path);
    let root =
        Loaded { identity: folder.identity_of(path), name: path.display().to_string(), bytes };
    let parsed = parse_sources(root, &mut folder);
    Ok(RuleFile { parsed, included: folder.into_read() })
}

/// Refuses an image, and a file that is too large.
pub fn refuse_others(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if image::is_image(bytes) {
        let message =
            "this is a program image, not a rule file; `riskgate explain` shows its contents";
        return Err(Failure::of(format!("{}: {message}", path.display())));
    }
    if bytes.len() > TEXT_BYTES_MAX {
        let message = format!(
            "{}: the file is larger than {} MiB, the most that a rule file may have; split it",
            path.display(),
            TEXT_BYTES_MAX >> 20
        );
        return Err(Failure::of(message));
    }
    Ok(())
}

/// A rule file that was read.
pub struct RuleFile {
    /// The tree and the texts.
    pub parsed: Parsed,
    /// The included files that were read.
    pub included: Vec<PathBuf>,
}
