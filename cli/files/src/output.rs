// SPDX-License-Identifier: Apache-2.0

//! Output files that are complete or do not exist.
//!
//! A file is written under a temporary name in its folder and renamed when it is complete. A reader
//! never sees an incomplete file, and an earlier file survives a run that fails. A target that is
//! not a regular file, such as a pipe or `/dev/stdout`, cannot be renamed; it is written directly.

use crate::interrupt;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A file that could not be written.
#[derive(Debug, thiserror::Error)]
#[error("{}: cannot write: {error}", path.display())]
pub struct OutputError {
    /// The file or folder.
    pub path: PathBuf,
    /// The error of the operating system.
    #[source]
    pub error: io::Error,
}

impl OutputError {
    /// The error for a path, for `map_err`.
    pub fn at(path: &Path) -> impl Fn(io::Error) -> OutputError + '_ {
        move |error| OutputError { path: path.to_owned(), error }
    }
}

enum Target {
    Renamed(BufWriter<NamedTempFile>),
    Direct(BufWriter<File>),
}

/// A file that is being written. Dropped before [`OutputFile::finish`], it leaves no trace.
pub struct OutputFile {
    path: PathBuf,
    target: Target,
}

impl OutputFile {
    /// Starts a file; its folder must exist.
    ///
    /// # Errors
    /// An error if the path cannot be written.
    pub fn create(path: &Path) -> Result<OutputFile, OutputError> {
        let at = OutputError::at(path);
        let is_special = fs::metadata(path).is_ok_and(|m| !m.is_file());
        let target = if is_special {
            let file = File::options().write(true).open(path).map_err(&at)?;
            Target::Direct(BufWriter::new(file))
        } else {
            let folder = match path.parent() {
                Some(parent) if !parent.as_os_str().is_empty() => parent,
                _ => Path::new("."),
            };
            if !folder.is_dir() {
                let missing = format!("there is no folder {}; create it first", folder.display());
                return Err(at(io::Error::new(io::ErrorKind::NotFound, missing)));
            }
            let mut builder = tempfile::Builder::new();
            builder.prefix(".riskgate-");
            // A temporary file is private by default; this one becomes an ordinary file.
            #[cfg(unix)]
            let builder = {
                use std::os::unix::fs::PermissionsExt;
                builder.permissions(fs::Permissions::from_mode(0o666))
            };
            let file = builder.tempfile_in(folder).map_err(&at)?;
            Target::Renamed(BufWriter::with_capacity(128 * 1024, file))
        };
        Ok(OutputFile { path: path.to_owned(), target })
    }

    /// Starts a file that replaces the one at the path: with its permissions, and where the path is
    /// a link, in the place of what it leads to.
    ///
    /// # Errors
    /// An error if there is no file at the path, if it is read-only, or if it cannot be written.
    pub fn replace(path: &Path) -> Result<OutputFile, OutputError> {
        let at = OutputError::at(path);
        let real = path.canonicalize().map_err(&at)?;
        let permissions = fs::metadata(&real).map_err(&at)?.permissions();
        if permissions.readonly() {
            let error = io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only");
            return Err(at(error));
        }
        let file = OutputFile::create(&real)?;
        if let Target::Renamed(file) = &file.target {
            file.get_ref().as_file().set_permissions(permissions).map_err(&at)?;
        }
        Ok(file)
    }

    /// Writes bytes.
    ///
    /// # Errors
    /// An error if the bytes cannot be written.
    pub fn put(&mut self, bytes: &[u8]) -> Result<(), OutputError> {
        let written = interrupt::check().and_then(|()| match &mut self.target {
            Target::Renamed(file) => file.write_all(bytes),
            Target::Direct(file) => file.write_all(bytes),
        });
        written.map_err(OutputError::at(&self.path))
    }

    /// Writes the buffered bytes and gives the file its name.
    ///
    /// # Errors
    /// An error if either fails; the file does not appear then.
    pub fn finish(self) -> Result<(), OutputError> {
        let at = OutputError::at(&self.path);
        interrupt::check().map_err(&at)?;
        match self.target {
            Target::Direct(mut file) => file.flush().map_err(at),
            Target::Renamed(file) => {
                let file = file.into_inner().map_err(|e| at(e.into_error()))?;
                file.persist(&self.path).map_err(|e| at(e.error))?;
                Ok(())
            }
        }
    }
}

