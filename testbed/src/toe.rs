// SPDX-License-Identifier: Apache-2.0

//! The TCP offload engine: it turns segments of sessions into frames.
//!
//! A session is a stream of bytes. A segment carries some of them and the number of its first byte;
//! segments may be cut anywhere, arrive twice, out of order, or only when they are sent again. A
//! frame starts with its length, so frames follow each other in the stream without a separator. A
//! length that no frame can have breaks the stream: the start of the next frame is unknown, and the
//! session must be reopened.
//!
//! ```text
//!  segments       2nd ──▶ ┌─────────┐
//!                         │ session │──▶ frame 1, frame 2, … ──▶ engine
//!                 1st ──▶ └─────────┘
//! ```
//!
//! The frames of a session are numbered from 1 in the order of the stream, and each carries its
//! number, the sequence of [`engine::frame`]. A frame that carries another number is refused. So
//! frames that were lost, doubled or moved on the way are detected.

use engine::frame::{self, HEADER_BYTES, LENGTH_BYTES};
use engine::machine::FRAME_BYTES_MAX;
use std::collections::VecDeque;

/// Most bytes of a segment.
pub const SEGMENT_BYTES_MAX: usize = 1460;
/// How far ahead of the stream a segment may end, in bytes.
pub const WINDOW_BYTES: u64 = 16 * 1024;
/// Most segments that a session keeps ahead of its stream.
pub const SEGMENTS_AHEAD_MAX: usize = 64;
/// Most frames that wait for the engine. A segment is taken only if there is room for all frames
/// that it may complete.
pub const FRAMES_WAITING_MAX: usize = 4096;

/// Some bytes of a session's stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The session.
    pub session: u16,
    /// The connection of the session. It changes when the session is reopened, as the port numbers
    /// of TCP change from one connection to the next.
    pub connection: u16,
    /// Number of the first byte; a connection starts with byte 0.
    pub first_byte: u64,
    /// The bytes. Real segments have at most [`SEGMENT_BYTES_MAX`].
    pub bytes: Vec<u8>,
    /// Whether the stream ends after these bytes.
    pub ends: bool,
}

/// A frame that a session has completed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gathered {
    /// The session.
    pub session: u16,
    /// Place of the frame in the session's stream, counting from 1.
    pub number: u32,
    /// The frame's bytes, filled up with zeros.
    pub bytes: [u8; FRAME_BYTES_MAX],
    /// Number of bytes of the frame.
    pub length: u16,
    /// Whether the frame carries the number of its place and has a possible length.
    pub is_sound: bool,
}

impl Gathered {
    /// The frame.
    pub fn frame(&self) -> &[u8] {
        &self.bytes[..usize::from(self.length)]
    }
}

/// Counters of a TOE.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ToeCounts {
    /// Frames refused for a wrong number or an impossible length.
    pub refused: u32,
    /// Streams that broke.
    pub broken: u32,
    /// Sessions that ended within a frame.
    pub cut: u32,
    /// Segments for unknown sessions, for connections that are not the current one, or after the
    /// end of a session.
    pub unknown: u32,
    /// Bytes that arrived again.
    pub repeated: u32,
    /// Segments that were dropped because they lay too far ahead.
    pub ahead: u32,
}

/// The sessions of a card.
pub struct Toe {
    sessions: Vec<Session>,
    /// Complete frames that wait for the engine.
    frames: VecDeque<Gathered>,
    /// The counters.
    pub counts: ToeCounts,
}

#[derive(Debug, Default)]
struct Session {
    connection: u16,
    /// Bytes of the stream that have arrived without a gap.
    seen: u64,
    /// Segments that arrived ahead of the stream: first byte and bytes.
    ahead: Vec<(u64, Vec<u8>)>,
    /// The first bytes of a frame that is not complete.
    begun: Vec<u8>,
    /// Number of the next frame.
    next: u32,
    /// Length of the stream, when it is known.
    end: Option<u64>,
    is_broken: bool,
}

impl Toe {
    /// A TOE with this many sessions, each open on connection 0 and waiting for frame 1.
    pub fn new(sessions: usize) -> Toe {
        let sessions = (0..sessions).map(|_| Session::opened(0, 1)).collect();
        Toe {
            sessions,
            frames: VecDeque::with_capacity(FRAMES_WAITING_MAX),
            counts: ToeCounts::default(),
        }
    }

    /// Reopens a session: the next byte is byte 0 of `connection`, the next frame has the number
    /// `next`. Frames of the session that still wait are dropped. Returns false if there is no such
    /// session.
    pub fn open(&mut self, session: u16, connection: u16, next: u32) -> bool {
        self.frames.retain(|frame| frame.session != session);
        let place = self.sessions.get_mut(usize::from(session));
        place.map(|place| *place = Session::opened(connection, next)).is_some()
    }

    /// Returns whether there is room for all frames that a segment may complete.
    pub fn has_room(&self) -> bool {
        let most = (WINDOW_BYTES as usize + FRAME_BYTES_MAX) / HEADER_BYTES + 1;
        self.frames.len() + most <= FRAMES_WAITING_MAX
    }

