// SPDX-License-Identifier: Apache-2.0

//! Latency against the size of the log: one small panel for each operation, all with the same
//! scales.

use super::canvas::{Align, Canvas, Drawn, draw};
use super::palette::{GRID, MEASURED, MUTED, PAPER, TEXT};
use super::scale::LogScale;
use crate::report::numbers::{grouped, nanoseconds_text};
use crate::report::summary::SummaryRow;

const WIDTH: i32 = 960;
const PANELS_PER_LINE: usize = 4;
/// The width of the numbers of the vertical scale.
const LEFT: i32 = 58;
const GAP: i32 = 22;
const TITLE: i32 = 30;
const PANEL_HEIGHT: i32 = 150;
const LINE_HEIGHT: i32 = TITLE + PANEL_HEIGHT + 40;

/// The plot of these lines, which have every operation at every size.
pub fn latency_against_log_size(rows: &[SummaryRow]) -> String {
    let mut operations: Vec<&str> = Vec::new();
    for row in rows {
        if !operations.contains(&row.operation.as_str()) {
            operations.push(&row.operation);
        }
    }
    let lines = operations.len().div_ceil(PANELS_PER_LINE) as i32;
    let stated = || rows.iter().filter_map(|row| row.paper);
    let least = rows.iter().map(|row| row.p50).chain(stated().map(|s| s.low_ns)).min().unwrap_or(1);
    let most =
        rows.iter().map(|row| row.p99_9).chain(stated().map(|s| s.high_ns)).max().unwrap_or(1);
    let width = (WIDTH - LEFT - GAP * (PANELS_PER_LINE as i32 - 1) - 14) / PANELS_PER_LINE as i32;
    draw(WIDTH, LINE_HEIGHT * lines - 14, |canvas| {
        for (i, operation) in operations.iter().enumerate() {
            let column = (i % PANELS_PER_LINE) as i32;
            let panel = Panel {
                left: LEFT + column * (width + GAP),
                right: LEFT + column * (width + GAP) + width,
                top: TITLE + (i / PANELS_PER_LINE) as i32 * LINE_HEIGHT,
                least,
                most,
                is_first: column == 0,
            };
            let mut points: Vec<&SummaryRow> =
                rows.iter().filter(|row| row.operation == **operation).collect();
            points.sort_by_key(|row| row.log_orders);
            panel.draw(canvas, operation, &points)?;
        }
        Ok(())
    })
}

struct Panel {
    left: i32,
    right: i32,
    top: i32,
    least: u64,
    most: u64,
    is_first: bool,
}

impl Panel {
    fn draw(&self, canvas: &Canvas<'_>, title: &str, points: &[&SummaryRow]) -> Drawn {
        let bottom = self.top + PANEL_HEIGHT;
        let sizes = || points.iter().map(|row| row.log_orders);
        let (smallest, largest) = (sizes().min().unwrap_or(1), sizes().max().unwrap_or(1));
        // The points keep a distance from the frame.
        let across = LogScale::between(smallest, largest, self.left + 8, self.right - 8);
        let up = LogScale::around(self.least, self.most, bottom, self.top);
        canvas.text(title, (self.left, self.top - 16), Align::Left, TEXT)?;
        for tick in up.ticks(6) {
            let y = up.at(tick);
            canvas.line(&[(self.left, y), (self.right, y)], GRID, 1)?;
            if self.is_first {
                canvas.small(&nanoseconds_text(tick), (self.left - 8, y), Align::Right, MUTED)?;
            }
        }
        for (i, size) in sizes().enumerate() {
            let align = match i {
                _ if size == smallest => Align::Left,
                _ if size == largest => Align::Right,
                _ => Align::Center,
            };
            let x = across.at(size);
            let edge = match align {
                Align::Left => self.left,
                Align::Center => x,
                Align::Right => self.right,
            };
            canvas.line(&[(x, bottom), (x, bottom + 4)], MUTED, 1)?;
            // Between them there is room for one more number.
            if align != Align::Center {
                canvas.small(&short(size), (edge, bottom + 15), align, MUTED)?;
            }
        }
        if let Some(paper) = points.iter().find_map(|row| row.paper) {
            let (low, high) = (up.at(paper.low_ns) + 1, up.at(paper.high_ns) - 1);
            canvas.bar((self.left, high), (self.right, low), PAPER, 0.35)?;
        }
        let line = |value: fn(&SummaryRow) -> u64| -> Vec<(i32, i32)> {
            points.iter().map(|row| (across.at(row.log_orders), up.at(value(row)))).collect()
        };
        let (p50, p99_9) = (line(|row| row.p50), line(|row| row.p99_9));
        let around: Vec<_> = p50.iter().chain(p99_9.iter().rev()).copied().collect();
        canvas.area(&around, MEASURED, 0.16)?;
        canvas.line(&p99_9, MEASURED, 1)?;
        canvas.line(&p50, MEASURED, 2)?;
        p50.iter().try_for_each(|place| canvas.dot(*place, 3, MEASURED))
    }
}

/// A size without its zeros: `1 k`, `10 k`, `1 M`.
pub fn short(size: u64) -> String {
    match size {
        _ if size >= 1_000_000 && size.is_multiple_of(100_000) => {
            format!("{} M", size as f64 / 1e6)
        }
        _ if size >= 1_000 && size.is_multiple_of(100) => format!("{} k", size as f64 / 1e3),
        _ => grouped(size),
    }
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn sizes_are_short() {
        let all =
            [(999, "999"), (1_000, "1 k"), (2_500, "2.5 k"), (1_000_000, "1 M"), (1_234, "1,234")];
        for (size, expected) in all {
            assert_eq!(short(size), expected);
        }
    }
}
