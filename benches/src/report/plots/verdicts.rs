// SPDX-License-Identifier: Apache-2.0

//! Rejected events by rule: horizontal bars in the given order.

use super::canvas::{Align, draw};
use super::palette::{GRID, MUTED, REJECTED, TEXT};
use crate::report::numbers::grouped;
use crate::report::summary::VerdictCounts;

const WIDTH: i32 = 960;
const LEFT: i32 = 250;
/// The end of the longest bar; its count follows.
const RIGHT: i32 = 800;
const ROW: i32 = 32;

/// The plot of these counts.
pub fn rejects_by_rule(counts: &VerdictCounts) -> String {
    let height = ROW * counts.rejected.len() as i32 + 2;
    let most = counts.rejected.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1);
    let total = counts.total().max(1);
    draw(WIDTH, height, |canvas| {
        for (i, (rule, count)) in counts.rejected.iter().enumerate() {
            let top = ROW * i as i32;
            let middle = top + ROW / 2;
            let length = (u128::from(*count) * (RIGHT - LEFT) as u128 / u128::from(most)) as i32;
            canvas.text(rule, (LEFT - 14, middle), Align::Right, TEXT)?;
            canvas.bar((LEFT, middle - 8), (LEFT + length.max(1), middle + 8), REJECTED, 0.85)?;
            let share = 100.0 * *count as f64 / total as f64;
            let text = grouped(*count);
            canvas.text(&text, (LEFT + length + 10, middle), Align::Left, TEXT)?;
            canvas.small(&format!("{share:.2} %"), (WIDTH - 6, middle), Align::Right, MUTED)?;
        }
        canvas.line(&[(LEFT, 0), (LEFT, height)], GRID, 1)
    })
}
