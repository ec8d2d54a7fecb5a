// SPDX-License-Identifier: Apache-2.0

//! Microcode: a program as the words that the units' program memories hold.
//!
//! Every unit has a program memory of its own, all read at one address: the transaction's base and
//! the cycle. Loading a program is a list of [`Write`]s; the memories are numbered by [`Memory`],
//! and each has words of 64 bits. There are two banks, so that a program can be loaded beside the
//! one that runs.
//!
//! ```text
//!  lane     63 61   59   57  56       46 45 44       33 32      20 19     9 8   7 6   5 4 3    0
//!          +--+----+----+---+-----------+--+-----------+-----------+--------+-----+-----+-+------+
//!          |0 |y tg|x tg|grd| predicate |ys|  y index  |xs|x index | dst    |dst s|width|i|opcode|
//!          +--+----+----+---+-----------+--+-----------+-----------+--------+-----+-----+-+------+
//!  logic    64 bits: a 0..11, b 11..22, c 22..33, d 33..44, mode 44..55, dst 55..62 (bit 6 set: it issues), entry 63
//! ```
//! ```text
//!  layout: see [`crate::layout`]
//!  transaction:    there 0, base 1..11, cycles to its release 16..26, to the end of its commit 26..36
//!  verdict:  it falls 0, entries 1..10
//!  divider:  operation 0..2, it issues 2, width 3..5, dst 5..15, then a, b and c with ten bits of index and one that
//!            says constant, 15..48, and the constants' tags 48..54
//!  key:      operation 0..3, dst 8..18, predicate 18..29, it counts 29, row 38..48, widths of the key's columns 48..56
//!  operands: four times a slot with ten bits and one that says constant, 0..44, the constants' tags 44..52, and where
//!            in the key each begins, in units of 16 bits, 52..64
//!  reserve:  it issues 0, dst 1..11, predicate 11..22, it counts 22, entry 23..31
//!  fetch:    it issues 0, row 1..11, then columns: fetched, and a slot with ten bits; 0 to 3 from 11 on, 4 to 8 in the
//!            second word from 0 on
//!  write:    operation 0..2, unit 2..5, column 5..9, row 9..19, value 19..29, constant 29, its tag 30..32,
//!            predicate 32..43, it counts 43; a question for levels instead 44, its entry 45..53
//!  unit:     rows_max 0..25, banks that are counts 32..36, level stores that are maxima 36..38
//!  text:     eight characters, the first lowest, blanks behind the last
//! ```
//! A table has the unit that [`crate::build::place`] gives it, and a key port with the same number.
//! A lane's operands x and y are a and b of its instruction (b and c of a `select`, whose a is the
//! predicate). A constant stands in the memory beside: `LaneX`, `LaneY`, and `LaneHigh` for the
//! upper bound of a `range`, whose lower one is y.

mod beside;
mod tables;

pub use beside::{Held, beside};
pub use tables::{ColumnOperation, KeyOperation, fetch_part};

use crate::build::{self, Build, BuildError, UNITS};
use crate::frame::Layout;
use crate::isa::{Instruction, Opcode, Operand, Role, Space, UnitClass};
use crate::layout;
use crate::machine::{
    ISSUE_CYCLES, LANES, LOGIC_UNITS, MESSAGES_MAX, PREDICATES_PER_LANE, PREDICATES_PER_LOGIC_UNIT,
    PROGRAM_CYCLES, PredicateWriter, TABLES_MAX, WRITE_PORTS, predicate_bank,
};
use crate::overlap;
use crate::program::{FrameKind, Program};
use crate::value::{Value, Width};
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

const _: () = assert!(MESSAGES_MAX + TABLES_MAX <= 128, "a kind has seven bits");

const LANE_PREDICATES: usize = LANES * PREDICATES_PER_LANE;

