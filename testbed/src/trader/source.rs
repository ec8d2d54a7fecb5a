// SPDX-License-Identifier: Apache-2.0

//! Where a trader takes its messages from.

use super::outgoing::Outgoing;

/// What comes next from a source.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::large_enum_variant, reason = "a message is passed on at once")]
pub enum Next {
    /// A message to send.
    Message(Outgoing),
    /// The next message waits for a notice of the supervisor.
    Later,
    /// No more messages come.
    End,
}

/// A source of messages. Every iterator is one, whose messages wait for nothing.
pub trait Source {
    /// The next message.
    fn next_message(&mut self) -> Next;
}

impl<I: Iterator<Item = Outgoing>> Source for I {
    fn next_message(&mut self) -> Next {
        self.next().map_or(Next::End, Next::Message)
    }
}
