// SPDX-License-Identifier: Apache-2.0

//! A message on a declared table, and the table as a map. The message looks up three keys and
//! reserves a row for each. After the verdict the row of the first key is deleted, and those of the
//! others are updated or inserted.

use crate::bench::{Bench, Transaction};
use crate::support::{truth, value};
use engine::build::COLUMNS;
use engine::isa::{Instruction, Opcode, Operand, Space};
use engine::machine::{ISSUE_CYCLES, WRITE_PORTS};
use engine::schema::{ColumnDef, ColumnId, ColumnKind, TableDef, Type};
use engine::value::{Tag, Truth, Value};
use rand::RngExt;
use std::collections::BTreeMap;
use testkit::rng::Rng;

const NONE: Operand = Operand::NONE;
/// The number of key columns.
pub const KEY: [usize; 2] = [4, 1];

/// The number of keys of a message.
pub const KEYS: usize = 3;
/// Slots: the columns of the keys, the values to write, the rows that were looked up and reserved,
/// and the fetched columns.
const fn key_slot(key: usize, column: usize) -> Operand {
    Operand::slot(40 * (key as u16 + 1) + column as u16)
}
const fn written_slot(key: usize, column: usize) -> Operand {
    Operand::slot(200 + 40 * key as u16 + column as u16)
}
pub const fn found_slot(key: usize) -> Operand {
    Operand::slot(400 + key as u16)
}
pub const fn reserved_slot(key: usize) -> Operand {
    Operand::slot(500 + key as u16)
}
const fn fetched_slot(key: usize, column: usize) -> Operand {
    Operand::slot(600 + 40 * key as u16 + column as u16)
}
/// Predicates: whether a key is looked up, and whether its row is deleted, updated or inserted.
/// They belong to lanes and logic units.
const fn guard(key: usize, what: Guard) -> Operand {
    Operand::new(Space::Predicate, 1000 + 17 * (4 * key as u16 + what as u16))
}
#[derive(Clone, Copy)]
pub enum Guard {
    LookUp,
    Delete,
    Update,
    Insert,
}
pub const ENTRY: [u16; KEYS] = [0, 255, 130];

pub fn table() -> TableDef {
    let column = |ty| ColumnDef { name: String::new(), ty, nullable: true, kind: ColumnKind::Data };
    let mut columns = vec![column(Type::Int8); COLUMNS];
    columns[KEY[1]].ty = Type::Int4;
    let key = KEY.map(|column| ColumnId(column as u16)).to_vec();
    TableDef { name: String::new(), columns, key, rows_max: 1, defaults: Vec::new(), hidden: None }
}

/// The transaction of the message, with idle cycles at random places.
pub fn transaction(rng: &mut Rng) -> Transaction {
    let often = [0.0, 0.3][rng.random_range(0..2)];
    let gap = |rng: &mut Rng| if rng.random_bool(often) { rng.random_range(1..4) } else { 0 };
    let mut instructions: Vec<Instruction> = Vec::new();
    let mut push =
        |cycle, opcode, operands| instructions.push(Instruction::new(opcode, 0, cycle, operands));
    let mut cycle = ISSUE_CYCLES;
    let mut reserve_cycle = ISSUE_CYCLES;
    let mut fetch_cycle = ISSUE_CYCLES;
    for (key, entry) in ENTRY.into_iter().enumerate() {
        let [a, b] = [key_slot(key, 0), key_slot(key, 1)];
        cycle += gap(rng);
        push(cycle, Opcode::Lookup, [found_slot(key), a, b, NONE, NONE, guard(key, Guard::LookUp)]);
        reserve_cycle += gap(rng);
        let entry = Operand::new(Space::Entry, entry);
        push(
            reserve_cycle,
            Opcode::Reserve,
            [reserved_slot(key), guard(key, Guard::Insert), entry, NONE, NONE, NONE],
        );
        fetch_cycle = fetch_cycle.max(cycle + Opcode::Lookup.signature().latency) + gap(rng);
        for column in 0..COLUMNS {
            let number = Operand::immediate(column as u16);
            let operands = [fetched_slot(key, column), found_slot(key), number, NONE, NONE, NONE];
            push(fetch_cycle, Opcode::Fetch, operands);
        }
        (cycle, reserve_cycle, fetch_cycle) = (cycle + 1, reserve_cycle + 1, fetch_cycle + 1);
    }
    let verdict_cycle = fetch_cycle.max(reserve_cycle) + 1 + gap(rng);
    // Instructions that change the index wait for earlier ones; writes wait only for their port.
    let mut commit = verdict_cycle + 1 + gap(rng);
    push(commit, Opcode::Delete, [NONE, found_slot(0), NONE, NONE, NONE, guard(0, Guard::Delete)]);
    commit += Opcode::Delete.signature().latency + gap(rng);
    let mut port_free = [verdict_cycle + 1; WRITE_PORTS];
    for key in 1..KEYS {
        let [a, b] = [key_slot(key, 0), key_slot(key, 1)];
        push(
            commit,
            Opcode::Insert,
            [reserved_slot(key), a, b, NONE, NONE, guard(key, Guard::Insert)],
        );
        commit += Opcode::Insert.signature().latency + gap(rng);
        for column in 0..COLUMNS {
            let mut write = |row, value, when| {
                let cycle = &mut port_free[column % WRITE_PORTS];
                *cycle += gap(rng);
                push(
                    *cycle,
                    Opcode::Write,
                    [NONE, row, Operand::immediate(column as u16), value, NONE, when],
                );
                *cycle += 1;
            };
            let position = KEY.iter().position(|of_key| *of_key == column);
            let inserted =
                position.map_or(written_slot(key, column), |position| key_slot(key, position));
            write(reserved_slot(key), inserted, guard(key, Guard::Insert));
            if position.is_none() {
                write(found_slot(key), written_slot(key, column), guard(key, Guard::Update));
            }
        }
    }
    Transaction { instructions, verdict_cycle }
}

