// SPDX-License-Identifier: Apache-2.0

//! `cargo xtask cocotb`: the top under `hdl/cocotb/bench.py`, in another simulator and with AXI
//! models that are not part of this project.

mod vectors;

use crate::Failure;
use hdl::emit::Emitted;

/// The frames of a run.
#[derive(clap::Args)]
pub struct Args {
    /// Frames to send
    #[arg(long, value_name = "N", default_value_t = 3000)]
    frames: usize,
    /// Seed of the frames and the pauses
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
}

/// Runs the command.
///
/// # Errors
/// If cocotb or Icarus Verilog cannot be had, or an answer is wrong.
pub fn run(args: &Args) -> Result<(), Failure> {
    let vectors = vectors::vectors(args.frames, args.seed).map_err(Failure::of)?;
    let vectors = serde_json::to_string(&vectors).map_err(Failure::of)?;
    let is_part = |module: &Emitted| {
        hdl::top::PARTS.contains(&module.name.as_str()) || module.name == hdl::top::NAME
    };
    // The same modules with smaller memories, which Icarus fills more quickly.
    let modules: Vec<Emitted> = hdl::all_of(&vectors::BUILD).into_iter().filter(is_part).collect();
    let bench = include_str!("../../../hdl/cocotb/bench.py");
    let files = [("vectors.json", vectors.as_str())];
    tools::cocotb::run(&modules, bench, &files, &mut |step| eprintln!("{step}"))
        .map_err(Failure::of)
}
