// SPDX-License-Identifier: Apache-2.0

//! The instruction set: opcodes, their operands, units, latencies and encoding, each written once.
//!
//! An instruction is one 128-bit word of eight little-endian 16-bit fields. It says *when* it
//! issues: a transaction program is straight-line and every instruction carries its cycle.
//!
//! ```text
//!  127    112 111     96 95      80 79      64 63      48 47      32 31      16 15    8 7      0
//! +----------+----------+----------+----------+----------+----------+----------+-------+--------+
//! |    e     |    d     |    c     |    b     |    a     |   dst    |  cycle   | unit  | opcode |
//! +----------+----------+----------+----------+----------+----------+----------+-------+--------+
//!
//!  operand:  15   13 12                     0
//!           +-------+------------------------+
//!           | space |         index          |
//!           +-------+------------------------+
//! ```
//!
//! Slots, locals, predicates and entries are written once in a transaction, so that a program can
//! be checked by reading it once (see [`crate::validate`]).

use crate::value::Width;
use bytemuck::{Pod, Zeroable};

/// The encoded form of an instruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Pod, Zeroable)]
#[repr(C)]
pub struct Word(pub [u16; 8]);

/// Where an operand lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Space {
    /// No operand.
    None = 0,
    /// A value that every unit sees.
    Slot = 1,
    /// A constant of the program.
    Constant = 2,
    /// A value of the lane's own.
    Local = 3,
    /// A predicate.
    Predicate = 4,
    /// An entry of the verdict tree.
    Entry = 5,
    /// A number in the instruction itself.
    Immediate = 6,
}

impl Space {
    const ALL: [Space; 7] = [
        Space::None,
        Space::Slot,
        Space::Constant,
        Space::Local,
        Space::Predicate,
        Space::Entry,
        Space::Immediate,
    ];
}

/// An operand: a space and an index in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Operand {
    /// Where it lives.
    pub space: Space,
    /// Which one; below 8,192.
    pub index: u16,
}

impl Operand {
    /// No operand.
    pub const NONE: Operand = Operand { space: Space::None, index: 0 };
    const INDEX_BITS: u32 = 13;

    /// The operand `space[index]`.
    pub const fn new(space: Space, index: u16) -> Operand {
        debug_assert!(index < 1 << Operand::INDEX_BITS);
        Operand { space, index }
    }

    /// Slot `index`.
    pub const fn slot(index: u16) -> Operand {
        Operand::new(Space::Slot, index)
    }

    /// The number `value`.
    pub const fn immediate(value: u16) -> Operand {
        Operand::new(Space::Immediate, value)
    }

    /// Whether there is one.
    pub fn is_some(self) -> bool {
        self.space != Space::None
    }

    fn encode(self) -> u16 {
        (self.space as u16) << Operand::INDEX_BITS | self.index
    }

    fn decode(bits: u16) -> Option<Operand> {
        let space = *Space::ALL.get(usize::from(bits >> Operand::INDEX_BITS))?;
        let index = bits & ((1 << Operand::INDEX_BITS) - 1);
        (space != Space::None || index == 0).then_some(Operand { space, index })
    }
}

impl std::fmt::Display for Operand {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let letter = match self.space {
            Space::None => return f.write_str("-"),
            Space::Slot => 's',
            Space::Constant => 'k',
            Space::Local => 'r',
            Space::Predicate => 'p',
            Space::Entry => 'v',
            Space::Immediate => '#',
        };
        write!(f, "{letter}{}", self.index)
    }
}

/// The units that instructions run on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum UnitClass {
    /// A rule lane; the unit field is its number.
    Lane,
    /// A logic unit; the unit field is its number.
    Logic,
    /// The divider, one and pipelined; the unit field is 0.
    Divider,
    /// The key index of a table; the unit field is the table.
    Index,
    /// A column of a table; the unit field is the table, `b` the column.
    Column,
    /// The allocator of a table; the unit field is the table.
    Allocator,
    /// The verdict tree; the unit field is 0.
    Verdict,
    /// The write side of a table's key index and allocator; the unit field is the table.
    Commit,
    /// The write port of a column of a table; the unit field is the table, `b` the column.
    Writer,
}

/// When an instruction may run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// It changes nothing that outlives the transaction. What it feeds to the verdict must be there
    /// by then; what only the commit needs may come later, unless it [reads
    /// state](Opcode::reads_state).
    Check,
    /// The verdict itself.
    Verdict,
    /// Behind the verdict, and only if the message is accepted. It cannot fail.
    Commit,
}

