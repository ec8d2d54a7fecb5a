// SPDX-License-Identifier: Apache-2.0

//! All eight column ports at once, against the instruction set's definition of writes, folds and
//! queries to level stores: every unit, rows and values that are NULL or errors, predicates,
//! both gates, words in any order with idle cycles between them, and resets.

use crate::support::{
    Gates, Loader, Place, gate, guard, operand, predicate_address, present, program, row, slot,
    truth, value, word,
};
use engine::build::{COLUMNS, GROUP_UNITS, SUMS, TABLE_UNITS, UNITS, fetched_place};
use engine::isa::{Instruction, Opcode, Operand};
use engine::machine::{ENTRIES_MAX, WRITE_PORTS};
use engine::microcode::Memory;
use engine::schema::{ColumnDef, ColumnKind, HiddenDef, TableDef, TableId, Type};
use engine::value::{Tag, Truth, Value};
use hdl::emit::emit_with;
use hdl::kernels::column_ports::ColumnPorts;
use hdl::kernels::tables_unused;
use rand::RngExt;
use rand::seq::IndexedRandom;
use sim::kernel::Kernel;
use testkit::rng::Rng;

const SEED: u64 = 0x5eed_0022;
const CONSTANTS: usize = 40;

/// The kind of a column of a hidden table. Every port has each kind of aggregate.
fn group_column(column: usize) -> ColumnKind {
    let kinds = [ColumnKind::Count, ColumnKind::Sum, ColumnKind::Min, ColumnKind::Max];
    kinds[(column / 2 + column / WRITE_PORTS) % kinds.len()]
}

/// The tables; table u belongs to unit u.
fn tables() -> Vec<TableDef> {
    let column = |kind| ColumnDef { name: String::new(), ty: Type::Int8, nullable: true, kind };
    let table = |unit: usize| {
        let is_group = unit >= TABLE_UNITS;
        let hidden =
            is_group.then(|| HiddenDef { base: TableId(0), definition: String::new(), list: None });
        let columns = match is_group {
            true => (0..4 * WRITE_PORTS).map(|place| column(group_column(place))).collect(),
            false => vec![column(ColumnKind::Data); COLUMNS],
        };
        TableDef {
            name: String::new(),
            columns,
            key: Vec::new(),
            rows_max: 1,
            defaults: Vec::new(),
            hidden,
        }
    };
    (0..UNITS).map(table).collect()
}

/// A random instruction for a port, or none.
fn instruction(port: usize, tables: &[TableDef], rng: &mut Rng) -> Option<Instruction> {
    let unit = rng.random_range(0..UNITS);
    let of_port: Vec<usize> = (port..tables[unit].columns.len()).step_by(WRITE_PORTS).collect();
    let column = *of_port.choose(rng)?;
    let number = Operand::immediate(column as u16);
    let [none, row, value, guard] = [Operand::NONE, slot(rng), operand(rng, CONSTANTS), guard(rng)];
    let entry = Operand::immediate(rng.random_range(0..ENTRIES_MAX as u16));
    let is_level = matches!(tables[unit].columns[column].kind, ColumnKind::Min | ColumnKind::Max);
    let (opcode, operands) = match rng.random_range(0..4) {
        0 => return None,
        _ if unit < TABLE_UNITS => (Opcode::Write, [none, row, number, value, none, guard]),
        1 if is_level => (Opcode::Level, [entry, guard, row, number, value, none]),
        _ => (
            Opcode::Fold,
            [none, row, number, value, Operand::immediate(rng.random_range(0..2)), none],
        ),
    };
    Some(Instruction::new(opcode, unit as u8, 0, operands).gated(gate(rng)))
}

/// The effect of one port: the kind of output whose bit for the port and the unit is high.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Nothing,
    Write,
    Fold,
    Level,
    /// A query to a level store: its truth, and whether the level store decides.
    Ask(Truth, bool),
}

/// The operands of a port in a cycle.
#[derive(Clone, Copy, Debug)]
struct Operands {
    row: Value,
    value: Value,
    predicate: Truth,
}

