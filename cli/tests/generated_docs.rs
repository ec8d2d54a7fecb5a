// SPDX-License-Identifier: Apache-2.0

//! The pages of the book that are made from the definitions say what the definitions say.
//!
//! `UPDATE_EXPECT=1 cargo test -p riskgate --test generated_docs` writes them anew.

use engine::isa::{INSTRUCTION_SET, Role, UnitClass};
use engine::machine::FIGURES;
use engine::program::FrameKind;
use engine::verdict::Reason;
use std::fmt::Write;
use std::path::Path;

const NOTE: &str =
    "<!-- Made from the definitions in `engine`; see cli/tests/generated_docs.rs. -->";

fn expect(page: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/src").join(page);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, text).expect("the page can be written");
        return;
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found == text,
        "{page} is not what the definitions say; run with UPDATE_EXPECT=1 and commit it"
    );
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Unused => "",
        Role::Read => "value",
        Role::ReadOptional => "[value]",
        Role::ReadRow => "row",
        Role::ReadAny => "value or row",
        Role::ReadConstant => "constant",
        Role::ReadPredicate => "predicate",
        Role::ReadPredicateOptional => "[predicate]",
        Role::Write => "→ value",
        Role::WriteAny => "→ value or row",
        Role::WriteSlot => "→ slot",
        Role::WriteRow => "→ row slot",
        Role::WriteTruth => "→ predicate or entry",
        Role::WriteEntry => "→ entry",
        Role::ColumnNumber => "#column",
        Role::WidthNumber => "#width",
        Role::ChainNumber => "#chain",
        Role::SignNumber => "#sign",
        Role::CountNumber => "#count",
    }
}

fn unit(unit: UnitClass) -> &'static str {
    match unit {
        UnitClass::Lane => "lane",
        UnitClass::Logic => "logic unit",
        UnitClass::Divider => "divider",
        UnitClass::Index => "key index",
        UnitClass::Column => "column, read port",
        UnitClass::Allocator => "allocator",
        UnitClass::Verdict => "verdict tree",
        UnitClass::Commit => "key index, write side",
        UnitClass::Writer => "column, write port",
    }
}

/// Text inside a table cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").trim().to_string()
}

#[test]
fn machine_reference() {
    let mut text = format!("{NOTE}\n\n# Instruction set and figures\n\n## Encoding\n\n");
    text += "An instruction is one 128-bit word, little-endian.\n\n```text\n";
    text += "  127    112 111     96 95      80 79      64 63      48 47      32 31      16 15    8 7      0\n";
    text += " +----------+----------+----------+----------+----------+----------+----------+-------+--------+\n";
    text += " |    e     |    d     |    c     |    b     |    a     |   dst    |  cycle   | unit  | opcode |\n";
    text += " +----------+----------+----------+----------+----------+----------+----------+-------+--------+\n";
    text += "```\n\nAn operand has its space in bits 15 to 13 (0 none, 1 slot, 2 constant, 3 local, 4 predicate, 5 entry,\n";
    text += "6 immediate) and its index in bits 12 to 0. The latency is from issue to the cycle in which the result can be\n";
    text +=
        "read; what a lane writes to a slot takes the publish cycle longer.\n\n## Instructions\n\n";
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
    expect("machine-reference.md", &text);
}

#[test]
fn reasons() {
    let mut text = format!(
        "{NOTE}\n\n# Reason codes\n\nA reject carries one of these. Codes and texts are stable.\n\n"
    );
    text += "| code | reason | when |\n| --- | --- | --- |\n";
    for reason in Reason::ALL {
        _ = writeln!(text, "| {} | `{reason}` | {} |", *reason as u8, reason.meaning());
    }
    text += "\nThe first two are always a rule's; `overflow` and `division_by_zero` are a rule's where one is named, else a \
             statement's; the others are never a rule's.\n";
    expect("reasons.md", &text);
}

#[test]
fn the_way_of_one_order_quotes_the_schedule() {
    let program = rulec::compile(benches::broker::RULES).0.expect("the broker's rules compile");
    let order = FrameKind::Message(program.message("trade_order").expect("they have orders"));
    let listing = rulec::listing::schedule(&program, order);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/src/order.md");
    let page = std::fs::read_to_string(path).expect("the page is there");
    // What follows the cycle; a line of the listing states its cycle only where that changes.
    let work = |line: &str| line.get(7..).map(str::to_string);
    let known: Vec<String> = listing.lines().filter_map(work).collect();
    let mut quoted = 0;
    for block in page.split("```text\n").skip(1).filter_map(|rest| rest.split("```").next()) {
        for line in block.lines() {
            let line = work(line).unwrap_or_default();
            assert!(
                known.contains(&line),
                "docs/src/order.md quotes what the schedule does not say: {line}"
            );
            quoted += 1;
        }
    }
    assert!(quoted > 40, "only {quoted} lines quoted");
    let [verdict, commit] = {
        let transaction = &program.transactions[program.transaction_index(order)];
        [transaction.verdict_cycles, transaction.commit_cycles]
    };
    assert!(
        page.contains(&format!("in cycle\n{verdict}."))
            && page.contains(&format!("after cycle {commit}\n"))
    );
}
