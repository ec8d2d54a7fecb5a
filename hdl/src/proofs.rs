// SPDX-License-Identifier: Apache-2.0

//! Formal proofs about kernels.
//!
//! A proof is a wrapper under `hdl/formal`, whose head states in prose what is proven and what is
//! assumed. The wrapper instantiates the emitted Verilog of a kernel unchanged. Where an induction
//! needs a signal inside the kernel, a wire of the wrapper is connected to that signal after the
//! hierarchy is flattened, so the text of the kernel stays the same.
//!
//! A proof by *induction* of depth k shows a statement for every cycle: the statement holds in the
//! first k cycles, and if it holds in k consecutive cycles, it holds in the next one. A *bounded*
//! proof shows the statement for a fixed number of cycles from the start, and says nothing about
//! later cycles.
//!
//! Every proof has a *mutant*: the kernel with one line broken, for which the proof must fail. A
//! proof that cannot fail shows nothing.
//!
//! The crate `tools` runs proofs with SymbiYosys.

use crate::emit::{Emitted, emit};
use crate::kernels::allocator::Allocator;
use crate::kernels::{
    column_port, column_ports, decision, dictionary, egress, hash_map, key_port, key_unit,
    level_store, parse, sequencer, sum_bank,
};

/// The method of a proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// For every cycle, by induction over this number of cycles.
    Induction(u32),
    /// For this number of cycles from the start.
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

/// A change that breaks a kernel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mutation {
    /// A fragment of the kernel's Verilog.
    pub original: &'static str,
    /// The text that replaces the first occurrence of the fragment.
    pub broken: &'static str,
}

/// A proof about a kernel.
#[derive(Clone, Copy)]
pub struct Proof {
    /// The name of the proof; the module of its wrapper is `NAME_proof`.
    pub name: &'static str,
    /// The method.
    pub method: Method,
    /// The text of the wrapper.
    pub wrapper: &'static str,
    /// Emits the kernel.
    pub kernel: fn() -> Emitted,
    /// Wires of the wrapper, each with the signal inside the kernel that it is connected to.
    pub inside: &'static [(&'static str, &'static str)],
    /// The change that makes the mutant.
    pub mutation: Mutation,
}

impl Proof {
    /// The method that is used on mutants. Every mutant fails within this number of cycles, and no
    /// bounded proof has fewer.
    pub const MUTANT_METHOD: Method = Method::Bounded(11);

    /// The Verilog of the mutant, or `None` if the kernel does not contain the fragment that the
    /// mutation replaces.
    pub fn mutant(&self) -> Option<String> {
        let Mutation { original, broken } = self.mutation;
        let verilog = (self.kernel)().verilog;
        verilog.contains(original).then(|| verilog.replacen(original, broken, 1))
    }
}

