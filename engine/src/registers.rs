// SPDX-License-Identifier: Apache-2.0

//! The register map of the engine, which the host accesses over AXI-Lite.
//!
//! A register is a word of 32 bits at a multiple of four within 4,096 bytes. Kernel, driver and
//! documentation read this map; no other place states an offset.
//!
//! * A forbidden access is answered with SLVERR and changes nothing: an address without a register,
//!   an unaligned address, a write to a read-only register, or a write of fewer than four bytes.
//! * The write to [`PROGRAM_DATA_HIGH`] issues a word for a program memory and increments
//!   [`PROGRAM_ADDRESS`], so that each word of a sequence takes two writes.
//! * A counter has 64 bits. A read of its low half latches the high half for the read that follows.

/// The accesses that a register allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Reads; a write is an error.
    Read,
    /// Reads, and writes of the whole word.
    ReadWrite,
}

/// A register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Register {
    /// Its name.
    pub name: &'static str,
    /// Its offset in bytes.
    pub offset: u16,
    /// The accesses that it allows.
    pub access: Access,
    /// Its meaning.
    pub meaning: &'static str,
}

impl Register {
    /// Its index among the words of the map.
    pub const fn index(self) -> usize {
        self.offset as usize / BYTES
    }
}

macro_rules! registers {
    ($($(#[doc = $doc:literal])+ $name:ident: $offset:literal, $access:ident;)*) => {
        $(
            $(#[doc = $doc])+
            pub const $name: $crate::registers::Register = $crate::registers::Register {
                name: stringify!($name),
                offset: $offset,
                access: $crate::registers::Access::$access,
                meaning: concat!($($doc),+),
            };
        )*

        /// Every register, by offset.
        pub const REGISTERS: &[$crate::registers::Register] = &[$($name),*];
    };
}
pub(crate) use registers;

registers! {
    /// `0x5249534b`, "RISK": identifies this engine.
    ID: 0x000, Read;
    /// Major version from bit 16 on, minor from bit 8, patch from bit 0.
    VERSION: 0x004, Read;
    /// Bit 0: a transaction runs. Bit 1: the active program bank. Bit 2: there was a fault since
    /// the reset.
    STATUS: 0x008, Read;
    /// Bit 0: the program bank that is active from the next transaction on. Bit 1: writing 1
    /// empties all tables and the dictionary; reads as 0.
    CONTROL: 0x00c, ReadWrite;
    /// Number of the program memory that is written, 16 bits.
    PROGRAM_MEMORY: 0x010, ReadWrite;
    /// Address in the program memory, 16 bits; incremented after each word.
    PROGRAM_ADDRESS: 0x014, ReadWrite;
    /// Low half of the next word.
    PROGRAM_DATA_LOW: 0x018, ReadWrite;
    /// High half of the next word; writing it issues the word.
    PROGRAM_DATA_HIGH: 0x01c, ReadWrite;
    /// Selects the data that is read back while no transaction runs. Bits 0..4: unit (8 the
    /// dictionary, 12 to 15 level stores). Bits 4..8: slot. Bits 8..12: column. Bits 12..14: item,
    /// 0 the row and in bit 31 whether the slot is taken, 1 the key, 2 the cell, 3 the number of
    /// rows. Bit 14 reads a bucket of the index, bit 15 a row.
    SCAN_TARGET: 0x020, ReadWrite;
    /// The bucket or row that is read back.
    SCAN_ADDRESS: 0x024, ReadWrite;
    /// Bits 31 to 0 of the data read back.
    SCAN_DATA_0: 0x030, Read;
    /// Bits 63 to 32 of the data read back.
    SCAN_DATA_1: 0x034, Read;
    /// Bits 95 to 64 of the data read back.
    SCAN_DATA_2: 0x038, Read;
    /// Bits 127 to 96 of the data read back.
    SCAN_DATA_3: 0x03c, Read;
    /// Frames whose last beat was accepted.
    FRAMES_LOW: 0x040, Read;
    /// High half, as latched by the read of the low half.
    FRAMES_HIGH: 0x044, Read;
    /// Accepts among the verdicts that were taken.
    ACCEPTS_LOW: 0x048, Read;
    /// High half, as latched by the read of the low half.
    ACCEPTS_HIGH: 0x04c, Read;
    /// Rejects by a rule or a check.
    REJECTS_LOW: 0x050, Read;
    /// High half, as latched by the read of the low half.
    REJECTS_HIGH: 0x054, Read;
    /// Frames that did not parse.
    MALFORMED_LOW: 0x058, Read;
    /// High half, as latched by the read of the low half.
    MALFORMED_HIGH: 0x05c, Read;
    /// Cycles since the reset.
    CYCLES_LOW: 0x060, Read;
    /// High half, as latched by the read of the low half.
    CYCLES_HIGH: 0x064, Read;
}

/// Bytes of a register.
pub const BYTES: usize = 4;
/// Bits of an address.
pub const ADDRESS_BITS: usize = 12;
/// Words of the map, those without a register included.
pub const WORDS: usize = 32;

/// The value of [`ID`].
pub const ID_VALUE: u32 = u32::from_be_bytes(*b"RISK");
/// The value of [`VERSION`].
pub const VERSION_VALUE: u32 = number(env!("CARGO_PKG_VERSION_MAJOR")) << 16
    | number(env!("CARGO_PKG_VERSION_MINOR")) << 8
    | number(env!("CARGO_PKG_VERSION_PATCH"));

/// The bit of [`STATUS`] that is set while a transaction runs.
pub const STATUS_BUSY: usize = 0;
/// The bit of [`STATUS`] that is the active program bank.
pub const STATUS_BANK: usize = 1;
/// The bit of [`STATUS`] that is set after a fault.
pub const STATUS_FAULT: usize = 2;
/// The bit of [`CONTROL`] that is the requested program bank.
pub const CONTROL_BANK: usize = 0;

/// The bit of [`CONTROL`] that empties the tables and the dictionary.
pub const CONTROL_CLEAR: usize = 1;
/// The unit of [`SCAN_TARGET`] that is the dictionary.
pub const SCAN_DICTIONARY: u8 = 8;
/// The unit of [`SCAN_TARGET`] that is the first level store; the stores of a group unit are
/// consecutive.
pub const SCAN_LEVELS: u8 = 12;
/// First bit of the slot in [`SCAN_TARGET`].
pub const SCAN_SLOT: usize = 4;
/// First bit of the column in [`SCAN_TARGET`].
pub const SCAN_COLUMN: usize = 8;
/// First bit of the item in [`SCAN_TARGET`].
pub const SCAN_SHOWN: usize = 12;
/// The bit of [`SCAN_TARGET`] that reads a bucket of an index.
pub const SCAN_BUCKET: usize = 14;
/// The bit of [`SCAN_TARGET`] that reads a row.
pub const SCAN_FETCH: usize = 15;
/// The bit of the data read back that is set if the slot is taken.
pub const SCAN_TAKEN: usize = 31;

/// A bit for each word of the map, set if it is a register that can be read.
pub const READABLE: u32 = words_with(false);
/// A bit for each word of the map, set if it is a register that can be written.
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

/// A part of the crate's version, which Cargo passes as text.
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
            "a register is at the offset of a word of the map"
        );
        assert!(
            i == 0 || REGISTERS[i - 1].offset < REGISTERS[i].offset,
            "registers are listed by ascending offset"
        );
        i += 1;
    }
    assert!(WORDS <= u32::BITS as usize && WORDS * BYTES <= 1 << ADDRESS_BITS);
};

/// The map as a Markdown table for the documentation.
pub fn table() -> String {
    table_of(REGISTERS)
}

/// A map as a Markdown table for the documentation.
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
}
