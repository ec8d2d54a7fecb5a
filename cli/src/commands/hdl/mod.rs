// SPDX-License-Identifier: Apache-2.0

//! `riskgate hdl`: writes, lints, maps, measures and shows the Verilog of the engine. The commands
//! that need the source tree are in `cargo xtask`.

mod cycles;
mod device;
mod memory;
mod wave;

use super::Failure;
use super::terminal::{complain, say};
use files::output::OutputFile;
use hdl::emit::Emitted;
use std::path::{Path, PathBuf};

/// The Verilog of the engine
#[derive(clap::Subcommand)]
pub enum Command {
    /// Write the Verilog of every kernel and of the core
    Emit(Emit),
    /// Lint it with Verilator, every warning on
    Lint,
    /// Map it for Xilinx UltraScale+ with Yosys and count its resources
    Synth(device::Args),
    /// Place and route kernels on an ECP5 and report the clock that they reach
    Route(device::Args),
    /// Count the bits of the core's memories
    Memory,
    /// Measure the eight operations, more rules and deeper conditions on it, in cycles
    Cycles(cycles::Args),
    /// Write the waves of two orders through the core
    Wave(wave::Wave),
    /// Draw waves as SVG
    Draw(wave::Draw),
}

/// Write the Verilog of every kernel and of the core.
#[derive(clap::Args)]
pub struct Emit {
    /// Folder to write to; it is created
    #[arg(long, value_name = "DIR", default_value = "hdl/verilog")]
    out: PathBuf,
    /// Compare with the files in the folder and write nothing
    #[arg(long)]
    check: bool,
}

/// Runs the command.
pub fn run(command: &Command) -> Result<(), Failure> {
    match command {
        Command::Emit(args) => emit(args),
        Command::Lint => lint(),
        Command::Synth(args) => device::synth(args),
        Command::Route(args) => device::route(args),
        Command::Memory => memory::run(),
        Command::Cycles(args) => cycles::run(args),
        Command::Wave(args) => wave::wave(args),
        Command::Draw(args) => wave::draw_waves(args),
    }
}

fn file(folder: &Path, module: &Emitted) -> PathBuf {
    folder.join(format!("{}.v", module.name))
}

fn emit(args: &Emit) -> Result<(), Failure> {
    let modules = hdl::all();
    if args.check {
        let differs = |m: &&Emitted| {
            std::fs::read(file(&args.out, m)).ok().as_deref() != Some(m.verilog.as_bytes())
        };
        let stale: Vec<&str> = modules.iter().filter(differs).map(|m| m.name.as_str()).collect();
        if !stale.is_empty() {
            let (folder, stale) = (args.out.display(), stale.join(", "));
            return Err(Failure::of(format!(
                "{folder} is not what the kernels emit: {stale}; run `riskgate hdl emit`"
            )));
        }
        say!("{}: {} files are what the kernels emit", args.out.display(), modules.len());
        return Ok(());
    }
    std::fs::create_dir_all(&args.out)
        .map_err(|error| Failure::of(format!("{}: {error}", args.out.display())))?;
    for module in &modules {
        let path = file(&args.out, module);
        let mut output = OutputFile::create(&path).map_err(Failure::of)?;
        output.put(module.verilog.as_bytes()).map_err(Failure::of)?;
        output.finish().map_err(Failure::of)?;
        say!("{}: {} lines", path.display(), module.verilog.lines().count());
    }
    Ok(())
}

/// Every kernel and the core under `verilator -Wall`; `hdl::emit` says in the files themselves what
/// is waived and why.
fn lint() -> Result<(), Failure> {
    let verilator =
        tools::verilator::find_or_fetch(&mut |step| complain!("{step}")).map_err(Failure::of)?;
    let folder = std::env::temp_dir().join(format!("riskgate-lint-{}", std::process::id()));
    let io = |error: std::io::Error| Failure::of(format!("{}: {error}", folder.display()));
    std::fs::create_dir_all(&folder).map_err(io)?;
    let result = hdl::all().iter().try_for_each(|module| {
        let path = file(&folder, module);
        std::fs::write(&path, &module.verilog).map_err(io)?;
        let mut command = verilator.command();
        command.args(["--lint-only", "-Wall", "--top-module", &module.name]).arg(&path);
        if module.name == hdl::top::NAME {
            // Its parts came before it.
            command.arg("-y").arg(&folder);
        }
        let output = command.output().map_err(io)?;
        if !output.status.success() {
            return Err(Failure::of(String::from_utf8_lossy(&output.stderr)));
        }
        say!("{}: clean", module.name);
        Ok(())
    });
    std::fs::remove_dir_all(&folder).map_err(io)?;
    result
}
