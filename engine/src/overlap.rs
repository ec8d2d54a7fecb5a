// SPDX-License-Identifier: Apache-2.0

//! Overlap: the next frame is taken before the commit of the one before has reached all memories,
//! as soon as nobody can tell.
//!
//! ```text
//!  cycle 0              verdict      last issue  release          commit
//!        parse, look-ups, lanes │ commit issues │·····│··drain······│
//!                                                     next frame: 0 ··· f, its first look at that table's columns
//! ```
//! A transaction issues for the last time, and then its writes and folds are on their way for some
//! cycles more. The next frame may be taken meanwhile if whatever transaction it has looks at those
//! columns only when they are there: the order is then the same as one message after the other. So
//! the interlock is a number that is known before anything runs: the *release* of a transaction,
//! from its first beat in to the cycle in which the next frame can be taken. It is not in the
//! program's image, since it follows from the instructions.
//!
//! All transactions of a program are considered, since anyone may come next. One of another program
//! may look earlier: the first frame behind a change of program waits for the end of the commit.

use crate::frame::Layout;
use crate::isa::{INSTRUCTION_SET, Instruction, Opcode, UnitClass};
use crate::machine::TABLES_MAX;
use crate::program::{Program, Transaction};

/// The most cycles from a release to the end of the commit, since only writes and folds are on
/// their way then: so long the first frame behind a change of program waits at most for the commit
/// of the one before.
pub const DRAIN_CYCLES_MAX: u16 = INSTRUCTION_SET[Opcode::Fold as usize].latency - 1;
const _: () = assert!(INSTRUCTION_SET[Opcode::Write as usize].latency <= DRAIN_CYCLES_MAX);

/// When a transaction lets the next frame in, in cycles from its own first beat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Release {
    /// It issues nothing any more, and everything but its writes and folds has arrived.
    pub issued: u16,
    /// The next frame can be taken. What lies between is the wait of a frame for columns that it
    /// may look at.
    pub cycles: u16,
}

/// The releases of all transactions.
pub fn releases(program: &Program) -> Vec<Release> {
    let first = first_looks(program);
    let kinds = program.frame_kinds().zip(&program.transactions).enumerate();
    kinds
        .map(|(index, (kind, transaction))| {
            let stored = Layout::new(index as u8, program.fields(kind)).store_cycles();
            release(transaction, stored, &first)
        })
        .collect()
}

/// The cycle in which any transaction looks at columns of a table for the first time, or changes
/// them, by table.
fn first_looks(program: &Program) -> [u16; TABLES_MAX] {
    let mut first = [u16::MAX; TABLES_MAX];
    for instruction in program.transactions.iter().flat_map(|transaction| &transaction.instructions)
    {
        let unit = instruction.opcode.signature().unit;
        let looks = matches!(unit, UnitClass::Column | UnitClass::Writer | UnitClass::Commit);
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
        UnitClass::Verdict => instruction.ready() + store_cycles,
        // What it gives back must not reach a slot of the next.
        _ => instruction.ready(),
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
    use crate::isa::Operand;

    fn transaction(instructions: &[(Opcode, u16, u8)]) -> Transaction {
        let instructions = instructions
            .iter()
            .map(|(opcode, cycle, unit)| Instruction {
                opcode: *opcode,
                unit: *unit,
                cycle: *cycle,
                operands: [Operand::NONE; 6],
            })
            .collect();
        Transaction { instructions, entries: Vec::new(), verdict_cycles: 14, commit_cycles: 40 }
    }

    /// A fold in cycle 27 is there in 38.
    const FOLDS: &[(Opcode, u16, u8)] =
        &[(Opcode::Fetch, 9, 1), (Opcode::Verdict, 10, 0), (Opcode::Fold, 27, 1)];

    #[test]
    fn the_next_looks_at_nothing_that_is_on_its_way() {
        let of = |first: u16| {
            let mut looks = [u16::MAX; TABLES_MAX];
            looks[1] = first;
            release(&transaction(FOLDS), 0, &looks)
        };
        // Whoever looks in its cycle 9 may start in 29, whoever looks in 2 in 36; nobody before the
        // last issue is over.
        assert_eq!(of(9), Release { issued: 28, cycles: 29 });
        assert_eq!(of(2), Release { issued: 28, cycles: 36 });
        assert_eq!(of(27), Release { issued: 28, cycles: 28 });
    }

    #[test]
    fn verdicts_texts_and_results_are_waited_for() {
        let nobody = [u16::MAX; TABLES_MAX];
        let judges = transaction(&[(Opcode::Verdict, 10, 0)]);
        assert_eq!(release(&judges, 0, &nobody).cycles, 14);
        assert_eq!(
            release(&judges, 8, &nobody).cycles,
            21,
            "texts are stored for eight cycles behind the verdict in 13"
        );
        let divides = transaction(&[(Opcode::Div, 5, 0), (Opcode::Verdict, 10, 0)]);
        assert_eq!(release(&divides, 0, &nobody).cycles, 40);
    }

    #[test]
    fn a_table_is_looked_at_by_whoever_does_so_first() {
        let program = Program {
            tables: Vec::new(),
            messages: Vec::new(),
            rules: Vec::new(),
            strings: Vec::new(),
            constants: Vec::new(),
            transactions: vec![
                transaction(FOLDS),
                transaction(&[
                    (Opcode::Lookup, 2, 1),
                    (Opcode::Level, 7, 1),
                    (Opcode::Fetch, 4, 2),
                ]),
            ],
        };
        let first = first_looks(&program);
        // A look-up reads the key index alone, and a fetch from another table is no look at this
        // one.
        assert_eq!((first[0], first[1], first[2]), (u16::MAX, 7, 4));
    }
}
