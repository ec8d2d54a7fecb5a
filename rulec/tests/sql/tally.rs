// SPDX-License-Identifier: Apache-2.0

//! Counts of a run, so that it can show what it tested.

use crate::compare::Answer;
use std::collections::BTreeMap;
use std::fmt;
use testkit::sql::{Construct, Constructs};

/// Groups of constructs, each of which must be in a tenth of the cases.
const GROUPS: &[(&str, &[Construct])] = &[
    ("joins", &[Construct::Join, Construct::UpdateFrom, Construct::DeleteUsing]),
    ("upserts", &[Construct::Upsert]),
    ("functions", &[Construct::Function]),
    ("several statements", &[Construct::Statements]),
    ("scans", &[Construct::Scan]),
    ("windows", &[Construct::Window]),
];

/// Counts.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Cases compared with PostgreSQL.
    pub cases: u64,
    /// Cases compared with SQLite too.
    pub sqlite: u64,
    /// Cases that end in NULL.
    pub nulls: u64,
    /// Cases that end in an error.
    pub errors: u64,
    /// Cases by construct.
    pub constructs: BTreeMap<&'static str, u64>,
    /// Cases by group of constructs.
    pub groups: BTreeMap<&'static str, u64>,
    /// Cases that differ as listed, by the name of the difference.
    pub listed: BTreeMap<&'static str, u64>,
    /// Messages that the compiler refused, by the code of its error.
    pub refused: BTreeMap<String, u64>,
    /// Messages made.
    pub messages: u64,
    /// Events left out because an earlier one of their batch changed other rows, as listed.
    pub cut: u64,
}

impl Tally {
    /// Counts a case by its constructs and the answer of the rule language.
    pub fn add(&mut self, used: Constructs, answer: &Answer) {
        self.cases += 1;
        self.nulls += u64::from(answer.is_null());
        self.errors += u64::from(answer.is_error());
        for construct in Construct::ALL.iter().filter(|construct| used.has(**construct)) {
            *self.constructs.entry(construct.name()).or_default() += 1;
        }
        for (name, group) in GROUPS {
            *self.groups.entry(name).or_default() += u64::from(used.has_any(group));
        }
    }

    /// Adds the counts of another run.
    pub fn merge(&mut self, other: Tally) {
        let sums = [
            (&mut self.cases, other.cases),
            (&mut self.sqlite, other.sqlite),
            (&mut self.nulls, other.nulls),
            (&mut self.errors, other.errors),
            (&mut self.messages, other.messages),
            (&mut self.cut, other.cut),
        ];
        sums.into_iter().for_each(|(sum, count)| *sum += count);
        let maps = [
            (&mut self.constructs, other.constructs),
            (&mut self.groups, other.groups),
            (&mut self.listed, other.listed),
        ];
        for (map, counts) in maps {
            counts.into_iter().for_each(|(name, count)| *map.entry(name).or_default() += count);
        }
        for (code, count) in other.refused {
            *self.refused.entry(code).or_default() += count;
        }
    }

    /// Asserts that a long run tested what it should.
    ///
    /// # Panics
    /// If it did not.
    pub fn assert_full(&self) {
        let tenth = self.cases / 10;
        assert!(self.nulls >= tenth, "a tenth of the cases ends in NULL:\n{self}");
        assert!(self.errors >= tenth, "a tenth of the cases ends in an error:\n{self}");
        for (name, group) in GROUPS {
            let is_served = group.iter().all(|construct| construct.is_served());
            let count = self.groups.get(name).copied().unwrap_or(0);
            assert!(!is_served || count >= tenth, "a tenth of the cases has {name}:\n{self}");
        }
        for construct in Construct::ALL.iter().filter(|construct| construct.is_served()) {
            let is_type = *construct == Construct::WideIntegers;
            let count = self.constructs.get(construct.name()).copied().unwrap_or(0);
            assert!(is_type || count > 0, "no case has {construct:?}:\n{self}");
        }
        assert!(self.sqlite >= tenth, "a tenth of the cases runs on SQLite:\n{self}");
        let listed: u64 = self.listed.values().sum();
        assert!(listed * 50 <= self.cases, "at most 2% of the cases differ as listed:\n{self}");
        let refused: u64 = self.refused.values().sum();
        assert!(refused * 20 <= self.messages, "the compiler refuses at most 5%:\n{self}");
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = |count: u64| 100.0 * count as f64 / self.cases.max(1) as f64;
        let mut line =
            |name: &str, count: u64| writeln!(f, "{name:24} {count:>9}  {:5.1}%", share(count));
        line("cases", self.cases)?;
        line("also on SQLite", self.sqlite)?;
        line("end in NULL", self.nulls)?;
        line("end in an error", self.errors)?;
        for (name, count) in &self.groups {
            line(name, *count)?;
        }
        for (name, count) in &self.listed {
            line(&format!("differ: {name}"), *count)?;
        }
        line("left out after that", self.cut)?;
        for (name, count) in &self.constructs {
            line(&format!("  {name}"), *count)?;
        }
        writeln!(f, "{} messages made; refused: {:?}", self.messages, self.refused)
    }
}
