// SPDX-License-Identifier: Apache-2.0

//! The table for the terminal.

use super::numbers::grouped;
use super::summary::SummaryRow;
use std::fmt::Write as _;

/// The heads of the table; the page has the same.
pub const HEADS: [&str; 7] =
    ["operation", "count", "p50 ns", "p99 ns", "p99.9 ns", "max ns", "paper ns"];

/// The cells of a line.
pub fn cells(row: &SummaryRow) -> [String; 7] {
    [
        row.operation.clone(),
        grouped(row.count),
        grouped(row.p50),
        grouped(row.p99),
        grouped(row.p99_9),
        grouped(row.max),
        row.paper.map_or_else(|| "not stated".into(), |paper| paper.to_string()),
    ]
}

/// The table: names left-aligned, numbers right-aligned.
pub fn table(rows: &[SummaryRow]) -> String {
    let heads = HEADS.map(str::to_owned);
    let lines: Vec<[String; 7]> = std::iter::once(heads).chain(rows.iter().map(cells)).collect();
    let width =
        |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0);
    let widths: [usize; 7] = std::array::from_fn(width);
    let mut text = String::new();
    for (i, line) in lines.iter().enumerate() {
        // Writing to a string cannot fail.
        let _ = write!(text, "{:<1$}", line[0], widths[0]);
        for (cell, width) in line.iter().zip(widths).skip(1) {
            let _ = write!(text, "  {cell:>width$}");
        }
        text.push('\n');
        if i == 0 {
            let rule: usize = widths.iter().sum::<usize>() + 2 * (widths.len() - 1);
            let _ = writeln!(text, "{}", "─".repeat(rule));
        }
    }
    text
}
