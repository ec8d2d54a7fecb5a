// SPDX-License-Identifier: Apache-2.0

//! The key unit against maps, as a table of rows and as a table of groups: lookups in every cycle,
//! reserves under every truth, inserts, deletes, groups that open and close, accepted or not, with
//! idle cycles between them; at several sizes, full and empty; and a reset in every cycle before
//! the verdict.

use crate::support::{Loader, Place, predicate_address, slot, truth, value, word};
use engine::isa::{INSTRUCTION_SET, Instruction, Opcode, Operand, Space};
use engine::microcode::Memory;
use engine::schema::{ColumnDef, ColumnId, ColumnKind, TableDef, Type};
use engine::value::{Truth, Value};
use hdl::emit::{Emitted, emit_with};
use hdl::kernels::allocator::FILL_CYCLES;
use hdl::kernels::key_unit::KeyUnit;
use hdl::kernels::tables_unused;
use rand::RngExt;
use sim::kernel::Kernel;
use std::collections::BTreeMap;
use testkit::rng::Rng;

const SEED: u64 = 0x5eed_0026;
const NULL: u128 = 1 << 64;
/// The sizes: the logarithm of the rows that there is room for, and the number of rows that the
/// table may have.
const SIZES: [(usize, usize); 3] = [(1, 1), (3, 7), (5, 32)];
const MESSAGES: usize = 1_500;

fn emitted(bits: usize) -> Emitted {
    emit_with(
        &format!("key_unit_{bits}"),
        "a key index and its port",
        &mut KeyUnit::new(bits),
        &tables_unused(),
    )
}

fn table() -> TableDef {
    let column =
        ColumnDef { name: String::new(), ty: Type::Int8, nullable: false, kind: ColumnKind::Data };
    TableDef {
        name: String::new(),
        columns: vec![column],
        key: vec![ColumnId(0)],
        rows_max: 1,
        defaults: Vec::new(),
        hidden: None,
    }
}

/// A row, and its number of members if it is a group.
type Model = BTreeMap<i64, (u32, u32)>;

struct Unit<'k, 'r> {
    kernel: &'k mut Kernel<'r>,
    rng: Rng,
    bits: usize,
    rows_max: usize,
    words: BTreeMap<Opcode, (u16, Instruction)>,
    model: Model,
}

fn latency(opcode: Opcode) -> u16 {
    INSTRUCTION_SET[opcode as usize].latency
}

impl<'k, 'r> Unit<'k, 'r> {
    fn new(
        kernel: &'k mut Kernel<'r>,
        bits: usize,
        rows_max: usize,
        is_hidden: bool,
        seed: u64,
    ) -> Unit<'k, 'r> {
        let mut rng = Rng::seeded(seed);
        for port in ["reset", "live", "permit", "finish", "program_write", "scan"] {
            kernel.set(port, 0_u8);
        }
        kernel.set("rows_max", rows_max as u32);
        kernel.set("is_hidden", is_hidden);
        kernel.set("last_member", true);
        let [key, row] = [slot(&mut rng), slot(&mut rng)];
        let guard = Operand::new(Space::Predicate, rng.random_range(0..1024));
        let none = Operand::NONE;
        let operands = |opcode, dst| match opcode {
            Opcode::Delete | Opcode::Close => [none, row, none, none, none, none],
            Opcode::Insert => [row, key, none, none, none, none],
            Opcode::Reserve => [dst, guard, Operand::new(Space::Entry, 7), none, none, none],
            _ => [dst, key, none, none, none, none],
        };
        // The six memories of the key port, and the memory of the reserves.
        let place = |part: u8| Place {
            memory: Memory::Table(0, part),
            port: "program_write",
            bit: part.into(),
        };
        let loader = Loader::new(vec![table()], vec![0], Vec::new(), (0..7).map(place).collect());
        let opcodes = [
            Opcode::Lookup,
            Opcode::Reserve,
            Opcode::Insert,
            Opcode::Delete,
            Opcode::Find,
            Opcode::Open,
            Opcode::Close,
        ];
        let mut words = BTreeMap::new();
        for (index, opcode) in opcodes.into_iter().enumerate() {
            let instruction = Instruction::new(opcode, 0, 0, operands(opcode, slot(&mut rng)));
            let address = 1 + 97 * index as u16;
            loader.load(kernel, address, &[instruction]);
            words.insert(opcode, (address, instruction));
        }
        loader.load(kernel, 0, &[]);
        let mut unit = Unit { kernel, rng, bits, rows_max, words, model: Model::new() };
        unit.clear();
        unit
    }

