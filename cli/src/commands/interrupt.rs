// SPDX-License-Identifier: Apache-2.0

//! Ctrl-C as a flag that the commands check.

use super::terminal::complain;
use files::interrupt::{request, requested};

/// Installs a handler that sets a flag. Every reader and writer checks the flag, so that a command
/// ends with a summary and leaves no incomplete file. A second Ctrl-C ends the process at once.
pub fn install_interrupt() {
    let handler = || {
        if request() {
            std::process::exit(130);
        }
    };
    // Without a handler, Ctrl-C ends the process without a summary.
    if let Err(error) = ctrlc::set_handler(handler) {
        complain!("warning: Ctrl-C will end the process without a summary: {error}");
    }
}

/// Whether Ctrl-C was pressed.
pub fn interrupted() -> bool {
    requested()
}
