// SPDX-License-Identifier: Apache-2.0

//! The colours of the plots, for a light page and for a dark one.
//!
//! A plot is drawn in the light colours. On a dark page the style sheet selects them by their
//! attributes and replaces them, so that one drawing serves both.

use plotters::style::RGBColor;
use std::fmt::Write as _;

/// A colour of the plots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ink {
    /// The variable of the style sheet.
    pub name: &'static str,
    /// The colour on a light page.
    pub light: RGBColor,
    /// The colour on a dark page.
    pub dark: RGBColor,
}

const fn ink(name: &'static str, light: (u8, u8, u8), dark: (u8, u8, u8)) -> Ink {
    Ink { name, light: RGBColor(light.0, light.1, light.2), dark: RGBColor(dark.0, dark.1, dark.2) }
}

/// Text.
pub const TEXT: Ink = ink("text", (27, 36, 48), (230, 235, 242));
/// Text of captions and scales.
pub const MUTED: Ink = ink("muted", (98, 110, 126), (150, 162, 178));
/// Grid lines.
pub const GRID: Ink = ink("grid", (226, 231, 238), (45, 55, 69));
/// Measured values.
pub const MEASURED: Ink = ink("measured", (31, 84, 196), (108, 160, 255));
/// The paper's figures.
pub const PAPER: Ink = ink("paper", (201, 132, 22), (240, 180, 84));
/// Rejected events.
pub const REJECTED: Ink = ink("rejected", (190, 52, 85), (255, 122, 144));

/// The four stages of a message.
pub const STAGES: [Ink; 4] = [
    ink("stage-input", (126, 143, 168), (140, 156, 180)),
    ink("stage-extraction", (44, 92, 190), (100, 150, 240)),
    ink("stage-calculation", (27, 138, 143), (70, 190, 190)),
    ink("stage-output", (150, 128, 190), (180, 158, 220)),
];
/// A second series of measured values.
pub const SECOND: Ink = ink("second", (22, 130, 136), (72, 192, 196));

const ALL: [Ink; 11] = [
    TEXT, MUTED, GRID, MEASURED, PAPER, REJECTED, STAGES[0], STAGES[1], STAGES[2], STAGES[3],
    SECOND,
];

fn hex(color: RGBColor) -> String {
    format!("#{:02X}{:02X}{:02X}", color.0, color.1, color.2)
}

/// The variables of the style sheet for all colours, for a light page or a dark one.
pub fn variables(is_dark: bool) -> String {
    let mut css = String::new();
    for ink in ALL {
        let color = if is_dark { ink.dark } else { ink.light };
        // Writing to a string cannot fail.
        let _ = write!(css, "--{}:{};", ink.name, hex(color));
    }
    css
}

/// The rules that replace every light colour by its variable.
pub fn rules() -> String {
    let mut css = String::new();
    for ink in ALL {
        let hex = hex(ink.light);
        for property in ["fill", "stroke"] {
            let _ = write!(css, ".plot [{property}=\"{hex}\"]{{{property}:var(--{})}}", ink.name);
        }
    }
    css
}
