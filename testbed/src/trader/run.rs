// SPDX-License-Identifier: Apache-2.0

//! The loop of a trader: messages out, notices in.

use super::error::TraderError;
use super::outgoing::{Defect, Outgoing};
use super::source::Next;
use super::state::{Item, Trader};
use crossbeam::channel::{TryRecvError, TrySendError};
use engine::frame::{LENGTH_BYTES, set_sequence, set_stated_length};
use host::supervisor::{Control, Notice};

/// The length that a frame with [`Defect::Length`] states: shorter than every header.
const IMPOSSIBLE_LENGTH: u16 = 5;

impl Trader<'_> {
    /// Sends all messages and waits until they are acknowledged and all jobs have ended. `heard` is
    /// called with every notice, and with the message that it acknowledges; when it returns false,
    /// no more messages are sent.
    ///
    /// # Errors
    /// [`TraderError`] if a notice contradicts what was sent.
    pub fn run(
        &mut self,
        heard: &mut dyn FnMut(&Notice, Option<&Outgoing>) -> bool,
    ) -> Result<(), TraderError> {
        let backoff = crossbeam::utils::Backoff::new();
        loop {
            let mut worked = self.send();
            loop {
                let notice = match self.lines.notices.try_recv() {
                    Ok(notice) => notice,
                    Err(TryRecvError::Empty) => break,
                    // The supervisor has ended; its result says why.
                    Err(TryRecvError::Disconnected) => return Ok(()),
                };
                worked = true;
                let outgoing = self.hear(&notice)?;
                if !heard(&notice, outgoing.as_ref()) {
                    self.is_over = true;
                }
            }
            if self.is_over && self.items.is_empty() && self.jobs == 0 {
                _ = self.lines.control.send(Control::Stop);
                return Ok(());
            }
            if worked { backoff.reset() } else { backoff.snooze() }
        }
    }

    /// Sends as much as the network takes; returns whether anything was done.
    fn send(&mut self) -> bool {
        let mut worked = self.fill_window();
        let network = self.card.and_then(|card| self.lines.networks.get(card)).cloned();
        let Some(network) = network else { return worked };
        if self.outbox.is_empty() && self.reopening.is_none() {
            worked |= self.cut();
        }
        while let Some(segment) = self.outbox.pop_front() {
            match network.try_send(segment) {
                Ok(()) => worked = true,
                Err(TrySendError::Full(segment)) => {
                    self.outbox.push_front(segment);
                    break;
                }
                // The card is gone. The next card's notice says what to send again.
                Err(TrySendError::Disconnected(_)) => {}
            }
        }
        worked
    }

    fn waits_for_job(&self) -> bool {
        self.orders_wait && self.jobs > 0
    }

    /// Takes messages until the window is full or the next one waits; returns whether there were
    /// any.
    fn fill_window(&mut self) -> bool {
        let before = self.items.len();
        while self.items.len() < self.window && !self.is_over && !self.waits_for_job() {
            let mut outgoing = match self.messages.next_message() {
                Next::Message(outgoing) => outgoing,
                Next::Later => break,
                Next::End => {
                    self.is_over = true;
                    break;
                }
            };
            let Some(session) = self.sessions.get_mut(usize::from(outgoing.session)) else {
                continue;
            };
            let number = session.next_number;
            session.next_number += 1;
            spoil(&mut outgoing, number);
            // A frame whose defect leaves no start of a job starts none.
            self.jobs += usize::from(outgoing.job().is_some());
            self.items.push_back(Item {
                outgoing,
                number,
                sent: 0,
                first_byte: None,
                is_overtaken: false,
            });
            self.sent += 1;
        }
        self.items.len() > before
    }
}

/// Writes the frame's number, or what its defect makes of the frame.
fn spoil(outgoing: &mut Outgoing, number: u32) {
    let carried = if outgoing.defect == Some(Defect::Number) { number + 1 } else { number };
    set_sequence(&mut outgoing.frame, carried);
    if outgoing.defect == Some(Defect::Length) {
        set_stated_length(&mut outgoing.frame, IMPOSSIBLE_LENGTH);
        outgoing.length = LENGTH_BYTES as u16;
    }
}

#[cfg(test)]
mod tests {
    use super::super::outgoing::Segmentation;
    use super::super::state::TraderLines;
    use super::*;
    use engine::frame::JobStart;
    use engine::job::JobId;
    use engine::machine::FRAME_BYTES_MAX;

    #[test]
    fn a_frame_that_its_defect_spoils_starts_no_job() {
        for (defect, jobs) in [(None, 1), (Some(Defect::Number), 1), (Some(Defect::Length), 0)] {
            let mut frame = [0; FRAME_BYTES_MAX];
            let length = JobStart { job: JobId(0) }.write(1, &mut frame).len() as u16;
            let mut messages = [Outgoing { session: 0, frame, length, defect }].into_iter();
            let ((control, _), (_, notices)) =
                (crossbeam::channel::unbounded(), crossbeam::channel::unbounded());
            let lines = TraderLines { networks: Vec::new(), notices, control };
            let mut trader = Trader::new(&mut messages, lines, &[1], 4, Segmentation::WHOLE, 1);
            assert!(trader.fill_window());
            assert_eq!(trader.jobs, jobs, "{defect:?}");
        }
    }
}