/// A program memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Memory {
    /// Operations of a lane.
    Lane(u8),
    /// Constants for operand x of a lane.
    LaneX(u8),
    /// Constants for operand y of a lane, and lower bounds.
    LaneY(u8),
    /// Upper bounds of a lane.
    LaneHigh(u8),
    /// Operations of a logic unit.
    Logic(u8),
    /// Operations of the divider.
    Divider,
    /// Constants for an operand of the divider: 0 a, 1 b, 2 c.
    DividerConstant(u8),
    /// When the verdict falls, and over how many entries.
    Verdict,
    /// By kind: where a transaction begins and how long it takes.
    Transaction,
    /// By kind and field: the wire layout.
    Layout,
    /// Of a table unit: 0 its key operations, 1 their operands, 2 to 5 constants, 6 reserves, 7
    /// first words of fetches.
    Table(u8, u8),
    /// Of a table unit: second words of fetches.
    TableSecond(u8),
    /// Of a write port: 0 operations, 1 constants.
    Writer(u8, u8),
    /// The configuration of a table unit, a single word.
    Unit(u8),
    /// The first eight characters of a text that the dictionary is to know; its code is the
    /// address.
    TextLow,
    /// The other eight; the text is stored with this word, and takes [`TEXT_CYCLES`].
    TextHigh,
}

/// Cycles from a word of [`Memory::TextHigh`] to the next of it.
pub const TEXT_CYCLES: u16 = 4;

impl Memory {
    /// Its number on the program port.
    pub const fn number(self) -> u8 {
        let lanes = LANES as u8;
        match self {
            Memory::Lane(lane) => lane,
            Memory::LaneX(lane) => lanes + lane,
            Memory::LaneY(lane) => 2 * lanes + lane,
            Memory::LaneHigh(lane) => 3 * lanes + lane,
            Memory::Logic(unit) => 4 * lanes + unit,
            Memory::Verdict => 4 * lanes + LOGIC_UNITS as u8,
            Memory::Transaction => 4 * lanes + LOGIC_UNITS as u8 + 1,
            Memory::Layout => 4 * lanes + LOGIC_UNITS as u8 + 2,
            Memory::Divider => 4 * lanes + LOGIC_UNITS as u8 + 4,
            Memory::DividerConstant(operand) => 4 * lanes + LOGIC_UNITS as u8 + 5 + operand,
            Memory::Table(unit, part) => 144 + 8 * unit + part,
            Memory::TableSecond(unit) => 208 + unit,
            Memory::Writer(port, part) => 216 + 2 * port + part,
            Memory::Unit(unit) => 232 + unit,
            Memory::TextLow => 240,
            Memory::TextHigh => 241,
        }
    }

    /// Whether its words are constants of instructions, all bits of which are a value's.
    pub const fn holds_constants(self) -> bool {
        matches!(
            self,
            Memory::LaneX(_)
                | Memory::LaneY(_)
                | Memory::LaneHigh(_)
                | Memory::DividerConstant(_)
                | Memory::Table(_, 2..=5)
                | Memory::Writer(_, 1)
        )
    }
}

/// A word for a program memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Write {
    /// The memory.
    pub memory: Memory,
    /// The address, the bank in its top bit.
    pub address: u16,
    /// The word.
    pub data: u64,
}

/// Why a program is not made into microcode.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MicrocodeError {
    /// All transactions together take more words than there are.
    #[error("the program has {found} cycles in all, the program memory {PROGRAM_CYCLES}")]
    Long {
        /// Words that it takes.
        found: usize,
    },
    /// A table has no place in the hardware.
    #[error(transparent)]
    Build(#[from] BuildError),
    /// A row enters a table without a value for each of its columns; the hardware does not make the
    /// others NULL.
    #[error("an insert into `{0}` does not write all of its columns: compile the rule file anew")]
    Unwritten(String),
    /// One message reserves more rows of a table than the allocator gives out.
    #[error(
        "a message inserts {found} rows into `{table}`, the hardware takes {RESERVES_MAX} of one message"
    )]
    Reserves {
        /// The table.
        table: String,
        /// How many.
        found: usize,
    },
}

