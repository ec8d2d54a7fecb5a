// SPDX-License-Identifier: Apache-2.0

//! The TCP offload engine: segments of sessions become frames.
//!
//! A session is a stream of bytes; a segment carries some of them and the number of its first byte.
//! Segments may be cut anywhere, come doubled, out of order, or not at all until they are sent
//! again. A frame begins with its length, so that frames follow one another in the stream without
//! anything between them. A length that no frame has breaks the stream: it cannot be known any more
//! where the next frame begins, and the session has to be opened anew.
//!
//! The frames of a session are numbered from 1 in the order of the stream, and each carries its
//! number ([`engine::frame`]'s sequence). One that carries another is refused: a frame that was
//! lost, doubled or moved on the way is seen.

use engine::frame::HEADER_BYTES;
use engine::machine::FRAME_BYTES_MAX;
use std::collections::VecDeque;

/// The most bytes of a segment.
pub const SEGMENT_BYTES_MAX: usize = 1460;
/// How far ahead of the stream a segment may lie, in bytes.
pub const WINDOW_BYTES: u64 = 16 * 1024;
/// Segments of a session that are kept ahead of its stream.
pub const SEGMENTS_AHEAD_MAX: usize = 64;
/// Frames that wait for the engine; a segment is taken only while there is room for all that it may
/// complete.
pub const FRAMES_WAITING_MAX: usize = 4096;

/// Bytes of a session's stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The session.
    pub session: u16,
    /// Which opening of the session it belongs to, as the port numbers of TCP tell one connection
    /// from the next.
    pub connection: u16,
    /// The number of the first byte; the first of a connection is 0.
    pub first_byte: u64,
    /// The bytes; a real one has at most [`SEGMENT_BYTES_MAX`].
    pub bytes: Vec<u8>,
    /// Nothing comes behind it.
    pub ends: bool,
}

/// A frame as it comes out of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gathered {
    /// The session.
    pub session: u16,
    /// Its place in the session's stream, counting from 1.
    pub number: u32,
    /// Its bytes.
    pub bytes: [u8; FRAME_BYTES_MAX],
    /// How many of them.
    pub length: u16,
    /// Whether it carries the number of its place and has a length that a frame can have.
    pub is_sound: bool,
}

impl Gathered {
    /// The frame.
    pub fn frame(&self) -> &[u8] {
        &self.bytes[..usize::from(self.length)]
    }
}

/// What sessions have met with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ToeCounts {
    /// Frames with another number or an impossible length.
    pub refused: u32,
    /// Streams that broke.
    pub broken: u32,
    /// Sessions that ended within a frame.
    pub cut: u32,
    /// Segments for sessions or connections that are not there, or that have ended.
    pub unknown: u32,
    /// Bytes that came again.
    pub repeated: u32,
    /// Segments beyond the window.
    pub ahead: u32,
}

/// The sessions of a card.
pub struct Toe {
    sessions: Vec<Session>,
    /// Frames that are complete and wait.
    frames: VecDeque<Gathered>,
    /// What was counted.
    pub counts: ToeCounts,
}

/// One session.
#[derive(Debug, Default)]
struct Session {
    connection: u16,
    /// Bytes of the stream that have been seen without a gap.
    seen: u64,
    /// What came ahead of the stream, by first byte.
    ahead: Vec<(u64, Vec<u8>)>,
    /// Bytes of a frame that is not complete.
    begun: Vec<u8>,
    /// The number of the next frame.
    next: u32,
    /// The stream's end, once it is known.
    end: Option<u64>,
    is_broken: bool,
}

impl Toe {
    /// Sessions that all begin with frame 1.
    pub fn new(sessions: usize) -> Toe {
        let sessions = (0..sessions).map(|_| Session::opened(0, 1)).collect();
        Toe {
            sessions,
            frames: VecDeque::with_capacity(FRAMES_WAITING_MAX),
            counts: ToeCounts::default(),
        }
    }

    /// Opens a session anew: byte 0 of the connection comes next, and with it the frame `next`.
    /// False if there is no such session.
    pub fn open(&mut self, session: u16, connection: u16, next: u32) -> bool {
        self.frames.retain(|frame| frame.session != session);
        let place = self.sessions.get_mut(usize::from(session));
        place.map(|place| *place = Session::opened(connection, next)).is_some()
    }

