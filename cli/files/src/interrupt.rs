// SPDX-License-Identifier: Apache-2.0

//! Ctrl-C: one flag, and everything that reads or writes files stops at it.
//!
//! Readers and writers answer with an error of kind `Interrupted`, which unwinds through the
//! ordinary ways: temporary files go, nothing half-written appears.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};

static REQUESTED: AtomicBool = AtomicBool::new(false);

/// Asks everything to stop; true if that was asked before.
pub fn request() -> bool {
    REQUESTED.swap(true, Ordering::Relaxed)
}

/// Whether everything is to stop.
pub fn requested() -> bool {
    REQUESTED.load(Ordering::Relaxed)
}

/// An error once everything is to stop.
///
/// # Errors
/// Of kind `Interrupted`.
pub fn check() -> io::Result<()> {
    if requested() {
        Err(io::Error::new(io::ErrorKind::Interrupted, "interrupted"))
    } else {
        Ok(())
    }
}