pub type Row = (u32, [Value; COLUMNS]);

/// The table, and the current message.
pub struct Model {
    pub rows_max: usize,
    pub rows: BTreeMap<[i64; 2], Row>,
}

/// The content of a message.
pub struct Message {
    keys: [[Value; 2]; KEYS],
    written: [[Value; COLUMNS]; KEYS],
    guards: [[Truth; 4]; KEYS],
}

impl Message {
    pub fn random(rows_max: usize, rng: &mut Rng) -> Message {
        let keys = [(); KEYS].map(|()| {
            let [first, second] =
                [(rng.random_range(0..rows_max as i64) - 1) << 40, rng.random_range(-1..=1)];
            let odd = if rng.random_bool(0.05) { value(rng) } else { Value::new(first) };
            [odd, if rng.random_bool(0.05) { value(rng) } else { Value::new(second) }]
        });
        let written = [(); KEYS].map(|()| {
            [(); COLUMNS].map(|()| {
                Some(value(rng)).filter(|value| value.tag <= Tag::Null).unwrap_or(Value::NULL)
            })
        });
        Message { keys, written, guards: [(); KEYS].map(|()| [(); 4].map(|()| truth(rng))) }
    }

    pub fn guard(&self, key: usize, what: Guard) -> Truth {
        self.guards[key][what as usize]
    }

    /// The key, if it is valid for a row.
    fn key(&self, key: usize) -> Option<[i64; 2]> {
        let [first, second] = self.keys[key].map(Value::get);
        Some([first?, second.filter(|second| i32::try_from(*second).is_ok())?])
    }

    pub fn set(&self, bench: &mut Bench<'_, '_>, rng: &mut Rng) {
        // A slot must not be read before an instruction has written it.
        bench.slots.iter_mut().for_each(|slot| *slot = Value::new(rng.random_range(0..8)));
        for key in 0..KEYS {
            for (column, value) in self.keys[key].iter().enumerate() {
                bench.slots[usize::from(key_slot(key, column).index)] = *value;
            }
            for (column, value) in self.written[key].iter().enumerate() {
                bench.slots[usize::from(written_slot(key, column).index)] = *value;
            }
            for what in [Guard::LookUp, Guard::Delete, Guard::Update, Guard::Insert] {
                bench.set_predicate(guard(key, what), self.guard(key, what));
            }
        }
    }
}

impl Model {
    pub fn found(&self, message: &Message, key: usize) -> Value {
        let guard = message.guard(key, Guard::LookUp);
        let worst =
            message.keys[key].iter().map(|value| value.tag).fold(guard.to_value().tag, Tag::max);
        let row =
            message.key(key).and_then(|key| self.rows.get(&key)).filter(|_| guard == Truth::True);
        match (worst, row) {
            (Tag::Overflow | Tag::DivisionByZero, _) => Value::tagged(worst),
            (_, Some((row, _))) => Value::new(i64::from(*row)),
            _ => Value::NULL,
        }
    }

    pub fn fetched(&self, message: &Message, key: usize, column: usize) -> Value {
        match self.found(message, key).tag {
            Tag::Value => self.rows[&message.key(key).expect("it was found")].1[column],
            tag => Value::tagged(tag),
        }
    }

    /// Whether each reserve of a message finds a row, in order.
    pub fn reserves(&self, message: &Message) -> [Truth; KEYS] {
        let mut rows = self.rows.len();
        std::array::from_fn(|key| match message.guard(key, Guard::Insert) {
            Truth::True if rows < self.rows_max => {
                rows += 1;
                Truth::True
            }
            Truth::True => Truth::False,
            Truth::False | Truth::Null => Truth::True,
            error => error,
        })
    }

    /// The table after the message, or why the checks of the message reject it.
    pub fn after(
        &self,
        message: &Message,
        reserved: [Value; KEYS],
    ) -> Option<BTreeMap<[i64; 2], Row>> {
        let mut rows = self.rows.clone();
        if self.reserves(message).iter().any(|entry| *entry != Truth::True) {
            return None;
        }
        for key in 1..KEYS {
            let row = message.key(key).filter(|_| self.found(message, key).tag == Tag::Value);
            if let (Some(row), Truth::True) = (row, message.guard(key, Guard::Update)) {
                let cells = &mut rows.get_mut(&row)?.1;
                let others = (0..COLUMNS).filter(|column| !KEY.contains(column));
                others.for_each(|column| cells[column] = message.written[key][column]);
            }
        }
        let first = message.key(0).filter(|_| self.found(message, 0).tag == Tag::Value);
        if let (Some(key), Truth::True) = (first, message.guard(0, Guard::Delete)) {
            rows.remove(&key);
        }
        for (key, reserved) in reserved.into_iter().enumerate().skip(1) {
            if message.guard(key, Guard::Insert) == Truth::True {
                let mut cells = message.written[key];
                KEY.iter()
                    .zip(message.keys[key])
                    .for_each(|(column, value)| cells[*column] = value);
                let row = (reserved.bits as u32, cells);
                if rows.insert(message.key(key)?, row).is_some() {
                    return None;
                }
            }
        }
        // No instruction inserts the first key, so its reserve would leave a row without a key.
        (message.guard(0, Guard::Insert) != Truth::True).then_some(rows)
    }
}
