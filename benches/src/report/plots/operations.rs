// SPDX-License-Identifier: Apache-2.0

//! Latency by operation: one line for each operation from its least to its largest, with bars for
//! the quantiles.

use super::canvas::{Align, Canvas, Drawn, draw};
use super::palette::{GRID, MEASURED, MUTED, PAPER, TEXT};
use super::scale::LogScale;
use crate::report::numbers::nanoseconds_text;
use crate::report::summary::SummaryRow;

const WIDTH: i32 = 960;
const LEFT: i32 = 170;
/// The end of the scale; columns of numbers follow.
const RIGHT: i32 = 712;
const COLUMNS: [i32; 3] = [790, 872, 954];
const TOP: i32 = 30;
const ROW: i32 = 40;
const BOTTOM: i32 = 34;

/// The plot of these lines. The scale includes the paper's figures.
pub fn latency_by_operation(rows: &[SummaryRow]) -> String {
    let height = TOP + ROW * rows.len() as i32 + BOTTOM;
    let stated = || rows.iter().filter_map(|row| row.paper);
    let least = rows.iter().map(|row| row.min).chain(stated().map(|s| s.low_ns)).min();
    let most = rows.iter().map(|row| row.max).chain(stated().map(|s| s.high_ns)).max();
    let scale = LogScale::around(least.unwrap_or(1), most.unwrap_or(1), LEFT, RIGHT);
    draw(WIDTH, height, |canvas| {
        axis(canvas, &scale, height - BOTTOM)?;
        for (i, row) in rows.iter().enumerate() {
            operation(canvas, &scale, row, TOP + ROW * i as i32)?;
        }
        Ok(())
    })
}

fn axis(canvas: &Canvas<'_>, scale: &LogScale, bottom: i32) -> Drawn {
    for tick in scale.ticks(11) {
        let x = scale.at(tick);
        canvas.line(&[(x, TOP), (x, bottom)], GRID, 1)?;
        canvas.small(&nanoseconds_text(tick), (x, bottom + 16), Align::Center, MUTED)?;
    }
    for (x, head) in COLUMNS.into_iter().zip(["p50", "p99.9", "max"]) {
        canvas.small(head, (x, TOP - 14), Align::Right, MUTED)?;
    }
    Ok(())
}

fn operation(canvas: &Canvas<'_>, scale: &LogScale, row: &SummaryRow, top: i32) -> Drawn {
    let middle = top + ROW / 2;
    canvas.line(&[(0, top), (WIDTH, top)], GRID, 1)?;
    canvas.text(&row.operation, (0, middle), Align::Left, TEXT)?;
    if let Some(paper) = row.paper {
        // One pixel more on each side, so that a single figure is visible.
        let (low, high) = (scale.at(paper.low_ns) - 1, scale.at(paper.high_ns) + 1);
        canvas.bar((low, top + 6), (high, top + ROW - 6), PAPER, 0.35)?;
    }
    let (p50, p99, p99_9) = (scale.at(row.p50), scale.at(row.p99), scale.at(row.p99_9));
    let (min, max) = (scale.at(row.min), scale.at(row.max));
    canvas.line(&[(min, middle), (max, middle)], MEASURED, 1)?;
    canvas.line(&[(max, middle - 5), (max, middle + 5)], MEASURED, 1)?;
    canvas.line(&[(min, middle - 5), (min, middle + 5)], MEASURED, 1)?;
    canvas.bar((p50, middle - 6), (p99_9, middle + 6), MEASURED, 0.3)?;
    canvas.bar((p50, middle - 6), (p99, middle + 6), MEASURED, 0.6)?;
    canvas.dot((p50, middle), 6, MEASURED)?;
    for (x, value) in COLUMNS.into_iter().zip([row.p50, row.p99_9, row.max]) {
        canvas.text(&nanoseconds_text(value), (x, middle), Align::Right, TEXT)?;
    }
    Ok(())
}
