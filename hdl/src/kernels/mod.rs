//! The kernels, one a file, and the list of them.

pub mod allocator;
pub mod chain;
pub mod divider;
pub mod divider_unit;
pub mod egress;
pub mod lane;
pub mod lane_unit;
pub mod logic_unit;
pub mod parse;
pub mod registers;
pub mod sequencer;
pub mod verdict;

use crate::emit::{Emitted, Unused, emit, emit_with};

/// Every kernel in its default configuration, as it is checked in under `hdl/verilog`.
pub fn all() -> Vec<Emitted> {
    vec![
        emit_with(
            "allocator",
            "the row allocator of a table",
            &mut allocator::Allocator::new(allocator::Allocator::DEPTH_DEFAULT),
            &["write_address", "read_address"]
                .map(|signal| Unused { signal, reason: "Handles are 24 bits at any depth." }),
        ),
        emit("chain", "a logic unit, which combines up to four truths", &mut chain::Chain::default()),
        emit_with(
            "divider",
            "quotient, remainder, multiply-divide",
            &mut divider::Divider::default(),
            &divider::UNUSED,
        ),
        emit("egress", "a verdict becomes a beat on an AXI-Stream", &mut egress::Egress::default()),
        emit("lane", "a rule lane: arithmetic and comparisons on values with tags", &mut lane::Lane::default()),
        emit_with(
            "logic_unit",
            "a logic unit with its program memory",
            &mut logic_unit::LogicUnit::default(),
            &[Unused { signal: "word", reason: "Bit 62 has no meaning." }],
        ),
        emit_with(
            "parse",
            "frames of up to four beats become values of fields",
            &mut parse::Parse::default(),
            &parse::UNUSED,
        ),
        emit_with(
            "registers",
            "what the host reads and writes, over AXI-Lite",
            &mut registers::Registers::default(),
            &registers::UNUSED,
        ),
        emit_with(
            "sequencer",
            "steps through the transaction of a frame's kind",
            &mut sequencer::Sequencer::default(),
            &[Unused { signal: "entries_read_data", reason: "A word has 64 bits, a transaction's entry fewer." }],
        ),
        emit(
            "verdict",
            "the verdict tree, which finds the lowest entry that is not true",
            &mut verdict::Verdict::default(),
        ),
    ]
}