    /// Takes a segment.
    pub fn take(&mut self, segment: &Segment) {
        let session = self.sessions.get_mut(usize::from(segment.session));
        let Some(session) = session.filter(|session| session.connection == segment.connection)
        else {
            self.counts.unknown += 1;
            return;
        };
        let end = segment.first_byte.saturating_add(segment.bytes.len() as u64);
        let is_ahead = segment.first_byte > session.seen;
        if end > session.seen + WINDOW_BYTES
            || is_ahead && session.ahead.len() == SEGMENTS_AHEAD_MAX
        {
            self.counts.ahead += 1;
            return;
        }
        if session.end.is_some_and(|stream_end| end > stream_end) {
            self.counts.unknown += 1;
            return;
        }
        if segment.ends {
            session.end = Some(end);
        }
        let is_kept = |(first, bytes): &(u64, Vec<u8>)| {
            *first == segment.first_byte && bytes.len() >= segment.bytes.len()
        };
        if is_ahead && session.ahead.iter().any(is_kept) {
            self.counts.repeated = self.counts.repeated.wrapping_add(segment.bytes.len() as u32);
        } else if is_ahead {
            session.ahead.push((segment.first_byte, segment.bytes.clone()));
        } else {
            session.advance(
                segment.session,
                segment.first_byte,
                &segment.bytes,
                &mut self.frames,
                &mut self.counts,
            );
            session.catch_up(segment.session, &mut self.frames, &mut self.counts);
        }
        if session.end == Some(session.seen) && !session.begun.is_empty() {
            session.begun.clear();
            self.counts.cut += 1;
        }
    }

    /// Number of frames that wait for the engine.
    pub fn waiting(&self) -> usize {
        self.frames.len()
    }

    /// Returns the next frame of any session, in the order of completion.
    pub fn next_frame(&mut self) -> Option<Gathered> {
        self.frames.pop_front()
    }
}

impl Session {
    fn opened(connection: u16, next: u32) -> Session {
        Session {
            connection,
            next,
            begun: Vec::with_capacity(FRAME_BYTES_MAX),
            ..Session::default()
        }
    }

    /// Takes segments that arrived ahead and now continue the stream.
    fn catch_up(&mut self, id: u16, frames: &mut VecDeque<Gathered>, counts: &mut ToeCounts) {
        while let Some(place) = self.ahead.iter().position(|(first, _)| *first <= self.seen) {
            let (first, bytes) = self.ahead.swap_remove(place);
            self.advance(id, first, &bytes, frames, counts);
        }
    }

    /// Takes bytes that start at or before the end of the stream so far.
    fn advance(
        &mut self,
        id: u16,
        first: u64,
        bytes: &[u8],
        frames: &mut VecDeque<Gathered>,
        counts: &mut ToeCounts,
    ) {
        let repeated = ((self.seen - first) as usize).min(bytes.len());
        counts.repeated = counts.repeated.wrapping_add(repeated as u32);
        let mut bytes = &bytes[repeated..];
        self.seen += bytes.len() as u64;
        while !bytes.is_empty() && !self.is_broken {
            // First the length, then as many bytes as it says.
            let wanted = frame::stated_length(&self.begun).unwrap_or(LENGTH_BYTES);
            let taken = (wanted - self.begun.len()).min(bytes.len());
            self.begun.extend_from_slice(&bytes[..taken]);
            bytes = &bytes[taken..];
            match frame::stated_length(&self.begun) {
                Some(length) if !(HEADER_BYTES..=FRAME_BYTES_MAX).contains(&length) => {
                    self.is_broken = true;
                    counts.broken += 1;
                    self.complete(id, false, frames, counts);
                }
                Some(length) if self.begun.len() == length => {
                    let is_next = frame::sequence(&self.begun) == Some(self.next);
                    self.complete(id, is_next, frames, counts);
                }
                Some(_) | None => {}
            }
        }
    }