/// Rows of one table that a message can reserve.
pub const RESERVES_MAX: usize = 8;

/// The words of a program's transactions for a bank, and the configuration of the table units.
///
/// # Errors
/// [`MicrocodeError`] if it is too long, or needs what the build does not have.
pub fn load(program: &Program, bank: u8, build: &Build) -> Result<Vec<Write>, MicrocodeError> {
    let units = build::place(program, build)?;
    let mut writes = tables::configurations(program, &units);
    writes.extend(
        program.strings.iter().enumerate().flat_map(|(code, text)| texts(code as u16, text)),
    );
    let releases = overlap::releases(program);
    let mut base = 0;
    for (index, kind) in program.frame_kinds().enumerate() {
        let transaction = &program.transactions[index];
        let layout = Layout::new(index as u8, program.fields(kind));
        tables::check(program, transaction)?;
        let address = |cycle: u16| bank_of(bank) | (base as u16 + cycle - ISSUE_CYCLES);
        for instruction in &transaction.instructions {
            operation(program, instruction, &units, address(instruction.cycle), &mut writes);
        }
        let (release, commit) = (releases[index].cycles, transaction.commit_cycles);
        let word = 1 | (base as u64) << 1 | u64::from(release) << 16 | u64::from(commit) << 26;
        let entry = transaction_address(bank, index as u16);
        writes.push(Write { memory: Memory::Transaction, address: entry, data: word });
        writes.extend(
            layout::words(&layout, matches!(kind, FrameKind::Row(_)), bank != 0)
                .map(|(address, data)| Write { memory: Memory::Layout, address, data }),
        );
        base += usize::from(release);
    }
    if base > PROGRAM_CYCLES {
        return Err(MicrocodeError::Long { found: base });
    }
    Ok(merged(writes))
}

/// Zeros for what the units look at while a program runs in a bank and it has no word for: an
/// earlier program may have left some there, or nobody ever wrote any.
pub fn blanks(program: &Program, bank: u8, words: &[Write]) -> Vec<Write> {
    let there: HashSet<(u8, u16)> =
        words.iter().map(|word| (word.memory.number(), word.address)).collect();
    let cycles = overlap::releases(program).iter().map(|release| release.cycles).sum::<u16>();
    let base = bank_of(bank);
    let operations = operation_memories()
        .flat_map(|memory| (base..base + cycles).map(move |address| (memory, address)));
    let kinds = (0..layout::KINDS as u16)
        .map(|kind| (Memory::Transaction, transaction_address(bank, kind)));
    // A frame of a kind that this program does not have must leave nothing behind: by the layout of
    // an earlier program, the code of a text would come when the next frame has started, and go to
    // a field of that one.
    let header = |kind| (Memory::Layout, layout::address(bank != 0, kind, layout::HEADER_WORD));
    let layouts = (0..layout::KINDS as u8).map(header);
    operations
        .chain(kinds)
        .chain(layouts)
        .filter(|(memory, address)| !there.contains(&(memory.number(), *address)))
        .map(|(memory, address)| Write { memory, address, data: 0 })
        .collect()
}

/// The memories whose words make something happen; what stands in the others is looked at only by
/// these.
fn operation_memories() -> impl Iterator<Item = Memory> {
    let tables = (0..UNITS as u8).flat_map(|unit| {
        [
            Memory::Table(unit, 0),
            Memory::Table(unit, 6),
            Memory::Table(unit, 7),
            Memory::TableSecond(unit),
        ]
    });
    (0..LANES as u8)
        .map(Memory::Lane)
        .chain((0..LOGIC_UNITS as u8).map(Memory::Logic))
        .chain(tables)
        .chain((0..WRITE_PORTS as u8).map(|port| Memory::Writer(port, 0)))
        .chain([Memory::Divider, Memory::Verdict])
}

fn transaction_address(bank: u8, kind: u16) -> u16 {
    u16::from(bank) << 7 | kind
}