    /// Whether there is room for what a segment may complete.
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
        let behind = segment.first_byte.saturating_add(segment.bytes.len() as u64);
        let is_ahead = segment.first_byte > session.seen;
        if behind > session.seen + WINDOW_BYTES
            || is_ahead && session.ahead.len() == SEGMENTS_AHEAD_MAX
        {
            self.counts.ahead += 1;
            return;
        }
        if session.end.is_some_and(|end| behind > end) {
            self.counts.unknown += 1;
            return;
        }
        if segment.ends {
            session.end = Some(behind);
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

    /// Frames that wait.
    pub fn waiting(&self) -> usize {
        self.frames.len()
    }

    /// The next frame of any session, in the order in which they were completed.
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

    /// Takes what lay ahead and follows now.
    fn catch_up(&mut self, id: u16, frames: &mut VecDeque<Gathered>, counts: &mut ToeCounts) {
        while let Some(place) = self.ahead.iter().position(|(first, _)| *first <= self.seen) {
            let (first, bytes) = self.ahead.swap_remove(place);
            self.advance(id, first, &bytes, frames, counts);
        }
    }

    /// Takes bytes that begin no later than the stream goes on.
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
            // The length first, then as much as it says.
            let wanted = self.stated().unwrap_or(2);
            let taken = (wanted - self.begun.len()).min(bytes.len());
            self.begun.extend_from_slice(&bytes[..taken]);
            bytes = &bytes[taken..];
            match self.stated() {
                Some(length) if !(HEADER_BYTES..=FRAME_BYTES_MAX).contains(&length) => {
                    self.is_broken = true;
                    counts.broken += 1;
                    self.complete(id, false, frames, counts);
                }
                Some(length) if self.begun.len() == length => {
                    let carried =
                        self.begun[4..].first_chunk().map(|bytes| u32::from_le_bytes(*bytes));
                    self.complete(id, carried == Some(self.next), frames, counts);
                }
                _ => {}
            }
        }
    }

    fn stated(&self) -> Option<usize> {
        self.begun.first_chunk().map(|bytes| usize::from(u16::from_le_bytes(*bytes)))
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
        frame[..2].copy_from_slice(&(length as u16).to_le_bytes());
        frame[4..8].copy_from_slice(&number.to_le_bytes());
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
        fn frames_come_out_as_they_went_in_however_the_stream_is_cut_doubled_and_mixed(
            lengths in prop::collection::vec(HEADER_BYTES..=FRAME_BYTES_MAX, 1..40),
            most in 1_usize..600,
            seed: u64,
        ) {
            let mut rng = ChaCha8Rng::seed_from_u64(seed);
            let frames: Vec<Vec<u8>> = lengths.iter().zip(1..).map(|(length, number)| frame(number, *length)).collect();
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
            // Neighbours change places, as networks do it.
            segments.chunks_mut(4).for_each(|chunk| chunk.shuffle(&mut rng));
            let mut toe = Toe::new(1);
            segments.iter().for_each(|segment| toe.take(segment));
            let expected: Vec<_> = frames.iter().zip(1..).map(|(frame, number)| (number, frame.clone(), true)).collect();
            prop_assert_eq!(gathered(&mut toe), expected);
        }

        #[test]
        fn no_bytes_make_it_panic(
            segments in prop::collection::vec((0_u16..3, 0_u64..600, prop::collection::vec(any::<u8>(), 0..300), any::<bool>()), 0..40),
        ) {
            let mut toe = Toe::new(2);
            for (session, first_byte, bytes, ends) in segments {
                toe.take(&Segment { session, connection: 0, first_byte, bytes, ends });
            }
            while toe.next_frame().is_some() {}
        }
    }

    #[test]
    fn a_frame_that_carries_another_number_is_refused_and_the_next_one_is_not() {
        let mut toe = Toe::new(1);
        toe.take(&segment(0, &[frame(2, 20), frame(2, 30)].concat()));
        assert_eq!(gathered(&mut toe), [(1, frame(2, 20), false), (2, frame(2, 30), true)]);
        assert_eq!(toe.counts, ToeCounts { refused: 1, ..ToeCounts::default() });
    }

    #[test]
    fn a_length_that_no_frame_has_breaks_the_stream_until_it_is_opened_anew() {
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
    fn a_session_that_ends_within_a_frame_leaves_nothing_of_it() {
        let mut toe = Toe::new(2);
        toe.take(&Segment { ends: true, ..segment(0, &frame(1, 40)[..30]) });
        assert_eq!((gathered(&mut toe).len(), toe.counts.cut), (0, 1));
        toe.take(&Segment { session: 1, ..segment(0, &frame(1, 40)) });
        assert_eq!(gathered(&mut toe).len(), 1, "the other session is unharmed");
        toe.take(&Segment { session: 2, ..segment(0, &[]) });
        assert_eq!(toe.counts.unknown, 1);
    }

    #[test]
    fn what_lies_beyond_the_window_is_dropped_and_taken_when_it_comes_again() {
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
