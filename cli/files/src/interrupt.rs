// SPDX-License-Identifier: Apache-2.0

//! The flag that Ctrl-C sets; everything that reads or writes files checks it.
//!
//! Readers and writers return an error of kind `Interrupted`, which takes the same path as any
//! other error: temporary files are deleted and no incomplete file appears.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};

static REQUESTED: AtomicBool = AtomicBool::new(false);

/// Requests a stop; true if a stop was requested before.
pub fn request() -> bool {
    REQUESTED.swap(true, Ordering::Relaxed)
}

/// Whether a stop was requested.
pub fn requested() -> bool {
    REQUESTED.load(Ordering::Relaxed)
}

/// Fails if a stop was requested.
///
/// # Errors
/// An error of kind `Interrupted`.
pub fn check() -> io::Result<()> {
    if requested() {
        Err(io::Error::new(io::ErrorKind::Interrupted, "interrupted"))
    } else {
        Ok(())
    }
}