/// Fetches of one row in one cycle share a word: what each contributes is put together.
fn merged(writes: Vec<Write>) -> Vec<Write> {
    let mut merged: Vec<Write> = Vec::with_capacity(writes.len());
    let mut places = HashMap::new();
    for write in writes {
        match places.entry((write.memory.number(), write.address)) {
            Entry::Occupied(place) => {
                let word: &mut Write = &mut merged[*place.get()];
                debug_assert!(matches!(word.memory, Memory::Table(_, 7) | Memory::TableSecond(_)));
                word.data |= write.data;
            }
            Entry::Vacant(place) => {
                place.insert(merged.len());
                merged.push(write);
            }
        }
    }
    merged
}

/// The words of a text, padded with blanks.
fn texts(code: u16, text: &str) -> [Write; 2] {
    let mut bytes = [b' '; 16];
    bytes.iter_mut().zip(text.bytes()).for_each(|(byte, of_text)| *byte = of_text);
    let (low, high) = bytes.split_at(8);
    [(Memory::TextLow, low), (Memory::TextHigh, high)].map(|(memory, bytes)| {
        let data = bytes.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte));
        Write { memory, address: code, data }
    })
}

/// The words of one instruction for an address; `units` has the unit of each table. What two
/// fetches of one row in one cycle have for the same memory is to be put together by `or`.
///
/// # Panics
/// If it is no sound instruction of the program.
pub fn words(
    program: &Program,
    instruction: &Instruction,
    units: &[u8],
    address: u16,
) -> Vec<Write> {
    let mut writes = Vec::new();
    operation(program, instruction, units, address, &mut writes);
    writes
}

fn bank_of(bank: u8) -> u16 {
    u16::from(bank) * PROGRAM_CYCLES as u16
}

fn operation(
    program: &Program,
    instruction: &Instruction,
    units: &[u8],
    address: u16,
    writes: &mut Vec<Write>,
) {
    let signature = instruction.opcode.signature();
    if matches!(
        signature.unit,
        UnitClass::Index
            | UnitClass::Column
            | UnitClass::Allocator
            | UnitClass::Commit
            | UnitClass::Writer
    ) {
        tables::operation(
            program,
            instruction,
            units[usize::from(instruction.unit)],
            address,
            writes,
        );
        return;
    }
    let mut write = |memory, data| writes.push(Write { memory, address, data });
    match signature.unit {
        UnitClass::Lane => {
            let unit = instruction.unit;
            let (word, [x, y, high]) = lane(program, instruction);
            write(Memory::Lane(unit), word);
            write(Memory::LaneX(unit), x.bits as u64);
            write(Memory::LaneY(unit), y.bits as u64);
            write(Memory::LaneHigh(unit), high.bits as u64);
        }
        UnitClass::Logic => write(Memory::Logic(instruction.unit), logic(instruction)),
        UnitClass::Divider => {
            let (word, constants) = divider(program, instruction);
            write(Memory::Divider, word);
            for (operand, constant) in constants.into_iter().enumerate() {
                write(Memory::DividerConstant(operand as u8), constant.bits as u64);
            }
        }
        UnitClass::Verdict => {
            write(Memory::Verdict, 1 | u64::from(instruction.operands[1].index) << 1)
        }
        _ => unreachable!("table units are dealt with above"),
    }
}

