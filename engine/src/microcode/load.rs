// SPDX-License-Identifier: Apache-2.0

//! The words of a whole program, for one of the two program banks.

use super::compute::{divider_word, lane_word, logic_word};
use super::error::MicrocodeError;
use super::memory::{Memory, Write};
use super::modes::mode_words;
use super::operand::guard;
use super::parts::{transaction, verdict};
use super::tables;
use crate::build::{self, Build, UNITS};
use crate::dictionary::DictionaryDef;
use crate::isa::{Instruction, Opcode, UnitClass};
use crate::layout;
use crate::machine::{
    ISSUE_CYCLES, LANES, LOGIC_UNITS, MESSAGES_MAX, PROGRAM_CYCLES, TABLES_MAX, WRITE_PORTS,
};
use crate::modes::Modes;
use crate::overlap;
use crate::program::{self, FrameKind, Program, Transaction};
use crate::requirements::requirements;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

const _: () = assert!(MESSAGES_MAX + TABLES_MAX <= 128, "a kind has seven bits");

/// The words of a program's transactions for a program bank, the declared modes of its rules, and
/// the configuration of the table units.
///
/// # Errors
/// [`MicrocodeError`] if the program is too long, or needs what the build or no build has.
pub fn load(program: &Program, bank: u8, build: &Build) -> Result<Vec<Write>, MicrocodeError> {
    exists(program)?;
    if program.dictionary != DictionaryDef::OF_HARDWARE {
        return Err(MicrocodeError::Dictionary);
    }
    let units = build::place(program, build)?;
    let mut writes = tables::configurations(program, &units);
    writes.extend(
        program.strings.iter().enumerate().flat_map(|(code, text)| texts(code as u16, text)),
    );
    program.transactions.iter().try_for_each(|code| tables::check(program, code))?;
    writes.extend(mode_words(program, bank, &Modes::new(program)));
    let releases = overlap::releases(program);
    let found = releases.iter().map(|release| usize::from(release.cycles)).sum();
    if found > PROGRAM_CYCLES {
        return Err(MicrocodeError::Long { found });
    }
    let mut base = 0;
    for (index, kind) in program.frame_kinds().enumerate() {
        let code = &program.transactions[index];
        let layout = program.layout(kind);
        let address = |cycle: u16| bank_of(bank) | (base as u16 + cycle - ISSUE_CYCLES);
        for instruction in &code.instructions {
            writes.extend(words(program, instruction, &units, address(instruction.cycle)));
        }
        let entry = transaction::KNOWN.put(1)
            | transaction::BASE.put(base)
            | transaction::RELEASE.put(releases[index].cycles.into())
            | transaction::COMMIT.put(code.commit_cycles.into())
            | shape(code);
        let address = transaction_address(bank, index as u16);
        writes.push(Write { memory: Memory::Transaction, address, data: entry });
        // The core takes rows and hidden messages from the host's stream only.
        let by_host = match kind {
            FrameKind::Row(_) => true,
            FrameKind::Message(id) => program.messages[usize::from(id.0)].is_hidden(),
        };
        writes.extend(layout::words(&layout, by_host, bank != 0).map(|(address, data)| Write {
            memory: Memory::Layout,
            address,
            data,
        }));
        base += usize::from(releases[index].cycles);
    }
    Ok(merged(writes))
}

/// The parts of a transaction's word that the verdict needs.
fn shape(code: &Transaction) -> u64 {
    let rules = code.entries.iter().take_while(|entry| matches!(entry, program::Entry::Rule(_)));
    transaction::ENTRIES.put(code.entries.len())
        | transaction::RULES.put(rules.count())
        | transaction::EFFECTS.put(code.settle().is_some().into())
}

/// A verdict, or a settle with its predicate.
fn verdict_word(instruction: &Instruction) -> u64 {
    if instruction.opcode != Opcode::Settle {
        return verdict::ISSUES.put(1);
    }
    let wanted = instruction.operands[2];
    verdict::SETTLES.put(1) | guard(wanted, verdict::PREDICATE, verdict::GUARDED)
}

/// Checks that the hardware has everything that the program needs.
fn exists(program: &Program) -> Result<(), MicrocodeError> {
    let missing = requirements(program);
    let Some((first, others)) = missing.split_first() else { return Ok(()) };
    let text = first.describe(program);
    let others = match others.len() {
        0 => String::new(),
        others => format!(" (and {others} more)"),
    };
    Err(MicrocodeError::Missing(text + &others))
}

