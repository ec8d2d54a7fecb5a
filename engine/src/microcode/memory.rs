// SPDX-License-Identifier: Apache-2.0

//! The program memories, their numbers on the program port, and a word for one of them.

use crate::build::UNITS;
use crate::machine::{LANES, LOGIC_UNITS, WRITE_PORTS};

const _: () = assert!(UNITS == 8 && WRITE_PORTS == 8, "the numbers leave room for eight of each");

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
    /// The cycle of the verdict, and the number of entries that it is over.
    Verdict,
    /// By kind: the base address of a transaction and its length in cycles.
    Transaction,
    /// By kind and field: the wire layout.
    Layout,
    /// By kind: the modes of its rules. The words may be written while the program runs.
    Mode,
    /// A memory of a table unit: 0 key operations, 1 their operands, 2 to 5 constants, 6 reserves,
    /// 7 first words of fetches.
    Table(u8, u8),
    /// Second words of fetches of a table unit.
    TableSecond(u8),
    /// A memory of a column port: 0 operations, 1 constants.
    Writer(u8, u8),
    /// The configuration of a table unit, a single word at address 0.
    Unit(u8),
    /// The first eight characters of a text for the dictionary. The address is its code.
    TextLow,
    /// The other eight characters. The dictionary stores the text when it gets this word, which
    /// takes [`TEXT_CYCLES`].
    TextHigh,
}

/// Cycles from one word for [`Memory::TextHigh`] to the next.
pub const TEXT_CYCLES: u16 = 4;

impl Memory {
    /// The number of the memory on the program port.
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
            Memory::Mode => 4 * lanes + LOGIC_UNITS as u8 + 3,
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

    /// Whether the words of the memory are constants, all bits of which are those of a value.
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
    /// The address; its top bit is the program bank.
    pub address: u16,
    /// The word.
    pub data: u64,
}