/// A lane's operation, and the constants of x, y and the upper bound.
fn lane(program: &Program, instruction: &Instruction) -> (u64, [Value; 3]) {
    let [dst, a, b, c, _, e] = instruction.operands;
    let roles = instruction.opcode.signature().roles;
    let constant = |operand: Operand| match operand.space {
        Space::Constant => program.constants[usize::from(operand.index)],
        _ => Value::new(0),
    };
    let (x, y, high) = match instruction.opcode {
        Opcode::Select => (b, c, Operand::NONE),
        Opcode::Range => (a, b, c),
        Opcode::Truth => (Operand::NONE, Operand::NONE, Operand::NONE),
        _ if matches!(roles[2], Role::Read | Role::ReadAny) => (a, b, Operand::NONE),
        _ => (a, Operand::NONE, Operand::NONE),
    };
    let predicates = [Role::ReadPredicate, Role::ReadPredicateOptional];
    let predicate =
        roles.iter().zip(instruction.operands).find(|(role, _)| predicates.contains(role));
    let predicate = predicate.map_or(Operand::NONE, |(_, operand)| operand);
    let guarded = predicate.is_some() && roles.contains(&Role::ReadPredicateOptional);
    let width = if roles[5] == Role::WidthNumber { e.index } else { 0 };
    let space = |operand: Operand| match operand.space {
        Space::Slot => 0,
        Space::Local => 1,
        _ => 2_u64,
    };
    let target = match dst.space {
        Space::Slot => 0,
        Space::Local => 1,
        Space::Predicate => 2,
        _ => 3_u64,
    };
    let target_index =
        if dst.space == Space::Predicate { predicate_address(dst) } else { dst.index.into() };
    let index = |operand: Operand| {
        if operand.space == Space::Constant { 0 } else { u64::from(operand.index) }
    };
    let word = instruction.opcode as u64
        | 1 << 4
        | u64::from(width) << 5
        | target << 7
        | target_index << 9
        | index(x) << 20
        | space(x) << 31
        | index(y) << 33
        | space(y) << 44
        | predicate_address(predicate) << 46
        | u64::from(guarded) << 57
        | (constant(x).tag as u64) << 58
        | (constant(y).tag as u64) << 60;
    (word, [constant(x), constant(y), constant(high)])
}

/// The divider's operation and its constants.
fn divider(program: &Program, instruction: &Instruction) -> (u64, [Value; 3]) {
    let [dst, a, b, c, _, e] = instruction.operands;
    let operation = instruction.opcode as u64 - Opcode::Div as u64;
    let width =
        if instruction.opcode == Opcode::Div { u64::from(e.index) } else { Width::W64 as u64 };
    let constants = [a, b, c].map(|operand| match operand.space {
        Space::Constant => program.constants[usize::from(operand.index)],
        _ => Value::new(0),
    });
    let mut word = operation | 1 << 2 | width << 3 | u64::from(dst.index) << 5;
    for (i, (operand, constant)) in [a, b, c].into_iter().zip(constants).enumerate() {
        let is_constant = operand.space != Space::Slot;
        let index = if is_constant { 0 } else { u64::from(operand.index) };
        word |= (index | u64::from(is_constant) << 10) << (15 + 11 * i)
            | (constant.tag as u64) << (48 + 2 * i);
    }
    (word, constants)
}

/// Where a predicate lies in the predicate files, whose banks alternate: `place * LANES + lane`
/// below 1,024, then `place * LOGIC_UNITS + unit`.
fn predicate_address(operand: Operand) -> u64 {
    let index = usize::from(operand.index);
    let address = match index.checked_sub(LANE_PREDICATES) {
        None => index % PREDICATES_PER_LANE * LANES + index / PREDICATES_PER_LANE,
        Some(own) => {
            LANE_PREDICATES
                + own % PREDICATES_PER_LOGIC_UNIT * LOGIC_UNITS
                + own / PREDICATES_PER_LOGIC_UNIT
        }
    };
    address as u64
}

fn logic(instruction: &Instruction) -> u64 {
    let [dst, a, b, c, d, mode] = instruction.operands;
    let (number, entry) = match dst.space {
        Space::Entry => (u64::from(dst.index), 1),
        _ => {
            let first = predicate_bank(PredicateWriter::Logic(instruction.unit)).start;
            (1 << 6 | (usize::from(dst.index) - first) as u64, 0)
        }
    };
    let operands = [a, b, c, d].map(predicate_address);
    let packed =
        operands.iter().enumerate().fold(0, |word, (i, address)| word | address << (11 * i));
    packed | u64::from(mode.index) << 44 | number << 55 | entry << 63
}
