// SPDX-License-Identifier: Apache-2.0

//! An order flow that a page of the book describes: the commands that run it, and the number of
//! events by verdict and rule.

use std::collections::BTreeMap;

/// The number of events by verdict and rule; the rule of an accepted event is empty.
pub type Counts = BTreeMap<(String, String), u64>;

/// A section of a page.
pub struct PageFlow<'a> {
    section: &'a str,
}

impl<'a> PageFlow<'a> {
    /// The section below `## heading`.
    ///
    /// # Panics
    /// If the page has none.
    pub fn of(page: &'a str, heading: &str) -> PageFlow<'a> {
        let start = page.split_once(&format!("## {heading}\n"));
        let (_, rest) = start.expect("the page has the section");
        PageFlow { section: rest.split("\n## ").next().unwrap_or(rest) }
    }

    /// The section.
    pub fn text(&self) -> &str {
        self.section
    }

    /// The words of each command of `riskgate` in the first block of the section.
    ///
    /// # Panics
    /// If it has no block of commands.
    pub fn commands(&self) -> Vec<Vec<String>> {
        let block = self.section.split("```sh\n").nth(1).and_then(|rest| rest.split("```").next());
        let block = block.expect("the section has commands").replace("\\\n", " ");
        let words = |line: &str| line.split_whitespace().skip(1).map(str::to_owned).collect();
        block.lines().filter(|line| line.starts_with("riskgate ")).map(words).collect()
    }

    /// The counts in the table of the section: rows of verdict, rule and events.
    pub fn counts(&self) -> Counts {
        let rows = self.section.lines().filter_map(|line| {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            let [_, verdict, rule, events, _] = cells[..] else { return None };
            let events = events.replace(',', "").parse().ok()?;
            Some(((verdict.to_owned(), rule.replace('`', "")), events))
        });
        rows.collect()
    }
}

/// The counts of a verdicts file.
///
/// # Panics
/// If it has no columns for verdict and rule.
pub fn counts_of(verdicts: &str) -> Counts {
    let mut counts = Counts::new();
    for line in verdicts.lines().skip(1) {
        let mut cells = line.split(',').skip(2).map(str::to_owned);
        let [Some(verdict), Some(rule)] = [cells.next(), cells.next()] else {
            panic!("{line} is no verdict")
        };
        *counts.entry((verdict, rule)).or_default() += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_read() {
        let page = "## One\n\n```sh\nriskgate run a \\\n    --b c\nls\n```\n\n| verdict | rule | \
                    events |\n| --- | --- | --: |\n| accept | | 1,204 |\n| reject | `r` | 2 |\n\n\
                    ## Two\n\n| accept | | 7 |\n";
        let flow = PageFlow::of(page, "One");
        assert_eq!(flow.commands(), [["run", "a", "--b", "c"]]);
        let count = |verdict: &str, rule: &str, events| ((verdict.into(), rule.into()), events);
        let counts = Counts::from([count("accept", "", 1204), count("reject", "r", 2)]);
        assert_eq!(flow.counts(), counts);
        let verdicts = "seq,message,verdict,rule,reason\n1,m,accept,,\n2,m,reject,r,false\n";
        assert_eq!(counts_of(verdicts).values().sum::<u64>(), 2);
    }
}
