// SPDX-License-Identifier: Apache-2.0

//! Figure 9: the stages of the check of a buy order by size of the log, beside the paper's figure.

use crate::figures::Figures;
use crate::figures::times::{Measured, Times};
use crate::report::numbers::nanoseconds_text;
use crate::report::paper::paper_figure;
use crate::report::plots::canvas::{Align, Canvas, Drawn, draw};
use crate::report::plots::palette::{GRID, MEASURED, MUTED, PAPER, STAGES, TEXT};
use crate::report::plots::scale::{LinearScale, LogScale};
use crate::report::plots::short;
use crate::workload::Operation;

const WIDTH: i32 = 960;
const HEIGHT: i32 = 310;
const TOP: i32 = 40;
const BOTTOM: i32 = 262;
/// The panel of the stages and the panel of the comparison.
const STAGES_PANEL: (i32, i32) = (62, 500);
const BOTH_PANEL: (i32, i32) = (600, 946);
/// Half the width of a bar.
const BAR: i32 = 26;

/// The plot. Software has no stages, so only the comparison is drawn.
pub fn stages_by_log_size(figures: &Figures) -> String {
    let points: Vec<(u64, &Measured)> =
        figures.of(Operation::BuyOrder).map(|point| (point.log_orders, &point.measured)).collect();
    let has_stages = points.iter().any(|(_, measured)| measured.stages.is_some());
    draw(WIDTH, HEIGHT, |canvas| {
        if has_stages {
            stacked(canvas, &points)?;
        }
        let panel = if has_stages { BOTH_PANEL } else { (STAGES_PANEL.0, BOTH_PANEL.1) };
        both(canvas, &points, panel)
    })
}

/// Bars of the four stages, one for each size of the log.
fn stacked(canvas: &Canvas<'_>, points: &[(u64, &Measured)]) -> Drawn {
    let (left, right) = STAGES_PANEL;
    let most = points.iter().map(|(_, measured)| measured.check().max()).max().unwrap_or(0);
    let up = LinearScale::up_to(most + most / 10, BOTTOM, TOP);
    canvas.text("Measured, by stage", (left, 14), Align::Left, TEXT)?;
    for tick in up.ticks() {
        let y = up.at(tick as f64);
        canvas.line(&[(left, y), (right, y)], GRID, 1)?;
        canvas.small(&format!("{tick} ns"), (left - 8, y), Align::Right, MUTED)?;
    }
    let room = (right - left) / points.len().max(1) as i32;
    for (i, (orders, measured)) in points.iter().enumerate() {
        let middle = left + room * i as i32 + room / 2;
        let half = BAR.min(room / 2 - 3).max(2);
        let mut below = 0.0;
        for (times, ink) in measured.stages.iter().flatten().zip(STAGES) {
            let above = below + times.mean();
            canvas.bar((middle - half, up.at(above)), (middle + half, up.at(below)), ink, 1.0)?;
            // A stage that has room for it shows its length.
            if up.at(below) - up.at(above) >= 15 && half >= 18 {
                let at = (middle + half + 6, up.at((above + below) / 2.0));
                canvas.small(&format!("{:.0}", times.mean()), at, Align::Left, MUTED)?;
            }
            below = above;
        }
        canvas.text(&format!("{below:.0} ns"), (middle, up.at(below) - 11), Align::Center, TEXT)?;
        canvas.small(&short(*orders), (middle, BOTTOM + 16), Align::Center, MUTED)?;
    }
    canvas.small("orders in the log", ((left + right) / 2, BOTTOM + 36), Align::Center, MUTED)
}

/// Measured and stated times on one logarithmic scale.
fn both(canvas: &Canvas<'_>, points: &[(u64, &Measured)], (left, right): (i32, i32)) -> Drawn {
    let Some((first, last)) = points.first().zip(points.last()) else { return Ok(()) };
    let Some(paper) = paper_figure(Operation::BuyOrder) else { return Ok(()) };
    let all = || points.iter().map(|(_, measured)| measured.check());
    let least = all().map(Times::min).min().unwrap_or(1).min(paper.low_ns);
    let most = all().map(|times| times.quantile(0.99)).max().unwrap_or(1).max(paper.high_ns);
    let across = LogScale::between(first.0, last.0, left + 12, right - 12);
    let up = LogScale::around(least, most, BOTTOM, TOP);
    canvas.text("Measured and the paper's, whole check", (left, 14), Align::Left, TEXT)?;
    for tick in up.ticks(7) {
        let y = up.at(tick);
        canvas.line(&[(left, y), (right, y)], GRID, 1)?;
        canvas.small(&nanoseconds_text(tick), (left - 8, y), Align::Right, MUTED)?;
    }
    for (orders, _) in points {
        let x = across.at(*orders);
        canvas.line(&[(x, BOTTOM), (x, BOTTOM + 4)], MUTED, 1)?;
        canvas.small(&short(*orders), (x, BOTTOM + 16), Align::Center, MUTED)?;
    }
    canvas.small("orders in the log", ((left + right) / 2, BOTTOM + 36), Align::Center, MUTED)?;
    // About 2,000 ns with 1,000 orders, less than 2,500 ns with 1,000,000.
    let (low, high) = (up.at(paper.low_ns), up.at(paper.high_ns));
    let (from, to) = (across.at(1_000), across.at(1_000_000));
    canvas.area(&[(from, low + 2), (from, low - 2), (to, high), (to, low + 2)], PAPER, 0.4)?;
    canvas.small(
        "paper: about 2,000 to under 2,500 ns",
        ((from + to) / 2, low + 14),
        Align::Center,
        PAPER,
    )?;
    let place = |time: fn(&Times) -> u64| -> Vec<(i32, i32)> {
        points
            .iter()
            .map(|(orders, measured)| (across.at(*orders), up.at(time(measured.check()))))
            .collect()
    };
    let (p50, p99) = (place(|times| times.quantile(0.5)), place(|times| times.quantile(0.99)));
    let around: Vec<_> = p50.iter().chain(p99.iter().rev()).copied().collect();
    canvas.area(&around, MEASURED, 0.16)?;
    canvas.line(&p50, MEASURED, 2)?;
    for (place, (_, measured)) in p50.iter().zip(points) {
        canvas.dot(*place, 4, MEASURED)?;
        let label = format!("{}", measured.check().quantile(0.5));
        canvas.small(&label, (place.0, place.1 - 13), Align::Center, MEASURED)?;
    }
    Ok(())
}
