// SPDX-License-Identifier: Apache-2.0

//! Messages that are sent, their defects, and how they are cut.

use engine::frame::JobStart;
use engine::job::JobId;
use engine::machine::FRAME_BYTES_MAX;

/// A message to send.
#[derive(Clone, Copy, Debug)]
pub struct Outgoing {
    /// The session that sends it.
    pub session: u16,
    /// The frame; the trader writes its number in the session into it.
    pub frame: [u8; FRAME_BYTES_MAX],
    /// Number of bytes of the frame.
    pub length: u16,
    /// A deliberate defect of the frame.
    pub defect: Option<Defect>,
}

impl Outgoing {
    /// The job that it starts, if it is the start of one.
    pub fn job(&self) -> Option<JobId> {
        let frame = &self.frame[..usize::from(self.length).min(FRAME_BYTES_MAX)];
        JobStart::read(frame).map(|start| start.job)
    }
}

/// A defect of a frame for which a TOE refuses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Defect {
    /// It carries a wrong number.
    Number,
    /// It states a length that no frame has: its session breaks and must be reopened.
    Length,
}

/// How messages are cut into segments.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segmentation {
    /// Probability that a message is sent in one segment.
    pub whole: f64,
    /// Probability that the start of a later message is sent before a message. It is tried again
    /// until it fails.
    pub early: f64,
    /// Probability that the last segment of a message continues with the session's next message.
    pub joined: f64,
    /// Probability that a segment is sent twice.
    pub doubled: f64,
    /// Probability that the pieces of a message change places.
    pub shuffled: f64,
}

impl Segmentation {
    /// One segment for each message.
    pub const WHOLE: Segmentation =
        Segmentation { whole: 1.0, early: 0.0, joined: 0.0, doubled: 0.0, shuffled: 0.0 };
    /// A mixture of everything.
    pub const WILD: Segmentation =
        Segmentation { whole: 0.2, early: 0.3, joined: 0.3, doubled: 0.1, shuffled: 0.3 };
    /// As [`Segmentation::WILD`], and every message is cut at a random place.
    pub const CUT: Segmentation = Segmentation { whole: 0.0, ..Segmentation::WILD };
}
