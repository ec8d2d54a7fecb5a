// SPDX-License-Identifier: Apache-2.0

//! The folder of a rule file, from which the files that it includes are read.

use rulec::source::{LoadError, Loaded, Loader};
use std::fs::File;
use std::io::Read;
use std::path::{Component, Path, PathBuf};

/// At most one byte more than `bytes_max`.
///
/// # Errors
/// Those of the reader.
pub fn read_at_most(file: impl Read, bytes_max: usize) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(bytes_max as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// At most one byte more than `bytes_max` of a file. Something else with a path, such as a pipe, is
/// not opened: that could wait for ever.
///
/// # Errors
/// If it is not a file, or cannot be read.
pub fn read_file(path: &Path, bytes_max: usize) -> std::io::Result<Vec<u8>> {
    if !path.metadata()?.is_file() {
        return Err(std::io::Error::other("it is not a file"));
    }
    read_at_most(File::open(path)?, bytes_max)
}

/// The folder of a root file, from which included files are read.
pub struct RuleFolder<'o> {
    /// The folder as it was written.
    written: PathBuf,
    /// The folder without symbolic links; absent if it cannot be found.
    real: Option<PathBuf>,
    /// The files that were read.
    read: Vec<PathBuf>,
    /// The text of a file that is not saved yet.
    unsaved: &'o dyn Fn(&Path) -> Option<Vec<u8>>,
}

impl<'o> RuleFolder<'o> {
    /// The folder of a root file.
    pub fn of(root: &Path) -> RuleFolder<'o> {
        RuleFolder::with_unsaved(root, &|_| None)
    }

    /// The folder of a root file, some files of which are not saved yet. `unsaved` gets a path
    /// without symbolic links, or that of a file which does not exist yet.
    pub fn with_unsaved(
        root: &Path,
        unsaved: &'o dyn Fn(&Path) -> Option<Vec<u8>>,
    ) -> RuleFolder<'o> {
        let written = root.parent().unwrap_or(Path::new("")).to_owned();
        let or_here = if written.as_os_str().is_empty() { Path::new(".") } else { &written };
        RuleFolder { real: or_here.canonicalize().ok(), written, read: Vec::new(), unsaved }
    }

    /// The path of the root file within the folder. If it is a link that leads out of the folder,
    /// its own name.
    pub fn identity_of(&self, root: &Path) -> String {
        let real = root.canonicalize().ok();
        real.and_then(|real| self.within(&real)).unwrap_or_else(|| {
            root.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
        })
    }

    /// The files that were read.
    pub fn into_read(self) -> Vec<PathBuf> {
        self.read
    }

    /// The path of a file within the folder, if it is there and its name is text.
    fn within(&self, real: &Path) -> Option<String> {
        let inner = real.strip_prefix(self.real.as_ref()?).ok()?;
        let parts = inner.components().map(|part| match part {
            Component::Normal(name) => name.to_str(),
            _ => None,
        });
        Some(parts.collect::<Option<Vec<&str>>>()?.join("/"))
    }
}

impl Loader for RuleFolder<'_> {
    fn load(&mut self, path: &str, bytes_max: usize) -> Result<Loaded, LoadError> {
        let unreadable = |error: std::io::Error| LoadError::Unreadable(error.to_string());
        let written = self.written.join(path);
        let name = written.display().to_string();
        // Links are followed before the file is opened, so that none leads out of the folder.
        let real = match (written.canonicalize(), (self.unsaved)(&written)) {
            (Ok(real), _) => real,
            (Err(_), Some(bytes)) => {
                return Ok(Loaded { identity: path.to_owned(), name, bytes });
            }
            (Err(error), None) => return Err(unreadable(error)),
        };
        let identity = self.within(&real).ok_or(LoadError::Outside)?;
        let bytes = match (self.unsaved)(&real) {
            Some(bytes) => bytes,
            None => read_file(&real, bytes_max).map_err(unreadable)?,
        };
        self.read.push(real);
        Ok(Loaded { identity, name, bytes })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// A folder `rules` with a rule file, and a file beside the folder.
    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("there is room for temporary files");
        let at = |name: &str| folder.path().join(name);
        fs::create_dir_all(at("rules/sub")).expect("a folder can be made");
        fs::write(at("rules/main.rules"), "").expect("it can be written");
        fs::write(at("rules/sub/a.rules"), "-- a").expect("it can be written");
        fs::write(at("secret"), "secret").expect("it can be written");
        folder
    }

    #[test]
    fn files_below_the_folder_are_read() {
        let folder = folder();
        let root = folder.path().join("rules/main.rules");
        let mut loader = RuleFolder::of(&root);
        assert_eq!(loader.identity_of(&root), "main.rules");
        let loaded = loader.load("sub/a.rules", 10).expect("it is there");
        assert_eq!((loaded.identity.as_str(), &loaded.bytes[..]), ("sub/a.rules", &b"-- a"[..]));
        assert!(loaded.name.ends_with("rules/sub/a.rules"), "{}", loaded.name);
        assert_eq!(loader.load("sub/a.rules", 1).expect("it is there").bytes.len(), 2);
        assert!(matches!(loader.load("b.rules", 10), Err(LoadError::Unreadable(_))));
        assert!(matches!(loader.load("sub", 10), Err(LoadError::Unreadable(_))));
        assert_eq!(loader.load("../secret", 10), Err(LoadError::Outside));
    }

    #[test]
    fn what_is_not_saved_is_read_instead_of_the_file() {
        let folder = folder();
        let root = folder.path().join("rules/main.rules");
        let a = folder.path().join("rules/sub/a.rules").canonicalize().expect("it is there");
        let unsaved = |path: &Path| (path == a).then(|| b"-- new".to_vec());
        let mut loader = RuleFolder::with_unsaved(&root, &unsaved);
        assert_eq!(loader.load("sub/a.rules", 10).expect("it is there").bytes, b"-- new");
        assert_eq!(loader.load("main.rules", 10).expect("it is there").bytes, b"");
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_is_refused_and_not_waited_for() {
        let folder = folder();
        let pipe = folder.path().join("rules/pipe.rules");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.expect("there is an mkfifo").success());
        let mut loader = RuleFolder::of(&folder.path().join("rules/main.rules"));
        assert!(matches!(loader.load("pipe.rules", 10), Err(LoadError::Unreadable(_))));
        assert!(read_file(&pipe, 10).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn links_lead_to_files_in_the_folder_only() {
        use std::os::unix::fs::symlink;
        let folder = folder();
        let at = |name: &str| folder.path().join(name);
        symlink(at("secret"), at("rules/out.rules")).expect("a link can be made");
        symlink(at("rules/sub/a.rules"), at("rules/in.rules")).expect("a link can be made");
        symlink(at("rules"), at("link")).expect("a link can be made");
        symlink(folder.path(), at("rules/up")).expect("a link can be made");
        let mut loader = RuleFolder::of(&at("link/main.rules"));
        assert_eq!(loader.load("in.rules", 10).map(|l| l.identity), Ok("sub/a.rules".to_owned()));
        assert_eq!(loader.load("out.rules", 10), Err(LoadError::Outside));
        assert_eq!(loader.load("up/secret", 10), Err(LoadError::Outside));
        let again = loader.load("up/rules/main.rules", 10).map(|l| l.identity);
        assert_eq!(again, Ok("main.rules".to_owned()));
    }
}
