// SPDX-License-Identifier: Apache-2.0

//! One column port alone: every operation on every unit, with every kind of row, value and
//! predicate, both gates in every state of a message, idle cycles, and resets. `column_ports` tests
//! all eight ports with words in any order.

use crate::support::{
    Gates, Loader, Place, gate, guard, operand, predicate_address, present, program, row, slot,
    truth, value, word,
};
use engine::build::{GROUP_UNITS, SUMS, TABLE_UNITS, UNITS, fetched_place};
use engine::isa::{Instruction, Opcode, Operand};
use engine::machine::{ENTRIES_MAX, WRITE_PORTS};
use engine::microcode::Memory;
use engine::schema::{ColumnDef, ColumnKind, HiddenDef, TableDef, TableId, Type};
use engine::value::{Tag, Truth, Value};
use hdl::emit::emit_with;
use hdl::kernels::column_port::ColumnPort;
use hdl::kernels::tables_unused;
use rand::RngExt;
use sim::kernel::Kernel;
use testkit::rng::Rng;

const SEED: u64 = 0x5eed_0025;
const CONSTANTS: usize = 20;
/// The port, which writes the columns 3, 11, 19 and so on.
const PORT: usize = 3;
/// The kinds of the columns of a hidden table at this port.
const KINDS: [ColumnKind; 4] =
    [ColumnKind::Count, ColumnKind::Sum, ColumnKind::Min, ColumnKind::Max];

fn tables() -> Vec<TableDef> {
    let column = |kind| ColumnDef { name: String::new(), ty: Type::Int8, nullable: true, kind };
    let table = |unit: usize| {
        let is_group = unit >= TABLE_UNITS;
        let kinds = (0..KINDS.len() * WRITE_PORTS).map(|place| KINDS[place / WRITE_PORTS]);
        TableDef {
            name: String::new(),
            columns: if is_group {
                kinds.map(column).collect()
            } else {
                vec![column(ColumnKind::Data); PORT + 1]
            },
            key: Vec::new(),
            rows_max: 1,
            defaults: Vec::new(),
            hidden: is_group.then(|| HiddenDef {
                base: TableId(0),
                definition: String::new(),
                list: None,
            }),
        }
    };
    (0..UNITS).map(table).collect()
}

fn instruction(tables: &[TableDef], rng: &mut Rng) -> Instruction {
    let unit = rng.random_range(0..UNITS);
    let column = if unit < TABLE_UNITS {
        PORT
    } else {
        PORT + WRITE_PORTS * rng.random_range(0..KINDS.len())
    };
    let number = Operand::immediate(column as u16);
    let [none, row, value, guard] = [Operand::NONE, slot(rng), operand(rng, CONSTANTS), guard(rng)];
    let is_level = matches!(tables[unit].columns[column].kind, ColumnKind::Min | ColumnKind::Max);
    let (opcode, operands) = match rng.random_range(0..2) {
        _ if unit < TABLE_UNITS => (Opcode::Write, [none, row, number, value, none, guard]),
        0 if is_level => {
            let entry = Operand::immediate(rng.random_range(0..ENTRIES_MAX as u16));
            (Opcode::Level, [entry, guard, row, number, value, none])
        }
        sign => (Opcode::Fold, [none, row, number, value, Operand::immediate(sign), none]),
    };
    Instruction::new(opcode, unit as u8, 0, operands).gated(gate(rng))
}

/// The bit of each output that is high, and the content of a query to a level store.
#[derive(Debug, Default, PartialEq, Eq)]
struct Outcome {
    write: u128,
    fold: u128,
    level: u128,
    ask: u128,
    /// The truth as far as it is known, and whether the level store decides.
    query: Option<(Truth, bool)>,
}

fn outcome(
    instruction: &Instruction,
    tables: &[TableDef],
    given: (Value, Value, Truth),
    gates: Gates,
) -> Outcome {
    let (row, value, predicate) = given;
    if !gates.takes_place(instruction.gate) {
        return Outcome::default();
    }
    let unit = usize::from(instruction.unit);
    let of_group = 1_u128 << unit.saturating_sub(TABLE_UNITS);
    let happens = gates.may_change(instruction.gate) && row.tag == Tag::Value;
    match instruction.opcode {
        Opcode::Write if happens && predicate == Truth::True && value.tag <= Tag::Null => {
            Outcome { write: 1 << unit, ..Outcome::default() }
        }
        Opcode::Fold if happens && value.tag == Tag::Value => {
            let place = fetched_place(&tables[unit], instruction.operands[2].index.into());
            match place > SUMS {
                true => Outcome { level: of_group, ..Outcome::default() },
                false => Outcome { fold: of_group, ..Outcome::default() },
            }
        }
        Opcode::Level => {
            let worst = Value::tagged(row.tag.max(value.tag));
            let query = match predicate {
                Truth::True => {
                    (worst.is_clean(), worst.is_clean() == Truth::True && value.tag == Tag::Value)
                }
                Truth::False | Truth::Null => (Truth::True, false),
                error => (error, false),
            };
            Outcome { ask: of_group, query: Some(query), ..Outcome::default() }
        }
        _ => Outcome::default(),
    }
}

