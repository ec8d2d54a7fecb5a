// SPDX-License-Identifier: Apache-2.0

//! Overlap: the machine takes the next frame before the commit of the previous frame has reached
//! all memories, provided that the results do not change.
//!
//! ```text
//!  cycle 0             verdict       last issue  release        commit
//!        parse, lookups, lanes │ commit issues │·····│··drain······│
//!                                                    next frame: 0 ··· f, its first access
//!                                                                         to the table's columns
//! ```
//! After the last issue of a transaction its writes and folds take some more cycles. The next frame
//! may be taken in these cycles if its transaction accesses those columns only after they are
//! written: the results are then those of one message after the other. The interlock is therefore a
//! number that is known in advance: the *release* of a transaction, in cycles from its first beat
//! in until the next frame can be taken. The program's image does not contain it, since it follows
//! from the instructions.
//!
//! A release considers all transactions of a program, since any of them may come next. A
//! transaction of another program may access columns earlier: the first frame after a change of
//! program waits for the end of the commit.

use crate::isa::{INSTRUCTION_SET, Instruction, Opcode, UnitClass};
use crate::machine::{ISSUE_CYCLES, TABLES_MAX, TRANSMIT_CYCLES};
use crate::program::{Program, Transaction};
use crate::scan::START_CYCLES;

/// The most cycles from a release to the end of the commit. Only writes and folds are in flight
/// then. The first frame after a change of program waits at most this long for the previous commit.
pub const DRAIN_CYCLES_MAX: u16 = INSTRUCTION_SET[Opcode::Fold as usize].latency - 1;
const _: () = assert!(INSTRUCTION_SET[Opcode::Write as usize].latency <= DRAIN_CYCLES_MAX);

// What the row program of a scan finds in other tables needs no release: by the time of its first
// fetch, every write and fold of the message before has ended.
const _: () = assert!(
    DRAIN_CYCLES_MAX
        <= ISSUE_CYCLES + START_CYCLES + INSTRUCTION_SET[Opcode::Lookup as usize].latency
);

/// The time at which a transaction lets the next frame in, in cycles from its own first beat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Release {
    /// The cycle after its last issue, in which everything but its writes and folds has arrived.
    pub issued: u16,
    /// The cycle in which the next frame can be taken. The difference is the wait for columns that
    /// the next frame may access.
    pub cycles: u16,
}

/// The releases of all transactions, in order.
pub fn releases(program: &Program) -> Vec<Release> {
    let first = first_looks(program);
    let kinds = program.frame_kinds().zip(&program.transactions);
    kinds
        .map(|(kind, transaction)| {
            let stored = program.layout(kind).store_cycles();
            release(transaction, stored, &first)
        })
        .collect()
}

/// For each table: the first cycle in which any transaction reads or changes its columns. What a
/// row program finds for each row is read later.
fn first_looks(program: &Program) -> [u16; TABLES_MAX] {
    let mut first = [u16::MAX; TABLES_MAX];
    for instruction in program.transactions.iter().flat_map(|transaction| &transaction.instructions)
    {
        let unit = instruction.opcode.signature().unit;
        let looks = matches!(unit, UnitClass::Column | UnitClass::Writer | UnitClass::Commit)
            || instruction.opcode == Opcode::Scan;
        if looks || instruction.opcode == Opcode::Level {
            let of_table = &mut first[usize::from(instruction.unit)];
            *of_table = instruction.cycle.min(*of_table);
        }
    }
    first
}

fn release(transaction: &Transaction, store_cycles: u16, first: &[u16; TABLES_MAX]) -> Release {
    let issued = |instruction: &Instruction| match instruction.opcode.signature().unit {
        UnitClass::Writer => instruction.cycle + 1,
        // An answer leaves in the cycle after a decision.
        UnitClass::Verdict => instruction.ready() + store_cycles.max(TRANSMIT_CYCLES),
        // Its result must not reach a slot of the next frame.
        UnitClass::Lane
        | UnitClass::Logic
        | UnitClass::Divider
        | UnitClass::Wide
        | UnitClass::Text
        | UnitClass::Index
        | UnitClass::Column
        | UnitClass::Allocator
        | UnitClass::Scan
        | UnitClass::Commit => instruction.ready(),
    };
    let issued =
        transaction.instructions.iter().map(issued).fold(transaction.verdict_cycles, u16::max);
    let writers =
        transaction.instructions.iter().filter(|i| i.opcode.signature().unit == UnitClass::Writer);
    let looked_at = writers.map(|i| i.ready().saturating_sub(first[usize::from(i.unit)]));
    Release { issued, cycles: looked_at.fold(issued, u16::max) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Zone;
    use crate::dictionary::DictionaryDef;
    use crate::isa::Operand;

    fn transaction(instructions: &[(Opcode, u16, u8)]) -> Transaction {
        let instructions = instructions
            .iter()
            .map(|(opcode, cycle, unit)| {
                Instruction::new(*opcode, *unit, *cycle, [Operand::NONE; 6])
            })
            .collect();
        Transaction {
            instructions,
            entries: Vec::new(),
            effects: Vec::new(),
            scans: Vec::new(),
            verdict_cycles: 14,
            commit_cycles: 40,
        }
    }

    /// A fold in cycle 27 has written in cycle 38.
    const FOLDS: &[(Opcode, u16, u8)] =
        &[(Opcode::Fetch, 9, 1), (Opcode::Verdict, 10, 0), (Opcode::Fold, 27, 1)];

    #[test]
    fn the_next_frame_reads_no_column_before_it_is_written() {
        let of = |first: u16| {
            let mut looks = [u16::MAX; TABLES_MAX];
            looks[1] = first;
            release(&transaction(FOLDS), 0, &looks)
        };
        // A frame whose first access is in its cycle 9 may start in 29, one with cycle 2 in 36. No
        // frame starts before the cycle after the last issue.
        assert_eq!(of(9), Release { issued: 28, cycles: 29 });
        assert_eq!(of(2), Release { issued: 28, cycles: 36 });
        assert_eq!(of(27), Release { issued: 28, cycles: 28 });
    }

    #[test]
    fn verdicts_texts_and_results_are_waited_for() {
        let no_access = [u16::MAX; TABLES_MAX];
        let judges = transaction(&[(Opcode::Verdict, 10, 0)]);
        assert_eq!(release(&judges, 0, &no_access).cycles, 14);
        assert_eq!(
            release(&judges, 8, &no_access).cycles,
            21,
            "texts are stored for eight cycles after the verdict in cycle 13"
        );
        let divides = transaction(&[(Opcode::Div, 5, 0), (Opcode::Verdict, 10, 0)]);
        assert_eq!(release(&divides, 0, &no_access).cycles, 40);
    }

    #[test]
    fn the_first_access_counts_over_all_transactions() {
        let program = Program {
            tables: Vec::new(),
            messages: Vec::new(),
            rules: Vec::new(),
            strings: Vec::new(),
            dictionary: DictionaryDef::OF_HARDWARE,
            constants: Vec::new(),
            transactions: vec![
                transaction(FOLDS),
                transaction(&[
                    (Opcode::Lookup, 2, 1),
                    (Opcode::Level, 7, 1),
                    (Opcode::Fetch, 4, 2),
                ]),
            ],
            zone: Zone::UTC,
            jobs: Vec::new(),
        };
        let first = first_looks(&program);
        // A lookup reads only the key index, and a fetch from another table does not access this
        // one.
        assert_eq!((first[0], first[1], first[2]), (u16::MAX, 7, 4));
    }
}
