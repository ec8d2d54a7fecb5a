// SPDX-License-Identifier: Apache-2.0

//! The transaction of a message on a hidden table. It looks up two groups and asks for room for
//! levels; behind the verdict a member leaves the first group and another enters the second, and
//! every aggregate follows.

use crate::bench::Transaction;
use engine::build::{LEVELS, SUMS};
use engine::isa::{Instruction, Opcode, Operand, Space};
use engine::machine::{ISSUE_CYCLES, WRITE_PORTS};
use engine::schema::{ColumnDef, ColumnId, ColumnKind, HiddenDef, TableDef, TableId, Type};
use rand::RngExt;
use rand::seq::SliceRandom;
use std::collections::BTreeSet;
use testkit::rng::Rng;

const NONE: Operand = Operand::NONE;
/// Aggregates: one a bank, then one a level store.
pub const AGGREGATES: usize = SUMS + LEVELS;
/// What the levels' questions are guarded by, the reserve, the opening.
pub const QUESTION: Operand = Operand::new(Space::Predicate, 1023);
pub const RESERVE: Operand = Operand::new(Space::Predicate, 1535);
pub const OPEN: Operand = Operand::new(Space::Predicate, 0);
pub const RESERVE_ENTRY: u16 = 200;

/// The groups of a message: one that loses a member, one that gains one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Leaves,
    Enters,
}
pub const SIDES: [Side; 2] = [Side::Leaves, Side::Enters];

/// Slots: the key's columns, the member's values, the row that was looked up, that of the commit,
/// aggregates fetched.
pub const fn key_slot(side: Side, column: usize) -> Operand {
    Operand::slot(100 * side as u16 + column as u16)
}
pub const fn value_slot(side: Side, aggregate: usize) -> Operand {
    Operand::slot(100 * side as u16 + 10 + aggregate as u16)
}
pub const fn found_slot(side: Side) -> Operand {
    Operand::slot(100 * side as u16 + 20)
}
pub const fn commit_slot(side: Side) -> Operand {
    Operand::slot(100 * side as u16 + 30)
}
pub const fn fetched_slot(side: Side, aggregate: usize) -> Operand {
    Operand::slot(100 * side as u16 + 40 + aggregate as u16)
}
const RESERVED: Operand = Operand::slot(300);
pub const fn entry(store: usize) -> u16 {
    11 + 100 * store as u16
}

/// A hidden table whose aggregates lie in any columns that have the banks and stores they need.
pub struct Groups {
    pub table: TableDef,
    /// Column of each aggregate, and behind them that of the members.
    pub columns: [usize; AGGREGATES + 1],
}

impl Groups {
    pub fn random(rng: &mut Rng) -> Groups {
        let mut free: Vec<usize> = (2..26).collect();
        free.shuffle(rng);
        let mut take = |is: &dyn Fn(usize) -> bool| {
            let at = free.iter().position(|column| is(*column)).expect("there are enough");
            free.remove(at)
        };
        let columns = std::array::from_fn(|aggregate| match aggregate.checked_sub(SUMS) {
            None => take(&|column| column % SUMS == aggregate),
            Some(store) if store < LEVELS => take(&|column| column % LEVELS == store),
            Some(_) => take(&|_| true),
        });
        let column = |ty, kind| ColumnDef { name: String::new(), ty, nullable: true, kind };
        let mut all = vec![column(Type::Int8, ColumnKind::Data); 26];
        all[1].ty = Type::Char(8);
        for (aggregate, place) in columns.iter().enumerate() {
            let [first, second] = match aggregate {
                _ if aggregate < SUMS => [ColumnKind::Sum, ColumnKind::Count],
                _ if aggregate < AGGREGATES => [ColumnKind::Min, ColumnKind::Max],
                _ => [ColumnKind::Rows; 2],
            };
            all[*place].kind = if rng.random() { first } else { second };
        }
        let hidden = Some(HiddenDef { base: TableId(0), definition: String::new() });
        let key = vec![ColumnId(0), ColumnId(1)];
        Groups {
            table: TableDef { name: String::new(), columns: all, key, rows_max: 1, hidden },
            columns,
        }
    }

    pub fn kind(&self, aggregate: usize) -> ColumnKind {
        self.table.columns[self.columns[aggregate]].kind
    }

