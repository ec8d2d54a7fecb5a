// SPDX-License-Identifier: Apache-2.0

//! The dictionary: texts and their codes, see [`crate::dictionary`].
//!
//! A new text of a message gets a provisional code, which becomes permanent if the message keeps
//! it. Until then the text is only in [`Arrivals`], so that a rejected message has no effect.

use crate::dictionary::DictionaryDef;
use std::collections::{BTreeMap, BTreeSet};

/// Every known text and its code.
#[derive(Clone, Debug)]
pub(super) struct Dictionary {
    definition: DictionaryDef,
    /// The number of strings of the program, which have the first codes.
    strings: i64,
    texts: BTreeMap<i64, String>,
    codes: BTreeMap<String, i64>,
    /// The codes that were freed and are not in use again.
    free: BTreeSet<i64>,
    /// The first code that no text ever had.
    unused: i64,
}

/// The new texts of one message by their provisional codes.
#[derive(Debug, Default)]
pub(super) struct Arrivals(BTreeMap<i64, String>);

/// All texts that a message sees.
#[derive(Clone, Copy, Debug)]
pub(super) struct Texts<'d> {
    pub(super) known: &'d Dictionary,
    pub(super) new: &'d Arrivals,
}

impl<'d> Texts<'d> {
    /// The text with a code, permanent or provisional; empty for a number that is not a code.
    pub(super) fn text(self, code: i64) -> &'d str {
        self.new.0.get(&code).map_or(self.known.text(code), String::as_str)
    }

    /// Whether there is room for the new texts among those that a message stores, which have these
    /// codes.
    pub(super) fn have_room_for(self, stored: &BTreeSet<i64>) -> bool {
        self.known.has_room_for(stored.iter().filter(|code| self.new.0.contains_key(code)).count())
    }

    /// Whether there is room for all new texts. It was checked before if codes are not reused.
    pub(super) fn have_room(self) -> bool {
        !self.known.definition.reuses_codes || self.known.has_room_for(self.new.0.len())
    }
}

impl Dictionary {
    pub(super) fn new(definition: DictionaryDef, strings: &[String]) -> Dictionary {
        let numbered = || (0..).zip(strings);
        Dictionary {
            definition,
            strings: strings.len() as i64,
            texts: numbered().map(|(code, text)| (code, text.clone())).collect(),
            codes: numbered().map(|(code, text)| (text.clone(), code)).collect(),
            free: BTreeSet::new(),
            unused: strings.len() as i64,
        }
    }

    /// The code of a text, which is provisional for a new text: the lowest code that is free.
    pub(super) fn code_or_provisional(&self, text: &[u8], arrivals: &mut Arrivals) -> i64 {
        // The parser accepts only printable ASCII, so that nothing is replaced here.
        let text = String::from_utf8_lossy(text);
        let arrived = arrivals.0.iter().find(|(_, known)| **known == text).map(|(code, _)| *code);
        if let Some(code) = self.codes.get(text.as_ref()).copied().or(arrived) {
            return code;
        }
        let mut free = self.free.iter().copied().chain(self.unused..);
        let lowest = free.find(|code| !arrivals.0.contains_key(code));
        let code = lowest.expect("there is no last code");
        arrivals.0.insert(code, text.into_owned());
        code
    }

    /// Whether a message with these new texts is refused before its rules. It is where every new
    /// text takes a code.
    pub(super) fn refuses(&self, arrivals: &Arrivals) -> bool {
        !self.definition.reuses_codes && !self.has_room_for(arrivals.0.len())
    }

    fn has_room_for(&self, new: usize) -> bool {
        self.texts.len() + new <= self.definition.texts_max as usize
    }

    /// Ends a message that changed the tables. `holds` says whether a row holds a code; `dropped`
    /// are the codes that a row does not hold any more.
    pub(super) fn keep(
        &mut self,
        arrivals: Arrivals,
        dropped: &BTreeSet<i64>,
        holds: impl Fn(i64) -> bool,
    ) {
        let reuses = self.definition.reuses_codes;
        for (code, text) in arrivals.0 {
            if !reuses || holds(code) {
                self.free.extend(self.unused..code);
                self.unused = self.unused.max(code + 1);
                self.free.remove(&code);
                self.codes.insert(text.clone(), code);
                self.texts.insert(code, text);
            }
        }
        for code in dropped.iter().filter(|code| reuses && **code >= self.strings) {
            if !holds(*code)
                && let Some(text) = self.texts.remove(code)
            {
                self.codes.remove(&text);
                self.free.insert(*code);
            }
        }
    }

    /// The text with a code; empty for a number that is not a code, which only a program from
    /// outside the compiler can write.
    pub(super) fn text(&self, code: i64) -> &str {
        self.texts.get(&code).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dictionary(reuses_codes: bool) -> Dictionary {
        let definition = DictionaryDef { texts_max: 4, reuses_codes };
        Dictionary::new(definition, &["A".into(), "B".into()])
    }

    fn codes<const N: usize>(
        dictionary: &Dictionary,
        arrivals: &mut Arrivals,
        texts: [&str; N],
    ) -> [i64; N] {
        texts.map(|text| dictionary.code_or_provisional(text.as_bytes(), arrivals))
    }

    #[test]
    fn new_texts_get_their_codes_only_when_kept() {
        let mut dictionary = dictionary(false);
        let mut arrivals = Arrivals::default();
        assert_eq!(codes(&dictionary, &mut arrivals, ["B", "X", "Y", "X"]), [1, 2, 3, 2]);
        assert_eq!(dictionary.text(2), "");
        dictionary.keep(arrivals, &BTreeSet::new(), |_| false);
        assert_eq!(dictionary.text(3), "Y");
        assert_eq!(dictionary.text(-1), "");
        let mut arrivals = Arrivals::default();
        assert_eq!(codes(&dictionary, &mut arrivals, ["Z"]), [4]);
        assert!(dictionary.refuses(&arrivals));
    }

    #[test]
    fn a_text_has_a_code_while_a_row_holds_it() {
        let mut dictionary = dictionary(true);
        let mut arrivals = Arrivals::default();
        assert_eq!(codes(&dictionary, &mut arrivals, ["X", "Y", "Z"]), [2, 3, 4]);
        assert!(!dictionary.refuses(&arrivals));
        let texts = Texts { known: &dictionary, new: &arrivals };
        assert!(texts.have_room_for(&[0, 3, 4].into()));
        assert!(!texts.have_room_for(&[2, 3, 4].into()));
        dictionary.keep(arrivals, &BTreeSet::new(), |code| code == 4);
        assert_eq!([2, 3, 4].map(|code| dictionary.text(code)), ["", "", "Z"]);
        // Codes 2 and 3 are free, and a string of the program keeps its code.
        let mut arrivals = Arrivals::default();
        assert_eq!(codes(&dictionary, &mut arrivals, ["V", "Z", "W", "U"]), [2, 4, 3, 5]);
        dictionary.keep(arrivals, &[0, 4].into(), |code| code == 2);
        assert_eq!([0, 2, 4].map(|code| dictionary.text(code)), ["A", "V", ""]);
    }
}
