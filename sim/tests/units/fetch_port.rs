// SPDX-License-Identifier: Apache-2.0

//! The fetch port against its definition: any columns of a row to any slots, rows that are NULL or
//! errors, both gates,
//! words in any order with idle cycles between them, and resets.

use crate::support::{Gates, Loader, Place, gate, present, program, row, slot, word};
use engine::build::COLUMNS;
use engine::isa::{Gate, Instruction, Opcode, Operand};
use engine::microcode::{Memory, fetch_part};
use engine::schema::{ColumnDef, ColumnKind, TableDef, Type};
use engine::value::Tag;
use hdl::emit::emit_with;
use hdl::kernels::fetch_port::FetchPort;
use hdl::kernels::tables_unused;
use rand::RngExt;
use sim::kernel::Kernel;
use testkit::rng::Rng;

const SEED: u64 = 0x5eed_0021;
const UNIT: u8 = 3;

/// The fetches of one word: a row, and a slot for each column that is fetched.
struct Fetch {
    row: Operand,
    gate: Gate,
    columns: [Option<Operand>; COLUMNS],
}

fn table() -> TableDef {
    let column =
        ColumnDef { name: String::new(), ty: Type::Int8, nullable: true, kind: ColumnKind::Data };
    TableDef {
        name: String::new(),
        columns: vec![column; COLUMNS],
        key: Vec::new(),
        rows_max: 1,
        defaults: Vec::new(),
        hidden: None,
    }
}

fn fetch(rng: &mut Rng) -> Fetch {
    let often = [0.1, 0.5, 1.0][rng.random_range(0..3)];
    Fetch {
        row: slot(rng),
        gate: gate(rng),
        columns: [(); COLUMNS].map(|()| rng.random_bool(often).then(|| slot(rng))),
    }
}

fn instructions(fetch: &Fetch) -> Vec<Instruction> {
    let columns = fetch.columns.iter().enumerate();
    let instruction = |(column, dst): (usize, &Option<Operand>)| {
        let [none, column] = [Operand::NONE, Operand::immediate(column as u16)];
        let operands = [(*dst)?, fetch.row, column, none, none, none];
        Some(Instruction::new(Opcode::Fetch, 0, 0, operands).gated(fetch.gate))
    };
    columns.filter_map(instruction).collect()
}

/// Presents the row to the current word, and follows it over the clock edge.
fn follow(kernel: &mut Kernel<'_>, current: &Fetch, rng: &mut Rng) {
    let live = rng.random_bool(0.8);
    let gates = Gates::random(rng);
    let reset = rng.random_bool(0.02);
    let row = row(rng);
    kernel.set("live", live);
    kernel.set("effects", gates.takes_place(Gate::Reject));
    kernel.set("reset", reset);
    kernel.set("row_data", word(row));
    kernel.settle_low();
    let is_open = gates.takes_place(current.gate);
    let fetches = is_open && current.columns.iter().any(Option::is_some);
    assert_eq!(kernel.is_high("read"), live && fetches);
    if live && fetches {
        assert_eq!(kernel.get("row_slot"), current.row.index.into());
        if row.tag == Tag::Value {
            assert_eq!(kernel.get("row"), row.bits as u128);
        }
    }
    kernel.step();
    assert_eq!(kernel.is_high("fetched"), live && fetches && !reset);
    if live && fetches {
        assert_eq!(kernel.get("fetched_tag"), row.tag as u128);
        let words = ["fetched_first", "fetched_second"].map(|port| kernel.get(port));
        for (column, dst) in current.columns.iter().enumerate() {
            let (word, at) = fetch_part(column);
            let part = words[word] >> at;
            let goes_to = (part & 1 == 1).then_some(Operand::slot((part >> 1 & 0x3ff) as u16));
            assert_eq!(goes_to, *dst, "column {column}");
        }
    }
}

#[test]
fn columns_go_where_the_words_say() {
    let kernel =
        emit_with("fetch_port", "the fetch port", &mut FetchPort::default(), &tables_unused());
    testkit::kernels::run("columns_go_where_the_words_say", &kernel, |kernel| {
        let place = |bit, memory| Place { memory, port: "program_write", bit };
        let places = vec![place(0, Memory::Table(UNIT, 7)), place(1, Memory::TableSecond(UNIT))];
        let loader = Loader::new(vec![table()], vec![UNIT], Vec::new(), places);
        for round in 0..40 {
            let mut rng = Rng::seeded(SEED + round);
            let program = program(&mut rng, fetch);
            kernel.set("live", false);
            kernel.set("program_write", 0_u8);
            for (address, fetch) in &program {
                loader.load(kernel, *address, &instructions(fetch));
                assert!(
                    !kernel.is_high("read") && !kernel.is_high("fetched"),
                    "loading does nothing"
                );
            }
            present(kernel, &program, &mut rng, follow);
        }
    });
}
