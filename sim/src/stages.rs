// SPDX-License-Identifier: Apache-2.0

//! The stages of a message up to its verdict, by what the core's `probe` shows ([`hdl::probe`]).
//!
//! They are the source's four (its Figure 9). In the hardware they overlap, so that a stage ends
//! with its last event: what a table answers before the last field stands belongs to the input
//! conversion, and what is calculated before the last answer of a table to the extraction. So the
//! four always add up to the cycles of the verdict.

use hdl::probe::{DECIDED, FIELD, TABLE};

/// Cycles of each stage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stages {
    /// Until the last field can be read from its slot, as the code of its text if it is one.
    pub input: u64,
    /// From there until the last thing that a table has to say before the verdict can be read.
    pub extraction: u64,
    /// From there until the message is decided.
    pub calculation: u64,
    /// From there until the beat of the verdict stands.
    pub output: u64,
}

impl Stages {
    /// The stages by the names that people read, in their order.
    pub const NAMES: [&str; 4] =
        ["input conversion", "extraction", "rule calculation", "output conversion"];

    /// Their cycles in the order of [`Stages::NAMES`].
    pub fn cycles(&self) -> [u64; 4] {
        [self.input, self.extraction, self.calculation, self.output]
    }
}

/// Notes when a stage ends; cycles count from the one in which the first beat is taken.
#[derive(Clone, Copy, Debug, Default)]
pub struct StageClock {
    field: u64,
    table: u64,
    decided: Option<u64>,
}

impl StageClock {
    /// What the core shows in a cycle.
    pub fn tick(&mut self, cycle: u64, probe: u64) {
        // What is fetched behind the decision is for the commit.
        if self.decided.is_some() {
            return;
        }
        let shows = |bit: usize| probe >> bit & 1 == 1;
        // What is written at the end of a cycle can be read in the next.
        if shows(FIELD) {
            self.field = cycle + 1;
        }
        if shows(TABLE) {
            self.table = cycle + 1;
        }
        if shows(DECIDED) {
            self.decided = Some(cycle);
        }
    }

    /// The stages of a message whose verdict stands in that cycle.
    pub fn stages(&self, verdict: u64) -> Stages {
        let decided = self.decided.unwrap_or(verdict).min(verdict);
        let field = self.field.min(decided);
        let table = self.table.clamp(field, decided);
        Stages {
            input: field,
            extraction: table - field,
            calculation: decided - table,
            output: verdict - decided,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_ends_with_its_last_event_before_the_decision() {
        let mut clock = StageClock::default();
        for (cycle, bits) in
            [(1, 0b001), (4, 0b001), (9, 0b010), (16, 0b010), (23, 0b100), (30, 0b010)]
        {
            clock.tick(cycle, bits);
        }
        let stages = clock.stages(24);
        assert_eq!(stages.cycles(), [5, 12, 6, 1]);
        // Without a table there is nothing to extract; without anything the answer is all there is.
        let mut plain = StageClock::default();
        plain.tick(1, 0b001);
        plain.tick(7, 0b100);
        assert_eq!(plain.stages(8).cycles(), [2, 0, 5, 1]);
        assert_eq!(StageClock::default().stages(6).cycles(), [0, 0, 6, 0]);
    }
}
