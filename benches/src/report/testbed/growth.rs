// SPDX-License-Identifier: Apache-2.0

//! Figures 11 and 12: what more rules and deeper conditions cost.

use crate::figures::SizePoint;
use crate::figures::times::Times;
use crate::report::numbers::grouped;
use crate::report::plots::canvas::{Align, Canvas, Drawn, draw};
use crate::report::plots::palette::{GRID, MEASURED, MUTED, PAPER, SECOND, TEXT};
use crate::report::plots::scale::LinearScale;

const WIDTH: i32 = 960;
const HEIGHT: i32 = 290;
const TOP: i32 = 40;
const BOTTOM: i32 = 240;
const TIME_PANEL: (i32, i32) = (62, 440);
const MORE_PANEL: (i32, i32) = (540, 894);

/// The paper's statement: the first size, the last size, and how many nanoseconds more the last one
/// takes.
pub type Stated = (u64, (u64, u64));

/// The plot of these points, whose sizes count `what`.
pub fn growth(points: &[SizePoint], what: &str, stated: Stated) -> String {
    draw(WIDTH, HEIGHT, |canvas| {
        times(canvas, points, what)?;
        more(canvas, points, what, stated)
    })
}

/// A panel with its scales, its title and the positions of the points, which are equally far apart.
struct Panel {
    left: i32,
    right: i32,
    up: LinearScale,
    places: usize,
}

impl Panel {
    fn new(
        canvas: &Canvas<'_>,
        title: &str,
        (left, right): (i32, i32),
        most: u64,
        places: usize,
    ) -> PanelResult {
        let panel = Panel { left, right, up: LinearScale::up_to(most, BOTTOM, TOP), places };
        canvas.text(title, (left, 14), Align::Left, TEXT)?;
        for tick in panel.up.ticks() {
            let y = panel.up.at(tick as f64);
            canvas.line(&[(left, y), (right, y)], GRID, 1)?;
            canvas.small(&format!("{} ns", grouped(tick)), (left - 8, y), Align::Right, MUTED)?;
        }
        Ok(panel)
    }

    fn x(&self, place: usize) -> i32 {
        let room = self.right - self.left - 40;
        self.left + 20 + room * place as i32 / (self.places.saturating_sub(1)).max(1) as i32
    }

    fn sizes(&self, canvas: &Canvas<'_>, sizes: &[u64], what: &str) -> Drawn {
        for (place, size) in sizes.iter().enumerate() {
            let x = self.x(place);
            canvas.line(&[(x, BOTTOM), (x, BOTTOM + 4)], MUTED, 1)?;
            canvas.small(&grouped(*size), (x, BOTTOM + 16), Align::Center, MUTED)?;
        }
        canvas.small(what, ((self.left + self.right) / 2, BOTTOM + 36), Align::Center, MUTED)
    }
}

type PanelResult = Result<Panel, plotters::drawing::DrawingAreaErrorKind<std::io::Error>>;

/// The times: to the verdict, and to the end of the commit.
fn times(canvas: &Canvas<'_>, points: &[SizePoint], what: &str) -> Drawn {
    let most = points.iter().map(|point| point.measured.commit.quantile(0.99)).max().unwrap_or(0);
    let panel =
        Panel::new(canvas, "Measured, an order", TIME_PANEL, most + most / 6, points.len())?;
    let sizes: Vec<u64> = points.iter().map(|point| point.size).collect();
    panel.sizes(canvas, &sizes, what)?;
    let line = |of: &dyn Fn(&SizePoint) -> u64| -> Vec<(i32, i32)> {
        points
            .iter()
            .enumerate()
            .map(|(i, point)| (panel.x(i), panel.up.at(of(point) as f64)))
            .collect()
    };
    let commit = line(&|point| point.measured.commit.quantile(0.5));
    let verdict = line(&|point| point.measured.check().quantile(0.5));
    let tells = points.iter().any(|point| point.measured.verdict.is_some());
    let label = |times: fn(&SizePoint) -> &Times| {
        points.last().map_or(0, |point| times(point).quantile(0.5))
    };
    canvas.line(&commit, SECOND, 2)?;
    commit.iter().try_for_each(|place| canvas.dot(*place, 3, SECOND))?;
    if let Some(end) = commit.last() {
        let text = grouped(label(|point| &point.measured.commit));
        canvas.small(&text, (end.0 + 10, end.1 - 8), Align::Left, SECOND)?;
    }
    if tells {
        canvas.line(&verdict, MEASURED, 2)?;
        verdict.iter().try_for_each(|place| canvas.dot(*place, 3, MEASURED))?;
        if let Some(end) = verdict.last() {
            let text = grouped(label(|point| point.measured.check()));
            canvas.small(&text, (end.0 + 10, end.1 + 8), Align::Left, MEASURED)?;
        }
    }
    Ok(())
}

/// The difference to the first size.
fn more(
    canvas: &Canvas<'_>,
    points: &[SizePoint],
    what: &str,
    (from, (to, paper)): Stated,
) -> Drawn {
    let Some(first) = points.first() else { return Ok(()) };
    let check = |point: &SizePoint| point.measured.check().quantile(0.5);
    let base = check(first);
    let grown: Vec<u64> = points.iter().map(|point| check(point).saturating_sub(base)).collect();
    let most = grown.iter().copied().max().unwrap_or(0).max(paper + paper / 8);
    let title = format!("More than with {}, beside the paper's", first.size);
    let panel = Panel::new(canvas, &title, MORE_PANEL, most, points.len())?;
    let sizes: Vec<u64> = points.iter().map(|point| point.size).collect();
    panel.sizes(canvas, &sizes, what)?;
    // The paper states both ends. The line between them is drawn if both sizes were measured.
    let place = |size: u64| sizes.iter().position(|s| *s == size).map(|place| panel.x(place));
    if let Some((begin, end)) = place(from).zip(place(to)) {
        let (low, high) = (panel.up.at(0.0), panel.up.at(paper as f64));
        canvas.dashes(&[(begin, low), (end, high)], PAPER, 2)?;
        canvas.dot((end, high), 4, PAPER)?;
        canvas.small(&format!("about {paper}"), (end + 12, high), Align::Left, PAPER)?;
    }
    let line: Vec<(i32, i32)> =
        grown.iter().enumerate().map(|(i, more)| (panel.x(i), panel.up.at(*more as f64))).collect();
    canvas.line(&line, MEASURED, 2)?;
    for (place, more) in line.iter().zip(&grown) {
        canvas.dot(*place, 4, MEASURED)?;
        canvas.small(&grouped(*more), (place.0, place.1 - 12), Align::Center, MEASURED)?;
    }
    Ok(())
}
