//! Standard output turned to standard error for a while.
//!
//! The bindings print what they call on standard output, where a program may be reading a command's
//! result.

use std::io::Write;
use std::os::fd::OwnedFd;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Until this is dropped, what goes to standard output goes to standard error. One thread has it at
/// a time, since what another found turned it would turn back to.
pub struct Aside {
    out: Option<OwnedFd>,
    _turn: MutexGuard<'static, ()>,
}

static TURN: Mutex<()> = Mutex::new(());

impl Aside {
    /// Turns it, once no other thread has it turned; where that is not possible it stays as it is.
    pub fn turn() -> Aside {
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        // What was printed before belongs where it was printed to.
        let _ = std::io::stdout().flush();
        let out = rustix::io::dup(std::io::stdout()).ok();
        Aside {
            out: out.filter(|_| rustix::stdio::dup2_stdout(std::io::stderr()).is_ok()),
            _turn: turn,
        }
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        let _ = std::io::stdout().flush();
        if let Some(out) = &self.out {
            // It was open a moment ago; there is nobody to tell if it is not.
            let _ = rustix::stdio::dup2_stdout(out);
        }
    }
}
