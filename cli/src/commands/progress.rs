// SPDX-License-Identifier: Apache-2.0

//! A progress bar on the terminal; nothing where there is none.

use indicatif::{ProgressBar, ProgressStyle};

/// A bar towards `total` of `unit`, labelled `what`.
pub fn bar(what: &str, total: u64, unit: Unit) -> ProgressBar {
    let amounts = match unit {
        Unit::Bytes => "{bytes}/{total_bytes} {bytes_per_sec}",
        Unit::Count => "{human_pos}/{human_len} {per_sec}",
    };
    let template = format!("{{msg:24}} {{bar:30}} {amounts}, {{eta}} left");
    let bar = ProgressBar::new(total).with_message(what.to_string());
    // The template is a constant of this file; were it wrong, the default style would do.
    match ProgressStyle::with_template(&template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// What a bar counts.
#[derive(Clone, Copy)]
pub enum Unit {
    /// Bytes of files.
    Bytes,
    /// Things.
    Count,
}
