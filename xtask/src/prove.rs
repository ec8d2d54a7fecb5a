// SPDX-License-Identifier: Apache-2.0

//! `cargo xtask prove`: the formal proofs of `hdl/formal`, and their mutants.

use crate::Failure;
use hdl::proofs::{PROOFS, Proof};
use tools::formal::{Finding, Tools};

/// The proofs to run.
#[derive(clap::Args)]
pub struct Args {
    /// Proofs to run; all of them if none is named
    #[arg(value_name = "PROOF")]
    proofs: Vec<String>,
    /// Run them on kernels with one deliberate fault each, which every proof must find
    #[arg(long)]
    mutants: bool,
}

/// Runs the command.
///
/// # Errors
/// If a proof is unknown, the tools cannot be had, or a result is not the expected one.
pub fn run(args: &Args) -> Result<(), Failure> {
    let proofs = named(&args.proofs)?;
    let tools = Tools::find_or_fetch(&mut |step| eprintln!("{step}")).map_err(Failure::of)?;
    println!("| proof | method | depth | seconds | result |");
    println!("| --- | --- | --: | --: | --- |");
    let mut wrong = Vec::new();
    for proof in proofs {
        let found = if args.mutants { tools.run_mutant(proof) } else { tools.run(proof) };
        let (finding, time) = found.map_err(Failure::of)?;
        let result = match &finding {
            Finding::Holds => "PASS",
            Finding::Fails(_) => "FAIL",
            Finding::Undecided(_) => "UNDECIDED",
        };
        let name = proof.name;
        let (method, label) = match args.mutants {
            true => (Proof::MUTANT_METHOD, format!("mutant of `{name}`")),
            false => (proof.method, format!("`{name}`")),
        };
        println!("| {label} | {method} | {:.1} | {result} |", time.as_secs_f64());
        wrong.extend(fault(name, args.mutants, &finding));
    }
    if wrong.is_empty() { Ok(()) } else { Err(Failure::of(wrong.join("\n"))) }
}

/// The proofs of given names, or all.
fn named(names: &[String]) -> Result<Vec<&'static Proof>, Failure> {
    if let Some(unknown) = names.iter().find(|name| PROOFS.iter().all(|proof| proof.name != **name))
    {
        let names: Vec<&str> = PROOFS.iter().map(|proof| proof.name).collect();
        let names = names.join(", ");
        return Err(Failure::of(format!("no proof is called {unknown}; there are {names}")));
    }
    let is_named = |proof: &&Proof| names.is_empty() || names.iter().any(|name| proof.name == name);
    Ok(PROOFS.iter().filter(is_named).collect())
}

/// What is wrong with a result: a proof must hold, and its mutant must not.
fn fault(name: &str, is_mutant: bool, finding: &Finding) -> Option<String> {
    let (what, trace) = match (is_mutant, finding) {
        (true, Finding::Holds) => {
            return Some(format!("{name} holds for its mutant, so it proves nothing"));
        }
        (true, _) | (false, Finding::Holds) => return None,
        (false, Finding::Fails(trace)) => ("does not hold", trace),
        (false, Finding::Undecided(trace)) => ("is undecided", trace),
    };
    Some(format!("{name} {what}; the waves of the failure are in {}", trace.display()))
}