/// Completes several files: all of them appear, or none and the earlier ones remain.
///
/// # Errors
/// The first error. A target that is not a regular file keeps what was written to it.
pub fn finish_all(files: Vec<OutputFile>) -> Result<(), OutputError> {
    let Some(first) = files.first() else { return Ok(()) };
    interrupt::check().map_err(OutputError::at(&first.path))?;
    let mut complete = Vec::with_capacity(files.len());
    for OutputFile { path, target } in files {
        match target {
            Target::Direct(mut file) => file.flush().map_err(OutputError::at(&path))?,
            Target::Renamed(file) => {
                let file = file.into_inner().map_err(|error| error.into_error());
                let file = file.map_err(OutputError::at(&path))?;
                let earlier = Earlier::of(&path).map_err(OutputError::at(&path))?;
                complete.push((path, file, earlier));
            }
        }
    }
    let mut named: Vec<(PathBuf, Earlier)> = Vec::with_capacity(complete.len());
    for (path, file, earlier) in complete {
        if let Err(error) = file.persist(&path) {
            named.into_iter().for_each(|(path, earlier)| earlier.restore(&path));
            return Err(OutputError { path, error: error.error });
        }
        named.push((path, earlier));
    }
    Ok(())
}

/// A second name of the file that a new one replaces, if there is one; it is deleted when it is
/// dropped.
struct Earlier(Option<(tempfile::TempDir, PathBuf)>);

impl Earlier {
    fn of(path: &Path) -> io::Result<Earlier> {
        if !path.exists() {
            return Ok(Earlier(None));
        }
        let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty());
        let mut builder = tempfile::Builder::new();
        let folder = builder.prefix(".riskgate-").tempdir_in(folder.unwrap_or(Path::new(".")))?;
        let kept = folder.path().join("earlier");
        // Not every file system has links.
        fs::hard_link(path, &kept).or_else(|_| fs::copy(path, &kept).map(drop))?;
        Ok(Earlier(Some((folder, kept))))
    }

    /// Puts the earlier file back. An error of that is not reported: the one that is the reason for
    /// it is.
    fn restore(self, path: &Path) {
        _ = match &self.0 {
            Some((_, kept)) => fs::rename(kept, path),
            None => fs::remove_file(path),
        };
    }
}

/// Creates a folder and its parents, and checks that files can be written in it. Call this before
/// long work, so that it does not fail at the end.
///
/// # Errors
/// An error if the folder cannot be created or written.
pub fn create_writable_folder(path: &Path) -> Result<(), OutputError> {
    create_folder(path)?;
    tempfile::Builder::new()
        .prefix(".riskgate-")
        .tempfile_in(path)
        .map(|_| ())
        .map_err(OutputError::at(path))
}

/// Creates a folder and its parents.
///
/// # Errors
/// An error if the folder cannot be created.
pub fn create_folder(path: &Path) -> Result<(), OutputError> {
    fs::create_dir_all(path).map_err(OutputError::at(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_appears_when_it_is_finished() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("out.csv");
        fs::write(&path, "old").expect("a file can be written");
        let mut dropped = OutputFile::create(&path).expect("a file can be started");
        dropped.put(b"half").expect("bytes can be written");
        drop(dropped);
        assert_eq!(fs::read_to_string(&path).expect("the file is there"), "old");
        let mut file = OutputFile::create(&path).expect("a file can be started");
        file.put(b"new").expect("bytes can be written");
        file.finish().expect("the file can be renamed");
        assert_eq!(fs::read_to_string(&path).expect("the file is there"), "new");
        let names = fs::read_dir(folder.path()).expect("the folder is there");
        assert_eq!(names.count(), 1, "no temporary file is left");
    }

    #[test]
    fn several_files_appear_together_or_not_at_all() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = |name: &str| folder.path().join(name);
        let start = |names: &[&str]| -> Vec<OutputFile> {
            let file = |name: &&str| {
                let mut file = OutputFile::create(&path(name)).expect("a file can be started");
                file.put(b"new").expect("bytes can be written");
                file
            };
            names.iter().map(file).collect()
        };
        let read = |name: &str| fs::read_to_string(path(name)).ok();
        fs::write(path("a"), "old").expect("a file can be written");
        let files = start(&["a", "b", "c", "d"]);
        // A folder that is not empty cannot be replaced by a file.
        fs::create_dir_all(path("c/inner")).expect("a folder can be created");
        let error = finish_all(files).expect_err("`c` is a folder").to_string();
        assert!(error.contains("/c: cannot write: "), "{error}");
        assert_eq!([read("a"), read("b"), read("d")], [Some("old".to_owned()), None, None]);
        fs::remove_dir_all(path("c")).expect("the folder can be deleted");
        finish_all(start(&["a", "b", "c"])).expect("all can be renamed");
        assert!(["a", "b", "c"].iter().all(|name| read(name).as_deref() == Some("new")));
        let names = fs::read_dir(folder.path()).expect("the folder is there");
        assert_eq!(names.count(), 3, "no temporary file is left");
    }

    #[test]
    fn a_missing_folder_is_named() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("nowhere").join("out.csv");
        let error = OutputFile::create(&path).err().expect("there is no folder");
        assert!(error.to_string().contains("nowhere"), "{error}");
    }
}