/// Presents operands to the word that is executed, follows it over the clock edge, and returns what
/// it caused.
fn follow(
    kernel: &mut Kernel<'_>,
    loader: &Loader,
    tables: &[TableDef],
    current: Option<&Instruction>,
    rng: &mut Rng,
) -> Outcome {
    let live = rng.random_bool(0.8);
    let gates = Gates::random(rng);
    let reset = rng.random_bool(0.05);
    let mut given = (row(rng), value(rng), truth(rng));
    kernel.set("live", live);
    gates.drive(kernel);
    kernel.set("reset", reset);
    kernel.set("row_data", word(given.0));
    kernel.set("value_data", word(given.1));
    kernel.set("predicate_data", given.2 as u8);
    let mut expected = Outcome::default();
    if let Some(instruction) = current {
        compare_addresses(kernel, loader, instruction, &mut given);
        if live && !reset {
            expected = outcome(instruction, tables, given, gates);
        }
    }
    kernel.step();
    compare_outputs(kernel, current, given, &expected, gates);
    expected
}

/// Compares the addresses of the operands. A constant, and the predicate of a word without a guard,
/// replace the given operand.
fn compare_addresses(
    kernel: &Kernel<'_>,
    loader: &Loader,
    instruction: &Instruction,
    (_, value, predicate): &mut (Value, Value, Truth),
) {
    let [_, a, b, c, d, e] = instruction.operands;
    let (row_at, value_at, guard) = match instruction.opcode {
        Opcode::Level => (b, d, a),
        Opcode::Write => (a, c, e),
        _ => (a, c, Operand::NONE),
    };
    assert_eq!(kernel.get("row_slot"), row_at.index.into(), "{instruction:?}");
    match loader.constant(value_at) {
        Some(constant) => *value = constant,
        None => assert_eq!(kernel.get("value_slot"), value_at.index.into(), "{instruction:?}"),
    }
    match guard.is_some() {
        true => assert_eq!(kernel.get("predicate"), predicate_address(guard), "{instruction:?}"),
        false => *predicate = Truth::True,
    }
}

/// Compares the outputs after the clock edge.
fn compare_outputs(
    kernel: &Kernel<'_>,
    current: Option<&Instruction>,
    (row, value, predicate): (Value, Value, Truth),
    expected: &Outcome,
    gates: Gates,
) {
    let of = format!("{current:?} of {row:?}, {value:?}, {predicate:?}, {gates:?}: {expected:?}");
    for (port, bits) in [
        ("write", expected.write),
        ("fold", expected.fold),
        ("level", expected.level),
        ("ask", expected.ask),
    ] {
        assert_eq!(kernel.get(port), bits, "{port}, {of}");
    }
    if expected.write | expected.fold | expected.level != 0 {
        assert_eq!(kernel.get("row"), row.bits as u128, "{of}");
        assert_eq!(kernel.get("value"), word(value), "{of}");
    }
    let Some(instruction) = current else { return };
    if expected.write != 0 {
        assert_eq!(kernel.get("column"), instruction.operands[2].index.into(), "{of}");
    }
    if expected.fold | expected.level != 0 {
        assert_eq!(kernel.get("fold_out"), instruction.operands[4].index.into(), "{of}");
    }
    if let Some((truth, is_open)) = expected.query {
        let entry = u128::from(instruction.operands[0].index);
        let asked = entry | (truth as u128) << 8 | u128::from(is_open) << 11;
        assert_eq!(kernel.get("ask_word"), asked, "{of}");
        if is_open {
            assert_eq!(kernel.is_high("ask_group"), row.tag == Tag::Value, "{of}");
        }
    }
}

#[test]
fn every_word_takes_effect_in_its_cycle() {
    let kernel =
        emit_with("column_port", "a column port", &mut ColumnPort::default(), &tables_unused());
    testkit::kernels::run("every_word_takes_effect_in_its_cycle", &kernel, |kernel| {
        let tables = tables();
        let (mut written, mut folded, mut asked) = (0_u128, 0_u128, 0_u128);
        for round in 0..20 {
            let mut rng = Rng::seeded(SEED + round);
            let constants = (0..CONSTANTS).map(|_| value(&mut rng)).collect();
            let place = |part: u8| Place {
                memory: Memory::Writer(PORT as u8, part),
                port: "program_write",
                bit: part.into(),
            };
            let places = (0..2).map(place).collect();
            let loader = Loader::new(tables.clone(), (0..UNITS as u8).collect(), constants, places);
            // Some words are empty.
            let program =
                program(&mut rng, |rng| rng.random_bool(0.8).then(|| instruction(&tables, rng)));
            kernel.set("live", false);
            kernel.set("program_write", 0_u8);
            for (address, instruction) in &program {
                loader.load(kernel, *address, instruction.as_slice());
            }
            present(kernel, &program, &mut rng, |kernel, current, rng| {
                let outcome = follow(kernel, &loader, &tables, current.as_ref(), rng);
                written |= outcome.write;
                folded |= outcome.fold | outcome.level << GROUP_UNITS;
                asked |= outcome.ask;
            });
        }
        let all = |units: usize| (1_u128 << units) - 1;
        assert_eq!(
            (written, folded, asked),
            (all(TABLE_UNITS), all(2 * GROUP_UNITS), all(GROUP_UNITS))
        );
    });
}
