// SPDX-License-Identifier: Apache-2.0

//! The lines and toggles of the Verilog that runs have reached, read from the coverage files of
//! Verilator's models.
//!
//! A module counts once, regardless of the number of its instances: it is enough that one instance
//! reaches a line. A *line* is reached if all points on it are reached. A point is a branch of an
//! `if` or `case`, also an implicit one. A *toggle* is a change of one bit of a signal in one
//! direction.

use std::collections::{BTreeMap, BTreeSet};

/// The coverage of a set of runs.
#[derive(Clone, Debug, Default)]
pub struct Coverage {
    modules: BTreeMap<String, Module>,
}

#[derive(Clone, Debug, Default)]
struct Module {
    /// The number of times that each point was reached, by line and point.
    lines: BTreeMap<u32, BTreeMap<String, u64>>,
    /// The number of times that each toggle was seen, by bit and direction.
    toggles: BTreeMap<String, u64>,
}

/// The figures of a module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// The name of the module.
    pub module: String,
    /// The number of lines reached.
    pub lines: usize,
    /// The number of lines.
    pub lines_all: usize,
    /// The number of toggles seen.
    pub toggles: usize,
    /// The number of toggles.
    pub toggles_all: usize,
}

impl Coverage {
    /// Adds the coverage file of a run. Lines of the file that are not points are skipped.
    pub fn add(&mut self, text: &str) {
        for line in text.lines() {
            let Some((key, count)) =
                line.strip_prefix("C '").and_then(|rest| rest.rsplit_once("' "))
            else {
                continue;
            };
            let Ok(count) = count.trim().parse::<u64>() else { continue };
            let fields: BTreeMap<&str, &str> =
                key.split('\u{1}').filter_map(|field| field.split_once('\u{2}')).collect();
            let field = |name: &str| fields.get(name).copied().unwrap_or_default();
            let Some((kind, module)) = field("page").split_once('/') else { continue };
            let module = self.modules.entry(module.to_owned()).or_default();
            if kind.starts_with("v_toggle") {
                // A name may come twice in a module, in two blocks.
                *module.toggles.entry(format!("{} {}", field("l"), field("o"))).or_default() +=
                    count;
                continue;
            }
            let lines = if field("S").is_empty() { field("l") } else { field("S") };
            for number in ranges(lines) {
                let point = format!("{}:{} {}", field("l"), field("n"), field("o"));
                *module.lines.entry(number).or_default().entry(point).or_default() += count;
            }
        }
    }

    /// The figures of every module.
    pub fn figures(&self) -> Vec<Figures> {
        let figures = |(name, module): (&String, &Module)| Figures {
            module: name.clone(),
            lines: module
                .lines
                .values()
                .filter(|points| points.values().all(|count| *count > 0))
                .count(),
            lines_all: module.lines.len(),
            toggles: module.toggles.values().filter(|count| **count > 0).count(),
            toggles_all: module.toggles.len(),
        };
        self.modules.iter().map(figures).collect()
    }

    /// The lines of a module that were not reached.
    pub fn unreached(&self, module: &str) -> BTreeSet<u32> {
        let lines = self.modules.get(module).map(|module| &module.lines);
        let is_missed = |points: &BTreeMap<String, u64>| points.values().any(|count| *count == 0);
        lines
            .into_iter()
            .flatten()
            .filter(|(_, points)| is_missed(points))
            .map(|(line, _)| *line)
            .collect()
    }
}

/// The numbers of a list such as `3,7-9`.
fn ranges(list: &str) -> impl Iterator<Item = u32> + '_ {
    list.split(',')
        .filter_map(|range| {
            let (first, last) = range.split_once('-').unwrap_or((range, range));
            Some(first.parse::<u32>().ok()?..=last.parse().ok()?)
        })
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(
        line: u32,
        kind: &str,
        comment: &str,
        lines: &str,
        instance: u32,
        count: u64,
    ) -> String {
        let fields = [
            ("f", "a.v".to_owned()),
            ("l", line.to_string()),
            ("n", "5".into()),
            ("page", format!("v_{kind}/a")),
            ("o", comment.into()),
            ("S", lines.into()),
            ("h", format!("TOP.a{instance}")),
        ];
        let key: String =
            fields.iter().map(|(name, value)| format!("\u{1}{name}\u{2}{value}")).collect();
        format!("C '{key}' {count}\n")
    }

    #[test]
    fn a_line_needs_one_instance_and_every_branch() {
        let mut coverage = Coverage::default();
        let first = point(3, "line", "if", "3-4", 1, 0) + &point(3, "line", "else", "3", 1, 2);
        coverage.add(&("# SystemC::Coverage-3\n".to_owned() + &first));
        coverage.add(
            &(point(7, "line", "block", "7,9", 1, 0) + &point(2, "toggle", "x[0]:0->1", "", 1, 0)),
        );
        assert_eq!(coverage.unreached("a"), BTreeSet::from([3, 4, 7, 9]));
        coverage.add(
            &(point(3, "line", "if", "3-4", 2, 1) + &point(2, "toggle", "x[0]:0->1", "", 2, 5)),
        );
        coverage.add(&point(2, "toggle", "x[0]:1->0", "", 2, 0));
        assert_eq!(coverage.unreached("a"), BTreeSet::from([7, 9]));
        let figures =
            Figures { module: "a".into(), lines: 2, lines_all: 4, toggles: 1, toggles_all: 2 };
        assert_eq!(coverage.figures(), [figures]);
    }
}