/// What an operand field means to an opcode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Must be empty.
    Unused,
    /// Reads a data value: slot, constant or (in a lane) local.
    Read,
    /// Reads a data value or nothing: a column of a key that may have fewer.
    ReadOptional,
    /// Reads a row handle of the unit's table.
    ReadRow,
    /// Reads a data value or a row handle; all such operands and the result are of one kind.
    ReadAny,
    /// Reads a constant.
    ReadConstant,
    /// Reads a predicate.
    ReadPredicate,
    /// Reads a predicate, or none: then it counts as true.
    ReadPredicateOptional,
    /// Writes a data value to a local of the lane or to a slot.
    Write,
    /// Writes what the `ReadAny` operands are to a local of the lane or to a slot.
    WriteAny,
    /// Writes a data value to a slot.
    WriteSlot,
    /// Writes a row handle of the unit's table to a slot.
    WriteRow,
    /// Writes a predicate of the unit's own bank, or a verdict entry.
    WriteTruth,
    /// Writes a verdict entry.
    WriteEntry,
    /// A column of the unit's table, as a number.
    ColumnNumber,
    /// A [`Width`], as a number.
    WidthNumber,
    /// How [`Opcode::Chain`] combines its operands, see [`Chain`].
    ChainNumber,
    /// 0 or 1: [`Opcode::Fold`] adds or removes.
    SignNumber,
    /// How many verdict entries there are.
    CountNumber,
}

/// Everything there is to know about an opcode.
#[derive(Clone, Copy, Debug)]
pub struct Signature {
    /// The opcode.
    pub opcode: Opcode,
    /// Its name in a listing.
    pub mnemonic: &'static str,
    /// Where it runs.
    pub unit: UnitClass,
    /// When it may run.
    pub phase: Phase,
    /// From issue to the cycle in which its result can be read; for the commit, to the end of the
    /// write.
    pub latency: u16,
    /// Roles of `dst`, `a`, `b`, `c`, `d`, `e`.
    pub roles: [Role; 6],
    /// What it does.
    pub meaning: &'static str,
}

macro_rules! instructions {
    ($($code:literal $opcode:ident $mnemonic:literal $unit:ident $phase:ident $latency:literal
       [$dst:ident $a:ident $b:ident $c:ident $d:ident $e:ident] $meaning:literal;)*) => {
        /// An operation of the machine.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Opcode { $(#[doc = $meaning] $opcode = $code,)* }

        /// The instruction set, by rising opcode.
        pub const INSTRUCTION_SET: &[Signature] = &[$(Signature {
            opcode: Opcode::$opcode,
            mnemonic: $mnemonic,
            unit: UnitClass::$unit,
            phase: Phase::$phase,
            latency: $latency,
            roles: [Role::$dst, Role::$a, Role::$b, Role::$c, Role::$d, Role::$e],
            meaning: $meaning,
        }),*];

        impl Opcode {
            /// Its signature.
            pub fn signature(self) -> &'static Signature {
                // The macro keeps enum and table in one order; `instruction_set_is_dense` holds it
                // to that.
                &INSTRUCTION_SET[self as usize]
            }

            /// Whether it reads tables before the commit changes them: it must not issue behind the
            /// verdict.
            pub fn reads_state(self) -> bool {
                matches!(self.signature().unit, UnitClass::Index | UnitClass::Column | UnitClass::Allocator)
            }

            fn decode(code: u8) -> Option<Opcode> {
                INSTRUCTION_SET.get(usize::from(code)).map(|s| s.opcode)
            }
        }
    };
}

