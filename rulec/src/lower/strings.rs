// SPDX-License-Identifier: Apache-2.0

//! The string dictionary of a family.

use std::collections::BTreeMap;

/// The strings of a family of rule sets, in order of first use. The index of a string is its
/// dictionary code.
#[derive(Clone, Debug, Default)]
pub struct Strings {
    /// The strings.
    pub list: Vec<String>,
    codes: BTreeMap<String, i64>,
}

impl Strings {
    /// The code of a string, which is added if it is new.
    pub(super) fn code(&mut self, text: &str) -> i64 {
        if let Some(known) = self.codes.get(text) {
            return *known;
        }
        let code = self.list.len() as i64;
        self.list.push(text.to_owned());
        self.codes.insert(text.to_owned(), code);
        code
    }
}
