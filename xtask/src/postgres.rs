// SPDX-License-Identifier: Apache-2.0

//! PostgreSQL for the tests that compare the rule language with it.

use crate::{Failure, step};
use std::path::Path;
use std::process::Command;

/// Debian's package of server and client.
const PACKAGE: &str = "postgresql";

/// The folder of Debian's package, with a folder for each version.
const DEBIAN: &str = "/usr/lib/postgresql";

/// The environment variable that makes a missing server a failure, here and in the tests.
const REQUIRE: &str = "REQUIRE_POSTGRES";

/// Installs Debian's package if there is no PostgreSQL. That needs root: as another user it runs
/// `sudo`, which must not ask for a password.
///
/// If the package cannot be installed, the tests that need it are skipped with a notice, or this
/// fails if `REQUIRE_POSTGRES=1`.
///
/// # Errors
/// If PostgreSQL is required and cannot be installed.
pub fn provide(_root: &Path) -> Result<(), Failure> {
    if is_installed() {
        return Ok(());
    }
    let update = step::run(&mut apt_get(&["--quiet", "update"]));
    let arguments = ["--quiet", "--yes", "--no-install-recommends", "install", PACKAGE];
    let install = update.and_then(|()| step::run(&mut apt_get(&arguments)));
    let reason = match install {
        Ok(()) if is_installed() => return Ok(()),
        Ok(()) => Failure::of(format!("the package `{PACKAGE}` has no `initdb`")),
        Err(reason) => reason,
    };
    let notice = format!(
        "NOT CHECKED: the rule language against PostgreSQL; {reason}\nhelp: install PostgreSQL 15 \
         or newer; on Debian, as root: apt-get install {PACKAGE}"
    );
    if std::env::var_os(REQUIRE).is_some_and(|value| value != "0") {
        return Err(Failure::of(notice));
    }
    eprintln!("warning: {notice}");
    eprintln!("warning: set {REQUIRE}=1 to make this an error");
    Ok(())
}

/// Whether `initdb` is on the path or in Debian's folder.
fn is_installed() -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let versions = std::fs::read_dir(DEBIAN).into_iter().flatten();
    let of_debian = versions.filter_map(|entry| Some(entry.ok()?.path().join("bin")));
    std::env::split_paths(&path).chain(of_debian).any(|folder| folder.join("initdb").is_file())
}

fn apt_get(arguments: &[&str]) -> Command {
    let mut command = if is_root() {
        Command::new("apt-get")
    } else {
        let mut command = Command::new("sudo");
        command.args(["--non-interactive", "--preserve-env=DEBIAN_FRONTEND", "apt-get"]);
        command
    };
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    command
}

/// Whether this process runs as root, who owns its folder in `/proc`.
#[cfg(unix)]
fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}

#[cfg(not(unix))]
fn is_root() -> bool {
    false
}
