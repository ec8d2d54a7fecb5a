// SPDX-License-Identifier: Apache-2.0

//! Paths of files, and the URIs by which a client names them.

use lsp_types::Uri;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// What is before the path in the URI of a file.
const FILE: &str = concat!("file", "://");

/// What is written with `%` in a path.
const ESCAPED: AsciiSet =
    NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// The path of a file, without symbolic links if its folder exists. A document that is no file,
/// such as one that was never saved, gets its URI as path, which is relative.
pub fn path_of(uri: &Uri) -> PathBuf {
    let text = uri.as_str();
    let Some(rest) = text.strip_prefix(FILE) else {
        return PathBuf::from(text);
    };
    let path = &rest[rest.find('/').unwrap_or(0)..];
    let path = percent_decode_str(path).decode_utf8_lossy();
    // `/C:/rules` on Windows.
    let drive = path.as_bytes().get(2) == Some(&b':') && cfg!(windows);
    let path = PathBuf::from(if drive { &path[1..] } else { &path[..] });
    real(&path).unwrap_or(path)
}

/// A path without symbolic links; the file need not exist.
fn real(path: &Path) -> Option<PathBuf> {
    let of_folder = || Some(path.parent()?.canonicalize().ok()?.join(path.file_name()?));
    path.canonicalize().ok().or_else(of_folder)
}

/// The URI of a path; `None` if it has none, such as one that is not text.
pub fn uri_of(path: &Path) -> Option<Uri> {
    let text = path.to_str()?;
    if path.is_relative() {
        return Uri::from_str(text).ok();
    }
    let text = text.replace('\\', "/");
    let root = if text.starts_with('/') { "" } else { "/" };
    Uri::from_str(&format!("{FILE}{root}{}", utf8_percent_encode(&text, &ESCAPED))).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_comes_back_from_its_uri() {
        let path = Path::new("/no such folder/账户 100%.rules");
        let uri = uri_of(path).expect("it is text");
        let expected = "/no%20such%20folder/%E8%B4%A6%E6%88%B7%20100%25.rules";
        assert_eq!(uri.as_str(), format!("{FILE}{expected}"));
        assert_eq!(path_of(&uri), path);
        let other = Uri::from_str("untitled:Untitled-1").expect("a URI");
        assert_eq!(uri_of(&path_of(&other)), Some(other));
    }
}
