// SPDX-License-Identifier: Apache-2.0

//! The state of a trader.

use super::outgoing::{Outgoing, Segmentation};
use super::source::Source;
use crate::toe::Segment;
use crossbeam::channel::{Receiver, Sender};
use host::supervisor::{Control, Notice};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use std::collections::VecDeque;

/// A message that is not acknowledged.
pub(super) struct Item {
    pub(super) outgoing: Outgoing,
    /// Its number in the session.
    pub(super) number: u32,
    /// Bytes of it that were sent.
    pub(super) sent: usize,
    /// Number of its first byte in the connection, when a byte of it was sent.
    pub(super) first_byte: Option<u64>,
    /// Whether its session was reopened while later messages were under way, so that those may be
    /// answered before it.
    pub(super) is_overtaken: bool,
}

impl Item {
    pub(super) fn length(&self) -> usize {
        self.outgoing.length.into()
    }

    pub(super) fn left(&self) -> usize {
        self.length() - self.sent
    }

    pub(super) fn is_sent(&self) -> bool {
        self.sent == self.length()
    }
}

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Session {
    pub(super) connection: u16,
    /// Bytes of the connection that messages take so far.
    pub(super) bytes: u64,
    /// Number of the next message.
    pub(super) next_number: u32,
}

/// The channels of a trader.
pub struct TraderLines {
    /// The networks of the cards.
    pub networks: Vec<Sender<Segment>>,
    /// Notices of the supervisor.
    pub notices: Receiver<Notice>,
    /// Requests to the supervisor.
    pub control: Sender<Control>,
}

/// A trader with all its sessions.
pub struct Trader<'a> {
    pub(super) messages: &'a mut dyn Source,
    pub(super) lines: TraderLines,
    /// Network of the card that answers, when it is known.
    pub(super) card: Option<usize>,
    pub(super) sessions: Vec<Session>,
    /// Messages that are not acknowledged, in order.
    pub(super) items: VecDeque<Item>,
    pub(super) window: usize,
    pub(super) segmentation: Segmentation,
    pub(super) rng: ChaCha8Rng,
    /// Segments that wait for the network.
    pub(super) outbox: VecDeque<Segment>,
    /// Whether no more messages come.
    pub(super) is_over: bool,
    /// The session that is being reopened; nothing is sent meanwhile.
    pub(super) reopening: Option<u16>,
    /// The number of jobs that were started and have not ended.
    pub(super) jobs: usize,
    /// Whether messages wait for the end of jobs.
    pub(super) orders_wait: bool,
    /// Messages taken over from the caller so far.
    pub sent: u64,
}

impl<'a> Trader<'a> {
    /// A trader that keeps at most `window` messages unacknowledged. `next` holds the number of the
    /// first message of each session.
    pub fn new(
        messages: &'a mut dyn Source,
        lines: TraderLines,
        next: &[u32],
        window: usize,
        segmentation: Segmentation,
        seed: u64,
    ) -> Trader<'a> {
        let sessions =
            next.iter().map(|next| Session { next_number: *next, ..Session::default() }).collect();
        Trader {
            messages,
            lines,
            card: None,
            sessions,
            items: VecDeque::with_capacity(window),
            window: window.max(1),
            segmentation,
            rng: ChaCha8Rng::seed_from_u64(seed),
            outbox: VecDeque::new(),
            is_over: false,
            reopening: None,
            jobs: 0,
            orders_wait: true,
            sent: 0,
        }
    }

    /// Says how many jobs an earlier run has started, and whether messages wait for the end of
    /// jobs, which they do otherwise.
    pub fn expect_jobs(&mut self, running: usize, orders_wait: bool) {
        (self.jobs, self.orders_wait) = (running, orders_wait);
    }

    /// Notes that a job has ended, or that none was started.
    pub(super) fn job_ended(&mut self) {
        self.jobs = self.jobs.saturating_sub(1);
    }

    /// Notes a new connection of a session: all its unacknowledged messages must be sent again.
    pub(super) fn restart(&mut self, session: u16, connection: u16) {
        if let Some(place) = self.sessions.get_mut(usize::from(session)) {
            (place.connection, place.bytes) = (connection, 0);
        }
        let items = self.items.iter_mut().filter(|item| item.outgoing.session == session);
        items.for_each(|item| (item.sent, item.first_byte) = (0, None));
    }
}
