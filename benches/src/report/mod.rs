// SPDX-License-Identifier: Apache-2.0

//! The report of a run: the measurements as a table for the terminal and as a self-contained page.
//!
//! The page loads nothing: plots are inline SVG, the style is inline, and the colours follow the
//! light or dark scheme of the reader.

mod html;
mod numbers;
pub mod page;
mod paper;
mod plots;
mod summary;
mod testbed;
mod text;

pub use numbers::{grouped, nanoseconds_text};
pub use paper::{NESTING_MORE, PaperFigure, RULES_MORE, SPREAD_MAX_NS, UPDATE, paper_figure};
pub use summary::{Measurement, Report, SummaryRow, VerdictCounts};
pub use testbed::page as testbed_page;

use files::output::{OutputError, OutputFile};
use std::path::Path;

impl Report {
    /// The table for the terminal.
    pub fn text(&self) -> String {
        text::table(&self.rows_at_largest_log())
    }

    /// The page.
    pub fn html(&self) -> String {
        html::page(self)
    }

    /// Writes the page.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn write_html(&self, path: &Path) -> Result<(), OutputError> {
        let mut file = OutputFile::create(path)?;
        file.put(self.html().as_bytes())?;
        file.finish()
    }
}
