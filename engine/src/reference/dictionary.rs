// SPDX-License-Identifier: Apache-2.0

//! The dictionary: texts and their codes, in the order of their arrival.
//!
//! A new text of a message gets a provisional code, which becomes permanent if the message is
//! accepted. Until then the text is only in [`Arrivals`], so that a rejected message has no effect.

use crate::machine::STRINGS_MAX;
use std::collections::BTreeMap;

/// Every known text; its code is its index.
#[derive(Clone, Debug)]
pub(super) struct Dictionary {
    texts: Vec<String>,
    codes: BTreeMap<String, i64>,
}

/// The new texts of one message, each once, in the order of its fields.
#[derive(Debug, Default)]
pub(super) struct Arrivals(Vec<String>);

/// All texts that a message sees.
#[derive(Clone, Copy, Debug)]
pub(super) struct Texts<'d> {
    pub(super) known: &'d Dictionary,
    pub(super) new: &'d Arrivals,
}

impl<'d> Texts<'d> {
    /// The text with a code, permanent or provisional; empty for a number that is not a code.
    pub(super) fn text(self, code: i64) -> &'d str {
        let new = usize::try_from(code).ok().and_then(|c| c.checked_sub(self.known.texts.len()));
        new.and_then(|place| self.new.0.get(place)).map_or(self.known.text(code), String::as_str)
    }
}

impl Dictionary {
    pub(super) fn new(texts: &[String]) -> Dictionary {
        let mut dictionary = Dictionary { texts: Vec::new(), codes: BTreeMap::new() };
        dictionary.keep(Arrivals(texts.to_vec()));
        dictionary
    }

    /// The code of a text, which is provisional for a new text.
    pub(super) fn code_or_provisional(&self, text: &[u8], arrivals: &mut Arrivals) -> i64 {
        // The parser accepts only printable ASCII, so that nothing is replaced here.
        let text = String::from_utf8_lossy(text);
        if let Some(code) = self.codes.get(text.as_ref()) {
            return *code;
        }
        let place = arrivals.0.iter().position(|known| *known == text);
        let place = place.unwrap_or_else(|| {
            arrivals.0.push(text.into_owned());
            arrivals.0.len() - 1
        });
        (self.texts.len() + place) as i64
    }

    pub(super) fn has_room_for(&self, arrivals: &Arrivals) -> bool {
        self.texts.len() + arrivals.0.len() <= STRINGS_MAX as usize
    }

    /// Makes the new texts of an accepted message permanent.
    pub(super) fn keep(&mut self, arrivals: Arrivals) {
        for text in arrivals.0 {
            self.codes.insert(text.clone(), self.texts.len() as i64);
            self.texts.push(text);
        }
    }

    /// The text with a code; empty for a number that is not a code, which only a program from
    /// outside the compiler can write.
    pub(super) fn text(&self, code: i64) -> &str {
        usize::try_from(code).ok().and_then(|code| self.texts.get(code)).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_texts_get_their_codes_only_when_kept() {
        let mut dictionary = Dictionary::new(&["A".into(), "B".into()]);
        let mut arrivals = Arrivals::default();
        let mut code = |text: &str| dictionary.code_or_provisional(text.as_bytes(), &mut arrivals);
        assert_eq!([code("B"), code("X"), code("Y"), code("X")], [1, 2, 3, 2]);
        assert_eq!(dictionary.text(2), "");
        dictionary.keep(arrivals);
        assert_eq!(dictionary.text(3), "Y");
        assert_eq!(dictionary.text(-1), "");
    }
}