/// Every proof.
pub const PROOFS: &[Proof] = &[
    Proof {
        name: "egress",
        method: Method::Induction(2),
        wrapper: include_str!("../formal/egress.sv"),
        kernel: || emit("egress", "the way out", &mut egress::Egress::default()),
        inside: &[("to_host_inside", "kernel.to_host_q")],
        // The beat is taken by the stream of the presented answer instead of the held one.
        mutation: Mutation { original: "if (to_host_q) begin", broken: "if (host) begin" },
    },
    Proof {
        name: "decision",
        method: Method::Induction(2),
        wrapper: include_str!("../formal/decision.sv"),
        kernel: || emit("decision", "the decision", &mut decision::Decision::default()),
        inside: &[
            ("waiting_inside", "kernel.waiting_q"),
            ("held_inside", "kernel.held_q"),
            ("effects_inside", "kernel.effects_held_q"),
            ("settling_inside", "kernel.settling_q"),
            ("by_rule_inside", "kernel.by_rule_q_q"),
        ],
        // The permit changes with the room for texts.
        mutation: Mutation {
            original: "if (decided_q_q) begin",
            broken: "if (decided_q_q | held_q) begin",
        },
    },
    Proof {
        name: "answer",
        method: Method::Induction(2),
        wrapper: include_str!("../formal/answer.sv"),
        kernel: decision_and_egress,
        inside: &[
            ("waiting_inside", "decides.waiting_q"),
            ("settling_inside", "decides.settling_q"),
            ("full_inside", "way_out.full_q"),
            ("to_host_inside", "way_out.to_host_q"),
        ],
        // A frame may start in the cycle in which the previous frame is decided.
        mutation: Mutation {
            original: "assign pending = waiting_q | decided_q_q | settling_q | settled_q_q;",
            broken: "assign pending = waiting_q | settling_q | settled_q_q;",
        },
    },
    Proof {
        name: "key_port",
        method: Method::Induction(2),
        wrapper: include_str!("../formal/key_port.sv"),
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
        // A row is deleted and a group closed even without a permit.
        mutation: Mutation {
            original: "may_change & wanted & row_there;",
            broken: "enabled & wanted & row_there;",
        },
    },
    Proof {
        name: "key_unit",
        method: Method::Induction(2),
        wrapper: include_str!("../formal/key_unit.sv"),
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
        // A lookup that finds nothing takes a row.
        mutation: Mutation { original: "(operation_2_q == 4) & ~map_found", broken: "~map_found" },
    },
    Proof {
        name: "allocator_reserves",
        method: Method::Induction(2),
        wrapper: include_str!("../formal/allocator_reserves.sv"),
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
                "kernel.head_q,kernel.fetch_q,kernel.push_q,kernel.stored_q,kernel.fresh_q,\
                 kernel.last_q,kernel.issued_q,kernel.flight_q,kernel.landing_q,kernel.taken_q,\
                 kernel.took_back_q",
            ),
            (
                "queue_write",
                "kernel.queue_write,kernel.queue_write_address,kernel.queue_write_data",
            ),
            (
                "window_write",
                "kernel.window_land,kernel.window_land_slot,kernel.window_land_word,\
                 kernel.window_enter,kernel.window_enter_slot,kernel.window_enter_word",
            ),
            ("queue_word_untouched", "untouched.queue_read_data"),
            ("slot_untouched", "untouched.window_slot"),
            ("window_word_untouched", "untouched.window_word"),
            (
                "state_untouched",
                "untouched.head_q,untouched.fetch_q,untouched.push_q,untouched.stored_q,\
                 untouched.fresh_q,untouched.last_q,untouched.issued_q,untouched.flight_q,\
                 untouched.landing_q,untouched.taken_q,untouched.took_back_q",
            ),
            (
                "queue_write_untouched",
                "untouched.queue_write,untouched.queue_write_address,untouched.queue_write_data",
            ),
            (
                "window_write_untouched",
                "untouched.window_land,untouched.window_land_slot,untouched.window_land_word,\
                 untouched.window_enter,untouched.window_enter_slot,untouched.window_enter_word",
            ),
        ],
        // Reserves are kept even for a message that is not accepted.
        mutation: Mutation {
            original: "assign keeps = accept & ~is_hidden;",
            broken: "assign keeps = 1'b1;",
        },
    },
    Proof {
        name: "column_port",
        method: Method::Induction(2),
        wrapper: include_str!("../formal/column_port.sv"),
        kernel: || emit("column_port", "the column port", &mut column_port::ColumnPort::default()),
        inside: &[
            ("operations", "kernel.operations_read_data"),
            ("constants", "kernel.constants_read_data"),
            ("operations_permitted", "permitted.operations_read_data"),
            ("constants_permitted", "permitted.constants_read_data"),
        ],
        // The effects of a reject write and fold before they are settled.
        mutation: Mutation {
            original: "may_change = live & effects & permit_effects;",
            broken: "may_change = live & effects;",
        },
    },
    Proof {
        name: "column_ports",
        method: Method::Induction(2),
        wrapper: include_str!("../formal/column_ports.sv"),
        kernel: || {
            emit("column_ports", "the column ports", &mut column_ports::ColumnPorts::default())
        },
        inside: &[],
        // One of the eight ports has the wrong signal for its permit.
        mutation: Mutation {
            original: "assign ports_5_permit = permit;",
            broken: "assign ports_5_permit = live;",
        },
    },
    Proof {
        name: "sum_bank",
        method: Method::Induction(3),
        wrapper: include_str!("../formal/sum_bank.sv"),
        kernel: || emit("sum_bank", "counts and sums", &mut sum_bank::SumBank::new(12)),
        inside: &[
            ("write", "kernel.memory_write"),
            ("write_address", "kernel.memory_write_address"),
        ],
        // A fetch is taken for a fold.
        mutation: Mutation {
            original: "folding_q <= fold & ~reset;",
            broken: "folding_q <= memory_read & ~reset;",
        },
    },
    Proof {
        name: "level_store",
        method: Method::Induction(2),
        wrapper: include_str!("../formal/level_store.sv"),
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
        // The number of a message's queries is not reset.
        mutation: Mutation { original: "if (forget) begin", broken: "if (1'b0) begin" },
    },
    Proof {
        name: "dictionary",
        method: Method::Induction(2),
        wrapper: include_str!("../formal/dictionary.sv"),
        kernel: || emit("dictionary", "the dictionary", &mut dictionary::Dictionary::new(2048)),
        inside: &[
            ("storing", "kernel.storing_q"),
            ("step", "kernel.step_q"),
            ("count", "kernel.count_q"),
            ("map_slots", "kernel.map_write_slots"),
        ],
        // New texts are kept even without a permit.
        mutation: Mutation { original: "finish & permit & |new_q", broken: "finish & |new_q" },
    },
    Proof {
        name: "parse",
        method: Method::Induction(3),
        wrapper: include_str!("../formal/parse.sv"),
        kernel: || emit("parse", "the parser", &mut parse::Parse::default()),
        inside: &[
            ("beats_inside", "kernel.beats_q"),
            ("there_inside", "kernel.there_q"),
            ("last_inside", "kernel.beat_last_q"),
        ],
        // A frame of more than four beats counts as complete at its fourth beat.
        mutation: Mutation { original: "if (~beats_q[2]) begin", broken: "if (1'b1) begin" },
    },
    Proof {
        name: "sequencer",
        method: Method::Induction(4),
        wrapper: include_str!("../formal/sequencer.sv"),
        kernel: || emit("sequencer", "the sequencer", &mut sequencer::Sequencer::default()),
        inside: &[
            ("word", "kernel.entries_read_data"),
            ("left_inside", "kernel.cycles_left_q"),
            ("commit_inside", "kernel.commit_left_q"),
        ],
        // The program bank changes while a frame kind is refused.
        mutation: Mutation {
            original: "if (running_q | refusing_q) begin",
            broken: "if (running_q) begin",
        },
    },
    Proof {
        name: "sequencer_table",
        method: Method::Induction(2),
        wrapper: include_str!("../formal/sequencer_table.sv"),
        kernel: || emit("sequencer", "the sequencer", &mut sequencer::Sequencer::default()),
        inside: &[],
        // One word of the table cannot be written.
        mutation: Mutation {
            original: "if (write) begin",
            broken: "if (write && write_address != 200) begin",
        },
    },
    Proof {
        name: "allocator",
        method: Method::Bounded(15),
        wrapper: include_str!("../formal/allocator.sv"),
        kernel: || emit("allocator", "the row allocator", &mut Allocator::new(4)),
        inside: &[],
        // The lap bit of a slot is ignored, so a stale handle is given out.
        mutation: Mutation {
            original: "assign there = window_word[24] ^ lap;",
            broken: "assign there = 1'b1;",
        },
    },
    Proof {
        name: "hash_map",
        method: Method::Bounded(11),
        wrapper: include_str!("../formal/hash_map.sv"),
        kernel: || {
            emit("hash_map", "the map of the key index", &mut hash_map::HashMap::<3, 2>::new(1))
        },
        inside: &[],
        // A delete leaves the slot marked as taken.
        mutation: Mutation {
            original: "assign ways_0_write_taken = write_taken;",
            broken: "assign ways_0_write_taken = 1'b1;",
        },
    },
];

/// The decision and the egress kernel, which the wrapper `answer` connects.
fn decision_and_egress() -> Emitted {
    let decision = emit("decision", "the decision", &mut decision::Decision::default());
    let egress = emit("egress", "the way out", &mut egress::Egress::default());
    Emitted { verilog: decision.verilog + &egress.verilog, ..egress }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mutant_differs_from_its_kernel() {
        for proof in PROOFS {
            let Mutation { original, broken } = proof.mutation;
            assert!(proof.mutant().is_some() && original != broken, "{}: `{original}`", proof.name);
        }
    }

    #[test]
    fn every_wrapper_is_the_module_of_its_proof() {
        for Proof { name, wrapper, inside, .. } in PROOFS {
            assert!(wrapper.contains(&format!("\n// {name}: ")), "{name}");
            assert!(wrapper.contains(&format!("\nmodule {name}_proof (")), "{name}");
            for (wire, _) in *inside {
                assert!(wrapper.contains(&format!(" {wire};")), "{name}: {wire}");
            }
        }
    }
}
