// SPDX-License-Identifier: Apache-2.0

//! Comments of languages whose syntax is simple enough to look for markers.

use super::line::Line;
use crate::tree::SourceFile;

/// What begins comments of a language.
struct Syntax {
    /// Begins a comment up to the end of its line.
    line: &'static str,
    /// Begin and end comments of several lines.
    block: &'static [&'static str],
}

/// The comments of a file, one block for lines that follow each other.
pub fn blocks(file: &SourceFile) -> Vec<Vec<Line>> {
    let syntax = match file.extension() {
        "sv" => Syntax { line: "//", block: &["/*", "*/"] },
        "css" => Syntax { line: "", block: &["/*", "*/"] },
        "sql" | "rules" => Syntax { line: "--", block: &[] },
        "py" => Syntax { line: "#", block: &["\"\"\"", "\"\"\""] },
        "sh" | "toml" => Syntax { line: "#", block: &[] },
        _ if file.text.starts_with("#!") => Syntax { line: "#", block: &[] },
        _ => return Vec::new(),
    };
    let mut found = vec![Vec::new()];
    let mut is_inside = false;
    for (index, line) in file.text.lines().enumerate() {
        let comment = comment(line, &syntax, &mut is_inside);
        match (comment, found.last_mut()) {
            (Some(text), Some(block)) => block.push((index + 1, text.to_string())),
            (None, Some(block)) if !block.is_empty() => found.push(Vec::new()),
            _ => {}
        }
    }
    found
}

/// The comment in a line.
fn comment<'a>(line: &'a str, syntax: &Syntax, is_inside: &mut bool) -> Option<&'a str> {
    if let [begin, end] = syntax.block {
        if *is_inside {
            let (text, closes) =
                line.split_once(end).map_or((line, false), |(text, _)| (text, true));
            *is_inside = !closes;
            return Some(text);
        }
        if let Some((_, rest)) = line.split_once(begin) {
            let (text, closes) =
                rest.split_once(end).map_or((rest, false), |(text, _)| (text, true));
            *is_inside = !closes;
            return Some(text);
        }
    }
    if syntax.line.is_empty() {
        return None;
    }
    let at = |(start, _): &(usize, &str)| {
        let before = &line[..*start];
        let is_quoted =
            before.matches('"').count() % 2 == 1 || before.matches('\'').count() % 2 == 1;
        !is_quoted && before.chars().next_back().is_none_or(char::is_whitespace)
    };
    let (start, marker) = line.match_indices(syntax.line).find(at)?;
    Some(line[start + marker.len()..].trim_start_matches(['/', '!']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(path: &str, text: &str) -> Vec<String> {
        let file = SourceFile { path: path.into(), text: text.into() };
        blocks(&file).into_iter().flatten().map(|(_, text)| text.trim().to_string()).collect()
    }

    #[test]
    fn comments_of_each_language_are_found() {
        assert_eq!(
            texts("a.sv", "wire a; // one\n/* two\nthree */ wire b;"),
            ["one", "two", "three"]
        );
        assert_eq!(texts("a.sql", "select 1 -- one\n"), ["one"]);
        assert_eq!(texts("a.py", "x = '#' # one\n\"\"\"two\"\"\"\n"), ["one", "two"]);
        assert_eq!(texts("a.sh", "echo ${#x} \"# no\" # one\n"), ["one"]);
        assert_eq!(texts("a.css", "a { } /* one */\n"), ["one"]);
    }
}
