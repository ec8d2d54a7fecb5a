// SPDX-License-Identifier: Apache-2.0

//! Splits the single combinational process of a module.
//!
//! The HDL crate writes all logic of a kernel into one process, which is hard to read. A simulator
//! also sees a loop wherever an output leads through another module back to an input, since the
//! process depends on itself. The statements that write one signal stay together in their order and
//! become a process; a lone assignment becomes an `assign`.
//!
//! This changes nothing because the HDL crate requires that a signal is written before it is read.

use std::collections::{BTreeMap, BTreeSet};

/// The processes of a body, and the signals that are no longer variables.
pub(super) struct Split {
    /// The lines in place of the process.
    pub(super) lines: Vec<String>,
    /// The signals that an `assign` drives.
    pub(super) assigned: BTreeSet<String>,
}

/// Splits the statements of a process. The lines are those between its `begin` and `end`, indented
/// by four.
pub(super) fn split(process: &[String]) -> Split {
    let mut split = Split { lines: Vec::new(), assigned: BTreeSet::new() };
    for members in groups(&statements(process)) {
        match (members.as_slice(), simple_target(members[0])) {
            ([[line]], Some(target)) => {
                split.lines.push(format!("assign {}", line.trim_start()));
                split.assigned.insert(target.to_owned());
            }
            _ => {
                split.lines.extend([String::new(), "always @(*) begin".to_owned()]);
                split.lines.extend(members.concat());
                split.lines.extend(["end".to_owned(), String::new()]);
            }
        }
    }
    split
}

/// Groups of statements that write the same signals, in the order of their first statements.
pub(super) fn groups<'a>(statements: &[&'a [String]]) -> Vec<Vec<&'a [String]>> {
    let mut group: Vec<usize> = (0..statements.len()).collect();
    let mut writer: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, statement) in statements.iter().enumerate() {
        for name in written(statement) {
            if let Some(earlier) = writer.insert(name, index) {
                let (into, from) = (root(&group, earlier), root(&group, index));
                group[into.max(from)] = into.min(from);
            }
        }
    }
    let mut groups: BTreeMap<usize, Vec<&[String]>> = BTreeMap::new();
    for (index, statement) in statements.iter().enumerate() {
        groups.entry(root(&group, index)).or_default().push(statement);
    }
    groups.into_values().collect()
}

fn root(group: &[usize], mut index: usize) -> usize {
    while group[index] != index {
        index = group[index];
    }
    index
}

/// The statements at the outermost level, each with all of its lines.
pub(super) fn statements(process: &[String]) -> Vec<&[String]> {
    let outermost = |line: &String| line.starts_with("    ") && !line.starts_with("     ");
    let mut statements = Vec::new();
    let mut start = 0;
    for (index, line) in process.iter().enumerate() {
        let text = line.trim();
        let closes = text == "end" || text == "endcase" || text.ends_with(';');
        let goes_on =
            process.get(index + 1).is_some_and(|next| next.trim_start().starts_with("else"));
        if outermost(line) && closes && !goes_on {
            statements.push(&process[start..=index]);
            start = index + 1;
        }
    }
    statements
}

/// The signals that a statement writes.
pub(super) fn written(statement: &[String]) -> impl Iterator<Item = &str> {
    statement.iter().filter_map(|line| {
        let (target, _) = line.trim_start().split_once(" = ")?;
        let name = target.split('[').next().unwrap_or(target);
        name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '$').then_some(name)
    })
}

/// The signal that a lone assignment writes, unless it writes a slice.
fn simple_target(statement: &[String]) -> Option<&str> {
    let [line] = statement else { return None };
    let (target, _) = line.trim().split_once(" = ")?;
    (!target.contains('[')).then_some(target)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_that_write_one_signal_stay_together() {
        let process = concat!(
            "    a = x;\n    b = a;\n    c = 0;\n    if (x) begin\n        c = 1;\n    end\n",
            "    else begin\n        d = 1;\n    end\n    d[0] = y;"
        );
        let lines: Vec<String> = process.lines().map(str::to_owned).collect();
        let split = split(&lines);
        assert_eq!(split.assigned.iter().collect::<Vec<_>>(), ["a", "b"]);
        let text = split.lines.join("\n");
        assert!(text.contains("assign a = x;\nassign b = a;"), "{text}");
        let together = concat!(
            "    c = 0;\n    if (x) begin\n        c = 1;\n    end\n",
            "    else begin\n        d = 1;\n    end\n    d[0] = y;"
        );
        assert!(text.contains(together), "{text}");
    }
}
