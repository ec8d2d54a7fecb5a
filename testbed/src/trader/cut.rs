// SPDX-License-Identifier: Apache-2.0

//! Cutting messages into segments.

use super::outgoing::Defect;
use super::state::Trader;
use crate::toe::{SEGMENT_BYTES_MAX, Segment};
use rand::RngExt;
use rand::seq::SliceRandom;

/// How many messages ahead the start of a later message may be sent.
const EARLY_MESSAGES: usize = 12;

impl Trader<'_> {
    /// Cuts the next message, and parts of later ones, into segments. Returns false if there is no
    /// message to cut now.
    pub(super) fn cut(&mut self) -> bool {
        let Some(next) = self.items.iter().position(|item| !item.is_sent()) else { return false };
        if self.items.range(..next).any(|item| item.outgoing.defect == Some(Defect::Length)) {
            // The session of that message must be reopened before the next message can be complete.
            return false;
        }
        while self.rng.random_bool(self.segmentation.early) {
            self.begin_early(next);
        }
        let first = self.outbox.len();
        let is_whole = self.rng.random_bool(self.segmentation.whole);
        while !self.items[next].is_sent() {
            let left = self.items[next].left();
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

    /// Sends the start of a later message, without its last byte, if all earlier messages of its
    /// session are sent.
    fn begin_early(&mut self, next: usize) {
        let last = (next + EARLY_MESSAGES).min(self.items.len() - 1);
        let chosen = self.rng.random_range(next..=last);
        let session = self.items[chosen].outgoing.session;
        let is_first = self
            .items
            .range(next..chosen)
            .all(|item| item.outgoing.session != session || item.is_sent());
        let left = self.items[chosen].left();
        if chosen > next && is_first && left > 1 {
            let bytes = self.rng.random_range(1..left);
            let segment = self.piece(chosen, bytes);
            self.outbox.push_back(segment);
        }
    }

    /// Continues the last segment with the session's next message: with all of it if that is the
    /// next message of all sessions, else without its last byte.
    fn join(&mut self, next: usize) {
        let session = self.items[next].outgoing.session;
        let later = next + 1..self.items.len();
        let Some(other) =
            later.into_iter().find(|other| self.items[*other].outgoing.session == session)
        else {
            return;
        };
        let left = self.items[other].left();
        let most = if other == next + 1 { left } else { left.saturating_sub(1) };
        let room = SEGMENT_BYTES_MAX
            - self.outbox.back().map_or(SEGMENT_BYTES_MAX, |segment| segment.bytes.len());
        let bytes = most.min(room);
        // If bytes of the other message are under way already, the rest does not follow directly.
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
