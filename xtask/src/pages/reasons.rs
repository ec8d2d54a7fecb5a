// SPDX-License-Identifier: Apache-2.0

//! The page of reason codes.

use super::NOTE;
use engine::verdict::Reason;
use std::fmt::Write;

const CLOSING: &str = "
`false` and `null` always come from a rule. `overflow`, `division_by_zero`, `window_full`,
`many_rows` and `levels_full` come from a rule if the verdict names one, else from a statement. The
other reasons never come from a rule. [Scans](language-scans.md#reasons) says more about
`levels_full`, `window_full` and `many_rows`.
";

/// Writes the page.
pub fn reasons() -> String {
    let mut text = format!("{NOTE}\n\n# Reason codes\n\n");
    text += "A reject carries one of these. Codes and texts are stable.\n\n";
    text += "| code | reason | when |\n| --- | --- | --- |\n";
    for reason in Reason::ALL {
        _ = writeln!(text, "| {} | `{reason}` | {} |", *reason as u8, reason.meaning());
    }
    text + CLOSING
}
