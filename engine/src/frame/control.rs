// SPDX-License-Identifier: Apache-2.0

//! Control frames, which change an executor's settings or start a job, and change no table. They
//! are ordered, journaled and replayed like messages.
//!
//! ```text
//!  the mode of a rule
//!
//!  byte 0        2      3      4                8                 12        14     15
//!      +--------+------+------+----------------+-----------------+---------+------+
//!      |   15   | 255  | zero |    sequence    |      zero       |  rule   | mode |
//!      +--------+------+------+----------------+-----------------+---------+------+
//!
//!  the start of a job
//!
//!  byte 0        2      3      4                8                 12        14
//!      +--------+------+------+----------------+-----------------+---------+
//!      |   14   | 255  | zero |    sequence    |      zero       |   job   |
//!      +--------+------+------+----------------+-----------------+---------+
//! ```

use super::header::{HEADER_BYTES, Header};
use crate::machine::{FRAME_BYTES_MAX, MESSAGES_MAX, TABLES_MAX};
use crate::rule::Mode;
use crate::schema::{JobId, RuleId};

/// The kind byte of a control frame, which no message and no row has.
pub const CONTROL_KIND: u8 = u8::MAX;
/// Bytes of a control frame that changes a mode.
pub const CONTROL_BYTES: usize = HEADER_BYTES + 3;
/// Bytes of a control frame that starts a job.
pub const JOB_BYTES: usize = HEADER_BYTES + 2;

const _: () = assert!(MESSAGES_MAX + TABLES_MAX <= CONTROL_KIND as usize);

/// A change of the mode of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ModeChange {
    /// The rule.
    pub rule: RuleId,
    /// Its new mode.
    pub mode: Mode,
}

impl ModeChange {
    /// Writes the frame into `buffer` and returns its bytes.
    pub fn write(self, sequence: u32, buffer: &mut [u8; FRAME_BYTES_MAX]) -> &[u8] {
        let frame = &mut buffer[..CONTROL_BYTES];
        header(CONTROL_BYTES, sequence).write(frame);
        frame[HEADER_BYTES..HEADER_BYTES + 2].copy_from_slice(&self.rule.0.to_le_bytes());
        frame[HEADER_BYTES + 2] = self.mode as u8;
        frame
    }

    /// The change that a control frame states; none if it is malformed. Whether there is such a
    /// rule depends on the program.
    pub fn read(frame: &[u8]) -> Option<ModeChange> {
        let [low, high, mode] = contents(frame)?;
        let rule = RuleId(u16::from_le_bytes([low, high]));
        Mode::from_code(mode).map(|mode| ModeChange { rule, mode })
    }
}

/// The start of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JobStart {
    /// The job.
    pub job: JobId,
}

impl JobStart {
    /// Writes the frame into `buffer` and returns its bytes.
    pub fn write(self, sequence: u32, buffer: &mut [u8; FRAME_BYTES_MAX]) -> &[u8] {
        let frame = &mut buffer[..JOB_BYTES];
        header(JOB_BYTES, sequence).write(frame);
        frame[HEADER_BYTES..].copy_from_slice(&self.job.0.to_le_bytes());
        frame
    }

    /// The start that a control frame states; none if it is another frame. Whether there is such a
    /// job depends on the program.
    pub fn read(frame: &[u8]) -> Option<JobStart> {
        contents(frame).map(|job| JobStart { job: JobId(u16::from_le_bytes(job)) })
    }
}

/// The header of a control frame.
fn header(bytes: usize, sequence: u32) -> Header {
    Header { length: bytes as u16, kind: CONTROL_KIND, reserved: 0, sequence, nulls: 0 }
}

/// The bytes after the header of a control frame of this length.
fn contents<const BYTES: usize>(frame: &[u8]) -> Option<[u8; BYTES]> {
    let found = Header::read(frame)?;
    let contents = <[u8; BYTES]>::try_from(&frame[HEADER_BYTES..]).ok()?;
    (found == header(frame.len(), found.sequence)).then_some(contents)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn starts_of_jobs_round_trip_and_are_no_changes_of_modes() {
        let mut buffer = [0; FRAME_BYTES_MAX];
        let start = JobStart { job: JobId(0x0102) };
        let frame = start.write(7, &mut buffer).to_vec();
        assert_eq!(frame[HEADER_BYTES..], [2, 1]);
        assert_eq!((JobStart::read(&frame), ModeChange::read(&frame)), (Some(start), None));
        for (byte, value) in [(0, 15), (2, 0), (3, 1), (8, 1), (11, 1)] {
            let mut wrong = frame.clone();
            wrong[byte] = value;
            assert_eq!(JobStart::read(&wrong), None, "byte {byte}");
        }
        assert_eq!(JobStart::read(&frame[..13]), None);
        assert_eq!(JobStart::read(&[&frame[..], &[0]].concat()), None);
    }

    #[test]
    fn control_frames_round_trip_and_others_are_refused() {
        let mut buffer = [0; FRAME_BYTES_MAX];
        for mode in Mode::ALL {
            let change = ModeChange { rule: RuleId(0x0102), mode };
            let frame = change.write(7, &mut buffer).to_vec();
            assert_eq!(frame[HEADER_BYTES..], [2, 1, mode as u8]);
            assert_eq!(ModeChange::read(&frame), Some(change));
            assert_eq!(ModeChange::read(&frame[..14]), None);
            assert_eq!(ModeChange::read(&[&frame[..], &[0]].concat()), None);
            for (byte, value) in [(0, 16), (2, 0), (3, 1), (8, 1), (11, 1), (14, 3)] {
                let mut wrong = frame.clone();
                wrong[byte] = value;
                assert_eq!(ModeChange::read(&wrong), None, "byte {byte}");
            }
        }
    }
}
