// SPDX-License-Identifier: Apache-2.0

//! The memory of a change to a program with other definitions, taken and given back on a thread
//! that answers no messages.

use crossbeam::channel::{Receiver, Sender, TryRecvError, bounded};
use engine::change::{Change, Filling, Plan, Refused, Retired};
use engine::parameter::MESSAGE_PREFIX;
use engine::program::Program;
use engine::twin::Twin;
use std::sync::Arc;

/// A change of a twin, whose memory is taken on another thread.
pub struct Preparation {
    filling: Receiver<Result<Filling<Twin>, String>>,
    retired: Sender<Retired<Twin>>,
}

impl Preparation {
    /// Starts to prepare a change for a twin that runs `program`, or another one of its family.
    pub fn start(
        program: Arc<Program>,
        change: impl FnOnce() -> Result<Change, String> + Send + 'static,
    ) -> Preparation {
        let (to_owner, filling) = bounded(1);
        let (retired, from_owner) = bounded(1);
        let failed = to_owner.clone();
        let spawned = std::thread::Builder::new().spawn(move || {
            // An owner that has ended takes nothing.
            _ = to_owner.send(change().and_then(|change| filled(&program, &change)));
            // What the twin was before the change is dropped here.
            drop(from_owner.recv());
        });
        if let Err(error) = spawned {
            _ = failed.try_send(Err(format!("no thread can take the memory of it: {error}")));
        }
        Preparation { filling, retired }
    }

    /// The change with its memory, or why it is refused. None while it is being prepared; it is
    /// given once.
    pub fn take(&self) -> Option<Result<Filling<Twin>, String>> {
        match self.filling.try_recv() {
            Ok(filling) => Some(filling),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err("its preparation has failed".into())),
        }
    }

    /// Waits for [`Preparation::take`].
    ///
    /// # Errors
    /// Why the change is refused.
    pub fn wait(&self) -> Result<Filling<Twin>, String> {
        self.filling.recv().unwrap_or_else(|_| Err("its preparation has failed".into()))
    }

    /// Gives back the memory of what a twin was before the change.
    pub fn release(self, retired: Retired<Twin>) {
        _ = self.retired.try_send(retired);
    }
}

/// Takes the memory of a change.
fn filled(running: &Program, change: &Change) -> Result<Filling<Twin>, String> {
    let plan =
        Plan::new(running, change.program()).map_err(|of| Refused::Changes(of).to_string())?;
    keeps_kinds(running, &plan)?;
    Filling::new(plan, change).map_err(|error| error.to_string())
}

/// Checks that a frame which is on its way means the same to both programs. Parameters are left
/// out: who changes them waits for the change.
fn keeps_kinds(running: &Program, plan: &Plan) -> Result<(), String> {
    let mut messages = (0..).zip(running.declared_messages());
    let moved = messages.find(|(kind, message)| {
        !message.name.starts_with(MESSAGE_PREFIX) && plan.kind(*kind) != Some(*kind)
    });
    moved.map_or(Ok(()), |(_, message)| {
        Err(format!(
            "message `{}` has another number in the new program: compile it after the running one",
            message.name
        ))
    })
}