instructions! {
    // code opcode  mnemonic   unit    phase latency [dst a b c d e] meaning
    0  Move       "move"       Lane      Check 2 [WriteAny ReadAny Unused Unused Unused Unused] "dst = a";
    1  Add        "add"        Lane      Check 2 [Write Read Read Unused Unused WidthNumber] "dst = a + b, `overflow` outside the width";
    2  Sub        "sub"        Lane      Check 2 [Write Read Read Unused Unused WidthNumber] "dst = a - b, `overflow` outside the width";
    3  Mul        "mul"        Lane      Check 5 [Write Read Read Unused Unused WidthNumber] "dst = a * b, `overflow` outside the width";
    4  Range      "range"      Lane      Check 2 [Write Read ReadConstant ReadConstant Unused Unused] "dst = a if b <= a <= c, else `overflow`; NULL and errors pass";
    5  Select     "select"     Lane      Check 2 [WriteAny ReadPredicate ReadAny ReadAny Unused Unused] "dst = b if a is true, c if it is false or NULL, else its error";
    6  Coalesce   "coalesce"   Lane      Check 2 [WriteAny ReadAny ReadAny Unused Unused Unused] "dst = a unless it is NULL, then b";
    7  Truth      "truth"      Lane      Check 2 [Write ReadPredicate Unused Unused Unused Unused] "dst = predicate a as a BOOLEAN value";
    8  Eq         "eq"         Lane      Check 2 [WriteTruth ReadAny ReadAny ReadPredicateOptional Unused Unused] "dst = (a = b), required when c";
    9  Ne         "ne"         Lane      Check 2 [WriteTruth ReadAny ReadAny ReadPredicateOptional Unused Unused] "dst = (a <> b), required when c";
    10 Lt         "lt"         Lane      Check 2 [WriteTruth Read Read ReadPredicateOptional Unused Unused] "dst = (a < b), required when c";
    11 Le         "le"         Lane      Check 2 [WriteTruth Read Read ReadPredicateOptional Unused Unused] "dst = (a <= b), required when c";
    12 IsNull     "isnull"     Lane      Check 2 [WriteTruth ReadAny ReadPredicateOptional Unused Unused Unused] "dst = (a is NULL), an error stays it, required when b";
    13 NotNull    "notnull"    Lane      Check 2 [WriteTruth ReadAny ReadPredicateOptional Unused Unused Unused] "dst = (a is not NULL), an error stays it, required when b";
    14 Clean      "clean"      Lane      Check 2 [WriteTruth ReadAny ReadPredicateOptional Unused Unused Unused] "dst = true unless a is an error, required when b";
    15 Chain      "chain"      Logic     Check 1 [WriteTruth ReadPredicate ReadPredicateOptional ReadPredicateOptional ReadPredicateOptional ChainNumber] "dst = ((a . b) . c) . d, each operand perhaps negated, each . one of and, or, when";
    16 Div        "div"        Divider   Check 35 [WriteSlot Read Read Unused Unused WidthNumber] "dst = a / b truncated toward zero, `overflow` outside the width";
    17 Rem        "rem"        Divider   Check 35 [WriteSlot Read Read Unused Unused Unused] "dst = a % b, with the sign of a";
    18 MulDiv     "muldiv"     Divider   Check 39 [WriteSlot Read Read Read Unused Unused] "dst = a * c / b rounded half away from zero, exact inside";
    19 Lookup     "lookup"     Index     Check 4 [WriteRow ReadOptional ReadOptional ReadOptional ReadOptional ReadPredicateOptional] "dst = the row with key (a, b, c, d) when e; NULL if there is none";
    20 Fetch      "fetch"      Column    Check 2 [WriteSlot ReadRow ColumnNumber Unused Unused Unused] "dst = column b of row a; NULL or an error if the row is that";
    21 Reserve    "reserve"    Allocator Check 2 [WriteRow ReadPredicateOptional WriteEntry Unused Unused Unused] "when a: dst = a free row that no other reserve of the message got, entry b = there is one; else NULL and true";
    22 Level      "level"      Allocator Check 6 [WriteEntry ReadPredicateOptional ReadRow ColumnNumber Read Unused] "when a and d is not NULL: dst = group b has d among the levels of column c, or room for it and for every level that the message added before";
    23 Verdict    "verdict"    Verdict   Verdict 3 [Unused CountNumber Unused Unused Unused Unused] "the lowest of the first a entries that is not true rejects the message; if there is none it is accepted";
    24 Insert     "insert"     Commit    Commit 4 [ReadRow ReadOptional ReadOptional ReadOptional ReadOptional ReadPredicateOptional] "when e: row dst, reserved before, enters the index with key (a, b, c, d); its other columns become NULL";
    25 Write      "write"      Writer    Commit 2 [Unused ReadRow ColumnNumber Read Unused ReadPredicateOptional] "when e and there is a row a: its column b = c";
    26 Delete     "delete"     Commit    Commit 3 [Unused ReadRow Unused Unused Unused ReadPredicateOptional] "when e and there is a row a: it leaves the index and is free";
    27 Find       "find"       Commit    Commit 4 [WriteRow ReadOptional ReadOptional ReadOptional ReadOptional ReadPredicateOptional] "when e: dst = the group with key (a, b, c, d); else NULL";
    28 Open       "open"       Commit    Commit 4 [WriteRow ReadOptional ReadOptional ReadOptional ReadOptional ReadPredicateOptional] "when e: dst = the group with key (a, b, c, d), made if need be, and one more row is in it; else NULL";
    29 Fold       "fold"       Writer    Commit 11 [Unused ReadRow ColumnNumber Read SignNumber Unused] "if there is a group a and c is not NULL: column b takes c in (d = 0) or gives it back (d = 1)";
    30 Close      "close"      Commit    Commit 3 [Unused ReadRow Unused Unused Unused Unused] "if there is a group a: one row fewer is in it, and without rows it is gone";
}

/// An instruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instruction {
    /// What it does.
    pub opcode: Opcode,
    /// The lane, logic unit or table it runs on.
    pub unit: u8,
    /// The cycle it issues in; cycle 0 is that of the frame's first beat.
    pub cycle: u16,
    /// `dst`, `a`, `b`, `c`, `d`, `e`.
    pub operands: [Operand; 6],
}

