// SPDX-License-Identifier: Apache-2.0

//! The register map: what the host reads and writes of the engine over AXI-Lite.
//!
//! A register is a word of 32 bits at a multiple of four within 4,096 bytes. Kernel, driver and
//! documentation read the map; nobody else states an offset.
//!
//! * An access that is not allowed (no register there, not aligned, a write to what is only read,
//!   not all bytes written) is answered with SLVERR and changes nothing.
//! * A word for a program memory is issued by the write to [`PROGRAM_DATA_HIGH`];
//!   [`PROGRAM_ADDRESS`] is then one more, so that words that follow one another take two writes
//!   each.
//! * A counter has 64 bits. Reading its low half keeps the high half of that moment for the read
//!   that follows.

/// What the host may do with a register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Read it; a write is an error.
    Read,
    /// Read it, and write it as a whole.
    ReadWrite,
}

/// A register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Register {
    /// Its name.
    pub name: &'static str,
    /// Its first byte.
    pub offset: u16,
    /// What the host may do with it.
    pub access: Access,
    /// What it is.
    pub meaning: &'static str,
}

impl Register {
    /// Its place among the words of the map.
    pub const fn index(self) -> usize {
        self.offset as usize / BYTES
    }
}

macro_rules! registers {
    ($($(#[doc = $doc:literal])+ $name:ident: $offset:literal, $access:ident;)*) => {
        $($(#[doc = $doc])+ pub const $name: $crate::registers::Register = $crate::registers::Register {
            name: stringify!($name),
            offset: $offset,
            access: $crate::registers::Access::$access,
            meaning: concat!($($doc),+),
        };)*

        /// Every register, by offset.
        pub const REGISTERS: &[$crate::registers::Register] = &[$($name),*];
    };
}
pub(crate) use registers;

registers! {
    /// `0x5249534b`, "RISK": it is this engine.
    ID: 0x000, Read;
    /// Major version from bit 16 on, minor from bit 8, patch from bit 0.
    VERSION: 0x004, Read;
    /// Bit 0: a transaction runs. Bit 1: the bank that runs. Bit 2: there was a fault since the
    /// reset.
    STATUS: 0x008, Read;
    /// Bit 0: the bank that is to run from the next transaction on. Bit 1, when it is written: all
    /// tables and the dictionary are emptied; reads as 0.
    CONTROL: 0x00c, ReadWrite;
    /// Number of the program memory that is written to, 16 bits.
    PROGRAM_MEMORY: 0x010, ReadWrite;
    /// Address in it, 16 bits; one more after every word.
    PROGRAM_ADDRESS: 0x014, ReadWrite;
    /// Low half of the next word.
    PROGRAM_DATA_LOW: 0x018, ReadWrite;
    /// High half of the next word; writing it issues the word.
    PROGRAM_DATA_HIGH: 0x01c, ReadWrite;
    /// What is read back while no transaction runs: unit 0..4 (8 the dictionary, 12 to 15 level
    /// stores), slot 4..8, column 8..12; what of it is shown 12..14: 0 row and, in bit 31, that the
    /// slot is taken, 1 key, 2 cell, 3 number of rows; bit 14 reads a bucket of the index, bit 15 a
    /// row.
    SCAN_TARGET: 0x020, ReadWrite;
    /// The bucket or row.
    SCAN_ADDRESS: 0x024, ReadWrite;
    /// Bits 31 to 0 of what is read back.
    SCAN_DATA_0: 0x030, Read;
    /// Bits 63 to 32 of what is read back.
    SCAN_DATA_1: 0x034, Read;
    /// Bits 95 to 64 of what is read back.
    SCAN_DATA_2: 0x038, Read;
    /// Bits 127 to 96 of what is read back.
    SCAN_DATA_3: 0x03c, Read;
    /// Frames whose last beat was taken.
    FRAMES_LOW: 0x040, Read;
    /// High half, of when the low one was read.
    FRAMES_HIGH: 0x044, Read;
    /// Orders accepted, of the verdicts that were taken.
    ACCEPTS_LOW: 0x048, Read;
    /// High half, of when the low one was read.
    ACCEPTS_HIGH: 0x04c, Read;
    /// Orders rejected by a rule or a check.
    REJECTS_LOW: 0x050, Read;
    /// High half, of when the low one was read.
    REJECTS_HIGH: 0x054, Read;
    /// Frames that did not parse.
    MALFORMED_LOW: 0x058, Read;
    /// High half, of when the low one was read.
    MALFORMED_HIGH: 0x05c, Read;
    /// Cycles since the reset.
    CYCLES_LOW: 0x060, Read;
    /// High half, of when the low one was read.
    CYCLES_HIGH: 0x064, Read;
}

/// Bytes of a register.
pub const BYTES: usize = 4;
/// Bits of an address.
pub const ADDRESS_BITS: usize = 12;
/// Words from the first register to behind the last one, rounded up; those without a register
/// included.
pub const WORDS: usize = 32;

/// What [`ID`] holds.
pub const ID_VALUE: u32 = u32::from_be_bytes(*b"RISK");
/// What [`VERSION`] holds.
pub const VERSION_VALUE: u32 = number(env!("CARGO_PKG_VERSION_MAJOR")) << 16
    | number(env!("CARGO_PKG_VERSION_MINOR")) << 8
    | number(env!("CARGO_PKG_VERSION_PATCH"));

/// The bit of [`STATUS`] that says that a transaction runs.
pub const STATUS_BUSY: usize = 0;
/// The bit of [`STATUS`] that is the bank that runs.
pub const STATUS_BANK: usize = 1;
/// The bit of [`STATUS`] that says that there was a fault.
pub const STATUS_FAULT: usize = 2;
/// The bit of [`CONTROL`] that is the bank wanted.
pub const CONTROL_BANK: usize = 0;

/// The bit of [`CONTROL`] that empties tables.
pub const CONTROL_CLEAR: usize = 1;
/// The dictionary as a unit of [`SCAN_TARGET`].
pub const SCAN_DICTIONARY: u8 = 8;
/// The first level store as a unit of [`SCAN_TARGET`]; those of a group unit follow one another.
pub const SCAN_LEVELS: u8 = 12;
/// First bits of [`SCAN_TARGET`]'s parts: slot, column, and what is shown.
pub const SCAN_SLOT: usize = 4;
/// Likewise.
pub const SCAN_COLUMN: usize = 8;
/// Likewise.
pub const SCAN_SHOWN: usize = 12;
/// The bit of [`SCAN_TARGET`] that reads a bucket of an index.
pub const SCAN_BUCKET: usize = 14;
/// The bit of [`SCAN_TARGET`] that reads a row.
pub const SCAN_FETCH: usize = 15;
/// The bit of what is shown that says that the slot is taken.
pub const SCAN_TAKEN: usize = 31;

/// A bit for each word of the map, set where a register can be read.
pub const READABLE: u32 = words_with(false);
/// A bit for each word of the map, set where a register can be written.
pub const WRITABLE: u32 = words_with(true);

const fn words_with(written: bool) -> u32 {
    let mut words = 0;
    let mut i = 0;
    while i < REGISTERS.len() {
        if !written || matches!(REGISTERS[i].access, Access::ReadWrite) {
            words |= 1 << REGISTERS[i].index();
        }
        i += 1;
    }
    words
}

/// A part of the crate's version, which Cargo hands over as text.
const fn number(text: &str) -> u32 {
    let mut number = 0;
    let mut i = 0;
    while i < text.len() {
        number = 10 * number + (text.as_bytes()[i] - b'0') as u32;
        i += 1;
    }
    assert!(number < 256, "a part of the version has eight bits");
    number
}

const _: () = {
    let mut i = 0;
    while i < REGISTERS.len() {
        let offset = REGISTERS[i].offset as usize;
        assert!(
            offset.is_multiple_of(BYTES) && offset / BYTES < WORDS,
            "a register is a word of the map"
        );
        assert!(
            i == 0 || REGISTERS[i - 1].offset < REGISTERS[i].offset,
            "every register has a place of its own"
        );
        i += 1;
    }
    assert!(WORDS <= u32::BITS as usize && WORDS * BYTES <= 1 << ADDRESS_BITS);
};

/// The map as a table of the documentation.
pub fn table() -> String {
    table_of(REGISTERS)
}

/// A map as a table of the documentation.
pub fn table_of(registers: &[Register]) -> String {
    let mut table =
        String::from("| offset | register | access | meaning |\n| --- | --- | --- | --- |\n");
    for Register { name, offset, access, meaning } in registers {
        let access = if *access == Access::Read { "read" } else { "read, write" };
        table += &format!("| `0x{offset:03x}` | `{name}` | {access} | {} |\n", meaning.trim());
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_masks_are_those_of_the_registers() {
        for register in REGISTERS {
            let bit = 1 << register.index();
            assert!(READABLE & bit != 0, "{}", register.name);
            assert_eq!(
                WRITABLE & bit != 0,
                register.access == Access::ReadWrite,
                "{}",
                register.name
            );
        }
        assert_eq!(READABLE.count_ones() as usize, REGISTERS.len());
    }

    #[test]
    fn the_documentation_has_the_map() {
        let page = include_str!("../../docs/src/hardware-registers.md");
        assert!(
            page.contains(&table()),
            "docs/src/hardware-registers.md needs this table:\n{}",
            table()
        );
    }
}
