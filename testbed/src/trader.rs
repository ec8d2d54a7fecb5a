// SPDX-License-Identifier: Apache-2.0

//! Whoever sends: sessions whose messages are cut into segments in any way that TCP may, and sent
//! again from the first one that was not acknowledged when another card takes over.
//!
//! Messages have an order across all sessions, and the card is to see them *complete* in it, so
//! that a run can be compared with another of the same events. Everything else is left to chance:
//! beginnings of later messages come early, pieces of one message change places, segments are
//! doubled, one segment carries the end of a message and the beginning of the next.

use crate::toe::{SEGMENT_BYTES_MAX, Segment};
use crossbeam::channel::{Receiver, Sender, TrySendError};
use engine::machine::FRAME_BYTES_MAX;
use host::supervisor::{Control, Notice};
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::collections::VecDeque;

/// A message to be sent.
#[derive(Clone, Copy, Debug)]
pub struct Outgoing {
    /// Its session.
    pub session: u16,
    /// The frame; the trader writes its number in the session into it.
    pub frame: [u8; FRAME_BYTES_MAX],
    /// Bytes of it.
    pub length: u16,
    /// What is wrong with it, on purpose.
    pub defect: Option<Defect>,
}

/// What can be wrong with a frame so that a TOE refuses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Defect {
    /// It carries another number.
    Number,
    /// It states a length that no frame has: its session breaks and has to be opened anew.
    Length,
}

/// How messages are cut.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segmentation {
    /// The probability that a message goes out whole and alone.
    pub whole: f64,
    /// The probability, before each piece, that the beginning of a later message goes first.
    pub early: f64,
    /// The probability that a segment carries on with the session's next message.
    pub joined: f64,
    /// The probability that a segment is sent twice.
    pub doubled: f64,
    /// The probability that the pieces of a message change places.
    pub shuffled: f64,
}

impl Segmentation {
    /// A message a segment.
    pub const WHOLE: Segmentation =
        Segmentation { whole: 1.0, early: 0.0, joined: 0.0, doubled: 0.0, shuffled: 0.0 };
    /// Everything that can be.
    pub const WILD: Segmentation =
        Segmentation { whole: 0.2, early: 0.3, joined: 0.3, doubled: 0.1, shuffled: 0.3 };
    /// The same, and no message goes out whole.
    pub const CUT: Segmentation = Segmentation { whole: 0.0, ..Segmentation::WILD };
}

/// What is wrong with what a trader hears.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TraderError {
    /// An acknowledgement that was not the next one.
    #[error(
        "frame {found} of session {session} was acknowledged when frame {expected} was to be: one was lost, doubled or moved"
    )]
    Order {
        /// The session.
        session: u16,
        /// The frame that is acknowledged.
        found: u32,
        /// The one that was to be.
        expected: u32,
    },
    /// A new card that wants another frame than the first that is not acknowledged.
    #[error(
        "after a change of card session {session} is to go on with frame {found}, not with {expected}"
    )]
    Resume {
        /// The session.
        session: u16,
        /// What the card wants.
        found: u32,
        /// What is not acknowledged.
        expected: u32,
    },
}

struct Item {
    outgoing: Outgoing,
    number: u32,
    sent: usize,
    /// The first byte of it in its connection.
    first_byte: Option<u64>,
    /// Its session was opened anew while messages behind it were under way, so that those may be
    /// answered before it.
    is_overtaken: bool,
}

impl Item {
    fn length(&self) -> usize {
        self.outgoing.length.into()
    }

    fn is_sent(&self) -> bool {
        self.sent == self.length()
    }
}

#[derive(Clone, Copy, Debug, Default)]
struct Session {
    connection: u16,
    /// Bytes of the connection that belong to messages.
    bytes: u64,
    next_number: u32,
}

/// The trader.
pub struct Trader<'a> {
    messages: &'a mut dyn Iterator<Item = Outgoing>,
    networks: Vec<Sender<Segment>>,
    /// The card that answers; none before that is known.
    card: Option<usize>,
    notices: Receiver<Notice>,
    control: Sender<Control>,
    sessions: Vec<Session>,
    /// Not acknowledged, in their order.
    items: VecDeque<Item>,
    window: usize,
    segmentation: Segmentation,
    rng: ChaCha8Rng,
    /// Segments that wait for the network.
    outbox: VecDeque<Segment>,
    is_over: bool,
    /// The session that is being opened anew; nothing is sent meanwhile.
    reopening: Option<u16>,
    /// Frames handed to the network for the first time.
    pub sent: u64,
}

/// How far ahead the beginning of a later message may go out.
const EARLY_MESSAGES: usize = 12;

