// SPDX-License-Identifier: Apache-2.0

//! The key port against the definition of its operations in the instruction set: random programs,
//! words in any order with idle cycles between them, keys of up to four columns of every width,
//! values at the ends of the widths, tags, predicates, both gates, and resets.

use crate::support::{
    Gates, Loader, Place, gate, guard, operand, predicate_address, present, program, row, slot,
    truth, value, word,
};
use engine::isa::{Instruction, Opcode, Operand};
use engine::microcode::{KeyOperation, Memory};
use engine::schema::{ColumnDef, ColumnId, ColumnKind, TableDef, Type};
use engine::value::{Tag, Truth, Value};
use hdl::emit::emit_with;
use hdl::kernels::key_port::KeyPort;
use hdl::kernels::tables_unused;
use rand::RngExt;
use sim::kernel::Kernel;
use testkit::rng::Rng;

const SEED: u64 = 0x5eed_0020;
const CONSTANTS: usize = 40;

/// The keys of the tables: every number of columns, and every width at every place that it may
/// have.
const KEYS: [&[Type]; 9] = [
    &[],
    &[Type::Int2],
    &[Type::Int4],
    &[Type::Int8],
    &[Type::Boolean, Type::Int4, Type::Timestamp, Type::Int2],
    &[Type::Int8, Type::Decimal { precision: 18, scale: 2 }],
    &[Type::Char(16), Type::Int2, Type::Int2, Type::Int8],
    &[Type::Int4, Type::Int4, Type::Char(4), Type::Int4],
    &[Type::Int2, Type::Int8, Type::Int4],
];

const OPERATIONS: [(Opcode, KeyOperation); 6] = [
    (Opcode::Lookup, KeyOperation::Lookup),
    (Opcode::Insert, KeyOperation::Insert),
    (Opcode::Find, KeyOperation::Find),
    (Opcode::Open, KeyOperation::Open),
    (Opcode::Delete, KeyOperation::Delete),
    (Opcode::Close, KeyOperation::Close),
];

/// The bits of a column in a key.
fn key_bits(ty: Type) -> u32 {
    match ty {
        Type::Boolean | Type::Int2 => 16,
        Type::Int4 | Type::Char(_) => 32,
        _ => 64,
    }
}

fn table(types: &&[Type]) -> TableDef {
    let column = |ty: &Type| ColumnDef {
        name: String::new(),
        ty: *ty,
        nullable: false,
        kind: ColumnKind::Data,
    };
    let key = (0..types.len() as u16).map(ColumnId).collect();
    TableDef {
        name: String::new(),
        columns: types.iter().map(column).collect(),
        key,
        rows_max: 1,
        defaults: Vec::new(),
        hidden: None,
    }
}

/// An operation on the table with the same number as its key. Operations without a key have their
/// row in `a`.
fn instruction(rng: &mut Rng) -> Instruction {
    let (opcode, _) = OPERATIONS[rng.random_range(0..OPERATIONS.len())];
    let unit = rng.random_range(0..KEYS.len());
    let mut operands = [Operand::NONE; 6];
    if matches!(opcode, Opcode::Delete | Opcode::Close) {
        operands[1] = slot(rng);
    } else {
        operands[0] = slot(rng);
        operands[1..]
            .iter_mut()
            .zip(KEYS[unit])
            .for_each(|(column, _)| *column = operand(rng, CONSTANTS));
    }
    if opcode != Opcode::Close {
        operands[5] = guard(rng);
    }
    Instruction::new(opcode, unit as u8, 0, operands).gated(gate(rng))
}

/// The expected output for an operation: whether it takes place, its key, its row, and the answer
/// if it does not take place.
#[derive(Debug)]
struct Outcome {
    goes: bool,
    key: u128,
    row: u128,
    tag: Tag,
}

fn outcome(
    instruction: &Instruction,
    key: &[Value],
    row: Value,
    predicate: Truth,
    permit: bool,
) -> Outcome {
    let mut packed = 0;
    let mut offset = 0;
    let mut is_key = true;
    for (value, ty) in key.iter().zip(KEYS[usize::from(instruction.unit)]) {
        let bits = key_bits(*ty);
        let limit = 1_i128 << (bits - 1);
        is_key &= value.tag == Tag::Value && (-limit..limit).contains(&i128::from(value.bits));
        packed |= (u128::from(value.bits as u64) & ((1 << bits) - 1)) << offset;
        offset += bits;
    }
    let has_row = row.tag == Tag::Value;
    let wanted = predicate == Truth::True;
    let goes = wanted
        && match instruction.opcode {
            Opcode::Lookup => is_key,
            Opcode::Find | Opcode::Open => permit && is_key,
            Opcode::Insert => permit && is_key && has_row,
            _ => permit && has_row,
        };
    let worst = key
        .iter()
        .map(|value| value.tag)
        .chain([predicate.to_value().tag])
        .max()
        .expect("there is a predicate");
    let tag = if instruction.opcode == Opcode::Lookup { worst.max(Tag::Null) } else { Tag::Null };
    Outcome { goes, key: packed, row: u128::from(row.bits as u64), tag }
}

