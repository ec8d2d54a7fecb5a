// SPDX-License-Identifier: Apache-2.0

//! Figure 10: the times of every operation, and the difference between its most and its least.

use crate::figures::Jitter;
use crate::report::numbers::nanoseconds_text;
use crate::report::paper::SPREAD_MAX_NS;
use crate::report::plots::canvas::{Align, Canvas, Drawn, draw};
use crate::report::plots::palette::{GRID, MEASURED, MUTED, PAPER, TEXT};
use crate::report::plots::scale::LogScale;

const WIDTH: i32 = 960;
const LEFT: i32 = 178;
/// The end of the scale of times; columns of numbers follow.
const RIGHT: i32 = 560;
const COLUMNS: [(i32, &str); 2] = [(640, "least"), (716, "most")];
/// The scale of the differences, and the column of their numbers.
const APART: (i32, i32) = (756, 876);
const NUMBER: i32 = 954;
const TOP: i32 = 44;
const ROW: i32 = 34;
const BOTTOM: i32 = 40;

/// The plot of these operations.
pub fn spread_by_operation(rows: &[Jitter<'_>]) -> String {
    let height = TOP + ROW * rows.len() as i32 + BOTTOM;
    let stated = || rows.iter().filter_map(|row| row.paper);
    let least = rows.iter().map(|row| row.times.min()).chain(stated().map(|s| s.low_ns)).min();
    let most = rows.iter().map(|row| row.times.max()).chain(stated().map(|s| s.high_ns)).max();
    let scale = LogScale::around(least.unwrap_or(1), most.unwrap_or(1), LEFT, RIGHT);
    let apart = rows.iter().map(|row| row.times.max() - row.times.min()).max().unwrap_or(0);
    // The scale starts at one nanosecond; a difference of zero is at its left end.
    let apart = LogScale::between(1, apart.max(2 * SPREAD_MAX_NS), APART.0, APART.1);
    draw(WIDTH, height, |canvas| {
        axes(canvas, &scale, &apart, height - BOTTOM)?;
        let lines = rows.iter().zip((TOP..).step_by(ROW as usize));
        lines.into_iter().try_for_each(|(row, top)| operation(canvas, &scale, &apart, row, top))
    })
}

fn axes(canvas: &Canvas<'_>, scale: &LogScale, apart: &LogScale, bottom: i32) -> Drawn {
    canvas.small("time of the operation", (LEFT, 10), Align::Left, MUTED)?;
    canvas.small("most less least", (APART.0, 10), Align::Left, MUTED)?;
    for tick in scale.ticks(9) {
        let x = scale.at(tick);
        canvas.line(&[(x, TOP), (x, bottom)], GRID, 1)?;
        canvas.small(&nanoseconds_text(tick), (x, bottom + 16), Align::Center, MUTED)?;
    }
    for (x, head) in COLUMNS {
        canvas.small(head, (x, TOP - 14), Align::Right, MUTED)?;
    }
    canvas.small("apart", (NUMBER, TOP - 14), Align::Right, MUTED)?;
    // The paper's figures are to the left of this limit.
    let limit = apart.at(SPREAD_MAX_NS);
    canvas.bar((APART.0, TOP), (limit, bottom), PAPER, 0.22)?;
    canvas.line(&[(limit, TOP), (limit, bottom)], PAPER, 2)?;
    canvas.line(&[(APART.0, TOP), (APART.0, bottom)], MUTED, 1)?;
    canvas.small(&format!("{SPREAD_MAX_NS} ns"), (limit, bottom + 16), Align::Center, PAPER)
}

fn operation(
    canvas: &Canvas<'_>,
    scale: &LogScale,
    apart: &LogScale,
    row: &Jitter<'_>,
    top: i32,
) -> Drawn {
    let middle = top + ROW / 2;
    canvas.line(&[(0, top), (WIDTH, top)], GRID, 1)?;
    canvas.text(&row.name, (0, middle), Align::Left, TEXT)?;
    if let Some(paper) = row.paper {
        canvas.bar(
            (scale.at(paper.low_ns), top + 6),
            (scale.at(paper.high_ns), top + ROW - 6),
            PAPER,
            0.4,
        )?;
    }
    let times = row.times;
    let (min, p99, max) =
        (scale.at(times.min()), scale.at(times.quantile(0.99)), scale.at(times.max()));
    canvas.line(&[(min, middle), (max, middle)], MEASURED, 1)?;
    canvas.bar((min, middle - 4), (p99, middle + 4), MEASURED, 0.4)?;
    canvas.dot((scale.at(times.quantile(0.5)), middle), 5, MEASURED)?;
    let difference = times.max() - times.min();
    let numbers = [times.min(), times.max(), difference].map(nanoseconds_text);
    for (x, text) in COLUMNS.map(|(x, _)| x).into_iter().chain([NUMBER]).zip(numbers) {
        canvas.text(&text, (x, middle), Align::Right, TEXT)?;
    }
    let end = if difference == 0 { APART.0 } else { apart.at(difference) };
    canvas.bar((APART.0, middle - 4), (end, middle + 4), MEASURED, 0.4)?;
    canvas.dot((end, middle), 5, MEASURED)
}
