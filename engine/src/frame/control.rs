// SPDX-License-Identifier: Apache-2.0

//! Control frames, which change an executor's settings and no table. They are ordered, journaled
//! and replayed like messages.
//!
//! ```text
//!  byte 0        2      3      4                8                 12        14     15
//!      +--------+------+------+----------------+-----------------+---------+------+
//!      |   15   | 255  | zero |    sequence    |      zero       |  rule   | mode |
//!      +--------+------+------+----------------+-----------------+---------+------+
//! ```

use super::header::{HEADER_BYTES, Header};
use crate::machine::{FRAME_BYTES_MAX, MESSAGES_MAX, TABLES_MAX};
use crate::rule::Mode;
use crate::schema::RuleId;

/// The kind byte of a control frame, which no message and no row has.
pub const CONTROL_KIND: u8 = u8::MAX;
/// Bytes of a control frame.
pub const CONTROL_BYTES: usize = HEADER_BYTES + 3;

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
        let length = CONTROL_BYTES as u16;
        Header { length, kind: CONTROL_KIND, reserved: 0, sequence, nulls: 0 }.write(frame);
        frame[HEADER_BYTES..HEADER_BYTES + 2].copy_from_slice(&self.rule.0.to_le_bytes());
        frame[HEADER_BYTES + 2] = self.mode as u8;
        frame
    }

    /// The change that a control frame states; none if it is malformed. Whether there is such a
    /// rule depends on the program.
    pub fn read(frame: &[u8]) -> Option<ModeChange> {
        let header = Header::read(frame)?;
        let [low, high, mode] = <[u8; 3]>::try_from(&frame[HEADER_BYTES..]).ok()?;
        let stated = Header {
            length: CONTROL_BYTES as u16,
            kind: CONTROL_KIND,
            reserved: 0,
            sequence: header.sequence,
            nulls: 0,
        };
        let rule = RuleId(u16::from_le_bytes([low, high]));
        Mode::from_code(mode).filter(|_| header == stated).map(|mode| ModeChange { rule, mode })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
