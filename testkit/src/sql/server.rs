// SPDX-License-Identifier: Apache-2.0

//! A PostgreSQL server for a test, in a temporary folder and on a Unix socket only.

use super::FUNCTIONS;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::{MetadataExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Debian's folder of the versions that are installed.
const DEBIAN: &str = "/usr/lib/postgresql";

/// Debian's package of server and client.
const PACKAGE: &str = "postgresql";

/// The name of the role and of the database.
const NAME: &str = "postgres";

/// A running server. It ends with this value.
pub struct Server {
    child: Child,
    folder: PathBuf,
    programs: PathBuf,
}

/// Where the programs of the server are: on the path, or in Debian's folder of the newest version.
fn find_programs() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let mut versions: Vec<(u32, PathBuf)> = fs::read_dir(DEBIAN)
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let version = entry.file_name().to_str()?.parse().ok()?;
            Some((version, entry.path().join("bin")))
        })
        .collect();
    versions.sort();
    folders.extend(versions.into_iter().rev().map(|(_, folder)| folder));
    folders.into_iter().find(|folder| folder.join("initdb").exists())
}

/// The user and group that own the server's folder if this process is root: PostgreSQL refuses to
/// run as root.
fn owner() -> Option<(u32, u32)> {
    let own = fs::metadata("/proc/self").expect("a process has a folder in /proc");
    if own.uid() != 0 {
        return None;
    }
    let accounts = fs::read_to_string("/etc/passwd").unwrap_or_default();
    let found = ["postgres", "nobody"].iter().find_map(|name| {
        let line = accounts.lines().find(|line| line.split(':').next() == Some(name))?;
        let mut fields = line.split(':').skip(2).map(str::parse);
        Some((fields.next()?.ok()?, fields.next()?.ok()?))
    });
    Some(found.unwrap_or((65_534, 65_534)))
}

/// Writes to standard error, past the test harness, which hides what passing tests print.
pub fn notice(text: &str) {
    // If standard error is closed, there is no place left to report that.
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

impl Server {
    /// Starts a server with the functions that scripts need. If PostgreSQL is not installed, the
    /// test is skipped with a notice on standard error, or fails if `REQUIRE_POSTGRES` is set to
    /// anything but 0.
    ///
    /// # Panics
    /// If PostgreSQL is required and missing, or cannot be started.
    pub fn or_skip(test: &str) -> Option<Server> {
        let Some(programs) = find_programs() else {
            let required = std::env::var_os("REQUIRE_POSTGRES");
            let is_required = required.is_some_and(|value| !value.is_empty() && value != "0");
            let missing = format!("no PostgreSQL; Debian's package is `{PACKAGE}`");
            assert!(!is_required, "REQUIRE_POSTGRES is set and there is {missing}");
            notice(&format!("SKIPPED {test}: {missing}"));
            return None;
        };
        let server = Server::start(programs);
        server.run(FUNCTIONS);
        Some(server)
    }

    fn start(programs: PathBuf) -> Server {
        static STARTED: AtomicUsize = AtomicUsize::new(0);
        let number = STARTED.fetch_add(1, Ordering::Relaxed);
        let name = format!("riskgate-sql-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let owner = owner();
        let command = |program: &str| {
            let mut command = Command::new(programs.join(program));
            command.current_dir(&folder).stdin(Stdio::null());
            if let Some((user, group)) = owner {
                command.uid(user).gid(group);
            }
            command
        };
        if let Some((user, group)) = owner {
            chown(&folder, Some(user), Some(group)).expect("root can give a folder away");
        }
        let made = command("initdb")
            .args(["--pgdata=data", "--auth=trust", "--no-sync", "--encoding=SQL_ASCII"])
            .args(["--locale=C", &format!("--username={NAME}")])
            .output()
            .expect("initdb can be started");
        assert!(made.status.success(), "initdb: {}", String::from_utf8_lossy(&made.stderr));
        let mut server = command("postgres");
        server.args(["-D", "data", "-k"]).arg(&folder);
        for setting in [
            "listen_addresses=",
            "fsync=off",
            "full_page_writes=off",
            "synchronous_commit=off",
            "wal_level=minimal",
            "max_wal_senders=0",
            "log_min_messages=log",
            "timezone=UTC",
        ] {
            server.args(["-c", setting]);
        }
        let mut child = server.stderr(Stdio::piped()).spawn().expect("the server can be started");
        let log = child.stderr.take().expect("its log is a pipe");
        let mut lines = BufReader::new(log).lines().map_while(Result::ok);
        let mut seen = String::new();
        let is_ready = lines.by_ref().any(|line| {
            seen += &format!("{line}\n");
            line.contains("database system is ready to accept connections")
        });
        assert!(is_ready, "the server ended:\n{seen}");
        // Its log must be read, else the server waits for room in the pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Server { child, folder, programs }
    }

    /// Runs a script and returns the lines that it prints.
    ///
    /// # Panics
    /// If a statement of the script fails outside of a function that handles it.
    pub fn run(&self, script: &str) -> Vec<String> {
        self.try_run(script).unwrap_or_else(|reason| {
            let saved = std::env::temp_dir().join("riskgate-sql-failed.sql");
            let _ = fs::write(&saved, script);
            panic!("psql failed on the script in {}: {reason}", saved.display())
        })
    }

    /// Runs a script and returns the lines that it prints.
    ///
    /// # Errors
    /// Returns what `psql` says about a statement that fails outside of a function that handles it.
    pub fn try_run(&self, script: &str) -> Result<Vec<String>, String> {
        let mut child = self.client();
        let mut input = child.stdin.take().expect("its input is a pipe");
        let result = std::thread::scope(|scope| {
            // Written beside the reading, so that neither waits for the other.
            scope.spawn(move || {
                // The client closes the pipe where a statement fails; its status tells.
                let _ = input.write_all(script.as_bytes());
            });
            child.wait_with_output().expect("psql can be waited for")
        });
        if !result.status.success() {
            return Err(String::from_utf8_lossy(&result.stderr).into_owned());
        }
        let text = String::from_utf8(result.stdout).expect("psql prints ASCII");
        Ok(text.lines().map(str::to_owned).collect())
    }

    fn client(&self) -> Child {
        let program = self.programs.join("psql");
        let program = if program.exists() { program } else { Path::new("psql").to_owned() };
        Command::new(program)
            .args(["--no-psqlrc", "--quiet", "--no-align", "--tuples-only"])
            .args(["--set=ON_ERROR_STOP=1", &format!("--username={NAME}"), "--host"])
            .arg(&self.folder)
            .arg(NAME)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("psql can be started")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}
