// SPDX-License-Identifier: Apache-2.0

//! The page of the instruction set and the machine's figures.

use super::{NOTE, cell};
use engine::isa::{INSTRUCTION_SET, Role, UnitClass};
use engine::machine::FIGURES;
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
        UnitClass::Verdict => "verdict tree",
        UnitClass::Commit => "key index, write side",
        UnitClass::Writer => "column, write port",
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
    text += "\n## Figures\n\n| figure | value | meaning |\n| --- | --- | --- |\n";
    for (name, value, meaning) in FIGURES {
        _ = writeln!(text, "| `{name}` | {value} | {} |", cell(meaning));
    }
    text
}
