// SPDX-License-Identifier: Apache-2.0

//! The order of messages in a rule file that follows another one at run time.

use super::include::Parsed;
use crate::ast::Item;

impl Parsed {
    /// Puts the declarations of messages in the order of these names, and all others after them. If
    /// the names are those of the program that runs, each of its messages keeps its number in the
    /// program of this file, so that a frame which is on its way means the same to both.
    pub fn order_messages(&mut self, names: &[&str]) {
        let name = |item: &Item| match item {
            Item::Message(message) => Some(message.name.text.clone()),
            _ => None,
        };
        let items = &mut self.file.items;
        let mut messages: Vec<Item> =
            items.iter().filter(|item| name(item).is_some()).cloned().collect();
        messages.sort_by_key(|item| {
            let name = name(item).unwrap_or_default();
            names.iter().position(|known| *known == name).unwrap_or(names.len())
        });
        let places = items.iter_mut().filter(|item| name(item).is_some());
        places.zip(messages).for_each(|(place, message)| *place = message);
    }
}

#[cfg(test)]
mod tests {
    use crate::source::parse_alone;

    #[test]
    fn messages_keep_their_numbers_and_new_ones_follow() {
        let text = "
            create message a (x int not null);
            rule r (a.x > 0);
            create message b (x int not null);
            create message c (x int not null);
        ";
        let mut parsed = parse_alone(text);
        parsed.order_messages(&["c", "left_out", "b"]);
        let (programs, reports) = crate::compile_sources(vec![parsed]);
        let program = programs.unwrap_or_else(|| panic!("{:?}", reports[0].diagnostics)).remove(0);
        let names: Vec<&str> = program.messages.iter().map(|m| m.name.as_str()).collect();
        assert_eq!(names, ["c", "b", "a"]);
        assert_eq!(program.rules[0].message.0, 2);
    }
}
