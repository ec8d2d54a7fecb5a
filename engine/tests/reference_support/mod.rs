// SPDX-License-Identifier: Apache-2.0

//! A small assembler, and a program made with it that uses most of the instruction set.
//!
//! The assembler issues at most one instruction a cycle, when its operands are ready. Its programs
//! are slow, and sound without a check of ports.

#![allow(dead_code, reason = "every test file uses a part of it")]

mod assembler;
mod broker;
mod changes;

#[allow(unused_imports, reason = "every test file uses a part of it")]
pub use assembler::Assembler;
#[allow(unused_imports, reason = "every test file uses a part of it")]
pub use broker::{ACCOUNT, CANCEL, GROUPS, ORDER, ORDER_LOG, program};
#[allow(unused_imports, reason = "every test file uses a part of it")]
pub use changes::{
    CANCEL_TRANSACTION, LOAD_ACCOUNT_TRANSACTION, ORDER_TRANSACTION, changed, find, operand,
    position, refusal,
};

use engine::executor::{Cell, Executor};
use engine::frame::FieldValue;
use engine::machine::FRAME_BYTES_MAX;
use engine::program::{FrameKind, Program};
use engine::schema::{ColumnDef, ColumnKind, TableId, Type};
use engine::verdict::Verdict;

/// A column or field that holds data.
pub fn column(name: &str, ty: Type, nullable: bool) -> ColumnDef {
    aggregate(name, ty, nullable, ColumnKind::Data)
}

/// A column of any kind.
pub fn aggregate(name: &str, ty: Type, nullable: bool, kind: ColumnKind) -> ColumnDef {
    ColumnDef { name: name.into(), ty, nullable, kind }
}

/// The bytes of a frame.
pub fn frame(program: &Program, kind: FrameKind, values: &[FieldValue<'_>]) -> Vec<u8> {
    let layout = program.layout(kind);
    let mut buffer = [0; FRAME_BYTES_MAX];
    let frame = layout.write(7, values, &mut buffer);
    frame.expect("the values fit their fields").to_vec()
}

/// The rows of a table as text, one line each, cells separated by blanks.
pub fn dump(executor: &dyn Executor, table: TableId) -> Vec<String> {
    let mut lines = Vec::new();
    executor.visit_rows(table, &mut |row| {
        let cells = row.iter().map(|cell| match cell {
            Cell::Null => "NULL".to_string(),
            Cell::Number(number) => number.to_string(),
            Cell::Text(text) => format!("'{text}'"),
            Cell::Sum(count, sum) => format!("{sum}/{count}"),
            Cell::Levels(levels) => {
                let each = levels.iter().map(|(v, n)| format!("{v}x{n}"));
                format!("[{}]", each.collect::<Vec<_>>().join(","))
            }
            Cell::Texts(texts) => {
                let each = texts.iter().map(|(v, n)| format!("'{v}'x{n}"));
                format!("[{}]", each.collect::<Vec<_>>().join(","))
            }
        });
        lines.push(cells.collect::<Vec<_>>().join(" "));
    });
    lines
}

/// A verdict as text: `accept`, or rule, reason and the map of failing rules.
pub fn text(verdict: Verdict) -> String {
    match verdict.reason {
        None => "accept".into(),
        Some(reason) => match verdict.rule {
            Some(rule) => format!("rule {} {reason} {:b}", rule.0, verdict.failing),
            None => format!("{reason} {:b}", verdict.failing),
        },
    }
}
