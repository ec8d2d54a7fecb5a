// SPDX-License-Identifier: Apache-2.0

//! The opcodes and their signatures, defined once in a table.

use super::role::Role;

/// The class of unit that executes an instruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum UnitClass {
    /// A rule lane; the unit field is its number.
    Lane,
    /// A logic unit; the unit field is its number.
    Logic,
    /// The divider, which is pipelined; there is one, and the unit field is 0.
    Divider,
    /// The wide unit, which is pipelined; there is one, and the unit field is 0.
    Wide,
    /// The text unit, which reads the texts of the dictionary; there is one, and the unit field is
    /// 0.
    Text,
    /// The key index of a table; the unit field is the table.
    Index,
    /// A column of a table; the unit field is the table, `b` the column.
    Column,
    /// The allocator of a table; the unit field is the table.
    Allocator,
    /// The scan unit of a list; the unit field is the table.
    Scan,
    /// The verdict tree; the unit field is 0.
    Verdict,
    /// The write side of a table's key index and allocator, or of a list; the unit field is the
    /// table.
    Commit,
    /// The write port of a column of a table or of a list; the unit field is the table, `b` the
    /// column.
    Writer,
}

/// When an instruction may execute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Changes nothing that outlives the transaction. A result that the verdict uses must be ready
    /// when the verdict issues. A result that only the commit uses may be ready later, unless the
    /// instruction [reads state](Opcode::reads_state).
    Check,
    /// The verdict itself.
    Verdict,
    /// The decision whether the effects of a reject are done.
    Settle,
    /// After the verdict, and only if the message is accepted; with
    /// [`Gate::Reject`](super::Gate::Reject) after the effects are settled. It cannot fail.
    Commit,
}

/// The definition of an opcode.
#[derive(Clone, Copy, Debug)]
pub struct Signature {
    /// The opcode.
    pub opcode: Opcode,
    /// Its name in a listing.
    pub mnemonic: &'static str,
    /// The class of unit that executes it.
    pub unit: UnitClass,
    /// When it may execute.
    pub phase: Phase,
    /// Cycles from issue until the result can be read; for a commit, until the write has ended.
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

        /// The instruction set, by ascending opcode.
        pub const INSTRUCTION_SET: &[Signature] = &[$(Signature {
            opcode: Opcode::$opcode,
            mnemonic: $mnemonic,
            unit: UnitClass::$unit,
            phase: Phase::$phase,
            latency: $latency,
            roles: [Role::$dst, Role::$a, Role::$b, Role::$c, Role::$d, Role::$e],
            meaning: $meaning,
        }),*];
    };
}