    fn clear(&mut self) {
        self.kernel.set("clear", true);
        for address in 0..1_u32 << self.bits {
            self.kernel.set("clear_address", address);
            self.kernel.step();
        }
        self.kernel.set("clear", false);
        (0..2 * FILL_CYCLES).for_each(|_| self.kernel.step());
        self.model.clear();
    }

    /// A fetched word is available two cycles later.
    fn fetch(&mut self, opcode: Option<Opcode>) {
        self.kernel.set("address", opcode.map_or(0, |opcode| self.words[&opcode].0));
    }

    fn noise(&mut self) {
        let [key, row] = [value(&mut self.rng), value(&mut self.rng)];
        self.kernel.set("slot_data$0", word(key));
        self.kernel.set("row_data", word(row));
        self.kernel.set("live", false);
    }

    /// Runs idle cycles with random operands.
    fn idle(&mut self) {
        for _ in 0..self.rng.random_range(0..3) {
            self.noise();
            self.kernel.step();
        }
    }

    /// Issues an instruction and returns in the next cycle.
    fn issue(&mut self, opcode: Opcode, key: i64, row: u32, permit: bool) {
        self.noise();
        self.fetch(Some(opcode));
        self.kernel.step();
        self.fetch(None);
        self.kernel.step();
        self.kernel.set("live", true);
        self.kernel.set("permit", permit);
        self.kernel.set("slot_data$0", word(Value::new(key)));
        self.kernel.set("row_data", word(Value::new(row.into())));
        let instruction = self.words[&opcode].1;
        match opcode {
            Opcode::Delete | Opcode::Close => {
                assert_eq!(self.kernel.get("row_slot"), instruction.operands[1].index.into());
            }
            Opcode::Reserve => {}
            _ => assert_eq!(self.kernel.get("slot$0"), instruction.operands[1].index.into()),
        }
        self.kernel.step();
        self.noise();
    }

    /// The answer that is presented: a row, or none.
    fn answer(&mut self, opcode: Opcode) -> Option<u32> {
        self.kernel.settle_low();
        assert!(self.kernel.is_high("answer"), "{opcode:?} answers in its cycle");
        assert_eq!(self.kernel.get("answer_slot"), self.words[&opcode].1.operands[0].index.into());
        let data = self.kernel.get("answer_data");
        (data != NULL).then(|| u32::try_from(data).expect("a row"))
    }

    /// Issues an instruction that is answered with a row, and waits for the answer.
    fn ask(&mut self, opcode: Opcode, key: i64, permit: bool) -> Option<u32> {
        self.issue(opcode, key, 0, permit);
        for _ in 2..latency(opcode) {
            self.kernel.settle_low();
            assert!(!self.kernel.is_high("answer"), "{opcode:?} answers in no other cycle");
            self.kernel.step();
        }
        let answer = self.answer(opcode);
        if opcode == Opcode::Open {
            assert_eq!(self.kernel.is_high("opened"), answer.is_some());
            assert!(answer.is_none_or(|row| self.kernel.get("opened_row") == row.into()));
        }
        self.kernel.step();
        answer
    }

    /// Looks up many keys, one a cycle.
    fn look_up(&mut self, keys: &[i64]) {
        let rows: Vec<Option<u32>> =
            keys.iter().map(|key| self.model.get(key).map(|(row, _)| *row)).collect();
        let delay = usize::from(latency(Opcode::Lookup)) - 1;
        self.noise();
        self.fetch(Some(Opcode::Lookup));
        (0..2).for_each(|_| self.kernel.step());
        for cycle in 0..keys.len() + delay {
            match keys.get(cycle) {
                Some(key) => {
                    self.kernel.set("live", true);
                    self.kernel.set("slot_data$0", word(Value::new(*key)));
                }
                None => self.noise(),
            }
            if let Some(row) = cycle.checked_sub(delay).map(|index| rows[index]) {
                assert_eq!(self.answer(Opcode::Lookup), row, "{keys:?} of {:?}", self.model);
            }
            self.kernel.step();
        }
        self.fetch(None);
        self.kernel.settle_low();
        assert!(!self.kernel.is_high("answer"));
    }

