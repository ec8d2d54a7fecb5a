// SPDX-License-Identifier: Apache-2.0

//! Shrinks a failing case: fewer frames, fewer items and statements, simpler expressions.
//!
//! Each smaller case that fails is kept, even if it fails differently. Expressions are cut as text:
//! a group in parentheses becomes a literal or one of the groups within it. A text that does not
//! compile counts as no failure.

use crate::harness::{Failure, Stop};
use crate::tally::Tally;
use crate::{Files, run_kind};
use testkit::generate::{Frame, Item, RuleFile};

/// A case that fails.
#[derive(Clone)]
pub struct Case {
    pub file: RuleFile,
    pub frames: Vec<Frame>,
    pub failure: Failure,
}

/// The largest number of smaller cases that are tried.
const TRIES_MAX: usize = 6000;

struct Shrinker {
    files: Files,
    case: Case,
    tries: usize,
}

/// Returns the smallest case found that still fails.
pub fn shrink(files: Files, file: RuleFile, frames: Vec<Frame>, failure: Failure) -> Case {
    let mut shrinker = Shrinker { files, case: Case { file, frames, failure }, tries: 0 };
    let file = shrinker.case.file.clone();
    let frames = shrinker.case.frames.clone();
    shrinker.keeps(file, frames);
    loop {
        let before = shrinker.size();
        shrinker.drop_frames();
        shrinker.drop_items();
        shrinker.drop_statements();
        shrinker.cut_expressions();
        if shrinker.size() == before || shrinker.tries >= TRIES_MAX {
            return shrinker.case;
        }
    }
}

impl Shrinker {
    fn size(&self) -> (usize, usize) {
        (self.case.file.text().len(), self.case.frames.len())
    }

    /// Keeps the smaller case if it fails. Returns whether it does.
    fn keeps(&mut self, file: RuleFile, frames: Vec<Frame>) -> bool {
        if self.tries >= TRIES_MAX {
            return false;
        }
        self.tries += 1;
        match run_kind(self.files, &file, &frames, 1, &mut Tally::default()) {
            Err(Stop::Failure(failure)) => {
                let mut frames = frames;
                frames.truncate(failure.at + 1);
                self.case = Case { file, frames, failure };
                true
            }
            Ok(()) | Err(Stop::Refused(..)) => false,
        }
    }

    fn drop_frames(&mut self) {
        let mut len = self.case.frames.len() / 2;
        while len > 0 {
            let mut at = 0;
            while at < self.case.frames.len() {
                let mut frames = self.case.frames.clone();
                frames.drain(at..(at + len).min(frames.len()));
                if !self.keeps(self.case.file.clone(), frames) {
                    at += len;
                }
            }
            len /= 2;
        }
    }

    fn drop_items(&mut self) {
        let mut at = 0;
        while at < self.case.file.items.len() {
            let mut file = self.case.file.clone();
            file.items.remove(at);
            if !self.keeps(file, self.case.frames.clone()) {
                at += 1;
            }
        }
    }

    fn drop_statements(&mut self) {
        for item in 0..self.case.file.items.len() {
            let mut at = 0;
            loop {
                let mut file = self.case.file.clone();
                let Item::Block { statements, .. } = &mut file.items[item] else { break };
                if statements.len() < 2 || at >= statements.len() {
                    break;
                }
                statements.remove(at);
                if !self.keeps(file, self.case.frames.clone()) {
                    at += 1;
                }
            }
        }
    }

    fn cut_expressions(&mut self) {
        for item in 0..self.case.file.items.len() {
            let parts = match &self.case.file.items[item] {
                Item::Rule(_) => 1,
                Item::Block { statements, .. } => 1 + statements.len(),
            };
            for part in 0..parts {
                while self.cut_one(item, part) {}
            }
        }
    }

    fn cut_one(&mut self, item: usize, part: usize) -> bool {
        let text = part_of(&mut self.case.file.clone(), item, part).clone();
        for shorter in cuts(&text) {
            let mut file = self.case.file.clone();
            *part_of(&mut file, item, part) = shorter;
            if self.keeps(file, self.case.frames.clone()) {
                return true;
            }
        }
        false
    }
}

fn part_of(file: &mut RuleFile, item: usize, part: usize) -> &mut String {
    match &mut file.items[item] {
        Item::Rule(text) => text,
        Item::Block { head, statements } => match part {
            0 => head,
            _ => &mut statements[part - 1],
        },
    }
}

/// Returns shorter texts, the shortest first.
fn cuts(text: &str) -> Vec<String> {
    let groups = groups(text);
    let mut found = Vec::new();
    for (start, end) in &groups {
        let replace = |with: &str| format!("{}{with}{}", &text[..*start], &text[*end..]);
        let within =
            groups.iter().filter(|(s, e)| s > start && e < end).map(|(s, e)| &text[*s..*e]);
        found.extend(["1", "true", "null"].into_iter().chain(within).map(replace));
        // A conjunct or disjunct is removed together with its operator.
        let after = &text[*end..];
        for op in [" and ", " or ", " where "] {
            if let Some(start_of_op) = text[..*start].strip_suffix(op) {
                found.push(format!("{start_of_op}{after}"));
            }
            if let Some(rest) = after.strip_prefix(op) {
                found.push(format!("{}{rest}", &text[..*start]));
            }
        }
    }
    found.retain(|shorter| shorter.len() < text.len());
    found.sort_by_key(String::len);
    found.dedup();
    found
}

/// Returns start and end of every group in parentheses. The strings of generated texts contain no
/// parentheses.
fn groups(text: &str) -> Vec<(usize, usize)> {
    let mut open = Vec::new();
    let mut found = Vec::new();
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => open.push(at),
            b')' => found.extend(open.pop().map(|start| (start, at + 1))),
            _ => {}
        }
    }
    found
}
