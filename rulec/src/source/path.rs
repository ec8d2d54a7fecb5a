// SPDX-License-Identifier: Apache-2.0

//! Paths of included files.

/// Why a path names no file that can be included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PathError {
    /// It has no name of a file.
    Empty,
    /// It begins at a root or a drive.
    Absolute,
    /// It has a character that does not mean the same on every system.
    Character(char),
    /// It leaves the folder of the root file.
    Outside,
}

/// The path of an included file, relative to the folder of the root file and without `.` and `..`.
/// `from` is the path of the file that includes it, in the same form.
pub(super) fn resolved(from: &str, path: &str) -> Result<String, PathError> {
    if let Some(bad) = path.chars().find(|c| *c == '\\' || c.is_control()) {
        return Err(PathError::Character(bad));
    }
    let drive = path.as_bytes().get(1) == Some(&b':');
    if path.starts_with('/') || drive {
        return Err(PathError::Absolute);
    }
    if path.is_empty() || path.ends_with('/') {
        return Err(PathError::Empty);
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop().ok_or(PathError::Outside)?),
            part => parts.push(part),
        }
    }
    match path.rsplit('/').next() {
        Some("." | "..") | None => Err(PathError::Empty),
        Some(_) => Ok(parts.join("/")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_relative_to_their_file_and_stay_below_the_root() {
        let cases = [
            ("a.rules", "b.rules", Ok("b.rules")),
            ("a.rules", "x/./b.rules", Ok("x/b.rules")),
            ("x/a.rules", "b.rules", Ok("x/b.rules")),
            ("x/a.rules", "../b.rules", Ok("b.rules")),
            ("x/a.rules", "y//../b.rules", Ok("x/b.rules")),
            ("x/a.rules", "../../b.rules", Err(PathError::Outside)),
            ("a.rules", "x/../../x/b.rules", Err(PathError::Outside)),
            ("a.rules", "/b.rules", Err(PathError::Absolute)),
            ("a.rules", "c:b.rules", Err(PathError::Absolute)),
            ("a.rules", "x\\b.rules", Err(PathError::Character('\\'))),
            ("a.rules", "b\0.rules", Err(PathError::Character('\0'))),
            ("a.rules", "", Err(PathError::Empty)),
            ("a.rules", "x/", Err(PathError::Empty)),
            ("a.rules", "x/..", Err(PathError::Empty)),
            ("a.rules", ".", Err(PathError::Empty)),
        ];
        for (from, path, expected) in cases {
            assert_eq!(resolved(from, path).as_deref(), expected.as_ref().copied(), "{path}");
        }
    }
}
