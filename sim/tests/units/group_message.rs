// SPDX-License-Identifier: Apache-2.0

//! The transaction of a message on a hidden table. It looks up two groups and asks for room for
//! levels. After the verdict a member leaves the first group and another one enters the second, and
//! every aggregate is updated.

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
/// The number of aggregates: one for each sum bank, then one for each level store.
pub const AGGREGATES: usize = SUMS + LEVELS;
/// The guards of the queries to the level stores, of the reserve, and of the opening.
pub const QUERY: Operand = Operand::new(Space::Predicate, 1023);
pub const RESERVE: Operand = Operand::new(Space::Predicate, 1535);
pub const OPEN: Operand = Operand::new(Space::Predicate, 0);
pub const RESERVE_ENTRY: u16 = 200;

/// The groups of a message: one loses a member, the other gains one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Leaves,
    Enters,
}
pub const SIDES: [Side; 2] = [Side::Leaves, Side::Enters];

// Slots: the columns of the key, the values of the member, the row of the lookup, the row of the
// commit, and the fetched aggregates.

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

/// A hidden table whose aggregates are in random columns with the right sum banks and level stores.
pub struct Groups {
    pub table: TableDef,
    /// The column of each aggregate, then the column of the number of members.
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
        let hidden = Some(HiddenDef { base: TableId(0), definition: String::new(), list: None });
        let key = vec![ColumnId(0), ColumnId(1)];
        Groups {
            table: TableDef {
                name: String::new(),
                columns: all,
                key,
                rows_max: 1,
                defaults: Vec::new(),
                hidden,
            },
            columns,
        }
    }

    pub fn kind(&self, aggregate: usize) -> ColumnKind {
        self.table.columns[self.columns[aggregate]].kind
    }

    /// The configuration of the unit.
    pub fn configuration(&self, rows_max: usize) -> u64 {
        let bit = |aggregate: usize| match self.kind(aggregate) {
            ColumnKind::Count => 1 << (32 + aggregate),
            ColumnKind::Max => 1 << (36 + aggregate - SUMS),
            _ => 0,
        };
        rows_max as u64 | (0..AGGREGATES).map(bit).sum::<u64>()
    }

    /// The transaction of the message, with idle cycles at random places.
    pub fn transaction(&self, rng: &mut Rng) -> Transaction {
        let gap_odds = [0.0, 0.3][rng.random_range(0..2)];
        let mut builder = Builder { groups: self, rng, gap_odds, instructions: Vec::new() };
        let queries = builder.lookups();
        let fetched = builder.fetches(queries);
        builder.queries(queries);
        let verdict_cycle =
            fetched.max(queries + 2 * LEVELS as u16) + latency(Opcode::Level) + builder.gap();
        builder.commit(verdict_cycle + 1);
        Transaction { instructions: builder.instructions, verdict_cycle }
    }
}

fn latency(opcode: Opcode) -> u16 {
    opcode.signature().latency
}

/// A transaction in the making.
struct Builder<'g, 'r> {
    groups: &'g Groups,
    rng: &'r mut Rng,
    /// The probability of idle cycles at a place.
    gap_odds: f64,
    instructions: Vec<Instruction>,
}

impl Builder<'_, '_> {
    /// A random number of idle cycles.
    fn gap(&mut self) -> u16 {
        if self.rng.random_bool(self.gap_odds) { self.rng.random_range(1..4) } else { 0 }
    }

    fn push(&mut self, cycle: u16, opcode: Opcode, operands: [Operand; 6]) {
        self.instructions.push(Instruction::new(opcode, 0, cycle, operands));
    }

    /// The number of an aggregate's column.
    fn column(&self, aggregate: usize) -> Operand {
        Operand::immediate(self.groups.columns[aggregate] as u16)
    }

    /// The reserve and the lookups of both groups. Returns the cycle in which their rows are known.
    fn lookups(&mut self) -> u16 {
        let mut cycle = ISSUE_CYCLES + self.gap();
        let entry = Operand::immediate(RESERVE_ENTRY);
        self.push(cycle, Opcode::Reserve, [RESERVED, RESERVE, entry, NONE, NONE, NONE]);
        for side in SIDES {
            let [first, second] = [0, 1].map(|column| key_slot(side, column));
            let operands = [found_slot(side), first, second, NONE, NONE, NONE];
            self.push(cycle, Opcode::Lookup, operands);
            cycle += 1 + self.gap();
        }
        cycle + latency(Opcode::Lookup)
    }

    /// The fetches of all aggregates of both groups. Returns the cycle after the last one.
    fn fetches(&mut self, mut cycle: u16) -> u16 {
        for side in SIDES {
            for aggregate in 0..=AGGREGATES {
                let slot = fetched_slot(side, aggregate);
                let operands = [slot, found_slot(side), self.column(aggregate), NONE, NONE, NONE];
                self.push(cycle, Opcode::Fetch, operands);
            }
            cycle += 1 + self.gap();
        }
        cycle
    }

    /// The queries to the level stores, one a cycle.
    fn queries(&mut self, cycle: u16) {
        for store in 0..LEVELS {
            for (side, guard) in [(Side::Leaves, NONE), (Side::Enters, QUERY)] {
                let place = 2 * store as u16 + side as u16;
                let entry = Operand::immediate(entry(store) + side as u16);
                let column = self.column(SUMS + store);
                let value = value_slot(Side::Enters, SUMS + store);
                let operands = [entry, guard, found_slot(side), column, value, NONE];
                self.push(cycle + place, Opcode::Level, operands);
            }
        }
    }

    /// The commit: a member leaves the first group, and another enters the second.
    fn commit(&mut self, cycle: u16) {
        let mut commit = cycle + self.gap();
        let mut last_folds = [0; AGGREGATES];
        for side in SIDES {
            let opens = side == Side::Enters;
            let (opcode, guard) = if opens { (Opcode::Open, OPEN) } else { (Opcode::Find, NONE) };
            let [first, second] = [0, 1].map(|column| key_slot(side, column));
            self.push(commit, opcode, [commit_slot(side), first, second, NONE, NONE, guard]);
            commit += latency(opcode);
            self.folds(side, commit, &mut last_folds);
            if !opens {
                commit = last_folds.iter().copied().max().unwrap_or(commit) + self.gap();
                let operands = [NONE, commit_slot(side), NONE, NONE, NONE, NONE];
                self.push(commit, Opcode::Close, operands);
                commit += latency(Opcode::Close) + self.gap();
            }
        }
    }

    /// The folds of one group. A fold waits for the previous fold into its memory, and for its
    /// port.
    fn folds(&mut self, side: Side, commit: u16, last_folds: &mut [u16; AGGREGATES]) {
        let mut taken = BTreeSet::new();
        for (aggregate, last_fold) in last_folds.iter_mut().enumerate() {
            let mut cycle = commit.max(*last_fold + latency(Opcode::Fold)) + self.gap();
            while !taken.insert((self.groups.columns[aggregate] % WRITE_PORTS, cycle)) {
                cycle += 1;
            }
            *last_fold = cycle;
            let sign = Operand::immediate(u16::from(side == Side::Leaves));
            let (row, value) = (commit_slot(side), value_slot(side, aggregate));
            let operands = [NONE, row, self.column(aggregate), value, sign, NONE];
            self.push(cycle, Opcode::Fold, operands);
        }
    }
}
