// SPDX-License-Identifier: Apache-2.0

//! A progress bar, shown only on a terminal.

use indicatif::{ProgressBar, ProgressStyle};

/// A bar up to `total`, counted in `unit`, with the label `what`.
pub fn bar(what: &str, total: u64, unit: Unit) -> ProgressBar {
    let amounts = match unit {
        Unit::Bytes => "{bytes}/{total_bytes} {bytes_per_sec}",
        Unit::Count => "{human_pos}/{human_len} {per_sec}",
    };
    let template = format!("{{msg:24}} {{bar:30}} {amounts}, {{eta}} left");
    let bar = ProgressBar::new(total).with_message(what.to_string());
    // The template is a constant; if it were wrong, the default style would be used.
    match ProgressStyle::with_template(&template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// The unit of a bar.
#[derive(Clone, Copy)]
pub enum Unit {
    /// Bytes of files.
    Bytes,
    /// Items, such as events or rows.
    Count,
}