/// Presents operands to the current word, and follows it over the clock edge.
fn follow(kernel: &mut Kernel<'_>, loader: &Loader, current: Option<&Instruction>, rng: &mut Rng) {
    let live = rng.random_bool(0.8);
    let gates = Gates::random(rng);
    let reset = rng.random_bool(0.02);
    let data = [(); 4].map(|()| value(rng));
    let row = row(rng);
    let predicate = truth(rng);
    for (i, value) in data.iter().enumerate() {
        kernel.set(&format!("slot_data${i}"), word(*value));
    }
    kernel.set("row_data", word(row));
    kernel.set("predicate_data", predicate as u8);
    kernel.set("live", live);
    gates.drive(kernel);
    kernel.set("reset", reset);
    let Some(instruction) = current.filter(|i| live && !reset && gates.takes_place(i.gate)) else {
        kernel.step();
        assert!(kernel.get("operation") == 0 && !kernel.is_high("go"), "nothing is to be done");
        return;
    };
    let [dst, columns @ .., guard] = instruction.operands;
    let has_no_key = matches!(instruction.opcode, Opcode::Delete | Opcode::Close);
    let columns =
        if has_no_key { &[] } else { &columns[..KEYS[usize::from(instruction.unit)].len()] };
    for (i, column) in
        columns.iter().enumerate().filter(|(_, column)| loader.constant(**column).is_none())
    {
        assert_eq!(kernel.get(&format!("slot${i}")), column.index.into(), "{instruction:?}");
    }
    if has_no_key || instruction.opcode == Opcode::Insert {
        let row = if has_no_key { instruction.operands[1] } else { dst };
        assert_eq!(kernel.get("row_slot"), row.index.into(), "{instruction:?}");
    }
    if guard.is_some() {
        assert_eq!(kernel.get("predicate"), predicate_address(guard), "{instruction:?}");
    }
    kernel.step();

    let value_of = |(column, data): (&Operand, &Value)| loader.constant(*column).unwrap_or(*data);
    let key: Vec<Value> = columns.iter().zip(&data).map(value_of).collect();
    let predicate = if guard.is_some() { predicate } else { Truth::True };
    let permit = gates.may_change(instruction.gate);
    let expected = outcome(instruction, &key, row, predicate, permit);
    let of =
        format!("{instruction:?} of {key:?}, row {row:?}, {predicate:?}, {gates:?}: {expected:?}");
    let operation = OPERATIONS
        .iter()
        .find(|(opcode, _)| *opcode == instruction.opcode)
        .expect("it is one of them")
        .1;
    assert_eq!(kernel.get("operation"), operation as u128, "{of}");
    assert_eq!(kernel.is_high("go"), expected.goes, "{of}");
    if matches!(instruction.opcode, Opcode::Lookup | Opcode::Find | Opcode::Open) {
        assert_eq!(kernel.get("dst"), dst.index.into(), "{of}");
        assert_eq!(kernel.get("tag"), expected.tag as u128, "{of}");
    }
    if expected.goes && !has_no_key {
        assert_eq!(kernel.get("key"), expected.key, "{of}");
    }
    if expected.goes && (has_no_key || instruction.opcode == Opcode::Insert) {
        assert_eq!(kernel.get("row"), expected.row, "{of}");
    }
}

#[test]
fn operations_take_place_when_they_should_and_with_their_key() {
    let kernel = emit_with("key_port", "the key port", &mut KeyPort::default(), &tables_unused());
    testkit::kernels::run(
        "operations_take_place_when_they_should_and_with_their_key",
        &kernel,
        |kernel| {
            for round in 0..40 {
                let mut rng = Rng::seeded(SEED + round);
                let constants = (0..CONSTANTS).map(|_| value(&mut rng)).collect();
                let place = |part| Place {
                    memory: Memory::Table(0, part),
                    port: "program_write",
                    bit: part.into(),
                };
                let tables = KEYS.iter().map(table).collect();
                let loader = Loader::new(
                    tables,
                    vec![0; KEYS.len()],
                    constants,
                    (0..6).map(place).collect(),
                );
                // Some words are empty.
                let program =
                    program(&mut rng, |rng| rng.random_bool(0.9).then(|| instruction(rng)));
                kernel.set("live", false);
                kernel.set("program_write", 0_u8);
                for (address, instruction) in &program {
                    loader.load(kernel, *address, instruction.as_slice());
                    assert!(
                        kernel.get("operation") == 0 && !kernel.is_high("go"),
                        "loading does nothing"
                    );
                }
                present(kernel, &program, &mut rng, |kernel, current, rng| {
                    follow(kernel, &loader, current.as_ref(), rng)
                });
            }
        },
    );
}
