// SPDX-License-Identifier: Apache-2.0

//! The texts of diagnostics in the expected output of a test.

use super::line::Line;

/// The messages and helps, one block each. The excerpts of rule files between them are data.
pub fn blocks(text: &str) -> Vec<Vec<Line>> {
    let texts = text.lines().enumerate().filter_map(|(index, line)| {
        let message = ["error[", "warning[", "note["].iter().find_map(|severity| {
            line.strip_prefix(severity).and_then(|rest| rest.split_once("]: "))
        });
        let help = line.split_once("= help: ").filter(|(before, _)| before.trim().is_empty());
        let (_, text) = message.or(help)?;
        Some(vec![(index + 1, text.to_owned())])
    });
    texts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_and_helps_are_found() {
        let found = blocks(
            "error[code]: a message\n --> a.rules:1:1\n  |\n1 | = help: data\n  |\n  = help: b\n",
        );
        let expected = [vec![(1, "a message".to_owned())], vec![(6, "b".to_owned())]];
        assert_eq!(found, expected);
    }
}
