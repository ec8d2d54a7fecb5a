// SPDX-License-Identifier: Apache-2.0

//! The kernels, one a file, and the list of those that are emitted.

pub mod allocator;
pub mod chain;
pub mod column_port;
pub mod column_ports;
pub mod decision;
pub mod dictionary;
pub mod divider;
pub mod divider_unit;
pub mod egress;
pub mod fetch_port;
pub mod group_unit;
pub mod hash_map;
pub mod key_index;
pub mod key_port;
pub mod key_unit;
pub mod lane;
pub mod lane_unit;
pub mod level_store;
pub mod logic_unit;
pub mod modes;
pub mod parse;
pub mod read_back;
pub mod registers;
pub mod sequencer;
pub mod sum_bank;
pub mod table_unit;
pub mod verdict;

use crate::emit::{Emitted, Unused, emit, emit_with};

/// Signals of table units some of whose bits are unused.
pub fn tables_unused() -> Vec<Unused> {
    let shared = |signals: &[&'static str], reason: &'static str| -> Vec<Unused> {
        signals.iter().map(|signal| Unused { signal, reason }).collect()
    };
    let all = [
        shared(
            &["read_address", "row", "write_rows", "write_address"],
            "Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.",
        ),
        shared(&["row_data"], "A row has 24 bits, a slot 66."),
        shared(&["fold_values"], "A fold takes only values without a tag."),
        shared(
            &["settings_q"],
            "The settings have the layout of the program word, which has unused bits.",
        ),
        shared(&["target"], "A register has 32 bits, a target fewer."),
        shared(&["named"], "Some numbers name no unit that is read back."),
        shared(&["shifted"], "One column is read back at a time."),
        shared(
            &["group_memory"],
            "The other numbers of memories are decoded elsewhere, or unused.",
        ),
        shared(
            &[
                "key_unit_closing",
                "key_unit_closing_row",
                "key_unit_member_read",
                "key_unit_member_row",
                "key_unit_opened",
                "key_unit_opened_row",
            ],
            "The rows of a declared table have no members.",
        ),
        shared(&["allocator_full"], "The verdict entry of a reserve reports it."),
        shared(
            &["map_hit", "map_free_address"],
            "`place` knows the place of a row, and texts are never removed.",
        ),
        shared(
            &[
                "fetched_first_0",
                "fetched_first_1",
                "fetched_first_2",
                "fetched_first_3",
                "fetched_first_4",
                "fetched_first_5",
                "fetched_first_6",
                "fetched_first_7",
                "fetched_second_0",
                "fetched_second_1",
                "fetched_second_2",
                "fetched_second_3",
                "fetched_second_4",
                "fetched_second_5",
                "fetched_second_6",
                "fetched_second_7",
            ],
            "A word has 64 bits, not all of which belong to a column.",
        ),
        shared(
            &["levels_0_answer", "levels_1_answer"],
            "Questions that the port answers itself are included.",
        ),
        shared(&["map_scan_payload"], "The count of a level is read back, not its slot."),
        shared(&["allocator_ok", "allocator_rows"], "A level store pops blocks and reserves none."),
        shared(
            &[
                "root_entries_flags",
                "root_entries_flags_after",
                "root_entries_picked",
                "child_entries_flags_after",
                "child_entries_picked",
                "block_entries_picked",
            ],
            "Only the flags of root entries and the handles of children are used.",
        ),
        shared(&["word", "program_data"], "A word has 64 bits, not all of which a unit uses."),
    ];
    all.into_iter().flatten().collect()
}

/// Every kernel in its default configuration, as it is checked in under `hdl/verilog`.
pub fn all() -> Vec<Emitted> {
    vec![
        emit_with(
            "allocator",
            "the row allocator of a table",
            &mut allocator::Allocator::new(allocator::Allocator::DEPTH_DEFAULT),
            &["write_address", "read_address"]
                .map(|signal| Unused { signal, reason: "Handles have 24 bits at any depth." }),
        ),
        emit(
            "chain",
            "the combination of up to four truths in a logic unit",
            &mut chain::Chain::default(),
        ),
        emit_with(
            "divider",
            "quotient, remainder, multiply-divide",
            &mut divider::Divider::default(),
            &divider::UNUSED,
        ),
        emit_with(
            "column_port",
            "a write port of columns, which reads row and value",
            &mut column_port::ColumnPort::default(),
            &tables_unused(),
        ),
        emit_with(
            "column_ports",
            "all write ports of columns, and what they present to each table unit",
            &mut column_ports::ColumnPorts::default(),
            &tables_unused(),
        ),
        emit(
            "decision",
            "the decision whether a message may change tables",
            &mut decision::Decision::default(),
        ),
        emit_with(
            "dictionary",
            "texts become codes, and the new texts of accepted messages are stored",
            &mut dictionary::Dictionary::default(),
            &tables_unused(),
        ),
        emit(
            "egress",
            "a verdict becomes a beat on one of two AXI-Streams",
            &mut egress::Egress::default(),
        ),
        emit_with(
            "fetch_port",
            "the row of a table that is fetched, and the slots of its columns",
            &mut fetch_port::FetchPort::default(),
            &tables_unused(),
        ),
        emit_with(
            "group_unit",
            "a hidden table of 4,096 groups: key index, members, counts, sums, minima, maxima",
            &mut group_unit::GroupUnit::new(12, 8192),
            &tables_unused(),
        ),
        emit_with(
            "hash_map",
            "a map from keys to rows in 2,048 buckets a way",
            &mut hash_map::HashMap::<128, 24>::new(11),
            &tables_unused(),
        ),
        emit_with(
            "key_index",
            "the key index of a table of 4,096 rows, with their allocator",
            &mut key_index::KeyIndex::new(12),
            &tables_unused(),
        ),
        emit_with(
            "key_port",
            "the operands of a key operation, and its key packed",
            &mut key_port::KeyPort::default(),
            &tables_unused(),
        ),
        emit(
            "lane",
            "a rule lane: arithmetic and comparisons on values with tags",
            &mut lane::Lane::default(),
        ),
        emit_with(
            "level_store",
            "the exact minimum or maximum of the values of 4,096 groups",
            &mut level_store::LevelStore::new(12, 8192),
            &tables_unused(),
        ),
        emit_with(
            "logic_unit",
            "a logic unit with its program memory",
            &mut logic_unit::LogicUnit::default(),
            &[Unused { signal: "word", reason: "Bit 62 is unused without `TO_ENTRY`." }],
        ),
        emit("modes", "the modes of rules", &mut modes::Modes::default()),
        emit_with(
            "parse",
            "frames of up to four beats become values of fields",
            &mut parse::Parse::default(),
            &parse::UNUSED,
        ),
        emit_with(
            "read_back",
            "selects what is read back of the tables",
            &mut read_back::ReadBack::default(),
            &tables_unused(),
        ),
        emit_with(
            "registers",
            "the registers of the host, over AXI-Lite",
            &mut registers::Registers::default(),
            &registers::UNUSED,
        ),
        emit_with(
            "sequencer",
            "steps through the transaction of a frame's kind",
            &mut sequencer::Sequencer::default(),
            &[Unused {
                signal: "entries_read_data",
                reason: "A word has 64 bits, an entry of the table fewer.",
            }],
        ),
        emit_with(
            "sum_bank",
            "count and sum of the values of 4,096 groups",
            &mut sum_bank::SumBank::new(12),
            &tables_unused(),
        ),
        emit_with(
            "table_unit",
            "a declared table of 4,096 rows: key index, columns and their ports",
            &mut table_unit::TableUnit::new(12),
            &tables_unused(),
        ),
        emit(
            "verdict",
            "the verdict tree, which finds the lowest entry that is not true",
            &mut verdict::Verdict::default(),
        ),
    ]
}
