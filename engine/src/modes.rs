// SPDX-License-Identifier: Apache-2.0

//! The modes of a program's rules, as an executor keeps them.

use crate::program::Program;
use crate::rule::{Mode, ModeError};
use crate::schema::RuleId;
use std::cmp::Ordering;

/// The modes of a program's rules.
///
/// A mode that differs from the declared severity is kept when another program takes over, if that
/// program has a rule of the same name. Every other rule of the new program has its own declared
/// severity.
#[derive(Clone, Debug)]
pub struct Modes {
    modes: Vec<Mode>,
    /// The rules by ascending name.
    by_name: Vec<RuleId>,
}

impl Modes {
    /// The declared modes of a program's rules.
    pub fn new(program: &Program) -> Modes {
        let rules = &program.rules;
        let mut by_name: Vec<RuleId> = (0..rules.len()).map(|rule| RuleId(rule as u16)).collect();
        by_name.sort_by_key(|rule| &rules[usize::from(rule.0)].name);
        Modes { modes: rules.iter().map(|rule| rule.severity.into()).collect(), by_name }
    }

    /// The mode of a rule.
    #[inline]
    pub fn get(&self, rule: RuleId) -> Option<Mode> {
        self.modes.get(usize::from(rule.0)).copied()
    }

    /// Changes the mode of a rule.
    ///
    /// # Errors
    /// [`ModeError::Rule`] if there is no such rule.
    pub fn set(&mut self, rule: RuleId, mode: Mode) -> Result<(), ModeError> {
        let place = self.modes.get_mut(usize::from(rule.0)).ok_or(ModeError::Rule(rule))?;
        *place = mode;
        Ok(())
    }

    /// Sets these modes, of the rules of `program`, for a takeover from `other_program`, whose
    /// rules have the modes `other`. It does not allocate.
    pub fn carry(&mut self, program: &Program, other: &Modes, other_program: &Program) {
        let mut changed = other.by_name.iter().map(|rule| usize::from(rule.0)).peekable();
        for rule in self.by_name.iter().map(|rule| usize::from(rule.0)) {
            let name = &program.rules[rule].name;
            let earlier = |other: &usize| other_program.rules[*other].name.cmp(name);
            while changed.next_if(|other| earlier(other) == Ordering::Less).is_some() {}
            let same = changed.next_if(|other| earlier(other) == Ordering::Equal);
            let kept = same.filter(|same| {
                other.modes[*same] != Mode::from(other_program.rules[*same].severity)
            });
            let declared = program.rules[rule].severity.into();
            self.modes[rule] = kept.map_or(declared, |kept| other.modes[kept]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Zone;
    use crate::dictionary::DictionaryDef;
    use crate::rule::{RuleDef, Severity};
    use crate::schema::MessageId;

    fn program(rules: &[(&str, Severity)]) -> Program {
        let rule = |(name, severity): &(&str, Severity)| RuleDef {
            severity: *severity,
            ..RuleDef::new(*name, MessageId(0))
        };
        Program {
            tables: Vec::new(),
            messages: Vec::new(),
            rules: rules.iter().map(rule).collect(),
            strings: Vec::new(),
            dictionary: DictionaryDef::OF_HARDWARE,
            constants: Vec::new(),
            transactions: Vec::new(),
            zone: Zone::UTC,
            jobs: Vec::new(),
        }
    }

    #[test]
    fn changed_modes_are_carried_by_name() {
        use Severity::{Block, Warn};
        let first = program(&[("b", Block), ("a", Warn), ("d", Block)]);
        let next = program(&[("c", Block), ("d", Block), ("a", Block), ("b", Warn)]);
        let mut modes = Modes::new(&first);
        assert_eq!(modes.set(RuleId(3), Mode::Off), Err(ModeError::Rule(RuleId(3))));
        modes.set(RuleId(2), Mode::Off).expect("there is a rule d");
        modes.set(RuleId(0), Mode::Warn).expect("there is a rule b");
        let mut carried = Modes::new(&next);
        carried.set(RuleId(0), Mode::Off).expect("there is a rule c");
        carried.carry(&next, &modes, &first);
        // c is new, d was changed, a was not, and b was changed to what it is declared as now.
        assert_eq!(carried.modes, [Mode::Block, Mode::Off, Mode::Block, Mode::Warn]);
        modes.carry(&first, &carried, &next);
        assert_eq!(modes.modes, [Mode::Block, Mode::Warn, Mode::Off]);
    }
}
