// SPDX-License-Identifier: Apache-2.0

//! `riskgate hdl`: the Verilog of the engine, written out, linted, mapped, proven about, measured
//! and shown.

mod coverage;
mod cycles;
mod device;
mod memory;
mod wave;

use super::Failure;
use super::terminal::{complain, say};
use files::output::OutputFile;
use hdl::emit::Emitted;
use hdl::proofs::{PROOFS, Proof};
use std::path::{Path, PathBuf};
use tools::formal::{Finding, Tools};

/// The Verilog of the engine
#[derive(clap::Subcommand)]
pub enum Command {
    /// Write the Verilog of every kernel and of the core
    Emit(Emit),
    /// Lint it with Verilator, every warning on
    Lint,
    /// Map it for Xilinx UltraScale+ with Yosys and count what it takes
    Synth(device::Args),
    /// Place and route kernels on an ECP5 and say what clock they reach
    Route(device::Args),
    /// Prove statements about kernels, see hdl/formal
    Prove(Prove),
    /// Say what of the core's Verilog the tests have reached
    Coverage(coverage::Args),
    /// Count the bits of the core's memories
    Memory,
    /// Measure the eight operations, more rules and deeper conditions on it, in cycles
    Cycles(cycles::Args),
    /// Write the waves of two orders through the core
    Wave(wave::Wave),
    /// Draw waves as SVG
    Draw(wave::Draw),
    /// Drive the top with cocotb and the AXI models of cocotbext-axi in Icarus Verilog
    Cocotb(Cocotb),
}

/// Write the Verilog of every kernel and of the core.
#[derive(clap::Args)]
pub struct Emit {
    /// Folder to write to; it is made
    #[arg(long, value_name = "DIR", default_value = "hdl/verilog")]
    out: PathBuf,
    /// Compare with the files that are there and write nothing
    #[arg(long)]
    check: bool,
}

/// Prove statements about kernels, see hdl/formal.
#[derive(clap::Args)]
pub struct Prove {
    /// Proofs to try; all of them if none is named
    #[arg(value_name = "PROOF")]
    proofs: Vec<String>,
    /// Try them on kernels with one place broken each, of which they must not hold
    #[arg(long)]
    mutants: bool,
}

/// Drive the top with cocotb and the AXI models of cocotbext-axi in Icarus Verilog.
#[derive(clap::Args)]
pub struct Cocotb {
    /// Frames to send
    #[arg(long, value_name = "N", default_value_t = 3000)]
    frames: usize,
    /// Seed of the frames and the pauses
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
}

/// Runs the command.
pub fn run(command: &Command) -> Result<(), Failure> {
    match command {
        Command::Emit(args) => emit(args),
        Command::Lint => lint(),
        Command::Synth(args) => device::synth(args),
        Command::Route(args) => device::route(args),
        Command::Prove(args) => prove(args),
        Command::Coverage(args) => coverage::run(args),
        Command::Memory => memory::run(),
        Command::Cycles(args) => cycles::run(args),
        Command::Wave(args) => wave::wave(args),
        Command::Draw(args) => wave::draw_waves(args),
        Command::Cocotb(args) => cocotb(args),
    }
}

/// The top and its parts under `hdl/cocotb/bench.py`.
fn cocotb(args: &Cocotb) -> Result<(), Failure> {
    let vectors = riskgate::cocotb::vectors(args.frames, args.seed).map_err(Failure::of)?;
    let vectors = serde_json::to_string(&vectors).map_err(Failure::of)?;
    let is_part = |module: &Emitted| {
        hdl::top::PARTS.contains(&module.name.as_str()) || module.name == hdl::top::NAME
    };
    // The same modules with smaller memories, which Icarus fills more quickly.
    let modules: Vec<Emitted> =
        hdl::all_of(&riskgate::cocotb::BUILD).into_iter().filter(is_part).collect();
    let bench = include_str!("../../../../hdl/cocotb/bench.py");
    let files = [("vectors.json", vectors.as_str())];
    tools::cocotb::run(&modules, bench, &files, &mut |step| complain!("{step}"))
        .map_err(Failure::of)
}

fn prove(args: &Prove) -> Result<(), Failure> {
    let is_named =
        |name: &str| args.proofs.is_empty() || args.proofs.iter().any(|named| named == name);
    if let Some(unknown) =
        args.proofs.iter().find(|name| PROOFS.iter().all(|proof| proof.name != **name))
    {
        let names: Vec<&str> = PROOFS.iter().map(|proof| proof.name).collect();
        return Err(Failure::of(format!(
            "no proof is called {unknown}; there are {}",
            names.join(", ")
        )));
    }
    let tools = Tools::find_or_fetch(&mut |step| complain!("{step}")).map_err(Failure::of)?;
    say!("| proof | method | depth | seconds | result |");
    say!("| --- | --- | --: | --: | --- |");
    let mut wrong = Vec::new();
    for proof in PROOFS.iter().filter(|proof| is_named(proof.name)) {
        let name = proof.name;
        let found = if args.mutants { tools.run_mutant(proof) } else { tools.run(proof) };
        let (finding, time) = found.map_err(Failure::of)?;
        let (result, trace) = match &finding {
            Finding::Holds => ("PASS", None),
            Finding::Fails(trace) => ("FAIL", Some(trace)),
            Finding::Undecided(trace) => ("UNDECIDED", Some(trace)),
        };
        let (method, label) = match args.mutants {
            true => (Proof::MUTANT_METHOD, format!("mutant of `{name}`")),
            false => (proof.method, format!("`{name}`")),
        };
        say!("| {label} | {method} | {:.1} | {result} |", time.as_secs_f64());
        match (args.mutants, trace) {
            (true, None) => {
                wrong.push(format!("{name} holds of its mutant, so that it says nothing"))
            }
            (false, Some(trace)) => {
                let what = if matches!(finding, Finding::Fails(_)) {
                    "does not hold"
                } else {
                    "is not decided"
                };
                wrong.push(format!(
                    "{name} {what}; the waves of where it breaks: {}",
                    trace.display()
                ));
            }
            _ => {}
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(Failure::of(wrong.join("\n"))) }
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