fn outcome(
    instruction: &Instruction,
    tables: &[TableDef],
    operands: Operands,
    gates: Gates,
) -> Outcome {
    if !gates.takes_place(instruction.gate) {
        return Outcome::Nothing;
    }
    let permit = gates.may_change(instruction.gate);
    let Operands { row, value, predicate } = operands;
    let is_row = row.tag == Tag::Value;
    match instruction.opcode {
        Opcode::Write if permit && is_row && predicate == Truth::True && value.tag <= Tag::Null => {
            Outcome::Write
        }
        Opcode::Fold if permit && is_row && value.tag == Tag::Value => {
            let place = fetched_place(
                &tables[usize::from(instruction.unit)],
                instruction.operands[2].index.into(),
            );
            if place > SUMS { Outcome::Level } else { Outcome::Fold }
        }
        Opcode::Level => match (predicate, row.tag.max(value.tag)) {
            (Truth::Overflow | Truth::DivisionByZero, _) => Outcome::Ask(predicate, false),
            (Truth::False | Truth::Null, _) => Outcome::Ask(Truth::True, false),
            (_, Tag::Overflow) => Outcome::Ask(Truth::Overflow, false),
            (_, Tag::DivisionByZero) => Outcome::Ask(Truth::DivisionByZero, false),
            _ => Outcome::Ask(Truth::True, value.tag == Tag::Value),
        },
        _ => Outcome::Nothing,
    }
}

/// The ports whose outcome for a unit is of a kind, one bit each.
fn ports_of(
    current: &[Option<Instruction>],
    outcomes: &[Outcome],
    unit: usize,
    is: impl Fn(&Outcome) -> bool,
) -> u128 {
    let ports = current.iter().zip(outcomes).enumerate();
    let here = ports.filter(|(_, (instruction, outcome))| {
        is(outcome) && instruction.is_some_and(|instruction| usize::from(instruction.unit) == unit)
    });
    here.fold(0, |ports, (port, _)| ports | 1 << port)
}

/// The field of one port, of width `bits`, in an output that concatenates those of all ports.
fn part(kernel: &Kernel<'_>, name: &str, port: usize, bits: usize) -> u128 {
    let words = kernel.get_words(name);
    let bit = |bit: usize| u128::from(words[bit / 64] >> (bit % 64) & 1);
    (0..bits).fold(0, |part, at| part | bit(bits * port + at) << at)
}

/// Presents operands to the words that are executed, and follows them over the clock edge.
fn follow(
    kernel: &mut Kernel<'_>,
    loader: &Loader,
    tables: &[TableDef],
    current: &[Option<Instruction>],
    rng: &mut Rng,
) {
    let live = rng.random_bool(0.8);
    let gates = Gates::random(rng);
    let reset = rng.random_bool(0.02);
    kernel.set("live", live);
    kernel.set("reset", reset);
    gates.drive(kernel);
    let mut outcomes = Vec::new();
    let mut operands = Vec::new();
    for (port, instruction) in current.iter().enumerate() {
        let mut given = Operands { row: row(rng), value: value(rng), predicate: truth(rng) };
        kernel.set(&format!("row_data${port}"), word(given.row));
        kernel.set(&format!("value_data${port}"), word(given.value));
        kernel.set(&format!("predicate_data${port}"), given.predicate as u8);
        if let Some(instruction) = instruction {
            compare_addresses(kernel, loader, port, instruction, &mut given);
        }
        outcomes.push(match instruction {
            Some(instruction) if live && !reset => outcome(instruction, tables, given, gates),
            _ => Outcome::Nothing,
        });
        operands.push(given);
    }
    kernel.step();
    compare_units(kernel, current, &outcomes);
    for (port, instruction) in current.iter().enumerate() {
        if let Some(instruction) = instruction {
            compare_port(kernel, port, instruction, operands[port], outcomes[port]);
        }
    }
}

/// Compares the addresses of a port's operands. A constant, and the predicate of a word without a
/// guard, replace the given operand.
fn compare_addresses(
    kernel: &Kernel<'_>,
    loader: &Loader,
    port: usize,
    instruction: &Instruction,
    given: &mut Operands,
) {
    let [_, a, b, c, d, e] = instruction.operands;
    let (row, value, guard) = match instruction.opcode {
        Opcode::Level => (b, d, a),
        Opcode::Write => (a, c, e),
        _ => (a, c, Operand::NONE),
    };
    assert_eq!(kernel.get(&format!("row_slot${port}")), row.index.into());
    match loader.constant(value) {
        Some(constant) => given.value = constant,
        None => assert_eq!(kernel.get(&format!("value_slot${port}")), value.index.into()),
    }
    match guard.is_some() {
        true => assert_eq!(kernel.get(&format!("predicate${port}")), predicate_address(guard)),
        false => given.predicate = Truth::True,
    }
}