    /// The unit's configuration.
    pub fn configuration(&self, rows_max: usize) -> u64 {
        let bit = |aggregate: usize| match self.kind(aggregate) {
            ColumnKind::Count => 1 << (32 + aggregate),
            ColumnKind::Max => 1 << (36 + aggregate - SUMS),
            _ => 0,
        };
        rows_max as u64 | (0..AGGREGATES).map(bit).sum::<u64>()
    }

    /// The message's transaction, with idle cycles here and there.
    pub fn transaction(&self, rng: &mut Rng) -> Transaction {
        let often = [0.0, 0.3][rng.random_range(0..2)];
        let gap = |rng: &mut Rng| if rng.random_bool(often) { rng.random_range(1..4) } else { 0 };
        let latency = |opcode: Opcode| opcode.signature().latency;
        let mut instructions: Vec<Instruction> = Vec::new();
        let mut push = |cycle, opcode, operands| {
            instructions.push(Instruction { opcode, unit: 0, cycle, operands })
        };
        let number = |aggregate: usize| Operand::immediate(self.columns[aggregate] as u16);
        let mut cycle = ISSUE_CYCLES + gap(rng);
        push(
            cycle,
            Opcode::Reserve,
            [RESERVED, RESERVE, Operand::immediate(RESERVE_ENTRY), NONE, NONE, NONE],
        );
        for side in SIDES {
            push(
                cycle,
                Opcode::Lookup,
                [found_slot(side), key_slot(side, 0), key_slot(side, 1), NONE, NONE, NONE],
            );
            cycle += 1 + gap(rng);
        }
        cycle += latency(Opcode::Lookup);
        let questions = cycle;
        for side in SIDES {
            for aggregate in 0..=AGGREGATES {
                let operands = [
                    fetched_slot(side, aggregate),
                    found_slot(side),
                    number(aggregate),
                    NONE,
                    NONE,
                    NONE,
                ];
                push(cycle, Opcode::Fetch, operands);
            }
            cycle += 1 + gap(rng);
        }
        for store in 0..LEVELS {
            for (side, guard) in [(Side::Leaves, NONE), (Side::Enters, QUESTION)] {
                let of = 2 * store as u16 + side as u16;
                let entry = Operand::immediate(entry(store) + side as u16);
                let column = number(SUMS + store);
                let value = value_slot(Side::Enters, SUMS + store);
                push(
                    questions + of,
                    Opcode::Level,
                    [entry, guard, found_slot(side), column, value, NONE],
                );
            }
        }
        let verdict_cycle =
            cycle.max(questions + 2 * LEVELS as u16) + latency(Opcode::Level) + gap(rng);
        let mut commit = verdict_cycle + 1 + gap(rng);
        let mut last_folds = [0; AGGREGATES];
        for side in SIDES {
            let opens = side == Side::Enters;
            let (opcode, guard) = if opens { (Opcode::Open, OPEN) } else { (Opcode::Find, NONE) };
            push(
                commit,
                opcode,
                [commit_slot(side), key_slot(side, 0), key_slot(side, 1), NONE, NONE, guard],
            );
            commit += latency(opcode);
            // A fold waits for the one before into its memory and for its port.
            let mut taken = BTreeSet::new();
            for (aggregate, last_fold) in last_folds.iter_mut().enumerate() {
                let mut at = commit.max(*last_fold + latency(Opcode::Fold)) + gap(rng);
                while !taken.insert((self.columns[aggregate] % WRITE_PORTS, at)) {
                    at += 1;
                }
                *last_fold = at;
                let sign = Operand::immediate(u16::from(!opens));
                let operands = [
                    NONE,
                    commit_slot(side),
                    number(aggregate),
                    value_slot(side, aggregate),
                    sign,
                    NONE,
                ];
                push(at, Opcode::Fold, operands);
            }
            if !opens {
                commit = last_folds.iter().copied().max().unwrap_or(commit) + gap(rng);
                push(commit, Opcode::Close, [NONE, commit_slot(side), NONE, NONE, NONE, NONE]);
                commit += latency(Opcode::Close) + gap(rng);
            }
        }
        Transaction { instructions, verdict_cycle }
    }
}