    /// Reserves a row under a truth, and returns it if there is one.
    fn reserve(&mut self, wanted: Truth) -> Option<u32> {
        self.noise();
        self.fetch(Some(Opcode::Reserve));
        self.kernel.step();
        self.fetch(None);
        self.kernel.step();
        self.kernel.set("live", true);
        let [_, guard, ..] = self.words[&Opcode::Reserve].1.operands;
        assert_eq!(self.kernel.get("reserve_predicate"), predicate_address(guard));
        self.kernel.set("reserve_predicate_data", wanted as u8);
        self.kernel.step();
        self.noise();
        self.kernel.set("reserve_predicate_data", 1_u8);
        self.kernel.settle_low();
        let is_full = self.model.len() == self.rows_max;
        assert!(self.kernel.is_high("reserved"));
        assert_eq!(
            self.kernel.get("reserved_slot"),
            self.words[&Opcode::Reserve].1.operands[0].index.into()
        );
        assert_eq!(self.kernel.get("reserved_entry"), 7);
        let data = self.kernel.get("reserved_data");
        let entry = match wanted {
            Truth::True if is_full => Truth::False,
            Truth::True | Truth::False | Truth::Null => Truth::True,
            error => error,
        };
        assert_eq!(self.kernel.get("reserved_truth"), entry as u128, "{wanted:?}, full: {is_full}");
        self.kernel.step();
        self.kernel.settle_low();
        assert!(!self.kernel.is_high("reserved"));
        if wanted == Truth::True && !is_full {
            let row = u32::try_from(data).expect("a row");
            assert!(
                (row as usize) < self.rows_max
                    && self.model.values().all(|(other, _)| *other != row),
                "{row}"
            );
            return Some(row);
        }
        let nothing = match wanted {
            Truth::True | Truth::False | Truth::Null => Value::NULL,
            error => error.to_value(),
        };
        assert_eq!(data, word(nothing), "{wanted:?}");
        None
    }

    fn finish(&mut self, accept: bool) {
        self.noise();
        self.kernel.set("finish", true);
        self.kernel.set("permit", accept);
        self.kernel.step();
        self.kernel.set("finish", false);
    }

    fn wait(&mut self, opcode: Opcode) {
        (1..latency(opcode)).for_each(|_| self.kernel.step());
    }

    /// Removes a member of a group, or a row of the table.
    fn remove(&mut self, opcode: Opcode, key: i64, permit: bool) {
        let (row, members) = self.model.get(&key).copied().unwrap_or_default();
        self.issue(opcode, 0, row, permit);
        assert_eq!(self.kernel.is_high("member_read"), permit);
        assert!(!permit || self.kernel.get("member_row") == row.into());
        self.kernel.step();
        self.kernel.set("last_member", opcode == Opcode::Delete || members == 1);
        self.kernel.settle_low();
        assert_eq!(self.kernel.is_high("closing"), permit);
        assert!(!permit || self.kernel.get("closing_row") == row.into());
        self.kernel.step();
        self.kernel.set("last_member", self.rng.random::<bool>() || opcode == Opcode::Delete);
        self.wait(opcode);
        if permit && members > 1 {
            self.model.insert(key, (row, members - 1));
        } else if permit {
            self.model.remove(&key);
        }
    }

    /// The keys of a message, of which some are present.
    fn keys(&mut self) -> Vec<i64> {
        let count = self.rng.random_range(1..6);
        (0..count).map(|_| self.key()).collect()
    }

    fn key(&mut self) -> i64 {
        let key = self.rng.random_range(0..2 * self.rows_max as i64 + 1);
        if key % 3 == 0 { key } else { i64::MIN + key }
    }