    fn complete(
        &mut self,
        id: u16,
        is_sound: bool,
        frames: &mut VecDeque<Gathered>,
        counts: &mut ToeCounts,
    ) {
        let mut bytes = [0; FRAME_BYTES_MAX];
        bytes[..self.begun.len()].copy_from_slice(&self.begun);
        let length = self.begun.len() as u16;
        counts.refused += u32::from(!is_sound);
        frames.push_back(Gathered { session: id, number: self.next, bytes, length, is_sound });
        self.next = self.next.wrapping_add(1);
        self.begun.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rand::seq::SliceRandom;
    use rand::{RngExt, SeedableRng};
    use rand_chacha::ChaCha8Rng;

    fn frame(number: u32, length: usize) -> Vec<u8> {
        let mut frame = vec![number as u8; length];
        frame::set_stated_length(&mut frame, length as u16);
        frame::set_sequence(&mut frame, number);
        frame
    }

    fn segment(first_byte: u64, bytes: &[u8]) -> Segment {
        Segment { session: 0, connection: 0, first_byte, bytes: bytes.to_vec(), ends: false }
    }

    fn gathered(toe: &mut Toe) -> Vec<(u32, Vec<u8>, bool)> {
        std::iter::from_fn(|| toe.next_frame())
            .map(|f| (f.number, f.frame().to_vec(), f.is_sound))
            .collect()
    }

    proptest! {
        #[test]
        fn frames_survive_any_cutting_doubling_and_mixing_of_segments(
            lengths in prop::collection::vec(HEADER_BYTES..=FRAME_BYTES_MAX, 1..40),
            most in 1_usize..600,
            seed: u64,
        ) {
            let mut rng = ChaCha8Rng::seed_from_u64(seed);
            let frames: Vec<Vec<u8>> =
                lengths.iter().zip(1..).map(|(length, number)| frame(number, *length)).collect();
            let stream = frames.concat();
            let mut segments = Vec::new();
            let mut first = 0;
            while first < stream.len() {
                let bytes = rng.random_range(1..=most).min(stream.len() - first);
                segments.push(segment(first as u64, &stream[first..first + bytes]));
                if rng.random_bool(0.2) {
                    segments.push(segments[rng.random_range(0..segments.len())].clone());
                }
                first += bytes;
            }
            // Nearby segments change places, as in networks.
            segments.chunks_mut(4).for_each(|chunk| chunk.shuffle(&mut rng));
            let mut toe = Toe::new(1);
            segments.iter().for_each(|segment| toe.take(segment));
            let sound = |(frame, number): (&Vec<u8>, u32)| (number, frame.clone(), true);
            let expected: Vec<_> = frames.iter().zip(1..).map(sound).collect();
            prop_assert_eq!(gathered(&mut toe), expected);
        }

        #[test]
        fn no_bytes_make_it_panic(
            segments in prop::collection::vec(
                (0_u16..3, 0_u64..600, prop::collection::vec(any::<u8>(), 0..300), any::<bool>()),
                0..40,
            ),
        ) {
            let mut toe = Toe::new(2);
            for (session, first_byte, bytes, ends) in segments {
                toe.take(&Segment { session, connection: 0, first_byte, bytes, ends });
            }
            while toe.next_frame().is_some() {}
        }
    }

    #[test]
    fn a_frame_with_a_wrong_number_is_refused_and_the_next_one_is_not() {
        let mut toe = Toe::new(1);
        toe.take(&segment(0, &[frame(2, 20), frame(2, 30)].concat()));
        assert_eq!(gathered(&mut toe), [(1, frame(2, 20), false), (2, frame(2, 30), true)]);
        assert_eq!(toe.counts, ToeCounts { refused: 1, ..ToeCounts::default() });
    }

    #[test]
    fn an_impossible_length_breaks_the_stream_until_the_session_is_reopened() {
        for length in [0_u16, 11, 257, u16::MAX] {
            let mut toe = Toe::new(1);
            toe.take(&segment(0, &frame(1, 20)));
            toe.take(&segment(20, &[&length.to_le_bytes()[..], &frame(3, 20)].concat()));
            let frames = gathered(&mut toe);
            assert_eq!(
                frames.iter().map(|f| f.2).collect::<Vec<_>>(),
                [true, false],
                "length {length}"
            );
            assert_eq!((toe.counts.broken, toe.counts.refused), (1, 1));
            assert!(toe.open(0, 1, 3));
            toe.take(&segment(0, &frame(9, 20)));
            toe.take(&Segment { connection: 1, ..segment(0, &frame(3, 20)) });
            assert_eq!(gathered(&mut toe), [(3, frame(3, 20), true)]);
        }
    }

    #[test]
    fn a_session_that_ends_within_a_frame_drops_its_bytes() {
        let mut toe = Toe::new(2);
        toe.take(&Segment { ends: true, ..segment(0, &frame(1, 40)[..30]) });
        assert_eq!((gathered(&mut toe).len(), toe.counts.cut), (0, 1));
        toe.take(&Segment { session: 1, ..segment(0, &frame(1, 40)) });
        assert_eq!(gathered(&mut toe).len(), 1, "the other session is not affected");
        toe.take(&Segment { session: 2, ..segment(0, &[]) });
        assert_eq!(toe.counts.unknown, 1);
    }

    #[test]
    fn a_segment_beyond_the_window_is_dropped_and_taken_when_it_is_sent_again() {
        let mut toe = Toe::new(1);
        let frames: Vec<u8> = (1..=90).flat_map(|number| frame(number, 256)).collect();
        let far = WINDOW_BYTES as usize - 100;
        toe.take(&segment(far as u64, &frames[far..far + 200]));
        assert_eq!((toe.counts.ahead, gathered(&mut toe).len()), (1, 0));
        toe.take(&segment(0, &frames[..far]));
        toe.take(&segment(far as u64, &frames[far..far + 200]));
        assert_eq!(gathered(&mut toe).len(), (far + 200) / 256);
    }
}
