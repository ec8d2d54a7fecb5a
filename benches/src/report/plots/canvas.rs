// SPDX-License-Identifier: Apache-2.0

//! A drawing area in pixels that becomes SVG text.

use super::palette::Ink;
use plotters::coord::Shift;
use plotters::drawing::DrawingAreaErrorKind;
use plotters::prelude::{
    Circle, DrawingArea, IntoDrawingArea, IntoFont, PathElement, Polygon, Rectangle, SVGBackend,
    Text,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, ShapeStyle, TextStyle};

/// The result of a drawing. Drawing into a string does not fail, but the library's functions return
/// a result.
pub type Drawn = Result<(), DrawingAreaErrorKind<std::io::Error>>;

/// A position: pixels from the left and from the top.
pub type Place = (i32, i32);

/// The size of ordinary text in pixels. The library draws a font this factor smaller than
/// requested.
const TEXT_PIXELS: f64 = 13.0;
const LIBRARY_FONT_FACTOR: f64 = 1.24;

/// The alignment of text to its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// To the right of it.
    Left,
    /// Centred on it.
    Center,
    /// To the left of it.
    Right,
}

/// The drawing area.
pub struct Canvas<'a> {
    area: DrawingArea<SVGBackend<'a>, Shift>,
}

/// Draws an SVG of a given size. If drawing fails, which is a defect, the SVG shows the error
/// instead.
pub fn draw(width: i32, height: i32, with: impl FnOnce(&Canvas<'_>) -> Drawn) -> String {
    let mut svg = String::new();
    let drawn = {
        let backend = SVGBackend::with_string(&mut svg, (width as u32, height as u32));
        let canvas = Canvas { area: backend.into_drawing_area() };
        with(&canvas).and_then(|()| canvas.area.present())
    };
    match drawn {
        Ok(()) => svg,
        Err(error) => format!(
            "<!-- this plot could not be drawn: {} -->",
            error.to_string().replace("--", "")
        ),
    }
}

impl Canvas<'_> {
    /// Draws a line through positions.
    pub fn line(&self, places: &[Place], ink: Ink, width: u32) -> Drawn {
        let style = ShapeStyle::from(&ink.light).stroke_width(width);
        self.area.draw(&PathElement::new(places.to_vec(), style))
    }

    /// Draws a dashed line through positions.
    pub fn dashes(&self, places: &[Place], ink: Ink, width: u32) -> Drawn {
        const DASH: f64 = 6.0;
        for pair in places.windows(2) {
            let (from, to) = (pair[0], pair[1]);
            let (across, down) = (f64::from(to.0 - from.0), f64::from(to.1 - from.1));
            let dashes = (across.hypot(down) / DASH).ceil().max(1.0);
            let at = |dash: f64| {
                let share = (dash / dashes).min(1.0);
                (from.0 + (across * share).round() as i32, from.1 + (down * share).round() as i32)
            };
            for dash in (0..dashes as u32).step_by(2).map(f64::from) {
                self.line(&[at(dash), at(dash + 1.0)], ink, width)?;
            }
        }
        Ok(())
    }

    /// Draws a filled rectangle.
    pub fn bar(&self, corner: Place, opposite: Place, ink: Ink, opacity: f64) -> Drawn {
        let style = ink.light.mix(opacity).filled();
        self.area.draw(&Rectangle::new([corner, opposite], style))
    }

    /// Draws a filled area.
    pub fn area(&self, places: &[Place], ink: Ink, opacity: f64) -> Drawn {
        self.area.draw(&Polygon::new(places.to_vec(), ink.light.mix(opacity)))
    }

    /// Draws a filled circle.
    pub fn dot(&self, at: Place, radius: i32, ink: Ink) -> Drawn {
        self.area.draw(&Circle::new(at, radius, ink.light.filled()))
    }

    /// Draws text that is vertically centred on its position.
    pub fn text(&self, text: &str, at: Place, align: Align, ink: Ink) -> Drawn {
        self.sized_text(text, at, align, ink, TEXT_PIXELS)
    }

    /// Draws smaller text.
    pub fn small(&self, text: &str, at: Place, align: Align, ink: Ink) -> Drawn {
        self.sized_text(text, at, align, ink, TEXT_PIXELS - 1.5)
    }

    fn sized_text(&self, text: &str, at: Place, align: Align, ink: Ink, pixels: f64) -> Drawn {
        let horizontal = match align {
            Align::Left => HPos::Left,
            Align::Center => HPos::Center,
            Align::Right => HPos::Right,
        };
        let font = ("sans-serif", pixels * LIBRARY_FONT_FACTOR).into_font();
        let style = TextStyle::from(font).color(&ink.light).pos(Pos::new(horizontal, VPos::Center));
        self.area.draw(&Text::new(text.to_owned(), at, style))
    }
}
