// SPDX-License-Identifier: Apache-2.0

//! Waves as SVG: one row per signal, one column per cycle. Numbers are hexadecimal. The picture has
//! a white background, so that it is readable on a page of any colour.

use super::{CYCLE_TIME, Signal, Waves};
use std::fmt::Write;
use std::ops::Range;

const ROW: u64 = 30;
const HIGH: u64 = 18;
const COLUMN: u64 = 56;
const TOP: u64 = 34;
const CHARACTER: u64 = 8;
/// The width of a change from one value of a bus to the next.
const SLOPE: u64 = 4;

/// Draws the waves of a range of cycles.
pub fn draw(waves: &Waves, cycles: Range<u64>) -> String {
    let names = waves.signals.iter().map(|signal| signal.name.len() as u64).max().unwrap_or(0);
    let left = names * CHARACTER + 20;
    let count = cycles.end.saturating_sub(cycles.start);
    let (width, height) = (left + count * COLUMN + 10, TOP + waves.signals.len() as u64 * ROW + 8);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         width=\"{width}\" height=\"{height}\" font-family=\"monospace\" font-size=\"12\">\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
    );
    for (column, cycle) in cycles.clone().enumerate() {
        let x = left + column as u64 * COLUMN;
        let middle = x + COLUMN / 2;
        _ = writeln!(
            svg,
            "<line x1=\"{x}\" y1=\"24\" x2=\"{x}\" y2=\"{height}\" stroke=\"#ddd\"/>"
        );
        _ = writeln!(
            svg,
            "<text x=\"{middle}\" y=\"17\" text-anchor=\"middle\" fill=\"#555\">{cycle}</text>"
        );
    }
    _ = writeln!(svg, "<text x=\"8\" y=\"17\" fill=\"#555\">cycle</text>");
    for (row, signal) in waves.signals.iter().enumerate() {
        let base = TOP + row as u64 * ROW + HIGH;
        let name = &signal.name;
        _ = writeln!(svg, "<text x=\"8\" y=\"{}\" fill=\"#000\">{name}</text>", base - 4);
        svg += &if signal.width == 1 {
            line(signal, &cycles, left, base)
        } else {
            bus(signal, &cycles, left, base)
        };
    }
    svg + "</svg>\n"
}

/// The times at which a signal changes within the cycles, with the first and the last time of the
/// range.
fn edges(signal: &Signal, cycles: &Range<u64>) -> Vec<u64> {
    let (start, end) = (cycles.start * CYCLE_TIME, cycles.end * CYCLE_TIME);
    let inside =
        signal.changes.iter().map(|(time, _)| *time).filter(|time| *time > start && *time < end);
    std::iter::once(start).chain(inside).chain([end]).collect()
}

fn place(time: u64, cycles: &Range<u64>, left: u64) -> u64 {
    left + (time - cycles.start * CYCLE_TIME) * COLUMN / CYCLE_TIME
}

/// Draws a signal of one bit.
fn line(signal: &Signal, cycles: &Range<u64>, left: u64, base: u64) -> String {
    let level = |time: u64| if signal.at(time) == "1" { base - HIGH } else { base };
    let mut points = String::new();
    for pair in edges(signal, cycles).windows(2) {
        let y = level(pair[0]);
        _ = write!(
            points,
            "{},{y} {},{y} ",
            place(pair[0], cycles, left),
            place(pair[1], cycles, left)
        );
    }
    let points = points.trim_end();
    format!(
        "<polyline points=\"{points}\" fill=\"none\" stroke=\"#0a58a8\" stroke-width=\"1.5\"/>\n"
    )
}

/// Draws a signal of several bits: one box per value, grey if it is zero.
fn bus(signal: &Signal, cycles: &Range<u64>, left: u64, base: u64) -> String {
    let mut boxes = String::new();
    for pair in edges(signal, cycles).windows(2) {
        let (x, end) = (place(pair[0], cycles, left), place(pair[1], cycles, left));
        let (top, middle) = (base - HIGH, base - HIGH / 2);
        let value = signal.at(pair[0]);
        let fill = if value == "0" { "#f2f2f2" } else { "#e3eefb" };
        let (from, to) = (x + SLOPE, end - SLOPE);
        _ = writeln!(
            boxes,
            "<polygon points=\"{x},{middle} {from},{top} {to},{top} {end},{middle} {to},{base} \
             {from},{base}\" fill=\"{fill}\" stroke=\"#0a58a8\"/>"
        );
        let text = shortened(&hexadecimal(value), (end - x).saturating_sub(2 * SLOPE) / CHARACTER);
        let centre = x.midpoint(end);
        _ = writeln!(
            boxes,
            "<text x=\"{centre}\" y=\"{}\" text-anchor=\"middle\">{text}</text>",
            base - 5
        );
    }
    boxes
}

/// Converts binary digits to hexadecimal digits.
fn hexadecimal(binary: &str) -> String {
    let digits = binary.as_bytes().rchunks(4).rev();
    digits
        .map(|four| {
            char::from_digit(four.iter().fold(0, |n, bit| n << 1 | u32::from(*bit == b'1')), 16)
                .unwrap_or('x')
        })
        .collect()
}

/// The number, or its lowest digits after an ellipsis if there is no room for all.
fn shortened(text: &str, room: u64) -> String {
    let room = room as usize;
    if text.len() <= room || room < 2 {
        return if text.len() <= room { text.to_owned() } else { String::new() };
    }
    format!("…{}", &text[text.len() + 1 - room..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_hexadecimal_and_fit() {
        assert_eq!(hexadecimal("0"), "0");
        assert_eq!(hexadecimal("1111010010"), "3d2");
        assert_eq!(shortened("123456", 6), "123456");
        assert_eq!(shortened("123456", 4), "…456");
        assert_eq!(shortened("12", 1), "");
    }

    #[test]
    fn a_line_is_high_where_the_signal_is() {
        let changes = vec![(0, "0".to_owned()), (4, "1".to_owned()), (8, "0".to_owned())];
        let signal = Signal { name: "valid".into(), width: 1, changes };
        let drawn = line(&signal, &(0..3), 100, 50);
        assert!(drawn.contains("100,50 156,50 156,32 212,32 212,50 268,50"), "{drawn}");
        assert!(draw(&Waves { signals: vec![signal] }, 0..3).ends_with("</svg>\n"));
    }
}
