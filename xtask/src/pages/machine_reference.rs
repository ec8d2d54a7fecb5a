// SPDX-License-Identifier: Apache-2.0

//! The page of the instruction set and the machine's figures.

use super::{NOTE, cell};
use engine::isa::{INSTRUCTION_SET, Role, UnitClass};
use engine::machine::FIGURES;
use engine::scan::Function;
use std::fmt::Write;

const ENCODING: &str = "\
# Instruction set and figures

## Encoding

An instruction is one 128-bit word, little-endian.

```text
  127    112 111     96 95      80 79      64 63      48 47      32 31      16 15    8 7      0
 +----------+----------+----------+----------+----------+----------+----------+-------+--------+
 |    e     |    d     |    c     |    b     |    a     |   dst    |  cycle   | unit  | opcode |
 +----------+----------+----------+----------+----------+----------+----------+-------+--------+
```

An operand has its space in bits 15 to 13 (0 none, 1 slot, 2 constant, 3 local, 4 predicate,
5 entry, 6 immediate, 7 wide value) and its index in bits 12 to 0. Bit 15 of the field of the cycle
is the gate: it is set in an instruction that executes after the verdict, if a rule rejects the
message. The latency is the number of cycles from issue to the cycle in which the result can be
read. A lane's result that goes to a slot takes `PUBLISH_CYCLES` more.
";

const SCANS: &str = "
## Scans

A `scan` names a scan of its transaction. The image has for each:

| part | content |
| --- | --- |
| list | the hidden table whose rows it takes |
| captures | what the row program reads of the transaction: slots, constants or wide values |
| steps | the row program: instructions of the check phase, with cycle 0 |
| filter | the predicate that selects rows; absent for all |
| since | the time after which rows are asked for, and whether that time is included; of a window |
| accumulators | function, predicate, argument and order; the last three may be absent |
| changes | what `apply` does to the selected rows: writes columns, or deletes them |

The registers of a row program are separate from those of the transaction. Its first slots are the
captures that are no wide values, then the columns of the list; its first wide values are the other
captures. Each step writes one more register.

| code | function | result |
| --- | --- | --- |
";

/// The cycles of a scan: the formula of `engine::scan::Scan::latency`.
const CYCLES: &str = "
The operand c of a `scan` is its cycles:

```text
cycles = 4 + ceil(bound / R) * ceil(steps / SCAN_STAGES) + depth + log2(R) + 2
```

`bound` is that of the list, `R` is `SCAN_ROWS_AT_ONCE`, or 1 if a step does not run on a lane or a
logic unit, or if an accumulator is `distinct`, `first` or `last`. The second quotient is at least
1. `depth` is the longest path of the row program in cycles.
";

fn role(role: Role) -> &'static str {
    match role {
        Role::Unused => "",
        Role::Read => "value",
        Role::ReadKey => "[value or pair]",
        Role::ReadRow => "row",
        Role::ReadAny => "value or row",
        Role::ReadConstant => "constant",
        Role::ReadWide => "wide",
        Role::ReadText => "constant of a text",
        Role::ReadFolded => "value or wide",
        Role::ReadPredicate => "predicate",
        Role::ReadPredicateOptional => "[predicate]",
        Role::Write => "→ value",
        Role::WriteAny => "→ value or row",
        Role::WriteSlot => "→ slot",
        Role::WriteRow => "→ row slot",
        Role::WriteWide => "→ wide",
        Role::WritePair => "→ pair",
        Role::WriteTruth => "→ predicate or entry",
        Role::WriteEntry => "→ entry",
        Role::ColumnNumber => "#column",
        Role::WidthNumber => "#width",
        Role::ChainNumber => "#chain",
        Role::SignNumber => "#sign",
        Role::CountNumber => "#count",
        Role::EntryNumber => "#entry",
        Role::PowerNumber => "#power",
        Role::DividendPowerNumber => "#power",
        Role::DigitsNumber => "#digits",
        Role::RoundingNumber => "#rounding",
        Role::ReadScan => "scan",
        Role::ReadMember => "row of the base table",
        Role::WriteScan => "→ scan, in a slot",
        Role::ScanNumber => "#scan",
        Role::CyclesNumber => "#cycles",
        Role::ResultNumber => "#accumulator",
        Role::PlaceNumber => "#place",
        Role::LimitNumber => "#limit",
        Role::CopyNumber => "#column of the list",
        Role::TextBytesNumber => "#bytes",
    }
}

fn unit(unit: UnitClass) -> &'static str {
    match unit {
        UnitClass::Lane => "lane",
        UnitClass::Logic => "logic unit",
        UnitClass::Divider => "divider",
        UnitClass::Wide => "wide unit",
        UnitClass::Text => "text unit",
        UnitClass::Index => "key index",
        UnitClass::Column => "column, read port",
        UnitClass::Allocator => "allocator",
        UnitClass::Scan => "scan unit",
        UnitClass::Verdict => "verdict tree",
        UnitClass::Commit => "key index or list, write side",
        UnitClass::Writer => "column, write port",
    }
}

fn result(function: Function) -> &'static str {
    match function {
        Function::Any => "whether a row is selected, as 0 or 1; an error only if none is",
        Function::Count => "the number of rows whose argument is not NULL, or of all",
        Function::Sum => "the exact sum; NULL over no value",
        Function::Min => "the smallest value; NULL over no value",
        Function::Max => "the largest value; NULL over no value",
        Function::Distinct => {
            "the number of distinct values, at most one more than `SCAN_DISTINCT_MAX`"
        }
        Function::Ascending => {
            "the arguments of the rows with the smallest orders, NULL last; ties by key"
        }
        Function::Descending => {
            "the arguments of the rows with the largest orders, NULL first; ties by key"
        }
    }
}

/// Writes the page.
pub fn machine_reference() -> String {
    let mut text = format!("{NOTE}\n\n{ENCODING}\n## Instructions\n\n");
    text += "| code | name | unit | phase | latency | dst | a | b | c | d | e | meaning |\n";
    text += "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n";
    for s in INSTRUCTION_SET {
        let phase = format!("{:?}", s.phase).to_lowercase();
        let roles: Vec<&str> = s.roles.iter().map(|r| role(*r)).collect();
        _ = writeln!(
            text,
            "| {} | `{}` | {} | {phase} | {} | {} | {} |",
            s.opcode as u8,
            s.mnemonic,
            unit(s.unit),
            s.latency,
            roles.join(" | "),
            cell(s.meaning)
        );
    }
    text += SCANS;
    for function in Function::ALL {
        let (code, name) = (*function as u8, function.name());
        _ = writeln!(text, "| {code} | `{name}` | {} |", result(*function));
    }
    text += CYCLES;
    text += "\n## Figures\n\n| figure | value | meaning |\n| --- | --- | --- |\n";
    for (name, value, meaning) in FIGURES {
        _ = writeln!(text, "| `{name}` | {value} | {} |", cell(meaning));
    }
    text
}
