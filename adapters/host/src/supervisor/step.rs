// SPDX-License-Identifier: Apache-2.0

//! Steps of jobs, which the supervisor asks of the active card.

use super::changing::Changing;
use super::messages::SupervisorError;
use super::state::Supervisor;
use crate::transport::Transport;
use engine::shell::Request;

impl<T: Transport> Supervisor<'_, T> {
    /// Asks the active card for the next step of a job, unless it works on one. A request that
    /// waits for the card to be at rest, and a change of program, come first.
    pub(super) fn post_step(&mut self) -> Result<(), SupervisorError> {
        let swaps =
            self.wanted.is_some() || self.changing.as_ref().is_some_and(Changing::is_swapping);
        if self.jobs.is_posted || self.rests || swaps || self.due().is_some() {
            return Ok(());
        }
        let (Some(step), Some(card)) = (self.jobs.next_step(), &mut self.active) else {
            return Ok(());
        };
        // Without room in the ring it is tried again.
        let posted = card.driver.post(Request::Step, 0, step);
        match posted.and_then(|posted| card.driver.ring().map(|()| posted)) {
            Ok(posted) => {
                self.jobs.is_posted = posted;
                Ok(())
            }
            Err(error) => {
                // What was answered is acknowledged before another card is announced.
                self.acknowledge()?;
                self.take_over(&error.to_string())
            }
        }
    }
}