/// Compares what each unit is told by all ports.
fn compare_units(kernel: &Kernel<'_>, current: &[Option<Instruction>], outcomes: &[Outcome]) {
    let compare = |name: String, unit: usize, is: fn(&Outcome) -> bool| {
        assert_eq!(kernel.get(&name), ports_of(current, outcomes, unit, is), "{name}");
    };
    for unit in 0..TABLE_UNITS {
        compare(format!("write${unit}"), unit, |outcome| *outcome == Outcome::Write);
    }
    for group in 0..GROUP_UNITS {
        let unit = TABLE_UNITS + group;
        compare(format!("fold${group}"), unit, |outcome| *outcome == Outcome::Fold);
        compare(format!("level${group}"), unit, |outcome| *outcome == Outcome::Level);
        compare(format!("ask${group}"), unit, |outcome| matches!(outcome, Outcome::Ask(..)));
    }
}

/// Compares the row, the value and the other fields that one port presents to its unit.
fn compare_port(
    kernel: &Kernel<'_>,
    port: usize,
    instruction: &Instruction,
    operands: Operands,
    outcome: Outcome,
) {
    let Operands { row, value, .. } = operands;
    let of = format!("port {port}, {instruction:?} of {operands:?}: {outcome:?}");
    let compare = |name: &str, bits: usize, expected: u128| {
        assert_eq!(part(kernel, name, port, bits), expected, "{name}, {of}");
    };
    if outcome != Outcome::Nothing {
        compare("values", 66, word(value));
    }
    match outcome {
        Outcome::Write => {
            compare("rows", 24, row.bits as u128);
            compare("columns", 4, instruction.operands[2].index.into());
        }
        Outcome::Fold | Outcome::Level => {
            compare("rows", 24, row.bits as u128);
            compare("fold_out", 1, instruction.operands[4].index.into());
        }
        Outcome::Ask(truth, is_open) => {
            let entry = u128::from(instruction.operands[0].index);
            let asked = entry | (truth as u128) << 8 | u128::from(is_open) << 11;
            compare("ask_words", 12, asked);
            if is_open {
                compare("ask_group", 1, u128::from(row.tag == Tag::Value));
            }
            if is_open && row.tag == Tag::Value {
                compare("rows", 24, row.bits as u128);
            }
        }
        Outcome::Nothing => {}
    }
}

#[test]
fn writes_folds_and_queries_reach_their_unit() {
    let kernel = emit_with(
        "column_ports",
        "the column ports",
        &mut ColumnPorts::default(),
        &tables_unused(),
    );
    testkit::kernels::run("writes_folds_and_queries_reach_their_unit", &kernel, |kernel| {
        for round in 0..12 {
            let mut rng = Rng::seeded(SEED + round);
            let constants = (0..CONSTANTS).map(|_| value(&mut rng)).collect();
            let place = |i: u8| Place {
                memory: Memory::Writer(i / 2, i % 2),
                port: "program_write",
                bit: i.into(),
            };
            let places = (0..2 * WRITE_PORTS as u8).map(place).collect();
            let tables = tables();
            let loader = Loader::new(tables.clone(), (0..UNITS as u8).collect(), constants, places);
            let program = program(&mut rng, |rng| {
                (0..WRITE_PORTS)
                    .map(|port| instruction(port, &tables, rng))
                    .collect::<Vec<Option<Instruction>>>()
            });
            kernel.set("live", false);
            kernel.set("program_write", 0_u16);
            for (address, instructions) in &program {
                loader.load(
                    kernel,
                    *address,
                    &instructions.iter().flatten().copied().collect::<Vec<_>>(),
                );
            }
            present(kernel, &program, &mut rng, |kernel, current, rng| {
                follow(kernel, &loader, &tables, current, rng);
            });
        }
    });
}