impl Instruction {
    /// The encoded form.
    pub fn encode(&self) -> Word {
        let [dst, a, b, c, d, e] = self.operands.map(Operand::encode);
        Word([
            u16::from(self.opcode as u8) | u16::from(self.unit) << 8,
            self.cycle,
            dst,
            a,
            b,
            c,
            d,
            e,
        ])
    }

    /// The instruction that a word encodes; the error names the field that encodes nothing.
    pub fn decode(word: Word) -> Result<Instruction, &'static str> {
        let [head, cycle, fields @ ..] = word.0;
        let [code, unit] = head.to_le_bytes();
        let opcode = Opcode::decode(code).ok_or("opcode")?;
        let mut operands = [Operand::NONE; 6];
        for ((operand, bits), name) in
            operands.iter_mut().zip(fields).zip(["dst", "a", "b", "c", "d", "e"])
        {
            *operand = Operand::decode(bits).ok_or(name)?;
        }
        Ok(Instruction { opcode, unit, cycle, operands })
    }

    /// Cycle in which the result can be read: what goes to a slot from a lane takes
    /// [`crate::machine::PUBLISH_CYCLES`] longer.
    pub fn ready(&self) -> u16 {
        let signature = self.opcode.signature();
        let published = signature.unit == UnitClass::Lane && self.operands[0].space == Space::Slot;
        self.cycle + signature.latency + if published { crate::machine::PUBLISH_CYCLES } else { 0 }
    }
}

/// How [`Opcode::Chain`] combines its operands, packed into an immediate.
///
/// ```text
///  12 11  10    9     8    7     6     5..4   3..2   1..0
/// +------+----------+----------------------+------+------+------+
/// | 0  0 | or_false |  negate d  c  b  a   | op d | op c | op b |
/// +------+----------+----------------------+------+------+------+
/// ```
/// with `or_false` in bit 10 and the four `negate` bits in 6 to 9; `op` is 0 for no operand, 1 and,
/// 2 or, 3 when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Chain {
    /// How `b`, `c` and `d` join what stands before them; none where there is no operand.
    pub ops: [Option<ChainOp>; 3],
    /// Which of `a`, `b`, `c`, `d` are negated first.
    pub negate: [bool; 4],
    /// Whether a NULL result becomes false, as a `where` means it.
    pub or_false: bool,
}

/// How an operand joins a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum ChainOp {
    /// [`crate::value::Truth::and`].
    And = 1,
    /// [`crate::value::Truth::or`].
    Or = 2,
    /// [`crate::value::Truth::when`], the operand being the guard.
    When = 3,
}

impl Chain {
    /// The immediate.
    pub fn encode(self) -> u16 {
        let mut bits = u16::from(self.or_false) << 10;
        for (i, op) in self.ops.iter().enumerate() {
            bits |= op.map_or(0, |op| op as u16) << (2 * i);
        }
        for (i, negate) in self.negate.iter().enumerate() {
            bits |= u16::from(*negate) << (6 + i);
        }
        bits
    }

    /// What an immediate means; none if it sets bits that mean nothing.
    pub fn decode(bits: u16) -> Option<Chain> {
        let op = |i: usize| match bits >> (2 * i) & 3 {
            1 => Some(ChainOp::And),
            2 => Some(ChainOp::Or),
            3 => Some(ChainOp::When),
            _ => None,
        };
        let negate = |i: usize| bits >> (6 + i) & 1 != 0;
        let chain = Chain {
            ops: [op(0), op(1), op(2)],
            negate: [negate(0), negate(1), negate(2), negate(3)],
            or_false: bits >> 10 & 1 != 0,
        };
        (bits >> 11 == 0).then_some(chain)
    }
}

impl Width {
    /// The width that an immediate means.
    pub fn decode(bits: u16) -> Option<Width> {
        Width::ALL.get(usize::from(bits)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instruction_set_is_dense() {
        for (code, signature) in INSTRUCTION_SET.iter().enumerate() {
            assert_eq!(signature.opcode as usize, code);
        }
    }

    #[test]
    fn words_round_trip() {
        for signature in INSTRUCTION_SET {
            let operand = |i: u16| Operand::new(Space::ALL[1 + usize::from(i) % 6], 8191 - i);
            let instruction = Instruction {
                opcode: signature.opcode,
                unit: 47,
                cycle: 511,
                operands: std::array::from_fn(|i| operand(i as u16)),
            };
            assert_eq!(Instruction::decode(instruction.encode()), Ok(instruction));
        }
    }

    #[test]
    fn chains_round_trip() {
        for bits in 0..1 << 11 {
            assert_eq!(Chain::decode(bits).map(Chain::encode), Some(bits));
        }
        assert_eq!(Chain::decode(1 << 11), None);
    }
}
