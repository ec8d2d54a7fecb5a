// SPDX-License-Identifier: Apache-2.0

//! Standard output redirected to standard error.
//!
//! The Verilator bindings print the commands they run on standard output, where a program may be
//! reading the result of a command.

use std::io::Write;
use std::os::fd::OwnedFd;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Redirects standard output to standard error until it is dropped. One thread at a time holds a
/// redirect: a second one would save the redirected stream and restore that.
pub struct StdoutRedirect {
    original: Option<OwnedFd>,
    _exclusive: MutexGuard<'static, ()>,
}

static EXCLUSIVE: Mutex<()> = Mutex::new(());

impl StdoutRedirect {
    /// Redirects standard output once no other thread redirects it. If the stream cannot be
    /// duplicated, it stays as it is.
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
            // The stream was open when it was duplicated; a failure here has no one to report to.
            let _ = rustix::stdio::dup2_stdout(original);
        }
    }
}