impl<'a> Trader<'a> {
    /// A trader that keeps at most `window` messages unacknowledged. The first messages of its
    /// sessions have the numbers `next`.
    #[expect(
        clippy::too_many_arguments,
        reason = "each is a thing of its own, and there is one caller"
    )]
    pub fn new(
        messages: &'a mut dyn Iterator<Item = Outgoing>,
        networks: Vec<Sender<Segment>>,
        notices: Receiver<Notice>,
        control: Sender<Control>,
        next: &[u32],
        window: usize,
        segmentation: Segmentation,
        seed: u64,
    ) -> Trader<'a> {
        let sessions =
            next.iter().map(|next| Session { next_number: *next, ..Session::default() }).collect();
        Trader {
            messages,
            networks,
            card: None,
            notices,
            control,
            sessions,
            items: VecDeque::with_capacity(window),
            window: window.max(1),
            segmentation,
            rng: ChaCha8Rng::seed_from_u64(seed),
            outbox: VecDeque::new(),
            is_over: false,
            reopening: None,
            sent: 0,
        }
    }

    /// Sends everything and waits until everything is acknowledged. `heard` hears of every
    /// acknowledgement, and ends the sending by returning false.
    ///
    /// # Errors
    /// [`TraderError`] if what is heard cannot be.
    pub fn run(
        &mut self,
        heard: &mut dyn FnMut(&Notice, Option<&Outgoing>) -> bool,
    ) -> Result<(), TraderError> {
        let backoff = crossbeam::utils::Backoff::new();
        loop {
            let mut worked = self.send();
            loop {
                let notice = match self.notices.try_recv() {
                    Ok(notice) => notice,
                    Err(crossbeam::channel::TryRecvError::Empty) => break,
                    // The supervisor has ended; it says why.
                    Err(crossbeam::channel::TryRecvError::Disconnected) => return Ok(()),
                };
                worked = true;
                let outgoing = self.hear(&notice)?;
                if !heard(&notice, outgoing.as_ref()) {
                    self.is_over = true;
                }
            }
            if self.is_over && self.items.is_empty() {
                _ = self.control.send(Control::Stop);
                return Ok(());
            }
            if worked { backoff.reset() } else { backoff.snooze() }
        }
    }

    fn hear(&mut self, notice: &Notice) -> Result<Option<Outgoing>, TraderError> {
        match notice {
            Notice::Acknowledged { number, record, .. } => {
                let is_it = |item: &Item| item.outgoing.session == record.session;
                let may_come = self.items.iter().position(|item| is_it(item) || !item.is_overtaken);
                let item =
                    may_come.and_then(|place| self.items.get(place)).filter(|item| is_it(item));
                if item.is_none_or(|item| item.number != *number) {
                    let (session, found) = (record.session, *number);
                    let expected =
                        self.items.iter().find(|item| is_it(item)).map_or(0, |item| item.number);
                    return Err(TraderError::Order { session, found, expected });
                }
                let outgoing =
                    may_come.and_then(|place| self.items.remove(place)).map(|item| item.outgoing);
                if outgoing.is_some_and(|outgoing| outgoing.defect == Some(Defect::Length)) {
                    _ = self.control.send(Control::Open(record.session));
                    self.reopening = Some(record.session);
                }
                return Ok(outgoing);
            }
            Notice::Answering { card, connection, next } => {
                self.card = Some(*card);
                self.outbox.clear();
                for (session, found) in next.iter().enumerate().take(self.sessions.len()) {
                    let first = self
                        .items
                        .iter()
                        .find(|item| usize::from(item.outgoing.session) == session);
                    let expected =
                        first.map_or(self.sessions[session].next_number, |item| item.number);
                    if *found != expected {
                        return Err(TraderError::Resume {
                            session: session as u16,
                            found: *found,
                            expected,
                        });
                    }
                    self.restart(session as u16, *connection);
                }
                self.items.iter_mut().for_each(|item| item.is_overtaken = false);
            }
            Notice::Opened { session, connection } => {
                self.restart(*session, *connection);
                // The trader's own wish, behind a stream that broke, was waited for with everything
                // that comes behind.
                if self.reopening.take_if(|reopening| reopening == session).is_none() {
                    let items =
                        self.items.iter_mut().filter(|item| item.outgoing.session == *session);
                    items.for_each(|item| item.is_overtaken = true);
                }
            }
            Notice::Swapped { .. } | Notice::SwapRefused(_) => {}
        }
        Ok(None)
    }

    /// A session begins anew: everything of it that is not acknowledged is to be sent again.
    fn restart(&mut self, session: u16, connection: u16) {
        if let Some(place) = self.sessions.get_mut(usize::from(session)) {
            (place.connection, place.bytes) = (connection, 0);
        }
        let items = self.items.iter_mut().filter(|item| item.outgoing.session == session);
        items.for_each(|item| (item.sent, item.first_byte) = (0, None));
    }

    /// Sends what the network takes; whether anything was done.
    fn send(&mut self) -> bool {
        let mut worked = self.fill_window();
        let Some(network) = self.card.and_then(|card| self.networks.get(card)).cloned() else {
            return worked;
        };
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
                // The card is gone; another one will say what to send again.
                Err(TrySendError::Disconnected(_)) => {}
            }
        }
        worked
    }

    fn fill_window(&mut self) -> bool {
        let before = self.items.len();
        while self.items.len() < self.window && !self.is_over {
            let Some(mut outgoing) = self.messages.next() else {
                self.is_over = true;
                break;
            };
            let Some(session) = self.sessions.get_mut(usize::from(outgoing.session)) else {
                continue;
            };
            let number = session.next_number;
            session.next_number += 1;
            let carried = if outgoing.defect == Some(Defect::Number) { number + 1 } else { number };
            outgoing.frame[4..8].copy_from_slice(&carried.to_le_bytes());
            if outgoing.defect == Some(Defect::Length) {
                outgoing.frame[..2].copy_from_slice(&5_u16.to_le_bytes());
                outgoing.length = 2;
            }
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

    /// Cuts the next message, and what goes along with it, into segments.
    fn cut(&mut self) -> bool {
        let Some(next) = self.items.iter().position(|item| !item.is_sent()) else { return false };
        if self.items.range(..next).any(|item| item.outgoing.defect == Some(Defect::Length)) {
            // Its session has to be opened anew before the next message can be complete.
            return false;
        }
        while self.rng.random_bool(self.segmentation.early) {
            self.begin_early(next);
        }
        let first = self.outbox.len();
        let is_whole = self.rng.random_bool(self.segmentation.whole);
        while !self.items[next].is_sent() {
            let left = self.items[next].length() - self.items[next].sent;
            let bytes = if is_whole { left } else { self.rng.random_range(1..=left) };
            let segment = self.piece(next, bytes);
            self.outbox.push_back(segment);
        }
        if self.items[next].outgoing.defect.is_none()
            && self.rng.random_bool(self.segmentation.joined)
        {
            self.join(next);
        }
        if self.rng.random_bool(self.segmentation.shuffled) {
            self.outbox.make_contiguous()[first..].shuffle(&mut self.rng);
        }
        if self.rng.random_bool(self.segmentation.doubled) {
            let again = self.outbox[self.rng.random_range(0..self.outbox.len())].clone();
            self.outbox.push_back(again);
        }
        true
    }

    /// Sends the beginning of a later message, all but its last byte at most, if its session has
    /// nothing before it.
    fn begin_early(&mut self, next: usize) {
        let last = (next + EARLY_MESSAGES).min(self.items.len() - 1);
        let chosen = self.rng.random_range(next..=last);
        let session = self.items[chosen].outgoing.session;
        let is_first = self
            .items
            .range(next..chosen)
            .all(|item| item.outgoing.session != session || item.is_sent());
        let left = self.items[chosen].length() - self.items[chosen].sent;
        if chosen > next && is_first && left > 1 {
            let bytes = self.rng.random_range(1..left);
            let segment = self.piece(chosen, bytes);
            self.outbox.push_back(segment);
        }
    }

    /// Has the segment that was cut last carry on with the session's next message: all of it if it
    /// is the next one of all.
    fn join(&mut self, next: usize) {
        let session = self.items[next].outgoing.session;
        let behind = next + 1..self.items.len();
        let Some(other) =
            behind.into_iter().find(|other| self.items[*other].outgoing.session == session)
        else {
            return;
        };
        let left = self.items[other].length() - self.items[other].sent;
        let most = if other == next + 1 { left } else { left.saturating_sub(1) };
        let room = SEGMENT_BYTES_MAX
            - self.outbox.back().map_or(SEGMENT_BYTES_MAX, |segment| segment.bytes.len());
        let bytes = most.min(room);
        // Bytes of the other message may be under way already, and then it does not follow on this
        // one.
        if bytes > 0 && self.items[other].sent == 0 {
            let more = self.piece(other, bytes);
            self.outbox
                .back_mut()
                .into_iter()
                .for_each(|segment| segment.bytes.extend_from_slice(&more.bytes));
        }
    }

    /// The next bytes of a message as a segment.
    fn piece(&mut self, index: usize, bytes: usize) -> Segment {
        let item = &mut self.items[index];
        let session = &mut self.sessions[usize::from(item.outgoing.session)];
        let first = *item.first_byte.get_or_insert_with(|| {
            session.bytes += u64::from(item.outgoing.length);
            session.bytes - u64::from(item.outgoing.length)
        });
        let piece = item.outgoing.frame[item.sent..item.sent + bytes].to_vec();
        let first_byte = first + item.sent as u64;
        item.sent += bytes;
        Segment {
            session: item.outgoing.session,
            connection: session.connection,
            first_byte,
            bytes: piece,
            ends: false,
        }
    }
}
