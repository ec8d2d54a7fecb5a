// SPDX-License-Identifier: Apache-2.0

//! The string dictionary of a family.

/// The strings of a family of rule sets, in order of first use. The index of a string is its
/// dictionary code.
#[derive(Clone, Debug, Default)]
pub struct Strings {
    /// The strings.
    pub list: Vec<String>,
}

impl Strings {
    /// The code of a string, which is added if it is new.
    pub(super) fn code(&mut self, text: &str) -> i64 {
        let known = self.list.iter().position(|s| s == text);
        known.unwrap_or_else(|| {
            self.list.push(text.to_string());
            self.list.len() - 1
        }) as i64
    }
}
