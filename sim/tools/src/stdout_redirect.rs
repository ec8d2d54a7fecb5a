// SPDX-License-Identifier: Apache-2.0

//! Redirects standard output to standard error.
//!
//! The Verilator bindings print the commands that they run to standard output, where another
//! program may read the result of a `riskgate` command.

use std::io::Write;
use std::os::fd::OwnedFd;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Redirects standard output to standard error until it is dropped. Only one thread at a time holds
/// a redirect, because a second one would save the redirected stream and restore it later.
pub struct StdoutRedirect {
    original: Option<OwnedFd>,
    _exclusive: MutexGuard<'static, ()>,
}

static EXCLUSIVE: Mutex<()> = Mutex::new(());

impl StdoutRedirect {
    /// Waits until no other thread holds a redirect, then redirects standard output. If the stream
    /// cannot be duplicated, it stays unchanged.
    pub fn to_stderr() -> StdoutRedirect {
        let exclusive = EXCLUSIVE.lock().unwrap_or_else(PoisonError::into_inner);
        // Text that was printed earlier belongs to the original stream.
        let _ = std::io::stdout().flush();
        let original = rustix::io::dup(std::io::stdout()).ok();
        StdoutRedirect {
            original: original.filter(|_| rustix::stdio::dup2_stdout(std::io::stderr()).is_ok()),
            _exclusive: exclusive,
        }
    }
}

impl Drop for StdoutRedirect {
    fn drop(&mut self) {
        let _ = std::io::stdout().flush();
        if let Some(original) = &self.original {
            // The stream was open when it was duplicated; if restoring it fails, there is no
            // place left to report that.
            let _ = rustix::stdio::dup2_stdout(original);
        }
    }
}
