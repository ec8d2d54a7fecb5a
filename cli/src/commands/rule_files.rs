// SPDX-License-Identifier: Apache-2.0

//! Rule files and the files that they include, read from disk.

use super::Failure;
use engine::image;
use rulec::parse::TEXT_BYTES_MAX;
use rulec::source::{LoadError, Loaded, Loader, Parsed, parse_sources};
use std::fs::File;
use std::io::Read;
use std::path::{Component, Path, PathBuf};

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

/// At most one byte more than `bytes_max`.
fn read_at_most(file: impl Read, bytes_max: usize) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(bytes_max as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Lexes and parses a rule file, whose bytes have been read, and the files that it includes. An
/// image is refused, and so is a file that is too large.
pub fn parse(path: &Path, bytes: Vec<u8>) -> Result<RuleFile, Failure> {
    refuse_others(path, &bytes)?;
    let mut folder = Folder::of(path);
    let root =
        Loaded { identity: folder.identity_of(path), name: path.display().to_string(), bytes };
    let parsed = parse_sources(root, &mut folder);
    Ok(RuleFile { parsed, included: folder.read })
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

/// The folder of a root file, from which included files are read.
struct Folder {
    /// The folder as it was written.
    written: PathBuf,
    /// The folder without symbolic links; absent if it cannot be found.
    real: Option<PathBuf>,
    /// The files that were read.
    read: Vec<PathBuf>,
}

impl Folder {
    fn of(root: &Path) -> Folder {
        let written = root.parent().unwrap_or(Path::new("")).to_owned();
        let or_here = if written.as_os_str().is_empty() { Path::new(".") } else { &written };
        Folder { real: or_here.canonicalize().ok(), written, read: Vec::new() }
    }

    /// The path of the root file within the folder. If it is a link that leads out of the folder,
    /// its own name.
    fn identity_of(&self, root: &Path) -> String {
        let real = root.canonicalize().ok();
        real.and_then(|real| self.within(&real)).unwrap_or_else(|| {
            root.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
        })
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

impl Loader for Folder {
    fn load(&mut self, path: &str, bytes_max: usize) -> Result<Loaded, LoadError> {
        let unreadable = |error: std::io::Error| LoadError::Unreadable(error.to_string());
        let written = self.written.join(path);
        // Links are followed before the file is opened, so that none leads out of the folder.
        let real = written.canonicalize().map_err(unreadable)?;
        let identity = self.within(&real).ok_or(LoadError::Outside)?;
        let file = File::open(&real).map_err(unreadable)?;
        if !file.metadata().map_err(unreadable)?.is_file() {
            return Err(LoadError::Unreadable("it is not a file".to_owned()));
        }
        let bytes = read_at_most(file, bytes_max).map_err(unreadable)?;
        self.read.push(real);
        Ok(Loaded { identity, name: written.display().to_string(), bytes })
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
        let mut loader = Folder::of(&root);
        assert_eq!(loader.identity_of(&root), "main.rules");
        let loaded = loader.load("sub/a.rules", 10).expect("it is there");
        assert_eq!((loaded.identity.as_str(), &loaded.bytes[..]), ("sub/a.rules", &b"-- a"[..]));
        assert!(loaded.name.ends_with("rules/sub/a.rules"), "{}", loaded.name);
        assert_eq!(loader.load("sub/a.rules", 1).expect("it is there").bytes.len(), 2);
        assert!(matches!(loader.load("b.rules", 10), Err(LoadError::Unreadable(_))));
        assert!(matches!(loader.load("sub", 10), Err(LoadError::Unreadable(_))));
        assert_eq!(loader.load("../secret", 10), Err(LoadError::Outside));
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
        let mut loader = Folder::of(&at("link/main.rules"));
        assert_eq!(loader.load("in.rules", 10).map(|l| l.identity), Ok("sub/a.rules".to_owned()));
        assert_eq!(loader.load("out.rules", 10), Err(LoadError::Outside));
        assert_eq!(loader.load("up/secret", 10), Err(LoadError::Outside));
        let again = loader.load("up/rules/main.rules", 10).map(|l| l.identity);
        assert_eq!(again, Ok("main.rules".to_owned()));
    }
}
