// SPDX-License-Identifier: Apache-2.0

//! The modes of rules as words of [`Memory::Mode`]. They change while a program runs.

use super::memory::{Memory, Write};
use super::parts::mode;
use crate::modes::Modes;
use crate::program::{Entry, Program};
use crate::rule::Mode;
use crate::schema::RuleId;

/// The words with the modes of all rules, four for each transaction of the program.
pub fn mode_words(program: &Program, bank: u8, modes: &Modes) -> Vec<Write> {
    let kinds = 0..program.transactions.len();
    kinds
        .flat_map(|kind| (0..mode::WORDS).map(move |place| (kind, place)))
        .map(|(kind, place)| word(program, bank, modes, kind, place))
        .collect()
}

/// The word with the mode of a rule; none if the program has no such rule. Written alone, it
/// changes this rule for every message whose first beat is taken after it.
pub fn mode_word(program: &Program, bank: u8, modes: &Modes, rule: RuleId) -> Option<Write> {
    let kind = usize::from(program.rules.get(usize::from(rule.0))?.message.0);
    let place = program.transactions[kind].entries.iter().position(|e| *e == Entry::Rule(rule))?;
    Some(word(program, bank, modes, kind, place / mode::ENTRIES))
}

/// A word of the entries of a transaction.
fn word(program: &Program, bank: u8, modes: &Modes, kind: usize, place: usize) -> Write {
    let entries = program.transactions[kind].entries.iter().skip(place * mode::ENTRIES);
    let of_entry = |entry: &Entry| match entry {
        Entry::Rule(rule) | Entry::RuleCheck(rule, _) => modes.get(*rule).unwrap_or(Mode::Block),
        Entry::Check(_) => Mode::Block,
    };
    let (mut silent, mut warns) = (0, 0);
    for (bit, entry) in entries.take(mode::ENTRIES).enumerate() {
        match of_entry(entry) {
            Mode::Block => {}
            Mode::Warn => (silent, warns) = (silent | 1 << bit, warns | 1 << bit),
            Mode::Off => silent |= 1 << bit,
        }
    }
    let address = mode::address(bank, kind, place);
    Write { memory: Memory::Mode, address, data: mode::SILENT.put(silent) | mode::WARNS.put(warns) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dictionary::DictionaryDef;
    use crate::program::Transaction;
    use crate::rule::RuleDef;
    use crate::schema::MessageId;
    use crate::verdict::Reason;

    #[test]
    fn a_mode_is_two_bits_of_one_word() {
        let transaction = |entries| Transaction {
            instructions: Vec::new(),
            entries,
            effects: Vec::new(),
            scans: Vec::new(),
            verdict_cycles: 0,
            commit_cycles: 0,
        };
        let rule = |message| RuleDef::new("r", MessageId(message));
        let of_second = (1..36).map(|rule| Entry::Rule(RuleId(rule)));
        let program = Program {
            tables: Vec::new(),
            messages: Vec::new(),
            rules: [0].into_iter().chain([1; 35]).map(rule).collect(),
            strings: Vec::new(),
            dictionary: DictionaryDef::OF_HARDWARE,
            constants: Vec::new(),
            transactions: vec![
                transaction(vec![Entry::Rule(RuleId(0)), Entry::Check(Reason::Overflow)]),
                transaction(of_second.chain([Entry::Check(Reason::Overflow)]).collect()),
            ],
            zone: crate::calendar::Zone::UTC,
            jobs: Vec::new(),
        };
        let mut modes = Modes::new(&program);
        let words = mode_words(&program, 1, &modes);
        assert_eq!(words.len(), 8);
        assert!(words.iter().all(|word| word.data == 0 && word.memory == Memory::Mode));
        assert_eq!(words[5].address, 1 << 9 | 1 << 2 | 1);

        for (rule, mode, place, data) in [
            (0, Mode::Off, 0, 1),
            (2, Mode::Warn, 4, 0x0000_0002_0000_0002),
            (35, Mode::Warn, 5, 0x0000_0004_0000_0004),
            (35, Mode::Block, 5, 0),
        ] {
            modes.set(RuleId(rule), mode).expect("there is such a rule");
            let word = mode_word(&program, 1, &modes, RuleId(rule)).expect("there is such a rule");
            assert_eq!((word.address, word.data), (words[place].address, data));
            assert_eq!(mode_words(&program, 1, &modes)[place], word);
        }
        assert_eq!(mode_word(&program, 1, &modes, RuleId(36)), None);
    }
}
