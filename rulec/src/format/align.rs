// SPDX-License-Identifier: Apache-2.0

//! The alignment of the columns of tables and messages, and of the comments after them.

use super::shape::{At, ColumnLine, Shape};
use super::trivia::Trivia;

/// The spaces between the parts of a column, at least.
pub(super) const SPACES: usize = 2;

/// The spaces before the type and the marks of each column that has a line.
pub(super) fn pads(shape: &Shape, trivia: &Trivia) -> Vec<Option<usize>> {
    let mut pads = vec![None; shape.tokens.len()];
    for lines in shape.columns.values() {
        let has_comments = |line: &&ColumnLine| {
            (line.name + 1..=line.marks).any(|at| {
                let is_part = at < line.marks || !shape.hugs(at);
                is_part && !trivia.gaps[at].comments.is_empty()
            })
        };
        let plain: Vec<&ColumnLine> = lines.iter().filter(|line| !has_comments(line)).collect();
        let name = |line: &&ColumnLine| shape.width(line.name);
        let ty = |line: &&ColumnLine| width(shape, line.ty, line.marks);
        let names = plain.iter().map(name).max().unwrap_or(0);
        let types = plain.iter().map(ty).max().unwrap_or(0);
        for line in &plain {
            pads[line.ty] = Some(names - name(line) + SPACES);
            if !shape.hugs(line.marks) {
                pads[line.marks] = Some(types - ty(line) + SPACES);
            }
        }
    }
    pads
}

/// The width of tokens on one line.
fn width(shape: &Shape, from: At, to: At) -> usize {
    let spaces = |at: At| if at == from { 0 } else { shape.spaces(at) };
    (from..to).map(|at| spaces(at) + shape.width(at)).sum()
}
