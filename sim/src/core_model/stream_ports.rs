// SPDX-License-Identifier: Apache-2.0

//! The streams of the core and their ports.

use super::beats::{ANSWER_WORDS, Beat};
use crate::kernel::{Kernel, PortId};

/// A stream of frames into the core. Each has a stream of answers back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// `s_axis_order`, which takes orders and all other messages; answered on `m_axis_verdict`.
    Order,
    /// `s_axis_h2c`, which takes rows of tables; answered on `m_axis_c2h`.
    Host,
}

/// The ports of a stream and of its answers.
#[derive(Clone, Copy)]
pub(super) struct StreamPorts {
    pub valid: PortId,
    pub ready: PortId,
    data: PortId,
    keep: PortId,
    last: PortId,
    pub answer_valid: PortId,
    pub answer_ready: PortId,
    answer_data: PortId,
}

impl StreamPorts {
    /// Finds the ports of the stream named `frames` and of the answers named `answers`.
    pub fn of(kernel: &Kernel<'_>, frames: &str, answers: &str) -> StreamPorts {
        let port = |prefix: &str, name: &str, signal: &str| {
            kernel.port(&format!("{prefix}_axis_{name}_t{signal}"))
        };
        StreamPorts {
            valid: port("s", frames, "valid"),
            ready: port("s", frames, "ready"),
            data: port("s", frames, "data"),
            keep: port("s", frames, "keep"),
            last: port("s", frames, "last"),
            answer_valid: port("m", answers, "valid"),
            answer_ready: port("m", answers, "ready"),
            answer_data: port("m", answers, "data"),
        }
    }

    /// Drives a valid beat.
    pub fn offer(&self, kernel: &mut Kernel<'_>, beat: &Beat) {
        kernel.drive(self.valid, &[1]);
        kernel.drive(self.data, &beat.words);
        kernel.drive(self.keep, &[beat.keep]);
        kernel.drive(self.last, &[u64::from(beat.is_last)]);
    }

    /// Reads the beat on the stream of answers.
    pub fn answer(&self, kernel: &Kernel<'_>) -> [u64; ANSWER_WORDS] {
        std::array::from_fn(|word| kernel.word(self.answer_data, word))
    }
}