instructions! {
    // code opcode mnemonic unit phase latency
    //     [dst a b c d e]
    //     meaning
    0 Move "move" Lane Check 2
        [WriteAny ReadAny Unused Unused Unused Unused]
        "dst = a";
    1 Add "add" Lane Check 2
        [Write Read Read Unused Unused WidthNumber]
        "dst = a + b, `overflow` outside the width, or clamped to it if it saturates";
    2 Sub "sub" Lane Check 2
        [Write Read Read Unused Unused WidthNumber]
        "dst = a - b, `overflow` outside the width, or clamped to it if it saturates";
    3 Mul "mul" Lane Check 5
        [Write Read Read Unused Unused WidthNumber]
        "dst = a * b, `overflow` outside the width, or clamped to it if it saturates";
    4 Range "range" Lane Check 2
        [Write Read ReadConstant ReadConstant Unused Unused]
        "dst = a if b <= a <= c, else `overflow`; NULL and errors pass";
    5 Select "select" Lane Check 2
        [WriteAny ReadPredicate ReadAny ReadAny Unused Unused]
        "dst = b if a is true, c if it is false or NULL, else its error";
    6 Coalesce "coalesce" Lane Check 2
        [WriteAny ReadAny ReadAny Unused Unused Unused]
        "dst = a unless it is NULL, then b";
    7 Truth "truth" Lane Check 2
        [Write ReadPredicate Unused Unused Unused Unused]
        "dst = predicate a as a BOOLEAN value";
    8 Eq "eq" Lane Check 2
        [WriteTruth ReadAny ReadAny ReadPredicateOptional Unused Unused]
        "dst = (a = b), required when c";
    9 Ne "ne" Lane Check 2
        [WriteTruth ReadAny ReadAny ReadPredicateOptional Unused Unused]
        "dst = (a <> b), required when c";
    10 Lt "lt" Lane Check 2
        [WriteTruth Read Read ReadPredicateOptional Unused Unused]
        "dst = (a < b), required when c";
    11 Le "le" Lane Check 2
        [WriteTruth Read Read ReadPredicateOptional Unused Unused]
        "dst = (a <= b), required when c";
    12 IsNull "isnull" Lane Check 2
        [WriteTruth ReadAny ReadPredicateOptional Unused Unused Unused]
        "dst = (a is NULL), an error remains the error, required when b";
    13 NotNull "notnull" Lane Check 2
        [WriteTruth ReadAny ReadPredicateOptional Unused Unused Unused]
        "dst = (a is not NULL), an error remains the error, required when b";
    14 Clean "clean" Lane Check 2
        [WriteTruth ReadAny ReadPredicateOptional Unused Unused Unused]
        "dst = true unless a is an error, required when b";
    15 Chain "chain" Logic Check 1
        [WriteTruth ReadPredicate ReadPredicateOptional ReadPredicateOptional
         ReadPredicateOptional ChainNumber]
        "dst = ((a . b) . c) . d; each operand may be negated, and each . is one of and, or, \
         when";
    16 Div "div" Divider Check 35
        [WriteSlot Read Read Unused Unused WidthNumber]
        "dst = a / b truncated toward zero, `overflow` outside the width, which does not saturate";
    17 Rem "rem" Divider Check 35
        [WriteSlot Read Read Unused Unused Unused]
        "dst = a % b, with the sign of a";
    18 MulDiv "muldiv" Divider Check 39
        [WriteSlot Read Read Read Unused Unused]
        "dst = a * c / b rounded half away from zero; the product is exact";
    19 Lookup "lookup" Index Check 4
        [WriteRow ReadKey ReadKey ReadKey ReadKey ReadPredicateOptional]
        "dst = the row with key (a, b, c, d) when e; NULL if there is none";
    20 Fetch "fetch" Column Check 2
        [WriteSlot ReadRow ColumnNumber Unused Unused Unused]
        "dst = column b of row a; NULL or the error if the row is NULL or an error";
    21 Reserve "reserve" Allocator Check 2
        [WriteRow ReadPredicateOptional WriteEntry Unused Unused Unused]
        "when a: dst = a free row that no other reserve of the message took, entry b = there \
         is one; else NULL and true";
    22 Level "level" Allocator Check 6
        [WriteEntry ReadPredicateOptional ReadRow ColumnNumber Read Unused]
        "when a and d is not NULL: dst = group b has d among the levels of column c, or there \
         is room for d and for every level that the message added before";
    23 Verdict "verdict" Verdict Verdict 3
        [Unused CountNumber Unused Unused Unused Unused]
        "the lowest of the first a entries that is not true rejects the message; if there is \
         none it is accepted";
    24 Insert "insert" Commit Commit 4
        [ReadRow ReadKey ReadKey ReadKey ReadKey ReadPredicateOptional]
        "when e: row dst, reserved before, enters the index with key (a, b, c, d); its other \
         columns become NULL";
    25 Write "write" Writer Commit 2
        [Unused ReadRow ColumnNumber Read Unused ReadPredicateOptional]
        "when e and there is a row a: its column b = c";
    26 Delete "delete" Commit Commit 3
        [Unused ReadRow Unused Unused Unused ReadPredicateOptional]
        "when e and there is a row a: the row leaves the index and becomes free";
    27 Find "find" Commit Commit 4
        [WriteRow ReadKey ReadKey ReadKey ReadKey ReadPredicateOptional]
        "when e: dst = the group with key (a, b, c, d); else NULL";
    28 Open "open" Commit Commit 4
        [WriteRow ReadKey ReadKey ReadKey ReadKey ReadPredicateOptional]
        "when e: dst = the group with key (a, b, c, d), created if it does not exist, with \
         one more row; else NULL";
    29 Fold "fold" Writer Commit 11
        [Unused ReadRow ColumnNumber ReadFolded SignNumber Unused]
        "if there is a group a and c is not NULL: column b adds c (d = 0) or removes it (d = \
         1); a wide c of more than 30 digits is ignored";
    30 Close "close" Commit Commit 3
        [Unused ReadRow Unused Unused Unused Unused]
        "if there is a group a: it has one row fewer; a group without rows is deleted";
    31 Widen "widen" Wide Check 5
        [WriteWide Read PowerNumber Unused Unused Unused]
        "dst = a * 10^b, `overflow` beyond 38 digits";
    32 WideAdd "wadd" Wide Check 3
        [WriteWide ReadWide ReadWide Unused Unused Unused]
        "dst = a + b, `overflow` beyond 38 digits";
    33 WideSub "wsub" Wide Check 3
        [WriteWide ReadWide ReadWide Unused Unused Unused]
        "dst = a - b, `overflow` beyond 38 digits";
    34 WideMul "wmul" Wide Check 9
        [WriteWide ReadWide ReadWide Unused Unused Unused]
        "dst = a * b, `overflow` beyond 38 digits";
    35 WideDiv "wdiv" Wide Check 84
        [WriteWide ReadWide ReadWide DividendPowerNumber Unused Unused]
        "dst = a * 10^c / b rounded half away from zero, `overflow` beyond 38 digits; the \
         product is exact";
    36 WideRem "wrem" Wide Check 67
        [WriteWide ReadWide ReadWide Unused Unused Unused]
        "dst = a % b, with the sign of a";
    37 WideScale "wscale" Wide Check 9
        [WriteWide ReadWide PowerNumber DigitsNumber Unused Unused]
        "dst = a * 10^b, `overflow` beyond c digits";
    38 WideRound "wround" Wide Check 67
        [WriteWide ReadWide PowerNumber RoundingNumber DigitsNumber Unused]
        "dst = a / 10^b with rounding c: 0 half away from zero, 1 toward zero, 2 floor, 3 \
         ceiling; `overflow` beyond d digits";
    39 WideSelect "wselect" Wide Check 2
        [WriteWide ReadPredicate ReadWide ReadWide Unused Unused]
        "dst = b if a is true, c if it is false or NULL, else its error";
    40 WideCoalesce "wcoalesce" Wide Check 2
        [WriteWide ReadWide ReadWide Unused Unused Unused]
        "dst = a unless it is NULL, then b";
    41 WideEq "weq" Wide Check 10
        [WriteTruth ReadWide ReadWide ReadPredicateOptional PowerNumber PowerNumber]
        "dst = (a * 10^d = b * 10^e), required when c; d or e is 0, and nothing overflows";
    42 WideNe "wne" Wide Check 10
        [WriteTruth ReadWide ReadWide ReadPredicateOptional PowerNumber PowerNumber]
        "dst = (a * 10^d <> b * 10^e), required when c; d or e is 0, and nothing overflows";
    43 WideLt "wlt" Wide Check 10
        [WriteTruth ReadWide ReadWide ReadPredicateOptional PowerNumber PowerNumber]
        "dst = (a * 10^d < b * 10^e), required when c; d or e is 0, and nothing overflows";
    44 WideLe "wle" Wide Check 10
        [WriteTruth ReadWide ReadWide ReadPredicateOptional PowerNumber PowerNumber]
        "dst = (a * 10^d <= b * 10^e), required when c; d or e is 0, and nothing overflows";
    45 WideIsNull "wisnull" Wide Check 2
        [WriteTruth ReadWide ReadPredicateOptional Unused Unused Unused]
        "dst = (a is NULL), an error remains the error, required when b";
    46 WideNotNull "wnotnull" Wide Check 2
        [WriteTruth ReadWide ReadPredicateOptional Unused Unused Unused]
        "dst = (a is not NULL), an error remains the error, required when b";
    47 WideClean "wclean" Wide Check 2
        [WriteTruth ReadWide ReadPredicateOptional Unused Unused Unused]
        "dst = true unless a is an error, required when b";
    48 Narrow "narrow" Wide Check 3
        [WriteSlot ReadWide ReadConstant ReadConstant Unused Unused]
        "dst = a if b <= a <= c, else `overflow`; NULL and errors pass";
    49 WideFetch "wfetch" Column Check 3
        [WriteWide ReadRow ColumnNumber Unused Unused Unused]
        "dst = the exact sum of column b of group a, `overflow` beyond 38 digits; NULL over no \
         value, NULL or the error if the group is NULL or an error";
    50 Like "like" Text Check 4
        [WriteTruth Read ReadText TextBytesNumber ReadPredicateOptional Unused]
        "dst = (the text of code a begins with text b, both padded with blanks to c bytes), \
         required when d";
    51 Named "named" Logic Check 1
        [WriteTruth EntryNumber Unused Unused Unused Unused]
        "dst = the verdict names the rule of entry a; after the verdict, on the side of a reject";
    52 Settle "settle" Verdict Settle 3
        [Unused CountNumber ReadPredicateOptional Unused Unused Unused]
        "the lowest of the a entries after those of the verdict that is not true forbids the \
         effects; if there is none they are done when b";
    53 Pair "pair" Wide Check 1
        [WritePair Read Read Unused Unused Unused]
        "dst = the columns a and b of a key, for a key of more than four columns";
    54 Scan "scan" Scan Check 2
        [WriteScan ReadRow ScanNumber CyclesNumber Unused ReadPredicateOptional]
        "when e: scan b over the rows of group a, which takes c cycles; over no rows if there is \
         no group";
    55 Result "result" Scan Check 2
        [WriteSlot ReadScan ResultNumber PlaceNumber Unused Unused]
        "dst = accumulator b of scan a, or the argument of row c that it keeps; `overflow` \
         beyond 64 bits";
    56 WideResult "wresult" Scan Check 2
        [WriteWide ReadScan ResultNumber PlaceNumber Unused Unused]
        "dst = accumulator b of scan a, or the argument of row c that it keeps";
    57 Sound "sound" Scan Check 2
        [WriteEntry ReadScan ReadPredicateOptional Unused Unused Unused]
        "dst = no row that was pushed out of the group is one that scan a asked for, required \
         when b";
    58 Room "room" Allocator Check 4
        [WriteEntry ReadKey ReadKey ReadKey ReadKey ReadPredicateOptional]
        "when e: dst = the group with key (a, b, c, d) has room for a row beyond those that the \
         message added to it before";
    59 Enter "enter" Commit Commit 4
        [Unused ReadRow ReadMember Unused Unused ReadPredicateOptional]
        "when e, if there are a group a and a row b: row b is in the list of group a";
    60 Leave "leave" Commit Commit 4
        [Unused ReadMember Unused Unused Unused ReadPredicateOptional]
        "when e, if there is a row a: it is in no list";
    61 Patch "patch" Writer Commit 2
        [Unused ReadMember CopyNumber Read Unused Unused]
        "if there is a row a in a list: its column b there = c";
    62 Within "within" Scan Check 2
        [WriteEntry ReadScan ResultNumber LimitNumber ReadPredicateOptional Unused]
        "dst = accumulator b of scan a took at most c rows or distinct values, required when d";
    63 Apply "apply" Commit Commit 68
        [Unused ReadScan Unused Unused Unused ReadPredicateOptional]
        "when e: the rows that scan a selected are changed as it says";
}

