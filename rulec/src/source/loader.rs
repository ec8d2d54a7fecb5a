// SPDX-License-Identifier: Apache-2.0

//! Where included files come from.

/// Reads included files for the compiler.
pub trait Loader {
    /// Reads the file at `path`, which is relative to the folder of the root file. Its parts are
    /// joined by `/`; none of them is `.` or `..`. The file must be in that folder or below it. A
    /// loader need not read more than `bytes_max` bytes and one; a longer file is refused.
    ///
    /// # Errors
    /// [`LoadError`] if there is no such file or it cannot be read.
    fn load(&mut self, path: &str, bytes_max: usize) -> Result<Loaded, LoadError>;
}

/// A file that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// The path that identifies the file: two files with one identity are the same file. It is in
    /// the form of the paths given to [`Loader::load`].
    pub identity: String,
    /// The name of the file in diagnostics.
    pub name: String,
    /// The contents.
    pub bytes: Vec<u8>,
}

impl Loaded {
    /// A text whose path is its name.
    pub fn new(path: &str, text: &str) -> Loaded {
        Loaded { identity: path.into(), name: path.into(), bytes: text.into() }
    }
}

/// Why an included file could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// There is no loader: only the text of the root file is known.
    NoFolder,
    /// The file is outside of the folder of the root file.
    Outside,
    /// The file cannot be read, with the reason.
    Unreadable(String),
}

/// The loader of a text whose folder is not known. It reads nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoLoader;

impl Loader for NoLoader {
    fn load(&mut self, _: &str, _: usize) -> Result<Loaded, LoadError> {
        Err(LoadError::NoFolder)
    }
}
