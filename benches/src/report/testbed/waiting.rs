// SPDX-License-Identifier: Apache-2.0

//! Throughput against offered load: how long messages wait, and where the queue grows.

use crate::figures::Figures;
use crate::figures::load::{Arrivals, LINE_RATE, LoadPoint, Mix, sustained};
use crate::figures::table::millions;
use crate::report::numbers::nanoseconds_text;
use crate::report::plots::canvas::{Align, Canvas, Drawn, draw};
use crate::report::plots::palette::{GRID, Ink, MEASURED, MUTED, PAPER, SECOND, TEXT};
use crate::report::plots::scale::{LinearScale, LogScale};

const WIDTH: i32 = 960;
const HEIGHT: i32 = 400;
const LEFT: i32 = 70;
const RIGHT: i32 = 930;
const TOP: i32 = 66;
const BOTTOM: i32 = 346;
/// The colour of a mix.
fn ink(mix: Mix) -> Ink {
    match mix {
        Mix::Orders => MEASURED,
        Mix::All => SECOND,
    }
}

/// The plot of the waiting times.
pub fn waiting_by_load(figures: &Figures) -> String {
    let shown = || figures.load.iter().filter(|point| !point.grows && point.wait_mean_ns >= 1.0);
    let least = shown().map(|point| point.wait_mean_ns as u64).min().unwrap_or(1);
    let most = shown().map(|point| point.wait_mean_ns.ceil() as u64).max().unwrap_or(1);
    let up = LogScale::around(least, most, BOTTOM, TOP + 10);
    // The scale reaches to the line rate if that is not too far, in thousands of messages per
    // second.
    let sustained = Mix::ALL.map(|mix| sustained(&mix.times(&figures.services)));
    let fastest = sustained.into_iter().fold(0.0, f64::max);
    let largest = if LINE_RATE < 6.0 * fastest { LINE_RATE } else { 1.5 * fastest };
    let across = LinearScale::with_lines((largest / 1e3).ceil() as u64, 9, LEFT, RIGHT);
    draw(WIDTH, HEIGHT, |canvas| {
        axes(canvas, &across, &up)?;
        limits(canvas, &across, sustained, largest >= LINE_RATE)?;
        for mix in Mix::ALL {
            for arrivals in Arrivals::ALL {
                let of = |point: &&LoadPoint| point.mix == mix && point.arrivals == arrivals;
                let points: Vec<(i32, i32)> = shown()
                    .filter(of)
                    .map(|point| {
                        (
                            across.at(point.offered_per_second / 1e3),
                            up.at(point.wait_mean_ns as u64),
                        )
                    })
                    .collect();
                match arrivals {
                    Arrivals::Poisson => canvas.line(&points, ink(mix), 2)?,
                    Arrivals::Bursts => canvas.dashes(&points, ink(mix), 2)?,
                }
                points.iter().try_for_each(|place| canvas.dot(*place, 3, ink(mix)))?;
            }
        }
        Ok(())
    })
}

fn axes(canvas: &Canvas<'_>, across: &LinearScale, up: &LogScale) -> Drawn {
    canvas.text("Mean waiting time", (0, 14), Align::Left, TEXT)?;
    for tick in up.ticks(10) {
        let y = up.at(tick);
        canvas.line(&[(LEFT, y), (RIGHT, y)], GRID, 1)?;
        canvas.small(&nanoseconds_text(tick), (LEFT - 8, y), Align::Right, MUTED)?;
    }
    for thousands in across.ticks() {
        let x = across.at(thousands as f64);
        canvas.line(&[(x, BOTTOM), (x, BOTTOM + 4)], MUTED, 1)?;
        canvas.small(
            &(thousands as f64 / 1e3).to_string(),
            (x, BOTTOM + 16),
            Align::Center,
            MUTED,
        )?;
    }
    canvas.small(
        "offered load, millions of messages a second",
        ((LEFT + RIGHT) / 2, BOTTOM + 38),
        Align::Center,
        MUTED,
    )
}

/// The load at which the queue of each mix starts to grow, and the line rate if it is on the scale.
/// Labels are stacked, so that close lines do not hide them.
fn limits(
    canvas: &Canvas<'_>,
    across: &LinearScale,
    sustained: [f64; 2],
    is_line_shown: bool,
) -> Drawn {
    let mixes = Mix::ALL.into_iter().zip(sustained).map(|(mix, most)| {
        let label = format!("{} M/s, {}", millions(most), mix.name());
        (most, ink(mix), label)
    });
    let line = (LINE_RATE, PAPER, format!("{} M/s, 10 GbE line rate", millions(LINE_RATE)));
    for ((rate, ink, label), y) in mixes.chain(is_line_shown.then_some(line)).zip([28, 44, 44]) {
        if rate <= 0.0 {
            continue;
        }
        let x = across.at(rate / 1e3);
        canvas.dashes(&[(x, y), (x, BOTTOM)], ink, 1)?;
        let (align, x) =
            if x > 2 * RIGHT / 3 { (Align::Right, x - 6) } else { (Align::Left, x + 6) };
        canvas.small(&label, (x, y), align, ink)?;
    }
    Ok(())
}