/// The pattern of every opcode of the wide unit, for matches that treat them alike.
#[macro_export]
macro_rules! wide_opcodes {
    () => {
        $crate::isa::Opcode::Widen
            | $crate::isa::Opcode::WideAdd
            | $crate::isa::Opcode::WideSub
            | $crate::isa::Opcode::WideMul
            | $crate::isa::Opcode::WideDiv
            | $crate::isa::Opcode::WideRem
            | $crate::isa::Opcode::WideScale
            | $crate::isa::Opcode::WideRound
            | $crate::isa::Opcode::WideSelect
            | $crate::isa::Opcode::WideCoalesce
            | $crate::isa::Opcode::WideEq
            | $crate::isa::Opcode::WideNe
            | $crate::isa::Opcode::WideLt
            | $crate::isa::Opcode::WideLe
            | $crate::isa::Opcode::WideIsNull
            | $crate::isa::Opcode::WideNotNull
            | $crate::isa::Opcode::WideClean
            | $crate::isa::Opcode::Narrow
            | $crate::isa::Opcode::Pair
    };
}

/// The pattern of every opcode of scans and lists, for matches that treat them alike.
#[macro_export]
macro_rules! scan_opcodes {
    () => {
        $crate::isa::Opcode::Scan
            | $crate::isa::Opcode::Result
            | $crate::isa::Opcode::WideResult
            | $crate::isa::Opcode::Sound
            | $crate::isa::Opcode::Room
            | $crate::isa::Opcode::Enter
            | $crate::isa::Opcode::Leave
            | $crate::isa::Opcode::Patch
            | $crate::isa::Opcode::Within
            | $crate::isa::Opcode::Apply
    };
}

impl Opcode {
    /// The signature of this opcode.
    pub fn signature(self) -> &'static Signature {
        // The macro writes the enum and the table in one order; the test below checks it.
        &INSTRUCTION_SET[self as usize]
    }

    /// Returns whether it reads tables, which the commit changes. Such an instruction must not
    /// issue after the verdict.
    pub fn reads_state(self) -> bool {
        match self.signature().unit {
            UnitClass::Index | UnitClass::Column | UnitClass::Allocator => true,
            UnitClass::Scan => self == Opcode::Scan,
            UnitClass::Lane
            | UnitClass::Logic
            | UnitClass::Divider
            | UnitClass::Wide
            | UnitClass::Text
            | UnitClass::Verdict
            | UnitClass::Commit
            | UnitClass::Writer => false,
        }
    }

    pub(super) fn decode(code: u8) -> Option<Opcode> {
        INSTRUCTION_SET.get(usize::from(code)).map(|s| s.opcode)
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
}