/// Zeros for every word that a unit reads while a program runs and that the program does not
/// define: an earlier program may have left something there, or the word was never written.
pub fn blanks(program: &Program, bank: u8, words: &[Write]) -> Vec<Write> {
    let defined: BTreeSet<(u8, u16)> =
        words.iter().map(|word| (word.memory.number(), word.address)).collect();
    let cycles = overlap::releases(program).iter().map(|release| release.cycles).sum::<u16>();
    let base = bank_of(bank);
    let operations = operation_memories()
        .flat_map(|memory| (base..base + cycles).map(move |address| (memory, address)));
    let kinds = (0..layout::KINDS as u16)
        .map(|kind| (Memory::Transaction, transaction_address(bank, kind)));
    // A frame of a kind that this program does not have must leave no trace. With the layout of an
    // earlier program, the code of a text would arrive after the next frame has started, and go to
    // a field of that frame.
    let header = |kind| (Memory::Layout, layout::address(bank != 0, kind, layout::HEADER_WORD));
    let layouts = (0..layout::KINDS as u8).map(header);
    operations
        .chain(kinds)
        .chain(layouts)
        .filter(|(memory, address)| !defined.contains(&(memory.number(), *address)))
        .map(|(memory, address)| Write { memory, address, data: 0 })
        .collect()
}

/// The memories whose words start an operation. The words of the other memories have no effect
/// without one of these.
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

fn bank_of(bank: u8) -> u16 {
    u16::from(bank) * PROGRAM_CYCLES as u16
}

fn transaction_address(bank: u8, kind: u16) -> u16 {
    u16::from(bank) << 7 | kind
}

/// Combines the words of fetches that share an address: fetches of one row in one cycle.
fn merged(writes: Vec<Write>) -> Vec<Write> {
    let mut merged: Vec<Write> = Vec::with_capacity(writes.len());
    let mut places = BTreeMap::new();
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

/// The two words of a text: eight characters each, the first lowest, padded with blanks.
fn texts(code: u16, text: &str) -> [Write; 2] {
    let mut bytes = [b' '; 16];
    bytes.iter_mut().zip(text.bytes()).for_each(|(byte, of_text)| *byte = of_text);
    let (low, high) = bytes.split_at(8);
    [(Memory::TextLow, low), (Memory::TextHigh, high)].map(|(memory, bytes)| {
        let data = bytes.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte));
        Write { memory, address: code, data }
    })
}

/// The words of one instruction at an address. `units` has the unit of each table. If two fetches
/// of one row in one cycle have words for the same memory, the caller combines them with `or`.
///
/// # Panics
/// If the instruction is not a valid instruction of the program.
pub fn words(
    program: &Program,
    instruction: &Instruction,
    units: &[u8],
    address: u16,
) -> Vec<Write> {
    let unit = instruction.unit;
    let words = match instruction.opcode.signature().unit {
        UnitClass::Lane => {
            let (word, [x, y, high]) = lane_word(program, instruction);
            vec![
                (Memory::Lane(unit), word),
                (Memory::LaneX(unit), x.bits as u64),
                (Memory::LaneY(unit), y.bits as u64),
                (Memory::LaneHigh(unit), high.bits as u64),
            ]
        }
        UnitClass::Logic => vec![(Memory::Logic(unit), logic_word(instruction))],
        UnitClass::Divider => {
            let (word, constants) = divider_word(program, instruction);
            let constants = (0..)
                .zip(constants)
                .map(|(operand, value)| (Memory::DividerConstant(operand), value.bits as u64));
            [(Memory::Divider, word)].into_iter().chain(constants).collect()
        }
        UnitClass::Wide | UnitClass::Text | UnitClass::Scan => {
            unreachable!("no build has this unit")
        }
        UnitClass::Verdict => vec![(Memory::Verdict, verdict_word(instruction))],
        UnitClass::Index
        | UnitClass::Column
        | UnitClass::Allocator
        | UnitClass::Commit
        | UnitClass::Writer => tables::table_words(program, instruction, units[usize::from(unit)]),
    };
    words.into_iter().map(|(memory, data)| Write { memory, address, data }).collect()
}
