// SPDX-License-Identifier: Apache-2.0

//! The places of names in lists. A file can have any number of names, so that no list of them is
//! searched from its start.

use std::collections::BTreeMap;

/// The place of each name of a list, in the order in which the names were added.
#[derive(Default)]
pub(super) struct NameIndex {
    places: BTreeMap<String, usize>,
    count: usize,
}

impl NameIndex {
    /// The names of a list. Of two equal names, the place is that of the first.
    pub fn of<'n>(list: impl IntoIterator<Item = &'n str>) -> NameIndex {
        let mut names = NameIndex::default();
        list.into_iter().for_each(|name| names.add(name));
        names
    }

    /// Adds the next name.
    pub fn add(&mut self, name: &str) {
        self.places.entry(name.to_owned()).or_insert(self.count);
        self.count += 1;
    }

    /// The place of a name.
    pub fn place(&self, name: &str) -> Option<usize> {
        self.places.get(name).copied()
    }
}
