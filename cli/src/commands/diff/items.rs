// SPDX-License-Identifier: Apache-2.0

//! The items in which two rule files differ.

use rulec::ast::{File, Item};
use rulec::lex::{Symbol, TokenKind, lex};
use rulec::print::print;
use rulec::reads::Reads;
use rulec::resolve::{Paths, resolve};
use similar::{ChangeTag, TextDiff};
use std::collections::BTreeSet;

/// An item that differs.
pub struct Change {
    /// What it is, in the words of the language.
    pub kind: &'static str,
    pub name: String,
    pub how: How,
    /// The lines that differ, each with `-` if only the old file has it, and with `+` otherwise.
    pub lines: Vec<(char, String)>,
    /// The rules that a parameter or function is for.
    pub used_by: Vec<String>,
}

/// How an item differs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum How {
    Added,
    Removed,
    Changed,
    Moved,
}

impl How {
    pub fn text(self) -> &'static str {
        match self {
            How::Added => "added",
            How::Removed => "removed",
            How::Changed => "changed",
            How::Moved => "moved: a verdict names the first rule that fails",
        }
    }
}

/// An item in its canonical form.
#[derive(PartialEq, Eq)]
struct Entry {
    kind: &'static str,
    name: String,
    text: String,
}

/// The items that differ, those of the old file first.
pub fn changes(old: &File, new: &File) -> Vec<Change> {
    let (before, after) = (entries(old), entries(new));
    let same = |entry: &Entry, other: &Entry| entry.kind == other.kind && entry.name == other.name;
    let mut found = Vec::new();
    for entry in &before {
        let other = after.iter().find(|other| same(entry, other));
        let how = if other.is_some() { How::Changed } else { How::Removed };
        let text = other.map_or("", |other| other.text.as_str());
        if text != entry.text {
            found.push(change(entry, how, [&entry.text, text], [old, new]));
        }
    }
    for entry in after.iter().filter(|entry| !before.iter().any(|other| same(entry, other))) {
        found.push(change(entry, How::Added, ["", &entry.text], [old, new]));
    }
    found.extend(moved(&before, &after));
    found
}

fn change(entry: &Entry, how: How, texts: [&str; 2], files: [&File; 2]) -> Change {
    let diff = TextDiff::from_lines(texts[0], texts[1]);
    let lines = diff.iter_all_changes().filter_map(|line| {
        let sign = match line.tag() {
            ChangeTag::Delete => '-',
            ChangeTag::Insert => '+',
            ChangeTag::Equal => return None,
        };
        Some((sign, line.value().trim_end().to_owned()))
    });
    let (lines, used_by) = (lines.collect(), used_by(entry, files));
    Change { kind: entry.kind, name: entry.name.clone(), how, lines, used_by }
}

/// The first rule of each message that has another place among the rules of both files.
fn moved(before: &[Entry], after: &[Entry]) -> Option<Change> {
    let names = |of: &[Entry], other: &[Entry]| -> Vec<String> {
        let rules = of.iter().filter(|entry| entry.kind == "rule");
        let is_other = |name: &String| other.iter().any(|o| o.kind == "rule" && o.name == *name);
        rules.map(|entry| entry.name.clone()).filter(is_other).collect()
    };
    let (old, new) = (names(before, after), names(after, before));
    let (_, name) = old.iter().zip(new).find(|(old, new)| *old != new)?;
    Some(Change { kind: "rule", name, how: How::Moved, lines: Vec::new(), used_by: Vec::new() })
}

/// The items of a file. The `on` blocks of a message are one entry, since they run in their order.
fn entries(file: &File) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for item in &file.items {
        let (kind, name) = match item {
            Item::Table(table) => ("table", table.name.text.as_str()),
            Item::Message(message) => ("message", message.name.text.as_str()),
            Item::Parameter(parameter) => ("parameter", parameter.name.text.as_str()),
            Item::Function(function) => ("function", function.name.text.as_str()),
            Item::Rule(rule) => ("rule", rule.name.text.as_str()),
            Item::On(on) => ("on", on.message.text.as_str()),
            Item::OnReject(on) => ("on reject of", on.message.text.as_str()),
            Item::Job(job) => ("job", job.name.text.as_str()),
            Item::TimeZone(_) => ("set", "time zone"),
            Item::Test(test) => ("test", test.name.text.as_str()),
            // The items of the file that it names are here.
            Item::Include(_) => continue,
        };
        let text = print(&File { items: vec![item.clone()], ..File::default() });
        match entries.iter_mut().find(|entry| entry.kind == kind && entry.name == name) {
            Some(entry) => entry.text += &text,
            None => entries.push(Entry { kind, name: name.to_owned(), text }),
        }
    }
    entries
}

/// The rules of both files that use a parameter or a function.
fn used_by(entry: &Entry, files: [&File; 2]) -> Vec<String> {
    let used = files.into_iter().flat_map(|file| match entry.kind {
        "parameter" => readers(file, &entry.name),
        "function" => callers(file, &entry.name),
        _ => BTreeSet::new(),
    });
    used.collect::<BTreeSet<String>>().into_iter().collect()
}

/// The rules that read a parameter, also in functions that they call.
fn readers(file: &File, parameter: &str) -> BTreeSet<String> {
    let Some(rules) = resolve(file, Paths::default()).0 else { return BTreeSet::new() };
    let reads = |rule: &&rulec::hir::Rule| {
        Reads::of(&rules, rule).columns.iter().any(|(table, columns)| {
            let table = &rules.tables[usize::from(table.0)];
            let is_read =
                |name| columns.iter().any(|c| table.columns[usize::from(c.0)].name == name);
            table.name == "parameter" && is_read(parameter)
        })
    };
    rules.rules.iter().filter(reads).map(|rule| rule.name.clone()).collect()
}

/// The rules that call a function, also in functions that they call.
fn callers(file: &File, function: &str) -> BTreeSet<String> {
    let entries = entries(file);
    let mut called = vec![function.to_owned()];
    let mut callers = BTreeSet::new();
    while let Some(function) = called.pop() {
        for entry in entries.iter().filter(|entry| calls(&entry.text, &function)) {
            match entry.kind {
                "rule" => _ = callers.insert(entry.name.clone()),
                "function" if entry.name != function => called.push(entry.name.clone()),
                _ => {}
            }
        }
    }
    callers
}

/// Whether a text calls a function.
fn calls(text: &str, function: &str) -> bool {
    let (tokens, _) = lex(text);
    tokens.windows(2).any(|pair| {
        let is_name = text[pair[0].span.range()].eq_ignore_ascii_case(function);
        is_name && pair[1].kind == TokenKind::Symbol(Symbol::Open)
    })
}
