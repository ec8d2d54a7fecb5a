// SPDX-License-Identifier: Apache-2.0

//! The stages of a message up to its verdict, as the core's `probe` shows them ([`hdl::probe`]).
//!
//! The four stages are those of the paper's Figure 9. In the hardware they overlap, so a stage ends
//! with its last event. A table that answers before the last field is parsed counts as input
//! conversion; a calculation before the last answer of a table counts as extraction. The four
//! stages always add up to the cycles of the verdict.

use hdl::probe::{DECIDED, FIELD, TABLE};

/// The cycles of each stage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stages {
    /// Until the last field can be read from its slot; a text field is its dictionary code there.
    pub input: u64,
    /// From there until the last result of a table that the verdict needs can be read.
    pub extraction: u64,
    /// From there until the message is decided.
    pub calculation: u64,
    /// From there until the beat of the verdict is presented.
    pub output: u64,
}

impl Stages {
    /// The names of the stages in reports, in order.
    pub const NAMES: [&str; 4] =
        ["input conversion", "extraction", "rule calculation", "output conversion"];

    /// The cycles of the stages in the order of [`Stages::NAMES`].
    pub fn cycles(&self) -> [u64; 4] {
        [self.input, self.extraction, self.calculation, self.output]
    }
}

/// Finds the end of each stage. Cycle 0 is the one in which the first beat is taken.
#[derive(Clone, Copy, Debug, Default)]
pub struct StageClock {
    field: u64,
    table: u64,
    decided: Option<u64>,
}

impl StageClock {
    /// Notes the value of the probe in a cycle.
    pub fn tick(&mut self, cycle: u64, probe: u64) {
        // Fetches after the decision belong to the commit.
        if self.decided.is_some() {
            return;
        }
        let shows = |bit: usize| probe >> bit & 1 == 1;
        // A value that is written at the end of a cycle can be read in the next one.
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

    /// The stages of a message whose verdict is presented in the cycle `verdict`.
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
        // Without a table the extraction takes no cycle; without events only the output does.
        let mut plain = StageClock::default();
        plain.tick(1, 0b001);
        plain.tick(7, 0b100);
        assert_eq!(plain.stages(8).cycles(), [2, 0, 5, 1]);
        assert_eq!(StageClock::default().stages(6).cycles(), [0, 0, 6, 0]);
    }
}