    fn is_sound(&self) {
        assert_eq!(self.kernel.get("rows"), self.model.len() as u128);
        assert!(!self.kernel.is_high("fault"));
    }

    fn reset(&mut self) {
        self.kernel.set("reset", true);
        self.kernel.step();
        self.kernel.set("reset", false);
    }
}

/// A message on a table of rows.
fn rows_message(unit: &mut Unit<'_, '_>, resets: f64) {
    let keys = unit.keys();
    unit.look_up(&keys);
    let key = keys[0];
    let wanted = truth(&mut unit.rng);
    let row = unit.reserve(wanted);
    if unit.rng.random_bool(resets) {
        unit.issue(Opcode::Lookup, key, 0, true);
        (0..unit.rng.random_range(0..3)).for_each(|_| unit.kernel.step());
        unit.reset();
        (0..4).for_each(|_| unit.kernel.step());
        return;
    }
    let is_there = unit.model.contains_key(&key);
    // A row that is reserved in an accepted message is inserted.
    let accept = unit.rng.random_bool(0.85) && (row.is_none() || !is_there);
    unit.finish(accept);
    unit.idle();
    match row {
        Some(row) => {
            unit.issue(Opcode::Insert, key, row, accept);
            unit.wait(Opcode::Insert);
            if accept {
                unit.model.insert(key, (row, 1));
            }
        }
        None if is_there => unit.remove(Opcode::Delete, key, accept),
        None => {}
    }
}

/// A message on a table of groups.
fn groups_message(unit: &mut Unit<'_, '_>, resets: f64) {
    let keys = unit.keys();
    unit.look_up(&keys);
    let key = keys[0];
    let group = unit.model.get(&key).copied();
    let opens = unit.rng.random_bool(0.55);
    let wanted = if opens && group.is_none() { Truth::True } else { truth(&mut unit.rng) };
    let row = unit.reserve(wanted);
    if unit.rng.random_bool(resets) {
        unit.reset();
        return;
    }
    let accept = unit.rng.random_bool(0.85) && !(opens && group.is_none() && row.is_none());
    unit.finish(accept);
    unit.idle();
    let found = unit.ask(Opcode::Find, key, accept);
    assert_eq!(found, group.filter(|_| accept).map(|(row, _)| row));
    if opens {
        let opened = unit.ask(Opcode::Open, key, accept);
        match (accept, group) {
            (false, _) => assert_eq!(opened, None),
            (true, Some((row, members))) => {
                assert_eq!(opened, Some(row));
                unit.model.insert(key, (row, members + 1));
            }
            (true, None) => {
                let row = opened.expect("there is room");
                assert!(
                    (row as usize) < unit.rows_max
                        && unit.model.values().all(|(other, _)| *other != row)
                );
                unit.model.insert(key, (row, 1));
            }
        }
    } else if group.is_some() {
        unit.remove(Opcode::Close, key, accept);
    }
}

fn run(test: &str, is_hidden: bool, message: fn(&mut Unit<'_, '_>, f64)) {
    for (bits, rows_max) in SIZES {
        testkit::kernels::run(test, &emitted(bits), |kernel| {
            let mut unit = Unit::new(kernel, bits, rows_max, is_hidden, SEED + rows_max as u64);
            let (mut was_full, mut was_empty) = (0, 0);
            for number in 0..MESSAGES {
                if number % 300 == 299 {
                    unit.clear();
                    unit.is_sound();
                }
                was_full += u32::from(unit.model.len() == rows_max);
                was_empty += u32::from(unit.model.is_empty());
                message(&mut unit, 0.05);
                unit.is_sound();
            }
            let keys: Vec<i64> = unit.model.keys().copied().collect();
            keys.chunks(4).for_each(|keys| unit.look_up(keys));
            assert!(was_full > 10 && was_empty > 3, "full {was_full} times, empty {was_empty}");
        });
    }
}

#[test]
fn rows_of_a_key_unit_are_those_of_a_map() {
    run("rows_of_a_key_unit_are_those_of_a_map", false, rows_message);
}

#[test]
fn groups_of_a_key_unit_are_those_of_a_map() {
    run("groups_of_a_key_unit_are_those_of_a_map", true, groups_message);
}
